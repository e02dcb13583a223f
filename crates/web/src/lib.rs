//! The verifier in a customer's browser: the same Rust, compiled to WebAssembly.
//!
//! **Threat.** The page must not tell anyone who was checked: it fetches only what everyone
//! fetches, and the code stays behind the `#`. And it must not be more gullible than an
//! inspector's tablet: the same signatures, the same freshness, the same refusal of what is older
//! than what it has seen.
//!
//! [`Checker`] does no I/O. The page asks it to [`sync`](Checker::sync), fetches the file that it
//! needs, offers it, and asks again.

mod checker;

pub use checker::{Answer, BadgeAnswer, Checker, Step};

use chrono::{DateTime, Utc};
use wasm_bindgen::prelude::wasm_bindgen;

/// [`Checker`], as JavaScript has it. Answers are JSON; times are Unix milliseconds.
#[wasm_bindgen(js_name = Checker)]
#[derive(Debug)]
pub struct JsChecker(Checker);

#[wasm_bindgen(js_class = Checker)]
impl JsChecker {
    /// Trusts a root that came from the issuer's own address.
    ///
    /// # Errors
    /// Why it is no root.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Vec<u8>) -> Result<Self, String> {
        Checker::new(root).map(Self)
    }

    /// Takes back what an earlier visit kept.
    ///
    /// # Errors
    /// Why it can't be used.
    pub fn restore(&mut self, head: Vec<u8>, status: Vec<u8>) -> Result<(), String> {
        self.0.restore(head, status)
    }

    /// Takes a file; `undefined` when there is no such file.
    pub fn offer(&mut self, name: String, file: Option<Vec<u8>>) {
        self.0.offer(name, file);
    }

    /// A [`Step`].
    pub fn sync(&mut self, now: f64) -> String {
        json(&self.0.sync(time(now)))
    }

    /// The root, the head or the status list that is held.
    #[must_use]
    pub fn held(&self, file: &str) -> Option<Vec<u8>> {
        let bundle = self.0.bundle()?;
        match file {
            "root" => Some(bundle.root.clone()),
            "head" => Some(bundle.head.clone()),
            "status" => Some(bundle.status.clone()),
            _ => None,
        }
    }

    /// A [`BadgeAnswer`] for an inspector's code.
    #[must_use]
    pub fn badge(&self, fragment: &str, now: f64) -> String {
        json(&self.0.badge(fragment, time(now)))
    }

    /// The file with the approved companies that is current.
    #[must_use]
    pub fn approved_file(&self) -> Option<String> {
        self.0.approved_file().map(|(file, _)| file)
    }

    /// The number of its bytes.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
    pub fn approved_length(&self) -> f64 {
        self.0.approved_file().map_or(0.0, |(_, length)| length as f64)
    }

    /// Takes that file.
    ///
    /// # Errors
    /// Why it must not be taken.
    pub fn take_approved(&mut self, file: &[u8]) -> Result<(), String> {
        self.0.take_approved(file)
    }

    /// The approved companies that fit a name or number.
    #[must_use]
    pub fn approved(&self, asked: &str) -> String {
        json(&self.0.approved(asked))
    }

    /// An [`Answer`] for the part of the address behind `#`.
    #[must_use]
    pub fn check(&self, fragment: &str, now: f64) -> String {
        json(&self.0.check(fragment, time(now)))
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A time that can't be is the beginning of time, which no data is fresh at.
fn time(milliseconds: f64) -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}
