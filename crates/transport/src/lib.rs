//! How a device reaches the service: HTTPS with a limit on every answer.
//!
//! **Threat.** A captive portal answers with its own page, a server sends without end or not at
//! all. So each answer has a limit that is kept while reading, a time limit, and no redirect is
//! followed.

mod remote;

use std::io::Read;
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::CONTENT_TYPE;
use reqwest::{StatusCode, redirect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wire::Problem;

pub use remote::RemoteKeySet;
pub use reqwest::Method;

/// Longest answer in JSON, in bytes.
const MAX_JSON: u64 = 1024 * 1024;

/// How long the service may take to answer.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A service that could not be asked, or did not answer as it should.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// No network, no such host, a broken connection.
    #[error("the service can't be reached: {0}")]
    Unreachable(String),
    /// The service said no, and why.
    #[error("the service said: {}", .0.title)]
    Refused(Problem),
    /// Something else answered: a captive portal, another server.
    #[error(
        "the answer can't be read; is this the right address, or a network that asks you to log in? ({0})"
    )]
    Unreadable(&'static str),
}

/// A service at an address.
#[derive(Clone, Debug)]
pub struct Service {
    client: Client,
    address: String,
    token: Option<String>,
}

impl Service {
    /// The service at `address`, an `http(s)` URL without a slash at the end.
    ///
    /// # Errors
    /// [`TransportError::Unreachable`] when the system has no usable TLS.
    pub fn at(address: &str) -> Result<Self, TransportError> {
        static PROVIDER: OnceLock<()> = OnceLock::new();
        PROVIDER.get_or_init(|| {
            // An error means that a provider is there already, which is as good.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let client = Client::builder()
            .timeout(TIMEOUT)
            .redirect(redirect::Policy::none())
            .build()
            .map_err(|error| unreachable(&error))?;
        Ok(Self { client, address: address.to_owned(), token: None })
    }

    /// Sends `token` (RFC 6750) with each request.
    #[must_use]
    pub fn with_token(self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self }
    }

    /// Posts JSON, reads JSON.
    ///
    /// # Errors
    /// [`TransportError`].
    pub fn post<T: DeserializeOwned>(
        &self,
        route: &str,
        body: &impl Serialize,
    ) -> Result<T, TransportError> {
        let request = self.client.post(format!("{}{route}", self.address)).json(body);
        answer(self.send(request)?)
    }

    /// Sends a file as it is by a method such as `PUT`, and reads JSON. It may take ten times as long
    /// as other questions.
    ///
    /// # Errors
    /// [`TransportError`].
    pub fn upload<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        content_type: &'static str,
        file: Vec<u8>,
    ) -> Result<T, TransportError> {
        let request = self.client.request(method, format!("{}{path}", self.address));
        let request = request.header(CONTENT_TYPE, content_type).timeout(10 * TIMEOUT).body(file);
        answer(self.send(request)?)
    }

    /// Gets a file of at most `limit` bytes; `None` when there is none. `progress` hears how
    /// many bytes have come.
    ///
    /// # Errors
    /// [`TransportError`].
    pub fn get(
        &self,
        path: &str,
        limit: u64,
        progress: impl FnMut(u64),
    ) -> Result<Option<Vec<u8>>, TransportError> {
        let response = self.send(self.client.get(format!("{}{path}", self.address)))?;
        match response.status() {
            StatusCode::NOT_FOUND => Ok(None),
            status if status.is_success() => read(response, limit, progress).map(Some),
            _ => Err(refused(&read(response, MAX_JSON, |_| ())?)),
        }
    }

    /// Gets JSON of at most `limit` bytes.
    ///
    /// # Errors
    /// [`TransportError`].
    pub fn get_json<T: DeserializeOwned>(
        &self,
        path: &str,
        limit: u64,
    ) -> Result<T, TransportError> {
        let bytes = self.get(path, limit, |_| ())?;
        let bytes = bytes.ok_or(TransportError::Unreadable("no such address"))?;
        serde_json::from_slice(&bytes).map_err(|_| TransportError::Unreadable("not such JSON"))
    }

    fn send(&self, request: RequestBuilder) -> Result<Response, TransportError> {
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        request.send().map_err(|error| unreachable(&error))
    }
}

/// Reads an answer in JSON.
fn answer<T: DeserializeOwned>(response: Response) -> Result<T, TransportError> {
    let status = response.status();
    let bytes = read(response, MAX_JSON, |_| ())?;
    if !status.is_success() {
        return Err(refused(&bytes));
    }
    serde_json::from_slice(&bytes).map_err(|_| TransportError::Unreadable("not such JSON"))
}

/// Reads an answer piece by piece and stops one byte after the limit.
fn read(
    response: Response,
    limit: u64,
    mut progress: impl FnMut(u64),
) -> Result<Vec<u8>, TransportError> {
    let mut limited = response.take(limit.saturating_add(1));
    let (mut bytes, mut piece) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let count = limited
            .read(&mut piece)
            .map_err(|error| TransportError::Unreachable(error.to_string()))?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.extend(piece.iter().take(count));
        let length = bytes.len() as u64;
        if length > limit {
            return Err(TransportError::Unreadable("longer than it may be"));
        }
        progress(length);
    }
}

fn refused(bytes: &[u8]) -> TransportError {
    serde_json::from_slice(bytes)
        .map_or(TransportError::Unreadable("not such an error"), TransportError::Refused)
}

/// The cause without the address, which may hold a code.
fn unreachable(error: &reqwest::Error) -> TransportError {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    TransportError::Unreachable(cause.to_string())
}
