//! The published files on disk. Each is written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use key_set::FileName;

use crate::error::IssuerError;

pub(crate) fn folder(issuer: &Path) -> PathBuf {
    issuer.join("key-set")
}

/// Writes a file beside its place, then puts it there.
pub(crate) fn write(issuer: &Path, file: FileName, bytes: &[u8]) -> Result<(), IssuerError> {
    let path = folder(issuer).join(file.to_string());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let temporary = path.with_extension("new");
    let mut out = fs::File::create(&temporary)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    Ok(fs::rename(temporary, path)?)
}

/// Removes files that nothing names any more, by their paths below the folder. One that can't be
/// removed costs room and no more.
pub(crate) fn remove(issuer: &Path, old: &[impl ToString]) {
    for file in old {
        let _ = fs::remove_file(folder(issuer).join(file.to_string()));
    }
}

pub(crate) fn write_root(issuer: &Path, version: u32, bytes: &[u8]) -> Result<(), IssuerError> {
    write(issuer, FileName::Root(version), bytes)
}

/// All roots, the oldest first.
pub(crate) fn roots(issuer: &Path) -> Result<impl Iterator<Item = Vec<u8>>, IssuerError> {
    let folder = folder(issuer);
    Ok((1..).map_while(move |n| fs::read(folder.join(FileName::Root(n).to_string())).ok()))
}

pub(crate) fn newest_root(issuer: &Path) -> Result<Vec<u8>, IssuerError> {
    roots(issuer)?.last().ok_or(IssuerError::RootUnsigned)
}
