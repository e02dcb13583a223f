import type { MeetFault } from "../../backend/contract";
import type { ErrorText } from "../text";
import type { Meet } from "./nb";

export const pl: Meet = {
  title: "Rozmawiasz z inspektorem?",
  text: "Inspektorzy mają na tablecie własny kod. Zeskanuj go, aby sprawdzić, kto to jest, albo aby dostać potwierdzenie kontroli. Działa bez internetu.",
  picture: "Wybierz zdjęcie kodu",
  instead: "Wybierz zamiast tego zdjęcie kodu.",
  reading: "Odczytywanie kodu …",
  is: "To jest inspektor",
  kept: "Potwierdzenie zapisano w telefonie",
  checks: "Kontrole, na które masz potwierdzenie",
  none: "Nie masz jeszcze żadnych potwierdzeń.",
  outcomes: {
    valid: "Karta była ważna",
    invalid: "Karta była nieważna",
    unconfirmed: "Kontrola nie dała pewnej odpowiedzi",
  },
  badge: {
    title: "Pokaż, kim jesteś",
    text: "Pracownik skanuje kod w swojej aplikacji, w części „Rozmawiasz z inspektorem?”.",
    show: "Pokaż mój kod",
    hide: "Ukryj kod",
    label: "Kod QR, który pokazuje, że jesteś inspektorem",
  },
  receipt: {
    title: "Potwierdzenie dla pracownika",
    text: "Pracownik skanuje je w swojej aplikacji, w części „Rozmawiasz z inspektorem?”.",
    show: "Daj potwierdzenie",
    hide: "Ukryj potwierdzenie",
    label: "Kod QR z potwierdzeniem kontroli",
  },
};

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "To urządzenie nie ma jeszcze własnego kodu.",
    todo: "Zaktualizuj dane przez internet i spróbuj ponownie.",
  },
  receipt_of_another: {
    happened: "To potwierdzenie nie dotyczy Twojej karty.",
    todo: "Poproś inspektora, aby jeszcze raz sprawdził kartę i pokazał potwierdzenie.",
  },
  not_a_badge: {
    happened: "To nie jest kod inspektora.",
    todo: "Poproś inspektora, aby pokazał kod na tablecie.",
  },
  badge_damaged: { happened: "Kod jest niepełny.", todo: "Zeskanuj go jeszcze raz." },
  badge_unknown_format: {
    happened: "Kod utworzyła nowsza aplikacja.",
    todo: "Zaktualizuj aplikację i zeskanuj ponownie.",
  },
  badge_foreign_issuer: {
    happened: "Kod pochodzi od innego wystawcy.",
    todo: "Poproś o legitymację służbową. W razie wątpliwości zadzwoń do urzędu.",
  },
  badge_unknown_key: {
    happened: "Telefon nie zna klucza, którym podpisano kod.",
    todo: "Odśwież kartę przez internet i zeskanuj ponownie.",
  },
  badge_key_withdrawn: {
    happened: "Kod utworzono kluczem, który już nie obowiązuje.",
    todo: "Nie ufaj temu kodowi. Poproś o legitymację służbową i zadzwoń do urzędu.",
  },
  badge_forged: {
    happened: "Kod jest fałszywy.",
    todo: "To nie jest inspektor, któremu można ufać. Zadzwoń do urzędu albo na policję.",
  },
  badge_not_current: {
    happened: "Tablet od dawna nie łączył się z wystawcą.",
    todo: "Poproś zamiast tego o legitymację służbową.",
  },
  badge_too_old: {
    happened: "Kod jest za stary albo zegar źle chodzi.",
    todo: "Zeskanuj go prosto z ekranu tabletu.",
  },
  badge_from_future: {
    happened: "Jeden z zegarów źle chodzi.",
    todo: "Włącz w telefonie automatyczną godzinę i zeskanuj ponownie.",
  },
};
