//! Publishing the key set, and changing the keys in it.

use card::{Cause, EmploymentStatus, Reason, Status, Validity};
use chrono::{DateTime, Utc};
use credential::{KeyId, SigningKey};
use key_set::{
    FileName, Head, IssuerKey, Listed, Reasons, RootDraft, StatusListBuilder, sign_approved,
    sign_reasons, sign_status_list,
};
use rusqlite::{Connection, Transaction, params};

use crate::approval::approved;
use crate::employment::causes;
use crate::error::IssuerError;
use crate::{Issuer, files, keys, write};

impl Issuer {
    /// Publishes how all cards stand at `now`, and gives the version.
    ///
    /// Files first, the head last: whoever reads in between finds the old set whole.
    ///
    /// # Errors
    /// Database and files.
    pub fn publish(&self, now: DateTime<Utc>) -> Result<u64, IssuerError> {
        let root = self.root()?;
        let mut database = self.database();
        let (version, transaction) = next_version(&mut database, now)?;
        let all = all_causes(&transaction, now)?;

        let mut list = StatusListBuilder::default();
        for (index, causes) in &all {
            list.set(*index, EmploymentStatus::of(causes.clone()).status());
        }
        // The list has an entry from the start, so that it is never empty.
        list.set(0, Status::Unconfirmed);
        let publisher = &self.keys.publisher;
        let address = format!("{}/key-set/status", self.service(&transaction)?);
        let status = sign_status_list(&list.build(), &address, now, publisher);
        let reasons = Reasons::new(
            all.into_iter().flat_map(|(index, list)| list.into_iter().map(move |c| (index, c))),
        );
        let reasons = sign_reasons(&reasons, publisher);
        let approved = sign_approved(&approved(&transaction)?, publisher);
        let head = Head {
            version,
            issued: now,
            expires: now + root.max_age(),
            status: Listed::of(version, &status),
            reasons: Listed::of(version, &reasons),
            approved: Some(Listed::of(version, &approved)),
        };
        files::write(&self.folder, FileName::Status(version), &status)?;
        files::write(&self.folder, FileName::Reasons(version), &reasons)?;
        files::write(&self.folder, FileName::Approved(version), &approved)?;
        files::write(&self.folder, FileName::Head, &head.sign(publisher))?;
        transaction.commit()?;
        Ok(version)
    }

    /// Makes a new key for credentials; the old one stays trusted for those it has signed.
    /// Wallets get new credentials at their next refresh.
    ///
    /// # Errors
    /// Files.
    pub fn rotate_issuer_key(&self, now: DateTime<Utc>) -> Result<KeyId, IssuerError> {
        let mut draft = self.root()?.draft();
        let next = unlike(&draft.issuer_keys)?;
        draft.issuer_keys.push(IssuerKey { key: next.public_key(), withdrawn: None });
        self.publish_root(draft, now)?;
        // The root is out before anything is signed with the key; a kill here costs one unused key.
        keys::replace_issuer_key(&self.folder, &next)?;
        Ok(KeyId::of(&next.public_key()))
    }

    /// Withdraws a key that may be in wrong hands: nothing that it signed counts any more. If it
    /// is the one in use, a new one takes its place first. Wallets get new credentials at their
    /// next refresh; until then their codes are invalid, and say why.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a key that isn't there; [`IssuerError::Conflict`] for one
    /// that is withdrawn already.
    pub fn withdraw_issuer_key(&self, key: KeyId, now: DateTime<Utc>) -> Result<(), IssuerError> {
        if self.root()?.issuer_key(key).is_none() {
            return Err(IssuerError::NotFound("key"));
        }
        // Two roots, so that a kill in between leaves a key in use that is trusted.
        if self.issuer_key_id()? == key {
            self.rotate_issuer_key(now)?;
        }
        let mut draft = self.root()?.draft();
        for issuer in draft.issuer_keys.iter_mut().filter(|issuer| issuer.id() == key) {
            if issuer.withdrawn.replace(now).is_some() {
                return Err(IssuerError::Conflict("withdrawal"));
            }
        }
        self.publish_root(draft, now)
    }

    /// Signs and publishes the next root. One that devices would refuse never gets out.
    fn publish_root(&self, mut draft: RootDraft, now: DateTime<Utc>) -> Result<(), IssuerError> {
        draft.version += 1;
        draft.issued = now;
        let root = draft.sign(&[&self.keys.root]);
        self.root()?.rotate(&root)?;
        files::write_root(&self.folder, draft.version, &root)
    }
}

/// A new key whose short name none of these has.
fn unlike(keys: &[IssuerKey]) -> Result<SigningKey, IssuerError> {
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

/// The causes of every credential ever issued, by status index.
fn all_causes(
    database: &Connection,
    now: DateTime<Utc>,
) -> Result<Vec<(u32, Vec<Cause>)>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT b.status_index, b.employment, e.valid_from, e.valid_until, d.replaced
         FROM binding b JOIN employment e ON e.id = b.employment JOIN device d ON d.id = b.device
         ORDER BY b.status_index",
    )?;
    let mut rows = statement.query(params![])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (index, employment): (u32, String) = (row.get(0)?, row.get(1)?);
        let time = |at| -> Result<_, rusqlite::Error> {
            Ok(DateTime::from_timestamp(row.get(at)?, 0).unwrap_or_default())
        };
        let validity = Validity::new(time(2)?, time(3)?)
            .map_err(|_| IssuerError::Database(rusqlite::Error::InvalidQuery))?;
        let mut list = causes(database, &employment, validity, now)?;
        if let Some(replaced) = row.get::<_, Option<i64>>(4)? {
            let since = DateTime::from_timestamp(replaced, 0);
            list.push(Cause { reason: Reason::DeviceReplaced, since });
        }
        all.push((index, list));
    }
    Ok(all)
}
