//! `hmskort inspect find`: look-up in the index, and a person in full.

use card::{CardNumber, Industry, OrganisationNumber};
use chrono::{DateTime, Utc};
use inspector::inspection::Seen;
use inspector::{About, EmploymentView, Found, Hit, Inspector, PersonView, Presented};
use serde::Serialize;
use verifier::Verdict;

use crate::CliError;
use crate::inspect::describe;
use crate::inspection::{Left, left};
use crate::out::{Out, time};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A national number, card number or organisation number, whole or its beginning; or a name,
    /// with or without a birth date. Spaces don't matter.
    #[arg(required_unless_present_any = ["card", "workers"])]
    asked: Vec<String>,
    /// Show all about the holder of this card.
    #[arg(long, conflicts_with_all = ["asked", "workers"])]
    card: Option<CardNumber>,
    /// List the workers of this unit or sub-unit.
    #[arg(long, value_name = "NUMBER", conflicts_with = "asked")]
    workers: Option<OrganisationNumber>,
    /// Leave out so many of them.
    #[arg(long, default_value_t = 0, requires = "workers")]
    skip: u32,
    #[command(flatten)]
    here: Here,
    /// The one who is found is here: put into the open inspection.
    #[arg(long, conflicts_with = "workers")]
    met: bool,
    /// Look as at this time (RFC 3339); for tests and rehearsal.
    #[arg(long, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
}

/// What is inspected.
#[derive(clap::Args, Clone, Copy)]
pub(crate) struct Here {
    /// The industry of the work that is being checked.
    #[arg(long)]
    pub(crate) site: Option<Industry>,
    /// The employer that should be here, main unit or sub-unit; by itself the one that the open
    /// inspection expects.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) employer: Option<OrganisationNumber>,
}

/// A verdict, and all about the card's holder if the index has it.
#[derive(Serialize)]
pub(crate) struct InFull<'v> {
    #[serde(flatten)]
    verdict: &'v Verdict,
    person: Option<PersonView>,
    /// What it left in the open inspection.
    put: Option<Left>,
    /// Why it left nothing there.
    not_kept: Option<String>,
    #[serde(skip)]
    seen: &'v Seen,
}

pub(crate) fn run(device: &mut Inspector, args: &Args, out: Out) -> Result<(), CliError> {
    let now = args.at.unwrap_or_else(Utc::now);
    device.keep_watch(now)?;
    let employer = args.here.employer(device, now);
    let about = About { presented: None, site: args.here.site, employer };
    if let Some(card) = args.card {
        let none = || CliError::Words("the index has no such card".into());
        let person = device.person(card, &about, now)?.ok_or_else(none)?;
        return show(device, person, args.met, now, out);
    }
    let found = match args.workers {
        Some(unit) => device.workers(unit, args.skip, now)?,
        None => device.find(&args.asked.join(" "), now)?,
    };
    let only = match found.hits[..] {
        [Hit::Person { card, .. }] => device.person(card, &about, now)?,
        _ => None,
    };
    if args.met {
        let several = || CliError::Words("nobody, or more than one, was found; say more".into());
        return show(device, only.ok_or_else(several)?, true, now, out);
    }
    out.put(&found, |found| only.as_ref().map_or_else(|| list(found), person_text));
    Ok(())
}

/// One person; met, if that was said.
fn show(
    device: &mut Inspector,
    person: PersonView,
    met: bool,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    let put = met.then(|| device.meet_known(person.card, None, now)).transpose()?;
    let shown = Shown { person, put: put.as_ref().map(Left::of) };
    out.put(&shown, |shown| {
        let put = put.as_ref().map(|put| format!("{}\n", left(put)));
        person_text(&shown.person) + &put.unwrap_or_default()
    });
    Ok(())
}

/// A person, and what that left in the open inspection.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    person: PersonView,
    #[serde(skip_serializing_if = "Option::is_none")]
    put: Option<Left>,
}

impl Here {
    /// The employer that should be here: as it was said now, or of the open inspection.
    fn employer(&self, device: &Inspector, now: DateTime<Utc>) -> Option<OrganisationNumber> {
        let open = || device.open_inspection(now).ok().flatten();
        self.employer.or_else(|| Some(open()?.expected?.number))
    }
}

