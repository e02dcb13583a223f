//! Pages as they are filled: what stands where, and what it is.

use krilla::image::Image;

use crate::tags::{Name, Tree};

/// Space at the left and right edge.
pub(crate) const MARGIN: f32 = 51.0;
/// Where text begins and ends; above and below are head and foot.
pub(crate) const TOP: f32 = 76.0;
pub(crate) const BOTTOM: f32 = crate::A4.1 - 62.0;
/// How wide text is.
pub(crate) const WIDTH: f32 = crate::A4.0 - 2.0 * MARGIN;

/// A grey or dark blue; black is the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    Text,
    Quiet,
    Rule,
    Shade,
}

/// Something on a page.
#[derive(Debug)]
pub(crate) struct Piece {
    /// Of which element; nothing for what is only decoration, or said before.
    pub(crate) of: Option<Name>,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    /// `y` is the line that letters stand on.
    Text {
        text: String,
        strong: bool,
        size: f32,
        ink: Ink,
    },
    /// `y` is the upper edge.
    Box {
        width: f32,
        height: f32,
        ink: Ink,
    },
    Picture {
        image: Image,
        width: f32,
        height: f32,
    },
}

/// All pages, and what they mean.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    pub(crate) pages: Vec<Vec<Piece>>,
    pub(crate) tree: Tree,
    /// Headings: page, height on it, words.
    pub(crate) outline: Vec<(usize, f32, String)>,
}
