//! Presenting: codes for a screen, for paper, and for those who type.

use card::EmploymentId;
use chrono::{DateTime, Utc};
use credential::SigningKey;
use presentation::{Challenge, Frame, Holder, TypedCode, TypedCodeSecret};

use crate::{Wallet, WalletError};

impl Wallet {
    /// The code for now and the next one, for one employment.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn frames(
        &self,
        employment: &EmploymentId,
        now: DateTime<Utc>,
        challenge: Option<Challenge>,
    ) -> Result<[Frame; 2], WalletError> {
        Ok(self.holder(employment)?.frames(now, challenge))
    }

    /// The code for a sheet of paper.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn paper(
        &self,
        employment: &EmploymentId,
        now: DateTime<Utc>,
    ) -> Result<Frame, WalletError> {
        Ok(self.holder(employment)?.paper(now))
    }

    pub(crate) fn holder(
        &self,
        employment: &EmploymentId,
    ) -> Result<Holder<'_, SigningKey>, WalletError> {
        let credential = self.credential(employment)?;
        Ok(Holder { credential, key: &self.key, host: self.root.host() })
    }

    /// The typed code at `now` and the one after it, so that a screen changes at the boundary by
    /// itself.
    ///
    /// # Errors
    /// [`WalletError::Damaged`].
    pub fn typed_codes(&self, now: DateTime<Utc>) -> Result<[TypedCode; 2], WalletError> {
        let secret = self.state.typed_code_secret.0.as_slice();
        let secret: [u8; TypedCodeSecret::BYTES] =
            secret.try_into().map_err(|_| WalletError::Damaged("its secret"))?;
        let secret = TypedCodeSecret::from(secret);
        let first = secret.code(now);
        let second = secret.code(first.until);
        Ok([first, second])
    }
}
