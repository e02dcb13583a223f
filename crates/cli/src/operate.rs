//! `hmskort issuer backup`, `restore` and `root`: what keeps an issuer running, and its root safe.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Subcommand;
use credential::{KeyId, PublicKey};
use data_encoding::HEXLOWER;
use issuer::{Issuer, IssuerError, IssuerKey, NewPublisher, PublishTo, RootChanges};
use key_set::{Root, RootDraft};
use serde_json::json;

use crate::CliError;
use crate::out::Out;

/// Longest root file, in bytes.
const MAX_ROOT: u64 = 64 * 1024;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Save the database to a new file, while the service runs. Keys are not in it: save the
    /// folder `keys` apart.
    Backup {
        /// The file.
        file: PathBuf,
    },
    /// Put a backup into the issuer's folder, where its keys are, and publish. Stop the service
    /// first. What was revoked since the backup must be revoked again.
    Restore {
        /// The file.
        file: PathBuf,
    },
    /// The root, when its key is kept on a machine without network.
    #[command(subcommand)]
    Root(RootCommand),
}

#[derive(Subcommand)]
pub(crate) enum RootCommand {
    /// There: make a root key in a new file, and print its public key for `init --root-key`.
    NewKey {
        /// The file.
        file: PathBuf,
    },
    /// Here: draft the next root, to be signed there.
    Draft {
        /// With a new key for credentials.
        #[arg(long)]
        new_issuer_key: bool,
        /// With this key withdrawn; `keys` lists them.
        #[arg(long)]
        withdraw: Option<String>,
        /// With a new key for the key set. The one before counts until the next draft …
        #[arg(long)]
        new_publisher_key: bool,
        /// … or no more, because it may be in wrong hands.
        #[arg(long, requires = "new_publisher_key")]
        withdraw_publisher_key: bool,
        /// With one more root key, as `root new-key` printed it.
        #[arg(long, value_parser = root_key)]
        add_root_key: Vec<PublicKey>,
        /// Without this root key, by the short name that `root show` prints.
        #[arg(long)]
        remove_root_key: Vec<String>,
        /// With so many root keys needed to sign.
        #[arg(long)]
        threshold: Option<usize>,
        /// The new file.
        file: PathBuf,
    },
    /// Print what a root, or a draft of one, says.
    Show {
        /// The file.
        file: PathBuf,
    },
    /// There: sign a draft, after a look at what it says. Where several keys are needed, what one
    /// has signed goes on to the next.
    Sign {
        /// The newest root that is out, for a key that the draft takes away.
        #[arg(long)]
        before: Option<PathBuf>,
        /// The file of the root key.
        #[arg(long)]
        key: PathBuf,
        /// The draft.
        draft: PathBuf,
        /// The new file.
        signed: PathBuf,
    },
    /// Here: take the signed root, and publish it.
    Accept {
        /// The signed root.
        file: PathBuf,
    },
}

/// The root key that a draft names, as `root new-key` prints it.
pub(crate) fn root_key(text: &str) -> Result<PublicKey, String> {
    let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| "not hexadecimal".to_owned())?;
    PublicKey::from_bytes(&bytes).map_err(|_| "not a public key".into())
}

