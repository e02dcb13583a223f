//! What is wrong with an application, for programs; the words stand in the page's catalogues.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $what:literal;)*) => {
        /// What is wrong with an application, a row of a table, or a table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Fault {
            $($(#[$doc])* $name,)*
        }

        impl Fault {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A stable name, in snake case, as in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }

        impl fmt::Display for Fault {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$name => $what,)* })
            }
        }
    };
}

faults! {
    /// Not eleven digits.
    NationalIdLength = "national_id_length", "a national identity number has eleven digits";
    /// Its first six digits are no day.
    NationalIdDate = "national_id_date", "the first six digits of the national identity number are no date";
    /// A digit is mistyped.
    NationalIdChecks = "national_id_checks", "a digit of the national identity number is mistyped";
    /// No name.
    NameMissing = "name_missing", "the name is missing";
    /// Longer than a card holds.
    NameTooLong = "name_too_long", "the name has more than 100 characters";
    /// Characters that can't be printed.
    NameUnprintable = "name_unprintable", "the name has a character that can't be printed";
    /// The number belongs to somebody of another name.
    NameDiffers = "name_differs", "the number belongs to somebody of another name";
    /// The number doesn't tell the birth date, and nothing else does.
    BirthDateMissing = "birth_date_missing", "the birth date is missing";
    /// Not a date.
    BirthDateUnreadable = "birth_date_unreadable", "the birth date can't be read; write 1990-08-15 or 15.08.1990";
    /// Another day than in the number.
    BirthDateDiffers = "birth_date_differs", "the birth date is another than in the national identity number";
    /// Not an organisation number.
    SubUnitUnreadable = "sub_unit_unreadable", "the sub-unit's organisation number can't be read";
    /// Another company's.
    SubUnitUnknown = "sub_unit_unknown", "the company has no such sub-unit";
    /// The same person stands on an earlier line.
    Repeated = "repeated", "the same person stands on an earlier line";
    /// A quotation mark that is not closed.
    QuoteOpen = "quote_open", "a quotation mark is not closed";
    /// More columns than the first row.
    TooManyFields = "too_many_fields", "the row has more columns than the first one";
    /// The worker has such a card.
    HasCard = "has_card", "the worker has such a card already";
    /// The worker has such an application.
    AppliedAlready = "applied_already", "there is such an application already";
    /// The company's codes don't fit the industry, and no reason is given.
    IndustryReasonMissing = "industry_reason_missing", "the company's industry codes don't fit; a reason is needed";
    /// Other words than those that count now.
    DeclarationOld = "declaration_old", "the declaration has other words by now; read them again";
    /// No text.
    TableNotText = "table_not_text", "the file is no text; save it as CSV";
    /// A spreadsheet's own format.
    TableIsSpreadsheet = "table_is_spreadsheet", "the file is a spreadsheet; save it as CSV";
    /// No rows.
    TableEmpty = "table_empty", "the table has no rows";
    /// The columns are not recognised.
    TableColumns = "table_columns", "the table needs a column for the national identity number and one for the name";
    /// More rows than it may have.
    TableTooLong = "table_too_long", "the table has more than 100,000 rows";
    /// The card has a photo, and its worker has been checked with it.
    PhotoHeld = "photo_held", "the worker has been checked with the photo on the card; the office changes it";
    /// It has not ended.
    NotEnded = "not_ended", "this employment was not ended here, or too long ago";
    /// Too early, or something else keeps it from being valid.
    NotRenewable = "not_renewable", "this employment can't be renewed now";
    /// The last day is past, or too far ahead.
    UntilOutOfRange = "until_out_of_range", "the last day must be within a year";
    /// To oneself, or to somebody who may already.
    DelegatedAlready = "delegated_already", "this person may act for the company already";
    /// What was delegated can't be delegated on.
    NotYoursToDelegate = "not_yours_to_delegate", "what was delegated can't be delegated on";
}

/// Not the name of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no fault of that name")]
pub struct UnknownFault;

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        Self::ALL.iter().copied().find(|fault| fault.as_str() == text).ok_or(UnknownFault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_are_those_of_json() {
        for fault in Fault::ALL {
            assert_eq!(fault.as_str().parse(), Ok(*fault));
            assert_eq!(serde_json::to_value(fault).unwrap(), fault.as_str());
        }
    }
}
