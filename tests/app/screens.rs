//! Every screen in every language at phone, tablet and desktop width: nothing runs over, nothing
//! is cut off. 320 pixels are also what a window of 1280 has left at 400 % zoom (WCAG 1.4.10).
//! The pictures lie in `target/screens`, to be looked at.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::inspection;
use crate::office::{Office, card, demo, json as answer, misspelt};
use crate::screen::Screen;
use crate::states::in_rare_states;
use crate::window::{KeyStore, Window, test_id};

const LANGUAGES: [&str; 6] = ["nb", "nn", "en", "pl", "lt", "ro"];
/// High enough for whole pages in one picture.
const SIZES: [(u32, u32); 3] = [(320, 3600), (768, 2600), (1280, 1800)];

/// What is wider than the window it stands in, and what is cut off in its own box.
pub const RUNS_OVER: &str = "
    const wide = document.documentElement.clientWidth;
    const seen = [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.ds-sr-only, .ds-skip-link, svg, select'));
    const over = seen.filter(e => e.getBoundingClientRect().right > wide + 1);
    const cut = seen.filter(e => getComputedStyle(e).overflowX !== 'visible'
        && e.tagName !== 'INPUT' && e.scrollWidth > e.clientWidth + 1);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        const box = texts.currentNode.parentElement;
        if (!seen.includes(box)) continue;
        range.selectNodeContents(texts.currentNode);
        // Words may be wider than their box without it being any wider.
        if (range.getBoundingClientRect().right > box.getBoundingClientRect().right + 2) over.push(box);
    }
    arguments[0]([...over, ...cut].map(e => e.outerHTML.slice(0, 120)));";

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screens");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Goes through all languages and sizes of what the window shows.
pub fn look(window: &Window, name: &str) {
    window.unfold();
    for (width, height) in SIZES {
        window.resize(width, height);
        for language in LANGUAGES {
            window.choose("language", language);
            window.wait_for(&format!("html[lang='{language}']"));
            assert_eq!(window.run(RUNS_OVER), json!([]), "{name}, {language}, {width}");
            window.picture(&folder().join(format!("{name}-{width}-{language}.png")));
        }
    }
    window.choose("language", "nb");
    window.wait_for("html[lang='nb']");
}

#[test]
fn the_workers_screens_fit() {
    let (screen, stores) = (Screen::start(), demo());
    let path = |name: &str| stores.path().join(name).to_str().unwrap().to_owned();
    let open = |store: &str| {
        let args = ["--role", "worker", "--store", &path(store)];
        Window::open(&screen, &stores.path().join("phone"), KeyStore::None, &args)
    };
    for (store, seen) in
        [("worker", "qr-code"), ("blocked-worker", "qr-code"), ("nobody", "activation-found")]
    {
        let window = open(store);
        window.wait_for(&test_id(seen));
        if store != "nobody" {
            window.click("own-check");
            window.wait_for(&test_id("own-verdict"));
        }
        look(&window, store);
    }
    answer("wallet", &stores.path().join("worker"), &["set-pin", "4711"]);
    let window = open("worker");
    window.write("pin", "4712\u{e007}");
    window.wait_for("[data-testid='pin-fault'][data-code]");
    look(&window, "locked");
}

#[test]
fn the_inspectors_screens_fit() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("inspector");
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    look(&window, "inspector");
    let ended = card(stores.path(), "blocked-worker");
    window.write("find", &misspelt(ended["holder"].as_str().unwrap()));
    window.wait_for(&test_id("hit"));
    window.click("hit");
    window.wait_for(&test_id("employment"));
    look(&window, "person");
    window.clear("find");
    inspection::scan(&window, &stores.path().join("blocked-worker"));
    window.wait_for("[data-testid='verdict'][data-verdict='invalid']");
    look(&window, "verdict");
    window.click("act-remove_employment");
    look(&window, "act");
    window.click("ground-no_contract");
    window.click("act-submit");
    window.wait_for(&test_id("act-kept"));
    window.click("next");
    look(&window, "acts");
    drop(window);
    let window = Window::open(&screen, &stores.path().join("new"), KeyStore::None, &[]);
    window.wait_for(&test_id("role-inspector"));
    look(&window, "start");
}

#[test]
fn the_screens_of_an_inspection_fit() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspection::in_all_states(&screen, stores.path(), &mut look);
    drop(window);
}

#[test]
fn the_customers_page_fits() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(folder.path());
    let worker = office.phone(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&office.page());
    browser.wait_for("h1");
    look(&browser, "page");
    let (_, shown) = answer("wallet", &worker, &["show"]);
    let code = shown["text"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    browser.visit(&format!("{}#{code}", office.page()));
    browser.wait_for(&test_id("answer"));
    look(&browser, "answer");
}

#[test]
fn what_an_inspector_meets_on_some_days_only_fits() {
    in_rare_states(&Screen::start(), &mut look);
}
