//! Made-up registers: any number of companies and people who don't exist, the same for the same
//! seed, behind a server that speaks the registers' real formats over HTTP and can be told to
//! fail.
//!
//! It is what `make run` and the tests ask in the registers' place. Nothing in here is secret, and
//! none of it may stand in for a real register: [`REHEARSAL_KEY`] is there for all to read.
//!
//! ```
//! use chrono::NaiveDate;
//! use synthetic::{Size, World};
//!
//! let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
//! let size = Size { companies: 40, people: 200, seed: 1 };
//! let (one, same) = (World::new(size, today), World::new(size, today));
//! assert_eq!(one.examples(), same.examples());
//! ```

mod access;
mod admin;
mod companies;
mod example;
mod fault;
mod format;
mod maskinporten;
mod server;
mod workers;
mod world;

use std::path::PathBuf;

use registers::{MaskinportenSettings, Register, Settings};

pub use example::Example;
pub use fault::{Failing, Fault, UnknownFault};
pub use server::{Server, router, serve};
pub use world::{Size, World};

/// The client's key at the made-up Maskinporten (PEM). It protects nothing.
pub const REHEARSAL_KEY: &[u8] = include_bytes!("rehearsal.pem");

/// What the client is called there.
const CLIENT_ID: &str = "hmskort-rehearsal";

/// What its key is called there.
const KEY_ID: &str = "rehearsal-1";

/// What a register's client asks the made-up Maskinporten for. UDI's is made up too.
fn scope(register: Register) -> Option<&'static str> {
    match register {
        Register::Employments => Some("nav:aareg/v1/arbeidsforhold"),
        Register::Assignments => Some("skatteetaten:arbeidsforhold"),
        Register::Population => Some("folkeregister:deling/offentligmedhjemmel"),
        Register::Permits => Some("udi:personstatus"),
        Register::Entities | Register::Staffing | Register::Cleaning | Register::CarCare => None,
    }
}

/// Settings for asking a server at `base`, `http://…` without a slash at the end. `key_file` is a
/// file with [`REHEARSAL_KEY`].
#[must_use]
pub fn settings(base: &str, key_file: PathBuf) -> Settings {
    let mut settings = Settings {
        maskinporten: Some(MaskinportenSettings {
            token_endpoint: format!("{base}/maskinporten/token"),
            audience: format!("{base}/maskinporten/"),
            client_id: CLIENT_ID.to_owned(),
            key_id: KEY_ID.to_owned(),
            key_file,
        }),
        ..Settings::default()
    };
    for register in Register::ALL {
        let endpoint = settings.of_mut(register);
        endpoint.address = Some(format!("{base}/{register}"));
        // An empty scope is none.
        endpoint.scope = Some(scope(register).unwrap_or_default().to_owned());
        endpoint.limits = Some(registers::Limits::new(64, 100_000, 1_000));
    }
    settings
}
