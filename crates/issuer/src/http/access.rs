//! Who may use which route: one table, looked at before anything else of a request is read.
//!
//! **Threats.** A new route that nobody thought of (what isn't in the table isn't there, and the
//! tests try every route as every role); a look at somebody's data that leaves no trace (an answer
//! that shows one goes out only when the auditor's log has it).
//!
//! To add a route, give it a row here; its `security` in the `OpenAPI` document follows from that.
//! The handler takes a [`Caller`], and where the row says [`Shows::Somebody`], calls
//! [`Caller::sees`] before it answers.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme,
};

use super::caller::{Caller, identify};
use super::{OPENAPI, Service, employer};
use crate::Whom;
use crate::error::IssuerError;
use crate::role::Identity;
use crate::role::Role::{self, Auditor, Employer, Inspector, Office, Public};

/// Whose data an answer shows that isn't the caller's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// Nobody's.
    Nobody,
    /// Somebody's; the handler knows whose, and logs it.
    Somebody,
    /// That of all cards, or of many; logged here.
    Everybody,
}
use Shows::{Everybody, Nobody, Somebody};

/// Method, address, who may, and what that shows them.
type Row = (&'static str, &'static str, &'static [Role], Shows);

const ROUTES: &[Row] = &[
    // For anybody. A card's holder proves to be that by a signature in the body.
    ("GET", OPENAPI, &[Public], Nobody),
    ("GET", "/health", &[Public], Nobody),
    ("GET", "/ready", &[Public], Nobody),
    ("POST", "/wallet/enrol", &[Public], Nobody),
    ("POST", "/wallet/refresh", &[Public], Nobody),
    ("POST", "/wallet/google-pass", &[Public], Nobody),
    ("POST", "/inspector/enrol", &[Public], Nobody),
    ("POST", "/check-typed", &[Public], Nobody),
    ("POST", "/tips", &[Public], Nobody),
    ("GET", "/photos/{digest}", &[Public], Nobody),
    ("GET", "/key-set/head.cbor", &[Public], Nobody),
    ("GET", "/key-set/root/{file}", &[Public], Nobody),
    ("GET", "/key-set/status/{file}", &[Public], Nobody),
    ("GET", "/key-set/approved/{file}", &[Public], Nobody),
    // Inspectors.
    ("POST", "/inspector/badge", &[Inspector], Nobody),
    ("POST", "/inspector/acts", &[Inspector], Somebody),
    ("GET", "/inspector/acts", &[Inspector], Nobody),
    ("POST", "/inspector/reports", &[Inspector], Nobody),
    ("GET", "/inspector/reports", &[Inspector], Nobody),
    ("PUT", "/inspector/reports/{report}/pictures/{digest}", &[Inspector], Nobody),
    ("GET", "/key-set/reasons/{file}", &[Inspector], Everybody),
    ("GET", "/key-set/index/{file}", &[Inspector], Everybody),
    ("GET", "/key-set/index-part/{file}", &[Inspector], Everybody),
    ("GET", "/key-set/pack/{file}", &[Inspector], Everybody),
    ("GET", "/key-set/pack-part/{file}", &[Inspector], Everybody),
    // The office. What it does to a card it sees, and is logged as that.
    ("POST", "/office/companies", &[Office], Nobody),
    ("POST", "/office/companies/{organisation_number}/approval", &[Office], Nobody),
    ("POST", "/office/workers", &[Office], Somebody),
    ("POST", "/office/workers/{card_number}/activation", &[Office], Somebody),
    ("PUT", "/office/workers/{card_number}/photo", &[Office], Somebody),
    ("POST", "/office/employments", &[Office], Somebody),
    ("POST", "/office/employments/{employment}/block", &[Office], Nobody),
    ("POST", "/office/employments/{employment}/unblock", &[Office], Nobody),
    ("POST", "/office/inspectors", &[Office], Nobody),
    ("POST", "/office/inspectors/revoke", &[Office], Nobody),
    ("GET", "/office/acts", &[Office], Everybody),
    ("POST", "/office/acts", &[Office], Somebody),
    ("POST", "/office/acts/{act}/undo", &[Office], Somebody),
    ("POST", "/office/acts/{act}/complaint", &[Office], Somebody),
    ("GET", "/office/photos", &[Office], Everybody),
    ("GET", "/office/photos/{photo}", &[Office], Somebody),
    ("POST", "/office/photos/{photo}/accept", &[Office], Nobody),
    ("POST", "/office/photos/{photo}/reject", &[Office], Nobody),
    ("GET", "/office/reports", &[Office], Somebody),
    ("GET", "/office/reports/{report}", &[Office], Somebody),
    ("GET", "/office/reports/{report}/pictures/{digest}", &[Office], Somebody),
    ("GET", "/office/tips", &[Office], Somebody),
    ("POST", "/office/tips/{tip}/status", &[Office], Nobody),
    ("POST", "/office/publication", &[Office], Nobody),
    // Employers, each for the companies that it may act for.
    ("GET", "/employer/login", &[Public], Nobody),
    ("GET", "/employer/callback", &[Public], Nobody),
    ("GET", "/employer/session", &[Employer], Nobody),
    ("POST", "/employer/logout", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}/colleagues", &[Employer], Nobody),
    ("POST", "/employer/companies/{company}/colleagues", &[Employer], Nobody),
    ("DELETE", "/employer/companies/{company}/colleagues/{id}", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}/cards", &[Employer], Somebody),
    ("PUT", "/employer/companies/{company}/applications/{id}", &[Employer], Somebody),
    ("DELETE", "/employer/companies/{company}/applications/{id}", &[Employer], Nobody),
    ("PUT", "/employer/companies/{company}/workers/{card_number}/photo", &[Employer], Somebody),
    ("POST", "/employer/companies/{company}/employments/{employment}/end", &[Employer], Nobody),
    ("POST", "/employer/companies/{company}/employments/{employment}/resume", &[Employer], Nobody),
    ("POST", "/employer/companies/{company}/employments/{employment}/renew", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}/tables", &[Employer], Nobody),
    ("PUT", "/employer/companies/{company}/tables/{id}", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}/tables/{id}", &[Employer], Nobody),
    ("GET", "/employer/companies/{company}/tables/{id}/refused", &[Employer], Somebody),
    ("POST", "/employer/companies/{company}/tables/{id}/step", &[Employer], Nobody),
    ("DELETE", "/employer/companies/{company}/tables/{id}", &[Employer], Nobody),
    // The auditor.
    ("GET", "/auditor/log", &[Auditor], Somebody),
    ("GET", "/auditor/verification", &[Auditor], Nobody),
];

/// The row of a route. `HEAD` is answered by what answers `GET`.
fn row(method: &Method, path: &str) -> Option<&'static Row> {
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    ROUTES.iter().find(|(of, at, ..)| *of == method && *at == path)
}

