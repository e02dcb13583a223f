//! The typed code at the service.

use card::{CardNumber, Industry, Reason, Status};
use chrono::{DateTime, Utc};
use issuer::{Issuer, IssuerError};
use presentation::TypedCodeSecret;
use test_support::at;
use wire::{CheckTyped, CheckedTyped, route};

use crate::office::{Office, Phone};

/// A phone's typed codes.
struct Codes(TypedCodeSecret);

impl Codes {
    fn of(office: &Office, phone: &Phone) -> Self {
        let secret = phone.refresh(office, at(0)).unwrap().typed_code_secret.0;
        Self(TypedCodeSecret::from(<[u8; 20]>::try_from(secret).unwrap()))
    }

    fn at(&self, seconds: i64) -> String {
        self.0.code(at(seconds)).digits
    }

    /// A code that is wrong at any of the steps around.
    fn wrong(&self, seconds: i64) -> String {
        let right: Vec<_> = (-2..=2).map(|step| self.at(seconds + 30 * step)).collect();
        (0..).map(|n| format!("{n:06}")).find(|code| !right.contains(code)).unwrap()
    }
}

fn check(
    issuer: &Issuer,
    card: CardNumber,
    code: &str,
    now: DateTime<Utc>,
) -> Result<CheckedTyped, IssuerError> {
    issuer.check_typed(&CheckTyped { card_number: card, code: code.into() }, now)
}

fn enrolled() -> (Office, Codes) {
    let office = Office::new();
    let phone = office.phone("phone");
    let codes = Codes::of(&office, &phone);
    (office, codes)
}

#[test]
fn the_right_code_tells_what_stands_on_a_valid_card() {
    let (office, codes) = enrolled();
    let answer = check(&office.issuer, office.card, &codes.at(100), at(100)).unwrap();
    assert_eq!((answer.verdict, answer.holder.as_str()), (Status::Valid, "Ola Nordmann"));
    assert_eq!(answer.employments[0].company.as_str(), "Rent Hus AS");
    let spaced = format!("{} {}", &codes.at(200)[..3], &codes.at(200)[3..]);
    check(&office.issuer, office.card, &spaced, at(200)).unwrap();
}

#[test]
fn a_code_is_taken_a_step_early_and_late_and_no_more() {
    for (off, taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
        let (office, codes) = enrolled();
        let answer = check(&office.issuer, office.card, &codes.at(1_000 + off), at(1_000));
        assert_eq!(answer.is_ok(), taken, "{off} s off: {answer:?}");
    }
}

#[test]
fn a_code_counts_once_and_so_do_the_ones_before_it() {
    let (office, codes) = enrolled();
    check(&office.issuer, office.card, &codes.at(1_000), at(1_000)).unwrap();
    for used in [codes.at(1_000), codes.at(970)] {
        let answer = check(&office.issuer, office.card, &used, at(1_001));
        assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
    }
    check(&office.issuer, office.card, &codes.at(1_030), at(1_030)).unwrap();
}

#[test]
fn the_code_of_a_phone_that_was_replaced_is_wrong() {
    let (office, codes) = enrolled();
    Phone::new("new").enrol(&office, &office.link(at(0)), at(1)).unwrap();
    let answer = check(&office.issuer, office.card, &codes.at(100), at(100));
    assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
}

#[test]
fn five_wrong_tries_in_five_minutes_are_the_last_and_a_restart_forgets_none() {
    let (office, codes) = enrolled();
    for n in 0..5 {
        let answer = check(&office.issuer, office.card, &codes.wrong(n), at(n));
        assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
    }
    let reopened = Issuer::open(office.folder.path()).unwrap();
    for issuer in [&*office.issuer, &reopened] {
        match check(issuer, office.card, &codes.at(10), at(10)) {
            Err(IssuerError::RateLimited { retry_after }) => assert_eq!(retry_after, 290),
            other => panic!("the right code waits too, but: {other:?}"),
        }
    }
    check(&office.issuer, office.card, &codes.at(300), at(300)).unwrap();
}

