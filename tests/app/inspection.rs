//! An inspection in the window: begun, three cards scanned, findings chosen, the process killed, all
//! there again, ended; and what a sync makes of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::key::Key;
use serde_json::Value;

use crate::APP;
use crate::inspector::inspector;
use crate::office::{Office, demo, json};
use crate::screen::Screen;
use crate::window::{Window, test_id};

/// Begins an inspection of cleaning.
pub fn begin(window: &Window) {
    window.click("begin");
    window.write("place", "Torget 1");
    window.write("others", "Tor Hansen: Skatteetaten");
    window.click("begin-submit");
    window.wait_for("[data-testid='inspection'][data-state='open']");
}

pub fn scan(window: &Window, store: &Path) {
    scan_shown(window, store, &[]);
}

/// What the phone shows when it is asked for something of its own.
pub fn scan_shown(window: &Window, store: &Path, asked: &[&str]) {
    let (_, shown) = json("wallet", store, &[&["show"], asked].concat());
    window.write("scan-text", shown["text"].as_str().unwrap());
    window.click("scan-text-submit");
    window.wait_for(&test_id("verdict"));
}

/// Clicks what may lie under the button for the next card until the page is scrolled.
pub fn choose(window: &Window, id: &str) {
    let target = test_id(id);
    window.wait_for(&target);
    window.run(&format!(
        "document.querySelector(`{target}`).scrollIntoView({{ block: 'center' }});
         requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))"
    ));
    window.click(id);
}

fn pressed(kind: &str, is: bool) -> String {
    format!("[data-testid='{kind}'][aria-pressed='{is}']")
}

/// Goes through all screens of an inspection and lets `look` look at each.
pub fn in_all_states(
    screen: &Screen,
    stores: &Path,
    look: &mut dyn FnMut(&Window, &str),
) -> Window {
    let window = inspector(screen, stores, None);
    window.click("begin");
    window.click("begin-submit");
    look(&window, "inspection-begin");
    window.click("begin-cancel");
    begin(&window);
    look(&window, "inspection-empty");
    scan(&window, &stores.join("blocked-worker"));
    window.wait_for(&test_id("entry"));
    look(&window, "inspection-verdict");
    window.click("next");
    window.click("tell");
    window.write("told-name", "Jonas Petraitis");
    look(&window, "inspection-told");
    choose(&window, "told-submit");
    window.wait_for(&test_id("entry-screen"));
    look(&window, "inspection-entry");
    window.click("next");
    window.unfold();
    let picture = screen.picture(stores);
    window.write("site-picture", picture.to_str().unwrap());
    window.wait_for("[data-testid='picture'] img");
    look(&window, "inspection-open");
    choose(&window, "discard");
    look(&window, "inspection-discard");
    choose(&window, "discard-no");
    choose(&window, "end");
    window.wait_for("[data-testid='inspection'][data-state='ended']");
    look(&window, "inspection-ended");
    choose(&window, "close");
    window.wait_for(&test_id("kept"));
    look(&window, "inspection-kept");
    window
}

/// Kills the app that has this store open, and nothing else.
fn kill(store: &Path) {
    let mut killed = 0;
    for process in std::fs::read_dir("/proc").unwrap().flatten() {
        let said = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        let words: Vec<_> = said.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
        let here = words.iter().any(|word| Path::new(word.as_ref()) == store);
        if words.first().is_some_and(|word| word.as_ref() == APP) && here {
            let id = process.file_name();
            assert!(Command::new("kill").arg("-9").arg(id).status().unwrap().success());
            killed += 1;
        }
    }
    assert_eq!(killed, 1, "the app runs once with {}", store.display());
}

