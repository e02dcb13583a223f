//! A made-up Maskinporten, as strict as the real one: signature, `kid`, `iss`, `aud`, scope,
//! times, and no grant twice (RFC 7523 § 3; Digitaliseringsdirektoratet, "JWT grant").

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Form, Json, Router};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use jwt::{PublicKey, RsaKey, Token};
use registers::Register;
use ring::rand::{SecureRandom, SystemRandom};
use serde::Deserialize;
use serde_json::json;

use crate::server::Server;
use crate::{CLIENT_ID, KEY_ID, REHEARSAL_KEY};

/// Its name among the parts that can fail.
pub(crate) const PART: &str = "maskinporten";

/// How long a grant may count.
const LONGEST_GRANT: i64 = 120;
/// How far the client's clock may be off, in seconds.
const SKEW: i64 = 10;
/// How long a token counts, as in production.
const TOKEN_LASTS: u32 = 119;

/// The token endpoint's memory.
#[derive(Debug)]
pub(crate) struct TokenServer {
    issuer: String,
    /// The client's key; the file in this crate is a key, and without one nobody is let in.
    client: Option<PublicKey>,
    state: Mutex<Given>,
}

#[derive(Debug, Default)]
struct Given {
    /// Grants that were used, until when they would have counted.
    used: HashMap<String, i64>,
    /// Tokens that count.
    tokens: HashMap<String, (String, DateTime<Utc>)>,
}

#[derive(Deserialize)]
struct Request {
    grant_type: String,
    assertion: String,
}

#[derive(Deserialize)]
struct Grant {
    aud: String,
    iss: String,
    scope: String,
    iat: i64,
    exp: i64,
    jti: String,
}

/// Why a grant was refused, in the words of RFC 6749 § 5.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    GrantType,
    Grant(&'static str),
    Scope,
}

impl TokenServer {
    pub(crate) fn new(base: &str) -> Self {
        let client = RsaKey::from_file(REHEARSAL_KEY).ok().map(|key| key.public_key());
        let issuer = format!("{base}/maskinporten/");
        Self { issuer, client, state: Mutex::default() }
    }

    /// Whether a token counts for a scope.
    pub(crate) fn takes(&self, token: &str, scope: &str, now: DateTime<Utc>) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.tokens.get(token).is_some_and(|(of, until)| of == scope && now < *until)
    }

    fn give(&self, request: &Request, now: DateTime<Utc>) -> Result<(String, String), Refused> {
        if request.grant_type != "urn:ietf:params:oauth:grant-type:jwt-bearer" {
            return Err(Refused::GrantType);
        }
        let grant = self.check(&request.assertion, now.timestamp())?;
        if !Register::ALL.into_iter().any(|register| crate::scope(register) == Some(&grant.scope)) {
            return Err(Refused::Scope);
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.used.retain(|_, until| now.timestamp() <= *until + SKEW);
        state.tokens.retain(|_, (_, until)| now < *until);
        if state.used.insert(grant.jti, grant.exp).is_some() {
            return Err(Refused::Grant("the grant was used before"));
        }
        let mut token = [0; 32];
        SystemRandom::new().fill(&mut token).map_err(|_| Refused::Grant("no randomness"))?;
        let token = BASE64URL_NOPAD.encode(&token);
        let until = now + TimeDelta::seconds(i64::from(TOKEN_LASTS));
        state.tokens.insert(token.clone(), (grant.scope.clone(), until));
        Ok((token, grant.scope))
    }

    fn check(&self, assertion: &str, now: i64) -> Result<Grant, Refused> {
        let key = self.client.as_ref().ok_or(Refused::Grant("no client"))?;
        let token = Token::read(assertion).map_err(|_| Refused::Grant("not a token"))?;
        if token.key_id() != Some(KEY_ID) {
            return Err(Refused::Grant("an unknown key"));
        }
        let grant: Grant = token.verify(key).map_err(|_| Refused::Grant("a wrong signature"))?;
        let lasts = grant.exp.saturating_sub(grant.iat);
        for (holds, what) in [
            (grant.aud == self.issuer, "another audience"),
            (grant.iss == CLIENT_ID, "an unknown client"),
            (!grant.jti.is_empty(), "no jti"),
            (now.abs_diff(grant.iat) <= SKEW.unsigned_abs(), "iat is not now"),
            (now < grant.exp, "expired"),
            ((1..=LONGEST_GRANT).contains(&lasts), "it lasts too long"),
        ] {
            if !holds {
                return Err(Refused::Grant(what));
            }
        }
        Ok(grant)
    }
}

