//! Reports, as those read them who get them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod crew;
mod document;
mod file;
mod sample;
