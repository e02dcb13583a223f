//! Each answer to "is this an inspector?", each with the one thing changed that leads to it.

#![allow(clippy::unwrap_used, clippy::panic)]

use card::{Outcome, Validity};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{InspectorClaims, KeyId};
use key_set::{IssuerKey, Root};
use presentation::{LooksLike, UnverifiedPresentation, VerifiedBadge};
use test_support::{Phone, Tablet, World, at, key};
use verifier::{BadgeFault, Finding, verify_badge};

const NOW: i64 = 3_600;

fn check(text: &str, world: &World, now: DateTime<Utc>) -> Result<VerifiedBadge, BadgeFault> {
    let root = Root::held(&world.root_file()).unwrap();
    verify_badge(text, &root, now, TimeDelta::seconds(30))
}

#[track_caller]
fn fault(text: &str, world: &World) -> BadgeFault {
    check(text, world, at(NOW)).unwrap_err()
}

#[test]
fn a_badge_shown_now_names_the_inspector() {
    let badge = check(&Tablet::default().badge(at(NOW)), &World::default(), at(NOW)).unwrap();
    assert_eq!(badge.inspector.name.as_str(), "Ingrid Berg");
    assert_eq!(badge.inspector.authority.as_str(), "Arbeidstilsynet");
    assert_eq!(badge.receipt, None);
}

#[test]
fn a_receipt_names_the_code_and_what_came_of_it_however_late_it_is_read() {
    let shown = Phone::default().text(at(NOW));
    let code = UnverifiedPresentation::parse(&shown).unwrap().id();
    for outcome in Outcome::ALL {
        let text = Tablet::default().receipt(outcome, code, at(NOW));
        let receipt = check(&text, &World::default(), at(NOW + 7_200)).unwrap().receipt.unwrap();
        assert_eq!((receipt.outcome, receipt.code), (outcome, code));
    }
}

#[test]
fn each_code_of_a_phone_has_a_name_of_its_own() {
    let phone = Phone::default();
    let name = |text: &str| UnverifiedPresentation::parse(text).unwrap().id();
    let first = name(&phone.text(at(NOW)));
    assert_eq!(first, name(&phone.text(at(NOW))), "made again it is the same");
    assert_ne!(first, name(&phone.text(at(NOW + 10))));
    let challenged = phone.frame(at(NOW), Some("1234".parse().unwrap()));
    assert_ne!(first, name(challenged.text()));
    assert_eq!(first.to_string().parse(), Ok(first));
}

#[test]
fn a_picture_of_a_badge_is_too_old_and_one_ahead_is_from_the_future() {
    let tablet = Tablet::default();
    let world = World::default();
    assert_eq!(fault(&tablet.badge(at(NOW - 60)), &world), BadgeFault::TooOld { age_seconds: 60 });
    let ahead = BadgeFault::FromFuture { ahead_seconds: 60 };
    assert_eq!(fault(&tablet.badge(at(NOW + 60)), &world), ahead);
}

#[test]
fn a_credential_that_has_run_out_makes_no_inspector() {
    let validity = Validity::new(at(0), at(NOW)).unwrap();
    let tablet = Tablet::with(InspectorClaims { validity, ..Tablet::claims() });
    let gone = BadgeFault::NotCurrent { at: at(NOW) };
    assert_eq!(fault(&tablet.badge(at(NOW)), &World::default()), gone);
    assert_eq!(gone.outcome(), Outcome::Unconfirmed);
}

#[test]
fn a_key_that_is_not_the_issuers_makes_a_forgery() {
    let stranger = key("stranger");
    let id = KeyId::of(&key("issuer").public_key());
    let credential = Tablet::claims().sign(id, &stranger);
    let tablet = Tablet { key: key("tablet"), credential };
    assert_eq!(fault(&tablet.badge(at(NOW)), &World::default()), BadgeFault::Forged);
}

#[test]
fn a_credential_on_another_tablet_makes_a_forgery() {
    let tablet = Tablet { key: key("another tablet"), ..Tablet::default() };
    assert_eq!(fault(&tablet.badge(at(NOW)), &World::default()), BadgeFault::Forged);
}

#[test]
fn a_withdrawn_key_and_an_unknown_one_are_told_apart() {
    let text = Tablet::default().badge(at(NOW));
    let mut world = World::default();
    world.root.issuer_keys[0].withdrawn = Some(at(60));
    assert_eq!(fault(&text, &world), BadgeFault::IssuerKeyWithdrawn);
    world.root.issuer_keys = vec![IssuerKey { key: key("other").public_key(), withdrawn: None }];
    assert_eq!(fault(&text, &world), BadgeFault::UnknownIssuerKey);
}

#[test]
fn a_card_is_no_badge_and_a_badge_no_card() {
    let (card, badge) = (Phone::default().text(at(NOW)), Tablet::default().badge(at(NOW)));
    let looks_like = LooksLike::CardCode;
    assert_eq!(fault(&card, &World::default()), BadgeFault::NotABadge { looks_like });
    let set = World::default().key_set(at(NOW));
    let verdict = verifier::verify(&badge, Some(&set), at(NOW), &verifier::Policy::default());
    let looks_like = LooksLike::InspectorCode;
    assert_eq!(verdict.reasons, [Finding::NotACardCode { looks_like }]);
    // Nor with the other's address before it.
    let dressed = badge.replace("/I#", "/V#");
    let verdict = verifier::verify(&dressed, Some(&set), at(NOW), &verifier::Policy::default());
    assert_eq!(verdict.outcome, Outcome::Unconfirmed);
    assert!(verdict.card.is_none());
    let dressed = card.replace("/V#", "/I#");
    assert!(check(&dressed, &World::default(), at(NOW)).is_err());
}

#[test]
fn every_cut_and_every_changed_digit_is_refused() {
    let text = Tablet::default().badge(at(NOW));
    for end in (0..text.len()).step_by(7) {
        assert!(check(&text[..end], &World::default(), at(NOW)).is_err(), "cut at {end}");
    }
    for at_digit in (text.find('#').unwrap() + 1..text.len()).step_by(11) {
        let mut bytes = text.clone().into_bytes();
        bytes[at_digit] = b'0' + (bytes[at_digit] - b'0' + 1) % 10;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(check(&changed, &World::default(), at(NOW)).is_err(), "digit {at_digit}");
    }
}
