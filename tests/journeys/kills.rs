//! Processes killed in the middle, as a flat battery does, at moments spread over their work:
//! what is stored is the old state or the new one, and trying again leads to the end.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{HMSKORT, codes, hmskort, json, office, wallet};

/// How many moments. Each is a process or three.
pub(crate) const MOMENTS: u32 = 8;

/// Starts `hmskort` and kills it after `time`. Says whether it was done by then.
pub(crate) fn killed_after(time: Duration, args: &[&str]) -> bool {
    let start = Instant::now();
    let mut process = Command::new(HMSKORT)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while start.elapsed() < time {
        std::hint::spin_loop();
    }
    let done = process.try_wait().unwrap().is_some();
    process.kill().unwrap();
    process.wait().unwrap();
    done
}

/// Starts `hmskort` and kills it as soon as it has said `line`. Says whether it was done by then.
pub(crate) fn killed_at(line: &str, args: &[&str]) -> bool {
    let mut process = Command::new(HMSKORT)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stderr.take().unwrap()).lines();
    let said = lines.map_while(Result::ok).any(|one| one.contains(line));
    process.kill().unwrap();
    let done = process.wait().unwrap().success();
    assert!(said, "{line:?} was never said");
    done
}

/// How long the whole takes here and now.
pub(crate) fn time_of(args: &[&str]) -> Duration {
    let start = Instant::now();
    assert!(hmskort(args).status.success(), "{args:?}");
    start.elapsed()
}

pub(crate) fn words(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

#[test]
fn a_wallet_killed_in_the_middle_of_enrolment_has_no_card_or_a_whole_one() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, _) = office(folder);
    let enrol = |store: &str, link: &str| {
        let store = folder.join(store).to_str().unwrap().to_owned();
        ["wallet", "--store", &store, "enrol", link, "--key-file"].map(str::to_owned).to_vec()
    };
    let whole = time_of(&words(&enrol(
        "whole",
        &served.link(&["activate", &card, "--document", "passport"]),
    )));
    for moment in 1..=MOMENTS {
        let (phone, link) = (
            format!("phone {moment}"),
            served.link(&["activate", &card, "--document", "passport"]),
        );
        let args = enrol(&phone, &link);
        killed_after(whole * moment / MOMENTS, &words(&args));
        let (exit, _) = wallet(folder, &phone, &["show"]);
        if exit != 0 {
            // The same link still works: it was not used up by a phone that doesn't have the card.
            let (exit, answer) = wallet(folder, &phone, &["enrol", &link, "--key-file"]);
            assert_eq!(exit, 0, "killed at {moment}/{MOMENTS}: {answer}");
        }
        let (exit, shown) = wallet(folder, &phone, &["show"]);
        assert_eq!(exit, 0, "killed at {moment}/{MOMENTS}: {shown}");
    }
}

#[test]
fn a_sync_killed_in_the_middle_leaves_the_old_key_set_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    let old = folder.join("old");
    let link = served.link(&["inspector", "Inga"]);
    let link = ["inspect", "--store", old.to_str().unwrap(), "enrol", &link, "--key-file"];
    assert_eq!(json(&link).0, 0);
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    assert_eq!(json(&["inspect", "--store", old.to_str().unwrap(), "sync"]).0, 0);
    served.office(&["block", &employment, "--reason", "company_not_approved"]);

    let whole = folder.join("whole");
    copy(&old, &whole);
    let whole = time_of(&["inspect", "--store", whole.to_str().unwrap(), "sync"]);
    for moment in 1..=MOMENTS {
        let tablet = folder.join(format!("tablet {moment}"));
        copy(&old, &tablet);
        let tablet = tablet.to_str().unwrap();
        let done = killed_after(whole * moment / MOMENTS, &["inspect", "--store", tablet, "sync"]);
        let verdict = || {
            let (_, shown) = wallet(folder, "phone", &["show"]);
            json(&["inspect", "--store", tablet, "check", shown["text"].as_str().unwrap()]).1
        };
        let after = verdict();
        let new = codes(&after) == ["company_not_approved"];
        let old = !done && after["verdict"] == "valid";
        assert!(new || old, "killed at {moment}/{MOMENTS}: {after}");
        assert_eq!(json(&["inspect", "--store", tablet, "sync"]).0, 0);
        assert_eq!(codes(&verdict()), ["company_not_approved"]);
        let (_, found) = json(&["inspect", "--store", tablet, "find", "--card", &card]);
        assert_eq!(found["employments"][0]["status"], "invalid", "the index is whole too");
    }
}