/// Lets those in who may, as a [`Caller`]; logs what they see.
pub(super) async fn guard(
    State(service): State<Service>,
    path: Option<MatchedPath>,
    mut request: Request,
    next: Next,
) -> Response {
    // No address of ours: the router says so.
    let Some(path) = path else { return next.run(request).await };
    let Some((method, path, roles, shows)) = row(request.method(), path.as_str()) else {
        return no_row(path.as_str());
    };
    let caller = match admit(&service, roles, request.method(), request.headers()).await {
        Ok(identity) => Caller::new(identity, format!("{method} {path}")),
        Err(refused) => return refused.into_response(),
    };
    request.extensions_mut().insert(caller.clone());
    let answer = next.run(request).await;
    if !answer.status().is_success() {
        return answer;
    }
    let logged = match shows {
        Nobody => Ok(()),
        Somebody if caller.has_seen() => Ok(()),
        Somebody => Err(IssuerError::Unlogged),
        Everybody => caller.sees_now(&service, Whom::Everybody).await,
    };
    match logged {
        Ok(()) => answer,
        Err(failed) => failed.into_response(),
    }
}

/// Who asks, if they may.
async fn admit(
    service: &Service,
    roles: &[Role],
    method: &Method,
    headers: &HeaderMap,
) -> Result<Identity, IssuerError> {
    if roles.contains(&Public) {
        return Ok(Identity { role: Public, by: String::new(), authority: None });
    }
    let identity = if employer::is_cookie(headers) {
        employer::identify(service, method, headers).await?
    } else {
        identify(service, headers).await?
    };
    if roles.contains(&identity.role) { Ok(identity) } else { Err(IssuerError::RoleWrong) }
}

/// An address without this method, or without any.
fn no_row(path: &str) -> Response {
    let methods: Vec<&str> =
        ROUTES.iter().filter(|(_, at, ..)| *at == path).map(|(method, ..)| *method).collect();
    if methods.is_empty() {
        return IssuerError::NotFound("address").into_response();
    }
    let mut answer = IssuerError::MethodNotAllowed.into_response();
    // RFC 9110 § 15.5.6.
    if let Ok(allowed) = methods.join(",").replace("GET", "GET,HEAD").parse() {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

/// Writes into the description who may use each route, and how each role says who it is.
pub(super) fn describe(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            let roles = row(&method, path).map_or(&[][..], |(_, _, roles, _)| roles);
            let of = |role: &Role| SecurityRequirement::new(role.as_str(), [""; 0]);
            operation.security = (!roles.contains(&Public)).then(|| roles.iter().map(of).collect());
        }
    }
    let components = document.components.get_or_insert_default();
    for role in [Role::Inspector].into_iter().chain(Role::WITH_TOKEN) {
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        components.add_security_scheme(role.as_str(), bearer);
    }
    let cookie = ApiKey::Cookie(ApiKeyValue::new(employer::SESSION));
    components.add_security_scheme(Role::Employer.as_str(), SecurityScheme::ApiKey(cookie));
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (Method, &mut Operation)> {
    let all = [
        (Method::GET, item.get.as_mut()),
        (Method::PUT, item.put.as_mut()),
        (Method::POST, item.post.as_mut()),
        (Method::DELETE, item.delete.as_mut()),
        (Method::PATCH, item.patch.as_mut()),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation?)))
}
