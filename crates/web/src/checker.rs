//! What a check needs, without a browser: files come in as the page fetches them.

use std::collections::HashMap;

use card::{CardNumber, CompanyName, Industry, OrganisationNumber, PersonName};
use chrono::{DateTime, Utc};
use key_set::{
    Approved, ApprovedCompany, Bundle, FileName, KeySet, Root, Source, SyncError, Synced, Tier,
    sync,
};
use presentation::VerifiedBadge;
use serde::Serialize;
use verifier::{Finding, Outcome, Policy, verify, verify_badge};

/// A page's trust and what it is below it.
#[derive(Debug)]
pub struct Checker {
    root: Vec<u8>,
    held: Option<(KeySet, Bundle)>,
    files: Files,
    approved: Approved,
}

/// What a sync needs next, or what it led to.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Step {
    /// Fetch this file, no more than so many bytes of it, offer it, and sync again.
    Need {
        /// Its name below the key set's address.
        file: String,
        /// Most bytes of it.
        limit: u64,
    },
    /// There is something newer: keep it.
    Updated,
    /// What is held is current.
    Unmodified,
    /// What was offered is not taken; what is held stays.
    Refused {
        /// Why, for people who read logs.
        why: String,
    },
}

/// What a customer may see: no reason of a register, no other employer.
#[derive(Debug, Serialize)]
pub struct Answer {
    verdict: Outcome,
    /// The first finding, if it is not a register's.
    because: Option<&'static str>,
    card: Option<Card>,
    code_age_seconds: Option<i64>,
    data_age_seconds: Option<i64>,
}

/// Whether an inspector's code is one, and whose.
#[derive(Debug, Serialize)]
pub struct BadgeAnswer {
    verdict: Outcome,
    inspector: Option<PersonName>,
    authority: Option<CompanyName>,
}

/// What stands on the card.
#[derive(Debug, Serialize)]
struct Card {
    number: CardNumber,
    holder: PersonName,
    company: CompanyName,
    organisation_number: OrganisationNumber,
    industry: Industry,
    photo: Option<String>,
}

impl Checker {
    /// Trusts a root that came from the issuer's own address.
    ///
    /// # Errors
    /// Why it is no root.
    pub fn new(root: Vec<u8>) -> Result<Self, String> {
        Root::held(&root).map_err(|rejected| rejected.to_string())?;
        Ok(Self { root, held: None, files: Files::default(), approved: Approved::default() })
    }

    /// Takes back what an earlier visit kept.
    ///
    /// # Errors
    /// Why it can't be used; then there is nothing held.
    pub fn restore(&mut self, head: Vec<u8>, status: Vec<u8>) -> Result<(), String> {
        let bundle = Bundle { root: self.root.clone(), head, status, reasons: None };
        let set = KeySet::open(&bundle).map_err(|rejected| rejected.to_string())?;
        self.held = Some((set, bundle));
        Ok(())
    }

    /// Takes a file that a sync asked for; `None` when there is no such file.
    pub fn offer(&mut self, name: String, file: Option<Vec<u8>>) {
        self.files.0.insert(name, file);
    }

    /// Brings the key set up to date as far as the files offered go.
    pub fn sync(&mut self, now: DateTime<Utc>) -> Step {
        let held = self.held.as_ref().map(|(set, bundle)| (set, bundle));
        let step = match sync(&self.root, held, Tier::Public, &mut self.files, now) {
            Err(SyncError::Source(Missing(file))) => {
                return Step::Need { file: file.to_string(), limit: file.limit() };
            }
            Ok(Synced::Updated(synced)) => {
                self.root.clone_from(&synced.1.root);
                self.held = Some(*synced);
                Step::Updated
            }
            Ok(Synced::Unmodified) => Step::Unmodified,
            Err(SyncError::Rejected(rejected)) => Step::Refused { why: rejected.to_string() },
        };
        self.files.0.clear();
        step
    }

    /// What is held, to be kept for the next visit: root, head, status list.
    #[must_use]
    pub fn bundle(&self) -> Option<&Bundle> {
        self.held.as_ref().map(|(_, bundle)| bundle)
    }

    /// Judges the part of the address behind `#`.
    #[must_use]
    pub fn check(&self, fragment: &str, now: DateTime<Utc>) -> Answer {
        // The page's own address is the issuer's; what stands before `#` was how it was found.
        let host = match &self.held {
            Some((set, _)) => set.host().to_string(),
            None => String::new(),
        };
        let text = format!("HTTPS://{host}/V#{fragment}");
        let set = self.held.as_ref().map(|(set, _)| set);
        let verdict = verify(&text, set, now, &Policy::default());
        let because = verdict.reasons.first();
        Answer {
            verdict: verdict.outcome,
            because: because
                .filter(|finding| !matches!(finding, Finding::Status(_)))
                .map(Finding::code),
            card: verdict.card.map(|card| Card {
                number: card.number,
                holder: card.holder,
                company: card.company,
                organisation_number: card.organisation_number,
                industry: card.industry,
                photo: card.photo_digest,
            }),
            code_age_seconds: verdict.code_age_seconds,
            data_age_seconds: verdict.data.map(|data| data.age_seconds),
        }
    }
}

impl Checker {
    /// Judges the part of an inspector's address behind `#`.
    #[must_use]
    pub fn badge(&self, fragment: &str, now: DateTime<Utc>) -> BadgeAnswer {
        let unknown = |verdict| BadgeAnswer { verdict, inspector: None, authority: None };
        let Some((set, _)) = &self.held else { return unknown(Outcome::Unconfirmed) };
        let text = format!("HTTPS://{}/I#{fragment}", set.host());
        match verify_badge(&text, set.root(), now, Policy::default().tolerance) {
            Err(fault) => unknown(fault.outcome()),
            Ok(VerifiedBadge { inspector, .. }) => BadgeAnswer {
                verdict: Outcome::Valid,
                inspector: Some(inspector.name),
                authority: Some(inspector.authority),
            },
        }
    }

    /// The file with the approved companies that is current, and the number of its bytes.
    #[must_use]
    pub fn approved_file(&self) -> Option<(String, u64)> {
        let (file, length) = self.held.as_ref()?.0.approved_file()?;
        Some((file.to_string(), length))
    }

    /// Takes that file.
    ///
    /// # Errors
    /// Why it must not be taken.
    pub fn take_approved(&mut self, file: &[u8]) -> Result<(), String> {
        let (set, _) = self.held.as_ref().ok_or("there is no key set yet")?;
        self.approved = set.open_approved(file).map_err(|rejected| rejected.to_string())?;
        Ok(())
    }

    /// Searches it, by name or by organisation number.
    #[must_use]
    pub fn approved(&self, asked: &str) -> Vec<&ApprovedCompany> {
        self.approved.search(asked)
    }
}

/// The files that the page has fetched for this sync.
#[derive(Debug, Default)]
struct Files(HashMap<String, Option<Vec<u8>>>);

/// A file that was not fetched yet.
struct Missing(FileName);

impl Source for Files {
    type Error = Missing;

    fn fetch(&mut self, file: FileName, _limit: u64) -> Result<Option<Vec<u8>>, Missing> {
        self.0.get(&file.to_string()).cloned().ok_or(Missing(file))
    }
}
