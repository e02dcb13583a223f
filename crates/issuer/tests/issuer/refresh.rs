//! A wallet asks how its card stands.

use card::{Industry, Reason, Status};
use issuer::{IssuerError, NewCompany};
use test_support::at;

use crate::office::{Office, Phone, company};

#[test]
fn a_refresh_without_news_changes_nothing() {
    let office = Office::new();
    let phone = office.phone("phone");
    let json = |now| serde_json::to_value(phone.refresh(&office, at(now)).unwrap()).unwrap();
    assert_eq!(json(60), json(120));
}

#[test]
fn a_phone_that_was_replaced_is_unknown_and_its_entry_says_why() {
    let office = Office::new();
    let old = office.phone("old");
    let new = Phone::new("new");
    new.enrol(&office, &office.link(at(50)), at(60)).unwrap();
    let answer = old.refresh(&office, at(70));
    assert!(matches!(answer, Err(IssuerError::DeviceUnknown)), "{answer:?}");
    new.refresh(&office, at(70)).unwrap();
    let set = office.key_set();
    assert_eq!(set.causes(1)[0].reason, Reason::DeviceReplaced);
    assert_eq!(set.status(2), Some(Status::Valid));
}

#[test]
fn a_phone_that_never_enrolled_is_unknown() {
    let answer = Phone::new("stranger").refresh(&Office::new(), at(0));
    assert!(matches!(answer, Err(IssuerError::DeviceUnknown)), "{answer:?}");
}

#[test]
fn a_clock_five_minutes_off_is_taken_and_one_second_more_is_told_the_time() {
    let office = Office::new();
    let phone = office.phone("phone");
    for off in [-300, 300] {
        office.issuer.refresh_wallet(&phone.question(at(1_000 + off)), at(1_000)).unwrap();
    }
    for off in [-301, 301] {
        match office.issuer.refresh_wallet(&phone.question(at(1_000 + off)), at(1_000)) {
            Err(IssuerError::ClockWrong { server_time }) => {
                assert_eq!(server_time, at(1_000).timestamp());
            }
            other => panic!("a clock {off} s off is wrong, but: {other:?}"),
        }
    }
}

#[test]
fn a_time_that_the_phone_did_not_sign_is_refused() {
    let office = Office::new();
    let phone = office.phone("phone");
    let mut question = phone.question(at(0));
    question.at += 1;
    let answer = office.issuer.refresh_wallet(&question, at(0));
    assert!(matches!(answer, Err(IssuerError::ProofWrong)), "{answer:?}");
    question.at = i64::MIN;
    let answer = office.issuer.refresh_wallet(&question, at(0));
    assert!(matches!(answer, Err(IssuerError::ProofWrong)), "{answer:?}");
}

#[test]
fn a_new_employment_comes_with_the_refresh_and_is_in_the_list_at_once() {
    let office = Office::new();
    let phone = office.phone("phone");
    let before = office.key_set().version();
    office.employ(Industry::Construction);
    assert_eq!(phone.refresh(&office, at(30)).unwrap().employments.len(), 2);
    let set = office.key_set();
    assert!(set.version() > before, "a place taken in the list is published");
    assert_eq!(set.status(2), Some(Status::Valid));
    phone.refresh(&office, at(40)).unwrap();
    assert_eq!(office.key_set().version(), set.version(), "no news, no publication");
}

#[test]
fn a_companys_new_name_and_a_new_key_make_the_credential_anew() {
    let office = Office::new();
    let phone = office.phone("phone");
    let credential = || phone.refresh(&office, at(10)).unwrap().employments[0].credential.0.clone();
    let first = credential();
    let name = "Renere Hus AS".parse().unwrap();
    office.issuer.add_company(&NewCompany { organisation_number: company(), name }).unwrap();
    let second = credential();
    assert_ne!(first, second);
    assert_eq!(second, credential());
}
