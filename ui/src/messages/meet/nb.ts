import type { MeetFault, Outcome } from "../../backend/contract";
import type { ErrorText } from "../text";

/** What worker and inspector read when they meet: who it is, and the receipt of the check. */
export const nb = {
  title: "Møter du en inspektør?",
  text: "Inspektører har en egen kode på nettbrettet. Skann den for å se hvem det er, eller for å få kvittering etter kontrollen. Det virker uten nett.",
  picture: "Velg et bilde av koden",
  instead: "Velg et bilde av koden i stedet.",
  reading: "Leser koden …",
  is: "Dette er en inspektør",
  kept: "Kvitteringen er lagret på telefonen",
  checks: "Kontroller du har kvittering for",
  none: "Du har ingen kvitteringer ennå.",
  outcomes: {
    valid: "Kortet var gyldig",
    invalid: "Kortet var ugyldig",
    unconfirmed: "Kontrollen ga ikke noe sikkert svar",
  } satisfies Record<Outcome, string>,
  badge: {
    title: "Vis hvem du er",
    text: "Arbeidstakeren skanner koden i appen sin, under «Møter du en inspektør?».",
    show: "Vis koden min",
    hide: "Skjul koden",
    label: "QR-kode som viser at du er inspektør",
  },
  receipt: {
    title: "Kvittering til arbeidstakeren",
    text: "Arbeidstakeren skanner den i appen sin, under «Møter du en inspektør?».",
    show: "Gi kvittering",
    hide: "Skjul kvitteringen",
    label: "QR-kode med kvittering for kontrollen",
  },
};

export type Meet = typeof nb;

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "Enheten har ingen egen kode ennå.",
    todo: "Oppdater dataene med nett, og prøv igjen.",
  },
  receipt_of_another: {
    happened: "Kvitteringen gjelder ikke kortet ditt.",
    todo: "Be inspektøren kontrollere kortet ditt på nytt og vise kvitteringen.",
  },
  not_a_badge: {
    happened: "Dette er ikke en inspektørs kode.",
    todo: "Be inspektøren vise koden sin på nettbrettet.",
  },
  badge_damaged: { happened: "Koden er ikke hel.", todo: "Skann den en gang til." },
  badge_unknown_format: {
    happened: "Koden er laget av en nyere app.",
    todo: "Oppdater appen, og skann på nytt.",
  },
  badge_foreign_issuer: {
    happened: "Koden kommer fra en annen utsteder.",
    todo: "Be om tjenestebevis. Ring etaten hvis du er i tvil.",
  },
  badge_unknown_key: {
    happened: "Telefonen kjenner ikke nøkkelen bak koden.",
    todo: "Oppdater kortet med nett, og skann på nytt.",
  },
  badge_key_withdrawn: {
    happened: "Koden er laget med en nøkkel som ikke gjelder lenger.",
    todo: "Ikke stol på koden. Be om tjenestebevis, og ring etaten.",
  },
  badge_forged: {
    happened: "Koden er falsk.",
    todo: "Dette er ikke en inspektør du kan stole på. Ring etaten eller politiet.",
  },
  badge_not_current: {
    happened: "Nettbrettet har ikke vært i kontakt med utstederen på lenge.",
    todo: "Be om tjenestebevis i stedet.",
  },
  badge_too_old: {
    happened: "Koden er for gammel, eller klokken går feil.",
    todo: "Skann den rett fra skjermen på nettbrettet.",
  },
  badge_from_future: {
    happened: "En av klokkene går feil.",
    todo: "Slå på automatisk klokkeslett på telefonen, og skann på nytt.",
  },
};
