//! A server, and clients that ask it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use registers::{Clock, Register, Registers, Settings, connect};
use synthetic::{Example, Failing, REHEARSAL_KEY, Server, Size, World, serve};
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Wednesday 25 November 2026, 12:00 UTC.
pub(crate) const NOW: i64 = 1_795_608_000;

pub(crate) fn today() -> NaiveDate {
    DateTime::from_timestamp(NOW, 0).unwrap().date_naive()
}

pub(crate) const SIZE: Size = Size { companies: 120, people: 3_000, seed: 7 };

/// A clock that is set.
#[derive(Clone, Default)]
pub(crate) struct Hand(Arc<AtomicI64>);

impl Hand {
    pub(crate) fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    fn clock(&self) -> Clock {
        let seconds = Arc::clone(&self.0);
        Arc::new(move || -> DateTime<Utc> {
            DateTime::from_timestamp(NOW + seconds.load(Ordering::SeqCst), 0).unwrap()
        })
    }
}

pub(crate) struct Rehearsal {
    pub(crate) server: Arc<Server>,
    /// In memory, what the server has.
    pub(crate) held: Registers,
    /// The clients.
    pub(crate) asked: Registers,
    pub(crate) settings: Settings,
    /// The client's clock, and the server's.
    pub(crate) ours: Hand,
    pub(crate) theirs: Hand,
    _folder: TempDir,
}

impl Rehearsal {
    pub(crate) async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// With other settings than the usual ones: no tries, and no rest.
    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (ours, theirs) = (Hand::default(), Hand::default());
        let server = Server::new(World::new(SIZE, today()), &base, theirs.clock());
        tokio::spawn(serve(Arc::clone(&server), listener, std::future::pending()));
        let folder = TempDir::new().unwrap();
        let key = folder.path().join("key.pem");
        std::fs::write(&key, REHEARSAL_KEY).unwrap();
        let mut settings = synthetic::settings(&base, key);
        for register in Register::ALL {
            let endpoint = settings.of_mut(register);
            (endpoint.retries, endpoint.backoff_ms) = (Some(0), Some(0));
            endpoint.rest_after = Some(u32::MAX);
        }
        change(&mut settings);
        let asked = connect(&settings, ours.clock()).unwrap();
        let held = server.world().memory().registers();
        Self { server, held, asked, settings, ours, theirs, _folder: folder }
    }

    pub(crate) fn fail(&self, part: &str, fault: &str, times: Option<u32>) {
        let fault = fault.parse().unwrap();
        self.server.fail(part, Some(Failing { fault, times }));
    }

    /// The example of a kind, of a company, or of a person.
    pub(crate) fn example(&self, kind: &str) -> Example {
        let all = self.server.world().examples().iter();
        let mut some = all.filter(|example| example.kind == kind);
        some.next_back().unwrap_or_else(|| panic!("no {kind}")).clone()
    }
}
