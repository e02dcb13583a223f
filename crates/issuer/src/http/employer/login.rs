//! Logging in and out.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use wire::{EmployerSession, LoggedOut};

use super::{Person, cookie};
use crate::Issuer;
use crate::error::IssuerError;
use crate::http::reply::{Answer, Refusal, blocking, run};
use crate::http::{Outside, Service};
use crate::session::csrf_token;

/// The page.
const PAGE: &str = "/employer";

/// Where the provider sends the browser back to.
const CALLBACK: &str = "/employer/callback";

/// What the provider sends back, in the address.
#[derive(Deserialize)]
pub(crate) struct Returned {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
}

/// Sends the browser to where employers log in.
#[utoipa::path(
    get,
    operation_id = "begin_login",
    path = "/employer/login",
    responses((status = 303, description = "The provider's page"), Refusal)
)]
pub(crate) async fn begin(
    State(Service { issuer, clock }): State<Service>,
    Extension(outside): Extension<Arc<Outside>>,
) -> Result<Response, IssuerError> {
    let login = outside.login.as_ref().ok_or(IssuerError::NotFound("login"))?;
    let service = address(&issuer).await?;
    let begun = match login.begin(&format!("{service}{CALLBACK}"), clock()).await {
        Ok(begun) => begun,
        Err(failed) => return page(Some(&failed), []),
    };
    let to = begun.address.clone();
    let token = run(move || issuer.keep_login(&begun, clock())).await?;
    go(&to, [cookie::set_login(&token, service.starts_with("https:"))?])
}

/// Takes the browser back from where employers log in.
#[utoipa::path(
    get,
    operation_id = "finish_login",
    path = "/employer/callback",
    params(
        ("state" = Option<String>, Query, description = "Of the login that began"),
        ("code" = Option<String>, Query, description = "From the provider"),
        ("iss" = Option<String>, Query, description = "The provider (RFC 9207)"),
    ),
    responses((status = 303, description = "The page, with a session or with `#login-failed`"), Refusal)
)]
pub(crate) async fn finish(
    State(service): State<Service>,
    Extension(outside): Extension<Arc<Outside>>,
    headers: HeaderMap,
    Query(returned): Query<Returned>,
) -> Result<Response, IssuerError> {
    let address = address(&service.issuer).await?;
    let secure = address.starts_with("https:");
    match session_of(&service, &outside, &address, &headers, returned).await {
        Ok(token) => page(None, [cookie::set_session(&token, secure)?]),
        Err(failed) => page(Some(&failed), []),
    }
}

async fn session_of(
    Service { issuer, clock }: &Service,
    outside: &Outside,
    address: &str,
    headers: &HeaderMap,
    Returned { state, code, iss }: Returned,
) -> Result<String, IssuerError> {
    let login = outside.login.as_ref().ok_or(IssuerError::NotFound("login"))?;
    let token = cookie::login(headers).of(address.starts_with("https:"));
    let (Some(state), Some(token)) = (state, token) else {
        return Err(IssuerError::LoginFailed("this browser has begun no such login"));
    };
    let (kept, at) = (issuer.clone(), clock());
    let begun = run(move || kept.take_login(&token, &state, at)).await?;
    if !login.is_issuer(iss.as_deref()) {
        return Err(IssuerError::LoginFailed("the answer is another provider's"));
    }
    let code = code.ok_or(IssuerError::LoginFailed("the provider gave no code"))?;
    let person = login.finish(&format!("{address}{CALLBACK}"), code, begun, clock()).await?;
    let (kept, at) = (issuer.clone(), clock());
    run(move || kept.begin_session(&person, at)).await
}

/// Who is logged in, and for which companies.
#[utoipa::path(
    get,
    operation_id = "employer_session",
    path = "/employer/session",
    responses((status = 200, body = EmployerSession, description = "The session"), Refusal)
)]
pub(crate) async fn session(
    State(Service { issuer, clock }): State<Service>,
    Person { number, token, ends }: Person,
) -> Answer<EmployerSession> {
    blocking(move || {
        let companies = issuer.companies_of(&number, clock())?;
        Ok(EmployerSession { csrf: csrf_token(&token), ends, companies })
    })
    .await
}

/// Ends the session.
#[utoipa::path(
    post,
    operation_id = "log_out",
    path = "/employer/logout",
    responses((status = 200, body = LoggedOut, description = "Where to log out too"), Refusal)
)]
pub(crate) async fn logout(
    State(Service { issuer, .. }): State<Service>,
    Extension(outside): Extension<Arc<Outside>>,
    Person { token, .. }: Person,
) -> Result<Response, IssuerError> {
    let address = address(&issuer).await?;
    run(move || issuer.end_session(&token)).await?;
    let back = format!("{address}{PAGE}");
    let then = outside.login.as_ref().and_then(|login| login.logout(&back));
    let cookies = cookie::drop_both(address.starts_with("https:"))?;
    Ok((set(cookies), Json(LoggedOut { then })).into_response())
}

async fn address(issuer: &Arc<Issuer>) -> Result<String, IssuerError> {
    let issuer = issuer.clone();
    run(move || issuer.address()).await
}

/// To the page; it tells what went wrong by what stands behind `#`.
fn page<const N: usize>(
    failed: Option<&IssuerError>,
    cookies: [HeaderValue; N],
) -> Result<Response, IssuerError> {
    let to = match failed {
        None => PAGE.to_owned(),
        Some(IssuerError::LoginUnavailable) => format!("{PAGE}#login-unavailable"),
        Some(_) => format!("{PAGE}#login-failed"),
    };
    go(&to, cookies)
}

fn go<const N: usize>(to: &str, cookies: [HeaderValue; N]) -> Result<Response, IssuerError> {
    let to = HeaderValue::from_str(to).map_err(|_| IssuerError::LoginUnavailable)?;
    let head =
        [(header::LOCATION, to), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((StatusCode::SEE_OTHER, set(cookies), head).into_response())
}

fn set<const N: usize>(
    cookies: [HeaderValue; N],
) -> AppendHeaders<[(header::HeaderName, HeaderValue); N]> {
    AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie)))
}
