//! Where the registers are, and what they may be asked. All of it can stand in a settings file.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{Limits, Register};

/// All registers. What is left out is as [`Endpoint::of`] says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// How tokens are got; needed as soon as one register has a scope.
    pub maskinporten: Option<MaskinportenSettings>,
    /// Enhetsregisteret.
    pub entities: EndpointSettings,
    /// Aa-registeret.
    pub employments: EndpointSettings,
    /// OAR.
    pub assignments: EndpointSettings,
    /// Folkeregisteret.
    pub population: EndpointSettings,
    /// UDI.
    pub permits: EndpointSettings,
    /// Staffing agencies.
    pub staffing: EndpointSettings,
    /// Approvals for cleaning.
    pub cleaning: EndpointSettings,
    /// Approvals for car care.
    pub car_care: EndpointSettings,
}

impl Settings {
    /// Those of one register.
    #[must_use]
    pub fn of(&self, register: Register) -> &EndpointSettings {
        match register {
            Register::Entities => &self.entities,
            Register::Employments => &self.employments,
            Register::Assignments => &self.assignments,
            Register::Population => &self.population,
            Register::Permits => &self.permits,
            Register::Staffing => &self.staffing,
            Register::Cleaning => &self.cleaning,
            Register::CarCare => &self.car_care,
        }
    }

    /// Those of one register, to be changed.
    pub fn of_mut(&mut self, register: Register) -> &mut EndpointSettings {
        match register {
            Register::Entities => &mut self.entities,
            Register::Employments => &mut self.employments,
            Register::Assignments => &mut self.assignments,
            Register::Population => &mut self.population,
            Register::Permits => &mut self.permits,
            Register::Staffing => &mut self.staffing,
            Register::Cleaning => &mut self.cleaning,
            Register::CarCare => &mut self.car_care,
        }
    }
}

/// How tokens are got from Maskinporten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaskinportenSettings {
    /// Where: `https://maskinporten.no/token`.
    pub token_endpoint: String,
    /// What Maskinporten calls itself: `https://maskinporten.no/`.
    pub audience: String,
    /// What Maskinporten calls us.
    pub client_id: String,
    /// Which of our keys at Maskinporten it is.
    pub key_id: String,
    /// The file with the private key, as PEM or as a JWK.
    pub key_file: PathBuf,
}

/// What a settings file may say of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EndpointSettings {
    /// Where it is, `http(s)://…` without a slash at the end.
    pub address: Option<String>,
    /// What is asked of Maskinporten; empty where the register is open to all.
    pub scope: Option<String>,
    /// How long an answer may take, in milliseconds.
    pub timeout_ms: Option<u64>,
    /// How often a question is asked again when the register gave no answer.
    pub retries: Option<u32>,
    /// How long to wait before the first of these, in milliseconds; twice as long before each next.
    pub backoff_ms: Option<u64>,
    /// After how many questions in a row without an answer the register is left alone for a while.
    pub rest_after: Option<u32>,
    /// For how long, in milliseconds. Questions get the last silence at once meanwhile.
    pub rest_ms: Option<u64>,
    /// What it can take.
    pub limits: Option<Limits>,
}

/// A register that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) address: String,
    pub(crate) scope: Option<String>,
    pub(crate) timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) backoff: Duration,
    pub(crate) rest_after: u32,
    pub(crate) rest: Duration,
    pub(crate) limits: Limits,
}

impl Endpoint {
    /// What the settings say, and for the rest what is known of the register in production.
    ///
    /// # Errors
    /// The settings name no address, and none is published.
    pub(crate) fn of(register: Register, settings: &EndpointSettings) -> Result<Self, Unconnected> {
        let known = Known::of(register);
        let address = settings.address.as_deref().or(known.address);
        let address = address.ok_or(Unconnected::NoAddress(register))?;
        if !(address.starts_with("https://") || address.starts_with("http://")) {
            return Err(Unconnected::NoAddress(register));
        }
        let scope = settings.scope.as_deref().or(known.scope).filter(|scope| !scope.is_empty());
        let ms = |value: Option<u64>, usual| Duration::from_millis(value.unwrap_or(usual));
        Ok(Self {
            address: address.trim_end_matches('/').to_owned(),
            scope: scope.map(str::to_owned),
            timeout: ms(settings.timeout_ms, 10_000),
            retries: settings.retries.unwrap_or(2),
            backoff: ms(settings.backoff_ms, 200),
            rest_after: settings.rest_after.unwrap_or(20).max(1),
            rest: ms(settings.rest_ms, 30_000),
            limits: settings.limits.unwrap_or(known.limits),
        })
    }
}

