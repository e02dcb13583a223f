//! All registers in memory: for tests, benches, and behind the synthetic server.

use std::collections::HashMap;

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use async_trait::async_trait;
use card::{NationalId, OrganisationNumber};

use crate::{
    Answer, Approval, Approvals, Assignments, Employment, Employments, Entities, Entry, Limits,
    Period, Permit, Permits, Population, Register, Registers, Resident, Silence, Unit,
};

/// All registers in memory. What is put in can be put in again, while others ask.
#[derive(Debug, Default)]
pub struct Memory {
    held: RwLock<Held>,
}

#[derive(Debug, Default)]
struct Held {
    units: HashMap<OrganisationNumber, Entry>,
    sub_units: HashMap<OrganisationNumber, Vec<OrganisationNumber>>,
    people: HashMap<u64, Person>,
    approvals: HashMap<(Register, OrganisationNumber), Approval>,
    silent: HashMap<Register, Silence>,
}

/// What all registers have on one person.
#[derive(Clone, Debug, Default)]
struct Person {
    resident: Option<Resident>,
    employments: Vec<Employment>,
    assignments: Vec<(OrganisationNumber, Period)>,
    permit: Option<Permit>,
}

/// The number as a number: half the size, and it is looked up all the time.
fn key(person: &NationalId) -> u64 {
    person.expose().parse().unwrap_or_default()
}

impl Memory {
    /// One of each register, all of them this.
    #[must_use]
    pub fn registers(self: &Arc<Self>) -> Registers {
        let approvals = |register| {
            let memory = Arc::clone(self);
            Arc::new(ApprovalsIn { memory, register })
        };
        Registers {
            entities: self.clone(),
            employments: self.clone(),
            assignments: self.clone(),
            population: self.clone(),
            permits: self.clone(),
            staffing: approvals(Register::Staffing),
            cleaning: approvals(Register::Cleaning),
            car_care: approvals(Register::CarCare),
        }
    }

    /// Puts a unit in, or its new state.
    pub fn put_unit(&self, unit: Unit) {
        let mut held = self.write();
        if let Some(main_unit) = unit.main_unit {
            let numbers = held.sub_units.entry(main_unit).or_default();
            if !numbers.contains(&unit.number) {
                numbers.push(unit.number);
            }
        }
        held.units.insert(unit.number, Entry::Unit(unit));
    }

    /// Deletes a unit.
    pub fn delete_unit(&self, number: OrganisationNumber, on: Option<chrono::NaiveDate>) {
        self.write().units.insert(number, Entry::Deleted { on });
    }

    /// Puts a person into Folkeregisteret, or their new state, under the number that counts.
    pub fn put_resident(&self, resident: Resident) {
        let key = key(&resident.national_id);
        self.write().people.entry(key).or_default().resident = Some(resident);
    }

    /// Answers for an older number with the person who has another now.
    pub fn put_resident_under(&self, older: &NationalId, resident: Resident) {
        self.write().people.entry(key(older)).or_default().resident = Some(resident);
    }

    /// Takes a person out of Folkeregisteret.
    pub fn remove_resident(&self, person: &NationalId) {
        self.change(person, |person| person.resident = None);
    }

    /// Sets all employments of a person in Aa-registeret.
    pub fn set_employments(&self, person: &NationalId, employments: Vec<Employment>) {
        self.change(person, |person| person.employments = employments);
    }

    /// Sets all assignments of a person in OAR: for which company, and when.
    pub fn set_assignments(
        &self,
        person: &NationalId,
        assignments: Vec<(OrganisationNumber, Period)>,
    ) {
        self.change(person, |person| person.assignments = assignments);
    }

    /// Sets, or takes away, a person's permit.
    pub fn set_permit(&self, person: &NationalId, permit: Option<Permit>) {
        self.change(person, |person| person.permit = permit);
    }

