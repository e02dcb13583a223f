//! Where fuzzing starts: the vectors, and a code as a picture.

use photo_code::Fountain;
use test_support::{Phone, World, at};
use vectors::{Code, Credential, KeySetOffer, Vector};

/// Good and nearly good inputs of a target.
#[must_use]
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    match target {
        "code" => {
            let own = Phone::default().text(at(100));
            Code::all().into_values().map(|code| code.text).chain([own]).map(Vec::from).collect()
        }
        "credential" => Credential::all().into_values().map(|one| one.credential.0).collect(),
        "key_set" => KeySetOffer::all()
            .into_values()
            .flat_map(|offer| offer.offered.into_values().map(|hex| hex.0))
            .collect(),
        "activation" => [
            "http://127.0.0.1:8080/activate#0123456789AB.ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "https://kort.example/inspect#ABCD-EFGH-JKMN.ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "0123 4567 89AB",
        ]
        .map(|text| text.as_bytes().to_vec())
        .to_vec(),
        "status_list" => {
            let list = World::default().publish(at(0)).0.into_values().collect();
            let draft = [0x78, 0xda, 0xdb, 0xb9, 0x18, 0x00, 0x02, 0x17, 0x01, 0x5d];
            [list, vec![draft.to_vec()]].concat()
        }
        "frame" => vec![small_frame()],
        "photo_frames" => {
            let lines = |from| Fountain::of(&photo()).unwrap().frames(from, 3).join("\n").into();
            vec![lines(0), lines(4), lines((1 << 24) - 1)]
        }
        _ => vec![b"\x89PNG\r\n\x1a\n".to_vec(), b"\xff\xd8\xff\xe0".to_vec(), b"RIFF".to_vec()],
    }
}

/// A photo of five symbols.
pub(crate) fn photo() -> Vec<u8> {
    (0..3_300u32).map(|at| ((at * at) >> 3).to_le_bytes()[0]).collect()
}

/// The code at two pixels a module.
fn small_frame() -> Vec<u8> {
    let (side, luma) = Phone::default().frame(at(100), None).qr().unwrap().luma(2);
    [vec![u8::try_from(side).unwrap(); 2], luma].concat()
}
