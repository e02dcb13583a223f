//! The inspector's device against a real issuer: its real service on loopback, real SQLite, real
//! files. The clock is an argument; nothing sleeps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod again;
mod custody;
mod index;
mod inspection;
mod large;
mod lookup;
mod office;
mod pack;
mod report;
mod site;
