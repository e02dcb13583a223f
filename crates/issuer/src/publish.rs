//! Publishing the key set, and changing the keys in it.

use std::time::Instant;

use card::{Cause, EmploymentStatus, Reason, Status};
use chrono::{DateTime, Utc};
use credential::{KeyId, SigningKey};
use key_set::{
    FileName, Head, IssuerKey, Listed, Reasons, StatusListBuilder, sign_approved, sign_reasons,
    sign_status_list, sign_too,
};
use rusqlite::{Connection, Transaction, params};

use crate::approval::approved;
use crate::error::IssuerError;
use crate::index::Snapshot;
use crate::mirror::mirrored;
use crate::root::NewPublisher;
use crate::{Issuer, RootChanges, files, keys, write};

impl Issuer {
    /// Publishes how all cards stand at `now`, and gives the version.
    ///
    /// Files first, the head last: whoever reads in between finds the old set whole.
    ///
    /// # Errors
    /// Database and files.
    pub fn publish(&self, now: DateTime<Utc>) -> Result<u64, IssuerError> {
        self.publish_with(Snapshot::WhenItMust, now)
    }

    /// Publishes as [`publish`](Self::publish) does, and says when the index is made anew.
    ///
    /// # Errors
    /// Database and files.
    pub fn publish_with(&self, snapshot: Snapshot, now: DateTime<Utc>) -> Result<u64, IssuerError> {
        let began = Instant::now();
        let root = self.root()?;
        // Where a kill came between a root and the keys that it names.
        keys::take_next(&self.folder, &root)?;
        self.make_small_photos(snapshot)?;
        // A connection of its own: the service reads on while all cards are gone through.
        let mut database = self.connect()?;
        let (version, transaction) = next_version(&mut database, now)?;
        let Standing { last, causes } = standing(&transaction, now)?;

        let mut list = StatusListBuilder::default();
        list.set(last, Status::Valid);
        for (index, of_one) in &causes {
            list.set(*index, EmploymentStatus::of(of_one.clone()).status());
        }
        // The list has an entry from the start, so that it is never empty.
        list.set(0, Status::Unconfirmed);
        let publisher = &self.publisher()?;
        let address = format!("{}/key-set/status", self.service(&transaction)?);
        let status = sign_status_list(&list.build(), &address, now, publisher);
        let reasons = Reasons::new(
            causes.into_iter().flat_map(|(index, list)| list.into_iter().map(move |c| (index, c))),
        );
        let reasons = sign_reasons(&reasons, publisher);
        let approved = sign_approved(&approved(&transaction)?, publisher);
        let (index, old) = self.publish_index(&transaction, (version, snapshot, publisher), now)?;
        let (pack, gone) = self.publish_pack(&transaction, (version, publisher), now)?;
        let head = Head {
            version,
            issued: now,
            expires: now + root.max_age(),
            status: Listed::of(version, &status),
            reasons: Listed::of(version, &reasons),
            approved: Some(Listed::of(version, &approved)),
            index: Some(index),
            pack,
        };
        files::write(&self.folder, FileName::Status(version), &status)?;
        files::write(&self.folder, FileName::Reasons(version), &reasons)?;
        files::write(&self.folder, FileName::Approved(version), &approved)?;
        let head = head.sign(publisher);
        files::write(&self.folder, FileName::Head, &head)?;
        transaction.commit()?;
        files::remove(&self.folder, &old);
        files::remove(&self.folder, &gone);
        drop(database);
        let lists: [(FileName, &[u8]); 2] =
            [(FileName::Status(version), &status), (FileName::Approved(version), &approved)];
        self.copy(version, &lists, &head);
        self.metrics.published(began.elapsed());
        Ok(version)
    }

    /// Brings the copy elsewhere up to date. When that fails the key set is published all the
    /// same, and the next publication tries again.
    fn copy(&self, version: u64, lists: &[(FileName, &[u8])], head: &[u8]) {
        let Some(mirror) = &self.mirror else { return };
        if let Err(error) = mirror.put(&self.folder, version, lists, head) {
            tracing::error!(version, error = &error as &dyn std::error::Error, "no copy");
        }
    }

    /// Whether the copy elsewhere, if there is to be one, is older than the key set.
    ///
    /// # Errors
    /// Database and files.
    pub fn copy_is_behind(&self) -> Result<bool, IssuerError> {
        if self.mirror.is_none() {
            return Ok(false);
        }
        let version = self.last_publication()?.map_or(0, |(version, _)| version);
        Ok(mirrored(&self.folder)? < version)
    }

    /// Makes a new key for credentials; the old one stays trusted for those it has signed.
    /// Wallets get new credentials at their next refresh.
    ///
    /// # Errors
    /// [`IssuerError::RootElsewhere`]; files.
    pub fn rotate_issuer_key(&self, now: DateTime<Utc>) -> Result<KeyId, IssuerError> {
        self.change_root(&RootChanges { new_issuer_key: true, ..RootChanges::default() }, now)?;
        self.issuer_key_id()
    }

