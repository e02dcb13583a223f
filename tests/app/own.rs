//! What the worker's window does for the worker: the lock, the own check, paper, places, removal.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::office::{Office, card, demo, json};
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

fn phone(screen: &Screen, folder: &Path, store: &Path) -> Window {
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    Window::open(screen, &folder.join("phone"), KeyStore::None, &args)
}

/// Opens one of the folded parts at the end of the card.
fn unfold(window: &Window, part: &str) {
    window.wait_for(&test_id(part));
    window.run(&format!("document.querySelector(`{}`).open = true; arguments[0]()", test_id(part)));
}

/// Lets the page believe that it is out of sight, or back.
fn sight(window: &Window, state: &str) {
    window.run(&format!(
        "Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }});
         document.dispatchEvent(new Event('visibilitychange'));
         setTimeout(arguments[0], 300)"
    ));
}

#[test]
fn a_pin_locks_the_card_and_wrong_tries_are_counted_through_a_restart() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("worker");
    let window = phone(&screen, stores.path(), &store);
    unfold(&window, "more-pin");
    window.write("pin-fresh", "4711");
    window.write("pin-repeat", "4712");
    window.click("pin-save");
    window.wait_for("#pin-problem .ds-validation-message");
    for field in ["pin-fresh", "pin-repeat"] {
        window.clear(field);
        window.write(field, "4711");
    }
    window.click("pin-save");
    window.wait_for("[data-testid='pin-done'][data-done='saved']");
    drop(window);

    let window = phone(&screen, stores.path(), &store);
    window.write("pin", "4712");
    window.click("unlock");
    let fault = window.wait_for("[data-testid='pin-fault'][data-code='pin_wrong']");
    assert!(fault.contains('9'), "{fault}");
    assert_eq!(
        window.run("arguments[0](document.querySelectorAll('[data-testid=qr-code]').length)"),
        0
    );
    drop(window);

    let window = phone(&screen, stores.path(), &store);
    window.write("pin", "4713\u{e007}");
    let fault = window.wait_for("[data-testid='pin-fault'][data-code='pin_wrong']");
    assert!(fault.contains('8'), "{fault}");
    window.write("pin", "4711\u{e007}");
    window.wait_for(&test_id("qr-code"));
    // Back within a minute: no PIN, and a code again.
    sight(&window, "hidden");
    sight(&window, "visible");
    window.wait_for("[data-testid='typed-code']:not([data-empty])");
    assert_eq!(json("wallet", &store, &["status"]).0, 3);
    assert_eq!(json("wallet", &store, &["--pin", "4711", "status"]).0, 0);
}

#[test]
fn out_of_sight_no_code_is_left_on_the_screen() {
    let (screen, stores) = (Screen::start(), demo());
    let window = phone(&screen, stores.path(), &stores.path().join("worker"));
    window.wait_for("[data-testid='typed-code']:not([data-empty])");
    let drawn = "arguments[0](document.querySelectorAll('[data-testid=qr-code] path').length)";
    assert_eq!(window.run(drawn), 1);
    sight(&window, "hidden");
    assert_eq!(window.run(drawn), 0);
    window.wait_for("[data-testid='typed-code'][data-empty]");
    sight(&window, "visible");
    window.wait_for("[data-testid='typed-code']:not([data-empty])");
}

#[test]
fn a_worker_sees_whether_the_card_would_pass_and_what_has_happened() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let store = office.phone(folder);
    let window = phone(&screen, folder, &store);
    window.click("own-check");
    window.wait_for("[data-testid='own-verdict'][data-verdict='valid']");
    office.does(&["block", &office.employment, "--reason", "company_not_approved"]);
    window.click("refresh");
    window.wait_for("[data-testid='refresh-result'][data-result='updated']");
    window.click("own-check");
    window.wait_for("[data-testid='own-verdict'][data-verdict='invalid']");
    window.wait_for(&test_id("own-company_not_approved"));
    unfold(&window, "more-history");
    window.wait_for(&test_id("change-company_not_approved"));
    assert_eq!(json("wallet", &store, &["check"]).0, 1);
}

#[test]
fn a_sheet_of_paper_is_read_and_is_unconfirmed() {
    let (screen, stores) = (Screen::start(), demo());
    let window = phone(&screen, stores.path(), &stores.path().join("worker"));
    unfold(&window, "more-paper");
    window.click("paper");
    window.wait_for("[data-testid='paper-file'][data-file]");
    let file = window.attribute(&test_id("paper-file"), "data-file").unwrap();
    let page = stores.path().join("page");
    let mut pdftoppm = Command::new("pdftoppm");
    let drawn = pdftoppm.args(["-png", "-singlefile", "-r", "150", &file]).arg(&page).status();
    assert!(drawn.unwrap().success());
    let picture: PathBuf = page.with_extension("png");
    let text = Command::new("pdftotext").args([&file, "-"]).output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    let holder = card(stores.path(), "worker")["holder"].as_str().unwrap().to_owned();
    assert!(text.contains(&holder) && text.contains("Ikke bekreftet"), "{text}");
    let inspector = stores.path().join("inspector");
    let (exit, said) = json("inspect", &inspector, &["check", picture.to_str().unwrap()]);
    assert_eq!((exit, said["reasons"][0]["code"].as_str()), (2, Some("paper_code")), "{said}");
}

#[test]
fn who_one_works_for_is_remembered_and_chosen_by_place() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.does(&["company", "889640782", "Bygg i Nord AS"]);
    let job = ["--company", "889640782", "--industry", "construction"];
    let second = office.does(&[["employment", &office.card].as_slice(), &job].concat());
    let second = second["employment"].as_str().unwrap().to_owned();
    let store = office.phone(folder);
    let window = phone(&screen, folder, &store);
    window.click(&format!("employment-{second}"));
    window.run(
        "Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition:
            (ok) => ok({ coords: { latitude: 59.9139, longitude: 10.7522 } }) } });
         arguments[0]()",
    );
    window.click("remember-place");
    window.wait_for("[data-testid='place-done'][data-done='remembered']");
    drop(window);
    // Chosen last is shown first.
    let window = phone(&screen, folder, &store);
    assert_eq!(window.wait_for(&test_id("company")), "Bygg i Nord AS");
    window.click("forget-places");
    window.wait_for("[data-testid='place-done'][data-done='forgotten']");
}

#[test]
fn a_removed_card_is_gone_and_a_new_activation_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let store = office.phone(folder);
    let window = phone(&screen, folder, &store);
    unfold(&window, "more-remove");
    window.click("remove");
    window.click("remove-yes");
    window.write(
        "activation-input",
        &office.link(&["activate", &office.card, "--document", "passport"]),
    );
    window.click("activation-submit");
    assert_eq!(window.wait_for(&test_id("holder-name")), "Ola Nordmann");
}
