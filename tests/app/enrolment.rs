//! A new device: its role, its enrolment, and the operating system's key store.

use crate::office::Office;
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

#[test]
fn a_phone_is_enrolled_in_the_window_and_its_card_outlives_a_kill_and_a_lost_key_store() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let phone = folder.join("phone");
    let open = |key_store| Window::open(&screen, &phone, key_store, &["--role", "worker"]);

    // Without a key store the code isn't used up, nothing is stored in clear, and the screen says why.
    let link = office.link(&["activate", &office.card, "--document", "passport"]);
    let window = open(KeyStore::None);
    window.write("activation-input", &link);
    window.click("activation-submit");
    window.wait_for("[data-testid='error'][data-code='no_key_store']");
    drop(window);

    let window = open(KeyStore::Unlocked);
    window.write("activation-input", &link);
    window.click("activation-submit");
    window.wait_for(&test_id("qr-code"));
    assert_eq!(window.wait_for(&test_id("holder-name")), "Ola Nordmann");
    drop(window);

    office.close();
    let window = open(KeyStore::None);
    window.wait_for("[data-testid='error'][data-code='no_key_store']");
    drop(window);

    let window = open(KeyStore::Unlocked);
    window.wait_for(&test_id("qr-code"));
    drop(window);

    // A key store that has lost the key is not a reason to wipe the card.
    let keyrings = phone.join("keyrings");
    let aside = phone.join("aside");
    std::fs::rename(&keyrings, &aside).unwrap();
    let window = open(KeyStore::Unlocked);
    window.wait_for("[data-testid='error'][data-code='store_key_missing']");
    drop(window);
    let _ = std::fs::remove_dir_all(&keyrings);
    std::fs::rename(&aside, &keyrings).unwrap();
    open(KeyStore::Unlocked).wait_for(&test_id("qr-code"));
}

#[test]
fn the_first_start_asks_for_the_role_the_next_one_knows_it_and_a_wrong_choice_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, home) = (Screen::start(), folder.path());
    let window = Window::open(&screen, home, KeyStore::None, &[]);
    window.click_away("role-inspector");
    let window = Window::open(&screen, home, KeyStore::None, &[]);
    window.wait_for(&test_id("enrolment-input"));
    window.click_away("other-role");
    let window = Window::open(&screen, home, KeyStore::None, &[]);
    window.click_away("role-worker");
    let window = Window::open(&screen, home, KeyStore::None, &[]);
    window.wait_for(&test_id("activation-input"));
}

#[test]
fn a_wrong_code_is_told_apart_from_no_network() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let link = office.link(&["activate", &office.card, "--document", "passport"]);
    office.close();
    let window =
        Window::open(&screen, &folder.join("phone"), KeyStore::Unlocked, &["--role", "worker"]);
    window.write("activation-input", "hello");
    window.click("activation-submit");
    window.wait_for("[data-testid='error'][data-code='activation_malformed']");
    window.write("activation-input", "\u{e009}a\u{e000}");
    window.write("activation-input", &link);
    window.click("activation-submit");
    window.wait_for("[data-testid='error'][data-code='service_unreachable']");
}
