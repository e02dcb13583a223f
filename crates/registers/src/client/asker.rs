//! How one register is asked.
//!
//! **Threat.** A captive portal, a proxy or a wrong address answers in the register's place; a
//! register sends without end, or never. So an answer has a time and a limit that is kept while
//! reading; HTML is nobody's answer, whatever its status; no redirect is followed. All questions
//! only read, so that asking again is safe.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, header, redirect};

use super::reply::Reply;
use crate::maskinporten::Maskinporten;
use crate::settings::Endpoint;
use crate::{Answer, Limits, Silence, Unconnected};

use super::gate::Gate;

/// Longest wait that a register can ask for with `Retry-After`. (Folkeregisteret means
/// milliseconds by its number, the others seconds.)
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The client that all registers share.
pub(crate) fn client() -> Result<Client, Unconnected> {
    static PROVIDER: OnceLock<()> = OnceLock::new();
    PROVIDER.get_or_init(|| {
        // An error means that a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    Client::builder()
        .redirect(redirect::Policy::none())
        .user_agent(concat!("hmskort/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| Unconnected::Client(error.to_string()))
}

/// One register, and what asking it needs.
#[derive(Debug)]
pub(super) struct Asker {
    client: Client,
    endpoint: Endpoint,
    tokens: Option<Arc<Maskinporten>>,
    gate: Gate,
}

/// What came of one try.
struct Tried<T> {
    answer: Answer<T>,
    /// How long the register wants us to wait.
    wait: Option<Duration>,
}

impl Asker {
    pub(super) fn new(
        client: Client,
        endpoint: Endpoint,
        tokens: Option<Arc<Maskinporten>>,
    ) -> Self {
        let gate = Gate::new(endpoint.limits, endpoint.rest_after, endpoint.rest);
        Self { client, endpoint, tokens, gate }
    }

    pub(super) fn limits(&self) -> Limits {
        self.endpoint.limits
    }

    /// Asks until there is an answer or the tries are used up. `question` makes the request from
    /// the client and the register's address; `read` reads what came back, of at most `limit`
    /// bytes.
    pub(super) async fn ask<T>(
        &self,
        question: impl Fn(&Client, &str) -> RequestBuilder,
        limit: usize,
        read: impl Fn(&Reply) -> Answer<T>,
    ) -> Answer<T> {
        let _place = match self.gate.enter().await {
            Ok(place) => place,
            Err(silence) => return Answer::Silent(silence),
        };
        let mut backoff = self.endpoint.backoff;
        let mut left = self.endpoint.retries;
        loop {
            self.gate.turn().await;
            let tried = self.try_once(&question, limit, &read).await;
            match tried.answer {
                Answer::Silent(silence) if silence.may_pass() && left > 0 => {
                    left -= 1;
                    tokio::time::sleep(tried.wait.unwrap_or(backoff)).await;
                    backoff = backoff.saturating_mul(2);
                }
                Answer::Silent(silence) => {
                    // What was answered but not understood says that the register is there.
                    let answered = matches!(
                        silence,
                        Silence::Malformed | Silence::TooLarge | Silence::Unclear
                    );
                    self.gate.note((!answered).then_some(silence));
                    return Answer::Silent(silence);
                }
                answer => {
                    self.gate.note(None);
                    return answer;
                }
            }
        }
    }

    async fn try_once<T>(
        &self,
        question: &impl Fn(&Client, &str) -> RequestBuilder,
        limit: usize,
        read: &impl Fn(&Reply) -> Answer<T>,
    ) -> Tried<T> {
        let silent = |silence| Tried { answer: Answer::Silent(silence), wait: None };
        let mut request =
            question(&self.client, &self.endpoint.address).timeout(self.endpoint.timeout);
        if let (Some(tokens), Some(scope)) = (&self.tokens, &self.endpoint.scope) {
            match tokens.token(scope, self.endpoint.timeout).await {
                Ok(token) => request = request.bearer_auth(token),
                Err(silence) => return silent(silence),
            }
        }
        let response = match request.send().await {
            Ok(response) => response,
            Err(error) => return silent(silence_of(&error)),
        };
        let status = response.status().as_u16();
        if let (401, Some(tokens), Some(scope)) = (status, &self.tokens, &self.endpoint.scope) {
            // The next question gets a new token.
            tokens.forget(scope).await;
        }
        let wait = retry_after(&response);
        let is_html = is_html(&response);
        let body = match read_body(response, limit).await {
            Ok(body) => body,
            Err(silence) => return silent(silence),
        };
        let reply = Reply { status, body };
        let answer = if is_html { reply.silent::<T>() } else { read(&reply) };
        let answer = match answer {
            // A page that says "not found" is not the register saying so.
            Answer::Silent(Silence::Refused(_)) if is_html => Answer::Silent(Silence::Malformed),
            answer => answer,
        };
        Tried { answer, wait }
    }
}

fn is_html(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().to_ascii_lowercase().starts_with(b"text/html"))
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

/// Reads piece by piece and stops when it is more than the limit.
pub(crate) async fn read_body(mut response: Response, limit: usize) -> Result<Vec<u8>, Silence> {
    if response.content_length().is_some_and(|length| length > limit as u64) {
        return Err(Silence::TooLarge);
    }
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|error| silence_of(&error))? {
        if body.len() + piece.len() > limit {
            return Err(Silence::TooLarge);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

/// The silence behind an error of HTTP.
pub(crate) fn silence_of(error: &reqwest::Error) -> Silence {
    if error.is_timeout() { Silence::Timeout } else { Silence::Unreachable }
}
