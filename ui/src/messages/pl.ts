import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import type { Industry, MeetFault } from "../backend/contract";
import { formats } from "./format";
import type { Catalogue } from "./nb";
import { pl as acts } from "./acts/pl";
import { errors as meetErrors, pl as meet } from "./meet/pl";
import { errors as inspectionErrors, pl as inspection } from "./inspection/pl";
import { pl as clocks } from "./clocks/pl";
import { pl as suggested } from "./suggested/pl";
import { pl as find } from "./find/pl";
import { pl as outdoors } from "./outdoors/pl";
import { pl as own } from "./own/pl";
import { pl as pack } from "./pack/pl";
import { pl as photo } from "./photo/pl";
import { pl as photoCode } from "./photo-code/pl";
import { pl as report } from "./report/pl";
import { numberIn, wordIn } from "./text";

const f = formats("pl-PL");

const looksLike: Record<string, string> = {
  eu_covid_certificate: "unijny certyfikat COVID",
  smart_health_card: "karta zdrowia (SMART Health Card)",
  coronacheck: "holenderski kod CoronaCheck",
  plastic_hms_card: "drukowana plastikowa karta HMS",
  inspector_code: "kod inspektora",
  web_address: "adres internetowy",
  text: "zwykły tekst",
  digits: "same cyfry",
};

