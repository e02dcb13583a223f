//! The report as an authority's document.

mod crew;
mod people;
mod summary;

use std::collections::BTreeMap;

use card::Language;
use inspection::PictureDigest;
use page::{Block, Cell, Document, Line, Picture, Table, Unwritable};

use crate::Report;
use crate::say::time;
use crate::words::Words;

/// The files of the site's pictures, as far as they are here.
pub type Pictures = BTreeMap<PictureDigest, Vec<u8>>;

impl Report {
    /// The document, as PDF. A picture whose file isn't here is told, and left out.
    ///
    /// # Errors
    /// [`Unwritable`].
    pub fn pdf(&self, language: Language, pictures: &Pictures) -> Result<Vec<u8>, Unwritable> {
        let none = || Unwritable::Pages("no words in this language".into());
        let words = Words::of(language).ok_or_else(none)?;
        Draft { report: self, words: &words, blocks: Vec::new() }.document(language, pictures).pdf()
    }
}

/// A document as it is written, from the top.
struct Draft<'r> {
    report: &'r Report,
    words: &'r Words,
    blocks: Vec<Block>,
}

/// A cell of one line.
fn line(text: impl Into<String>) -> Cell {
    vec![text.into().into()]
}

/// A cell of those that say something.
fn lines(texts: impl IntoIterator<Item = String>) -> Cell {
    texts.into_iter().filter(|text| !text.is_empty()).map(Line::from).collect()
}

impl Draft<'_> {
    fn document(mut self, language: Language, pictures: &Pictures) -> Document {
        let inspection = &self.report.inspection;
        let authority = inspection.authority.as_str().to_owned();
        self.blocks.push(Block::Letterhead(authority.clone()));
        self.blocks.push(Block::Title(self.words.title.clone()));
        self.facts();
        self.summary();
        self.people();
        self.pay_slips();
        self.crew();
        self.pictures(pictures);
        let number = inspection.id.as_str().to_uppercase();
        let title = format!("{}, {}", self.words.title, inspection.place.name.as_str());
        Document {
            language: language.as_str().into(),
            head: (authority.clone(), title.clone()),
            foot: format!("{} {number}  ·  {}", self.words.number, self.words.page),
            title,
            author: authority,
            created: self.report.made,
            blocks: self.blocks,
        }
    }

    fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    fn table(&mut self, head: &[&str], parts: &[u16], rows: Vec<Vec<Cell>>) {
        let head = head.iter().map(|text| (*text).to_owned()).collect();
        self.blocks.push(Block::Table(Table { head, parts: parts.to_vec(), rows }));
    }

    fn facts(&mut self) {
        let (words, report) = (self.words, self.report);
        let inspection = &report.inspection;
        let inspectors = inspection.participants.iter().map(|one| match &one.role {
            Some(role) => format!("{} ({})", one.name, role.as_str()),
            None => one.name.to_string(),
        });
        let made_by = words.made_by.replace("{name}", report.by.name.as_str());
        let made_by = made_by.replace("{authority}", report.by.authority.as_str());
        let address = inspection.place.address.as_ref();
        let facts = [
            (&words.number, Some(inspection.id.as_str().to_uppercase())),
            (&words.place, Some(inspection.place.name.as_str().to_owned())),
            (&words.address, address.map(|address| address.as_str().to_owned())),
            (&words.industry, Some(words.industry(inspection.industry).to_owned())),
            (&words.began, Some(time(inspection.began))),
            (&words.ended, inspection.ended.map(time)),
            (&words.inspectors, Some(inspectors.collect::<Vec<_>>().join("\n"))),
            (&words.made, Some(format!("{}, {made_by}", time(report.made)))),
            (&words.note, inspection.note.as_ref().map(|note| note.as_str().to_owned())),
        ];
        let facts = facts.into_iter().filter_map(|(label, fact)| Some((label.clone(), fact?)));
        self.blocks.push(Block::Facts(facts.collect()));
    }

    fn pictures(&mut self, files: &Pictures) {
        let words = self.words;
        let all = &self.report.inspection.pictures;
        if all.is_empty() {
            return;
        }
        self.heading(&words.pictures);
        for (at, picture) in all.iter().enumerate() {
            let mut caption = format!("{} {}, {}", words.picture, at + 1, time(picture.taken));
            if let Some(shows) = &picture.caption {
                caption += &format!(": {}", shows.as_str());
            }
            match files.get(&picture.digest) {
                Some(jpeg) => {
                    self.blocks.push(Block::Picture(Picture { jpeg: jpeg.clone(), caption }));
                }
                None => self.paragraph(format!("{caption}. {}", words.picture_missing)),
            }
        }
    }
}
