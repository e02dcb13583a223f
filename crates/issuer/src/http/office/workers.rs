//! Workers and their cards.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use card::CardNumber;
use wire::{Link, RegisterWorker, RegisteredWorker, SetPhoto};

use crate::NewWorker;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, blocking};
use crate::http::token::Office;

pub(crate) async fn register(
    State(Service { issuer, .. }): State<Service>,
    _: Office,
    Json(RegisterWorker { name, national_id, birth_date }): Json<RegisterWorker>,
) -> Answer<RegisteredWorker> {
    blocking(move || {
        let card_number = issuer.add_worker(&NewWorker { name, national_id, birth_date })?;
        Ok(RegisteredWorker { card_number })
    })
    .await
}

pub(crate) async fn activate(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(card): Path<String>,
) -> Answer<Link> {
    let card = parse(&card)?;
    blocking(move || {
        let link = issuer.issue_activation(card, &by, clock())?;
        Ok(Link { link: link.to_string() })
    })
    .await
}

pub(crate) async fn set_photo(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(card): Path<String>,
    file: Result<Bytes, BytesRejection>,
) -> Answer<SetPhoto> {
    let card = parse(&card)?;
    let file = file.map_err(|refused| match refused.into_response().status().as_u16() {
        413 => IssuerError::TooLarge,
        _ => IssuerError::Malformed("the body ends early"),
    })?;
    blocking(move || {
        let digest = issuer.set_photo(card, &file, &by, clock())?;
        Ok(SetPhoto { digest: digest.to_string() })
    })
    .await
}

fn parse(card: &str) -> Result<CardNumber, IssuerError> {
    card.parse().map_err(|_| IssuerError::NotFound("card"))
}
