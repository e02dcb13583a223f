import type { ActWords } from "./nb";

export const ro: ActWords = {
  errors: {
    act_not_allowed: {
      happened: "Autoritatea dumneavoastră nu poate face acest lucru cu un card.",
      todo: "Contactați o autoritate care poate.",
    },
    act_waiting: {
      happened: "Acest lucru este deja hotărât și așteaptă să fie trimis.",
      todo: "Vedeți lista deciziilor.",
    },
    act_sent: {
      happened: "Decizia poate să fi ajuns și nu mai poate fi retrasă aici.",
      todo: "Cereți biroului care emite cardurile să o anuleze.",
    },
    act_unfit: {
      happened: "Motivul și explicația nu se potrivesc cu decizia.",
      todo: "Alegeți alt motiv sau scrieți o explicație de cel mult 500 de caractere.",
    },
  },
  grounds: {
    not_employed: "Lucrătorul nu lucrează pentru această firmă",
    no_contract: "Nu există un contract de muncă scris",
    wrong_industry: "Cardul este pentru altă ramură decât munca",
    undeclared_work: "Munca nu a fost declarată autorităților",
    no_right_to_work: "Lucrătorul nu are dreptul să facă această muncă",
    false_information: "Cardul a fost dat pe baza unor informații false",
    used_by_another: "Altă persoană a folosit cardul",
    other: "Alt motiv, arătat în explicație",
  },
  authorities: {
    arbeidstilsynet: "Arbeidstilsynet",
    havindustritilsynet: "Havindustritilsynet",
    skatteetaten: "Skatteetaten",
    politiet: "poliția",
  },
  done: {
    remove_employment: "Locul de muncă a fost scos de pe card",
    seize_card: "Cardul a fost reținut",
  },
  decide: {
    title: "Decizii",
    kinds: {
      remove_employment: "Scoate locul de muncă",
      seize_card: "Reține cardul",
    },
    what: {
      remove_employment: (company) =>
        `Locul de muncă la ${company} este scos de pe card. Angajatorul trebuie să facă o nouă cerere.`,
      seize_card: (holder) =>
        `Întregul card (${holder}) este reținut, cu toate locurile de muncă. Angajatorii trebuie să facă cereri noi.`,
    },
    ground: "Motiv",
    note: "Explicație",
    noteHint: "O citesc lucrătorul și angajatorul. Cel mult 500 de caractere.",
    missing: "Alegeți un motiv.",
    missingNote: "Acest motiv are nevoie de o explicație.",
    cancel: "Renunță",
    kept: "Decizia este păstrată. Va fi trimisă curând; până atunci o puteți retrage.",
  },
  list: {
    title: "Decizii pe acest dispozitiv",
    waiting: (count) => `Decizii care așteaptă să fie trimise: ${String(count)}.`,
    undo: "Retrage",
    send: "Trimite acum",
    noContact: "Nu există contact cu serviciul. Deciziile așteaptă.",
    card: (number) => `Cardul ${number}`,
    queued: "Așteaptă să fie trimisă",
    sending: "Poate să fi ajuns. Va fi trimisă din nou la următorul contact.",
    doneAt: (date) => `Făcut ${date}`,
    already: (who, date) => `Nimic de făcut: ${who} a făcut-o înainte, ${date}`,
    office: "biroul",
    card_unknown: "Nu s-a făcut: nu există un astfel de card.",
    employment_unknown: "Nu s-a făcut: cardul nu are un astfel de loc de muncă.",
    refused: "Serviciul a respins decizia.",
    refusedAuthority: "Serviciul a respins decizia: autoritatea dumneavoastră nu poate face acest lucru.",
    complained: (date) => `Contestație primită ${date}`,
    undone: (date) => `Anulată de birou ${date}`,
    restored: (date) => `Angajatorul are un nou loc de muncă pe card din ${date}`,
  },
  notice: {
    by: (authority, date) => `Decizie: ${authority}, ${date}`,
    ground: "Motiv",
    note: "Explicație",
    complain: (date) =>
      `Dumneavoastră și angajatorul puteți contesta până la ${date}. Trimiteți contestația la biroul care emite cardul și indicați numărul.`,
    late: (date) => `Termenul de contestație s-a încheiat ${date}.`,
    number: "Număr",
    complained: (date) => `Contestația a fost primită ${date}.`,
    undone: (date) => `Decizia a fost anulată ${date}.`,
  },
};
