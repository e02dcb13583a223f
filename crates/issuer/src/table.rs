//! A table of workers: a CSV file of any spreadsheet, or what was pasted from one.
//!
//! **Threat.** Whatever people have. So the columns are found out, each row is judged on its own,
//! and nothing that was written in it is lost. Limits before rows are kept.

use std::collections::HashMap;

use ::table::{NoTable, StringRecord, heading, line, records};

use card::{MalformedName, MalformedNationalId, NationalId, OrganisationNumber, PersonName};
use chrono::{Datelike, NaiveDate};
use wire::Fault;

/// Most rows: more than any company in the scheme has workers.
pub(crate) const MAX_ROWS: usize = 100_000;

/// Most columns that are kept of a row.
const MAX_COLUMNS: usize = 50;

/// A worker whom somebody applies for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Applicant {
    pub(crate) national_id: NationalId,
    pub(crate) name: PersonName,
    pub(crate) birth_date: NaiveDate,
    pub(crate) sub_unit: Option<OrganisationNumber>,
}

/// A row as it was written, and as it was read.
pub(crate) struct Row {
    pub(crate) line: u32,
    pub(crate) fields: Vec<String>,
    pub(crate) read: Result<Applicant, (Fault, Option<u32>)>,
}

/// A table.
pub(crate) struct Table {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// Where to find what.
#[derive(Clone, Copy, Default)]
struct Columns {
    national_id: usize,
    name: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    birth_date: Option<usize>,
    sub_unit: Option<usize>,
    count: usize,
}

/// Reads a table.
///
/// # Errors
/// What is wrong with all of it.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let mut records = records(bytes).map_err(fault)?;
    let first = records.next().ok_or(Fault::TableEmpty)?.map_err(fault)?;
    let (columns, names, first) = match Columns::named(&first) {
        Some(columns) => (columns, fields(&first), None),
        None => {
            let (columns, names) = Columns::guessed(&first).ok_or(Fault::TableColumns)?;
            (columns, names, Some(first))
        }
    };
    let mut seen = HashMap::new();
    let mut rows = Vec::new();
    for record in first.map(Ok).into_iter().chain(records) {
        let record = record.map_err(fault)?;
        if rows.len() == MAX_ROWS {
            return Err(Fault::TableTooLong);
        }
        let line = line(&record);
        let read = columns.applicant(&record).map_err(|fault| (fault, None)).and_then(|read| {
            let number: u64 = read.national_id.expose().parse().unwrap_or_default();
            match *seen.entry(number).or_insert(line) {
                earlier if earlier == line => Ok(read),
                earlier => Err((Fault::Repeated, Some(earlier))),
            }
        });
        rows.push(Row { line, fields: fields(&record), read });
    }
    if rows.is_empty() { Err(Fault::TableEmpty) } else { Ok(Table { columns: names, rows }) }
}

fn fault(no_table: NoTable) -> Fault {
    match no_table {
        NoTable::NotText => Fault::TableNotText,
        NoTable::Spreadsheet => Fault::TableIsSpreadsheet,
    }
}

fn fields(record: &StringRecord) -> Vec<String> {
    record.iter().take(MAX_COLUMNS).map(str::to_owned).collect()
}

impl Columns {
    /// By the names in a first row, in Norwegian or English.
    fn named(first: &StringRecord) -> Option<Self> {
        let mut columns = Self { count: first.len(), ..Self::default() };
        let mut national_id = None;
        for (at, name) in first.iter().enumerate() {
            let place = match heading(name).as_str() {
                "fødselsnummer"
                | "fodselsnummer"
                | "fødselsnr"
                | "fnr"
                | "personnummer"
                | "fødselsnummerdnummer"
                | "fødselsnummerellerdnummer"
                | "dnummer"
                | "nationalid"
                | "nationalidentitynumber" => &mut national_id,
                "navn" | "namn" | "fulltnavn" | "fulltnamn" | "name" | "fullname" => {
                    &mut columns.name
                }
                "fornavn" | "førenamn" | "givenname" | "firstname" => &mut columns.given,
                "etternavn" | "etternamn" | "familyname" | "lastname" | "surname" => {
                    &mut columns.family
                }
                "fødselsdato" | "fodselsdato" | "birthdate" | "dateofbirth" => {
                    &mut columns.birth_date
                }
                "underenhet" | "undereining" | "subunit" | "organisasjonsnummer" | "orgnr" => {
                    &mut columns.sub_unit
                }
                _ => continue,
            };
            place.get_or_insert(at);
        }
        columns.national_id = national_id?;
        (columns.name.is_some() || columns.family.is_some()).then_some(columns)
    }

