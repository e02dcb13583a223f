//! From blocks to pages: what stands where.

use std::num::NonZeroU16;

use krilla::image::Image;
use krilla::tagging::{Tag, TagKind};

use crate::sheet::{BOTTOM, Ink, MARGIN, Piece, Sheets, TOP, WIDTH, What};
use crate::tags::{Name, Tree};
use crate::{Block, Document, Face, Picture, Table, Unwritable, bold, regular};

/// From one line to the next, in sizes of the font.
pub(crate) const LEADING: f32 = 1.32;

/// Room that a heading needs to have something under it.
const WITH_HEADING: f32 = 72.0;

/// How high a picture gets.
const HIGHEST_PICTURE: f32 = 300.0;

/// What is filled, and how far.
pub(crate) struct Flow {
    regular: Face,
    bold: Face,
    pub(crate) sheets: Sheets,
    pub(crate) y: f32,
}

/// How text looks.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) strong: bool,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
}

const LETTERHEAD: Style = Style { strong: true, size: 13.0, ink: Ink::Quiet };
const TITLE: Style = Style { strong: true, size: 20.0, ink: Ink::Text };
const HEADING: Style = Style { strong: true, size: 12.5, ink: Ink::Text };
const BODY: Style = Style { strong: false, size: 9.5, ink: Ink::Text };
const CAPTION: Style = Style { strong: false, size: 8.5, ink: Ink::Quiet };

pub(crate) fn flow(document: &Document) -> Result<Sheets, Unwritable> {
    let mut flow = Flow {
        regular: regular()?,
        bold: bold()?,
        sheets: Sheets { pages: vec![Vec::new()], ..Sheets::default() },
        y: TOP,
    };
    let mut pictures = 0;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Letterhead(text) => {
                flow.y -= 22.0;
                flow.text(Tag::P, LETTERHEAD, text);
                flow.y += 6.0;
                flow.rule(1.2);
                flow.y += 10.0;
            }
            Block::Title(text) => {
                flow.headline(1, TITLE, text);
                flow.y += 6.0;
            }
            Block::Heading(text) => {
                flow.y += 14.0;
                // It has something under it on its page.
                let picture = matches!(blocks.peek(), Some(Block::Picture(_)));
                flow.need(if picture { WITH_HEADING + HIGHEST_PICTURE } else { WITH_HEADING });
                flow.headline(2, HEADING, text);
                flow.y += 5.0;
            }
            Block::Paragraph(text) => {
                flow.text(Tag::P, BODY, text);
                flow.y += 5.0;
            }
            Block::Facts(facts) => flow.facts(facts),
            Block::Table(table) => flow.table(table),
            Block::Picture(picture) => {
                pictures += 1;
                flow.picture(picture, pictures)?;
            }
        }
    }
    Ok(flow.sheets)
}

impl Flow {
    pub(crate) fn face(&self, strong: bool) -> &Face {
        if strong { &self.bold } else { &self.regular }
    }

    /// A new page, where there is less room left than this.
    pub(crate) fn need(&mut self, room: f32) {
        if self.y + room > BOTTOM && self.y > TOP {
            self.turn();
        }
    }

    pub(crate) fn turn(&mut self) {
        self.sheets.pages.push(Vec::new());
        self.y = TOP;
    }

    pub(crate) fn put(&mut self, of: Option<Name>, x: f32, y: f32, what: What) {
        if let Some(page) = self.sheets.pages.last_mut() {
            page.push(Piece { of, x, y, what });
        }
    }

    /// A line of text whose letters stand on `y`.
    pub(crate) fn line(&mut self, of: Option<Name>, (x, y): (f32, f32), style: Style, text: &str) {
        if !text.trim().is_empty() {
            let Style { strong, size, ink } = style;
            self.put(of, x, y, What::Text { text: text.to_owned(), strong, size, ink });
        }
    }

    /// An element with text in it: if the page shows it otherwise, it says what it really is.
    pub(crate) fn element(
        &mut self,
        within: Name,
        tag: impl Into<TagKind>,
        strong: bool,
        text: &str,
    ) -> Name {
        let name = self.sheets.tree.grow(within, tag);
        if text.contains('\u{fffd}') || self.face(strong).printable(text).contains('\u{fffd}') {
            self.sheets.tree.really(name, text);
        }
        name
    }

    /// Text over the whole width.
    fn text(&mut self, tag: impl Into<TagKind>, style: Style, text: &str) {
        let element = self.element(Tree::ROOT, tag, style.strong, text);
        for line in self.face(style.strong).lines(text, style.size, WIDTH) {
            self.need(style.size * LEADING);
            self.y += style.size * LEADING;
            self.line(Some(element), (MARGIN, self.y), style, &line);
        }
    }

    fn headline(&mut self, level: u16, style: Style, text: &str) {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let page = self.sheets.pages.len().saturating_sub(1);
        self.sheets.outline.push((page, self.y, text.to_owned()));
        self.text(Tag::Hn(level, Some(text.to_owned())), style, text);
    }

    pub(crate) fn rule(&mut self, height: f32) {
        let what = What::Box { width: WIDTH, height, ink: Ink::Rule };
        self.put(None, MARGIN, self.y, what);
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let row = |(label, value): &(String, String)| {
            vec![vec![label.as_str().into()], vec![value.as_str().into()]]
        };
        let rows = facts.iter().map(row).collect();
        self.table(&Table { head: Vec::new(), parts: vec![28, 72], rows });
    }

    #[expect(clippy::cast_precision_loss, reason = "pixels of a picture, a few thousand")]
    fn picture(&mut self, picture: &Picture, number: usize) -> Result<(), Unwritable> {
        let image = Image::from_jpeg(picture.jpeg.clone().into(), false)
            .map_err(|_| Unwritable::Picture(number))?;
        let (wide, high) = (image.size().0.max(1) as f32, image.size().1.max(1) as f32);
        let scale = (WIDTH / wide).min(HIGHEST_PICTURE / high);
        let (width, height) = (wide * scale, high * scale);
        self.need(height + 3.0 * CAPTION.size * LEADING);
        let figure = self.sheets.tree.grow(Tree::ROOT, Tag::Figure(Some(picture.caption.clone())));
        self.put(Some(figure), MARGIN, self.y, What::Picture { image, width, height });
        self.y += height + 2.0;
        self.text(Tag::Caption, CAPTION, &picture.caption);
        self.y += 10.0;
        Ok(())
    }
}
