//! Nynorsk.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%d.%m.%Y",
    subject: "HMS-kort: melding om korta til {company}",
    greeting: "Hei.\n\nDette gjeld HMS-korta til {company}, organisasjonsnummer {number}.",
    coming: "Desse korta sluttar å gjelde på datoen som står, om ingen gjer noko:",
    fallen: "Desse korta gjeld ikkje lenger:",
    act: "Ein inspektør eller utskrivaren har gjort noko med desse korta:",
    photo: "Biletet til {holder}, kort {card}, vart ikkje godkjent. På arbeidsgivarsida står det kvifor, og der kan de leggje til eit nytt.",
    because: "Årsak",
    todo: "Slik ordnar de det",
    card: "kort",
    more: "… og {count} til; alle står på arbeidsgjevarsida.",
    closing: "De får denne e-posten fordi adressa står som kontakt for verksemda. Han er send automatisk; svar blir ikkje lesne.",
    reasons: &[
        Told(Reason::CardExpired, "kortet er utgått", "Søk om nytt kort."),
        Told(
            Reason::WorkerNotEmployed,
            "arbeidstakaren står ikkje i Aa-registeret eller OAR",
            "Meld arbeidsforholdet i a-meldinga, eller oppdraget i OAR. Kortet blir sjekka på nytt kvar natt.",
        ),
        Told(
            Reason::EmploymentEnded,
            "arbeidsforholdet er avslutta",
            "Held det fram, må de melde det i a-meldinga eller OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "verksemda står ikkje i Einingsregisteret eller Føretaksregisteret",
            "Rett registreringa hos Brønnøysundregistera.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "verksemda står ikkje i Meirverdiavgiftsregisteret",
            "Registrer verksemda for meirverdiavgift hos Skatteetaten.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "verksemda er ikkje godkjend av Arbeidstilsynet for denne bransjen",
            "Søk Arbeidstilsynet om godkjenning.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "verksemda leiger ut arbeidskraft og står ikkje i bemanningsføretaksregisteret",
            "Søk Arbeidstilsynet om godkjenning som bemanningsføretak.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "arbeidstakaren er ikkje funnen i Folkeregisteret",
            "Arbeidstakaren må ta kontakt med Skatteetaten.",
        ),
        Told(
            Reason::DNumberInactive,
            "inaktivt D-nummer",
            "Arbeidstakaren må møte hos Skatteetaten med pass eller nasjonalt ID-kort. Bestill time i god tid.",
        ),
        Told(
            Reason::NoWorkPermit,
            "opphaldsløyve med rett til å arbeide manglar",
            "Arbeidstakaren må ta kontakt med UDI.",
        ),
        Told(
            Reason::BlockedByOffice,
            "kortet er sperra av utskrivaren",
            "Ta kontakt med utskrivaren.",
        ),
        Told(
            Reason::CardSeized,
            "kortet er inndrege av ein inspektør",
            "Rett forholdet og søk på nytt. De kan klage på vedtaket innan fristen som står i det.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "ein inspektør har fjerna arbeidsforholdet frå kortet",
            "Rett forholdet og søk på nytt. De kan klage på vedtaket innan fristen som står i det.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "verksemda er konkurs",
            "Driv buet arbeidet vidare, søkjer buet om kort under sitt eige organisasjonsnummer.",
        ),
        Told(
            Reason::WorkerDeceased,
            "Folkeregisteret melder at arbeidstakaren er død",
            "Er det feil, må arbeidstakaren ta kontakt med Skatteetaten med ein gong.",
        ),
    ],
};
