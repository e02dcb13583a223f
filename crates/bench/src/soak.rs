//! Hours of an inspector's day: a real window of the app that films card after card, judges each, has a
//! finding chosen and goes on; and the memory of its processes meanwhile. Two cards in turn, so that
//! whatever grows is nobody's data. What it films is drawn in the page: there is no camera here.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use test_support::Running;

use crate::show::{Screen, private};

/// Until caches are full and the machine code of the page is made.
const WARM: usize = 60;
const CHECKS: usize = 180;
/// How long nothing is checked while memory is looked at. The camera goes on, and what its pictures
/// leave is collected every now and then: the least that was seen is what is in use.
const REST: Duration = Duration::from_secs(120);
const LOOK_EVERY: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let _service = demo(folder);
    let screen = Screen::start(folder);
    let (mut driver, port) = drive(&screen, folder);
    let group = driver.child().id();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (before, after, idle, kept) = runtime.block_on(async {
        let window = open(port, &folder.join("inspector")).await;
        window.execute(include_str!("soak.js"), vec![]).await.unwrap();
        does(&window, "begin()", vec![]).await;
        let before = checks(&window, folder, WARM, group).await;
        let start = Instant::now();
        let after = checks(&window, folder, CHECKS, group).await;
        // As long again with the camera on, and nothing before it.
        tokio::time::sleep(start.elapsed() - REST).await;
        let idle = at_rest(group).await;
        (before, after, idle, window.execute("return kept()", vec![]).await.unwrap())
    });
    println!(
        "\nsoak, MB at rest after {WARM} checks, after {CHECKS} more, and kB a check; MB after as long without any"
    );
    for (name, before) in before.iter().filter(|(name, _)| !name.contains("river")) {
        let (after, idle) = (after[name], idle[name]);
        let growth = (after - before) * 1024.0 / CHECKS as f64;
        println!("  {name:<28} {before:>9.1}  {after:>9.1}   {growth:>8.2}   {idle:>9.1}");
    }
    println!("  verdicts still in the page's memory: {kept} of {}", WARM + CHECKS);
}

/// Checks so many cards; what each process has in memory after a rest.
async fn checks(window: &Client, folder: &Path, count: usize, group: u32) -> BTreeMap<String, f64> {
    for check in 0..count {
        let (worker, verdict) = [("worker", "valid"), ("blocked-worker", "invalid")][check % 2];
        let picture = json!(picture(folder, worker));
        does(window, "check(...arguments)", vec![picture, json!(verdict)]).await;
    }
    at_rest(group).await
}

/// The least that each process has in memory while nothing is checked.
async fn at_rest(group: u32) -> BTreeMap<String, f64> {
    let mut least = private(group);
    let start = Instant::now();
    while start.elapsed() < REST {
        tokio::time::sleep(LOOK_EVERY).await;
        for (name, now) in private(group) {
            least.entry(name).and_modify(|least| *least = now.min(*least)).or_insert(now);
        }
    }
    least
}

/// A demo's stores, and its service running again, so that photos come.
fn demo(folder: &Path) -> Running {
    let demo = hmskort().args(["demo", "--headless", "--keep"]).arg(folder).output();
    let said = demo.expect("`make bench` builds hmskort first").stdout;
    let said = String::from_utf8(said).unwrap();
    let address = said.split_once("http://").unwrap().1;
    let address = address.split_once(|end: char| end.is_whitespace()).unwrap().0;
    let address = address.trim_end_matches('.');
    let mut serve = hmskort();
    serve
        .args(["issuer", "--store"])
        .arg(folder.join("issuer"))
        .args(["serve", "--listen", address]);
    let mut service =
        Running::start(serve.env("HMSKORT__LOG__LEVEL", "error").stdout(Stdio::piped()));
    let mut said = String::new();
    BufReader::new(service.child().stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains(address), "{said}");
    service
}

fn hmskort() -> Command {
    Command::new(beside("hmskort"))
}

fn beside(name: &str) -> std::path::PathBuf {
    std::env::current_exe().unwrap().with_file_name(name)
}

/// The driver that opens the app's windows, and its port.
fn drive(screen: &Screen, folder: &Path) -> (Running, u16) {
    let [port, native] = [0, 0]
        .map(|_| TcpListener::bind("127.0.0.1:0").unwrap())
        .map(|held| held.local_addr().unwrap().port());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut driver = Command::new(root.join(".cache/tools/bin/tauri-driver"));
    driver
        .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
        .args(["--native-driver", "/usr/bin/WebKitWebDriver"]);
    let driver = screen.at_home(&mut driver).env("XDG_RUNTIME_DIR", folder).stdout(Stdio::null());
    (Running::start(driver), port)
}

async fn open(port: u16, store: &Path) -> Client {
    let options = json!({
        "application": beside("hmskort-app"),
        "args": ["--role", "inspector", "--store", store],
    });
    let wanted = Capabilities::from_iter([
        ("browserName".to_owned(), json!("wry")),
        ("tauri:options".to_owned(), options),
    ]);
    let start = Instant::now();
    loop {
        let mut session = ClientBuilder::new(HttpConnector::new());
        session.capabilities(wanted.clone());
        match session.connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return client,
            // It needs a moment until it listens.
            Err(error) => assert!(start.elapsed() < PATIENCE, "no window: {error}"),
        }
    }
}

/// Has the page do something, and waits until it is done.
async fn does(window: &Client, script: &str, with: Vec<Value>) {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         Promise.resolve({script}).then(() => done(null), (wrong) => done(String(wrong)))"
    );
    assert_eq!(window.execute_async(&script, with).await.unwrap(), Value::Null);
}

/// What a phone shows at this moment.
fn picture(folder: &Path, worker: &str) -> String {
    let png = folder.join("code.png");
    let shown = hmskort()
        .args(["wallet", "--store"])
        .arg(folder.join(worker))
        .args(["show", "--png"])
        .arg(&png)
        .output();
    assert!(shown.unwrap().status.success());
    BASE64.encode(&fs::read(png).unwrap())
}
