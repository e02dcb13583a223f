//! `hmskort issuer token` and `audit`: who may, and who did.

use std::process::ExitCode;

use card::CardNumber;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use issuer::{Issuer, IssuerError, Look, Role, Whom};
use serde_json::json;
use wire::{AuditEntry, AuditHead};

use crate::CliError;
use crate::out::{Out, time};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make a bearer token for a role; it is shown once.
    #[command(alias = "office-token")]
    Token {
        /// office, auditor or site.
        #[arg(long, default_value = "office")]
        role: Role,
        /// What it is called in the history; the role's name unless said.
        #[arg(long)]
        name: Option<String>,
        /// Revoke the token of this name instead.
        #[arg(long)]
        revoke: bool,
    },
    /// The log of who looked at whom.
    #[command(subcommand)]
    Audit(Audit),
}

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// List the log, 1,000 entries at a time, the oldest first.
    List {
        /// Only entries behind this one.
        #[arg(long, default_value_t = 0)]
        after: u64,
        /// Only looks at this card, also those at its companies and at everybody.
        #[arg(long)]
        card: Option<CardNumber>,
    },
    /// Whether the log is whole: exit code 1 when it isn't. Note the head that it prints.
    Verify {
        /// A head noted before: that it is in the log still.
        #[arg(long)]
        noted: Option<AuditHead>,
    },
}

pub(crate) fn run(
    command: Command,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<ExitCode, CliError> {
    match command {
        Command::Token { role, name, revoke: false } => {
            let name = name.as_deref().unwrap_or(role.as_str());
            let token = issuer.new_token(role, name, now)?;
            out.put(&json!({ "token": token }), |_| token.clone());
        }
        Command::Token { role, name, revoke: true } => {
            let name = name.as_deref().unwrap_or(role.as_str());
            issuer.revoke_token(role, name, now)?;
            out.put(&json!({ "revoked": name }), |_| format!("The token {name} is revoked."));
        }
        Command::Audit(Audit::List { after, card }) => {
            let whom = card.map_or(Whom::Everybody, Whom::Card);
            let look = Look { role: Role::Auditor, by, what: "audit list", whom, why: "" };
            issuer.log_look(&look, now)?;
            let entries = issuer.audit_entries(after, card)?;
            out.put(&entries, |all| all.iter().map(line).collect::<Vec<_>>().join("\n"));
        }
        Command::Audit(Audit::Verify { noted }) => match issuer.verify_audit(noted.as_ref()) {
            Ok(head) => out.put(&head, |head| format!("The log is whole. Note its head: {head}")),
            Err(broken @ IssuerError::AuditBroken { .. }) => {
                out.error(&broken.into());
                return Ok(ExitCode::from(1));
            }
            Err(other) => return Err(other.into()),
        },
    }
    Ok(ExitCode::SUCCESS)
}

fn line(AuditEntry { id, at, role, by, what, whom, why, .. }: &AuditEntry) -> String {
    let why = if why.is_empty() { String::new() } else { format!("  ({why})") };
    format!("{id}  {}  {by} [{role}]  {what}: {whom}{why}", time(at.saturating_mul(1_000)))
}
