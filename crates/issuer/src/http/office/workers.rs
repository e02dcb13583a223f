//! Workers and their cards.

use axum::extract::State;
use card::CardNumber;
use wire::{CheckedIdentity, Link, RegisterWorker, RegisteredWorker};

use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::Caller;
use crate::http::named::Named;
use crate::http::reply::{Answer, Refusal, blocking};
use crate::{NewWorker, Whom};

use super::link;

/// Registers a worker, who gets a card number.
#[utoipa::path(
    post,
    operation_id = "register_worker",
    path = "/office/workers",
    request_body = RegisterWorker,
    responses((status = 200, body = RegisteredWorker, description = "The card"), Refusal)
)]
pub(crate) async fn register(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Json(RegisterWorker { name, national_id, birth_date }): Json<RegisterWorker>,
) -> Answer<RegisteredWorker> {
    blocking(move || {
        let card_number = issuer.add_worker(&NewWorker { name, national_id, birth_date })?;
        caller.sees(&issuer, Whom::Card(card_number), "", clock())?;
        Ok(RegisteredWorker { card_number })
    })
    .await
}

/// Makes a one-time link for the phone of a worker whose identity was checked.
#[utoipa::path(
    post,
    operation_id = "issue_activation",
    path = "/office/workers/{card_number}/activation",
    params(("card_number" = CardNumber, Path, description = "The card")),
    request_body = CheckedIdentity,
    responses((status = 200, body = Link, description = "The link"), Refusal)
)]
pub(crate) async fn activate(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Named(card): Named<CardNumber>,
    Json(CheckedIdentity { document }): Json<CheckedIdentity>,
) -> Answer<Link> {
    blocking(move || {
        let given = issuer.issue_activation(card, document, caller.by(), clock())?;
        caller.sees(&issuer, Whom::Card(card), document.as_str(), clock())?;
        link(&given)
    })
    .await
}
