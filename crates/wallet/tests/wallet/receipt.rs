//! What a phone believes of an inspector's tablet.

use card::Outcome;
use chrono::{TimeDelta, Utc};
use credential::{Signer, SigningKey, UnverifiedInspector, VerifiedInspector};
use issuer::InspectorName;
use presentation::{Badge, Challenge, Receipt, UnverifiedPresentation};
use verifier::BadgeFault;
use wallet::{Wallet, WalletError};
use wire::{AskBadge, Bytes};

use crate::office::Office;

/// A tablet that the office has given a credential.
fn tablet(office: &Office) -> (SigningKey, VerifiedInspector) {
    let key = test_support::key("tablet");
    let at = Utc::now().timestamp();
    let request = AskBadge {
        device_key: Bytes(key.public_key().to_bytes()),
        at,
        proof: Bytes(key.sign(&wire::badge_message(at)).to_vec()),
    };
    let who = InspectorName { name: "Inga Berg".into(), authority: "Arbeidstilsynet".into() };
    let given = office.issuer.inspector_badge(&who, &request, Utc::now()).unwrap();
    let root = office.issuer.root().unwrap();
    let credential = UnverifiedInspector::from_cose(&given.credential.0).unwrap();
    let issuer = root.issuer_key(credential.key_id()).unwrap();
    (key, credential.verify(&issuer.key).unwrap())
}

fn receipt(office: &Office, code: &str, outcome: Outcome) -> String {
    let (key, credential) = tablet(office);
    let host = office.issuer.root().unwrap().host().clone();
    let badge = Badge { credential: &credential, key: &key, host: &host };
    let code = UnverifiedPresentation::parse(code).unwrap().id();
    badge.receipt(Receipt { outcome, code }, Utc::now()).text().to_owned()
}

#[test]
fn a_receipt_of_any_code_of_this_phone_is_kept_newest_first() {
    let office = Office::new();
    let (mut wallet, first, other) = office.enrol_with_two();
    let now = Utc::now();
    let digits: Challenge = "0042".parse().unwrap();
    let shown = wallet.frames(&first, now, None).unwrap()[0].text().to_owned();
    let answered = wallet.frames(&other, now, Some(digits)).unwrap()[0].text().to_owned();
    let printed = wallet.paper(&first, now).unwrap().text().to_owned();
    let outcomes = [Outcome::Valid, Outcome::Invalid, Outcome::Unconfirmed];
    for (code, outcome) in [shown, answered, printed].iter().zip(outcomes) {
        let met = wallet.meet(&receipt(&office, code, outcome), now).unwrap();
        assert_eq!(met.receipt.unwrap().outcome, outcome.as_str());
    }
    drop(wallet);
    let mut wallet = Wallet::open(&office.phone()).unwrap();
    let kept: Vec<_> = wallet.receipts().unwrap().iter().map(|one| one.outcome).collect();
    assert_eq!(kept, ["unconfirmed", "invalid", "valid"]);
}

#[test]
fn a_receipt_of_another_phones_code_is_not_kept() {
    let office = Office::new();
    let mut wallet = office.enrol();
    let stranger = test_support::Phone::default().text(Utc::now());
    let refused = wallet.meet(&receipt(&office, &stranger, Outcome::Valid), Utc::now());
    assert!(matches!(refused, Err(WalletError::ReceiptOfAnother)), "{refused:?}");
    assert_eq!(wallet.receipts().unwrap(), []);
}

#[test]
fn an_inspector_of_another_issuer_is_none() {
    let office = Office::new();
    let mut wallet = office.enrol();
    let badge = test_support::Tablet::default().badge(Utc::now());
    let refused = wallet.meet(&badge, Utc::now());
    let unknown = BadgeFault::UnknownIssuerKey;
    assert!(matches!(&refused, Err(WalletError::Inspector(fault)) if *fault == unknown));
}

#[test]
fn a_credential_ends_a_day_after_the_key_set_does() {
    let office = Office::new();
    let (_, credential) = tablet(&office);
    let lasts = credential.claims().validity.until() - Utc::now();
    assert!(TimeDelta::days(8) - lasts < TimeDelta::minutes(5), "{lasts}");
}

#[test]
fn removing_the_card_removes_the_receipts() {
    let office = Office::new();
    let mut wallet = office.enrol();
    let code = wallet.frames(&wallet.first_employment().unwrap(), Utc::now(), None).unwrap();
    wallet.meet(&receipt(&office, code[0].text(), Outcome::Valid), Utc::now()).unwrap();
    drop(wallet);
    wallet::Door::open(&office.phone()).unwrap().remove().unwrap();
    assert_eq!(office.enrol().receipts().unwrap(), []);
}