    /// By what stands in a first row: a national number, a name, an organisation number.
    fn guessed(first: &StringRecord) -> Option<(Self, Vec<String>)> {
        let mut columns = Self { count: first.len(), ..Self::default() };
        let mut names = vec![String::new(); first.len().min(MAX_COLUMNS)];
        let mut national_id = None;
        for (at, (field, name)) in first.iter().zip(&mut names).enumerate() {
            let digits = field.chars().filter(char::is_ascii_digit).count();
            let (place, called) = match digits {
                10 | 11 => (&mut national_id, "fødselsnummer"),
                9 => (&mut columns.sub_unit, "underenhet"),
                8 => (&mut columns.birth_date, "fødselsdato"),
                0 if !field.trim().is_empty() => (&mut columns.name, "navn"),
                _ => continue,
            };
            if place.is_none() {
                *place = Some(at);
                called.clone_into(name);
            }
        }
        columns.national_id = national_id?;
        columns.name.map(|_| (columns, names))
    }

    fn applicant(self, record: &StringRecord) -> Result<Applicant, Fault> {
        if record.iter().any(|field| field.contains('\n')) {
            return Err(Fault::QuoteOpen);
        }
        if record.iter().skip(self.count).any(|field| !field.trim().is_empty()) {
            return Err(Fault::TooManyFields);
        }
        let field = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().trim();
        let national_id = national_id(field(Some(self.national_id)))?;
        let name = match self.name {
            Some(_) => field(self.name).to_owned(),
            None => format!("{} {}", field(self.given), field(self.family)),
        };
        let name = name.parse().map_err(|wrong| match wrong {
            MalformedName::Empty => Fault::NameMissing,
            MalformedName::TooLong { .. } => Fault::NameTooLong,
            MalformedName::Unprintable(_) => Fault::NameUnprintable,
        })?;
        let written = Some(field(self.birth_date)).filter(|text| !text.is_empty());
        let birth_date = birth_date(&national_id, written.map(date).transpose()?)?;
        let sub_unit = Some(field(self.sub_unit)).filter(|text| !text.is_empty());
        let sub_unit = sub_unit.map(str::parse).transpose();
        let sub_unit = sub_unit.map_err(|_| Fault::SubUnitUnreadable)?;
        Ok(Applicant { national_id, name, birth_date, sub_unit })
    }
}

/// A number as spreadsheets write it: with spaces or signs in it, an apostrophe before it, or
/// without its leading zero. Two check digits tell that it was one.
fn national_id(text: &str) -> Result<NationalId, Fault> {
    let bare: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '.' | '\'')).collect();
    let whole = if bare.len() == 10 { format!("0{bare}") } else { bare };
    whole.parse().map_err(|wrong| match wrong {
        MalformedNationalId::Length => Fault::NationalIdLength,
        MalformedNationalId::Date => Fault::NationalIdDate,
        MalformedNationalId::CheckDigits => Fault::NationalIdChecks,
    })
}

fn date(text: &str) -> Result<NaiveDate, Fault> {
    ::table::date(text).ok_or(Fault::BirthDateUnreadable)
}

