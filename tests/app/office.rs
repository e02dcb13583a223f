//! The office and its service, through the command line that stands beside the app.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::APP;
use test_support::Running;

/// The command line, built beside the app.
pub fn hmskort() -> Command {
    let beside = PathBuf::from(APP).with_file_name("hmskort");
    assert!(beside.exists(), "run `cargo build -p cli` first");
    Command::new(beside)
}

/// What a command answers, and its exit code.
pub fn json(role: &str, store: &Path, args: &[&str]) -> (i32, Value) {
    let output =
        hmskort().args([role, "--store"]).arg(store).args(args).arg("--json").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{args:?} gave {text:?}"));
    (output.status.code().unwrap(), value)
}

/// What a phone says of its card.
pub fn card(stores: &Path, worker: &str) -> Value {
    json("wallet", &stores.join(worker), &["status"]).1
}

/// A name as somebody writes it who has only heard it.
pub fn misspelt(name: &str) -> String {
    let (given, family) = name.rsplit_once(' ').unwrap();
    let family: Vec<char> = family.chars().collect();
    let heard: String = [&family[..2], &family[1..]].concat().into_iter().collect();
    format!("{given} {heard}").to_lowercase()
}

/// The stores of a demo, its service stopped.
pub fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let demo = hmskort().args(["demo", "--headless", "--keep"]).arg(folder.path()).output();
    assert!(demo.unwrap().status.success());
    folder
}

/// An office with one worker, its service in a process of its own.
pub struct Office {
    store: PathBuf,
    address: String,
    service: Running,
    pub card: String,
    pub employment: String,
}

impl Office {
    pub fn open(folder: &Path) -> Self {
        let store = folder.join("issuer");
        assert_eq!(json("issuer", &store, &["init"]).0, 0);
        let mut service = Running::start(
            hmskort()
                .args(["issuer", "--store"])
                .arg(&store)
                .args(["serve", "--listen", "127.0.0.1:0", "--page"])
                .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/dist-customer"))
                .stdout(Stdio::piped()),
        );
        let mut line = String::new();
        BufReader::new(service.child().stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_whitespace().nth(2).unwrap().trim_end_matches(';').to_owned();
        let (card, employment) = (String::new(), String::new());
        let mut office = Self { store, address, service, card, employment };
        office.does(&["company", "974760673", "Rent Hus AS"]);
        let person = ["--national-id", "15889000187", "--birth-date", "1990-08-15"];
        let worker = office.does(&[["worker", "Ola Nordmann"].as_slice(), &person].concat());
        office.card = worker["card_number"].as_str().unwrap().to_owned();
        let job = ["--company", "974760673", "--industry", "cleaning"];
        let job = office.does(&[["employment", &office.card].as_slice(), &job].concat());
        office.employment = job["employment"].as_str().unwrap().to_owned();
        office
    }

    pub fn does(&self, args: &[&str]) -> Value {
        let (exit, value) = json("issuer", &self.store, args);
        assert_eq!(exit, 0, "{args:?}: {value}");
        value
    }

    /// A link as the office gives it, with the address that the service got this time.
    pub fn link(&self, args: &[&str]) -> String {
        let link = self.does(args)["link"].as_str().unwrap().to_owned();
        link.replace("http://127.0.0.1:8080", &self.address)
    }

    /// A phone with the worker's card, its store in `folder`.
    pub fn phone(&self, folder: &Path) -> PathBuf {
        self.enrol(
            "wallet",
            &["activate", &self.card, "--document", "passport"],
            folder.join("worker"),
        )
    }

    /// An inspector's tablet that has not synced, its store in `folder`.
    pub fn tablet(&self, folder: &Path) -> PathBuf {
        self.enrol("inspect", &["inspector", "Inga Inspektør"], folder.join("inspector"))
    }

    /// A tablet of the tax authority that has synced.
    pub fn tax_tablet(&self, folder: &Path) -> PathBuf {
        let inspector = ["inspector", "Per Kontrollør", "--authority", "Skatteetaten"];
        let tablet = self.enrol("inspect", &inspector, folder.join("tax"));
        assert_eq!(json("inspect", &tablet, &["sync"]).0, 0);
        tablet
    }

    fn enrol(&self, role: &str, invite: &[&str], store: PathBuf) -> PathBuf {
        let (exit, said) = json(role, &store, &["enrol", &self.link(invite), "--key-file"]);
        assert_eq!(exit, 0, "{said}");
        store
    }

    /// The address of the customer's page.
    pub fn page(&self) -> String {
        format!("{}/V", self.address)
    }

    /// The host and the port of the service.
    pub fn address(&self) -> String {
        self.address.trim_start_matches("http://").to_owned()
    }

    /// Cuts the network.
    pub fn close(self) {
        self.service.kill();
    }
}
