//! What a page must not be able to do, whatever it got hold of.

use crate::office::demo;
use crate::screen::Screen;
use crate::window::{KeyStore, Window, test_id};

/// What the core answers when the page of a window calls a command.
fn call(window: &Window, command: &str) -> String {
    let script = format!(
        "const done = arguments[arguments.length - 1];\
         window.__TAURI_INTERNALS__.invoke('{command}', {{ role: 'inspector' }})\
         .then(() => done('done'), (refused) => done(String(refused.code ?? refused)));"
    );
    window.run(&script).as_str().unwrap().to_owned()
}

#[test]
fn a_window_reaches_its_own_roles_commands_only_and_nothing_remote() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("home"), KeyStore::None, &args);
    window.wait_for(&test_id("qr-code"));
    assert_eq!(call(&window, "wallet_overview"), "done");
    for command in ["inspector_overview", "inspector_sync", "choose_role", "plugin:window|create"] {
        let answer = call(&window, command);
        assert!(answer.contains("not allowed"), "{command}: {answer}");
    }
    for script in [
        "fetch('http://127.0.0.1:9/').then(() => done('done'), (e) => done(String(e)))",
        "const s = document.createElement('script'); s.textContent = 'window.injected = 1';\
         document.body.append(s); done(String(window.injected ?? 'refused'))",
        "try { eval('1'); done('done') } catch (e) { done('refused') }",
    ] {
        let answer = window.run(&format!("const done = arguments[arguments.length - 1]; {script}"));
        assert_ne!(answer, "done", "{script}");
        assert_ne!(answer, "1", "{script}");
    }
}
