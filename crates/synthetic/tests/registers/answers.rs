//! What comes over HTTP is what is in the registers: for each kind of company and person.

use card::{CompanyName, NationalId, OrganisationNumber};
use registers::{Answer, Approvals, Entry, Registers, Resident, Silence, Unit};

use crate::rehearsal::Rehearsal;

/// Enhetsregisteret writes names in capitals.
fn shout(mut unit: Unit) -> Unit {
    let name: CompanyName = unit.name.as_str().to_uppercase().parse().unwrap();
    unit.name = name;
    unit
}

fn shouted(answer: Answer<Entry>) -> Answer<Entry> {
    answer.map(|entry| match entry {
        Entry::Unit(unit) => Entry::Unit(shout(unit)),
        deleted @ Entry::Deleted { .. } => deleted,
    })
}

fn approvals(registers: &Registers) -> [&dyn Approvals; 3] {
    [&*registers.staffing, &*registers.cleaning, &*registers.car_care]
}

#[tokio::test]
async fn each_kind_of_company_is_over_http_what_it_is_in_the_registers() {
    let Rehearsal { server, held, asked, .. } = Rehearsal::new().await;
    for example in server.world().examples() {
        let (company, sub_unit) = (example.company, example.sub_unit);
        let expected = shouted(held.entities.main_unit(company).await);
        assert_eq!(asked.entities.main_unit(company).await, expected, "{}", example.kind);
        let expected = shouted(held.entities.sub_unit(sub_unit).await);
        assert_eq!(asked.entities.sub_unit(sub_unit).await, expected, "{}", example.kind);
        let expected = held.entities.sub_units(company).await;
        let expected = expected.map(|units| units.into_iter().map(shout).collect::<Vec<_>>());
        assert_eq!(asked.entities.sub_units(company).await, expected, "{}", example.kind);
        for (of_held, of_asked) in approvals(&held).into_iter().zip(approvals(&asked)) {
            assert_eq!(of_held.register(), of_asked.register());
            let expected = of_held.approval(company).await;
            assert_eq!(of_asked.approval(company).await, expected, "{}", example.kind);
        }
    }
}

#[tokio::test]
async fn each_kind_of_person_is_over_http_what_it_is_in_the_registers() {
    let Rehearsal { server, held, asked, .. } = Rehearsal::new().await;
    let mut tried = 0;
    for example in server.world().examples() {
        let Some(person) = &example.person else { continue };
        let (kind, company) = (example.kind, example.company);
        let expected = held.population.resident(person).await;
        assert_eq!(asked.population.resident(person).await, expected, "{kind}");
        let expected = held.employments.employments(person).await;
        assert_eq!(asked.employments.employments(person).await, expected, "{kind}");
        let expected = held.assignments.assignments(company, person).await;
        assert_eq!(asked.assignments.assignments(company, person).await, expected, "{kind}");
        let expected = held.permits.permit(person).await;
        assert_eq!(asked.permits.permit(person).await, expected, "{kind}");
        tried += 1;
    }
    assert!(tried > 20, "only {tried} kinds of people");
}

#[tokio::test]
async fn whom_no_register_has_is_not_found_in_any_and_that_is_an_answer() {
    let Rehearsal { asked, .. } = Rehearsal::new().await;
    let (company, person) = nobody();
    assert_eq!(asked.entities.main_unit(company).await, Answer::NotFound);
    assert_eq!(asked.entities.sub_unit(company).await, Answer::NotFound);
    assert_eq!(asked.entities.sub_units(company).await, Answer::NotFound);
    assert_eq!(asked.population.resident(&person).await, Answer::NotFound);
    assert_eq!(asked.employments.employments(&person).await, Answer::NotFound);
    assert_eq!(asked.assignments.assignments(company, &person).await, Answer::NotFound);
    assert_eq!(asked.permits.permit(&person).await, Answer::NotFound);
    for register in approvals(&asked) {
        assert_eq!(register.approval(company).await, Answer::NotFound, "{}", register.register());
    }
}

fn nobody() -> (OrganisationNumber, NationalId) {
    (people::organisation_number(3_999_999), people::national_id(4_999_999).0)
}

#[tokio::test]
async fn many_people_are_asked_for_at_once_and_answered_in_order() {
    let rehearsal = Rehearsal::new().await;
    let examples = rehearsal.server.world().examples().iter();
    let known: Vec<NationalId> = examples.filter_map(|example| example.person.clone()).collect();
    // 2,400 questions; one in four is about somebody who isn't there.
    let questions: Vec<NationalId> = (0..2_400)
        .map(|n| match n % 4 {
            0 if n < 40 => people::national_id(4_900_000 + n).0,
            _ => known[usize::try_from(n).unwrap() % known.len()].clone(),
        })
        .collect();
    let expected: Vec<Answer<Resident>> = rehearsal.held.population.residents(&questions).await;
    assert_eq!(rehearsal.asked.population.residents(&questions).await, expected);
    // Ten are not there, and one of the known is not either; he is asked for in each batch.
    let asked = rehearsal.server.asked("population");
    assert_eq!(asked, 3 + 10 + 3, "three batches, and one for each whom a batch left out");
}

#[tokio::test]
async fn more_sub_units_than_fit_on_a_page_all_come() {
    let rehearsal = Rehearsal::new().await;
    let example = rehearsal.example("in_order");
    let Answer::Found(Entry::Unit(unit)) = rehearsal.held.entities.sub_unit(example.sub_unit).await
    else {
        panic!("no sub-unit")
    };
    for n in 0..1_200 {
        let number = people::organisation_number(3_000_000 + n);
        rehearsal.server.world().memory().put_unit(Unit { number, ..unit.clone() });
    }
    let before = rehearsal.server.asked("entities");
    let Answer::Found(units) = rehearsal.asked.entities.sub_units(example.company).await else {
        panic!("no sub-units")
    };
    assert!(units.len() >= 1_200);
    assert_eq!(rehearsal.server.asked("entities") - before, 3);
}

#[tokio::test]
async fn half_the_people_missing_is_told_as_what_the_register_says() {
    let rehearsal = Rehearsal::new().await;
    let examples = rehearsal.server.world().examples().iter();
    let people: Vec<NationalId> = examples.filter_map(|example| example.person.clone()).collect();
    let held = rehearsal.held.population.residents(&people).await;
    rehearsal.fail("population", "half", None);
    let asked = rehearsal.asked.population.residents(&people).await;
    let gone = held.iter().zip(&asked).filter(|(held, asked)| held != asked);
    let count = gone.clone().count();
    assert!(count > people.len() / 4 && count < people.len(), "{count} of {}", people.len());
    assert!(gone.into_iter().all(|(_, asked)| *asked == Answer::NotFound));
}

#[tokio::test]
async fn nobody_at_the_address_is_unreachable() {
    let rehearsal = Rehearsal::with(|settings| {
        for register in registers::Register::ALL {
            let endpoint = settings.of_mut(register);
            endpoint.address = Some("http://127.0.0.1:1".to_owned());
            endpoint.scope = Some(String::new());
        }
    })
    .await;
    let (company, person) = nobody();
    let silent = Silence::Unreachable;
    let asked = &rehearsal.asked;
    assert_eq!(asked.entities.main_unit(company).await, Answer::Silent(silent));
    assert_eq!(asked.population.resident(&person).await, Answer::Silent(silent));
    assert_eq!(asked.permits.permit(&person).await, Answer::Silent(silent));
}
