//! Companies.

use axum::extract::{Path, State};
use card::OrganisationNumber;
use wire::{Published, RegisterCompany, SetApproval};

use crate::NewCompany;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::Office;
use crate::http::reply::{Answer, Refusal, blocking};

/// Registers a company, or its new name.
#[utoipa::path(
    post,
    operation_id = "register_company",
    path = "/office/companies",
    request_body = RegisterCompany,
    responses((status = 200, body = RegisterCompany, description = "The company"), Refusal)
)]
pub(crate) async fn register(
    State(Service { issuer, .. }): State<Service>,
    _: Office,
    Json(company): Json<RegisterCompany>,
) -> Answer<RegisterCompany> {
    blocking(move || {
        issuer.add_company(&NewCompany {
            organisation_number: company.organisation_number,
            name: company.name.clone(),
        })?;
        Ok(company)
    })
    .await
}

/// Approves a company for an industry or withdraws that, and publishes.
#[utoipa::path(
    post,
    operation_id = "set_approval",
    path = "/office/companies/{organisation_number}/approval",
    params(("organisation_number" = OrganisationNumber, Path, description = "The main unit")),
    request_body = SetApproval,
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal)
)]
pub(crate) async fn set_approval(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(company): Path<String>,
    Json(SetApproval { industry, approved }): Json<SetApproval>,
) -> Answer<Published> {
    let company = company.parse().map_err(|_| IssuerError::NotFound("company"))?;
    blocking(move || {
        issuer.set_approval(company, industry, approved, &by, clock())?;
        Ok(Published { version: issuer.publish(clock())? })
    })
    .await
}