    /// Withdraws a key that may be in wrong hands: nothing that it signed counts any more. If it
    /// is the one in use, a new one takes its place with the same root. Wallets get new credentials
    /// at their next refresh; until then their codes are invalid, and say why.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a key that isn't there; [`IssuerError::Conflict`] for one
    /// that is withdrawn already.
    pub fn withdraw_issuer_key(&self, key: KeyId, now: DateTime<Utc>) -> Result<(), IssuerError> {
        self.change_root(&RootChanges { withdraw: Some(key), ..RootChanges::default() }, now)
    }

    /// Makes a new key for the key set, and publishes with it. See [`NewPublisher`] for what becomes
    /// of the one before.
    ///
    /// # Errors
    /// [`IssuerError::RootElsewhere`]; files.
    pub fn rotate_publisher_key(
        &self,
        new: NewPublisher,
        now: DateTime<Utc>,
    ) -> Result<KeyId, IssuerError> {
        self.change_root(&RootChanges { publisher: Some(new), ..RootChanges::default() }, now)?;
        self.publish(now)?;
        Ok(KeyId::of(&self.publisher()?.public_key()))
    }

    /// Drafts the next root, signs it with the key that is here, and takes it. One that devices
    /// would refuse never gets out.
    fn change_root(&self, changes: &RootChanges, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let key = keys::root_key(&self.folder)?.ok_or(IssuerError::RootElsewhere)?;
        let draft = self.draft_root(changes, now)?;
        self.take_root(&sign_too(&draft, &key)?).map(drop)
    }
}

/// A new key whose short name none of these has.
pub(crate) fn unlike(keys: &[IssuerKey]) -> Result<SigningKey, IssuerError> {
    loop {
        let key = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
        if keys.iter().all(|other| other.id() != KeyId::of(&key.public_key())) {
            return Ok(key);
        }
    }
}

/// A version that nobody has had, and a transaction that keeps other publishers out.
///
/// A kill after the head is out takes back the version drawn in the transaction. So one is drawn
/// and committed before it: the next publication can't get the same number, which devices that
/// have it would take for nothing new.
fn next_version(
    database: &mut Connection,
    now: DateTime<Utc>,
) -> Result<(u64, Transaction<'_>), IssuerError> {
    let draw = "INSERT INTO publication (issued) VALUES (?1)";
    database.execute(draw, [now.timestamp()])?;
    let transaction = write(database)?;
    transaction.execute(draw, [now.timestamp()])?;
    let version = transaction.last_insert_rowid().unsigned_abs();
    Ok((version, transaction))
}

/// How all credentials ever issued stand.
struct Standing {
    /// The last status index there is.
    last: u32,
    /// The causes of those that aren't valid, by status index.
    causes: Vec<(u32, Vec<Cause>)>,
}

/// Reads how all cards stand.
///
/// One statement in the order of the index: what it costs grows with the cards and not with what
/// is wrong with them, and only what isn't valid is held in memory.
fn standing(database: &Connection, now: DateTime<Utc>) -> Result<Standing, IssuerError> {
    let last = "SELECT coalesce(max(status_index), 0) FROM binding";
    let last = database.query_row(last, [], |row| row.get(0))?;
    let mut statement = database.prepare_cached(
        "SELECT b.status_index, c.reason, c.since, e.valid_until, d.replaced
         FROM binding b JOIN employment e ON e.id = b.employment JOIN device d ON d.id = b.device
              LEFT JOIN cause c ON c.employment = b.employment
         WHERE c.reason IS NOT NULL OR e.valid_until <= ?1 OR d.replaced IS NOT NULL
         ORDER BY b.status_index, c.since",
    )?;
    let mut rows = statement.query(params![now.timestamp()])?;
    let mut all: Vec<(u32, Vec<Cause>)> = Vec::new();
    let cause = |reason, since| Cause { reason, since: DateTime::from_timestamp(since, 0) };
    while let Some(row) = rows.next()? {
        let index: u32 = row.get(0)?;
        if all.last().is_none_or(|(last, _)| *last != index) {
            let ended = Some(row.get(3)?).filter(|ended| *ended <= now.timestamp());
            let ended = ended.map(|at| cause(Reason::CardExpired, at));
            let replaced = row.get::<_, Option<i64>>(4)?;
            let replaced = replaced.map(|at| cause(Reason::DeviceReplaced, at));
            all.push((index, ended.into_iter().chain(replaced).collect()));
        }
        let reason = row.get::<_, Option<u8>>(1)?.and_then(Reason::from_code);
        if let (Some((_, causes)), Some(reason)) = (all.last_mut(), reason) {
            causes.push(cause(reason, row.get(2)?));
        }
    }
    let lost = lost_places(database)?;
    let last = lost.iter().copied().fold(last, u32::max);
    all.extend(
        lost.into_iter()
            .map(|index| (index, vec![Cause { reason: Reason::DeviceReplaced, since: None }])),
    );
    all.sort_by_key(|(index, _)| *index);
    Ok(Standing { last, causes: all })
}

/// Places that went to phones which a restored database doesn't know: those must be activated
/// again, as when a card moves.
fn lost_places(database: &Connection) -> Result<Vec<u32>, IssuerError> {
    let mut ranges =
        database.prepare_cached("SELECT first, last FROM lost_place ORDER BY first")?;
    let ranges = ranges
        .query_map([], |row| Ok(row.get::<_, u32>(0)?..=row.get(1)?))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ranges.into_iter().flatten().collect())
}
