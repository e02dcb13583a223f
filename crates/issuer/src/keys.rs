//! The signing keys, outside the database. The root key belongs offline; it is only needed to
//! rotate the others (see [`root`](crate::root)).

use std::fs;
use std::io::Write;
use std::path::Path;

use credential::SigningKey;
use key_set::IssuerKey;

use crate::error::IssuerError;

/// The file of the key that signs credentials.
const ISSUER: &str = "issuer.key";

/// The file of the key that signs roots, unless it is elsewhere.
const ROOT: &str = "root.key";

/// The file of the key that signs heads, status lists and reasons.
const PUBLISHER: &str = "publisher.key";

/// A key for credentials that no root names yet.
const NEXT: &str = "issuer.key.next";

/// The keys that the process holds. The one that signs credentials is read each time it is used:
/// another process may have put a new one in its place, and one that is withdrawn must not sign.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Signs roots; elsewhere when there is none.
    pub(crate) root: Option<SigningKey>,
    /// Signs heads, status lists and reasons.
    pub(crate) publisher: SigningKey,
}

impl Keys {
    pub(crate) fn read(folder: &Path) -> Result<Self, IssuerError> {
        let root =
            folder.join("keys").join(ROOT).exists().then(|| read(folder, ROOT)).transpose()?;
        Ok(Self { root, publisher: read(folder, PUBLISHER)? })
    }
}

/// New keys that publish, and that sign credentials.
pub(crate) fn generate(folder: &Path) -> Result<(SigningKey, SigningKey), IssuerError> {
    Ok((generate_one(folder, PUBLISHER)?, generate_one(folder, ISSUER)?))
}

/// A new key that signs roots.
pub(crate) fn generate_root(folder: &Path) -> Result<SigningKey, IssuerError> {
    generate_one(folder, ROOT)
}

/// Keeps a key for credentials until a root names it.
pub(crate) fn write_next(folder: &Path, key: &SigningKey) -> Result<(), IssuerError> {
    write(folder, NEXT, key)
}

pub(crate) fn forget_next(folder: &Path) -> Result<(), IssuerError> {
    forget(folder, NEXT)
}

/// Signs with the key that was kept, if there is one and a root names it now.
pub(crate) fn take_next(folder: &Path, named: &[IssuerKey]) -> Result<(), IssuerError> {
    let keys = folder.join("keys");
    if !keys.join(NEXT).exists() {
        return Ok(());
    }
    let next = read(folder, NEXT)?.public_key();
    if named.iter().any(|one| one.key == next) {
        fs::rename(keys.join(NEXT), keys.join(ISSUER))?;
    }
    Ok(())
}

/// Removes a file from among the keys.
pub(crate) fn forget(folder: &Path, name: &str) -> Result<(), IssuerError> {
    match fs::remove_file(folder.join("keys").join(name)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The key that signs credentials now.
pub(crate) fn issuer_key(folder: &Path) -> Result<SigningKey, IssuerError> {
    read(folder, ISSUER)
}

/// Puts another key in the place of the one that signs credentials: whole or not at all.
pub(crate) fn replace_issuer_key(folder: &Path, key: &SigningKey) -> Result<(), IssuerError> {
    const NEW: &str = "issuer.key.new";
    write(folder, NEW, key)?;
    let keys = folder.join("keys");
    Ok(fs::rename(keys.join(NEW), keys.join(ISSUER))?)
}

fn generate_one(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
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
    write_as(&mut options, &folder.join("keys").join(name), secret)
}

/// Writes a file that isn't there yet, for its owner only.
pub(crate) fn write_new(file: &Path, secret: &[u8]) -> Result<(), IssuerError> {
    write_as(fs::OpenOptions::new().write(true).create_new(true), file, secret)
}

fn write_as(options: &mut fs::OpenOptions, file: &Path, secret: &[u8]) -> Result<(), IssuerError> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(secret)?;
    Ok(file.sync_all()?)
}

fn read(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
    let seed = fs::read(folder.join("keys").join(name)).map_err(|_| IssuerError::KeyFile(name))?;
    SigningKey::from_seed(&seed).map_err(|_| IssuerError::KeyFile(name))
}
