//! The signing keys, outside the database. The root key belongs offline; it is only needed to
//! rotate the others.

use std::fs;
use std::io::Write;
use std::path::Path;

use credential::SigningKey;

use crate::error::IssuerError;

/// The file of the key that signs credentials.
const ISSUER: &str = "issuer.key";

/// The keys that the process holds. The one that signs credentials is read each time it is used:
/// another process may have put a new one in its place, and one that is withdrawn must not sign.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Signs roots.
    pub(crate) root: SigningKey,
    /// Signs heads, status lists and reasons.
    pub(crate) publisher: SigningKey,
}

impl Keys {
    /// New keys, and the one that signs credentials.
    pub(crate) fn generate(folder: &Path) -> Result<(Self, SigningKey), IssuerError> {
        let root = generate(folder, "root.key")?;
        let publisher = generate(folder, "publisher.key")?;
        Ok((Self { root, publisher }, generate(folder, ISSUER)?))
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, IssuerError> {
        Ok(Self { root: read(folder, "root.key")?, publisher: read(folder, "publisher.key")? })
    }
}

/// The key that signs credentials now.
pub(crate) fn issuer_key(folder: &Path) -> Result<SigningKey, IssuerError> {
    read(folder, ISSUER)
}

/// Puts another key in the place of the one that signs credentials: whole or not at all.
pub(crate) fn replace_issuer_key(folder: &Path, key: &SigningKey) -> Result<(), IssuerError> {
    const NEXT: &str = "issuer.key.new";
    write(folder, NEXT, key)?;
    let keys = folder.join("keys");
    Ok(fs::rename(keys.join(NEXT), keys.join(ISSUER))?)
}

fn generate(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
    fs::create_dir_all(folder.join("keys"))?;
    let key = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
    write(folder, name, &key)?;
    Ok(key)
}

fn write(folder: &Path, name: &str, key: &SigningKey) -> Result<(), IssuerError> {
    write_secret(folder, name, key.expose_seed().as_ref())
}

/// Writes a file among the keys, for its owner only.
pub(crate) fn write_secret(folder: &Path, name: &str, secret: &[u8]) -> Result<(), IssuerError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(folder.join("keys").join(name))?;
    file.write_all(secret)?;
    Ok(file.sync_all()?)
}

fn read(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
    let seed = fs::read(folder.join("keys").join(name)).map_err(|_| IssuerError::KeyFile(name))?;
    SigningKey::from_seed(&seed).map_err(|_| IssuerError::KeyFile(name))
}
