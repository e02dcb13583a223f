//! An employer's table of 100,000 rows, at the real service, which is killed while it reads it and
//! while it puts it in.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use issuer::Issuer;
use people::{national_id, person};
use serde_json::{Value, json};

use super::{Served, office};

/// As many as a table may have.
const ROWS: u64 = 100_000;

/// What goes in at a time.
const STEP: u64 = 1_000;

/// Most memory that the service may take, in KiB: 16 MiB of table, read and judged, and itself.
const MOST_KIB: u64 = 320 * 1024;

/// Rows of which every hundredth is a number typed wrong or a person who is there already.
fn table() -> String {
    let mut table = String::from("Fødselsnummer;Navn;Underenhet\n");
    for n in 0..ROWS {
        let one = person(1_000 + n);
        let number = match n % 200 {
            99 => "12345678901".to_owned(),
            199 => national_id(1_000 + n - 50).0.expose().to_owned(),
            _ => one.national_id.expose().to_owned(),
        };
        writeln!(table, "{number};{};", one.name.as_str()).unwrap();
    }
    table
}

/// An employer's session at a service.
struct Session {
    address: String,
    headers: String,
}

impl Session {
    fn of(served: &Served) -> Self {
        let issuer = Issuer::open(&served.folder).unwrap();
        let session = issuer.begin_session(&person(100).national_id, chrono::Utc::now()).unwrap();
        let csrf = issuer::csrf_token(&session);
        let headers = format!("Cookie: hmskort-employer={session}\r\nX-CSRF-Token: {csrf}\r\n");
        Self { address: served.address.trim_start_matches("http://").to_owned(), headers }
    }

    fn begin(&self, method: &str, path: &str, kind: &str, length: usize) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "{method} /employer/companies/974760673/tables/{:032x}{path} HTTP/1.1\r\nHost: x\r\n\
             Connection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{}\r\n",
            7, self.headers
        )
        .unwrap();
        stream
    }

    fn ask(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Value {
        let mut stream = self.begin(method, path, kind, body.len());
        stream.write_all(body).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    fn step(&self) -> Value {
        self.ask("POST", "/step", "application/json", terms().as_bytes())
    }
}

fn terms() -> String {
    json!({ "industry": "cleaning", "declaration": "2026-11" }).to_string()
}

#[track_caller]
fn counted(batch: &Value) -> [u64; 4] {
    ["rows", "ready", "applied", "refused"].map(|name| batch[name].as_u64().unwrap())
}

fn applications(store: &Path) -> u64 {
    let database = rusqlite::Connection::open(store.join("issuer.db")).unwrap();
    let count = |row: &rusqlite::Row<'_>| row.get::<_, u32>(0);
    database.query_row("SELECT count(*) FROM application", [], count).unwrap().into()
}

/// The most memory that a process has had, in KiB.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_table_of_100_000_rows_goes_in_once_however_often_the_service_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut served, ..) = office(folder.path());
    let store = served.folder.clone();
    let who = person(100);
    let grant = ["employer", "grant", "974760673", who.name.as_str(), "--national-id"];
    served.office(&[grant.as_slice(), &[who.national_id.expose()]].concat());
    let table = table();

    // Killed with half of it sent.
    let session = Session::of(&served);
    let mut half = session.begin("PUT", "", "text/csv", table.len());
    half.write_all(&table.as_bytes()[..table.len() / 2]).unwrap();
    drop(served);
    served = Served::start(&store);
    let session = Session::of(&served);
    let read = session.ask("PUT", "", "text/csv", table.as_bytes());
    assert_eq!(counted(&read), [ROWS, ROWS - ROWS / 100, 0, ROWS / 100]);
    assert_eq!(applications(&store), 0, "nothing goes in before somebody says so");
    let refused = session.ask("GET", "/refused", "", b"");
    assert_eq!(refused["rows"].as_array().unwrap().len() as u64, ROWS / 100);
    let [first, second] = [&refused["rows"][0], &refused["rows"][1]];
    assert_eq!((&first["line"], &first["fault"]), (&101.into(), &"national_id_date".into()));
    assert_eq!((&second["fault"], &second["other_line"]), (&"repeated".into(), &151.into()));

    for done in 1..=3 {
        assert_eq!(counted(&session.step())[2], done * STEP, "it says how far it has come");
    }
    let memory = peak(served.process.id());
    // Killed in the middle of steps whose answer nobody hears.
    let mut done = 3 * STEP;
    for _ in 0..3 {
        let session = Session::of(&served);
        let terms = terms();
        let mut step = session.begin("POST", "/step", "application/json", terms.len());
        step.write_all(terms.as_bytes()).unwrap();
        drop(served);
        served = Served::start(&store);
        let [_, ready, applied, refused] = counted(&Session::of(&served).ask("GET", "", "", b""));
        assert!(applied == done || applied == done + STEP, "whole or not at all: {applied}");
        assert_eq!(ready + applied + refused, ROWS);
        assert_eq!(applications(&store), applied, "none twice, none lost");
        done = applied;
    }
    assert_eq!(counted(&Session::of(&served).step())[2], done + STEP);
    assert_eq!(applications(&store), done + STEP);
    assert!(memory < MOST_KIB, "{memory} KiB");
}