/// What is published of a register in production.
struct Known {
    address: Option<&'static str>,
    scope: Option<&'static str>,
    limits: Limits,
}

impl Known {
    /// Only Folkeregisteret publishes a limit: 1,000 people in one request. The others are what we
    /// find decent; agreements may say something else, and settings can.
    fn of(register: Register) -> Self {
        let (address, scope, limits) = match register {
            Register::Entities => {
                (Some("https://data.brreg.no/enhetsregisteret/api"), None, Limits::new(8, 50, 1))
            }
            Register::Employments => {
                (None, Some("nav:aareg/v1/arbeidsforhold"), Limits::new(16, 100, 1))
            }
            Register::Assignments => (
                Some(
                    "https://arbeidsforholdioppdrag.api.skatteetaten.no/v1/arbeidstilsynetHmsKort",
                ),
                Some("skatteetaten:arbeidsforhold"),
                Limits::new(8, 50, 1),
            ),
            Register::Population => (
                Some(
                    "https://folkeregisteret.api.skatteetaten.no/folkeregisteret/\
                     offentlig-med-hjemmel/api/v1",
                ),
                Some("folkeregister:deling/offentligmedhjemmel"),
                Limits::new(4, 10, 1_000),
            ),
            Register::Permits => (None, None, Limits::new(8, 20, 1)),
            Register::Staffing | Register::Cleaning | Register::CarCare => {
                (None, None, Limits::new(4, 20, 1))
            }
        };
        Self { address, scope, limits }
    }
}

/// The settings don't suffice.
#[derive(Debug, thiserror::Error)]
pub enum Unconnected {
    /// No address for this register.
    #[error("the settings name no address (http or https) for the register {0}")]
    NoAddress(Register),
    /// A register needs tokens, and Maskinporten is not set up.
    #[error("the register {0} has a scope, but the settings don't say how to reach Maskinporten")]
    NoMaskinporten(Register),
    /// The key for Maskinporten.
    #[error("the key for Maskinporten in {0}: {1}")]
    Key(PathBuf, String),
    /// No TLS on this system.
    #[error("no HTTP client could be made: {0}")]
    Client(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_differs_and_misspellings_are_told() {
        let json = r#"{ "population": { "timeout_ms": 50, "limits": { "at_once": 1, "per_second": 2, "batch": 3 } } }"#;
        let settings: Settings = serde_json::from_str(json).unwrap();
        let population = Endpoint::of(Register::Population, &settings.population).unwrap();
        assert_eq!(population.timeout, Duration::from_millis(50));
        assert_eq!(population.limits, Limits::new(1, 2, 3));
        assert!(population.address.contains("skatteetaten.no"));
        assert_eq!(population.scope.as_deref(), Some("folkeregister:deling/offentligmedhjemmel"));
        assert!(serde_json::from_str::<Settings>(r#"{ "populaton": {} }"#).is_err());
        assert!(serde_json::from_str::<Settings>(r#"{ "entities": { "adress": "" } }"#).is_err());
        let zero = r#"{ "entities": { "limits": { "at_once": 0, "per_second": 1, "batch": 1 } } }"#;
        assert!(serde_json::from_str::<Settings>(zero).is_err(), "nothing could ever be asked");
    }

    #[test]
    fn a_register_without_a_published_address_needs_one_in_the_settings() {
        let none = EndpointSettings::default();
        for register in Register::ALL {
            let endpoint = Endpoint::of(register, &none);
            let published = matches!(
                register,
                Register::Entities | Register::Assignments | Register::Population
            );
            assert_eq!(endpoint.is_ok(), published, "{register}");
        }
        let file = EndpointSettings { address: Some("file:///etc".into()), ..none };
        assert!(Endpoint::of(Register::Entities, &file).is_err());
    }
}
