//! What is written reads back, and what is too much is refused while it is read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use card::{Industry, NationalId, Outcome, PersonName, Text};
use chrono::{DateTime, NaiveDate, Utc};
use inspection::{
    Because, Check, FindingKind, How, Inspection, InspectionId, JudgedAgain, MOST_PICTURES, Met,
    MetId, Participant, Picture, PictureDigest, Place, Who,
};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn time() -> impl Strategy<Value = DateTime<Utc>> {
    (1_600_000_000_000_i64..2_000_000_000_000)
        .prop_map(|at| DateTime::from_timestamp_millis(at).unwrap())
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Debug>(
    pattern: &'static str,
) -> impl Strategy<Value = T> {
    pattern.prop_map(|text| text.parse().unwrap())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (-10_000..20_000_i32).prop_map(|days| NaiveDate::from_epoch_days(days).unwrap())
}

prop_compose! {
    fn who()(
        card in of(parsed("[0-9]{7}")),
        name in of(parsed("[A-ZÅŁ][a-zøąș]{1,20} [A-Z][a-z]{1,20}")),
        birth_date in of(date()),
        national_id in of(select(vec!["08838707492"]).prop_map(|id| id.parse().unwrap())),
        company in of(parsed("[A-Z][a-zæ&]{1,30} AS")),
        number in of(select(vec!["974760673", "974761211"]).prop_map(|n| n.parse().unwrap())),
        industry in of(select(Industry::ALL.to_vec())),
    ) -> Who {
        Who {
            card, name, birth_date, national_id, company,
            organisation_number: number, sub_unit: number, industry,
        }
    }
}

fn reasons() -> impl Strategy<Value = Vec<Because>> {
    vec((parsed("[a-z_]{1,40}"), of(time())), 0..5)
        .prop_map(|all| all.into_iter().map(|(code, since)| Because { code, since }).collect())
}

fn outcome() -> impl Strategy<Value = Outcome> {
    select(Outcome::ALL.to_vec())
}

prop_compose! {
    fn met()(
        id in any::<[u8; 16]>(), at in time(),
        how in select(vec![How::Scanned, How::Typed, How::LookedUp, How::NothingShown]),
        who in who(),
        check in of((time(), outcome(), reasons(), of(time()))),
        findings in btree_set(select(FindingKind::ALL.to_vec()), 0..8),
        note in of(parsed("[a-zø][a-zø\n]{0,50}[a-z]")),
        pay_slip_check in any::<bool>(),
        again in of((time(), outcome(), reasons(), of(time()))),
    ) -> Met {
        Met {
            id: MetId::of(id), at, how, who, findings, note, pay_slip_check,
            check: check.map(|(at, outcome, reasons, data_issued)| Check {
                at, outcome, reasons, data_issued }),
            judged_again: again.map(|(at, outcome, reasons, data_issued)| JudgedAgain {
                at, outcome, reasons, data_issued,
            }),
        }
    }
}

prop_compose! {
    fn inspection()(
        id in any::<[u8; 16]>(),
        name in parsed("[A-Z][a-z ]{0,60}[a-z]"), address in of(parsed("[A-Z][a-z]{1,60} [0-9]{1,3}")),
        industry in of(select(Industry::ALL.to_vec())),
        authority in parsed("[A-Z][a-z]{5,20}, region [A-Z][a-z]+"),
        participants in vec((parsed("[A-Z][a-z]{1,20}"), of(parsed("[a-z]{1,30}"))), 1..5),
        began in time(), ended in of(time()),
        note in of(parsed("[a-z][a-z\n]{0,100}[a-z]")),
        met in vec(met(), 0..6),
        pictures in vec((any::<[u8; 32]>(), of(parsed("[a-z]{1,50}")), time()), 0..4),
    ) -> Inspection {
        Inspection {
            id: InspectionId::of(id),
            place: Place { name, address },
            industry, authority, began, ended, note, met,
            participants: participants
                .into_iter()
                .map(|(name, role)| Participant { name, role })
                .collect(),
            pictures: pictures
                .into_iter()
                .map(|(digest, caption, taken)| Picture {
                    digest: PictureDigest::of(digest), caption, taken,
                })
                .collect(),
        }
    }
}

proptest! {
    #[test]
    fn an_inspection_reads_back_as_it_was_written(inspection in inspection()) {
        let json = serde_json::to_string(&inspection).unwrap();
        prop_assert_eq!(serde_json::from_str::<Inspection>(&json).unwrap(), inspection);
    }

    #[test]
    fn no_debug_names_anybody(inspection in inspection()) {
        let shown = format!("{inspection:?}");
        for met in &inspection.met {
            let name = met.who.name.iter().map(PersonName::as_str);
            let note = met.note.iter().map(Text::as_str).filter(|note| note.len() > 12);
            let id = met.who.national_id.iter().map(NationalId::expose);
            for secret in name.chain(note).chain(id) {
                prop_assert!(!shown.contains(secret));
            }
        }
    }
}

#[test]
fn one_thing_too_much_or_malformed_is_refused() {
    let small = r#"{"id":"00000000000000000000000000000000","place":{"name":"Torget 1"},
        "authority":"Arbeidstilsynet","participants":[],"began":"2026-03-01T08:00:00Z"}"#;
    let small: serde_json::Value = serde_json::from_str(small).unwrap();
    let read = |value: &serde_json::Value| serde_json::from_value::<Inspection>(value.clone());
    assert_eq!(read(&small).unwrap().met, []);
    let picture = serde_json::json!({ "digest": "0".repeat(64), "taken": "2026-03-01T08:00:00Z" });
    let mut more = small.clone();
    more["pictures"] = vec![picture.clone(); MOST_PICTURES].into();
    assert!(read(&more).is_ok());
    more["pictures"] = vec![picture; MOST_PICTURES + 1].into();
    assert!(read(&more).unwrap_err().to_string().contains("at most 50"));
    for (field, wrong) in [
        ("id", serde_json::json!("0")),
        ("place", serde_json::json!({ "name": "a\nb" })),
        ("place", serde_json::json!({ "name": "å".repeat(121) })),
        ("note", serde_json::json!("å".repeat(2_001))),
        ("industry", serde_json::json!("fishing")),
        ("began", serde_json::json!("yesterday")),
        ("met", serde_json::json!([{ "who": { "national_id": "12345678901" } }])),
    ] {
        let mut other = small.clone();
        other[field] = wrong;
        assert!(read(&other).is_err(), "{field}");
    }
}
