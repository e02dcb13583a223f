//! Documents as poppler and qpdf read them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::process::Command;

use chrono::DateTime;
use image::{ImageFormat, RgbImage};
use page::{Block, Cell, Document, Line, Picture, Table};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: "nb".into(),
        title: "Rapport".into(),
        author: "Arbeidstilsynet".into(),
        created: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
        head: ("Arbeidstilsynet".into(), "Rapport 1".into()),
        foot: "Side {page} av {pages}".into(),
        blocks,
    }
}

fn asked(tool: &str, args: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("d.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new(tool).args(args).arg(&file).arg("-").output();
    let out =
        if tool == "pdftotext" { out } else { Command::new(tool).args(args).arg(&file).output() };
    let out = out.unwrap();
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

fn cell(text: &str) -> Cell {
    text.lines().map(Line::from).collect()
}

fn jpeg() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    RgbImage::from_fn(400, 300, |x, y| {
        image::Rgb([x, y, 90].map(|part| u8::try_from(part / 2).unwrap()))
    })
    .write_to(&mut file, ImageFormat::Jpeg)
    .unwrap();
    file.into_inner()
}

#[test]
fn five_hundred_rows_and_endless_words_lose_nothing() {
    let endless = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
    let mut rows: Vec<Vec<Cell>> = (0..500)
        .map(|n| vec![cell(&format!("row{n:03}")), cell(&format!("{endless}{n}\nto linjer"))])
        .collect();
    let long: String = (0..1200).map(|n| format!("ord{n} ")).collect();
    rows.push(vec![cell("last"), cell(&long)]);
    let table = Table { head: vec!["Nummer".into(), "Navn".into()], parts: vec![1, 4], rows };
    let document = document(vec![
        Block::Letterhead("Arbeidstilsynet".into()),
        Block::Title("Rapport".into()),
        Block::Heading("Alle".into()),
        Block::Table(table),
        Block::Facts(vec![("Sted".into(), "Ved elva \u{1f9d1}".into())]),
        picture(),
    ]);
    let pdf = document.pdf().unwrap();
    assert_eq!(pdf, document.pdf().unwrap(), "the same document is the same file");

    let info = asked("pdfinfo", &[], &pdf);
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim();
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Title:           Rapport"), "{info}");
    let text = asked("pdftotext", &["-layout"], &pdf);
    assert!((0..500).all(|n| text.contains(&format!("row{n:03}"))));
    let joined: String = text.split_whitespace().collect();
    assert!((0..1200).all(|n| joined.contains(&format!("ord{n}"))));
    let feet = text.matches("Side ").count();
    assert_eq!(feet.to_string(), pages);
    assert!(text.contains(&format!("Side 2 av {pages}")));
    assert!(text.matches("Nummer").count() >= 20, "the head stands again on each page");

    // The structure, as a screen reader goes through it: each row once, the head once.
    let read = asked("pdfinfo", &["-struct-text"], &pdf);
    assert_eq!(read.matches("\"Nummer\"").count(), 1);
    assert_eq!(read.lines().filter(|line| line.trim() == "TR").count(), 503);
    assert_eq!(read.matches("Figure").count(), 1);
    asked("qpdf", &["--check"], &pdf);
    // Edges: what is drawn stays on the page.
    let boxes = asked("pdftotext", &["-bbox"], &pdf);
    let edge = |name: &str| -> Vec<f32> {
        let key = format!("{name}=\"");
        boxes.split(&key).skip(1).map(|at| at.split('"').next().unwrap().parse().unwrap()).collect()
    };
    assert!(edge("xMax").iter().all(|x| *x <= 595.28 - 45.0), "over the right edge");
    assert!(edge("yMax").iter().all(|y| *y <= 841.89 - 20.0), "over the lower edge");
}

#[test]
fn a_heading_stands_on_the_page_of_what_it_is_about() {
    let line = || Block::Paragraph("ord".into());
    let about = || vec![Block::Heading("Overskrift".into()), picture()];
    for lines in 0..60 {
        let blocks = (0..lines).map(|_| line()).chain(about()).collect();
        let text = asked("pdftotext", &[], &document(blocks).pdf().unwrap());
        let together = |page: &str| page.contains("Overskrift") == page.contains("Et bilde");
        assert!(text.split('\u{c}').all(together), "{lines} lines: {text}");
    }
}

fn picture() -> Block {
    Block::Picture(Picture { jpeg: jpeg(), caption: "Et bilde".into() })
}

#[test]
fn a_document_of_nothing_has_a_page_and_a_picture_that_is_none_is_told() {
    let empty = document(vec![Block::Title("Rapport".into())]).pdf().unwrap();
    assert!(asked("pdfinfo", &[], &empty).contains("Pages:           1"));
    let torn = document(vec![Block::Picture(Picture {
        jpeg: b"\xff\xd8\xff".to_vec(),
        caption: "x".into(),
    })]);
    assert_eq!(torn.pdf(), Err(page::Unwritable::Picture(1)));
}
