//! The crew list, read and laid beside those who were met.

use card::Outcome;
use report::{By, CrewFault, CrewList, MOST_BYTES, MOST_ROWS, NoCrewList};
use table::NoTable;

use crate::sample::{inspection, met, report, with_crew};

const HEAD: &str = "Virksomhet;Organisasjonsnummer;Navn;Fødselsdato;HMS-kortnummer\n";

/// The row of somebody who is met under a number.
fn row(n: u32) -> String {
    let who = met(n).who;
    format!(
        "{};{};{};{};{}\n",
        who.company.unwrap(),
        who.organisation_number.unwrap(),
        who.name.unwrap(),
        who.birth_date.unwrap().format("%d.%m.%Y"),
        who.card.unwrap(),
    )
}

#[test]
fn a_list_is_read_with_norwegian_or_english_columns_in_any_order_encoding_and_separator() {
    let number = met(0).who.organisation_number.unwrap();
    let texts = [
        format!("{HEAD}Lie AS;{number};Åse Lie;15.08.1990;0000042\n"),
        format!(
            "Oversiktsliste, byggeplass\n\nHMS-kort nr.\tFornavn\tEtternavn\tFødt\tFirma\tOrg.nr.\n42\tÅse\tLie\t15.8.1990\tLie AS\t{}\n",
            number.grouped()
        ),
        format!(
            "card number,name,date of birth,employer,organisation number\n0000042,Åse Lie,1990-08-15,Lie AS,{number}\n"
        ),
    ];
    for text in texts {
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let bom = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for file in [text.as_bytes(), &latin, &bom] {
            let list = CrewList::read(file).unwrap();
            let one = &list.listed[0];
            assert_eq!(one.card.unwrap().to_string(), "0000042", "{text}");
            assert_eq!(one.name.as_ref().unwrap().as_str(), "Åse Lie");
            assert_eq!(one.birth_date.unwrap().to_string(), "1990-08-15");
            assert_eq!(one.company.as_ref().unwrap().as_str(), "Lie AS");
            assert_eq!(one.organisation_number, Some(number));
            assert_eq!((list.listed.len(), list.unread.len()), (1, 0));
        }
    }
}

#[test]
fn each_fault_is_told_by_its_line_and_what_can_be_read_of_the_row_counts() {
    let file = format!(
        "{HEAD}AS;123456789;Ola;1990-01-01;0000001\n\
         AS;;Kari;i går;12345678\n\
         AS;;;1990-01-01;\n\
         AS;;Ola igjen;;0000001\n\
         A\u{200b}S;;O\u{202e}la;;0000002\n\
         ;;\"Per;;\n;;Ola;;\n"
    );
    let list = CrewList::read(file.as_bytes()).unwrap();
    let faults: Vec<_> = list.unread.iter().map(|one| (one.line, one.fault)).collect();
    use CrewFault::*;
    assert_eq!(
        faults,
        [
            (2, OrganisationNumber),
            (3, CardNumber),
            (3, BirthDate),
            (4, Nobody),
            (5, Repeated),
            (6, Name),
            (6, Company),
            (7, QuoteOpen),
        ]
    );
    let lines: Vec<_> = list.listed.iter().map(|one| one.line).collect();
    assert_eq!(lines, [2, 3, 6]);
}

#[test]
fn what_is_no_crew_list_says_why() {
    for (file, why) in [
        (b"".to_vec(), NoCrewList::Empty),
        (b"\n;;\n".to_vec(), NoCrewList::Empty),
        (HEAD.into(), NoCrewList::Empty),
        (b"PK\x03\x04".to_vec(), NoCrewList::NoTable(NoTable::Spreadsheet)),
        (b"a\0b".to_vec(), NoCrewList::NoTable(NoTable::NotText)),
        (b"by;gate\nOslo;Storgata".to_vec(), NoCrewList::Columns),
        (vec![b'a'; MOST_BYTES + 1], NoCrewList::TooLarge),
        (format!("navn\n{}", "Ola\n".repeat(MOST_ROWS + 1)).into_bytes(), NoCrewList::TooLong),
    ] {
        assert_eq!(CrewList::read(&file).err(), Some(why));
    }
    let most = format!("navn\n{}", "Ola\n".repeat(MOST_ROWS));
    assert_eq!(CrewList::read(most.as_bytes()).unwrap().listed.len(), MOST_ROWS);
}

#[test]
fn those_met_are_found_by_card_else_by_birth_date_and_a_name_as_people_spell_it() {
    let mut inspection = inspection(6);
    inspection.met[4].who.name = Some("Łukasz Jan Kowalski".parse().unwrap());
    inspection.met[5].who.name = Some("Åse Ødegård".parse().unwrap());
    let born = |n: usize| inspection.met[n].who.birth_date.unwrap();
    let file = format!(
        "{HEAD}{}{}AS;;Lukas Kovalsky;{};\nAS;;Ase Odegard;{};0009999\nAS;;Ola Nordmann;{};\nAS;;Åse Ødegård;;\n",
        row(0),
        row(1),
        born(4),
        born(5),
        born(5),
    );
    let done = with_crew(inspection, &file).comparison().unwrap();
    let found: Vec<_> =
        done.pairs.iter().map(|pair| (pair.line, pair.by, pair.other_card)).collect();
    assert_eq!(
        found,
        [
            (2, By::Card, false),
            (3, By::Card, false),
            (4, By::NameAndBirthDate, false),
            (5, By::NameAndBirthDate, true),
        ]
    );
    assert_eq!(done.unlisted, [met(2).id, met(3).id]);
    assert_eq!(done.not_met, [6, 7], "another name of the same day, and a name without a day");
    let without: Vec<_> = done.met_without_valid_card.iter().map(|pair| pair.line).collect();
    assert_eq!(without, [3], "the one whose card was invalid");
}

#[test]
fn a_name_that_fits_better_is_found_before_one_that_fits_too() {
    let mut inspection = inspection(1);
    inspection.met[0].who.card = None;
    let who = &inspection.met[0].who;
    let (name, born) = (who.name.clone().unwrap(), who.birth_date.unwrap());
    let file = format!("navn;født\n{name}x;{born}\n{name};{born}\n");
    assert_eq!(with_crew(inspection, &file).comparison().unwrap().pairs[0].line, 3);
}

#[test]
fn one_listed_with_another_employer_or_an_invalid_card_is_told() {
    let other = met(1).who.organisation_number.unwrap();
    let file = format!("navn;kort;orgnr\nOla;1;{other}\nKari;77;\n");
    let mut report = with_crew(inspection(1), &file);
    let crew = report.crew.as_mut().unwrap();
    crew.listed[1].standing = Some(Outcome::Invalid);
    let done = report.comparison().unwrap();
    assert!(done.pairs[0].other_employer);
    assert_eq!(done.absent_without_valid_card, [3]);
    assert_eq!(report::Report { crew: None, ..report.clone() }.comparison(), None);
}

#[test]
fn a_list_beside_nobody_is_all_not_met() {
    let done = with_crew(inspection(0), &format!("{HEAD}{}", row(0))).comparison().unwrap();
    assert_eq!((done.not_met.as_slice(), done.pairs.len()), ([2].as_slice(), 0));
    assert!(report(inspection(0)).comparison().is_none());
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        let _ = CrewList::read(&bytes);
        let _ = CrewList::read(&[HEAD.as_bytes(), &bytes].concat());
    }
}
