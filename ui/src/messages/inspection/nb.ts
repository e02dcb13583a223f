import type { FindingKind, InspectionErrorCode, InspectionState, MetPerson } from "../../backend/inspections";
import { formats } from "../format";
import type { ErrorText } from "../text";

const f = formats("nb-NO");
const people = (count: number) => (count === 1 ? "1 person" : `${f.count(count)} personer`);

export const errors: Record<InspectionErrorCode, ErrorText> = {
  inspection_none_open: {
    happened: "Ingen tilsyn er åpne",
    todo: "Begynn et tilsyn, eller fortsett et som er satt på pause.",
  },
  inspection_another_open: {
    happened: "Et annet tilsyn er åpent",
    todo: "Sett det på pause eller avslutt det først.",
  },
  inspection_unknown: {
    happened: "Tilsynet finnes ikke på denne enheten",
    todo: "Gå tilbake og velg et annet.",
  },
  inspection_no_entry: {
    happened: "Personen står ikke i tilsynet",
    todo: "Se i lista over dem du har møtt. En som er slått opp må finnes i registeret på enheten.",
  },
  inspection_sent: {
    happened: "Rapporten er sendt",
    todo: "Tilsynet kan ikke endres etterpå. Begynn et nytt hvis noe mangler.",
  },
  inspection_full: {
    happened: "Tilsynet er fullt",
    todo: "Et tilsyn rommer 2000 personer og 50 bilder. Avslutt det og begynn et nytt.",
  },
  inspection_locked: {
    happened: "Tilsynene er låst",
    todo: "Sjekk at klokka går riktig, og oppdater data. Ingenting er tapt.",
  },
  inspection_text: {
    happened: "Teksten kan ikke lagres",
    todo: "Den er for lang eller har tegn som ikke er tekst. Rett den; det som var lagret før, står der fortsatt.",
  },
};

/** An inspection, from the first card to the last. Bokmål is the reference. */
export const nb = {
  title: "Tilsyn",
  none: "Ingen tilsyn er åpne. Det du sjekker, lagres ikke.",
  locked: (count: number) =>
    `${count === 1 ? "Ett tilsyn" : `${f.count(count)} tilsyn`} ligger kryptert på enheten, låst, fordi enheten ikke har hatt kontakt på lenge eller klokka går feil. Ingenting er tapt: Du får tilgang igjen når du oppdaterer data.`,
  begin: {
    open: "Begynn et tilsyn",
    title: "Nytt tilsyn",
    place: "Sted",
    address: "Adresse",
    optional: "valgfritt",
    industry: "Bransje det føres tilsyn med",
    anyIndustry: "Ikke bestemt",
    others: "Andre som deltar",
    othersHint: "En per linje: navn, og gjerne etat eller rolle etter et kolon.",
    start: "Begynn",
    cancel: "Avbryt",
    missing: "Skriv hvor tilsynet er.",
    wrong: "Et navn, stedet eller adressen er for langt eller har tegn som ikke er tekst.",
  },
  states: {
    open: "Pågår",
    paused: "På pause",
    ended: "Avsluttet",
    sent: "Sendt",
  } satisfies Record<InspectionState, string>,
  began: (at: string) => `Begynte ${at}`,
  ended: (at: string) => `Avsluttet ${at}`,
  totals: (met: number, found: number) => `${people(met)} møtt, funn hos ${f.count(found)}`,
  paySlips: (count: number) => `Lønnsslipper: ${f.count(count)}`,
  pause: "Pause",
  resume: "Fortsett",
  end: "Avslutt",
  show: "Vis",
  close: "Tilbake",
  discard: "Forkast",
  discardAsk: (place: string) => `Forkaste tilsynet på ${place}? Alt i det slettes og kan ikke hentes tilbake.`,
  discardYes: "Ja, slett alt",
  discardNo: "Nei, behold",
  kept: "Tilsyn på denne enheten",
  met: {
    title: "Møtt",
    none: "Ingen ennå. Skann det første kortet.",
    unknown: "Ukjent navn",
    before: (at: string) => `Møtt ${at}. Telles én gang.`,
    at: (at: string) => `Møtt ${at}`,
    card: (number: string) => `Kort ${number}`,
    how: {
      scanned: "Koden ble skannet",
      typed: "Koden ble skrevet inn",
      looked_up: "Slått opp",
      nothing_shown: "Viste ikke noe kort",
    } satisfies Record<MetPerson["how"], string>,
    unchecked: "Ikke kontrollert",
    removed: "Personen er fjernet fra tilsynet.",
    undo: "Angre",
    put: "Ta med i tilsynet",
  },
  told: {
    open: "Person uten kort",
    title: "Person uten kort",
    unknownTitle: "Ta med i tilsynet",
    unknownHint: "Koden sier ikke sikkert hvem dette er. Skriv det personen forteller.",
    hint: "Skriv det personen forteller. Alt kan stå tomt.",
    name: "Navn",
    born: "Fødselsdato",
    company: "Arbeidsgiver",
    add: "Legg til",
    save: "Lagre",
    cancel: "Avbryt",
  },
  entry: {
    title: "I tilsynet",
    findings: "Funn",
    kinds: {
      no_card: "Uten kort",
      expired: "Utløpt",
      invalid: "Ugyldig",
      wrong_employer: "Feil arbeidsgiver",
      wrong_industry: "Feil bransje",
      another_persons_card: "En annens kort",
      not_shown: "Viste ikke kortet",
      other: "Annet",
    } satisfies Record<FindingKind, string>,
    paySlip: "Be om lønnsslipper",
    note: "Merknad",
    saved: "Lagret",
    saving: "Lagrer …",
    remove: "Fjern fra tilsynet",
    judgedAgain: (at: string) => `Vurdert på nytt ${at}`,
    since: (at: string) => `siden ${at}`,
    next: "Neste",
  },
  note: "Merknad til hele tilsynet",
  pictures: {
    title: "Bilder av stedet",
    none: "Ingen bilder ennå.",
    add: "Velg eller ta et bilde",
    camera: "Ta bilde med kameraet",
    take: "Ta bildet",
    hint: "Bildet lagres kryptert, uten sted, tid og kamera. PNG, JPEG eller WebP.",
    caption: "Hva bildet viser",
    remove: "Fjern bildet",
    adding: "Lagrer bildet …",
  },
  news: {
    title: (count: number) => (count === 1 ? "En kontroll er vurdert på nytt" : `${f.count(count)} kontroller er vurdert på nytt`),
    text: "Oppdateringen viser at svaret var et annet da kortet ble kontrollert, eller er det nå.",
    checked: (at: string, place: string) => `Kontrollert ${at}, ${place}`,
    before: "fra før kontrollen",
    after: "etter kontrollen",
    seen: "Jeg har sett det",
  },
};

export type InspectionWords = typeof nb;
