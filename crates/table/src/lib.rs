//! Tables of any spreadsheet as CSV (RFC 4180, loosely): read whatever people have, written so that
//! a spreadsheet opens it as it is.
//!
//! **Threats.** A file of any program: the encoding is found out (a byte order mark, UTF-8, else
//! Windows-1252, which holds Latin-1), and the separator too. A field that a spreadsheet would take
//! for a formula: what is written starts none.
//!
//! ```
//! let rows: Vec<_> = table::records(b"sep=,\r\nNavn,By\r\n\r\nOla,Oslo\r\n").unwrap().collect();
//! assert_eq!(rows[1].as_ref().unwrap().iter().collect::<Vec<_>>(), ["Ola", "Oslo"]);
//! assert_eq!(table::write([["Navn"], ["=1+1"]]), "\u{feff}Navn\r\n'=1+1\r\n".as_bytes());
//! ```

mod write;

use std::borrow::Cow;
use std::io::Cursor;

use chrono::{Datelike, NaiveDate};
use csv::{Position, ReaderBuilder};
use encoding_rs::{Encoding, WINDOWS_1252};

pub use csv::StringRecord;
pub use write::{harmless, write};

/// Not a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTable {
    /// Not text.
    #[error("the file is no text; save it as CSV")]
    NotText,
    /// A spreadsheet's own format.
    #[error("the file is a spreadsheet; save it as CSV")]
    Spreadsheet,
}

/// The rows of a table in which anything stands, the first of which may name the columns. All of
/// the file is in memory: limit its length first.
///
/// # Errors
/// [`NoTable`]; of a row, [`NoTable::NotText`].
pub fn records(
    bytes: &[u8],
) -> Result<impl Iterator<Item = Result<StringRecord, NoTable>>, NoTable> {
    let text = decode(bytes)?;
    let (above, text, separator) = separated(&text);
    // So that each row ends in a new line.
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let (length, closed) = (text.len() as u64, text.matches('"').count().is_multiple_of(2));
    let mut rows = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(text.into_bytes()))
        .into_records();
    let numbered = std::iter::from_fn(move || {
        let mut row = rows.next()?;
        if let Ok(row) = &mut row {
            // The reader's own position is before the empty lines that it passes over.
            let own: usize = row.iter().map(|field| field.matches('\n').count()).sum();
            let after = rows.reader().position();
            // The last new line is the row's end, unless a quote that isn't closed swallowed it.
            let swallowed = after.byte() == length
                && !closed
                && row.iter().next_back().is_some_and(|field| field.ends_with('\n'));
            let end = u64::from(!swallowed);
            let mut at = Position::new();
            // A quote inside a field may still be taken for one that closes another.
            at.set_line((above + after.line()).saturating_sub(own as u64 + end).max(1));
            row.set_position(Some(at));
        }
        Some(row.map_err(|_| NoTable::NotText))
    });
    Ok(numbered.filter(|row| {
        row.as_ref().map_or(true, |row| row.iter().any(|field| !field.trim().is_empty()))
    }))
}

/// The line on which a row begins; the first is 1.
#[must_use]
pub fn line(record: &StringRecord) -> u32 {
    record.position().map_or(0, |at| u32::try_from(at.line()).unwrap_or(u32::MAX))
}

/// The name of a column as it is compared: its letters, in lower case.
#[must_use]
pub fn heading(name: &str) -> String {
    name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// A day as it is written: `1990-08-15`, `15.08.1990`, `15/08/1990`; between 1900 and 2100.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .filter(|date| (1900..=2100).contains(&date.year()))
}

/// The text of a file.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NoTable> {
    // ZIP, of which newer spreadsheets are made, and the Compound File of older ones.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(NoTable::Spreadsheet);
    }
    let text = match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, _)), _) => encoding.decode(bytes).0,
        (None, Ok(text)) => text.into(),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if text.contains(odd) { Err(NoTable::NotText) } else { Ok(text) }
}

