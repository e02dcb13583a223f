//! A page's visits: first, again, offline, and to a service that lies.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use card::{Cause, Reason};
use key_set::FileName;
use serde_json::Value;
use test_support::{Files, Phone, Tablet, World, at};
use web::{Checker, Step};

fn page() -> Checker {
    Checker::new(World::default().root_file()).unwrap()
}

/// Fetches what is asked for until there is an answer; the answer, and what was asked for.
fn sync(checker: &mut Checker, files: &Files, now: i64) -> (Step, Vec<String>) {
    let mut asked = Vec::new();
    loop {
        match checker.sync(at(now)) {
            Step::Need { file, .. } => {
                let found = files.0.iter().find(|(name, _)| name.to_string() == file);
                checker.offer(file.clone(), found.map(|(_, bytes)| bytes.clone()));
                asked.push(file);
            }
            step => return (step, asked),
        }
    }
}

fn check(checker: &Checker, text: &str, now: i64) -> Value {
    let fragment = text.split_once('#').unwrap().1;
    serde_json::to_value(checker.check(fragment, at(now))).unwrap()
}

#[test]
fn a_first_visit_asks_for_what_everyone_asks_for_and_then_judges() {
    let mut page = page();
    let (step, asked) = sync(&mut page, &World::default().publish(at(0)), 10);
    assert_eq!(step, Step::Updated);
    assert_eq!(asked, ["root/2.cbor", "head.cbor", "status/1.cwt"], "and for no reasons");
    let answer = check(&page, &Phone::default().text(at(60)), 60);
    assert_eq!(answer["verdict"], "valid");
    assert_eq!(answer["card"]["holder"], "Ola Nordmann");
    assert_eq!(answer["data_age_seconds"], 60);
}

#[test]
fn a_customer_is_told_that_a_card_is_invalid_and_never_why() {
    for reason in [Reason::NoWorkPermit, Reason::DeviceReplaced, Reason::RegisterSilent] {
        let cause = Cause { reason, since: None };
        let world = World { causes: vec![(7, cause)], ..World::default() };
        let mut page = page();
        sync(&mut page, &world.publish(at(0)), 10);
        let answer = check(&page, &Phone::default().text(at(60)), 60);
        assert_ne!(answer["verdict"], "valid", "{reason:?}");
        assert!(!answer.to_string().contains(reason.as_str()), "{answer}");
    }
}

#[test]
fn an_old_code_says_so_and_a_code_that_is_none_too() {
    let mut page = page();
    sync(&mut page, &World::default().publish(at(0)), 10);
    let old = check(&page, &Phone::default().text(at(0)), 600);
    assert_eq!((&old["verdict"], &old["because"]), (&"unconfirmed".into(), &"code_too_old".into()));
    for fragment in ["", "12", "x", "/../", &"9".repeat(5_000)] {
        let answer = serde_json::to_value(page.check(fragment, at(0))).unwrap();
        assert_eq!(answer["verdict"], "unconfirmed", "{fragment}");
        assert_eq!(answer["card"], Value::Null);
    }
}

#[test]
fn before_any_data_nothing_is_known() {
    let answer = check(&page(), &Phone::default().text(at(0)), 0);
    assert_eq!(answer["verdict"], "unconfirmed");
}

#[test]
fn what_an_earlier_visit_kept_judges_offline_and_can_not_be_rolled_back() {
    let mut first = page();
    let second = World { version: 2, ..World::default() };
    sync(&mut first, &second.publish(at(0)), 10);
    let kept = first.bundle().unwrap().clone();

    let mut again = Checker::new(kept.root).unwrap();
    again.restore(kept.head, kept.status).unwrap();
    assert_eq!(check(&again, &Phone::default().text(at(60)), 60)["verdict"], "valid");
    let old = World { version: 1, ..World::default() }.publish(at(5));
    assert!(matches!(sync(&mut again, &old, 60).0, Step::Refused { .. }));
    assert_eq!(sync(&mut again, &second.publish(at(0)), 60).0, Step::Unmodified);
}

#[test]
fn a_captive_portals_page_is_refused_and_what_is_held_stays() {
    let mut page = page();
    let good = World::default().publish(at(0));
    sync(&mut page, &good, 10);
    let mut portal = Files::default();
    for file in [FileName::Root(2), FileName::Head, FileName::Status(1)] {
        portal.0.insert(file, b"<html>Log in</html>".to_vec());
    }
    assert!(matches!(sync(&mut page, &portal, 20).0, Step::Refused { .. }));
    assert_eq!(check(&page, &Phone::default().text(at(60)), 60)["verdict"], "valid");
    assert!(Checker::new(b"<html>".to_vec()).is_err());
}

#[test]
fn kept_files_that_were_damaged_are_not_used() {
    let mut page = page();
    assert!(page.restore(vec![0; 10], Vec::new()).is_err());
    assert!(page.bundle().is_none());
}

#[test]
fn an_inspectors_code_is_judged_below_the_same_root() {
    let mut page = page();
    let badge = Tablet::default().badge(at(60));
    let fragment = badge.split_once('#').unwrap().1;
    let judge = |page: &Checker, fragment: &str, seconds| {
        serde_json::to_value(page.badge(fragment, at(seconds))).unwrap()
    };
    assert_eq!(judge(&page, fragment, 60)["verdict"], "unconfirmed", "no keys yet");
    sync(&mut page, &World::default().publish(at(0)), 10);
    let known = judge(&page, fragment, 60);
    assert_eq!((&known["verdict"], &known["inspector"]), (&"valid".into(), &"Ingrid Berg".into()));
    let old = judge(&page, fragment, 600);
    assert_eq!((&old["verdict"], old["inspector"].is_null()), (&"unconfirmed".into(), true));
}
