//! The one place where the app reads the time.

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};

use crate::windows::Args;

static AHEAD: OnceLock<TimeDelta> = OnceLock::new();

/// Lets the clock start at the time that a rehearsal asks for.
pub(crate) fn start(args: &Args) {
    let ahead = args.starts_at().map_or_else(TimeDelta::zero, |at| at - Utc::now());
    let _ = AHEAD.set(ahead);
}

/// Now.
pub(crate) fn now() -> DateTime<Utc> {
    Utc::now() + AHEAD.get().copied().unwrap_or_default()
}
