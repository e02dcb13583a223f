//! The key set as a verifier holds it: all checks behind it, look-ups before it.

use card::{Cause, Status};
use chrono::{DateTime, TimeDelta, Utc};
use credential::KeyId;
use presentation::Host;

use crate::approved::Approved;
use crate::file::FileName;
use crate::head::Head;
use crate::index_list::IndexList;
use crate::pack_list::PackList;
use crate::reasons::Reasons;
use crate::rejected::Rejected;
use crate::root::{IssuerKey, Root};
use crate::signed;
use crate::status_list::StatusList;

/// How far a clock may differ before it counts as wrong.
pub(crate) const CLOCK_TOLERANCE: TimeDelta = TimeDelta::seconds(60);

/// The signed files behind a [`KeySet`], as they came: what a store keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The newest root.
    pub root: Vec<u8>,
    /// The head.
    pub head: Vec<u8>,
    /// The status list.
    pub status: Vec<u8>,
    /// The reasons, in the inspector tier.
    pub reasons: Option<Vec<u8>>,
}

/// A consistent, signed set of keys and statuses.
#[derive(Clone, Debug)]
pub struct KeySet {
    root: Root,
    head: Head,
    status: StatusList,
    reasons: Option<Reasons>,
}

/// How current a key set is. Each verdict says the age; past [`Stale`](Self::Stale) none is green.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Less than half of the maximum age.
    Fresh,
    /// More than half: sync soon.
    Ageing,
    /// Older than the maximum age.
    Stale,
}

