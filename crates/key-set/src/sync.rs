//! Bringing a key set up to date: the client workflow of TUF 1.0.33 § 5, without the network.

use chrono::{DateTime, Utc};

use crate::file::FileName;
use crate::head::{Head, Listed};
use crate::key_set::{Bundle, CLOCK_TOLERANCE, KeySet};
use crate::rejected::Rejected;
use crate::root::Root;
use crate::signed;

/// Most roots that are followed at one sync.
const MAX_ROTATIONS: u32 = 64;

/// Where the files come from: an HTTP server, a folder, a test.
pub trait Source {
    /// What may go wrong in fetching.
    type Error;

    /// The file's bytes; `None` when there is no such file. Reading must stop after `limit` bytes.
    ///
    /// # Errors
    /// Whatever keeps the source from answering.
    fn fetch(&mut self, file: FileName, limit: u64) -> Result<Option<Vec<u8>>, Self::Error>;
}

/// How much of the key set this device may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// Keys and statuses.
    Public,
    /// The reasons as well.
    Inspector,
}

/// What a sync led to.
#[derive(Debug)]
pub enum Synced {
    /// There is something newer. Store the bundle in one transaction, then use the set.
    Updated(Box<(KeySet, Bundle)>),
    /// What is held is what is current.
    Unmodified,
}

/// A sync that failed. What is held stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum SyncError<E> {
    /// The source didn't answer.
    #[error("the key set could not be fetched: {0}")]
    Source(E),
    /// The source answered with something that must not be taken.
    #[error(transparent)]
    Rejected(#[from] Rejected),
}

/// Brings a key set up to date.
///
/// `root` is the newest root that this device trusts, and `held` what it has below it, if
/// anything. Only after every check is there something to store: a sync that is killed at any
/// point has changed nothing.
///
/// # Errors
/// [`SyncError`]; what is held stays.
pub fn sync<S: Source>(
    root: &[u8],
    held: Option<(&KeySet, &Bundle)>,
    tier: Tier,
    source: &mut S,
    now: DateTime<Utc>,
) -> Result<Synced, SyncError<S::Error>> {
    let (root, root_bytes) = newest_root(root, source, now)?;
    let head_bytes = need(source, FileName::Head, FileName::Head.limit())?;
    let head = Head::open(&head_bytes, &root)?;

    if head.issued > now + CLOCK_TOLERANCE {
        return Err(Rejected::FromTheFuture { signed_at: head.issued }.into());
    }
    // What is held by the word of a publisher's key that the root no longer names holds nothing
    // back: a stolen key may have signed the highest version there is (TUF § 5.3.11).
    let held = held.filter(|(_, bundle)| Head::open(&bundle.head, &root).is_ok());
    if let Some((set, bundle)) = held {
        let previous = set.head();
        let rolled_back = |file, held, offered| Rejected::RolledBack { file, held, offered };
        for (file, had, offered) in [
            (FileName::Head, previous.version, head.version),
            (FileName::Status(head.status.version), previous.status.version, head.status.version),
            (
                FileName::Reasons(head.reasons.version),
                previous.reasons.version,
                head.reasons.version,
            ),
            // An index or a pack may be withdrawn, but it never gets older.
            optional(FileName::Index, previous.index, head.index),
            optional(FileName::Pack, previous.pack, head.pack),
        ] {
            if offered < had {
                return Err(rolled_back(file, had, offered).into());
            }
        }
        if head.version == previous.version && head_bytes != bundle.head {
            return Err(Rejected::Equivocation { version: head.version }.into());
        }
    }
    if head.expires <= now {
        return Err(Rejected::Frozen { at: head.expires }.into());
    }

    let status = current(
        source,
        FileName::Status(head.status.version),
        head.status.length,
        held.filter(|(set, _)| set.head().status == head.status).map(|(_, b)| &b.status),
    )?;
    let reasons = match tier {
        Tier::Public => None,
        Tier::Inspector => Some(current(
            source,
            FileName::Reasons(head.reasons.version),
            head.reasons.length,
            held.filter(|(set, _)| set.head().reasons == head.reasons)
                .and_then(|(_, b)| b.reasons.as_ref()),
        )?),
    };
    let bundle = Bundle { root: root_bytes, head: head_bytes, status, reasons };
    if held.is_some_and(|(_, held)| *held == bundle) {
        return Ok(Synced::Unmodified);
    }
    let set = KeySet::open_with(root, &bundle)?;
    Ok(Synced::Updated(Box::new((set, bundle))))
}

fn optional(
    file: impl Fn(u64) -> FileName,
    held: Option<Listed>,
    offered: Option<Listed>,
) -> (FileName, u64, u64) {
    let had = held.map_or(0, |listed| listed.version);
    let now = offered.map_or(had, |listed| listed.version);
    (file(now), had, now)
}

/// Follows the roots one by one (TUF § 5.3).
fn newest_root<S: Source>(
    bytes: &[u8],
    source: &mut S,
    now: DateTime<Utc>,
) -> Result<(Root, Vec<u8>), SyncError<S::Error>> {
    let (mut root, mut bytes) = (Root::held(bytes)?, bytes.to_vec());
    for _ in 0..MAX_ROTATIONS {
        let file = FileName::Root(root.version().saturating_add(1));
        let Some(next) = source.fetch(file, file.limit()).map_err(SyncError::Source)? else {
            break;
        };
        root = root.rotate(&next)?;
        bytes = next;
    }
    if root.expires() <= now {
        return Err(Rejected::RootExpired { at: root.expires() }.into());
    }
    Ok((root, bytes))
}

fn current<S: Source>(
    source: &mut S,
    file: FileName,
    length: u64,
    held: Option<&Vec<u8>>,
) -> Result<Vec<u8>, SyncError<S::Error>> {
    match held {
        Some(bytes) => Ok(bytes.clone()),
        None if length > file.limit() => {
            Err(Rejected::TooLong { file, bytes: length, limit: file.limit() }.into())
        }
        None => need(source, file, length),
    }
}

fn need<S: Source>(
    source: &mut S,
    file: FileName,
    limit: u64,
) -> Result<Vec<u8>, SyncError<S::Error>> {
    let bytes =
        source.fetch(file, limit).map_err(SyncError::Source)?.ok_or(Rejected::Missing { file })?;
    signed::check_length(file, &bytes)?;
    Ok(bytes)
}
