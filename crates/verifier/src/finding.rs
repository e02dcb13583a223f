//! Findings: what a check came upon, with the evidence and who mends it.

use card::{Cause, Industry, Mender, Outcome, Reason, Status};
use chrono::{DateTime, Utc};
use credential::KeyId;
use presentation::{Host, LooksLike};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// What a check came upon. The order of the variants is the order of the check, and of what is
/// shown first among findings that weigh the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    // Could the check be made at all?
    /// This device has never synced.
    NoKeySet,
    /// This device's clock is behind the newest signed time it has seen.
    ClockBehind {
        /// By at least so many seconds.
        behind_seconds: i64,
    },
    /// The key set is older than the issuer allows for a yes.
    DataTooOld {
        /// Its age in seconds.
        age_seconds: i64,
        /// What it may be.
        max_age_seconds: i64,
    },

    // Is it this project's card?
    /// Something else was scanned.
    NotACardCode {
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// A pass in Google Wallet: only the service can check it, and its secret lies with Google too.
    WalletPass,
    /// Longer than anything a code holds.
    CodeTooLong,
    /// A card's code whose address names another host: another issuer's, or a trap for customers.
    ForeignIssuer {
        /// The host it names.
        host: Host,
    },
    /// A format that this version doesn't know.
    UnknownFormat {
        /// Its number.
        version: u8,
    },
    /// A card's code, but cut off or altered.
    CodeDamaged,

    // Signatures
    /// Signed by a key that this key set doesn't have. A newer set may.
    UnknownIssuerKey {
        /// The key's short name.
        kid: KeyId,
    },
    /// Signed by a key that the issuer has withdrawn.
    IssuerKeyWithdrawn {
        /// When.
        since: DateTime<Utc>,
    },
    /// The issuer did not sign this.
    CredentialForged,
    /// The card's phone did not make this code.
    ProofForged,

    // Time
    /// The code is older than this verifier accepts: a picture, or a wrong clock on either side.
    CodeTooOld {
        /// Its age in seconds.
        age_seconds: i64,
    },
    /// The code is for a time still to come: a wrong clock on either side.
    CodeFromFuture {
        /// By how many seconds.
        ahead_seconds: i64,
    },
    /// A code on paper: the card is as it says, but whoever has a copy has it too.
    PaperCode {
        /// Its age in seconds.
        age_seconds: i64,
    },
    /// A code on paper that is older than such a code may be.
    PaperTooOld {
        /// Its age in seconds.
        age_seconds: i64,
    },
    /// Four digits were asked for and the code has none.
    ChallengeMissing,
    /// The code has other digits than were asked for.
    ChallengeWrong,
    /// The card is not valid yet.
    NotYetValid {
        /// When it will be.
        from: DateTime<Utc>,
    },

    // Status
    /// The card has expired or the issuer says it is not valid, and why.
    Status(Cause),
    /// Not valid, and this verifier may not know why.
    InvalidWithoutReason,
    /// Held back for a time, and this verifier may not know why.
    Suspended,
    /// A register is silent, and this verifier may not know which.
    UnconfirmedByRegister,
    /// The card is newer than this key set.
    CardNewerThanData,

    // Does it fit here?
    /// The card's industry is not accepted for this work.
    IndustryNotAccepted {
        /// The card's.
        card: Industry,
        /// The work's.
        site: Industry,
    },

    // Typed code
    /// The six digits are not those of this card at this time; asked of the service.
    TypedCodeWrong,
}

/// One piece of evidence in a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Evidence {
    /// A number; its unit is in its name.
    Number(i64),
    /// A word.
    Text(String),
}