pub(crate) fn routes() -> Router<Arc<Server>> {
    Router::new().route("/token", post(token))
}

async fn token(State(server): State<Arc<Server>>, Form(request): Form<Request>) -> Response {
    match server.tokens().give(&request, server.now()) {
        Ok((token, scope)) => Json(json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": TOKEN_LASTS,
            "scope": scope,
        }))
        .into_response(),
        Err(refused) => refused.into_response(),
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (error, description) = match self {
            Self::GrantType => ("unsupported_grant_type", "only the JWT grant is taken"),
            Self::Grant(what) => ("invalid_grant", what),
            Self::Scope => ("invalid_scope", "the client has no such scope"),
        };
        let body = json!({ "error": error, "error_description": description });
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    const NOW: i64 = 1_795_503_600;
    const BASE: &str = "http://127.0.0.1:1";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(NOW + seconds, 0).unwrap()
    }

    fn grant(change: impl FnOnce(&mut Value)) -> String {
        let mut grant = json!({
            "aud": format!("{BASE}/maskinporten/"), "iss": CLIENT_ID, "scope": "skatteetaten:arbeidsforhold",
            "iat": NOW, "exp": NOW + 100, "jti": "one",
        });
        change(&mut grant);
        RsaKey::from_file(REHEARSAL_KEY).unwrap().sign(Some(KEY_ID), &grant).unwrap()
    }

    fn ask(server: &TokenServer, assertion: String, now: i64) -> Result<String, Refused> {
        let grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer".to_owned();
        server.give(&Request { grant_type, assertion }, at(now)).map(|(token, _)| token)
    }

    #[test]
    fn a_grant_gives_a_token_for_its_scope_for_two_minutes() {
        let server = TokenServer::new(BASE);
        let token = ask(&server, grant(|_| ()), 0).unwrap();
        assert!(server.takes(&token, "skatteetaten:arbeidsforhold", at(118)));
        assert!(!server.takes(&token, "skatteetaten:arbeidsforhold", at(119)));
        assert!(!server.takes(&token, "nav:aareg/v1/arbeidsforhold", at(0)), "another scope");
        assert!(!server.takes("made-up", "skatteetaten:arbeidsforhold", at(0)));
    }

    #[test]
    fn each_claim_is_checked() {
        let server = TokenServer::new(BASE);
        type Change = (&'static str, Value, Refused);
        let changes: [Change; 8] = [
            ("aud", json!("https://maskinporten.no/"), Refused::Grant("another audience")),
            ("iss", json!("somebody"), Refused::Grant("an unknown client")),
            ("scope", json!("everything"), Refused::Scope),
            ("jti", json!(""), Refused::Grant("no jti")),
            ("iat", json!(NOW - 11), Refused::Grant("iat is not now")),
            ("iat", json!(NOW + 11), Refused::Grant("iat is not now")),
            ("exp", json!(NOW), Refused::Grant("expired")),
            ("exp", json!(NOW + 121), Refused::Grant("it lasts too long")),
        ];
        for (claim, value, refused) in changes {
            let changed = grant(|grant| grant[claim] = value.clone());
            assert_eq!(ask(&server, changed, 0), Err(refused), "{claim} {value}");
        }
        assert!(ask(&server, grant(|_| ()), 0).is_ok(), "and none of it used the grant up");
    }

    #[test]
    fn a_grant_is_never_taken_twice() {
        let server = TokenServer::new(BASE);
        assert!(ask(&server, grant(|_| ()), 0).is_ok());
        let again = Err(Refused::Grant("the grant was used before"));
        assert_eq!(ask(&server, grant(|_| ()), 5), again);
        let later = grant(|grant| grant["jti"] = json!("two"));
        assert!(ask(&server, later, 5).is_ok());
    }

    #[test]
    fn a_signature_of_another_key_or_none_is_refused() {
        let server = TokenServer::new(BASE);
        let token = grant(|_| ());
        let (signed, _) = token.rsplit_once('.').unwrap();
        let unsigned = format!("{signed}.");
        assert_eq!(ask(&server, unsigned, 0), Err(Refused::Grant("a wrong signature")));
        let unnamed = RsaKey::from_file(REHEARSAL_KEY).unwrap().sign(None, &json!({})).unwrap();
        assert_eq!(ask(&server, unnamed, 0), Err(Refused::Grant("an unknown key")));
    }
}
