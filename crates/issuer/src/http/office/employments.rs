//! Employments on cards.

use axum::extract::{Path, State};
use card::EmploymentId;
use wire::{BlockEmployment, Published, RegisterEmployment, RegisteredEmployment};

use crate::NewEmployment;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, Refusal, blocking};
use crate::http::token::Office;

/// Puts an employment on a card.
#[utoipa::path(
    post,
    operation_id = "register_employment",
    path = "/office/employments",
    request_body = RegisterEmployment,
    responses((status = 200, body = RegisteredEmployment, description = "The employment"), Refusal),
    security(("office" = []))
)]
pub(crate) async fn register(
    State(Service { issuer, clock }): State<Service>,
    _: Office,
    Json(new): Json<RegisterEmployment>,
) -> Answer<RegisteredEmployment> {
    let new = NewEmployment {
        card: new.card_number,
        company: new.organisation_number,
        sub_unit: new.sub_unit.unwrap_or(new.organisation_number),
        industry: new.industry,
    };
    blocking(move || Ok(RegisteredEmployment { employment: issuer.add_employment(&new, clock())? }))
        .await
}

/// Gives an employment a reason for not being valid, and publishes.
#[utoipa::path(
    post,
    operation_id = "block_employment",
    path = "/office/employments/{employment}/block",
    params(("employment" = EmploymentId, Path, description = "The employment")),
    request_body = BlockEmployment,
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal),
    security(("office" = []))
)]
pub(crate) async fn block(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(employment): Path<String>,
    Json(BlockEmployment { reason }): Json<BlockEmployment>,
) -> Answer<Published> {
    let employment = parse(&employment)?;
    blocking(move || {
        issuer.block(&employment, reason, &by, clock())?;
        Ok(Published { version: issuer.publish(clock())? })
    })
    .await
}

/// Takes a reason from an employment, and publishes.
#[utoipa::path(
    post,
    operation_id = "unblock_employment",
    path = "/office/employments/{employment}/unblock",
    params(("employment" = EmploymentId, Path, description = "The employment")),
    request_body = BlockEmployment,
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal),
    security(("office" = []))
)]
pub(crate) async fn unblock(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(employment): Path<String>,
    Json(BlockEmployment { reason }): Json<BlockEmployment>,
) -> Answer<Published> {
    let employment = parse(&employment)?;
    blocking(move || {
        issuer.unblock(&employment, reason, &by, clock())?;
        Ok(Published { version: issuer.publish(clock())? })
    })
    .await
}

fn parse(employment: &str) -> Result<EmploymentId, IssuerError> {
    employment.parse().map_err(|_| IssuerError::NotFound("employment"))
}
