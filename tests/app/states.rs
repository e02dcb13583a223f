//! What an inspector meets on some days only, screen by screen, for the rounds that look at each.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use crate::inspection::{begin, choose, scan_shown};
use crate::inspector::inspector;
use crate::office::Office;
use crate::photo::with_photo;
use crate::screen::Screen;
use crate::window::{Window, test_id};

/// Gives the window a code that the phone shows at a time.
fn scan(window: &Window, folder: &Path, at: DateTime<Utc>, more: &[&str]) {
    let at = at.to_rfc3339();
    scan_shown(window, &folder.join("worker"), &[&["--at", &at], more].concat());
}

/// Goes through them all and lets `look` look at each.
pub fn in_rare_states(screen: &Screen, look: &mut dyn FnMut(&Window, &str)) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let office = Office::open(folder);
    with_photo(&office, folder);
    office.tablet(folder);
    office.phone(folder);
    let window = inspector(screen, folder, None);
    look(&window, "never-synced");
    window.sync("updated");

    // The inspector's own code, four digits, a code without them, a receipt; and the photo.
    window.click("badge");
    window.wait_for("[data-testid='qr-code'][data-until]:not([data-until='0'])");
    look(&window, "badge");
    choose(&window, "badge");
    choose(&window, "new-challenge");
    window.wait_for(&test_id("challenge-digits"));
    look(&window, "challenge");
    scan(&window, folder, Utc::now(), &[]);
    window.wait_for(&test_id("finding-challenge_missing"));
    look(&window, "challenge-missing");
    choose(&window, "clear-challenge");
    window.click("next");
    scan(&window, folder, Utc::now(), &[]);
    window.wait_for(&test_id("person-photo"));
    choose(&window, "receipt");
    window.wait_for("[data-testid='qr-code'] path");
    look(&window, "photo-and-receipt");
    window.click("next");

    // Judged again.
    begin(&window);
    scan(&window, folder, Utc::now(), &[]);
    window.click("next");
    office.does(&["block", &office.employment, "--reason", "company_not_approved"]);
    choose(&window, "sync");
    window.wait_for(&test_id("news-item"));
    look(&window, "news");
    choose(&window, "news-seen");
    choose(&window, "pause");
    window.wait_for("[data-testid='kept'][data-state='paused']");
    office.does(&["unblock", &office.employment, "--reason", "company_not_approved"]);
    window.sync("updated");
    drop(window);
    office.close();

    // Without network: the photo is read off the phone. The window's clock is ahead of the phone's.
    let ahead = TimeDelta::minutes(5);
    let window = inspector(screen, folder, Some(Utc::now() + ahead));
    scan(&window, folder, Utc::now(), &[]);
    choose(&window, "read-photo-toggle");
    window.wait_for(&test_id("read-photo"));
    choose(&window, "new-challenge");
    let digits = window.wait_for(&test_id("challenge-digits")).replace(' ', "");
    look(&window, "photo-to-read-and-digits-asked");
    window.click("next");
    scan(&window, folder, Utc::now(), &["--challenge", &digits]);
    window.wait_for(&test_id("clocks"));
    look(&window, "clocks");
    drop(window);

    // Three weeks in a drawer, a month, and an hour more.
    let later = |time: TimeDelta| inspector(screen, folder, Some(Utc::now() + time));
    let window = later(TimeDelta::weeks(3));
    window.wait_for("[data-testid='data-age'][data-freshness='stale']");
    look(&window, "three-weeks");
    scan(&window, folder, Utc::now() + TimeDelta::weeks(3), &[]);
    window.wait_for(&test_id("finding-data_too_old"));
    look(&window, "three-weeks-verdict");
    drop(window);
    let month = TimeDelta::days(30) + TimeDelta::minutes(10);
    let window = later(month);
    window.wait_for("[data-testid='index-age'][data-custody='locked']");
    look(&window, "locked-with-index");
    drop(window);
    let window = later(month + TimeDelta::hours(1));
    window.wait_for("[data-testid='index-age'][data-custody='wiped']");
    look(&window, "locked-without-index");
}
