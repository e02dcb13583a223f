//! What a worker is told in the window: what inspectors decided, what became of a photo.

use std::path::Path;

use photo::drawn::Drawn;

use crate::accessible::assert_accessible;
use crate::icons::assert_drawn;
use crate::office::{Office, json};
use crate::screen::Screen;
use crate::screens::look;
use crate::window::{KeyStore, Window, test_id};

fn phone(screen: &Screen, folder: &Path) -> Window {
    let store = folder.join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    Window::open(screen, &folder.join("phone"), KeyStore::None, &args)
}

/// Opens the page anew, which asks the service by itself; what it says of `what` afterwards. The
/// button would ask a second time, and be told that nothing is new.
fn told(phone: &Window, what: &str) -> String {
    phone.reload();
    phone.wait_for("[data-testid='refresh-result'][data-result='updated']");
    phone.wait_for(what)
}

fn look_through(phone: &Window, name: &str) {
    look(phone, &format!("worker-{name}"));
    phone.resize(400, 1_000);
    assert_accessible(phone, name);
    assert_drawn(phone, name);
}

#[test]
fn a_worker_reads_what_was_decided_on_which_ground_and_until_when_to_complain() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let decides = |tablet: &Path, act: &[&str]| {
        assert_eq!(json("inspect", tablet, &["sync"]).0, 0);
        let (exit, said) = json("inspect", tablet, act);
        assert_eq!(exit, 0, "{said}");
        assert_eq!(json("inspect", tablet, &["sync"]).0, 0);
    };
    office.phone(folder);
    let (labour, tax) = (office.tablet(folder), office.tax_tablet(folder));
    let phone = phone(&screen, folder);
    phone.wait_for(&test_id("qr-code"));

    let remove = ["remove", &office.card, "--company", "974760673", "--reason", "no_contract"];
    decides(&labour, &[remove.as_slice(), &["--note", "Ingen avtale ble vist fram."]].concat());
    let act = told(&phone, &test_id("notice-remove_employment"));
    for words in ["Arbeidstilsynet", "skriftlig arbeidsavtale", "Ingen avtale ble vist fram."] {
        assert!(act.contains(words), "{words}: {act}");
    }
    let until = chrono::Utc::now() + chrono::Days::new(21);
    assert!(phone.wait_for(&test_id("complain-until")).contains(&until.format("%Y").to_string()));
    look_through(&phone, "removed");

    let acts = office.does(&["acts"]);
    office.does(&["undo-act", acts[0]["id"].as_str().unwrap(), "--reason", "avtalen er funnet"]);
    let undone = "[data-testid='notice-remove_employment'][data-color='info']";
    assert!(told(&phone, undone).contains("omgjort"));
    phone.wait_for("[data-testid='card-status'][data-status='valid']");

    decides(&tax, &["seize", &office.card, "--reason", "used_by_another"]);
    assert!(told(&phone, &test_id("notice-seize_card")).contains("Skatteetaten"));
    phone.wait_for("[data-testid='card-status'][data-status='invalid']");
    look_through(&phone, "seized");
}

#[test]
fn a_worker_is_told_that_the_photo_was_rejected_and_sees_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.phone(folder);
    let hand_in = |face: Drawn| {
        let file = folder.join("face.png");
        std::fs::write(&file, face.png().unwrap()).unwrap();
        office.does(&["photo", &office.card, file.to_str().unwrap()]);
    };
    let phone = phone(&screen, folder);
    phone.wait_for(&test_id("qr-code"));
    hand_in(Drawn { awake: false, ..Drawn::default() });
    told(&phone, &test_id("photo-waiting"));
    look_through(&phone, "photo-waits");
    let photo = office.does(&["photos", "queue"])[0]["photo"].to_string();
    office.does(&["photos", "reject", &photo, "eyes_hidden"]);
    let rejected = "[data-testid='photo-rejected'][data-reason='eyes_hidden']";
    let said = told(&phone, rejected);
    assert!(said.contains("Øynene"), "{said}");
    look_through(&phone, "photo-rejected");
    hand_in(Drawn::default());
    told(&phone, "body:not(:has([data-testid='photo-rejected'])) [data-testid='photo']");
}