#[test]
fn three_cards_are_scanned_the_process_is_killed_and_everything_is_there_again() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("inspector");
    let worker = |name: &str| -> PathBuf { stores.path().join(name) };
    let window = inspector(&screen, stores.path(), None);
    window.wait_for(&test_id("no-inspection"));
    begin(&window);

    // Valid, and on to the next with the space bar.
    scan(&window, &worker("worker"));
    window.wait_for(&pressed("kind-invalid", false));
    window.run("setTimeout(() => arguments[0](), 600)");
    window.press(Key::Space);
    window.wait_for("[data-testid='inspection-totals'][data-met='1'][data-found='0']");
    // Blocked: found by itself, and the inspector says something else.
    scan(&window, &worker("blocked-worker"));
    window.wait_for(&pressed("kind-invalid", true));
    choose(&window, "kind-wrong_employer");
    window.wait_for(&pressed("kind-wrong_employer", true));
    choose(&window, "kind-invalid");
    window.wait_for(&pressed("kind-invalid", false));
    choose(&window, "pay-slip");
    window.write("entry-note", "Jobber for en annen");
    window.wait_for("[data-testid='entry-note-saved'][data-saved='yes']");
    window.click("next");
    // The first one once more.
    scan(&window, &worker("worker"));
    window.wait_for(&test_id("met-before"));
    window.click("next");
    window.wait_for("[data-testid='inspection-totals'][data-met='2'][data-found='1']");
    // Somebody without a card.
    window.click("tell");
    window.write("told-name", "Jonas Petraitis");
    choose(&window, "told-submit");
    window.wait_for(&test_id("entry-screen"));
    window.wait_for(&pressed("kind-no_card", true));

    // The battery ends with that person on the screen.
    kill(&store);
    drop(window);
    let window = inspector(&screen, stores.path(), None);
    assert!(window.wait_for("[data-testid='entry-screen'] h1").contains("Jonas Petraitis"));
    window.wait_for(&pressed("kind-no_card", true));
    window.click("next");
    window.wait_for("[data-testid='inspection-totals'][data-met='3'][data-found='2']");
    window
        .run("document.querySelectorAll('details').forEach((d) => d.open = true); arguments[0]()");
    window.click("met");
    choose(&window, "entry-remove");
    window.wait_for("[data-testid='inspection-totals'][data-met='2']");
    window.click("undo");
    window.wait_for("[data-testid='inspection-totals'][data-met='3']");
    let picture = screen.picture(stores.path());
    window.write("site-picture", picture.to_str().unwrap());
    window.wait_for("[data-testid='picture'] img");
    window.write("inspection-note", "To lag på stedet");
    window.wait_for("[data-testid='inspection-note-saved'][data-saved='yes']");
    window.click("end");
    window.wait_for("[data-testid='inspection'][data-state='ended']");
    drop(window);

    let (_, kept) = json("inspect", &store, &["show"]);
    let met = kept["met"].as_array().unwrap();
    assert_eq!(met.len(), 3, "{kept}");
    assert_eq!(
        (&met[0]["check"]["outcome"], &met[0]["findings"]),
        (&"valid".into(), &Value::Array(vec![]))
    );
    assert_eq!(met[1]["findings"], serde_json::json!(["wrong_employer"]));
    assert_eq!(met[1]["note"], "Jobber for en annen");
    assert_eq!(met[1]["pay_slip_check"], true);
    assert_eq!(met[2]["who"]["name"], "Jonas Petraitis");
    assert_eq!(kept["note"], "To lag på stedet");
    assert_eq!(kept["pictures"].as_array().unwrap().len(), 1);
    assert_eq!(kept["participants"][1]["role"], "Skatteetaten");
}

#[test]
fn a_sync_tells_what_turned_out_otherwise_once_and_an_inspection_is_discarded_only_when_sure() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let (tablet, worker) = (office.tablet(folder), office.phone(folder));
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    begin(&window);
    scan(&window, &worker);
    window.click("next");
    office.does(&["block", &office.employment, "--reason", "company_not_approved"]);
    window.click("sync");
    window.wait_for("[data-testid='news-item'][data-from='valid'][data-to='invalid']");
    assert_eq!(window.attribute(&test_id("inspection-totals"), "data-met").as_deref(), Some("1"));
    window.click("news-seen");
    window.wait_for("body:not(:has([data-testid='news']))");
    window.sync("unmodified");
    window.wait_for("body:not(:has([data-testid='news']))");

    // Paused, what is checked leaves nothing; then gone on with, and discarded.
    window.click("pause");
    window.wait_for("[data-testid='kept'][data-state='paused']");
    scan(&window, &worker);
    window.wait_for("[data-testid='verdict']:not(:has([data-testid='entry']))");
    window.click("next");
    window.click("resume");
    window.wait_for("[data-testid='inspection-totals'][data-met='1']");
    window.click("discard");
    window.click("discard-no");
    window.wait_for("[data-testid='inspection-totals'][data-met='1']");
    window.click("discard");
    window.click("discard-yes");
    window.wait_for(&test_id("no-inspection"));
    assert_eq!(json("inspect", &tablet, &["list"]).1, Value::Array(vec![]));
}

#[test]
fn somebody_who_was_looked_up_is_put_in_and_a_code_that_says_nobody_with_what_is_told() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspector(&screen, stores.path(), None);
    begin(&window);
    let (_, card) = json("wallet", &stores.path().join("worker"), &["status"]);
    window.write("find", card["card_number"].as_str().unwrap());
    window.wait_for("[data-testid='hit'][data-kind='person']");
    window.click("hit");
    window.click("meet-known");
    window.wait_for(&test_id("entry-screen"));
    window.wait_for("[data-testid='entry-outcome'][data-outcome='valid']");
    window.click("next");
    window.write("scan-text", "HTTPS://EXAMPLE.ORG");
    window.click("scan-text-submit");
    window.write("told-name", "Kari");
    choose(&window, "told-submit");
    window.wait_for(&test_id("entry"));
    choose(&window, "kind-other");
    window.wait_for(&pressed("kind-other", true));
    window.click("next");
    window.wait_for("[data-testid='inspection-totals'][data-met='2'][data-found='1']");
}

#[test]
fn a_tablet_without_contact_for_long_says_that_its_inspections_are_locked_and_shows_none() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("inspector");
    assert_eq!(json("inspect", &store, &["begin", "Torget 1"]).0, 0);
    let later = chrono::Utc::now() + chrono::TimeDelta::days(31);
    let window = inspector(&screen, stores.path(), Some(later));
    let said = window.wait_for(&test_id("inspections-locked"));
    assert!(!said.is_empty());
    window.wait_for("body:not(:has([data-testid='begin'], [data-testid='inspection']))");
}
