//! What is fuzzed: one function for each parser of a stranger's bytes. It fails by a panic.
//!
//! `make fuzz` gives them inputs that libFuzzer makes (`fuzz/`); `tests/corpus.rs` gives them, at
//! every `make test`, what was found worth keeping, and each of the vectors cut, flipped and
//! doubled.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod seeds;
mod stranger;

use std::collections::HashSet;
use std::sync::LazyLock;

use card::Language;
use credential::{PublicKey, UnverifiedCredential};
use index::{Part, Record};
use jwt::Token;
use key_set::{Bundle, FileName, KeySet, Root, StatusList, Tier, sync};
use photo_code::{Collector, Fountain, Step};
use report::{CrewList, Report};
use stranger::{Stranger, Understood};
use test_support::{Files, World, at, key};
use verifier::{Outcome, Policy, verify};
use wire::{ActivationCode, ActivationLink};

pub use seeds::seeds;

/// A name, and what is done with the bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: &[Target] = &[
    ("activation", activation),
    ("code", code),
    ("credential", credential),
    ("crew_list", crew_list),
    ("frame", frame),
    ("index_part", index_part),
    ("key_set", key_set),
    ("pack_part", pack_part),
    ("photo_frames", photo_frames),
    ("picture", picture),
    ("register", register),
    ("report", report),
    ("status_list", status_list),
    ("token", token),
];

static HELD: LazyLock<(KeySet, Bundle)> =
    LazyLock::new(|| World { version: 2, ..World::default() }.synced(at(100), Tier::Inspector));

static NEXT: LazyLock<Files> =
    LazyLock::new(|| World { version: 3, cards: 200, ..World::default() }.publish(at(200)));

/// An activation code or link, as it was typed or scanned. What is read is written the same way.
pub fn activation(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(link) = text.parse::<ActivationLink>() {
        assert_eq!(link.to_string().parse::<ActivationLink>().unwrap(), link);
    }
    if let Ok(code) = text.parse::<ActivationCode>() {
        assert_eq!(code.expose().len(), 12);
    }
}

/// A code's text. Nobody without the keys makes one that shows a card: only a seed's digits do.
pub fn code(bytes: &[u8]) {
    static AUTHENTIC: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let texts = seeds("code").into_iter().map(|text| String::from_utf8(text).unwrap());
        texts.filter_map(|text| Some(text.split_once('#')?.1.to_owned())).collect()
    });
    let text = String::from_utf8_lossy(bytes);
    let verdict = verify(&text, Some(&HELD.0), at(100), &Policy::default());
    let digits = text.trim().split_once('#').map_or("", |(_, digits)| digits);
    assert!(verdict.card.is_none() || AUTHENTIC.contains(digits), "shown: {text}");
    assert!(verdict.outcome != Outcome::Valid || verdict.card.is_some(), "valid: {text}");
    assert!(verdict.outcome == Outcome::Valid || !verdict.reasons.is_empty(), "no reason: {text}");
}

/// A credential. What verifies is written back byte for byte, with its tag.
pub fn credential(bytes: &[u8]) {
    let Ok(read) = UnverifiedCredential::from_cose(bytes) else { return };
    if let Ok(verified) = read.verify(&key("issuer").public_key()) {
        assert!(verified.to_cose().ends_with(bytes));
    }
    let _ = PublicKey::from_bytes(bytes);
}

/// A file of the key set, in the place of each in turn. What nobody has signed is not taken.
pub fn key_set(bytes: &[u8]) {
    static SIGNED: LazyLock<HashSet<Vec<u8>>> =
        LazyLock::new(|| seeds("key_set").into_iter().chain(NEXT.0.values().cloned()).collect());
    let _ = Root::held(bytes);
    for file in [FileName::Head, FileName::Status(3), FileName::Reasons(3), FileName::Root(2)] {
        let mut offered = NEXT.clone();
        offered.0.insert(file, bytes.to_vec());
        let held = (&HELD.0, &HELD.1);
        let answer = sync(&HELD.1.root, Some(held), Tier::Inspector, &mut offered, at(210));
        assert!(answer.is_err() || SIGNED.contains(bytes), "{file} was taken");
    }
}

