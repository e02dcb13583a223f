//! Who asks.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use chrono::{DateTime, Utc};
use inspection::ReportId;

use super::Service;
use super::reply::run;
use crate::error::IssuerError;
use crate::role::{Identity, Role};
use crate::{InspectorName, Issuer, Look, WholeReport, Whom};

/// Whoever the table of routes let in.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    identity: Identity,
    /// Method and address, as the log names it.
    what: String,
    /// Whether the log has what this request shows.
    seen: Arc<AtomicBool>,
}

impl Caller {
    pub(super) fn new(identity: Identity, what: String) -> Self {
        Self { identity, what, seen: Arc::default() }
    }

    /// The name, for histories.
    pub(super) fn by(&self) -> &str {
        &self.identity.by
    }

    /// Logs whose data the answer shows, and why. Blocks.
    pub(super) fn sees(
        &self,
        issuer: &Issuer,
        whom: Whom,
        why: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let Identity { role, by, authority } = &self.identity;
        let by = authority.as_ref().map_or_else(|| by.clone(), |of| format!("{by}, {of}"));
        let look = Look { role: *role, by: &by, what: &self.what, whom, why };
        issuer.log_look(&look, now)?;
        self.seen.store(true, Ordering::Release);
        Ok(())
    }

    /// A report, after the log has it for each person in it. Blocks.
    pub(super) fn sees_report(
        &self,
        issuer: &Issuer,
        report: &ReportId,
        now: DateTime<Utc>,
    ) -> Result<WholeReport, IssuerError> {
        let Identity { role, by, .. } = &self.identity;
        let whole = issuer.report(report, *role, by, &self.what, now)?;
        self.seen.store(true, Ordering::Release);
        Ok(whole)
    }

    /// [`sees`](Self::sees), from where nothing may block.
    pub(super) async fn sees_now(&self, service: &Service, whom: Whom) -> Result<(), IssuerError> {
        let (caller, Service { issuer, clock }) = (self.clone(), service.clone());
        run(move || caller.sees(&issuer, whom, "", clock())).await
    }

    pub(super) fn has_seen(&self) -> bool {
        self.seen.load(Ordering::Acquire)
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, IssuerError> {
        parts.extensions.get::<Self>().cloned().ok_or(IssuerError::RoleWrong)
    }
}

/// The office; the token's name goes into the history.
pub(super) struct Office {
    pub(super) by: String,
}

impl<S: Sync> FromRequestParts<S> for Office {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, IssuerError> {
        let Caller { identity, .. } = Caller::from_request_parts(parts, state).await?;
        match identity.role {
            Role::Office => Ok(Self { by: identity.by }),
            _ => Err(IssuerError::RoleWrong),
        }
    }
}

/// An inspector's device that is not revoked.
pub(super) struct InspectorsDevice {
    pub(super) of: InspectorName,
}

impl<S: Sync> FromRequestParts<S> for InspectorsDevice {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, IssuerError> {
        let Identity { by: name, authority, .. } =
            Caller::from_request_parts(parts, state).await?.identity;
        let authority = authority.ok_or(IssuerError::RoleWrong)?;
        Ok(Self { of: InspectorName { name, authority } })
    }
}

/// Who asks, by what they bring: a bearer token (RFC 6750).
pub(super) async fn identify(
    service: &Service,
    headers: &HeaderMap,
) -> Result<Identity, IssuerError> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(str::to_owned)
        .ok_or(IssuerError::TokenWrong)?;
    let issuer = service.issuer.clone();
    run(move || issuer.identify(&token)).await
}
