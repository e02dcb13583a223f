//! Logging in at a real OpenID Connect provider: npm's `oidc-provider`, in the place of ID-porten.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};

use issuer::{Login, LoginSettings, Outside};
use reqwest::blocking::{Client, Response};
use reqwest::redirect::Policy;
use test_support::{Running, at, person};

use crate::office::{Office, Served, company};

const LEVEL: &str = "idporten-loa-high";

/// The service, and the provider that it trusts.
struct World {
    office: Office,
    served: Served,
    provider: String,
    /// With the end of its pipe: what it writes must go somewhere.
    running: RefCell<Option<(Running, BufReader<ChildStdout>)>>,
}

impl World {
    fn new() -> Self {
        let office = Office::new();
        let (mut provider, mut running) = (String::new(), None);
        let served = office.serve_with(|address| {
            office.issuer.set_service(address).unwrap();
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/synthetic/oidc.mjs");
            let mut command = Command::new("node");
            command.arg(script).arg(format!("{address}/employer/callback"));
            command.arg(format!("{address}/employer")).stdout(Stdio::piped()).stderr(Stdio::null());
            let mut started = Running::start(&mut command);
            let mut lines = BufReader::new(started.child().stdout.take().unwrap());
            lines.read_line(&mut provider).unwrap();
            running = Some((started, lines));
            let settings = LoginSettings {
                issuer: provider.trim().to_owned(),
                client_id: "hmskort".into(),
                client_secret: Some("a secret of the tests".into()),
                acr: vec![LEVEL.into(), "idporten-loa-substantial".into()],
            };
            Outside { login: Some(Login::new(settings).unwrap()), entities: None }
        });
        // The provider's clock is the real one.
        served.set_clock(chrono::Utc::now().timestamp() - test_support::T0);
        Self {
            office,
            served,
            provider: provider.trim().to_owned(),
            running: Some(running.unwrap()).into(),
        }
    }

    fn login(&self) -> String {
        format!("{}/employer/login", self.served.address())
    }
}

/// A browser, as far as this needs one: cookies by host, and no step that isn't asked for.
struct Browser {
    client: Client,
    cookies: RefCell<BTreeMap<(String, String), String>>,
}

impl Browser {
    fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self { client, cookies: RefCell::default() }
    }

    fn get(&self, address: &str) -> Response {
        self.send(address, None)
    }

    fn send(&self, address: &str, form: Option<&str>) -> Response {
        let host = address.split('/').nth(2).unwrap().to_owned();
        let mut cookies = self.cookies.borrow_mut();
        let mine: Vec<_> = cookies
            .iter()
            .filter(|((of, _), _)| *of == host)
            .map(|((_, name), value)| format!("{name}={value}"))
            .collect();
        let request = match form {
            Some(form) => self
                .client
                .post(address)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form.to_owned()),
            None => self.client.get(address),
        };
        let answer = request.header("cookie", mine.join("; ")).send().unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            cookies.insert((host.clone(), name.to_owned()), value.to_owned());
        }
        answer
    }

    /// Logs in as a person at a level; the address that the provider sends the browser back to.
    fn returns(&self, world: &World, pid: &str, level: &str) -> String {
        let mut next = location(&self.get(&world.login()), &world.provider);
        assert!(next.starts_with(&world.provider), "{next}");
        loop {
            if next.contains("/employer/callback") {
                return next;
            }
            let answer = if next.contains("/interaction/") {
                let go = if pid.is_empty() { "no" } else { "yes" };
                self.send(&next, Some(&format!("pid={pid}&acr={level}&go={go}")))
            } else {
                self.get(&next)
            };
            next = location(&answer, &world.provider);
        }
    }

    fn session(&self, world: &World) -> (u16, serde_json::Value) {
        let answer = self.get(&format!("{}/employer/session", world.served.address()));
        (answer.status().as_u16(), answer.json().unwrap())
    }
}

/// Where an answer sends the browser.
fn location(answer: &Response, host: &str) -> String {
    assert!([302, 303].contains(&answer.status().as_u16()), "{answer:?}");
    let to = answer.headers()["location"].to_str().unwrap();
    if to.starts_with('/') { format!("{host}{to}") } else { to.to_owned() }
}

fn ends(world: &World, answer: &Response) -> String {
    location(answer, &world.served.address()).replace(&world.served.address(), "")
}

