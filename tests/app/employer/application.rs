//! One application whole, from the login to a card with a face on a phone.

use fantoccini::key::Key;
use photo::drawn::Drawn;
use serde_json::json;
use test_support::person;

use super::{ACTS, Employer, card, does, face};
use crate::accessible::assert_accessible;
use crate::icons::assert_drawn;
use crate::screens::look;
use crate::window::{Window, test_id};

/// Presses Enter at the thing with this test id.
fn enter(browser: &Window, id: &str) {
    browser.tab_to(id);
    browser.press(Key::Enter);
}

fn fill_in(browser: &Window, id: &str, text: &str) {
    browser.tab_to(id);
    browser.type_here(text);
}

#[test]
fn an_application_goes_through_by_keyboard_from_the_login_to_the_card_on_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    let browser = Window::browser(&folder.join("browser"));
    browser.resize(1_200, 1_000);
    browser.visit(&employer.page());
    browser.wait_for(&test_id("login"));
    enter(&browser, "login");
    browser.wait_for(&test_id("pid"));
    fill_in(&browser, "pid", person(ACTS).national_id.expose());
    browser.press(Key::Enter);

    browser.wait_for(&card("Ola Nordmann", "valid"));
    enter(&browser, "view-apply");
    browser.wait_for(&test_id("national-id"));
    fill_in(&browser, "national-id", person(5).national_id.expose());
    fill_in(&browser, "name", "Kari Lie");
    browser.tab_to("application-photo");
    // Enter opens the system's own dialogue, which no WebDriver reaches.
    browser.write("application-photo", face(folder, Drawn::default()).to_str().unwrap());
    browser.wait_for(&test_id("photo-chosen"));
    browser.tab_to("industry-construction");
    browser.press(Key::Down);
    browser.wait_for("[data-testid='industry-cleaning']:checked");
    browser.tab_to("declare");
    browser.press(Key::Space);
    look(&browser, "employer-application");
    browser.resize(1_200, 1_000);
    enter(&browser, "apply");
    let told = browser.wait_for("[data-testid='applied']:not(:has([data-testid='photo-fault']))");
    assert!(told.contains("pass eller nasjonalt ID-kort"), "{told}");
    let reads = "arguments[0](document.activeElement.contains(
        document.querySelector('[data-testid=applied]')))";
    assert_eq!(browser.run(reads), true, "what became of it is where one reads on");
    assert_accessible(&browser, "applied");
    assert_drawn(&browser, "applied");

    enter(&browser, "view-cards");
    browser
        .wait_for(&format!("{}:not(:has([data-testid='no-photo']))", card("Kari Lie", "waiting")));
    assert_accessible(&browser, "a card that waits");
    look(&browser, "employer-waits");
    let number = format!("{} dl div:nth-of-type(2) dd", card("Kari Lie", "waiting"));
    let number = browser.wait_for(&number);

    let link = ["activate", &number, "--document", "passport"];
    let phone = employer.enrol("wallet", &link, folder.join("kari"));
    browser.reload();
    browser.wait_for(&format!("{}:not(:has([data-testid='no-phone']))", card("Kari Lie", "valid")));
    assert_accessible(&browser, "the card");
    let (_, status) = does("wallet", &phone, &["status"]);
    assert_eq!(
        [&status["holder"], &status["card_number"]],
        [&json!("Kari Lie"), &json!(number)],
        "{status}"
    );
    let photo = folder.join("on-the-phone.jpg");
    assert_eq!(does("wallet", &phone, &["photo", photo.to_str().unwrap()]).0, 0);
    assert!(std::fs::read(photo).unwrap().starts_with(&[0xff, 0xd8]));
}

#[test]
fn what_is_wrong_with_an_application_is_told_at_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let (employer, folder) = (Employer::open(folder.path()), folder.path());
    let browser = employer.browser(&folder.join("browser"), ACTS);
    browser.click("view-apply");
    browser.write("national-id", "158890 00188");
    browser.write("name", "Kari Lie");
    browser.click("industry-cleaning");
    browser.click("declare");
    browser.click("apply");
    browser.wait_for(&test_id("apply-fault"));
    browser.clear("national-id");
    browser.write("national-id", "15889000187");
    browser.click("apply");
    // Somebody else's number.
    browser.wait_for("#name-fault");
    assert_accessible(&browser, "somebody else's number");
    browser.clear("national-id");
    browser.write("national-id", person(5).national_id.expose());
    // A photo that shows too little of a face; the application is there all the same.
    let far = face(folder, Drawn { scale: 0.4, ..Drawn::default() });
    browser.write("application-photo", far.to_str().unwrap());
    browser.wait_for(&test_id("photo-chosen"));
    browser.click("apply");
    let told = browser.wait_for(&test_id("photo-fault"));
    assert!(told.contains("Søknaden er mottatt, men ikke bildet"), "{told}");
    assert_accessible(&browser, "without the photo");
    assert_drawn(&browser, "without the photo");
    browser.click("view-cards");
    browser.wait_for(&format!("{} {}", card("Kari Lie", "waiting"), test_id("no-photo")));
    browser.click("withdraw");
    browser.click("withdraw-yes");
    browser.wait_for("[data-testid='count'][data-count='1']");
}
