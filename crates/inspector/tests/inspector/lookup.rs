//! Look-up without a code, and the verdict in full.

use std::collections::BTreeSet;

use card::{CardNumber, Industry, Reason, Status};
use inspection::FindingKind;
use inspector::{About, Hit, Inspector, Presented, SyncResult};
use store::KeyKeeper;
use test_support::{at, organisation_number};
use wallet::Wallet;

use crate::office::{Office, Worker, sync};

struct Site {
    office: Office,
    tablet: Inspector,
    people: Vec<Worker>,
}

const NAMES: [&str; 8] = [
    "Åse Bjørnstad Ødegård",
    "Łukasz Kowalski",
    "Ștefan Țîrlea",
    "Ąžuolas Žemaitis",
    "Kristian Hansen",
    "Ola Nordmann",
    "Olav Nordmannsen",
    "Małgorzata Wiśniewska",
];

fn site() -> Site {
    let office = Office::new();
    let main = office.company(1, "Grünerløkka Renhold AS");
    let other = office.company(2, "Bygg og Vedlikehold AS");
    let people: Vec<_> = (1..).zip(NAMES).map(|(n, name)| office.worker(n, name)).collect();
    for worker in &people {
        office.employ(worker.card, (main, organisation_number(3)), Industry::Cleaning);
    }
    office.employ(people[0].card, (other, other), Industry::Construction);
    office.publish(at(10));
    let mut tablet = office.tablet();
    assert_eq!(sync(&mut tablet, 10), SyncResult::Updated);
    Site { office, tablet, people }
}

impl Site {
    fn hits(&self, asked: &str) -> Vec<Hit> {
        self.tablet.find(asked, at(10)).unwrap().hits
    }

    fn names(&self, asked: &str) -> Vec<String> {
        let name = |hit: Hit| match hit {
            Hit::Person { name, .. } => name.as_str().to_owned(),
            Hit::Company { number, name, .. } => {
                name.map_or_else(|| number.to_string(), |name| name.to_string())
            }
        };
        self.hits(asked).into_iter().map(name).collect()
    }
}

#[test]
fn names_are_found_as_they_are_typed_misspelt_and_without_the_letters() {
    let site = site();
    for (asked, first) in [
        ("åse", NAMES[0]),
        ("ase odegard", NAMES[0]),
        ("Ødegård, Åse", NAMES[0]),
        ("aase bjornstad", NAMES[0]),
        ("bjør øde", NAMES[0]),
        ("lukasz", NAMES[1]),
        ("lukas kovalsky", NAMES[1]),
        ("kowalsky", NAMES[1]),
        ("kowaslki", NAMES[1]),
        ("stefan tirlea", NAMES[2]),
        ("stephan tirla", NAMES[2]),
        ("azuolas", NAMES[3]),
        ("zemaits", NAMES[3]),
        ("christian hanssen", NAMES[4]),
        ("hansn", NAMES[4]),
        ("ola nordmann", NAMES[5]),
        ("ola nordman", NAMES[5]),
        ("malgorzata wisniewska", NAMES[7]),
        ("wisnevska", NAMES[7]),
        ("grunerlokka", "Grünerløkka Renhold AS"),
        ("grünerløka renhold", "Grünerløkka Renhold AS"),
        ("vedlikehold", "Bygg og Vedlikehold AS"),
    ] {
        assert_eq!(site.names(asked).first().map(String::as_str), Some(first), "{asked}");
    }
    // Both begin so; more of the first was typed.
    assert_eq!(site.names("ola nordman"), [NAMES[5], NAMES[6]]);
    // The very name before one that begins so.
    assert_eq!(site.names("ola nordmann"), [NAMES[5], NAMES[6]]);
    for asked in ["xyz", "ola kowalski", "hansen og sønn", "\"", "ola\" OR \"kari", "*", "a"] {
        assert_eq!(site.names(asked), [""; 0], "{asked}");
    }
}