/// A status list, compressed: two bytes' worth of anything must not fill the memory.
pub fn status_list(bytes: &[u8]) {
    for bits in [1, 2, 4, 8, 3] {
        if let Ok(list) = StatusList::unpack(bits, bytes) {
            assert_eq!(StatusList::unpack(bits, &list.pack()).unwrap().capacity(), list.capacity());
            let _ = list.get(u32::MAX);
        }
    }
}

/// Frames of a photo's code, a line each, of which a tablet has seen all but the last honest ones.
/// Only the photo that was signed is ever given.
pub fn photo_frames(bytes: &[u8]) {
    static OWN: LazyLock<(Vec<u8>, Fountain)> = LazyLock::new(|| {
        let photo = seeds::photo();
        let fountain = Fountain::of(&photo).unwrap();
        (photo, fountain)
    });
    let (photo, fountain) = &*OWN;
    let mut collector = Collector::for_photo(fountain.digest());
    for frame in fountain.frames(0, fountain.needed() - 1) {
        assert!(matches!(collector.take(&frame), Ok(Step::Collecting(_))));
    }
    for line in String::from_utf8_lossy(bytes).lines() {
        if let Ok(Step::Complete(file)) = collector.take(line) {
            assert_eq!(&file, photo);
        }
    }
}

/// A site's crew list, of any spreadsheet.
pub fn crew_list(bytes: &[u8]) {
    if let Ok(list) = CrewList::read(bytes) {
        assert!(list.listed.len() + list.unread.len() <= bytes.len());
    }
}

/// A part of the index. What is read of a record is written the same way.
pub fn index_part(bytes: &[u8]) {
    for record in Part::unpack(bytes).map(|part| part.cards).unwrap_or_default() {
        let Ok(record) = Record::from_bytes(&record) else { continue };
        assert_eq!(Record::from_bytes(&record.to_bytes()), Ok(record));
    }
}

/// A part of the pack of small photos. What is read is written the same way, and short.
pub fn pack_part(bytes: &[u8]) {
    let Ok(photos) = index::unpack(bytes) else { return };
    assert!(photos.iter().all(|photo| index::is_small_photo(&photo.file)));
    assert_eq!(index::unpack(&index::pack(photos.clone())), Ok(photos));
}

/// What a register answers: the first byte says which, the second with what status. Only the
/// status that means it, and never an empty body, is *not found*, from which a card can fall.
pub fn register(bytes: &[u8]) {
    static STRANGER: LazyLock<Stranger> = LazyLock::new(Stranger::new);
    let Some((status, understood)) = STRANGER.ask(bytes) else { return };
    let body = bytes.get(2..).unwrap_or_default();
    let written = body.iter().find(|byte| !byte.is_ascii_whitespace());
    let structured = written.is_some_and(|byte| b"{[<".contains(byte));
    for said in understood {
        assert!(said != Understood::Something || [200, 410].contains(&status), "{status} found");
        assert!(said != Understood::NotFound || [200, 404, 500].contains(&status), "{status} not");
        // Enhetsregisteret's 404 is documented without a body.
        let bare = status == 404 && bytes[0].is_multiple_of(8) || status == 410;
        assert!(said == Understood::Nothing || structured || bare, "{said:?} of no answer");
    }
}

/// A report from an inspector. What is read is written the same way.
pub fn report(bytes: &[u8]) {
    if let Ok(report) = Report::from_json(bytes) {
        assert_eq!(Report::from_json(&report.to_json()).unwrap(), report);
        let _ = (report.totals(), report.comparison(), report.csv(Language::En));
    }
}

/// A token in the form of a JWT. Only what was signed is believed.
pub fn token(bytes: &[u8]) {
    static OWN: LazyLock<(jwt::PublicKey, String)> = LazyLock::new(seeds::token);
    let text = String::from_utf8_lossy(bytes);
    let Ok(token) = Token::read(&text) else { return };
    let believed = token.verify::<serde_json::Value>(&OWN.0).is_ok();
    assert!(!believed || text == OWN.1, "believed: {text}");
}

/// A picture file.
pub fn picture(bytes: &[u8]) {
    let _ = inspector::scan::picture(bytes);
}

/// A camera's frame: the first two bytes are its width and height.
pub fn frame(bytes: &[u8]) {
    let [width, height, luma @ ..] = bytes else { return };
    let (width, height) = (u32::from(*width), u32::from(*height));
    let mut luma = luma.to_vec();
    luma.resize((width * height) as usize, 255);
    let _ = inspector::scan::frame(luma, width, height);
}
