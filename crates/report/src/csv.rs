//! The report as a table, a row a person: those who were met, then those on the crew list who were
//! not. National numbers are not in it.

use std::collections::{BTreeSet, HashMap};

use card::{Industry, Language};
use inspection::{Because, Met};

use crate::say::{because, date, grouped, or_nothing, time};
use crate::words::Words;
use crate::{Listed, Report};

impl Report {
    /// A CSV file that a spreadsheet opens as it is (see [`table::write`]).
    #[must_use]
    pub fn csv(&self, language: Language) -> Vec<u8> {
        let Some(words) = Words::of(language) else { return Vec::new() };
        let comparison = self.comparison();
        let lines: HashMap<_, _> = comparison
            .iter()
            .flat_map(|comparison| &comparison.pairs)
            .map(|pair| (&pair.met, pair.line))
            .collect();
        let listed = |met: &Met| match (&comparison, lines.get(&met.id)) {
            (None, _) => String::new(),
            (Some(_), Some(line)) => format!("{} {line}", words.line),
            (Some(_), None) => words.unlisted.clone(),
        };
        let mut rows = vec![head(&words)];
        rows.extend(self.inspection.met.iter().map(|one| met(one, listed(one), &words)));
        if let (Some(crew), Some(comparison)) = (&self.crew, &comparison) {
            let absent: BTreeSet<u32> = comparison.not_met.iter().copied().collect();
            let absent = crew.listed.iter().filter(|listed| absent.contains(&listed.line));
            rows.extend(absent.map(|listed| not_met(listed, &words)));
        }
        table::write(rows)
    }
}

fn head(words: &Words) -> Vec<String> {
    [
        &words.time,
        &words.name,
        &words.birth_date,
        &words.card,
        &words.company,
        &words.organisation_number,
        &words.sub_unit,
        &words.industry,
        &words.how_known,
        &words.check,
        &words.reasons,
        &words.findings,
        &words.note,
        &words.pay_slip,
        &words.judged_again_count,
        &words.reasons,
        &words.crew,
    ]
    .map(Clone::clone)
    .into()
}

fn met(met: &Met, listed: String, words: &Words) -> Vec<String> {
    let who = &met.who;
    let all = |reasons: &[Because]| {
        reasons.iter().map(|one| because(one, words)).collect::<Vec<_>>().join("; ")
    };
    let (check, again) = (met.check.as_ref(), met.judged_again.as_ref());
    let outcome = |outcome| words.outcome(outcome).to_owned();
    vec![
        time(met.at),
        or_nothing(who.name.as_ref()),
        who.birth_date.map(date).unwrap_or_default(),
        or_nothing(who.card),
        or_nothing(who.company.as_ref()),
        or_nothing(who.organisation_number),
        or_nothing(who.sub_unit),
        who.industry
            .map(|industry: Industry| words.industry(Some(industry)))
            .unwrap_or_default()
            .into(),
        words.how(met.how).into(),
        check.map(|check| outcome(check.outcome)).unwrap_or_default(),
        check.map(|check| all(&check.reasons)).unwrap_or_default(),
        met.findings.iter().map(|kind| words.kind(*kind)).collect::<Vec<_>>().join("; "),
        met.note.as_ref().map(|note| note.as_str().to_owned()).unwrap_or_default(),
        if met.pay_slip_check { words.yes.clone() } else { words.no.clone() },
        again.map(|again| outcome(again.outcome)).unwrap_or_default(),
        again.map(|again| all(&again.reasons)).unwrap_or_default(),
        listed,
    ]
}

fn not_met(listed: &Listed, words: &Words) -> Vec<String> {
    let mut row = vec![String::new(); 17];
    let fields = [
        (1, or_nothing(listed.name.as_ref())),
        (2, listed.birth_date.map(date).unwrap_or_default()),
        (3, or_nothing(listed.card)),
        (4, or_nothing(listed.company.as_ref())),
        (5, grouped(listed.organisation_number).replace(' ', "")),
        (9, listed.standing.map(|one| words.outcome(one).to_owned()).unwrap_or_default()),
        (16, format!("{} {}: {}", words.line, listed.line, words.not_met)),
    ];
    for (at, text) in fields {
        if let Some(field) = row.get_mut(at) {
            *field = text;
        }
    }
    row
}
