//! What happens to a card, as the employer reads it: an inspector's act, a photo that was rejected, an
//! end that comes near.

use fantoccini::key::Key;
use photo::drawn::Drawn;
use serde_json::json;
use test_support::person;

use super::{ACTS, Employer, card, delegate, does, face, look_through};
use crate::accessible::assert_accessible;
use crate::icons::assert_drawn;
use crate::screens::look;
use crate::window::{Window, test_id};

/// Looks at what is told, and at its icon.
fn look_at_news(browser: &Window, name: &str) {
    look_through(browser, name);
    assert_drawn(browser, name);
}

#[track_caller]
fn assert_says(told: &str, words: &[&str]) {
    for word in words {
        assert!(told.contains(word), "{word}: {told}");
    }
}

#[test]
fn acts_of_inspectors_are_told_with_ground_deadline_and_the_way_back() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    let link = ["activate", &employer.card, "--document", "passport"];
    employer.enrol("wallet", &link, folder.join("ola"));
    let browser = employer.browser(&folder.join("browser"), ACTS);
    browser.wait_for(&card("Ola Nordmann", "valid"));
    let tablet = |name: &str, authority: &str| {
        let link = ["inspector", name, "--authority", authority];
        let tablet = employer.enrol("inspect", &link, folder.join(authority));
        assert_eq!(does("inspect", &tablet, &["sync"]).0, 0);
        tablet
    };
    let labour = tablet("Inga Inspektør", "Arbeidstilsynet");
    let remove = ["remove", &employer.card, "--company", "974760673", "--reason", "no_contract"];
    let remove = [remove.as_slice(), &["--note", "Ingen avtale ble vist fram."]].concat();
    let (exit, said) = does("inspect", &labour, &remove);
    assert_eq!(exit, 0, "{said}");
    assert_eq!(does("inspect", &labour, &["sync"]).0, 0);
    browser.reload();
    browser.wait_for(&card("Ola Nordmann", "invalid"));
    let told = browser.wait_for(&test_id("notice-remove_employment"));
    let words = ["Arbeidstilsynet", "skriftlig arbeidsavtale", "Ingen avtale ble vist fram."];
    assert_says(&told, &words);
    assert_says(&told, &["klage fram til", "søke på nytt"]);
    look_at_news(&browser, "act");

    // The way back that it names.
    browser.run(
        "document.querySelector('[data-testid=card] a[href=\"#apply\"]').click(); arguments[0]()",
    );
    browser.write("national-id", "15889000187");
    browser.write("name", "Ola Nordmann");
    browser.click("industry-cleaning");
    browser.click("declare");
    browser.click("apply");
    browser.wait_for(&test_id("applied"));
    browser.click("view-cards");
    browser.wait_for(&card("Ola Nordmann", "valid"));

    let tax = tablet("Per Skatt", "Skatteetaten");
    let (exit, said) =
        does("inspect", &tax, &["seize", &employer.card, "--reason", "used_by_another"]);
    assert_eq!(exit, 0, "{said}");
    assert_eq!(does("inspect", &tax, &["sync"]).0, 0);
    browser.reload();
    let told = browser.wait_for(&test_id("notice-seize_card"));
    assert_says(&told, &["Skatteetaten", "klage fram til"]);
    look_at_news(&browser, "seized");
    let acts = employer.office(&["acts"]);
    let seized = acts.as_array().unwrap().iter().find(|act| act["kind"] == "seize_card").unwrap();
    let id = seized["id"].as_str().unwrap();
    employer.office(&["undo-act", id, "--reason", "kortet var hans eget"]);
    browser.reload();
    let undone = "[data-testid='notice-seize_card'][data-color='info']";
    assert_says(&browser.wait_for(undone), &["omgjort"]);
}

#[test]
fn a_rejected_photo_is_told_with_its_reason_and_another_one_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    let browser = employer.browser(&folder.join("browser"), ACTS);
    browser.wait_for(&test_id("no-photo"));
    // A person has to look at it.
    let shut = face(folder, Drawn { awake: false, ..Drawn::default() });
    browser.write("photo", shut.to_str().unwrap());
    browser.wait_for(&test_id("photo-waiting"));
    let told = browser.wait_for("[data-testid='told']:not(:empty)");
    assert!(!told.contains("lagret"), "it is not set yet: {told}");
    look_at_news(&browser, "photo-waits");
    let photo = employer.office(&["photos", "queue"])[0]["photo"].to_string();
    employer.office(&["photos", "reject", &photo, "eyes_hidden"]);
    browser.reload();
    let told = browser.wait_for("[data-testid='photo-rejected'][data-reason='eyes_hidden']");
    assert_says(&told, &["øynene"]);
    look_at_news(&browser, "photo-rejected");
    let good = face(folder, Drawn::default());
    browser.write("photo", good.to_str().unwrap());
    let settled = ":not(:has([data-testid='photo-rejected'], [data-testid='no-photo']))";
    browser.wait_for(&format!("[data-testid='card']{settled}"));
    assert_eq!(employer.office(&["photos", "queue"]), json!([]));
}

