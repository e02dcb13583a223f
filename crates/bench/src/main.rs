//! The measures of `docs/MEASURES.md`, as ratios and sizes within one run: `make bench`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a tool that nobody's card depends on"
)]

mod size;
mod status_list;
mod verify;

/// Cards in Norway.
const CARDS: u32 = 425_000;

fn main() {
    size::measure();
    status_list::measure();
    verify::measure();
}
