import type { NoPhoto } from "../backend/photo";
import { language } from "./index.svelte";
import type { LanguageCode } from "./languages";

/** The code that moves: what the worker's and the inspector's screens say of it. */
export interface PhotoCodeWords {
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

const WORDS: Record<LanguageCode, PhotoCodeWords> = {
  nb: {
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
  },
  nn: {
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
  },
  en: {
    worker: {
      show: "Show my photo",
      text: "Hold the phone still before the inspector's camera. The code moves because it carries your photo, bit by bit.",
      label: "A code that moves and carries your photo",
      still: "The code has to move to work: it changes eight times a second. It begins when you want.",
      start: "Let the code run",
      pause: "Stop the code",
      hide: "Back to the card's code",
    },
    inspector: {
      looking: "Fetching the photo …",
      read: "Read the photo from the phone",
      text: "Ask the worker to press “Show my photo”, and hold the camera towards the moving code for some seconds.",
      instead: "Choose pictures of the phone's screen instead.",
      pictures: "Choose pictures of the code",
      progress: "How much of the photo has been read",
      parts: (have, need) => `${have} of ${need} parts have been read`,
      here: "The photo is the one that the issuer signed.",
      again: "Try the service again",
      close: "Stop reading",
      why: {
        photo_no_contact: "The photo is not on this device, and the service can't be reached.",
        photo_gone: "The service hasn't got this photo any more. The card on the phone may be older than the photo.",
        photo_does_not_fit: "What came is not the photo that the issuer signed. Nothing is shown.",
        not_a_photo_code: "This is not the code with the photo. Ask the worker to press “Show my photo”.",
        another_photo: "This is the photo of another card.",
      },
    },
  },
  pl: {
    worker: {
      show: "Pokaż moje zdjęcie",
      text: "Trzymaj telefon nieruchomo przed kamerą inspektora. Kod się porusza, bo przenosi Twoje zdjęcie kawałek po kawałku.",
      label: "Ruchomy kod, który przenosi Twoje zdjęcie",
      still: "Kod musi się poruszać, aby działał: zmienia się osiem razy na sekundę. Zacznie, kiedy zechcesz.",
      start: "Uruchom kod",
      pause: "Zatrzymaj kod",
      hide: "Powrót do kodu karty",
    },
    inspector: {
      looking: "Pobieranie zdjęcia …",
      read: "Odczytaj zdjęcie z telefonu",
      text: "Poproś pracownika o naciśnięcie „Pokaż moje zdjęcie” i przez kilka sekund trzymaj kamerę skierowaną na ruchomy kod.",
      instead: "Wybierz zamiast tego zdjęcia ekranu telefonu.",
      pictures: "Wybierz zdjęcia kodu",
      progress: "Ile zdjęcia już odczytano",
      parts: (have, need) => `Odczytano ${have} z ${need} części`,
      here: "To zdjęcie podpisane przez wystawcę.",
      again: "Spróbuj połączyć się z serwisem ponownie",
      close: "Przerwij odczyt",
      why: {
        photo_no_contact: "Zdjęcia nie ma na tym urządzeniu, a serwis jest nieosiągalny.",
        photo_gone: "Serwis nie ma już tego zdjęcia. Karta w telefonie może być starsza niż zdjęcie.",
        photo_does_not_fit: "To, co otrzymano, nie jest zdjęciem podpisanym przez wystawcę. Nic nie zostanie pokazane.",
        not_a_photo_code: "To nie jest kod ze zdjęciem. Poproś pracownika o naciśnięcie „Pokaż moje zdjęcie”.",
        another_photo: "To zdjęcie z innej karty.",
      },
    },
  },
  lt: {
    worker: {
      show: "Rodyti mano nuotrauką",
      text: "Laikykite telefoną ramiai prieš inspektoriaus kamerą. Kodas juda, nes po truputį perduoda jūsų nuotrauką.",
      label: "Judantis kodas, perduodantis jūsų nuotrauką",
      still: "Kad veiktų, kodas turi judėti: jis keičiasi aštuonis kartus per sekundę. Jis prasidės, kai norėsite.",
      start: "Paleisti kodą",
      pause: "Sustabdyti kodą",
      hide: "Grįžti prie kortelės kodo",
    },
    inspector: {
      looking: "Gaunama nuotrauka …",
      read: "Nuskaityti nuotrauką iš telefono",
      text: "Paprašykite darbuotojo paspausti „Rodyti mano nuotrauką“ ir kelias sekundes laikykite kamerą prieš judantį kodą.",
      instead: "Pasirinkite telefono ekrano nuotraukas.",
      pictures: "Pasirinkti kodo nuotraukas",
      progress: "Kiek nuotraukos nuskaityta",
      parts: (have, need) => `Nuskaityta dalių: ${have} iš ${need}`,
      here: "Tai išdavėjo pasirašyta nuotrauka.",
      again: "Bandyti pasiekti tarnybą dar kartą",
      close: "Baigti skaityti",
      why: {
        photo_no_contact: "Nuotraukos šiame įrenginyje nėra, o tarnybos pasiekti nepavyksta.",
        photo_gone: "Tarnyba šios nuotraukos nebeturi. Kortelė telefone gali būti senesnė už nuotrauką.",
        photo_does_not_fit: "Gauta ne ta nuotrauka, kurią pasirašė išdavėjas. Nieko nerodoma.",
        not_a_photo_code: "Tai ne kodas su nuotrauka. Paprašykite darbuotojo paspausti „Rodyti mano nuotrauką“.",
        another_photo: "Tai kitos kortelės nuotrauka.",
      },
    },
  },
  ro: {
    worker: {
      show: "Arată fotografia mea",
      text: "Țineți telefonul nemișcat în fața camerei inspectorului. Codul se mișcă pentru că vă transmite fotografia, bucată cu bucată.",
      label: "Un cod care se mișcă și vă transmite fotografia",
      still: "Codul trebuie să se miște ca să funcționeze: se schimbă de opt ori pe secundă. Începe când doriți.",
      start: "Pornește codul",
      pause: "Oprește codul",
      hide: "Înapoi la codul cardului",
    },
    inspector: {
      looking: "Se aduce fotografia …",
      read: "Citește fotografia de pe telefon",
      text: "Cereți lucrătorului să apese „Arată fotografia mea” și țineți camera spre codul care se mișcă, câteva secunde.",
      instead: "Alegeți în schimb imagini cu ecranul telefonului.",
      pictures: "Alege imagini cu codul",
      progress: "Cât din fotografie s-a citit",
      parts: (have, need) => `S-au citit ${have} din ${need} părți`,
      here: "Este fotografia semnată de emitent.",
      again: "Încearcă din nou serviciul",
      close: "Oprește citirea",
      why: {
        photo_no_contact: "Fotografia nu este pe acest dispozitiv, iar serviciul nu poate fi contactat.",
        photo_gone: "Serviciul nu mai are această fotografie. Cardul de pe telefon poate fi mai vechi decât fotografia.",
        photo_does_not_fit: "Ce a venit nu este fotografia semnată de emitent. Nu se arată nimic.",
        not_a_photo_code: "Acesta nu este codul cu fotografia. Cereți lucrătorului să apese „Arată fotografia mea”.",
        another_photo: "Aceasta este fotografia altui card.",
      },
    },
  },
};

export const photoCodeWords = (): PhotoCodeWords => WORDS[language.code];
