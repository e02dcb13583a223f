//! The night as the office runs it: the real `hmskort`, registers over HTTP, killed midway.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use card::{EmploymentId, Industry, Language};
use chrono::{TimeDelta, Utc};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker};
use registers::{Employment, Period, PersonStatus, Register, Resident, Standing, Unit};
use serde_json::{Value, json as value};
use synthetic::{Failing, Fault, Server, Size, World};

use super::kills::{MOMENTS, copy, killed_after, killed_at, time_of, words};
use super::{hmskort, json};

/// Workers of one company; every tenth is in trouble on the second night.
const WORKERS: u64 = 200;

/// Registers that speak their real formats, in this process.
struct Registers {
    server: Arc<Server>,
    settings: PathBuf,
    _runtime: tokio::runtime::Runtime,
}

impl Registers {
    fn start(folder: &Path) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        let base = format!("http://{address}");
        let world = World::new(Size { companies: 1, people: 1, seed: 1 }, Utc::now().date_naive());
        let server = Server::new(world, &base, Arc::new(Utc::now));
        runtime.spawn(synthetic::serve(Arc::clone(&server), listener, std::future::pending()));
        let key = folder.join("rehearsal.pem");
        std::fs::write(&key, synthetic::REHEARSAL_KEY).unwrap();
        let settings = folder.join("registers.json");
        let json = serde_json::to_vec(&synthetic::settings(&base, key)).unwrap();
        std::fs::write(&settings, json).unwrap();
        Self { server, settings, _runtime: runtime }
    }

    fn resident(&self, n: u64, status: PersonStatus) {
        let person = people::person(n);
        self.server.world().memory().put_resident(Resident {
            national_id: person.national_id,
            name: person.name,
            birth_date: person.birth_date,
            status,
            since: "2026-01-01".parse().ok(),
            citizenships: vec!["NOR".parse().unwrap()],
        });
    }
}

/// An office with its workers, all in order in the registers.
fn office(folder: &Path, registers: &Registers) -> (String, Vec<EmploymentId>) {
    let store = folder.join("office").to_str().unwrap().to_owned();
    assert!(hmskort(&["issuer", "--store", &store, "init"]).status.success());
    let issuer = Issuer::open(Path::new(&store)).unwrap();
    let number = people::organisation_number(7);
    let name: card::CompanyName = "Byggmester AS".parse().unwrap();
    issuer.add_company(&NewCompany { organisation_number: number, name: name.clone() }).unwrap();
    issuer.set_contact(number, "post@byggmester.example", Language::Nb).unwrap();
    let memory = registers.server.world().memory();
    let unit = |number, main_unit, form: &str| Unit {
        number,
        name: name.clone(),
        main_unit,
        form: form.into(),
        industries: vec!["41.200".parse().unwrap()],
        vat: true,
        in_business_register: main_unit.is_none(),
        standing: Standing::Active,
        employees: None,
    };
    let sub_unit = people::organisation_number(8);
    memory.put_unit(unit(number, None, "AS"));
    memory.put_unit(unit(sub_unit, Some(number), "BEDR"));
    let period = Period { from: "2020-01-01".parse().unwrap(), to: None };
    let job = |n| {
        let person = people::person(n);
        registers.resident(n, PersonStatus::Resident);
        memory.set_employments(
            &person.national_id,
            vec![Employment { main_unit: number, sub_unit, period }],
        );
        let worker = NewWorker {
            name: person.name,
            national_id: person.national_id,
            birth_date: person.birth_date,
        };
        let card = issuer.add_worker(&worker).unwrap();
        let industry = Industry::Construction;
        let new = NewEmployment { card, company: number, sub_unit, industry };
        issuer.add_employment(&new, Utc::now()).unwrap()
    };
    (store, (0..WORKERS).map(job).collect())
}

fn night<'a>(store: &'a str, registers: &'a Registers, now: &'a str) -> [&'a str; 8] {
    let settings = registers.settings.to_str().unwrap();
    ["issuer", "--store", store, "night", "--registers", settings, "--now", now]
}

fn in_days(days: i64) -> String {
    (Utc::now() + TimeDelta::days(days)).to_rfc3339()
}

/// What a night leaves behind, without the order in which it came about.
fn left_behind(store: &str) -> Vec<String> {
    let database = rusqlite::Connection::open(Path::new(store).join("issuer.db")).unwrap();
    let mut all = Vec::new();
    for sql in [
        "SELECT 'cause', employment, reason, since, source FROM cause",
        "SELECT 'change', employment, reason, set_on, source FROM status_change",
        "SELECT 'warning', employment, reason, kind, mailed FROM warning",
        "SELECT 'mail', recipient, subject, body, '' FROM outbox",
        "SELECT 'answer', register, subject, company, fact FROM answer",
    ] {
        let mut statement = database.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let column = |at| format!("{:?}", row.get::<_, rusqlite::types::Value>(at).unwrap());
            all.push((0..5).map(column).collect::<Vec<_>>().join(" "));
        }
    }
    all.sort();
    all
}

fn asked(report: &Value, register: Register) -> &Value {
    let all = report["registers"].as_array().unwrap();
    all.iter().find(|asked| asked["register"] == register.as_str()).unwrap()
}

