//! Companies.

use axum::extract::State;
use wire::RegisterCompany;

use crate::NewCompany;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, blocking};
use crate::http::token::Office;

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
