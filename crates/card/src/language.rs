//! The languages that workers and employers are spoken to in.

use serde::{Deserialize, Serialize};

/// A language that all texts exist in **[ours]**; the report asks for those of the workers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
    /// Polish.
    Pl,
    /// Lithuanian.
    Lt,
    /// Romanian.
    Ro,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Nb, Self::Nn, Self::En, Self::Pl, Self::Lt, Self::Ro];

    /// Its two letters (ISO 639-1).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
            Self::Pl => "pl",
            Self::Lt => "lt",
            Self::Ro => "ro",
        }
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not one of the six.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a language is one of: nb, nn, en, pl, lt, ro")]
pub struct UnknownLanguage;

impl std::str::FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|language| language.as_str() == text).ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_are_those_in_json() {
        for language in Language::ALL {
            assert_eq!(language.as_str().parse(), Ok(language));
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{language}\""));
        }
        assert_eq!("no".parse::<Language>(), Err(UnknownLanguage));
    }
}
