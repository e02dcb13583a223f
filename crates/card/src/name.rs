//! Names of people and companies.

use std::fmt;
use std::str::FromStr;

use crate::text::serde_as_text;

/// Not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedName {
    /// Nothing but spaces.
    #[error("the name is empty")]
    Empty,
    /// Too long to print on a card.
    #[error("the name has more than {limit} characters")]
    TooLong {
        /// How many it may have.
        limit: usize,
    },
    /// A control character, or one that turns the reading direction: it could make one name look
    /// like another.
    #[error("the name has a character that can't be printed, at place {0}")]
    Unprintable(usize),
}

/// A worker's name as it stands on the card: 1 to 100 characters. Its `Debug` hides it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, min_length = 1, max_length = 100)]
pub struct PersonName(String);

/// A company's name as it stands on the card: 1 to 120 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, min_length = 1, max_length = 120)]
pub struct CompanyName(String);

fn parse(text: &str, limit: usize) -> Result<String, MalformedName> {
    let name = text.trim();
    if name.is_empty() {
        return Err(MalformedName::Empty);
    }
    if name.len() > 4 * limit || name.chars().count() > limit {
        return Err(MalformedName::TooLong { limit });
    }
    // Zero-width characters, directional marks, embeddings, overrides and isolates
    // (Unicode Standard Annex 9), line and paragraph separators, the byte order mark.
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    match name.chars().position(|c| c.is_control() || hidden(c)) {
        Some(place) => Err(MalformedName::Unprintable(place)),
        None => Ok(name.to_owned()),
    }
}

macro_rules! name {
    ($name:ident, $limit:literal) => {
        impl $name {
            /// The name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = MalformedName;

            /// Space at both ends is cut off.
            fn from_str(text: &str) -> Result<Self, MalformedName> {
                parse(text, $limit).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        serde_as_text!($name);
    };
}

name!(PersonName, 100);
name!(CompanyName, 120);

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_our_workers_are_read() {
        for name in [
            "Ola Nordmann",
            "Åse Bjørnstjerne-Ødegård",
            "Łukasz Wiśniewski",
            "Ștefan Țîrlea",
            "Ąžuolas Žemaitis",
            "Nguyễn Văn A",
        ] {
            assert_eq!(name.parse::<PersonName>().unwrap().as_str(), name);
        }
        assert_eq!("  Kari  ".parse::<PersonName>().unwrap().as_str(), "Kari");
    }

    #[test]
    fn what_could_disguise_a_name_is_refused() {
        assert_eq!("Ola\u{202e}nnam".parse::<PersonName>(), Err(MalformedName::Unprintable(3)));
        assert_eq!("Ola\nKari".parse::<CompanyName>(), Err(MalformedName::Unprintable(3)));
        assert_eq!("O\u{200b}la".parse::<PersonName>(), Err(MalformedName::Unprintable(1)));
        assert_eq!(" ".parse::<PersonName>(), Err(MalformedName::Empty));
        assert_eq!(
            "å".repeat(101).parse::<PersonName>(),
            Err(MalformedName::TooLong { limit: 100 })
        );
        assert!("å".repeat(100).parse::<PersonName>().is_ok());
    }

    #[test]
    fn debug_hides_a_person() {
        assert_eq!(format!("{:?}", "Ola".parse::<PersonName>().unwrap()), "PersonName(…)");
    }
}
