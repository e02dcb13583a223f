//! A customer's browser, which isn't ours, at the page behind the code.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use crate::icons::assert_drawn;
use crate::office::{Office, json};
use crate::screen::Screen;
use crate::window::{self, KeyStore, Window, test_id};

/// An office, and a worker's phone with a card.
fn office(folder: &Path) -> Office {
    let office = Office::open(folder);
    office.phone(folder);
    office
}

/// What the phone shows now, as an address of the office's page.
fn code(folder: &Path, page: &str, args: &[&str]) -> String {
    let (_, shown) = json("wallet", &folder.join("worker"), &[&["show"], args].concat());
    let text = shown["text"].as_str().unwrap();
    format!("{page}#{}", text.split_once('#').unwrap().1)
}

/// The verdict on the page.
fn verdict(browser: &Window) -> String {
    browser.wait_for(&test_id("answer"));
    browser.attribute(&test_id("answer"), "data-verdict").unwrap()
}

#[test]
fn a_customer_sees_who_it_is_and_the_code_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&code(folder.path(), &office.page(), &[]));
    assert_eq!(verdict(&browser), "valid");
    assert_eq!(browser.wait_for(&test_id("holder")), "Ola Nordmann");
    assert_eq!(browser.wait_for(&test_id("company")), "Rent Hus AS");
    assert_eq!(browser.address(), office.page(), "the code is out of the address bar");
    // What the browser fetched is what everyone fetches.
    let fetched = browser.run(
        "arguments[0](performance.getEntriesByType('resource').map(r => new URL(r.name).pathname))",
    );
    for path in fetched.as_array().unwrap() {
        let path = path.as_str().unwrap();
        assert!(path == "/V" || path.starts_with("/v/") || path.starts_with("/key-set/"), "{path}");
        assert!(!path.contains("reasons"), "{path}");
    }
    let bytes = browser.run(
        "arguments[0](performance.getEntries().reduce((all, e) => all + (e.transferSize ?? 0), 0))",
    );
    assert!(bytes.as_f64().unwrap() <= 250_000.0, "a cold visit took {bytes} bytes");
    let stored = browser.run("arguments[0](JSON.stringify([localStorage, document.cookie]))");
    assert_eq!(stored, r#"[{},""]"#);
}

#[test]
fn an_inspectors_own_code_tells_who_it_is_and_a_forged_one_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let tablet = office.tablet(folder.path());
    assert_eq!(json("inspect", &tablet, &["sync"]).0, 0);
    let browser = Window::browser(&folder.path().join("browser"));
    let page = office.page().replace("/V", "/I");
    // The first visit fetches the page, which a busy machine may take its time for.
    browser.visit(&page);
    browser.wait_for("h1");
    let (_, badge) = json("inspect", &tablet, &["badge"]);
    let digits = badge["text"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let judged = |digits: &str| {
        browser.visit(&format!("{page}#{digits}"));
        browser.wait_for(&test_id("badge"));
        browser.attribute(&test_id("badge"), "data-verdict").unwrap()
    };
    assert_eq!(judged(&digits), "valid");
    assert_eq!(browser.wait_for(&test_id("inspector")), "Inga Inspektør");
    assert_eq!(browser.address(), page, "the code is out of the address bar");
    let (kept, last) = digits.split_at(digits.len() - 1);
    let forged = format!("{kept}{}", (last.parse::<u8>().unwrap() + 1) % 10);
    assert_eq!(judged(&forged), "invalid");
    assert_eq!(judged("123"), "unconfirmed");
}

/// Waits until the next visit needs no network.
const SHELL_IS_KEPT: &str =
    "navigator.serviceWorker.ready.then(() => caches.open('shell')).then(async (c) => {
        while ((await c.keys()).length < 4) await new Promise(requestAnimationFrame);
        arguments[0]();
    })";

#[test]
fn without_network_what_an_earlier_visit_kept_judges() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    let page = office.page();
    browser.visit(&code(folder.path(), &page, &[]));
    assert_eq!(verdict(&browser), "valid");
    browser.run(SHELL_IS_KEPT);
    office.close();
    browser.visit(&code(folder.path(), &page, &[]));
    assert_eq!(verdict(&browser), "valid");
    // Its own clock is right; the code was made five minutes ago.
    let old = chrono::Utc::now() - chrono::TimeDelta::minutes(5);
    browser.visit(&code(folder.path(), &page, &["--at", &old.to_rfc3339()]));
    assert_eq!(verdict(&browser), "unconfirmed");
    assert!(browser.wait_for(&test_id("because")).contains("for gammel"));
    // An icon that no visit has shown before is kept too.
    browser.visit(&page);
    browser.click("submit");
    browser.wait_for("[data-testid='typed-fault'][data-fault]");
    assert_drawn(&browser, "without network");
}

