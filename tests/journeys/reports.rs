//! The report of an inspection at the command line: files that others read, a crew list beside it,
//! and sending that is killed anywhere.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::inspections::{Field, code, does};
use super::kills::{MOMENTS, copy, killed_after, time_of};
use super::{hmskort, json, wallet};

/// A site with the worker, somebody without a card, and a picture; it has ended.
fn inspected(folder: &Path) -> Field {
    let field = Field::new(folder);
    let picture = folder.join("site.png");
    let picture = picture.to_str().unwrap();
    assert_eq!(wallet(folder, "phone", &["show", "--png", picture]).0, 0);
    field.does(&["begin", "Byggeplass Bjørvika", "--site", "cleaning", "--with", "Tor Hansen"]);
    field.does(&["check", &code(folder)]);
    field.does(&["meet", "--name", "=Jonas Petraitis", "--company", "UAB Statyba"]);
    field.does(&["finding", "last", "--note", "Sier at kortet er på vei.", "--pay-slips", "true"]);
    field.does(&["picture", picture, "--caption", "Porten"]);
    field.does(&["end"]);
    field
}

fn text_of(pdf: &Path) -> String {
    let out = Command::new("pdftotext").args(["-layout".as_ref(), pdf, "-".as_ref()]).output();
    String::from_utf8(out.unwrap().stdout).unwrap()
}

#[test]
fn a_report_is_written_as_pdf_csv_and_json_with_the_crew_list_beside_those_met() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = inspected(folder);
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    std::fs::write(
        folder.join("crew.csv"),
        format!(
            "Navn;Fødselsdato;HMS-kortnummer\nOla Nordmann;15.08.1990;{}\nPer Lie;;x\n",
            field.card
        ),
    )
    .unwrap();
    let told = field.does(&[
        "report",
        "--crew-list",
        &file("crew.csv"),
        "--pdf",
        &file("r.pdf"),
        "--csv",
        &file("r.csv"),
        "--json-file",
        &file("r.json"),
    ]);
    let crew = &told["report"]["crew"];
    assert_eq!((&crew["listed"], &crew["unlisted"]["count"]), (&2.into(), &1.into()), "{told}");
    assert_eq!((&crew["not_met"]["count"], &crew["unread"]), (&1.into(), &1.into()));
    let text = text_of(&folder.join("r.pdf"));
    for said in [
        "Arbeidstilsynet",
        "Tilsynsrapport",
        "Byggeplass Bjørvika",
        "Tor Hansen",
        "Ola Nordmann",
        "=Jonas Petraitis",
        "Uten kort",
        "Sier at kortet er på vei.",
        "Til stede, men ikke på listen",
        "Porten",
        "Side 1 av",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let csv = std::fs::read_to_string(folder.join("r.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains(";'=Jonas Petraitis;"), "{csv}");
    let whole: Value =
        serde_json::from_slice(&std::fs::read(folder.join("r.json")).unwrap()).unwrap();
    assert_eq!((&whole["schema"], &whole["totals"]["met"]["people"]), (&1.into(), &2.into()));

    let polish = ["report", "--pdf", &file("pl.pdf"), "--language", "pl"];
    field.does(&polish);
    assert!(text_of(&folder.join("pl.pdf")).contains("Raport z inspekcji"));
}

#[test]
fn a_file_that_is_no_crew_list_is_refused_and_the_one_before_stays() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = inspected(folder);
    let list = folder.join("list");
    let list = list.to_str().unwrap();
    std::fs::write(list, "navn\nPer Lie\n").unwrap();
    field.does(&["report", "--crew-list", list]);
    let too_long = format!("navn\n{}", "Ola\n".repeat(10_001));
    for (file, says) in [
        (b"".to_vec(), "empty"),
        (b"PK\x03\x04".to_vec(), "save it as CSV"),
        (b"\0".to_vec(), "no text"),
        (b"by;gate\nOslo;1".to_vec(), "columns"),
        (too_long.into_bytes(), "rows"),
        (vec![b'a'; 4 * 1024 * 1024 + 1], "MB"),
    ] {
        std::fs::write(list, file).unwrap();
        let args = ["inspect", "--store", &field.tablet, "report", "--crew-list", list];
        let (exit, told) = json(&args);
        assert_eq!(exit, 3);
        assert!(told["error"].as_str().unwrap().contains(says), "{says}: {told}");
    }
    assert_eq!(field.does(&["report"])["report"]["crew"]["listed"], 1);
    field.does(&["report", "--no-crew-list"]);
    assert_eq!(field.does(&["report"])["report"]["crew"], Value::Null);
    let none = ["inspect", "--store", &field.tablet, "report", &"0".repeat(32)];
    assert!(!hmskort(&none).status.success());
}

#[test]
fn a_report_killed_anywhere_while_it_is_sent_is_kept_once_and_whole_at_the_next_sync() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = inspected(folder);
    let send = |tablet: &str| ["inspect", "--store", tablet, "report", "--send"].map(str::to_owned);
    let words = |args: &[String; 5]| time_of(&args.each_ref().map(String::as_str));
    let whole = folder.join("whole");
    copy(Path::new(&field.tablet), &whole);
    let whole = words(&send(whole.to_str().unwrap()));
    for moment in 1..=MOMENTS {
        let tablet = folder.join(format!("tablet {moment}"));
        copy(Path::new(&field.tablet), &tablet);
        let tablet = tablet.to_str().unwrap();
        let args = send(tablet);
        killed_after(whole * moment / MOMENTS, &args.each_ref().map(String::as_str));
        let state = |tablet: &str| does(tablet, &["report"])["report"]["state"]["kind"].clone();
        if state(tablet) == "waiting" {
            does(tablet, &["sync"]);
        } else if state(tablet) == "none" {
            does(tablet, &["report", "--send"]);
        }
        assert_eq!(state(tablet), "sent", "killed at {moment}/{MOMENTS}");
        let all = field.served.office(&["reports"]);
        let all = all.as_array().unwrap();
        assert_eq!(all.len(), usize::try_from(moment).unwrap() + 1, "each is kept once");
        assert!(all.iter().all(|one| one["missing"].as_array().unwrap().is_empty()), "{all:?}");
    }
    let all = field.served.office(&["reports"]);
    let id = all[0]["id"].as_str().unwrap();
    let pdf = folder.join("office.pdf");
    field.served.office(&["report", id, "--pdf", pdf.to_str().unwrap()]);
    assert!(text_of(&pdf).contains("Jonas Petraitis"), "the office makes the document too");
    assert_eq!(all[0]["met"], 2);
}
