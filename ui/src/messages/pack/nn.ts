import type { Pack } from "./nb";

export const nn: Pack = {
  toggle: "Små bilete av alle på denne eininga",
  what: "Med dei kan du kjenne att folk utan nett. Dei blir henta når du oppdaterer, fyrste gongen tek det tid, og sletta når du slår dei av.",
  held: (pictures, age) => `Små bilete: ${pictures}, ${age} gamle`,
  some: (pictures) => `Små bilete: ${pictures} så langt. Oppdater for å hente resten.`,
  withheld: "Styresmakta deler ikkje ut små bilete no. Dei som låg her, er sletta.",
  progress: (done, total) => `Små bilete: ${done} av ${total}`,
  caption: "Eit lite bilete frå eininga, ikkje sjølve biletet på kortet",
  of: (name) => `Lite bilete av ${name}`,
};