impl Finding {
    /// A stable name, in snake case: the key to sentences in every language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoKeySet => "no_key_set",
            Self::ClockBehind { .. } => "clock_behind",
            Self::DataTooOld { .. } => "data_too_old",
            Self::NotACardCode { .. } => "not_a_card_code",
            Self::WalletPass => "wallet_pass",
            Self::CodeTooLong => "code_too_long",
            Self::ForeignIssuer { .. } => "foreign_issuer",
            Self::UnknownFormat { .. } => "unknown_format",
            Self::CodeDamaged => "code_damaged",
            Self::UnknownIssuerKey { .. } => "unknown_issuer_key",
            Self::IssuerKeyWithdrawn { .. } => "issuer_key_withdrawn",
            Self::CredentialForged => "credential_forged",
            Self::ProofForged => "proof_forged",
            Self::CodeTooOld { .. } => "code_too_old",
            Self::CodeFromFuture { .. } => "code_from_future",
            Self::PaperCode { .. } => "paper_code",
            Self::PaperTooOld { .. } => "paper_too_old",
            Self::ChallengeMissing => "challenge_missing",
            Self::ChallengeWrong => "challenge_wrong",
            Self::NotYetValid { .. } => "not_yet_valid",
            Self::Status(cause) => cause.reason.as_str(),
            Self::InvalidWithoutReason => "invalid_without_reason",
            Self::Suspended => "suspended",
            Self::UnconfirmedByRegister => "unconfirmed_by_register",
            Self::CardNewerThanData => "card_newer_than_data",
            Self::IndustryNotAccepted { .. } => "industry_not_accepted",
            Self::TypedCodeWrong => "typed_code_wrong",
        }
    }

    /// What it makes of the check, taken alone. Never *valid*.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Status(cause) => match cause.reason.status() {
                Status::Unconfirmed | Status::Valid => Outcome::Unconfirmed,
                Status::Invalid | Status::Suspended => Outcome::Invalid,
            },
            Self::IssuerKeyWithdrawn { .. }
            | Self::CredentialForged
            | Self::ProofForged
            | Self::NotYetValid { .. }
            | Self::InvalidWithoutReason
            | Self::Suspended
            | Self::IndustryNotAccepted { .. } => Outcome::Invalid,
            _ => Outcome::Unconfirmed,
        }
    }

    /// Whether it takes the ground from under everything after it: no red can be based on data
    /// that is too old, nor on a clock that is wrong.
    pub(crate) fn undermines_the_check(&self) -> bool {
        matches!(self, Self::NoKeySet | Self::ClockBehind { .. } | Self::DataTooOld { .. })
    }

    /// Who can mend it; `None` where there is nothing to mend.
    #[must_use]
    pub fn mender(&self) -> Option<Mender> {
        match self {
            Self::Status(cause) => Some(cause.reason.remedy().mender),
            Self::NoKeySet
            | Self::ClockBehind { .. }
            | Self::DataTooOld { .. }
            | Self::UnknownFormat { .. }
            | Self::UnknownIssuerKey { .. }
            | Self::CardNewerThanData => Some(Mender::Inspector),
            Self::CodeDamaged
            | Self::WalletPass
            | Self::CodeTooOld { .. }
            | Self::CodeFromFuture { .. }
            | Self::PaperCode { .. }
            | Self::PaperTooOld { .. }
            | Self::ChallengeMissing
            | Self::ChallengeWrong
            | Self::TypedCodeWrong
            | Self::IssuerKeyWithdrawn { .. } => Some(Mender::Worker),
            Self::InvalidWithoutReason | Self::Suspended | Self::IndustryNotAccepted { .. } => {
                Some(Mender::Employer)
            }
            Self::UnconfirmedByRegister => Some(Mender::Register),
            Self::NotACardCode { .. }
            | Self::CodeTooLong
            | Self::ForeignIssuer { .. }
            | Self::CredentialForged
            | Self::ProofForged
            | Self::NotYetValid { .. } => None,
        }
    }

    /// Since when, where that is known.
    #[must_use]
    pub fn since(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Status(cause) => cause.since,
            Self::IssuerKeyWithdrawn { since } => Some(*since),
            _ => None,
        }
    }

    /// The measured facts behind it.
    #[must_use]
    pub fn evidence(&self) -> Vec<(&'static str, Evidence)> {
        let number = |name, number| vec![(name, Evidence::Number(number))];
        let text = |name, text: String| (name, Evidence::Text(text));
        match self {
            Self::ClockBehind { behind_seconds } => number("behind_seconds", *behind_seconds),
            Self::DataTooOld { age_seconds, max_age_seconds } => vec![
                ("age_seconds", Evidence::Number(*age_seconds)),
                ("max_age_seconds", Evidence::Number(*max_age_seconds)),
            ],
            Self::NotACardCode { looks_like } => {
                vec![text("looks_like", looks_like.as_str().to_owned())]
            }
            Self::ForeignIssuer { host } => vec![text("host", host.to_string())],
            Self::UnknownFormat { version } => number("version", i64::from(*version)),
            Self::UnknownIssuerKey { kid } => vec![text("kid", kid.to_string())],
            Self::CodeTooOld { age_seconds }
            | Self::PaperCode { age_seconds }
            | Self::PaperTooOld { age_seconds } => number("age_seconds", *age_seconds),
            Self::CodeFromFuture { ahead_seconds } => number("ahead_seconds", *ahead_seconds),
            Self::NotYetValid { from } => number("from", from.timestamp_millis()),
            Self::IndustryNotAccepted { card, site } => {
                vec![text("card", card.to_string()), text("site", site.to_string())]
            }
            _ => Vec::new(),
        }
    }

    /// What happened, in a sentence for the terminal.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::NoKeySet => "This device has no key set yet.".into(),
            Self::ClockBehind { behind_seconds } => {
                format!("This device's clock is at least {behind_seconds} s behind.")
            }
            Self::DataTooOld { age_seconds, max_age_seconds } => format!(
                "The key set is {} old; it may be {}.",
                span(*age_seconds),
                span(*max_age_seconds)
            ),
            Self::NotACardCode { looks_like } => {
                format!("This is not an HMS card's code ({}).", looks_like.as_str())
            }
            Self::WalletPass => {
                "This is a pass in Google Wallet, which proves less than the app.".into()
            }
            Self::CodeTooLong => "This is far too long to be an HMS card's code.".into(),
            Self::ForeignIssuer { host } => {
                format!("This code is from another issuer ({host}).")
            }
            Self::UnknownFormat { version } => {
                format!("This code has format {version}, which this version does not know.")
            }
            Self::CodeDamaged => "This code is cut off or damaged.".into(),
            Self::UnknownIssuerKey { kid } => {
                format!("The card is signed by a key ({kid}) that this device does not know.")
            }
            Self::IssuerKeyWithdrawn { .. } => {
                "The card is signed by a key that the issuer has withdrawn.".into()
            }
            Self::CredentialForged => "The card is forged: the issuer did not sign it.".into(),
            Self::ProofForged => {
                "The code was not made by the phone that the card belongs to.".into()
            }
            Self::CodeTooOld { age_seconds } => format!("The code is {} old.", span(*age_seconds)),
            Self::CodeFromFuture { ahead_seconds } => {
                format!("The code is from {} ahead of this device's clock.", span(*ahead_seconds))
            }
            Self::PaperCode { age_seconds } => {
                format!("This is a code on paper, printed {} ago.", span(*age_seconds))
            }
            Self::PaperTooOld { age_seconds } => {
                format!("This code on paper was printed {} ago.", span(*age_seconds))
            }
            Self::ChallengeMissing => "The code does not contain the four digits.".into(),
            Self::ChallengeWrong => "The code contains other digits than were asked for.".into(),
            Self::NotYetValid { from } => format!("The card is not valid before {from}."),
            Self::Status(cause) => cause.reason.what().into(),
            Self::InvalidWithoutReason => "The card is not valid.".into(),
            Self::Suspended => "The card is held back for a time.".into(),
            Self::UnconfirmedByRegister => "A register has not confirmed the card.".into(),
            Self::CardNewerThanData => "The card is newer than this device's key set.".into(),
            Self::IndustryNotAccepted { card, site } => {
                format!("A {card} card is not accepted for {site} work.")
            }
            Self::TypedCodeWrong => "The six digits are not those of this card now.".into(),
        }
    }

    /// What to do, in a sentence for the terminal.
    #[must_use]
    pub fn how(&self) -> &'static str {
        match self {
            Self::NoKeySet | Self::DataTooOld { .. } | Self::CardNewerThanData => {
                "Sync this device, then check again."
            }
            Self::ClockBehind { .. } => "Set this device's clock, then check again.",
            Self::NotACardCode { .. } | Self::CodeTooLong => {
                "Scan the code in the worker's hmskort app."
            }
            Self::WalletPass => "Ask for the card in the worker's own app.",
            Self::ForeignIssuer { .. } => "Ask for the card in the official app.",
            Self::UnknownFormat { .. } => "Update this app.",
            Self::CodeDamaged => "Scan the whole code again.",
            Self::UnknownIssuerKey { .. } => "Sync this device; if it stays, the card is not ours.",
            Self::IssuerKeyWithdrawn { .. } => {
                "The worker opens the app with network and gets a new credential."
            }
            Self::CredentialForged | Self::ProofForged => {
                "Do not accept it. Ask for the card in the worker's own app."
            }
            Self::CodeTooOld { .. } | Self::CodeFromFuture { .. } => {
                "Ask for four digits: that tells a picture or a wrong clock from the real phone."
            }
            Self::PaperCode { .. } | Self::PaperTooOld { .. } => {
                "Ask for the card in the worker's phone; paper can be copied."
            }
            Self::ChallengeMissing | Self::ChallengeWrong => {
                "Let the worker type the four digits, and scan again."
            }
            Self::NotYetValid { .. } => "Ask the employer when the work was to start.",
            Self::Status(cause) => cause.reason.remedy().how,
            Self::InvalidWithoutReason | Self::Suspended => {
                "The worker's app tells why; the employer can mend most causes."
            }
            Self::UnconfirmedByRegister => "Check again later; the worker has done nothing wrong.",
            Self::IndustryNotAccepted { .. } => {
                "The worker needs a card for this industry; the employer applies for it."
            }
            Self::TypedCodeWrong => "Read the card number and the digits again.",
        }
    }
}

