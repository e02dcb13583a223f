//! The photo on the card. It comes after the card and is never a condition for it.

use credential::PhotoDigest;
use rusqlite::OptionalExtension;
use store::Store;
use transport::Service;
use wire::route;

use crate::{Held, WalletError, query};

/// A photo file that has its digest.
#[derive(Debug)]
pub(crate) struct Photo {
    pub(crate) digest: PhotoDigest,
    pub(crate) file: Vec<u8>,
}

/// The photo that the credentials name. All name the same one, or an old credential an old one.
pub(crate) fn named(employments: &[Held]) -> Option<PhotoDigest> {
    employments.iter().find_map(|held| held.credential.claims().photo)
}

/// Asks the service for a photo; `None` when it doesn't come, or is another.
pub(crate) fn fetch(service: &Service, digest: PhotoDigest) -> Option<Photo> {
    let path = format!("{}/{digest}", route::PHOTOS);
    let file = service.get(&path, wire::MAX_PHOTO as u64, |_| ()).ok()??;
    digest.fits(&file).then_some(Photo { digest, file })
}

pub(crate) fn load(store: &mut Store) -> Result<Option<Photo>, WalletError> {
    query(store, |connection| {
        connection
            .query_row("SELECT digest, file FROM photo", [], |row| {
                let digest: [u8; PhotoDigest::BYTES] = row.get(0)?;
                Ok(Photo { digest: digest.into(), file: row.get(1)? })
            })
            .optional()
    })
}

pub(crate) fn keep(store: &mut Store, photo: Option<&Photo>) -> Result<(), WalletError> {
    query(store, |connection| {
        match photo {
            Some(Photo { digest, file }) => connection.execute(
                "INSERT OR REPLACE INTO photo VALUES (1, ?1, ?2)",
                (digest.as_bytes(), file),
            ),
            None => connection.execute("DELETE FROM photo", []),
        }
        .map(|_| ())
    })
}
