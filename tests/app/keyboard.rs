//! Everything that can be done can be done with the keyboard, in the order in which it is read, and
//! one sees where one is.

use std::path::Path;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::inspection;
use crate::office::{Office, demo};
use crate::screen::Screen;
use crate::states::in_rare_states;
use crate::window::{KeyStore, Window, test_id};

/// What takes part: seen, not disabled, one of each group of radio buttons.
const CONTROLS: &str = "
    window.controls = () => [...document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex=\\'0\\']')]
        .filter(e => e.checkVisibility() && !e.disabled)
        .filter(e => e.type !== 'radio' || e.checked
            || !document.querySelector(`input[name='${e.name}']:checked`)
               && e === document.querySelector(`input[name='${e.name}']`));
    window.named = (e) => e.dataset?.testid ?? e.id ?? e.outerHTML.slice(0, 80);
    // From the top, wherever one was.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    arguments[0](controls().length);";

const DATES: &str = "arguments[0](controls().filter(e => e.type === 'date').length);";

/// Where the keyboard is: which control, whether it is marked, and whether it is in view.
const WHERE: &str = "(async () => {
    // The page scrolls to where the keyboard is in a frame or two.
    for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
    const e = document.activeElement;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    // The link that skips the header is marked by being there at all.
    const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
        || e.matches('.ds-skip-link') && box.height > 20;
    const seen = box.bottom > 0 && box.top < innerHeight;
    // Without a window manager a window may not have the focus, and then nothing is marked.
    const told = e.matches(':focus');
    return [controls().indexOf(e), !told || marked && seen, named(e), marked, seen];
    })().then(arguments[0]);";

/// Goes through the window with the Tab key.
#[track_caller]
pub fn assert_reachable(window: &Window, name: &str) {
    let count = window.run(CONTROLS).as_u64().unwrap();
    assert!(count > 3, "{name} has {count} controls");
    let mut reached: Vec<Value> = Vec::new();
    // A date has a stop for each of its parts, and Chromium's one for its calendar.
    let dates = window.run(DATES).as_u64().unwrap();
    for _ in 0..count + 3 * dates {
        if reached.last().is_some_and(|last| *last == json!(count - 1)) {
            break;
        }
        window.press(Key::Tab);
        let place = window.run(WHERE);
        assert_eq!(place[1], json!(true), "{name}: {place} is not seen to have the keyboard");
        if dates == 0 || reached.last() != Some(&place[0]) {
            reached.push(place[0].clone());
        }
    }
    let all: Vec<Value> = (0..count).map(Value::from).collect();
    assert_eq!(reached, all, "{name}: the Tab key reaches all, in order");
}

fn worker(screen: &Screen, stores: &Path, store: &str) -> Window {
    let store = stores.join(store);
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    Window::open(screen, &stores.join("phone"), KeyStore::None, &args)
}

#[test]
fn the_workers_screens_are_reached_by_keyboard() {
    let (screen, stores) = (Screen::start(), demo());
    for (store, seen) in [("worker", "qr-code"), ("nobody", "activation-submit")] {
        let window = worker(&screen, stores.path(), store);
        window.wait_for(&test_id(seen));
        assert_reachable(&window, store);
    }
}

#[test]
fn the_inspectors_screen_is_reached_by_keyboard() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("inspector");
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    assert_reachable(&window, "inspector");
}

#[test]
fn the_screens_of_an_inspection_are_reached_by_keyboard() {
    let (screen, stores) = (Screen::start(), demo());
    inspection::in_all_states(&screen, stores.path(), &mut assert_reachable);
}

#[test]
fn the_customers_page_is_reached_by_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(folder.path());
    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&office.page());
    browser.wait_for("h1");
    assert_reachable(&browser, "page");
}

#[test]
fn what_an_inspector_meets_on_some_days_only_is_reached_by_keyboard() {
    in_rare_states(&Screen::start(), &mut assert_reachable);
}
