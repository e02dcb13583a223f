//! The verdict: *valid*, *invalid because…* or *could not be confirmed because…*.
//!
//! [`verify`] is pure. It takes the scanned text, the synced key set, the time and what this
//! verifier asks for ([`Policy`]), and needs no network, no clock and no secret.
//!
//! **Threats.** A forged or borrowed card must not pass; and an honest worker must not be shown
//! red because a clock is wrong, a tablet hasn't synced or a register is silent. So "don't know"
//! is a verdict of its own, each [`Finding`] carries its evidence, and findings are ranked: could
//! the check be made at all? is it this project's card? signatures, time, status, does it fit
//! here?
//!
//! ```
//! use chrono::{TimeZone, Utc};
//! use verifier::{Outcome, Policy, verify};
//!
//! let now = Utc.timestamp_opt(1_795_000_000, 0).unwrap();
//! let verdict = verify("HC1:NCF…", None, now, &Policy::default());
//! assert_eq!(verdict.outcome, Outcome::Unconfirmed);
//! assert_eq!(verdict.reasons[0].code(), "not_a_card_code");
//! ```

mod badge;
mod clocks;
mod finding;
mod policy;
mod verdict;
mod verify;

pub use badge::{BadgeFault, verify_badge};
pub use card::Outcome;
pub use clocks::{Clocks, WrongClock};
pub use finding::{Evidence, Finding};
pub use policy::Policy;
pub use verdict::{CardFace, DataUsed, Verdict};
pub use verify::{verify, verify_again};
