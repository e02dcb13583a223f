import type { PhotoCode } from "./nb";

export const pl: PhotoCode = {
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
};
