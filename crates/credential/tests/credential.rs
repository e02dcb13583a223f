//! What a credential survives, and what it must not.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use card::{Industry, Validity};
use chrono::{DateTime, Utc};
use ciborium::Value;
use credential::{
    Claims, KeyId, MalformedCredential, PhotoDigest, PublicKey, Signer, SigningKey,
    UnverifiedCredential,
};
use proptest::prelude::*;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};

const TYP: i64 = 16;
const CARD_CLAIM: i64 = -65537;

type Map = Vec<(Value, Value)>;

fn key(fill: u8) -> SigningKey {
    SigningKey::from_seed(&[fill; 32]).unwrap()
}

fn time(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_503_600 + seconds, 0).unwrap()
}

fn claims() -> Claims {
    Claims {
        holder: key(2).public_key(),
        validity: Validity::new(time(0), time(2 * 365 * 86_400)).unwrap(),
        card_number: "1234567".parse().unwrap(),
        name: "Ola Nordmann".parse().unwrap(),
        company: "Rent Hus AS".parse().unwrap(),
        organisation_number: "974760673".parse().unwrap(),
        sub_unit: "974760673".parse().unwrap(),
        industry: Industry::Cleaning,
        status_index: 4711,
        photo: Some(PhotoDigest::from([7; PhotoDigest::BYTES])),
    }
}

fn issuer() -> (KeyId, SigningKey) {
    (KeyId::of(&key(1).public_key()), key(1))
}

fn signed() -> Vec<u8> {
    let (id, issuer) = issuer();
    claims().sign(id, &issuer).to_cose()
}

fn payload() -> Vec<u8> {
    let (id, issuer) = issuer();
    claims().sign(id, &issuer).payload().to_vec()
}

/// Reads and verifies as a verifier with the right key does.
fn accepted(bytes: &[u8]) -> Option<Claims> {
    let unverified = UnverifiedCredential::from_cose(bytes).ok()?;
    Some(unverified.verify(&key(1).public_key()).ok()?.claims().clone())
}