/// A span of time as people say it.
fn span(seconds: i64) -> String {
    match seconds.abs() {
        s @ 0..=119 => format!("{s} s"),
        s @ 120..=7_199 => format!("{} min", s / 60),
        s @ 7_200..=172_799 => format!("{} h", s / 3_600),
        s => format!("{} days", s / 86_400),
    }
}

impl Finding {
    /// The finding for a status whose causes this verifier may not know.
    pub(crate) fn of_bare_status(status: Status) -> Option<Self> {
        match status {
            Status::Valid => None,
            Status::Invalid => Some(Self::InvalidWithoutReason),
            Status::Suspended => Some(Self::Suspended),
            Status::Unconfirmed => Some(Self::UnconfirmedByRegister),
        }
    }

    /// The finding for a card whose time has run out.
    pub(crate) fn expired(at: DateTime<Utc>) -> Self {
        Self::Status(Cause { reason: Reason::CardExpired, since: Some(at) })
    }
}

/// One flat shape for all findings, so that a reader needs no table of variants.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Map(Vec<(&'static str, Evidence)>);
        impl Serialize for Map {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("outcome", &self.outcome())?;
        map.serialize_entry("mender", &self.mender())?;
        map.serialize_entry("since", &self.since().map(|since| since.timestamp_millis()))?;
        map.serialize_entry("evidence", &Map(self.evidence()))?;
        map.end()
    }
}
