//! Places, and who one works for there. They stay on the phone, in the encrypted store.

use card::EmploymentId;
use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::{Wallet, WalletError, query};

/// Most places that are kept; the oldest goes first.
const MOST: u32 = 50;

/// How near is the same place, in metres: a large building site.
const NEAR: f64 = 400.0;

/// Metres in a thousandth of a degree of latitude.
const METRES: f64 = 111.2;

/// A position, to about a hundred metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    latitude: i32,
    longitude: i32,
}

impl Place {
    /// A position in degrees (WGS 84); `None` for what is none.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let thousandths = |degrees: f64, most: f64| {
            // In range, so that the cast is exact.
            #[expect(clippy::cast_possible_truncation, reason = "at most 180,000")]
            (degrees.abs() <= most).then(|| (degrees * 1000.0).round() as i32)
        };
        Some(Self {
            latitude: thousandths(latitude, 90.0)?,
            longitude: thousandths(longitude, 180.0)?,
        })
    }

    /// Metres between two places that are near each other.
    fn distance(self, other: Self) -> f64 {
        let north = f64::from(self.latitude - other.latitude);
        let around = (self.longitude - other.longitude).abs();
        let around = f64::from(around.min(360_000 - around));
        let shrink = (f64::from(self.latitude) / 1000.0).to_radians().cos();
        north.hypot(around * shrink) * METRES
    }
}

impl Wallet {
    /// Remembers who one works for at a place.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`]; the store.
    pub fn remember_place(
        &mut self,
        place: Place,
        employment: &EmploymentId,
        now: DateTime<Utc>,
    ) -> Result<(), WalletError> {
        self.credential(employment)?;
        let near: Vec<Place> = self
            .places()?
            .into_iter()
            .map(|(p, _)| p)
            .filter(|p| p.distance(place) < NEAR)
            .collect();
        query(&mut self.store, |connection| {
            let transaction = connection.transaction()?;
            for Place { latitude, longitude } in near {
                let sql = "DELETE FROM place WHERE latitude = ?1 AND longitude = ?2";
                transaction.execute(sql, [latitude, longitude])?;
            }
            transaction.execute(
                "INSERT INTO place VALUES (?1, ?2, ?3, ?4)",
                params![place.latitude, place.longitude, employment.as_ref(), now.timestamp()],
            )?;
            transaction.execute(
                "DELETE FROM place WHERE rowid NOT IN
                 (SELECT rowid FROM place ORDER BY at DESC, rowid DESC LIMIT ?1)",
                [MOST],
            )?;
            transaction.commit()
        })?;
        self.places = Self::count_places(&mut self.store)?;
        Ok(())
    }

    /// Who one works for at the nearest place that is remembered, if one is near.
    ///
    /// # Errors
    /// The store.
    pub fn employment_at(&mut self, place: Place) -> Result<Option<EmploymentId>, WalletError> {
        let places = self.places()?;
        let nearest = places
            .into_iter()
            .map(|(there, employment)| (place.distance(there), employment))
            .filter(|(metres, _)| *metres < NEAR)
            .min_by(|one, other| one.0.total_cmp(&other.0));
        let employment = nearest.and_then(|(_, employment)| employment.parse().ok());
        Ok(employment.filter(|id| self.credential(id).is_ok()))
    }

    /// How many places are remembered.
    pub(crate) fn count_places(store: &mut store::Store) -> Result<u32, WalletError> {
        query(store, |c| c.query_row("SELECT count(*) FROM place", [], |row| row.get(0)))
    }

    /// Forgets all places.
    ///
    /// # Errors
    /// The store.
    pub fn forget_places(&mut self) -> Result<(), WalletError> {
        query(&mut self.store, |c| c.execute("DELETE FROM place", []))?;
        self.places = 0;
        Ok(())
    }

    fn places(&mut self) -> Result<Vec<(Place, String)>, WalletError> {
        query(&mut self.store, |connection| {
            let mut statement =
                connection.prepare("SELECT latitude, longitude, employment FROM place")?;
            let rows = statement.query_map([], |row| {
                Ok((Place { latitude: row.get(0)?, longitude: row.get(1)? }, row.get(2)?))
            })?;
            rows.collect()
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_place_is_on_earth_and_a_site_is_one_place() {
        for (latitude, longitude) in
            [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)]
        {
            assert_eq!(Place::new(latitude, longitude), None);
        }
        let oslo = Place::new(59.9139, 10.7522).unwrap();
        let across_the_street = Place::new(59.9145, 10.7540).unwrap();
        let bergen = Place::new(60.3913, 5.3221).unwrap();
        assert!(oslo.distance(across_the_street) < NEAR);
        assert!((oslo.distance(bergen) - 306_000.0).abs() < 5_000.0);
        let (fiji, east) =
            (Place::new(-17.0, 179.9995).unwrap(), Place::new(-17.0, -179.9995).unwrap());
        assert!(fiji.distance(east) < NEAR);
    }
}
