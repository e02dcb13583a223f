//! The key set at the service.

use key_set::{FileName, Source};
use wire::route;

use crate::{Service, TransportError};

/// The key set at a service. `progress` hears of each piece: the file, the bytes that have come,
/// and all of its bytes where that is known.
#[derive(Debug)]
pub struct RemoteKeySet<F> {
    /// The service.
    pub service: Service,
    /// Who hears of each piece.
    pub progress: F,
}

impl<F: FnMut(FileName, u64, Option<u64>)> Source for RemoteKeySet<F> {
    type Error = TransportError;

    fn fetch(&mut self, file: FileName, limit: u64) -> Result<Option<Vec<u8>>, TransportError> {
        let total = (limit < file.limit()).then_some(limit);
        let path = format!("{}/{file}", route::KEY_SET);
        self.service.get(&path, limit, |done| (self.progress)(file, done, total))
    }
}
