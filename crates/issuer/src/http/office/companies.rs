//! Companies.

use axum::extract::State;
use wire::RegisterCompany;

use crate::NewCompany;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, Refusal, blocking};
use crate::http::token::Office;

/// Registers a company, or its new name.
#[utoipa::path(
    post,
    operation_id = "register_company",
    path = "/office/companies",
    request_body = RegisterCompany,
    responses((status = 200, body = RegisterCompany, description = "The company"), Refusal),
    security(("office" = []))
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
