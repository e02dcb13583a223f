//! Photos, by their digest.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use super::Service;
use super::reply::{File, Refusal, run};
use crate::error::IssuerError;

/// A photo, by the digest that a credential names.
#[utoipa::path(
    get,
    path = "/photos/{digest}",
    params(("digest" = String, Path, description = "32 hexadecimal digits")),
    responses((status = 200, body = File, content_type = "image/jpeg", description = "A JPEG file of at most 32 KiB"), Refusal)
)]
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
