//! An inspector's tablet.

use card::{Outcome, Validity};
use chrono::{DateTime, Utc};
use credential::{InspectorClaims, KeyId, SigningKey, VerifiedInspector};
use presentation::{Badge, CodeId, Receipt};

use crate::world::{at, host, key};

/// A tablet with an inspector's credential.
#[derive(Debug)]
pub struct Tablet {
    /// The device's key.
    pub key: SigningKey,
    /// The credential.
    pub credential: VerifiedInspector,
}

impl Tablet {
    /// The ordinary inspector: of Arbeidstilsynet, for eight days from [`T0`](crate::T0).
    #[must_use]
    pub fn claims() -> InspectorClaims {
        InspectorClaims {
            holder: key("tablet").public_key(),
            validity: Validity::new(at(0), at(8 * 86_400)).unwrap(),
            name: "Ingrid Berg".parse().unwrap(),
            authority: "Arbeidstilsynet".parse().unwrap(),
        }
    }

    /// A tablet with the credential that the issuer makes of `claims`.
    #[must_use]
    pub fn with(claims: InspectorClaims) -> Self {
        let issuer = key("issuer");
        let credential = claims.sign(KeyId::of(&issuer.public_key()), &issuer);
        Self { key: key("tablet"), credential }
    }

    /// The text of the badge at `now`.
    #[must_use]
    pub fn badge(&self, now: DateTime<Utc>) -> String {
        let host = host();
        let badge = Badge { credential: &self.credential, key: &self.key, host: &host };
        let [frame, _next] = badge.frames(now);
        frame.text().to_owned()
    }

    /// The text of a receipt that was made at `now`.
    #[must_use]
    pub fn receipt(&self, outcome: Outcome, code: CodeId, now: DateTime<Utc>) -> String {
        let host = host();
        let badge = Badge { credential: &self.credential, key: &self.key, host: &host };
        badge.receipt(Receipt { outcome, code }, now).text().to_owned()
    }
}

impl Default for Tablet {
    fn default() -> Self {
        Self::with(Self::claims())
    }
}
