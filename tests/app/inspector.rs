//! The inspector's window, with the network cut, gets pictures of the worker's window.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};

use crate::inspection::scan_shown;
use crate::office::{Office, card, demo, json};
use crate::screen::Screen;
use crate::window::{self, KeyStore, Window, test_id};

/// The inspector's window; its clock as it is, or started elsewhere.
pub fn inspector(screen: &Screen, stores: &Path, at: Option<DateTime<Utc>>) -> Window {
    let store = stores.join("inspector");
    let mut args = vec!["--role", "inspector", "--store", store.to_str().unwrap()];
    let at = at.map(|at| at.to_rfc3339());
    args.extend(at.iter().flat_map(|at| ["--at", at]));
    let window = Window::open(screen, &stores.join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    window
}

/// A photograph of the screen on which a worker shows a code.
fn photograph(stores: &Path, worker: &str) -> PathBuf {
    let (screen, store) = (Screen::start(), stores.join(worker));
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let _app = window::open(&screen, &stores.join("phone"), &args);
    screen.next_code(stores, "").0
}

/// Gives the window a picture, and says what its verdict is.
fn verdict(window: &Window, picture: &Path) -> String {
    window.write("scan-file", picture.to_str().unwrap());
    window.wait_for(&test_id("verdict"));
    window.attribute(&test_id("verdict"), "data-verdict").unwrap()
}

#[test]
fn a_picture_of_a_card_in_order_is_valid_and_the_next_card_is_blocked() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspector(&screen, stores.path(), None);
    assert_eq!(verdict(&window, &photograph(stores.path(), "worker")), "valid");
    let held = card(stores.path(), "worker");
    assert_eq!(window.wait_for(&test_id("verdict-holder")), held["holder"].as_str().unwrap());

    window.click("next");
    window.wait_for(&test_id("sync"));
    assert_eq!(verdict(&window, &photograph(stores.path(), "blocked-worker")), "invalid");
    window.wait_for(&test_id("finding-worker_not_employed"));
}

#[test]
fn a_card_that_was_valid_is_invalid_after_a_sync_and_stays_so_when_the_network_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.tablet(folder);
    office.phone(folder);

    let window = inspector(&screen, folder, None);
    window.sync("updated");
    assert_eq!(verdict(&window, &photograph(folder, "worker")), "valid");
    window.click("next");
    office.does(&["block", &office.employment, "--reason", "company_not_approved"]);
    window.sync("updated");
    office.close();
    assert_eq!(verdict(&window, &photograph(folder, "worker")), "invalid");
    window.wait_for(&test_id("finding-company_not_approved"));
    window.click("next");
    window.sync("cached");
    assert_eq!(verdict(&window, &photograph(folder, "worker")), "invalid");
}

#[test]
fn the_digits_of_the_workers_window_are_checked_online_once() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.tablet(folder);
    let worker = office.phone(folder);

    let args = ["--role", "worker", "--store", worker.to_str().unwrap()];
    let phone = Window::open(&screen, &folder.join("phone"), KeyStore::None, &args);
    let digits = phone.wait_for("[data-testid='typed-code']:not([data-empty])");
    let number = phone.wait_for(&test_id("card-number"));

    let window = inspector(&screen, folder, None);
    let check = |verdict: &str| {
        window.write("typed-card", &number);
        window.write("typed-digits", &digits);
        window.click("typed-submit");
        window.wait_for(&format!("[data-testid='verdict'][data-verdict='{verdict}']"));
    };
    check("valid");
    assert_eq!(window.wait_for(&test_id("verdict-holder")), "Ola Nordmann");
    window.click("next");
    check("unconfirmed");
    window.wait_for(&test_id("finding-typed_code_wrong"));
    window.click("next");
    office.close();
    window.write("typed-card", &number);
    window.write("typed-digits", &digits);
    window.click("typed-submit");
    window.wait_for("[data-testid='error'][data-code='service_unreachable']");
}

#[test]
fn an_old_picture_is_unconfirmed_and_four_digits_are_offered() {
    let (screen, stores) = (Screen::start(), demo());
    let picture = photograph(stores.path(), "worker");
    let window = inspector(&screen, stores.path(), Some(Utc::now() + TimeDelta::minutes(5)));
    assert_eq!(verdict(&window, &picture), "unconfirmed");
    window.wait_for(&test_id("finding-code_too_old"));
    window.click("new-challenge");
    assert_eq!(window.wait_for(&test_id("challenge-digits")).replace(' ', "").len(), 4);
}

