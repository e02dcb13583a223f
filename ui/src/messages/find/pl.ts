import { formats } from "../format";
import type { Find } from "./nb";

const f = formats("pl-PL");

export const pl: Find = {
  title: "Wyszukiwanie bez kodu",
  label: "Numer, imię i nazwisko lub firma",
  hint: "Numer fødselsnummer, numer D, numer karty, numer organizacyjny albo imię i nazwisko, najlepiej z datą urodzenia. Wyszukiwania nie zapisujemy.",
  found: (count) => `Wyniki: ${f.count(count)}`,
  none: "Nic nie znaleziono.",
  more: "Wyników jest więcej. Wpisz więcej, aby je zobaczyć.",
  moreWorkers: "Pokaż więcej",
  born: (date) => `Data urodzenia: ${date}`,
  workers: (count) => `Karty: ${f.count(count)}`,
  subUnit: "Jednostka podrzędna",
  back: "Wróć do wyników",
  expect: "Ten pracodawca powinien tu być",
  expecting: (name) => `Powinien tu być: ${name}`,
  expectAnyone: "Usuń wybór",
  nationalId: "Numer fødselsnummer lub numer D",
  birthDate: "Data urodzenia",
  card: "Numer karty",
  phone: "Na telefonie od",
  noPhone: "Na żadnym telefonie",
  phoneReplaced: "Kod pochodzi z telefonu, z którego karta została przeniesiona.",
  inFull: "Wszystkie zatrudnienia na karcie",
  noEmployments: "Na karcie nie ma zatrudnień.",
  unknownCompany: "Nieznana firma",
  presented: "To zostało okazane",
  accepted: "Branża jest tu akceptowana",
  notAccepted: "Branża nie jest tu akceptowana",
  expected: "Pracodawca, który powinien tu być",
  notExpected: "Nie ten pracodawca, który powinien tu być",
  valid: (from, until) => `Od ${from} do ${until}`,
  history: "Co się wydarzyło",
  noHistory: "Nic się nie zmieniło.",
  came: "Nieważna",
  went: "Znów w porządku",
  age: (age) => `Wiek danych: ${age}.`,
  notHere: "Karty nie ma w rejestrze na urządzeniu. Zaktualizuj dane i spróbuj ponownie.",
  index: {
    held: (cards, age) => `Wyszukiwanie: karty ${f.count(cards)}, wiek danych ${age}`,
    none: "Wyszukiwanie: na urządzeniu nic jeszcze nie ma",
    waiting: (bytes) => `Pobrano ${bytes} rejestru. Reszta przyjdzie przy następnej aktualizacji.`,
    applying: (done, total) => `Wczytywanie kart: ${done} z ${total}`,
    interrupted: "Połączenie zostało przerwane. Zaktualizuj ponownie, aby kontynuować.",
    until: (date) => `Zostanie usunięty ${date}, jeśli urządzenie nie nawiąże wcześniej kontaktu`,
  },
  custody: {
    locked: (date) =>
      `Wyszukiwanie jest zablokowane: urządzenie powinno było nawiązać kontakt przed ${date}. Bez kontaktu rejestr zostanie usunięty za godzinę. Sprawdź, czy zegar dobrze chodzi, i zaktualizuj dane.`,
    wiped: (date) =>
      `Rejestr usunięto ${date}, bo urządzenie długo nie miało kontaktu. Zaktualizuj dane, aby go odzyskać.`,
    revoked: (date) =>
      `Urząd cofnął dostęp temu urządzeniu. Wszystko, co wiedziało, usunięto ${date}. Jeśli to pomyłka, poproś urząd o nowy link.`,
  },
};