impl KeySet {
    /// Opens a stored bundle. All signatures and digests are checked again: a store may be
    /// damaged. Age is not; that is judged at each check.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn open(bundle: &Bundle) -> Result<Self, Rejected> {
        Self::open_with(Root::held(&bundle.root)?, bundle)
    }

    /// Opens the files below a root that is already trusted.
    pub(crate) fn open_with(root: Root, bundle: &Bundle) -> Result<Self, Rejected> {
        let head = Head::open(&bundle.head, &root)?;
        let status_file = FileName::Status(head.status.version);
        head.status.check(status_file, &bundle.status)?;
        let claims = signed::open(status_file, &bundle.status, root.publisher_keys())?;
        let claims: ciborium::Value = signed::decode(status_file, &claims, "claims")?;
        let status = StatusList::from_claims(&claims)?;
        let reasons = match &bundle.reasons {
            None => None,
            Some(bytes) => {
                let file = FileName::Reasons(head.reasons.version);
                head.reasons.check(file, bytes)?;
                let payload = signed::open(file, bytes, root.publisher_keys())?;
                Some(Reasons::from_cbor(file, &payload)?)
            }
        };
        Ok(Self { root, head, status, reasons })
    }

    /// Counts up with each publication.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.head.version
    }

    /// When it was signed.
    #[must_use]
    pub fn issued(&self) -> DateTime<Utc> {
        self.head.issued
    }

    /// How old it is; zero for a clock that is behind.
    #[must_use]
    pub fn age(&self, now: DateTime<Utc>) -> TimeDelta {
        (now - self.head.issued).max(TimeDelta::zero())
    }

    /// When green ends unless there is a sync before: the issuer's maximum age, or the head's own
    /// end if that is earlier.
    #[must_use]
    pub fn stale_at(&self) -> DateTime<Utc> {
        let by_age = self.head.issued.checked_add_signed(self.root.max_age());
        by_age.unwrap_or(self.head.expires).min(self.head.expires).min(self.root.expires())
    }

    /// How current it is.
    #[must_use]
    pub fn freshness(&self, now: DateTime<Utc>) -> Freshness {
        if now >= self.stale_at() {
            Freshness::Stale
        } else if self.age(now) * 2 > self.root.max_age() {
            Freshness::Ageing
        } else {
            Freshness::Fresh
        }
    }

    /// The earliest time it can be: nothing signed is from the future. A clock that shows less
    /// is behind.
    #[must_use]
    pub fn clock_floor(&self) -> DateTime<Utc> {
        self.head.issued
    }

    /// By how much the clock is behind the [floor](Self::clock_floor), when by more than a minute.
    #[must_use]
    pub fn clock_behind(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let behind = self.clock_floor() - now;
        (behind > CLOCK_TOLERANCE).then_some(behind)
    }

    /// How old data may be.
    #[must_use]
    pub fn max_age(&self) -> TimeDelta {
        self.root.max_age()
    }

    /// The host that this issuer's codes name.
    #[must_use]
    pub fn host(&self) -> &Host {
        self.root.host()
    }

    /// The issuer's key of this name.
    #[must_use]
    pub fn issuer_key(&self, id: KeyId) -> Option<&IssuerKey> {
        self.root.issuer_key(id)
    }

    /// All issuer keys.
    #[must_use]
    pub fn issuer_keys(&self) -> &[IssuerKey] {
        self.root.issuer_keys()
    }

    /// The status at an index; `None` for one that this list doesn't reach: a card newer than it.
    #[must_use]
    pub fn status(&self, index: u32) -> Option<Status> {
        self.status.get(index).and_then(Status::from_bits)
    }

    /// Why a card isn't valid; nothing in the public tier.
    #[must_use]
    pub fn causes(&self, index: u32) -> Vec<Cause> {
        self.reasons.iter().flat_map(|reasons| reasons.of(index)).collect()
    }

    /// Room in the status list: about the number of cards, rounded up.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.status.capacity()
    }

    /// The list of approved companies that is current, if the issuer gives one out, and the
    /// number of its bytes.
    #[must_use]
    pub fn approved_file(&self) -> Option<(FileName, u64)> {
        self.head.approved.map(|listed| (FileName::Approved(listed.version), listed.length))
    }

    /// Opens the list of approved companies, which has to be the one that the head names.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn open_approved(&self, bytes: &[u8]) -> Result<Approved, Rejected> {
        let listed = self.head.approved.ok_or(Rejected::Missing { file: FileName::Approved(0) })?;
        let file = FileName::Approved(listed.version);
        listed.check(file, bytes)?;
        Approved::from_cbor(file, &signed::open(file, bytes, self.root.publisher_keys())?)
    }

    /// The list of the index that is current, if the issuer gives one out: its version, its file,
    /// and the number of its bytes.
    #[must_use]
    pub fn index_file(&self) -> Option<(u64, FileName, u64)> {
        self.head.index.map(|l| (l.version, FileName::Index(l.version), l.length))
    }

    /// Opens the list of the index, which has to be the one that the head names.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn open_index(&self, bytes: &[u8]) -> Result<IndexList, Rejected> {
        let listed = self.head.index.ok_or(Rejected::Missing { file: FileName::Index(0) })?;
        let file = FileName::Index(listed.version);
        listed.check(file, bytes)?;
        let payload = signed::open(file, bytes, self.root.publisher_keys())?;
        IndexList::from_cbor(listed.version, &payload)
    }

    /// The list of the pack of small photos that is current, if the issuer gives one out: its
    /// version, its file, and the number of its bytes.
    #[must_use]
    pub fn pack_file(&self) -> Option<(u64, FileName, u64)> {
        self.head.pack.map(|l| (l.version, FileName::Pack(l.version), l.length))
    }

    /// Opens the list of the pack, which has to be the one that the head names.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn open_pack(&self, bytes: &[u8]) -> Result<PackList, Rejected> {
        let listed = self.head.pack.ok_or(Rejected::Missing { file: FileName::Pack(0) })?;
        let file = FileName::Pack(listed.version);
        listed.check(file, bytes)?;
        let payload = signed::open(file, bytes, self.root.publisher_keys())?;
        PackList::from_cbor(listed.version, &payload)
    }

    /// The root it stands on.
    #[must_use]
    pub fn root(&self) -> &Root {
        &self.root
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }
}
