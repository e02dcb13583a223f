//! Tables of workers, over HTTP: what is right goes in once, what is wrong comes back whole.

use serde_json::{Value, json};
use test_support::person;

use crate::employer::{Employer, sub_unit, terms};
use crate::office::Answer;

impl Employer {
    fn table(&self, id: u32, file: &[u8]) -> Answer {
        self.ask(&self.session, "PUT", &format!("/tables/{id:032x}"), "text/csv; charset=x", file)
    }

    fn step(&self, id: u32, terms: &Value) -> Answer {
        let path = format!("/tables/{id:032x}/step");
        self.ask(&self.session, "POST", &path, "application/json", terms.to_string().as_bytes())
    }
}

/// Rows for these people.
fn rows(people: impl Iterator<Item = u64>) -> String {
    let row = |n| format!("{};{};\n", person(n).national_id.expose(), person(n).name.as_str());
    people.map(row).collect()
}

const HEAD: &str = "Fødselsnummer;Navn;Underenhet\n";

#[track_caller]
fn counted(answer: &Answer) -> [u64; 4] {
    let batch = answer.json();
    ["rows", "ready", "applied", "refused"]
        .map(|name| batch[name].as_u64().unwrap_or_else(|| panic!("{batch}")))
}

#[test]
fn good_rows_go_in_and_bad_ones_come_back_as_they_were_written() {
    let employer = Employer::new();
    let table = format!(
        "{HEAD}{}12345678901;Feil Sifre;\n{};Nordmann Ola;{}\n",
        rows(10..13),
        person(1).national_id.expose(),
        sub_unit()
    );
    assert_eq!(counted(&employer.table(1, table.as_bytes())), [5, 4, 0, 1]);
    assert_eq!(employer.cards().len(), 1, "nothing has gone in yet");
    // One of those who could go in has such a card: that shows now.
    assert_eq!(counted(&employer.step(1, &terms())), [5, 0, 3, 2]);
    assert_eq!(employer.cards().len(), 4);
    let refused = employer.get(&format!("/tables/{:032x}/refused", 1)).json();
    assert_eq!(refused["columns"], json!(["Fødselsnummer", "Navn", "Underenhet"]));
    assert_eq!(refused["rows"][0]["fields"], json!(["12345678901", "Feil Sifre", ""]));
    assert_eq!(
        (&refused["rows"][0]["line"], &refused["rows"][1]["fault"]),
        (&json!(5), &json!("has_card"))
    );
    assert_eq!(refused["rows"][1]["fields"][1], "Nordmann Ola");
}

#[test]
fn a_table_that_was_cut_off_goes_on_where_it_stopped_and_does_nothing_twice() {
    let employer = Employer::new();
    let table = format!("{HEAD}{}", rows(1_000..3_500));
    assert_eq!(counted(&employer.table(7, table.as_bytes())), [2_500, 2_500, 0, 0]);
    assert_eq!(counted(&employer.step(7, &terms())), [2_500, 1_500, 1_000, 0]);
    // The sender heard nothing, and sends it all again.
    assert_eq!(counted(&employer.table(7, table.as_bytes())), [2_500, 1_500, 1_000, 0]);
    let mut other = terms();
    other["industry"] = "construction".into();
    assert_eq!(employer.step(7, &other).problem(), (409, "conflict".into()));
    employer.step(7, &terms());
    assert_eq!(counted(&employer.step(7, &terms())), [2_500, 0, 2_500, 0]);
    assert_eq!(counted(&employer.step(7, &terms())), [2_500, 0, 2_500, 0]);
    assert_eq!(employer.cards().len(), 2_501);
    // The number is for no other table; the table under another number finds all applied for.
    assert_eq!(employer.table(7, b"fnr;navn\n1;2").problem(), (409, "conflict".into()));
    employer.table(8, table.as_bytes());
    for _ in 0..3 {
        employer.step(8, &terms());
    }
    assert_eq!(counted(&employer.get(&format!("/tables/{:032x}", 8))), [2_500, 0, 0, 2_500]);
    assert_eq!(employer.cards().len(), 2_501);
    // What was written is gone from rows that are done.
    let path = employer.office.folder.path().join("issuer.db");
    let database = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT count(*) FROM batch_row WHERE done AND (worker NOT NULL OR fields <> '[]')";
    assert_eq!(database.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap(), 0);
}

#[test]
fn what_is_no_table_is_refused_whole_and_leaves_nothing() {
    let employer = Employer::new();
    let fault = |file: &[u8]| {
        let answer = employer.table(1, file);
        assert_eq!(answer.problem(), (422, "application_refused".into()));
        answer.json()["fault"].as_str().unwrap().to_owned()
    };
    assert_eq!(fault(b"PK\x03\x04"), "table_is_spreadsheet");
    assert_eq!(fault(b"a;b\n1;2"), "table_columns");
    assert_eq!(fault(b""), "table_empty");
    let long = format!("fnr;navn\n{}", "1;a\n".repeat(100_001));
    assert_eq!(fault(long.as_bytes()), "table_too_long");
    assert_eq!(employer.get("/tables").json(), json!([]));
    assert_eq!(
        employer.table(1, &vec![b'x'; wire::MAX_TABLE + 1]).problem(),
        (413, "too_large".into())
    );
    let kind = employer.ask(
        &employer.session,
        "PUT",
        "/tables/00000000000000000000000000000001",
        "text/html",
        b"x",
    );
    assert_eq!(kind.problem().0, 415);
    for id in ["1", "zz000000000000000000000000000001"] {
        let answer =
            employer.ask(&employer.session, "PUT", &format!("/tables/{id}"), "text/csv", b"x");
        assert_eq!(answer.problem().0, 400, "{id}");
    }
}

#[test]
fn many_bad_rows_come_back_page_by_page_and_a_table_can_be_forgotten() {
    let employer = Employer::new();
    let table = format!("fnr;navn\n{}", "1;a\n".repeat(5_001));
    assert_eq!(counted(&employer.table(1, table.as_bytes())), [5_001, 0, 0, 5_001]);
    let path = format!("/tables/{:032x}", 1);
    let first = employer.get(&format!("{path}/refused")).json();
    assert_eq!(first["rows"].as_array().unwrap().len(), 5_000);
    let rest = employer.get(&format!("{path}/refused?after={}", first["more_after"])).json();
    assert_eq!((rest["rows"].as_array().unwrap().len(), &rest["more_after"]), (1, &Value::Null));
    assert_eq!(employer.ask(&employer.session, "DELETE", &path, "", b"").status, 204);
    assert_eq!(employer.get(&path).status, 404);
}
