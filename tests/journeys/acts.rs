//! Inspectors' acts from two tablets without network, a battery that ends while one is sent, and
//! what worker and office see of it.

use std::path::Path;

use serde_json::Value;

use super::kills::{MOMENTS, killed_after, time_of};
use super::{Served, codes, hmskort, json, office, wallet};

/// A tablet of an inspector of an authority.
struct Tablet(String);

impl Tablet {
    fn enrol(folder: &Path, served: &Served, name: &str, authority: &str) -> Self {
        let store = folder.join(name).to_str().unwrap().to_owned();
        let link = served.link(&["inspector", name, "--authority", authority]);
        assert_eq!(json(&["inspect", "--store", &store, "enrol", &link, "--key-file"]).0, 0);
        Self(store)
    }

    fn says(&self, args: &[&str]) -> (i32, Value) {
        json(&[["inspect", "--store", &self.0].as_slice(), args].concat())
    }

    fn does(&self, args: &[&str]) -> Value {
        let (exit, answer) = self.says(args);
        assert_eq!(exit, 0, "{args:?}: {answer}");
        answer
    }

    fn remove(&self, card: &str) -> String {
        let args = ["remove", card, "--company", "974760673", "--reason", "no_contract"];
        self.does(&args)["act"].as_str().unwrap().to_owned()
    }
}

#[test]
fn of_two_tablets_offline_the_first_that_sends_is_heard_and_the_other_is_told_who_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    let inga = Tablet::enrol(folder, &served, "Inga", "Arbeidstilsynet");
    let tor = Tablet::enrol(folder, &served, "Tor", "Skatteetaten");
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    let (store, address) = (served.folder.clone(), served.address.replace("http://", ""));
    drop(served);

    // Offline: decided, taken back, decided; and what isn't Inga's to do.
    let (exit, said) = inga.says(&["seize", &card, "--reason", "used_by_another"]);
    assert_eq!(exit, 3, "{said}");
    let first = inga.remove(&card);
    inga.does(&["acts", "--undo", &first]);
    let first = inga.remove(&card);
    let args = ["remove", &card, "--company", "974760673", "--reason", "not_employed"];
    assert_eq!(inga.says(&args).0, 3, "it waits already");
    tor.remove(&card);
    let answer = inga.does(&["acts", "--send"]);
    assert_eq!(answer["sent"]["contact"], false, "{answer}");
    assert_eq!(answer["acts"][0]["state"], "queued", "without contact it can still be undone");

    let served = Served::at(&store, &address);
    let sent = tor.does(&["acts", "--send"]);
    assert_eq!(sent["acts"][0]["state"], "done", "{sent}");
    let sent = inga.does(&["sync"]);
    assert_eq!(sent["acts"]["answered"], 1, "{sent}");
    let told = &inga.does(&["acts"])["acts"][0];
    assert_eq!((&told["state"], &told["authority"]), (&"already".into(), &"skatteetaten".into()));
    assert!(told["at"].is_i64(), "{told}");
    assert_eq!(inga.says(&["acts", "--undo", &first]).0, 3, "it was sent");

    // The verdict, the worker, the office, and a new application.
    let verdict = |phone: &str| {
        inga.does(&["sync"]);
        let (_, shown) = wallet(folder, phone, &["show", "--employment", &employment]);
        inga.says(&["check", shown["text"].as_str().unwrap()]).1
    };
    assert_eq!(codes(&verdict("phone")), ["employment_removed"]);
    let (_, status) = wallet(folder, "phone", &["status", "--refresh"]);
    let notice = &status["employments"][0]["acts"][0];
    assert_eq!(notice["authority"], "skatteetaten", "{status}");
    assert!(notice["complain_until"].as_i64() > notice["at"].as_i64());
    let acts = served.office(&["acts"]);
    let act = acts.as_array().unwrap().iter().find(|act| act["outcome"] == "done").unwrap();
    let id = act["id"].as_str().unwrap();
    served.office(&["complaint", id, "--note", "the contract was in the van"]);
    served.office(&["undo-act", id, "--reason", "complaint upheld"]);
    assert_eq!(verdict("phone")["verdict"], "valid");
    tor.does(&["acts", "--send"]);
    assert!(tor.does(&["acts"])["acts"][0]["undone"].is_i64());
}

