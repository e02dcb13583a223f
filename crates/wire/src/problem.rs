//! Errors of the service: RFC 9457 problem details with a code for machines.

use card::PhotoFault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fault::Fault;

/// `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// What happened, for people who read logs.
    pub title: String,
    /// What happened, for programs.
    pub code: ProblemCode,
    /// The service's time, Unix seconds, where clocks differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server_time: Option<i64>,
    /// After how many seconds to try again, where that helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// What is wrong with an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
    /// What is wrong with a photo, where that is what is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<PhotoFault>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Not an activation code.
    ActivationMalformed,
    /// No such code, or a wrong one; not told apart.
    ActivationUnknown,
    /// Its time has run out.
    ActivationExpired,
    /// Another device has used it.
    ActivationUsed,
    /// Too many wrong tries.
    ActivationLocked,
    /// No root has this fingerprint.
    RootUnknown,
    /// The device's signature is wrong.
    ProofWrong,
    /// The device's clock is wrong.
    ClockWrong,
    /// The card has moved to another device, or this one was never enrolled.
    DeviceUnknown,
    /// The token is wrong or withdrawn.
    TokenWrong,
    /// The token's role is not one that may do this.
    RoleWrong,
    /// The audit log isn't whole.
    AuditBroken,
    /// No such thing.
    NotFound,
    /// It is there already.
    Conflict,
    /// The route takes other methods.
    MethodNotAllowed,
    /// The request can't be read.
    Malformed,
    /// The request is longer than it may be.
    TooLarge,
    /// The request's content type is not one that the route takes.
    UnsupportedMediaType,
    /// The typed code is wrong or used, or there is no such card; not told apart.
    TypedCodeWrong,
    /// Too many wrong tries; `retry_after` says when the next one is heard.
    RateLimited,
    /// The file can't be a card's photo.
    PhotoRefused,
    /// The inspector's authority may not do this.
    ActNotAllowed,
    /// Nobody is logged in, or not any more.
    LoginNeeded,
    /// A change that didn't come from our own page.
    NotOurPage,
    /// The person may not act for this company.
    NotAuthorised,
    /// Something is wrong with an application; `fault` says what.
    ApplicationRefused,
    /// The service failed.
    Internal,
    /// A code that this version doesn't know.
    #[serde(other)]
    Other,
}