impl<'v> InFull<'v> {
    /// Looks up the holder of the card that a verdict is about. Without an index there is only the
    /// verdict.
    pub(crate) fn of(device: &Inspector, seen: &'v Seen, here: Here) -> Self {
        let alone = Self::alone(seen);
        let Some(card) = &seen.verdict.card else { return alone };
        let presented = Presented {
            status_index: card.status_index,
            organisation_number: card.organisation_number,
            sub_unit: card.sub_unit,
            industry: card.industry,
        };
        let now = seen.verdict.checked_at;
        let employer = here.employer(device, now);
        let about = About { presented: Some(presented), site: here.site, employer };
        let person = device.person(card.number, &about, now);
        Self { person: person.ok().flatten(), ..alone }
    }

    /// The verdict alone.
    pub(crate) fn alone(seen: &'v Seen) -> Self {
        let put = seen.put.as_ref().map(Left::of);
        let not_kept = seen.not_kept.as_ref().map(ToString::to_string);
        Self { verdict: &seen.verdict, person: None, put, not_kept, seen }
    }

    pub(crate) fn text(&self) -> String {
        let person = self.person.as_ref().map(|person| format!("\n{}", person_text(person)));
        let put = self.seen.put.as_ref().map(|put| format!("\n{}", left(put)));
        let unknown = self.seen.unknown.as_ref().map(|_| {
            "\n  not in the inspection: whose card it is can't be known (`meet --code` puts it in)"
        });
        let not_kept = self.seen.not_kept.as_ref();
        let not_kept = not_kept.map(|error| format!("\n  NOT in the inspection: {error}"));
        describe(self.verdict)
            + &not_kept.unwrap_or_default()
            + &put.unwrap_or_default()
            + unknown.unwrap_or_default()
            + &person.unwrap_or_default()
    }
}

fn list(found: &Found) -> String {
    let mut text = String::new();
    for hit in &found.hits {
        text += &match hit {
            Hit::Person { card, name, birth_date, companies } => {
                format!("{card}  {name}, born {birth_date}: {}\n", companies.join(", "))
            }
            Hit::Company { number, name, workers } => {
                let name = name.as_ref().map_or("(sub-unit)", |name| name.as_str());
                format!("{number}  {name}: {workers} workers (--workers {number})\n")
            }
        };
    }
    if found.hits.is_empty() {
        text += "Nobody and nothing was found.\n";
    }
    if found.more {
        text += "There are more.\n";
    }
    text
}

fn person_text(person: &PersonView) -> String {
    let mut text = format!(
        "{}, card {}\n  national number {}, born {}\n",
        person.name, person.card, person.national_id, person.birth_date
    );
    if person.phone_replaced {
        text += "  ! the code came from a phone that the card has since left\n";
    }
    for job in &person.employments {
        text += &employment_text(job);
    }
    for kind in &person.suggested {
        text += &format!("  ? to be found, if it is so: {} ({})\n", kind.what(), kind.as_str());
    }
    text + &format!("  index of {}\n", time(person.issued_at))
}

fn employment_text(job: &EmploymentView) -> String {
    let mark = if job.presented { "▶" } else { "-" };
    let company = job.company.as_deref().unwrap_or("?");
    let mut text = format!(
        "  {mark} {}: {company} ({}, unit {}), {}, until {}\n",
        job.status.as_str(),
        job.organisation_number,
        job.sub_unit,
        job.industry,
        time(job.valid_until)
    );
    if job.accepted_here == Some(false) {
        text += "      ! its industry is not accepted for the work that is inspected\n";
    }
    if job.expected == Some(false) {
        text += "      ! not the employer that should be here\n";
    }
    for reason in &job.reasons {
        let since = reason
            .since()
            .map_or(String::new(), |since| format!(" Since {}.", time(since.timestamp_millis())));
        text += &format!("      {}{since} {}\n", reason.what(), reason.how());
    }
    for change in &job.history {
        let what = if change.set { "came" } else { "went" };
        text += &format!("      {}: {} {what}\n", time(change.at), change.reason);
    }
    text
}