const industries: Catalogue["industries"] = {
  construction: "Budownictwo",
  cleaning: "Sprzątanie",
  car_care: "Pielęgnacja samochodów, wymiana i przechowywanie kół",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const reasons: Catalogue["reasons"] = {
  card_expired: {
    headline: "Karta straciła ważność",
    meaning: "Minął termin ważności karty.",
    mend: "Poproś pracodawcę, aby złożył wniosek o nową kartę.",
  },
  worker_not_employed: {
    headline: "Nie jesteś zarejestrowany(-a) u tego pracodawcy",
    meaning:
      "Nie ma Cię ani w rejestrze pracowników (Aa-registeret), ani w rejestrze zleceń firm zagranicznych (OAR) w tej firmie.",
    mend: "Poproś pracodawcę, aby zgłosił zatrudnienie w a-melding albo w OAR. Karta jest sprawdzana na nowo każdej nocy.",
  },
  employment_ended: {
    headline: "Zatrudnienie się zakończyło",
    meaning: "Pracodawca zgłosił, że już tam nie pracujesz.",
    mend: "Jeśli nadal tam pracujesz, pracodawca musi poprawić a-melding i złożyć wniosek ponownie.",
  },
  company_not_registered: {
    headline: "Firma nie jest zarejestrowana",
    meaning: "Firma nie jest aktywna w rejestrach Enhetsregisteret lub Foretaksregisteret.",
    mend: "Pracodawca musi poprawić rejestrację w Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Firmy nie ma w rejestrze VAT",
    meaning: "Aby mieć karty HMS, firma musi być zarejestrowana jako płatnik VAT.",
    mend: "Pracodawca musi zarejestrować firmę w urzędzie skarbowym (Skatteetaten).",
  },
  company_not_approved: {
    headline: "Firma nie ma zezwolenia",
    meaning: "Firmy sprzątające i zajmujące się pielęgnacją samochodów muszą mieć zezwolenie inspekcji pracy (Arbeidstilsynet).",
    mend: "Pracodawca musi złożyć wniosek o zezwolenie do Arbeidstilsynet.",
  },
  staffing_agency_not_registered: {
    headline: "Agencja pracy nie ma zezwolenia",
    meaning: "Firma wynajmuje pracowników, ale nie ma jej w rejestrze agencji pracy.",
    mend: "Pracodawca musi złożyć do Arbeidstilsynet wniosek o zezwolenie dla agencji pracy.",
  },
  worker_not_in_population_register: {
    headline: "Nie znaleziono Cię w rejestrze ludności",
    meaning: "Twój numer identyfikacyjny lub numer D nie został znaleziony albo nie jest aktywny.",
    mend: "Skontaktuj się ze Skatteetaten i poproś o poprawienie danych.",
  },
  d_number_inactive: {
    headline: "Twój numer D jest nieaktywny",
    meaning: "Numer D staje się nieaktywny po pięciu latach bez odnowienia, a wtedy traci ważność także karta.",
    mend: "Zgłoś się do Skatteetaten z paszportem lub dowodem osobistym, aby ponownie aktywować numer D.",
  },
  no_work_permit: {
    headline: "Brak pozwolenia na pracę",
    meaning: "Nie znajdujemy zezwolenia na pobyt, które daje prawo do pracy.",
    mend: "Skontaktuj się z UDI. Rejestracja nowego zezwolenia może potrwać kilka dni.",
  },
  blocked_by_office: {
    headline: "Karta jest zablokowana",
    meaning: "Wystawca zablokował kartę.",
    mend: "Skontaktuj się z wystawcą, aby dowiedzieć się dlaczego.",
  },
  card_seized: {
    headline: "Karta została zatrzymana",
    meaning: "Inspektor zatrzymał kartę. Pracodawca został powiadomiony.",
    mend: "Pracodawca musi naprawić sytuację i złożyć wniosek ponownie.",
  },
  employment_removed: {
    headline: "Zatrudnienie usunięto z karty",
    meaning: "Inspektor usunął to zatrudnienie. Pracodawca został powiadomiony.",
    mend: "Pracodawca musi naprawić sytuację i złożyć wniosek ponownie.",
  },
  device_replaced: {
    headline: "Kartę przeniesiono na inny telefon",
    meaning: "Karta jest używana na innym telefonie i na tym już nie działa.",
    mend: "Używaj karty na nowym telefonie. Jeśli to nie Ty ją przeniosłeś(-aś), od razu powiadom wystawcę.",
  },
  phone_lost: {
    headline: "Telefon zgłoszono jako zgubiony",
    meaning: "Ty lub pracodawca zgłosiliście utratę telefonu.",
    mend: "Jeśli telefon się znalazł, poproś o nowy kod aktywacyjny.",
  },
  register_silent: {
    headline: "Jeden z rejestrów nie odpowiedział",
    meaning: "Nie udało się sprawdzić karty we wszystkich rejestrach. Nie oznacza to, że jest nieważna.",
    mend: "Nie musisz nic robić. Karta zostanie sprawdzona ponownie, gdy rejestr odpowie.",
  },
  company_bankrupt: {
    headline: "Firma ogłosiła upadłość",
    meaning: "Według rejestru Enhetsregisteret firma jest w upadłości.",
    mend: "Jeśli syndyk prowadzi prace dalej, musi wystąpić o karty pod własnym numerem organizacyjnym.",
  },
  worker_deceased: {
    headline: "Według rejestru ludności nie żyjesz",
    meaning: "Numer na karcie należy do osoby zgłoszonej jako zmarła.",
    mend: "Jeśli to błąd, od razu skontaktuj się z norweskim urzędem podatkowym (Skatteetaten).",
  },
};

const findings: Catalogue["findings"] = {
  card_expired: {
    headline: "Karta straciła ważność",
    happened: () => "Minął termin ważności karty.",
    todo: "Pracodawca musi złożyć wniosek o nową kartę.",
  },
  worker_not_employed: {
    headline: "Brak w Aa-registeret i OAR",
    happened: () => "Pracownik nie ma zgłoszonego zatrudnienia ani zlecenia w tej firmie.",
    todo: "Zapytaj, dla kogo pracownik dziś pracuje. Jeśli karta ma kilka zatrudnień, poproś o pokazanie właściwego.",
  },
  employment_ended: {
    headline: "Zatrudnienie się zakończyło",
    happened: () => "Pracodawca zgłosił, że pracownik już tam nie pracuje.",
    todo: "Zapytaj, dla kogo pracownik dziś pracuje. Jeśli karta ma kilka zatrudnień, poproś o pokazanie właściwego.",
  },
  company_not_registered: {
    headline: "Firma nie jest zarejestrowana",
    happened: () => "Firma nie jest aktywna w rejestrach Enhetsregisteret lub Foretaksregisteret.",
    todo: "Pracodawca musi poprawić rejestrację w Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Brak w rejestrze VAT",
    happened: () => "Firmy nie ma w rejestrze VAT.",
    todo: "Pracodawca musi zarejestrować firmę w Skatteetaten.",
  },
  company_not_approved: {
    headline: "Firma nie ma zezwolenia",
    happened: () => "Firma nie ma zezwolenia Arbeidstilsynet na sprzątanie lub pielęgnację samochodów.",
    todo: "Pracodawca musi złożyć wniosek o zezwolenie do Arbeidstilsynet.",
  },
  staffing_agency_not_registered: {
    headline: "Agencja pracy nie ma zezwolenia",
    happened: () => "Firma wynajmuje pracowników, ale nie ma jej w rejestrze agencji pracy.",
    todo: "Zapytaj, od kogo wynajęto pracownika. Pracodawca musi złożyć wniosek o zezwolenie.",
  },
  worker_not_in_population_register: {
    headline: "Brak w rejestrze ludności",
    happened: () => "Numer identyfikacyjny lub numer D nie został znaleziony albo nie jest aktywny.",
    todo: "Pracownik musi poprosić Skatteetaten o poprawienie danych.",
  },
  d_number_inactive: {
    headline: "Numer D jest nieaktywny",
    happened: () => "Numeru D nie odnowiono od pięciu lat.",
    todo: "Pracownik musi zgłosić się do Skatteetaten, aby go ponownie aktywować.",
  },
  no_work_permit: {
    headline: "Brak pozwolenia na pracę",
    happened: () => "Nie znaleziono zezwolenia na pobyt z prawem do pracy.",
    todo: "Poproś o pokazanie decyzji. Nowe zezwolenie mogło jeszcze nie zostać zarejestrowane.",
  },
  blocked_by_office: {
    headline: "Karta jest zablokowana",
    happened: () => "Wystawca zablokował kartę.",
    todo: "Skontaktuj się z wystawcą, aby dowiedzieć się dlaczego.",
  },
  card_seized: {
    headline: "Karta została zatrzymana",
    happened: () => "Inspektor zatrzymał kartę wcześniej.",
    todo: "Pracodawca musi złożyć wniosek ponownie, zanim karty będzie można używać.",
  },
  employment_removed: {
    headline: "Zatrudnienie usunięto",
    happened: () => "Inspektor usunął to zatrudnienie z karty.",
    todo: "Pracodawca musi złożyć wniosek ponownie. Jeśli karta ma kilka zatrudnień, poproś o pokazanie właściwego.",
  },
  device_replaced: {
    headline: "Kartę przeniesiono na inny telefon",
    happened: () => "Ten telefon pokazuje kartę, która jest używana na innym telefonie.",
    todo: "Poproś o pokazanie karty na nowym telefonie.",
  },
  phone_lost: {
    headline: "Telefon zgłoszono jako zgubiony",
    happened: () => "Kartę pokazano na telefonie zgłoszonym jako zgubiony.",
    todo: "Porównaj twarz ze zdjęciem na karcie i zapytaj o numer identyfikacyjny lub numer D.",
  },
  register_silent: {
    headline: "Jeden z rejestrów nie odpowiedział",
    happened: () => "Nie udało się sprawdzić karty we wszystkich rejestrach. Nie oznacza to, że jest nieważna.",
    todo: "Zaktualizuj dane i sprawdź ponownie. Jeśli to nie pomoże, zapisz numer karty.",
  },
  company_bankrupt: {
    headline: "Firma ogłosiła upadłość",
    happened: () => "Według rejestru Enhetsregisteret firma jest w upadłości.",
    todo: "Zapytaj, kto teraz prowadzi prace. Masa upadłości ma własny numer organizacyjny.",
  },
  worker_deceased: {
    headline: "Rejestr ludności zgłasza zgon",
    happened: () => "Według rejestru ludności osoba z karty nie żyje.",
    todo: "Porównaj zdjęcie i zapytaj o numer osobisty. Karty może używać ktoś inny.",
  },
  no_key_set: {
    headline: "To urządzenie nie ma jeszcze danych",
    happened: () => "Urządzenie nigdy nie pobrało kluczy i statusów kart i nie może niczego sprawdzić.",
    todo: "Przejdź tam, gdzie jest internet, i wybierz „Aktualizuj dane”.",
  },
  data_too_old: {
    headline: "Dane są za stare",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "Dane na tym urządzeniu są starsze, niż pozwala granica dla ważnych kart."
        : `Wiek danych na tym urządzeniu: ${f.duration(age)}. Granica: ${f.duration(limit)}.`;
    },
    todo: "Wybierz „Aktualizuj dane” i sprawdź ponownie.",
  },
  clock_behind: {
    headline: "Zegar tego urządzenia źle chodzi",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "Zegar tego urządzenia się spóźnia."
        : `Zegar tego urządzenia spóźnia się co najmniej o: ${f.duration(behind)}.`;
    },
    todo: "Ustaw zegar, najlepiej automatycznie, i sprawdź ponownie. To nie jest wina pracownika.",
  },
  not_a_card_code: {
    headline: "To nie jest kod cyfrowej karty HMS",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "Kod odczytano, ale nie należy do cyfrowej karty HMS."
        : `Kod odczytano, ale wygląda jak ${kind}.`;
    },
    todo: "Poproś pracownika o otwarcie karty HMS w aplikacji i odczytaj kod stamtąd.",
  },
  foreign_issuer: {
    headline: "Karta pochodzi od innego wystawcy",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "Kod utworzył wystawca, którego to urządzenie nie zna."
        : `Kod wskazuje na ${host}, a to urządzenie nie ma kluczy stamtąd.`;
    },
    todo: "Nie otwieraj adresu. Zapytaj, skąd pracownik ma kartę.",
  },
  unknown_format: {
    headline: "Kod jest w nowszym formacie",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "Ta aplikacja nie zna tego formatu."
        : `Ta aplikacja nie zna formatu ${f.count(version)}.`;
    },
    todo: "Zainstaluj najnowszą wersję aplikacji i sprawdź ponownie.",
  },
  code_damaged: {
    headline: "Kod jest uszkodzony",
    happened: () => "Odczytano tylko część kodu albo coś zmieniono.",
    todo: "Odczytaj kod ponownie. Przetrzyj ekran i zwiększ jasność.",
  },
  wallet_pass: {
    headline: "Kod pochodzi z Google Wallet",
    happened: () => "Kartę pokazano z Google Wallet. Dowodzi to mniej niż aplikacja, bo sekret jest u Google.",
    todo: "Poproś o kartę w aplikacji pracownika.",
  },
  code_too_long: {
    headline: "Kod jest za długi",
    happened: () => "Kod jest dłuższy, niż może być kod karty HMS.",
    todo: "Poproś pracownika o otwarcie karty HMS w aplikacji i odczytaj kod stamtąd.",
  },
  unknown_issuer_key: {
    headline: "Podpis nieznanym kluczem",
    happened: () => "Karta jest podpisana kluczem, którego to urządzenie nie ma. Może być nowy.",
    todo: "Wybierz „Aktualizuj dane” i sprawdź ponownie.",
  },
  issuer_key_withdrawn: {
    headline: "Klucz wystawcy został wycofany",
    happened: () => "Karta jest podpisana kluczem, który już nie obowiązuje.",
    todo: "Poproś pracownika o aktualizację karty w aplikacji i sprawdź ponownie.",
  },
  credential_forged: {
    headline: "Karta jest sfałszowana",
    happened: () => "Karta nie ma prawdziwego podpisu wystawcy.",
    todo: "Postępuj zgodnie z procedurą dla fałszywych kart. Zapisz, co widać na ekranie pracownika.",
  },
  proof_forged: {
    headline: "Kodu nie utworzył telefon pracownika",
    happened: () => "Karta jest prawdziwa, ale kodu nie podpisał telefon, do którego należy.",
    todo: "Postępuj zgodnie z procedurą dla pożyczonych i fałszywych kart. Porównaj twarz ze zdjęciem.",
  },
  code_too_old: {
    headline: "Kod jest za stary",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "Kod jest starszy, niż może być. Może to być zdjęcie albo źle ustawiony zegar."
        : `Wiek kodu: ${f.duration(age)}. Może to być zdjęcie albo źle ustawiony zegar.`;
    },
    todo: "Poproś o cztery cyfry. Wtedy zegary nie mają znaczenia.",
  },
  code_from_future: {
    headline: "Kod pochodzi z przyszłości",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "Jeden z zegarów jest źle ustawiony."
        : `Kod wyprzedza zegar tego urządzenia o: ${f.duration(ahead)}. Jeden z zegarów jest źle ustawiony.`;
    },
    todo: "Poproś o cztery cyfry. Wtedy zegary nie mają znaczenia.",
  },
  paper_code: {
    headline: "Kod jest na papierze",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "To kod na papierze. Ma go też każdy, kto ma kopię." : `Kartka ma ${f.duration(age)}. Papier można skopiować.`;
    },
    todo: "Poproś o kartę w telefonie.",
  },
  paper_too_old: {
    headline: "Kod na papierze jest za stary",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Kod na papierze już nie obowiązuje." : `Kartka ma ${f.duration(age)}, to za dużo.`;
    },
    todo: "Poproś o kartę w telefonie.",
  },
  challenge_missing: {
    headline: "Kod nie zawiera czterech cyfr",
    happened: () => "Kod powstał, zanim pracownik wpisał cyfry.",
    todo: "Poproś pracownika o wpisanie cyfr w aplikacji i odczytaj kod ponownie.",
  },
  challenge_wrong: {
    headline: "Kod zawiera inne cyfry",
    happened: () => "Kod utworzono z innymi cyframi niż te, które podano.",
    todo: "Poproś o nowe cyfry i sprawdź, czy są dobrze wpisane.",
  },
  not_yet_valid: {
    headline: "Karta nie jest jeszcze ważna",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "Kartę wystawiono, ale jej okres się jeszcze nie zaczął."
        : `Karta jest ważna dopiero od ${f.dateTime(from)}.`;
    },
    todo: "Pracownik musi poczekać, aż karta będzie ważna.",
  },
  card_newer_than_data: {
    headline: "Karta jest nowsza niż dane",
    happened: () => "Kartę wystawiono po ostatnim pobraniu danych przez to urządzenie.",
    todo: "Wybierz „Aktualizuj dane” i sprawdź ponownie.",
  },
  invalid_without_reason: {
    headline: "Karta jest nieważna",
    happened: () => "Lista statusów mówi, że karta jest nieważna, ale nie mówi dlaczego.",
    todo: "Zaktualizuj dane, aby zobaczyć przyczynę.",
  },
  suspended: {
    headline: "Karta jest zawieszona",
    happened: () => "Karta nie obowiązuje, dopóki coś nie zostanie wyjaśnione.",
    todo: "Pracodawca lub pracownik musi skontaktować się z wystawcą.",
  },
  unconfirmed_by_register: {
    headline: "Rejestry nie potwierdziły karty",
    happened: () => "Przy ostatnim sprawdzeniu nie odpowiedział co najmniej jeden rejestr. Nie oznacza to, że karta jest nieważna.",
    todo: "Zaktualizuj dane i sprawdź ponownie. Jeśli to nie pomoże, zapisz numer karty.",
  },
  industry_not_accepted: {
    headline: "Karta dla niewłaściwej branży",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "Karta jest dla innej branży niż miejsce kontroli."
        : `Branża karty: ${card.toLowerCase()}. Branża miejsca: ${site.toLowerCase()}.`;
    },
    todo: "Jeśli karta ma kilka zatrudnień, poproś o pokazanie właściwego. W przeciwnym razie pracodawca musi złożyć wniosek o właściwą kartę.",
  },
  typed_code_wrong: {
    headline: "Cyfry się nie zgadzają",
    happened: () => "Te sześć cyfr nie należy teraz do tego numeru karty.",
    todo: "Odczytaj je ponownie. Często się zmieniają, więc wpisz je od razu.",
  },
};