#[test]
fn a_code_from_the_future_is_unconfirmed_and_four_digits_beneath_it_settle_it() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspector(&screen, stores.path(), None);
    let scan = |more: &[&str]| {
        let ahead = (Utc::now() + TimeDelta::minutes(5)).to_rfc3339();
        scan_shown(&window, &stores.path().join("worker"), &[&["--at", &ahead], more].concat());
    };
    scan(&[]);
    window.wait_for("[data-testid='verdict'][data-verdict='unconfirmed']");
    assert!(window.wait_for(&test_id("finding-code_from_future")).contains("minutt"));
    window.click("new-challenge");
    let digits = window.wait_for(&test_id("challenge-digits")).replace(' ', "");
    window.click("next");
    scan(&["--challenge", &digits]);
    window.wait_for("[data-testid='verdict'][data-verdict='valid']");
    assert!(window.wait_for(&test_id("clocks")).contains("minutt"));
}

#[test]
fn four_digits_settle_a_wrong_clock_and_by_how_much_it_is_wrong_is_told() {
    let (screen, stores) = (Screen::start(), demo());
    let worker = stores.path().join("worker");
    let off = Utc::now() + TimeDelta::minutes(5);
    let window = inspector(&screen, stores.path(), Some(off));
    let scan = |asked: &[&str]| scan_shown(&window, &worker, asked);
    scan(&[]);
    assert!(window.wait_for(&test_id("finding-code_too_old")).contains("minutt"));
    let ask = || {
        window.click("new-challenge");
        window.wait_for(&test_id("challenge-digits")).replace(' ', "")
    };
    let answer = |digits: &str, more: &[&str]| {
        scan(&[&["--challenge", digits], more].concat());
        window.wait_for("[data-testid='verdict'][data-verdict='valid']");
    };
    // Neither clock stands before the signed time: it may be either.
    let digits = ask();
    window.click("next");
    answer(&digits, &[]);
    assert!(window.wait_for("[data-testid='clocks'][data-wrong='either']").contains("minutt"));
    window.click("next");
    window.wait_for(&test_id("sync"));
    let before = (Utc::now() - TimeDelta::hours(3)).to_rfc3339();
    answer(&ask(), &["--at", &before]);
    assert!(window.wait_for("[data-testid='clocks'][data-wrong='phone']").contains("3 timer"));
}

#[test]
fn a_wrong_clock_is_told_and_is_not_the_workers_fault() {
    let (screen, stores) = (Screen::start(), demo());
    let picture = photograph(stores.path(), "worker");
    let window = inspector(&screen, stores.path(), Some(Utc::now() - TimeDelta::days(1)));
    assert_eq!(verdict(&window, &picture), "unconfirmed");
    window.wait_for(&test_id("finding-clock_behind"));
}

#[test]
fn what_is_no_code_is_told_and_the_next_card_can_be_checked() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspector(&screen, stores.path(), None);
    window.write("scan-file", screen.picture(stores.path()).to_str().unwrap());
    window.wait_for("[data-testid='error'][data-code='no_code_found']");
    window.write("scan-text", "HC1:6BFOXN%TSMAHN-H");
    window.click("scan-text-submit");
    window.wait_for(&test_id("finding-not_a_card_code"));
    window.click("next");
    assert_eq!(verdict(&window, &photograph(stores.path(), "worker")), "valid");
}

#[test]
fn of_two_cards_in_one_picture_neither_is_judged() {
    let (screen, stores) = (Screen::start(), demo());
    let codes = ["worker", "blocked-worker"].map(|store| {
        let file = stores.path().join(format!("{store}.png"));
        let args = ["show", "--png", file.to_str().unwrap()];
        assert_eq!(json("wallet", &stores.path().join(store), &args).0, 0);
        file
    });
    let both = stores.path().join("both.png");
    assert!(
        Command::new("convert").arg("+append").args(&codes).arg(&both).status().unwrap().success()
    );
    let window = inspector(&screen, stores.path(), None);
    window.write("scan-file", both.to_str().unwrap());
    window.wait_for("[data-testid='error'][data-code='several_codes']");
    assert_eq!(verdict(&window, &codes[0]), "valid");
}