#[test]
fn a_name_with_a_birth_date_is_found_however_both_are_written() {
    let site = site();
    let born = site.people[1].birth_date;
    for date in ["%d.%m.%Y", "%Y-%m-%d", "%d%m%Y", "%d/%m/%y", "%d%m%y"] {
        let asked = format!("kovalsky {}", born.format(date));
        assert_eq!(site.names(&asked), [NAMES[1]], "{asked}");
    }
    let asked = born.format("%d.%m.%Y").to_string();
    assert_eq!(site.names(&asked), [NAMES[1]], "the date alone");
    assert_eq!(site.names(&format!("hansen {asked}")), [""; 0]);
}

#[test]
fn numbers_are_found_whole_in_part_and_with_spaces() {
    let site = site();
    let worker = &site.people[4];
    let number = worker.national_id.expose();
    let (six, five) = number.split_at(6);
    for asked in [number.to_owned(), format!(" {six} {five}"), format!("{six}\u{a0}{five}")] {
        assert_eq!(site.names(&asked), [NAMES[4]], "whole");
    }
    assert!(site.names(six).contains(&NAMES[4].to_owned()));
    assert!(site.names(number.split_at(10).0).contains(&NAMES[4].to_owned()));
    let card = worker.card.to_string();
    assert_eq!(site.names(&card).first().map(String::as_str), Some(NAMES[4]));
    assert_eq!(site.names("99999999999"), [""; 0]);
    assert_eq!(site.names("123456789012345"), [""; 0]);
}

#[test]
fn a_d_number_is_found() {
    let office = Office::new();
    let person = test_support::d_number(5);
    let worker = issuer::NewWorker {
        name: "Oksana Kovalenko".parse().unwrap(),
        national_id: person.0.clone(),
        birth_date: person.1,
    };
    office.issuer.add_worker(&worker).unwrap();
    office.publish(at(10));
    let mut tablet = office.tablet();
    sync(&mut tablet, 10);
    assert_eq!(tablet.find(person.0.expose(), at(10)).unwrap().hits.len(), 1);
}

#[test]
fn a_unit_gives_all_who_work_there_by_main_unit_and_sub_unit() {
    let site = site();
    for n in [1, 3] {
        let unit = organisation_number(n);
        let grouped = unit.to_string();
        let spaced = format!("{} {} {}", &grouped[..3], &grouped[3..6], &grouped[6..]);
        for asked in [grouped.as_str(), &spaced] {
            let hits = site.hits(asked);
            let Some(Hit::Company { number, workers, .. }) = hits.first() else {
                panic!("{asked}: {hits:?}")
            };
            assert_eq!((*number, *workers), (unit, 8), "{asked}");
        }
        let all = site.tablet.workers(unit, 0, at(10)).unwrap();
        assert_eq!((all.hits.len(), all.more), (8, false));
        assert_eq!(site.tablet.workers(unit, 8, at(10)).unwrap().hits, []);
    }
    assert_eq!(site.tablet.workers(organisation_number(2), 0, at(10)).unwrap().hits.len(), 1);
}

#[test]
fn many_workers_come_in_pages() {
    let office = Office::new();
    let company = office.company(1, "Stor AS");
    for n in 0..120 {
        let worker = office.worker(n, &format!("Ola {n}"));
        office.employ(worker.card, (company, company), Industry::Cleaning);
    }
    office.publish(at(10));
    let mut tablet = office.tablet();
    sync(&mut tablet, 10);
    let mut cards = BTreeSet::new();
    for (skip, expected) in [(0, (50, true)), (50, (50, true)), (100, (20, false))] {
        let page = tablet.workers(company, skip, at(10)).unwrap();
        assert_eq!((page.hits.len(), page.more), expected, "after {skip}");
        cards.extend(page.hits.iter().map(|hit| match hit {
            Hit::Person { card, .. } => *card,
            Hit::Company { .. } => panic!("a company among workers"),
        }));
    }
    assert_eq!(cards.len(), 120);
    let found = tablet.find("ola", at(10)).unwrap();
    assert_eq!((found.hits.len(), found.more), (50, true));
}

