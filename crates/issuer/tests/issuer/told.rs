//! What the employer finds on its page, and the worker in the app, that others have done to a card.

use card::{ActKind, Ground, Language, PhotoFault};
use chrono::TimeDelta;
use photo::drawn::Drawn;
use serde_json::{Value, json};
use test_support::at;
use wire::{Act, ActId, HandedInPhoto, PhotoNotice};

use crate::employer::Employer;
use crate::night::database;
use crate::office::{Phone, company};

fn seizes(employer: &Employer) -> Act {
    Act {
        id: ActId::of([7; 16]),
        kind: ActKind::SeizeCard,
        card_number: employer.office.card,
        employment: None,
        ground: Ground::UsedByAnother,
        note: Some("another face".to_owned().try_into().unwrap()),
        decided: at(0),
    }
}

#[test]
fn the_employer_is_told_of_an_act_its_ground_its_authority_and_its_undoing_and_never_by_whom() {
    let employer = Employer::new();
    let office = &employer.office;
    assert_eq!(employer.cards()[0]["acts"], json!([]));
    let inga = issuer::InspectorName { name: "Inga".into(), authority: "Skatteetaten".into() };
    office.issuer.act(&inga, &seizes(&employer), at(60)).unwrap();
    let card = &employer.cards()[0];
    let told = &card["acts"][0];
    assert_eq!(
        (&told["kind"], &told["ground"], &told["authority"], &told["note"]),
        (
            &json!("seize_card"),
            &json!("used_by_another"),
            &json!("skatteetaten"),
            &json!("another face")
        ),
    );
    assert_eq!((&told["at"], &told["undone"]), (&json!(at(60)), &Value::Null));
    assert_eq!(told["complain_until"], json!(at(60) + TimeDelta::days(21)));
    assert!(!card.to_string().contains("Inga"), "{card}");

    let why = "the right face".to_owned().try_into().unwrap();
    office.issuer.undo_act(&ActId::of([7; 16]), &why, "Kari", at(120)).unwrap();
    let card = &employer.cards()[0];
    assert_eq!((&card["status"], &card["acts"][0]["undone"]), (&json!("valid"), &json!(at(120))));
}

#[test]
fn a_rejected_photo_is_told_to_worker_and_employer_until_there_is_another() {
    let employer = Employer::new();
    let office = &employer.office;
    office.issuer.set_contact(company(), "hms@firma.example", Language::Pl).unwrap();
    let news = || employer.cards()[0]["photo_notice"].clone();
    let doubtful = Drawn { awake: false, ..Drawn::default() }.png().unwrap();
    let hand_in = |seconds| match office
        .issuer
        .hand_in_photo(office.card, &doubtful, "t", at(seconds))
        .unwrap()
    {
        HandedInPhoto::Waiting { photo, .. } => photo,
        other => panic!("shut eyes are for a person to judge: {other:?}"),
    };
    assert_eq!(news(), Value::Null);
    let photo = hand_in(10);
    assert_eq!(news(), json!({ "state": "waiting", "since": at(10) }));
    office.issuer.reject_photo(photo, PhotoFault::EyesHidden, "Kari", at(20)).unwrap();
    let rejected = PhotoNotice::Rejected { reason: PhotoFault::EyesHidden, at: at(20) };
    assert_eq!(news(), json!(rejected));
    // A worker who had no phone yet hears it with the card.
    let phone = Phone::new("ola");
    let state = phone.enrol(office, &office.link(at(30)), at(30)).unwrap().state;
    assert_eq!(state.photo_notice, Some(rejected));
    assert_eq!(phone.refresh(office, at(40)).unwrap().photo_notice, Some(rejected));
    let (mails, body): (u32, String) = database(office)
        .query_row("SELECT count(*), body FROM outbox", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert_eq!(mails, 1);
    assert!(body.contains(&office.card.to_string()) && body.contains("nie zostało"), "{body}");

    let photo = hand_in(50);
    assert_eq!(news()["state"], "waiting");
    office.issuer.accept_photo(photo, "Kari", at(60)).unwrap();
    assert_eq!(news(), Value::Null);
    assert_eq!(phone.refresh(office, at(70)).unwrap().photo_notice, None);
    let photo = hand_in(80);
    office.issuer.reject_photo(photo, PhotoFault::Turned, "Kari", at(90)).unwrap();
    assert_eq!(news()["reason"], "turned");
    let good = Drawn::default().png().unwrap();
    office.issuer.hand_in_photo(office.card, &good, "t", at(100)).unwrap();
    assert_eq!((news(), employer.cards()[0]["photo"].clone()), (Value::Null, json!(true)));
}
