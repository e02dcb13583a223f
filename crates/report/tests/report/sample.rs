//! Made-up inspections.

use card::{CompanyName, Industry, Outcome, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use inspection::{
    Because, Check, FindingKind, How, Inspection, InspectionId, JudgedAgain, Met, MetId,
    Participant, Picture, PictureDigest, Place, ReportId, Who,
};
use report::{CrewList, Maker, Report, SCHEMA};
use test_support::{company_name, organisation_number, person};
use verifier::Finding;

pub(crate) fn began() -> DateTime<Utc> {
    "2026-07-14T07:30:00Z".parse().unwrap()
}

pub(crate) fn check(at: DateTime<Utc>, outcome: Outcome, reasons: &[Finding]) -> Check {
    let data_issued = Some(began() - TimeDelta::hours(5));
    Check { at, outcome, reasons: Because::all(reasons), data_issued }
}

pub(crate) fn status(reason: Reason) -> Finding {
    let since = Some("2026-06-30T22:30:00Z".parse().unwrap());
    Finding::Status(card::Cause { reason, since })
}

/// The person of a number, with a valid card of one of three companies.
pub(crate) fn met(n: u32) -> Met {
    let (who, works) = (person(n.into()), organisation_number(n % 3));
    Met {
        id: MetId::of(u128::from(n).to_be_bytes()),
        at: began() + TimeDelta::minutes(n.into()),
        how: How::Scanned,
        who: Who {
            card: Some((n + 1).try_into().unwrap()),
            name: Some(who.name),
            birth_date: Some(who.birth_date),
            national_id: Some(who.national_id),
            company: Some(company_name((n % 3).into())),
            organisation_number: Some(works),
            sub_unit: Some(works),
            industry: Some(Industry::Construction),
        },
        check: Some(check(began() + TimeDelta::minutes(n.into()), Outcome::Valid, &[])),
        findings: [].into(),
        note: None,
        pay_slip_check: false,
        judged_again: None,
    }
}

/// An inspection of some people, with each kind of trouble among the first.
pub(crate) fn inspection(people: u32) -> Inspection {
    let mut all: Vec<Met> = (0..people).map(met).collect();
    for (at, one) in all.iter_mut().enumerate() {
        match at {
            1 => {
                one.check =
                    Some(check(one.at, Outcome::Invalid, &[status(Reason::WorkerNotEmployed)]));
                one.check.as_mut().unwrap().at = began() + TimeDelta::minutes(77);
                one.findings = [FindingKind::Invalid].into();
                one.note = Some("Sier at han begynte i går.\nSjefen svarer ikke.".parse().unwrap());
                one.pay_slip_check = true;
            }
            2 => {
                one.check = Some(check(
                    one.at,
                    Outcome::Unconfirmed,
                    &[Finding::CodeTooOld { age_seconds: 95 }],
                ));
                one.judged_again = Some(JudgedAgain {
                    at: began() + TimeDelta::hours(9),
                    outcome: Outcome::Invalid,
                    reasons: Because::all(&[status(Reason::CardExpired)]),
                    data_issued: Some(began() + TimeDelta::hours(8)),
                });
            }
            3 => {
                one.who = Who {
                    name: Some("Wolfeschlegelsteinhausenbergerdorff-Ødegård".parse().unwrap()),
                    company: Some("Ukjent Bygg".parse().unwrap()),
                    ..Who::default()
                };
                one.how = How::NothingShown;
                one.check = None;
                one.findings = [FindingKind::NoCard, FindingKind::Other].into();
            }
            _ => {}
        }
    }
    Inspection {
        id: InspectionId::of([7; 16]),
        place: Place {
            name: "Byggeplass Bjørvika".parse().unwrap(),
            address: Some("Dronning Eufemias gate 1, Oslo".parse().unwrap()),
        },
        industry: Some(Industry::Construction),
        authority: "Arbeidstilsynet".parse().unwrap(),
        participants: vec![
            Participant { name: "Iris Inspektør".parse().unwrap(), role: None },
            Participant {
                name: "Kari Kollega".parse().unwrap(),
                role: Some("Skatteetaten".parse().unwrap()),
            },
        ],
        began: began(),
        ended: Some(began() + TimeDelta::hours(4)),
        note: Some("Ryddig plass. Porten sto åpen.".parse().unwrap()),
        met: all,
        pictures: vec![],
    }
}

pub(crate) fn report(inspection: Inspection) -> Report {
    Report {
        schema: SCHEMA,
        id: ReportId::of([9; 16]),
        made: began() + TimeDelta::hours(10),
        by: Maker {
            name: "Iris Inspektør".parse().unwrap(),
            authority: "Arbeidstilsynet".parse().unwrap(),
        },
        inspection,
        crew: None,
    }
}

/// The report with a crew list.
pub(crate) fn with_crew(inspection: Inspection, file: &str) -> Report {
    Report { crew: Some(CrewList::read(file.as_bytes()).unwrap()), ..report(inspection) }
}

pub(crate) fn picture(n: u8) -> (Picture, Vec<u8>) {
    let digest = PictureDigest::of([n; 32]);
    let caption = Some("Porten mot øst".parse().unwrap());
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(320, 200, image::Rgb([n, 120, 90]))
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .unwrap();
    (Picture { digest, caption, taken: began() }, file.into_inner())
}

/// A company of an odd name.
pub(crate) fn named(name: &str) -> CompanyName {
    name.parse().unwrap()
}