#[test]
fn right_codes_are_never_too_many() {
    let (office, codes) = enrolled();
    for n in 0..20 {
        check(&office.issuer, office.card, &codes.at(n * 30), at(n * 30)).unwrap();
    }
}

#[test]
fn one_cards_wrong_tries_are_not_anothers() {
    let (office, codes) = enrolled();
    let other = CardNumber::try_from((office.card.get() + 1) % CardNumber::MAX).unwrap();
    for n in 0..6 {
        check(&office.issuer, other, "000000", at(n)).unwrap_err();
    }
    check(&office.issuer, office.card, &codes.at(10), at(10)).unwrap();
}

#[test]
fn an_unknown_card_and_a_wrong_code_get_the_same_answers_up_to_the_last_byte() {
    let (office, codes) = enrolled();
    let unknown = CardNumber::try_from((office.card.get() + 1) % CardNumber::MAX).unwrap();
    let served = office.serve();
    let ask = |card_number| {
        let request = CheckTyped { card_number, code: codes.wrong(0) };
        let answer = served.post(route::CHECK_TYPED, &request);
        let lines = answer.head.lines().filter(|line| !line.starts_with("date:"));
        (lines.collect::<Vec<_>>().join("\n"), answer.body)
    };
    for _ in 0..7 {
        assert_eq!(ask(office.card), ask(unknown));
    }
}

/// The code of the secret that stands in for a missing one.
#[test]
fn no_code_is_right_for_an_unknown_card() {
    let office = Office::new();
    let stand_in = Codes(TypedCodeSecret::from([0; 20]));
    let answer = check(&office.issuer, office.card, &stand_in.at(50), at(50));
    assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "no phone yet: {answer:?}");
}

#[test]
fn a_blocked_card_is_invalid_and_a_silent_register_unconfirmed_without_a_reason() {
    for (reason, verdict) in [
        (Reason::WorkerNotEmployed, Status::Invalid),
        (Reason::PhoneLost, Status::Invalid),
        (Reason::RegisterSilent, Status::Unconfirmed),
    ] {
        let (office, codes) = enrolled();
        office.issuer.block(&office.job, reason, "t", at(1)).unwrap();
        let answer = check(&office.issuer, office.card, &codes.at(50), at(50)).unwrap();
        assert_eq!((answer.verdict, answer.employments.len()), (verdict, 1));
        let json = serde_json::to_string(&answer).unwrap();
        assert!(!json.contains(reason.as_str()) && !json.contains("reason"), "{json}");
    }
}

#[test]
fn an_employment_that_is_not_valid_stays_unsaid_beside_a_valid_one() {
    let (office, codes) = enrolled();
    office.employ(Industry::Construction);
    office.issuer.block(&office.job, Reason::CardSeized, "t", at(1)).unwrap();
    let answer = check(&office.issuer, office.card, &codes.at(50), at(50)).unwrap();
    assert_eq!(answer.verdict, Status::Valid);
    let [job] = answer.employments.as_slice() else { panic!("{answer:?}") };
    assert_eq!(job.industry, Industry::Construction);
}

#[test]
fn over_http_the_wait_is_told_and_what_is_no_code_is_not_counted() {
    let (office, codes) = enrolled();
    let served = office.serve();
    let ask = |code: &str| {
        let request = CheckTyped { card_number: office.card, code: code.into() };
        served.post(route::CHECK_TYPED, &request)
    };
    for malformed in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"] {
        assert_eq!(ask(malformed).problem(), (422, "malformed".into()), "{malformed}");
    }
    for _ in 0..5 {
        assert_eq!(ask(&codes.wrong(0)).problem(), (403, "typed_code_wrong".into()));
    }
    let answer = ask(&codes.at(0));
    assert_eq!(answer.problem(), (429, "rate_limited".into()));
    assert_eq!(answer.json()["retry_after"], 300);
    assert!(answer.head.contains("retry-after: 300"));
    served.set_clock(300);
    assert_eq!(ask(&codes.at(300)).status, 200);
}
