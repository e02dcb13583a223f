//! A night over all cards of Norway, with the registers in memory: how long a card takes, and how
//! much memory; then publishing with one card in a hundred changed.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use card::{NationalId, OrganisationNumber};
use chrono::{DateTime, TimeDelta, Utc};
use issuer::{Issuer, Order, Settings};
use registers::{Employment, Memory, Period, PersonStatus, Resident, Standing, Unit};
use rusqlite::{Connection, params};
use test_support::{at, mixed, organisation_number, person};

use crate::CARDS;

/// Cards to a company, as there are (4.1).
const TO_A_COMPANY: u32 = 8;

pub(crate) fn measure() {
    println!("night, registers in memory, {} cores", std::thread::available_parallelism().unwrap());
    let few = cards(10_000);
    let all = cards(CARDS);
    println!("  cost of a card, {CARDS} cards against 10000: {:.2}", all / few);
}

/// Measures so many cards; gives the seconds that one takes in a night with changes.
fn cards(count: u32) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let registers = Arc::new(Memory::default());
    let issuer = fill(folder.path(), &registers, count);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let night = |day: i64| {
        let now = at(0) + TimeDelta::days(day);
        let order = Order { accepted: Vec::new(), by: "bench".into() };
        let start = Instant::now();
        let registers = registers.registers();
        let report = issuer.night(&registers, &order, &|| now, runtime.handle(), &|_| {}).unwrap();
        assert_eq!(report.cards, count);
        (start.elapsed(), report)
    };
    let before = memory("VmRSS:");
    // Begins to count the peak anew.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let (first, _) = night(1);
    for n in (0..count).filter(|n| changes(*n)) {
        registers.set_employments(&number(n), vec![]);
    }
    let (second, report) = night(2);
    let changed = report.changes.changed["worker_not_employed"].set;
    assert!(changed * 150 > count && changed * 70 < count, "about one in a hundred: {changed}");
    let peak = memory("VmHWM:");
    println!(
        "  {count:>6} cards: first night {:.1} s, another with {changed} changes {:.1} s \
         ({:.0} cards/s), {} MiB above the {} MiB of registers in memory",
        first.as_secs_f64(),
        second.as_secs_f64(),
        f64::from(count) / second.as_secs_f64(),
        peak.saturating_sub(before),
        before
    );
    let publishing = publish(folder.path(), &issuer, count);
    println!("  {count:>6} cards: publishing with 1 % changed {:.2} s", publishing.as_secs_f64());
    second.as_secs_f64() / f64::from(count)
}

fn changes(n: u32) -> bool {
    mixed(u64::from(n) ^ 0x17).is_multiple_of(100)
}

/// Publishes after one card in a hundred has changed; the median of three.
fn publish(folder: &Path, issuer: &Issuer, count: u32) -> Duration {
    let mut times: Vec<Duration> = (0..3)
        .map(|round| {
            let mut database = Connection::open(folder.join("issuer.db")).unwrap();
            let transaction = database.transaction().unwrap();
            let sql = "INSERT OR IGNORE INTO cause VALUES (?1, 11, ?2, 'office')";
            for n in (0..count).filter(|n| n % 300 == round) {
                transaction.execute(sql, params![employment(n), at(0).timestamp()]).unwrap();
            }
            for n in (0..count).filter(|n| n % 150 == round) {
                let sql = "DELETE FROM cause WHERE employment = ?1 AND reason = 2";
                transaction.execute(sql, [employment(n)]).unwrap();
            }
            transaction.commit().unwrap();
            let start = Instant::now();
            issuer.publish(at(0) + TimeDelta::days(3)).unwrap();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[1]
}

/// An office with so many cards, each on a phone, and registers that have them all in order.
fn fill(folder: &Path, registers: &Memory, count: u32) -> Issuer {
    let settings = Settings {
        service: "http://127.0.0.1:1".into(),
        host: "HMSKORT.EXAMPLE".parse().unwrap(),
        max_age: TimeDelta::days(7),
    };
    let issuer = Issuer::init(folder, &settings, at(0)).unwrap();
    let mut database = Connection::open(folder.join("issuer.db")).unwrap();
    let transaction = database.transaction().unwrap();
    for n in 0..count.div_ceil(TO_A_COMPANY) {
        let unit = unit(n);
        let row = params![unit.number.get(), unit.name.as_str()];
        let sql = "INSERT INTO company (organisation_number, name) VALUES (?1, ?2)";
        transaction.prepare_cached(sql).unwrap().execute(row).unwrap();
        registers.put_unit(unit);
    }
    for n in 0..count {
        insert(&transaction, n);
        put(registers, n);
    }
    transaction.commit().unwrap();
    issuer.publish(at(0)).unwrap();
    issuer
}

fn insert(database: &Connection, n: u32) {
    let person = person(u64::from(n));
    let execute = |sql: &str, row: &[&dyn rusqlite::ToSql]| {
        database.prepare_cached(sql).unwrap().execute(row).unwrap();
    };
    let id = n + 1;
    execute(
        "INSERT INTO worker (id, card_number, name, national_id, birth_date)
         VALUES (?1, ?1, ?2, ?3, ?4)",
        &[&id, &person.name.as_str(), &number(n).expose(), &person.birth_date.to_string()],
    );
    let company = company(n).get();
    let until: DateTime<Utc> = at(0) + TimeDelta::days(50 + i64::from(n % 600));
    execute(
        "INSERT INTO employment
           (id, worker, company, sub_unit, industry, valid_from, valid_until)
         VALUES (?1, ?2, ?3, ?3, 1, ?4, ?5)",
        &[&employment(n), &id, &company, &at(0).timestamp(), &until.timestamp()],
    );
    execute(
        "INSERT INTO device (id, worker, key, typed_code_secret, enrolled)
         VALUES (?1, ?1, ?2, zeroblob(20), 0)",
        &[&id, &id.to_be_bytes().as_slice()],
    );
    execute("INSERT INTO binding (employment, device) VALUES (?1, ?2)", &[&employment(n), &id]);
}

fn put(registers: &Memory, n: u32) {
    let person = person(u64::from(n));
    registers.put_resident(Resident {
        national_id: number(n),
        name: person.name,
        birth_date: person.birth_date,
        status: PersonStatus::Resident,
        since: None,
        citizenships: vec!["POL".parse().unwrap()],
    });
    let period = Period { from: "2020-01-01".parse().unwrap(), to: None };
    let employment = Employment { main_unit: company(n), sub_unit: company(n), period };
    registers.set_employments(&number(n), vec![employment]);
}

/// The `n`th worker's number.
fn number(n: u32) -> NationalId {
    person(u64::from(n)).national_id
}

fn company(n: u32) -> OrganisationNumber {
    organisation_number(n / TO_A_COMPANY)
}

fn unit(n: u32) -> Unit {
    Unit {
        number: organisation_number(n),
        name: test_support::company_name(u64::from(n)),
        main_unit: None,
        form: "AS".into(),
        industries: vec!["41.200".parse().unwrap()],
        vat: true,
        in_business_register: true,
        standing: Standing::Active,
        employees: None,
    }
}

/// In no order, as they are given out.
fn employment(n: u32) -> String {
    format!("e{:016x}", mixed(u64::from(n)))
}

/// A figure of this process, in MiB.
fn memory(what: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap();
    let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kib / 1_024
}
