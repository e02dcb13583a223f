//! Hands and weather: gloves, noise, sunlight, a tablet held either way, and a whole day.

use serde_json::{Value, json};

use crate::accessible::assert_strong_contrast;
use crate::inspection;
use crate::office::{demo, json as answer};
use crate::screen::Screen;
use crate::screens::RUNS_OVER;
use crate::states::in_rare_states;
use crate::window::{KeyStore, Window, test_id};

/// Portrait and landscape tablets, and a small one; in CSS pixels.
const TABLETS: [(u32, u32); 3] = [(768, 1024), (1180, 820), (600, 960)];

/// Whatever can be hit and is smaller than a gloved finger, as width, height and what it is. A
/// button of a group or a list counts with its label.
const SMALL: &str = "
    const hit = e => e.matches('[type=radio], [type=checkbox], [type=file]') ? e.closest('label') ?? e : e;
    const all = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
        .filter(e => e.checkVisibility({ visibilityProperty: true })
            && !e.closest('.ds-sr-only, .ds-skip-link'))
        .map(hit);
    arguments[0](all.map(e => [e.getBoundingClientRect(), e])
        .filter(([box]) => box.width < 48 || box.height < 48)
        .map(([box, e]) => `${Math.round(box.width)} x ${Math.round(box.height)} ${e.outerHTML.slice(0, 120)}`));";

/// Keeps what is played and how long, and what is vibrated.
const LISTEN: &str = "
    window.heard = []; window.felt = [];
    const param = () => ({ value: 0, setValueAtTime() {}, linearRampToValueAtTime() {} });
    window.AudioContext = class {
        currentTime = 0; destination = {};
        resume() { return Promise.resolve(); }
        createGain() { return { gain: param(), connect() {}, disconnect() {} }; }
        createOscillator() {
            const tone = { frequency: param(), connect: (next) => next, start(at) { tone.from = at; },
                stop(at) { heard.push([tone.frequency.value, Math.round(1000 * (at - tone.from))]); } };
            return tone;
        }
    };
    navigator.vibrate = (rhythm) => felt.push(rhythm);
    arguments[0]();";

fn open(screen: &Screen, stores: &std::path::Path) -> Window {
    let store = stores.join("inspector");
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open(screen, &stores.join("tablet"), KeyStore::None, &args);
    window.wait_for(&test_id("data-age"));
    window
}

fn check(window: &Window, text: &str, verdict: &str) {
    window.write("scan-text", text);
    window.click("scan-text-submit");
    window.wait_for(&format!("[data-testid='verdict'][data-verdict='{verdict}']"));
}