const errors: Omit<Catalogue["errors"], ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode> = {
  no_key_store: {
    happened: "Ten komputer nie ma magazynu kluczy, którego możemy użyć.",
    todo: "Włącz magazyn kluczy (na przykład „Hasła i klucze”) i uruchom aplikację ponownie.",
  },
  key_store_locked: {
    happened: "Magazyn kluczy jest zablokowany.",
    todo: "Odblokuj go, logując się na komputerze, i spróbuj ponownie.",
  },
  store_key_missing: {
    happened: "Zniknął klucz do danych na tym urządzeniu.",
    todo: "Nic nie zostało usunięte. Zaloguj się ponownie i spróbuj jeszcze raz. Jeśli to nie pomoże, aktywuj ponownie.",
  },
  store_damaged: {
    happened: "Nie można odczytać danych na tym urządzeniu.",
    todo: "Uruchom aplikację ponownie. Jeśli to nie pomoże, aktywuj ponownie.",
  },
  store_busy: {
    happened: "Dane są teraz używane.",
    todo: "Poczekaj chwilę i spróbuj ponownie. Zamknij inne okna aplikacji.",
  },
  not_enrolled: {
    happened: "To urządzenie nie zostało aktywowane.",
    todo: "Wpisz otrzymany kod.",
  },
  already_enrolled: {
    happened: "To urządzenie jest już aktywowane.",
    todo: "Zamknij aplikację i otwórz ją ponownie.",
  },
  activation_malformed: {
    happened: "To nie wygląda na kod aktywacyjny.",
    todo: "Sprawdź, czy masz cały kod lub link.",
  },
  activation_unknown: {
    happened: "Nie ma takiego kodu.",
    todo: "Sprawdź, czy jest dobrze wpisany, albo poproś o nowy.",
  },
  activation_expired: { happened: "Kod stracił ważność.", todo: "Poproś o nowy kod." },
  activation_used: {
    happened: "Kod został już użyty.",
    todo: "Jeśli to nie Ty, powiadom wystawcę. W przeciwnym razie poproś o nowy kod.",
  },
  activation_locked: {
    happened: "Kod zablokowano po zbyt wielu próbach.",
    todo: "Poproś o nowy kod.",
  },
  store_full: {
    happened: "Na urządzeniu nie ma miejsca.",
    todo: "Zwolnij miejsce i spróbuj ponownie. Nic nie przepadło.",
  },
  no_index: {
    happened: "Na urządzeniu nie ma jeszcze czego przeszukiwać.",
    todo: "Zaktualizuj dane przez sieć i poczekaj, aż wszystko się pobierze.",
  },
  index_locked: {
    happened: "Wyszukiwanie jest zablokowane.",
    todo: "Sprawdź, czy zegar dobrze chodzi, połącz się z siecią i zaktualizuj dane.",
  },
  enrolment_revoked: {
    happened: "Dostęp dla tego urządzenia został cofnięty.",
    todo: "Skontaktuj się z osobą, która przyznała dostęp.",
  },
  service_unreachable: {
    happened: "Nie możemy połączyć się z usługą.",
    todo: "Sprawdź, czy masz internet, i spróbuj ponownie.",
  },
  service_refused: {
    happened: "Usługa odmówiła.",
    todo: "Spróbuj ponownie za chwilę. Jeśli to nie pomoże, skontaktuj się z wystawcą.",
  },
  service_answer_unreadable: {
    happened: "Usługa odpowiedziała coś, czego nie rozumiemy.",
    todo: "Sprawdź, czy masz najnowszą wersję aplikacji, i spróbuj ponownie.",
  },
  issuer_not_trusted: {
    happened: "To nie jest usługa, którą znamy.",
    todo: "Nie kontynuuj. Kod może być fałszywy. Sprawdź, kto Ci go dał.",
  },
  key_set_rejected: {
    happened: "Nowe dane odrzucono, bo coś się nie zgadzało.",
    todo: "Nadal używane są stare dane. Spróbuj ponownie za chwilę i zgłoś to, jeśli problem się powtarza.",
  },
  no_code_found: {
    happened: "Na zdjęciu nie ma kodu.",
    todo: "Zrób ostre zdjęcie całego kodu i spróbuj ponownie.",
  },
  several_codes: {
    happened: "Na obrazie jest więcej niż jeden kod.",
    todo: "Trzymaj przed aparatem tylko jeden kod.",
  },
  image_unreadable: {
    happened: "Nie można otworzyć zdjęcia.",
    todo: "Użyj zdjęcia w formacie PNG, JPEG lub WebP.",
  },
  image_too_large: {
    happened: "Zdjęcie jest za duże.",
    todo: "Przytnij je do kodu albo użyj mniejszego zdjęcia.",
  },
  rate_limited: {
    happened: "Było zbyt wiele prób.",
    todo: "Poczekaj kilka minut, zanim spróbujesz ponownie.",
  },
  challenge_malformed: {
    happened: "Cyfry są nieprawidłowe.",
    todo: "Wpisz dokładnie cztery cyfry, które podał inspektor.",
  },
  clock_unreadable: {
    happened: "Nie możemy odczytać zegara tego urządzenia.",
    todo: "Sprawdź datę i godzinę w ustawieniach.",
  },
  wallet_locked: {
    happened: "Karta jest zablokowana.",
    todo: "Wpisz PIN.",
  },
  pin_wrong: {
    happened: "To nie jest właściwy PIN.",
    todo: "Spróbuj ponownie.",
  },
  pin_wait: {
    happened: "Było za dużo błędnych prób.",
    todo: "Odczekaj chwilę przed kolejną próbą.",
  },
  pin_spent: {
    happened: "Było za dużo błędnych prób.",
    todo: "Usuń kartę z telefonu i poproś o nowy kod aktywacyjny.",
  },
  pin_malformed: {
    happened: "PIN ma od 4 do 8 cyfr.",
    todo: "Wpisz tylko cyfry.",
  },
  pin_too_simple: {
    happened: "Ten PIN łatwo odgadnąć.",
    todo: "Wybierz taki, którego cyfry nie są jednakowe ani kolejne.",
  },
  no_position: {
    happened: "Nie można użyć pozycji.",
    todo: "Spróbuj na zewnątrz albo wybierz firmę samodzielnie.",
  },
  internal: {
    happened: "Coś poszło nie tak w aplikacji.",
    todo: "Spróbuj ponownie. Jeśli to nie pomoże, uruchom aplikację ponownie.",
  },
};

