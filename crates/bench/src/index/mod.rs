//! The inspectors' index of a whole country: its size, taking it in, looking into it.

mod bare;
mod look;

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use card::Industry;
use chrono::{DateTime, TimeDelta, Utc};
use index::{Part, Record};
use inspector::{Index, Inspector};
use issuer::{Issuer, NewEmployment, NewWorker, Settings, Snapshot};
use key_set::{FileName, IndexList, KeySet, Source, Synced, Tier, Volume};
use rusqlite::Connection;
use store::{KeyKeeper, Store};
use test_support::{Person, at, organisation_number, person};
use wallet::Wallet;
use wire::IdDocument;

use crate::CARDS;
use crate::population::{fill, night};
use bare::{Rows, plain, read_all, replace};
use look::{look_up, verdicts};

pub(crate) use look::rest;

pub(crate) struct Files(pub(crate) PathBuf);

impl Source for Files {
    type Error = Infallible;

    fn fetch(&mut self, file: FileName, _: u64) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(std::fs::read(self.0.join(file.to_string())).ok())
    }
}

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let settings = Settings {
        service: format!("http://{}", listener.local_addr().unwrap()),
        host: "HMSKORT.EXAMPLE".parse().unwrap(),
        max_age: TimeDelta::days(7),
    };
    let office = folder.join("issuer");
    let issuer = Arc::new(Issuer::init(&office, &settings, at(0)).unwrap());
    let mut database = Connection::open(office.join("issuer.db")).unwrap();
    fill(&mut database);
    println!("index, {CARDS} cards");
    let reading = time(|| read_all(&database));
    let publishing = time(|| {
        issuer.publish_with(Snapshot::WhenItIsTime, at(10)).unwrap();
    });
    println!("  publication with a snapshot / reading the same rows: {:.2}", publishing / reading);
    let files = || Files(issuer.key_set_folder());
    let first = key_set_of(&mut files(), 10);
    let (list, snapshot) = volume(&first, &mut files(), None);
    let plain = plain(&snapshot, &mut files());
    let size: u64 = bytes(&snapshot);
    println!(
        "  snapshot: {size} bytes in {} parts, {:.1} a card, / zstd of the plain facts: {:.3}",
        snapshot.parts.len(),
        size as f64 / f64::from(CARDS),
        size as f64 / plain as f64
    );

    // Taking it in, each time into an empty store.
    let store = |name: &str| Store::create(&folder.join(name), KeyKeeper::File, &[]).unwrap();
    let mut ratios = Vec::new();
    for round in 0..3 {
        let ours = store(&format!("ours {round}"));
        let mut index = Index::open(&ours).unwrap();
        let taking = time(|| {
            index.fetch(&first, &mut files(), &mut |_| ()).unwrap();
        });
        let rows = Rows::read(&ours);
        let bare = store(&format!("bare {round}"));
        ratios.push(taking / time(|| rows.insert(&bare)));
    }
    println!(
        "  taking the snapshot in / the same rows inserted barely: {:.2}",
        median(&mut ratios)
    );

    night(&mut database);
    let night = time(|| {
        issuer.publish(at(86_410)).unwrap();
    });
    println!("  publication of a night's changes / with a snapshot: {:.2}", night / publishing);
    let second = key_set_of(&mut files(), 86_410);
    let (_, changes) = volume(&second, &mut files(), Some(list.version));
    println!(
        "  a day's changes, {} cards: {} bytes, {:.1} a card",
        changes.cards,
        bytes(&changes),
        bytes(&changes) as f64 / f64::from(changes.cards)
    );
    let mut ratios = Vec::new();
    for round in 0..3 {
        let (ours, bare) =
            (open(folder, &format!("ours {round}")), open(folder, &format!("bare {round}")));
        let mut index = Index::open(&ours).unwrap();
        let taking = time(|| {
            index.fetch(&second, &mut files(), &mut |_| ()).unwrap();
        });
        let records = records(&changes, &mut files());
        ratios.push(taking / time(|| replace(&bare, &records)));
    }
    println!("  taking them in / the same rows replaced barely: {:.2}", median(&mut ratios));

    // A tablet as it is in the field.
    let routes = issuer::router(Arc::clone(&issuer), Arc::new(|| at(0)));
    runtime.spawn(issuer::serve(routes, listener, std::future::pending()));
    let code = code(&issuer, &folder.join("phone"), at(86_420));
    let link = issuer.enrol_inspector("Inga", "Arbeidstilsynet", "bench", at(0)).unwrap();
    let tablet = folder.join("tablet");
    let mut device = Inspector::enrol(&tablet, KeyKeeper::File, &link.to_string()).unwrap();
    let now = at(86_420);
    device.sync(now, &mut |_| ()).unwrap();
    look_up(&device, &tablet);

    // Verdicts while a snapshot is taken in beside.
    let idle = verdicts(&device, &code, &AtomicBool::new(false), 2_000);
    let again = folder.join("again");
    let link = issuer.enrol_inspector("Arne", "Arbeidstilsynet", "bench", at(0)).unwrap();
    let mut beside = Inspector::enrol(&again, KeyKeeper::File, &link.to_string()).unwrap();
    let over = AtomicBool::new(false);
    let busy = std::thread::scope(|scope| {
        scope.spawn(|| {
            beside.sync(now, &mut |_| ()).unwrap();
            over.store(true, Ordering::Release);
        });
        verdicts(&device, &code, &over, usize::MAX)
    });
    println!(
        "  a verdict with the person in full, 99th percentile beside a sync / idle: {:.2}; longest {:.1} ms",
        p(&busy, 99) / p(&idle, 99),
        p(&busy, 100) * 1_000.0
    );

    let rest = |store: &Path| {
        let this = std::env::current_exe().unwrap();
        let output =
            std::process::Command::new(this).arg("index-rest").arg(store).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().parse::<u64>().unwrap()
    };
    let empty = folder.join("empty");
    let link = issuer.enrol_inspector("Eva", "Arbeidstilsynet", "bench", at(0)).unwrap();
    drop(Inspector::enrol(&empty, KeyKeeper::File, &link.to_string()).unwrap());
    println!(
        "  memory of a device that has looked somebody up: {} kB, one with nothing: {} kB; on disk {} MB",
        rest(&tablet),
        rest(&empty),
        std::fs::metadata(tablet.join("index.db")).unwrap().len() / 1_000_000
    );
}

