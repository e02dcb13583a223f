//! Meeting an inspector: is it one, and the receipt of the check.
//!
//! **Threat.** Somebody says that they are an inspector, or that a check never was. What the
//! tablet shows is believed only with the issuer's signature, and a receipt is kept only when it
//! names a code that this phone itself has made.

use card::Outcome;
use chrono::{DateTime, Utc};
use presentation::{CodeId, UnverifiedPresentation};
use rusqlite::params;
use serde::Serialize;
use verifier::{Policy, verify_badge};

use crate::{Held, Wallet, WalletError, query};

/// An inspector whose code was scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Met {
    /// The inspector's name.
    pub inspector: String,
    /// The authority.
    pub authority: String,
    /// When the tablet made the code, in Unix milliseconds.
    pub at: i64,
    /// The receipt, when the code was one.
    pub receipt: Option<Receipt>,
}

/// A check of this card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The inspector's name.
    pub inspector: String,
    /// The authority.
    pub authority: String,
    /// When the receipt was made, in Unix milliseconds.
    pub at: i64,
    /// What the inspector was told.
    pub outcome: &'static str,
    /// The company whose card was shown.
    pub company: String,
}

impl Wallet {
    /// Reads what an inspector's tablet shows. A receipt is kept.
    ///
    /// # Errors
    /// [`WalletError::Inspector`] when it is no inspector's code that can be trusted;
    /// [`WalletError::ReceiptOfAnother`] for the receipt of a code that this phone did not make.
    pub fn meet(&mut self, text: &str, now: DateTime<Utc>) -> Result<Met, WalletError> {
        let badge = verify_badge(text, &self.root, now, Policy::default().tolerance)?;
        let (inspector, authority) =
            (badge.inspector.name.to_string(), badge.inspector.authority.to_string());
        let at = badge.moment.starts_at();
        let receipt = match badge.receipt {
            None => None,
            Some(said) => {
                let held = self.maker_of(said.code).ok_or(WalletError::ReceiptOfAnother)?;
                let receipt = Receipt {
                    inspector: inspector.clone(),
                    authority: authority.clone(),
                    at: at.timestamp_millis(),
                    outcome: said.outcome.as_str(),
                    company: held.credential.claims().company.to_string(),
                };
                self.keep(&receipt, said.code, text)?;
                Some(receipt)
            }
        };
        Ok(Met { inspector, authority, at: at.timestamp_millis(), receipt })
    }

    /// The checks that this phone has receipts of, newest first.
    ///
    /// # Errors
    /// The store.
    pub fn receipts(&mut self) -> Result<Vec<Receipt>, WalletError> {
        query(&mut self.store, |connection| {
            let sql = "SELECT inspector, authority, at, outcome, company FROM receipt
                       ORDER BY at DESC, rowid DESC";
            connection
                .prepare(sql)?
                .query_map([], |row| {
                    let outcome: String = row.get(3)?;
                    let known = Outcome::ALL.into_iter().find(|one| one.as_str() == outcome);
                    Ok(Receipt {
                        inspector: row.get(0)?,
                        authority: row.get(1)?,
                        at: row.get(2)?,
                        outcome: known.unwrap_or(Outcome::Unconfirmed).as_str(),
                        company: row.get(4)?,
                    })
                })?
                .collect()
        })
    }

    /// The employment whose code has this name: made again, it is the same.
    fn maker_of(&self, code: CodeId) -> Option<&Held> {
        self.employments.iter().find(|held| {
            let Ok(holder) = self.holder(&held.id) else { return false };
            let shown = holder.frame(code.moment(), code.challenge());
            let printed = holder.paper(code.moment().starts_at());
            [shown, printed].iter().any(|frame| {
                UnverifiedPresentation::parse(frame.text()).is_ok_and(|made| made.id() == code)
            })
        })
    }

    fn keep(&mut self, receipt: &Receipt, code: CodeId, text: &str) -> Result<(), WalletError> {
        query(&mut self.store, |connection| {
            // The first one stays: a later one of the same check says nothing new.
            let sql = "INSERT OR IGNORE INTO receipt VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let Receipt { inspector, authority, at, outcome, company } = receipt;
            let code = code.to_string();
            connection.execute(sql, params![code, inspector, authority, at, outcome, company, text])
        })?;
        Ok(())
    }
}
