//! When the next night begins.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone, Utc};

/// The first moment after `now` when the clock shows `at`. On the day when the clocks skip that
/// hour, one hour later; on the day when it comes twice, the first.
#[must_use]
pub fn next_night<Z: TimeZone>(now: &DateTime<Z>, at: NaiveTime) -> DateTime<Utc> {
    let today = now.date_naive();
    (0..=2)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .filter_map(|day| {
            let (time, zone) = (day.and_time(at), now.timezone());
            let skipped = || zone.from_local_datetime(&(time + TimeDelta::hours(1))).earliest();
            zone.from_local_datetime(&time).earliest().or_else(skipped)
        })
        .find(|night| night > now)
        .map_or_else(|| now.to_utc() + TimeDelta::days(1), |night| night.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    #[test]
    fn it_is_tonight_before_the_hour_and_tomorrow_from_the_hour_on() {
        let oslo = FixedOffset::east_opt(3_600).unwrap();
        let at = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
        for (now, night) in [
            ("2026-11-25T02:29:59+01:00", "2026-11-25T01:30:00Z"),
            ("2026-11-25T02:30:00+01:00", "2026-11-26T01:30:00Z"),
            ("2026-12-31T23:00:00+01:00", "2027-01-01T01:30:00Z"),
        ] {
            let now = DateTime::parse_from_rfc3339(now).unwrap().with_timezone(&oslo);
            assert_eq!(next_night(&now, at), night.parse::<DateTime<Utc>>().unwrap());
        }
    }
}
