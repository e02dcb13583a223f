//! Why an employment isn't valid, who can mend it, and how.
//!
//! Inspectors ask for exactly this in the field ("Invalid – worker not registered in Aa-registeret
//! or OAR", 7.4.2), and workers need to know what to do. The English sentences are for the
//! terminal; the app has its own in each language, by the same code.

use serde::{Deserialize, Serialize};

use crate::status::Status;

/// Who can mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mender {
    /// The worker.
    Worker,
    /// The employer.
    Employer,
    /// The office that issues the cards.
    Issuer,
    /// The register that has the fact.
    Register,
    /// The inspector who did the check.
    Inspector,
    /// Nobody; it ends here.
    Nobody,
}

impl Mender {
    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Employer => "employer",
            Self::Issuer => "issuer",
            Self::Register => "register",
            Self::Inspector => "inspector",
            Self::Nobody => "nobody",
        }
    }
}

/// Who can mend it, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Who.
    pub mender: Mender,
    /// How, in a sentence for the terminal.
    pub how: &'static str,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $text:literal, $status:ident, $mender:ident, $what:literal, $how:literal;)*) => {
        /// Why an employment isn't valid.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its number in the key set. Numbers are never used again for something else.
            #[must_use]
            pub fn code(self) -> u8 {
                match self { $(Self::$name => $code,)* }
            }

            /// A stable name, in snake case, as in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The status that it leads to.
            #[must_use]
            pub fn status(self) -> Status {
                match self { $(Self::$name => Status::$status,)* }
            }

            /// What happened, in a sentence for the terminal.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }

            /// Who can mend it, and how.
            #[must_use]
            pub fn remedy(self) -> Remedy {
                match self { $(Self::$name => Remedy { mender: Mender::$mender, how: $how },)* }
            }
        }
    };
}

reasons! {
    /// The card's time has run out; the most frequent finding of all (6).
    CardExpired = 1, "card_expired", Invalid, Employer,
        "The card has expired.", "The employer applies for a new card.";
    /// Neither Aa-registeret nor OAR has the employment.
    WorkerNotEmployed = 2, "worker_not_employed", Invalid, Employer,
        "The worker is not registered with this employer in Aa-registeret or OAR.",
        "The employer reports the employment (A-melding), or the assignment to OAR.";
    /// The employer or a register has reported the end.
    EmploymentEnded = 3, "employment_ended", Invalid, Employer,
        "The employment has ended.", "If it goes on, the employer reports it and applies again.";
    /// Not, or no longer, in Enhetsregisteret or Foretaksregisteret.
    CompanyNotRegistered = 4, "company_not_registered", Invalid, Employer,
        "The company is not in Enhetsregisteret or Foretaksregisteret.",
        "The employer registers the company with Brønnøysundregistrene.";
    /// Not in Merverdiavgiftsregisteret.
    CompanyNotVatRegistered = 5, "company_not_vat_registered", Invalid, Employer,
        "The company is not registered for VAT.",
        "The employer registers the company in Merverdiavgiftsregisteret.";
    /// Cleaning and car care need Arbeidstilsynet's approval.
    CompanyNotApproved = 6, "company_not_approved", Invalid, Employer,
        "The company is not approved by Arbeidstilsynet for this industry.",
        "The employer applies to Arbeidstilsynet for approval.";
    /// The company hires out labour without being registered for it.
    StaffingAgencyNotRegistered = 7, "staffing_agency_not_registered", Invalid, Employer,
        "The company hires out labour and is not in the register of staffing agencies.",
        "The employer registers with Arbeidstilsynet as a staffing agency.";
    /// Folkeregisteret does not have the person.
    WorkerNotInPopulationRegister = 8, "worker_not_in_population_register", Invalid, Worker,
        "The worker is not in Folkeregisteret.",
        "The worker contacts Skatteetaten about registration in Folkeregisteret.";
    /// A D-number goes inactive after five years.
    DNumberInactive = 9, "d_number_inactive", Invalid, Worker,
        "The worker's D-number is inactive.",
        "The worker asks Skatteetaten to make the D-number active again.";
    /// No residence permit with access to work.
    NoWorkPermit = 10, "no_work_permit", Invalid, Worker,
        "The worker has no residence permit that allows this work.",
        "The worker contacts UDI about a residence permit.";
    /// The office has blocked the card.
    BlockedByOffice = 11, "blocked_by_office", Invalid, Issuer,
        "The card is blocked by the office that issues it.",
        "Contact the office, which can tell why and lift the block.";
    /// An inspector of Skatteetaten has seized it (8.3).
    CardSeized = 12, "card_seized", Invalid, Employer,
        "The card has been seized by an inspector.",
        "The employer must apply again; there is a deadline for complaint.";
    /// An inspector has removed the employment from the card (8.3).
    EmploymentRemoved = 13, "employment_removed", Invalid, Employer,
        "An inspector has removed this employment from the card.",
        "The employer must apply again; there is a deadline for complaint.";
    /// The card has moved to another phone; this one's codes are dead.
    DeviceReplaced = 14, "device_replaced", Invalid, Worker,
        "The card has been moved to another phone.",
        "The worker shows the card on the new phone.";
    /// The worker has reported the phone lost.
    PhoneLost = 15, "phone_lost", Suspended, Worker,
        "The phone with this card has been reported lost.",
        "The worker gets a new activation code from the office.";
    /// A register has not answered for too long.
    RegisterSilent = 16, "register_silent", Unconfirmed, Register,
        "A register has not answered, so the card could not be confirmed.",
        "It mends itself when the register answers; the worker has done nothing wrong.";
    /// Enhetsregisteret says bankrupt. The estate has an organisation number of its own.
    CompanyBankrupt = 17, "company_bankrupt", Invalid, Employer,
        "The company is bankrupt.",
        "If the estate carries the work on, it applies for cards under its own number.";
    /// Folkeregisteret says dead: whoever shows the card is somebody else, or the register errs.
    WorkerDeceased = 18, "worker_deceased", Invalid, Worker,
        "Folkeregisteret says that the worker is dead.",
        "If that is wrong, the worker contacts Skatteetaten.";
}

impl Reason {
    /// The reason of a number in the key set; `None` for one that this version doesn't know.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.code() == code)
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no reason of that name")]
pub struct UnknownReason;

impl std::str::FromStr for Reason {
    type Err = UnknownReason;

    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        Self::ALL.iter().copied().find(|reason| reason.as_str() == text).ok_or(UnknownReason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_read_back() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_code(reason.code()), Some(*reason));
            assert_eq!(reason.as_str().parse(), Ok(*reason));
            assert_eq!(serde_json::to_string(reason).unwrap(), format!("\"{reason}\""));
        }
        assert_eq!(Reason::from_code(0), None);
    }

    #[test]
    fn no_reason_leaves_a_card_valid() {
        assert!(Reason::ALL.iter().all(|reason| reason.status() != Status::Valid));
    }

    #[test]
    fn a_silent_register_never_makes_a_card_invalid() {
        assert_eq!(Reason::RegisterSilent.status(), Status::Unconfirmed);
    }
}
