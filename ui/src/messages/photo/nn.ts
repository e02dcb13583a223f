import type { Photo } from "./nb";

export const nn: Photo = {
  waits: "Biletet er motteke. Eit menneske ser på det før det kjem på kortet:",
  waiting: (date) => `Eit menneske skal sjå på biletet som vart levert ${date}, før det kjem på kortet.`,
  rejected: (date) => `Biletet vart ikkje godkjent ${date}`,
  worker: "Gje arbeidsgivaren eit nytt bilete, eller ta det med til kontoret som skriv ut kortet. Kortet ditt er som før.",
  employer: "Be arbeidstakaren om eit nytt bilete, og legg det til her. Går det ikkje, kan kontoret som skriv ut kortet, ta imot det.",
  faults: {
    too_few_pixels: "Biletet har for få biletpunkt. Ta det med kameraet, ikkje av ein skjerm.",
    no_face: "Vi fann ikkje noko andlet. Sjå rett inn i kameraet, med lys på andletet.",
    several_faces: "Det er fleire andlet. Berre den som skal ha kortet, kan vere med.",
    face_too_small: "Andletet er for lite. Gå nærare kameraet.",
    face_too_large: "Andletet er for stort. Gå lenger unna, så heile hovudet er med.",
    off_centre: "Andletet er ikkje midt i biletet.",
    tilted: "Hovudet hallar til sida. Hald hovudet og kameraet rett.",
    turned: "Andletet er vendt til sida. Sjå rett inn i kameraet.",
    eyes_hidden: "Auga syner ikkje godt. Ta av mørke briller, og hald auga opne.",
    blurred: "Biletet er uskarpt. Hald kameraet i ro, og puss linsa.",
    too_dark: "Biletet er for mørkt. Ta det der det er meir lys.",
    too_bright: "Biletet er for lyst. Snu deg bort frå sterkt lys.",
    uneven_background: "Bakgrunnen er ikkje jamn. Stå framfor ein lys vegg utan mønster og skuggar.",
  },
};
