//! Romanian.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%d.%m.%Y",
    subject: "Carduri HMS: mesaj despre cardurile firmei {company}",
    greeting: "Bună ziua.\n\nMesajul privește cardurile HMS ale firmei {company}, număr de organizație {number}.",
    coming: "Aceste carduri nu vor mai fi valabile de la data indicată, dacă nu se face nimic:",
    fallen: "Aceste carduri nu mai sunt valabile:",
    act: "Un inspector sau emitentul a intervenit asupra acestor carduri:",
    photo: "Fotografia pentru cardul {card}, {holder}, nu a fost acceptată. Pe pagina angajatorului scrie de ce, iar acolo puteți adăuga alta.",
    because: "Motiv",
    todo: "Ce este de făcut",
    card: "card",
    more: "… și încă {count}; toate sunt pe pagina angajatorului.",
    closing: "Primiți acest mesaj pentru că adresa este dată ca persoană de contact a firmei. A fost trimis automat; răspunsurile nu se citesc.",
    reasons: &[
        Told(Reason::CardExpired, "cardul a expirat", "Cereți un card nou."),
        Told(
            Reason::WorkerNotEmployed,
            "lucrătorul nu este nici în Aa-registeret, nici în OAR",
            "Raportați angajarea în a-melding sau misiunea în OAR. Cardul este verificat din nou în fiecare noapte.",
        ),
        Told(
            Reason::EmploymentEnded,
            "contractul de muncă s-a încheiat",
            "Dacă el continuă, raportați-l în a-melding sau în OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "firma nu este în Enhetsregisteret sau Foretaksregisteret",
            "Corectați înregistrarea la registrele din Brønnøysund.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "firma nu este înregistrată pentru TVA",
            "Înregistrați firma pentru TVA la Skatteetaten.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "firma nu este aprobată de Arbeidstilsynet pentru acest domeniu",
            "Cereți aprobarea de la Arbeidstilsynet.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "firma închiriază forță de muncă și nu este în registrul agențiilor de personal",
            "Cereți de la Arbeidstilsynet aprobarea ca agenție de personal.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "lucrătorul nu a fost găsit în registrul populației",
            "Lucrătorul trebuie să ia legătura cu Skatteetaten.",
        ),
        Told(
            Reason::DNumberInactive,
            "număr D inactiv",
            "Lucrătorul trebuie să se prezinte la Skatteetaten cu pașaportul sau cartea de identitate. Programați vizita din timp.",
        ),
        Told(
            Reason::NoWorkPermit,
            "lipsește permisul de ședere cu drept de muncă",
            "Lucrătorul trebuie să ia legătura cu UDI.",
        ),
        Told(Reason::BlockedByOffice, "emitentul a blocat cardul", "Luați legătura cu emitentul."),
        Told(
            Reason::CardSeized,
            "un inspector a reținut cardul",
            "Remediați situația și depuneți o nouă cerere. Decizia poate fi contestată în termenul indicat în ea.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "un inspector a eliminat contractul de muncă de pe card",
            "Remediați situația și depuneți o nouă cerere. Decizia poate fi contestată în termenul indicat în ea.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "firma este în faliment",
            "Dacă administratorul falimentului continuă lucrările, cere carduri sub propriul număr de organizație.",
        ),
        Told(
            Reason::WorkerDeceased,
            "registrul populației arată că lucrătorul a decedat",
            "Dacă este o greșeală, lucrătorul trebuie să ia imediat legătura cu Skatteetaten.",
        ),
    ],
};
