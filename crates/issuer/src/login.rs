//! Login by OpenID Connect (Core 1.0), authorization code with PKCE (RFC 7636): at ID-porten, or any
//! other provider that tells the national number in the claim `pid`.
//!
//! **Threats.** A code or an answer meant for another browser, another client or another login:
//! state, nonce, PKCE verifier, audience and issuer (RFC 9207) are checked, each used once. A login
//! at a lower level than the settings ask for: `acr` is checked, not only asked for. A provider that
//! sends without end: a limit and a time limit on each answer, and no redirect is followed.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use card::NationalId;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, Client,
    ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IdToken, IdTokenFields, IssuerUrl, LogoutRequest,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout,
    RedirectUrl, StandardErrorResponse, StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};

use crate::error::IssuerError;

/// Longest answer of the provider, in bytes.
const MAX_ANSWER: usize = 256 * 1024;

/// How long it may take to answer.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How long what it says of itself, keys included, is held.
const HELD: TimeDelta = TimeDelta::hours(1);

/// How far its clock may be ahead.
const SKEW: TimeDelta = TimeDelta::seconds(60);

/// Where employers log in. A JSON file; the secret is in no database.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoginSettings {
    /// The provider, such as `https://idporten.no`.
    pub issuer: String,
    /// How it knows this service.
    pub client_id: String,
    /// The secret that it knows this service by; none for a public client.
    pub client_secret: Option<String>,
    /// The levels that suffice, such as `idporten-loa-substantial` and `idporten-loa-high`; with
    /// none, any does.
    #[serde(default)]
    pub acr: Vec<String>,
}

impl fmt::Debug for LoginSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LoginSettings({} at {})", self.client_id, self.issuer)
    }
}

/// The claim that tells who it is. Its `Debug` hides it.
#[derive(Deserialize, Serialize)]
struct Pid {
    pid: String,
}

impl fmt::Debug for Pid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pid(…)")
    }
}

impl AdditionalClaims for Pid {}

type Fields = IdTokenFields<
    Pid,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Token =
    IdToken<Pid, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Provider = Client<
    Pid,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What the provider says of itself, and since when it is held.
type Discovered = (Arc<ProviderMetadataWithLogout>, DateTime<Utc>);

/// A login that has begun: where the browser goes, and what to remember until it comes back.
pub(crate) struct Begun {
    pub(crate) address: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) verifier: String,
}

/// Employers' login.
pub struct Login {
    settings: LoginSettings,
    http: reqwest::Client,
    provider: Mutex<Option<Discovered>>,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}

impl Login {
    /// A login with these settings. The provider is asked when somebody logs in.
    ///
    /// # Errors
    /// [`IssuerError::LoginUnavailable`] when the system has no usable TLS.
    pub fn new(settings: LoginSettings) -> Result<Self, IssuerError> {
        // An error means that a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| IssuerError::LoginUnavailable)?;
        Ok(Self { settings, http, provider: Mutex::default() })
    }

