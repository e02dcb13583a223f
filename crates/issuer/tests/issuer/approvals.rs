//! Approved companies: the list that everyone may read, and what a withdrawal does to cards.

use card::{Industry, Reason, Status};
use issuer::{Issuer, IssuerError};
use key_set::{FileName, KeySet};
use test_support::at;

use crate::office::{Office, company};

fn listed(office: &Office, set: &KeySet, asked: &str) -> Vec<Vec<Industry>> {
    let (file, length) = set.approved_file().unwrap();
    let bytes = std::fs::read(office.issuer.key_set_folder().join(file.to_string())).unwrap();
    assert_eq!(bytes.len() as u64, length);
    let list = set.open_approved(&bytes).unwrap();
    list.search(asked).into_iter().map(|found| found.industries.clone()).collect()
}

#[test]
fn an_approval_is_listed_and_its_withdrawal_makes_the_cards_invalid() {
    let office = Office::new();
    office.phone("phone");
    let approve = |industry, approved, now| {
        office.issuer.set_approval(company(), industry, approved, "test", now).unwrap();
        office.issuer.publish(now).unwrap();
        office.key_set_at(now)
    };
    let set = approve(Industry::Cleaning, true, at(10));
    assert_eq!(listed(&office, &set, "rent hus"), [[Industry::Cleaning]]);
    let set = approve(Industry::CarCare, true, at(20));
    assert_eq!(listed(&office, &set, "974 760"), [[Industry::Cleaning, Industry::CarCare]]);
    assert_eq!(set.status(1), Some(Status::Valid));

    let set = approve(Industry::Cleaning, false, at(30));
    assert_eq!(listed(&office, &set, "rent"), [[Industry::CarCare]]);
    assert_eq!(set.status(1), Some(Status::Invalid));
    assert_eq!(set.causes(1)[0].reason, Reason::CompanyNotApproved);
    assert_eq!(set.causes(1)[0].since, Some(at(30)));

    // Withdrawn twice is withdrawn since the first time; approved again, all is in order.
    let set = approve(Industry::Cleaning, false, at(40));
    assert_eq!(set.causes(1)[0].since, Some(at(30)));
    assert_eq!(approve(Industry::Cleaning, true, at(50)).status(1), Some(Status::Valid));
}

#[test]
fn construction_needs_no_approval_and_a_stranger_gets_none() {
    let office = Office::new();
    let approve = |number: &str, industry| {
        office.issuer.set_approval(number.parse().unwrap(), industry, true, "test", at(0))
    };
    let construction = approve("974760673", Industry::Construction);
    assert!(matches!(construction, Err(IssuerError::Malformed(_))));
    let stranger = approve("889640782", Industry::Cleaning);
    assert!(matches!(stranger, Err(IssuerError::NotFound("company"))));
}

#[test]
fn another_list_than_the_head_names_is_not_taken() {
    let office = Office::new();
    let first = office.key_set();
    let (file, _) = first.approved_file().unwrap();
    let path = office.issuer.key_set_folder().join(file.to_string());
    let mut bytes = std::fs::read(&path).unwrap();
    office.issuer.set_approval(company(), Industry::Cleaning, true, "test", at(10)).unwrap();
    office.issuer.publish(at(10)).unwrap();
    let second = office.key_set_at(at(10));
    assert!(second.open_approved(&bytes).is_err());
    bytes.push(0);
    assert!(first.open_approved(&bytes).is_err());
    assert!(matches!(second.approved_file(), Some((FileName::Approved(_), _))));
}

#[test]
fn a_store_of_the_first_version_is_brought_up_to_date_and_one_of_a_later_is_left_alone() {
    let Office { folder, issuer, .. } = Office::new();
    drop(issuer);
    let path = folder.path().join("issuer.db");
    let sql = |sql| rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    std::fs::remove_file(&path).unwrap();
    sql(include_str!("../../src/schema.sql"));
    sql("INSERT INTO setting VALUES ('service', 'http://127.0.0.1:1');
         INSERT INTO company VALUES (974760673, 'Rent Hus AS')");
    let issuer = Issuer::open(folder.path()).unwrap();
    issuer.set_approval(company(), Industry::Cleaning, true, "test", at(0)).unwrap();
    assert!(issuer.tips(None).unwrap().is_empty());
    drop(issuer);
    sql("PRAGMA user_version = 1000");
    assert!(matches!(Issuer::open(folder.path()), Err(IssuerError::Newer)));
}
