//! Look-up without a code in the inspector's window, and a verdict in full.

use std::path::Path;

use fantoccini::key::Key;
use test_support::person;

use crate::accessible::assert_accessible;
use crate::inspection::{begin, choose, scan_shown};
use crate::inspector::inspector;
use crate::office::{Office, card, demo, json, misspelt};
use crate::screen::Screen;
use crate::screens::look;
use crate::window::{Window, test_id};

#[test]
fn somebody_without_a_code_is_found_by_a_misspelt_name_and_shown_whole() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspector(&screen, stores.path(), None);
    assert_eq!(window.attribute(&test_id("index-age"), "data-cards").as_deref(), Some("2"));
    let ended = card(stores.path(), "blocked-worker");
    let employer = &ended["employments"][0];
    let company = employer["company"].as_str().unwrap();
    window.write("find", &misspelt(ended["holder"].as_str().unwrap()));
    window.wait_for("[data-testid='hit'][data-kind='person']");
    window.click("hit");
    assert_eq!(window.wait_for(&test_id("person-number")).replace(' ', "").len(), 11);
    let job = "[data-testid='employment'][data-status='invalid'][data-presented='false']";
    assert!(window.wait_for(job).contains(company));
    window.wait_for(&test_id("finding-worker_not_employed"));
    window.click("find-back");
    window.wait_for(&test_id("hit"));

    // All of a company, and it is the one that should be here.
    window.clear("find");
    window.write("find", employer["organisation_number"].as_str().unwrap());
    window.wait_for("[data-testid='hit'][data-kind='company']");
    window.click("hit");
    window.wait_for(&test_id("expect"));
    window.click("expect");
    assert!(window.wait_for(&test_id("expected-employer")).contains(company));
    window.press(Key::Tab);
    window.wait_for("[data-testid='hit'][data-kind='person']");
}

/// Has the card's holder work for a builder too.
fn also_builds(office: &Office) {
    office.does(&["company", "889640782", "Byggmester Ås AS"]);
    let job = ["--company", "889640782", "--industry", "construction"];
    office.does(&[["employment", &office.card].as_slice(), &job].concat());
}

/// What the phone shows for the employment in an industry.
fn scan_as(window: &Window, phone: &Path, industry: &str) {
    let (_, status) = json("wallet", phone, &["status"]);
    let held = status["employments"].as_array().unwrap();
    let job = held.iter().find(|job| job["industry"] == industry).unwrap();
    scan_shown(window, phone, &["--employment", job["id"].as_str().unwrap()]);
}

#[test]
fn a_verdict_shows_every_employment_with_the_presented_one_marked() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    also_builds(&office);
    office.tablet(folder);
    let phone = office.phone(folder);
    office.does(&["block", &office.employment, "--reason", "company_not_approved"]);
    let window = inspector(&screen, folder, None);
    window.click("sync");
    window.wait_for("[data-testid='index-age'][data-cards='1']");
    office.close();
    window.write("find", "byggmester");
    window.wait_for("[data-testid='hit'][data-kind='company']");
    window.click("hit");
    window.wait_for(&test_id("expect"));
    window.click("expect");
    window.click("site-construction");

    scan_as(&window, &phone, "cleaning");
    window.wait_for("[data-testid='verdict'][data-verdict='invalid']");
    let presented = "[data-testid='employment'][data-presented='true'][data-status='invalid']";
    window.wait_for(presented);
    window.wait_for(&format!("{presented} [data-testid='here'][data-fits='false']"));
    let other = "[data-testid='employment'][data-presented='false'][data-status='valid']";
    assert!(window.wait_for(other).contains("Byggmester Ås AS"));
    window.wait_for(&format!("{other} [data-testid='here'][data-fits='true']"));
}

#[test]
fn a_card_from_another_employer_than_expected_suggests_that_finding_and_sets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    also_builds(&office);
    office.tablet(folder);
    let phone = office.phone(folder);
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    begin(&window);
    window.write("find", "byggmester");
    window.wait_for("[data-testid='hit'][data-kind='company']");
    choose(&window, "hit");
    choose(&window, "expect");
    let check = |industry: &str| {
        scan_as(&window, &phone, industry);
        window.wait_for("[data-testid='verdict'][data-verdict='valid']");
        window.wait_for("[data-testid='employment'][data-presented='true']");
    };
    check("cleaning");
    let suggested = test_id("suggested-wrong_employer");
    window.wait_for(&suggested);
    window.wait_for("[data-testid='kind-wrong_employer'][aria-pressed='false']");
    assert_accessible(&window, "a suggested finding");
    look(&window, "suggested");
    choose(&window, "put-wrong_employer");
    window.wait_for("[data-testid='kind-wrong_employer'][aria-pressed='true']");
    window.wait_for(&format!("body:not(:has({suggested}))"));
    window.click("next");
    check("construction");
    window.wait_for("[data-testid='here'][data-fits='true']");
    window.wait_for(&format!("body:not(:has({suggested}))"));
}

#[test]
fn who_is_expected_is_known_after_a_restart_and_counts_for_somebody_who_is_looked_up() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.does(&["company", "889640782", "Byggmester Ås AS"]);
    let builder = person(2);
    let numbers = [builder.national_id.expose().to_owned(), builder.birth_date.to_string()];
    let numbers = ["--national-id", &numbers[0], "--birth-date", &numbers[1]];
    let worker = office.does(&[&["worker", builder.name.as_str()], &numbers[..]].concat());
    let job = ["--company", "889640782", "--industry", "construction"];
    office.does(&[&["employment", worker["card_number"].as_str().unwrap()], &job[..]].concat());
    office.does(&["publish"]);
    office.tablet(folder);
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    window.write("find", "byggmester");
    window.wait_for("[data-testid='hit'][data-kind='company']");
    choose(&window, "hit");
    choose(&window, "expect");
    window.wait_for(&test_id("expected-employer"));
    // Said before the inspection began, it goes into it.
    begin(&window);
    window.wait_for(&test_id("expected-employer"));
    drop(window);

    let window = inspector(&screen, folder, None);
    assert!(window.wait_for(&test_id("expected-employer")).contains("Byggmester Ås AS"));
    let meet = |name: &str| {
        window.clear("find");
        window.write("find", name);
        window.wait_for("[data-testid='hit'][data-kind='person']");
        choose(&window, "hit");
        window.wait_for(&test_id("person"));
        choose(&window, "meet-known");
        window.wait_for(&test_id("entry-screen"));
    };
    meet("ola nordmann");
    let suggested = test_id("suggested-wrong_employer");
    window.wait_for(&suggested);
    assert_accessible(&window, "a suggested finding for somebody who was looked up");
    choose(&window, "put-wrong_employer");
    window.wait_for("[data-testid='kind-wrong_employer'][aria-pressed='true']");
    window.wait_for(&format!("body:not(:has({suggested}))"));
    window.click("next");
    choose(&window, "find-back");
    meet(builder.name.as_str());
    window.wait_for(&format!("body:not(:has({suggested}))"));
}

#[test]
fn a_revoked_tablet_says_so_and_asks_for_a_new_link() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.tablet(folder);
    office.does(&["publish"]);
    let window = inspector(&screen, folder, None);
    window.click("sync");
    window.wait_for("[data-testid='index-age'][data-cards='1']");
    office.does(&["revoke", "Inga Inspektør"]);
    window.click("sync");
    window.wait_for(&test_id("revoked"));
    assert!(!folder.join("inspector/index.db").exists());
}
