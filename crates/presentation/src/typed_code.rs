//! The typed code: six digits beside the card's number, for those who can't scan.
//!
//! RFC 6238 by the crate `totp-rs`, SHA-1, six digits, 30 seconds. Only the *issuer* can check
//! one, so nobody else holds the secret: a stolen tablet can't make codes.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

/// How long one typed code lasts, in seconds: long enough to be read out and typed.
const STEP_SECONDS: u64 = 30;

/// Steps before and after the present one that the issuer accepts (RFC 6238 § 5.2).
const SKEW_STEPS: u16 = 1;

/// Digits in the code of a pass in Google Wallet.
const PASS_DIGITS: u8 = 8;

/// The secret that phone and issuer share, 20 bytes (RFC 4226 § 4, R6). Zeroized when dropped,
/// never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct TypedCodeSecret(Zeroizing<[u8; Self::BYTES]>);

/// Six digits, and when they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedCode {
    /// The digits, leading zeros kept.
    pub digits: String,
    /// When the next one follows.
    pub until: DateTime<Utc>,
}

impl TypedCodeSecret {
    /// Length in bytes.
    pub const BYTES: usize = 20;

    /// The bytes, to put into an encrypted store or an answer to the phone, and nowhere else.
    #[must_use]
    pub fn expose(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// The code at `now`.
    #[must_use]
    pub fn code(&self, now: DateTime<Utc>) -> TypedCode {
        let totp = self.totp(6);
        let seconds = unix(now);
        let ends = i64::try_from(totp.next_step(seconds)).unwrap_or(i64::MAX);
        TypedCode {
            digits: totp.generate(seconds).to_string(),
            until: DateTime::from_timestamp(ends, 0)
                .unwrap_or(now + TimeDelta::seconds(STEP_SECONDS.cast_signed())),
        }
    }

    /// The time step for which `digits`, six of them, are right at `now`, one step of skew allowed.
    /// The caller remembers it and refuses that step and earlier ones from then on (RFC 6238 § 5.2).
    #[must_use]
    pub fn check(&self, digits: &str, now: DateTime<Utc>) -> Option<u64> {
        self.totp(6).check(digits, unix(now))
    }

    /// The same for the eight digits in a pass of Google Wallet, whose secret is another.
    #[must_use]
    pub fn check_pass(&self, digits: &str, now: DateTime<Utc>) -> Option<u64> {
        self.totp(PASS_DIGITS).check(digits, unix(now))
    }

    fn totp(&self, digits: u8) -> Totp {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(digits)
            .with_skew(SKEW_STEPS)
            .with_step_duration(STEP_SECONDS)
            .with_secret(Secret::from(self.0.to_vec()))
            .build_noncompliant()
    }
}

fn unix(now: DateTime<Utc>) -> u64 {
    u64::try_from(now.timestamp()).unwrap_or_default()
}

impl From<[u8; Self::BYTES]> for TypedCodeSecret {
    fn from(bytes: [u8; Self::BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl fmt::Debug for TypedCodeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedCodeSecret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// RFC 6238, appendix B, SHA-1; the last six of the eight digits given there.
    #[test]
    fn codes_are_those_of_rfc_6238() {
        let secret = TypedCodeSecret::from(*b"12345678901234567890");
        for (seconds, eight) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(secret.code(at(seconds)).digits, eight[2..], "at {seconds}");
        }
    }

    #[test]
    fn a_code_is_right_one_step_early_and_late_and_no_more() {
        let secret = TypedCodeSecret::from([7; 20]);
        let digits = secret.code(at(1_790_000_100)).digits;
        let step = 1_790_000_100 / 30;
        for (now, expected) in [
            (1_790_000_039, None),
            (1_790_000_070, Some(step)),
            (1_790_000_100, Some(step)),
            (1_790_000_159, Some(step)),
            (1_790_000_160, None),
        ] {
            assert_eq!(secret.check(&digits, at(now)), expected, "at {now}");
        }
    }

    #[test]
    fn the_end_is_the_next_half_minute() {
        let secret = TypedCodeSecret::from([7; 20]);
        assert_eq!(secret.code(at(1_790_000_101)).until, at(1_790_000_130));
    }

    #[test]
    fn a_secret_is_never_printed() {
        assert_eq!(format!("{:?}", TypedCodeSecret::from([7; 20])), "TypedCodeSecret(…)");
    }
}
