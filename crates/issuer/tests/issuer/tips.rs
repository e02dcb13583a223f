//! Customers' tips: kept once, few from one address, read and closed by the office.

use serde_json::{Value, json};
use test_support::at;
use wire::{TipStatus, route};

use crate::office::Office;

fn tip(number: u32) -> Value {
    json!({
        "id": format!("{number:032x}"),
        "company": "Blank Bil AS",
        "place": "Storgata 1, Hamar",
        "seen": "Ingen av de tre hadde kort.\nDe ville ikke si hvem de jobber for.",
        "contact": null,
    })
}

#[test]
fn a_tip_sent_twice_is_kept_once_and_the_office_closes_it() {
    let office = Office::new();
    let served = office.serve();
    for _ in 0..2 {
        assert_eq!(served.post(route::TIPS, &tip(1)).status, 204);
    }
    let kept = office.issuer.tips(Some(TipStatus::New)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].at, at(0));
    assert_eq!(serde_json::to_value(&kept[0].tip).unwrap(), tip(1));
    office.issuer.set_tip_status(kept[0].tip.id.as_str(), TipStatus::Closed).unwrap();
    assert!(office.issuer.tips(Some(TipStatus::New)).unwrap().is_empty());
    assert_eq!(office.issuer.tips(None).unwrap()[0].status, TipStatus::Closed);
}

#[test]
fn one_address_sends_five_an_hour_and_what_is_here_already_is_no_news() {
    let office = Office::new();
    let served = office.serve();
    for number in 0..5 {
        assert_eq!(served.post(route::TIPS, &tip(number)).status, 204);
    }
    let refused = served.post(route::TIPS, &tip(5));
    assert_eq!(refused.problem(), (429, "rate_limited".into()));
    assert_eq!(served.post(route::TIPS, &tip(4)).status, 204, "sent again");
    served.set_clock(3_601);
    assert_eq!(served.post(route::TIPS, &tip(5)).status, 204);
    assert_eq!(office.issuer.tips(None).unwrap().len(), 6);
}

#[test]
fn what_is_no_tip_is_refused_by_its_field() {
    let office = Office::new();
    let served = office.serve();
    let wrong = |field: &str, value: Value| {
        let mut tip = tip(1);
        tip[field] = value;
        let answer = served.post(route::TIPS, &tip);
        assert_eq!(answer.problem().0, 422, "{field}");
        assert!(answer.json()["title"].as_str().unwrap().contains(field), "{answer:?}");
    };
    wrong("id", json!("x"));
    wrong("id", json!("../../../../../../../../../../../"));
    wrong("company", json!(""));
    wrong("company", json!("x".repeat(121)));
    wrong("place", json!(7));
    wrong("seen", json!("\u{202e}dlrow"));
    wrong("seen", json!("x".repeat(2_001)));
    assert!(office.issuer.tips(None).unwrap().is_empty());
}
