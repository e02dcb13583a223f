//! The real app in a real window on a virtual screen: what it shows is photographed, and the code
//! in the picture is read by zxing-cpp and checked without network.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const APP: &str = env!("CARGO_BIN_EXE_hmskort-app");

/// How long a window may take to show what it should. Generous: CI's machine is slow and busy.
const PATIENCE: Duration = Duration::from_secs(120);

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual screen.
struct Screen {
    display: String,
    _server: Running,
}

impl Screen {
    fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by `make setup`");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { display: format!(":{}", number.trim()), _server: Running(server) }
    }

    /// The texts of all codes that zxing-cpp finds on the screen now.
    fn codes(&self, folder: &Path) -> Vec<String> {
        let picture = folder.join("screen.png");
        let taken = Command::new("import")
            .args(["-display", &self.display, "-window", "root"])
            .arg(&picture)
            .status()
            .expect("ImageMagick is installed by `make setup`");
        assert!(taken.success());
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cache/venv/bin/python");
        let script = "import sys, zxingcpp, PIL.Image\n\
                      for code in zxingcpp.read_barcodes(PIL.Image.open(sys.argv[1])):\n\
                      \x20   print(code.text)";
        let found = Command::new(python).args(["-c", script]).arg(picture).output().unwrap();
        assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
        String::from_utf8(found.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Waits until the screen shows a code other than `before`.
    fn next_code(&self, folder: &Path, before: &str) -> String {
        let start = Instant::now();
        loop {
            let code = self.codes(folder).into_iter().find(|code| code != before);
            if let Some(code) = code {
                return code;
            }
            assert!(start.elapsed() < PATIENCE, "no code on the screen within {PATIENCE:?}");
        }
    }
}

/// The command line, built beside the app.
fn hmskort() -> Command {
    let beside = PathBuf::from(APP).with_file_name("hmskort");
    assert!(beside.exists(), "run `cargo build -p cli` first");
    Command::new(beside)
}

/// The stores of a demo, its service stopped.
fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let demo = hmskort().args(["demo", "--headless", "--keep"]).arg(folder.path()).output();
    assert!(demo.unwrap().status.success());
    folder
}

fn worker_window(screen: &Screen, stores: &Path, store: &str) -> Running {
    let home = stores.join("home");
    let app = Command::new(APP)
        .args(["--role", "worker", "--store"])
        .arg(stores.join(store))
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .envs(["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, &home)))
        .stderr(Stdio::null())
        .spawn();
    Running(app.unwrap())
}

fn verdict(stores: &Path, code: &str) -> (Option<i32>, String) {
    let check = hmskort()
        .args(["inspect", "--store"])
        .arg(stores.join("inspector"))
        .args(["check", code, "--json"])
        .output()
        .unwrap();
    (check.status.code(), String::from_utf8(check.stdout).unwrap())
}

#[test]
fn the_workers_window_shows_a_code_that_changes_and_is_valid_without_network() {
    let (screen, stores) = (Screen::start(), demo());
    let _app = worker_window(&screen, stores.path(), "worker");
    let first = screen.next_code(stores.path(), "");
    let (exit, said) = verdict(stores.path(), &first);
    assert_eq!(exit, Some(0), "{said}");
    let second = screen.next_code(stores.path(), &first);
    let (exit, said) = verdict(stores.path(), &second);
    assert_eq!(exit, Some(0), "{said}");
}

#[test]
fn the_window_of_a_blocked_worker_shows_a_code_that_is_invalid_with_the_reason() {
    let (screen, stores) = (Screen::start(), demo());
    let _app = worker_window(&screen, stores.path(), "blocked-worker");
    let code = screen.next_code(stores.path(), "");
    let (exit, said) = verdict(stores.path(), &code);
    assert_eq!(exit, Some(1), "{said}");
    assert!(said.contains("worker_not_employed"), "{said}");
}
