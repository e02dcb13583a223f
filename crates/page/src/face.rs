//! A font, how wide its characters are, and where lines break.

use std::borrow::Cow;
use std::rc::Rc;

use krilla::text::Font;
use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::Unwritable;

/// What stands for a character that the font lacks.
const MISSING: char = '\u{fffd}';

/// A font.
#[derive(Clone)]
pub struct Face {
    font: Font,
    metrics: Rc<ttf_parser::Face<'static>>,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Face")
    }
}

/// The font for running text.
///
/// # Errors
/// [`Unwritable::Fonts`].
pub fn regular() -> Result<Face, Unwritable> {
    Face::of(dejavu::sans::regular())
}

/// The font for what stands out.
///
/// # Errors
/// [`Unwritable::Fonts`].
pub fn bold() -> Result<Face, Unwritable> {
    Face::of(dejavu::sans::bold())
}

impl Face {
    fn of(file: &'static [u8]) -> Result<Self, Unwritable> {
        let metrics = ttf_parser::Face::parse(file, 0).map_err(|_| Unwritable::Fonts)?;
        let font = Font::new(file.to_vec().into(), 0).ok_or(Unwritable::Fonts)?;
        Ok(Self { font, metrics: Rc::new(metrics) })
    }

    /// The font itself.
    #[must_use]
    pub fn font(&self) -> Font {
        self.font.clone()
    }

    fn advance(&self, character: char) -> f32 {
        let glyph = self.metrics.glyph_index(character).unwrap_or_default();
        f32::from(self.metrics.glyph_hor_advance(glyph).unwrap_or_default())
            / f32::from(self.metrics.units_per_em())
    }

    /// How wide a text is, in points.
    #[must_use]
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|character| self.advance(character)).sum::<f32>() * size
    }

    /// The text with what this font has: one sign for each character that it lacks, a space for
    /// each that isn't printed.
    #[must_use]
    pub fn printable<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let plain = |c: char| match c {
            '\n' => c,
            c if c.is_control() || c.is_whitespace() => ' ',
            // Hidden signs that turn the reading direction, or for private use: no meaning here.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{feff}'
            | '\u{f0000}'.. => MISSING,
            c if self.metrics.glyph_index(c).is_none() => MISSING,
            c => c,
        };
        if text.chars().all(|c| plain(c) == c) {
            text.into()
        } else {
            text.chars().map(plain).collect::<String>().into()
        }
    }

    /// Breaks a text into lines no wider than `room`, where Unicode Standard Annex 14 allows it, or
    /// else anywhere. Each but the last ends with a space where its words do, so that who reads the
    /// text out knows them apart.
    #[must_use]
    pub fn lines(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let text = self.printable(text);
        let mut lines = vec![String::new()];
        let (mut filled, mut from) = (0.0, 0);
        for (to, opportunity) in linebreaks(&text) {
            let piece = text.get(from..to).unwrap_or_default().trim_end_matches('\n');
            let ink = self.width(piece.trim_end(), size);
            if filled > 0.0 && filled + ink > room {
                lines.push(String::new());
                filled = 0.0;
            }
            for character in piece.chars() {
                let wide = self.advance(character) * size;
                if filled > 0.0 && filled + wide > room && character != ' ' {
                    lines.push(String::new());
                    filled = 0.0;
                }
                if let Some(line) = lines.last_mut() {
                    line.push(character);
                }
                filled += wide;
            }
            from = to;
            if opportunity == BreakOpportunity::Mandatory && to < text.len() {
                lines.push(String::new());
                filled = 0.0;
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_there_is_room_and_no_letter_is_lost() {
        let face = regular().unwrap();
        let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
        for text in ["Ola Nordmann og Kari Nordmann", long.as_str(), "a/b-c d\u{a0}e", ""] {
            let lines = face.lines(text, 9.0, 60.0);
            assert!(lines.iter().all(|line| face.width(line.trim_end(), 9.0) <= 60.0), "{lines:?}");
            assert_eq!(lines.concat(), face.printable(text));
        }
        assert_eq!(face.lines("one\ntwo", 9.0, 500.0), ["one", "two"]);
        assert_eq!(face.lines("one\n\ntwo\n", 9.0, 500.0), ["one", "", "two"]);
    }

    #[test]
    fn what_the_font_lacks_is_one_sign_each() {
        let face = regular().unwrap();
        assert_eq!(face.printable("Łukasz Ødegård ✔"), "Łukasz Ødegård ✔");
        assert_eq!(face.printable("\u{202e}a\u{e000}\tb\u{1f9d1}"), "\u{fffd}a\u{fffd} b\u{fffd}");
    }
}
