//! Reports as documents, read by poppler and qpdf.

use std::path::PathBuf;
use std::process::Command;

use card::Language;
use report::{Pictures, Report};

use crate::sample::{inspection, met, picture, report, with_crew};

/// What a tool says of a report.
fn asked(tool: &str, args: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, pdf).unwrap();
    let mut command = Command::new(tool);
    command.args(args).arg(&file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let out = command.output().unwrap();
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    // Titles in UTF-16 go out as they are.
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn pdf(report: &Report, language: Language) -> Vec<u8> {
    report.pdf(language, &Pictures::new()).unwrap()
}

#[test]
fn the_document_has_all_that_was_found_in_every_language() {
    let (one, jpeg) = picture(9);
    let (lost, _) = picture(8);
    let mut inspection = inspection(6);
    inspection.pictures = vec![one.clone(), lost];
    let file = "navn;født;kort\nOla;;1\nKari;;2\nNN;;77\nPer;i går;78\n";
    let report = with_crew(inspection, file);
    let pictures: Pictures = [(one.digest, jpeg)].into();
    for language in Language::ALL {
        let pdf = report.pdf(language, &pictures).unwrap();
        keep(&format!("report-{}.pdf", language.as_str()), &pdf);
        let info = asked("pdfinfo", &[], &pdf);
        assert!(
            info.contains("Tagged:          yes") && info.contains("Arbeidstilsynet"),
            "{info}"
        );
        asked("qpdf", &["--check"], &pdf);
        let text: String = asked("pdftotext", &["-raw"], &pdf).split_whitespace().collect();
        for told in [
            "ByggeplassBjørvika",
            "DronningEufemiasgate1,Oslo",
            "14.07.202609:30",
            "14.07.202613:30",
            "KariKollega(Skatteetaten)",
            "Wolfeschlegelsteinhausenbergerdorff-Ødegård",
            "Sjefensvarerikke.",
            "01.07.2026",
            "Portenmotøst",
            "10:47",
        ] {
            assert!(text.contains(told), "{language}: {told}");
        }
        assert_eq!(text.matches('✘').count(), 4, "{language}: {text}");
        let number = report.inspection.met[0].who.national_id.clone().unwrap();
        assert!(!text.contains(number.expose()), "national numbers stay off paper");
    }
    let read = asked("pdfinfo", &["-struct-text"], &pdf(&report, Language::Nb));
    for said in
        ["H1 \"Tilsynsrapport", "H2 \"Sammendrag\"", "H2 \"Mannskapslisten\"", "/Scope /Column"]
    {
        assert!(read.contains(said), "{said}");
    }
}

#[test]
fn five_hundred_people_with_the_longest_notes_are_all_there_and_the_same_again() {
    let mut inspection = inspection(500);
    for one in inspection.met.iter_mut().step_by(50) {
        one.note = Some("lang merknad ".repeat(150).trim().parse().unwrap());
    }
    let list: String = (0..700).map(|n| format!("Ola Nordmann {n};{n}\n")).collect();
    let report = with_crew(inspection, &format!("navn;kort\n{list}"));
    let pdf = pdf(&report, Language::Nb);
    keep("report-500.pdf", &pdf);
    assert!(pdf == self::pdf(&report, Language::Nb), "the same report is the same file");
    let text: String = asked("pdftotext", &["-raw"], &pdf).split_whitespace().collect();
    for n in (0..500).filter(|n| *n != 3) {
        let card = met(n).who.card.unwrap();
        assert!(text.contains(&format!("Kort{card}")), "{card}");
    }
    assert!(text.matches("merknad").count() >= 1_500);
    assert!(text.contains("Side2av"));
    let boxes = asked("pdftotext", &["-bbox"], &pdf);
    let widest = boxes.split("xMax=\"").skip(1).map(|at| at.split('"').next().unwrap());
    let widest: f32 = widest.map(|x| x.parse().unwrap()).fold(0.0, f32::max);
    assert!(widest < 595.28 - 45.0, "{widest}: nothing runs over the edge");
}

#[test]
fn an_empty_inspection_says_so() {
    let mut inspection = inspection(0);
    (inspection.note, inspection.industry, inspection.place.address) = (None, None, None);
    let text = asked("pdftotext", &["-layout"], &pdf(&report(inspection), Language::Nb));
    for said in ["Ingen ble møtt", "Det ble ikke gjort noen funn", "ikke fått noen mannskapsliste"]
    {
        assert!(text.contains(said), "{text}");
    }
    assert!(text.contains("Side 1 av 1"));
}

/// Keeps a file for people to look at, where they ask for it.
fn keep(name: &str, file: &[u8]) {
    if let Some(folder) = std::env::var_os("HMSKORT_KEEP") {
        std::fs::write(PathBuf::from(folder).join(name), file).unwrap();
    }
}
