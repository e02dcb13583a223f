//! A whole day with the same window: what is open when a card has been dealt with is closed again.

use serde_json::Value;

use crate::inspection::{begin, choose, scan};
use crate::inspector::inspector;
use crate::office::Office;
use crate::photo::with_photo;
use crate::screen::Screen;
use crate::window::{Window, test_id};

/// Counts what a page holds beyond its elements, from before it starts: listeners of window and
/// document, addresses of pictures in memory, timers, and what of it stays.
const COUNT: &str = "
    window.held = { listeners: 0, pictures: 0, timers: 0 };
    const count = (on, open, close, what, here = () => true) => {
        for (const [name, by] of [[open, 1], [close, -1]]) {
            const real = on[name];
            on[name] = function (...given) {
                if (here(this)) held[what] += by;
                return real.apply(this, given);
            };
        }
    };
    const everywhere = (target) => target === window || target === document || target === undefined;
    count(EventTarget.prototype, 'addEventListener', 'removeEventListener', 'listeners', everywhere);
    count(URL, 'createObjectURL', 'revokeObjectURL', 'pictures');
    count(window, 'setInterval', 'clearInterval', 'timers');
    arguments[0]()";

/// What the page holds, with the elements in it.
fn held(window: &Window) -> Value {
    window.run("arguments[0]({ ...held, elements: document.querySelectorAll('body *').length })")
}

#[test]
fn after_twenty_checks_the_page_holds_no_more_than_after_five() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    with_photo(&office, folder);
    office.tablet(folder);
    let phone = office.phone(folder);
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    begin(&window);
    window.run(COUNT);
    let check = || {
        scan(&window, &phone);
        window.wait_for(&test_id("person-photo"));
        choose(&window, "kind-other");
        window.wait_for("[data-testid='kind-other'][aria-pressed='true']");
        choose(&window, "receipt");
        window.wait_for("[data-testid='qr-code'] path");
        choose(&window, "kind-other");
        window.wait_for("[data-testid='kind-other'][aria-pressed='false']");
        // What is on the screen is held, and counted.
        let here = held(&window);
        window.click("next");
        window.wait_for("body:not(:has([data-testid='verdict']))");
        here
    };
    let mut here = Value::Null;
    for _ in 0..5 {
        here = check();
    }
    let after_five = held(&window);
    assert_eq!((&here["pictures"], &after_five["pictures"]), (&1.into(), &0.into()));
    for _ in 5..20 {
        here = check();
    }
    assert_eq!(held(&window), after_five);
    assert_ne!(here, after_five, "what counts can count");
}
