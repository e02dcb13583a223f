//! Who one works for, by place.

use chrono::{TimeDelta, Utc};
use wallet::{Place, Wallet};

use crate::office::Office;

#[test]
fn a_place_is_remembered_until_it_is_forgotten_or_chosen_otherwise() {
    let office = Office::new();
    let (mut wallet, first, second) = office.enrol_with_two();
    let site = Place::new(59.9139, 10.7522).unwrap();
    let gate = Place::new(59.9151, 10.7530).unwrap();
    let elsewhere = Place::new(60.39, 5.32).unwrap();
    assert_eq!(wallet.employment_at(site).unwrap(), None);
    wallet.remember_place(site, &second, Utc::now()).unwrap();
    drop(wallet);
    let mut wallet = Wallet::open(&office.phone()).unwrap();
    assert_eq!(wallet.employment_at(gate).unwrap(), Some(second));
    assert_eq!(wallet.employment_at(elsewhere).unwrap(), None);
    wallet.remember_place(gate, &first, Utc::now()).unwrap();
    assert_eq!(wallet.employment_at(site).unwrap(), Some(first.clone()));
    assert_eq!(wallet.overview(Utc::now()).places, 1);
    wallet.forget_places().unwrap();
    assert_eq!(wallet.employment_at(site).unwrap(), None);
    assert_eq!(wallet.overview(Utc::now()).places, 0);
}

#[test]
fn the_oldest_of_too_many_places_goes() {
    let office = Office::new();
    let mut wallet = office.enrol();
    let employment = wallet.first_employment().unwrap();
    let place = |n: i32| Place::new(f64::from(n), 10.0).unwrap();
    for n in 0..60 {
        let at = Utc::now() + TimeDelta::seconds(n.into());
        wallet.remember_place(place(n), &employment, at).unwrap();
    }
    assert_eq!(wallet.overview(Utc::now()).places, 50);
    assert_eq!(wallet.employment_at(place(9)).unwrap(), None);
    assert_eq!(wallet.employment_at(place(10)).unwrap(), Some(employment));
}
