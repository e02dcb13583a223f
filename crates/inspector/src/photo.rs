//! The photo of the person in front of the inspector: from the service, by the digest that the
//! issuer has signed. From the worker's phone it comes with [`photo_code`].
//!
//! **Threat.** A service, or who answers for it, may give any picture. One that hasn't the digest is
//! not a photo. None is kept: what was looked at here nobody can find on the tablet later.

use credential::PhotoDigest;
use transport::{Service, TransportError};
use wire::route;

use crate::{Inspector, InspectorError};

/// Why there is no photo from the service.
#[derive(Debug, thiserror::Error)]
pub enum NoPhoto {
    /// No contact.
    #[error("no contact with the service: ask for the photo on the worker's phone")]
    NoContact(#[source] TransportError),
    /// The service hasn't got it: another one has taken its place.
    #[error("the service has no such photo any more: ask for the photo on the worker's phone")]
    Gone,
    /// What came is another picture.
    #[error("what the service sent is not the photo that the issuer signed")]
    DoesNotFit,
}

impl NoPhoto {
    /// A stable name for it, in snake case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoContact(_) => "photo_no_contact",
            Self::Gone => "photo_gone",
            Self::DoesNotFit => "photo_does_not_fit",
        }
    }
}

/// Where photos are asked for. It needs nothing of the device, so that checks go on meanwhile.
#[derive(Debug)]
pub struct Photos(Service);

impl Inspector {
    /// The service's photos.
    ///
    /// # Errors
    /// [`InspectorError::Service`].
    pub fn photos(&self) -> Result<Photos, InspectorError> {
        Ok(Photos(Service::at(&self.service)?))
    }
}

impl Photos {
    /// The photo file with this digest.
    ///
    /// # Errors
    /// [`NoPhoto`].
    pub fn fetch(&self, digest: PhotoDigest) -> Result<Vec<u8>, NoPhoto> {
        let path = format!("{}/{digest}", route::PHOTOS);
        let file = self.0.get(&path, wire::MAX_PHOTO as u64, |_| ()).map_err(NoPhoto::NoContact)?;
        let file = file.ok_or(NoPhoto::Gone)?;
        if digest.fits(&file) { Ok(file) } else { Err(NoPhoto::DoesNotFit) }
    }
}
