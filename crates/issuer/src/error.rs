//! What can go wrong at the issuer. No variant holds personal data.

use card::PhotoFault;
use wire::{Fault, ProblemCode};

/// The issuer could not do it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IssuerError {
    /// There is no issuer in this folder.
    #[error("there is no issuer in this folder; set one up with `hmskort issuer init`")]
    Missing,
    /// Its database is of a newer version.
    #[error("this issuer's database is of a newer version; update this program")]
    Newer,
    /// There is one already.
    #[error("there is an issuer in this folder already")]
    Exists,
    /// A key file is missing or damaged.
    #[error("the key file {0} is missing or damaged; restore it from its backup")]
    KeyFile(&'static str),
    /// Another process has it.
    #[error("a night is under way already; wait until it is done")]
    NightRuns,
    /// The first root hasn't come back from where the root key is.
    #[error(
        "the first root isn't signed yet: `hmskort issuer root draft`, then `sign` and `accept`"
    )]
    RootUnsigned,
    /// The root key isn't here.
    #[error(
        "the root key is kept elsewhere: `hmskort issuer root draft`, then `sign` and `accept`"
    )]
    RootElsewhere,
    /// A signed root says something else than the last draft.
    #[error("this root says something else than the last draft; draft it again")]
    RootUnlikeDraft,
    /// A draft that doesn't name the key that is to sign it.
    #[error("this draft doesn't name this root key")]
    NotARootKey,
    /// A file that is no whole backup.
    #[error("this file is no backup of an issuer, or not a whole one")]
    BackupDamaged,
    /// Another process has the database open.
    #[error("the database is in use; stop the service first")]
    InUse,
    /// The copy of the key set.
    #[error("the place for the copy of the key set says: {0}")]
    Copy(#[from] object_store::Error),
    /// What was named isn't there.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// It is there already.
    #[error("there is such a {0} already")]
    Conflict(&'static str),
    /// No such code, or a wrong one.
    #[error("the activation code is wrong; check each character")]
    ActivationUnknown,
    /// Not a code at all.
    #[error("an activation code has twelve letters and digits")]
    ActivationMalformed,
    /// Its time has run out.
    #[error("the activation code has expired; the office gives a new one")]
    ActivationExpired,
    /// Another device has used it.
    #[error("the activation code has been used on another device; the office gives a new one")]
    ActivationUsed,
    /// Too many wrong tries.
    #[error("the activation code is locked after too many wrong tries; the office gives a new one")]
    ActivationLocked,
    /// No root has this fingerprint.
    #[error("this service has no root with that fingerprint")]
    RootUnknown,
    /// The device's signature is wrong.
    #[error("the device did not sign this request")]
    ProofWrong,
    /// The device's clock is wrong.
    #[error("the device's clock is more than five minutes from the service's")]
    ClockWrong {
        /// The service's time, Unix seconds.
        server_time: i64,
    },
    /// The card has moved, or the device was never enrolled.
    #[error("this device holds no card; if the card has moved, use the new phone")]
    DeviceUnknown,
    /// The token is wrong or withdrawn.
    #[error("the token is wrong or withdrawn")]
    TokenWrong,
    /// The token is right and its role is not one that may do this.
    #[error("this role may not do that")]
    RoleWrong,
    /// An answer was about to show somebody's data without a trace.
    #[error("a route shows somebody's data and did not log it")]
    Unlogged,
    /// The audit log isn't whole.
    #[error("the audit log is broken at entry {entry}: {what}")]
    AuditBroken {
        /// The first entry that doesn't fit.
        entry: u64,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A person whose card is in use can't be erased.
    #[error("an employment on this card is not invalid; end it first, since the work takes a card")]
    CardInUse,
    /// The route takes other methods.
    #[error("this address takes other methods")]
    MethodNotAllowed,
    /// The request can't be read.
    #[error("the request can't be read: {0}")]
    Malformed(&'static str),
    /// A field of the request, named by its path, holds something else than it may.
    #[error("the field {0} can't be read")]
    Field(String),
    /// The request is longer than it may be.
    #[error("the request is longer than it may be")]
    TooLarge,
    /// The request's content type is not one that the route takes.
    #[error("the route takes another content type: {0}")]
    ContentType(&'static str),
    /// The typed code is wrong or used, or there is no such card; not told apart.
    #[error("the six digits are not those of this card now")]
    TypedCodeWrong,
    /// Too many wrong tries.
    #[error("too many wrong tries for this card; try again later")]
    RateLimited {
        /// After so many seconds.
        retry_after: u64,
    },
    /// The file can't be a card's photo.
    #[error("this can't be the photo: {0}")]
    Photo(&'static str),
    /// What is wrong with a photo, so that it can't be a card's.
    #[error("{}", sentences(.0))]
    PhotoFaults(Vec<PhotoFault>),
    /// The inspector's authority may not do this.
    #[error("this authority's inspectors may not do this to a card")]
    ActNotAllowed,
    /// Nobody is logged in, or not any more.
    #[error("log in again")]
    LoginNeeded,
    /// The login did not work out.
    #[error("the login did not work out: {0}")]
    LoginFailed(&'static str),
    /// Where employers log in gives no answer.
    #[error("the login service gives no answer; try again in a moment")]
    LoginUnavailable,
    /// A change that didn't come from our own page.
    #[error("load the page again: this request lacks its token")]
    NotOurPage,
    /// The person may not act for this company.
    #[error("this person may not act for this company")]
    NotAuthorised,
    /// Something is wrong with an application.
    #[error("{0}")]
    Refused(Fault),
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// The published files are damaged.
    #[error("the published key set is damaged: {0}")]
    KeySet(#[from] key_set::Rejected),
    /// A file.
    #[error("a file could not be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// The database.
    #[error("the database says: {0}")]
    Database(#[from] rusqlite::Error),
}

impl IssuerError {
    /// Status and code on the wire. What is inside is nobody's business there.
    #[must_use]
    pub fn on_the_wire(&self) -> (u16, ProblemCode) {
        match self {
            Self::NotFound(_) => (404, ProblemCode::NotFound),
            Self::Conflict(_) => (409, ProblemCode::Conflict),
            Self::ActivationUnknown => (403, ProblemCode::ActivationUnknown),
            Self::ActivationMalformed => (400, ProblemCode::ActivationMalformed),
            Self::ActivationExpired => (403, ProblemCode::ActivationExpired),
            Self::ActivationUsed => (403, ProblemCode::ActivationUsed),
            Self::ActivationLocked => (403, ProblemCode::ActivationLocked),
            Self::RootUnknown => (400, ProblemCode::RootUnknown),
            Self::ProofWrong => (403, ProblemCode::ProofWrong),
            Self::ClockWrong { .. } => (403, ProblemCode::ClockWrong),
            Self::DeviceUnknown => (403, ProblemCode::DeviceUnknown),
            Self::TokenWrong => (401, ProblemCode::TokenWrong),
            Self::RoleWrong => (403, ProblemCode::RoleWrong),
            Self::AuditBroken { .. } => (409, ProblemCode::AuditBroken),
            Self::MethodNotAllowed => (405, ProblemCode::MethodNotAllowed),
            Self::Malformed(_) => (400, ProblemCode::Malformed),
            Self::Field(_) => (422, ProblemCode::Malformed),
            Self::TypedCodeWrong => (403, ProblemCode::TypedCodeWrong),
            Self::RateLimited { .. } => (429, ProblemCode::RateLimited),
            Self::Photo(_) | Self::PhotoFaults(_) => (422, ProblemCode::PhotoRefused),
            Self::ActNotAllowed => (403, ProblemCode::ActNotAllowed),
            Self::LoginNeeded => (401, ProblemCode::LoginNeeded),
            Self::NotOurPage => (403, ProblemCode::NotOurPage),
            // As if it were not there: whose card numbers these are is nobody else's business.
            Self::NotAuthorised => (404, ProblemCode::NotAuthorised),
            Self::Refused(_) => (422, ProblemCode::ApplicationRefused),
            Self::TooLarge => (413, ProblemCode::TooLarge),
            Self::ContentType(_) => (415, ProblemCode::UnsupportedMediaType),
            _ => (500, ProblemCode::Internal),
        }
    }
}

impl From<Fault> for IssuerError {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

fn sentences(faults: &[PhotoFault]) -> String {
    faults.iter().map(|fault| fault.what()).collect::<Vec<_>>().join(" ")
}
