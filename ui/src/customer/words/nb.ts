import type { Answer, Card } from "../keys";
import type { Sent } from "../tips";
import type { TypedFault } from "../typed";

export interface Words {
  name: string;
  language: string;
  checking: string;
  verdicts: Record<Answer["verdict"], string>;
  sentences: Record<Answer["verdict"], string>;
  /** Why, by the verifier's code; `other` for the rest. */
  because: Record<Because, string>;
  whatNow: string;
  now: Record<Answer["verdict"], string[]>;
  holder: string;
  company: string;
  organisationNumber: string;
  industry: string;
  cardNumber: string;
  industries: Record<Card["industry"], string>;
  codeAge: (age: string) => string;
  dataAge: (age: string) => string;
  online: string;
  checkedAt: (time: string) => string;
  photo: string;
  photoNote: string;
  photoOf: (name: string) => string;
  photoFailed: string;
  another: string;
  welcome: string;
  scan: string;
  scanHere: string;
  scanInstead: string;
  noKeys: string;
  walletPass: string;
  tooOld: string;
  tryAgain: string;
  typed: string;
  typedHint: string;
  digits: string;
  submit: string;
  typedFaults: Record<TypedFault, string>;
  /** An inspector's own code. */
  badge: {
    inspector: string;
    authority: string;
    verdicts: Record<Answer["verdict"], string>;
    sentences: Record<Answer["verdict"], string>;
  };
  approved: {
    title: string;
    lead: string;
    label: string;
    none: string;
    failed: string;
    count: (count: string) => string;
  };
  tip: {
    title: string;
    lead: string;
    company: string;
    place: string;
    seen: string;
    contact: string;
    missing: string;
    send: string;
    results: Record<Sent, string>;
  };
  about: string;
  questions: { question: string; answer: string }[];
}

export type Because =
  | "pass_wrong"
  | "pass_offline"
  | "paper_code"
  | "paper_too_old"
  | "code_too_old"
  | "code_from_future"
  | "clock_behind"
  | "data_too_old"
  | "no_key_set"
  | "not_yet_valid"
  | "code_damaged"
  | "forged"
  | "unknown_issuer_key"
  | "card_newer_than_data"
  | "other";

