//! The office's routes. What changes how a card stands is published before the answer.

mod acts;
mod companies;
mod employments;
mod inspectors;
mod photos;
mod publication;
mod reports;
mod tips;
mod workers;

use ::photo::MAX_FILE;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use presentation::QrMatrix;
use wire::{ActivationLink, Link};

use super::Service;
use crate::error::IssuerError;

/// A link, and the picture of it that a phone's camera reads.
fn link(link: &ActivationLink) -> Result<Link, IssuerError> {
    let link = link.to_string();
    let qr = QrMatrix::of(&link).map_err(|_| IssuerError::Malformed("the service's address"))?;
    Ok(Link { qr: qr.svg(), link })
}

pub(super) fn routes() -> OpenApiRouter<Service> {
    // One byte more, so that the issuer says what is wrong with a photo that is too long.
    let photos = OpenApiRouter::new()
        .routes(routes!(photos::hand_in))
        .layer(DefaultBodyLimit::max(MAX_FILE + 1));
    OpenApiRouter::new()
        .routes(routes!(companies::register))
        .routes(routes!(companies::set_approval))
        .routes(routes!(workers::register))
        .routes(routes!(workers::activate))
        .routes(routes!(employments::register))
        .routes(routes!(employments::block))
        .routes(routes!(employments::unblock))
        .routes(routes!(inspectors::invite))
        .routes(routes!(inspectors::revoke))
        .routes(routes!(acts::list, acts::act))
        .routes(routes!(acts::undo))
        .routes(routes!(acts::complaint))
        .routes(routes!(photos::waiting))
        .routes(routes!(photos::show))
        .routes(routes!(photos::accept))
        .routes(routes!(photos::reject))
        .routes(routes!(publication::publish))
        .routes(routes!(reports::list))
        .routes(routes!(reports::get))
        .routes(routes!(reports::picture))
        .routes(routes!(tips::list))
        .routes(routes!(tips::set_status))
        .merge(photos)
}
