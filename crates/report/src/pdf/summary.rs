//! What it adds up to.

use page::{Block, Cell};

use super::{Draft, line};
use crate::Tally;
use crate::say::grouped;

/// A tally's columns, as wide as their words need.
const COUNTS: [u16; 6] = [10, 10, 11, 13, 13, 11];

fn counts(tally: Tally) -> impl Iterator<Item = Cell> {
    let Tally { people, valid, invalid, unconfirmed, unchecked, with_findings } = tally;
    [people, valid, invalid, unconfirmed, unchecked, with_findings]
        .into_iter()
        .map(|count| line(count.to_string()))
}

impl Draft<'_> {
    pub(super) fn summary(&mut self) {
        let (words, totals) = (self.words, self.report.totals());
        let counted = [
            words.people.as_str(),
            &words.valid,
            &words.invalid,
            &words.unconfirmed,
            &words.unchecked,
            &words.with_findings,
        ];
        let all = totals.met;
        let numbers =
            [all.people, all.valid, all.invalid, all.unconfirmed, all.unchecked, all.with_findings];
        let mut facts: Vec<_> = counted
            .iter()
            .zip(numbers)
            .map(|(label, count)| ((*label).to_owned(), count.to_string()))
            .collect();
        facts.push((words.pay_slips.clone(), totals.pay_slips.to_string()));
        facts.push((words.judged_again_count.clone(), totals.judged_again.to_string()));
        self.heading(&words.summary);
        self.blocks.push(Block::Facts(facts));

        self.heading(&words.by_finding);
        let findings = totals.findings.iter();
        let findings: Vec<_> = findings
            .map(|total| vec![line(words.kind(total.kind)), line(total.people.to_string())])
            .collect();
        if findings.is_empty() {
            self.paragraph(words.no_findings.clone());
        } else {
            self.table(&[&words.finding, &words.people], &[70, 30], findings);
        }
        if totals.met.people == 0 {
            return;
        }
        let row = |first: Vec<String>, tally| -> Vec<Cell> {
            first.into_iter().map(line).chain(counts(tally)).collect()
        };
        let companies = totals.companies.iter().map(|total| {
            let name = total.company.as_ref();
            let name = name.map_or_else(|| words.not_told.clone(), ToString::to_string);
            row(vec![name, grouped(total.organisation_number)], total.tally)
        });
        let companies = companies.collect();
        self.heading(&words.by_company);
        let head = [words.company.as_str(), &words.organisation_number];
        self.table(&[&head[..], &counted].concat(), &[&[24, 22][..], &COUNTS].concat(), companies);
        let industries = totals.industries.iter();
        let industries = industries
            .map(|total| row(vec![words.industry(total.industry).to_owned()], total.tally))
            .collect();
        self.heading(&words.by_industry);
        self.table(
            &[&[words.industry.as_str()][..], &counted].concat(),
            &[&[46][..], &COUNTS].concat(),
            industries,
        );
    }
}
