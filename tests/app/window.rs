//! A window of the app, driven as a person does, over WebDriver.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::Runtime;

use crate::screen::Screen;
use crate::{APP, PATIENCE};
use test_support::Running;

/// More stops for the keyboard than any screen has.
const MOST_TABS: usize = 80;

/// Where no session's bus is, and so no portal that would be asked for a camera.
pub const NO_BUS: (&str, &str) = ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");

/// What an app has in its environment.
pub type Environment<'e> = &'e [(&'static str, String)];

/// Starts the app with nothing in between, as its user does.
pub fn open(screen: &Screen, home: &Path, args: &[&str]) -> Running {
    open_in(screen, home, &[], args)
}

/// The same with more in its environment.
pub fn open_in(screen: &Screen, home: &Path, more: Environment<'_>, args: &[&str]) -> Running {
    let mut app = Command::new(APP);
    at_home(app.args(args), screen, home).envs(more.iter().cloned()).stderr(Stdio::null());
    Running::start(&mut app)
}

/// Whatever the app stores outside `--store` goes to `home`.
fn at_home<'c>(command: &'c mut Command, screen: &Screen, home: &Path) -> &'c mut Command {
    fs::create_dir_all(home).unwrap();
    command
        .env("DISPLAY", screen.display())
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", home)
        .envs(["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, home)))
}

/// Where the device's user keeps keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum KeyStore {
    /// No key store runs, nor a bus on which one could.
    None,
    /// GNOME Keyring, unlocked, on a bus of its own; what it keeps lies in `home`.
    Unlocked,
}

/// A window under WebDriver.
pub struct Window {
    client: Client,
    runtime: Runtime,
    _driver: Running,
}

impl Window {
    pub fn open(screen: &Screen, home: &Path, key_store: KeyStore, args: &[&str]) -> Self {
        Self::open_in(screen, home, key_store, &[], args)
    }

    /// The same with more in the app's environment.
    pub fn open_in(
        screen: &Screen,
        home: &Path,
        key_store: KeyStore,
        more: Environment<'_>,
        args: &[&str],
    ) -> Self {
        let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cache/tools/bin");
        let driver = tools.join("tauri-driver");
        assert!(driver.exists(), "run `make setup` first: it installs tauri-driver");
        let bus = home.join("run");
        fs::create_dir_all(&bus).unwrap();
        restrict(&bus);
        let start = |[port, native]: &[String; 2]| {
            let mut command = match key_store {
                KeyStore::None => Command::new(&driver),
                KeyStore::Unlocked => with_keyring(&driver),
            };
            at_home(&mut command, screen, home)
                .env("XDG_RUNTIME_DIR", &bus)
                .envs(more.iter().cloned())
                .args(["--port", port, "--native-port", native, "--native-driver"])
                .arg("/usr/bin/WebKitWebDriver")
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            if key_store == KeyStore::None {
                command.env(NO_BUS.0, NO_BUS.1);
            }
            Running::start(&mut command)
        };
        let options = json!({ "application": APP, "args": args });
        let wanted = Capabilities::from_iter([
            ("browserName".to_owned(), json!("wry")),
            ("tauri:options".to_owned(), options),
        ]);
        Self::session(&wanted, start)
    }

    /// A session with a driver that is started on these ports. On a busy machine WebKit's may never
    /// answer, without the app being there: it is then started once more.
    fn session(wanted: &Capabilities, start: impl Fn(&[String; 2]) -> Running) -> Self {
        let runtime = Runtime::new().unwrap();
        for _ in 0..2 {
            let ports = free_ports();
            let driver = start(&ports);
            let address = format!("http://127.0.0.1:{}", ports[0]);
            let connected =
                async { tokio::time::timeout(PATIENCE * 2, connect(&address, wanted)).await };
            if let Ok(client) = runtime.block_on(connected) {
                return Self { client, runtime, _driver: driver };
            }
        }
        panic!("no WebDriver session, twice");
    }

    /// A browser that isn't ours, without a screen; what it stores goes to `home`.
    pub fn browser(home: &Path) -> Self {
        Self::browser_with(home, &[])
    }

    /// The same with more arguments.
    pub fn browser_with(home: &Path, more: &[String]) -> Self {
        fs::create_dir_all(home).unwrap();
        let start = |[port, _]: &[String; 2]| {
            let mut command = Command::new("chromedriver");
            command.env("HOME", home).arg(format!("--port={port}"));
            Running::start(command.stdout(Stdio::null()).stderr(Stdio::null()))
        };
        let profile = format!("--user-data-dir={}", home.join("profile").display());
        // Tests run as root in CI, where Chromium's sandbox doesn't start.
        let mut args = vec!["--headless=new".to_owned(), "--no-sandbox".to_owned()];
        args.extend(["--accept-lang=nb-NO".to_owned(), profile]);
        args.extend_from_slice(more);
        let wanted = Capabilities::from_iter([
            ("browserName".to_owned(), json!("chrome")),
            ("goog:chromeOptions".to_owned(), json!({ "args": args })),
            ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
        ]);
        Self::session(&wanted, start)
    }

    /// Opens an address, as a new visit.
    pub fn visit(&self, address: &str) {
        self.runtime.block_on(async {
            // Only another page in between makes it a visit, and not a jump within the page.
            self.client.goto("about:blank").await.unwrap();
            self.client.goto(address).await.unwrap();
        });
    }

    /// The address that the browser shows.
    pub fn address(&self) -> String {
        self.runtime.block_on(async { self.client.current_url().await.unwrap().to_string() })
    }

    /// Syncs an inspector's tablet, and waits until it has come to this.
    pub fn sync(&self, result: &str) {
        self.click("sync");
        self.wait_for(&format!("[data-testid='sync-result'][data-result='{result}']"));
    }

    /// Opens all that is folded.
    pub fn unfold(&self) {
        self.run(
            "document.querySelectorAll('details').forEach((d) => d.open = true); arguments[0]()",
        );
    }

    /// Waits until the thing with this test id is there, and clicks it.
    pub fn click(&self, id: &str) {
        self.on(&test_id(id), async |found| found.click().await);
    }

    /// Clicks what closes this window, and waits until it is closed.
    pub fn click_away(self, id: &str) {
        self.wait_for(&test_id(id));
        self.runtime.block_on(async {
            let start = Instant::now();
            // The answer to the click may be lost with the window.
            let _ = self.client.find(by(&test_id(id))).await.unwrap().click().await;
            while self.client.find(by("body")).await.is_ok() {
                assert!(start.elapsed() < PATIENCE, "{id} doesn't close the window");
            }
        });
    }

    /// Types into a field; a path, into a field for files.
    pub fn write(&self, id: &str, text: &str) {
        self.on(&test_id(id), async |found| found.send_keys(text).await);
    }

    /// Chooses in a list, by the value behind the word.
    pub fn choose(&self, id: &str, value: &str) {
        self.runtime.block_on(async {
            let list = self.client.find(by(&test_id(id))).await.unwrap();
            list.select_by_value(value).await.unwrap();
        });
    }

    /// Presses a key where the keyboard is.
    pub fn press(&self, key: Key) {
        let value = char::from(key);
        let press = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.runtime.block_on(self.client.perform_actions(press)).unwrap();
    }

    /// Goes with the Tab key until the keyboard is at the thing with this test id.
    pub fn tab_to(&self, id: &str) {
        let here = "arguments[0](document.activeElement?.dataset.testid ?? '')";
        for _ in 0..MOST_TABS {
            self.press(Key::Tab);
            if self.run(here) == id {
                return;
            }
        }
        panic!("the Tab key doesn't come to {id}");
    }

    /// Types where the keyboard is.
    pub fn type_here(&self, text: &str) {
        self.runtime.block_on(async {
            self.client.active_element().await.unwrap().send_keys(text).await.unwrap();
        });
    }

    /// Empties a field.
    pub fn clear(&self, id: &str) {
        self.runtime.block_on(async {
            self.client.find(by(&test_id(id))).await.unwrap().clear().await.unwrap();
        });
    }

    /// Waits for what a CSS selector names; its text.
    pub fn wait_for(&self, selector: &str) -> String {
        self.on(selector, async |found| found.text().await)
    }

    /// Waits for what a CSS selector names; an attribute of it.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.on(selector, async |found| found.attr(name).await)
    }

    /// Waits for what a CSS selector names, and does something with it: again, if the page was drawn
    /// anew in between.
    fn on<T>(&self, selector: &str, does: impl AsyncFn(Element) -> Result<T, CmdError>) -> T {
        let start = Instant::now();
        self.runtime.block_on(async {
            loop {
                let found = self.client.wait().at_most(PATIENCE).for_element(by(selector)).await;
                let found = match found {
                    Ok(found) => found,
                    Err(error) => {
                        let page = self.client.find(by("body")).await.unwrap().text().await;
                        panic!("no {selector}: {error}; the window says: {page:?}")
                    }
                };
                match does(found).await {
                    Err(error)
                        if error.is_stale_element_reference() && start.elapsed() < PATIENCE => {}
                    done => return done.unwrap_or_else(|error| panic!("{selector}: {error}")),
                }
            }
        })
    }

    /// What the window shows, whole, as a PNG file.
    pub fn picture(&self, file: &Path) {
        let png = self.runtime.block_on(self.client.screenshot()).unwrap();
        fs::write(file, png).unwrap();
    }

    /// A picture of the window, with one thing of the page in view.
    pub fn picture_of(&self, selector: &str, file: &Path) {
        self.wait_for(selector);
        self.run(&format!(
            "document.querySelector(`{selector}`).parentElement.scrollIntoView({{ block: 'center' }});
             requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))"
        ));
        self.picture(file);
    }

    /// Waits for a thing of the page, and keeps a picture of it, to be looked at, where the
    /// environment says so.
    pub fn keep(&self, selector: &str, name: &str) {
        self.wait_for(selector);
        if let Some(folder) = std::env::var_os("HMSKORT_KEEP") {
            self.picture_of(selector, &Path::new(&folder).join(name));
        }
    }

    /// Gives the window another size, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.runtime.block_on(self.client.set_window_size(width, height)).unwrap();
    }

    /// Starts the page over.
    pub fn reload(&self) {
        self.runtime.block_on(self.client.refresh()).unwrap();
    }

    /// Runs JavaScript as if the page had, for what a page must not be able to do.
    pub fn run(&self, script: &str) -> serde_json::Value {
        self.runtime.block_on(async { self.client.execute_async(script, vec![]).await.unwrap() })
    }
}

/// The selector of the thing with a test id.
pub fn test_id(id: &str) -> String {
    format!("[data-testid='{id}']")
}

fn by(selector: &str) -> Locator<'_> {
    Locator::Css(selector)
}

/// The recipe of GNOME Keyring's own tests: a bus, and on it a keyring that a password opens.
fn with_keyring(driver: &Path) -> Command {
    let script = "printf test-pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; \
                  exec \"$@\"";
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "bash", "-c", script, "_"]).arg(driver);
    command
}

/// The bus and the keyring refuse a folder that others can read.
fn restrict(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}

/// Two ports that were free a moment ago.
fn free_ports() -> [String; 2] {
    let held = [0, 0].map(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port().to_string())
}

/// The drivers need a moment until they listen, and refuse until then.
async fn connect(address: &str, wanted: &Capabilities) -> Client {
    let start = Instant::now();
    loop {
        let mut session = ClientBuilder::new(HttpConnector::new());
        match session.capabilities(wanted.clone()).connect(address).await {
            Ok(client) => return client,
            Err(error) if start.elapsed() > PATIENCE => panic!("no WebDriver session: {error}"),
            Err(_) => tokio::task::yield_now().await,
        }
    }
}
