import { formats } from "../format";
import type { Own } from "./nb";

const f = formats("pl-PL");

export const pl: Own = {
  unlock: {
    left: (left) => `Pozostałe próby: ${f.count(left)}.`,
    wait: (time) => `Następna próba możliwa o ${time}.`,
    title: "Karta jest zablokowana",
    label: "Kod PIN",
    submit: "Odblokuj",
    forgot: "Nie pamiętasz kodu PIN?",
    forgotText: "Nikt nie może go odzyskać. Usuń kartę z telefonu i poproś o nowy kod aktywacyjny.",
  },
  pin: {
    title: "Kod PIN do karty",
    off: "Każdy, kto ma Twój odblokowany telefon, może pokazać kartę. Z kodem PIN możesz to zrobić tylko Ty.",
    on: "Karta prosi o PIN przy otwarciu oraz gdy nie była widoczna przez minutę.",
    set: "Ustaw PIN",
    change: "Zmień PIN",
    clear: "Wyłącz PIN",
    current: "Obecny PIN",
    fresh: "Nowy PIN (od 4 do 8 cyfr)",
    repeat: "Nowy PIN jeszcze raz",
    differ: "Kody się różnią. Wpisz nowy PIN dwa razy.",
    missing: "Wypełnij wszystkie pola.",
    saved: "PIN został zapisany.",
    cleared: "PIN został wyłączony.",
  },
  remove: {
    title: "Usuń kartę z tego telefonu",
    text: "Klucz karty zostanie usunięty. Aby odzyskać kartę, potrzebujesz nowego kodu aktywacyjnego.",
    ask: "Usuń kartę",
    sure: "Na pewno? Tego nie można cofnąć.",
    yes: "Tak, usuń kartę",
  },
  check: {
    title: "Czy moja karta przeszłaby teraz kontrolę?",
    text: "Ta sama kontrola, którą robią inspektorzy i klienci, na Twojej własnej karcie.",
    submit: "Sprawdź moją kartę",
    again: "Sprawdź ponownie",
    verdicts: {
      valid: "Tak. Karta przejdzie kontrolę.",
      invalid: "Nie. Karta zostanie pokazana jako nieważna.",
      unconfirmed: "Nie wiadomo. Kontrola nie dałaby pewnej odpowiedzi.",
    },
    counts: "Gdzie karta jest uznawana",
    yes: "Tak",
    no: "Nie",
    refresh: {
      headline: "Telefon wie za mało, żeby odpowiedzieć",
      text: "Połącz się z siecią i zaktualizuj kartę. Twój kod i tak działa.",
    },
    clock: {
      headline: "Zegar w telefonie źle chodzi",
      text: "Włącz automatyczną datę i godzinę w ustawieniach. Inaczej kod wygląda dla innych na stary.",
    },
    renew: {
      headline: "Wydawca musi odnowić kartę",
      text: "Połącz się z siecią i zaktualizuj kartę. Nowa pojawi się sama.",
    },
    notYet: {
      headline: "Zatrudnienie jeszcze się nie zaczęło",
      text: "Karta obowiązuje od dnia podanego przez pracodawcę.",
    },
    other: {
      headline: "Kontrola wykryła błąd",
      text: "Zaktualizuj kartę. Jeśli to nie pomoże, skontaktuj się z wydawcą.",
    },
  },
  warnings: {
    title: "Wkrótce nieważna",
    from: (date) => `Od ${date} karta nie będzie już ważna:`,
  },
  history: {
    title: "Co działo się z kartą",
    none: "Nic się nie zmieniło.",
    came: "Nieważna",
    went: "Znów w porządku",
  },
  offline: (date) =>
    `Kod działa bez sieci do ${date}. Bez sieci nie dowiesz się jednak, czy coś się zmieniło.`,
  paper: {
    title: "Kod na papierze",
    text: "Gdy bateria może się rozładować: wydrukuj kartkę z kodem ważnym trzy doby. Papier można skopiować, dlatego kontrola nigdy nie pokaże wyniku „ważna”, a kontrolujący poprosi o telefon.",
    submit: "Utwórz kartkę (PDF)",
    saved: (file) => `Kartka została zapisana: ${file}`,
    sheet: {
      title: "Karta HMS na papierze (HMS-kort på papir)",
      warning:
        "Niepotwierdzone. Papier można skopiować. Poproś o kartę w telefonie. – Ikke bekreftet. Be om å få se kortet på telefonen.",
      until: (date) => `Kod na tej kartce obowiązuje do ${date}. Zeskanuj go aparatem lub w aplikacji inspektora.`,
    },
  },
  googleWallet: {
    title: "Portfel Google (Google Wallet)",
    text: "Kartę możesz mieć także w Google Wallet. Jest to mniej bezpieczne niż aplikacja: Google zna sekret, a inspektorzy poproszą o aplikację.",
    submit: "Dodaj do Google Wallet",
    opened: "Google Wallet jest otwarty. Dokończ tam.",
    copy: "Otwórz ten link w telefonie:",
  },
  places: {
    remember: "Zapamiętaj ten wybór w miejscu, w którym teraz jestem",
    text: "Pozycja jest zapisywana tylko w tej aplikacji i tylko z dokładnością do około stu metrów.",
    remembered: "Zapamiętano. Następnym razem w tym miejscu zostanie wybrana ta firma.",
    none: "Nie udało się ustalić, gdzie jesteś. Zezwól aplikacji na użycie pozycji i spróbuj ponownie.",
    chosen: "Wybrano, ponieważ jesteś w zapamiętanym miejscu.",
    forget: "Zapomnij wszystkie miejsca",
    forgotten: "Miejsca zostały zapomniane.",
  },
  help: {
    title: "Pomoc: nowy, zgubiony lub zepsuty telefon",
    items: [
      {
        question: "Mam nowy telefon",
        answer:
          "Poproś pracodawcę lub wydawcę o nowy kod aktywacyjny i wpisz go w nowym telefonie. Karta w starym sama przestanie działać.",
      },
      {
        question: "Telefon mi zginął",
        answer:
          "Od razu powiadom wydawcę, a karta zostanie zablokowana. Dostaniesz ją w nowym telefonie z nowym kodem aktywacyjnym.",
      },
      {
        question: "Ktoś chce zabrać mi kartę",
        answer:
          "Kartę mogą odebrać tylko inspektorzy i muszą podać powód. Twój pracodawca dostanie wiadomość i może się odwołać lub złożyć nowy wniosek.",
      },
    ],
  },
};
