//! A whole country of synthetic cards in an issuer's database: 425,000 people, 51,000 companies.

use rusqlite::{Connection, params};
use test_support::{T0, company_name, mixed, organisation_number, person};

use crate::CARDS;

/// Companies in the scheme (4.1).
pub(crate) const COMPANIES: u32 = 51_000;

/// What family names are made of: some forty thousand of them, so that search has work to do.
const BEGIN: [&str; 24] = [
    "Ander", "Bjørn", "Dom", "Erik", "Fred", "Gund", "Hal", "Iver", "Jank", "Kowal", "Lund",
    "Mikal", "Nor", "Ols", "Petr", "Rasm", "Stank", "Thor", "Ulv", "Vasil", "Wiśn", "Ziel", "Ødeg",
    "Ås",
];
const MIDDLE: [&str; 18] = [
    "", "a", "e", "i", "o", "u", "en", "er", "ev", "ow", "usz", "iewi", "auska", "opo", "ing",
    "ar", "el", "ør",
];
const END: [&str; 20] = [
    "sen", "son", "stad", "vik", "dal", "berg", "ski", "ska", "icz", "as", "ienė", "escu", "u",
    "ov", "enko", "heim", "rud", "li", "moen", "gård",
];

/// The `n`th person's name: frequent ones often, rare ones seldom.
pub(crate) fn name(n: u64) -> String {
    let given = person(n).name.as_str().split_whitespace().next().unwrap_or("Ola").to_owned();
    // The product of two even draws lies near the beginning of the list more often than not.
    let skewed = |seed: u64, length: usize| {
        let (a, b) = (seed % 1_000, (seed >> 10) % 1_000);
        usize::try_from(a * b * length as u64 / 1_000_000).unwrap()
    };
    let seed = mixed(n ^ 0xfa);
    let part = |list: &[&'static str], shift: u32| list[skewed(seed >> shift, list.len())];
    format!("{given} {}{}{}", part(&BEGIN, 0), part(&MIDDLE, 20), part(&END, 40))
}

/// Fills an issuer's database, as its own code would have.
pub(crate) fn fill(database: &mut Connection) {
    let transaction = database.transaction().unwrap();
    {
        let mut company = transaction.prepare("INSERT INTO company VALUES (?1, ?2)").unwrap();
        for n in 0..COMPANIES {
            let name = company_name(n.into());
            company
                .execute(params![
                    organisation_number(n).get(),
                    format!("{} {}", name.as_str(), n % 997)
                ])
                .unwrap();
        }
        let insert = |sql: &str| transaction.prepare(sql).unwrap();
        let mut worker = insert(
            "INSERT INTO worker (id, card_number, name, national_id, birth_date)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        );
        let mut photo = insert("INSERT INTO photo VALUES (?1, ?2, x'00', ?3, 'bench')");
        let mut device = insert(
            "INSERT INTO device (id, worker, key, typed_code_secret, enrolled)
             VALUES (?1, ?1, ?2, x'00', ?3)",
        );
        let mut employment = insert(
            "INSERT INTO employment (id, worker, company, sub_unit, industry, valid_from, valid_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        );
        let mut binding = insert("INSERT INTO binding (employment, device) VALUES (?1, ?2)");
        for n in 1..=u64::from(CARDS) {
            let (person, seed) = (person(n), mixed(n));
            // Every number once, in no order.
            let card = n * 6_700_417 % 10_000_000;
            let enrolled = T0 - i64::try_from(seed % 60_000_000).unwrap();
            worker
                .execute(params![
                    n.cast_signed(),
                    card.cast_signed(),
                    name(n),
                    person.national_id.expose(),
                    person.birth_date.to_string()
                ])
                .unwrap();
            let digest: Vec<u8> =
                [mixed(n ^ 1), mixed(n ^ 2)].iter().flat_map(|part| part.to_be_bytes()).collect();
            photo.execute(params![n.cast_signed(), digest, enrolled]).unwrap();
            device.execute(params![n.cast_signed(), n.to_be_bytes(), enrolled]).unwrap();
            // One in seven has two employers.
            for job in 0..=u64::from(n % 7 == 0) {
                let seed = mixed(n ^ job << 40 ^ 0xe);
                let id = format!("e{seed:016x}");
                let at = u32::try_from(seed % u64::from(COMPANIES)).unwrap();
                let company = organisation_number(at).get();
                let sub_unit = organisation_number(COMPANIES + at).get();
                let from = T0 - i64::try_from(seed % 60_000_000).unwrap();
                let industry = match seed % 425 {
                    0..=1 => 3,
                    2..=35 => 2,
                    _ => 1,
                };
                employment
                    .execute(params![
                        id,
                        n.cast_signed(),
                        company,
                        sub_unit,
                        industry,
                        from,
                        from + 63_072_000
                    ])
                    .unwrap();
                binding.execute(params![id, n.cast_signed()]).unwrap();
            }
        }
        // One in twelve is not valid, and one in three has been not valid once.
        transaction
            .execute(
                "INSERT INTO cause SELECT id, 2 + rowid % 9, valid_from + rowid % 9000000, 'night'
                 FROM employment WHERE rowid % 12 = 5",
                [],
            )
            .unwrap();
        for set in [1, 0] {
            transaction
                .execute(
                    "INSERT INTO status_change (employment, reason, set_on, at, by)
                     SELECT id, 2 + rowid % 9, ?1, valid_from + 86400 * (2 - ?1) + rowid % 9000000,
                            'night' FROM employment WHERE rowid % 3 = 1",
                    [set],
                )
                .unwrap();
        }
    }
    transaction.commit().unwrap();
}

/// What a night changes: one cause came for 1.5 % of the cards.
pub(crate) fn night(database: &mut Connection) {
    let transaction = database.transaction().unwrap();
    let changed = "FROM employment WHERE rowid % 67 = 1";
    transaction
        .execute(&format!("INSERT OR IGNORE INTO cause SELECT id, 2, {T0}, 'night' {changed}"), [])
        .unwrap();
    transaction
        .execute(
            &format!(
                "INSERT INTO status_change (employment, reason, set_on, at, by)
                 SELECT id, 2, 1, {T0}, 'night' {changed}"
            ),
            [],
        )
        .unwrap();
    transaction.commit().unwrap();
}
