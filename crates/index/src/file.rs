//! What every file here is: one item of CBOR, compressed with zstd.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Nesting that no file reaches.
const MAX_DEPTH: usize = 16;

/// Bytes that are no such file.
pub(crate) enum Malformed {
    /// Damaged, or longer when unpacked than the file may be.
    Zstd,
    /// Not the one item.
    Cbor,
}

/// Reads a file that unpacks to `limit` bytes at most: no more memory is taken than that.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8], limit: usize) -> Result<T, Malformed> {
    let unpacked = zstd::bulk::decompress(bytes, limit).map_err(|_| Malformed::Zstd)?;
    let mut rest = unpacked.as_slice();
    let item = ciborium::de::from_reader_with_recursion_limit(&mut rest, MAX_DEPTH)
        .map_err(|_| Malformed::Cbor)?;
    if rest.is_empty() { Ok(item) } else { Err(Malformed::Cbor) }
}

/// Writes one, at zstd's `level`.
pub(crate) fn write(item: &impl Serialize, level: i32) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing our own types to memory can't fail, and neither can compressing them.
    let _ = ciborium::into_writer(item, &mut bytes);
    zstd::bulk::compress(&bytes, level).unwrap_or_default()
}
