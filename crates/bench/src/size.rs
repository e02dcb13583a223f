//! How large codes are, over 10,000 names and companies as they are in the three industries.

use card::Industry;
use credential::{Claims, PhotoDigest};
use test_support::{Phone, at, company_name, organisation_number, person_name};

const CODES: u32 = 10_000;

/// The hard limits, for 99 % of codes.
const MOST_BYTES: usize = 350;
const MOST_VERSION: i16 = 15;

pub(crate) fn measure() {
    let codes: Vec<(usize, i16)> = (0..CODES).map(code).collect();
    let (mut bytes, mut versions): (Vec<_>, Vec<_>) = codes.iter().copied().unzip();
    bytes.sort_unstable();
    versions.sort_unstable();
    let within = codes.iter().filter(|(b, v)| *b <= MOST_BYTES && *v <= MOST_VERSION).count();
    println!("size, {CODES} codes at level M     p50   p99   most");
    println!("  payload, bytes              {}", row(&bytes));
    println!("  QR version                  {}", row(&versions));
    println!("  within {MOST_BYTES} bytes and version {MOST_VERSION}: {within} of {CODES}");
}

fn row<T: std::fmt::Display>(sorted: &[T]) -> String {
    let at = |percent: usize| &sorted[(sorted.len() - 1) * percent / 100];
    format!("{:>5} {:>5} {:>6}", at(50), at(99), at(100))
}

/// Payload bytes and QR version of the `n`th worker's code. Every card has a photo.
fn code(n: u32) -> (usize, i16) {
    // Cards by industry: 391,000, 34,000 and 1,700.
    let industry = match n % 4_267 {
        0..3_910 => Industry::Construction,
        3_910..4_250 => Industry::Cleaning,
        _ => Industry::CarCare,
    };
    let phone = Phone::with(Claims {
        name: person_name(n.into()),
        company: company_name(u64::from(n) / 8),
        organisation_number: organisation_number(n / 8),
        sub_unit: organisation_number(n / 8 + 100_000),
        card_number: (n * 997).try_into().unwrap(),
        industry,
        status_index: n * 42,
        photo: Some(PhotoDigest::from((u128::from(n) << 64 | 0xab).to_le_bytes())),
        ..Phone::claims()
    });
    let frame = phone.frame(at(0), None);
    let digits = frame.text().rsplit('#').next().unwrap().len();
    // Ten bits for three digits: the bytes that those digits hold.
    (digits * 10 / 24, frame.qr().unwrap().version())
}
