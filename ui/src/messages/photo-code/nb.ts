import type { NoPhoto } from "../../backend/photo";

/** The code that moves: what the worker's and the inspector's screens say of it. */
export interface PhotoCode {
  worker: {
    show: string;
    text: string;
    label: string;
    /** For those who don't want things to move by themselves. */
    still: string;
    start: string;
    pause: string;
    hide: string;
  };
  inspector: {
    looking: string;
    read: string;
    text: string;
    instead: string;
    pictures: string;
    progress: string;
    parts: (have: string, need: string) => string;
    here: string;
    again: string;
    close: string;
    why: Record<NoPhoto, string>;
  };
}

export const nb: PhotoCode = {
  worker: {
    show: "Vis bildet mitt",
    text: "Hold telefonen i ro foran inspektørens kamera. Koden beveger seg fordi den bærer bildet ditt, bit for bit.",
    label: "Kode som beveger seg og bærer bildet ditt",
    still: "Koden må bevege seg for å virke: den skifter åtte ganger i sekundet. Den begynner når du vil.",
    start: "La koden gå",
    pause: "Stans koden",
    hide: "Tilbake til kortkoden",
  },
  inspector: {
    looking: "Henter bildet …",
    read: "Les bildet fra telefonen",
    text: "Be arbeidstakeren trykke «Vis bildet mitt», og hold kameraet mot koden som beveger seg, i noen sekunder.",
    instead: "Velg bilder av telefonens skjerm i stedet.",
    pictures: "Velg bilder av koden",
    progress: "Så mye av bildet er lest",
    parts: (have, need) => `${have} av ${need} deler er lest`,
    here: "Bildet er det utstederen har signert.",
    again: "Prøv tjenesten igjen",
    close: "Stans lesingen",
    why: {
      photo_no_contact: "Bildet er ikke på denne enheten, og tjenesten kan ikke nås.",
      photo_gone: "Tjenesten har ikke dette bildet lenger. Kortet på telefonen kan være eldre enn bildet.",
      photo_does_not_fit: "Det som kom, er ikke bildet som utstederen har signert. Ingenting vises.",
      not_a_photo_code: "Dette er ikke koden med bildet. Be arbeidstakeren trykke «Vis bildet mitt».",
      another_photo: "Dette er bildet til et annet kort.",
    },
  },
};
