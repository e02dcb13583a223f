//! Look-up without a code, and a check in full, as an inspector does them.

use serde_json::Value;

use super::{codes, hmskort, json, office, wallet};

#[test]
fn a_person_is_found_by_number_name_and_company_and_a_check_tells_all_employments() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    served.office(&["company", "889640782", "Byggmester Ås AS"]);
    served.office(&["employment", &card, "--company", "889640782", "--industry", "construction"]);
    let tablet = folder.join("tablet");
    let tablet = tablet.to_str().unwrap();
    let inspect = |args: &[&str]| json(&[&["inspect", "--store", tablet], args].concat());
    let link = served.link(&["inspector", "Inga"]);
    assert_eq!(inspect(&["enrol", &link, "--key-file"]).0, 0);
    let (exit, answer) = inspect(&["find", "ola"]);
    assert_eq!(exit, 3);
    assert!(answer["error"].as_str().unwrap().contains("no index yet"), "{answer}");

    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    served.office(&["block", &employment, "--reason", "company_not_approved"]);
    let (_, synced) = inspect(&["sync"]);
    assert_eq!(
        (&synced["result"], &synced["overview"]["index"]["cards"]),
        (&"updated".into(), &1.into())
    );

    // Without network from here on.
    drop(served);
    for asked in [
        &["158890", "00187"][..],
        &["ola", "nordman"],
        &["Nordmann", "15.08.1990"],
        &[card.as_str()],
    ] {
        let (exit, found) = inspect(&[&["find"], asked].concat());
        assert_eq!(
            (exit, &found["hits"][0]["card"]),
            (0, &Value::from(card.clone())),
            "{asked:?}: {found}"
        );
    }
    let (_, found) = inspect(&["find", "byggmester as"]);
    assert_eq!(found["hits"][0]["number"], "889640782", "{found}");
    let (_, found) = inspect(&["find", "--workers", "889640782"]);
    assert_eq!(found["hits"].as_array().unwrap().len(), 1, "{found}");
    let (_, person) = inspect(&["find", "--card", &card, "--site", "car_care"]);
    assert_eq!(person["national_id"], "15889000187");
    assert_eq!(person["employments"].as_array().unwrap().len(), 2);

    let (_, status) = wallet(folder, "phone", &["status"]);
    let held = status["employments"].as_array().unwrap();
    let blocked = held.iter().find(|job| job["industry"] == "cleaning").unwrap();
    let id = blocked["id"].as_str().unwrap();
    let (_, shown) = wallet(folder, "phone", &["show", "--employment", id]);
    let (exit, checked) = inspect(&[
        "check",
        shown["text"].as_str().unwrap(),
        "--site",
        "construction",
        "--employer",
        "889640782",
    ]);
    assert_eq!((exit, codes(&checked)), (1, vec!["company_not_approved"]), "{checked}");
    let jobs = checked["person"]["employments"].as_array().unwrap();
    let told: Vec<_> = jobs
        .iter()
        .map(|job| (job["presented"].as_bool(), job["status"].as_str(), job["expected"].as_bool()))
        .collect();
    assert_eq!(
        told,
        [(Some(true), Some("invalid"), Some(false)), (Some(false), Some("valid"), Some(true)),]
    );
    assert_eq!(jobs[0]["reasons"][0]["mender"], "employer");

    // An inspection knows by itself who should be there, and words say what that suggests.
    assert_eq!(inspect(&["begin", "Torget 1"]).0, 0);
    let (_, view) = inspect(&["expect", "889640782"]);
    assert_eq!(view["expected"]["name"], "Byggmester Ås AS", "{view}");
    let words = |args: &[&str]| {
        let said = hmskort(&[&["inspect", "--store", tablet], args].concat());
        String::from_utf8(said.stdout).unwrap()
    };
    let suggested = "to be found, if it is so: card from another employer (wrong_employer)";
    let checked = words(&["check", shown["text"].as_str().unwrap()]);
    assert!(checked.contains(suggested), "{checked}");
    let found = words(&["find", "--card", &card]);
    assert!(found.contains("889640782") && !found.contains(suggested), "one fits: {found}");
    let found = words(&["find", "--card", &card, "--employer", "974760673"]);
    assert!(!found.contains(suggested), "{found}");
    let found = words(&["find", "--card", &card, "--site", "car_care"]);
    assert!(found.contains("(wrong_industry)"), "{found}");
    assert!(words(&["show"]).contains("who should be there: 889640782 Byggmester Ås AS"));
}
