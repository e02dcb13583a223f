//! Where a store's key is kept.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER_PERMISSIVE as HEX;
use keyring::{Entry, Error as KeyringError};
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::{StoreError, remove_if_there, restrict};

/// The name under which our keys stand in the operating system's key store.
const SERVICE: &str = "no.hmskort";

/// Who keeps the key of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKeeper {
    /// The operating system's key store (Keychain, Credential Manager, Secret Service).
    OperatingSystem,
    /// A file beside the data. For rehearsal and tests: it protects nothing against whoever has
    /// the folder, and whoever chooses it has to say so.
    File,
}

/// `store.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    keeper: KeyKeeper,
    /// The key's name in the key store: random, says nothing about anybody.
    id: String,
}

/// 256 bits, zeroized when dropped.
pub(crate) struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    pub(crate) fn generate() -> Result<Self, StoreError> {
        random().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(HEX.encode(self.0.as_ref()))
    }

    fn from_hex(text: &[u8]) -> Result<Self, StoreError> {
        let mut bytes = HEX
            .decode(text.trim_ascii())
            .map_err(|_| StoreError::Damaged("its key is not hexadecimal".into()))?;
        let key = <[u8; 32]>::try_from(bytes.as_slice());
        bytes.zeroize();
        key.map(|key| Self(Zeroizing::new(key)))
            .map_err(|_| StoreError::Damaged("its key has another length than 32 bytes".into()))
    }
}

fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

impl Record {
    pub(crate) fn new(keeper: KeyKeeper) -> Result<Self, StoreError> {
        Ok(Self { keeper, id: HEX.encode(&random::<16>()?) })
    }

    pub(crate) fn path(folder: &Path) -> PathBuf {
        folder.join("store.json")
    }

    fn key_path(folder: &Path) -> PathBuf {
        folder.join("store.key")
    }

    pub(crate) fn keeper(&self) -> KeyKeeper {
        self.keeper
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, StoreError> {
        match fs::read(Self::path(folder)) {
            Ok(bytes) if bytes.len() <= 4096 => serde_json::from_slice(&bytes)
                .map_err(|_| StoreError::Damaged("store.json can't be read".into())),
            Ok(_) => Err(StoreError::Damaged("store.json is too long".into())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::Missing),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes the record whole or not at all.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?;
        let (temporary, path) = (folder.join("store.json.new"), Self::path(folder));
        let mut file = fs::File::create(&temporary)?;
        file.write_all(&text)?;
        file.sync_all()?;
        Ok(fs::rename(temporary, path)?)
    }

    /// Keeps a new key.
    pub(crate) fn keep(&self, folder: &Path, key: &StoreKey) -> Result<(), StoreError> {
        match self.keeper {
            KeyKeeper::OperatingSystem => {
                self.entry()?.set_secret(key.hex().as_bytes()).map_err(refused)
            }
            KeyKeeper::File => {
                let path = Self::key_path(folder);
                remove_if_there(&path)?;
                let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
                restrict(&path, 0o600)?;
                file.write_all(key.hex().as_bytes())?;
                Ok(file.sync_all()?)
            }
        }
    }

    /// Fetches the key. Changes nothing, whatever happens.
    pub(crate) fn fetch(&self, folder: &Path) -> Result<StoreKey, StoreError> {
        let text = match self.keeper {
            KeyKeeper::OperatingSystem => self.entry()?.get_secret().map_err(refused)?,
            KeyKeeper::File => match fs::read(Self::key_path(folder)) {
                Ok(text) => text,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    return Err(StoreError::KeyMissing);
                }
                Err(error) => return Err(error.into()),
            },
        };
        StoreKey::from_hex(Zeroizing::new(text).as_slice())
    }

    fn entry(&self) -> Result<Entry, StoreError> {
        if let Err(error) = Entry::store_status() {
            return Err(StoreError::NoKeyStore(error.to_string()));
        }
        Entry::new(SERVICE, &self.id).map_err(refused)
    }
}

fn refused(error: KeyringError) -> StoreError {
    match error {
        KeyringError::NoEntry => StoreError::KeyMissing,
        KeyringError::NoDefaultStore => StoreError::NoKeyStore(error.to_string()),
        other => StoreError::KeyStoreLocked(other.to_string()),
    }
}
