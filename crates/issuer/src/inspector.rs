//! Inspectors' devices, which may know why a card isn't valid.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use rusqlite::params;
use wire::{Bytes, EnrolInspector, EnrolledInspector, Enrolment};

use crate::employment::random;
use crate::error::IssuerError;
use crate::{Issuer, activation, write};

/// Who an inspector's device belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorName {
    /// The inspector's name.
    pub name: String,
    /// The authority.
    pub authority: String,
}

impl InspectorName {
    /// Somebody of the office that issues the cards, which is Arbeidstilsynet's.
    #[must_use]
    pub fn of_office(by: &str) -> Self {
        Self { name: by.to_owned(), authority: "Arbeidstilsynet".to_owned() }
    }
}

impl Issuer {
    /// Trades a code for a token. The token has 256 bits and is stored as a hash; the answer
    /// can't be given twice, so a device that lost it needs a new code.
    ///
    /// # Errors
    /// [`IssuerError`], one for each thing that may be wrong with the code.
    pub fn enrol_inspector_device(
        &self,
        request: &EnrolInspector,
        now: DateTime<Utc>,
    ) -> Result<EnrolledInspector, IssuerError> {
        let root = self.root_with(&request.root)?;
        let mut database = self.database();
        let (code, tried) =
            activation::try_code(&mut database, &request.code, Enrolment::Inspector, now)?;
        if tried.used_by.is_some() {
            return Err(IssuerError::ActivationUsed);
        }
        let (name, authority) = tried.inspector.ok_or(IssuerError::ActivationUnknown)?;
        let token = BASE64URL_NOPAD.encode(&random::<32>()?);
        let hash = digest(&SHA256, token.as_bytes());
        let transaction = write(&mut database)?;
        transaction.execute(
            "INSERT INTO inspector VALUES (?1, ?2, ?3, ?4, NULL)",
            params![hash.as_ref(), name, authority, now.timestamp()],
        )?;
        activation::use_up(&transaction, &code, hash.as_ref())?;
        transaction.commit()?;
        Ok(EnrolledInspector { root: Bytes(root), token, name, authority })
    }

    /// Revokes all devices of an inspector, and the codes that are still out.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn revoke_inspector(&self, name: &str, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let devices = transaction.execute(
            "UPDATE inspector SET revoked = ?2 WHERE name = ?1 AND revoked IS NULL",
            params![name, now.timestamp()],
        )?;
        let codes = transaction.execute(
            "DELETE FROM enrolment WHERE inspector_name = ?1 AND used_by IS NULL",
            [name],
        )?;
        transaction.commit()?;
        if devices + codes == 0 { Err(IssuerError::NotFound("inspector")) } else { Ok(()) }
    }
}
