//! Types that travel as text: parsed on the way in, printed on the way out.

/// `serde` through `FromStr` and `Display`.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use serde_as_text;

/// The digits of a number that people type with spaces; `None` when it is anything else than
/// exactly `N` ASCII digits.
pub(crate) fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() > 4 * N {
        return None;
    }
    let mut digits = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\t'))
        .map(|c| u8::try_from(c.to_digit(10)?).ok());
    let mut out = [0; N];
    for place in &mut out {
        *place = digits.next()??;
    }
    digits.next().is_none().then_some(out)
}

/// Σ digit × weight, modulo 11.
pub(crate) fn mod_11(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum::<u32>() % 11
}

/// The number that digits write.
pub(crate) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n, digit| n * 10 + u32::from(*digit))
}
