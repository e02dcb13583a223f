//! The photo goes from the worker's window to the inspector's, by a code that moves and no network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::inspection::scan;
use crate::inspector::inspector;
use crate::office::{Office, hmskort, json};
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

/// A picture with something in it, set as a photo.
pub fn with_photo(office: &Office, folder: &Path) {
    let file = folder.join("photo.jpg");
    let drawn = Command::new("convert")
        .args(["-size", "150x200", "plasma:tan-gray", "-quality", "80"])
        .arg(&file)
        .status();
    assert!(drawn.unwrap().success());
    let file = file.to_str().unwrap();
    office.does(&["photo", &office.card, file, "--override", "for a test"]);
}

/// An office, a tablet that has synced and a phone with a photo.
fn with_phone(folder: &Path) -> Office {
    let office = Office::open(folder);
    with_photo(&office, folder);
    office.tablet(folder);
    office.phone(folder);
    assert_eq!(json("inspect", &folder.join("inspector"), &["sync"]).0, 0);
    office
}

fn phone(screen: &Screen, folder: &Path) -> Window {
    let store = folder.join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    Window::open(screen, &folder.join("phone"), KeyStore::None, &args)
}

fn check(window: &Window, folder: &Path) {
    scan(window, &folder.join("worker"));
    window.wait_for("[data-testid='verdict'][data-verdict='valid']");
}

/// Waits until a window shows the photo, in its own size.
fn shows_the_photo(window: &Window) {
    window.wait_for(&test_id("person-photo"));
    let size = window.run(
        "const photo = document.querySelector('[data-testid=person-photo]');
         photo.decode().then(() => arguments[0]([photo.naturalWidth, photo.naturalHeight]))",
    );
    assert_eq!(size, serde_json::json!([150, 200]));
}

fn issued(folder: &Path) -> Vec<u8> {
    let file = folder.join("issued.jpg");
    let mut command = hmskort();
    command.args(["wallet", "--store"]).arg(folder.join("worker")).arg("photo").arg(&file);
    assert!(command.output().unwrap().status.success());
    fs::read(file).unwrap()
}

#[test]
fn without_network_the_photo_is_read_off_the_phone_and_shown_only_because_its_digest_fits() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, other, folder) = (Screen::start(), Screen::start(), folder.path());
    with_phone(folder).close();
    let (tablet, phone) = (inspector(&screen, folder, None), phone(&other, folder));
    phone.click("show-photo");
    phone.wait_for(&format!("{} svg path", test_id("photo-code")));

    check(&tablet, folder);
    tablet.wait_for("[data-testid='person-photo-none'][data-why='photo_no_contact']");
    // WebDriver doesn't see that the button for the next card, at the lower edge, is above it.
    let toggle = test_id("read-photo-toggle");
    tablet.run(&format!(
        "document.querySelector(`{toggle}`).scrollIntoView({{ block: 'center' }}); arguments[0]()"
    ));
    tablet.click("read-photo-toggle");
    // A card's code is not the photo's.
    let card = folder.join("card.png");
    let args = ["show", "--png", card.to_str().unwrap()];
    assert_eq!(json("wallet", &folder.join("worker"), &args).0, 0);
    tablet.write("photo-file", card.to_str().unwrap());
    tablet.wait_for("[data-testid='photo-not'][data-why='not_a_photo_code']");

    // Pictures of the screen, taken while the code runs: which frames they have is chance.
    let mut seen = String::new();
    let mut pictures: Vec<PathBuf> = Vec::new();
    let here = format!("document.querySelector(`{}`) !== null", test_id("person-photo"));
    while tablet.run(&format!("arguments[0]({here})")) == false {
        // zxing-cpp reads it, which isn't ours.
        let (picture, text) = other.next_code(folder, &seen);
        assert!(text.len() == 1_711 && text.bytes().all(|byte| byte.is_ascii_digit()), "{text}");
        seen = text;
        let kept = folder.join(format!("seen-{}.png", pictures.len()));
        fs::copy(picture, &kept).unwrap();
        tablet.write("photo-file", kept.to_str().unwrap());
        pictures.push(kept);
        let looked = format!("[data-testid='read-photo'][data-looked='{}']", pictures.len() + 1);
        tablet.wait_for(&format!("{looked}, {}", test_id("person-photo")));
        assert!(pictures.len() < 250, "{}", tablet.wait_for(&test_id("read-photo")));
    }
    shows_the_photo(&tablet);

    // The same pictures make the same photo on the command line.
    let (_, code) = json("wallet", &folder.join("worker"), &["show"]);
    let out = folder.join("out.jpg");
    let mut args = vec!["photo", code["text"].as_str().unwrap(), out.to_str().unwrap(), "--frames"];
    args.extend(pictures.iter().map(|picture| picture.to_str().unwrap()));
    assert_eq!(json("inspect", &folder.join("inspector"), &args).0, 0);
    assert_eq!(fs::read(out).unwrap(), issued(folder));
}

#[test]
fn the_code_with_the_photo_stops_when_it_is_told_to_and_the_cards_code_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    with_phone(folder).close();
    let phone = phone(&screen, folder);
    phone.click("show-photo");
    let path = || phone.attribute("[data-testid='photo-code'] path", "d");
    phone.wait_for("[data-testid='photo-code'] path");
    let first = path();
    let moved = "const path = document.querySelector('[data-testid=photo-code] path');
                 new MutationObserver(() => arguments[0](true))
                     .observe(path, { attributes: true });";
    assert_eq!(phone.run(moved), true);
    assert_ne!(path(), first);
    phone.click("photo-code-run");
    let stands = path();
    screen.next_code(folder, "");
    assert_eq!(path(), stands);
    phone.click("show-photo");
    phone.wait_for("[data-testid='qr-code'][data-until]:not([data-until='0'])");
}

#[test]
fn with_network_the_photo_comes_by_itself_and_for_a_look_up_too() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = with_phone(folder);
    let tablet = inspector(&screen, folder, None);
    check(&tablet, folder);
    shows_the_photo(&tablet);
    tablet.click("next");
    tablet.write("find", &office.card);
    tablet.click("hit");
    shows_the_photo(&tablet);
}
