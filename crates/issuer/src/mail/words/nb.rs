//! Bokmål.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%d.%m.%Y",
    subject: "HMS-kort: beskjed om kortene til {company}",
    greeting: "Hei.\n\nDette gjelder HMS-kortene til {company}, organisasjonsnummer {number}.",
    coming: "Disse kortene slutter å gjelde på datoen som står, hvis ingen gjør noe:",
    fallen: "Disse kortene gjelder ikke lenger:",
    act: "En inspektør eller utstederen har gjort noe med disse kortene:",
    photo: "Bildet til {holder}, kort {card}, ble ikke godkjent. På arbeidsgiversiden står det hvorfor, og der kan dere legge til et nytt.",
    because: "Årsak",
    todo: "Slik ordnes det",
    card: "kort",
    more: "… og {count} til; alle står på arbeidsgiversiden.",
    closing: "Dere får denne e-posten fordi adressen står som kontakt for virksomheten. Den er sendt automatisk; svar leses ikke.",
    reasons: &[
        Told(Reason::CardExpired, "kortet er utløpt", "Søk om nytt kort."),
        Told(
            Reason::WorkerNotEmployed,
            "arbeidstakeren står ikke i Aa-registeret eller OAR",
            "Meld arbeidsforholdet i a-meldingen, eller oppdraget i OAR. Kortet sjekkes på nytt hver natt.",
        ),
        Told(
            Reason::EmploymentEnded,
            "arbeidsforholdet er avsluttet",
            "Fortsetter det, må dere melde det i a-meldingen eller OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "virksomheten står ikke i Enhetsregisteret eller Foretaksregisteret",
            "Rett registreringen hos Brønnøysundregistrene.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "virksomheten står ikke i Merverdiavgiftsregisteret",
            "Registrer virksomheten for merverdiavgift hos Skatteetaten.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "virksomheten er ikke godkjent av Arbeidstilsynet for denne bransjen",
            "Søk Arbeidstilsynet om godkjenning.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "virksomheten leier ut arbeidskraft og står ikke i bemanningsforetaksregisteret",
            "Søk Arbeidstilsynet om godkjenning som bemanningsforetak.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "arbeidstakeren er ikke funnet i Folkeregisteret",
            "Arbeidstakeren må ta kontakt med Skatteetaten.",
        ),
        Told(
            Reason::DNumberInactive,
            "inaktivt D-nummer",
            "Arbeidstakeren må møte hos Skatteetaten med pass eller nasjonalt ID-kort. Bestill time i god tid.",
        ),
        Told(
            Reason::NoWorkPermit,
            "oppholdstillatelse med rett til å arbeide mangler",
            "Arbeidstakeren må ta kontakt med UDI.",
        ),
        Told(
            Reason::BlockedByOffice,
            "kortet er sperret av utstederen",
            "Ta kontakt med utstederen.",
        ),
        Told(
            Reason::CardSeized,
            "kortet er inndratt av en inspektør",
            "Rett forholdet og søk på nytt. Vedtaket kan påklages innen fristen som står i det.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "en inspektør har fjernet arbeidsforholdet fra kortet",
            "Rett forholdet og søk på nytt. Vedtaket kan påklages innen fristen som står i det.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "virksomheten er konkurs",
            "Driver boet arbeidet videre, søker boet om kort under sitt eget organisasjonsnummer.",
        ),
        Told(
            Reason::WorkerDeceased,
            "Folkeregisteret melder at arbeidstakeren er død",
            "Er det feil, må arbeidstakeren ta kontakt med Skatteetaten med en gang.",
        ),
    ],
};
