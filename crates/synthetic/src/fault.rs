//! How a register can fail.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How a register fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Fault {
    /// It takes the request and never answers.
    Silent,
    /// It answers after so many milliseconds.
    Slow(u32),
    /// It answers with this status, 400 to 599.
    Fail(u16),
    /// It answers with JSON of another shape.
    Garbage,
    /// It answers without end.
    Endless,
    /// It answers with a page that asks for a login, and status 404: a captive portal.
    Html,
    /// Half of those whom it has are missing.
    Half,
}

/// Not a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fault is one of: silent, slow:MILLISECONDS, fail:STATUS, garbage, endless, html, half")]
pub struct UnknownFault;

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let (word, number) = match text.split_once(':') {
            Some((word, number)) => (word, Some(number.parse().map_err(|_| UnknownFault)?)),
            None => (text, None),
        };
        match (word, number) {
            ("silent", None) => Ok(Self::Silent),
            ("garbage", None) => Ok(Self::Garbage),
            ("endless", None) => Ok(Self::Endless),
            ("html", None) => Ok(Self::Html),
            ("half", None) => Ok(Self::Half),
            ("slow", Some(ms)) => Ok(Self::Slow(ms)),
            ("fail", Some(status @ 400..=599)) => {
                u16::try_from(status).map(Self::Fail).map_err(|_| UnknownFault)
            }
            _ => Err(UnknownFault),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent => f.write_str("silent"),
            Self::Slow(ms) => write!(f, "slow:{ms}"),
            Self::Fail(status) => write!(f, "fail:{status}"),
            Self::Garbage => f.write_str("garbage"),
            Self::Endless => f.write_str("endless"),
            Self::Html => f.write_str("html"),
            Self::Half => f.write_str("half"),
        }
    }
}

impl TryFrom<String> for Fault {
    type Error = UnknownFault;

    fn try_from(text: String) -> Result<Self, UnknownFault> {
        text.parse()
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        fault.to_string()
    }
}

impl Fault {
    /// How long a slow one takes.
    pub(crate) fn delay(self) -> Option<Duration> {
        match self {
            Self::Slow(ms) => Some(Duration::from_millis(u64::from(ms))),
            _ => None,
        }
    }
}

/// A fault, and how often it is still to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failing {
    /// How.
    pub fault: Fault,
    /// How often, and then no more; without it, until it is taken away.
    pub times: Option<u32>,
}

/// The parts of the server that can fail, by name: each register, and `maskinporten`.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    parts: Mutex<HashMap<String, Part>>,
}

#[derive(Debug, Default)]
struct Part {
    failing: Option<Failing>,
    asked: u64,
}

impl Faults {
    pub(crate) fn set(&self, part: &str, failing: Option<Failing>) {
        self.parts().entry(part.to_owned()).or_default().failing = failing;
    }

    /// Counts a request, and says how it is to fail.
    pub(crate) fn meet(&self, part: &str) -> Option<Fault> {
        let mut parts = self.parts();
        let part = parts.entry(part.to_owned()).or_default();
        part.asked += 1;
        let failing = part.failing.as_mut()?;
        match &mut failing.times {
            Some(0) => return None,
            Some(left) => *left -= 1,
            None => {}
        }
        Some(failing.fault)
    }

    /// Whether half of those it has are missing now.
    pub(crate) fn halves(&self, part: &str) -> bool {
        let parts = self.parts();
        let failing = parts.get(part).and_then(|part| part.failing);
        failing.is_some_and(|failing| failing.fault == Fault::Half)
    }

    pub(crate) fn asked(&self, part: &str) -> u64 {
        self.parts().get(part).map_or(0, |part| part.asked)
    }

    fn parts(&self) -> MutexGuard<'_, HashMap<String, Part>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_read_back() {
        for text in ["silent", "slow:2000", "fail:503", "garbage", "endless", "html", "half"] {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), text);
            assert!(UnknownFault.to_string().contains(text.split(':').next().unwrap()));
        }
        for wrong in ["", "slow", "slow:", "slow:x", "fail:200", "fail:600", "half:1", "SILENT"] {
            assert_eq!(wrong.parse::<Fault>(), Err(UnknownFault), "{wrong}");
        }
    }

    #[test]
    fn a_fault_that_is_to_happen_twice_happens_twice() {
        let faults = Faults::default();
        faults.set("entities", Some(Failing { fault: Fault::Garbage, times: Some(2) }));
        let met: Vec<_> = (0..3).map(|_| faults.meet("entities")).collect();
        assert_eq!(met, [Some(Fault::Garbage), Some(Fault::Garbage), None]);
        assert_eq!(faults.meet("population"), None, "the others don't fail");
        assert_eq!(faults.asked("entities"), 3);
    }
}