#[test]
fn a_person_has_every_employment_with_its_own_status_and_what_that_means_here() {
    let site = site();
    let worker = &site.people[0];
    let jobs: Vec<_> = {
        let all = site.tablet.person(worker.card, &About::default(), at(10)).unwrap().unwrap();
        all.employments.iter().map(|job| (job.id.clone(), job.industry)).collect()
    };
    let cleaning = &jobs.iter().find(|(_, i)| *i == Industry::Cleaning).unwrap().0;
    site.office.issuer.block(cleaning, Reason::CompanyNotApproved, "t", at(20)).unwrap();
    site.office.publish(at(20));
    let mut tablet = site.tablet;
    sync(&mut tablet, 20);
    let about = About {
        presented: Some(Presented {
            status_index: None,
            organisation_number: organisation_number(1),
            sub_unit: organisation_number(3),
            industry: Industry::Cleaning,
        }),
        site: Some(Industry::CarCare),
        employer: Some(organisation_number(2)),
    };
    let person = tablet.person(worker.card, &about, at(30)).unwrap().unwrap();
    assert_eq!(person.national_id, worker.national_id.expose());
    assert_eq!(person.name.as_str(), NAMES[0]);
    let [presented, other] = &person.employments[..] else { panic!("two employments") };
    assert!(presented.presented && !other.presented, "the presented one comes first");
    assert_eq!((presented.status, other.status), (Status::Invalid, Status::Valid));
    let [reason] = &presented.reasons[..] else { panic!("{:?}", presented.reasons) };
    assert_eq!((reason.code(), reason.since()), ("company_not_approved", Some(at(20))));
    assert_eq!(presented.history.len(), 1);
    assert_eq!(presented.company.as_deref(), Some("Grünerløkka Renhold AS"));
    assert_eq!((presented.accepted_here, presented.expected), (Some(false), Some(false)));
    assert_eq!((other.accepted_here, other.expected), (Some(false), Some(true)));
    let both: BTreeSet<_> = [FindingKind::WrongEmployer, FindingKind::WrongIndustry].into();
    assert_eq!(person.suggested, both, "only the presented one counts");
    // Where nothing was presented, it is what no employment on the card fits; where nobody said what
    // fits, it is nothing.
    let presented = about.presented;
    let stranger = Some(organisation_number(9));
    for (about, suggested) in [
        (About { presented: None, employer: stranger, ..about.clone() }, both),
        (About { presented: None, ..about.clone() }, [FindingKind::WrongIndustry].into()),
        (About { presented: None, site: Some(Industry::Cleaning), ..about }, [].into()),
        (About { presented, ..About::default() }, [].into()),
        (About::default(), [].into()),
    ] {
        let person = tablet.person(worker.card, &about, at(30)).unwrap().unwrap();
        assert_eq!(person.suggested, suggested, "{about:?}");
    }
    let nobody = CardNumber::try_from((worker.card.get() + 1) % 10_000_000).unwrap();
    assert!(tablet.person(nobody, &About::default(), at(30)).unwrap().is_none());
}

#[test]
fn a_code_from_a_phone_that_the_card_has_left_says_so() {
    let site = site();
    let worker = &site.people[5];
    let place = |wallet: &Wallet, tablet: &Inspector| {
        let employment = wallet.first_employment().unwrap();
        let [frame, _] = wallet.frames(&employment, at(40), None).unwrap();
        let verdict = tablet.check_text(frame.text(), at(40), &verifier::Policy::default());
        verdict.card.and_then(|card| card.status_index)
    };
    let enrol = |phone: &str| {
        let link = site
            .office
            .issuer
            .issue_activation(worker.card, wire::IdDocument::Passport, "t", at(0))
            .unwrap();
        let folder = site.office.folder.path().join(phone);
        Wallet::enrol(&folder, KeyKeeper::File, &link.to_string(), at(0)).unwrap()
    };
    let old = enrol("old phone");
    let new = enrol("new phone");
    site.office.publish(at(30));
    let mut tablet = site.tablet;
    sync(&mut tablet, 30);
    for (phone, replaced) in [(&old, true), (&new, false)] {
        let status_index = place(phone, &tablet);
        assert!(status_index.is_some());
        let presented = Some(Presented {
            status_index,
            organisation_number: organisation_number(1),
            sub_unit: organisation_number(3),
            industry: Industry::Cleaning,
        });
        let about = About { presented, ..About::default() };
        let person = tablet.person(worker.card, &about, at(40)).unwrap().unwrap();
        assert_eq!(person.phone_replaced, replaced);
        assert!(person.employments[0].presented);
        assert_eq!(person.phone_since, Some(at(0).timestamp_millis()));
    }
}
