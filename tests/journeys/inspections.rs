//! An inspection at the command line: killed at any moment nothing that was said is lost, and the
//! next sync tells what turned out otherwise.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::kills::{MOMENTS, copy, killed_after, time_of};
use super::{HMSKORT, Served, hmskort, json, office, wallet};

/// A tablet that has synced, and a phone.
pub(crate) struct Field {
    pub(crate) served: Served,
    pub(crate) tablet: String,
    employment: String,
    pub(crate) card: String,
}

impl Field {
    pub(crate) fn new(folder: &Path) -> Self {
        let (served, card, employment) = office(folder);
        let tablet = folder.join("tablet").to_str().unwrap().to_owned();
        let link = served.link(&["inspector", "Inga", "--authority", "Arbeidstilsynet"]);
        assert_eq!(json(&["inspect", "--store", &tablet, "enrol", &link, "--key-file"]).0, 0);
        let link = served.link(&["activate", &card, "--document", "passport"]);
        assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
        let field = Self { served, tablet, employment, card };
        field.does(&["sync"]);
        field
    }

    pub(crate) fn does(&self, args: &[&str]) -> Value {
        does(&self.tablet, args)
    }
}

pub(crate) fn does(tablet: &str, args: &[&str]) -> Value {
    let (exit, answer) = json(&[["inspect", "--store", tablet].as_slice(), args].concat());
    assert_eq!(exit, 0, "{args:?}: {answer}");
    answer
}

pub(crate) fn code(folder: &Path) -> String {
    wallet(folder, "phone", &["show"]).1["text"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_said_to_be_kept_is_there_after_a_kill_at_that_very_moment() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = Field::new(folder);
    let text = code(folder);
    let picture = folder.join("site.png");
    let shown = ["show", "--png", picture.to_str().unwrap()];
    assert_eq!(wallet(folder, "phone", &shown).0, 0);
    // Each is killed as soon as its first line is on the screen.
    type Step<'s> = (&'s [&'s str], fn(&Value) -> bool);
    let steps: [Step<'_>; 6] = [
        (&["begin", "Torget 1", "--site", "cleaning"], |view| view["state"] == "open"),
        (&["check", &text], |view| view["met"][0]["how"] == "scanned"),
        (&["finding", "last", "--add", "wrong_employer", "--note", "Annen hjelm"], |view| {
            view["met"][0]["findings"][0] == "wrong_employer"
                && view["met"][0]["note"] == "Annen hjelm"
        }),
        (&["meet", "--name", "Jonas Petraitis"], |view| view["met"][1]["findings"][0] == "no_card"),
        (&["picture", picture.to_str().unwrap(), "--caption", "Inngangen"], |view| {
            view["pictures"][0]["caption"] == "Inngangen"
        }),
        (&["end"], |view| view["state"] == "ended" && view["ended"].is_string()),
    ];
    for (args, holds) in steps {
        let mut process = Command::new(HMSKORT)
            .args([["inspect", "--store", &field.tablet].as_slice(), args].concat())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
        assert!(!line.is_empty(), "{args:?} said nothing");
        let view = field.does(&["show"]);
        assert!(holds(&view), "{args:?} said {line}: {view}");
    }
}

#[test]
fn a_check_killed_anywhere_leaves_an_entry_or_none_and_the_next_one_makes_one() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = Field::new(folder);
    field.does(&["begin", "Torget 1"]);
    let whole = folder.join("whole");
    copy(Path::new(&field.tablet), &whole);
    let text = code(folder);
    let whole = time_of(&["inspect", "--store", whole.to_str().unwrap(), "check", &text]);
    for moment in 1..=MOMENTS {
        let tablet = folder.join(format!("tablet {moment}"));
        copy(Path::new(&field.tablet), &tablet);
        let tablet = tablet.to_str().unwrap();
        let text = code(folder);
        let check = ["inspect", "--store", tablet, "check", &text];
        let done = killed_after(whole * moment / MOMENTS, &check);
        let met = does(tablet, &["show"])["totals"]["met"].as_u64().unwrap();
        assert!(met == 1 || met == 0 && !done, "killed at {moment}/{MOMENTS}: {met}");
        let (exit, verdict) = json(&["inspect", "--store", tablet, "check", &code(folder)]);
        assert_eq!((exit, verdict["put"]["before"].is_i64()), (0, met == 1), "{verdict}");
        let view = does(tablet, &["show"]);
        assert_eq!((&view["totals"]["met"], &view["state"]), (&1.into(), &"open".into()));
    }
}

#[test]
fn a_sync_tells_once_what_was_blocked_meanwhile_and_one_killed_tells_it_at_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = Field::new(folder);
    field.does(&["begin", "Torget 1"]);
    let (exit, verdict) = json(&["inspect", "--store", &field.tablet, "check", &code(folder)]);
    assert_eq!((exit, &verdict["put"]["met"]), (0, &1.into()), "{verdict}");
    field.served.office(&["block", &field.employment, "--reason", "worker_not_employed"]);
    let whole = folder.join("whole");
    copy(Path::new(&field.tablet), &whole);
    let whole = time_of(&["inspect", "--store", whole.to_str().unwrap(), "sync"]);
    for moment in 1..=MOMENTS {
        let tablet = folder.join(format!("tablet {moment}"));
        copy(Path::new(&field.tablet), &tablet);
        let tablet = tablet.to_str().unwrap();
        killed_after(whole * moment / MOMENTS, &["inspect", "--store", tablet, "sync"]);
        let view = does(tablet, &["show"]);
        let told = does(tablet, &["sync"])["judged_again"].clone();
        if told == Value::Array(vec![]) {
            // The killed one had said it: it forgets only then.
            assert!(view["met"][0]["judged_again"].is_object(), "{moment}/{MOMENTS}: {view}");
        } else {
            assert_eq!(told[0]["who"]["card"], *field.card, "{moment}/{MOMENTS}: {view}");
            assert_eq!((&told[0]["from"], &told[0]["to"]), (&"valid".into(), &"invalid".into()));
            assert!(told[0]["reasons"][0]["after"].is_boolean(), "{told}");
        }
        assert_eq!(does(tablet, &["sync"])["judged_again"], Value::Array(vec![]), "once");
        let again = &does(tablet, &["show"])["met"][0]["judged_again"];
        assert_eq!(again["reasons"][0]["code"], "worker_not_employed", "{again}");
    }
}

