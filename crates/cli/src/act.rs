//! Inspectors' acts: `hmskort inspect remove|seize|acts`, and what the office does with them.

use std::path::Path;
use std::process::ExitCode;

use card::{ActKind, CardNumber, Ground, Industry, OrganisationNumber};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use inspector::Inspector;
use inspector::act::{ActState, ActView, Decision};
use issuer::{InspectorName, Issuer, Look, Role, Whom};
use serde_json::json;
use wire::{Act, ActId, ActOn, ActOutcome, MalformedText, Note, OfficeAct};

use crate::CliError;
use crate::out::{Out, time};

/// What an inspector does in the field.
#[derive(Subcommand)]
pub(crate) enum InField {
    /// Remove an employment from a card. It waits, and can be undone, until it is sent.
    Remove {
        #[command(flatten)]
        removal: Removal,
    },
    /// Seize a card, with all its employments; only for Skatteetaten.
    Seize {
        /// The card.
        card: CardNumber,
        #[command(flatten)]
        why: Why,
    },
    /// List what was decided and what became of it; send it, or undo what has not been sent.
    Acts {
        /// Send what waits, and ask what became of the rest.
        #[arg(long)]
        send: bool,
        /// Undo one that has not been sent.
        #[arg(long, value_name = "ACT", conflicts_with = "send")]
        undo: Option<ActId>,
    },
}

/// What the office does with acts.
#[derive(Subcommand)]
pub(crate) enum AtOffice {
    /// Remove an employment from a card, as Arbeidstilsynet's inspectors do.
    Remove {
        #[command(flatten)]
        removal: Removal,
    },
    /// List inspectors' acts, newest first.
    Acts {
        /// Only those on this card.
        #[arg(long)]
        card: Option<CardNumber>,
    },
    /// Undo an act, and publish it.
    UndoAct {
        /// The act.
        act: ActId,
        /// Why.
        #[arg(long, value_parser = note)]
        reason: Note,
    },
    /// Note a complaint against an act.
    Complaint {
        /// The act.
        act: ActId,
        /// What it says.
        #[arg(long, value_parser = note)]
        note: Note,
    },
    /// Set for how many days there can be a complaint against acts from now on.
    ComplaintDays {
        /// 1 to 365.
        days: u16,
    },
}

/// Which employment is removed, and why.
#[derive(Args)]
pub(crate) struct Removal {
    /// The card.
    card: CardNumber,
    /// The main unit on the card.
    #[arg(long)]
    company: OrganisationNumber,
    /// Its sub-unit, where the worker has several.
    #[arg(long)]
    sub_unit: Option<OrganisationNumber>,
    /// The card's industry, likewise.
    #[arg(long)]
    industry: Option<Industry>,
    #[command(flatten)]
    why: Why,
}

/// Why something is done.
#[derive(Args)]
pub(crate) struct Why {
    /// `not_employed`, `no_contract`, `wrong_industry`, `undeclared_work`, `no_right_to_work`,
    /// `false_information`, `used_by_another`, or `other` with a note.
    #[arg(long)]
    reason: Ground,
    /// What there is to say; worker and employer read it.
    #[arg(long, value_parser = note)]
    note: Option<Note>,
}

fn note(text: &str) -> Result<Note, MalformedText> {
    text.to_owned().try_into()
}

impl Removal {
    fn on(&self) -> ActOn {
        ActOn {
            organisation_number: self.company,
            sub_unit: self.sub_unit,
            industry: self.industry,
            status_index: None,
        }
    }
}

