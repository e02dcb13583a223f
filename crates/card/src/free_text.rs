//! What people write in their own words.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What can't be such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is empty, too long, or has signs that aren't text")]
pub struct MalformedText;

fn parse(text: &str, limit: usize, breaks: bool) -> Result<String, MalformedText> {
    let text = text.trim();
    let odd = |c: char| c.is_control() && !(breaks && c == '\n');
    // Characters that turn the direction of what follows.
    let turning = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let wrong = text.is_empty()
        || text.len() > 4 * limit
        || text.chars().count() > limit
        || text.contains(|c| odd(c) || turning(c));
    if wrong { Err(MalformedText) } else { Ok(text.to_owned()) }
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $breaks:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schema(value_type = String)]
        pub struct $name<const MAX: usize>(String);

        impl<const MAX: usize> $name<MAX> {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<const MAX: usize> std::str::FromStr for $name<MAX> {
            type Err = MalformedText;

            /// Space at both ends is cut off.
            fn from_str(text: &str) -> Result<Self, MalformedText> {
                parse(text, MAX, $breaks).map(Self)
            }
        }

        impl<const MAX: usize> TryFrom<String> for $name<MAX> {
            type Error = MalformedText;

            fn try_from(text: String) -> Result<Self, MalformedText> {
                text.parse()
            }
        }

        impl<const MAX: usize> From<$name<MAX>> for String {
            fn from(text: $name<MAX>) -> Self {
                text.0
            }
        }

        impl<const MAX: usize> fmt::Debug for $name<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.chars().count())
            }
        }
    };
}

text! {
    /// Text that somebody wrote: 1 to `MAX` characters, no control characters but line breaks.
    /// Its `Debug` hides it.
    Text, true
}

text! {
    /// The same in one line.
    Line, false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_breaks_and_a_line_has_none() {
        assert_eq!(" a\nb ".parse::<Text<3>>().unwrap().as_str(), "a\nb");
        assert_eq!("a\nb".parse::<Line<3>>(), Err(MalformedText));
        for wrong in ["", " \n", "abcd", "a\u{202e}b", "a\tb"] {
            assert_eq!(wrong.parse::<Text<3>>(), Err(MalformedText), "{wrong:?}");
            assert!(serde_json::from_value::<Line<3>>(wrong.into()).is_err(), "{wrong:?}");
        }
        assert!("łóż".parse::<Line<3>>().is_ok(), "characters are counted, not bytes");
    }
}