#[test]
fn several_are_kept_one_is_open_and_a_discarded_one_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = Field::new(folder);
    let refused =
        |args: &[&str]| json(&[["inspect", "--store", &field.tablet].as_slice(), args].concat()).0;
    assert_eq!(refused(&["show"]), 3, "there is none");
    let with = ["begin", "Torget 1", "--with", "Tor Hansen: Skatteetaten", "--address", "Torget 1"];
    let first = field.does(&with);
    assert_eq!(first["participants"][1]["role"], "Skatteetaten");
    assert_eq!(refused(&["begin", "Storgata 2"]), 3, "one is open");
    field.does(&["pause"]);
    let (_, verdict) = json(&["inspect", "--store", &field.tablet, "check", &code(folder)]);
    assert_eq!(verdict["put"], Value::Null, "outside nothing is kept");
    let second = field.does(&["begin", "--again"]);
    assert_eq!(second["participants"], first["participants"], "as the last one");
    let looked_up = field.does(&["meet", &field.card]);
    assert_eq!(looked_up["put"]["met"], 1, "{looked_up}");
    let found = field.does(&["find", "ola", "nordmann", "--met"]);
    assert!(found["put"]["before"].is_i64(), "the same person: {found}");
    let (_, outside) =
        json(&["inspect", "--store", &field.tablet, "check", &code(folder), "--outside"]);
    assert_eq!(outside["put"], Value::Null);
    field.does(&["end"]);
    let all = field.does(&["list"]);
    let states: Vec<_> = all.as_array().unwrap().iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["ended", "paused"]);
    let id = second["id"].as_str().unwrap();
    let without = ["inspect", "--store", &field.tablet, "discard", id];
    assert!(!hmskort(&without).status.success(), "only with a yes");
    field.does(&["discard", id, "--yes"]);
    assert_eq!(field.does(&["list"]).as_array().unwrap().len(), 1);
    assert_eq!(field.does(&["resume"])["id"], first["id"]);
}
