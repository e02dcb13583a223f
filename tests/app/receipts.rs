//! Worker and inspector meet: who it is, and the receipt of the check, read off the tablet's window.

use crate::inspection::scan;
use crate::office::{demo, json};
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

#[test]
fn a_worker_sees_who_the_inspector_is_and_keeps_the_receipt_of_the_check() {
    let (screen, stores) = (Screen::start(), demo());
    let path = |name: &str| stores.path().join(name).to_str().unwrap().to_owned();
    let tablet = {
        let args = ["--role", "inspector", "--store", &path("inspector")];
        Window::open(&screen, &stores.path().join("tablet"), KeyStore::None, &args)
    };
    tablet.wait_for(&test_id("data-age"));
    let (other, args) = (Screen::start(), ["--role", "worker", "--store", &path("worker")]);
    let phone = Window::open(&other, &stores.path().join("phone"), KeyStore::None, &args);
    phone.wait_for(&test_id("more-meet"));
    phone.run("document.querySelector('[data-testid=more-meet]').open = true; arguments[0]()");
    tablet.click("badge");
    let badge = stores.path().join("badge.png");
    tablet.picture_of(&test_id("qr-code"), &badge);
    phone.write("meet-file", badge.to_str().unwrap());
    assert!(phone.wait_for(&test_id("met")).contains("Inga Inspektør, Arbeidstilsynet"));

    tablet.click("badge");
    scan(&tablet, &stores.path().join("worker"));
    tablet.wait_for("[data-testid='verdict'][data-verdict='valid']");
    tablet.click("receipt");
    let receipt = stores.path().join("receipt.png");
    tablet.picture_of(&test_id("qr-code"), &receipt);

    phone.write("meet-file", receipt.to_str().unwrap());
    phone.wait_for("[data-testid='met'][data-receipt='valid']");
    assert!(phone.wait_for(&test_id("receipt")).contains("Inga Inspektør"));
    let (_, receipts) = json("wallet", &stores.path().join("worker"), &["receipts"]);
    assert_eq!(receipts.as_array().unwrap().len(), 1, "{receipts}");
}
