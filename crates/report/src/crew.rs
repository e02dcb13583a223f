//! A site's crew list: who works here, by the builder's own list (byggherreforskriften § 15:
//! company, organisation number, name, birth date, HMS card number).
//!
//! What a field says that can't be read is a fault of its row, told by its line; the rest of the
//! row counts. A row that names nobody counts as unread.

use std::collections::HashMap;

use card::{CardNumber, CompanyName, OrganisationNumber, Outcome, PersonName};
use chrono::NaiveDate;
use inspection::at_most;
use serde::{Deserialize, Serialize};
use table::{NoTable, StringRecord, heading, line, records};
use utoipa::ToSchema;

/// Most bytes of the file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Most rows: the largest sites of the country have some thousand people.
pub const MOST_ROWS: usize = 10_000;

/// Most faults: a row may have one in each column.
const MOST_FAULTS: usize = 5 * MOST_ROWS;

/// Rows in which the names of the columns are looked for: some lists begin with a title.
const HEADINGS: usize = 12;

/// A crew list as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CrewList {
    /// Who is on it, in its order.
    #[serde(deserialize_with = "at_most::<_, _, MOST_ROWS>")]
    pub listed: Vec<Listed>,
    /// What could not be read.
    #[serde(default, deserialize_with = "at_most::<_, _, MOST_FAULTS>")]
    pub unread: Vec<Unread>,
}

/// Somebody on the list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Listed {
    /// The line in the file; the first is 1.
    pub line: u32,
    /// The card's number.
    pub card: Option<CardNumber>,
    /// The name.
    pub name: Option<PersonName>,
    /// The birth date.
    pub birth_date: Option<NaiveDate>,
    /// The employer.
    pub company: Option<CompanyName>,
    /// Its number.
    pub organisation_number: Option<OrganisationNumber>,
    /// How the card stood by the device's index when the list was laid beside those met; nothing
    /// where the index doesn't know it, or wasn't asked.
    #[serde(default)]
    pub standing: Option<Outcome>,
}

/// Shows what there is, not what it says.
impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Listed(line {})", self.line)
    }
}

/// Something that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Unread {
    /// The line in the file.
    pub line: u32,
    /// What.
    pub fault: CrewFault,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CrewFault {
    /// Neither a card number nor a name that can be read: the row does not count.
    Nobody,
    /// The card number is none; the rest counts.
    CardNumber,
    /// The name can't be printed or is too long; the rest counts.
    Name,
    /// The birth date is no date; the rest counts.
    BirthDate,
    /// The company's name can't be printed or is too long; the rest counts.
    Company,
    /// The organisation number is none; the rest counts.
    OrganisationNumber,
    /// A quotation mark that is not closed: the row, and those that it swallowed, do not count.
    QuoteOpen,
    /// The same card stands on an earlier line: the row does not count.
    Repeated,
}

impl CrewFault {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Nobody,
        Self::CardNumber,
        Self::Name,
        Self::BirthDate,
        Self::Company,
        Self::OrganisationNumber,
        Self::QuoteOpen,
        Self::Repeated,
    ];

    /// A stable name, in snake case, as in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::CardNumber => "card_number",
            Self::Name => "name",
            Self::BirthDate => "birth_date",
            Self::Company => "company",
            Self::OrganisationNumber => "organisation_number",
            Self::QuoteOpen => "quote_open",
            Self::Repeated => "repeated",
        }
    }

    /// What it is, for the terminal.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Nobody => "names nobody: no card number and no name that can be read",
            Self::CardNumber => "the card number can't be read; it has seven digits",
            Self::Name => "the name can't be read",
            Self::BirthDate => "the birth date can't be read; write 1990-08-15 or 15.08.1990",
            Self::Company => "the company's name can't be read",
            Self::OrganisationNumber => {
                "the organisation number can't be read; a digit is mistyped"
            }
            Self::QuoteOpen => "a quotation mark is not closed",
            Self::Repeated => "the same card stands on an earlier line",
        }
    }
}

/// Not a crew list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCrewList {
    /// More bytes than it may have.
    #[error("the crew list has more than {} MB", MOST_BYTES / 1024 / 1024)]
    TooLarge,
    /// More rows than it may have.
    #[error("the crew list has more than {MOST_ROWS} rows")]
    TooLong,
    /// Not a table.
    #[error(transparent)]
    NoTable(#[from] NoTable),
    /// No rows.
    #[error("the crew list is empty")]
    Empty,
    /// The columns are not recognised.
    #[error(
        "the crew list's columns are not recognised: its first row names them, such as \
         virksomhet;organisasjonsnummer;navn;fødselsdato;HMS-kortnummer"
    )]
    Columns,
}

/// Where to find what.
#[derive(Clone, Copy, Default)]
struct Columns {
    card: Option<usize>,
    name: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    birth_date: Option<usize>,
    company: Option<usize>,
    organisation_number: Option<usize>,
}

