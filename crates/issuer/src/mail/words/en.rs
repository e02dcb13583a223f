//! English.

use card::Reason;

use super::{Told, Words};

pub(super) const WORDS: Words = Words {
    date: "%-d %B %Y",
    subject: "HSE cards: a message about the cards of {company}",
    greeting: "Hello.\n\nThis is about the HSE cards of {company}, organisation number {number}.",
    coming: "These cards stop being valid on the date shown, unless somebody acts:",
    fallen: "These cards are no longer valid:",
    act: "An inspector or the issuer has done something to these cards:",
    photo: "The photo of {holder}, card {card}, was not accepted. The employers' page says why, and there you can add another.",
    because: "Reason",
    todo: "How to mend it",
    card: "card",
    more: "… and {count} more; all are on the employer's page.",
    closing: "You get this e-mail because the address is a contact of the company. It was sent automatically; replies are not read.",
    reasons: &[
        Told(Reason::CardExpired, "the card has expired", "Apply for a new card."),
        Told(
            Reason::WorkerNotEmployed,
            "the worker is in neither Aa-registeret nor OAR",
            "Report the employment in the a-melding, or the assignment to OAR. The card is checked again every night.",
        ),
        Told(
            Reason::EmploymentEnded,
            "the employment has ended",
            "If it goes on, report it in the a-melding or to OAR.",
        ),
        Told(
            Reason::CompanyNotRegistered,
            "the company is not in Enhetsregisteret or Foretaksregisteret",
            "Correct the registration with the Brønnøysund registers.",
        ),
        Told(
            Reason::CompanyNotVatRegistered,
            "the company is not registered for VAT",
            "Register the company for VAT with the Norwegian Tax Administration.",
        ),
        Told(
            Reason::CompanyNotApproved,
            "the company is not approved by the Labour Inspection Authority for this industry",
            "Apply to the Labour Inspection Authority for approval.",
        ),
        Told(
            Reason::StaffingAgencyNotRegistered,
            "the company hires out workers and is not in the register of staffing agencies",
            "Apply to the Labour Inspection Authority for approval as a staffing agency.",
        ),
        Told(
            Reason::WorkerNotInPopulationRegister,
            "the worker was not found in the population register",
            "The worker must contact the Norwegian Tax Administration.",
        ),
        Told(
            Reason::DNumberInactive,
            "inactive D-number",
            "The worker must visit the Norwegian Tax Administration with a passport or national ID card. Book the appointment in good time.",
        ),
        Told(
            Reason::NoWorkPermit,
            "a residence permit that allows work is missing",
            "The worker must contact UDI.",
        ),
        Told(Reason::BlockedByOffice, "the issuer has blocked the card", "Contact the issuer."),
        Told(
            Reason::CardSeized,
            "an inspector has seized the card",
            "Put the matter right and apply again. The decision can be appealed within the time limit that it states.",
        ),
        Told(
            Reason::EmploymentRemoved,
            "an inspector has removed the employment from the card",
            "Put the matter right and apply again. The decision can be appealed within the time limit that it states.",
        ),
        Told(
            Reason::CompanyBankrupt,
            "the company is bankrupt",
            "If the estate carries the work on, it applies for cards under its own organisation number.",
        ),
        Told(
            Reason::WorkerDeceased,
            "the population register says that the worker is dead",
            "If that is wrong, the worker must contact the Norwegian Tax Administration at once.",
        ),
    ],
};