#[test]
fn a_blocked_card_is_invalid_and_the_customer_is_not_told_why() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    office.does(&["block", &office.employment, "--reason", "no_work_permit"]);
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&code(folder.path(), &office.page(), &[]));
    assert_eq!(verdict(&browser), "invalid");
    let page = browser.wait_for("body").to_lowercase();
    assert!(!page.contains("tillatelse") && !page.contains("permit"), "{page}");
}

#[test]
fn what_is_no_code_and_another_phones_code_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    let good = code(folder.path(), &office.page(), &[]);
    browser.visit(&good[..good.len() - 4]);
    assert_eq!(verdict(&browser), "unconfirmed");
    let last = good.chars().last().unwrap();
    let changed = format!("{}{}", &good[..good.len() - 1], if last == '1' { '2' } else { '1' });
    browser.visit(&changed);
    assert_eq!(verdict(&browser), "invalid");
    browser.visit(&office.page());
    browser.wait_for("h1");
    assert!(browser.wait_for("body").contains("Kontroller et HMS-kort"));
}

#[test]
fn digits_are_checked_by_the_service_and_the_page_speaks_six_languages() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    let (_, shown) = json("wallet", &folder.path().join("worker"), &["show"]);
    let digits = shown["typed_code"]["digits"].as_str().unwrap();
    browser.visit(&office.page());
    for (number, digits, fault) in
        [("12", "34", "malformed"), (office.card.as_str(), "000000", "wrong")]
    {
        browser.clear("card-number");
        browser.clear("digits");
        browser.write("card-number", number);
        browser.write("digits", digits);
        browser.click("submit");
        browser.wait_for(&format!("[data-testid='typed-fault'][data-fault='{fault}']"));
    }
    browser.clear("digits");
    browser.write("digits", digits);
    browser.click("submit");
    assert_eq!(verdict(&browser), "valid");
    for (language, word) in [
        ("nn", "GYLDIG"),
        ("en", "VALID"),
        ("pl", "WAŻNA"),
        ("lt", "GALIOJA"),
        ("ro", "VALABIL"),
        ("nb", "GYLDIG"),
    ] {
        browser.choose("language", language);
        browser.wait_for(&format!("html[lang='{language}']"));
        assert_eq!(browser.wait_for("[data-testid='answer'] h1"), word);
    }
}

#[test]
fn a_tip_reaches_the_office_and_one_without_network_waits_on_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&code(folder.path(), &office.page(), &[]));
    assert_eq!(verdict(&browser), "valid");
    browser.run("document.querySelector('[data-testid=tip]').open = true; arguments[0]()");
    let result = |result: &str| {
        browser.wait_for(&format!("[data-testid='tip-result'][data-result='{result}']"));
    };
    // The company stands there already: it is the card's.
    browser.write("tip-place", "Storgata 1, Hamar");
    browser.write("tip-seen", "Ingen hadde kort.");
    browser.click("tip-send");
    result("sent");
    let tips = office.does(&["tips", "--status", "new"]);
    assert_eq!(tips.as_array().unwrap().len(), 1);
    assert_eq!(tips[0]["company"], "Rent Hus AS");
    assert_eq!(tips[0]["seen"], "Ingen hadde kort.");
    let id = tips[0]["id"].as_str().unwrap();
    office.does(&["tip", id, "--status", "closed"]);
    assert_eq!(office.does(&["tips", "--status", "new"]), serde_json::json!([]));

    office.close();
    browser.write("tip-company", "Blank Bil AS");
    browser.write("tip-place", "Hamar");
    browser.write("tip-seen", "De samme.");
    browser.click("tip-send");
    result("kept");
    let kept = browser.run("arguments[0](JSON.parse(localStorage['hmskort.tips'])[0].seen)");
    assert_eq!(kept, "De samme.");
}