#[test]
fn a_tablet_killed_while_it_sends_has_the_act_done_once_and_finds_out() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, _) = office(folder);
    let tablet = Tablet::enrol(folder, &served, "Inga", "Arbeidstilsynet");
    let job = ["employment", &card, "--company", "974760673", "--industry", "cleaning"];
    let send = ["inspect", "--store", &tablet.0, "acts", "--send"];
    tablet.remove(&card);
    let whole = time_of(&send);
    for moment in 1..=MOMENTS {
        served.office(&job);
        let id = tablet.remove(&card);
        killed_after(whole * moment / MOMENTS, &send);
        let arrived = || {
            let acts = served.office(&["acts"]);
            let here = acts.as_array().unwrap().iter().filter(|act| act["id"] == *id).count();
            assert!(here <= 1, "killed at {moment}/{MOMENTS}: {acts}");
            here == 1
        };
        let before = arrived();
        let state = tablet.does(&["acts"])["acts"][0]["state"].clone();
        assert!(!before || state != "queued", "what arrived can't be taken back: {state}");
        let answer = tablet.does(&["acts", "--send"]);
        assert_eq!(answer["acts"][0]["state"], "done", "killed at {moment}/{MOMENTS}: {answer}");
        assert!(arrived());
    }
    let acts = served.office(&["acts"]);
    let fallen: Vec<_> = acts.as_array().unwrap().iter().map(|act| &act["employments"]).collect();
    assert!(fallen.iter().all(|fell| fell.as_array().unwrap().len() == 1), "{acts}");
    assert_eq!(fallen.len(), 1 + usize::try_from(MOMENTS).unwrap());
}

#[test]
fn a_card_that_two_seize_offline_is_seized_once_and_an_employment_removed_from_it_falls_too() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (served, card, employment) = office(folder);
    let [per, tor] =
        ["Per", "Tor"].map(|name| Tablet::enrol(folder, &served, name, "Skatteetaten"));
    let inga = Tablet::enrol(folder, &served, "Inga", "Arbeidstilsynet");
    let link = served.link(&["activate", &card, "--document", "passport"]);
    assert_eq!(wallet(folder, "phone", &["enrol", &link, "--key-file"]).0, 0);
    let (store, address) = (served.folder.clone(), served.address.replace("http://", ""));
    drop(served);

    // Offline: each undone once and decided again.
    let seize = ["seize", &card, "--reason", "used_by_another"];
    let mut sent = Vec::new();
    for (tablet, may_seize) in [(&per, true), (&tor, true), (&inga, false)] {
        let decide = || match may_seize {
            true => tablet.does(&seize)["act"].as_str().unwrap().to_owned(),
            false => tablet.remove(&card),
        };
        tablet.does(&["acts", "--undo", &decide()]);
        sent.push(decide());
        assert_eq!(tablet.does(&["acts"])["acts"].as_array().unwrap().len(), 1);
    }

    // Each sends twice, the second who seizes last.
    let served = Served::at(&store, &address);
    for tablet in [&tor, &inga, &per, &tor, &inga, &per] {
        tablet.does(&["acts", "--send"]);
    }
    let became = |tablet: &Tablet| tablet.does(&["acts"])["acts"][0]["state"].clone();
    assert_eq!([became(&tor), became(&inga), became(&per)], ["done", "done", "already"]);
    let output = hmskort(&["inspect", "--store", &per.0, "acts"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("nothing to do: skatteetaten was before"), "{said}");
    assert!(!said.contains("Tor"), "not by whom: {said}");

    // The office has all three and nothing that was undone; the card two reasons.
    let acts = served.office(&["acts"]);
    let mut kept: Vec<_> =
        acts.as_array().unwrap().iter().map(|act| act["id"].as_str().unwrap()).collect();
    kept.sort_unstable();
    sent.sort_unstable();
    assert_eq!(kept, sent);
    per.does(&["sync"]);
    let (_, shown) = wallet(folder, "phone", &["show", "--employment", &employment]);
    let verdict = per.says(&["check", shown["text"].as_str().unwrap()]).1;
    let mut reasons = codes(&verdict);
    reasons.sort_unstable();
    assert_eq!(reasons, ["card_seized", "employment_removed"]);
}
