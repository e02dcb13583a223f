//! ID tokens that a provider would never give: each is refused, whatever makes it one.

use std::process::Command;
use std::sync::{Arc, Mutex};

use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use data_encoding::BASE64URL_NOPAD;
use issuer::{Login, LoginSettings, Outside};
use jwt::RsaKey;
use ring::hmac;
use serde_json::{Value, json};
use test_support::{T0, at, person};

use crate::office::{Office, Served};

const LEVEL: &str = "idporten-loa-high";
const SECRET: &str = "a secret of the tests";

/// What the provider publishes and gives out; the test writes both.
#[derive(Default)]
struct Says {
    keys: Value,
    token: Value,
}

/// A provider that says whatever it is told to.
struct Provider {
    served: Served,
    says: Arc<Mutex<Says>>,
    key: RsaKey,
}

fn rsa() -> RsaKey {
    let openssl = Command::new("openssl").args(["genpkey", "-algorithm", "RSA"]).output().unwrap();
    RsaKey::from_file(&openssl.stdout).unwrap()
}

/// A set with one key.
fn jwks(key: &RsaKey, id: &str) -> Value {
    let mut jwk = json!(key.public_key().to_jwk());
    jwk["kid"] = id.into();
    jwk["use"] = "sig".into();
    json!({ "keys": [jwk] })
}

impl Provider {
    fn new(office: &Office) -> Self {
        let key = rsa();
        let says = Arc::new(Mutex::new(Says { keys: jwks(&key, "1"), token: Value::Null }));
        let (keys, tokens) = (Arc::clone(&says), Arc::clone(&says));
        let routes = Router::new()
            .route(
                "/.well-known/openid-configuration",
                get(async |headers: HeaderMap| {
                    let at = format!("http://{}", headers["host"].to_str().unwrap());
                    Json(json!({
                        "issuer": at,
                        "authorization_endpoint": format!("{at}/authorize"),
                        "token_endpoint": format!("{at}/token"),
                        "jwks_uri": format!("{at}/jwks"),
                        "response_types_supported": ["code"],
                        "subject_types_supported": ["pairwise"],
                        "id_token_signing_alg_values_supported": ["RS256"],
                    }))
                }),
            )
            .route("/jwks", get(async move || Json(keys.lock().unwrap().keys.clone())))
            .route("/token", post(async move || Json(tokens.lock().unwrap().token.clone())));
        let served = Served::with(&office.issuer, |_, _| routes);
        Self { served, says, key }
    }

    /// What an honest one says of a person.
    fn claims(&self, nonce: &str) -> Value {
        json!({
            "iss": self.served.address(), "aud": "hmskort", "sub": "s", "nonce": nonce,
            "exp": T0 + 600, "iat": T0, "acr": LEVEL, "pid": person(100).national_id.expose(),
        })
    }

    fn gives(&self, id_token: &str) {
        self.says.lock().unwrap().token =
            json!({ "access_token": "a", "token_type": "Bearer", "id_token": id_token });
    }
}

/// A service that trusts the provider.
fn service(office: &Office, provider: &Provider) -> Served {
    office.serve_with(|address| {
        office.issuer.set_service(address).unwrap();
        let settings = LoginSettings {
            issuer: provider.served.address(),
            client_id: "hmskort".into(),
            client_secret: Some(SECRET.into()),
            acr: vec![LEVEL.into()],
        };
        Outside { login: Some(Login::new(settings).unwrap()), entities: None }
    })
}

/// A login that has begun: the cookie, the state, the nonce.
fn begun(served: &Served) -> (String, String, String) {
    // As it came: the head of `Answer` is in lower case, and states are not.
    let answer = reqwest::blocking::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
        .get(format!("{}/employer/login", served.address()))
        .send()
        .unwrap();
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    let to = header("location");
    let part = |name: &str| {
        let query = to.split_once('?').unwrap().1;
        query.split('&').find_map(|part| part.strip_prefix(name)).unwrap().to_owned()
    };
    let cookie = header("set-cookie").split(';').next().unwrap().to_owned();
    (cookie, part("state="), part("nonce="))
}

/// Where the browser ends that comes back from the provider.
fn ends(served: &Served, cookie: &str, state: &str) -> String {
    let path = format!("/employer/callback?code=c&state={state}");
    let answer = served.send("GET", &path, &format!("Cookie: {cookie}\r\n"), b"");
    let to = answer.head.split("location: ").nth(1).unwrap();
    to.split("\r\n").next().unwrap().to_owned()
}

fn token(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let part = |json: &Value| BASE64URL_NOPAD.encode(json.to_string().as_bytes());
    let signed = format!("{}.{}", part(header), part(claims));
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&sign(signed.as_bytes())))
}

