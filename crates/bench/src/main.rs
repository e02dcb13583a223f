//! The measures of `docs/MEASURES.md`, as ratios and sizes within one run: `make bench`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "a tool that nobody's card depends on"
)]

mod camera;
mod scan;
mod show;
mod size;
mod status_list;
mod verify;

/// Cards in Norway.
const CARDS: u32 = 425_000;

fn main() {
    size::measure();
    status_list::measure();
    verify::measure();
    scan::measure();
    show::measure();
}
