//! "Would I pass now?", what is coming, what has been, and a sheet of paper.

use card::{Industry, Reason};
use chrono::{TimeDelta, Utc};
use verifier::{Finding, Outcome, Policy, verify};
use wallet::Wallet;

use crate::office::Office;

#[test]
fn a_card_in_order_passes_and_a_cleaners_card_passes_on_a_building_site_too() {
    let office = Office::new();
    let wallet = office.enrol();
    let employment = wallet.first_employment().unwrap();
    for site in [None, Some(Industry::Cleaning), Some(Industry::Construction)] {
        let verdict = wallet.check(&employment, site, Utc::now()).unwrap();
        assert_eq!((verdict.outcome, verdict.reasons), (Outcome::Valid, vec![]), "{site:?}");
    }
    let verdict = wallet.check(&employment, Some(Industry::CarCare), Utc::now()).unwrap();
    let (card, site) = (Industry::Cleaning, Industry::CarCare);
    assert_eq!(verdict.reasons, [Finding::IndustryNotAccepted { card, site }]);
}

#[test]
fn the_holder_is_told_the_reason_that_customers_are_not() {
    let office = Office::new();
    let mut wallet = office.enrol();
    let employment = wallet.first_employment().unwrap();
    office.issuer.block(&employment, Reason::CompanyNotApproved, "test", Utc::now()).unwrap();
    office.issuer.publish(Utc::now()).unwrap();
    wallet.refresh(Utc::now()).unwrap();
    drop(wallet);
    let wallet = Wallet::open(&office.phone()).unwrap();
    let verdict = wallet.check(&employment, None, Utc::now()).unwrap();
    assert_eq!(verdict.outcome, Outcome::Invalid);
    let codes: Vec<_> = verdict.reasons.iter().map(Finding::code).collect();
    assert_eq!(codes, ["company_not_approved"]);
}

#[test]
fn weeks_without_network_are_told_as_what_they_are() {
    let office = Office::new();
    let wallet = office.enrol();
    let employment = wallet.first_employment().unwrap();
    let later = Utc::now() + TimeDelta::days(21);
    let verdict = wallet.check(&employment, None, later).unwrap();
    assert_eq!(verdict.outcome, Outcome::Unconfirmed);
    assert_eq!(verdict.reasons[0].code(), "data_too_old");
}

#[test]
fn a_card_that_ends_within_a_month_is_told_and_what_happened_is_kept() {
    let office = Office::new();
    let old = Utc::now() - TimeDelta::days(715);
    let ending = office.employ(2, Industry::Construction, old);
    let at = Utc::now();
    office.issuer.block(&ending, Reason::PhoneLost, "test", at).unwrap();
    office.issuer.unblock(&ending, Reason::PhoneLost, "test", at).unwrap();
    let wallet = office.enrol();
    let overview = wallet.overview(Utc::now());
    let job = |id: &card::EmploymentId| overview.employments.iter().find(|e| e.id == *id).unwrap();
    let warned = &job(&ending).warnings;
    assert_eq!(warned.len(), 1);
    assert_eq!(
        (warned[0].code, warned[0].since),
        (Reason::CardExpired, Some(job(&ending).valid_until))
    );
    let changes: Vec<_> = job(&ending).history.iter().map(|c| (c.code, c.set)).collect();
    assert_eq!(changes, [(Reason::PhoneLost, false), (Reason::PhoneLost, true)]);
    let other = overview.employments.iter().find(|e| e.id != ending).unwrap();
    assert!(other.warnings.is_empty() && other.history.is_empty());
}

#[test]
fn the_employment_chosen_last_is_shown_first_after_a_restart() {
    let office = Office::new();
    let (mut wallet, _, other) = office.enrol_with_two();
    wallet.choose(&other).unwrap();
    drop(wallet);
    let mut wallet = Wallet::open(&office.phone()).unwrap();
    assert_eq!(wallet.overview(Utc::now()).first, Some(other));
    assert!(wallet.choose(&"nobody".parse().unwrap()).is_err());
}

#[test]
fn a_code_on_paper_is_unconfirmed_at_best() {
    let office = Office::new();
    let wallet = office.enrol();
    let employment = wallet.first_employment().unwrap();
    let now = Utc::now();
    let paper = wallet.paper(&employment, now).unwrap();
    let set = key_set(&office);
    let verdict = verify(paper.text(), Some(&set), now, &Policy::default());
    assert_eq!(verdict.outcome, Outcome::Unconfirmed);
    assert_eq!(verdict.reasons[0].code(), "paper_code");
    assert!(paper.qr().unwrap().version() <= 15);
}

fn key_set(office: &Office) -> key_set::KeySet {
    let folder = office.issuer.key_set_folder();
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let root = read("root/1.cbor");
    struct Folder(std::path::PathBuf);
    impl key_set::Source for Folder {
        type Error = std::io::Error;
        fn fetch(&mut self, file: key_set::FileName, _: u64) -> std::io::Result<Option<Vec<u8>>> {
            let path = self.0.join(file.to_string());
            if path.exists() { std::fs::read(path).map(Some) } else { Ok(None) }
        }
    }
    let tier = key_set::Tier::Public;
    let synced = key_set::sync(&root, None, tier, &mut Folder(folder), Utc::now());
    let Ok(key_set::Synced::Updated(synced)) = synced else { panic!("{synced:?}") };
    synced.0
}