#[test]
fn a_person_logs_in_and_acts_for_the_companies_that_the_office_says() {
    let world = World::new();
    let ola = person(100);
    let grant = |company| {
        world.office.issuer.grant_authority(&ola.national_id, &ola.name, company, None, "o", at(0))
    };
    grant(company()).unwrap();
    let browser = Browser::new();
    assert_eq!(browser.session(&world).0, 401);
    let back = browser.returns(&world, ola.national_id.expose(), LEVEL);
    let answer = browser.get(&back);
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    assert_eq!(ends(&world, &answer), "/employer");
    let (status, session) = browser.session(&world);
    assert_eq!((status, &session["companies"][0]["name"]), (200, &"Rent Hus AS".into()));
    // Each answer of the provider counts once, even in the browser that it was meant for.
    assert_eq!(ends(&world, &browser.get(&back)), "/employer#login-failed");

    // Logging out leads to the provider's own way out.
    let csrf = session["csrf"].as_str().unwrap();
    let address = format!("{}/employer/logout", world.served.address());
    let token = browser
        .cookies
        .borrow()
        .iter()
        .find(|((_, name), _)| name == "hmskort-employer")
        .unwrap()
        .1
        .clone();
    let left = browser
        .client
        .post(address)
        .header("cookie", format!("hmskort-employer={token}"))
        .header("x-csrf-token", csrf)
        .send()
        .unwrap();
    let left: serde_json::Value = left.json().unwrap();
    let then = left["then"].as_str().unwrap();
    assert!(
        then.starts_with(&world.provider) && then.contains("post_logout_redirect_uri="),
        "{then}"
    );
    assert_eq!(browser.get(then).status(), 200);
    assert_eq!(browser.session(&world).0, 401);
}

#[test]
fn an_answer_that_is_not_this_browsers_not_this_logins_or_another_providers_opens_nothing() {
    let world = World::new();
    let pid = person(100).national_id;
    let change = |address: &str, name: &str, value: &str| {
        let (before, query) = address.split_once('?').unwrap();
        let parts: Vec<_> = query
            .split('&')
            .map(|part| match part.split_once('=').unwrap() {
                (of, _) if of == name => format!("{name}={value}"),
                _ => part.to_owned(),
            })
            .collect();
        format!("{before}?{}", parts.join("&"))
    };
    // A victim's browser is sent to the attacker's answer.
    let back = Browser::new().returns(&world, pid.expose(), LEVEL);
    let victim = Browser::new();
    assert_eq!(ends(&world, &victim.get(&back)), "/employer#login-failed");
    let login = victim.get(&world.login());
    assert_eq!(login.status(), 303);
    assert_eq!(
        ends(&world, &victim.get(&back)),
        "/employer#login-failed",
        "with a login of its own"
    );

    for (name, value) in [("state", "x"), ("code", "x"), ("iss", "https://other.example")] {
        let browser = Browser::new();
        let back = browser.returns(&world, pid.expose(), LEVEL);
        assert!(back.contains(&format!("{name}=")), "{back}");
        assert_eq!(
            ends(&world, &browser.get(&change(&back, name, value))),
            "/employer#login-failed"
        );
        assert_eq!(browser.session(&world).0, 401, "{name}");
    }
}

#[test]
fn a_code_is_worth_nothing_without_the_verifier_of_its_own_login() {
    let world = World::new();
    let pid = person(100).national_id;
    let (mallory, victim) = (Browser::new(), Browser::new());
    let stolen = victim.returns(&world, pid.expose(), LEVEL);
    let own = mallory.returns(&world, person(101).national_id.expose(), LEVEL);
    let part = |address: &str, name: &str| {
        let query = address.split_once('?').unwrap().1.to_owned();
        query.split('&').find_map(|p| p.strip_prefix(name)).unwrap().to_owned()
    };
    let mixed = own.replace(&part(&own, "code="), &part(&stolen, "code="));
    assert_eq!(ends(&world, &mallory.get(&mixed)), "/employer#login-failed");
    assert_eq!(mallory.session(&world).0, 401);
}

#[test]
fn too_low_a_level_no_national_number_and_a_change_of_mind_are_no_login() {
    let world = World::new();
    let pid = person(100).national_id.expose().to_owned();
    for (pid, level) in [
        (pid.as_str(), "selfregistered-email"),
        ("12345678901", LEVEL),
        ("kari", LEVEL),
        ("", LEVEL),
    ] {
        let browser = Browser::new();
        let back = browser.returns(&world, pid, level);
        assert_eq!(ends(&world, &browser.get(&back)), "/employer#login-failed", "{pid} {level}");
        assert_eq!(browser.session(&world).0, 401);
    }
    let browser = Browser::new();
    let back = browser.returns(&world, &pid, "idporten-loa-substantial");
    assert_eq!(ends(&world, &browser.get(&back)), "/employer");
}

#[test]
fn a_login_that_took_too_long_and_a_provider_that_is_gone_say_so() {
    let world = World::new();
    let pid = person(100).national_id;
    let now = chrono::Utc::now().timestamp() - test_support::T0;
    let browser = Browser::new();
    let back = browser.returns(&world, pid.expose(), LEVEL);
    world.served.set_clock(now + 16 * 60);
    assert_eq!(ends(&world, &browser.get(&back)), "/employer#login-failed");
    world.running.borrow_mut().take().unwrap().0.kill();
    // What it said of itself is held for an hour; without it there is nowhere to go.
    world.served.set_clock(now + 7_200);
    assert_eq!(ends(&world, &browser.get(&world.login())), "/employer#login-unavailable");
}