    /// Sets, or takes away, how a company stands in one of Arbeidstilsynet's registers.
    pub fn set_approval(
        &self,
        register: Register,
        company: OrganisationNumber,
        approval: Option<Approval>,
    ) {
        let mut held = self.write();
        match approval {
            Some(approval) => held.approvals.insert((register, company), approval),
            None => held.approvals.remove(&(register, company)),
        };
    }

    /// Makes a register silent; `None` makes it answer again.
    pub fn silence(&self, register: Register, silence: Option<Silence>) {
        let mut held = self.write();
        match silence {
            Some(silence) => held.silent.insert(register, silence),
            None => held.silent.remove(&register),
        };
    }

    fn change(&self, person: &NationalId, change: impl FnOnce(&mut Person)) {
        change(self.write().people.entry(key(person)).or_default());
    }

    /// Looks something up in a register that is not silent.
    fn ask<T>(&self, register: Register, look: impl FnOnce(&Held) -> Option<T>) -> Answer<T> {
        let held = self.read();
        match held.silent.get(&register) {
            Some(silence) => Answer::Silent(*silence),
            None => Answer::of(look(&held)),
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        // A panic elsewhere left at most a value that was about to be changed.
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn person(&self, person: &NationalId) -> Option<&Person> {
        self.people.get(&key(person))
    }

    /// An entry that is a main unit, or a sub-unit. A deleted one may have been either.
    fn entry(&self, number: OrganisationNumber, is_sub_unit: bool) -> Option<Entry> {
        let entry = self.units.get(&number)?;
        let fits = match entry {
            Entry::Unit(unit) => unit.main_unit.is_some() == is_sub_unit,
            Entry::Deleted { .. } => true,
        };
        fits.then(|| entry.clone())
    }
}

/// What is there, unless there is nothing.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

#[async_trait]
impl Entities for Memory {
    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn main_unit(&self, number: OrganisationNumber) -> Answer<Entry> {
        self.ask(Register::Entities, |held| held.entry(number, false))
    }

    async fn sub_unit(&self, number: OrganisationNumber) -> Answer<Entry> {
        self.ask(Register::Entities, |held| held.entry(number, true))
    }

    async fn sub_units(&self, main_unit: OrganisationNumber) -> Answer<Vec<Unit>> {
        self.ask(Register::Entities, |held| {
            let numbers = held.sub_units.get(&main_unit)?;
            let units = numbers.iter().filter_map(|number| match held.units.get(number) {
                Some(Entry::Unit(unit)) => Some(unit.clone()),
                _ => None,
            });
            some(units.collect())
        })
    }
}

#[async_trait]
impl Employments for Memory {
    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn employments(&self, person: &NationalId) -> Answer<Vec<Employment>> {
        self.ask(Register::Employments, |held| some(held.person(person)?.employments.clone()))
    }
}

#[async_trait]
impl Assignments for Memory {
    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn assignments(
        &self,
        company: OrganisationNumber,
        person: &NationalId,
    ) -> Answer<Vec<Period>> {
        self.ask(Register::Assignments, |held| {
            let all = held.person(person)?.assignments.iter();
            let mut periods: Vec<_> =
                all.filter(|(of, _)| *of == company).map(|(_, period)| *period).collect();
            periods.sort_by_key(|period| period.from);
            some(periods)
        })
    }
}

#[async_trait]
impl Population for Memory {
    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn residents(&self, people: &[NationalId]) -> Vec<Answer<Resident>> {
        let one = |person| {
            self.ask(Register::Population, |held: &Held| held.person(person)?.resident.clone())
        };
        people.iter().map(one).collect()
    }
}

#[async_trait]
impl Permits for Memory {
    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn permit(&self, person: &NationalId) -> Answer<Permit> {
        self.ask(Register::Permits, |held| held.person(person)?.permit)
    }
}

/// One of Arbeidstilsynet's registers in memory.
#[derive(Debug)]
struct ApprovalsIn {
    memory: Arc<Memory>,
    register: Register,
}

#[async_trait]
impl Approvals for ApprovalsIn {
    fn register(&self) -> Register {
        self.register
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    async fn approval(&self, company: OrganisationNumber) -> Answer<Approval> {
        self.memory
            .ask(self.register, |held| held.approvals.get(&(self.register, company)).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonStatus, Standing};
    use chrono::NaiveDate;
    use test_support::{organisation_number, person};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn unit(number: OrganisationNumber, main_unit: Option<OrganisationNumber>) -> Unit {
        Unit {
            number,
            name: "Rent Hus AS".parse().unwrap(),
            main_unit,
            form: "AS".into(),
            industries: vec!["81.210".parse().unwrap()],
            vat: true,
            in_business_register: true,
            standing: Standing::Active,
            employees: None,
        }
    }

    fn resident(n: u64) -> Resident {
        let person = person(n);
        Resident {
            national_id: person.national_id,
            name: person.name,
            birth_date: person.birth_date,
            status: PersonStatus::Resident,
            since: None,
            citizenships: Vec::new(),
        }
    }

    #[tokio::test]
    async fn main_units_and_sub_units_are_asked_for_apart_and_deleted_ones_are_known() {
        let memory = Memory::default();
        let [main, sub, gone] = [1, 2, 3].map(organisation_number);
        memory.put_unit(unit(main, None));
        memory.put_unit(unit(sub, Some(main)));
        memory.put_unit(unit(gone, Some(main)));
        memory.delete_unit(gone, Some(day(1)));
        assert_eq!(memory.main_unit(sub).await, Answer::NotFound);
        assert_eq!(memory.sub_unit(main).await, Answer::NotFound);
        let deleted = Answer::Found(Entry::Deleted { on: Some(day(1)) });
        assert_eq!(memory.sub_unit(gone).await, deleted);
        assert_eq!(memory.sub_units(main).await, Answer::Found(vec![unit(sub, Some(main))]));
        assert_eq!(memory.sub_units(sub).await, Answer::NotFound);
    }

    #[tokio::test]
    async fn a_silent_register_says_neither_yes_nor_no_and_the_others_go_on() {
        let memory = Arc::new(Memory::default());
        let registers = memory.registers();
        let (known, unknown) = (resident(1), resident(2));
        memory.put_resident(known.clone());
        let people = [known.national_id.clone(), unknown.national_id];
        let ask = || registers.population.residents(&people);
        assert_eq!(ask().await, [Answer::Found(known), Answer::NotFound]);
        memory.silence(Register::Population, Some(Silence::Timeout));
        let silent = || Answer::Silent(Silence::Timeout);
        assert_eq!(ask().await, [silent(), silent()]);
        assert_eq!(registers.employments.employments(&people[0]).await, Answer::NotFound);
        memory.silence(Register::Population, None);
        assert!(matches!(ask().await[0], Answer::Found(_)));
    }

    #[tokio::test]
    async fn assignments_are_those_for_the_company_in_order() {
        let memory = Memory::default();
        let person = person(1).national_id;
        let [ours, theirs] = [1, 2].map(organisation_number);
        let period = |from, to| Period { from: day(from), to: Some(day(to)) };
        memory.set_assignments(
            &person,
            vec![(ours, period(20, 25)), (theirs, period(3, 4)), (ours, period(1, 2))],
        );
        let expected = Answer::Found(vec![period(1, 2), period(20, 25)]);
        assert_eq!(memory.assignments(ours, &person).await, expected);
        assert_eq!(memory.assignments(organisation_number(3), &person).await, Answer::NotFound);
    }

    #[tokio::test]
    async fn each_register_of_approvals_has_its_own() {
        let memory = Arc::new(Memory::default());
        let registers = memory.registers();
        let company = organisation_number(1);
        let approval =
            Approval { standing: crate::ApprovalStanding::Approved, since: Some(day(1)) };
        memory.set_approval(Register::Cleaning, company, Some(approval));
        for industry in card::Industry::ALL {
            let Some(approvals) = registers.approvals(industry) else { continue };
            let expected = match approvals.register() {
                Register::Cleaning => Answer::Found(approval),
                _ => Answer::NotFound,
            };
            assert_eq!(approvals.approval(company).await, expected, "{industry}");
        }
    }
}