/// Lines in which the separator is looked for.
const LOOKED_AT: usize = 12;

/// How many lines of nothing stand above the text, the text without what names the separator, as
/// Excel writes it, and the separator: the one that the most of the first lines have, a title or a
/// sentence in a field aside; of those that as many have, the most frequent one of the first line.
fn separated(all: &str) -> (u64, &str, u8) {
    let text = all.trim_start();
    let nothing = all.get(..all.len() - text.len()).unwrap_or_default();
    let above = nothing.matches('\n').count() as u64;
    if let Some((&separator, rest)) =
        text.strip_prefix("sep=").and_then(|rest| rest.as_bytes().split_first())
    {
        let rest = std::str::from_utf8(rest).unwrap_or_default();
        return (above, rest, separator);
    }
    let count = |line: &str, one: u8| line.bytes().filter(|byte| *byte == one).count();
    let weight = |one: &u8| {
        let lines = text.lines().take(LOOKED_AT);
        let first = text.lines().next().unwrap_or_default();
        (lines.filter(|line| count(line, *one) > 0).count(), count(first, *one))
    };
    // Of equals the last one is taken.
    let separator = [b',', b'\t', b';'].into_iter().max_by_key(weight);
    (above, text, separator.unwrap_or(b';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let fields = |record: StringRecord| record.iter().map(str::to_owned).collect();
        records(bytes).unwrap().map(|record| fields(record.unwrap())).collect()
    }

    #[test]
    fn every_encoding_and_separator_of_a_spreadsheet_is_read() {
        for separator in [";", ",", "\t"] {
            let text = "Navn;By\r\nBjørn Ødegård;Tromsø".replace(';', separator);
            let latin = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for file in [
                text.clone().into_bytes(),
                [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
                [b"\xff\xfe".as_slice(), &utf_16].concat(),
                latin,
                format!("sep={separator}\r\n{text}").into_bytes(),
            ] {
                assert_eq!(rows(&file)[1], ["Bjørn Ødegård", "Tromsø"], "{separator:?} {file:?}");
            }
        }
    }

    #[test]
    fn commas_in_a_title_or_in_sentences_separate_nothing() {
        for file in ["Plass, vest\na\tb\n1\t2", "a;b\n1, 2, 3;4, 5\n6;7, 8"] {
            assert_eq!(rows(file.as_bytes())[1].len(), 2, "{file}");
        }
    }

    #[test]
    fn what_is_no_table_says_why() {
        for (file, fault) in [
            (b"PK\x03\x04rest".as_slice(), NoTable::Spreadsheet),
            (b"\xd0\xcf\x11\xe0", NoTable::Spreadsheet),
            (b"a\0b", NoTable::NotText),
        ] {
            assert_eq!(records(file).err(), Some(fault), "{file:?}");
        }
        assert_eq!(rows(b"\n \n;;\n"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_row_knows_its_line_and_a_heading_its_letters() {
        let lines = |file: &[u8]| -> Vec<u32> {
            records(file).unwrap().map(|row| line(&row.unwrap())).collect()
        };
        assert_eq!(lines(b"\n\na;b\n\n\"c\nd\";e\n;\nf"), [3, 5, 8]);
        assert_eq!(lines(b"sep=;\r\na;b\r\n\r\nc;d\r\n"), [2, 4]);
        assert_eq!(lines(b"a;b\n\"c;d\ne;f\n"), [1, 2]);
        assert_eq!(lines(b"a;b\nc;\"d\n\"\n"), [1, 2]);
        assert_eq!(lines(b"a;b\nc;\""), [1, 2]);
        assert_eq!(lines(b"\";a"), [1]);
        assert_eq!(lines(b"x\";\""), [1]);
        assert_eq!(heading(" F. nr "), heading("fnr"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            if let Ok(records) = records(&bytes) {
                records.for_each(drop);
            }
        }
    }
}
