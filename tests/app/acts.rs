//! Acts in the windows: decided beneath a verdict, undone, sent, conflicting, and told the worker.

use std::path::Path;

use crate::inspection::scan;
use crate::office::{Office, json};
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

fn inspector(screen: &Screen, folder: &Path, store: &Path) -> Window {
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open(screen, &folder.join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    window
}

fn act(state: &str) -> String {
    format!("[data-testid='act'][data-state='{state}']")
}

#[test]
fn an_employment_is_removed_beneath_the_verdict_undone_decided_again_and_sent() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let (tablet, worker) = (office.tablet(folder), office.phone(folder));
    let window = inspector(&screen, folder, &tablet);
    window.sync("updated");
    scan(&window, &worker);
    window.wait_for("[data-testid='verdict'][data-verdict='valid']");

    // Arbeidstilsynet removes; it is not offered to seize. A ground is needed.
    assert_eq!(window.attribute("body:not(:has([data-testid='act-seize_card']))", "x"), None);
    window.click("act-remove_employment");
    window.click("act-submit");
    window.wait_for(&test_id("act-fault"));
    window.click("ground-other");
    window.click("act-submit");
    window.wait_for(&test_id("act-fault"));
    window.write("act-note", "Kontrakten gjelder en annen");
    window.click("act-submit");
    window.wait_for(&test_id("act-kept"));
    window.click("act-undo");
    window.wait_for("[data-testid='verdict']:not(:has([data-testid='act']))");
    window.click("act-remove_employment");
    window.click("ground-no_contract");
    window.click("act-submit");
    window.wait_for(&act("queued"));
    window.click("next");

    // Another inspector is quicker.
    let other = ["remove", &office.card, "--company", "974760673", "--reason", "not_employed"];
    office.does(&other);
    window.click("acts-send");
    window.keep(&act("already"), "act-already.png");

    let args = ["--role", "worker", "--store", worker.to_str().unwrap()];
    assert_eq!(json("wallet", &worker, &["status", "--refresh"]).0, 0);
    let phone = Window::open(&screen, &folder.join("phone"), KeyStore::None, &args);
    phone.wait_for(&test_id("notice-remove_employment"));
    phone.wait_for(&test_id("complain-until"));
}

#[test]
fn without_network_acts_wait_and_the_window_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let tablet = office.tablet(folder);
    let card = office.card.clone();
    office.close();
    let remove = ["remove", &card, "--company", "974760673", "--reason", "no_contract"];
    assert_eq!(json("inspect", &tablet, &remove).0, 0);
    let window = inspector(&screen, folder, &tablet);
    window.wait_for(&act("queued"));
    window.click("acts-send");
    window.wait_for(&test_id("acts-no-contact"));
    window.click("act-undo");
    window.wait_for("body:not(:has([data-testid='acts']))");
}
