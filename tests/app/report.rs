//! The report in the window: of an inspection made in it, with the crew list beside it, saved as files
//! that others read, and sent.

use std::path::Path;
use std::process::Command;

use crate::accessible::assert_accessible;
use crate::inspection::{begin, choose, scan};
use crate::inspector::inspector;
use crate::office::{Office, json};
use crate::screen::Screen;
use crate::window::{Window, test_id};

fn state(state: &str) -> String {
    format!("[data-testid='report'][data-state='{state}']")
}

/// Saves the report in a format, and says where it is.
fn saved(window: &Window, format: &str) -> String {
    choose(window, &format!("report-{format}"));
    window.wait_for(&format!("[data-testid='report-file'][data-file$='.{format}']"));
    window.attribute(&test_id("report-file"), "data-file").unwrap()
}

/// Ends an inspection of the worker, of one without a card, and of the site's gate.
fn ended(window: &Window, screen: &Screen, folder: &Path, worker: &Path) {
    begin(window);
    scan(window, worker);
    window.click("next");
    window.click("tell");
    window.write("told-name", "=Jonas Petraitis");
    choose(window, "told-submit");
    window.wait_for(&test_id("entry-screen"));
    window.write("entry-note", "Sier at kortet er på vei");
    window.wait_for("[data-testid='entry-note-saved'][data-saved='yes']");
    window.click("next");
    window.run("document.querySelector(`[data-testid='pictures']`).open = true; arguments[0]()");
    window.write("site-picture", screen.picture(folder).to_str().unwrap());
    window.wait_for("[data-testid='picture'] img");
    choose(window, "end");
    window.wait_for(&state("none"));
}

#[test]
fn a_report_is_seen_saved_beside_the_crew_list_and_sent_and_the_office_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    office.tablet(folder);
    let worker = office.phone(folder);
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    ended(&window, &screen, folder, &worker);
    assert_eq!(window.wait_for(&test_id("report-people")), "2");
    assert_eq!(window.wait_for(&test_id("report-unchecked")), "1");

    // A file that is no crew list, then one.
    let list = folder.join("crew.csv");
    std::fs::write(&list, "PK\u{3}\u{4}").unwrap();
    window.write("crew-file", list.to_str().unwrap());
    window.wait_for("[data-testid='error'][data-code='crew_not_csv']");
    let rows = format!(
        "Navn;HMS-kort;Firma\nOla Nordmann;{};Rent Hus AS\nPer Borte;7;X\n;;Y\n",
        office.card
    );
    std::fs::write(&list, rows).unwrap();
    window.write("crew-file", list.to_str().unwrap());
    for (part, people) in [("unlisted", 1), ("without-card", 0), ("not-met", 1), ("unread", 1)] {
        window.wait_for(&format!("[data-testid='crew-{part}'][data-count='{people}']"));
    }
    assert_accessible(&window, "a report with its crew list");
    window.keep(&test_id("report"), "report-screen.png");

    let pdf = saved(&window, "pdf");
    let text = Command::new("pdftotext").args(["-layout", &pdf, "-"]).output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    for said in [
        "Tilsynsrapport",
        "Torget 1",
        "=Jonas Petraitis",
        "Sier at kortet er på vei",
        "Per Borte",
        "Side 1 av",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    keep(Path::new(&pdf), "window-report.pdf");
    let csv = std::fs::read_to_string(saved(&window, "csv")).unwrap();
    assert!(csv.contains(";'=Jonas Petraitis;"), "{csv}");
    let whole = std::fs::read(saved(&window, "json")).unwrap();
    let whole: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    assert_eq!(whole["totals"]["met"]["people"], 2);

    choose(&window, "report-send");
    window.wait_for(&state("sent"));
    window.wait_for("[data-testid='inspection'][data-state='sent']");
    let reports = office.does(&["reports"]);
    assert_eq!(reports[0]["met"], 2, "{reports}");
    assert_eq!(reports[0]["missing"], serde_json::json!([]));
}

#[test]
fn without_network_a_report_waits_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, folder) = (Screen::start(), folder.path());
    let office = Office::open(folder);
    let (tablet, worker) = (office.tablet(folder), office.phone(folder));
    let window = inspector(&screen, folder, None);
    window.sync("updated");
    ended(&window, &screen, folder, &worker);
    office.close();
    choose(&window, "report-send");
    window.wait_for(&state("waiting"));
    let (_, told) = json("inspect", &tablet, &["report"]);
    assert_eq!(told["report"]["state"]["kind"], "waiting", "{told}");
}

fn keep(file: &Path, name: &str) {
    if let Some(folder) = std::env::var_os("HMSKORT_KEEP") {
        std::fs::copy(file, Path::new(&folder).join(name)).unwrap();
    }
}
