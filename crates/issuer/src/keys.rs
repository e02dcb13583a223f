//! The signing keys, outside the database. The root key belongs offline; it is only needed to
//! rotate the others (see [`root`](crate::root)).

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use credential::{PublicKey, SigningKey};
use key_set::Root;

use crate::error::IssuerError;

/// The file of the key that signs credentials.
const ISSUER: &str = "issuer.key";

/// The file of the key that signs roots, unless it is elsewhere.
const ROOT: &str = "root.key";

/// The file of the key that signs heads, status lists and reasons.
const PUBLISHER: &str = "publisher.key";

/// Keys that no root names yet.
const NEXT: [&str; 2] = ["issuer.key.next", "publisher.key.next"];

/// A key that signs for the service. It is read each time it is used: another process may have put
/// a new one in its place, and one that is withdrawn must not sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    /// Credentials.
    Credentials,
    /// Heads, status lists, reasons, the list of the index.
    KeySet,
}

impl Signs {
    const ALL: [Self; 2] = [Self::Credentials, Self::KeySet];

    fn file(self) -> &'static str {
        match self {
            Self::Credentials => ISSUER,
            Self::KeySet => PUBLISHER,
        }
    }

    fn next(self) -> &'static str {
        let [credentials, key_set] = NEXT;
        match self {
            Self::Credentials => credentials,
            Self::KeySet => key_set,
        }
    }

    fn is_named(self, root: &Root, key: &PublicKey) -> bool {
        match self {
            Self::Credentials => root.issuer_keys().iter().any(|one| one.key == *key),
            Self::KeySet => root.publisher_keys().contains(key),
        }
    }
}

/// The key that signs roots; elsewhere when there is none.
pub(crate) fn root_key(folder: &Path) -> Result<Option<SigningKey>, IssuerError> {
    folder.join("keys").join(ROOT).exists().then(|| read(folder, ROOT)).transpose()
}

/// New keys that publish, and that sign credentials.
pub(crate) fn generate(folder: &Path) -> Result<(SigningKey, SigningKey), IssuerError> {
    Ok((generate_one(folder, PUBLISHER)?, generate_one(folder, ISSUER)?))
}

/// A new key that signs roots.
pub(crate) fn generate_root(folder: &Path) -> Result<SigningKey, IssuerError> {
    generate_one(folder, ROOT)
}

/// Keeps a key until a root names it.
pub(crate) fn write_next(folder: &Path, signs: Signs, key: &SigningKey) -> Result<(), IssuerError> {
    write(folder, signs.next(), key)
}

pub(crate) fn forget_next(folder: &Path) -> Result<(), IssuerError> {
    NEXT.iter().try_for_each(|next| forget(folder, next))
}

/// Signs with the keys that were kept, those that the root names now.
pub(crate) fn take_next(folder: &Path, root: &Root) -> Result<(), IssuerError> {
    let keys = folder.join("keys");
    for signs in Signs::ALL {
        if keys.join(signs.next()).exists()
            && signs.is_named(root, &read(folder, signs.next())?.public_key())
        {
            fs::rename(keys.join(signs.next()), keys.join(signs.file()))?;
        }
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

/// Where the key lies that signs this now.
pub(crate) fn file(folder: &Path, signs: Signs) -> PathBuf {
    folder.join("keys").join(signs.file())
}

/// The key that signs this now.
pub(crate) fn key(folder: &Path, signs: Signs) -> Result<SigningKey, IssuerError> {
    read(folder, signs.file())
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
