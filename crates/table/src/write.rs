//! A table that a spreadsheet opens with a double click: UTF-8 with a byte order mark, without
//! which Excel takes it for Windows-1252; semicolons, which is what Excel separates by where the
//! comma is the decimal sign, as in Norway and all the other languages of this project but English;
//! lines that end as RFC 4180 says.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

/// The file of a table.
#[must_use]
pub fn write<R, F>(rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item = F>,
    F: AsRef<str>,
{
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        let fields = row.into_iter().map(|field| harmless(field.as_ref()).into_owned());
        // Memory refuses nothing.
        let _ = writer.write_record(fields.collect::<Vec<_>>());
    }
    writer.into_inner().unwrap_or_default()
}

/// A field that no spreadsheet takes for a formula: an apostrophe stands before one that begins as
/// formulas do (OWASP, *CSV injection*), also behind white space that a spreadsheet may cut off.
#[must_use]
pub fn harmless(field: &str) -> Cow<'_, str> {
    let first = field.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let formula = first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || field.starts_with(['\t', '\r', '\n']) {
        format!("'{field}").into()
    } else {
        field.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_never_starts_a_formula_and_reads_back() {
        for (field, written) in [
            ("=1+1", "'=1+1"),
            ("+47 22", "'+47 22"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("Ola", "Ola"),
            ("a;b", "a;b"),
            ("a\"b", "a\"b"),
            ("two\nlines", "two\nlines"),
            ("", ""),
        ] {
            assert_eq!(harmless(field), written);
            let file = write([["x", field]]);
            let row = crate::records(&file).unwrap().next().unwrap().unwrap();
            assert_eq!(row.iter().collect::<Vec<_>>(), ["x", written], "{field:?}");
        }
    }
}
