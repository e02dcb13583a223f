//! Companies and people who don't exist.

use std::sync::Arc;

use chrono::NaiveDate;
use people::mixed;
use registers::Memory;

use crate::companies::Company;
use crate::example::{Example, Examples};
use crate::workers;

/// How large, and which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many companies; at most 700,000, and at least one.
    pub companies: u32,
    /// How many people; at most 3 million.
    pub people: u32,
    /// The same seed makes the same world.
    pub seed: u64,
}

/// All registers, filled.
#[derive(Debug)]
pub struct World {
    memory: Arc<Memory>,
    examples: Vec<Example>,
}

impl World {
    /// Makes a world as it is on a day.
    ///
    /// Which company and which person is in which trouble follows from their place alone, so that
    /// each kind is there from some hundred companies and a thousand people on. Their names and
    /// numbers follow from the seed.
    #[must_use]
    pub fn new(size: Size, today: NaiveDate) -> Self {
        let memory = Memory::default();
        let mut examples = Examples::default();
        let count = size.companies.clamp(1, 700_000);
        // Where in all the numbers that there are this seed begins.
        let first = u32::try_from(mixed(size.seed) % 1_000_000).unwrap_or_default();
        let companies: Vec<Company> =
            (0..count).map(|n| Company::put(&memory, &mut examples, n, first, today)).collect();
        workers::put_all(&memory, &mut examples, &companies, size, first, today);
        Self { memory: Arc::new(memory), examples: examples.all() }
    }

    /// The registers.
    #[must_use]
    pub fn memory(&self) -> &Arc<Memory> {
        &self.memory
    }

    /// One of each kind that there is.
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }
}
