//! Clients of the registers, in their real wire formats.
//!
//! Each file says what of its format is documented, and what is our best reading.

mod approvals;
pub(crate) mod asker;
mod assignments;
mod employments;
mod entities;
mod gate;
mod permits;
mod population;
mod reply;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::maskinporten::Maskinporten;
use crate::settings::Endpoint;
use crate::{Register, Registers, Settings, Unconnected};

use asker::Asker;

/// A clock. Only the age of tokens is measured with it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// All registers where the settings say they are. Nothing is asked yet.
///
/// # Errors
/// [`Unconnected`]: an address, a key or Maskinporten is missing from the settings.
pub fn connect(settings: &Settings, clock: Clock) -> Result<Registers, Unconnected> {
    let client = asker::client()?;
    let maskinporten = match &settings.maskinporten {
        Some(settings) => Some(Arc::new(Maskinporten::new(settings, client.clone(), clock)?)),
        None => None,
    };
    let asker = |register| {
        let endpoint = Endpoint::of(register, settings.of(register))?;
        let tokens = match (&endpoint.scope, &maskinporten) {
            (None, _) => None,
            (Some(_), None) => return Err(Unconnected::NoMaskinporten(register)),
            (Some(_), Some(maskinporten)) => Some(Arc::clone(maskinporten)),
        };
        Ok(Asker::new(client.clone(), endpoint, tokens))
    };
    let approvals = |register| Ok(Arc::new(approvals::Client::new(register, asker(register)?)));
    Ok(Registers {
        entities: Arc::new(entities::Client(asker(Register::Entities)?)),
        employments: Arc::new(employments::Client(asker(Register::Employments)?)),
        assignments: Arc::new(assignments::Client(asker(Register::Assignments)?)),
        population: Arc::new(population::Client(asker(Register::Population)?)),
        permits: Arc::new(permits::Client(asker(Register::Permits)?)),
        staffing: approvals(Register::Staffing)?,
        cleaning: approvals(Register::Cleaning)?,
        car_care: approvals(Register::CarCare)?,
    })
}
