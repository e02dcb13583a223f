//! The service as a process that others run: what it logs, how it stops, how it is saved, and how
//! its root is signed elsewhere.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::kills::{MOMENTS, copy, killed_after, time_of, words};
use super::{HMSKORT, Served, hmskort, json, office, wallet};

/// The service, with what it writes about itself in a file.
struct Logged {
    process: Child,
    address: String,
    operations: String,
    log: std::path::PathBuf,
}

impl Logged {
    fn start(store: &Path) -> Self {
        let log = store.join("log");
        let mut process = Command::new(HMSKORT)
            .args([
                "issuer",
                "--store",
                store.to_str().unwrap(),
                "serve",
                "--listen",
                "127.0.0.1:0",
            ])
            .env("HMSKORT__SERVICE__OPERATIONS", "127.0.0.1:0")
            .env("HMSKORT__LOG__LEVEL", "debug")
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut address = || {
            let line = lines.next().unwrap();
            let word = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
            word.trim_start_matches("http://").trim_end_matches([';', '.']).to_owned()
        };
        let (address, operations) = (address(), address());
        Self { process, address, operations, log }
    }

    fn terminate(&self) {
        let pid = self.process.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }
}

impl Drop for Logged {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn answer(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}

fn ask(address: &str, method: &str, path: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    answer(stream)
}

const TIP: &str = r#"{"id":"00112233445566778899aabbccddeeff","company":"Sløv Vask AS",
    "place":"Bakgata 7","seen":"Kjell Sladder sier det","contact":"kjell@example.no"}"#;

