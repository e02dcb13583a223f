//! A tablet that lay in a drawer: three weeks without contact, then as long as it may, then longer.

use chrono::{TimeDelta, Utc};
use serde_json::Value;

use super::{codes, hmskort, json, office, wallet};

#[test]
fn a_tablet_off_for_three_weeks_says_so_confirms_nothing_and_after_thirty_days_knows_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, _) = office(folder);
    let tablet = folder.join("tablet").to_str().unwrap().to_owned();
    let inspect = |args: &[&str]| json(&[&["inspect", "--store", &tablet], args].concat());
    let link = served.link(&["inspector", "Inga"]);
    assert_eq!(inspect(&["enrol", &link, "--key-file"]).0, 0);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    assert_eq!(inspect(&["sync"]).0, 0);
    let after = |time: TimeDelta| (Utc::now() + time).to_rfc3339();
    let code_at = |at: &str| {
        let (exit, shown) = wallet(folder, "phone", &["show", "--at", at]);
        assert_eq!(exit, 0, "{shown}");
        shown["text"].as_str().unwrap().to_owned()
    };

    // Three weeks: nothing turns green, nobody is accused, and what is known is told with its age.
    let weeks = after(TimeDelta::weeks(3));
    let code = code_at(&weeks);
    let (exit, verdict) = inspect(&["check", &code, "--at", &weeks]);
    assert_eq!((exit, codes(&verdict)), (2, vec!["data_too_old"]), "{verdict}");
    assert_eq!(verdict["card"]["holder"], "Ola Nordmann");
    let age = verdict["data"]["age_seconds"].as_i64().unwrap();
    assert!(age >= TimeDelta::weeks(3).num_seconds(), "{age}");
    let said = hmskort(&["inspect", "--store", &tablet, "check", &code, "--at", &weeks]).stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("21 days old") && said.contains("Sync this device"), ": {said}");
    let (exit, found) = inspect(&["find", "ola", "--at", &weeks]);
    assert_eq!((exit, &found["hits"][0]["card"]), (0, &Value::from(card.clone())), "{found}");

    // It meets the service again: what fell meanwhile is known.
    let employment = wallet(folder, "phone", &["status"]).1["employments"][0]["id"].clone();
    served.office(&["block", employment.as_str().unwrap(), "--reason", "company_bankrupt"]);
    let (_, synced) = inspect(&["sync"]);
    assert_eq!(synced["result"], "updated", "{synced}");
    let now = after(TimeDelta::zero());
    assert_eq!(codes(&inspect(&["check", &code_at(&now), "--at", &now]).1), ["company_bankrupt"]);

    // A month: locked, an hour later deleted, and a check still tells what it can.
    let month = TimeDelta::days(30) + TimeDelta::minutes(10);
    let (exit, locked) = inspect(&["find", "ola", "--at", &after(month)]);
    assert_eq!(exit, 3);
    assert!(locked["error"].as_str().unwrap().contains("locked"), "{locked}");
    let later = after(month + TimeDelta::hours(1));
    let (exit, gone) = inspect(&["find", "ola", "--at", &later]);
    assert_eq!(exit, 3);
    assert!(gone["error"].as_str().unwrap().contains("no index"), "{gone}");
    assert!(!folder.join("tablet/index.db").exists());
    let (exit, verdict) = inspect(&["check", &code_at(&later), "--at", &later]);
    assert_eq!((exit, codes(&verdict)), (2, vec!["no_key_set"]), "{verdict}");
    // And a contact brings all back.
    assert_eq!(inspect(&["sync"]).1["result"], "updated");
    assert_eq!(inspect(&["find", "ola"]).1["hits"][0]["card"], Value::from(card));
}