fn value(bytes: &[u8]) -> Value {
    ciborium::from_reader(bytes).unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

fn map(value: Value) -> Map {
    value.into_map().unwrap()
}

fn entry(map: &mut Map, label: i64) -> &mut Value {
    &mut map.iter_mut().find(|(name, _)| *name == Value::from(label)).unwrap().1
}

fn remove(map: &mut Map, label: i64) {
    map.retain(|(name, _)| *name != Value::from(label));
}

/// Claims changed at will and signed again, as a careless issuer might.
fn reissued(change: impl FnOnce(&mut Map)) -> Vec<u8> {
    let mut claims = map(value(&payload()));
    change(&mut claims);
    enveloped(|_| (), bytes(&Value::Map(claims)))
}

/// A `COSE_Sign1` with headers changed at will, and a signature that fits them.
fn enveloped(change: impl FnOnce(&mut Map), payload: Vec<u8>) -> Vec<u8> {
    let Value::Tag(18, envelope) = value(&signed()) else { panic!("no tag 18") };
    let mut parts = envelope.into_array().unwrap();
    let mut protected = map(value(parts[0].as_bytes().unwrap()));
    change(&mut protected);
    let protected = Value::Bytes(bytes(&Value::Map(protected)));
    let to_be_signed = Value::Array(vec![
        Value::from("Signature1"),
        protected.clone(),
        Value::Bytes(Vec::new()),
        Value::Bytes(payload.clone()),
    ]);
    let signature = Signer::sign(&key(1), &bytes(&to_be_signed));
    parts[0] = protected;
    parts[2] = Value::Bytes(payload);
    parts[3] = Value::Bytes(signature.to_vec());
    bytes(&Value::Tag(18, Box::new(Value::Array(parts))))
}

#[test]
fn what_is_signed_is_read_back_and_written_the_same_way() {
    assert_eq!(accepted(&signed()), Some(claims()));
    assert_eq!(enveloped(|_| (), payload()), signed(), "the envelope of the tests is the crate's");
}

#[test]
fn the_tag_may_be_missing_but_not_doubled_and_not_another() {
    let Value::Tag(18, envelope) = value(&signed()) else { panic!("no tag 18") };
    assert_eq!(accepted(&bytes(&envelope)), Some(claims()));
    let twice = Value::Tag(18, Box::new(Value::Tag(18, envelope.clone())));
    assert_eq!(accepted(&bytes(&twice)), None);
    assert_eq!(accepted(&bytes(&Value::Tag(98, envelope))), None);
}

#[test]
fn every_flipped_bit_is_refused() {
    let right = signed();
    for bit in 0..right.len() * 8 {
        let mut wrong = right.clone();
        wrong[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(accepted(&wrong), None, "bit {bit}");
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    let right = signed();
    for length in 0..right.len() {
        assert_eq!(accepted(&right[..length]), None, "{length} bytes");
    }
    for more in 0..=u8::MAX {
        assert_eq!(accepted(&[right.as_slice(), &[more]].concat()), None, "{more}");
    }
}

#[test]
fn another_issuers_signature_is_forged() {
    let (id, _) = issuer();
    let forged = claims().sign(id, &key(3)).to_cose();
    let unverified = UnverifiedCredential::from_cose(&forged).unwrap();
    assert_eq!(unverified.key_id(), id, "who is said to have signed");
    unverified.verify(&key(1).public_key()).unwrap_err();
}

#[test]
fn a_signed_message_of_another_type_is_no_credential() {
    let changes: [fn(&mut Map); 5] = [
        |header| remove(header, TYP),
        |header| *entry(header, TYP) = Value::from("application/statuslist+cwt"),
        // ES256, though the key is an Ed25519 one: the algorithm follows from the key.
        |header| *entry(header, 1) = Value::from(-7),
        |header| header.push((Value::from(2), Value::Array(vec![Value::from(99)]))),
        |header| remove(header, 4),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let read = UnverifiedCredential::from_cose(&enveloped(change, payload()));
        assert!(read.is_err(), "change {number}");
    }
}

#[test]
fn claims_and_elements_of_a_later_issuer_are_ignored() {
    let later = reissued(|claims| {
        claims.push((Value::from(7), Value::Bytes(vec![1, 2, 3])));
        entry(claims, CARD_CLAIM).as_array_mut().unwrap().push(Value::from("a ninth element"));
    });
    assert_eq!(accepted(&later), Some(claims()));
}

#[test]
fn a_claim_that_is_missing_or_doubled_is_refused_though_signed() {
    for name in [4, 5, 8, CARD_CLAIM] {
        assert_eq!(accepted(&reissued(|claims| remove(claims, name))), None, "without {name}");
        let doubled = reissued(|claims| {
            let again = entry(claims, name).clone();
            claims.push((Value::from(name), again));
        });
        assert_eq!(accepted(&doubled), None, "{name} twice");
    }
}

#[test]
fn impossible_values_are_refused_though_signed() {
    let swapped = reissued(|claims| {
        let (exp, nbf) = (entry(claims, 4).clone(), entry(claims, 5).clone());
        (*entry(claims, 4), *entry(claims, 5)) = (nbf, exp);
    });
    assert_eq!(accepted(&swapped), None, "expires before it begins");
    for (element, wrong) in [
        (0, Value::from(10_000_000)),
        (0, Value::from(-1)),
        (1, Value::from("")),
        (1, Value::from("Ola\u{202e}Nordmann")),
        (1, Value::from(1)),
        (3, Value::from(974_760_674)),
        (4, Value::from(u64::MAX)),
        (5, Value::from(99)),
        (6, Value::from(u64::from(u32::MAX) + 1)),
        (7, Value::Bytes(vec![0; 3])),
    ] {
        let read = reissued(|claims| {
            entry(claims, CARD_CLAIM).as_array_mut().unwrap()[element] = wrong.clone();
        });
        assert_eq!(accepted(&read), None, "element {element}: {wrong:?}");
    }
}

#[test]
fn deep_nesting_and_lying_lengths_cost_nothing() {
    for bomb in [vec![0x81; 900], vec![0xa1; 900], vec![0xd2; 900]] {
        UnverifiedCredential::from_cose(&bomb).unwrap_err();
    }
    // Four billion elements, bytes, characters, pairs; and nothing behind.
    for lie in [0x9a, 0x5a, 0x7a, 0xba] {
        UnverifiedCredential::from_cose(&[0xd2, 0x84, lie, 0xff, 0xff, 0xff, 0xff]).unwrap_err();
    }
    let long = UnverifiedCredential::from_cose(&[0; 4096]);
    assert_eq!(long, Err(MalformedCredential::TooLong { bytes: 4096 }));
}

#[test]
fn a_phones_secure_element_may_bring_a_p256_key() {
    let random = ring::rand::SystemRandom::new();
    let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
    let element = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap();
    let holder = PublicKey::P256(element.public_key().as_ref().try_into().unwrap());
    assert_eq!(PublicKey::from_bytes(&holder.to_bytes()), Ok(holder.clone()));
    let (id, issuer) = issuer();
    let signed = Claims { holder: holder.clone(), ..claims() }.sign(id, &issuer).to_cose();
    assert_eq!(accepted(&signed).unwrap().holder, holder);
    let signature = element.sign(&random, b"proof").unwrap();
    holder.verify(b"proof", signature.as_ref()).unwrap();
    holder.verify(b"other", signature.as_ref()).unwrap_err();
}

#[test]
fn keys_of_another_length_or_kind_are_refused() {
    for length in [0, 31, 33, 64] {
        SigningKey::from_seed(&vec![1; length]).unwrap_err();
    }
    for (label, wrong) in [
        (1, Value::from(4)),
        (-1, Value::from(4)),
        (-2, Value::Bytes(vec![0; 31])),
        (-2, Value::from(1)),
    ] {
        let mut parameters = map(value(&key(1).public_key().to_bytes()));
        *entry(&mut parameters, label) = wrong;
        PublicKey::from_cbor(Value::Map(parameters)).unwrap_err();
    }
}

#[test]
fn no_private_key_and_nothing_personal_is_printed() {
    let printed = format!("{:?} {:#?}", key(0xab), key(0xab));
    assert!(!printed.contains("abab") && !printed.contains("171"), "{printed}");
    let unverified = UnverifiedCredential::from_cose(&signed()).unwrap();
    assert!(!format!("{unverified:?}").contains("Ola"), "{unverified:?}");
}

proptest! {
    #[test]
    fn all_claims_come_back_as_they_were_signed(
        name in "[A-ZÆØÅŁŠ][a-zæøåłšęąčéö]{1,20} [A-ZÆØÅ][a-zæøå]{1,20}",
        company in "[A-ZÆØÅ][a-zæøå0-9&]{1,30} (AS|ENK|SIA|UAB)",
        card in 1_000_000u32..10_000_000,
        seconds in 1i64..100_000_000,
        status_index: u32,
        photo: Option<[u8; PhotoDigest::BYTES]>,
        industry in prop::sample::select(
            vec![Industry::Construction, Industry::Cleaning, Industry::CarCare]
        ),
    ) {
        let claims = Claims {
            validity: Validity::new(time(0), time(seconds)).unwrap(),
            card_number: card.try_into().unwrap(),
            name: name.parse().unwrap(),
            company: company.parse().unwrap(),
            status_index,
            industry,
            photo: photo.map(PhotoDigest::from),
            ..claims()
        };
        let (id, issuer) = issuer();
        let signed = claims.clone().sign(id, &issuer).to_cose();
        prop_assert_eq!(accepted(&signed), Some(claims));
    }

    #[test]
    fn whatever_the_bytes_there_is_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(accepted(&bytes), None);
    }
}
