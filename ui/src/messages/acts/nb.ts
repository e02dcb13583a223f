import type { ActErrorCode, ActKind, Authority, Ground } from "../../backend/acts";
import type { ErrorText } from "../text";

const grounds: Record<Ground, string> = {
  not_employed: "Arbeidstakeren arbeider ikke for denne virksomheten",
  no_contract: "Det finnes ingen skriftlig arbeidsavtale",
  wrong_industry: "Kortet gjelder en annen bransje enn arbeidet",
  undeclared_work: "Arbeidet er ikke meldt til myndighetene",
  no_right_to_work: "Arbeidstakeren har ikke lov til å utføre dette arbeidet",
  false_information: "Kortet er gitt på grunnlag av uriktige opplysninger",
  used_by_another: "En annen person har brukt kortet",
  other: "En annen grunn, som står i begrunnelsen",
};

const authorities: Record<Authority, string> = {
  arbeidstilsynet: "Arbeidstilsynet",
  havindustritilsynet: "Havindustritilsynet",
  skatteetaten: "Skatteetaten",
  politiet: "Politiet",
};

const errors: Record<ActErrorCode, ErrorText> = {
  act_not_allowed: {
    happened: "Etaten din kan ikke gjøre dette med et kort.",
    todo: "Ta kontakt med en etat som kan det.",
  },
  act_waiting: {
    happened: "Dette er allerede bestemt, og venter på å bli sendt.",
    todo: "Se listen over vedtak.",
  },
  act_sent: {
    happened: "Vedtaket kan ha kommet fram, og kan ikke angres her.",
    todo: "Be kontoret som utsteder kortene, om å omgjøre det.",
  },
  act_unfit: {
    happened: "Grunnen og begrunnelsen passer ikke til vedtaket.",
    todo: "Velg en annen grunn, eller skriv en begrunnelse på høyst 500 tegn.",
  },
};

/** What inspectors do to cards, and what workers are told of it. Bokmål is the reference. */
export const nb = {
  errors,
  grounds,
  authorities,
  done: {
    remove_employment: "Arbeidsforholdet er fjernet fra kortet",
    seize_card: "Kortet er inndratt",
  } satisfies Record<ActKind, string>,
  decide: {
    title: "Vedtak",
    kinds: {
      remove_employment: "Fjern arbeidsforholdet",
      seize_card: "Inndra kortet",
    } satisfies Record<ActKind, string>,
    what: {
      remove_employment: (company: string) =>
        `Arbeidsforholdet hos ${company} fjernes fra kortet. Arbeidsgiveren må søke på nytt.`,
      seize_card: (holder: string) =>
        `Hele kortet til ${holder} inndras, med alle arbeidsforhold. Arbeidsgiverne må søke på nytt.`,
    } satisfies Record<ActKind, (about: string) => string>,
    ground: "Grunn",
    note: "Begrunnelse",
    noteHint: "Arbeidstakeren og arbeidsgiveren får lese den. Høyst 500 tegn.",
    missing: "Velg en grunn.",
    missingNote: "Denne grunnen trenger en begrunnelse.",
    cancel: "Avbryt",
    kept: "Vedtaket er lagret. Det sendes snart, og du kan angre til det er sendt.",
  },
  list: {
    title: "Vedtak på denne enheten",
    waiting: (count: number) =>
      count === 1 ? "1 vedtak venter på å bli sendt." : `${String(count)} vedtak venter på å bli sendt.`,
    undo: "Angre",
    send: "Send nå",
    noContact: "Ingen kontakt med tjenesten. Vedtakene venter.",
    card: (number: string) => `Kort ${number}`,
    queued: "Venter på å bli sendt",
    sending: "Kan ha kommet fram. Sendes igjen ved neste kontakt.",
    doneAt: (date: string) => `Utført ${date}`,
    already: (who: string, date: string) => `Ikke noe å gjøre: ${who} gjorde det før deg, ${date}`,
    office: "kontoret",
    card_unknown: "Ikke utført: Det finnes ikke noe slikt kort.",
    employment_unknown: "Ikke utført: Kortet har ikke noe slikt arbeidsforhold.",
    refused: "Tjenesten avslo vedtaket.",
    refusedAuthority: "Tjenesten avslo vedtaket: Etaten din kan ikke gjøre dette.",
    complained: (date: string) => `Klage mottatt ${date}`,
    undone: (date: string) => `Omgjort av kontoret ${date}`,
    restored: (date: string) => `Arbeidsgiveren har fått et nytt arbeidsforhold på kortet ${date}`,
  },
  notice: {
    by: (authority: string, date: string) => `Vedtak av ${authority} ${date}`,
    ground: "Grunn",
    note: "Begrunnelse",
    complain: (date: string) =>
      `Du og arbeidsgiveren kan klage fram til ${date}. Send klagen til kontoret som utsteder kortet, og oppgi nummeret.`,
    late: (date: string) => `Klagefristen gikk ut ${date}.`,
    number: "Nummer",
    complained: (date: string) => `Klagen er mottatt ${date}.`,
    undone: (date: string) => `Vedtaket er omgjort ${date}.`,
  },
};

export type ActWords = typeof nb;
