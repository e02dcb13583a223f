import type { MeetFault } from "../../backend/contract";
import type { ErrorText } from "../text";
import type { Meet } from "./nb";

export const nn: Meet = {
  title: "Møter du ein inspektør?",
  text: "Inspektørar har ein eigen kode på nettbrettet. Skann han for å sjå kven det er, eller for å få kvittering etter kontrollen. Det verkar utan nett.",
  picture: "Vel eit bilete av koden",
  instead: "Vel eit bilete av koden i staden.",
  reading: "Les koden …",
  is: "Dette er ein inspektør",
  kept: "Kvitteringa er lagra på telefonen",
  checks: "Kontrollar du har kvittering for",
  none: "Du har ingen kvitteringar enno.",
  outcomes: {
    valid: "Kortet var gyldig",
    invalid: "Kortet var ugyldig",
    unconfirmed: "Kontrollen gav ikkje noko sikkert svar",
  },
  badge: {
    title: "Vis kven du er",
    text: "Arbeidstakaren skannar koden i appen sin, under «Møter du ein inspektør?».",
    show: "Vis koden min",
    hide: "Gøym koden",
    label: "QR-kode som viser at du er inspektør",
  },
  receipt: {
    title: "Kvittering til arbeidstakaren",
    text: "Arbeidstakaren skannar ho i appen sin, under «Møter du ein inspektør?».",
    show: "Gi kvittering",
    hide: "Gøym kvitteringa",
    label: "QR-kode med kvittering for kontrollen",
  },
};

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "Eininga har ingen eigen kode enno.",
    todo: "Oppdater dataa med nett, og prøv igjen.",
  },
  receipt_of_another: {
    happened: "Kvitteringa gjeld ikkje kortet ditt.",
    todo: "Be inspektøren kontrollere kortet ditt på nytt og vise kvitteringa.",
  },
  not_a_badge: {
    happened: "Dette er ikkje koden til ein inspektør.",
    todo: "Be inspektøren vise koden sin på nettbrettet.",
  },
  badge_damaged: { happened: "Koden er ikkje heil.", todo: "Skann han ein gong til." },
  badge_unknown_format: {
    happened: "Koden er laga av ein nyare app.",
    todo: "Oppdater appen, og skann på nytt.",
  },
  badge_foreign_issuer: {
    happened: "Koden kjem frå ein annan utferdar.",
    todo: "Be om tenestebevis. Ring etaten om du er i tvil.",
  },
  badge_unknown_key: {
    happened: "Telefonen kjenner ikkje nøkkelen bak koden.",
    todo: "Oppdater kortet med nett, og skann på nytt.",
  },
  badge_key_withdrawn: {
    happened: "Koden er laga med ein nøkkel som ikkje gjeld lenger.",
    todo: "Ikkje stol på koden. Be om tenestebevis, og ring etaten.",
  },
  badge_forged: {
    happened: "Koden er falsk.",
    todo: "Dette er ikkje ein inspektør du kan stole på. Ring etaten eller politiet.",
  },
  badge_not_current: {
    happened: "Nettbrettet har ikkje vore i kontakt med utferdaren på lenge.",
    todo: "Be om tenestebevis i staden.",
  },
  badge_too_old: {
    happened: "Koden er for gammal, eller klokka går feil.",
    todo: "Skann han rett frå skjermen på nettbrettet.",
  },
  badge_from_future: {
    happened: "Ei av klokkene går feil.",
    todo: "Slå på automatisk klokkeslett på telefonen, og skann på nytt.",
  },
};
