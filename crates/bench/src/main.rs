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
    clippy::cast_precision_loss,
    reason = "a tool that nobody's card depends on"
)]

mod camera;
mod index;
mod issuing;
mod night;
mod pack;
mod page;
mod photo;
mod population;
mod scan;
mod show;
mod size;
mod soak;
mod status_list;
mod verify;

/// Cards in Norway.
const CARDS: u32 = 425_000;

/// Each measure, by name.
const MEASURES: [(&str, fn()); 12] = [
    ("size", size::measure),
    ("status-list", status_list::measure),
    ("verify", verify::measure),
    ("scan", scan::measure),
    ("photo", photo::measure),
    ("issuing", issuing::measure),
    ("page", page::measure),
    ("night", night::measure),
    ("index", index::measure),
    ("pack", pack::measure),
    ("show", show::measure),
    ("soak", soak::measure),
];

/// All measures, or those named.
fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    if let [what, store] = named.as_slice()
        && what == "index-rest"
    {
        return index::rest(store.as_ref());
    }
    for (name, measure) in MEASURES {
        if named.is_empty() || named.iter().any(|one| one == name) {
            measure();
        }
    }
}
