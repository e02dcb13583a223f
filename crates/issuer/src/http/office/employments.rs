//! Employments on cards.

use axum::extract::{Path, State};
use card::EmploymentId;
use wire::{BlockEmployment, Published, RegisterEmployment, RegisteredEmployment};

use crate::NewEmployment;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, blocking};
use crate::http::token::Office;

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
