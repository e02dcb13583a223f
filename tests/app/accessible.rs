//! Every screen under axe (WCAG 2.2 A and AA), in light and dark where it differs.

use std::path::Path;

use crate::inspection;
use crate::office::{Office, demo, json};
use crate::screen::Screen;
use crate::states::in_rare_states;
use crate::window::{KeyStore, Window, test_id};

/// WCAG 2.2 A and AA, and what is good practice beside it.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// Contrast as WCAG's AAA wants it: 7:1, and 4.5:1 for large text (1.4.6).
const STRONG_CONTRAST: &str = "{ type: 'rule', values: ['color-contrast-enhanced'] }";

/// What axe finds wrong: rule, and the first thing that breaks it; and how many rules hold.
fn violations(window: &Window, rules: &str) -> (u64, Vec<String>) {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("`make setup` installs axe-core");
    let found = window.run(&format!(
        "{axe};
         axe.run(document, {{ runOnly: {rules} }}).then(
             ({{ violations, passes }}) => arguments[0]([passes.length, ...violations.map(
                 (v) => `${{v.id}}: ${{v.nodes[0].html.slice(0, 150)}} ${{v.nodes[0].failureSummary}}`)]),
             (wrong) => arguments[0]([0, String(wrong)]));"
    ));
    let [passes, violations @ ..] = found.as_array().unwrap().as_slice() else {
        panic!("axe gave {found}")
    };
    let violations = violations.iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    (passes.as_u64().unwrap(), violations)
}

/// Contrast that holds in sunlight.
#[track_caller]
pub fn assert_strong_contrast(window: &Window, screen: &str) {
    assert_eq!(violations(window, STRONG_CONTRAST), (1, Vec::new()), "{screen}");
}

#[track_caller]
pub fn assert_accessible(window: &Window, screen: &str) {
    for scheme in ["light", "dark"] {
        window.run(&format!(
            "document.documentElement.dataset.colorScheme = '{scheme}';
             requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))"
        ));
        let (passes, violations) = violations(window, RULES);
        assert!(passes > 10, "axe looked at nothing: {screen}");
        assert_eq!(violations, Vec::<String>::new(), "{screen}, {scheme}");
    }
    window.run("document.documentElement.dataset.colorScheme = 'auto'; arguments[0]()");
}

#[test]
fn the_workers_screens() {
    let (screen, stores) = (Screen::start(), demo());
    let path = |name| stores.path().join(name).to_str().unwrap().to_owned();
    for (store, seen) in
        [("worker", "qr-code"), ("blocked-worker", "qr-code"), ("nobody", "activation-found")]
    {
        let args = ["--role", "worker", "--store", &path(store)];
        let window = Window::open(&screen, &stores.path().join("phone"), KeyStore::None, &args);
        window.wait_for(&test_id(seen));
        if seen == "qr-code" {
            window.click("own-check");
            window.wait_for(&test_id("own-verdict"));
        }
        window.unfold();
        assert_accessible(&window, store);
    }
    json("wallet", &stores.path().join("worker"), &["set-pin", "4711"]);
    let args = ["--role", "worker", "--store", &path("worker")];
    let window = Window::open(&screen, &stores.path().join("phone"), KeyStore::None, &args);
    window.write("pin", "4712\u{e007}");
    window.wait_for("[data-testid='pin-fault'][data-code]");
    window.unfold();
    assert_accessible(&window, "locked");
}

#[test]
fn the_inspectors_screens() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("inspector");
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    assert_accessible(&window, "before a check");
    let blocked = stores.path().join("blocked-worker");
    for (worker, verdict) in [(stores.path().join("worker"), "valid"), (blocked, "invalid")] {
        inspection::scan(&window, &worker);
        window.wait_for(&format!("[data-testid='verdict'][data-verdict='{verdict}']"));
        assert_accessible(&window, verdict);
        window.click("act-remove_employment");
        assert_accessible(&window, "an act");
        window.click("act-cancel");
        window.click("next");
    }
    window.write("scan-text", "HTTPS://EXAMPLE.ORG");
    window.click("scan-text-submit");
    window.wait_for("[data-testid='verdict'][data-verdict='unconfirmed']");
    assert_accessible(&window, "unconfirmed");
}

#[test]
fn the_screens_of_an_inspection() {
    let (screen, stores) = (Screen::start(), demo());
    inspection::in_all_states(&screen, stores.path(), &mut |window, name| {
        window.unfold();
        assert_accessible(window, name);
    });
}

#[test]
fn the_first_screen_and_an_inspectors_enrolment() {
    let screen = Screen::start();
    let home = tempfile::tempdir().unwrap();
    let window = Window::open(&screen, home.path(), KeyStore::None, &[]);
    window.wait_for(&test_id("role-inspector"));
    assert_accessible(&window, "the choice of a role");
    // That nothing is found means something only if something would be.
    window.run("document.body.append(document.createElement('button')); arguments[0]()");
    let (_, found) = violations(&window, RULES);
    assert!(found.iter().any(|one| one.starts_with("button-name")), "{found:?}");
    drop(window);
    let args = ["--role", "inspector"];
    let window = Window::open(&screen, &home.path().join("new"), KeyStore::None, &args);
    window.wait_for(&test_id("other-role"));
    assert_accessible(&window, "enrolment");
}

#[test]
fn the_customers_page() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(folder.path());
    let worker = office.phone(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&office.page());
    browser.wait_for("h1");
    assert_accessible(&browser, "without a code");
    let (_, shown) = json("wallet", &worker, &["show"]);
    let good = shown["text"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    for fragment in [good.as_str(), "123"] {
        browser.visit(&format!("{}#{fragment}", office.page()));
        browser.wait_for(&test_id("answer"));
        browser.unfold();
        assert_accessible(&browser, fragment);
    }
}

#[test]
fn the_customers_page_in_the_systems_own_colours() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(folder.path());
    let worker = office.phone(folder.path());
    let home = folder.path().join("browser");
    let browser = Window::browser_with(&home, &["--force-high-contrast".to_owned()]);
    browser.visit(&office.page());
    browser.wait_for("h1");
    let forced = "arguments[0](matchMedia('(forced-colors: active)').matches)";
    assert_eq!(browser.run(forced), true);
    let (_, shown) = json("wallet", &worker, &["show"]);
    let code = shown["text"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    browser.visit(&format!("{}#{code}", office.page()));
    // The colour of the answer is gone; its word and its picture are not.
    assert!(browser.wait_for("[data-testid='answer'] h1").len() > 3);
    let drawn = "const icon = document.querySelector(`[data-testid='answer'] svg`);
        const box = icon.getBoundingClientRect();
        arguments[0]([box.width > 20, getComputedStyle(icon).color
            !== getComputedStyle(icon.closest('article')).backgroundColor])";
    assert_eq!(browser.run(drawn), serde_json::json!([true, true]));
}

#[test]
fn what_an_inspector_meets_on_some_days_only() {
    in_rare_states(&Screen::start(), &mut |window, name| {
        window.unfold();
        assert_accessible(window, name);
    });
}
