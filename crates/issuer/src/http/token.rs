//! Bearer tokens (RFC 6750), looked at before anything else of a request is read.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use super::Service;
use super::reply::run;
use crate::InspectorName;
use crate::error::IssuerError;

/// An inspector's device that is not revoked.
pub(super) struct InspectorsDevice {
    pub(super) of: InspectorName,
}

/// The office; the token's name goes into the history.
pub(super) struct Office {
    pub(super) by: String,
}

impl FromRequestParts<Service> for InspectorsDevice {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, IssuerError> {
        let (token, issuer) = (bearer(parts)?, service.issuer.clone());
        run(move || issuer.check_token(&token)).await.map(|of| Self { of })
    }
}

impl FromRequestParts<Service> for Office {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, IssuerError> {
        let (token, issuer) = (bearer(parts)?, service.issuer.clone());
        run(move || issuer.check_office_token(&token)).await.map(|by| Self { by })
    }
}

fn bearer(parts: &Parts) -> Result<String, IssuerError> {
    parts
        .headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(str::to_owned)
        .ok_or(IssuerError::TokenWrong)
}
