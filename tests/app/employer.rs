//! An employer's browser, at the page that the service has for it, logged in at a real OpenID
//! Connect provider.

mod application;
mod card;
mod demo;

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

use photo::drawn::Drawn;
use serde_json::{Value, json};
use test_support::{Running, person};

use crate::accessible::assert_accessible;
use crate::icons::assert_drawn;
use crate::keyboard::assert_reachable;
use crate::office::{hmskort, json as does};
use crate::screens::look;
use crate::window::{Window, test_id};

/// An office with a worker and somebody who may act for the company, its service, a provider.
pub struct Employer {
    store: PathBuf,
    /// The worker's.
    card: String,
    address: String,
    _service: Running,
    _provider: (Running, BufReader<ChildStdout>),
}

/// Who acts for the company.
const ACTS: u64 = 100;

impl Employer {
    pub fn open(folder: &Path) -> Self {
        let store = folder.join("issuer");
        // The provider sends browsers back to an address that it knows before.
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let address = format!("http://{free}");
        let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
        let mut provider = Running::start(
            Command::new("node")
                .arg(ui.join("synthetic/oidc.mjs"))
                .args([format!("{address}/employer/callback"), format!("{address}/employer")])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let (issuer, provider_lines) = first_line(&mut provider);
        let login = folder.join("login.json");
        let settings = json!({
            "issuer": issuer, "client_id": "hmskort", "client_secret": "a secret of the tests",
            "acr": ["idporten-loa-substantial", "idporten-loa-high"],
        });
        std::fs::write(&login, settings.to_string()).unwrap();
        assert_eq!(does("issuer", &store, &["init", "--service", &address]).0, 0);
        let mut service = Running::start(
            hmskort()
                .args(["issuer", "--store"])
                .arg(&store)
                .args(["serve", "--listen", &free, "--employers"])
                .arg(ui.join("dist-employer"))
                .arg("--login")
                .arg(login)
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        first_line(&mut service);
        let provider = (provider, provider_lines);
        let card = String::new();
        let mut employer = Self { store, card, address, _service: service, _provider: provider };
        employer.office(&["company", "974760673", "Rent Hus AS"]);
        let who = person(ACTS);
        let number = ["--national-id", who.national_id.expose()];
        let grant = ["employer", "grant", "974760673", who.name.as_str()];
        employer.office(&[grant.as_slice(), &number].concat());
        let ola = ["--national-id", "15889000187", "--birth-date", "1990-08-15"];
        let worker = employer.office(&[["worker", "Ola Nordmann"].as_slice(), &ola].concat());
        employer.card = worker["card_number"].as_str().unwrap().to_owned();
        employer.employ();
        employer
    }

    /// Puts an employment on the worker's card.
    fn employ(&self) -> Value {
        let job = ["--company", "974760673", "--industry", "cleaning"];
        self.office(&[["employment", &self.card].as_slice(), &job].concat())
    }

    /// Enrols a device with a link that the office gives.
    fn enrol(&self, role: &str, link: &[&str], store: PathBuf) -> PathBuf {
        let link = self.office(link)["link"].as_str().unwrap().to_owned();
        let (exit, said) = does(role, &store, &["enrol", &link, "--key-file"]);
        assert_eq!(exit, 0, "{said}");
        store
    }

    fn office(&self, args: &[&str]) -> Value {
        let (exit, value) = does("issuer", &self.store, args);
        assert_eq!(exit, 0, "{args:?}: {value}");
        value
    }

    fn page(&self) -> String {
        format!("{}/employer", self.address)
    }

    /// A browser in which the `n`th person has logged in.
    pub fn browser(&self, home: &Path, n: u64) -> Window {
        let browser = Window::browser(home);
        browser.resize(1_200, 1_000);
        browser.visit(&self.page());
        browser.click("login");
        browser.write("pid", person(n).national_id.expose());
        browser.click("go");
        browser
    }
}

fn first_line(process: &mut Running) -> (String, BufReader<ChildStdout>) {
    let mut lines = BufReader::new(process.child().stdout.take().unwrap());
    let mut line = String::new();
    lines.read_line(&mut line).unwrap();
    (line.trim().to_owned(), lines)
}

/// The card of somebody on the page, standing in some way.
fn card(holder: &str, status: &str) -> String {
    format!("[data-testid='card'][data-holder='{holder}'][data-status='{status}']")
}

/// A drawn face in a file.
fn face(folder: &Path, drawn: Drawn) -> PathBuf {
    let file = folder.join("photo.png");
    std::fs::write(&file, drawn.png().unwrap()).unwrap();
    file
}

fn shot(browser: &Window, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screens");
    std::fs::create_dir_all(&folder).unwrap();
    browser.picture(&folder.join(format!("employer-{name}.png")));
}

#[test]
fn an_employer_logs_in_applies_with_a_table_ends_and_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let employer = Employer::open(folder.path());
    let browser = employer.browser(&folder.path().join("browser"), ACTS);
    assert_eq!(browser.wait_for(&test_id("company-name")), "Rent Hus AS");
    browser.wait_for(&card("Ola Nordmann", "valid"));
    assert_eq!(browser.run("arguments[0](document.cookie)"), "", "no script reads the session");
    shot(&browser, "cards");

    // A table with two good rows, a mistyped number and somebody who has a card.
    let rows = format!(
        "fødselsnummer;navn\n{};Kari Lie\n{};Łukasz Kowalski\n12345678901;Feil Tall\n15889000187;Ola Nordmann\n",
        person(5).national_id.expose(),
        person(6).national_id.expose(),
    );
    browser.click("view-table");
    browser.write("pasted", &rows);
    browser.click("read");
    browser.wait_for("[data-testid='counted'][data-ready='3'][data-refused='1']");
    browser.wait_for("[data-testid='refused-row'][data-fault='national_id_date']");
    browser.click("send");
    // The declaration comes first.
    browser.wait_for(".ds-validation-message");
    browser.click("industry-cleaning");
    browser.click("declare");
    shot(&browser, "table");
    browser.click("send");
    browser.wait_for("[data-testid='counted'][data-applied='2'][data-refused='2']");
    browser.wait_for("[data-testid='refused-row'][data-fault='has_card']");
    browser.run(
        "URL.createObjectURL = (file) => { window.saved = file; return '#'; }; arguments[0]()",
    );
    browser.click("download");
    let saved = browser.run(
        "(async () => { while (!window.saved) await new Promise(requestAnimationFrame);
         arguments[0](await window.saved.text()); })()",
    );
    let saved = saved.as_str().unwrap();
    assert!(saved.contains("fødselsnummer;navn;feil\r\n12345678901;Feil Tall;"), "{saved}");
    assert!(saved.contains("15889000187;Ola Nordmann;"), "{saved}");

    browser.click("view-cards");
    browser.wait_for(&card("Kari Lie", "waiting"));
    browser.write("search", "kowalski");
    browser.wait_for("[data-testid='count'][data-count='1']");
    browser.clear("search");
    browser.write("search", "ola nord");
    browser.wait_for("[data-testid='count'][data-count='1']");
    browser.click("end");
    shot(&browser, "end");
    browser.click("end-yes");
    browser.wait_for(&card("Ola Nordmann", "invalid"));
    browser.wait_for(&test_id("reason-employment_ended"));
    browser.click("undo");
    browser.wait_for(&card("Ola Nordmann", "valid"));

    // The office checks Kari; the employment is on her card.
    browser.reload();
    browser.write("search", "kari");
    let number =
        browser.wait_for(&format!("{} dl div:nth-of-type(2) dd", card("Kari Lie", "waiting")));
    employer.office(&["activate", &number, "--document", "passport"]);
    browser.reload();
    browser.wait_for(&card("Kari Lie", "valid"));
    browser.wait_for(&test_id("temporary"));
    browser.click("logout");
    // The provider asks whether to log out there too.
    browser.visit(&employer.page());
    browser.wait_for(&test_id("login-page"));
}

