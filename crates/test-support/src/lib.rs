//! What tests need: fixed keys, a clock you set, a whole issuer in memory, synthetic people.
//!
//! Everything is deterministic: the same call gives the same bytes, so known-answer vectors can
//! be made with it. A dev-dependency only. Keys from here are public and protect nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod process;
mod tablet;
mod world;

pub use people::{
    Person, company_name, d_number, mixed, national_id, organisation_number, person, person_name,
};
pub use process::Running;
pub use tablet::Tablet;
pub use world::{Files, Phone, T0, World, at, key};