impl CrewList {
    /// Reads a CSV file of any spreadsheet.
    ///
    /// # Errors
    /// [`NoCrewList`], when there is nothing to be had of it.
    pub fn read(file: &[u8]) -> Result<Self, NoCrewList> {
        if file.len() > MOST_BYTES {
            return Err(NoCrewList::TooLarge);
        }
        let mut rows = records(file)?;
        let mut columns = None;
        let mut empty = true;
        for row in rows.by_ref().take(HEADINGS) {
            empty = false;
            columns = Columns::named(&row?);
            if columns.is_some() {
                break;
            }
        }
        let columns = match columns {
            Some(columns) => columns,
            None if empty => return Err(NoCrewList::Empty),
            None => return Err(NoCrewList::Columns),
        };
        let (mut list, mut seen) = (Self::default(), HashMap::new());
        for row in rows {
            let row = row?;
            if list.listed.len() + list.unread.len() >= MOST_ROWS {
                return Err(NoCrewList::TooLong);
            }
            let listed = columns.listed(&row, &mut list.unread);
            let Some(listed) = listed else { continue };
            let first =
                listed.card.map_or(listed.line, |card| *seen.entry(card).or_insert(listed.line));
            if first == listed.line {
                list.listed.push(listed);
            } else {
                list.unread.push(Unread { line: listed.line, fault: CrewFault::Repeated });
            }
        }
        let nothing = list.listed.is_empty() && list.unread.is_empty();
        if nothing { Err(NoCrewList::Empty) } else { Ok(list) }
    }
}

impl Columns {
    /// By their names, in Norwegian or English; a list without names of people is none.
    fn named(row: &StringRecord) -> Option<Self> {
        let mut columns = Self::default();
        for (at, name) in row.iter().enumerate() {
            let place = match heading(name).as_str() {
                "hmskortnummer" | "hmskortnr" | "hmskort" | "hmskortid" | "kortnummer"
                | "kortnr" | "kort" | "byggekort" | "byggekortnummer" | "hsecardnumber"
                | "hsecard" | "hsecardno" | "cardnumber" | "cardno" | "card" => &mut columns.card,
                "navn" | "namn" | "fulltnavn" | "fulltnamn" | "ansatt" | "arbeidstaker"
                | "arbeidstakar" | "name" | "fullname" | "worker" | "employee" => &mut columns.name,
                "fornavn" | "førenamn" | "givenname" | "firstname" => &mut columns.given,
                "etternavn" | "etternamn" | "familyname" | "lastname" | "surname" => {
                    &mut columns.family
                }
                "fødselsdato" | "fodselsdato" | "fødselsdag" | "født" | "fødd" | "fdato"
                | "birthdate" | "dateofbirth" | "born" => &mut columns.birth_date,
                "virksomhet" | "verksemd" | "virksomhetsnavn" | "navnpåvirksomhet" | "bedrift"
                | "bedriftsnavn" | "firma" | "firmanavn" | "foretak" | "arbeidsgiver"
                | "arbeidsgivar" | "company" | "companyname" | "employer" => &mut columns.company,
                "organisasjonsnummer"
                | "organisasjonsnr"
                | "orgnummer"
                | "orgnr"
                | "organisationnumber"
                | "organizationnumber"
                | "organisationno"
                | "orgno" => &mut columns.organisation_number,
                _ => continue,
            };
            place.get_or_insert(at);
        }
        let somebody = columns.card.or(columns.name).or(columns.family);
        somebody.map(|_| columns)
    }

    fn listed(self, row: &StringRecord, unread: &mut Vec<Unread>) -> Option<Listed> {
        let line = line(row);
        let mut fault = |fault| unread.push(Unread { line, fault });
        if row.iter().any(|field| field.contains('\n')) {
            fault(CrewFault::QuoteOpen);
            return None;
        }
        let field = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or_default().trim();
        let name = match self.name {
            Some(_) => field(self.name).to_owned(),
            None => format!("{} {}", field(self.given), field(self.family)),
        };
        let mut read = Read { fault: &mut fault };
        let card = read.field(&digits(field(self.card), 7), CrewFault::CardNumber);
        let name = read.field(name.trim(), CrewFault::Name);
        let born = field(self.birth_date);
        let birth_date = table::date(born.split(' ').next().unwrap_or_default());
        if birth_date.is_none() && !born.is_empty() {
            (read.fault)(CrewFault::BirthDate);
        }
        let company = read.field(field(self.company), CrewFault::Company);
        let number = digits(field(self.organisation_number), 9);
        let organisation_number = read.field(&number, CrewFault::OrganisationNumber);
        if card.is_none() && name.is_none() {
            fault(CrewFault::Nobody);
            return None;
        }
        let standing = None;
        Some(Listed { line, card, name, birth_date, company, organisation_number, standing })
    }
}

/// Reads fields; an empty one is nothing, one that can't be read is a fault.
struct Read<'f, F> {
    fault: &'f mut F,
}

impl<F: FnMut(CrewFault)> Read<'_, F> {
    fn field<T: std::str::FromStr>(&mut self, text: &str, fault: CrewFault) -> Option<T> {
        let read = text.parse().ok();
        if read.is_none() && !text.is_empty() {
            (self.fault)(fault);
        }
        read
    }
}

/// A number as spreadsheets write it: with spaces or signs in it, an apostrophe before it, or
/// without its leading zeros.
fn digits(text: &str, length: usize) -> String {
    let bare: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '.' | '\'')).collect();
    let number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    if number && length == 7 { format!("{bare:0>7}") } else { bare }
}
