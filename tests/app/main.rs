//! The real app in a real window on a virtual screen, driven over WebDriver, with the real
//! service, the real stores and a real key store. Codes are read off the screen by zxing-cpp.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    missing_debug_implementations
)]

mod camera;
mod office;
mod screen;
mod window;

mod accessible;
mod acts;
mod customer;
mod employer;
mod enrolment;
mod find;
mod icons;
mod inspection;
mod inspector;
mod keyboard;
mod lasting;
mod live;
mod notices;
mod outdoors;
mod own;
mod pack;
mod photo;
mod receipts;
mod report;
mod screens;
mod shell;
mod states;
mod worker;

use std::time::Duration;

const APP: &str = env!("CARGO_BIN_EXE_hmskort-app");

/// How long a window may take to show what it should. Generous: CI's machine is slow and busy.
const PATIENCE: Duration = Duration::from_secs(120);
