//! The inspector's real window films a worker's real window, with a camera that WebKit opens itself.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::PATIENCE;
use crate::camera::Camera;
use crate::office::{card, demo};
use crate::screen::Screen;
use crate::window::{self, KeyStore, Window, test_id};
use test_support::Running;

/// A worker's window with its code on the screen.
fn shown(phone: &Screen, stores: &Path, worker: &str) -> Running {
    let store = stores.join(worker);
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let app = window::open(phone, &stores.join("phone"), &args);
    phone.next_code(stores, "");
    app
}

/// The inspector's window on a tablet with this camera.
fn tablet(screen: &Screen, stores: &Path, camera: &Camera) -> Window {
    let (home, store) = (stores.join("tablet"), stores.join("inspector"));
    let args = ["--role", "inspector", "--store", store.to_str().unwrap()];
    let window = Window::open_in(screen, &home, KeyStore::None, &camera.environment(), &args);
    window.wait_for(&test_id("data-age"));
    window
}

fn verdict(window: &Window, verdict: &str) {
    window.wait_for(&format!("[data-testid='verdict'][data-verdict='{verdict}']"));
}

/// Does with the mouse or the app's window what its user would.
fn does(screen: &Screen, what: &[&str]) {
    let mut xdotool = Command::new("xdotool");
    let done = xdotool.env("DISPLAY", screen.display()).args(what).stdout(Stdio::null()).status();
    assert!(done.expect("xdotool is installed by `make setup`").success());
}

#[test]
fn the_tablets_camera_reads_the_code_that_changes_and_is_let_go_with_the_window_and_by_its_button()
{
    let (screen, phone, stores) = (Screen::start(), Screen::start(), demo());
    let worker = shown(&phone, stores.path(), "worker");
    let camera = Camera::before(&phone, stores.path());
    let window = tablet(&screen, stores.path(), &camera);
    window.click("camera-start");
    camera.goes_on();
    verdict(&window, "valid");
    let held = card(stores.path(), "worker");
    assert_eq!(window.wait_for(&test_id("verdict-holder")), held["holder"].as_str().unwrap());

    // The camera goes on: the next card is read as soon as it is asked for.
    drop(worker);
    let blocked = shown(&phone, stores.path(), "blocked-worker");
    window.click("next");
    verdict(&window, "invalid");

    does(&screen, &["search", "--name", "^HMS-kort$", "windowunmap"]);
    camera.goes_off();
    does(&screen, &["search", "--name", "^HMS-kort$", "windowmap"]);
    camera.goes_on();
    window.click("next");
    verdict(&window, "invalid");
    drop(blocked);
    window.click("next");
    window.click("camera-stop");
    camera.goes_off();
    window.wait_for(&test_id("camera-start"));
}

#[test]
fn a_camera_that_gives_no_pictures_any_more_is_let_go_and_that_is_told() {
    let (screen, phone, stores) = (Screen::start(), Screen::start(), demo());
    let camera = Camera::before(&phone, stores.path());
    let window = tablet(&screen, stores.path(), &camera);
    window.click("camera-start");
    camera.goes_on();
    drop(phone);
    camera.goes_off();
    window.wait_for("[data-testid='camera-fault'][data-fault='lost']");
    window.wait_for(&test_id("camera-start"));
}

#[test]
fn without_a_camera_that_is_told() {
    let (screen, stores) = (Screen::start(), demo());
    let window = crate::inspector::inspector(&screen, stores.path(), None);
    window.click("camera-start");
    window.wait_for("[data-testid='camera-fault'][data-fault='none']");
}

/// WebDriver grants the camera by itself; here nobody does but the app.
#[test]
fn the_app_lets_its_own_page_use_the_camera() {
    let (screen, phone, folder) = (Screen::start(), Screen::start(), tempfile::tempdir().unwrap());
    let camera = Camera::before(&phone, folder.path());
    let (home, store) = (folder.path().join("home"), folder.path().join("worker"));
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &home, KeyStore::None, &args);
    window.wait_for(&test_id("camera-start"));
    let middle = window.run(
        "const box = document.querySelector('[data-testid=camera-start]').getBoundingClientRect();
         arguments[0]([box.x + box.width / 2, box.y + box.height / 2].map(Math.round).map(String))",
    );
    drop(window);
    let [x, y] = [&middle[0], &middle[1]].map(|at| at.as_str().unwrap());

    let _app = window::open_in(&screen, &home, &camera.environment(), &args);
    let start = Instant::now();
    // Until the page is there, a click goes nowhere.
    while !camera.goes_on_within(Duration::from_millis(500)) {
        assert!(start.elapsed() < PATIENCE, "the camera isn't switched on by a click at {x}, {y}");
        does(&screen, &["mousemove", x, y, "click", "1"]);
    }
}