#[test]
fn a_token_that_is_forged_for_another_or_of_another_time_opens_no_session() {
    let office = Office::new();
    let provider = Provider::new(&office);
    let served = service(&office, &provider);
    let other = rsa();
    let hmac = |key: &[u8], signed: &[u8]| {
        hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), signed).as_ref().to_vec()
    };
    let public = json!(provider.key.public_key().to_jwk())["n"].as_str().unwrap().to_owned();
    let key = &provider.key;
    let with = |name: &str, value: Value| {
        let name = name.to_owned();
        move |mut claims: Value| {
            claims[&name] = value.clone();
            key.sign(Some("1"), &claims).unwrap()
        }
    };
    type Forge<'a> = Box<dyn Fn(Value) -> String + 'a>;
    let forged: Vec<(&str, Forge<'_>)> = vec![
        ("no algorithm", Box::new(|c| token(&json!({ "alg": "none" }), &c, |_| Vec::new()))),
        (
            "No algorithm",
            Box::new(|c| token(&json!({ "alg": "None", "kid": "1" }), &c, |_| vec![0])),
        ),
        (
            "signed with the client's secret",
            Box::new(|c| token(&json!({ "alg": "HS256" }), &c, |s| hmac(SECRET.as_bytes(), s))),
        ),
        (
            "signed with the public key as if it were a secret",
            Box::new(|c| {
                let key = BASE64URL_NOPAD.decode(public.as_bytes()).unwrap();
                token(&json!({ "alg": "HS256", "kid": "1" }), &c, |s| hmac(&key, s))
            }),
        ),
        ("another's key under its name", Box::new(|c| other.sign(Some("1"), &c).unwrap())),
        ("another's key", Box::new(|c| other.sign(Some("2"), &c).unwrap())),
        ("a key that isn't there", Box::new(|c| provider.key.sign(Some("2"), &c).unwrap())),
        ("another's issuer", Box::new(with("iss", json!("https://other.example")))),
        ("another client's", Box::new(with("aud", json!("other")))),
        ("another client's too", Box::new(with("aud", json!(["hmskort", "other"])))),
        ("nobody's", Box::new(with("aud", json!([])))),
        ("expired", Box::new(with("exp", json!(T0)))),
        ("from long after", Box::new(with("iat", json!(T0 + 61)))),
        ("another login's", Box::new(with("nonce", json!("other")))),
        ("no login's", Box::new(with("nonce", Value::Null))),
        ("too low", Box::new(with("acr", json!("idporten-loa-low")))),
        ("at no level", Box::new(with("acr", Value::Null))),
        ("without a person", Box::new(with("pid", Value::Null))),
        ("with a number that is none", Box::new(with("pid", json!("12345678901")))),
        ("no token", Box::new(|_| "a.b.c".into())),
        ("cut", Box::new(|c| provider.key.sign(Some("1"), &c).unwrap()[..400].into())),
    ];
    for (what, forge) in forged {
        let (cookie, state, nonce) = begun(&served);
        provider.gives(&forge(provider.claims(&nonce)));
        assert_eq!(ends(&served, &cookie, &state), "/employer#login-failed", "{what}");
        let mine = served.send("GET", "/employer/session", &format!("Cookie: {cookie}\r\n"), b"");
        assert_eq!(mine.problem().0, 401, "{what}");
    }
    provider.says.lock().unwrap().token = json!({ "access_token": "a", "token_type": "Bearer" });
    let (cookie, state, _) = begun(&served);
    assert_eq!(ends(&served, &cookie, &state), "/employer#login-failed", "no ID token");

    // The honest one is let in, in its own login, once.
    let (cookie, state, nonce) = begun(&served);
    provider.gives(&provider.key.sign(Some("1"), &provider.claims(&nonce)).unwrap());
    assert_eq!(ends(&served, &cookie, &state), "/employer");
    assert_eq!(ends(&served, &cookie, &state), "/employer#login-failed", "replayed");
    let (cookie, state, _) = begun(&served);
    assert_eq!(ends(&served, &cookie, &state), "/employer#login-failed", "in another login");
}

#[test]
fn whoever_logs_in_first_after_the_provider_changed_its_keys_is_let_in() {
    let office = Office::new();
    let provider = Provider::new(&office);
    let served = service(&office, &provider);
    let login = |key: &RsaKey, id: &str| {
        let (cookie, state, nonce) = begun(&served);
        provider.gives(&key.sign(Some(id), &provider.claims(&nonce)).unwrap());
        ends(&served, &cookie, &state)
    };
    assert_eq!(login(&provider.key, "1"), "/employer");
    let new = rsa();
    provider.says.lock().unwrap().keys = jwks(&new, "2");
    assert_eq!(login(&new, "2"), "/employer");
    assert_eq!(login(&provider.key, "1"), "/employer#login-failed", "the old one is gone");
}

#[test]
fn with_tls_a_cookie_that_a_neighbour_may_have_set_is_no_session() {
    let office = Office::new();
    let served = office.serve();
    let session = office.issuer.begin_session(&person(100).national_id, at(0)).unwrap();
    let status = |cookie: &str| {
        let cookie = format!("Cookie: {cookie}={session}\r\n");
        served.send("GET", "/employer/session", &cookie, b"").status
    };
    assert_eq!((status("hmskort-employer"), status("__Host-hmskort-employer")), (200, 401));
    office.issuer.set_service("https://hmskort.example").unwrap();
    assert_eq!((status("hmskort-employer"), status("__Host-hmskort-employer")), (401, 200));
}
