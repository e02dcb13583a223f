//! A lost phone, from the report to the next one.

use std::process::Command;

use serde_json::Value;

use super::{codes, json, office, wallet};

/// What a camera reads in a picture, by zxing-cpp.
fn scanned(picture: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let script = "import sys, zxingcpp; from PIL import Image
print(zxingcpp.read_barcodes(Image.open(sys.argv[1]))[0].text)";
    let python = format!("{root}/.cache/venv/bin/python");
    let output = Command::new(python).args(["-c", script, picture]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_lost_phones_codes_die_at_the_next_sync_and_a_checked_worker_goes_on_with_another() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, _) = office(folder);
    let tablet = folder.join("tablet").to_str().unwrap().to_owned();
    let link = served.link(&["inspector", "Inga Inspektør"]);
    assert_eq!(json(&["inspect", "--store", &tablet, "enrol", &link, "--key-file"]).0, 0);
    let check = |phone: &str| {
        let (_, shown) = wallet(folder, phone, &["show"]);
        json(&["inspect", "--store", &tablet, "check", shown["text"].as_str().unwrap()]).1
    };
    let sync = || assert_eq!(json(&["inspect", "--store", &tablet, "sync"]).0, 0);

    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    sync();
    assert_eq!(check("phone")["verdict"], "valid");

    served.office(&["lost", &card]);
    assert_eq!(check("phone")["verdict"], "valid", "the tablet has not heard of it");
    sync();
    assert_eq!(codes(&check("phone")), ["phone_lost"]);

    // The office sees the worker again, who reads the code off the office's screen.
    let picture = folder.join("link.png").to_str().unwrap().to_owned();
    let activate = ["activate", &card, "--document", "national_id_card", "--qr", &picture];
    let link = served.link(&activate);
    let secret = |link: &str| link.split_once('#').unwrap().1.to_owned();
    assert_eq!(secret(&scanned(&picture)), secret(&link));
    assert_eq!(wallet(folder, "new phone", &["enrol", &link, "--key-file"]).0, 0);
    sync();
    assert_eq!(codes(&check("phone")), ["device_replaced"]);
    assert_eq!(check("new phone")["verdict"], Value::from("valid"));
}
