//! What a document is made of. All words come from whoever makes it.

use chrono::{DateTime, Utc};

use crate::{Unwritable, flow, write};

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// The language of its words (BCP 47).
    pub language: String,
    /// What it is.
    pub title: String,
    /// Who answers for it.
    pub author: String,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// What stands at the top of each page, left and right.
    pub head: (String, String),
    /// What stands at the foot of each page, before `{page}` and `{pages}` are filled in.
    pub foot: String,
    /// What is in it, in the order in which it is read.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// Whose document it is, at its top.
    Letterhead(String),
    /// What it is; one, at its beginning.
    Title(String),
    /// What the following is about.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Labels and what they are of.
    Facts(Vec<(String, String)>),
    /// Rows and columns.
    Table(Table),
    /// A picture with its caption.
    Picture(Picture),
}

/// Rows and columns. The head stands again on each page.
#[derive(Clone, Debug)]
pub struct Table {
    /// What each column has.
    pub head: Vec<String>,
    /// How wide each column is, as parts of the whole.
    pub parts: Vec<u16>,
    /// The rows, with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell, a line each.
pub type Cell = Vec<Line>;

/// A line, or as many as it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A JPEG file.
    pub jpeg: Vec<u8>,
    /// What stands under it, and is read out for it.
    pub caption: String,
}

impl Line {
    /// A line that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }
}

impl<T: Into<String>> From<T> for Line {
    fn from(text: T) -> Self {
        Self { text: text.into(), strong: false }
    }
}

impl Document {
    /// The file.
    ///
    /// # Errors
    /// [`Unwritable`].
    pub fn pdf(&self) -> Result<Vec<u8>, Unwritable> {
        write::pdf(self, flow::flow(self)?)
    }
}
