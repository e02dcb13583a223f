//! Publishing the key set, and changing the keys in it.

use card::{Cause, EmploymentStatus, Reason, Status, Validity};
use chrono::{DateTime, Utc};
use credential::SigningKey;
use key_set::{
    FileName, Head, IssuerKey, Listed, Reasons, StatusListBuilder, sign_reasons, sign_status_list,
};
use rusqlite::{Connection, Transaction, params};

use crate::employment::causes;
use crate::error::IssuerError;
use crate::{Issuer, files, write};

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
        let head = Head {
            version,
            issued: now,
            expires: now + root.max_age(),
            status: Listed::of(version, &status),
            reasons: Listed::of(version, &reasons),
        };
        files::write(&self.folder, FileName::Status(version), &status)?;
        files::write(&self.folder, FileName::Reasons(version), &reasons)?;
        files::write(&self.folder, FileName::Head, &head.sign(publisher))?;
        transaction.commit()?;
        Ok(version)
    }

    /// Makes a new key for credentials; the old one stays trusted for those it has signed.
    /// Wallets get new credentials at their next refresh.
    ///
    /// # Errors
    /// Files.
    pub fn rotate_issuer_key(&mut self, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let next = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
        let mut draft = self.root()?.draft();
        draft.version += 1;
        draft.issued = now;
        draft.issuer_keys.push(IssuerKey { key: next.public_key(), withdrawn: None });
        files::write_root(&self.folder, draft.version, &draft.sign(&[&self.keys.root]))?;
        // The root is out before anything is signed with the key; a kill here costs one unused key.
        let path = self.folder.join("keys").join("issuer.key");
        let temporary = path.with_extension("new");
        std::fs::write(&temporary, next.expose_seed().as_ref())?;
        std::fs::set_permissions(&temporary, std::fs::metadata(&path)?.permissions())?;
        std::fs::rename(temporary, path)?;
        self.keys.issuer = next;
        Ok(())
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
