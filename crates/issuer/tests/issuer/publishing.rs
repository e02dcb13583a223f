//! What the office does, and what verifiers then find.

use card::{Reason, Status};
use chrono::TimeDelta;
use issuer::{Issuer, IssuerError};
use test_support::at;

use crate::office::Office;

#[test]
fn a_block_and_its_end_reach_the_list_with_the_reason() {
    let office = Office::new();
    office.phone("phone");
    assert_eq!(office.key_set().status(1), Some(Status::Valid));

    office.issuer.block(&office.job, Reason::CompanyNotApproved, "t", at(5)).unwrap();
    office.issuer.block(&office.job, Reason::CompanyNotApproved, "t", at(9)).unwrap();
    office.issuer.publish(at(10)).unwrap();
    let set = office.key_set();
    assert_eq!(set.status(1), Some(Status::Invalid));
    let [cause] = set.causes(1)[..] else { panic!("one cause, however often it is set") };
    assert_eq!((cause.reason, cause.since), (Reason::CompanyNotApproved, Some(at(5))));

    office.issuer.unblock(&office.job, Reason::CompanyNotApproved, "t", at(15)).unwrap();
    office.issuer.publish(at(20)).unwrap();
    assert_eq!(office.key_set().status(1), Some(Status::Valid));
}

#[test]
fn taking_one_reason_back_leaves_the_other() {
    let office = Office::new();
    office.phone("phone");
    for reason in [Reason::CardSeized, Reason::WorkerNotEmployed] {
        office.issuer.block(&office.job, reason, "t", at(5)).unwrap();
    }
    office.issuer.unblock(&office.job, Reason::CardSeized, "t", at(6)).unwrap();
    office.issuer.publish(at(7)).unwrap();
    let set = office.key_set();
    assert_eq!(set.status(1), Some(Status::Invalid));
    assert_eq!(set.causes(1).len(), 1);
}

#[test]
fn a_card_expires_in_the_list_by_itself() {
    let office = Office::new();
    office.phone("phone");
    let end = at(0) + TimeDelta::days(730);
    office.issuer.publish(end).unwrap();
    assert_eq!(office.key_set_at(end).causes(1)[0].reason, Reason::CardExpired);
}

#[test]
fn an_unknown_employment_is_not_found() {
    let office = Office::new();
    let none = "e-none".parse().unwrap();
    let answer = office.issuer.block(&none, Reason::CardSeized, "t", at(0));
    assert!(matches!(answer, Err(IssuerError::NotFound(_))), "{answer:?}");
}

#[test]
fn a_version_that_was_out_before_a_kill_is_never_given_again() {
    let office = Office::new();
    let before = office.issuer.publish(at(1)).unwrap();
    // Killed after the head was out and before the database knew: the draw is taken back.
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    database.execute("DELETE FROM publication WHERE version = ?1", [before.cast_signed()]).unwrap();
    let again = Issuer::open(office.folder.path()).unwrap();
    assert!(again.publish(at(2)).unwrap() > before);
}

#[test]
fn two_offices_at_once_publish_each_version_once_and_the_newest_last() {
    let office = Office::new();
    let versions: Vec<u64> = std::thread::scope(|scope| {
        let publisher = || {
            let issuer = Issuer::open(office.folder.path()).unwrap();
            (0..5).map(|n| issuer.publish(at(n)).unwrap()).collect::<Vec<_>>()
        };
        let both = [scope.spawn(publisher), scope.spawn(publisher)];
        both.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let distinct: std::collections::HashSet<_> = versions.iter().collect();
    assert_eq!(distinct.len(), 10, "{versions:?}");
    assert_eq!(office.key_set().version(), *versions.iter().max().unwrap());
}