#[test]
fn approved_companies_are_found_on_the_phone_and_nobody_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    office.does(&["approve", "974760673", "--industry", "cleaning"]);
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&office.page());
    let search = |text: &str, count: u32| {
        browser.clear("approved-search");
        browser.write("approved-search", text);
        browser.wait_for(&format!("[data-testid='approved-result'][data-count='{count}']"))
    };
    let found = search("rent h", 1);
    assert!(found.contains("Rent Hus AS") && found.contains("974 760 673"), "{found}");
    let fetched = browser
        .run("arguments[0](performance.getEntriesByType('resource').map(r => r.name).join(' '))");
    let fetched = fetched.as_str().unwrap().to_lowercase();
    assert!(fetched.contains("/key-set/approved/") && !fetched.contains("rent"), "{fetched}");
    // The list is kept, and searched without network.
    office.close();
    search("974 760 673", 1);
    search("ingen slik", 0);
}

/// What a pass of Google Wallet shows now, made by Python from the link that saves it.
fn pass_code(link: &str) -> String {
    let script = "
import base64, hashlib, hmac, json, struct, sys, time
claims = sys.argv[1].rsplit('/', 1)[1].split('.')[1]
claims = json.loads(base64.urlsafe_b64decode(claims + '=' * (-len(claims) % 4)))
code = claims['payload']['genericObjects'][0]['rotatingBarcode']
key = bytes.fromhex(code['totpDetails']['parameters'][0]['key'])
tag = hmac.new(key, struct.pack('>Q', int(time.time()) // 30), hashlib.sha1).digest()
at = tag[19] & 15
value = (struct.unpack('>I', tag[at:at + 4])[0] & 0x7fffffff) % 10 ** 8
print(code['valuePattern'].replace('{totp_value_0}', f'{value:08}'))";
    let output = Command::new("python3").args(["-c", script, link]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_pass_in_google_wallet_is_checked_by_the_service_and_called_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, office) = (Screen::start(), office(folder.path()));
    let key = folder.path().join("account.pem");
    let rsa = ["genpkey", "-algorithm", "RSA", "-out", key.to_str().unwrap()];
    assert!(Command::new("openssl").args(rsa).status().unwrap().success());
    let private_key = std::fs::read_to_string(&key).unwrap();
    let account =
        serde_json::json!({ "client_email": "a@example.org", "private_key": private_key });
    let file = folder.path().join("account.json");
    std::fs::write(&file, account.to_string()).unwrap();
    office.does(&["google-wallet", "--issuer-id", "123", "--account", file.to_str().unwrap()]);

    // The worker asks for it in the window; here nothing opens it, so the link is shown.
    let store = folder.path().join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let phone = Window::open(&screen, &folder.path().join("phone"), KeyStore::None, &args);
    phone.wait_for(&test_id("more-google-wallet"));
    phone.run(
        "document.querySelector('[data-testid=more-google-wallet]').open = true; arguments[0]()",
    );
    phone.click("google-wallet");
    phone.wait_for("[data-testid='google-pass'][data-opened]");
    let (exit, saved) = json("wallet", &store, &["google-pass"]);
    assert_eq!(exit, 0, "{saved}");
    let text = pass_code(saved["link"].as_str().unwrap());
    let digits = text.split_once("/W#").unwrap().1;

    let browser = Window::browser(&folder.path().join("browser"));
    let page = office.page().replace("/V", "/W");
    browser.visit(&format!("{page}#{digits}"));
    assert_eq!(verdict(&browser), "valid");
    assert_eq!(browser.wait_for(&test_id("holder")), "Ola Nordmann");
    browser.wait_for(&test_id("wallet-pass"));
    // Each code counts once.
    browser.visit(&format!("{page}#{digits}"));
    assert_eq!(verdict(&browser), "unconfirmed");
    assert!(browser.wait_for(&test_id("because")).contains("Google Wallet"));
    // An inspector is told that there is more to ask for, without network too.
    let tablet = office.tablet(folder.path());
    assert_eq!(json("inspect", &tablet, &["sync"]).0, 0);
    office.close();
    let (exit, said) = json("inspect", &tablet, &["check", &text]);
    assert_eq!((exit, said["reasons"][0]["code"].as_str()), (2, Some("wallet_pass")), "{said}");
}

#[test]
fn a_captive_portal_changes_nothing_that_was_known() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    let page = office.page();
    browser.visit(&code(folder.path(), &page, &[]));
    assert_eq!(verdict(&browser), "valid");
    browser.run(SHELL_IS_KEPT);
    office.does(&["block", &office.employment, "--reason", "phone_lost"]);
    let address = office.address();
    office.close();
    let _portal = Portal::at(&address);
    // It can't show the news, nor anything false: what was known is what is said.
    browser.visit(&code(folder.path(), &page, &[]));
    assert_eq!(verdict(&browser), "valid");
}

/// A network that answers everything with its own page.
struct Portal;

impl Portal {
    fn at(address: &str) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                std::thread::spawn(move || {
                    let mut stream = stream;
                    let _ = stream.read(&mut [0; 4096]);
                    let page = "<!doctype html><title>Logg inn</title><h1>Velkommen</h1>";
                    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close";
                    let length = page.len();
                    let _ = write!(stream, "{head}\r\ncontent-length: {length}\r\n\r\n{page}");
                });
            }
        });
        Self
    }
}

