//! Answers and errors.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use wire::Problem;

use crate::error::IssuerError;

/// RFC 9457.
const PROBLEM: &str = "application/problem+json";

/// Every answer that isn't the right one.
#[derive(utoipa::IntoResponses)]
#[response(
    status = "default",
    description = "What went wrong (RFC 9457)",
    content_type = "application/problem+json"
)]
#[expect(dead_code, reason = "only its description is used")]
pub(super) struct Refusal(Problem);

/// A file, in no other shape than its own.
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only its description is used")]
pub(super) struct File(Vec<u8>);

/// JSON, or a problem.
pub(super) type Answer<T> = Result<Json<T>, IssuerError>;

/// Runs work that blocks, and gives its answer as JSON.
pub(super) async fn blocking<T: Serialize + Send + 'static>(
    work: impl FnOnce() -> Result<T, IssuerError> + Send + 'static,
) -> Answer<T> {
    run(work).await.map(Json)
}

/// Runs work that blocks.
pub(super) async fn run<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, IssuerError> + Send + 'static,
) -> Result<T, IssuerError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|stopped| Err(IssuerError::Io(std::io::Error::other(stopped))))
}

impl IntoResponse for IssuerError {
    fn into_response(self) -> Response {
        let (status, code) = self.on_the_wire();
        let title = if status == 500 { "the service failed".into() } else { self.to_string() };
        let server_time = match self {
            Self::ClockWrong { server_time } => Some(server_time),
            _ => None,
        };
        let retry_after = match self {
            Self::RateLimited { retry_after } => Some(retry_after),
            _ => None,
        };
        let (fault, faults) = match self {
            Self::Refused(fault) => (Some(fault), Vec::new()),
            Self::PhotoFaults(faults) => (None, faults),
            _ => (None, Vec::new()),
        };
        let status_code = StatusCode::from_u16(status).unwrap_or_default();
        let body = Json(Problem { status, title, code, server_time, retry_after, fault, faults });
        let mut response = (status_code, body).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        if status_code == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// The last look at every answer. What the framework itself refuses gets the shape of our own
/// errors, and no browser guesses a content type.
pub(super) async fn finish(response: Response) -> Response {
    let ours = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM);
    let mut response = match response.status() {
        status if ours || !status.is_client_error() => response,
        StatusCode::PAYLOAD_TOO_LARGE => IssuerError::TooLarge.into_response(),
        _ => IssuerError::Malformed("its address or head").into_response(),
    };
    response
        .headers_mut()
        .insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
