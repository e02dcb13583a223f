//! Photos, by their digest.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use super::Service;
use super::reply::run;
use crate::error::IssuerError;

pub(super) async fn photo(
    State(service): State<Service>,
    Path(digest): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    let digest = digest.parse().map_err(|_| IssuerError::NotFound("photo"))?;
    let file = run(move || service.issuer.photo(&digest)).await?;
    // Another photo has another name; but no cache that people share keeps faces.
    let cache = (header::CACHE_CONTROL, "private, max-age=31536000, immutable");
    Ok(([cache, (header::CONTENT_TYPE, "image/jpeg")], file))
}
