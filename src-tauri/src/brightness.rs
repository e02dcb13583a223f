//! The brightness of the screen: full while a code shows, afterwards as it was.
//!
//! A dim screen is what most often keeps a code from being read. On Linux logind sets the
//! backlight, for the user whose session it is and without more rights. Other systems have their
//! own ways, which nothing here can try; there it does nothing yet (`docs/decisions`).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Where Linux tells of backlights.
const BACKLIGHTS: &str = "/sys/class/backlight";

/// The screen, and how bright it was before it was made brighter.
#[derive(Debug)]
pub(crate) struct Brightness {
    lights: PathBuf,
    bus: Bus,
    raised: Mutex<Option<Light>>,
}

/// Where logind is asked.
#[derive(Debug)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "logind is Linux's"))]
enum Bus {
    System,
    #[cfg(test)]
    At(String),
}

/// A backlight, in the steps that it counts in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Light {
    name: String,
    before: u32,
    full: u32,
}

impl Default for Brightness {
    fn default() -> Self {
        Self { lights: BACKLIGHTS.into(), bus: Bus::System, raised: Mutex::default() }
    }
}

impl Brightness {
    /// Makes the screen as bright as it gets, and says whether that was possible.
    pub(crate) fn raise(&self) -> bool {
        let mut raised = self.raised.lock().unwrap_or_else(PoisonError::into_inner);
        if raised.is_none() {
            *raised = self
                .light()
                .filter(|light| light.before < light.full && self.set(&light.name, light.full));
        }
        raised.is_some()
    }

    /// Makes it as bright as it was, unless somebody has set it meanwhile.
    pub(crate) fn restore(&self) {
        let raised = self.raised.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Light { name, before, full }) = raised else { return };
        if steps(&self.lights.join(&name).join("brightness")) == Some(full) {
            self.set(&name, before);
        }
    }

    /// The screen's backlight; desktop screens have none.
    fn light(&self) -> Option<Light> {
        fs::read_dir(&self.lights).ok()?.flatten().find_map(|entry| {
            let before = steps(&entry.path().join("brightness"))?;
            let full = steps(&entry.path().join("max_brightness"))?;
            Some(Light { name: entry.file_name().into_string().ok()?, before, full })
        })
    }

    /// Asks logind (`org.freedesktop.login1.Session.SetBrightness`).
    #[cfg(target_os = "linux")]
    fn set(&self, light: &str, steps: u32) -> bool {
        use zbus::blocking::Connection;
        let connection = match &self.bus {
            Bus::System => Connection::system(),
            #[cfg(test)]
            Bus::At(address) => zbus::blocking::connection::Builder::address(address.as_str())
                .and_then(zbus::blocking::connection::Builder::build),
        };
        let asked = connection.and_then(|bus| {
            bus.call_method(
                Some("org.freedesktop.login1"),
                "/org/freedesktop/login1/session/auto",
                Some("org.freedesktop.login1.Session"),
                "SetBrightness",
                &("backlight", light, steps),
            )
        });
        asked.is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    fn set(&self, _light: &str, _steps: u32) -> bool {
        false
    }
}

/// The number in a file.
fn steps(file: &Path) -> Option<u32> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use tempfile::TempDir;
    use test_support::Running;

    use super::*;

    /// logind, as far as backlights go.
    struct Session(PathBuf);

    #[zbus::interface(name = "org.freedesktop.login1.Session")]
    impl Session {
        fn set_brightness(&self, subsystem: &str, name: &str, steps: u32) -> zbus::fdo::Result<()> {
            assert_eq!(subsystem, "backlight");
            let file = self.0.join(name).join("brightness");
            fs::write(file, steps.to_string()).map_err(|e| zbus::fdo::Error::Failed(e.to_string()))
        }
    }

    /// A laptop's screen at 300 of 1000, and a real bus on which logind is asked.
    struct Laptop {
        lights: TempDir,
        brightness: Brightness,
        _logind: zbus::blocking::Connection,
        _bus: Running,
    }

    impl Laptop {
        fn new() -> Self {
            let lights = tempfile::tempdir().unwrap();
            let light = lights.path().join("intel_backlight");
            fs::create_dir(&light).unwrap();
            fs::write(light.join("max_brightness"), "1000\n").unwrap();
            fs::write(light.join("brightness"), "300\n").unwrap();
            let mut daemon = Command::new("dbus-daemon");
            daemon.args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped());
            let mut bus = Running::start(&mut daemon);
            let mut address = String::new();
            BufReader::new(bus.child().stdout.take().unwrap()).read_line(&mut address).unwrap();
            let address = address.trim().to_owned();
            let logind = zbus::blocking::connection::Builder::address(address.as_str())
                .unwrap()
                .name("org.freedesktop.login1")
                .unwrap()
                .serve_at("/org/freedesktop/login1/session/auto", Session(lights.path().to_owned()))
                .unwrap()
                .build()
                .unwrap();
            let brightness = Brightness {
                lights: lights.path().to_owned(),
                bus: Bus::At(address),
                raised: Mutex::default(),
            };
            Self { lights, brightness, _logind: logind, _bus: bus }
        }

        fn file(&self) -> PathBuf {
            self.lights.path().join("intel_backlight/brightness")
        }
    }

    #[test]
    fn it_is_full_while_a_code_shows_and_then_as_it_was() {
        let laptop = Laptop::new();
        assert!(laptop.brightness.raise());
        assert_eq!(steps(&laptop.file()), Some(1000));
        assert!(laptop.brightness.raise(), "twice is once");
        laptop.brightness.restore();
        assert_eq!(steps(&laptop.file()), Some(300));
    }

    #[test]
    fn what_somebody_set_meanwhile_stays() {
        let laptop = Laptop::new();
        laptop.brightness.raise();
        fs::write(laptop.file(), "450").unwrap();
        laptop.brightness.restore();
        assert_eq!(steps(&laptop.file()), Some(450));
    }

    #[test]
    fn without_a_backlight_or_without_logind_nothing_happens() {
        let laptop = Laptop::new();
        let no_light = Brightness { lights: "/nonexistent".into(), ..Brightness::default() };
        assert!(!no_light.raise());
        let bus = Bus::At("unix:path=/nonexistent".into());
        let lights = laptop.lights.path().to_owned();
        let no_logind = Brightness { lights, bus, raised: Mutex::default() };
        assert!(!no_logind.raise());
        no_logind.restore();
        assert_eq!(steps(&laptop.file()), Some(300));
    }
}
