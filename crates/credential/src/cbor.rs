//! Reading CBOR (RFC 8949) that a stranger wrote: a size before parsing, a bounded depth, no
//! bytes left over.

use ciborium::Value;

/// Nesting that none of our formats reaches; deeper input is refused before it costs stack.
const MAX_DEPTH: usize = 16;

/// The bytes are not the one CBOR item they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedCbor {
    /// Not CBOR, cut off, or nested too deeply.
    #[error("these bytes are not well-formed CBOR")]
    NotWellFormed,
    /// A complete item, and then more.
    #[error("{0} bytes follow the CBOR item")]
    TrailingBytes(usize),
    /// Well-formed, but not of the shape that the format has.
    #[error("the CBOR item lacks a well-formed {0}")]
    WrongShape(&'static str),
}

/// Parses exactly one item.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, MalformedCbor> {
    let mut rest = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, MAX_DEPTH)
        .map_err(|_| MalformedCbor::NotWellFormed)?;
    match rest.len() {
        0 => Ok(value),
        left => Err(MalformedCbor::TrailingBytes(left)),
    }
}

/// An integer that fits `T`.
pub(crate) fn integer<T: TryFrom<i128>>(
    value: &Value,
    what: &'static str,
) -> Result<T, MalformedCbor> {
    value
        .as_integer()
        .and_then(|i| T::try_from(i128::from(i)).ok())
        .ok_or(MalformedCbor::WrongShape(what))
}

/// A byte string of exactly `N` bytes.
pub(crate) fn bytes<const N: usize>(
    value: &Value,
    what: &'static str,
) -> Result<[u8; N], MalformedCbor> {
    value
        .as_bytes()
        .and_then(|b| <[u8; N]>::try_from(b.as_slice()).ok())
        .ok_or(MalformedCbor::WrongShape(what))
}
