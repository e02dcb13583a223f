//! The terms that cards are issued on: for how long, when to warn, how patient to be with
//! registers. Settings of the issuer, kept in its database.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use crate::error::IssuerError;
use crate::{Issuer, mail};

/// The terms. Days and hours are whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Days that a card is valid once all is complete: two years today; the report suggests five
    /// (8.3). A change counts for what is issued from then on.
    pub validity_days: u16,
    /// Days that an approved card is valid until all is complete (5.1.2).
    pub temporary_days: u16,
    /// Days that a loan card is valid (7.3.1) **[ours]**.
    pub loan_days: u16,
    /// Days before something ends that worker and employer are warned **[ours]**.
    pub notice_days: u16,
    /// Days before a D-number goes inactive that they are warned **[ours]**: making it active
    /// again takes an appointment.
    pub d_number_notice_days: u16,
    /// Days that a register's last answer counts when it no longer gives any **[ours]**. Then
    /// cards show *unconfirmed since …*.
    pub silence_days: u16,
    /// Hours after which the office is told that a register is silent **[ours]**.
    pub office_hours: u16,
    /// A register that suddenly drops more than this share of its cards is not believed
    /// **[ours]**; percent.
    pub brake_percent: u8,
    /// Fewer cards than this are no sign of anything **[ours]**.
    pub brake_least: u32,
    /// When the night begins, by the clock of the machine that serves.
    pub night_at: NaiveTime,
    /// Where the office reads its notices.
    pub office_email: Option<String>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            validity_days: 730,
            temporary_days: 60,
            loan_days: 14,
            notice_days: 30,
            d_number_notice_days: 90,
            silence_days: 3,
            office_hours: 24,
            brake_percent: 5,
            brake_least: 20,
            night_at: NaiveTime::from_hms_opt(2, 0, 0).unwrap_or_default(),
            office_email: None,
        }
    }
}

/// On which terms an employment stands on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// In full.
    Full,
    /// Until photo, phone and all registers are there; the night then makes it full.
    Temporary,
    /// On loan, while the worker's own card is missing.
    Loan,
}

impl Term {
    /// Its name in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Temporary => "temporary",
            Self::Loan => "loan",
        }
    }
}

impl Terms {
    /// When a card that starts at `from` ends.
    #[must_use]
    pub fn end(&self, term: Term, from: DateTime<Utc>) -> DateTime<Utc> {
        let days = match term {
            Term::Full => self.validity_days,
            Term::Temporary => self.temporary_days,
            Term::Loan => self.loan_days,
        };
        from + TimeDelta::days(days.max(1).into())
    }

    pub(crate) fn silence(&self) -> TimeDelta {
        TimeDelta::days(self.silence_days.into())
    }

    pub(crate) fn read(database: &Connection) -> Result<Self, IssuerError> {
        let sql = "SELECT value FROM setting WHERE name = 'terms'";
        let stored: Option<String> =
            database.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?;
        stored.map_or_else(|| Ok(Self::default()), |text| parse(&text))
    }
}

fn parse(text: &str) -> Result<Terms, IssuerError> {
    let terms: Terms = serde_json::from_str(text).map_err(|_| IssuerError::Malformed("terms"))?;
    let spans = [terms.validity_days, terms.temporary_days, terms.loan_days, terms.silence_days];
    if spans.contains(&0) {
        return Err(IssuerError::Malformed("the terms: a span of no days"));
    }
    if !(1..=100).contains(&terms.brake_percent) {
        return Err(IssuerError::Malformed("the terms: brake_percent is 1 to 100"));
    }
    terms.office_email.as_deref().map(mail::address).transpose()?;
    Ok(terms)
}

impl Issuer {
    /// The terms.
    ///
    /// # Errors
    /// The database.
    pub fn terms(&self) -> Result<Terms, IssuerError> {
        Terms::read(&self.database())
    }

    /// Sets one of the terms, by its name and as JSON has it: `validity_days`, `1825`.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a name that isn't there; [`IssuerError::Malformed`] for a
    /// value that it can't have.
    pub fn set_term(&self, name: &str, value: &str) -> Result<Terms, IssuerError> {
        let mut terms =
            serde_json::to_value(self.terms()?).map_err(|_| IssuerError::Malformed("terms"))?;
        let field = terms.get_mut(name).ok_or(IssuerError::NotFound("term"))?;
        *field = serde_json::from_str(value).unwrap_or_else(|_| value.into());
        let text = terms.to_string();
        let terms = parse(&text)?;
        self.database().execute(
            "INSERT INTO setting VALUES ('terms', ?1)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [text],
        )?;
        Ok(terms)
    }
}
