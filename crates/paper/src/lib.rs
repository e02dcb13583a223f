//! A sheet of paper with a code, for when the phone's battery is flat: one page of PDF.
//!
//! **Threat.** Whoever copies the sheet has it too. What protects is the code itself, of which
//! every verifier says *unconfirmed* at best (see [`presentation`]); the sheet's part is to say
//! so in words, to whoever holds it. All words come from the caller's language.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let words = paper::Words {
//!     language: "en".into(),
//!     title: "HSE card on paper".into(),
//!     warning: "Unconfirmed. Ask for the card in the phone.".into(),
//!     facts: vec![("Name".into(), "Ola Nordmann".into())],
//!     note: String::new(),
//! };
//! let qr = presentation::QrMatrix::of("HTTPS://HMSKORT.EXAMPLE/V#012")?;
//! assert!(paper::sheet(&qr, &words)?.starts_with(b"%PDF-"));
//! # Ok(())
//! # }
//! ```

use krilla::Document;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::text::TextDirection;
use page::{A4, Face, Unwritable, bold, regular};
use presentation::QrMatrix;
use serde::Deserialize;

const MARGIN: f32 = 56.7;
/// Side of the code with its quiet zone: 110 mm, three times what it is on a phone.
const CODE: f32 = 311.8;
/// Light modules around the code (ISO/IEC 18004 § 6.3.8).
const QUIET: f32 = 4.0;
/// Longest text of one kind, in characters. Names have less.
const MOST: usize = 600;

/// What stands on the sheet beside the code.
#[derive(Clone, Debug, Deserialize)]
pub struct Words {
    /// The language of the words (BCP 47), for readers.
    pub language: String,
    /// What the sheet is.
    pub title: String,
    /// What it does not prove.
    pub warning: String,
    /// Labels and what stands on the card, such as name and company.
    pub facts: Vec<(String, String)>,
    /// Until when, and what to do with it.
    pub note: String,
}

/// The sheet could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSheet {
    /// More text than fits on a page.
    #[error("the text does not fit on the page")]
    TooLong,
    /// The fonts in this program, or its page, can't be used.
    #[error("the page could not be written")]
    Unwritable,
}

impl From<Unwritable> for NoSheet {
    fn from(_: Unwritable) -> Self {
        Self::Unwritable
    }
}

/// Writes down a page from top to bottom.
struct Pen<'s, 'p> {
    surface: &'s mut Surface<'p>,
    y: f32,
}

impl Pen<'_, '_> {
    fn write(&mut self, face: &Face, size: f32, text: &str) -> Result<(), NoSheet> {
        if text.chars().count() > MOST {
            return Err(NoSheet::TooLong);
        }
        for line in face.lines(text, size, A4.0 - 2.0 * MARGIN) {
            self.y += size * 1.35;
            let start = Point::from_xy(MARGIN, self.y);
            self.surface.draw_text(
                start,
                face.font(),
                size,
                &line,
                false,
                TextDirection::LeftToRight,
            );
        }
        if self.y > A4.1 - MARGIN { Err(NoSheet::TooLong) } else { Ok(()) }
    }
}

/// Makes the sheet, a PDF file of one page.
///
/// # Errors
/// [`NoSheet`].
pub fn sheet(qr: &QrMatrix, words: &Words) -> Result<Vec<u8>, NoSheet> {
    let (regular, bold) = (regular()?, bold()?);
    let mut document = Document::new();
    document
        .set_metadata(Metadata::new().title(words.title.clone()).language(words.language.clone()));
    let settings = PageSettings::from_wh(A4.0, A4.1).ok_or(NoSheet::Unwritable)?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut pen = Pen { surface: &mut surface, y: MARGIN };
    pen.write(&bold, 22.0, &words.title)?;
    pen.y += 8.0;
    pen.write(&bold, 13.0, &words.warning)?;
    pen.y += 12.0;
    pen.surface.draw_path(&modules(qr, pen.y).ok_or(NoSheet::Unwritable)?);
    pen.y += CODE + 8.0;
    for (label, value) in &words.facts {
        pen.write(&regular, 9.0, label)?;
        pen.write(&bold, 13.0, value)?;
        pen.y += 4.0;
    }
    pen.y += 8.0;
    pen.write(&regular, 10.0, &words.note)?;
    surface.finish();
    page.finish();
    document.finish().map_err(|_| NoSheet::Unwritable)
}

/// The dark modules of a code whose quiet zone begins at the margin, `top` points down.
fn modules(qr: &QrMatrix, top: f32) -> Option<Path> {
    #[expect(clippy::cast_precision_loss, reason = "at most 177")]
    let count = |modules: usize| modules as f32;
    let side = CODE / (count(qr.size()) + 2.0 * QUIET);
    let mut path = PathBuilder::new();
    for row in 0..qr.size() {
        for column in (0..qr.size()).filter(|column| qr.is_dark(*column, row)) {
            let (x, y) =
                (MARGIN + (QUIET + count(column)) * side, top + (QUIET + count(row)) * side);
            path.push_rect(Rect::from_xywh(x, y, side, side)?);
        }
    }
    path.finish()
}