export const pl: Catalogue = {
  app: {
    name: "Karta HMS",
    languageLabel: "Język",
    skipToContent: "Przejdź do treści",
    loading: "Wczytywanie …",
    retry: "Spróbuj ponownie",
    close: "Zamknij",
    cancel: "Anuluj",
    technical: "Szczegóły techniczne",
    somethingWrong: "Coś poszło nie tak",
    rehearsal: "Próba: ta aplikacja służy do wypróbowania. Nie używaj jej do prawdziwych kontroli.",
    version: (version) => `Wersja ${version}`,
  },
  industries,
  statuses: {
    valid: "Ważna",
    invalid: "Nieważna",
    suspended: "Zawieszona",
    unconfirmed: "Nie można potwierdzić",
  },
  outcomes: { valid: "Ważna", invalid: "Nieważna", unconfirmed: "Nie można potwierdzić" },
  menders: {
    worker: "Pracownik",
    employer: "Pracodawca",
    issuer: "Wystawca karty",
    register: "Rejestr",
    inspector: "Ty jako inspektor",
    nobody: "Nikt – tego nie można naprawić",
  },
  ownMenders: {
    worker: "Ty",
    employer: "Twój pracodawca",
    issuer: "Wystawca karty",
    register: "Rejestr",
    inspector: "Inspekcja",
    nobody: "Nikt – tego nie można naprawić",
  },
  reasons,
  findings,
  errors: { ...errors, ...acts.errors, ...meetErrors, ...inspectionErrors, ...report.errors },
  acts,
  meet,
  inspection,
  outdoors,
  own,
  pack,
  photo,
  photoCode,
  report,
  clocks,
  suggested,
  find,
  start: {
    title: "Do czego chcesz używać aplikacji?",
    lead: "Wybierz raz na tym urządzeniu. Po skonfigurowaniu aplikacja działa bez internetu.",
    worker: "Jestem pracownikiem",
    workerText: "Miej kartę HMS w telefonie. Pokazuj ją inspektorom, inwestorom i klientom.",
    inspector: "Jestem inspektorem",
    inspectorText: "Sprawdzaj karty HMS podczas kontroli, także bez internetu. Zobacz, dlaczego karta jest nieważna.",
    opening: "Otwieranie …",
    otherRole: "To zły wybór. Wróć do wyboru.",
  },
  card: {
    holder: "Imię i nazwisko",
    number: "Numer karty",
    company: "Firma",
    organisationNumber: "Numer organizacyjny",
    subUnit: "Jednostka podrzędna",
    industry: "Branża",
    validUntil: "Ważna do",
    issuer: "Wystawca",
    status: "Status",
    since: (date) => `Od ${date}`,
    sinceUnknown: "Nie wiemy od kiedy",
    whoMends: "Kto może to naprawić",
    howToMend: "Jak to naprawić",
    photoOf: (name) => `Zdjęcie: ${name}`,
    noPhoto: "Brak zdjęcia",
    photoFailed: "Nie można pokazać zdjęcia",
  },
  activation: {
    title: "Aktywuj kartę HMS",
    lead: "Pracodawca złożył wniosek o kartę. Masz kod lub link, aby ją tu pobrać.",
    label: "Kod aktywacyjny lub link",
    hint: "Wpisz lub wklej cały kod.",
    submit: "Pobierz kartę",
    submitting: "Pobieranie karty …",
    missing: "Najpierw wpisz kod.",
    or: "Masz kod jako zdjęcie?",
    picture: "Wybierz zdjęcie kodu",
    camera: "Odczytaj kod aparatem",
    stopCamera: "Wyłącz aparat",
    reading: "Odczytywanie zdjęcia …",
    found: "Kod odczytano. Sprawdź go i wybierz „Pobierz kartę”.",
    aim: "Trzymaj kod przed aparatem.",
  },
  wallet: {
    title: "Moja karta HMS",
    employments: "Zatrudnienia",
    employmentsHint: "Wybierz, dla kogo teraz pracujesz.",
    noEmployments: "Na karcie nie ma zatrudnień",
    noEmploymentsText: "Poproś pracodawcę o złożenie wniosku o kartę HMS dla Ciebie, a potem pobierz kartę ponownie.",
    show: "Pokaż ten kod",
    qrLabel: (company) => `Kod QR Twojej karty HMS w firmie ${company}`,
    rotation: "Kod ciągle się zmienia. Jego zdjęcie jest bezwartościowe.",
    secondsLeft: (seconds) => `${f.count(seconds)} s`,
    preparing: "Tworzenie kodu …",
    late: "Kod ukryto, bo stracił ważność. Tworzymy nowy.",
    typed: "Nie można odczytać kodu?",
    typedHint: "Podaj numer karty i te sześć cyfr. Są sprawdzane przez internet.",
    typedCode: "Cyfry",
    challenge: "Inspektor podał mi cztery cyfry",
    challengeHint: "Wtedy kod dowodzi, że karta jest teraz Twoja.",
    challengeActive: (digits) => `Kod odpowiada na cyfry ${digits}.`,
    challengeClear: "Usuń cyfry",
    challengeIncomplete: "Wpisz wszystkie cztery cyfry.",
    notValidTitle: {
      invalid: "Twoja karta jest nieważna",
      suspended: "Twoja karta jest zawieszona",
      unconfirmed: "Nie można potwierdzić Twojej karty",
    },
    notValidText: "Nadal możesz pokazać kod. Kontrolujący widzi to samo co Ty.",
    noReason: "Nie wiemy dlaczego. Skontaktuj się z wystawcą.",
    refresh: "Aktualizuj kartę",
    refreshing: "Aktualizowanie …",
    lastRefresh: (age) => `Ostatnio sprawdzono ${age} temu`,
    neverRefreshed: "Karta nie była jeszcze sprawdzana",
    refreshed: {
      updated: () => "Kartę zaktualizowano.",
      unmodified: () => "Kartę sprawdzono. Nic się nie zmieniło.",
      cached: (age) =>
        age === null
          ? "Brak kontaktu z usługą. Karta nigdy nie była sprawdzana z tego telefonu."
          : `Brak kontaktu z usługą. To, co widzisz, sprawdzono ${age} temu.`,
    },
  },
  camera: {
    start: "Włącz aparat",
    stop: "Wyłącz aparat",
    starting: "Włączanie aparatu …",
    aim: "Trzymaj kod przed aparatem",
    lens: "Aparat",
    lensNumber: (number) => `Aparat ${f.count(number)}`,
    torchOn: "Włącz światło",
    torchOff: "Wyłącz światło",
    view: "Obraz z aparatu",
    none: "To urządzenie nie ma aparatu, którego możemy użyć.",
    refused: "Aplikacja nie ma dostępu do aparatu.",
    busy: "Aparatu używa inny program.",
    lost: "Aparat nie przekazuje już obrazu. Uruchom go ponownie.",
    insteadWorker: "Wpisz kod albo wybierz jego zdjęcie.",
    insteadInspector: "Użyj zdjęcia, czytnika ręcznego albo numeru karty i cyfr.",
  },
  enrolment: {
    title: "Przygotuj urządzenie do kontroli",
    lead: "Potrzebujesz kodu lub linku od swojego urzędu. Potem możesz sprawdzać karty bez internetu.",
    label: "Kod lub link dla inspektorów",
    hint: "Wpisz lub wklej cały kod.",
    submit: "Przygotuj",
    submitting: "Przygotowywanie …",
    missing: "Najpierw wpisz kod.",
  },
  keySet: {
    title: "Dane na urządzeniu",
    age: (age) => `Wiek danych: ${age}`,
    cards: (cards) => `Liczba kart: ${f.count(cards)}`,
    version: (version) => `Wersja ${version}`,
    staleAt: (date) => `Zielona odpowiedź do ${date}`,
    staleSince: "Nie może dać zielonej odpowiedzi. Zaktualizuj dane.",
    none: "Nie ma jeszcze danych",
    noneText: "Pobierz dane, zanim zaczniesz sprawdzać karty.",
    freshness: {
      fresh: "Świeże dane",
      ageing: "Dane trzeba wkrótce zaktualizować",
      stale: "Dane są za stare",
    },
    sync: "Aktualizuj dane",
    syncing: "Aktualizowanie …",
    progress: (done, total) => (total === null ? `Pobrano: ${done}` : `Pobrano: ${done} z ${total}`),
    progressLabel: "Pobieranie danych",
    synced: {
      updated: "Dane zaktualizowano.",
      unmodified: "Masz już najnowsze dane.",
      cached: "Brak kontaktu z usługą. Nadal używane są stare dane.",
    },
  },
  check: {
    title: "Sprawdź kartę",
    site: "Jakiego rodzaju jest to miejsce?",
    anySite: "Wszystkie branże",
    ways: "Inne sposoby odczytania kodu",
    scanner: "Czytnik ręczny: po prostu zeskanuj. Nie trzeba wybierać pola.",
    picture: "Wybierz zdjęcie",
    pictureHint: "Możesz też wkleić zdjęcie lub upuścić je w dowolnym miejscu.",
    drop: "Upuść zdjęcie, aby sprawdzić",
    text: "Tekst z kodu",
    textSubmit: "Sprawdź tekst",
    textMissing: "Najpierw wklej lub wpisz tekst.",
    typed: "Numer karty i cyfry",
    typedHint: "Gdy nie można odczytać kodu. Wymaga internetu.",
    cardNumber: "Numer karty (7 cyfr)",
    digits: "Cyfry z aplikacji (6)",
    typedSubmit: "Sprawdź przez internet",
    typedMissing: "Wpisz numer karty i cyfry.",
    checking: "Sprawdzanie …",
    notYetAnswered: "Kod w kadrze nie zawiera jeszcze czterech cyfr. Poproś pracownika o ich wpisanie.",
  },
  challenge: {
    ask: "Poproś o cztery cyfry",
    askAgain: "Utwórz nowe cyfry",
    why: "Wtedy wiadomo, że kod powstaje tu i teraz, bez względu na zegary.",
    tell: "Poproś pracownika o wpisanie w aplikacji:",
    active: "Następne sprawdzenie wymaga tych cyfr.",
    clear: "Usuń cyfry",
  },
  verdict: {
    words: { valid: "WAŻNA", invalid: "NIEWAŻNA", unconfirmed: "NIE MOŻNA POTWIERDZIĆ" },
    sentences: {
      valid: "Karta jest ważna tu i teraz. Sprawdź, czy to właściwa osoba.",
      invalid: "Karty nie można używać w obecnym stanie.",
      unconfirmed: "Sprawdzenie nie dało pewnej odpowiedzi. Nie oznacza to, że karta jest nieważna.",
    },
    reasons: "Przyczyna",
    moreReasons: "Przyczyny",
    card: "Na karcie",
    noCard: "Kod nie zawiera karty, którą możemy odczytać.",
    todo: "Zrób to",
    basis: "Podstawa odpowiedzi",
    codeAge: "Wiek kodu:",
    codeAgeValue: (age) => age,
    dataAge: "Wiek danych:",
    dataAgeValue: (age) => age,
    noData: "Brak danych na urządzeniu",
    online: "Sprawdzono przez internet u wystawcy",
    checkedAt: "Sprawdzono",
    next: "Następna",
  },
};
