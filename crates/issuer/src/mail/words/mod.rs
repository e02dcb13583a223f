//! What mails say to employers, a file a language.

mod en;
mod lt;
mod nb;
mod nn;
pub(super) mod office;
mod pl;
mod ro;

use card::{Language, Reason};

/// A reason, what it is, and how it is mended: told to the employer.
pub(super) struct Told(pub(super) Reason, pub(super) &'static str, pub(super) &'static str);

/// All that a mail says in one language. What stands in braces is filled in.
pub(super) struct Words {
    /// As `chrono` formats days.
    pub(super) date: &'static str,
    pub(super) subject: &'static str,
    pub(super) greeting: &'static str,
    pub(super) coming: &'static str,
    pub(super) fallen: &'static str,
    pub(super) act: &'static str,
    pub(super) photo: &'static str,
    pub(super) because: &'static str,
    pub(super) todo: &'static str,
    pub(super) card: &'static str,
    pub(super) more: &'static str,
    pub(super) closing: &'static str,
    pub(super) reasons: &'static [Told],
}

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Nb => &nb::WORDS,
            Language::Nn => &nn::WORDS,
            Language::En => &en::WORDS,
            Language::Pl => &pl::WORDS,
            Language::Lt => &lt::WORDS,
            Language::Ro => &ro::WORDS,
        }
    }

    /// What a reason is, and how it is mended; `None` for one that is no employer's business.
    pub(super) fn reason(&self, reason: Reason) -> Option<(&'static str, &'static str)> {
        self.reasons.iter().find(|told| told.0 == reason).map(|told| (told.1, told.2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::NOT_TOLD;

    #[test]
    fn every_language_has_words_for_every_reason_that_employers_are_told() {
        for language in Language::ALL {
            let words = Words::of(language);
            for reason in Reason::ALL {
                let told = words.reason(*reason);
                assert_eq!(told.is_none(), NOT_TOLD.contains(reason), "{language} {reason}");
                assert!(told.is_none_or(|(_, how)| how.ends_with('.')), "{language} {reason}");
            }
            for field in ["{company}", "{number}", "{count}", "{holder}", "{card}"] {
                let all = [words.subject, words.greeting, words.more, words.photo].concat();
                assert!(all.contains(field), "{language} {field}");
            }
        }
    }
}