/// The birth date: what is written, as far as the number allows it, or what the number tells.
pub(crate) fn birth_date(
    number: &NationalId,
    written: Option<NaiveDate>,
) -> Result<NaiveDate, Fault> {
    match (written, number.birth_date_before_2032()) {
        (None, told) => told.ok_or(Fault::BirthDateMissing),
        // The century no longer follows from the digits; day and month do.
        (Some(date), Some(told)) if (date.day(), date.month()) != (told.day(), told.month()) => {
            Err(Fault::BirthDateDiffers)
        }
        (Some(date), _) => Ok(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_support::person;

    fn number(n: u64) -> String {
        person(n).national_id.expose().to_owned()
    }

    /// What became of each row: the name, or the fault.
    fn told(table: &[u8]) -> Vec<Result<String, (Fault, Option<u32>)>> {
        let table = read(table).unwrap();
        table.rows.into_iter().map(|row| row.read.map(|one| one.name.as_str().to_owned())).collect()
    }

    fn names(names: &[&str]) -> Vec<Result<String, (Fault, Option<u32>)>> {
        names.iter().map(|name| Ok((*name).to_owned())).collect()
    }

    #[test]
    fn columns_are_found_by_name_in_any_order_or_by_what_stands_in_them() {
        let (one, date) = (number(1), person(1).birth_date);
        for table in [
            format!("Avdeling;Etternavn;Fornavn;F.nr.\nA;Lie;Kari;{one}"),
            format!("name,national_id,sub_unit\nKari Lie,{one},974760673"),
            format!("Kari Lie\t{one}"),
            format!("{one};Kari Lie;{}", date.format("%d.%m.%Y")),
            format!("\n\n\"{one}\";\"Kari Lie\"\n;;\n"),
        ] {
            assert_eq!(told(table.as_bytes()), names(&["Kari Lie"]), "{table}");
        }
    }

    #[test]
    fn each_row_has_its_own_fault_and_keeps_what_was_written() {
        let (one, two) = (number(1), number(2));
        let wrong_digit = format!("{}{}", &one[..10], (one.as_bytes()[10] - b'0' + 1) % 10);
        let table = format!(
            "fnr;navn;underenhet;fødselsdato\n\
             {one};Kari;;\n{wrong_digit};Ola;;\n123;Ola;;\n99999912345;Ola;;\n{two};;;\n\
             {two};Ola;12;\n{two};Ola;;i går\n{two};Ola;;01.13.1990\n{one};Kari igjen;;\n\
             {two};Ola;;;x\n{two};O\u{202e}la;;\n{two};Ola;974760673;\n"
        );
        use Fault::*;
        let faults: Vec<_> = told(table.as_bytes()).into_iter().map(Result::err).collect();
        let only = |fault| Some((fault, None));
        assert_eq!(
            faults,
            [
                None,
                only(NationalIdChecks),
                only(NationalIdLength),
                only(NationalIdDate),
                only(NameMissing),
                only(SubUnitUnreadable),
                only(BirthDateUnreadable),
                only(BirthDateUnreadable),
                Some((Repeated, Some(2))),
                only(TooManyFields),
                only(NameUnprintable),
                None,
            ]
        );
        let rows = read(table.as_bytes()).unwrap().rows;
        assert_eq!(
            (rows[2].line, rows[2].fields.as_slice()),
            (4, ["123", "Ola", "", ""].map(str::to_owned).as_slice())
        );
    }

    #[test]
    fn a_quote_that_is_not_closed_loses_nothing() {
        let table = format!("fnr;navn\n{};\"Kari\n{};Ola\n", number(1), number(2));
        let rows = read(table.as_bytes()).unwrap().rows;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].read, Err((Fault::QuoteOpen, None)));
        assert!(rows[0].fields[1].contains(&number(2)));
    }

    #[test]
    fn a_leading_zero_that_a_spreadsheet_ate_is_put_back() {
        let eaten = (0..).map(number).find(|number| number.starts_with('0')).unwrap();
        let table = format!("fnr;navn\n{};Kari", &eaten[1..]);
        let rows = read(table.as_bytes()).unwrap().rows;
        assert_eq!(rows[0].read.as_ref().unwrap().national_id.expose(), eaten);
    }

    #[test]
    fn what_is_no_table_says_why() {
        for (file, fault) in [
            (b"".as_slice(), Fault::TableEmpty),
            (b"\n \n;;\n", Fault::TableEmpty),
            (b"fnr;navn\n", Fault::TableEmpty),
            (b"PK\x03\x04rest", Fault::TableIsSpreadsheet),
            (b"\xd0\xcf\x11\xe0", Fault::TableIsSpreadsheet),
            (b"a\0b", Fault::TableNotText),
            (b"by;gate\nOslo;Storgata", Fault::TableColumns),
            (b"fnr;by\n1;Oslo", Fault::TableColumns),
        ] {
            assert_eq!(read(file).err(), Some(fault), "{file:?}");
        }
    }

    #[test]
    fn the_row_after_the_last_one_that_may_be_is_refused_before_it_is_kept() {
        let row = format!("{};Kari\n", number(1));
        let table = |rows| format!("fnr;navn\n{}", row.repeat(rows));
        assert_eq!(read(table(MAX_ROWS).as_bytes()).map(|t| t.rows.len()).ok(), Some(MAX_ROWS));
        assert_eq!(read(table(MAX_ROWS + 1).as_bytes()).err(), Some(Fault::TableTooLong));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _ = read(&bytes);
        }
    }
}
