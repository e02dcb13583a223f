//! Connections that only read. With `SQLite`'s write-ahead log they wait for nobody, and nobody for
//! them. All that writes goes over one other connection, [`Issuer::database`].

use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::error::IssuerError;
use crate::{Issuer, connect};

/// Connections that stay open when nobody reads. A new one reads the schema and prepares its
/// statements anew, which takes longer than most of what is read.
const KEPT: usize = 16;

/// Their cache each, in KiB as `SQLite` wants them, negative.
const CACHE_KIB: i32 = -8_192;

/// Statements that a connection keeps prepared; a refresh takes a dozen.
const STATEMENTS: usize = 64;

/// Those that nobody uses now.
#[derive(Debug, Default)]
pub(crate) struct Readers(Mutex<Vec<Connection>>);

impl Issuer {
    /// Reads, all of it in the state of one moment.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, IssuerError>,
    ) -> Result<T, IssuerError> {
        let idle = || self.readers.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = idle().pop();
        let mut connection = match taken {
            Some(connection) => connection,
            None => {
                let connection = self.reader()?;
                connection.pragma_update(None, "cache_size", CACHE_KIB)?;
                connection
            }
        };
        let snapshot = connection.transaction()?;
        let done = work(&snapshot);
        drop(snapshot);
        let mut idle = idle();
        if idle.len() < KEPT {
            idle.push(connection);
        }
        done
    }

    /// Another connection, for what reads long.
    pub(crate) fn reader(&self) -> Result<Connection, IssuerError> {
        let connection = connect(&self.folder.join("issuer.db"))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }
}
