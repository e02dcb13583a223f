//! Maskinporten: a token for each scope, for as long as it counts.

use registers::{Answer, Silence, Unconnected, connect};

use crate::rehearsal::Rehearsal;

/// Asks Aa-registeret something that it would find.
async fn ask(rehearsal: &Rehearsal) -> Result<bool, Silence> {
    let person = rehearsal.example("in_order").person.unwrap();
    let answer = rehearsal.asked.employments.employments(&person).await;
    answer.found().map(|found| found.is_some())
}

#[tokio::test]
async fn a_token_is_fetched_once_for_its_scope_and_again_when_it_runs_out() {
    let rehearsal = Rehearsal::new().await;
    let fetched = || rehearsal.server.asked("maskinporten");
    for _ in 0..5 {
        assert_eq!(ask(&rehearsal).await, Ok(true));
    }
    assert_eq!(fetched(), 1);
    let person = rehearsal.example("in_order").person.unwrap();
    assert!(matches!(rehearsal.asked.population.resident(&person).await, Answer::Found(_)));
    assert_eq!(fetched(), 2, "another scope, another token");
    // It counts 119 s; in its last ten it is no longer used.
    for (seconds, expected) in [(100, 2), (10, 3)] {
        rehearsal.ours.forward(seconds);
        rehearsal.theirs.forward(seconds);
        assert_eq!(ask(&rehearsal).await, Ok(true));
        assert_eq!(fetched(), expected, "{seconds} s later");
    }
}

#[tokio::test]
async fn many_who_ask_at_once_wait_for_one_token() {
    let rehearsal = std::sync::Arc::new(Rehearsal::new().await);
    let asking = (0..30).map(|_| {
        let rehearsal = std::sync::Arc::clone(&rehearsal);
        tokio::spawn(async move { ask(&rehearsal).await })
    });
    for one in asking.collect::<Vec<_>>() {
        assert_eq!(one.await.unwrap(), Ok(true));
    }
    assert_eq!(rehearsal.server.asked("maskinporten"), 1);
}

#[tokio::test]
async fn a_token_that_the_register_does_not_take_is_not_used_again() {
    let rehearsal = Rehearsal::new().await;
    assert_eq!(ask(&rehearsal).await, Ok(true));
    // Only the register's clock moves on: to the client, the token still counts.
    rehearsal.theirs.forward(130);
    assert_eq!(ask(&rehearsal).await, Err(Silence::Refused(401)));
    // Its next grant is two minutes old to Maskinporten.
    assert_eq!(ask(&rehearsal).await, Err(Silence::NoToken));
    rehearsal.ours.forward(130);
    assert_eq!(ask(&rehearsal).await, Ok(true));
}

#[tokio::test]
async fn without_maskinporten_its_registers_are_silent_and_the_open_ones_answer() {
    let rehearsal = Rehearsal::new().await;
    for (fault, silence) in [
        ("fail:500", Silence::Failed(500)),
        ("fail:400", Silence::NoToken),
        ("garbage", Silence::NoToken),
        ("endless", Silence::TooLarge),
    ] {
        rehearsal.fail("maskinporten", fault, None);
        assert_eq!(ask(&rehearsal).await, Err(silence), "{fault}");
    }
    assert_eq!(rehearsal.server.asked("employments"), 0, "nothing is asked without a token");
    let company = rehearsal.example("bankrupt").company;
    assert!(matches!(rehearsal.asked.entities.main_unit(company).await, Answer::Found(_)));
}

#[tokio::test]
async fn a_maskinporten_that_never_answers_takes_no_longer_than_a_register_may() {
    let rehearsal = Rehearsal::with(|settings| {
        settings.employments.timeout_ms = Some(200);
    })
    .await;
    rehearsal.fail("maskinporten", "silent", None);
    assert_eq!(ask(&rehearsal).await, Err(Silence::Timeout));
}

#[tokio::test]
async fn a_clock_that_is_wrong_and_a_client_that_is_unknown_get_no_token() {
    let rehearsal = Rehearsal::new().await;
    rehearsal.ours.forward(11);
    assert_eq!(ask(&rehearsal).await, Err(Silence::NoToken), "eleven seconds ahead");
    let unknown = Rehearsal::with(|settings| {
        let maskinporten = settings.maskinporten.as_mut().unwrap();
        maskinporten.client_id = "somebody".to_owned();
    })
    .await;
    assert_eq!(ask(&unknown).await, Err(Silence::NoToken));
}

#[tokio::test]
async fn a_key_that_is_none_is_told_before_anything_is_asked() {
    let rehearsal = Rehearsal::new().await;
    let clock: registers::Clock = std::sync::Arc::new(chrono::Utc::now);
    let mut settings = rehearsal.settings.clone();
    let key_file = settings.maskinporten.as_ref().unwrap().key_file.clone();
    std::fs::write(&key_file, "not a key").unwrap();
    let refused = connect(&settings, clock.clone()).unwrap_err();
    assert!(matches!(refused, Unconnected::Key(file, _) if file == key_file));
    settings.maskinporten = None;
    let refused = connect(&settings, clock).unwrap_err();
    assert!(matches!(refused, Unconnected::NoMaskinporten(_)), "{refused}");
}
