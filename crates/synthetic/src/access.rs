//! Before each register: its faults, and whether the token is for it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use crate::fault::Fault;
use crate::server::Server;

/// A part of the server, guarded.
#[derive(Clone)]
pub(crate) struct Guarded {
    pub(crate) server: Arc<Server>,
    pub(crate) part: &'static str,
}

pub(crate) async fn guard(State(at): State<Guarded>, request: Request, next: Next) -> Response {
    let fault = at.server.faults().meet(at.part);
    if let Some(delay) = fault.and_then(Fault::delay) {
        tokio::time::sleep(delay).await;
    }
    if let Some(failed) = fail(fault).await {
        return failed;
    }
    let scope = at.part.parse().ok().and_then(crate::scope);
    match scope {
        Some(scope) if !is_let_in(&at.server, scope, &request) => unauthorized(),
        _ => next.run(request).await,
    }
}

async fn fail(fault: Option<Fault>) -> Option<Response> {
    let json = [(header::CONTENT_TYPE, "application/json")];
    Some(match fault? {
        Fault::Silent => std::future::pending().await,
        Fault::Fail(status) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
            (status, json, json!({ "kode": "FEIL-001", "melding": "Feil" }).to_string())
                .into_response()
        }
        Fault::Garbage => {
            (json, json!({ "error": null, "oppslag": [1], "data": 7 }).to_string()).into_response()
        }
        Fault::Endless => (json, Body::new(Endless)).into_response(),
        Fault::Html => {
            (StatusCode::NOT_FOUND, Html("<h1>Welcome to the network</h1>")).into_response()
        }
        Fault::Slow(_) | Fault::Half => return None,
    })
}

/// A body without end.
struct Endless;

impl axum::body::HttpBody for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        static SPACES: [u8; 64 * 1024] = [b' '; 64 * 1024];
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::from_static(&SPACES)))))
    }
}

fn is_let_in(server: &Server, scope: &str, request: &Request) -> bool {
    let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = bearer.and_then(|value| value.strip_prefix("Bearer "));
    token.is_some_and(|token| server.tokens().takes(token, scope, server.now()))
}

fn unauthorized() -> Response {
    let challenge = [(header::WWW_AUTHENTICATE, "Bearer")];
    (StatusCode::UNAUTHORIZED, challenge).into_response()
}
