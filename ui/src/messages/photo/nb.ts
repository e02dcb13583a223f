import type { PhotoFault } from "../photo";

export interface Photo {
  /** A person has to look at it. */
  waits: string;
  /** A person has to look at it, and hasn't yet. */
  waiting: (date: string) => string;
  /** A person has rejected it. */
  rejected: (date: string) => string;
  /** What the worker can do about that. */
  worker: string;
  /** What the employer can do about that. */
  employer: string;
  faults: Record<PhotoFault, string>;
}

export const nb: Photo = {
  waits: "Bildet er mottatt. Et menneske ser på det før det kommer på kortet:",
  waiting: (date) => `Et menneske skal se på bildet som ble levert ${date}, før det kommer på kortet.`,
  rejected: (date) => `Bildet ble ikke godkjent ${date}`,
  worker: "Gi arbeidsgiveren et nytt bilde, eller ta det med til kontoret som utsteder kortet. Kortet ditt er som før.",
  employer: "Be arbeidstakeren om et nytt bilde, og legg det til her. Går det ikke, kan kontoret som utsteder kortet, ta det imot.",
  faults: {
    too_few_pixels: "Bildet har for få bildepunkter. Ta det med kameraet, ikke av en skjerm.",
    no_face: "Vi fant ikke noe ansikt. Se rett inn i kameraet, med lys på ansiktet.",
    several_faces: "Det er flere ansikter. Bare den som skal ha kortet, kan være med.",
    face_too_small: "Ansiktet er for lite. Gå nærmere kameraet.",
    face_too_large: "Ansiktet er for stort. Gå lenger unna, så hele hodet er med.",
    off_centre: "Ansiktet er ikke midt i bildet.",
    tilted: "Hodet heller til siden. Hold hodet og kameraet rett.",
    turned: "Ansiktet er vendt til siden. Se rett inn i kameraet.",
    eyes_hidden: "Øynene synes ikke godt. Ta av mørke briller, og hold øynene åpne.",
    blurred: "Bildet er uskarpt. Hold kameraet i ro, og puss linsen.",
    too_dark: "Bildet er for mørkt. Ta det der det er mer lys.",
    too_bright: "Bildet er for lyst. Snu deg bort fra sterkt lys.",
    uneven_background: "Bakgrunnen er ikke jevn. Stå foran en lys vegg uten mønster og skygger.",
  },
};
