//! A virtual screen, and what someone who looks at it sees.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::PATIENCE;
use test_support::Running;

pub struct Screen {
    display: String,
    _server: Running,
}

impl Screen {
    pub fn start() -> Self {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        let said = server.child().stdout.take().unwrap();
        BufReader::new(said).read_line(&mut number).unwrap();
        Self { display: format!(":{}", number.trim()), _server: server }
    }

    pub fn display(&self) -> &str {
        &self.display
    }

    /// A picture of the whole screen.
    pub fn picture(&self, folder: &Path) -> PathBuf {
        let picture = folder.join("screen.png");
        let taken = Command::new("import")
            .args(["-display", &self.display, "-window", "root"])
            .arg(&picture)
            .status()
            .expect("ImageMagick is installed by `make setup`");
        assert!(taken.success());
        picture
    }

    /// Waits until the screen shows a code other than `before`; its picture and its text.
    pub fn next_code(&self, folder: &Path, before: &str) -> (PathBuf, String) {
        let start = Instant::now();
        loop {
            let picture = self.picture(folder);
            if let Some(code) = codes(&picture).into_iter().find(|code| code != before) {
                return (picture, code);
            }
            assert!(start.elapsed() < PATIENCE, "no code on the screen within {PATIENCE:?}");
        }
    }
}

/// The texts of all codes that zxing-cpp, a decoder that isn't ours, finds in a picture.
fn codes(picture: &Path) -> Vec<String> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cache/venv/bin/python");
    let script = "import sys, zxingcpp, PIL.Image\n\
                  for code in zxingcpp.read_barcodes(PIL.Image.open(sys.argv[1])):\n\
                  \x20   print(code.text)";
    let found = Command::new(python).args(["-c", script]).arg(picture).output().unwrap();
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    String::from_utf8(found.stdout).unwrap().lines().map(str::to_owned).collect()
}
