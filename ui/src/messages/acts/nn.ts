import type { ActWords } from "./nb";

export const nn: ActWords = {
  errors: {
    act_not_allowed: {
      happened: "Etaten din kan ikkje gjere dette med eit kort.",
      todo: "Ta kontakt med ein etat som kan det.",
    },
    act_waiting: {
      happened: "Dette er alt bestemt, og ventar på å bli sendt.",
      todo: "Sjå lista over vedtak.",
    },
    act_sent: {
      happened: "Vedtaket kan ha kome fram, og kan ikkje angrast her.",
      todo: "Be kontoret som skriv ut korta, om å gjere det om.",
    },
    act_unfit: {
      happened: "Grunnen og grunngjevinga passar ikkje til vedtaket.",
      todo: "Vel ein annan grunn, eller skriv ei grunngjeving på høgst 500 teikn.",
    },
  },
  grounds: {
    not_employed: "Arbeidstakaren arbeider ikkje for denne verksemda",
    no_contract: "Det finst ingen skriftleg arbeidsavtale",
    wrong_industry: "Kortet gjeld ein annan bransje enn arbeidet",
    undeclared_work: "Arbeidet er ikkje meldt til styresmaktene",
    no_right_to_work: "Arbeidstakaren har ikkje lov til å utføre dette arbeidet",
    false_information: "Kortet er gjeve på grunnlag av urette opplysningar",
    used_by_another: "Ein annan person har brukt kortet",
    other: "Ein annan grunn, som står i grunngjevinga",
  },
  authorities: {
    arbeidstilsynet: "Arbeidstilsynet",
    havindustritilsynet: "Havindustritilsynet",
    skatteetaten: "Skatteetaten",
    politiet: "Politiet",
  },
  done: {
    remove_employment: "Arbeidsforholdet er fjerna frå kortet",
    seize_card: "Kortet er inndrege",
  },
  decide: {
    title: "Vedtak",
    kinds: {
      remove_employment: "Fjern arbeidsforholdet",
      seize_card: "Inndra kortet",
    },
    what: {
      remove_employment: (company) =>
        `Arbeidsforholdet hos ${company} blir fjerna frå kortet. Arbeidsgjevaren må søkje på nytt.`,
      seize_card: (holder) =>
        `Heile kortet til ${holder} blir inndrege, med alle arbeidsforhold. Arbeidsgjevarane må søkje på nytt.`,
    },
    ground: "Grunn",
    note: "Grunngjeving",
    noteHint: "Arbeidstakaren og arbeidsgjevaren får lese ho. Høgst 500 teikn.",
    missing: "Vel ein grunn.",
    missingNote: "Denne grunnen treng ei grunngjeving.",
    cancel: "Avbryt",
    kept: "Vedtaket er lagra. Det blir sendt snart, og du kan angre til det er sendt.",
  },
  list: {
    title: "Vedtak på denne eininga",
    waiting: (count) => `${String(count)} vedtak ventar på å bli sendt.`,
    undo: "Angre",
    send: "Send no",
    noContact: "Ingen kontakt med tenesta. Vedtaka ventar.",
    card: (number) => `Kort ${number}`,
    queued: "Ventar på å bli sendt",
    sending: "Kan ha kome fram. Blir sendt igjen ved neste kontakt.",
    doneAt: (date) => `Utført ${date}`,
    already: (who, date) => `Ikkje noko å gjere: ${who} gjorde det før deg, ${date}`,
    office: "kontoret",
    card_unknown: "Ikkje utført: Det finst ikkje noko slikt kort.",
    employment_unknown: "Ikkje utført: Kortet har ikkje noko slikt arbeidsforhold.",
    refused: "Tenesta avslo vedtaket.",
    refusedAuthority: "Tenesta avslo vedtaket: Etaten din kan ikkje gjere dette.",
    complained: (date) => `Klage motteken ${date}`,
    undone: (date) => `Gjort om av kontoret ${date}`,
    restored: (date) => `Arbeidsgjevaren har fått eit nytt arbeidsforhold på kortet ${date}`,
  },
  notice: {
    by: (authority, date) => `Vedtak av ${authority} ${date}`,
    ground: "Grunn",
    note: "Grunngjeving",
    complain: (date) =>
      `Du og arbeidsgjevaren kan klage fram til ${date}. Send klaga til kontoret som skriv ut kortet, og oppgje nummeret.`,
    late: (date) => `Klagefristen gjekk ut ${date}.`,
    number: "Nummer",
    complained: (date) => `Klaga er motteken ${date}.`,
    undone: (date) => `Vedtaket er gjort om ${date}.`,
  },
};
