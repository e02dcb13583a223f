//! Bodies of requests.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;

use crate::error::IssuerError;

/// A body as it came, no longer than its route allows.
pub(super) struct Whole(pub(super) Bytes);

impl<S: Send + Sync> FromRequest<S> for Whole {
    type Rejection = IssuerError;

    async fn from_request(request: Request, state: &S) -> Result<Self, IssuerError> {
        let bytes = Bytes::from_request(request, state).await;
        bytes.map(Self).map_err(|refused| match refused.into_response().status() {
            StatusCode::PAYLOAD_TOO_LARGE => IssuerError::TooLarge,
            _ => IssuerError::Malformed("the body ends early"),
        })
    }
}

/// A body in JSON. A refusal names the field and never repeats what stood in it.
pub(super) struct Json<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = IssuerError;

    async fn from_request(request: Request, state: &S) -> Result<Self, IssuerError> {
        if content_type(request.headers()) != "application/json" {
            return Err(IssuerError::ContentType("application/json"));
        }
        let Whole(bytes) = Whole::from_request(request, state).await?;
        let mut json = serde_json::Deserializer::from_slice(&bytes);
        let body = serde_path_to_error::deserialize(&mut json).map_err(|wrong| {
            match (wrong.inner().classify(), wrong.path().to_string()) {
                (serde_json::error::Category::Data, path) if path != "." => {
                    IssuerError::Field(path)
                }
                (serde_json::error::Category::Data, _) => IssuerError::Malformed("a field"),
                _ => IssuerError::Malformed("the body is not JSON"),
            }
        })?;
        json.end().map_err(|_| IssuerError::Malformed("the body is not JSON"))?;
        Ok(Self(body))
    }
}

/// The content type without its parameters; empty when there is none.
pub(super) fn content_type(headers: &HeaderMap) -> &str {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.and_then(|value| value.split(';').next()).unwrap_or_default().trim()
}
