import { formats } from "../format";

const f = formats("nb-NO");

/** Look-up without a code, a person in full, and what the device may know. Bokmål is the reference. */
export const nb = {
  title: "Slå opp uten kode",
  label: "Nummer, navn eller virksomhet",
  hint: "Fødselsnummer, D-nummer, kortnummer, organisasjonsnummer, eller navn, gjerne med fødselsdato. Ingenting av oppslaget lagres.",
  found: (count: number) => (count === 1 ? "Ett treff" : `${f.count(count)} treff`),
  none: "Ingen treff.",
  more: "Det er flere treff. Skriv mer for å se dem.",
  moreWorkers: "Vis flere",
  born: (date: string) => `Født ${date}`,
  workers: (count: number) => (count === 1 ? "Ett kort" : `${f.count(count)} kort`),
  subUnit: "Underenhet",
  back: "Tilbake til treffene",
  expect: "Denne arbeidsgiveren skal være her",
  expecting: (name: string) => `Skal være her: ${name}`,
  expectAnyone: "Fjern valget",
  nationalId: "Fødselsnummer eller D-nummer",
  birthDate: "Fødselsdato",
  card: "Kortnummer",
  phone: "På telefonen siden",
  noPhone: "Ikke på noen telefon",
  phoneReplaced: "Koden kommer fra en telefon som kortet er flyttet fra.",
  inFull: "Alle arbeidsforhold på kortet",
  noEmployments: "Ingen arbeidsforhold på kortet.",
  unknownCompany: "Ukjent virksomhet",
  presented: "Denne ble vist",
  accepted: "Bransjen godtas her",
  notAccepted: "Bransjen godtas ikke her",
  expected: "Arbeidsgiveren som skal være her",
  notExpected: "Ikke arbeidsgiveren som skal være her",
  valid: (from: string, until: string) => `Fra ${from} til ${until}`,
  history: "Dette har skjedd",
  noHistory: "Ingenting har endret seg.",
  came: "Ugyldig",
  went: "I orden igjen",
  age: (age: string) => `Opplysningene er ${age} gamle.`,
  notHere: "Kortet er ikke i registeret på enheten. Oppdater data, og prøv igjen.",
  index: {
    held: (cards: number, age: string) => `Oppslag: ${f.count(cards)} kort, ${age} gammelt`,
    none: "Oppslag: ingenting på enheten ennå",
    waiting: (bytes: string) => `${bytes} av oppslaget er hentet. Resten kommer når du oppdaterer igjen.`,
    applying: (done: string, total: string) => `Legger inn: ${done} av ${total} kort`,
    interrupted: "Forbindelsen ble brutt. Oppdater igjen for å fortsette der den slapp.",
    until: (date: string) => `Slettes ${date} hvis enheten ikke får kontakt før det`,
  },
  custody: {
    locked: (date: string) =>
      `Oppslag er låst: Enheten skulle hatt kontakt før ${date}. Uten kontakt slettes registeret om en time. Sjekk at klokken går riktig, og oppdater.`,
    wiped: (date: string) =>
      `Registeret ble slettet ${date} fordi enheten ikke hadde hatt kontakt på lenge. Oppdater for å få det tilbake.`,
    revoked: (date: string) =>
      `Kontoret har trukket tilbake tilgangen for denne enheten. Alt den visste, ble slettet ${date}. Be kontoret om en ny lenke hvis det var feil.`,
  },
};

export type Find = typeof nb;
