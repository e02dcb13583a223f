//! The public registers that a card stands on (2.2): what may be asked of each, and what it may
//! answer.
//!
//! **Threat.** A register that is down, slow or wrong must never make a valid card invalid, which
//! is what people hate most about today's cards (7.3.3). So an [`Answer`] tells apart *found*,
//! *not found* and *no answer, because…*, and nothing turns the third into the second. What a
//! register sends is parsed into the types of this crate, with a limit before it is read.
//!
//! One trait a register; [`Registers`] holds one of each. [`connect`] makes their clients, in the
//! real wire formats; [`Memory`] has them all in memory, for tests and benches.
//!
//! ```
//! use registers::{Answer, Silence};
//!
//! let answer: Answer<u8> = Answer::Silent(Silence::Timeout);
//! assert_eq!(answer.found(), Err(Silence::Timeout), "neither yes nor no");
//! assert_eq!(Answer::<u8>::NotFound.found(), Ok(None));
//! ```

mod answer;
mod approvals;
mod assignments;
mod client;
mod employments;
mod entities;
mod limits;
mod maskinporten;
mod memory;
mod nace;
mod period;
mod permits;
mod population;
mod register;
mod settings;

use std::sync::Arc;

pub use answer::{Answer, Silence, UnknownSilence};
pub use approvals::{Approval, ApprovalStanding, Approvals};
pub use assignments::Assignments;
pub use client::{Clock, connect};
pub use employments::{Employment, Employments};
pub use entities::{Entities, Entry, Standing, Unit};
pub use limits::Limits;
pub use memory::Memory;
pub use nace::{MalformedNace, Nace};
pub use period::Period;
pub use permits::{Permit, Permits, WorkAccess};
pub use population::{Country, MalformedCountry, PersonStatus, Population, Resident};
pub use register::{Register, UnknownRegister};
pub use settings::{EndpointSettings, MaskinportenSettings, Settings, Unconnected};

/// One of each register.
#[derive(Clone)]
pub struct Registers {
    /// Enhetsregisteret, with what it tells of Foretaksregisteret and Merverdiavgiftsregisteret.
    pub entities: Arc<dyn Entities>,
    /// Aa-registeret.
    pub employments: Arc<dyn Employments>,
    /// Oppdrags- og arbeidsforholdsregisteret (OAR).
    pub assignments: Arc<dyn Assignments>,
    /// Folkeregisteret.
    pub population: Arc<dyn Population>,
    /// UDI's residence permits.
    pub permits: Arc<dyn Permits>,
    /// Arbeidstilsynet's register of staffing agencies.
    pub staffing: Arc<dyn Approvals>,
    /// Arbeidstilsynet's approvals for cleaning.
    pub cleaning: Arc<dyn Approvals>,
    /// Arbeidstilsynet's approvals for car care.
    pub car_care: Arc<dyn Approvals>,
}

impl Registers {
    /// The approvals that companies of an industry need; `None` where they need none.
    #[must_use]
    pub fn approvals(&self, industry: card::Industry) -> Option<&dyn Approvals> {
        match industry {
            card::Industry::Construction => None,
            card::Industry::Cleaning => Some(&*self.cleaning),
            card::Industry::CarCare => Some(&*self.car_care),
        }
    }

    /// What a register can take.
    #[must_use]
    pub fn limits(&self, register: Register) -> Limits {
        match register {
            Register::Entities => self.entities.limits(),
            Register::Employments => self.employments.limits(),
            Register::Assignments => self.assignments.limits(),
            Register::Population => self.population.limits(),
            Register::Permits => self.permits.limits(),
            Register::Staffing => self.staffing.limits(),
            Register::Cleaning => self.cleaning.limits(),
            Register::CarCare => self.car_care.limits(),
        }
    }
}

impl std::fmt::Debug for Registers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Registers(…)")
    }
}
