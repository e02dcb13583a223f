//! The vocabulary of the HMS card: numbers, names, industries, employments, statuses, reasons.
//!
//! What this crate knows is the scheme itself (the 2023 evaluation for Arbeidstilsynet, cited by
//! chapter). It does no I/O and reads no clock.
//!
//! **Threat.** Every value arrives from a camera, a network, a file or a database. A value of one
//! of these types has been parsed, so nothing further in has to look again; and a national
//! number or a name never reaches a log by way of `Debug`.
//!
//! ```
//! use card::{CardNumber, Industry, OrganisationNumber};
//!
//! let number: CardNumber = "0123456".parse().unwrap();
//! assert_eq!(number.to_string(), "0123456");
//! assert!("974 760 674".parse::<OrganisationNumber>().is_err(), "the check digit is wrong");
//! assert!(Industry::Cleaning.is_accepted_at(Industry::Construction));
//! assert!(!Industry::Construction.is_accepted_at(Industry::Cleaning));
//! ```

mod act;
mod card_number;
mod employment;
mod free_text;
mod industry;
mod language;
mod name;
mod national_id;
mod organisation_number;
mod outcome;
mod photo_fault;
mod reason;
mod status;
mod text;
mod validity;
mod words;

pub use act::{ActKind, Authority, Ground, UnknownAct};
pub use card_number::{CardNumber, MalformedCardNumber};
pub use employment::{Employment, EmploymentId, MalformedEmploymentId};
pub use free_text::{Line, MalformedText, Text};
pub use industry::{Industry, UnknownIndustry};
pub use language::{Language, UnknownLanguage};
pub use name::{CompanyName, MalformedName, PersonName};
pub use national_id::{MalformedNationalId, NationalId, NationalIdKind, NumberSeries};
pub use organisation_number::{MalformedOrganisationNumber, OrganisationNumber};
pub use outcome::Outcome;
pub use photo_fault::{PhotoFault, UnknownPhotoFault};
pub use reason::{Mender, Reason, Remedy, UnknownReason};
pub use status::{Cause, EmploymentStatus, Status};
pub use validity::{EmptyValidity, Validity};
pub use words::words;
