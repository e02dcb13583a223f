//! What becomes of what the device knows when it is revoked, or has no contact for too long.

use inspector::{CustodyView, Inspector, InspectorError, SyncResult};
use store::KeyKeeper;
use test_support::at;

use crate::office::{site, sync};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

fn finds(tablet: &Inspector, now: i64) -> Result<usize, InspectorError> {
    tablet.find("ola", at(now)).map(|found| found.hits.len())
}

#[test]
fn a_revoked_device_deletes_all_at_its_next_contact_and_can_be_enrolled_anew() {
    let (office, mut tablet, _) = site();
    assert_eq!(finds(&tablet, 5).unwrap(), 1);
    office.issuer.revoke_inspector("Inga", at(10)).unwrap();
    let refused = tablet.sync(at(20), &mut |_| ());
    assert!(matches!(refused, Err(InspectorError::Revoked)), "{refused:?}");
    for _ in 0..2 {
        let revoked = CustodyView::Revoked { at: at(20).timestamp_millis() };
        assert_eq!(tablet.custody(at(30)), revoked);
        assert!(tablet.key_set().is_none());
        assert!(matches!(finds(&tablet, 30), Err(InspectorError::Revoked)));
        assert!(matches!(tablet.badge(at(30)), Err(InspectorError::NoBadge)));
        assert!(!office.store().join("index.db").exists());
        drop(tablet);
        tablet = Inspector::open(&office.store()).unwrap();
    }
    // Asking again changes nothing, and the first time stays.
    assert!(matches!(tablet.sync(at(99), &mut |_| ()), Err(InspectorError::Revoked)));
    assert_eq!(tablet.custody(at(99)), CustodyView::Revoked { at: at(20).timestamp_millis() });
    drop(tablet);
    let link = office.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    let mut tablet = Inspector::enrol(&office.store(), KeyKeeper::File, &link.to_string()).unwrap();
    assert_eq!(sync(&mut tablet, 100), SyncResult::Updated);
    assert_eq!(finds(&tablet, 100).unwrap(), 1);
}

#[test]
fn without_contact_for_thirty_days_the_index_is_locked_and_an_hour_later_deleted() {
    let (mut office, mut tablet, _) = site();
    office.close();
    let end = 30 * DAY;
    tablet.keep_watch(at(end - 1)).unwrap();
    assert_eq!(finds(&tablet, end - 1).unwrap(), 1);
    let kept = CustodyView::Kept { until: Some(at(end).timestamp_millis()) };
    assert_eq!(tablet.custody(at(end - 1)), kept);
    for now in [end, end + HOUR - 1] {
        tablet.keep_watch(at(now)).unwrap();
        assert!(matches!(finds(&tablet, now), Err(InspectorError::Locked)), "{now}");
        assert_eq!(
            tablet.custody(at(now)),
            CustodyView::Locked { since: at(end).timestamp_millis() }
        );
    }
    // It counts over a restart.
    drop(tablet);
    let mut tablet = Inspector::open(&office.store()).unwrap();
    tablet.keep_watch(at(end + HOUR)).unwrap();
    assert!(matches!(finds(&tablet, end + HOUR), Err(InspectorError::NoIndex)));
    let wiped = CustodyView::Wiped { at: at(end + HOUR).timestamp_millis() };
    assert_eq!(tablet.custody(at(end + HOUR)), wiped);
    assert!(!office.store().join("index.db").exists());
    assert!(tablet.key_set().is_none());
}

#[test]
fn a_contact_in_time_or_after_a_wipe_brings_everything_back() {
    let (office, mut tablet, _) = site();
    office.issuer.set_index_keep(3).unwrap();
    office.publish(at(DAY));
    sync(&mut tablet, DAY);
    // The service's clock doesn't matter here, the publication's does.
    office.publish(at(5 * DAY));
    tablet.keep_watch(at(5 * DAY)).unwrap();
    assert!(matches!(finds(&tablet, 5 * DAY), Err(InspectorError::Locked)));
    sync(&mut tablet, 5 * DAY);
    assert_eq!(finds(&tablet, 5 * DAY).unwrap(), 1);

    for now in [9 * DAY, 9 * DAY + HOUR] {
        tablet.keep_watch(at(now)).unwrap();
    }
    assert!(matches!(finds(&tablet, 9 * DAY + HOUR), Err(InspectorError::NoIndex)));
    office.publish(at(10 * DAY));
    assert_eq!(sync(&mut tablet, 10 * DAY), SyncResult::Updated);
    assert_eq!(finds(&tablet, 10 * DAY).unwrap(), 1);
}

#[test]
fn a_clock_that_was_wrong_for_a_moment_costs_nothing_and_one_set_back_opens_nothing() {
    let (office, mut tablet, _) = site();
    // Ahead by a year, and then set right.
    tablet.keep_watch(at(365 * DAY)).unwrap();
    assert!(matches!(finds(&tablet, 365 * DAY), Err(InspectorError::Locked)));
    tablet.keep_watch(at(DAY)).unwrap();
    assert_eq!(finds(&tablet, DAY).unwrap(), 1);
    // Overdue, locked, and the clock goes back a little: the hour counts from anew.
    tablet.keep_watch(at(30 * DAY + 2 * HOUR)).unwrap();
    tablet.keep_watch(at(30 * DAY)).unwrap();
    tablet.keep_watch(at(30 * DAY + HOUR - 1)).unwrap();
    assert!(office.store().join("index.db").exists());
    // Behind what was signed: nothing is looked up.
    assert!(matches!(finds(&tablet, -2 * DAY), Err(InspectorError::Locked)));
}

#[test]
fn a_kill_between_hearing_of_it_and_deleting_is_made_up_for_at_the_next_start() {
    let (office, tablet, _) = site();
    drop(tablet);
    let store = rusqlite::Connection::open(office.store().join("store.db")).unwrap();
    let key = std::fs::read_to_string(office.store().join("store.key")).unwrap();
    store.pragma_update(None, "key", format!("x'{key}'")).unwrap();
    store.execute("UPDATE custody SET revoked = 5", []).unwrap();
    drop(store);
    assert!(office.store().join("index.db").exists());
    let tablet = Inspector::open(&office.store()).unwrap();
    assert!(tablet.key_set().is_none());
    assert!(matches!(tablet.badge(at(30)), Err(InspectorError::NoBadge)));
    assert!(!office.store().join("index.db").exists());
}