#[test]
fn a_night_killed_anywhere_goes_on_and_nothing_is_lost_or_done_twice() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let registers = Registers::start(folder);
    let (store, jobs) = office(folder, &registers);
    let (first, second) = (in_days(1), in_days(2));
    let (exit, report) = json(&night(&store, &registers, &first));
    assert_eq!((exit, &report["cards"], &report["changed"]), (0, &WORKERS.into(), &value!({})));

    for n in (0..WORKERS).step_by(10) {
        let none = &people::person(n).national_id;
        registers.server.world().memory().set_employments(none, Vec::new());
    }
    // Ten in a hundred are many, and somebody has asked.
    let accept = ["--accept", "employments"];
    let args = |store: &str| -> Vec<String> {
        let night = night(store, &registers, &second);
        night.iter().chain(&accept).map(|word| (*word).to_owned()).collect()
    };
    let store_of = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let whole_store = store_of("whole");
    copy(Path::new(&store), Path::new(&whole_store));
    let whole = time_of(&words(&args(&whole_store)));
    let expected = left_behind(&whole_store);
    let fallen = expected.iter().filter(|line| line.contains("\"cause\"")).count();
    assert_eq!(fallen, jobs.len() / 10);

    // In the middle for sure: one register doesn't answer, and those before it have.
    let store_of_kill = store_of("killed while it asks");
    copy(Path::new(&store), Path::new(&store_of_kill));
    let name = Register::Employments.as_str();
    let silent = Failing { fault: Fault::Silent, times: None };
    registers.server.fail(name, Some(silent));
    let before = Register::Population.name();
    assert!(!killed_at(before, &words(&args(&store_of_kill))), "it waits for the register");
    registers.server.fail(name, None);
    let again = hmskort(&words(&args(&store_of_kill)));
    let said = String::from_utf8(again.stderr).unwrap();
    assert!(again.status.success() && said.contains("The night goes on"), "{said}");
    assert_eq!(left_behind(&store_of_kill), expected);

    // As soon as it has judged, or changed, something.
    for line in ["Cards judged", "Changes made"] {
        let killed_store = store_of(line);
        copy(Path::new(&store), Path::new(&killed_store));
        if !killed_at(line, &words(&args(&killed_store))) {
            assert!(hmskort(&words(&args(&killed_store))).status.success(), "killed at {line:?}");
        }
        assert_eq!(left_behind(&killed_store), expected, "killed at {line:?}");
    }

    // And anywhere: where such a kill falls is the machine's, the end is the same.
    for moment in 1..=MOMENTS {
        let killed_store = store_of(&format!("killed {moment}"));
        copy(Path::new(&store), Path::new(&killed_store));
        let args = args(&killed_store);
        let args = words(&args);
        let done = killed_after(whole * moment / MOMENTS, &args);
        if !done {
            let (exit, report) = json(&args);
            assert_eq!(exit, 0, "killed at {moment}/{MOMENTS}: {report}");
            let asked = &asked(&report, Register::Population)["answered"];
            assert_eq!(asked, WORKERS, "killed at {moment}/{MOMENTS}: {report}");
        }
        assert_eq!(left_behind(&killed_store), expected, "killed at {moment}/{MOMENTS}");
    }
}

#[test]
fn registers_that_fail_over_http_leave_cards_valid_and_half_a_register_is_held_back() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let registers = Registers::start(folder);
    let (store, _) = office(folder, &registers);
    let run = |days| json(&night(&store, &registers, &in_days(days))).1;
    run(1);
    let causes = || left_behind(&store).iter().filter(|line| line.contains("\"cause\"")).count();

    let fail = |fault| {
        let failing = Failing { fault, times: None };
        registers.server.fail(Register::Population.as_str(), Some(failing));
    };
    fail(Fault::Fail(503));
    let report = run(2);
    assert_eq!(asked(&report, Register::Population)["silence"], "failed_503", "{report}");
    assert_eq!((asked(&report, Register::Population)["answered"].as_u64(), causes()), (Some(0), 0));

    fail(Fault::Half);
    let report = run(3);
    let held = report["held_back"]["population"].as_u64().unwrap();
    assert!((WORKERS / 4..WORKERS * 3 / 4).contains(&held), "{report}");
    assert_eq!(causes(), 0);
    let (_, notices) = json(&["issuer", "--store", &store, "notices"]);
    assert!(notices.to_string().contains("held_back"), "{notices}");

    registers.server.fail(Register::Population.as_str(), None);
    let report = run(4);
    assert_eq!(report["held_back"], value!({}));
    assert_eq!(causes(), 0);
}

#[test]
fn a_night_without_settings_for_the_registers_says_so_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("office").to_str().unwrap().to_owned();
    assert!(hmskort(&["issuer", "--store", &store, "init"]).status.success());
    let file = folder.path().join("registers.json");
    for (settings, expected) in [
        ("", "registers.json"),
        ("{\"populaton\":{}}", "unknown field"),
        ("{}", "the settings name no address"),
    ] {
        std::fs::write(&file, settings).unwrap();
        let (exit, answer) =
            json(&["issuer", "--store", &store, "night", "--registers", file.to_str().unwrap()]);
        let error = answer["error"].as_str().unwrap();
        assert!(exit == 3 && error.contains(expected), "{settings:?}: {error}");
    }
    assert_eq!(Issuer::open(Path::new(&store)).unwrap().last_night().unwrap(), None);
}
