//! Small pictures of everybody on the tablet: switched on, shown without network, switched off.

use std::path::Path;

use crate::accessible::assert_accessible;
use crate::inspection::scan;
use crate::inspector::inspector;
use crate::office::Office;
use crate::photo::with_photo;
use crate::screen::Screen;
use crate::window::{Window, test_id};

/// An office that has published a pack, and the window of a tablet that hasn't switched it on.
fn with_pack(screen: &Screen, folder: &Path) -> (Office, Window) {
    let office = Office::open(folder);
    with_photo(&office, folder);
    office.does(&["publish"]);
    office.tablet(folder);
    let window = inspector(screen, folder, None);
    (office, window)
}

#[test]
fn a_small_picture_is_shown_without_network_as_what_it_is_and_is_gone_when_it_is_switched_off() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let (office, window) = with_pack(&screen, folder);
    office.phone(folder);
    window.wait_for("[data-testid='pack'][aria-checked='false'][data-pictures='0']");
    window.click("pack");
    window.wait_for("[data-testid='pack'][aria-checked='true'][data-whole='false']");
    window.click("sync");
    window.wait_for("[data-testid='pack'][data-whole='true'][data-pictures='1']");
    assert_accessible(&window, "the inspector's window with the pack on");
    window.keep(&test_id("pack"), "pack.png");

    let card = office.card.clone();
    office.close();
    window.write("find", &card);
    window.click("hit");
    window.wait_for(&test_id("small-picture"));
    window.wait_for("[data-testid='person-photo-none'][data-why='photo_no_contact']");
    let size = window.run(
        "const small = document.querySelector('[data-testid=small-picture]');
         small.decode().then(() => arguments[0]([small.naturalWidth, small.naturalHeight]))",
    );
    assert_eq!(size, serde_json::json!([90, 120]));
    assert_accessible(&window, "a person with a small picture");
    window.keep(&test_id("small-picture"), "small-picture.png");
    window.click("find-back");

    // In a verdict too.
    scan(&window, &folder.join("worker"));
    window.wait_for("[data-testid='verdict'][data-verdict='valid']");
    window.wait_for(&test_id("small-picture"));
    window.click("next");

    window.click("pack");
    window.wait_for("[data-testid='pack'][aria-checked='false'][data-pictures='0']");
    assert!(!folder.join("inspector/pack.db").exists());
}

#[test]
fn a_pack_that_the_office_withholds_is_deleted_and_the_window_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let (office, window) = with_pack(&screen, folder);
    window.wait_for("[data-testid='pack'][aria-checked='false'][data-withheld='false']");
    window.click("pack");
    window.click("sync");
    window.wait_for("[data-testid='pack'][data-whole='true'][data-pictures='1']");
    office.does(&["pack", "withheld"]);
    window.click("sync");
    window.wait_for("[data-testid='pack'][data-withheld='true'][data-pictures='0']");
    assert_accessible(&window, "the inspector's window when the pack is withheld");
    window.keep(&test_id("pack"), "pack-withheld.png");
}
