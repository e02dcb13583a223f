//! What was typed, understood.

use card::words;
use chrono::NaiveDate;

/// Longest search, in bytes. More is no name.
const LONGEST: usize = 300;

/// Most words of a name that are looked at.
const MOST_WORDS: usize = 8;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nothing that could be looked up.
    Nothing,
    /// The beginning of a number, at most eleven digits.
    Digits(String),
    /// Words of a name, the days on which someone may be born, or both.
    Names {
        /// Folded.
        words: Vec<String>,
        /// Empty, or one for each century that was left open.
        born: Vec<NaiveDate>,
    },
}

impl Asked {
    pub(super) fn parse(text: &str) -> Self {
        if text.len() > LONGEST {
            return Self::Nothing;
        }
        // A number is typed with spaces: 974 760 673, 150890 12345.
        let number: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) {
            return if number.len() <= 11 { Self::Digits(number) } else { Self::Nothing };
        }
        let (mut names, mut born) = (Vec::new(), Vec::new());
        for token in text.split(|c: char| c.is_whitespace() || c == ',') {
            match dates(token) {
                dates if dates.is_empty() => names.extend(words(token)),
                dates => born = dates,
            }
        }
        names.truncate(MOST_WORDS);
        // One letter is in half of all names.
        let told = names.iter().any(|word| word.chars().count() > 1);
        if told || !born.is_empty() { Self::Names { words: names, born } } else { Self::Nothing }
    }
}

/// The days that a token may mean: `15.8.1990`, `15/08/90`, `1990-08-15`, `15081990`, `150890`.
fn dates(token: &str) -> Vec<NaiveDate> {
    let parts: Vec<&str> = token.split(['.', '/', '-']).collect();
    let number = |text: &str| -> Option<i32> {
        let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if fits { text.parse().ok() } else { None }
    };
    let (day, month, year) = match parts[..] {
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] => (day, month, year),
        [all] if [6, 8].contains(&all.len()) && all.is_ascii() => {
            let (day, rest) = all.split_at(2);
            let (month, year) = rest.split_at(2);
            (day, month, year)
        }
        _ => return Vec::new(),
    };
    let (Some(d), Some(m), Some(y)) = (number(day), number(month), number(year)) else {
        return Vec::new();
    };
    let years = match year.len() {
        4 => vec![y],
        2 => vec![1900 + y, 2000 + y],
        _ => Vec::new(),
    };
    let part = |n: i32| u32::try_from(n).unwrap_or_default();
    years.into_iter().filter_map(|y| NaiveDate::from_ymd_opt(y, part(m), part(d))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 8, 15).unwrap()
    }

    fn names(words: &[&str], born: &[NaiveDate]) -> Asked {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Asked::Names { words, born: born.to_vec() }
    }

    #[test]
    fn numbers_are_taken_as_they_are_typed() {
        for (text, digits) in [
            ("974 760 673", "974760673"),
            (" 158890\u{a0}00187 ", "15889000187"),
            ("0123456", "0123456"),
            ("1", "1"),
        ] {
            assert_eq!(Asked::parse(text), Asked::Digits(digits.into()), "{text:?}");
        }
        assert_eq!(Asked::parse("158890001877"), Asked::Nothing);
    }

    #[test]
    fn a_birth_date_is_found_beside_a_name_in_each_way_of_writing_it() {
        for date in ["15.8.1990", "15.08.1990", "15/08/1990", "1990-08-15", "15081990", "15-8-1990"]
        {
            let asked = names(&["asa", "odegard"], &[day(1990)]);
            assert_eq!(Asked::parse(&format!("Åsa Ødegård, {date}")), asked, "{date}");
        }
        let both = [day(1990), day(2090)];
        for date in ["150890", "15.08.90"] {
            assert_eq!(Asked::parse(&format!("ola {date}")), names(&["ola"], &both), "{date}");
        }
        assert_eq!(Asked::parse("15.08.1990"), names(&[], &[day(1990)]));
        assert_eq!(Asked::parse("ola 31.02.1990"), names(&["ola", "31", "02", "1990"], &[]));
    }

    #[test]
    fn what_could_be_anybody_is_nothing() {
        for text in ["", "  ", "a", "-", "%", "\u{1f600}", &"a".repeat(400)] {
            assert_eq!(Asked::parse(text), Asked::Nothing, "{text:?}");
        }
    }
}
