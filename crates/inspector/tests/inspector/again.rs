//! Checks of an inspection, judged again: what a later sync makes of them.

use card::Outcome;
use inspection::How;
use inspector::inspection::Told;
use test_support::at;
use verifier::Policy;

use crate::office::sync;
use crate::site::Site;

const DAY: i64 = 86_400;

#[test]
fn what_was_valid_offline_and_was_blocked_meanwhile_is_told_once_and_what_did_not_change_is_not() {
    let mut site = Site::new();
    let id = site.begin(10);
    let (ola, kari) = (site.scan(0, 100).id, site.scan(1, 110).id);
    // The office knew before the check, and the tablet didn't.
    let reason = card::Reason::WorkerNotEmployed;
    site.office.issuer.block(&site.jobs[0], reason, "test", at(50)).unwrap();
    site.office.publish(at(500));
    sync(&mut site.tablet, 500);
    let mut site = site.restart();
    let news = site.tablet.news(at(510)).unwrap();
    assert_eq!(news.iter().map(|one| &one.met).collect::<Vec<_>>(), [&ola], "Kari's is unchanged");
    assert_eq!((news[0].from, news[0].to), (Outcome::Valid, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "worker_not_employed");
    assert_eq!(news[0].reasons[0].because.since, Some(at(50)));
    assert_eq!(news[0].reasons[0].after, Some(false));
    let view = site.open(510);
    let of = |id: &inspection::MetId| view.inspection.met.iter().find(|met| met.id == *id).unwrap();
    let again = of(&ola).judged_again.as_ref().unwrap();
    assert_eq!((again.at, again.outcome), (at(500), Outcome::Invalid));
    assert_eq!(of(&ola).check.as_ref().unwrap().outcome, Outcome::Valid, "what was, stays");
    assert!(!again.came_later(of(&ola).check.as_ref().unwrap().at));
    assert_eq!(of(&kari).judged_again, None);
    assert!(of(&ola).findings.is_empty(), "what is found is for the inspector to say");

    // Told once: seen it is gone, and the next sync has nothing to say.
    site.tablet.news_seen(std::slice::from_ref(&ola)).unwrap();
    site.office.publish(at(600));
    sync(&mut site.tablet, 600);
    assert!(site.tablet.news(at(610)).unwrap().is_empty());
    // What comes after the check is told as such; and what is in order again.
    site.office.issuer.unblock(&site.jobs[0], reason, "test", at(620)).unwrap();
    site.office.issuer.block(&site.jobs[1], card::Reason::BlockedByOffice, "t", at(620)).unwrap();
    site.office.publish(at(700));
    sync(&mut site.tablet, 700);
    let news = site.tablet.news(at(710)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Invalid, Outcome::Valid));
    assert_eq!((news[1].to, news[1].reasons[0].after), (Outcome::Invalid, Some(true)));
    let view = site.open(710);
    assert_eq!(view.inspection.met[0].judged_again, None, "as it was checked");
    let kari = &view.inspection.met[1];
    assert!(kari.judged_again.as_ref().unwrap().came_later(kari.at));
    // One whose report has been sent is not judged any more; what was not seen yet still is told.
    site.tablet.end(&id, at(720)).unwrap();
    site.tablet.sent(&id).unwrap();
    let told: Vec<_> = site.tablet.news(at(730)).unwrap().into_iter().map(|one| one.met).collect();
    assert_eq!(told.len(), 2);
    site.tablet.news_seen(&told).unwrap();
    site.office.issuer.block(&site.jobs[0], reason, "test", at(740)).unwrap();
    site.office.publish(at(750));
    sync(&mut site.tablet, 750);
    assert!(site.tablet.news(at(760)).unwrap().is_empty());
}