    /// Begins a login whose answer comes to `callback`.
    ///
    /// # Errors
    /// [`IssuerError::LoginUnavailable`].
    pub(crate) async fn begin(
        &self,
        callback: &str,
        now: DateTime<Utc>,
    ) -> Result<Begun, IssuerError> {
        let provider = self.provider(callback, now).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = provider.authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        );
        for level in &self.settings.acr {
            request =
                request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        let (address, state, nonce) = request.set_pkce_challenge(challenge).url();
        Ok(Begun {
            address: address.into(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    /// Trades the code for the person's number.
    ///
    /// # Errors
    /// [`IssuerError::LoginFailed`] for whatever the provider refuses or says wrongly;
    /// [`IssuerError::LoginUnavailable`].
    pub(crate) async fn finish(
        &self,
        callback: &str,
        code: String,
        begun: (String, String),
        now: DateTime<Utc>,
    ) -> Result<NationalId, IssuerError> {
        let (nonce, verifier) = begun;
        let provider = self.provider(callback, now).await?;
        let http = self.asking();
        let tokens = provider
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| IssuerError::LoginUnavailable)?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&http)
            .await
            .map_err(|error| match error {
                openidconnect::RequestTokenError::Request(_) => IssuerError::LoginUnavailable,
                _ => IssuerError::LoginFailed("the provider did not take the code"),
            })?;
        let token = tokens.id_token().ok_or(IssuerError::LoginFailed("no ID token came"))?;
        let nonce = Nonce::new(nonce);
        match self.person(&provider, token, &nonce, now) {
            Err(IssuerError::LoginFailed(_)) => {
                // Perhaps its keys are new.
                *self.held() = None;
                self.person(&self.provider(callback, now).await?, token, &nonce, now)
            }
            person => person,
        }
    }

    /// The person whom an ID token names (Core 1.0 § 3.1.3.7).
    fn person(
        &self,
        provider: &Provider,
        token: &Token,
        nonce: &Nonce,
        now: DateTime<Utc>,
    ) -> Result<NationalId, IssuerError> {
        let suffices = |level: Option<&AuthenticationContextClass>| {
            let levels = &self.settings.acr;
            let named = |level: &AuthenticationContextClass| levels.iter().any(|l| *l == **level);
            if levels.is_empty() || level.is_some_and(named) { Ok(()) } else { Err("acr".into()) }
        };
        let verifier =
            provider
                .id_token_verifier()
                .set_time_fn(move || now)
                .set_issue_time_verifier_fn(move |at| {
                    if at <= now + SKEW { Ok(()) } else { Err("iat".into()) }
                })
                .set_auth_context_verifier_fn(suffices);
        let claims = token
            .claims(&verifier, nonce)
            .map_err(|_| IssuerError::LoginFailed("the ID token is not in order"))?;
        let pid = &claims.additional_claims().pid;
        pid.parse().map_err(|_| IssuerError::LoginFailed("the claim pid is no national number"))
    }

    /// Whether an answer that names an issuer names ours (RFC 9207).
    pub(crate) fn is_issuer(&self, named: Option<&str>) -> bool {
        let bare = |address: &str| address.trim_end_matches('/').to_owned();
        named.is_none_or(|named| bare(named) == bare(&self.settings.issuer))
    }

    /// Where a browser logs out at the provider too, and comes back to `then`.
    pub(crate) fn logout(&self, then: &str) -> Option<String> {
        let metadata = self.held().as_ref().map(|(metadata, _)| Arc::clone(metadata))?;
        let end = metadata.additional_metadata().end_session_endpoint.clone()?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(PostLogoutRedirectUrl::new(then.to_owned()).ok()?);
        Some(request.http_get_url().into())
    }

    async fn provider(&self, callback: &str, now: DateTime<Utc>) -> Result<Provider, IssuerError> {
        let unavailable = || IssuerError::LoginUnavailable;
        let held = self.held().clone().filter(|(_, since)| (*since..*since + HELD).contains(&now));
        let metadata = match held {
            Some((metadata, _)) => metadata,
            None => {
                let issuer =
                    IssuerUrl::new(self.settings.issuer.clone()).map_err(|_| unavailable())?;
                let http = self.asking();
                let told = ProviderMetadataWithLogout::discover_async(issuer, &http).await;
                let metadata = Arc::new(told.map_err(|_| unavailable())?);
                *self.held() = Some((Arc::clone(&metadata), now));
                metadata
            }
        };
        let client = Client::from_provider_metadata(
            (*metadata).clone(),
            ClientId::new(self.settings.client_id.clone()),
            self.settings.client_secret.clone().map(ClientSecret::new),
        );
        let redirect = RedirectUrl::new(callback.to_owned()).map_err(|_| unavailable())?;
        Ok(client.set_redirect_uri(redirect))
    }

    /// How the provider is asked.
    fn asking(
        &self,
    ) -> impl Fn(HttpRequest) -> Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send>>
    + use<> {
        let http = self.http.clone();
        move |request| Box::pin(ask(http.clone(), request))
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<Discovered>> {
        self.provider.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The provider gave no answer that can be read.
#[derive(Debug, thiserror::Error)]
#[error("the provider gave no answer")]
struct NoAnswer;

/// Asks the provider, with a limit on what comes.
async fn ask(http: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
    let (parts, body) = request.into_parts();
    let sent = http.request(parts.method, parts.uri.to_string()).headers(parts.headers).body(body);
    let mut answer = sent.send().await.map_err(|_| NoAnswer)?;
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|_| NoAnswer)? {
        if bytes.len() + piece.len() > MAX_ANSWER {
            return Err(NoAnswer);
        }
        bytes.extend_from_slice(&piece);
    }
    let mut response = openidconnect::http::Response::new(bytes);
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    Ok(response)
}
