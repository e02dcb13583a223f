//! The crew list beside those who were met.

use std::collections::HashMap;

use inspection::{Met, MetId};
use page::{Cell, Line};

use super::{Draft, line, lines};
use crate::say::{date, grouped, name, or_nothing, outcome};
use crate::{By, Comparison, CrewList, Listed, Pair};

impl Draft<'_> {
    pub(super) fn crew(&mut self) {
        let words = self.words;
        self.heading(&words.crew);
        let (Some(crew), Some(comparison)) = (&self.report.crew, self.report.comparison()) else {
            self.paragraph(words.crew_none.clone());
            return;
        };
        let people = &self.report.inspection.met;
        let met: HashMap<&MetId, &Met> = people.iter().map(|met| (&met.id, met)).collect();
        let listed: HashMap<u32, &Listed> = crew.listed.iter().map(|one| (one.line, one)).collect();
        let about = words.crew_about.replace("{listed}", &crew.listed.len().to_string());
        self.paragraph(about.replace("{met}", &people.len().to_string()));
        self.counts(&comparison, crew);

        let unlisted = comparison.unlisted.iter().filter_map(|id| met.get(id));
        let unlisted: Vec<_> = unlisted.map(|met| self.present(met)).collect();
        self.part(&words.unlisted, &words.check, unlisted);

        let pairs = comparison.met_without_valid_card.iter();
        let mut rows: Vec<_> = pairs.filter_map(|pair| self.pair(pair, &met, &listed)).collect();
        let absent = comparison.absent_without_valid_card.iter();
        rows.extend(absent.filter_map(|line| Some(self.absent(listed.get(line)?))));
        self.part(&words.without_valid_card, &words.check, rows);

        // What the list has otherwise than the cards, of those who are not told above.
        let told = |pair: &&Pair| !comparison.met_without_valid_card.contains(pair);
        let odd = |pair: &&Pair| pair.other_card || pair.other_employer;
        let rows = comparison.pairs.iter().filter(told).filter(odd);
        let rows: Vec<_> = rows.filter_map(|pair| self.pair(pair, &met, &listed)).collect();
        self.part(&words.crew_matched, &words.check, rows);

        let rows = comparison.not_met.iter().filter_map(|line| listed.get(line));
        let rows: Vec<_> = rows.map(|listed| self.absent(listed)).collect();
        self.part(&words.not_met, &words.standing, rows);

        if !crew.unread.is_empty() {
            self.heading(&words.unread);
            let unread = crew.unread.iter();
            let rows = unread
                .map(|one| vec![line(one.line.to_string()), line(words.fault(one.fault))])
                .collect();
            self.table(&[&words.line, &words.fault], &[15, 85], rows);
        }
    }

    fn counts(&mut self, comparison: &Comparison, crew: &CrewList) {
        let words = self.words;
        let without =
            comparison.met_without_valid_card.len() + comparison.absent_without_valid_card.len();
        let counts = [
            (&words.listed, crew.listed.len()),
            (&words.unlisted, comparison.unlisted.len()),
            (&words.without_valid_card, without),
            (&words.not_met, comparison.not_met.len()),
            (&words.unread, crew.unread.len()),
        ];
        let facts = counts.map(|(label, count)| (label.clone(), count.to_string()));
        self.blocks.push(page::Block::Facts(facts.into()));
    }

    fn part(&mut self, title: &str, last: &str, rows: Vec<Vec<Cell>>) {
        if rows.is_empty() {
            return;
        }
        let words = self.words;
        self.heading(&format!("{title} ({})", rows.len()));
        let head = [words.line.as_str(), &words.person, &words.employer, last];
        self.table(&head, &[10, 32, 32, 26], rows);
    }

    /// Somebody who was met and isn't listed.
    fn present(&self, met: &Met) -> Vec<Cell> {
        let who = &met.who;
        let mut person = vec![Line::strong(name(met, self.words))];
        person.extend(self.identity(met));
        let employer = lines([or_nothing(who.company.as_ref()), grouped(who.organisation_number)]);
        vec![line("–"), person, employer, self.standing(met)]
    }

    /// How the card stands of somebody who was met.
    fn standing(&self, met: &Met) -> Cell {
        let words = self.words;
        line(met.outcome().map_or_else(|| words.unchecked.clone(), |one| outcome(one, words)))
    }

    /// Somebody who is listed, as the list has it, and what the check said.
    fn pair(
        &self,
        pair: &Pair,
        met: &HashMap<&MetId, &Met>,
        listed: &HashMap<u32, &Listed>,
    ) -> Option<Vec<Cell>> {
        let words = self.words;
        let (met, listed) = (met.get(&pair.met)?, listed.get(&pair.line)?);
        let mut row = self.absent(listed);
        let mut last = self.standing(met);
        for (is, text) in [
            (pair.by == By::NameAndBirthDate, &words.by_name),
            (pair.other_card, &words.other_card),
            (pair.other_employer, &words.other_employer),
        ] {
            if is {
                last.push(text.as_str().into());
            }
        }
        row.pop();
        row.push(last);
        Some(row)
    }

    /// A row of the list.
    fn absent(&self, listed: &Listed) -> Vec<Cell> {
        let words = self.words;
        let unknown = || words.unknown_person.clone();
        let name = listed.name.as_ref().map_or_else(unknown, ToString::to_string);
        let card = listed.card.map(|card| format!("{} {card}", words.card));
        let born = listed.birth_date.map(|born| format!("{} {}", words.born, date(born)));
        let mut person = vec![Line::strong(name)];
        person.extend(lines([card.unwrap_or_default(), born.unwrap_or_default()]));
        let company = or_nothing(listed.company.as_ref());
        let employer = lines([company, grouped(listed.organisation_number)]);
        let standing = listed.standing.map(|one| outcome(one, words)).unwrap_or_default();
        vec![line(listed.line.to_string()), person, employer, line(standing)]
    }
}
