//! Polish.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%d.%m.%Y",
    subject: "Karty HMS: wiadomość o kartach firmy {company}",
    greeting: "Dzień dobry.\n\nWiadomość dotyczy kart HMS firmy {company}, numer organizacyjny {number}.",
    coming: "Te karty stracą ważność w podanym dniu, jeśli nikt nic nie zrobi:",
    fallen: "Te karty nie są już ważne:",
    act: "Inspektor lub wydawca kart podjął działania wobec tych kart:",
    photo: "Zdjęcie na kartę {card}, {holder}, nie zostało przyjęte. Na stronie pracodawcy podano powód i można tam dodać nowe.",
    because: "Przyczyna",
    todo: "Co zrobić",
    card: "karta",
    more: "… i jeszcze {count}; wszystkie są na stronie pracodawcy.",
    closing: "Otrzymują Państwo tę wiadomość, ponieważ adres jest podany jako kontakt firmy. Wysłano ją automatycznie; odpowiedzi nie są czytane.",
    reasons: &[
        Told(Reason::CardExpired, "karta straciła ważność", "Proszę złożyć wniosek o nową kartę."),
        Told(
            Reason::WorkerNotEmployed,
            "pracownika nie ma ani w Aa-registeret, ani w OAR",
            "Proszę zgłosić zatrudnienie w a-melding albo zlecenie w OAR. Karta jest sprawdzana ponownie każdej nocy.",
        ),
        Told(
            Reason::EmploymentEnded,
            "zatrudnienie się zakończyło",
            "Jeśli trwa dalej, proszę zgłosić je w a-melding albo w OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "firmy nie ma w Enhetsregisteret lub Foretaksregisteret",
            "Proszę poprawić wpis w rejestrach w Brønnøysund.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "firma nie jest zarejestrowana jako podatnik VAT",
            "Proszę zarejestrować firmę do VAT w Skatteetaten.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "firma nie ma zgody Arbeidstilsynet na tę branżę",
            "Proszę wystąpić do Arbeidstilsynet o zgodę.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "firma wynajmuje pracowników, a nie ma jej w rejestrze agencji pracy",
            "Proszę wystąpić do Arbeidstilsynet o zgodę na działalność agencji pracy.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "pracownika nie znaleziono w rejestrze ludności",
            "Pracownik musi skontaktować się ze Skatteetaten.",
        ),
        Told(
            Reason::DNumberInactive,
            "nieaktywny numer D",
            "Pracownik musi zgłosić się do Skatteetaten z paszportem lub dowodem osobistym. Wizytę warto umówić z wyprzedzeniem.",
        ),
        Told(
            Reason::NoWorkPermit,
            "brak zezwolenia na pobyt z prawem do pracy",
            "Pracownik musi skontaktować się z UDI.",
        ),
        Told(
            Reason::BlockedByOffice,
            "wydawca zablokował kartę",
            "Proszę skontaktować się z wydawcą.",
        ),
        Told(
            Reason::CardSeized,
            "inspektor zatrzymał kartę",
            "Proszę usunąć nieprawidłowość i złożyć nowy wniosek. Od decyzji można się odwołać w terminie, który w niej podano.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "inspektor usunął zatrudnienie z karty",
            "Proszę usunąć nieprawidłowość i złożyć nowy wniosek. Od decyzji można się odwołać w terminie, który w niej podano.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "firma jest w upadłości",
            "Jeśli syndyk prowadzi prace dalej, występuje o karty pod własnym numerem organizacyjnym.",
        ),
        Told(
            Reason::WorkerDeceased,
            "według rejestru ludności pracownik nie żyje",
            "Jeśli to błąd, pracownik musi od razu skontaktować się ze Skatteetaten.",
        ),
    ],
};
