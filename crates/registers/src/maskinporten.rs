//! Tokens for registers: Maskinporten's JWT grant (RFC 7523, RFC 6749 § 5).
//!
//! Documented by Digitaliseringsdirektoratet ("JWT grant"): RS256; `aud`, `iss`, `scope`, `iat` and
//! `exp` required; `exp` at most 120 s after `iat`; `iat` within 10 s of their clock; a `jti` is
//! never taken twice.
//!
//! **Threat.** A token in a log or in the wrong place opens the population register. Tokens are
//! asked for one scope each, so that no register sees another's; they stay in memory and `Debug`
//! hides them.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use jwt::RsaKey;
use reqwest::{Client, header};
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::client::{Clock, asker};
use crate::settings::MaskinportenSettings;
use crate::{Silence, Unconnected};

/// How long a grant counts: 120 s are allowed.
const GRANT_LASTS: TimeDelta = TimeDelta::seconds(100);

/// A token is not used in its last seconds: it must last until the register has read it.
const MARGIN: TimeDelta = TimeDelta::seconds(10);

/// Longest answer of the token endpoint, in bytes.
const MAX_ANSWER: usize = 64 * 1024;

/// Longest key file that is read, in bytes.
const MAX_KEY: u64 = 64 * 1024;

/// Maskinporten, and the tokens that it gave.
pub(crate) struct Maskinporten {
    settings: MaskinportenSettings,
    key: RsaKey,
    client: Client,
    clock: Clock,
    /// By scope. Who needs a token that isn't there waits for the one who fetches it.
    tokens: Mutex<HashMap<String, Token>>,
}

struct Token {
    text: String,
    expires: DateTime<Utc>,
}

/// What is signed and sent.
#[derive(Serialize)]
struct Grant<'g> {
    aud: &'g str,
    iss: &'g str,
    scope: &'g str,
    iat: i64,
    exp: i64,
    jti: String,
}

/// RFC 6749 § 5.1.
#[derive(Deserialize)]
struct Given {
    access_token: String,
    expires_in: u32,
}

impl Maskinporten {
    pub(crate) fn new(
        settings: &MaskinportenSettings,
        client: Client,
        clock: Clock,
    ) -> Result<Self, Unconnected> {
        let wrong = |what: String| Unconnected::Key(settings.key_file.clone(), what);
        let length = std::fs::metadata(&settings.key_file).map_err(|e| wrong(e.to_string()))?.len();
        if length > MAX_KEY {
            return Err(wrong("the file is longer than a key".into()));
        }
        let file = std::fs::read(&settings.key_file).map_err(|e| wrong(e.to_string()))?;
        let key = RsaKey::from_file(&file).map_err(|e| wrong(e.to_string()))?;
        Ok(Self {
            settings: settings.clone(),
            key,
            client,
            clock,
            tokens: Mutex::new(HashMap::new()),
        })
    }

    /// A token for a scope: the one that is held while it counts, or else a new one.
    pub(crate) async fn token(&self, scope: &str, timeout: Duration) -> Result<String, Silence> {
        let mut tokens = self.tokens.lock().await;
        let now = (self.clock)();
        if let Some(token) = tokens.get(scope).filter(|token| now + MARGIN < token.expires) {
            return Ok(token.text.clone());
        }
        let given = self.fetch(scope, now, timeout).await?;
        let expires = now + TimeDelta::seconds(i64::from(given.expires_in));
        let text = given.access_token.clone();
        tokens.insert(scope.to_owned(), Token { text: given.access_token, expires });
        Ok(text)
    }

    /// Drops a token that a register did not take.
    pub(crate) async fn forget(&self, scope: &str) {
        self.tokens.lock().await.remove(scope);
    }

    async fn fetch(
        &self,
        scope: &str,
        now: DateTime<Utc>,
        timeout: Duration,
    ) -> Result<Given, Silence> {
        let assertion = self.grant(scope, now)?;
        // The grant is base64url and points: nothing in it needs encoding.
        let form = format!(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={assertion}"
        );
        let request = self
            .client
            .post(&self.settings.token_endpoint)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .timeout(timeout)
            .body(form);
        let response = request.send().await.map_err(|error| asker::silence_of(&error))?;
        let status = response.status().as_u16();
        let body = asker::read_body(response, MAX_ANSWER).await?;
        match status {
            200 => serde_json::from_slice(&body).map_err(|_| Silence::NoToken),
            500.. => Err(Silence::Failed(status)),
            _ => Err(Silence::NoToken),
        }
    }

    fn grant(&self, scope: &str, now: DateTime<Utc>) -> Result<String, Silence> {
        let mut id = [0; 16];
        SystemRandom::new().fill(&mut id).map_err(|_| Silence::NoToken)?;
        let grant = Grant {
            aud: &self.settings.audience,
            iss: &self.settings.client_id,
            scope,
            iat: now.timestamp(),
            exp: (now + GRANT_LASTS).timestamp(),
            jti: HEXLOWER.encode(&id),
        };
        self.key.sign(Some(&self.settings.key_id), &grant).map_err(|_| Silence::NoToken)
    }
}

impl fmt::Debug for Maskinporten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Maskinporten(…)")
    }
}
