//! Inspectors' acts: who may, what falls, what is told, and what brings it back.

use card::{ActKind, Authority, CardNumber, Ground, Industry, Language, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use issuer::{InspectorName, IssuerError};
use serde_json::json;
use test_support::at;
use wire::{Act, ActId, ActOn, ActOutcome, EnrolInspector, EnrolledInspector, Note, route};

use crate::night::database;
use crate::office::{Answer, Office, Served, company};

fn inspector(name: &str, authority: &str) -> InspectorName {
    InspectorName { name: name.into(), authority: authority.into() }
}

fn note(text: &str) -> Note {
    text.to_owned().try_into().unwrap()
}

fn act(id: u8, card: CardNumber, kind: ActKind, decided: DateTime<Utc>) -> Act {
    let cleaning = ActOn {
        organisation_number: company(),
        sub_unit: Some(company()),
        industry: Some(Industry::Cleaning),
        status_index: None,
    };
    Act {
        id: ActId::of([id; 16]),
        kind,
        card_number: card,
        employment: (kind == ActKind::RemoveEmployment).then_some(cleaning),
        ground: Ground::FalseInformation,
        note: Some(note("no contract was found")),
        decided,
    }
}

const REMOVE: ActKind = ActKind::RemoveEmployment;
const SEIZE: ActKind = ActKind::SeizeCard;

fn done(outcome: &ActOutcome) -> bool {
    matches!(outcome, ActOutcome::Done { .. })
}

fn reasons(office: &Office, phone: &crate::office::Phone, now: DateTime<Utc>) -> Vec<Vec<Reason>> {
    let state = phone.refresh(office, now).unwrap();
    let of = |job: &wire::HeldEmployment| job.causes.iter().map(|cause| cause.reason).collect();
    state.employments.iter().map(of).collect()
}

#[test]
fn a_removed_employment_falls_alone_and_its_worker_is_told_why_by_whom_and_until_when() {
    let office = Office::new();
    office.employ(Industry::Construction);
    let phone = office.phone("phone");
    let before = office.key_set_at(at(60)).version();
    let inga = inspector("Inga", "Arbeidstilsynet");
    let kept = office.issuer.act(&inga, &act(1, office.card, REMOVE, at(60)), at(120)).unwrap();
    assert!(done(&kept.outcome), "{kept:?}");
    assert!(office.key_set_at(at(120)).version() > before, "it is published");

    let state = phone.refresh(&office, at(180)).unwrap();
    let fallen = state.employments.iter().find(|job| job.id == office.job).unwrap();
    assert_eq!(fallen.causes[0].reason, Reason::EmploymentRemoved);
    let told = &fallen.acts[0];
    assert_eq!((told.authority, told.at), (Authority::Arbeidstilsynet, at(120)));
    assert_eq!(told.complain_until, at(120) + TimeDelta::days(21));
    assert_eq!(told.note, Some(note("no contract was found")));
    let other = state.employments.iter().find(|job| job.id != office.job).unwrap();
    assert!(other.causes.is_empty() && other.acts.is_empty());
    assert!(!serde_json::to_string(&state).unwrap().contains("Inga"), "the worker isn't told who");
}

#[test]
fn the_employers_mail_about_an_act_waits_at_once_and_one_sent_again_writes_no_other() {
    let office = Office::new();
    office.issuer.set_contact(company(), "hms@firma.example", Language::Nb).unwrap();
    let inga = inspector("Inga", "Arbeidstilsynet");
    for _ in 0..2 {
        office.issuer.act(&inga, &act(1, office.card, REMOVE, at(60)), at(120)).unwrap();
    }
    let (mails, made): (u32, i64) = database(&office)
        .query_row("SELECT count(*), max(made) FROM outbox", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!((mails, made), (1, at(120).timestamp()));
}

#[test]
fn only_skatteetaten_seizes_and_then_all_employments_fall() {
    let office = Office::new();
    office.employ(Industry::Construction);
    let phone = office.phone("phone");
    for authority in ["Arbeidstilsynet", "Petroleumstilsynet", "Politiet", "Kommunen"] {
        let refused = office.issuer.act(
            &inspector("Inga", authority),
            &act(1, office.card, SEIZE, at(0)),
            at(60),
        );
        assert!(matches!(refused, Err(IssuerError::ActNotAllowed)), "{authority}: {refused:?}");
    }
    let stranger = inspector("Inga", "Kommunen");
    let refused = office.issuer.act(&stranger, &act(1, office.card, REMOVE, at(0)), at(60));
    assert!(matches!(refused, Err(IssuerError::ActNotAllowed)));
    assert_eq!(reasons(&office, &phone, at(60)), [vec![], vec![]]);

    let tax = inspector("Tor", "Skatteetaten");
    let kept = office.issuer.act(&tax, &act(1, office.card, SEIZE, at(60)), at(120)).unwrap();
    assert!(done(&kept.outcome));
    assert_eq!(reasons(&office, &phone, at(120)), [[Reason::CardSeized], [Reason::CardSeized]]);
}

#[test]
fn an_act_sent_again_gets_the_same_answer_and_another_one_of_its_number_is_refused() {
    let office = Office::new();
    let inga = inspector("Inga", "Arbeidstilsynet");
    let remove = act(1, office.card, REMOVE, at(0));
    let first = office.issuer.act(&inga, &remove, at(60)).unwrap();
    assert_eq!(office.issuer.act(&inga, &remove, at(9_000)).unwrap(), first);
    assert_eq!(office.issuer.acts(None).unwrap().len(), 1);

    let changed = Act { ground: Ground::NoContract, ..remove.clone() };
    for (who, act) in [(&inga, &changed), (&inspector("Ivar", "Arbeidstilsynet"), &remove)] {
        let refused = office.issuer.act(who, act, at(60));
        assert!(matches!(refused, Err(IssuerError::Conflict("act"))), "{refused:?}");
    }
}

#[test]
fn of_two_inspectors_offline_with_the_same_card_the_second_is_told_who_was_first() {
    let office = Office::new();
    let first = office
        .issuer
        .act(&inspector("Tor", "Skatteetaten"), &act(1, office.card, REMOVE, at(600)), at(700))
        .unwrap();
    assert!(done(&first.outcome));
    // Decided earlier, sent later.
    let second = office
        .issuer
        .act(&inspector("Inga", "Arbeidstilsynet"), &act(2, office.card, REMOVE, at(60)), at(800))
        .unwrap();
    let expected =
        ActOutcome::Already { first_authority: Some(Authority::Skatteetaten), first_at: at(700) };
    assert_eq!(second.outcome, expected);
    assert!(!serde_json::to_string(&second).unwrap().contains("Tor"), "the authority only");

    // Another employment of the same company stands alone. The office removed it by hand, so it
    // was nobody's act.
    let job = office.employ(Industry::CarCare);
    office.issuer.block(&job, Reason::EmploymentRemoved, "office", at(850)).unwrap();
    let mut third = act(3, office.card, REMOVE, at(860));
    third.employment.as_mut().unwrap().industry = Some(Industry::CarCare);
    let third = office.issuer.act(&inspector("Inga", "Politiet"), &third, at(900)).unwrap();
    assert_eq!(third.outcome, ActOutcome::Already { first_authority: None, first_at: at(850) });
}

#[test]
fn what_is_not_there_is_told_apart_and_nothing_changes() {
    let office = Office::new();
    let inga = inspector("Inga", "Arbeidstilsynet");
    let nobody: CardNumber =
        if office.card.get() == 7 { "0000008" } else { "0000007" }.parse().unwrap();
    let unknown = office.issuer.act(&inga, &act(1, nobody, REMOVE, at(0)), at(60)).unwrap();
    assert_eq!(unknown.outcome, ActOutcome::CardUnknown);
    let elsewhere = Act {
        employment: Some(ActOn {
            industry: Some(Industry::CarCare),
            ..act(2, office.card, REMOVE, at(0)).employment.unwrap()
        }),
        ..act(2, office.card, REMOVE, at(0))
    };
    let gone = office.issuer.act(&inga, &elsewhere, at(60)).unwrap();
    assert_eq!(gone.outcome, ActOutcome::EmploymentUnknown);
    let by_index = Act {
        employment: Some(ActOn {
            status_index: Some(4_711),
            ..act(3, office.card, REMOVE, at(0)).employment.unwrap()
        }),
        ..act(3, office.card, REMOVE, at(0))
    };
    let gone = office.issuer.act(&inga, &by_index, at(60)).unwrap();
    assert_eq!(gone.outcome, ActOutcome::EmploymentUnknown);
    let phone = office.phone("phone");
    assert_eq!(reasons(&office, &phone, at(60)), [Vec::<Reason>::new()]);
    for id in [1, 2, 3] {
        let undone = office.issuer.undo_act(&ActId::of([id; 16]), &note("x"), "office", at(60));
        assert!(matches!(undone, Err(IssuerError::NotFound(_))), "{id}: {undone:?}");
    }
}

#[test]
fn parts_that_dont_fit_together_are_refused() {
    let office = Office::new();
    let inga = inspector("Inga", "Skatteetaten");
    let remove = act(1, office.card, REMOVE, at(0));
    for unfit in [
        Act { employment: None, ..remove.clone() },
        Act { kind: SEIZE, ..remove.clone() },
        Act { ground: Ground::UsedByAnother, ..remove.clone() },
        Act { ground: Ground::Other, note: None, ..remove.clone() },
    ] {
        let refused = office.issuer.act(&inga, &unfit, at(0));
        assert!(matches!(refused, Err(IssuerError::Malformed(_))), "{unfit:?}: {refused:?}");
    }
}

#[test]
fn a_new_application_restores_and_an_act_decided_before_it_doesnt_touch_it() {
    let office = Office::new();
    let phone = office.phone("phone");
    let inga = inspector("Inga", "Arbeidstilsynet");
    office.issuer.act(&inga, &act(1, office.card, REMOVE, at(60)), at(120)).unwrap();
    let again = issuer::NewEmployment {
        card: office.card,
        company: company(),
        sub_unit: company(),
        industry: Industry::Cleaning,
    };
    office.issuer.add_employment(&again, at(86_400)).unwrap();
    let stands = [vec![Reason::EmploymentRemoved], vec![]];
    assert_eq!(reasons(&office, &phone, at(86_400)), stands);
    assert_eq!(office.issuer.acts_of(&inga).unwrap()[0].restored, Some(at(86_400)));

    // A tablet that was off for a day sends what it decided before.
    let tax = inspector("Tor", "Skatteetaten");
    for (id, kind) in [(2, REMOVE), (3, SEIZE)] {
        office.issuer.act(&tax, &act(id, office.card, kind, at(600)), at(90_000)).unwrap();
    }
    let after = reasons(&office, &phone, at(90_000));
    assert_eq!(after[1], Vec::<Reason>::new(), "{after:?}");
    // One that is decided now does.
    let now = act(4, office.card, REMOVE, at(90_000));
    assert!(done(&office.issuer.act(&inga, &now, at(90_000)).unwrap().outcome));
    assert_eq!(reasons(&office, &phone, at(90_000))[1], [Reason::EmploymentRemoved]);
}

#[test]
fn a_clock_in_the_future_reaches_nothing_that_comes_later() {
    let office = Office::new();
    let inga = inspector("Inga", "Arbeidstilsynet");
    let far = act(1, office.card, REMOVE, at(99_999_999));
    assert!(done(&office.issuer.act(&inga, &far, at(60)).unwrap().outcome));
    office.employ(Industry::Cleaning);
    let phone = office.phone("phone");
    assert_eq!(reasons(&office, &phone, at(60)).iter().filter(|r| r.is_empty()).count(), 1);
}

#[test]
fn the_office_undoes_an_act_once_with_a_reason_and_all_of_it_stays_in_the_history() {
    let office = Office::new();
    let phone = office.phone("phone");
    let tax = inspector("Tor", "Skatteetaten");
    let (remove, seize) = (act(1, office.card, REMOVE, at(0)), act(2, office.card, SEIZE, at(0)));
    for act in [&remove, &seize] {
        office.issuer.act(&tax, act, at(60)).unwrap();
    }
    let says = note("the contract was in the van");
    office.issuer.note_complaint(&remove.id, &says, "Kari", at(120)).unwrap();
    office.issuer.undo_act(&remove.id, &note("complaint upheld"), "Kari", at(180)).unwrap();
    assert_eq!(reasons(&office, &phone, at(180)), [[Reason::CardSeized]]);
    let again = office.issuer.undo_act(&remove.id, &note("x"), "Kari", at(181));
    assert!(matches!(again, Err(IssuerError::Conflict(_))), "{again:?}");
    office.issuer.undo_act(&seize.id, &note("wrong card"), "Kari", at(240)).unwrap();

    let state = phone.refresh(&office, at(240)).unwrap();
    let job = &state.employments[0];
    assert!(job.causes.is_empty(), "{job:?}");
    let told = job.acts.iter().find(|told| told.id == remove.id).unwrap();
    assert_eq!((told.complained, told.undone), (Some(at(120)), Some(at(180))));
    let came_and_went: Vec<_> = job.history.iter().map(|one| (one.reason, one.set)).collect();
    assert_eq!(
        came_and_went,
        [
            (Reason::CardSeized, false),
            (Reason::EmploymentRemoved, false),
            (Reason::CardSeized, true),
            (Reason::EmploymentRemoved, true),
        ]
    );
    let all = office.issuer.acts(Some(office.card)).unwrap();
    let removal = all.iter().find(|act| act.kept.act.id == remove.id).unwrap();
    assert_eq!(removal.inspector, "Tor");
    assert_eq!(removal.events.len(), 2);
    assert_eq!(removal.events[0].note, says);

    // Undone, it can be done anew, and undoing the first again is not undoing the second.
    let anew = act(3, office.card, REMOVE, at(300));
    assert!(done(&office.issuer.act(&tax, &anew, at(300)).unwrap().outcome));
    assert_eq!(reasons(&office, &phone, at(300)), [[Reason::EmploymentRemoved]]);
}

#[test]
fn the_time_for_a_complaint_is_a_setting() {
    let office = Office::new();
    assert!(office.issuer.set_complaint_days(0).is_err());
    office.issuer.set_complaint_days(28).unwrap();
    let inga = inspector("Inga", "Arbeidstilsynet");
    let kept = office.issuer.act(&inga, &act(1, office.card, REMOVE, at(0)), at(60)).unwrap();
    let complain_until = at(60) + TimeDelta::days(28);
    assert_eq!(kept.outcome, ActOutcome::Done { complain_until });
}

/// The bearer token of an inspector's device.
fn device(office: &Office, served: &Served, name: &str, authority: &str) -> String {
    let link = office.issuer.enrol_inspector(name, authority, "t", at(0)).unwrap();
    let request = EnrolInspector { code: link.code.expose().into(), root: link.root.to_string() };
    let answer = served.post(route::INSPECTOR_ENROL, &request);
    let device: EnrolledInspector = serde_json::from_value(answer.json()).unwrap();
    format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", device.token)
}

fn send(served: &Served, token: &str, path: &str, body: &impl serde::Serialize) -> Answer {
    served.send("POST", path, token, &serde_json::to_vec(body).unwrap())
}

#[test]
fn over_http_the_enrolled_device_decides_whose_act_it_is() {
    let office = Office::new();
    let served = office.serve();
    let inga = device(&office, &served, "Inga", "Arbeidstilsynet");
    let tor = device(&office, &served, "Tor", "Skatteetaten");
    let seize = act(1, office.card, SEIZE, at(0));
    let mut claims = serde_json::to_value(&seize).unwrap();
    claims["authority"] = json!("skatteetaten");
    let answer = send(&served, &inga, route::INSPECTOR_ACTS, &claims);
    assert_eq!(answer.problem(), (403, "act_not_allowed".into()));
    let answer = send(&served, "Content-Type: application/json\r\n", route::INSPECTOR_ACTS, &seize);
    assert_eq!(answer.problem(), (401, "token_wrong".into()));

    let answer = send(&served, &tor, route::INSPECTOR_ACTS, &seize);
    assert_eq!((answer.status, &answer.json()["outcome"]), (200, &json!("done")), "{answer:?}");
    assert_eq!(send(&served, &tor, route::INSPECTOR_ACTS, &seize).body, answer.body);
    let answer = send(&served, &tor, route::INSPECTOR_ACTS, &act(2, office.card, SEIZE, at(0)));
    assert_eq!((answer.status, &answer.json()["first_authority"]), (200, &json!("skatteetaten")));
    let own = |token: &str| served.send("GET", route::INSPECTOR_ACTS, token, b"").json();
    assert_eq!(own(&tor).as_array().unwrap().len(), 2);
    assert_eq!(own(&inga), json!([]));

    let token = office.issuer.new_token(issuer::Role::Office, "Kari", at(0)).unwrap();
    let kari = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
    let answer = send(&served, &kari, "/office/acts", &act(3, office.card, SEIZE, at(0)));
    assert_eq!(answer.problem(), (403, "act_not_allowed".into()), "the office seizes nothing");
    let path = |what: &str| format!("/office/acts/{}/{what}", seize.id);
    let note = json!({ "note": "it was another card" });
    for what in ["undo", "complaint"] {
        assert_eq!(send(&served, &tor, &path(what), &note).problem().0, 403, "{what}");
        assert_eq!(send(&served, &kari, &path(what), &note).status, 200, "{what}");
    }
    assert_eq!(send(&served, &kari, &path("undo"), &note).problem(), (409, "conflict".into()));
    for bad in
        [json!({ "note": "" }), json!({ "note": "a\u{0}" }), json!({ "note": "x".repeat(501) })]
    {
        assert_eq!(send(&served, &kari, &path("undo"), &bad).problem().0, 422, "{bad}");
    }
    let acts = served.send("GET", "/office/acts", &kari, b"").json();
    assert_eq!(acts[0]["inspector"], "Tor");
}

#[test]
fn bodies_that_are_no_act_are_refused_and_repeat_nothing() {
    let office = Office::new();
    let served = office.serve();
    let inga = device(&office, &served, "Inga", "Arbeidstilsynet");
    let good = serde_json::to_value(act(1, office.card, REMOVE, at(0))).unwrap();
    for (field, wrong) in [
        ("id", json!("../../SECRET")),
        ("kind", json!("SECRET")),
        ("card_number", json!("SECRET")),
        ("ground", json!("SECRET")),
        ("note", json!("SECRET".repeat(100))),
        ("decided", json!("SECRET")),
        ("employment", json!({ "organisation_number": "SECRET" })),
    ] {
        let mut body = good.clone();
        body[field] = wrong;
        let answer = send(&served, &inga, route::INSPECTOR_ACTS, &body);
        assert_eq!(answer.problem(), (422, "malformed".into()), "{field}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("SECRET"), "{field}");
    }
    assert!(office.issuer.acts(None).unwrap().is_empty());
}
