//! The main job as a person does it: the real `hmskort`, the real service, real files.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod acts;
mod away;
mod inspections;
mod kills;
mod lookups;
mod lost;
mod nights;
mod operation;
mod receipts;
mod reports;
mod tables;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const HMSKORT: &str = env!("CARGO_BIN_EXE_hmskort");

fn hmskort(args: &[&str]) -> Output {
    Command::new(HMSKORT).args(args).stdin(Stdio::null()).output().unwrap()
}

fn json(args: &[&str]) -> (i32, Value) {
    let output = hmskort(&[args, &["--json"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&text);
    (output.status.code().unwrap(), value.unwrap_or_else(|_| panic!("{args:?} gave {text:?}")))
}

/// The worker whom the demo's made-up registers always have first.
const HOLDER: &str = "Małgorzata Dumitrescu-Stan";

/// The stores that a demo leaves, its service stopped.
struct Demo(TempDir);

impl Demo {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keep = folder.path().to_str().unwrap();
        let output = hmskort(&["demo", "--headless", "--keep", keep]);
        assert!(output.status.success(), "{output:?}");
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn code(&self, wallet: &str, at: &str) -> String {
        let store = self.path(wallet);
        let output = hmskort(&["wallet", "--store", &store, "show", "--text", "--at", at]);
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn check(&self, code: &str, at: &str) -> (i32, Value) {
        json(&["inspect", "--store", &self.path("inspector"), "check", code, "--at", at])
    }
}

/// Some time soon, when the demo's key set is fresh.
fn soon() -> String {
    (chrono::Utc::now() + chrono::TimeDelta::minutes(5)).to_rfc3339()
}

fn codes(verdict: &Value) -> Vec<&str> {
    verdict["reasons"].as_array().unwrap().iter().map(|r| r["code"].as_str().unwrap()).collect()
}

#[test]
fn without_network_a_card_in_order_is_valid_and_a_blocked_one_invalid_with_the_reason() {
    let (demo, at) = (Demo::new(), soon());
    let (exit, verdict) = demo.check(&demo.code("worker", &at), &at);
    assert_eq!((exit, &verdict["verdict"]), (0, &Value::from("valid")), "{verdict}");
    assert_eq!(verdict["card"]["holder"], HOLDER);

    let (exit, verdict) = demo.check(&demo.code("blocked-worker", &at), &at);
    assert_eq!((exit, &verdict["verdict"]), (1, &Value::from("invalid")), "{verdict}");
    assert_eq!(codes(&verdict), ["worker_not_employed"]);
    assert_eq!(verdict["reasons"][0]["mender"], "employer");
    assert!(verdict["reasons"][0]["since"].is_i64());
}

#[test]
fn an_old_picture_a_wrong_clock_and_stale_data_are_unconfirmed() {
    let (demo, at) = (Demo::new(), soon());
    let later = |minutes| (chrono::Utc::now() + chrono::TimeDelta::minutes(minutes)).to_rfc3339();
    let code = demo.code("worker", &at);
    for (check_at, expected) in [
        (later(15), "code_too_old"),
        (later(1), "code_from_future"),
        (later(-60 * 24), "clock_behind"),
        (later(60 * 24 * 8), "data_too_old"),
    ] {
        let (exit, verdict) = demo.check(&code, &check_at);
        assert_eq!((exit, codes(&verdict)[0]), (2, expected), "{verdict}");
    }
}

#[test]
fn four_digits_make_up_for_a_wrong_clock() {
    let (demo, at) = (Demo::new(), soon());
    let store = demo.path("worker");
    let show = ["wallet", "--store", &store, "show", "--text", "--challenge", "4711"];
    let code = String::from_utf8(hmskort(&show).stdout).unwrap();
    let inspector = demo.path("inspector");
    let check = ["inspect", "--store", &inspector, "check", code.trim(), "--at", &at];
    let (exit, verdict) = json(&[check.as_slice(), &["--challenge", "4711"]].concat());
    assert_eq!((exit, &verdict["verdict"]), (0, &Value::from("valid")), "{verdict}");
    let (exit, verdict) = json(&[check.as_slice(), &["--challenge", "0815"]].concat());
    assert_eq!((exit, codes(&verdict)[0]), (2, "challenge_wrong"), "{verdict}");
}

#[test]
fn a_picture_of_the_code_is_read_and_checked() {
    let (demo, at) = (Demo::new(), soon());
    let png = demo.path("code.png");
    let (exit, _) =
        json(&["wallet", "--store", &demo.path("worker"), "show", "--png", &png, "--at", &at]);
    assert_eq!(exit, 0);
    let (exit, verdict) = demo.check(&png, &at);
    assert_eq!((exit, &verdict["verdict"]), (0, &Value::from("valid")), "{verdict}");
}

#[test]
fn a_file_of_codes_gives_one_verdict_a_line_and_the_gravest_exit_code() {
    let (demo, at) = (Demo::new(), soon());
    let batch = demo.path("batch.txt");
    let lines = [demo.code("worker", &at), demo.code("blocked-worker", &at), "HC1:6BF".into()];
    std::fs::write(&batch, lines.join("\n")).unwrap();
    let store = demo.path("inspector");
    let output =
        hmskort(&["inspect", "--store", &store, "check", "--batch", &batch, "--at", &at, "--json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let verdicts: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let words: Vec<_> = verdicts.iter().map(|v| v["verdict"].as_str().unwrap()).collect();
    assert_eq!(words, ["valid", "invalid", "unconfirmed"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_words_and_missing_stores_are_errors_with_a_sentence() {
    let empty = tempfile::tempdir().unwrap();
    let store = empty.path().to_str().unwrap();
    for args in [
        ["wallet", "--store", store, "status"].as_slice(),
        &["inspect", "--store", store, "check", "x"],
        &["issuer", "--store", store, "publish"],
        &["wallet", "--store", store, "enrol", "http://127.0.0.1:9/activate#x"],
    ] {
        let output = hmskort(args);
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("hmskort: "), "{args:?}");
    }
    assert_eq!(hmskort(&["wallet", "fly"]).status.code(), Some(64));
}

/// Other people's libraries read what we write; see `tests/interop/credential.py`.
#[test]
fn python_libraries_verify_the_credential_the_proof_and_the_picture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = root.join(".cache/venv/bin/python");
    assert!(python.exists(), "run `make setup` first: it installs the Python libraries");
    let (demo, at) = (Demo::new(), soon());
    let worker = demo.path("worker");
    let file = |name| demo.path(name);
    std::fs::write(file("code.txt"), demo.code("worker", &at)).unwrap();
    for args in [
        ["wallet", "--store", &worker, "export", &file("credential.cose")].as_slice(),
        &["wallet", "--store", &worker, "show", "--png", &file("code.png"), "--at", &at],
        &["inspect", "--store", &demo.path("inspector"), "keys", &file("keys.json")],
    ] {
        assert!(hmskort(args).status.success(), "{args:?}");
    }
    let output = Command::new(python)
        .arg(root.join("tests/interop/credential.py"))
        .args([file("credential.cose"), file("keys.json"), file("code.txt"), file("code.png")])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said.trim(), "ok", "{}", String::from_utf8_lossy(&output.stderr));
}

/// Somebody else's validator reads the description of the service.
#[test]
fn whoever_stops_reading_gets_no_panic() {
    let mut command = Command::new(HMSKORT);
    let openapi = command.args(["issuer", "--store", "unused", "openapi"]);
    let mut running = openapi.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn a_python_library_finds_the_openapi_document_in_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("openapi.json");
    let printed = hmskort(&["issuer", "--store", "unused", "openapi"]);
    std::fs::write(&document, printed.stdout).unwrap();
    let output = Command::new(root.join(".cache/venv/bin/python"))
        .args(["-m", "openapi_spec_validator", "--schema", "3.1"])
        .arg(&document)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("OK"), "{said}");
}

/// A service in a process of its own, ended when dropped.
struct Served {
    process: Child,
    folder: PathBuf,
    address: String,
}

impl Served {
    fn start(folder: &Path) -> Self {
        Self::at(folder, "127.0.0.1:0")
    }

    /// Starts it at an address that it had before.
    fn at(folder: &Path, listen: &str) -> Self {
        let store = folder.to_str().unwrap();
        let mut process = Command::new(HMSKORT)
            .args(["issuer", "--store", store, "serve", "--listen", listen])
            .env("HMSKORT__LOG__LEVEL", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_whitespace().nth(2).unwrap().trim_end_matches(';').to_owned();
        Self { process, folder: folder.to_owned(), address }
    }

    fn office(&self, args: &[&str]) -> Value {
        let store = self.folder.to_str().unwrap();
        let (exit, value) = json(&[["issuer", "--store", store].as_slice(), args].concat());
        assert_eq!(exit, 0, "{args:?}: {value}");
        value
    }

    /// A link as the office gives it, with the address that the service got this time.
    fn link(&self, args: &[&str]) -> String {
        let link = self.office(args)["link"].as_str().unwrap().to_owned();
        link.replace("http://127.0.0.1:8080", &self.address)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An office with a company, a worker and an employment.
fn office(folder: &Path) -> (Served, String, String) {
    let store = folder.join("issuer");
    let (exit, _) = json(&["issuer", "--store", store.to_str().unwrap(), "init"]);
    assert_eq!(exit, 0);
    let served = Served::start(&store);
    served.office(&["company", "974760673", "Rent Hus AS"]);
    let person = ["--national-id", "15889000187", "--birth-date", "1990-08-15"];
    let worker = served.office(&[["worker", "Ola Nordmann"].as_slice(), &person].concat());
    let card = worker["card_number"].as_str().unwrap().to_owned();
    let job = ["--company", "974760673", "--industry", "cleaning"];
    let job = served.office(&[["employment", &card].as_slice(), &job].concat());
    let employment = job["employment"].as_str().unwrap().to_owned();
    (served, card, employment)
}

fn wallet(folder: &Path, name: &str, args: &[&str]) -> (i32, Value) {
    let store = folder.join(name);
    json(&[["wallet", "--store", store.to_str().unwrap()].as_slice(), args].concat())
}

#[test]
fn a_card_is_blocked_synced_unblocked_and_moved_to_another_phone() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    let tablet = folder.join("tablet");
    let tablet = tablet.to_str().unwrap();
    let link = served.link(&["inspector", "Inga Inspektør"]);
    assert_eq!(json(&["inspect", "--store", tablet, "enrol", &link, "--key-file"]).0, 0);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);

    let verdict = |phone: &str| {
        assert_eq!(json(&["inspect", "--store", tablet, "sync"]).0, 0);
        let (_, shown) = wallet(folder, phone, &["show"]);
        json(&["inspect", "--store", tablet, "check", shown["text"].as_str().unwrap()]).1
    };
    assert_eq!(verdict("phone")["verdict"], "valid");
    served.office(&["block", &employment, "--reason", "company_not_approved"]);
    assert_eq!(codes(&verdict("phone")), ["company_not_approved"]);
    let (_, status) = wallet(folder, "phone", &["status", "--refresh"]);
    assert_eq!(status["employments"][0]["reasons"][0]["code"], "company_not_approved");
    served.office(&["unblock", &employment, "--reason", "company_not_approved"]);
    assert_eq!(verdict("phone")["verdict"], "valid");

    // The same link does nothing for another phone; a new one moves the card.
    assert_eq!(wallet(folder, "thief", &["enrol", &link, "--key-file"]).0, 3);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "new phone", &["enrol", &link, "--key-file"]).0, 0);
    assert_eq!(codes(&verdict("phone")), ["device_replaced"]);
    assert_eq!(verdict("new phone")["verdict"], "valid");

    // A new key for credentials: the tablet follows the root, the phone gets a new credential.
    served.office(&["rotate-key"]);
    assert_eq!(verdict("new phone")["verdict"], "valid");
}

#[test]
fn a_revoked_inspectors_device_deletes_what_it_knows_at_the_next_contact() {
    let folder = tempfile::tempdir().unwrap();
    let (served, ..) = office(folder.path());
    let tablet = folder.path().join("tablet");
    let tablet = tablet.to_str().unwrap();
    let link = served.link(&["inspector", "Inga"]);
    assert_eq!(json(&["inspect", "--store", tablet, "enrol", &link, "--key-file"]).0, 0);
    assert_eq!(json(&["inspect", "--store", tablet, "sync"]).1["result"], "updated");
    served.office(&["revoke", "Inga"]);
    served.office(&["publish"]);
    let (exit, answer) = json(&["inspect", "--store", tablet, "sync"]);
    assert_eq!(exit, 3);
    assert!(answer["error"].as_str().unwrap().contains("revoked"), "{answer}");
    drop(served);
    let (exit, answer) = json(&["inspect", "--store", tablet, "sync"]);
    assert_eq!((exit, &answer["result"]), (0, &Value::from("cached")), "{answer}");
    assert_eq!(answer["overview"]["key_set"], Value::Null);
    assert_eq!(answer["overview"]["custody"]["state"], "revoked");
    let (exit, answer) = json(&["inspect", "--store", tablet, "find", "ola"]);
    assert_eq!(exit, 3);
    assert!(answer["error"].as_str().unwrap().contains("revoked"), "{answer}");
}

#[test]
fn wrong_tries_lock_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let (served, card, _) = office(folder.path());
    let link = served.link(&["activate", &card, "--document", "passport"]);
    // Another secret for the same name: the last character before the fingerprint changed.
    let dot = link.rfind('.').unwrap();
    let other = if &link[dot - 1..dot] == "0" { "1" } else { "0" };
    let wrong = format!("{}{other}{}", &link[..dot - 1], &link[dot..]);
    for phone in ["a", "b", "c", "d", "e"] {
        let (exit, answer) = wallet(folder.path(), phone, &["enrol", &wrong, "--key-file"]);
        assert_eq!(exit, 3);
        assert!(answer["error"].as_str().unwrap().contains("wrong"), "{answer}");
    }
    let (exit, answer) = wallet(folder.path(), "f", &["enrol", &link, "--key-file"]);
    assert_eq!(exit, 3);
    assert!(answer["error"].as_str().unwrap().contains("locked"), "{answer}");
}

#[test]
fn a_typed_code_is_checked_by_the_service_and_not_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let (served, card, employment) = office(folder.path());
    let tablet = folder.path().join("tablet");
    let tablet = tablet.to_str().unwrap();
    let link = served.link(&["inspector", "Inga"]);
    assert_eq!(json(&["inspect", "--store", tablet, "enrol", &link, "--key-file"]).0, 0);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder.path(), "phone", &["enrol", &link, "--key-file"]).0, 0);

    let (_, shown) = wallet(folder.path(), "phone", &["show"]);
    let digits = |code: &str| shown[code]["digits"].as_str().unwrap().to_owned();
    let check = |digits: &str| {
        json(&["inspect", "--store", tablet, "check", "--typed", &format!("{card} {digits}")])
    };
    let (exit, verdict) = check(&digits("typed_code"));
    assert_eq!((exit, &verdict["verdict"]), (0, &Value::from("valid")), "{verdict}");
    assert_eq!(verdict["card"]["holder"], "Ola Nordmann");
    let (exit, verdict) = check(&digits("typed_code"));
    assert_eq!((exit, codes(&verdict)[0]), (2, "typed_code_wrong"), "it counts once");

    served.office(&["block", &employment]);
    let (exit, verdict) = check(&digits("next_typed_code"));
    assert_eq!((exit, codes(&verdict)[0]), (1, "invalid_without_reason"), "{verdict}");

    drop(served);
    let (exit, answer) = check("123456");
    assert_eq!(exit, 3);
    assert!(answer["error"].as_str().unwrap().contains("only be checked with network"), "{answer}");
}

