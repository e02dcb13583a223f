//! From a code's text to the verdict, against the bare cost of its two signature checks.

use std::hint::black_box;
use std::time::{Duration, Instant};

use card::{Cause, Reason};
use ciborium::Value;
use credential::Signer;
use test_support::{Phone, World, at, key};
use verifier::{Policy, verify};

use crate::CARDS;

const BATCHES: usize = 201;
const BATCH: u32 = 20;

pub(crate) fn measure() {
    // One card in twenty is not valid, and inspectors know why.
    let causes = (0..CARDS).filter(|index| index % 20 == 9).map(|index| {
        (index, Cause { reason: Reason::WorkerNotEmployed, since: Some(at(-86_400)) })
    });
    let world = World { cards: CARDS, causes: causes.collect(), ..World::default() };
    let set = world.key_set(at(0));
    let (phone, now, policy) = (Phone::default(), at(60), Policy::default());
    let text = phone.text(now);
    let outcome = verify(&text, Some(&set), now, &policy).outcome;
    assert_eq!(outcome, verifier::Outcome::Valid, "what is measured is a valid card");

    // The two messages behind that code: the credential's Sig_structure (RFC 9052 § 4.4), and the
    // domain and the code before the proof, with a step of zeros.
    let sig_structure = sig_structure(&phone.credential.to_cose());
    let code = [
        b"hmskort proof 1\0\x01".as_slice(),
        phone.credential.key_id().as_bytes(),
        phone.credential.payload(),
        phone.credential.signature(),
        &[0; 4],
    ]
    .concat();
    let proof = Signer::sign(&phone.key, &code);
    let checks = [
        (key("issuer").public_key(), sig_structure, *phone.credential.signature()),
        (key("phone").public_key(), code, proof),
    ];

    let (mut whole, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..BATCHES {
        whole.push(time(|| {
            black_box(verify(black_box(&text), Some(&set), now, &policy));
        }));
        bare.push(time(|| {
            for (key, message, signature) in &checks {
                black_box(key.verify(black_box(message), signature)).unwrap();
            }
        }));
    }
    println!("verify, {CARDS} cards loaded, {BATCHES} batches of {BATCH}, medians");
    println!(
        "  text to verdict / two bare signature checks: {:.3}",
        median(whole).as_secs_f64() / median(bare).as_secs_f64()
    );
}

/// What the issuer signed, put together from the exported credential.
fn sig_structure(cose: &[u8]) -> Vec<u8> {
    let Value::Tag(_, envelope) = ciborium::from_reader(cose).unwrap() else { panic!("no tag") };
    let [protected, _, payload, _] =
        <[Value; 4]>::try_from(envelope.into_array().unwrap()).unwrap();
    let parts = [Value::from("Signature1"), protected, Value::Bytes(Vec::new()), payload];
    let mut bytes = Vec::new();
    ciborium::into_writer(&Value::Array(parts.to_vec()), &mut bytes).unwrap();
    bytes
}

fn time(work: impl Fn()) -> Duration {
    let start = Instant::now();
    for _ in 0..BATCH {
        work();
    }
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
