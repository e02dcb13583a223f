import type { PhotoCode } from "./nb";

export const nn: PhotoCode = {
  worker: {
    show: "Vis biletet mitt",
    text: "Hald telefonen i ro framfor kameraet til inspektøren. Koden rører seg fordi han ber biletet ditt, bit for bit.",
    label: "Kode som rører seg og ber biletet ditt",
    still: "Koden må røre seg for å verke: han skiftar åtte gonger i sekundet. Han byrjar når du vil.",
    start: "Lat koden gå",
    pause: "Stans koden",
    hide: "Tilbake til kortkoden",
  },
  inspector: {
    looking: "Hentar biletet …",
    read: "Les biletet frå telefonen",
    text: "Be arbeidstakaren trykkje «Vis biletet mitt», og hald kameraet mot koden som rører seg, i nokre sekund.",
    instead: "Vel bilete av skjermen på telefonen i staden.",
    pictures: "Vel bilete av koden",
    progress: "Så mykje av biletet er lese",
    parts: (have, need) => `${have} av ${need} delar er lesne`,
    here: "Biletet er det utskrivaren har signert.",
    again: "Prøv tenesta igjen",
    close: "Stans lesinga",
    why: {
      photo_no_contact: "Biletet er ikkje på denne eininga, og tenesta kan ikkje nåast.",
      photo_gone: "Tenesta har ikkje dette biletet lenger. Kortet på telefonen kan vere eldre enn biletet.",
      photo_does_not_fit: "Det som kom, er ikkje biletet som utskrivaren har signert. Ingenting blir vist.",
      not_a_photo_code: "Dette er ikkje koden med biletet. Be arbeidstakaren trykkje «Vis biletet mitt».",
      another_photo: "Dette er biletet til eit anna kort.",
    },
  },
};
