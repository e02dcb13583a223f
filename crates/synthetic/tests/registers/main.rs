//! The clients against the made-up registers, over real HTTP on this machine.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod answers;
mod failures;
mod rehearsal;
mod tokens;
mod world;
