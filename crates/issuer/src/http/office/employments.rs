//! Employments on cards.

use axum::extract::State;
use card::{EmploymentId, Reason};
use chrono::{DateTime, Utc};
use wire::{BlockEmployment, Published, RegisterEmployment, RegisteredEmployment};

use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::{Caller, Office};
use crate::http::named::Named;
use crate::http::reply::{Answer, Refusal, blocking};
use crate::{Issuer, NewEmployment, Whom};

/// Puts an employment on a card.
#[utoipa::path(
    post,
    operation_id = "register_employment",
    path = "/office/employments",
    request_body = RegisterEmployment,
    responses((status = 200, body = RegisteredEmployment, description = "The employment"), Refusal)
)]
pub(crate) async fn register(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Json(new): Json<RegisterEmployment>,
) -> Answer<RegisteredEmployment> {
    let new = NewEmployment {
        card: new.card_number,
        company: new.organisation_number,
        sub_unit: new.sub_unit.unwrap_or(new.organisation_number),
        industry: new.industry,
    };
    blocking(move || {
        let employment = issuer.add_employment(&new, clock())?;
        caller.sees(&issuer, Whom::Card(new.card), "", clock())?;
        Ok(RegisteredEmployment { employment })
    })
    .await
}

/// Gives an employment a reason for not being valid, and publishes.
#[utoipa::path(
    post,
    operation_id = "block_employment",
    path = "/office/employments/{employment}/block",
    params(("employment" = EmploymentId, Path, description = "The employment")),
    request_body = BlockEmployment,
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal)
)]
pub(crate) async fn block(
    State(service): State<Service>,
    office: Office,
    Named(employment): Named<EmploymentId>,
    Json(BlockEmployment { reason }): Json<BlockEmployment>,
) -> Answer<Published> {
    change(service, office, employment, reason, Issuer::block).await
}

/// Takes a reason from an employment, and publishes.
#[utoipa::path(
    post,
    operation_id = "unblock_employment",
    path = "/office/employments/{employment}/unblock",
    params(("employment" = EmploymentId, Path, description = "The employment")),
    request_body = BlockEmployment,
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal)
)]
pub(crate) async fn unblock(
    State(service): State<Service>,
    office: Office,
    Named(employment): Named<EmploymentId>,
    Json(BlockEmployment { reason }): Json<BlockEmployment>,
) -> Answer<Published> {
    change(service, office, employment, reason, Issuer::unblock).await
}

type Change = fn(&Issuer, &EmploymentId, Reason, &str, DateTime<Utc>) -> Result<(), IssuerError>;

/// Changes how an employment stands, and publishes.
async fn change(
    Service { issuer, clock }: Service,
    Office { by }: Office,
    employment: EmploymentId,
    reason: Reason,
    change: Change,
) -> Answer<Published> {
    blocking(move || {
        change(&issuer, &employment, reason, &by, clock())?;
        Ok(Published { version: issuer.publish(clock())? })
    })
    .await
}
