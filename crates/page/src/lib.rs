//! Paper: fonts and where lines break, and documents of as many pages as it takes, which people
//! read and programs read out to them.
//!
//! **Threat.** Words of strangers: a name without spaces, a note of ten pages, a letter that the
//! fonts lack. Nothing is cut off and nothing runs over an edge; what the fonts lack is drawn as
//! one sign, and kept as it was for whoever reads the text.
//!
//! What comes out is PDF/A-2a (ISO 19005-2), which archives take, and PDF/UA-1 (ISO 14289-1), which
//! screen readers take, and the same bytes for the same document.

mod document;
mod face;
mod flow;
mod sheet;
mod table;
mod tags;
mod write;

pub use document::{Block, Cell, Document, Line, Picture, Table};
pub use face::{Face, bold, regular};

/// A4 (ISO 216), in points of 1/72 inch.
pub const A4: (f32, f32) = (595.28, 841.89);

/// The document could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// The fonts in this program can't be used.
    #[error("the fonts of this program can't be used")]
    Fonts,
    /// A picture is no JPEG, or a damaged one.
    #[error("picture {0} can't be read")]
    Picture(usize),
    /// What came out is not what archives and screen readers take.
    #[error("the pages could not be written: {0}")]
    Pages(String),
}
