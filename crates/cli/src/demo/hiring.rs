//! Whom the demo is about: companies and workers, as made-up registers have them.

use std::path::Path;
use std::sync::Arc;

use card::{CardNumber, EmploymentId, Industry, NationalId, OrganisationNumber};
use chrono::{DateTime, Utc};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker};
use registers::{Answer, Entities, Entry, Registers, Resident, Silence};
use synthetic::{Server, Size};
use tokio::net::TcpListener;

use crate::CliError;

const TOO_FEW: &str = "the demo's registers don't have what they should";

/// Made-up registers, running, and their clients.
pub(crate) struct Hiring {
    server: Arc<Server>,
    registers: Registers,
}

/// A worker, and the card that was made.
pub(crate) struct Hired {
    pub(crate) card: CardNumber,
    pub(crate) company: OrganisationNumber,
    pub(crate) employment: EmploymentId,
    person: NationalId,
}

impl Hiring {
    /// Starts registers on this machine; they stop with the runtime.
    pub(crate) async fn start(folder: &Path) -> Result<Self, CliError> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let size = Size { companies: 40, people: 400, seed: 1 };
        let address = listener.local_addr()?;
        let (server, settings) = crate::registers::rehearsal(size, address, folder)?;
        let registers = registers::connect(&settings, Arc::new(Utc::now))?;
        let served = synthetic::serve(Arc::clone(&server), listener, std::future::pending());
        tokio::spawn(served);
        Ok(Self { server, registers })
    }

    /// Asks the registers about a cleaning company and two of its workers, and makes their cards.
    pub(crate) async fn hire(
        &self,
        issuer: &Issuer,
        now: DateTime<Utc>,
    ) -> Result<Vec<Hired>, CliError> {
        let mut hired = Vec::new();
        for example in self.server.world().examples() {
            let Some(person) = &example.person else { continue };
            if example.kind != "in_order" || example.industry != Industry::Cleaning {
                continue;
            }
            let (company, sub_unit) = (example.company, example.sub_unit);
            self.company(issuer, company, now).await?;
            let resident = found(self.registers.population.resident(person).await)?;
            if !self.is_employed(person, company, sub_unit, now).await? {
                return Err(CliError::Words("the demo's worker is not employed".into()));
            }
            let card = issuer.add_worker(&NewWorker {
                name: resident.name,
                national_id: resident.national_id,
                birth_date: resident.birth_date,
            })?;
            let job = NewEmployment { card, company, sub_unit, industry: example.industry };
            let employment = issuer.add_employment(&job, now)?;
            hired.push(Hired { card, company, employment, person: person.clone() });
        }
        Ok(hired)
    }

    async fn company(
        &self,
        issuer: &Issuer,
        number: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<(), CliError> {
        let Entry::Unit(unit) = found(self.registers.entities.main_unit(number).await)? else {
            return Err(CliError::Words("the demo's company is deleted".into()));
        };
        found(self.registers.cleaning.approval(number).await)?;
        let company = NewCompany { organisation_number: number, name: unit.name };
        issuer.add_company(&company)?;
        Ok(issuer.set_approval(number, Industry::Cleaning, true, "demo office", now)?)
    }

    /// Two people whom the registers have, and nobody hired.
    pub(crate) async fn others(&self) -> Result<[Resident; 2], CliError> {
        let examples = self.server.world().examples().iter();
        let construction = examples.filter(|one| one.industry == Industry::Construction);
        let mut people = construction.filter_map(|one| one.person.as_ref());
        let mut next = || people.next().ok_or(CliError::Words(TOO_FEW.into()));
        let (first, second) = (next()?, next()?);
        let population = &self.registers.population;
        let first = found(population.resident(first).await)?;
        Ok([first, found(population.resident(second).await)?])
    }

    /// Enhetsregisteret.
    pub(crate) fn entities(&self) -> Arc<dyn Entities> {
        Arc::clone(&self.registers.entities)
    }

    /// A worker leaves, the employer reports it, and Aa-registeret is asked again. `true` when it
    /// has no employment any more.
    pub(crate) async fn leaves(&self, worker: &Hired) -> Result<bool, CliError> {
        self.server.world().memory().set_employments(&worker.person, Vec::new());
        let asked = self.registers.employments.employments(&worker.person).await;
        asked.found().map(|employments| employments.is_none()).map_err(silent)
    }

    async fn is_employed(
        &self,
        person: &NationalId,
        company: OrganisationNumber,
        sub_unit: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<bool, CliError> {
        let employments = found(self.registers.employments.employments(person).await)?;
        Ok(employments.iter().any(|one| one.is_at(company, sub_unit, now.date_naive())))
    }
}

fn found<T>(answer: Answer<T>) -> Result<T, CliError> {
    let nobody = || CliError::Words(TOO_FEW.into());
    answer.found().map_err(silent)?.ok_or_else(nobody)
}

fn silent(silence: Silence) -> CliError {
    CliError::Words(format!("a register of the demo gave no answer: {silence}"))
}
