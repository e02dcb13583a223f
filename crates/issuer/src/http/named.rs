//! What an address names.

use std::str::FromStr;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use card::{CardNumber, EmploymentId};
use wire::ActId;

use crate::error::IssuerError;

/// What the last part of the address that varies names. What can't be its number is answered as what
/// isn't there.
pub(super) struct Named<T>(pub(super) T);

/// A number by which addresses name something.
pub(super) trait Name: FromStr {
    /// What it is the number of.
    const OF: &'static str;
}

impl Name for CardNumber {
    const OF: &'static str = "card";
}

impl Name for EmploymentId {
    const OF: &'static str = "employment";
}

impl Name for ActId {
    const OF: &'static str = "act";
}

impl<T: Name, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, IssuerError> {
        let nothing = || IssuerError::NotFound(T::OF);
        let names = RawPathParams::from_request_parts(parts, state).await.map_err(|_| nothing())?;
        let (_, name) = names.iter().last().ok_or_else(nothing)?;
        name.parse().map(Self).map_err(|_| nothing())
    }
}
