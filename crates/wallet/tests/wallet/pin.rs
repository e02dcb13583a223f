//! The PIN, its tries and its waits.

use chrono::{DateTime, TimeDelta, Utc};
use wallet::{Door, MOST_WRONG, MalformedPin, Pin, Wallet, WalletError};

use crate::office::Office;

fn pin(text: &str) -> Pin {
    text.parse().unwrap()
}

/// An office, and a phone behind the PIN 4711.
fn locked(now: DateTime<Utc>) -> (Office, Door) {
    let office = Office::new();
    office.enrol().set_pin(None, Some(&pin("4711")), now).unwrap();
    let door = Door::open(&office.phone()).unwrap();
    (office, door)
}

#[test]
fn a_pin_is_digits_and_not_the_first_that_a_thief_tries() {
    for (text, fault) in [
        ("", MalformedPin::Digits),
        ("123", MalformedPin::Digits),
        ("123456789", MalformedPin::Digits),
        ("12a4", MalformedPin::Digits),
        ("٤٧١١", MalformedPin::Digits),
        ("0000", MalformedPin::TooSimple),
        ("1234", MalformedPin::TooSimple),
        ("987654", MalformedPin::TooSimple),
    ] {
        assert_eq!(text.parse::<Pin>().unwrap_err(), fault, "{text}");
    }
    assert_eq!(format!("{:?}", pin("4711")), "Pin(…)");
}

#[test]
fn behind_a_pin_nothing_is_shown_until_it_is_entered() {
    let now = Utc::now();
    let (office, mut door) = locked(now);
    assert!(matches!(door.wallet(), Err(WalletError::Locked)));
    assert!(matches!(Wallet::open(&office.phone()), Err(WalletError::Locked)));
    assert!(matches!(door.unlock(&pin("4712"), now), Err(WalletError::PinWrong { left: 9 })));
    door.unlock(&pin("4711"), now).unwrap();
    assert!(door.wallet().unwrap().overview(now).has_pin);
}

#[test]
fn tries_are_counted_through_restarts_with_waits_between_until_none_is_left() {
    let mut now = Utc::now();
    let (office, _) = locked(now);
    let mut left = Vec::new();
    for _ in 0..MOST_WRONG {
        let mut door = Door::open(&office.phone()).unwrap();
        loop {
            match door.unlock(&pin("4712"), now) {
                Err(WalletError::PinWait { until }) => {
                    assert!(matches!(
                        door.unlock(&pin("4711"), until - TimeDelta::seconds(1)),
                        Err(WalletError::PinWait { .. })
                    ));
                    now = until;
                }
                Err(WalletError::PinWrong { left: more }) => break left.push(more),
                Err(WalletError::PinSpent) => break left.push(0),
                other => panic!("{other:?}"),
            }
        }
    }
    assert_eq!(left, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    let mut door = Door::open(&office.phone()).unwrap();
    let later = now + TimeDelta::days(365);
    assert!(matches!(door.unlock(&pin("4711"), later), Err(WalletError::PinSpent)));
    // Only a new activation helps, and it does.
    door.remove().unwrap();
    assert!(matches!(Door::open(&office.phone()), Err(WalletError::NotEnrolled)));
    assert!(!office.enrol().has_pin());
}

#[test]
fn a_right_pin_gives_all_tries_back_and_a_clock_set_back_locks_nobody_out() {
    let now = Utc::now();
    let (office, mut door) = locked(now);
    for _ in 0..3 {
        assert!(door.unlock(&pin("9021"), now).is_err());
    }
    let yesterday = now - TimeDelta::days(1);
    door.unlock(&pin("4711"), yesterday).unwrap();
    let mut door = Door::open(&office.phone()).unwrap();
    assert!(matches!(door.unlock(&pin("9021"), now), Err(WalletError::PinWrong { left: 9 })));
}

#[test]
fn a_minute_out_of_sight_locks_and_less_does_not() {
    let now = Utc::now();
    let (_office, mut door) = locked(now);
    door.unlock(&pin("4711"), now).unwrap();
    door.leave(now);
    door.leave(now + TimeDelta::seconds(30));
    door.come_back(now + TimeDelta::seconds(59)).unwrap();
    assert!(door.wallet().is_ok());
    for back in [now + TimeDelta::seconds(60), now - TimeDelta::seconds(1)] {
        door.leave(now);
        door.come_back(back).unwrap();
        assert!(matches!(door.wallet(), Err(WalletError::Locked)));
        door.unlock(&pin("4711"), now).unwrap();
    }
}

#[test]
fn without_a_pin_nothing_locks() {
    let office = Office::new();
    let now = Utc::now();
    let mut door = Door::from(office.enrol());
    door.leave(now);
    door.come_back(now + TimeDelta::days(1)).unwrap();
    assert!(door.wallet().is_ok());
}

#[test]
fn another_pin_needs_the_one_before() {
    let now = Utc::now();
    let (_office, mut door) = locked(now);
    door.unlock(&pin("4711"), now).unwrap();
    let wallet = door.wallet().unwrap();
    assert!(matches!(wallet.set_pin(None, None, now), Err(WalletError::Locked)));
    let wrong = wallet.set_pin(Some(&pin("9021")), Some(&pin("2580")), now);
    assert!(matches!(wrong, Err(WalletError::PinWrong { .. })));
    wallet.set_pin(Some(&pin("4711")), Some(&pin("2580")), now).unwrap();
    wallet.set_pin(Some(&pin("2580")), None, now).unwrap();
    assert!(!wallet.has_pin());
}