export const nb: Words = {
  name: "HMS-kort",
  language: "Språk",
  checking: "Kontrollerer …",
  verdicts: { valid: "GYLDIG", invalid: "UGYLDIG", unconfirmed: "KAN IKKE BEKREFTES" },
  sentences: {
    valid: "Kortet er i orden akkurat nå.",
    invalid: "Kortet kan ikke brukes slik det er nå.",
    unconfirmed: "Vi kan ikke si om kortet er i orden. Det betyr ikke at det er ugyldig.",
  },
  because: {
    pass_wrong: "Koden fra Google Wallet er for gammel eller feil. Be om å få se en ny.",
    pass_offline: "Koden fra Google Wallet må sjekkes på nett. Be om å få se kortet i appen.",
    paper_code: "Dette er en kode på papir. Papir kan kopieres, så be om å få se kortet på telefonen.",
    paper_too_old: "Koden på papir er for gammel. Be om å få se kortet på telefonen.",
    code_too_old: "Koden er for gammel. Det kan være et bilde, eller en klokke som går feil.",
    code_from_future: "Koden er fra fremtiden. En av klokkene går feil.",
    clock_behind: "Klokken på telefonen din går feil.",
    data_too_old: "Det er for lenge siden denne telefonen hadde kontakt med utstederen.",
    no_key_set: "Denne telefonen har ikke hatt kontakt med utstederen ennå.",
    not_yet_valid: "Kortet gjelder ikke ennå.",
    code_damaged: "Bare deler av koden ble lest.",
    forged: "Koden er ikke laget av utstederen og telefonen som kortet hører til.",
    unknown_issuer_key: "Kortet er signert med en nøkkel vi ikke kjenner ennå.",
    card_newer_than_data: "Kortet er nyere enn opplysningene på denne telefonen.",
    other: "Koden kunne ikke brukes.",
  },
  whatNow: "Hva nå?",
  now: {
    valid: [
      "Se at navnet og bildet passer med den som står foran deg.",
      "Se at virksomheten er den du har avtalt med.",
      "Gyldig betyr at virksomheten er registrert og at arbeidstakeren er meldt til myndighetene. Det sier ikke noe om kvaliteten på arbeidet.",
    ],
    invalid: [
      "Si det til arbeidstakeren. Det er ofte arbeidsgiveren som må rette feilen.",
      "Ring virksomheten og spør.",
      "Du kan vente med å la arbeidet begynne til kortet er i orden.",
    ],
    unconfirmed: [
      "Be om å få se koden på telefonen én gang til, og skann den på nytt.",
      "Sjekk at klokken på begge telefonene går riktig, og at du har nett.",
      "Eller be om kortnummeret og de seks sifrene under koden, og skriv dem inn nedenfor.",
    ],
  },
  holder: "Navn",
  company: "Virksomhet",
  organisationNumber: "Organisasjonsnummer",
  industry: "Bransje",
  cardNumber: "Kortnummer",
  industries: {
    construction: "Bygg og anlegg",
    cleaning: "Renhold",
    car_care: "Bilpleie, hjulskift og hjullagring",
  },
  codeAge: (age) => `Koden var ${age} gammel.`,
  dataAge: (age) => `Opplysningene er ${age} gamle.`,
  online: "Sjekket hos utstederen nå.",
  checkedAt: (time) => `Kontrollert ${time}.`,
  photo: "Vis bildet på kortet",
  photoNote: "Bildet hentes fra utstederen, som da kan se at noen ser på det.",
  photoOf: (name) => `Bilde av ${name}`,
  photoFailed: "Bildet kunne ikke hentes.",
  another: "Skann neste kode med kameraet på telefonen.",
  welcome: "Kontroller et HMS-kort",
  scan: "Åpne kameraet på telefonen og hold det mot koden på skjermen til arbeidstakeren.",
  scanHere: "Skann med kameraet her",
  scanInstead: "Skriv kortnummeret og sifrene i stedet.",
  walletPass: "Kortet ble vist fra Google Wallet. Det er mindre sikkert enn appen. Er du i tvil, be om å få se appen.",
  tooOld: "Denne nettleseren er for gammel til å kontrollere koden selv. Bruk kortnummeret og sifrene under, eller en nyere nettleser.",
  noKeys: "Vi får ikke kontakt med utstederen. Sjekk at du har nett.",
  tryAgain: "Prøv igjen",
  typed: "Kan ikke koden leses?",
  typedHint: "Skriv kortnummeret og de seks sifrene som står under koden. Krever nett.",
  digits: "Seks sifre",
  submit: "Kontroller",
  typedFaults: {
    wrong: "Kortnummeret eller sifrene stemmer ikke, eller sifrene er brukt. Be om nye.",
    limited: "For mange forsøk på dette kortet. Vent noen minutter.",
    malformed: "Kortnummeret har sju sifre, koden seks.",
    offline: "Vi får ikke kontakt med utstederen. Sjekk at du har nett.",
  },
  badge: {
    inspector: "Inspektør",
    authority: "Etat",
    verdicts: { valid: "DETTE ER EN INSPEKTØR", invalid: "IKKE EN INSPEKTØR", unconfirmed: "KAN IKKE BEKREFTES" },
    sentences: {
      valid: "Navnet under skal stemme med den du snakker med.",
      invalid: "Koden er falsk. Ikke vis kort eller nummer. Ring etaten eller politiet.",
      unconfirmed:
        "Vi kan ikke si om dette er en inspektør. Skann koden rett fra nettbrettet, eller be om tjenestebevis.",
    },
  },
  approved: {
    title: "Er virksomheten godkjent?",
    lead: "Virksomheter innen renhold og bilpleie må være godkjent av Arbeidstilsynet. Søket skjer på telefonen din, og ingen får vite hva du leter etter.",
    label: "Navn eller organisasjonsnummer",
    none: "Vi fant ingen godkjent virksomhet. Sjekk skrivemåten. Står den ikke her, er den ikke godkjent.",
    failed: "Listen kan ikke hentes nå. Sjekk at du har nett, og prøv igjen.",
    count: (count) => `Treff: ${count}`,
  },
  tip: {
    title: "Tips Arbeidstilsynet",
    lead: "Så du noe som ikke stemte? Fortell det her. Du trenger ikke å si hvem du er. Det du skriver, leses av Arbeidstilsynet.",
    company: "Hvilken virksomhet?",
    place: "Hvor var det?",
    seen: "Hva så du?",
    contact: "Hvordan kan vi nå deg? (hvis du vil)",
    missing: "Fyll ut virksomhet, sted og hva du så.",
    send: "Send tipset",
    results: {
      sent: "Takk. Tipset er sendt.",
      kept: "Ingen kontakt. Tipset ligger på denne telefonen og sendes når du har nett.",
      refused: "Tipset ble ikke tatt imot. Se over det du har skrevet.",
      limited: "Det er sendt mange tips herfra den siste timen. Prøv igjen senere.",
    },
  },
  about: "Om HMS-kortet",
  questions: [
    {
      question: "Hva er HMS-kortet?",
      answer:
        "Et kort som alle som arbeider i bygg og anlegg, renhold og bilpleie må ha. Det viser hvem de er og hvem de arbeider for.",
    },
    {
      question: "Hvordan vet jeg at denne siden er ekte?",
      answer:
        "Se på adressen øverst i nettleseren. Den skal være utstederens. En falsk kode kan føre til en falsk side som sier at alt er i orden.",
    },
    {
      question: "Hvorfor virker ikke et skjermbilde?",
      answer: "Koden byttes hvert tiende sekund. Et bilde er gammelt før det kan brukes.",
    },
    {
      question: "Får noen vite at jeg har kontrollert?",
      answer:
        "Nei. Koden blir lest i nettleseren din og sendes ikke til noen. Bare når du ber om bildet eller skriver inn sifre, spør vi utstederen.",
    },
  ],
};
