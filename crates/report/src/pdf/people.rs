//! Everybody who was met, and whose pay slips will be asked for.

use inspection::Met;
use page::{Cell, Line};

use super::{Draft, line, lines};
use crate::say::{because, clock, date, grouped, name, or_nothing, outcome, time};

impl Draft<'_> {
    pub(super) fn people(&mut self) {
        let words = self.words;
        self.heading(&words.all_met);
        let met = &self.report.inspection.met;
        if met.is_empty() {
            self.paragraph(words.nobody.clone());
            return;
        }
        self.paragraph(words.as_checked.clone());
        let head =
            [words.time.as_str(), &words.person, &words.employer, &words.check, &words.findings];
        let rows = met.iter().enumerate().map(|(at, met)| self.row(at + 1, met)).collect();
        self.table(&head, &[10, 23, 22, 24, 21], rows);
    }

    fn row(&self, number: usize, met: &Met) -> Vec<Cell> {
        let words = self.words;
        let who = &met.who;
        let mut person = vec![Line::strong(name(met, words))];
        person.extend(self.identity(met));
        person.extend(line(words.how(met.how)));
        let unit = who.sub_unit.filter(|unit| Some(*unit) != who.organisation_number);
        let employer = lines([
            or_nothing(who.company.as_ref()),
            grouped(who.organisation_number),
            unit.map(|unit| format!("{} {}", words.sub_unit, unit.grouped())).unwrap_or_default(),
            who.industry.map(|one| words.industry(Some(one)).to_owned()).unwrap_or_default(),
        ]);
        let mut findings: Cell =
            met.findings.iter().map(|kind| Line::strong(words.kind(*kind))).collect();
        findings.extend(met.note.as_ref().map(|note| Line::from(note.as_str())));
        if met.pay_slip_check {
            findings.push(Line::strong(words.pay_slip.as_str()));
        }
        let first = lines([number.to_string(), clock(met.at)]);
        vec![first, person, employer, self.check(met), findings]
    }

    /// Card number and birth date.
    pub(super) fn identity(&self, met: &Met) -> Cell {
        let words = self.words;
        let card = met.who.card.map(|card| format!("{} {card}", words.card));
        let born = met.who.birth_date.map(|born| format!("{} {}", words.born, date(born)));
        lines([card.unwrap_or_default(), born.unwrap_or_default()])
    }

    /// What was known then, and what became known later.
    fn check(&self, met: &Met) -> Cell {
        let words = self.words;
        let mut cell = Cell::new();
        match &met.check {
            Some(check) => {
                // At a later meeting than the first, where that said more.
                let later = Some(clock(check.at)).filter(|at| *at != clock(met.at));
                let later = later.map(|at| format!(", {at}")).unwrap_or_default();
                cell.push(Line::strong(outcome(check.outcome, words) + &later));
                cell.extend(check.reasons.iter().map(|one| because(one, words).into()));
                if let Some(issued) = check.data_issued {
                    cell.push(words.data_of.replace("{time}", &time(issued)).into());
                }
            }
            None => cell.push(Line::strong(words.unchecked.as_str())),
        }
        if let Some(again) = &met.judged_again {
            let said = words.judged_again.replace("{time}", &time(again.at));
            cell.push(Line::strong(said.replace("{outcome}", &outcome(again.outcome, words))));
            cell.extend(again.reasons.iter().map(|one| because(one, words).into()));
        }
        cell
    }

    pub(super) fn pay_slips(&mut self) {
        let words = self.words;
        let people = self.report.inspection.met.iter();
        let rows: Vec<Vec<Cell>> = people
            .filter(|met| met.pay_slip_check)
            .map(|met| {
                let number = grouped(met.who.organisation_number);
                let company = lines([or_nothing(met.who.company.as_ref()), number]);
                vec![line(name(met, words)), self.identity(met), company]
            })
            .collect();
        if !rows.is_empty() {
            self.heading(&words.pay_slip_list);
            self.table(&[&words.name, &words.person, &words.employer], &[34, 28, 38], rows);
        }
    }
}
