//! Reports as tables and as JSON.

use card::Language;
use report::{LONGEST, NoReport, Report};

use crate::sample::{inspection, named, report, with_crew};

fn rows(file: &[u8]) -> Vec<Vec<String>> {
    let fields = |row: table::StringRecord| row.iter().map(str::to_owned).collect();
    table::records(file).unwrap().map(|row| fields(row.unwrap())).collect()
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_no_field_starts_a_formula() {
    let mut inspection = inspection(6);
    for (at, name) in
        ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "a;\"b", "æøå"].iter().enumerate()
    {
        inspection.met[at].who.name = Some(name.parse().unwrap());
        inspection.met[at].who.company = Some(named(name));
    }
    inspection.met[0].note = Some("=HYPERLINK(\"http://x\")\n=2".parse().unwrap());
    let report = with_crew(inspection, "navn;kort\n=1+1;9\n");
    for language in Language::ALL {
        let file = report.csv(language);
        assert!(file.starts_with("\u{feff}".as_bytes()), "Excel takes it for UTF-8");
        let rows = rows(&file);
        assert_eq!(rows.len(), 1 + 6 + 1);
        assert!(rows.iter().all(|row| row.len() == 17), "{rows:?}");
        let starts = |field: &str| field.starts_with(['=', '+', '-', '@', '\t']);
        assert!(!rows.iter().flatten().any(|field| starts(field)), "{rows:?}");
        assert_eq!(rows[1][1], "'=cmd|' /C calc'!A0");
        assert_eq!(rows[5][1], "a;\"b");
        assert_eq!(rows[7][1], "'=1+1");
    }
    let text = String::from_utf8(report.csv(Language::Nb)).unwrap();
    assert!(text.contains(";Ugyldig;Ikke registrert i Aa-registeret eller OAR (siden 01.07.2026)"));
    let number = report.inspection.met[0].who.national_id.clone().unwrap();
    assert!(!text.contains(number.expose()), "national numbers stay out of tables");
}

#[test]
fn json_reads_back_as_it_was_sent_and_as_it_was_saved() {
    let report = with_crew(inspection(6), "navn;kort\nOla;1\nKari;2\n\"x");
    assert_eq!(Report::from_json(&report.to_json()).unwrap(), report);
    let file = report.to_file();
    assert_eq!(Report::from_json(&file).unwrap(), report);
    let value: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(value["schema"], 1);
    assert_eq!(value["totals"]["met"]["people"], 6);
    assert_eq!(value["totals"]["met"]["invalid"], 2, "judged again counts");
    assert_eq!(value["comparison"]["pairs"][0]["by"], "card");
    assert_eq!(report.to_json(), report.clone().to_json());
}

#[test]
fn what_is_no_report_is_refused_and_never_repeated() {
    let good = String::from_utf8(report(inspection(1)).to_json()).unwrap();
    let goes_on = {
        let mut inspection = inspection(1);
        inspection.ended = None;
        report(inspection).to_json()
    };
    assert_eq!(Report::from_json(&goes_on), Err(NoReport::GoesOn));
    let newer = good.replacen("\"schema\":1", "\"schema\":2", 1);
    assert_eq!(Report::from_json(newer.as_bytes()), Err(NoReport::Newer(2)));
    assert_eq!(Report::from_json(&vec![b' '; LONGEST + 1]), Err(NoReport::TooLong));
    for wrong in ["", "{}", "[]", &good[..good.len() - 1], &good.replace("scanned", "guessed")] {
        let told = Report::from_json(wrong.as_bytes()).unwrap_err();
        assert!(matches!(told, NoReport::Unreadable(_)), "{told:?}");
        assert!(!told.to_string().contains("guessed"));
    }
}
