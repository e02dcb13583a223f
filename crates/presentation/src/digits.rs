//! Bytes as decimal digits, for the numeric mode of a QR code (10 bits for 3 digits).
//!
//! Twelve bytes make 29 digits: 2.417 digits a byte, where no scheme can go below 2.408 and
//! base64url in byte mode costs as much as 3.2.

/// Bytes in a whole group.
const GROUP_BYTES: usize = 12;

/// How many digits `n` bytes need, n = 0 … 12: ⌈8n · log₁₀ 2⌉. All differ, so the number of
/// digits tells the number of bytes.
const DIGITS: [usize; GROUP_BYTES + 1] = [0, 3, 5, 8, 10, 13, 15, 17, 20, 22, 25, 27, 29];

/// Digits in a whole group.
const GROUP_DIGITS: usize = 29;

/// The digits are not what any bytes encode to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedDigits {
    /// Something else than 0–9, at this place.
    #[error("the character at place {0} is not a digit")]
    NotADigit(usize),
    /// A number of digits that no number of bytes has: some are missing.
    #[error("{0} digits are not a whole code: some are missing")]
    Length(usize),
    /// A group that is too large a number.
    #[error("a group of digits is out of range")]
    OutOfRange,
}

/// Writes bytes as digits: the text of a code, without the address before it.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 2 + 3);
    for group in bytes.chunks(GROUP_BYTES) {
        let number = group.iter().fold(0u128, |n, byte| n << 8 | u128::from(*byte));
        let width = DIGITS.get(group.len()).copied().unwrap_or(GROUP_DIGITS);
        text.push_str(&format!("{number:0width$}"));
    }
    text
}

/// Reads digits back. Each sequence of bytes has exactly one text.
///
/// # Errors
/// [`MalformedDigits`].
pub fn decode(text: &str) -> Result<Vec<u8>, MalformedDigits> {
    if let Some(place) = text.bytes().position(|b| !b.is_ascii_digit()) {
        return Err(MalformedDigits::NotADigit(place));
    }
    let mut bytes = Vec::with_capacity(text.len() / 2);
    for group in text.as_bytes().chunks(GROUP_DIGITS) {
        let count = DIGITS
            .iter()
            .position(|digits| *digits == group.len())
            .ok_or(MalformedDigits::Length(text.len()))?;
        let number = group.iter().fold(0u128, |n, digit| n * 10 + u128::from(digit - b'0'));
        let big_endian = number.to_be_bytes();
        let (unused, used) = big_endian.split_at(big_endian.len() - count);
        if unused.iter().any(|byte| *byte != 0) {
            return Err(MalformedDigits::OutOfRange);
        }
        bytes.extend_from_slice(used);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digit_counts_are_the_smallest_that_suffice() {
        for (bytes, digits) in DIGITS.iter().enumerate().skip(1) {
            let largest = (1u128 << (8 * bytes)) - 1;
            assert_eq!(largest.to_string().len(), *digits, "{bytes} bytes");
        }
    }

    #[test]
    fn a_group_too_large_is_refused() {
        assert_eq!(decode("256"), Err(MalformedDigits::OutOfRange));
        assert_eq!(decode(&"9".repeat(29)), Err(MalformedDigits::OutOfRange));
    }

    #[test]
    fn a_missing_digit_is_told_from_a_wrong_one() {
        assert_eq!(decode("12"), Err(MalformedDigits::Length(2)));
        assert_eq!(decode("1x3"), Err(MalformedDigits::NotADigit(1)));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            prop_assert_eq!(decode(&encode(&bytes)).unwrap(), bytes);
        }

        #[test]
        fn what_reads_writes_back_the_same(text in "[0-9]{0,200}") {
            if let Ok(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
