//! The cookies of login and session.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};

use super::super::Service;
use super::super::reply::run;
use crate::error::IssuerError;
use crate::role::{Identity, Role};
use crate::session::is_csrf_token;

/// The session's cookie; with TLS it has a prefix.
pub(in super::super) const SESSION: &str = "hmskort-employer";
const LOGIN: &str = "hmskort-login";

/// Where the page puts what a change needs.
const CSRF: HeaderName = HeaderName::from_static("x-csrf-token");

/// The prefix keeps others below the same domain from setting it (RFC 6265bis § 4.1.3). Browsers
/// take it with TLS only, which a service on this machine does without.
fn full_name(name: &str, secure: bool) -> String {
    format!("{}{name}", if secure { "__Host-" } else { "" })
}

/// A cookie that came under its bare name, and under the one with the prefix.
pub(super) struct Came {
    bare: Option<String>,
    host: Option<String>,
}

impl Came {
    fn read(headers: &HeaderMap, name: &str) -> Self {
        let find = |name: &str| {
            let values = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
            let mut pairs =
                values.flat_map(|v| v.split(';')).filter_map(|pair| pair.trim().split_once('='));
            pairs.find(|(given, _)| *given == name).map(|(_, value)| value.to_owned())
        };
        Self { bare: find(name), host: find(&full_name(name, true)) }
    }

    /// The one that counts. With TLS, a bare one may be put there by a neighbour below the same
    /// domain, to have somebody act in a session that isn't theirs.
    pub(super) fn of(self, secure: bool) -> Option<String> {
        if secure { self.host } else { self.bare }
    }
}

fn written(
    name: &str,
    value: &str,
    seconds: u32,
    secure: bool,
) -> Result<HeaderValue, IssuerError> {
    let name = full_name(name, secure);
    let secure = if secure { "; Secure" } else { "" };
    // `Lax`: both must come along when the browser comes back from the provider.
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
        .parse()
        .map_err(|_| IssuerError::Malformed("a cookie"))
}

pub(super) fn session(headers: &HeaderMap) -> Came {
    Came::read(headers, SESSION)
}

pub(super) fn login(headers: &HeaderMap) -> Came {
    Came::read(headers, LOGIN)
}

pub(super) fn set_login(token: &str, secure: bool) -> Result<HeaderValue, IssuerError> {
    written(LOGIN, token, 15 * 60, secure)
}

pub(super) fn set_session(token: &str, secure: bool) -> Result<HeaderValue, IssuerError> {
    written(SESSION, token, 8 * 60 * 60, secure)
}

pub(super) fn drop_both(secure: bool) -> Result<[HeaderValue; 2], IssuerError> {
    Ok([written(LOGIN, "", 0, secure)?, written(SESSION, "", 0, secure)?])
}

/// Whether somebody comes with a session, and not with a bearer token.
pub(in super::super) fn is_cookie(headers: &HeaderMap) -> bool {
    let Came { bare, host } = session(headers);
    !headers.contains_key(header::AUTHORIZATION) && bare.or(host).is_some()
}

/// Who has this session; for a change, only if our own page sends it.
pub(in super::super) async fn identify(
    service: &Service,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Identity, IssuerError> {
    let (came, changes) = (session(headers), !method.is_safe());
    let offered = headers.get(CSRF).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let offered = offered.to_owned();
    let Service { issuer, clock } = service.clone();
    run(move || {
        let now = clock();
        let token = came.of(issuer.is_secure()?).ok_or(IssuerError::LoginNeeded)?;
        if changes && !is_csrf_token(&token, &offered) {
            return Err(IssuerError::NotOurPage);
        }
        let person = issuer.session(&token, now)?.person;
        let by = issuer.companies_of(&person, now)?.pop().map(|one| one.person.as_str().to_owned());
        Ok(Identity { role: Role::Employer, by: by.unwrap_or_default(), authority: None })
    })
    .await
}