pub(crate) fn in_field(command: InField, store: &Path, out: Out) -> Result<ExitCode, CliError> {
    let (mut device, now) = (Inspector::open(store)?, Utc::now());
    let (kind, card_number, employment, why) = match command {
        InField::Acts { undo: Some(id), .. } => {
            device.take_back(&id)?;
            out.put(&json!({ "undone": id }), |_| "It is undone, and was never sent.".into());
            return Ok(ExitCode::SUCCESS);
        }
        InField::Acts { send, undo: None } => {
            let sent = send.then(|| device.send_acts(now)).transpose()?;
            let acts = device.acts()?;
            out.put(&json!({ "sent": sent, "acts": acts }), |_| {
                let contact = match sent {
                    Some(sent) if !sent.contact && sent.waiting > 0 => {
                        "No contact with the service; what is decided waits.\n"
                    }
                    _ => "",
                };
                let lines: Vec<_> = acts.iter().map(line).collect();
                let list = if lines.is_empty() { "No acts.".into() } else { lines.join("\n") };
                format!("{contact}{list}")
            });
            return Ok(ExitCode::SUCCESS);
        }
        InField::Remove { removal } => {
            (ActKind::RemoveEmployment, removal.card, Some(removal.on()), removal.why)
        }
        InField::Seize { card, why } => (ActKind::SeizeCard, card, None, why),
    };
    let Why { reason: ground, note } = why;
    let (holder, company) = (None, None);
    let decision = Decision { kind, card_number, employment, ground, note, holder, company };
    let id = device.decide(decision, now)?;
    out.put(&json!({ "act": id }), |_| {
        format!(
            "{id}\nIt is sent at the next contact (`acts --send`, `sync`); until then \
             `acts --undo` takes it back."
        )
    });
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn at_office(
    command: AtOffice,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    match command {
        AtOffice::Remove { removal } => {
            let act = Act {
                id: issuer::new_act_id()?,
                kind: ActKind::RemoveEmployment,
                card_number: removal.card,
                employment: Some(removal.on()),
                ground: removal.why.reason,
                note: removal.why.note,
                decided: now,
            };
            let kept = issuer.act(&InspectorName::of_office(by), &act, now)?;
            out.put(&kept, |kept| format!("{}: {}", kept.act.id, became(&kept.outcome)));
        }
        AtOffice::Acts { card } => {
            let whom = card.map_or(Whom::Everybody, Whom::Card);
            issuer.log_look(&Look { role: Role::Office, by, what: "acts", whom, why: "" }, now)?;
            let acts = issuer.acts(card)?;
            out.put(&acts, |acts| match acts.as_slice() {
                [] => "No acts.".into(),
                acts => acts.iter().map(office_line).collect::<Vec<_>>().join("\n\n"),
            });
        }
        AtOffice::UndoAct { act, reason } => {
            out.put(&issuer.undo_act(&act, &reason, by, now)?, office_line);
        }
        AtOffice::Complaint { act, note } => {
            out.put(&issuer.note_complaint(&act, &note, by, now)?, office_line);
        }
        AtOffice::ComplaintDays { days } => {
            issuer.set_complaint_days(days)?;
            out.put(&json!({ "complaint_days": days }), |_| {
                format!("From now on there can be a complaint for {days} days.")
            });
        }
    }
    Ok(())
}

fn line(act: &ActView) -> String {
    let when = |at: Option<i64>| at.map_or_else(String::new, |at| format!(" {}", time(at)));
    let became = match act.state {
        ActState::Queued => "waits to be sent".into(),
        ActState::Sending => "may have arrived; is sent again at the next contact".into(),
        ActState::Done => match act.undone {
            Some(at) => format!("done, and undone by the office {}", time(at)),
            None => format!("done{}", when(act.at)),
        },
        ActState::Already => {
            let who = act.authority.map_or("the office", card::Authority::as_str);
            format!("nothing to do: {who} was before{}", when(act.at))
        }
        ActState::CardUnknown => "not done: there is no such card".into(),
        ActState::EmploymentUnknown => "not done: the card has no such employment".into(),
        ActState::Refused => "refused by the service".into(),
    };
    format!(
        "{}  {}  card {}  {}\n  {became}",
        act.id,
        act.kind.as_str(),
        act.card_number,
        act.ground.what()
    )
}

fn became(outcome: &ActOutcome) -> String {
    match outcome {
        ActOutcome::Done { complain_until } => {
            format!("done; complaints until {}", time(complain_until.timestamp_millis()))
        }
        ActOutcome::Already { first_authority, first_at } => format!(
            "nothing to do: {} was before, {}",
            first_authority.map_or("the office", card::Authority::as_str),
            time(first_at.timestamp_millis())
        ),
        ActOutcome::CardUnknown => "not done: there is no such card".into(),
        ActOutcome::EmploymentUnknown => "not done: the card has no such employment".into(),
    }
}

fn office_line(OfficeAct { kept, inspector, events, .. }: &OfficeAct) -> String {
    let act = &kept.act;
    let mut text = format!(
        "{}  {}  card {}\n  {} of {}, {}: {}\n  {}",
        act.id,
        act.kind.as_str(),
        act.card_number,
        inspector,
        kept.authority.as_str(),
        time(kept.at.timestamp_millis()),
        act.ground.what(),
        became(&kept.outcome),
    );
    if let Some(note) = &act.note {
        text += &format!("\n  “{}”", note.as_str());
    }
    for event in events {
        let at = time(event.at.timestamp_millis());
        text += &format!("\n  {} {at}, {}: {}", event.kind.as_str(), event.by, event.note.as_str());
    }
    text
}
