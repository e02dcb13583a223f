//! The signing keys, outside the database. The root key belongs offline; it is only needed to
//! rotate the others.

use std::fs;
use std::io::Write;
use std::path::Path;

use credential::SigningKey;

use crate::error::IssuerError;

/// The three keys.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Signs roots.
    pub(crate) root: SigningKey,
    /// Signs heads, status lists and reasons.
    pub(crate) publisher: SigningKey,
    /// Signs credentials.
    pub(crate) issuer: SigningKey,
}

impl Keys {
    pub(crate) fn generate(folder: &Path) -> Result<Self, IssuerError> {
        Ok(Self {
            root: generate(folder, "root.key")?,
            publisher: generate(folder, "publisher.key")?,
            issuer: generate(folder, "issuer.key")?,
        })
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, IssuerError> {
        Ok(Self {
            root: read(folder, "root.key")?,
            publisher: read(folder, "publisher.key")?,
            issuer: read(folder, "issuer.key")?,
        })
    }
}

fn generate(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
    let keys = folder.join("keys");
    fs::create_dir_all(&keys)?;
    let key = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(keys.join(name))?;
    file.write_all(key.expose_seed().as_ref())?;
    file.sync_all()?;
    Ok(key)
}

fn read(folder: &Path, name: &'static str) -> Result<SigningKey, IssuerError> {
    let seed = fs::read(folder.join("keys").join(name)).map_err(|_| IssuerError::KeyFile(name))?;
    SigningKey::from_seed(&seed).map_err(|_| IssuerError::KeyFile(name))
}
