//! The routes of the employers' page. Who asks is known by a session's cookie, and acts for the
//! company that the address names; what changes how a card stands is published before the answer.

mod cards;
mod company;
mod cookie;
mod login;
mod tables;

use ::photo::MAX_FILE;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path};
use axum::http::request::Parts;
use card::{NationalId, OrganisationNumber};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::MAX_TABLE;

use super::Service;
use super::reply::run;
use crate::authority::Acting;
use crate::error::IssuerError;

pub(super) use cookie::{SESSION, identify, is_cookie};

pub(super) fn routes() -> OpenApiRouter<Service> {
    // One byte more, so that the issuer says what is wrong with what is too long.
    let photos = OpenApiRouter::new()
        .routes(routes!(cards::set_photo))
        .layer(DefaultBodyLimit::max(MAX_FILE + 1));
    let tables =
        OpenApiRouter::new().routes(routes!(tables::take)).layer(DefaultBodyLimit::max(MAX_TABLE));
    OpenApiRouter::new()
        .routes(routes!(login::begin))
        .routes(routes!(login::finish))
        .routes(routes!(login::session))
        .routes(routes!(login::logout))
        .routes(routes!(company::show))
        .routes(routes!(company::colleagues))
        .routes(routes!(company::delegate))
        .routes(routes!(company::end_delegation))
        .routes(routes!(cards::list))
        .routes(routes!(cards::apply))
        .routes(routes!(cards::withdraw))
        .routes(routes!(cards::end))
        .routes(routes!(cards::resume))
        .routes(routes!(cards::renew))
        .routes(routes!(tables::list))
        .routes(routes!(tables::show))
        .routes(routes!(tables::refused))
        .routes(routes!(tables::apply))
        .routes(routes!(tables::forget))
        .merge(photos)
        .merge(tables)
}

/// A person with a session.
pub(super) struct Person {
    pub(super) number: NationalId,
    pub(super) token: String,
    pub(super) ends: DateTime<Utc>,
}

impl FromRequestParts<Service> for Person {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, IssuerError> {
        let came = cookie::session(&parts.headers);
        let Service { issuer, clock } = service.clone();
        run(move || {
            let token = came.of(issuer.is_secure()?).ok_or(IssuerError::LoginNeeded)?;
            let session = issuer.session(&token, clock())?;
            Ok(Self { number: session.person, token, ends: session.ends })
        })
        .await
    }
}

/// The part of an address that names the company.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct Company {
    /// The main unit
    company: String,
}

impl FromRequestParts<Service> for Acting {
    type Rejection = IssuerError;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, IssuerError> {
        let Person { number, .. } = Person::from_request_parts(parts, service).await?;
        let Path(Company { company }) = Path::from_request_parts(parts, service)
            .await
            .map_err(|_| IssuerError::NotFound("company"))?;
        // One that isn't ours and one that isn't anybody's get one answer.
        let company: OrganisationNumber =
            company.parse().map_err(|_| IssuerError::NotAuthorised)?;
        let Service { issuer, clock } = service.clone();
        run(move || issuer.may_act(&number, company, clock())).await
    }
}

/// A number that the sender chose: 32 hexadecimal digits.
fn chosen(id: String) -> Result<String, IssuerError> {
    let id = wire::TipId::try_from(id)
        .map_err(|_| IssuerError::Malformed("the number in the address"))?;
    Ok(id.into())
}
