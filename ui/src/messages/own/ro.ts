import { formats } from "../format";
import type { Own } from "./nb";

const f = formats("ro-RO");

export const ro: Own = {
  unlock: {
    left: (left) => `Încercări rămase: ${f.count(left)}.`,
    wait: (time) => `Poți încerca din nou la ${time}.`,
    title: "Cardul este blocat",
    label: "Codul PIN",
    submit: "Deblochează",
    forgot: "Ai uitat codul PIN?",
    forgotText: "Nimeni nu îl poate recupera. Șterge cardul de pe telefon și cere un nou cod de activare.",
  },
  pin: {
    title: "Codul PIN al cardului",
    off: "Oricine are telefonul tău deblocat poate arăta cardul. Cu un cod PIN, doar tu poți.",
    on: "Cardul cere codul PIN când îl deschizi și după un minut în care nu a fost vizibil.",
    set: "Alege un PIN",
    change: "Schimbă codul PIN",
    clear: "Dezactivează codul PIN",
    current: "Codul PIN de acum",
    fresh: "PIN nou (4 până la 8 cifre)",
    repeat: "PIN-ul nou încă o dată",
    differ: "Cele două nu sunt la fel. Scrie noul PIN de două ori.",
    missing: "Completează toate câmpurile.",
    saved: "Codul PIN este salvat.",
    cleared: "Codul PIN este dezactivat.",
  },
  remove: {
    title: "Șterge cardul de pe acest telefon",
    text: "Cheia cardului se șterge. Ai nevoie de un nou cod de activare ca să primești cardul înapoi.",
    ask: "Șterge cardul",
    sure: "Ești sigur? Acest lucru nu se poate anula.",
    yes: "Da, șterge cardul",
  },
  check: {
    title: "Ar trece cardul meu controlul acum?",
    text: "Același control pe care îl fac inspectorii și clienții, pe propriul tău card.",
    submit: "Verifică-mi cardul",
    again: "Verifică din nou",
    verdicts: {
      valid: "Da. Cardul trece controlul.",
      invalid: "Nu. Cardul apare ca nevalabil.",
      unconfirmed: "Nesigur. Controlul nu ar da un răspuns cert.",
    },
    counts: "Unde este valabil cardul",
    yes: "Da",
    no: "Nu",
    refresh: {
      headline: "Telefonul nu știe destul ca să răspundă",
      text: "Conectează-te la rețea și actualizează cardul. Codul tău funcționează oricum.",
    },
    clock: {
      headline: "Ceasul telefonului este greșit",
      text: "Activează data și ora automate în setări. Altfel codul pare vechi pentru alții.",
    },
    renew: {
      headline: "Emitentul trebuie să reînnoiască cardul",
      text: "Conectează-te la rețea și actualizează cardul. Primești unul nou de la sine.",
    },
    notYet: {
      headline: "Raportul de muncă nu a început",
      text: "Cardul este valabil din ziua indicată de angajator.",
    },
    other: {
      headline: "Controlul a găsit o problemă",
      text: "Actualizează cardul. Dacă nu ajută, contactează emitentul.",
    },
  },
  warnings: {
    title: "În curând nevalabil",
    from: (date) => `Din ${date} cardul nu mai este valabil:`,
  },
  history: {
    title: "Ce s-a întâmplat cu cardul",
    none: "Nu s-a schimbat nimic.",
    came: "Nevalabil",
    went: "Din nou în regulă",
  },
  offline: (date) =>
    `Codul funcționează fără rețea până la ${date}. Dar fără rețea nu afli dacă s-a schimbat ceva.`,
  paper: {
    title: "Un cod pe hârtie",
    text: "Dacă bateria se poate descărca: tipărește o foaie cu un cod care ține trei zile. Hârtia se poate copia, așa că un control nu dă niciodată răspunsul valabil, ci cere telefonul.",
    submit: "Fă foaia (PDF)",
    saved: (file) => `Foaia este salvată: ${file}`,
    sheet: {
      title: "Card HMS pe hârtie (HMS-kort på papir)",
      warning:
        "Neconfirmat. Hârtia se poate copia. Cere să vezi cardul pe telefon. – Ikke bekreftet. Be om å få se kortet på telefonen.",
      until: (date) => `Codul de pe această foaie este valabil până la ${date}. Scanează-l cu camera sau în aplicația inspectorului.`,
    },
  },
  googleWallet: {
    title: "Portofelul Google (Google Wallet)",
    text: "Poți avea cardul și în Google Wallet. Este mai puțin sigur decât aplicația: secretul este la Google, iar inspectorii vor cere aplicația.",
    submit: "Adaugă în Google Wallet",
    opened: "Google Wallet s-a deschis. Continuă acolo.",
    copy: "Deschide acest link pe telefon:",
  },
  places: {
    remember: "Ține minte alegerea în locul în care sunt acum",
    text: "Poziția se păstrează doar în această aplicație și doar cu o precizie de circa o sută de metri.",
    remembered: "Reținut. Data viitoare când ești aici, se alege această firmă.",
    none: "Nu am putut afla unde ești. Permite aplicației să folosească poziția și încearcă din nou.",
    chosen: "Aleasă pentru că ești într-un loc reținut.",
    forget: "Uită toate locurile",
    forgotten: "Locurile sunt uitate.",
  },
  help: {
    title: "Ajutor: telefon nou, pierdut sau stricat",
    items: [
      {
        question: "Am un telefon nou",
        answer:
          "Cere angajatorului sau emitentului un nou cod de activare și scrie-l pe telefonul nou. Cardul de pe cel vechi încetează singur să funcționeze.",
      },
      {
        question: "Mi-am pierdut telefonul",
        answer:
          "Anunță imediat emitentul, iar cardul va fi blocat. Îl primești pe un telefon nou cu un nou cod de activare.",
      },
      {
        question: "Cineva vrea să-mi ia cardul",
        answer:
          "Doar inspectorii pot reține carduri și trebuie să spună de ce. Angajatorul tău este anunțat și poate contesta sau poate depune o nouă cerere.",
      },
    ],
  },
};
