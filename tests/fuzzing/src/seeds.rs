//! Where fuzzing starts: the vectors, and a code as a picture.

use card::{CardNumber, Cause, Industry, Reason, Validity};
use credential::PhotoDigest;
use index::{Change, Company, Employment, Part, Record, SmallPhoto};
use jwt::{PublicKey, RsaKey};
use photo_code::Fountain;
use test_support::{Person, Phone, World, at, organisation_number, person};
use vectors::{Code, Credential, KeySetOffer, Vector};

use crate::stranger::Stranger;

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
        "crew_list" => [
            "virksomhet;organisasjonsnummer;navn;fødselsdato;HMS-kortnummer\r\n\
             Fjord Bygg AS;974760673;Ola Nordmann;15.08.1990;1234567\r\n;;\"Kari\nNes\";;\r\n",
            "sep=,\nFirst name,Last name,Born\nAnna,Kowalska,1990-08-15\n",
        ]
        .map(|text| text.as_bytes().to_vec())
        .to_vec(),
        "frame" => vec![small_frame()],
        "index_part" => vec![index_part()],
        "pack_part" => vec![index::pack([3, 1, 2].map(small_photo).to_vec())],
        "photo_frames" => {
            let lines = |from| Fountain::of(&photo()).unwrap().frames(from, 3).join("\n").into();
            vec![lines(0), lines(4), lines((1 << 24) - 1)]
        }
        "register" => Stranger::new().seeds(),
        "report" => vec![include_bytes!("report.json").to_vec()],
        "token" => vec![token().1.into_bytes()],
        _ => vec![b"\x89PNG\r\n\x1a\n".to_vec(), b"\xff\xd8\xff\xe0".to_vec(), b"RIFF".to_vec()],
    }
}

/// Three people and their company.
fn index_part() -> Vec<u8> {
    let record = |n: u32| {
        let Person { name, national_id, birth_date } = person(n.into());
        let job = Employment {
            id: "0123456789abcdef0123456789abcdef".parse().unwrap(),
            company: organisation_number(1),
            sub_unit: organisation_number(2),
            industry: Industry::Cleaning,
            validity: Validity::new(at(0), at(1_000)).unwrap(),
            status_index: Some(n),
            causes: vec![Cause { reason: Reason::WorkerNotEmployed, since: Some(at(5)) }],
            history: vec![Change { reason: Reason::WorkerNotEmployed, set: true, at: at(5) }],
        };
        let card = CardNumber::try_from(n).unwrap();
        let (photo, phone_since) = (Some(PhotoDigest::from([7; PhotoDigest::BYTES])), Some(at(1)));
        let (employments, qualifications) = (vec![job], Vec::new());
        Record {
            card,
            name,
            national_id,
            birth_date,
            photo,
            phone_since,
            employments,
            qualifications,
        }
        .to_bytes()
    };
    let company =
        Company { number: organisation_number(1), name: "Fjord Bygg AS".parse().unwrap() };
    let gone = vec![CardNumber::try_from(9).unwrap()];
    Part { companies: vec![company], gone, cards: (1..4).map(record).collect() }.pack(3)
}

fn small_photo(n: u8) -> SmallPhoto {
    let file = [&[0xff, 0xd8, 0xff, 0xe0][..], &[n; 30], &[0xff, 0xd9]].concat();
    SmallPhoto { of: PhotoDigest::from([n; PhotoDigest::BYTES]), file }
}

/// A token, and the key that signed it.
pub(crate) fn token() -> (PublicKey, String) {
    let key = RsaKey::from_file(synthetic::REHEARSAL_KEY).unwrap();
    let claims = serde_json::json!({ "iss": "https://login.example", "sub": "1", "exp": 1 });
    (key.public_key(), key.sign(Some("key-1"), &claims).unwrap())
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
