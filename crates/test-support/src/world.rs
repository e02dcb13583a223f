//! A whole issuer in memory, and a worker's phone.

use std::collections::HashMap;

use card::{Cause, Industry, Status, Validity};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{Claims, KeyId, SigningKey, VerifiedCredential};
use key_set::{
    Bundle, FileName, Head, IssuerKey, KeySet, Listed, ListedPart, PackList, PartOf, Reasons,
    RootDraft, Source, StatusListBuilder, Synced, Tier, sign_pack, sign_reasons, sign_status_list,
    sync,
};
use presentation::{Challenge, Frame, Holder, Host, Moment};

/// When the world begins, in Unix seconds: Tuesday 24 November 2026, 08:00 in Oslo.
pub const T0: i64 = 1_795_503_600;

/// A time, in seconds after [`T0`].
#[must_use]
pub fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(T0 + seconds, 0).unwrap()
}

/// A fixed key by name.
#[must_use]
pub fn key(name: &str) -> SigningKey {
    let seed = ring::digest::digest(&ring::digest::SHA256, name.as_bytes());
    SigningKey::from_seed(seed.as_ref()).unwrap()
}

/// The published files, to be served, or tampered with.
#[derive(Clone, Debug, Default)]
pub struct Files(pub HashMap<FileName, Vec<u8>>);

impl Source for Files {
    type Error = std::convert::Infallible;

    fn fetch(&mut self, file: FileName, _limit: u64) -> Result<Option<Vec<u8>>, Self::Error> {
        Ok(self.0.get(&file).cloned())
    }
}

/// An issuer in memory. Change the public fields, then [`publish`](Self::publish).
#[derive(Debug)]
pub struct World {
    /// What the root says, less version and keys.
    pub root: RootDraft,
    /// Statuses other than valid, and why.
    pub causes: Vec<(u32, Cause)>,
    /// Statuses without a reason in the inspector tier.
    pub bare: Vec<(u32, Status)>,
    /// How many cards there are.
    pub cards: u32,
    /// The next version.
    pub version: u64,
    /// How long a head lasts.
    pub head_lasts: TimeDelta,
    /// The only part of a pack of small photos, if there is a pack.
    pub pack: Option<Vec<u8>>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            root: RootDraft {
                version: 1,
                issued: at(0),
                expires: at(10 * 365 * 86_400),
                host: host(),
                max_age: TimeDelta::days(7),
                threshold: 1,
                root_keys: vec![key("root").public_key()],
                publisher_keys: vec![key("publisher").public_key()],
                issuer_keys: vec![IssuerKey { key: key("issuer").public_key(), withdrawn: None }],
            },
            causes: Vec::new(),
            bare: Vec::new(),
            cards: 100,
            version: 1,
            head_lasts: TimeDelta::days(7),
            pack: None,
        }
    }
}

pub(crate) fn host() -> Host {
    "HMSKORT.EXAMPLE".parse().unwrap()
}

impl World {
    /// The root, signed.
    #[must_use]
    pub fn root_file(&self) -> Vec<u8> {
        self.root.sign(&[&key("root")])
    }

    /// All files of a publication at `now`.
    #[must_use]
    pub fn publish(&self, now: DateTime<Utc>) -> Files {
        let publisher = key("publisher");
        let mut builder = StatusListBuilder::default();
        if let Some(last) = self.cards.checked_sub(1) {
            builder.set(last, Status::Valid);
        }
        let caused = self.causes.iter().map(|(index, cause)| (*index, cause.reason.status()));
        for (index, status) in caused.chain(self.bare.iter().copied()) {
            builder.set(index, status);
        }
        let status = sign_status_list(
            &builder.build(),
            "https://hmskort.example/key-set/status",
            now,
            &publisher,
        );
        let reasons = sign_reasons(&Reasons::new(self.causes.iter().copied()), &publisher);
        let pack = self.pack.as_ref().map(|bytes| {
            let parts = vec![ListedPart::new(PartOf::Pack, self.version, 0, bytes)];
            sign_pack(&PackList { version: self.version, issued: now, parts }, &publisher)
        });
        let head = Head {
            version: self.version,
            issued: now,
            expires: now + self.head_lasts,
            status: Listed::of(self.version, &status),
            reasons: Listed::of(self.version, &reasons),
            approved: None,
            index: None,
            pack: pack.as_ref().map(|list| Listed::of(self.version, list)),
        };
        let mut files = HashMap::from([
            (FileName::Root(self.root.version), self.root_file()),
            (FileName::Head, head.sign(&publisher)),
            (FileName::Status(self.version), status),
            (FileName::Reasons(self.version), reasons),
        ]);
        if let Some((list, bytes)) = pack.zip(self.pack.clone()) {
            files.insert(FileName::Pack(self.version), list);
            files.insert(FileName::PackPart { version: self.version, number: 0 }, bytes);
        }
        Files(files)
    }

    /// The key set of a device that syncs at `now`, with the bundle behind it.
    #[must_use]
    pub fn synced(&self, now: DateTime<Utc>, tier: Tier) -> (KeySet, Bundle) {
        match sync(&self.root_file(), None, tier, &mut self.publish(now), now) {
            Ok(Synced::Updated(synced)) => *synced,
            other => panic!("a fresh world syncs, but: {other:?}"),
        }
    }

    /// The key set of an inspector that syncs at `now`.
    #[must_use]
    pub fn key_set(&self, now: DateTime<Utc>) -> KeySet {
        self.synced(now, Tier::Inspector).0
    }
}

/// A worker's phone with one credential.
#[derive(Debug)]
pub struct Phone {
    /// The device's key.
    pub key: SigningKey,
    /// The credential.
    pub credential: VerifiedCredential,
}

impl Phone {
    /// What stands on the ordinary test card: valid for two years from [`T0`].
    #[must_use]
    pub fn claims() -> Claims {
        Claims {
            holder: key("phone").public_key(),
            validity: Validity::new(at(0), at(730 * 86_400)).unwrap(),
            card_number: "0123456".parse().unwrap(),
            name: "Ola Nordmann".parse().unwrap(),
            company: "Rent Hus AS".parse().unwrap(),
            organisation_number: "974760673".parse().unwrap(),
            sub_unit: "974761211".parse().unwrap(),
            industry: Industry::Cleaning,
            status_index: 7,
            photo: None,
        }
    }

    /// A phone with the credential that the issuer makes of `claims`.
    #[must_use]
    pub fn with(claims: Claims) -> Self {
        let issuer = key("issuer");
        let credential = claims.sign(KeyId::of(&issuer.public_key()), &issuer);
        Self { key: key("phone"), credential }
    }

    /// The code at `now`.
    #[must_use]
    pub fn frame(&self, now: DateTime<Utc>, challenge: Option<Challenge>) -> Frame {
        let host = host();
        let holder = Holder { credential: &self.credential, key: &self.key, host: &host };
        holder.frame(Moment::of(now), challenge)
    }

    /// The text of a code on paper, made at `now`.
    #[must_use]
    pub fn paper(&self, now: DateTime<Utc>) -> String {
        let host = host();
        let holder = Holder { credential: &self.credential, key: &self.key, host: &host };
        holder.paper(now).text().to_owned()
    }

    /// The code's text at `now`.
    #[must_use]
    pub fn text(&self, now: DateTime<Utc>) -> String {
        self.frame(now, None).text().to_owned()
    }
}

impl Default for Phone {
    fn default() -> Self {
        Self::with(Self::claims())
    }
}
