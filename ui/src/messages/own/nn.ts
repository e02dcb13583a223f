import { formats } from "../format";
import type { Own } from "./nb";

const f = formats("nn-NO");

export const nn: Own = {
  unlock: {
    left: (left) => `Du har ${f.count(left)} forsøk igjen.`,
    wait: (time) => `Du kan prøve igjen klokka ${time}.`,
    title: "Kortet er låst",
    label: "PIN",
    submit: "Lås opp",
    forgot: "Har du gløymt PIN-koden?",
    forgotText: "Ingen kan finne han att. Fjern kortet frå telefonen, og be om ein ny aktiveringskode.",
  },
  pin: {
    title: "PIN-kode",
    off: "Alle som har telefonen din open, kan vise kortet. Med PIN-kode er det berre du som kan det.",
    on: "Kortet spør etter PIN når du opnar det, og når det har vore ute av syne i eitt minutt.",
    set: "Lag PIN-kode",
    change: "Byt PIN-kode",
    clear: "Slå av PIN-kode",
    current: "PIN-koden du har no",
    fresh: "Ny PIN-kode (4 til 8 siffer)",
    repeat: "Ny PIN-kode ein gong til",
    differ: "Dei to er ikkje like. Skriv den nye koden to gonger.",
    missing: "Fyll ut alle felta.",
    saved: "PIN-koden er lagra.",
    cleared: "PIN-koden er slått av.",
  },
  remove: {
    title: "Fjern kortet frå denne telefonen",
    text: "Nøkkelen til kortet blir sletta. Du treng ein ny aktiveringskode for å få kortet tilbake.",
    ask: "Fjern kortet",
    sure: "Er du sikker? Dette kan ikkje angrast.",
    yes: "Ja, fjern kortet",
  },
  check: {
    title: "Ville kortet blitt godkjent no?",
    text: "Den same kontrollen som inspektørar og kundar gjer, på ditt eige kort.",
    submit: "Sjekk kortet mitt",
    again: "Sjekk på nytt",
    verdicts: {
      valid: "Ja. Kortet blir godkjent.",
      invalid: "Nei. Kortet blir vist som ugyldig.",
      unconfirmed: "Usikkert. Kontrollen ville ikkje gitt noko sikkert svar.",
    },
    counts: "Her gjeld kortet",
    yes: "Ja",
    no: "Nei",
    refresh: {
      headline: "Telefonen veit ikkje nok til å svare",
      text: "Kople til nett og oppdater kortet. Koden din verkar uansett.",
    },
    clock: {
      headline: "Klokka på telefonen går feil",
      text: "Slå på automatisk dato og klokkeslett i innstillingane. Elles ser koden gammal ut for andre.",
    },
    renew: {
      headline: "Kortet må fornyast frå utstedaren",
      text: "Kople til nett og oppdater kortet. Då får du eit nytt, heilt av seg sjølv.",
    },
    notYet: {
      headline: "Arbeidsforholdet har ikkje byrja",
      text: "Kortet gjeld frå den dagen arbeidsgivaren har oppgitt.",
    },
    other: {
      headline: "Kontrollen fann noko gale",
      text: "Oppdater kortet. Hjelper det ikkje, ta kontakt med utstedaren.",
    },
  },
  warnings: {
    title: "Snart ugyldig",
    from: (date) => `Frå ${date} er kortet ikkje lenger gyldig:`,
  },
  history: {
    title: "Dette har skjedd med kortet",
    none: "Ingenting har endra seg.",
    came: "Ugyldig",
    went: "I orden att",
  },
  offline: (date) =>
    `Koden verkar utan nett heilt til ${date}. Men utan nett får du ikkje vite om noko har endra seg.`,
  paper: {
    title: "Kode på papir",
    text: "Om telefonen kan gå tom: Skriv ut eit ark med ein kode som varer i tre døgn. Papir kan kopierast, så den som kontrollerer, får aldri svaret gyldig og vil be om telefonen.",
    submit: "Lag arket (PDF)",
    saved: (file) => `Arket er lagra: ${file}`,
    sheet: {
      title: "HMS-kort på papir",
      warning: "Ikkje stadfesta. Papir kan kopierast. Be om å få sjå kortet på telefonen.",
      until: (date) => `Koden på arket gjeld til ${date}. Skann han med kameraet eller i inspektørappen.`,
    },
  },
  googleWallet: {
    title: "Google Wallet",
    text: "Du kan ha kortet i Google Wallet òg. Det er mindre sikkert enn appen: Google har løyndomen, og inspektørar vil be om appen.",
    submit: "Legg i Google Wallet",
    opened: "Google Wallet er opna. Fullfør der.",
    copy: "Opne denne lenkja på telefonen:",
  },
  places: {
    remember: "Hugs valet på staden der eg er no",
    text: "Posisjonen blir berre lagra i denne appen, og berre på rundt hundre meter.",
    remembered: "Hugsa. Neste gong du er her, blir denne verksemda vald.",
    none: "Vi fekk ikkje vite kvar du er. Gi appen lov til å bruke posisjonen, og prøv igjen.",
    chosen: "Vald fordi du er på ein stad du har hugsa.",
    forget: "Gløym alle stadene",
    forgotten: "Stadene er gløymde.",
  },
  help: {
    title: "Hjelp: ny, mista eller øydelagd telefon",
    items: [
      {
        question: "Eg har fått ny telefon",
        answer:
          "Be arbeidsgivaren eller utstedaren om ein ny aktiveringskode, og skriv han inn på den nye telefonen. Kortet på den gamle sluttar å verke av seg sjølv.",
      },
      {
        question: "Eg har mista telefonen",
        answer:
          "Sei frå til utstedaren med ein gong, så blir kortet sperra. Du får det på ein ny telefon med ein ny aktiveringskode.",
      },
      {
        question: "Nokon vil ta kortet frå meg",
        answer:
          "Berre inspektørar kan inndra kort, og dei skal seie kvifor. Arbeidsgivaren din får melding og kan klage eller søkje på nytt.",
      },
    ],
  },
};