/// What one more worker's phone shows.
fn code(issuer: &Issuer, phone: &Path, now: DateTime<Utc>) -> String {
    let Person { name, national_id, birth_date } = person(u64::from(CARDS) + 1);
    let card = issuer.add_worker(&NewWorker { name, national_id, birth_date }).unwrap();
    let company = organisation_number(0);
    let industry = Industry::Construction;
    let job = NewEmployment { card, company, sub_unit: company, industry };
    let employment = issuer.add_employment(&job, at(0)).unwrap();
    let link = issuer.issue_activation(card, IdDocument::Passport, "bench", at(0)).unwrap();
    let wallet = Wallet::enrol(phone, KeyKeeper::File, &link.to_string(), at(0)).unwrap();
    wallet.frames(&employment, now, None).unwrap()[0].text().to_owned()
}

fn key_set_of(files: &mut Files, now: i64) -> KeySet {
    let root = std::fs::read(files.0.join("root/1.cbor")).unwrap();
    match key_set::sync(&root, None, Tier::Inspector, files, at(now)) {
        Ok(Synced::Updated(synced)) => synced.0,
        other => panic!("{other:?}"),
    }
}

/// The one volume that a device with this version needs.
fn volume(set: &KeySet, files: &mut Files, held: Option<u64>) -> (IndexList, Volume) {
    let (_, file, limit) = set.index_file().unwrap();
    let list = set.open_index(&files.fetch(file, limit).unwrap().unwrap()).unwrap();
    let [needed] = list.needed(held)[..] else { panic!("one volume") };
    let needed = needed.clone();
    (list, needed)
}

fn bytes(volume: &Volume) -> u64 {
    volume.parts.iter().map(|part| part.listed.length).sum()
}

fn records(volume: &Volume, files: &mut Files) -> Vec<(Record, Vec<u8>)> {
    let mut records = Vec::new();
    for part in &volume.parts {
        let part = files.fetch(part.file(), 0).unwrap().unwrap();
        for bytes in Part::unpack(&part).unwrap().cards {
            records.push((Record::from_bytes(&bytes).unwrap(), bytes));
        }
    }
    records
}
fn open(folder: &Path, name: &str) -> Store {
    Store::open(&folder.join(name), &[]).unwrap()
}
/// Seconds.
pub(crate) fn time(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().max(Duration::from_nanos(1)).as_secs_f64()
}

fn p(times: &[f64], percentile: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percentile / 100]
}

pub(crate) fn median(ratios: &mut [f64]) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