#[test]
fn a_busy_day_in_the_log_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    let store = served.folder.clone();
    let token = served.office(&["token", "--name", "portal"])["token"].as_str().unwrap().to_owned();
    let activation = served.office(&["activate", &card, "--document", "passport"])["link"]
        .as_str()
        .unwrap()
        .to_owned();
    drop(served);
    let mut logged = Logged::start(&store);
    let address = logged.address.clone();
    let bearer = format!("Authorization: Bearer {token}\r\n");
    let post = |path: &str, body: &str| ask(&address, "POST", path, &bearer, body);

    let link = activation.replace("http://127.0.0.1:8080", &format!("http://{address}"));
    let (exit, enrolled) = wallet(folder, "phone", &["enrol", &link, "--key-file"]);
    assert_eq!(exit, 0, "{enrolled}");
    assert_eq!(wallet(folder, "phone", &["status", "--refresh"]).0, 0);
    let kari = r#"{"name":"Kari Hansen","national_id":"25889000158","birth_date":"1990-08-25"}"#;
    let registered = post("/office/workers", kari);
    let wrong = r#"{"name":"Kari Hansen","national_id":"15889000188","birth_date":"1990-08-25"}"#;
    post("/office/workers", wrong);
    post(&format!("/office/workers/{card}/activation"), "");
    post(&format!("/office/employments/{employment}/block"), r#"{"reason":"card_seized"}"#);
    assert!(post("/tips", TIP).contains(" 204 "));
    post("/check-typed", &format!(r#"{{"card_number":"{card}","code":"123456"}}"#));
    ask(&address, "GET", "/people/15889000187?name=Ola+Nordmann", "", "");
    ask(&address, "GET", "/photos/0123456789abcdef0123456789abcdef", "", "");
    ask(&address, "GET", "/office/tips", "Authorization: Bearer kjell-token\r\n", "");
    assert!(registered.contains("card_number"), "{registered}");
    let metrics = ask(&logged.operations, "GET", "/metrics", "", "");
    let ready = ask(&logged.operations, "GET", "/ready", "", "");
    assert!(ready.contains(" 200 "), "{ready}");
    logged.terminate();
    assert!(logged.process.wait().unwrap().success());

    let log = std::fs::read_to_string(&logged.log).unwrap();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let routes: Vec<&str> =
        lines.iter().filter_map(|line| line["fields"]["route"].as_str()).collect();
    for there in ["/wallet/enrol", "/tips", "/office/workers/{card_number}/activation", "none"] {
        assert!(routes.contains(&there), "{there}: {routes:?}");
    }
    let secret = link.rsplit('#').next().unwrap().split('.').next().unwrap();
    let national = ["15889000187", "25889000158", "15889000188"];
    let names = ["Nordmann", "Hansen", "Kjell", "kjell", "Sløv", "Bakgata", "portal"];
    let others = [card.as_str(), &employment, &token, secret, "0123456789abcdef", "123456\""];
    for never in national.iter().chain(&names).chain(&others) {
        let found = lines.iter().find(|line| line.to_string().contains(never));
        assert!(found.is_none(), "{never}: {found:?}");
        assert!(!metrics.contains(never), "{never} in the counters");
    }
    assert!(
        metrics.contains("hmskort_answers_total{method=\"POST\",route=\"/tips\",status=\"204\"} 1")
    );
}

#[test]
fn on_sigterm_requests_under_way_are_answered_and_no_new_ones_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (served, _, _) = office(folder.path());
    let store = served.folder.clone();
    drop(served);
    let mut logged = Logged::start(&store);
    let mut half = TcpStream::connect(&logged.address).unwrap();
    let (first, second) = TIP.split_at(40);
    write!(
        half,
        "POST /tips HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{first}",
        TIP.len()
    )
    .unwrap();
    // The service has this one before it has heard of any stop.
    assert!(ask(&logged.address, "GET", "/health", "", "").contains(" 200 "));
    logged.terminate();
    let waited = Instant::now();
    while TcpStream::connect(&logged.address).is_ok() {
        assert!(waited.elapsed() < Duration::from_secs(60), "the door stays open");
    }
    assert!(logged.process.try_wait().unwrap().is_none(), "it waits for the half request");
    half.write_all(second.as_bytes()).unwrap();
    let answered = answer(half);
    assert!(answered.starts_with("HTTP/1.1 204 "), "{answered}");
    assert!(logged.process.wait().unwrap().success());
    let tips = Served::start(&store).office(&["tips"]);
    assert_eq!(tips.as_array().unwrap().len(), 1, "and what it brought is kept: {tips}");
}

#[test]
fn a_backup_killed_in_the_middle_is_not_there_or_whole_and_so_is_a_restore() {
    let folder = tempfile::tempdir().unwrap();
    let (served, card, _) = office(folder.path());
    let store = served.folder.clone();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let issuer = |store: &Path, what: &str, file: &str| {
        let store = store.to_str().unwrap();
        ["issuer", "--store", store, what, file].map(str::to_owned).to_vec()
    };
    let run = |args: &[String]| json(&words(args));
    let whole = file("whole");
    let args = issuer(&store, "backup", &whole);
    let took = time_of(&words(&args));
    for moment in 1..=MOMENTS {
        let name = file(&format!("backup {moment}"));
        let args = issuer(&store, "backup", &name);
        killed_after(took * moment / MOMENTS, &words(&args));
        if !Path::new(&name).exists() {
            assert_eq!(run(&args).0, 0, "killed at {moment}/{MOMENTS}, then again");
        }
        let fresh = folder.path().join(format!("fresh {moment}"));
        copy(&store.join("keys"), &fresh.join("keys"));
        let (exit, restored) = run(&issuer(&fresh, "restore", &name));
        assert_eq!(exit, 0, "killed at {moment}/{MOMENTS}: {restored}");
    }
    drop(served);
    let args = issuer(&store, "restore", &whole);
    let took = time_of(&words(&args));
    for moment in 1..=MOMENTS {
        killed_after(took * moment / MOMENTS, &words(&args));
        let store = store.to_str().unwrap();
        let (exit, answer) = json(&["issuer", "--store", store, "export", "--person", &card]);
        if exit != 0 {
            // Between the old database's going aside and the new one's coming.
            assert_eq!(run(&args).0, 0, "killed at {moment}/{MOMENTS}: {answer}");
        }
        let (exit, all) = json(&["issuer", "--store", store, "export", "--person", &card]);
        assert_eq!(exit, 0, "killed at {moment}/{MOMENTS}: {all}");
        assert_eq!(all["worker"][0]["name"], "Ola Nordmann");
        assert_eq!(json(&["issuer", "--store", store, "publish"]).0, 0);
        assert_eq!(json(&["issuer", "--store", store, "audit", "verify"]).0, 0);
    }
}

#[test]
fn an_issuer_whose_root_key_is_elsewhere_starts_and_rotates_by_files_that_go_there_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (store, key) = (path("issuer"), path("usb.key"));
    let issuer = |args: &[&str]| json(&[&["issuer", "--store", &store], args].concat());
    let (exit, made) = issuer(&["root", "new-key", &key]);
    assert_eq!(exit, 0, "{made}");
    let public = made["root_key"].as_str().unwrap().to_owned();
    assert_eq!(issuer(&["init", "--root-key", &public]).0, 0);
    let (exit, refused) = issuer(&["publish"]);
    assert!(exit == 3 && refused["error"].as_str().unwrap().contains("root draft"), "{refused}");
    let publisher = ["--new-publisher-key", "--withdraw-publisher-key"];
    for (number, changes) in [(1, [].as_slice()), (2, &["--new-issuer-key"]), (3, &publisher)] {
        let (draft, signed) = (path(&format!("{number}.draft")), path(&format!("{number}.signed")));
        let (exit, said) = issuer(&[["root", "draft", &draft].as_slice(), changes].concat());
        assert_eq!((exit, &said["version"]), (0, &number.into()), "{said}");
        let (_, mut signed_by_one) = issuer(&["root", "sign", "--key", &key, &draft, &signed]);
        assert_eq!((&said["signed_by"], &signed_by_one["signed_by"]), (&0.into(), &1.into()));
        signed_by_one["signed_by"] = 0.into();
        assert_eq!(signed_by_one, said);
        assert_eq!(issuer(&["root", "accept", &draft]).0, 3, "unsigned");
        let (exit, accepted) = issuer(&["root", "accept", &signed]);
        assert_eq!((exit, &accepted["root"]), (0, &number.into()), "{accepted}");
    }
    assert!(!Path::new(&store).join("keys/root.key").exists());
    let output = hmskort(&["issuer", "--store", &store, "rotate-key"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("kept elsewhere"));
}

#[test]
fn a_person_is_exported_and_erased_and_the_auditor_sees_both() {
    let folder = tempfile::tempdir().unwrap();
    let (served, card, employment) = office(folder.path());
    let file = folder.path().join("export.json");
    served.office(&["export", "--person", "15889000187", "--to", file.to_str().unwrap()]);
    let export: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(export["worker"][0]["name"], "Ola Nordmann");
    let store = served.folder.to_str().unwrap();
    let erase = ["issuer", "--store", store, "erase", "--person", "15889000187"];
    let (exit, refused) = json(&erase);
    assert!(exit == 3 && refused["error"].as_str().unwrap().contains("end it first"), "{refused}");
    served.office(&["block", &employment, "--reason", "worker_not_employed"]);
    let (exit, erased) = json(&erase);
    assert_eq!(exit, 0, "{erased}");
    served.office(&["publish"]);
    let log = served.office(&["audit", "list", "--card", &card]);
    let what: Vec<&str> =
        log.as_array().unwrap().iter().map(|entry| entry["what"].as_str().unwrap()).collect();
    assert!(what.contains(&"export") && what.contains(&"erase"), "{what:?}");
    let head = served.office(&["audit", "verify"]);
    let noted = format!("{}:{}", head["id"], head["hash"].as_str().unwrap());
    served.office(&["audit", "verify", "--noted", &noted]);
}
