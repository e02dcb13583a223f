//! The auditor's routes.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use card::CardNumber;
use serde::Deserialize;
use wire::{AuditHead, AuditPage};

use super::Service;
use super::caller::Caller;
use super::reply::{Answer, Refusal, blocking};
use crate::Whom;
use crate::error::IssuerError;

/// Which part of the log.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Part {
    /// Entries behind this one; from the start unless said.
    #[serde(default)]
    after: u64,
    /// Only looks at this card.
    #[param(value_type = Option<String>)]
    card: Option<CardNumber>,
}

/// Who looked at whom, why, and when.
#[utoipa::path(
    get,
    path = "/auditor/log",
    operation_id = "audit_log",
    params(Part),
    responses((status = 200, body = AuditPage, description = "A part of the log"), Refusal)
)]
pub(super) async fn log(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    part: Result<Query<Part>, QueryRejection>,
) -> Answer<AuditPage> {
    let Query(Part { after, card }) =
        part.map_err(|_| IssuerError::Malformed("`after` is a number, `card` a card number"))?;
    blocking(move || {
        caller.sees(&issuer, card.map_or(Whom::Everybody, Whom::Card), "", clock())?;
        let entries = issuer.audit_entries(after, card)?;
        Ok(AuditPage { entries, head: issuer.audit_head()? })
    })
    .await
}

/// Goes through the whole log. A head that was noted before is looked for in it.
#[utoipa::path(
    get,
    path = "/auditor/verification",
    operation_id = "verify_audit_log",
    params(("noted" = Option<String>, Query, description = "A head noted before: number, colon, hash")),
    responses((status = 200, body = AuditHead, description = "The log is whole; its end"), Refusal)
)]
pub(super) async fn verify(
    State(Service { issuer, .. }): State<Service>,
    noted: Result<Query<Noted>, QueryRejection>,
) -> Answer<AuditHead> {
    let malformed = IssuerError::Malformed("`noted` is a number, a colon and a hash");
    let Ok(Query(Noted { noted })) = noted else { return Err(malformed) };
    let noted = match noted.map(|noted| noted.parse::<AuditHead>()) {
        Some(Err(_)) => return Err(malformed),
        Some(Ok(noted)) => Some(noted),
        None => None,
    };
    blocking(move || issuer.verify_audit(noted.as_ref())).await
}

#[derive(Deserialize)]
pub(super) struct Noted {
    noted: Option<String>,
}
