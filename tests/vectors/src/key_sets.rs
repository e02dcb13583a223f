//! Key sets: files offered to a device that may hold some already.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use card::{Cause, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use key_set::{Bundle, FileName, Head, KeySet, Listed, Source, SyncError, Synced, Tier, sync};
use serde::{Deserialize, Serialize};
use test_support::{World, at, key};

use crate::{Answer, Hex, Vector, Vectors, changed};

/// The files behind a key set, as a device keeps them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// The root.
    pub root: Hex,
    /// The head.
    pub head: Hex,
    /// The status list.
    pub status: Hex,
    /// The reasons; not in the public tier.
    pub reasons: Option<Hex>,
}

impl Files {
    pub(crate) fn of(bundle: &Bundle) -> Self {
        Self {
            root: Hex(bundle.root.clone()),
            head: Hex(bundle.head.clone()),
            status: Hex(bundle.status.clone()),
            reasons: bundle.reasons.clone().map(Hex),
        }
    }

    pub(crate) fn bundle(&self) -> Bundle {
        Bundle {
            root: self.root.0.clone(),
            head: self.head.0.clone(),
            status: self.status.0.clone(),
            reasons: self.reasons.as_ref().map(|hex| hex.0.clone()),
        }
    }
}

/// What a service offers to an inspector's device. The answer is `updated`, `unmodified` or
/// `refused`, with the name of the refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySetOffer {
    /// What is special.
    pub about: String,
    /// The device's clock.
    pub at: DateTime<Utc>,
    /// The root that the device trusts.
    pub root: Hex,
    /// What it has below it.
    pub held: Option<Files>,
    /// What is offered, by name.
    pub offered: BTreeMap<String, Hex>,
    /// The answer.
    pub expected: Answer,
}

impl Source for &KeySetOffer {
    type Error = Infallible;

    fn fetch(&mut self, file: FileName, _limit: u64) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.offered.get(&file.to_string()).map(|hex| hex.0.clone()))
    }
}

/// The second publication, which the device holds.
fn second() -> World {
    World { version: 2, ..World::default() }
}

/// The third, with a card blocked.
fn third() -> World {
    let blocked = (7, Cause { reason: Reason::CardSeized, since: Some(at(150)) });
    World { version: 3, causes: vec![blocked], ..World::default() }
}

type Offered = HashMap<FileName, Vec<u8>>;

fn offer(about: &str, expected: Answer, offered: &Offered) -> KeySetOffer {
    KeySetOffer {
        about: about.into(),
        at: at(210),
        root: Hex(World::default().root_file()),
        held: Some(Files::of(&second().synced(at(100), Tier::Inspector).1)),
        offered: offered.iter().map(|(name, file)| (name.to_string(), Hex(file.clone()))).collect(),
        expected,
    }
}

fn refused(about: &str, why: &str, offered: &Offered) -> KeySetOffer {
    offer(about, Answer::because("refused", &[why]), offered)
}

/// The third publication with one thing changed.
fn spoilt(change: impl FnOnce(&mut Offered)) -> Offered {
    let mut offered = third().publish(at(200)).0;
    change(&mut offered);
    offered
}

impl Vector for KeySetOffer {
    const FOLDER: &'static str = "key-sets";

    fn all() -> Vectors<Self> {
        let good = third().publish(at(200)).0;
        let new = offer("a device without any", Answer::plain("updated"), &good);
        let mut all = Vectors::from([
            ("newer", offer("a newer publication", Answer::plain("updated"), &good)),
            ("first", KeySetOffer { held: None, ..new }),
            (
                "same",
                offer("what is held", Answer::plain("unmodified"), &second().publish(at(100)).0),
            ),
        ]);
        all.extend(times(&good));
        all.extend(files());
        all.extend(roots());
        all
    }

    fn expected(&self) -> &Answer {
        &self.expected
    }

    fn answer(&self) -> Answer {
        let held = self.held.as_ref().map(|files| {
            let bundle = files.bundle();
            (KeySet::open(&bundle).unwrap(), bundle)
        });
        let held = held.as_ref().map(|(set, bundle)| (set, bundle));
        match sync(&self.root.0, held, Tier::Inspector, &mut &*self, self.at) {
            Ok(Synced::Updated(_)) => Answer::plain("updated"),
            Ok(Synced::Unmodified) => Answer::plain("unmodified"),
            Err(SyncError::Rejected(rejected)) => {
                let name = format!("{rejected:?}");
                let name = name.split([' ', '(']).next().unwrap();
                Answer::because("refused", &[name])
            }
            Err(SyncError::Source(never)) => match never {},
        }
    }
}