/// A code for each answer.
fn codes(stores: &std::path::Path) -> [(&'static str, String); 3] {
    let code = |store: &str| {
        let (_, shown) = answer("wallet", &stores.join(store), &["show"]);
        shown["text"].as_str().unwrap().to_owned()
    };
    [
        ("valid", code("worker")),
        ("unconfirmed", "HTTPS://EXAMPLE.ORG".to_owned()),
        ("invalid", code("blocked-worker")),
    ]
}

#[test]
fn each_answer_sounds_and_feels_different_and_can_be_silenced_for_good() {
    let (screen, stores) = (Screen::start(), demo());
    let window = open(&screen, stores.path());
    window.run(LISTEN);
    let told = || window.run("arguments[0]([heard.splice(0), felt.splice(0)])");
    let rhythms = [json!([110]), json!([160, 110, 160]), json!([380, 130, 380, 130, 380])];
    let mut pitches = Vec::new();
    for ((verdict, code), rhythm) in codes(stores.path()).iter().zip(&rhythms) {
        check(&window, code, verdict);
        let told = told();
        assert_eq!(told[1], json!([rhythm]), "{verdict}");
        let tones = told[0].as_array().unwrap();
        let long: Vec<&Value> = tones.iter().map(|tone| &tone[1]).collect();
        let on: Vec<&Value> = rhythm.as_array().unwrap().iter().step_by(2).collect();
        assert_eq!(long, on, "{verdict}");
        pitches.push(tones[0][0].clone());
        window.click("next");
    }
    assert!(pitches[0] != pitches[1] && pitches[1] != pitches[2], "{pitches:?}");

    window.unfold();
    window.click("outdoors-sound");
    window.wait_for("[data-testid='outdoors-sound'][aria-checked='false']");
    let (verdict, code) = &codes(stores.path())[2];
    check(&window, code, verdict);
    let told = told();
    assert_eq!((&told[0], &told[1]), (&json!([]), &json!([rhythms[2]])));
    drop(window);
    let window = open(&screen, stores.path());
    window.unfold();
    window.wait_for("[data-testid='outdoors-sound'][aria-checked='false']");
    window.wait_for("[data-testid='outdoors-sun'][aria-checked='false']");
}

#[test]
fn whatever_an_inspector_hits_is_large_enough_for_a_glove() {
    let (screen, stores) = (Screen::start(), demo());
    let window = inspection::in_all_states(&screen, stores.path(), &mut |window, name| {
        window.unfold();
        for (width, height) in TABLETS {
            window.resize(width, height);
            assert_eq!(window.run(SMALL), json!([]), "{name}, {width} x {height}");
        }
    });
    drop(window);
    let window = open(&screen, stores.path());
    window.run(
        "const small = document.createElement('button'); small.style.all = 'revert';
                small.textContent = 'x'; document.body.append(small); arguments[0]()",
    );
    assert_ne!(window.run(SMALL), json!([]), "a small one is found");
}

#[test]
fn answer_and_way_on_are_seen_without_scrolling_however_the_tablet_is_held() {
    let (screen, stores) = (Screen::start(), demo());
    let window = open(&screen, stores.path());
    let seen = "
        const [word, next] = ['[data-testid=verdict] h1', '[data-testid=next]']
            .map(e => document.querySelector(e).getBoundingClientRect());
        const inside = (box) => box.top >= 0 && box.left >= 0
            && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
        arguments[0]([inside(word), inside(next), next.height >= 64, word.bottom <= next.top]);";
    for (verdict, code) in codes(stores.path()) {
        check(&window, &code, verdict);
        for (width, height) in TABLETS {
            window.resize(width, height);
            for zoom in ["100%", "200%"] {
                window.run(&format!(
                    "document.documentElement.style.fontSize = '{zoom}'; window.scrollTo(0, 0);
                     requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))"
                ));
                let all = json!([true, true, true, true]);
                assert_eq!(window.run(seen), all, "{verdict}, {width} x {height}, {zoom}");
            }
        }
        window.run("document.documentElement.style.fontSize = ''; arguments[0]()");
        window.click("next");
    }
}

#[test]
fn in_the_sun_every_word_of_an_inspectors_screens_has_strong_contrast() {
    let (screen, stores) = (Screen::start(), demo());
    let mut sun = false;
    let window = inspection::in_all_states(&screen, stores.path(), &mut |window, name| {
        window.unfold();
        if !sun {
            window.click("outdoors-sun");
            sun = true;
        }
        window.wait_for("html[data-sun]");
        for scheme in ["light", "dark"] {
            window.run(&format!(
                "document.documentElement.dataset.colorScheme = '{scheme}'; arguments[0]()"
            ));
            assert_strong_contrast(window, &format!("{name}, {scheme}"));
        }
    });
    for (verdict, code) in codes(stores.path()) {
        window.wait_for(&test_id("scan-text"));
        check(&window, &code, verdict);
        assert_strong_contrast(&window, verdict);
        window.click("next");
    }
}

#[test]
fn on_some_days_only_too_gloves_hit_the_sun_leaves_all_readable_and_large_text_fits() {
    let mut sun = false;
    in_rare_states(&Screen::start(), &mut |window, name| {
        window.unfold();
        if !sun {
            window.click("outdoors-sun");
            sun = true;
        }
        window.wait_for("html[data-sun]");
        assert_strong_contrast(window, name);
        for (width, height) in TABLETS {
            window.resize(width, height);
            assert_eq!(window.run(SMALL), json!([]), "{name}, {width} x {height}");
            window.run("document.documentElement.style.fontSize = '200%'; arguments[0]()");
            assert_eq!(window.run(RUNS_OVER), json!([]), "{name}, {width} x {height}, 200 %");
            window.run("document.documentElement.style.fontSize = ''; arguments[0]()");
        }
    });
}
