//! The credential of an inspector's device, by which workers know that it is one.
//!
//! **Threat.** A tablet that was revoked must not go on passing for an inspector's, also before
//! workers who are never online. So a credential ends a day after the key set of that sync does,
//! and a revoked device gets no other.

use card::Validity;
use chrono::{DateTime, TimeDelta, Utc};
use credential::{InspectorClaims, KeyId};
use wire::{AskBadge, Bytes, GivenBadge};

use crate::Issuer;
use crate::error::IssuerError;
use crate::inspector::InspectorName;
use crate::wallet::{damaged, signed_by};

/// How much longer than a key set a credential lives: a tablet whose data has just run out still
/// says whose it is.
const BEYOND_KEY_SET: TimeDelta = TimeDelta::days(1);

/// How far a worker's clock may be behind.
const SKEW: TimeDelta = TimeDelta::minutes(5);

impl Issuer {
    /// Gives an inspector's device a credential for its key.
    ///
    /// # Errors
    /// A proof that doesn't fit, or a clock that is wrong.
    pub fn inspector_badge(
        &self,
        inspector: &InspectorName,
        request: &AskBadge,
        now: DateTime<Utc>,
    ) -> Result<GivenBadge, IssuerError> {
        let message = wire::badge_message(request.at);
        let holder = signed_by(&request.device_key.0, &message, &request.proof.0, request.at, now)?;
        let until = now + self.root()?.max_age() + BEYOND_KEY_SET;
        let claims = InspectorClaims {
            holder,
            validity: Validity::new(now - SKEW, until).map_err(|_| damaged())?,
            name: inspector.name.parse().map_err(|_| damaged())?,
            authority: inspector.authority.parse().map_err(|_| damaged())?,
        };
        let issuer = self.issuer_key()?;
        let credential = claims.sign(KeyId::of(&issuer.public_key()), &issuer);
        Ok(GivenBadge { credential: Bytes(credential.to_cose()) })
    }
}
