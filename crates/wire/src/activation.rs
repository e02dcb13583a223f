//! Activation codes, and the links that carry them.

use std::fmt;
use std::str::FromStr;

use key_set::Fingerprint;

/// Crockford's base32: no I, L, O, U, so that it can be read out and typed.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters in a code.
const LENGTH: usize = 12;

/// Characters that name the code; the others are the secret.
const NAME: usize = 4;

/// A one-time code: the outcome of a physical ID check, traded once for credentials.
///
/// Twelve characters, shown in groups of four. The first four name the code, so that wrong tries
/// can be counted; the other eight (40 bits) are the secret. Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct ActivationCode(String);

/// Not an activation code or link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedActivation {
    /// Not twelve of the characters.
    #[error("an activation code has twelve letters and digits")]
    Code,
    /// Not an address of a service.
    #[error("an activation link starts with the service's address")]
    Service,
    /// The root's fingerprint is missing or mistyped.
    #[error("the link's end, which tells whom to trust, is missing or mistyped")]
    Root,
}

impl ActivationCode {
    /// The code that 60 bits of randomness make.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        let symbol = |place: usize| {
            let index = usize::try_from(random >> (5 * place) & 31).unwrap_or_default();
            char::from(ALPHABET.get(index).copied().unwrap_or(b'0'))
        };
        Self((0..LENGTH).map(symbol).collect())
    }

    /// The part that names the code.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_at(NAME).0
    }

    /// The part that is secret.
    #[must_use]
    pub fn secret(&self) -> &str {
        self.0.split_at(NAME).1
    }

    /// All twelve characters, as they are signed and sent.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for ActivationCode {
    type Err = MalformedActivation;

    /// Case, spaces and hyphens don't matter; O is 0, I and L are 1.
    fn from_str(text: &str) -> Result<Self, MalformedActivation> {
        if text.len() > 64 {
            return Err(MalformedActivation::Code);
        }
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let fits = code.len() == LENGTH && code.bytes().all(|b| ALPHABET.contains(&b));
        if fits { Ok(Self(code)) } else { Err(MalformedActivation::Code) }
    }
}

/// In groups of four.
impl fmt::Display for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, rest) = self.0.split_at(4);
        let (second, third) = rest.split_at(4);
        write!(f, "{first}-{second}-{third}")
    }
}

impl fmt::Debug for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ActivationCode(…)")
    }
}

/// What a link enrols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolment {
    /// A worker's wallet.
    Wallet,
    /// An inspector's device.
    Inspector,
}

impl Enrolment {
    fn path(self) -> &'static str {
        match self {
            Self::Wallet => "/activate#",
            Self::Inspector => "/inspect#",
        }
    }
}

/// All that a device needs to be enrolled: the service, the code, and whom to trust.
///
/// `https://host/activate#CODE.FINGERPRINT`. What follows `#` never reaches a server by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivationLink {
    /// The service's address, without a slash at the end.
    pub service: String,
    /// The code.
    pub code: ActivationCode,
    /// The root to trust.
    pub root: Fingerprint,
    /// What it enrols.
    pub enrolment: Enrolment,
}

impl fmt::Display for ActivationLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, code) = (self.enrolment.path(), self.code.expose());
        write!(f, "{}{path}{code}.{}", self.service, self.root)
    }
}

impl FromStr for ActivationLink {
    type Err = MalformedActivation;

    fn from_str(text: &str) -> Result<Self, MalformedActivation> {
        let text = text.trim();
        if text.len() > 512 {
            return Err(MalformedActivation::Service);
        }
        let (enrolment, (service, rest)) = [Enrolment::Wallet, Enrolment::Inspector]
            .into_iter()
            .find_map(|kind| Some((kind, text.split_once(kind.path())?)))
            .ok_or(MalformedActivation::Service)?;
        let host = service.strip_prefix("https://").or_else(|| service.strip_prefix("http://"));
        if host.is_none_or(|host| host.is_empty() || host.contains(['/', '@', '?', ' '])) {
            return Err(MalformedActivation::Service);
        }
        let (code, root) = rest.split_once('.').ok_or(MalformedActivation::Root)?;
        Ok(Self {
            service: service.to_owned(),
            code: code.parse()?,
            root: root.parse().map_err(|_| MalformedActivation::Root)?,
            enrolment,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_people_type_it() {
        let code = ActivationCode::from_random(0x0123_4567_89ab_cdef);
        assert_eq!(code.to_string().parse(), Ok(code.clone()));
        assert_eq!(code.to_string().to_lowercase().replace('-', " ").parse(), Ok(code));
        let typed: ActivationCode = "oil0-1234-5678".parse().unwrap();
        assert_eq!(typed.expose(), "011012345678");
        assert_eq!("1234-5678-901".parse::<ActivationCode>(), Err(MalformedActivation::Code));
        assert_eq!("1234-5678-901U".parse::<ActivationCode>(), Err(MalformedActivation::Code));
    }

    #[test]
    fn a_link_reads_back() {
        let link = ActivationLink {
            service: "http://127.0.0.1:8080".into(),
            code: ActivationCode::from_random(7),
            root: Fingerprint::of(b"root"),
            enrolment: Enrolment::Inspector,
        };
        assert_eq!(link.to_string().parse(), Ok(link));
    }

    #[test]
    fn each_fault_of_a_link_is_told_apart() {
        let code = "0123456789AB";
        for (text, fault) in [
            ("hello".to_owned(), MalformedActivation::Service),
            (format!("ftp://x/activate#{code}.AAAA"), MalformedActivation::Service),
            (format!("https://a@b/activate#{code}.AAAA"), MalformedActivation::Service),
            (format!("https://x/activate#{code}"), MalformedActivation::Root),
            (format!("https://x/activate#{code}.AAAA"), MalformedActivation::Root),
            (format!("https://x/activate#12.{}", "A".repeat(26)), MalformedActivation::Code),
        ] {
            assert_eq!(text.parse::<ActivationLink>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn debug_hides_the_code() {
        assert_eq!(format!("{:?}", ActivationCode::from_random(1)), "ActivationCode(…)");
    }
}