/// Lets the person with the number 101 act for a month.
fn delegate(browser: &Window) {
    browser.write("colleague-national-id", person(101).national_id.expose());
    browser.write("colleague-name", "Kari Kollega");
    let until = chrono::Utc::now().date_naive() + chrono::Days::new(30);
    browser.run(&format!(
        "const field = document.querySelector('[data-testid=colleague-until]');
         field.value = '{until}'; field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         arguments[0]()"
    ));
    browser.click("delegate");
    browser.wait_for("[data-testid='colleague'][data-name='Kari Kollega']");
}

#[test]
fn a_colleague_acts_until_it_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let employer = Employer::open(folder.path());
    let browser = employer.browser(&folder.path().join("browser"), ACTS);
    browser.click("view-colleagues");
    delegate(&browser);
    shot(&browser, "colleagues");
    let kari = employer.browser(&folder.path().join("kari"), 101);
    kari.wait_for(&test_id("delegated"));
    kari.wait_for(&card("Ola Nordmann", "valid"));
    browser.click("remove");
    browser.click("remove-yes");
    browser.wait_for("[data-testid='told']:not(:empty)");
    kari.reload();
    kari.wait_for(&test_id("nobody"));
}

#[test]
fn somebody_without_a_company_and_a_login_at_too_low_a_level_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let employer = Employer::open(folder.path());
    let browser = employer.browser(&folder.path().join("browser"), 55);
    browser.wait_for(&test_id("nobody"));
    let other = Window::browser(&folder.path().join("other"));
    other.visit(&employer.page());
    other.click("login");
    other.write("pid", person(ACTS).national_id.expose());
    other.choose("acr", "selfregistered-email");
    other.click("go");
    other.wait_for(&test_id("login-trouble"));
}