#[test]
fn a_key_that_was_withdrawn_meanwhile_makes_the_check_invalid() {
    let mut site = Site::new();
    site.begin(10);
    let ola = site.scan(0, 100).id;
    let key = site.office.issuer.issuer_key_id().unwrap();
    site.office.issuer.withdraw_issuer_key(key, at(200)).unwrap();
    site.office.publish(at(300));
    sync(&mut site.tablet, 300);
    let news = site.tablet.news(at(310)).unwrap();
    assert_eq!((&news[0].met, news[0].to), (&ola, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "issuer_key_withdrawn");
    assert!(news[0].who.name.is_some(), "who it was is still known");
}

#[test]
fn a_card_of_a_key_that_the_tablet_did_not_know_is_put_in_as_told_and_known_after_the_sync() {
    let mut site = Site::new();
    site.begin(10);
    site.office.issuer.rotate_issuer_key(at(20)).unwrap();
    site.phones[0].refresh(at(30)).unwrap();
    let text = site.text(0, 40);
    let seen = site.tablet.meet_scanned(&text, at(40), &Policy::default()).unwrap();
    assert!(seen.put.is_none());
    let name = Some("Ola N".parse().unwrap());
    let told = Told { name, code: seen.unknown, ..Told::default() };
    let put = site.tablet.meet_told(told, at(41)).unwrap();
    assert_eq!(put.met.outcome(), Some(Outcome::Unconfirmed));
    site.office.publish(at(100));
    sync(&mut site.tablet, 100);
    let news = site.tablet.news(at(110)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Unconfirmed, Outcome::Valid), "{news:?}");
    assert_eq!(news[0].who.card, Some(site.cards[0]));
}

#[test]
fn one_who_was_looked_up_is_judged_again_by_the_index() {
    let mut site = Site::new();
    site.begin(10);
    let ola = site.tablet.meet_known(site.cards[0], Some(&site.jobs[0]), at(100)).unwrap();
    assert_eq!(ola.met.how, How::LookedUp);
    assert_eq!(ola.met.outcome(), Some(Outcome::Valid));
    site.tablet.meet_known(site.cards[1], None, at(100)).unwrap();
    site.office.issuer.block(&site.jobs[0], card::Reason::DNumberInactive, "t", at(50)).unwrap();
    site.office.publish(at(200));
    sync(&mut site.tablet, 200);
    let news = site.tablet.news(at(210)).unwrap();
    assert_eq!(news.len(), 1);
    assert_eq!((&news[0].met, news[0].to), (&ola.id, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "d_number_inactive");
}

#[test]
fn a_typed_code_is_judged_again_by_the_index_and_a_reason_that_the_service_kept_is_no_news() {
    let mut site = Site::new();
    site.begin(1);
    // The service's clock stands at the beginning.
    let typed = |site: &mut Site, phone: usize| {
        let code = site.phones[phone].typed_codes(at(0)).unwrap()[0].digits.clone();
        let card = site.cards[phone].to_string();
        site.tablet.meet_typed(&card, &code, at(2), &Policy::default()).unwrap()
    };
    site.office.issuer.block(&site.jobs[1], card::Reason::CompanyBankrupt, "t", at(1)).unwrap();
    let (ola, kari) = (typed(&mut site, 0), typed(&mut site, 1));
    assert_eq!((ola.verdict.outcome, kari.verdict.outcome), (Outcome::Valid, Outcome::Invalid));
    let ola = ola.put.unwrap();
    assert_eq!(ola.met.how, How::Typed);
    site.office.issuer.block(&site.jobs[0], card::Reason::CompanyBankrupt, "t", at(1)).unwrap();
    site.office.publish(at(100));
    sync(&mut site.tablet, 100);
    let news = site.tablet.news(at(110)).unwrap();
    assert_eq!(news.iter().map(|one| &one.met).collect::<Vec<_>>(), [&ola.id]);
    assert_eq!((news[0].from, news[0].to), (Outcome::Valid, Outcome::Invalid));
}

#[test]
fn stale_data_in_the_field_turns_into_an_answer_at_the_next_sync() {
    let mut site = Site::new();
    // The tablet was off for three weeks, with an inspection that waits.
    let id = site.begin(10);
    site.tablet.pause().unwrap();
    let mut site = site.restart();
    let now = 21 * DAY;
    site.tablet.keep_watch(at(now)).unwrap();
    site.tablet.resume(&id, at(now)).unwrap();
    let put = site.scan(0, now);
    let met = &put.met;
    assert_eq!(met.outcome(), Some(Outcome::Unconfirmed));
    assert_eq!(met.reasons()[0].code.as_str(), "data_too_old");
    assert_eq!(met.check.as_ref().unwrap().data_age_seconds(), Some(now));
    assert!(met.findings.is_empty(), "a doubt is held against nobody");
    site.office.publish(at(now + 100));
    sync(&mut site.tablet, now + 100);
    let news = site.tablet.news(at(now + 110)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Unconfirmed, Outcome::Valid));
}