pub(crate) fn run(
    command: Command,
    store: &Path,
    (by, publish_to): (&str, Option<&PublishTo>),
    now: DateTime<Utc>,
    out: Out,
) -> Result<ExitCode, CliError> {
    let open = || -> Result<Issuer, CliError> { opened(Issuer::open(store)?, publish_to) };
    match command {
        Command::Backup { file } => {
            open()?.backup(&file, by, now)?;
            out.put(&json!({ "backup": file }), |_| format!("Saved to {}.", file.display()));
        }
        Command::Restore { file } => {
            let (_, restored) = Issuer::restore(store, &file, by, now)?;
            out.put(&restored, |restored| {
                format!(
                    "Restored the backup of {}.\nUp to {} places in the status list are invalid \
                     now: activate those phones again. Revoke again what was revoked since.{}",
                    restored.made.format("%Y-%m-%d %H:%M:%S UTC"),
                    restored.lost_places,
                    restored.replaced.as_ref().map_or(String::new(), |aside| format!(
                        "\nThe database that was there is {}.",
                        aside.display()
                    )),
                )
            });
        }
        Command::Root(command) => root(command, open, now, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// An issuer that publishes where the settings say.
pub(crate) fn opened(issuer: Issuer, to: Option<&PublishTo>) -> Result<Issuer, CliError> {
    Ok(match to {
        Some(to) => issuer.publish_to(to)?,
        None => issuer,
    })
}

fn root(
    command: RootCommand,
    open: impl Fn() -> Result<Issuer, CliError>,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    match command {
        RootCommand::NewKey { file } => {
            let key = HEXLOWER.encode(&issuer::new_root_key(&file)?.to_bytes());
            out.put(&json!({ "root_key": key }), |_| key.clone());
        }
        RootCommand::Draft {
            new_issuer_key,
            withdraw,
            new_publisher_key,
            withdraw_publisher_key,
            add_root_key,
            remove_root_key,
            threshold,
            file,
        } => {
            let issuer = open()?;
            let removed = remove_root_key.iter().map(|key| root_key_named(&issuer, key));
            let changes = RootChanges {
                new_issuer_key,
                withdraw: withdraw.map(|key| named(&issuer, &key)).transpose()?,
                publisher: new_publisher_key.then(|| new_publisher(withdraw_publisher_key)),
                add_root_keys: add_root_key,
                remove_root_keys: removed.collect::<Result<_, _>>()?,
                threshold,
            };
            let draft = issuer.draft_root(&changes, now)?;
            write(&file, &draft)?;
            out.put(&said(&draft)?, text);
        }
        RootCommand::Show { file } => out.put(&said(&read(&file)?)?, text),
        RootCommand::Sign { before, key, draft, signed } => {
            let before = before.map(|file| read(&file)).transpose()?;
            let before = before.map(|root| Root::held(&root)).transpose();
            let before = before.map_err(IssuerError::from)?;
            let root = issuer::sign_root(&read(&draft)?, &key, before.as_ref())?;
            write(&signed, &root)?;
            out.put(&said(&root)?, text);
        }
        RootCommand::Accept { file } => {
            let signed = read(&file)?;
            let version = open()?.accept_root(&signed, now)?.version();
            out.put(&json!({ "root": version }), |_| format!("Root {version} is published."));
        }
    }
    Ok(())
}

/// The key of this short name.
pub(crate) fn named(issuer: &Issuer, key: &str) -> Result<KeyId, CliError> {
    let root = issuer.root()?;
    let id = root.issuer_keys().iter().map(IssuerKey::id).find(|id| id.to_string() == key);
    Ok(id.ok_or(IssuerError::NotFound("key"))?)
}

/// The root key of this short name.
fn root_key_named(issuer: &Issuer, key: &str) -> Result<KeyId, CliError> {
    let root = issuer.root()?;
    let id = root.root_keys().iter().map(KeyId::of).find(|id| id.to_string() == key);
    Ok(id.ok_or(IssuerError::NotFound("root key"))?)
}

/// What becomes of the publisher's key in use.
pub(crate) fn new_publisher(withdraw: bool) -> NewPublisher {
    if withdraw { NewPublisher::Instead } else { NewPublisher::Beside }
}

fn read(file: &Path) -> Result<Vec<u8>, CliError> {
    crate::inspect::read(file, MAX_ROOT)
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), CliError> {
    use std::io::Write;
    let named = |error| CliError::File(file.display().to_string(), error);
    let mut out = fs::OpenOptions::new().write(true).create_new(true).open(file).map_err(named)?;
    out.write_all(bytes).and_then(|()| out.sync_all()).map_err(named)
}

fn said(root: &[u8]) -> Result<serde_json::Value, CliError> {
    let draft = RootDraft::read(root).map_err(IssuerError::from)?;
    let (signed, _) = key_set::signers(root, None).map_err(IssuerError::from)?;
    let ids =
        |keys: &[PublicKey]| keys.iter().map(|key| KeyId::of(key).to_string()).collect::<Vec<_>>();
    Ok(json!({
        "version": draft.version,
        "host": draft.host.to_string(),
        "issued": draft.issued,
        "expires": draft.expires,
        "max_age_days": draft.max_age.num_days(),
        "root_keys": ids(&draft.root_keys),
        "threshold": draft.threshold,
        "signed_by": signed,
        "publisher_keys": ids(&draft.publisher_keys),
        "issuer_keys": draft.issuer_keys.iter().map(|key| json!({
            "key": key.id().to_string(),
            "withdrawn": key.withdrawn,
        })).collect::<Vec<_>>(),
    }))
}

fn text(said: &serde_json::Value) -> String {
    serde_json::to_string_pretty(said).unwrap_or_default()
}
