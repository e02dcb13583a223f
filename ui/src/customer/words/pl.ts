import type { Words } from "./nb";

export const pl: Words = {
  name: "Karta BHP (HMS-kort)",
  language: "Język",
  checking: "Sprawdzanie …",
  verdicts: { valid: "WAŻNA", invalid: "NIEWAŻNA", unconfirmed: "NIE MOŻNA POTWIERDZIĆ" },
  sentences: {
    valid: "Karta jest w tej chwili w porządku.",
    invalid: "Karty nie można teraz używać.",
    unconfirmed: "Nie możemy stwierdzić, czy karta jest w porządku. Nie oznacza to, że jest nieważna.",
  },
  because: {
    code_too_old: "Kod jest za stary. Może to być zdjęcie albo źle ustawiony zegar.",
    code_from_future: "Kod pochodzi z przyszłości. Jeden z zegarów jest źle ustawiony.",
    clock_behind: "Zegar w Twoim telefonie jest źle ustawiony.",
    data_too_old: "Ten telefon zbyt dawno łączył się z wystawcą.",
    no_key_set: "Ten telefon nie łączył się jeszcze z wystawcą.",
    not_yet_valid: "Karta nie jest jeszcze ważna.",
    code_damaged: "Odczytano tylko część kodu.",
    forged: "Kodu nie utworzył wystawca ani telefon, do którego należy karta.",
    unknown_issuer_key: "Karta jest podpisana kluczem, którego jeszcze nie znamy.",
    card_newer_than_data: "Karta jest nowsza niż dane w tym telefonie.",
    other: "Nie można użyć tego kodu.",
  },
  whatNow: "Co teraz?",
  now: {
    valid: [
      "Sprawdź, czy imię, nazwisko i zdjęcie pasują do osoby, która stoi przed Tobą.",
      "Sprawdź, czy to firma, z którą się umówiono.",
      "Ważna karta oznacza, że firma jest zarejestrowana, a pracownik zgłoszony władzom. Nie mówi nic o jakości pracy.",
    ],
    invalid: [
      "Powiedz o tym pracownikowi. Często błąd musi naprawić pracodawca.",
      "Zadzwoń do firmy i zapytaj.",
      "Możesz poczekać z rozpoczęciem pracy, aż karta będzie w porządku.",
    ],
    unconfirmed: [
      "Poproś o ponowne pokazanie kodu na telefonie i zeskanuj go jeszcze raz.",
      "Sprawdź, czy zegary w obu telefonach są dobrze ustawione i czy masz internet.",
      "Albo poproś o numer karty i sześć cyfr pod kodem i wpisz je poniżej.",
    ],
  },
  holder: "Imię i nazwisko",
  company: "Firma",
  organisationNumber: "Numer organizacyjny",
  industry: "Branża",
  cardNumber: "Numer karty",
  industries: {
    construction: "Budownictwo",
    cleaning: "Sprzątanie",
    car_care: "Pielęgnacja samochodów, wymiana i przechowywanie kół",
  },
  codeAge: (age) => `Wiek kodu: ${age}.`,
  dataAge: (age) => `Wiek danych: ${age}.`,
  online: "Sprawdzono teraz u wystawcy.",
  checkedAt: (time) => `Sprawdzono o ${time}.`,
  photo: "Pokaż zdjęcie z karty",
  photoNote: "Zdjęcie pochodzi od wystawcy, który może wtedy zobaczyć, że ktoś je ogląda.",
  photoOf: (name) => `Zdjęcie: ${name}`,
  photoFailed: "Nie udało się pobrać zdjęcia.",
  another: "Zeskanuj następny kod aparatem telefonu.",
  welcome: "Sprawdź kartę HMS",
  scan: "Otwórz aparat w telefonie i skieruj go na kod na ekranie pracownika.",
  noKeys: "Nie możemy połączyć się z wystawcą. Sprawdź, czy masz internet.",
  tryAgain: "Spróbuj ponownie",
  typed: "Nie można odczytać kodu?",
  typedHint: "Wpisz numer karty i sześć cyfr spod kodu. Wymaga internetu.",
  digits: "Sześć cyfr",
  submit: "Sprawdź",
  typedFaults: {
    wrong: "Numer karty lub cyfry są błędne albo cyfry zostały już użyte. Poproś o nowe.",
    limited: "Zbyt wiele prób dla tej karty. Poczekaj kilka minut.",
    malformed: "Numer karty ma siedem cyfr, a kod sześć.",
    offline: "Nie możemy połączyć się z wystawcą. Sprawdź, czy masz internet.",
  },
  about: "O karcie HMS",
  questions: [
    {
      question: "Co to jest karta HMS?",
      answer:
        "Karta, którą musi mieć każdy, kto pracuje w Norwegii w budownictwie, sprzątaniu i pielęgnacji samochodów. Pokazuje, kim jest i dla kogo pracuje.",
    },
    {
      question: "Skąd mam wiedzieć, że ta strona jest prawdziwa?",
      answer:
        "Spójrz na adres u góry przeglądarki. Musi to być adres wystawcy. Fałszywy kod może prowadzić do fałszywej strony, która twierdzi, że wszystko jest w porządku.",
    },
    {
      question: "Dlaczego zrzut ekranu nie działa?",
      answer: "Kod zmienia się co dziesięć sekund. Zdjęcie jest stare, zanim można go użyć.",
    },
    {
      question: "Czy ktoś się dowie, że sprawdzam?",
      answer:
        "Nie. Kod jest odczytywany w Twojej przeglądarce i nie jest nikomu wysyłany. Pytamy wystawcę tylko wtedy, gdy prosisz o zdjęcie lub wpisujesz cyfry.",
    },
  ],
};
