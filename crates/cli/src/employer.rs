//! `hmskort issuer employer`: who may act for which company, and what their page needs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use card::{NationalId, OrganisationNumber, PersonName};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use clap::Subcommand;
use issuer::{Issuer, Login, Outside};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::CliError;
use crate::out::Out;

/// Longest settings file, in bytes.
const MAX_SETTINGS: u64 = 64 * 1024;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Let a person act for a company, in the place of Altinn.
    Grant {
        /// The main unit.
        company: OrganisationNumber,
        /// The person's name.
        name: PersonName,
        /// The person's fødselsnummer or D-number.
        #[arg(long)]
        national_id: NationalId,
        /// The last day, YYYY-MM-DD; without an end unless said.
        #[arg(long)]
        until: Option<NaiveDate>,
    },
    /// Take that back, and what was delegated with it.
    Revoke {
        /// The main unit.
        company: OrganisationNumber,
        /// The person's fødselsnummer or D-number.
        #[arg(long)]
        national_id: NationalId,
    },
    /// List who may act for a company, delegations among them.
    List {
        /// The main unit.
        company: OrganisationNumber,
    },
}

pub(crate) fn run(
    command: Command,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    match command {
        Command::Grant { company, name, national_id, until } => {
            let until = until.map(|day| (day + Days::new(1)).and_time(NaiveTime::MIN).and_utc());
            issuer.grant_authority(&national_id, &name, company, until, by, now)?;
            out.put(&json!({ "company": company }), |_| "Granted.".into());
        }
        Command::Revoke { company, national_id } => {
            issuer.revoke_authority(&national_id, company, by, now)?;
            out.put(&json!({ "company": company }), |_| "Revoked.".into());
        }
        Command::List { company } => {
            let people = issuer.who_may_act(company, now)?;
            out.put(&people, |people| {
                let line = |one: &wire::Colleague| {
                    let until =
                        one.until.map(|until| format!("until {}", until.format("%Y-%m-%d")));
                    let by = one.delegated_by.as_ref().map(|by| format!("by {}", by.as_str()));
                    let more = [until, by].into_iter().flatten().collect::<Vec<_>>().join(", ");
                    format!("{}  {more}", one.name.as_str())
                };
                people.iter().map(line).collect::<Vec<_>>().join("\n")
            });
        }
    }
    Ok(())
}

/// What the employers' page needs.
#[derive(clap::Args)]
pub(crate) struct ForPage {
    /// The folder of the employers' page, to be served at /employer.
    #[arg(long, value_name = "FOLDER", requires = "login")]
    pub(crate) employers: Option<PathBuf>,
    /// Where employers log in: a JSON file with issuer, client_id, client_secret and acr.
    #[arg(long, value_name = "FILE", env = "HMSKORT_LOGIN")]
    login: Option<PathBuf>,
}

impl ForPage {
    /// Those whom the service asks.
    pub(crate) fn outside(
        &self,
        registers: Option<&registers::Settings>,
    ) -> Result<Outside, CliError> {
        let login = self.login.as_deref().map(settings).transpose()?.map(Login::new).transpose()?;
        let entities = match registers {
            Some(settings) => {
                let connected = registers::connect(settings, Arc::new(Utc::now));
                Some(connected.map_err(|error| CliError::Words(error.to_string()))?.entities)
            }
            None => None,
        };
        Ok(Outside { login, entities })
    }
}

/// What stands in a settings file. What is wrong with it is told, and nothing of what it holds.
fn settings<T: DeserializeOwned>(file: &Path) -> Result<T, CliError> {
    let bytes = crate::inspect::read(file, MAX_SETTINGS)?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        CliError::Words(format!("{}: not such settings, at {line}:{column}", file.display()))
    })
}
