import { formats } from "../format";
import type { Find } from "./nb";

const f = formats("nn-NO");

export const nn: Find = {
  title: "Slå opp utan kode",
  label: "Nummer, namn eller verksemd",
  hint: "Fødselsnummer, D-nummer, kortnummer, organisasjonsnummer, eller namn, gjerne med fødselsdato. Ingenting av oppslaget blir lagra.",
  found: (count) => (count === 1 ? "Eitt treff" : `${f.count(count)} treff`),
  none: "Ingen treff.",
  more: "Det er fleire treff. Skriv meir for å sjå dei.",
  moreWorkers: "Vis fleire",
  born: (date) => `Fødd ${date}`,
  workers: (count) => (count === 1 ? "Eitt kort" : `${f.count(count)} kort`),
  subUnit: "Undereining",
  back: "Tilbake til treffa",
  expect: "Denne arbeidsgivaren skal vere her",
  expecting: (name) => `Skal vere her: ${name}`,
  expectAnyone: "Fjern valet",
  nationalId: "Fødselsnummer eller D-nummer",
  birthDate: "Fødselsdato",
  card: "Kortnummer",
  phone: "På telefonen sidan",
  noPhone: "Ikkje på nokon telefon",
  phoneReplaced: "Koden kjem frå ein telefon som kortet er flytta frå.",
  inFull: "Alle arbeidsforhold på kortet",
  noEmployments: "Ingen arbeidsforhold på kortet.",
  unknownCompany: "Ukjend verksemd",
  presented: "Denne vart vist",
  accepted: "Bransjen er godteken her",
  notAccepted: "Bransjen er ikkje godteken her",
  expected: "Arbeidsgivaren som skal vere her",
  notExpected: "Ikkje arbeidsgivaren som skal vere her",
  valid: (from, until) => `Frå ${from} til ${until}`,
  history: "Dette har skjedd",
  noHistory: "Ingenting har endra seg.",
  came: "Ugyldig",
  went: "I orden att",
  age: (age) => `Opplysningane er ${age} gamle.`,
  notHere: "Kortet er ikkje i registeret på eininga. Oppdater data, og prøv att.",
  index: {
    held: (cards, age) => `Oppslag: ${f.count(cards)} kort, ${age} gammalt`,
    none: "Oppslag: ingenting på eininga enno",
    waiting: (bytes) => `${bytes} av oppslaget er henta. Resten kjem når du oppdaterer att.`,
    applying: (done, total) => `Legg inn: ${done} av ${total} kort`,
    interrupted: "Sambandet vart brote. Oppdater att for å halde fram der det slapp.",
    until: (date) => `Blir sletta ${date} om eininga ikkje får kontakt før det`,
  },
  custody: {
    locked: (date) =>
      `Oppslag er låst: Eininga skulle hatt kontakt før ${date}. Utan kontakt blir registeret sletta om ein time. Sjekk at klokka går rett, og oppdater.`,
    wiped: (date) =>
      `Registeret vart sletta ${date} fordi eininga ikkje hadde hatt kontakt på lenge. Oppdater for å få det tilbake.`,
    revoked: (date) =>
      `Kontoret har trekt tilbake tilgangen for denne eininga. Alt ho visste, vart sletta ${date}. Be kontoret om ei ny lenkje om det var feil.`,
  },
};
