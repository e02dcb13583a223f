//! From the start of the worker's app to the first code on the screen, in time and memory, against
//! an empty Tauri window built the same way. What counts is what the screen shows: a virtual one,
//! whose pixels lie in a file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use test_support::Running;

const ROUNDS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(60);

/// Pixels of a colour that a window must show: a code's modules, or the empty page.
struct Sign {
    colour: [u8; 3],
    pixels: std::ops::Range<usize>,
}

/// Black modules; more black than these would be a window that has painted nothing yet.
const CODE: Sign = Sign { colour: [0, 0, 0], pixels: 15_000..120_000 };
/// The page of `src-tauri/examples/empty`.
const EMPTY: Sign = Sign { colour: [0x12, 0x34, 0x56], pixels: 100_000..usize::MAX };

pub(crate) fn measure() {
    let release = std::env::current_exe().unwrap().parent().unwrap().to_path_buf();
    let folder = tempfile::tempdir().unwrap();
    let demo = Command::new(release.join("hmskort"))
        .args(["demo", "--headless", "--keep"])
        .arg(folder.path())
        .output();
    assert!(demo.is_ok_and(|demo| demo.status.success()), "`make bench` builds hmskort first");
    let screen = Screen::start(folder.path());
    let store = folder.path().join("worker");
    let app = || {
        let mut command = Command::new(release.join("hmskort-app"));
        command.args(["--role", "worker", "--store"]).arg(&store);
        command
    };
    let empty = || Command::new(release.join("examples/empty"));

    // The first start of each fills the caches.
    let mut rounds: Vec<[Shown; 2]> = (0..=ROUNDS)
        .map(|_| [screen.show(&mut empty(), &EMPTY), screen.show(&mut app(), &CODE)])
        .collect();
    rounds.remove(0);
    let median = |of: &dyn Fn(&[Shown; 2]) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    println!("\nshow, {ROUNDS} starts          empty window     first code   ratio");
    println!(
        "  time, ms                    {:>9.0}      {:>9.0}   {:>5.2}",
        median(&|round| round[0].ms),
        median(&|round| round[1].ms),
        median(&|round| round[1].ms / round[0].ms),
    );
    println!(
        "  memory, MB                  {:>9.0}      {:>9.0}   {:>5.2}",
        median(&|round| round[0].megabytes),
        median(&|round| round[1].megabytes),
        median(&|round| round[1].megabytes / round[0].megabytes),
    );
}

struct Shown {
    ms: f64,
    megabytes: f64,
}

/// A virtual screen.
pub(crate) struct Screen {
    display: String,
    pixels: PathBuf,
    home: PathBuf,
    _server: Running,
}

impl Screen {
    pub(crate) fn start(folder: &Path) -> Self {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1000x1000x24", "-nolisten", "tcp"])
                .args(["-wr", "-fbdir"])
                .arg(folder)
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        BufReader::new(server.child().stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self {
            display: format!(":{}", number.trim()),
            pixels: folder.join("Xvfb_screen0"),
            home: folder.join("home"),
            _server: server,
        }
    }

    /// What a program needs to show itself here, and to leave nothing elsewhere.
    pub(crate) fn at_home<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .envs(["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"].map(|name| (name, &self.home)))
            .stderr(Stdio::null())
    }

    /// Starts a program, waits until the screen shows the sign, and ends it.
    fn show(&self, command: &mut Command, sign: &Sign) -> Shown {
        let command = self.at_home(command);
        let start = Instant::now();
        let mut running = Running::start(command);
        while !sign.pixels.contains(&self.count(sign.colour)) {
            assert!(start.elapsed() < PATIENCE, "{command:?} shows nothing");
        }
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let megabytes = memory(running.child().id());
        drop(running);
        while self.count(sign.colour) > 0 {
            assert!(start.elapsed() < 2 * PATIENCE, "{command:?} stays");
        }
        Shown { ms, megabytes }
    }

    /// How many pixels have this colour. The file is an X window dump: its head tells its length.
    fn count(&self, [red, green, blue]: [u8; 3]) -> usize {
        let dump = fs::read(&self.pixels).unwrap_or_default();
        let Some(head) = dump.first_chunk::<4>() else { return 0 };
        // 256 colours of 12 bytes stand between the head and the pixels.
        let start = u32::from_be_bytes(*head) as usize + 256 * 12;
        let pixels = dump.get(start..).unwrap_or_default();
        pixels.chunks_exact(4).filter(|pixel| pixel[..3] == [blue, green, red]).count()
    }
}

/// The memory of a process group in megabytes, what is shared counted in shares.
fn memory(group: u32) -> f64 {
    of_group(group, |kilobytes| kilobytes("Pss:")).values().sum()
}

/// That of its processes by their names, without files: who else runs the same program at that moment
/// changes their shares.
pub(crate) fn private(group: u32) -> BTreeMap<String, f64> {
    of_group(group, |kilobytes| Some(kilobytes("Pss:")? - kilobytes("Pss_File:")?))
}

fn of_group(
    group: u32,
    count: impl Fn(&dyn Fn(&str) -> Option<f64>) -> Option<f64>,
) -> BTreeMap<String, f64> {
    let of = |process: &Path| {
        let stat = fs::read_to_string(process.join("stat")).ok()?;
        // The name may hold anything; the group is the third field behind it.
        let (name, fields) = stat.rsplit_once(')')?;
        let its_group: u32 = fields.split_whitespace().nth(2)?.parse().ok()?;
        let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
        let kilobytes = count(&|field| {
            let line = rollup.lines().find_map(|line| line.strip_prefix(field))?;
            line.split_whitespace().next()?.parse().ok()
        })?;
        let name = name.split_once('(')?.1.to_owned();
        (its_group == group).then_some((name, kilobytes / 1024.0))
    };
    let mut all = BTreeMap::new();
    for process in fs::read_dir("/proc").unwrap().flatten() {
        if let Some((name, megabytes)) = of(&process.path()) {
            *all.entry(name).or_default() += megabytes;
        }
    }
    all
}
