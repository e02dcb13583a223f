//! Activation codes, and what becomes of a wrong one.

use chrono::TimeDelta;
use issuer::{IssuerError, Role};
use test_support::at;
use wire::{ActivationCode, ActivationLink, EnrolInspector};

use crate::office::{Office, Phone};

/// The link with another secret: as a guesser who knows the code's name would send it.
fn guess(link: &ActivationLink) -> ActivationLink {
    let code = link.code.expose();
    let last = if code.ends_with('0') { '1' } else { '0' };
    let code: ActivationCode = format!("{}{last}", &code[..11]).parse().unwrap();
    ActivationLink { code, ..link.clone() }
}

#[test]
fn the_right_code_gives_the_card_with_a_credential_bound_to_the_phone() {
    let office = Office::new();
    let phone = Phone::new("phone");
    let enrolled = phone.enrol(&office, &office.link(at(0)), at(10)).unwrap();
    assert_eq!(enrolled.state.card_number, office.card);
    let [employment] = enrolled.state.employments.as_slice() else { panic!("one employment") };
    let credential = credential::UnverifiedCredential::from_cose(&employment.credential.0).unwrap();
    let issuer_key = &office.issuer.root().unwrap().issuer_keys()[0].key.clone();
    let credential = credential.verify(issuer_key).unwrap();
    assert_eq!(credential.claims().holder, phone.0.public_key());
    assert!(employment.causes.is_empty());
}

#[test]
fn the_same_phone_may_ask_again_and_gets_the_same_answer() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    let first = phone.enrol(&office, &link, at(10)).unwrap();
    let again = phone.enrol(&office, &link, at(500)).unwrap();
    let json = |answer| serde_json::to_value(answer).unwrap();
    assert_eq!(json(first), json(again));
}

#[test]
fn another_phone_gets_nothing_for_a_used_code() {
    let office = Office::new();
    let link = office.link(at(0));
    Phone::new("phone").enrol(&office, &link, at(10)).unwrap();
    let thief = Phone::new("thief").enrol(&office, &link, at(20));
    assert!(matches!(thief, Err(IssuerError::ActivationUsed)), "{thief:?}");
}

#[test]
fn a_code_works_until_its_fourteenth_day_is_over() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    let late = phone.enrol(&office, &link, at(0) + TimeDelta::days(14));
    assert!(matches!(late, Err(IssuerError::ActivationExpired)), "{late:?}");
    phone.enrol(&office, &link, at(-1) + TimeDelta::days(14)).unwrap();
}

#[test]
fn five_wrong_tries_lock_a_code_for_the_right_one_too() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    for _ in 0..5 {
        let wrong = phone.enrol(&office, &guess(&link), at(0));
        assert!(matches!(wrong, Err(IssuerError::ActivationUnknown)), "{wrong:?}");
    }
    let right = phone.enrol(&office, &link, at(0));
    assert!(matches!(right, Err(IssuerError::ActivationLocked)), "{right:?}");
    // The office helps with a new code.
    phone.enrol(&office, &office.link(at(0)), at(0)).unwrap();
}

#[test]
fn four_wrong_tries_leave_the_right_code_working() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    for _ in 0..4 {
        phone.enrol(&office, &guess(&link), at(0)).unwrap_err();
    }
    phone.enrol(&office, &link, at(0)).unwrap();
}

#[test]
fn a_new_code_ends_the_unused_one_before_it() {
    let office = Office::new();
    let (phone, old) = (Phone::new("phone"), office.link(at(0)));
    office.link(at(1));
    let answer = phone.enrol(&office, &old, at(2));
    assert!(matches!(answer, Err(IssuerError::ActivationUnknown)), "{answer:?}");
}

#[test]
fn a_proof_by_another_key_or_over_another_code_is_refused_and_uses_nothing_up() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    let mut by_other = phone.enrolment(&link);
    by_other.proof = Phone::new("thief").enrolment(&link).proof;
    let mut over_other = phone.enrolment(&link);
    over_other.proof = phone.enrolment(&guess(&link)).proof;
    let mut empty = phone.enrolment(&link);
    empty.proof.0.clear();
    for request in [by_other, over_other, empty] {
        let answer = office.issuer.enrol_wallet(&request, at(0));
        assert!(matches!(answer, Err(IssuerError::ProofWrong)), "{answer:?}");
    }
    phone.enrol(&office, &link, at(0)).unwrap();
}

#[test]
fn what_is_no_code_no_key_and_no_root_is_told_apart() {
    let office = Office::new();
    let (phone, link) = (Phone::new("phone"), office.link(at(0)));
    let ask = |change: &dyn Fn(&mut wire::EnrolWallet)| {
        let mut request = phone.enrolment(&link);
        change(&mut request);
        office.issuer.enrol_wallet(&request, at(0)).unwrap_err()
    };
    assert!(matches!(ask(&|r| r.code = "short".into()), IssuerError::ActivationMalformed));
    assert!(matches!(ask(&|r| r.device_key.0 = vec![1]), IssuerError::Malformed(_)));
    assert!(matches!(ask(&|r| r.root = "A".repeat(26)), IssuerError::RootUnknown));
    assert!(matches!(ask(&|r| r.root = "../root".into()), IssuerError::RootUnknown));
}

#[test]
fn an_inspectors_code_enrols_no_wallet_and_a_workers_no_inspector() {
    let office = Office::new();
    let worker = office.link(at(0));
    let inspector = office.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    let wallet = Phone::new("phone").enrol(&office, &inspector, at(0));
    assert!(matches!(wallet, Err(IssuerError::ActivationUnknown)), "{wallet:?}");
    let request =
        EnrolInspector { code: worker.code.expose().into(), root: worker.root.to_string() };
    let device = office.issuer.enrol_inspector_device(&request, at(0));
    assert!(matches!(device, Err(IssuerError::ActivationUnknown)), "{device:?}");
}

#[test]
fn an_inspectors_code_works_once_and_not_after_the_inspector_is_revoked() {
    let office = Office::new();
    let enrol = |link: &ActivationLink| {
        let request =
            EnrolInspector { code: link.code.expose().into(), root: link.root.to_string() };
        office.issuer.enrol_inspector_device(&request, at(0))
    };
    let new_link = || office.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    let link = new_link();
    let device = enrol(&link).unwrap();
    assert_eq!(office.issuer.identify(&device.token).unwrap().role, Role::Inspector);
    assert!(matches!(enrol(&link), Err(IssuerError::ActivationUsed)));

    let still_out = new_link();
    office.issuer.revoke_inspector("Inga", at(1)).unwrap();
    assert!(matches!(office.issuer.identify(&device.token), Err(IssuerError::TokenWrong)));
    assert!(matches!(enrol(&still_out), Err(IssuerError::ActivationUnknown)));
}

#[test]
fn a_second_card_for_one_person_is_refused() {
    let office = Office::new();
    let person = test_support::person(1);
    let again = office.issuer.add_worker(&issuer::NewWorker {
        name: person.name,
        national_id: person.national_id,
        birth_date: person.birth_date,
    });
    assert!(matches!(again, Err(IssuerError::Conflict(_))), "{again:?}");
}
