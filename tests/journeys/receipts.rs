//! An inspector who can be known as one, and the receipt that a worker gets of a check.

use serde_json::Value;

use crate::{Demo, hmskort, json, soon};

#[test]
fn a_worker_gets_a_receipt_of_the_check_once_and_without_network() {
    let (demo, at) = (Demo::new(), soon());
    let (wallet, png) = (demo.path("worker"), demo.path("receipt.png"));
    let code = demo.code("worker", &at);
    let inspector = demo.path("inspector");
    let check = ["inspect", "--store", &inspector, "check", &code, "--at", &at, "--receipt", &png];
    assert_eq!(json(&check).0, 0);

    // Twice: the second scan of the same receipt adds nothing.
    for _ in 0..2 {
        let (exit, met) = json(&["wallet", "--store", &wallet, "meet", &png, "--at", &at]);
        assert_eq!(exit, 0, "{met}");
        assert_eq!(met["receipt"]["outcome"], "valid");
        assert_eq!(met["authority"], "Arbeidstilsynet");
    }
    let (_, receipts) = json(&["wallet", "--store", &wallet, "receipts"]);
    assert_eq!(receipts.as_array().unwrap().len(), 1, "{receipts}");
    assert_eq!(receipts[0]["inspector"], "Inga Inspektør");

    let other = demo.path("blocked-worker");
    let (exit, error) = json(&["wallet", "--store", &other, "meet", &png, "--at", &at]);
    assert_eq!(exit, 3, "the receipt is not of the other worker's card: {error}");
    let (_, receipts) = json(&["wallet", "--store", &other, "receipts"]);
    assert_eq!(receipts, Value::Array(vec![]));
}

#[test]
fn a_badge_is_known_while_it_is_fresh_and_a_picture_of_it_is_not() {
    let (demo, at) = (Demo::new(), soon());
    let show = ["inspect", "--store", &demo.path("inspector"), "badge", "--text", "--at", &at];
    let badge = String::from_utf8(hmskort(&show).stdout).unwrap();
    let wallet = demo.path("worker");
    let meet = |at: &str| json(&["wallet", "--store", &wallet, "meet", badge.trim(), "--at", at]);
    let (exit, met) = meet(&at);
    assert_eq!((exit, &met["inspector"]), (0, &Value::from("Inga Inspektør")), "{met}");
    assert_eq!(met["receipt"], Value::Null);
    let later = (chrono::Utc::now() + chrono::TimeDelta::minutes(10)).to_rfc3339();
    let (exit, error) = meet(&later);
    assert_eq!(exit, 3, "{error}");
}
