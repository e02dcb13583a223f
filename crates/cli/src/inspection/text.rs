//! An inspection in words, for the terminal.

use ::inspection::{Because, Met};
use card::{CompanyName, PersonName};
use inspector::inspection::{InspectionLine, InspectionView, News, Put};

use crate::out::time;

/// What a check left in the open inspection.
pub(crate) fn left(put: &Put) -> String {
    let (place, met) = (&put.place, put.totals.met);
    let before = put.before.map_or(String::new(), |at| {
        format!(" Met before, {}; counted once.", time(at.timestamp_millis()))
    });
    format!("  in the inspection of {}: number {met} ({}).{before}", place.name.as_str(), put.id)
}

/// What turned out otherwise, after a sync.
pub(crate) fn news_text(news: &[News]) -> String {
    let mut text = String::new();
    for one in news {
        let card = one.who.card.map_or(String::new(), |card| format!(", card {card}"));
        text += &format!(
            "\nJudged again: {}{card}, checked {} at {}: {} → {}",
            name(one.who.name.as_ref()),
            time(one.checked.timestamp_millis()),
            one.place.name.as_str(),
            one.from.as_str(),
            one.to.as_str(),
        );
        for reason in &one.reasons {
            let when = match reason.after {
                Some(true) => ", after the check",
                Some(false) => ", before the check",
                None => "",
            };
            text += &format!("\n  - {}{when}", because(&reason.because));
        }
    }
    text
}

fn name(name: Option<&PersonName>) -> &str {
    name.map_or("(no name)", PersonName::as_str)
}

fn because(because: &Because) -> String {
    let since = because.since.map(|since| format!(" since {}", time(since.timestamp_millis())));
    format!("{}{}", because.code, since.unwrap_or_default())
}

/// An inspection in a list.
pub(super) fn line(line: &InspectionLine) -> String {
    let began = time(line.began.timestamp_millis());
    let (met, found) = (line.totals.met, line.totals.found);
    let (id, place, state) = (&line.id, line.place.name.as_str(), line.state.as_str());
    format!("{id}  {state}  {place}, {began}: {met} met, findings at {found}")
}

/// One in full.
pub(super) fn text(view: &InspectionView) -> String {
    let (inspection, totals) = (&view.inspection, &view.totals);
    let address =
        inspection.place.address.as_ref().map(|address| format!(", {}", address.as_str()));
    let industry = inspection.industry.map(|industry| format!(", {industry}"));
    let mut text = format!(
        "{}  {}\n{}{}{}\nbegan {}",
        inspection.id,
        view.state.as_str(),
        inspection.place.name.as_str(),
        address.unwrap_or_default(),
        industry.unwrap_or_default(),
        time(inspection.began.timestamp_millis()),
    );
    if let Some(ended) = inspection.ended {
        text += &format!(", ended {}", time(ended.timestamp_millis()));
    }
    let who: Vec<_> = inspection.participants.iter().map(|one| one.name.as_str()).collect();
    text += &format!("\n{}\n", who.join(", "));
    if let Some(expected) = &view.expected {
        let name = expected.name.as_ref().map_or("", CompanyName::as_str);
        text += &format!("who should be there: {} {name}\n", expected.number);
    }
    if let Some(note) = &inspection.note {
        text += &format!("“{}”\n", note.as_str());
    }
    for met in &inspection.met {
        text += &entry(met);
    }
    let pictures = inspection.pictures.len();
    text + &format!("{} met, findings at {}, {pictures} pictures", totals.met, totals.found)
}

fn entry(met: &Met) -> String {
    let who = &met.who;
    let card = who.card.map_or("no card number".into(), |card| format!("card {card}"));
    let company = who.company.as_ref().map_or("?", CompanyName::as_str);
    let outcome = met.check.as_ref().map_or("not checked", |check| check.outcome.as_str());
    let mut text = format!(
        "- {:.8}  {}  {}, {card}, {company}: {outcome}",
        met.id.as_str(),
        time(met.at.timestamp_millis()),
        name(who.name.as_ref()),
    );
    let reasons = met.check.iter().flat_map(|check| &check.reasons).map(because);
    text += &reasons.map(|reason| format!("; {reason}")).collect::<String>();
    if let Some(again) = &met.judged_again {
        let reasons: Vec<_> = again.reasons.iter().map(because).collect();
        let at = time(again.at.timestamp_millis());
        text +=
            &format!("\n    judged again {at}: {} {}", again.outcome.as_str(), reasons.join("; "));
    }
    let found: Vec<_> = met.findings.iter().map(|kind| kind.what()).collect();
    if !found.is_empty() {
        text += &format!("\n    found: {}", found.join(", "));
    }
    if let Some(note) = &met.note {
        text += &format!("\n    “{}”", note.as_str());
    }
    if met.pay_slip_check {
        text += "\n    pay slips will be asked for";
    }
    text + "\n"
}
