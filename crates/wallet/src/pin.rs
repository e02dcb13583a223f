//! The PIN: few tries, counted before they are looked at.
//!
//! **Threat.** Somebody else has the phone in hand, unlocked. The tries are counted in the store,
//! so neither a kill nor a restart gives new ones, and there are ten in all: more waiting after
//! each three, then only a new activation. A clock that is set forward skips a wait, never a try.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use ring::pbkdf2;
use ring::rand::{SecureRandom, SystemRandom};
use rusqlite::{OptionalExtension, params};
use store::Store;
use zeroize::Zeroizing;

use crate::{WalletError, query};

/// Wrong tries in a row after which only a new activation helps.
pub const MOST_WRONG: u32 = 10;

/// OWASP's advice for PBKDF2-HMAC-SHA256 (2023). The store around it is encrypted as well.
const ROUNDS: NonZeroU32 = NonZeroU32::new(600_000).unwrap();
const ALGORITHM: pbkdf2::Algorithm = pbkdf2::PBKDF2_HMAC_SHA256;
const HASH_BYTES: usize = 32;

/// Four to eight digits. Its `Debug` hides it.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

/// What can't be a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedPin {
    /// Not four to eight digits.
    #[error("a PIN has four to eight digits")]
    Digits,
    /// All the same, or all in a row: what a thief tries first.
    #[error("this PIN is too easy to guess")]
    TooSimple,
}

impl FromStr for Pin {
    type Err = MalformedPin;

    fn from_str(text: &str) -> Result<Self, MalformedPin> {
        let digits = text.as_bytes();
        if !(4..=8).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
            return Err(MalformedPin::Digits);
        }
        let steps = |step: i16| {
            let mut pairs = digits.iter().zip(digits.iter().skip(1));
            pairs.all(|(one, next)| i16::from(*next) - i16::from(*one) == step)
        };
        if [0, 1, -1].into_iter().any(steps) {
            return Err(MalformedPin::TooSimple);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// Whether there is one.
pub(crate) fn is_set(store: &mut Store) -> Result<bool, WalletError> {
    query(store, |c| c.query_row("SELECT EXISTS (SELECT 1 FROM pin)", [], |row| row.get(0)))
}

/// Takes a new one.
pub(crate) fn set(store: &mut Store, pin: &Pin) -> Result<(), WalletError> {
    let mut salt = [0; 16];
    SystemRandom::new().fill(&mut salt).map_err(|_| WalletError::NoRandomness)?;
    let mut hash = [0; HASH_BYTES];
    pbkdf2::derive(ALGORITHM, ROUNDS, &salt, pin.0.as_bytes(), &mut hash);
    query(store, |connection| {
        let sql = "INSERT OR REPLACE INTO pin (one, salt, hash) VALUES (1, ?1, ?2)";
        connection.execute(sql, params![salt, hash])
    })?;
    Ok(())
}

/// Forgets it.
pub(crate) fn clear(store: &mut Store) -> Result<(), WalletError> {
    query(store, |connection| connection.execute("DELETE FROM pin", []))?;
    Ok(())
}

/// Tries one, and says what became of it. Without a PIN everything is right.
pub(crate) fn try_out(store: &mut Store, pin: &Pin, now: DateTime<Utc>) -> Result<(), WalletError> {
    type Row = (Vec<u8>, Vec<u8>, u32, i64);
    let row: Option<Row> = query(store, |connection| {
        let sql = "SELECT salt, hash, wrong, wait_until FROM pin";
        connection
            .query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
            .optional()
    })?;
    let Some((salt, hash, wrong, wait_until)) = row else { return Ok(()) };
    if wrong >= MOST_WRONG {
        return Err(WalletError::PinSpent);
    }
    let until = DateTime::from_timestamp(wait_until, 0).unwrap_or_default();
    // A wait longer than any there is means that the clock was set back.
    if now < until && until - now <= wait_after(MOST_WRONG - 1) {
        return Err(WalletError::PinWait { until });
    }
    // Counted first, and against the same count: two at once are two tries, a kill is one.
    let next = (now + wait_after(wrong + 1)).timestamp();
    let counted = query(store, |connection| {
        let sql = "UPDATE pin SET wrong = wrong + 1, wait_until = ?2 WHERE wrong = ?1";
        connection.execute(sql, params![wrong, next])
    })?;
    let right = pbkdf2::verify(ALGORITHM, ROUNDS, &salt, pin.0.as_bytes(), &hash).is_ok();
    if counted == 1 && right {
        query(store, |c| c.execute("UPDATE pin SET wrong = 0, wait_until = 0", []))?;
        return Ok(());
    }
    match MOST_WRONG.saturating_sub(wrong + 1) {
        0 => Err(WalletError::PinSpent),
        left => Err(WalletError::PinWrong { left }),
    }
}

/// How long to wait after so many wrong tries.
fn wait_after(wrong: u32) -> TimeDelta {
    match wrong {
        3 => TimeDelta::minutes(1),
        6 => TimeDelta::minutes(15),
        9 => TimeDelta::hours(1),
        _ => TimeDelta::zero(),
    }
}
