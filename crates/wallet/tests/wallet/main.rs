//! The wallet against a real issuer over real HTTP.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod check;
mod office;
mod photo;
mod pin;
mod place;
mod receipt;
