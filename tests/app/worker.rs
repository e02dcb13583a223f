//! The worker's window.

use std::path::Path;
use std::process::Command;

use crate::office::{demo, json};
use crate::screen::Screen;
use crate::window::{self, KeyStore, Window, test_id};
use test_support::Running;

fn worker(screen: &Screen, stores: &Path, store: &str) -> Running {
    let store = stores.join(store);
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    window::open(screen, &stores.join("home"), &args)
}

#[test]
fn the_workers_window_shows_a_code_that_changes_and_is_valid_without_network() {
    let (screen, stores) = (Screen::start(), demo());
    let _app = worker(&screen, stores.path(), "worker");
    let inspector = stores.path().join("inspector");
    let (_, first) = screen.next_code(stores.path(), "");
    let (exit, said) = json("inspect", &inspector, &["check", &first]);
    assert_eq!(exit, 0, "{said}");
    let (_, second) = screen.next_code(stores.path(), &first);
    let (exit, said) = json("inspect", &inspector, &["check", &second]);
    assert_eq!(exit, 0, "{said}");
}

#[test]
fn the_workers_window_shows_the_photo_that_the_office_set() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("phone"), KeyStore::None, &args);
    window.wait_for(&test_id("photo"));
    let width = "const [answer] = arguments;
                 const photo = document.querySelector('[data-testid=photo]');
                 photo.decode().then(() => answer(photo.naturalWidth), String);";
    assert_eq!(window.run(width), 300, "the page's policy lets a photo in, and it can be decoded");
}

#[test]
fn the_workers_window_remembers_the_language() {
    let (screen, stores) = (Screen::start(), demo());
    let store = stores.path().join("blocked-worker");
    let args = ["--role", "worker", "--store", store.to_str().unwrap()];
    let window = Window::open(&screen, &stores.path().join("phone"), KeyStore::None, &args);
    window.wait_for(&test_id("qr-code"));
    window.choose("language", "ro");
    window.wait_for("html[lang='ro']");
    assert_eq!(window.wait_for(&test_id("card-status")), "Nevalabil");
    window.reload();
    window.wait_for("html[lang='ro']");
    assert_eq!(window.wait_for(&test_id("card-status")), "Nevalabil");
}

#[test]
fn a_page_whose_process_died_is_there_again() {
    let (screen, stores) = (Screen::start(), demo());
    let mut app = worker(&screen, stores.path(), "worker");
    let (_, first) = screen.next_code(stores.path(), "");
    let parent = app.child().id().to_string();
    let children = Command::new("ps").args(["-o", "pid=,comm=", "--ppid", &parent]).output();
    let children = String::from_utf8(children.unwrap().stdout).unwrap();
    let page = children.lines().find(|child| child.contains("WebKitWebProces")).unwrap();
    let page = page.split_whitespace().next().unwrap();
    assert!(Command::new("kill").args(["-KILL", page]).status().unwrap().success());
    screen.next_code(stores.path(), &first);
}