#[test]
fn the_page_is_accessible_and_fits_in_six_languages() {
    let folder = tempfile::tempdir().unwrap();
    let employer = Employer::open(folder.path());
    let stranger = Window::browser(&folder.path().join("stranger"));
    stranger.visit(&employer.page());
    stranger.wait_for(&test_id("login-page"));
    look(&stranger, "employer-login");
    assert_accessible(&stranger, "login");
    let browser = employer.browser(&folder.path().join("browser"), ACTS);
    browser.wait_for(&card("Ola Nordmann", "valid"));
    look_through(&browser, "cards");
    let until = browser.wait_for("[data-testid='card'] > p.quiet");
    browser.choose("language", "nn");
    browser.wait_for("html[lang='nn']");
    let in_nynorsk = browser.wait_for("[data-testid='card'] > p.quiet");
    assert_eq!(in_nynorsk.split_once("til "), until.split_once("til "), "no English month");
    browser.choose("language", "nb");
    browser.click("end");
    browser.wait_for(&test_id("end-yes"));
    assert_accessible(&browser, "confirm");
    browser.click("end-yes");
    browser.wait_for(&test_id("undo"));
    look_through(&browser, "ended");
    browser.click("view-apply");
    browser.click("apply");
    browser.wait_for("[aria-invalid='true']");
    look_through(&browser, "apply");
    browser.click("view-table");
    browser.write("pasted", "fnr;navn\n1;a\n");
    browser.click("read");
    browser.wait_for(&test_id("refused-row"));
    look_through(&browser, "table");
    browser.click("view-colleagues");
    delegate(&browser);
    look_through(&browser, "colleagues");
    let kari = employer.browser(&folder.path().join("kari"), 101);
    kari.wait_for(&test_id("delegated"));
    look_through(&kari, "delegated");
    assert_drawn(&kari, "delegated");
}

/// Looks at what the page shows now, in every way.
#[track_caller]
fn look_through(browser: &Window, name: &str) {
    look(browser, &format!("employer-{name}"));
    browser.resize(1_200, 1_000);
    assert_accessible(browser, name);
    assert_reachable(browser, name);
}
