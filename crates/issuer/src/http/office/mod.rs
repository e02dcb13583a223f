//! The office's routes. What changes how a card stands is published before the answer.

mod companies;
mod employments;
mod inspectors;
mod publication;
mod workers;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{post, put};

use super::Service;
use crate::photo::MAX_FILE;

pub(super) fn routes() -> Router<Service> {
    Router::new()
        .route("/office/companies", post(companies::register))
        .route("/office/workers", post(workers::register))
        .route(
            "/office/workers/{card_number}/photo",
            // One byte more, so that the issuer says what is wrong with a photo that is too long.
            put(workers::set_photo).layer(DefaultBodyLimit::max(MAX_FILE + 1)),
        )
        .route("/office/workers/{card_number}/activation", post(workers::activate))
        .route("/office/employments", post(employments::register))
        .route("/office/employments/{employment}/block", post(employments::block))
        .route("/office/employments/{employment}/unblock", post(employments::unblock))
        .route("/office/inspectors", post(inspectors::invite))
        .route("/office/inspectors/revoke", post(inspectors::revoke))
        .route("/office/publication", post(publication::publish))
}