#[test]
fn an_old_browser_is_told_and_has_the_digits_checked() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let flags = ["--js-flags=--jitless".to_owned()];
    let browser = Window::browser_with(&folder.path().join("browser"), &flags);
    assert_eq!(browser.run("arguments[0](typeof WebAssembly)"), "undefined");
    browser.visit(&code(folder.path(), &office.page(), &[]));
    browser.wait_for(&test_id("too-old"));
    assert_drawn(&browser, "an old browser");
    let (_, shown) = json("wallet", &folder.path().join("worker"), &["show"]);
    browser.write("card-number", &office.card);
    browser.write("digits", shown["typed_code"]["digits"].as_str().unwrap());
    browser.click("submit");
    assert_eq!(verdict(&browser), "valid");
}

/// A film of a screen's upper left corner, where a phone's window shows its code: one frame, which
/// Chromium shows over and over as its camera (YUV4MPEG2, grey).
fn film(folder: &Path, picture: &Path) -> String {
    let grey = Command::new("convert")
        .arg(picture)
        .args(["-crop", "426x426+0+330", "+repage", "-resize", "720x720"])
        .args(["-background", "gray30", "-gravity", "center", "-extent", "1280x720"])
        .args(["-colorspace", "Gray", "-depth", "8", "gray:-"])
        .output()
        .unwrap();
    assert_eq!(grey.stdout.len(), 1280 * 720);
    let head = b"YUV4MPEG2 W1280 H720 F10:1 Ip A1:1 C420jpeg\nFRAME\n";
    let file = folder.join("screen.y4m");
    let colours = vec![128; 1280 * 720 / 2];
    std::fs::write(&file, [head.as_slice(), &grey.stdout, &colours].concat()).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn the_pages_own_camera_reads_the_workers_real_window() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, office) = (Screen::start(), office(folder.path()));
    let store = folder.path().join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let _app = window::open(&screen, &folder.path().join("phone"), &args);
    let (picture, _) = screen.next_code(folder.path(), "");
    let browser = Window::browser_with(
        &folder.path().join("browser"),
        &[
            "--use-fake-device-for-media-stream".into(),
            "--use-fake-ui-for-media-stream".into(),
            format!("--use-file-for-fake-video-capture={}", film(folder.path(), &picture)),
        ],
    );
    browser.visit(&office.page());
    browser.click("scan");
    browser.click("camera-start");
    assert_eq!(verdict(&browser), "valid");
    assert_eq!(browser.wait_for(&test_id("holder")), "Ola Nordmann");
}

#[test]
fn whoever_asks_for_stillness_gets_it() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let moving = "
        const long = (times) => times.split(',').some(time => parseFloat(time) > 0.01);
        const moving = [...document.querySelectorAll('*')].map(e => [e, getComputedStyle(e)])
            .filter(([, s]) => long(s.transitionDuration) || long(s.animationDuration))
            .map(([e]) => e.outerHTML.slice(0, 80));
        arguments[0]([matchMedia('(prefers-reduced-motion: reduce)').matches, moving])";
    let still = ["--force-prefers-reduced-motion".to_owned()];
    let browser = Window::browser_with(&folder.path().join("browser"), &still);
    browser.visit(&code(folder.path(), &office.page(), &[]));
    assert_eq!(verdict(&browser), "valid");
    assert_eq!(browser.run(moving), serde_json::json!([true, []]));
}