fn times(good: &Offered) -> Vectors<KeySetOffer> {
    let frozen = refused("the newest on offer has expired", "Frozen", good);
    let old = World { version: 1, ..World::default() }.publish(at(150)).0;
    let future = third().publish(at(1_061)).0;
    Vectors::from([
        ("frozen", KeySetOffer { at: at(200) + TimeDelta::days(8), ..frozen }),
        ("rolled-back", refused("an older version", "RolledBack", &old)),
        (
            "equivocation",
            refused(
                "another head of the same version",
                "Equivocation",
                &second().publish(at(101)).0,
            ),
        ),
        ("from-the-future", refused("signed in a quarter of an hour", "FromTheFuture", &future)),
    ])
}

fn files() -> Vectors<KeySetOffer> {
    let (status, reasons) = (FileName::Status(3), FileName::Reasons(3));
    let of_another_day = World { causes: Vec::new(), cards: 200, ..third() }.publish(at(200)).0;
    let flipped = |file: FileName| {
        spoilt(|offered| *offered.get_mut(&file).unwrap().last_mut().unwrap() ^= 1)
    };
    let by_a_stranger = spoilt(|offered| {
        let head = Head {
            version: 3,
            issued: at(200),
            expires: at(90_000),
            status: Listed::of(3, &offered[&status]),
            reasons: Listed::of(3, &offered[&reasons]),
            approved: None,
            index: None,
            pack: None,
        };
        offered.insert(FileName::Head, head.sign(&key("forger")));
    });
    let mixed = spoilt(|offered| {
        offered.insert(status, of_another_day[&status].clone());
    });
    let cut = spoilt(|offered| {
        let head = offered[&FileName::Head].clone();
        offered.insert(FileName::Head, head[..head.len() / 2].to_vec());
    });
    let longer = spoilt(|offered| {
        let list = changed(&offered[&status], |bytes| bytes.push(0));
        offered.insert(status, list);
    });
    let html = spoilt(|offered| {
        offered.insert(FileName::Head, b"<!doctype html><title>Log in</title>".to_vec());
    });
    let missing = spoilt(|offered| {
        offered.remove(&reasons);
    });
    Vectors::from([
        (
            "head-flipped",
            refused("a bit of the head's signature", "BadSignature", &flipped(FileName::Head)),
        ),
        ("head-of-a-stranger", refused("not the publisher's key", "BadSignature", &by_a_stranger)),
        ("head-cut-off", refused("half a head", "Malformed", &cut)),
        ("captive-portal", refused("a page in the head's place", "Malformed", &html)),
        ("status-flipped", refused("a bit of the status list", "OtherFile", &flipped(status))),
        ("status-of-another-day", refused("mixed and matched", "OtherFile", &mixed)),
        ("status-longer", refused("a byte more than the head says", "OtherFile", &longer)),
        ("reasons-missing", refused("a file is not there", "Missing", &missing)),
    ])
}

fn roots() -> Vectors<KeySetOffer> {
    let next = || {
        let mut world = third();
        world.root.version = 2;
        world.root.root_keys = vec![key("next root").public_key()];
        world
    };
    let with_root = |file: Vec<u8>| {
        spoilt(|offered| {
            offered.insert(FileName::Root(2), file);
        })
    };
    let both = with_root(next().root.sign(&[&key("root"), &key("next root")]));
    let few = |about, keys: &[&credential::SigningKey]| {
        refused(about, "TooFewSignatures", &with_root(next().root.sign(keys)))
    };
    let mut expired = third();
    expired.root.version = 2;
    expired.root.expires = at(205);
    Vectors::from([
        (
            "root-rotated",
            offer("signed by the old root key and the new", Answer::plain("updated"), &both),
        ),
        ("root-by-the-old-alone", few("the new root key has not signed", &[&key("root")])),
        ("root-by-the-new-alone", few("the old root key has not signed", &[&key("next root")])),
        (
            "root-expired",
            refused("the newest root has ended", "RootExpired", &with_root(expired.root_file())),
        ),
    ])
}
