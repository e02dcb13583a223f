/** Small pictures of everybody, for where there is no network. Bokmål is the reference. */
export interface Pack {
  toggle: string;
  what: string;
  held: (pictures: string, age: string) => string;
  some: (pictures: string) => string;
  /** The office gives none out. */
  withheld: string;
  progress: (done: string, total: string) => string;
  /** Beneath one that is shown: it is never the photo itself. */
  caption: string;
  of: (name: string) => string;
}

export const nb: Pack = {
  toggle: "Små bilder av alle på denne enheten",
  what: "Med dem kan du kjenne folk igjen uten nett. De hentes når du oppdaterer, første gang tar det tid, og slettes når du slår dem av.",
  held: (pictures, age) => `Små bilder: ${pictures}, ${age} gamle`,
  some: (pictures) => `Små bilder: ${pictures} så langt. Oppdater for å hente resten.`,
  withheld: "Myndigheten deler ikke ut små bilder nå. De som lå her, er slettet.",
  progress: (done, total) => `Små bilder: ${done} av ${total}`,
  caption: "Et lite bilde fra enheten, ikke selve bildet på kortet",
  of: (name) => `Lite bilde av ${name}`,
};
