//! What a report says, in each language: `words/*.json`, which the app's own tests write from its
//! catalogue (`ui/src/messages/report`), so that screen and paper use the same words. Texts in
//! braces are filled in.

use std::collections::BTreeMap;

use card::{Industry, Language, Outcome};
use inspection::{FindingKind, How};
use serde::Deserialize;

use crate::CrewFault;

/// All that a report says in one language.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Words {
    // The document
    pub(crate) title: String,
    pub(crate) page: String,
    pub(crate) number: String,
    pub(crate) place: String,
    pub(crate) address: String,
    pub(crate) industry: String,
    pub(crate) began: String,
    pub(crate) ended: String,
    pub(crate) inspectors: String,
    pub(crate) made: String,
    pub(crate) made_by: String,
    pub(crate) note: String,
    pub(crate) not_told: String,
    // The summary
    pub(crate) summary: String,
    pub(crate) people: String,
    pub(crate) valid: String,
    pub(crate) invalid: String,
    pub(crate) unconfirmed: String,
    pub(crate) unchecked: String,
    pub(crate) with_findings: String,
    pub(crate) pay_slips: String,
    pub(crate) judged_again_count: String,
    pub(crate) by_finding: String,
    pub(crate) no_findings: String,
    pub(crate) by_company: String,
    pub(crate) by_industry: String,
    pub(crate) company: String,
    pub(crate) organisation_number: String,
    // Those who were met
    pub(crate) all_met: String,
    pub(crate) nobody: String,
    pub(crate) as_checked: String,
    pub(crate) time: String,
    pub(crate) person: String,
    pub(crate) name: String,
    pub(crate) employer: String,
    pub(crate) check: String,
    pub(crate) reasons: String,
    pub(crate) finding: String,
    pub(crate) findings: String,
    pub(crate) card: String,
    pub(crate) born: String,
    pub(crate) birth_date: String,
    pub(crate) sub_unit: String,
    pub(crate) unknown_person: String,
    pub(crate) since: String,
    pub(crate) data_of: String,
    pub(crate) judged_again: String,
    pub(crate) pay_slip: String,
    pub(crate) pay_slip_list: String,
    pub(crate) yes: String,
    pub(crate) no: String,
    pub(crate) how: BTreeMap<String, String>,
    pub(crate) how_known: String,
    // The crew list
    pub(crate) crew: String,
    pub(crate) crew_about: String,
    pub(crate) crew_matched: String,
    pub(crate) crew_none: String,
    pub(crate) unlisted: String,
    pub(crate) without_valid_card: String,
    pub(crate) not_met: String,
    pub(crate) other_card: String,
    pub(crate) other_employer: String,
    pub(crate) by_name: String,
    pub(crate) standing: String,
    pub(crate) unread: String,
    pub(crate) line: String,
    pub(crate) fault: String,
    pub(crate) faults: BTreeMap<String, String>,
    pub(crate) listed: String,
    // Pictures
    pub(crate) pictures: String,
    pub(crate) picture: String,
    pub(crate) picture_missing: String,
    // What the app says of cards anyway
    pub(crate) kinds: BTreeMap<String, String>,
    pub(crate) outcomes: BTreeMap<String, String>,
    pub(crate) industries: BTreeMap<String, String>,
    pub(crate) reason: BTreeMap<String, String>,
}

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> Option<Self> {
        let file = match language {
            Language::Nb => include_str!("../words/nb.json"),
            Language::Nn => include_str!("../words/nn.json"),
            Language::En => include_str!("../words/en.json"),
            Language::Pl => include_str!("../words/pl.json"),
            Language::Lt => include_str!("../words/lt.json"),
            Language::Ro => include_str!("../words/ro.json"),
        };
        serde_json::from_str(file).ok()
    }

    pub(crate) fn kind(&self, kind: FindingKind) -> &str {
        said(&self.kinds, kind.as_str())
    }

    pub(crate) fn outcome(&self, outcome: Outcome) -> &str {
        said(&self.outcomes, outcome.as_str())
    }

    pub(crate) fn industry(&self, industry: Option<Industry>) -> &str {
        industry.map_or(&self.not_told, |industry| said(&self.industries, industry.as_str()))
    }

    pub(crate) fn how(&self, how: How) -> &str {
        said(&self.how, how.as_str())
    }

    pub(crate) fn fault(&self, fault: CrewFault) -> &str {
        said(&self.faults, fault.as_str())
    }

    /// A reason that this version doesn't know is told by its code.
    pub(crate) fn reason<'w>(&'w self, code: &'w str) -> &'w str {
        said(&self.reason, code)
    }
}

fn said<'w>(words: &'w BTreeMap<String, String>, key: &'w str) -> &'w str {
    words.get(key).map_or(key, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use card::Reason;

    #[test]
    fn every_language_has_words_for_everything_a_report_may_say() {
        for language in Language::ALL {
            let words = Words::of(language).unwrap();
            assert!(FindingKind::ALL.iter().all(|kind| words.kinds.contains_key(kind.as_str())));
            assert!(Outcome::ALL.iter().all(|one| words.outcomes.contains_key(one.as_str())));
            assert!(Industry::ALL.iter().all(|one| words.industries.contains_key(one.as_str())));
            assert!(CrewFault::ALL.iter().all(|one| words.faults.contains_key(one.as_str())));
            assert!(Reason::ALL.iter().all(|one| words.reason.contains_key(one.as_str())));
            assert!(words.reason.contains_key("proof_forged"));
            for how in [How::Scanned, How::Typed, How::LookedUp, How::NothingShown] {
                assert!(words.how.contains_key(how.as_str()), "{language} {how:?}");
            }
            for (text, fields) in [
                (&words.page, &["{page}", "{pages}"][..]),
                (&words.since, &["{date}"]),
                (&words.judged_again, &["{time}", "{outcome}"]),
                (&words.crew_about, &["{listed}", "{met}"]),
                (&words.made_by, &["{name}", "{authority}"]),
            ] {
                assert!(fields.iter().all(|field| text.contains(field)), "{language} {text}");
            }
        }
    }
}