#[test]
fn the_photo_that_the_office_sets_comes_to_the_phone() {
    let demo = Demo::new();
    let (worker, photo) = (demo.path("worker"), demo.path("photo.jpg"));
    assert_eq!(json(&["wallet", "--store", &worker, "photo", &photo]).0, 0);
    assert!(std::fs::read(&photo).unwrap().starts_with(&[0xff, 0xd8]));
    let (_, status) = json(&["wallet", "--store", &worker, "status"]);
    assert_eq!(status["employments"][0]["has_photo"], true);
}

#[test]
fn a_withdrawn_key_turns_its_codes_invalid_until_the_phone_asks_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, _) = office(folder);
    let tablet = folder.join("tablet");
    let tablet = tablet.to_str().unwrap();
    let link = served.link(&["inspector", "Inga"]);
    assert_eq!(json(&["inspect", "--store", tablet, "enrol", &link, "--key-file"]).0, 0);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);

    let key = served.office(&["keys"])["key"].as_str().unwrap().to_owned();
    served.office(&["withdraw-key", &key]);
    let verdict = || {
        assert_eq!(json(&["inspect", "--store", tablet, "sync"]).0, 0);
        let (_, shown) = wallet(folder, "phone", &["show"]);
        json(&["inspect", "--store", tablet, "check", shown["text"].as_str().unwrap()]).1
    };
    let invalid = verdict();
    assert_eq!(
        (&invalid["verdict"], codes(&invalid)[0]),
        (&Value::from("invalid"), "issuer_key_withdrawn")
    );
    assert_eq!(wallet(folder, "phone", &["status", "--refresh"]).0, 0);
    assert_eq!(verdict()["verdict"], "valid");
}
