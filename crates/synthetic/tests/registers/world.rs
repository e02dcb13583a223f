//! Made-up worlds.

use std::collections::{BTreeSet, HashSet};

use card::{NumberSeries, OrganisationNumber};
use registers::{Answer, PersonStatus};
use synthetic::{Example, Size, World};

use crate::rehearsal::{SIZE, today};

#[tokio::test]
async fn the_same_seed_makes_the_same_world_and_another_seed_another() {
    let worlds = [7, 7, 8].map(|seed| World::new(Size { seed, ..SIZE }, today()));
    let [one, same, other] = &worlds;
    assert_eq!(one.examples(), same.examples());
    assert_ne!(one.examples(), other.examples());
    let (one, same) = (one.memory().registers(), same.memory().registers());
    for example in worlds[0].examples() {
        let Some(person) = &example.person else { continue };
        let [a, b] = [&one, &same].map(|registers| registers.population.resident(person));
        assert_eq!(a.await, b.await, "{}", example.kind);
        let [a, b] = [&one, &same].map(|registers| registers.entities.main_unit(example.company));
        assert_eq!(a.await, b.await, "{}", example.kind);
    }
}

#[test]
fn every_kind_of_trouble_is_there() {
    let world = World::new(SIZE, today());
    let kinds = |has_person: bool| -> BTreeSet<&str> {
        let some = |example: &&Example| example.person.is_some() == has_person;
        world.examples().iter().filter(some).map(|example| example.kind).collect()
    };
    let companies = [
        "approval_pending",
        "approval_refused",
        "bankrupt",
        "deleted",
        "forced_winding_up",
        "foreign",
        "in_order",
        "never_applied_for_approval",
        "no_vat",
        "not_in_business_register",
        "other_industry_code",
        "removed",
        "staffing_agency",
        "staffing_agency_not_registered",
        "sub_unit_deleted",
        "winding_up",
    ];
    let people = [
        "assignment_later",
        "assignment_soon",
        "assignments_over",
        "between_assignments",
        "d_number",
        "d_number_inactive",
        "d_number_replaced",
        "d_number_soon_inactive",
        "dead",
        "emigrated",
        "employment_begins",
        "employment_ended",
        "in_order",
        "never_employed",
        "no_permit",
        "not_in_population_register",
        "on_assignment",
        "permit_expired",
        "permit_for_any_work",
        "permit_for_some_work",
        "permit_without_work",
        "three_employers",
        "two_employers",
    ];
    assert_eq!(kinds(false), BTreeSet::from(companies));
    assert_eq!(kinds(true), BTreeSet::from(people));
}

#[tokio::test]
async fn the_first_two_workers_of_a_company_in_order_are_in_order_themselves() {
    for seed in 0..20 {
        // As small as the demonstration's.
        let world = World::new(Size { companies: 10, people: 20, seed }, today());
        let registers = world.memory().registers();
        let in_order = world.examples().iter().filter(|example| example.kind == "in_order");
        let people: Vec<_> = in_order.filter_map(|e| Some((e, e.person.clone()?))).collect();
        assert_eq!(people.len(), 6, "two for each industry");
        for (example, person) in people {
            let Answer::Found(resident) = registers.population.resident(&person).await else {
                panic!("not in Folkeregisteret")
            };
            assert_eq!(resident.status, PersonStatus::Resident);
            assert_eq!(resident.needs_permit(), Some(false));
            let Answer::Found(jobs) = registers.employments.employments(&person).await else {
                panic!("not employed")
            };
            let is_there =
                |job: &registers::Employment| job.is_at(example.company, example.sub_unit, today());
            assert!(jobs.iter().any(is_there));
        }
    }
}

#[tokio::test]
async fn a_d_number_that_is_soon_inactive_is_so_in_about_a_month() {
    let world = World::new(SIZE, today());
    let mut examples = world.examples().iter();
    let example = examples.find(|example| example.kind == "d_number_soon_inactive").unwrap();
    let registers = world.memory().registers();
    let person = example.person.as_ref().unwrap();
    let Answer::Found(resident) = registers.population.resident(person).await else {
        panic!("not in Folkeregisteret")
    };
    let days = (resident.inactive_from().unwrap() - today()).num_days();
    assert!((29..=31).contains(&days), "{days} days");
}

#[test]
fn a_large_world_has_numbers_that_differ_and_are_synthetic() {
    let world = World::new(Size { companies: 1_000, people: 1, seed: u64::MAX }, today());
    let people: Vec<_> = world.examples().iter().filter_map(|e| e.person.clone()).collect();
    assert!(people.iter().all(|person| person.series() == NumberSeries::Tenor));
    let numbers: HashSet<OrganisationNumber> =
        (0..40_000).map(people::organisation_number).collect();
    assert_eq!(numbers.len(), 40_000);
}
