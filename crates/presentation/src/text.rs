//! The text of a code, and what a text may be that is none.

use std::fmt;
use std::str::FromStr;

use crate::digits::{self, MalformedDigits};

/// Longest text that is looked at, in bytes. Our own codes have under 1,100; a QR code can't hold
/// more than 7,089.
pub const MAX_TEXT_BYTES: usize = 8_192;

/// Most digits in a code of ours.
const MAX_DIGITS: usize = 3_000;

/// Whose code it is: the path of the page that whoever scans it lands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A card's.
    Card,
    /// An inspector's.
    Inspector,
}

impl Kind {
    fn path(self) -> &'static str {
        match self {
            Self::Card => "/V#",
            Self::Inspector => "/I#",
        }
    }

    /// The text before the path and after it.
    fn split(self, text: &str) -> Option<(&str, &str)> {
        let path = self.path();
        text.split_once(path).or_else(|| text.split_once(&path.to_ascii_lowercase()))
    }
}

/// The host whose page explains the code to those who scan it with any camera: the issuer's name
/// in the code. At most 40 characters, upper case, of those that a QR code's alphanumeric mode has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Host(String);

/// Not a host name that a code can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a host is 1 to 40 letters, digits, dots, hyphens, and perhaps a port")]
pub struct MalformedHost;

impl Host {
    /// The host in upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Host {
    type Err = MalformedHost;

    fn from_str(text: &str) -> Result<Self, MalformedHost> {
        let fits = (1..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b));
        if fits { Ok(Self(text.to_ascii_uppercase())) } else { Err(MalformedHost) }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a text that is not a card's code looks like, to say so in a sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LooksLike {
    /// EU Digital COVID Certificate (`HC1:`).
    EuCovidCertificate,
    /// SMART Health Card (`shc:/`).
    SmartHealthCard,
    /// CoronaCheck's domestic code (`NL2:`).
    CoronaCheck,
    /// The address printed on the plastic HMS card.
    PlasticHmsCard,
    /// A pass in Google Wallet (`/W#`), which only the service can check.
    WalletPass,
    /// An inspector's code (`/I#`), for workers to check.
    InspectorCode,
    /// A card's code (`/V#`).
    CardCode,
    /// Some other web address.
    WebAddress,
    /// Digits only.
    Digits,
    /// Anything else.
    Text,
}

impl LooksLike {
    /// A stable name for it, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EuCovidCertificate => "eu_covid_certificate",
            Self::SmartHealthCard => "smart_health_card",
            Self::CoronaCheck => "coronacheck",
            Self::PlasticHmsCard => "plastic_hms_card",
            Self::WalletPass => "wallet_pass",
            Self::InspectorCode => "inspector_code",
            Self::CardCode => "card_code",
            Self::WebAddress => "web_address",
            Self::Digits => "digits",
            Self::Text => "text",
        }
    }

    fn of(text: &str) -> Self {
        let starts = |prefix: &str| {
            text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        };
        if starts("HC1:") {
            Self::EuCovidCertificate
        } else if starts("shc:/") {
            Self::SmartHealthCard
        } else if starts("NL2:") {
            Self::CoronaCheck
        } else if starts("http://") || starts("https://") {
            let lower = text.to_ascii_lowercase();
            let plastic = ["hmskort.no", "sjekk.hms", "hms-kort"].iter().any(|m| lower.contains(m));
            if pass_of(text).is_some() {
                Self::WalletPass
            } else if Kind::Inspector.split(text).is_some() {
                Self::InspectorCode
            } else if Kind::Card.split(text).is_some() {
                Self::CardCode
            } else if plastic {
                Self::PlasticHmsCard
            } else {
                Self::WebAddress
            }
        } else if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            Self::Digits
        } else {
            Self::Text
        }
    }
}

/// Why a text is no code of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    /// Longer than anything a code holds.
    #[error("{bytes} bytes are more than a code holds")]
    TooLong {
        /// How many there were.
        bytes: usize,
    },
    /// Something else.
    #[error("not a card's code, but {}", .0.as_str())]
    Foreign(LooksLike),
    /// Ours by its start, but the digits are wrong.
    #[error("a card's code, but damaged: {0}")]
    Digits(#[from] MalformedDigits),
}

/// The card number and the code in the text of a pass: seven digits and eight.
#[must_use]
pub fn pass_of(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (_, digits) = text.split_once("/W#").or_else(|| text.split_once("/w#"))?;
    let fits = digits.len() == 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.split_at(7))
}

/// Splits a code's text into the host and the bytes.
pub(crate) fn split(text: &str, kind: Kind) -> Result<(Host, Vec<u8>), NotACode> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(NotACode::TooLong { bytes: text.len() });
    }
    // Scanners that type add a line end; people who paste add spaces.
    let text = text.trim();
    let foreign = || NotACode::Foreign(LooksLike::of(text));
    let scheme = text.get(..8).ok_or_else(foreign)?;
    if !scheme.eq_ignore_ascii_case("https://") {
        return Err(foreign());
    }
    let rest = text.get(8..).ok_or_else(foreign)?;
    let (host, number) = kind.split(rest).ok_or_else(foreign)?;
    let host: Host = host.parse().map_err(|_| foreign())?;
    if number.len() > MAX_DIGITS {
        return Err(NotACode::TooLong { bytes: text.len() });
    }
    Ok((host, digits::decode(number)?))
}

/// Joins host and bytes to the text of a code.
pub(crate) fn join(host: &Host, kind: Kind, bytes: &[u8]) -> String {
    format!("HTTPS://{host}{}{}", kind.path(), digits::encode(bytes))
}