#[test]
fn a_card_that_ends_soon_is_renewed_with_a_new_declaration() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    // The card that is there has two years; another one gets twenty days.
    employer.office(&["terms", "validity_days", "20"]);
    let nora = person(7);
    let born = nora.birth_date.to_string();
    let worker = ["worker", nora.name.as_str(), "--national-id", nora.national_id.expose()];
    let worker = employer.office(&[worker.as_slice(), &["--birth-date", &born]].concat());
    let number = worker["card_number"].as_str().unwrap();
    let job = ["--company", "974760673", "--industry", "cleaning"];
    employer.office(&[["employment", number].as_slice(), &job].concat());
    employer.office(&["terms", "validity_days", "730"]);
    let browser = employer.browser(&folder.join("browser"), ACTS);
    browser.wait_for(&format!("[data-testid='warning'] ~ {}", test_id("renew-open")));
    let offered = "arguments[0](document.querySelectorAll('[data-testid=renew-open]').length)";
    assert_eq!(browser.run(offered), 1, "only for the one that ends");
    browser.click("renew-open");
    browser.click("renew-declare");
    look(&browser, "employer-renew");
    browser.resize(1_200, 1_000);
    assert_accessible(&browser, "renew");
    browser.click("renew");
    browser.wait_for("[data-testid='told']:not(:empty)");
    browser
        .wait_for("main:not(:has([data-testid='warning'])) [data-testid='count'][data-count='2']");
    let two_years = chrono::Utc::now() + chrono::Days::new(730);
    let year = two_years.format("%Y").to_string();
    assert_says(&browser.wait_for(&test_id("told")), &[&year]);
}

/// What has the keyboard, in words.
fn here(browser: &Window) -> String {
    let here = "arguments[0](document.activeElement.innerText)";
    browser.run(here).as_str().unwrap().to_owned()
}

#[test]
fn whoever_acts_by_keyboard_reads_on_at_the_card_or_at_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    let browser = employer.browser(&folder.join("browser"), ACTS);
    browser.wait_for(&card("Ola Nordmann", "valid"));
    browser.tab_to("end");
    browser.press(Key::Enter);
    browser.wait_for(&test_id("end-yes"));
    // Within the dialogue, and by Escape back at the button.
    browser.press(Key::Escape);
    assert_eq!(here(&browser), "Avslutt for Ola Nordmann");
    browser.press(Key::Enter);
    browser.wait_for(&test_id("end-yes"));
    browser.tab_to("end-yes");
    browser.press(Key::Enter);
    browser.wait_for(&card("Ola Nordmann", "invalid"));
    browser.wait_for("[data-testid='card'] h2:focus");
    browser.tab_to("undo");
    browser.press(Key::Enter);
    browser.wait_for(&card("Ola Nordmann", "valid"));
    browser.wait_for("[data-testid='card'] h2:focus");

    browser.click("view-apply");
    browser.write("national-id", person(5).national_id.expose());
    browser.write("name", "Kari Lie");
    browser.click("industry-cleaning");
    browser.click("declare");
    browser.click("apply");
    browser.wait_for(&test_id("applied"));
    browser.click("view-cards");
    browser.tab_to("withdraw");
    browser.press(Key::Enter);
    browser.wait_for(&test_id("withdraw-yes"));
    browser.tab_to("withdraw-yes");
    browser.press(Key::Enter);
    browser.wait_for("[data-testid='told']:focus");
    assert_eq!(here(&browser), "Søknaden for Kari Lie er trukket.");

    browser.click("view-colleagues");
    delegate(&browser);
    browser.wait_for("[data-testid='told']:focus");
    browser.tab_to("remove");
    browser.press(Key::Enter);
    browser.wait_for(&test_id("remove-yes"));
    browser.tab_to("remove-yes");
    browser.press(Key::Enter);
    browser.wait_for("main:not(:has([data-name='Kari Kollega'])) [data-testid='told']:focus");
    assert_accessible(&browser, "taken back");
}
