//! Each register, in each way that it can fail: never *found*, never *not found*.

use registers::{Answer, Register, Silence};

use crate::rehearsal::Rehearsal;

/// Asks one register something that it would find, and tells why it was silent.
async fn ask(rehearsal: &Rehearsal, register: Register) -> Result<bool, Silence> {
    let asked = &rehearsal.asked;
    let in_order = rehearsal.example("in_order");
    let (company, person) = (in_order.company, in_order.person.unwrap());
    let foreign = rehearsal.example("on_assignment");
    let permitted = rehearsal.example("permit_for_any_work");
    let agency = rehearsal.example("staffing_agency");
    let cleaner = rehearsal.server.world().examples().iter();
    let mut approved = cleaner.filter(|example| example.kind == "in_order");
    fn is<T>(answer: Answer<T>) -> Result<bool, Silence> {
        answer.found().map(|found| found.is_some())
    }
    match register {
        Register::Entities => is(asked.entities.main_unit(company).await),
        Register::Employments => is(asked.employments.employments(&person).await),
        Register::Assignments => {
            let person = foreign.person.unwrap();
            is(asked.assignments.assignments(foreign.company, &person).await)
        }
        Register::Population => is(asked.population.resident(&person).await),
        Register::Permits => is(asked.permits.permit(&permitted.person.unwrap()).await),
        Register::Staffing => is(asked.staffing.approval(agency.company).await),
        Register::Cleaning => {
            let company = approved.find(|e| e.industry == card::Industry::Cleaning).unwrap();
            is(asked.cleaning.approval(company.company).await)
        }
        Register::CarCare => {
            let company = approved.find(|e| e.industry == card::Industry::CarCare).unwrap();
            is(asked.car_care.approval(company.company).await)
        }
    }
}

#[tokio::test]
async fn each_register_is_silent_for_the_reason_that_there_is_and_mends() {
    let rehearsal = Rehearsal::new().await;
    for register in Register::ALL {
        assert_eq!(ask(&rehearsal, register).await, Ok(true), "{register}, before");
        for (fault, silence) in [
            ("fail:500", Silence::Failed(500)),
            ("fail:503", Silence::Failed(503)),
            ("fail:429", Silence::Busy),
            ("fail:403", Silence::Refused(403)),
            ("garbage", Silence::Malformed),
            ("html", Silence::Malformed),
            ("endless", Silence::TooLarge),
        ] {
            rehearsal.fail(register.as_str(), fault, None);
            assert_eq!(ask(&rehearsal, register).await, Err(silence), "{register}, {fault}");
        }
        rehearsal.server.fail(register.as_str(), None);
        assert_eq!(ask(&rehearsal, register).await, Ok(true), "{register}, after");
    }
}

#[tokio::test]
async fn a_register_that_takes_a_question_and_never_answers_has_timed_out() {
    let rehearsal = Rehearsal::with(|settings| {
        for register in Register::ALL {
            settings.of_mut(register).timeout_ms = Some(200);
        }
    })
    .await;
    for register in Register::ALL {
        rehearsal.fail(register.as_str(), "silent", None);
        assert_eq!(ask(&rehearsal, register).await, Err(Silence::Timeout), "{register}");
    }
}

#[tokio::test]
async fn a_register_that_is_only_slow_is_waited_for() {
    let rehearsal = Rehearsal::new().await;
    rehearsal.fail("entities", "slow:30", None);
    assert_eq!(ask(&rehearsal, Register::Entities).await, Ok(true));
}

#[tokio::test]
async fn what_may_pass_is_asked_again_and_what_may_not_is_not() {
    let rehearsal = Rehearsal::with(|settings| {
        for register in Register::ALL {
            settings.of_mut(register).retries = Some(2);
        }
    })
    .await;
    for register in Register::ALL {
        let count = || rehearsal.server.asked(register.as_str());
        for (fault, times, outcome, requests) in [
            ("fail:503", 2, Ok(true), 3),
            ("fail:429", 1, Ok(true), 2),
            ("fail:502", 9, Err(Silence::Failed(502)), 3),
            ("fail:403", 9, Err(Silence::Refused(403)), 1),
            ("garbage", 9, Err(Silence::Malformed), 1),
        ] {
            let before = count();
            rehearsal.fail(register.as_str(), fault, Some(times));
            assert_eq!(ask(&rehearsal, register).await, outcome, "{register}, {fault}");
            assert_eq!(count() - before, requests, "{register}, {fault}");
        }
    }
}

#[tokio::test]
async fn a_register_that_is_silent_again_and_again_is_left_alone_and_says_why() {
    let rehearsal = Rehearsal::with(|settings| {
        let population = &mut settings.population;
        (population.rest_after, population.rest_ms) = (Some(3), Some(3_600_000));
    })
    .await;
    rehearsal.fail("population", "fail:503", None);
    for _ in 0..10 {
        let asked = ask(&rehearsal, Register::Population).await;
        assert_eq!(asked, Err(Silence::Failed(503)));
    }
    assert_eq!(rehearsal.server.asked("population"), 3, "the other seven were not sent");
    assert_eq!(ask(&rehearsal, Register::Entities).await, Ok(true), "the others go on");
}

#[tokio::test]
async fn a_route_that_is_not_there_is_not_someone_who_is_not_there() {
    let rehearsal = Rehearsal::with(|settings| {
        for register in [Register::Employments, Register::Assignments, Register::Population] {
            let endpoint = settings.of_mut(register);
            endpoint.address = endpoint.address.as_ref().map(|address| format!("{address}/v9"));
        }
    })
    .await;
    for register in [Register::Employments, Register::Assignments, Register::Population] {
        let asked = ask(&rehearsal, register).await;
        assert_eq!(asked, Err(Silence::Refused(404)), "{register}");
    }
}
