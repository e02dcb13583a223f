//! Approvals: who may work in cleaning and car care (Arbeidstilsynet's registers).

use card::{Industry, OrganisationNumber, Reason};
use chrono::{DateTime, Utc};
use key_set::{Approved, ApprovedCompany};
use registers::Register;
use rusqlite::{Connection, params};

use crate::employment::{Change, put_cause};
use crate::error::IssuerError;
use crate::night::approvals_of;
use crate::{Issuer, write};

impl Issuer {
    /// Approves a company for an industry, or withdraws that. What stands on cards follows: the
    /// reason *company not approved* comes to, or goes from, all its employments in the industry.
    /// Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a company that isn't registered; [`IssuerError::Malformed`]
    /// for construction, which needs no approval.
    pub fn set_approval(
        &self,
        company: OrganisationNumber,
        industry: Industry,
        approved: bool,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        if !industry.needs_approval() {
            return Err(IssuerError::Malformed("construction needs no approval"));
        }
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM company WHERE organisation_number = ?1)";
        if !transaction.query_row(sql, [company.get()], |row| row.get(0))? {
            return Err(IssuerError::NotFound("company"));
        }
        let key = params![company.get(), industry.code()];
        if approved {
            transaction.execute(
                "INSERT OR IGNORE INTO approval VALUES (?1, ?2, ?3, ?4)",
                params![company.get(), industry.code(), now.timestamp(), by],
            )?;
        } else {
            let sql = "DELETE FROM approval WHERE company = ?1 AND industry = ?2";
            transaction.execute(sql, key)?;
        }
        let employments: Vec<String> = transaction
            .prepare("SELECT id FROM employment WHERE company = ?1 AND industry = ?2")?
            .query_map(key, |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        // What the office knows of an approval gives way to what the register says at night.
        let source = approvals_of(industry).map_or("office", Register::as_str);
        for employment in &employments {
            let reason = Reason::CompanyNotApproved;
            let (set, since) = (!approved, now);
            put_cause(
                &transaction,
                &Change { employment, reason, set, since, source, by, at: now },
            )?;
        }
        Ok(transaction.commit()?)
    }
}

/// The list that goes out.
pub(crate) fn approved(database: &Connection) -> Result<Approved, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT c.organisation_number, c.name, a.industry
         FROM approval a JOIN company c ON c.organisation_number = a.company
         ORDER BY c.organisation_number, a.industry",
    )?;
    let mut rows = statement.query([])?;
    let mut companies: Vec<ApprovedCompany> = Vec::new();
    let damaged = || IssuerError::Database(rusqlite::Error::InvalidQuery);
    while let Some(row) = rows.next()? {
        let organisation_number =
            OrganisationNumber::try_from(row.get::<_, u32>(0)?).map_err(|_| damaged())?;
        let industry = Industry::from_code(row.get(2)?).ok_or_else(damaged)?;
        match companies.last_mut() {
            Some(last) if last.organisation_number == organisation_number => {
                last.industries.push(industry);
            }
            _ => companies.push(ApprovedCompany {
                organisation_number,
                name: row.get::<_, String>(1)?.parse().map_err(|_| damaged())?,
                industries: vec![industry],
            }),
        }
    }
    Ok(Approved::new(companies))
}
