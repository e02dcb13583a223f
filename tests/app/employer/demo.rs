//! The employers' page of `make run`: a person opens it, and is in.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use test_support::Running;

use crate::office::hmskort;
use crate::window::{Window, test_id};

#[test]
fn the_demos_page_is_open_to_whom_it_says_and_its_login_ends_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut demo = Running::start(
        hmskort().args(["demo", "--headless", "--pages"]).arg(ui).stdout(Stdio::piped()),
    );
    let mut lines = BufReader::new(demo.child().stdout.take().unwrap()).lines().map(Result::unwrap);
    let page = lines.find_map(|line| Some(line.split_once("page: ")?.1.to_owned())).unwrap();
    lines.find(|line| line.starts_with("Serving at ")).unwrap();

    let browser = Window::browser(&folder.path().join("browser"));
    browser.visit(&page);
    browser.click("login");
    browser.wait_for(&test_id("pid"));
    let login = browser.address();
    browser.click("go");
    browser.wait_for("[data-testid='card'][data-status='invalid']");
    browser.choose("company", "926449303");
    browser.wait_for("[data-testid='card'][data-status='valid']");
    // What the made-up Enhetsregisteret and Arbeidstilsynet say of the company.
    browser.click("view-apply");
    browser.wait_for("main:not(:has([data-testid='not-approved'])) [data-testid='fits']");
    browser.wait_for("[data-testid='industry-cleaning']:checked");

    let (host, _) = login.trim_start_matches("http://").split_once('/').unwrap();
    assert!(TcpStream::connect(host).is_ok());
    let process = demo.child().id().to_string();
    assert!(Command::new("kill").args(["-TERM", &process]).status().unwrap().success());
    assert!(demo.child().wait().unwrap().success());
    assert!(TcpStream::connect(host).is_err(), "nobody is let in by it any more");
}
