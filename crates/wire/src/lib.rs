//! What service and devices say to each other over HTTP: JSON, parsed on the way in.
//!
//! **Threat.** Both ends read what a stranger may have sent. So keys, signatures and credentials
//! travel as [`Bytes`] with a limit, codes and links are types of their own, and each message
//! that a device signs starts with words that no other message starts with.

mod act;
mod activation;
mod audit;
mod bytes;
mod employer;
mod fault;
mod identity;
mod messages;
mod office;
mod photo;
mod problem;
mod tip;

pub use card::{MalformedText, Text};

pub use act::{
    Act, ActEvent, ActEventKind, ActId, ActNotice, ActOn, ActOutcome, KeptAct, Note, NoteOnAct,
    OfficeAct, UnfitAct,
};
pub use activation::{ActivationCode, ActivationLink, Enrolment, MalformedActivation};
pub use audit::{AuditEntry, AuditHead, AuditPage, MalformedHead};
pub use bytes::Bytes;
pub use employer::{
    Applied, Apply, Batch, Colleague, Declaration, Delegate, EmployerSession, EmployersCard,
    EmployersCompany, LoggedOut, MAX_TABLE, MayActFor, RefusedRow, RefusedRows, Renew, Renewed,
    SubUnit, Terms,
};
pub use fault::{Fault, UnknownFault};
pub use identity::{IdDocument, UnknownIdDocument};
pub use messages::{
    AskBadge, AskPass, Assurance, CheckTyped, CheckedEmployment, CheckedTyped, EnrolInspector,
    EnrolWallet, EnrolledInspector, EnrolledWallet, GivenBadge, HeldEmployment, PassLink,
    RefreshWallet, StatusChange, WalletState, badge_message, enrol_message, pass_message,
    refresh_message,
};
pub use office::{
    BlockEmployment, CheckedIdentity, InviteInspector, Link, Published, RegisterCompany,
    RegisterEmployment, RegisterWorker, RegisteredEmployment, RegisteredWorker, RevokeInspector,
    SetApproval,
};
pub use photo::{HandedInPhoto, PhotoNotice, RejectPhoto, WaitingPhoto};
pub use problem::{Problem, ProblemCode};
pub use tip::{KeptTip, SetTipStatus, Tip, TipId, TipStatus, UnknownTipStatus};

/// Longest photo that the service gives out, in bytes.
pub const MAX_PHOTO: usize = 32 * 1024;

/// The routes of the service, below its address.
pub mod route {
    /// A wallet trades its activation code for credentials.
    pub const WALLET_ENROL: &str = "/wallet/enrol";
    /// A wallet asks how its card stands.
    pub const WALLET_REFRESH: &str = "/wallet/refresh";
    /// A wallet asks for a pass in Google Wallet.
    pub const WALLET_GOOGLE_PASS: &str = "/wallet/google-pass";
    /// An inspector's device trades its code for a token.
    pub const INSPECTOR_ENROL: &str = "/inspector/enrol";
    /// An inspector's device asks for its own credential.
    pub const INSPECTOR_BADGE: &str = "/inspector/badge";
    /// An inspector's device sends an act, or asks what became of its acts.
    pub const INSPECTOR_ACTS: &str = "/inspector/acts";
    /// An inspector's device sends a report, or asks which ones have come; pictures lie below.
    pub const INSPECTOR_REPORTS: &str = "/inspector/reports";
    /// Anybody has a typed code checked.
    pub const CHECK_TYPED: &str = "/check-typed";
    /// Anybody sends a tip.
    pub const TIPS: &str = "/tips";
    /// The files of the key set lie below.
    pub const KEY_SET: &str = "/key-set";
    /// Photos lie below, by digest.
    pub const PHOTOS: &str = "/photos";
}
