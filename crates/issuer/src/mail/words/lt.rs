//! Lithuanian.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%Y-%m-%d",
    subject: "HMS kortelės: pranešimas apie {company} korteles",
    greeting: "Laba diena.\n\nPranešimas apie {company} HMS korteles, organizacijos numeris {number}.",
    coming: "Šios kortelės nustos galioti nurodytą dieną, jei niekas nieko nedarys:",
    fallen: "Šios kortelės nebegalioja:",
    act: "Inspektorius arba išdavėjas ėmėsi veiksmų dėl šių kortelių:",
    photo: "Nuotrauka kortelei {card}, {holder}, nepriimta. Darbdavio puslapyje nurodyta priežastis, ten galite pridėti kitą.",
    because: "Priežastis",
    todo: "Ką daryti",
    card: "kortelė",
    more: "… ir dar {count}; visos yra darbdavio puslapyje.",
    closing: "Šį laišką gavote, nes adresas nurodytas kaip įmonės kontaktas. Jis išsiųstas automatiškai; atsakymai neskaitomi.",
    reasons: &[
        Told(
            Reason::CardExpired,
            "kortelės galiojimas baigėsi",
            "Pateikite prašymą dėl naujos kortelės.",
        ),
        Told(
            Reason::WorkerNotEmployed,
            "darbuotojo nėra nei Aa-registeret, nei OAR",
            "Praneškite apie darbo santykius per a-melding arba apie užduotį OAR. Kortelė tikrinama iš naujo kiekvieną naktį.",
        ),
        Told(
            Reason::EmploymentEnded,
            "darbo santykiai baigėsi",
            "Jei jie tęsiasi, praneškite per a-melding arba OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "įmonės nėra Enhetsregisteret arba Foretaksregisteret",
            "Pataisykite registraciją Brønnøysund registruose.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "įmonė neįregistruota PVM mokėtoja",
            "Įregistruokite įmonę PVM mokėtoja Skatteetaten.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "įmonė neturi Arbeidstilsynet patvirtinimo šiai veiklai",
            "Kreipkitės į Arbeidstilsynet dėl patvirtinimo.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "įmonė nuomoja darbuotojus, bet jos nėra įdarbinimo agentūrų registre",
            "Kreipkitės į Arbeidstilsynet dėl įdarbinimo agentūros patvirtinimo.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "darbuotojas nerastas gyventojų registre",
            "Darbuotojas turi kreiptis į Skatteetaten.",
        ),
        Told(
            Reason::DNumberInactive,
            "neaktyvus D numeris",
            "Darbuotojas turi atvykti į Skatteetaten su pasu arba asmens tapatybės kortele. Užsiregistruokite iš anksto.",
        ),
        Told(
            Reason::NoWorkPermit,
            "trūksta leidimo gyventi su teise dirbti",
            "Darbuotojas turi kreiptis į UDI.",
        ),
        Told(Reason::BlockedByOffice, "išdavėjas užblokavo kortelę", "Kreipkitės į išdavėją."),
        Told(
            Reason::CardSeized,
            "inspektorius paėmė kortelę",
            "Ištaisykite pažeidimą ir pateikite naują prašymą. Sprendimą galima apskųsti per jame nurodytą terminą.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "inspektorius pašalino darbo santykius iš kortelės",
            "Ištaisykite pažeidimą ir pateikite naują prašymą. Sprendimą galima apskųsti per jame nurodytą terminą.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "įmonė bankrutavo",
            "Jei bankroto administratorius darbus tęsia, jis prašo kortelių savo organizacijos numeriu.",
        ),
        Told(
            Reason::WorkerDeceased,
            "gyventojų registre nurodyta, kad darbuotojas miręs",
            "Jei tai klaida, darbuotojas turi nedelsdamas kreiptis į Skatteetaten.",
        ),
    ],
};
