import type { InspectionErrorCode } from "../../backend/inspections";
import { formats } from "../format";
import type { ErrorText } from "../text";
import type { InspectionWords } from "./nb";

const f = formats("nn-NO");
const people = (count: number) => (count === 1 ? "1 person" : `${f.count(count)} personar`);

export const errors: Record<InspectionErrorCode, ErrorText> = {
  inspection_none_open: {
    happened: "Ingen tilsyn er opne",
    todo: "Byrj eit tilsyn, eller hald fram med eit som er sett på pause.",
  },
  inspection_another_open: {
    happened: "Eit anna tilsyn er ope",
    todo: "Set det på pause eller avslutt det først.",
  },
  inspection_unknown: {
    happened: "Tilsynet finst ikkje på denne eininga",
    todo: "Gå tilbake og vel eit anna.",
  },
  inspection_no_entry: {
    happened: "Personen står ikkje i tilsynet",
    todo: "Sjå i lista over dei du har møtt. Ein som er slått opp, må finnast i registeret på eininga.",
  },
  inspection_sent: {
    happened: "Rapporten er send",
    todo: "Tilsynet kan ikkje endrast etterpå. Byrj eit nytt om noko manglar.",
  },
  inspection_full: {
    happened: "Tilsynet er fullt",
    todo: "Eit tilsyn rommar 2000 personar og 50 bilete. Avslutt det og byrj eit nytt.",
  },
  inspection_locked: {
    happened: "Tilsyna er låste",
    todo: "Sjekk at klokka går rett, og oppdater data. Ingenting er tapt.",
  },
  inspection_text: {
    happened: "Teksten kan ikkje lagrast",
    todo: "Han er for lang eller har teikn som ikkje er tekst. Rett han; det som var lagra før, står der enno.",
  },
};

export const nn: InspectionWords = {
  title: "Tilsyn",
  none: "Ingen tilsyn er opne. Det du sjekkar, blir ikkje lagra.",
  locked: (count) =>
    `${count === 1 ? "Eitt tilsyn" : `${f.count(count)} tilsyn`} ligg kryptert på eininga, låst, fordi eininga ikkje har hatt kontakt på lenge eller klokka går feil. Ingenting er tapt: Du får tilgang att når du oppdaterer data.`,
  begin: {
    open: "Byrj eit tilsyn",
    title: "Nytt tilsyn",
    place: "Stad",
    address: "Adresse",
    optional: "valfritt",
    industry: "Bransje det blir ført tilsyn med",
    anyIndustry: "Ikkje bestemt",
    others: "Andre som er med",
    othersHint: "Ein per linje: namn, og gjerne etat eller rolle etter eit kolon.",
    start: "Byrj",
    cancel: "Avbryt",
    missing: "Skriv kvar tilsynet er.",
    wrong: "Eit namn, staden eller adressa er for lang eller har teikn som ikkje er tekst.",
  },
  states: { open: "Går føre seg", paused: "På pause", ended: "Avslutta", sent: "Send" },
  began: (at) => `Byrja ${at}`,
  ended: (at) => `Avslutta ${at}`,
  totals: (met, found) => `${people(met)} møtt, funn hos ${f.count(found)}`,
  paySlips: (count) => `Lønsslippar: ${f.count(count)}`,
  pause: "Pause",
  resume: "Hald fram",
  end: "Avslutt",
  show: "Vis",
  close: "Tilbake",
  discard: "Forkast",
  discardAsk: (place) => `Forkaste tilsynet på ${place}? Alt i det blir sletta og kan ikkje hentast tilbake.`,
  discardYes: "Ja, slett alt",
  discardNo: "Nei, behald",
  kept: "Tilsyn på denne eininga",
  met: {
    title: "Møtt",
    none: "Ingen enno. Skann det første kortet.",
    unknown: "Ukjent namn",
    before: (at) => `Møtt ${at}. Blir talt éin gong.`,
    at: (at) => `Møtt ${at}`,
    card: (number) => `Kort ${number}`,
    how: {
      scanned: "Koden vart skanna",
      typed: "Koden vart skriven inn",
      looked_up: "Slått opp",
      nothing_shown: "Viste ikkje noko kort",
    },
    unchecked: "Ikkje kontrollert",
    removed: "Personen er fjerna frå tilsynet.",
    undo: "Angre",
    put: "Ta med i tilsynet",
  },
  told: {
    open: "Person utan kort",
    title: "Person utan kort",
    unknownTitle: "Ta med i tilsynet",
    unknownHint: "Koden seier ikkje sikkert kven dette er. Skriv det personen fortel.",
    hint: "Skriv det personen fortel. Alt kan stå tomt.",
    name: "Namn",
    born: "Fødselsdato",
    company: "Arbeidsgivar",
    add: "Legg til",
    save: "Lagre",
    cancel: "Avbryt",
  },
  entry: {
    title: "I tilsynet",
    findings: "Funn",
    kinds: {
      no_card: "Utan kort",
      expired: "Utgått",
      invalid: "Ugyldig",
      wrong_employer: "Feil arbeidsgivar",
      wrong_industry: "Feil bransje",
      another_persons_card: "Kortet til ein annan",
      not_shown: "Viste ikkje kortet",
      other: "Anna",
    },
    paySlip: "Be om lønsslippar",
    note: "Merknad",
    saved: "Lagra",
    saving: "Lagrar …",
    remove: "Fjern frå tilsynet",
    judgedAgain: (at) => `Vurdert på nytt ${at}`,
    since: (at) => `sidan ${at}`,
    next: "Neste",
  },
  note: "Merknad til heile tilsynet",
  pictures: {
    title: "Bilete av staden",
    none: "Ingen bilete enno.",
    add: "Vel eller ta eit bilete",
    camera: "Ta bilete med kameraet",
    take: "Ta biletet",
    hint: "Biletet blir lagra kryptert, utan stad, tid og kamera. PNG, JPEG eller WebP.",
    caption: "Kva biletet viser",
    remove: "Fjern biletet",
    adding: "Lagrar biletet …",
  },
  news: {
    title: (count) => (count === 1 ? "Ein kontroll er vurdert på nytt" : `${f.count(count)} kontrollar er vurderte på nytt`),
    text: "Oppdateringa viser at svaret var eit anna då kortet vart kontrollert, eller er det no.",
    checked: (at, place) => `Kontrollert ${at}, ${place}`,
    before: "frå før kontrollen",
    after: "etter kontrollen",
    seen: "Eg har sett det",
  },
};
