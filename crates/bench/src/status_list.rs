//! How large the public status list is, as it is published.

use card::Status;
use key_set::{StatusListBuilder, sign_status_list};
use test_support::{at, key, mixed};

use crate::CARDS;

pub(crate) fn measure() {
    println!("status list, {CARDS} cards, 2 bits each");
    for percent in [1, 5, 15] {
        let mut list = StatusListBuilder::default();
        list.set(CARDS - 1, Status::Valid);
        let not_valid = |index: &u32| mixed(u64::from(*index)) % 100 < percent;
        for index in (0..CARDS).filter(not_valid) {
            list.set(index, Status::Invalid);
        }
        let file = sign_status_list(
            &list.build(),
            "https://hmskort.example/key-set/status",
            at(0),
            &key("publisher"),
        );
        println!("  {percent:>2} % invalid: {:>6} bytes", file.len());
    }
}
