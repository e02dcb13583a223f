//! The night: every card is checked again against every register that has a say on it (2.2).
//!
//! It asks ([`ask`]), judges ([`judge`], by [`rules`]), weighs what it found and only then changes
//! how cards stand ([`change`]); then it tells people, and publishes once. How far it has come is
//! in the database, in the transaction of each step: whoever kills it loses a batch, and the next
//! call goes on from there. It has connections of its own, so that the service answers meanwhile.
//!
//! **Threats.** Register trouble that locks people out, which is what they hate most (7.3.3): see
//! [`rules`] for silence and [`change`] for a register that is suddenly half empty. Two nights at
//! once: a lock on a file, which the operating system lets go of with the process.

mod ask;
mod change;
mod fact;
mod judge;
mod report;
mod rules;
mod schedule;
mod subjects;

use std::fs::File;
use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use registers::{Register, Registers};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use tokio::runtime::Handle;

pub use change::{Changed, Changes};
pub use report::{Asked, Report};
pub(crate) use rules::approvals_of;
pub use schedule::next_night;

use crate::error::IssuerError;
use crate::index::Snapshot;
use crate::terms::Terms;
use crate::wallet::damaged;
use crate::{Issuer, connect, mail, notice, write};

/// A night that was broken off is gone on with for so long; after that its answers are too old.
const GOES_ON: TimeDelta = TimeDelta::hours(12);

/// What a register said so long ago is nobody's any more: the card is gone, or long unconfirmed.
const FORGOTTEN: TimeDelta = TimeDelta::days(90);

/// Registers that can be asked at once, each on a thread of its own: first those that tell who
/// is to be asked of the others, and by which number.
const WAVES: [&[Register]; 3] = [
    &[Register::Entities, Register::Population, Register::Cleaning, Register::CarCare],
    &[Register::Employments, Register::Staffing, Register::Permits],
    &[Register::Assignments],
];

/// How a night is to be.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// Registers whose changes are taken, however many there are: somebody has asked them.
    pub accepted: Vec<Register>,
    /// Who wants it; kept in the history.
    pub by: String,
}

/// How far a night has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It begins, or goes on where it was broken off.
    Began {
        /// Cards that last.
        cards: u32,
        /// It was broken off.
        goes_on: bool,
    },
    /// So many questions to a register.
    Asked {
        /// Which.
        register: Register,
        /// How many so far.
        asked: u64,
    },
    /// So many cards judged.
    Judged {
        /// How many so far.
        cards: u32,
    },
    /// So many changes made.
    Changed {
        /// How many so far.
        changes: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Ask,
    Judge,
    Weigh,
    Apply,
    Tell,
    Publish,
    Done,
    /// Broken off, and too long ago.
    Left,
}

impl Stage {
    const ALL: [Self; 8] = [
        Self::Ask,
        Self::Judge,
        Self::Weigh,
        Self::Apply,
        Self::Tell,
        Self::Publish,
        Self::Done,
        Self::Left,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Judge => "judge",
            Self::Weigh => "weigh",
            Self::Apply => "apply",
            Self::Tell => "tell",
            Self::Publish => "publish",
            Self::Done => "done",
            Self::Left => "left",
        }
    }
}

/// A night under way.
struct Night<'a> {
    id: i64,
    at: DateTime<Utc>,
    accepted: Vec<Register>,
    by: String,
    terms: Terms,
    progress: &'a (dyn Fn(Progress) + Sync),
}

impl Issuer {
    /// Checks all cards against all registers, and publishes; or goes on with the night that was
    /// broken off. Blocks, for minutes or hours: never on an async thread. `runtime` is where the
    /// registers' clients live.
    ///
    /// # Errors
    /// [`IssuerError::NightRuns`]; database and files. What is done by then stays done.
    pub fn night(
        &self,
        registers: &Registers,
        order: &Order,
        clock: &(dyn Fn() -> DateTime<Utc> + Sync),
        runtime: &Handle,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Report, IssuerError> {
        let lock = File::create(self.folder.join("night.lock"))?;
        lock.try_lock().map_err(|_| IssuerError::NightRuns)?;
        let mut database = self.connect()?;
        let (night, mut stage) = begin(&mut database, order, clock(), progress)?;
        if stage == Stage::Ask {
            self.ask(&night, registers, runtime)?;
            stage = night.goes_to(&database, Stage::Judge)?;
        }
        if stage == Stage::Judge {
            judge::judge_all(&night, &mut self.connect_lightly()?)?;
            stage = night.goes_to(&database, Stage::Weigh)?;
        }
        if stage == Stage::Weigh {
            change::weigh(&night, &mut database)?;
            stage = Stage::Apply;
        }
        if stage == Stage::Apply {
            change::apply(&night, &mut database)?;
            change::approvals(&night, &mut database)?;
            stage = night.goes_to(&database, Stage::Tell)?;
        }
        if stage == Stage::Tell {
            tell_office(&night, &mut database)?;
            mail::tell_employers(&mut database, night.at)?;
            night.goes_to(&database, Stage::Publish)?;
        }
        let version = self.publish_with(Snapshot::WhenItIsTime, clock())?;
        let report = night.report(&database, version)?;
        night.reach(&database, Stage::Done, &report)?;
        Ok(report)
    }

    /// When the last night began, and whether it was broken off.
    ///
    /// # Errors
    /// The database.
    pub fn last_night(&self) -> Result<Option<(DateTime<Utc>, bool)>, IssuerError> {
        let sql = "SELECT at, stage NOT IN ('done', 'left') FROM night ORDER BY id DESC LIMIT 1";
        let last = self
            .database()
            .query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))
            .optional()?;
        last.map(|(at, open)| Ok((DateTime::from_timestamp(at, 0).ok_or_else(damaged)?, open)))
            .transpose()
    }

    /// When this issuer was set up: its first publication.
    ///
    /// # Errors
    /// The database.
    pub fn set_up(&self) -> Result<DateTime<Utc>, IssuerError> {
        let sql = "SELECT min(issued) FROM publication";
        let first: i64 = self.database().query_row(sql, [], |row| row.get(0))?;
        DateTime::from_timestamp(first, 0).ok_or_else(damaged)
    }

    /// A connection besides the service's.
    pub(crate) fn connect(&self) -> Result<Connection, IssuerError> {
        connect(&self.folder.join("issuer.db"))
    }

    /// A connection that doesn't wait for the disk at the end of each batch, for what registers say
    /// and what would change by it. A power cut takes the last batches whole, and they are asked
    /// and judged again; the next stage begins with a commit that waits for all before it.
    fn connect_lightly(&self) -> Result<Connection, IssuerError> {
        let connection = self.connect()?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(connection)
    }

    /// Asks all registers; those that were left alone once more at the end.
    fn ask(
        &self,
        night: &Night<'_>,
        registers: &Registers,
        runtime: &Handle,
    ) -> Result<(), IssuerError> {
        let first_error = Mutex::new(None);
        for wave in WAVES.iter().chain([&Register::ALL.as_slice()]) {
            std::thread::scope(|scope| {
                for register in *wave {
                    scope.spawn(|| {
                        let asked = self.connect_lightly().and_then(|mut database| {
                            ask::ask_all(night, &mut database, registers, *register, runtime)
                        });
                        if let (Err(error), Ok(mut first)) = (asked, first_error.lock()) {
                            first.get_or_insert(error);
                        }
                    });
                }
            });
        }
        first_error.into_inner().ok().flatten().map_or(Ok(()), Err)
    }
}

/// Begins a night, or takes the last one up again.
fn begin<'a>(
    database: &mut Connection,
    order: &Order,
    now: DateTime<Utc>,
    progress: &'a (dyn Fn(Progress) + Sync),
) -> Result<(Night<'a>, Stage), IssuerError> {
    let transaction = write(database)?;
    let terms = Terms::read(&transaction)?;
    let open = "SELECT id, at, stage FROM night WHERE stage NOT IN ('done', 'left') AND at > ?1
                ORDER BY id DESC LIMIT 1";
    let open = transaction
        .query_row(open, [(now - GOES_ON).timestamp()], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let goes_on = open.is_some();
    let accepted = serde_json::to_string(&order.accepted).map_err(|_| damaged())?;
    let (id, at, stage) = match open {
        Some((id, at, stage)) => {
            transaction.execute(
                "UPDATE night SET accepted = ?2, by = ?3 WHERE id = ?1",
                params![id, accepted, order.by],
            )?;
            let stage = Stage::ALL.into_iter().find(|one| one.as_str() == stage);
            let at = DateTime::from_timestamp(at, 0).ok_or_else(damaged)?;
            (id, at, stage.ok_or_else(damaged)?)
        }
        None => {
            let left = "UPDATE night SET stage = 'left' WHERE stage NOT IN ('done', 'left')";
            transaction.execute(left, [])?;
            transaction.execute("DELETE FROM finding", [])?;
            let old = (now - FORGOTTEN).timestamp();
            transaction.execute("DELETE FROM answer WHERE answered < ?1", [old])?;
            transaction.execute(
                "INSERT INTO night (at, accepted, by, stage) VALUES (?1, ?2, ?3, ?4)",
                params![now.timestamp(), accepted, order.by, Stage::Ask.as_str()],
            )?;
            (transaction.last_insert_rowid(), now, Stage::Ask)
        }
    };
    let cards = "SELECT count(*) FROM employment WHERE valid_until > ?1";
    let cards = transaction.query_row(cards, [at.timestamp()], |row| row.get(0))?;
    transaction.commit()?;
    progress(Progress::Began { cards, goes_on });
    let (accepted, by) = (order.accepted.clone(), order.by.clone());
    Ok((Night { id, at, accepted, by, terms, progress }, stage))
}

/// Tells the office of registers that have been silent for too long.
fn tell_office(night: &Night<'_>, database: &mut Connection) -> Result<(), IssuerError> {
    let transaction = write(database)?;
    let patience = TimeDelta::hours(night.terms.office_hours.into());
    for asked in night.asked(&transaction)? {
        let kind = notice::Kind::Silent;
        match asked.silent_since {
            Some(since) if night.at - since >= patience => {
                let new = notice::raise(&transaction, kind, asked.register, since, 0)?;
                if new {
                    mail::tell_office(
                        &transaction,
                        &night.terms,
                        kind,
                        asked.register,
                        0,
                        night.at,
                    )?;
                }
            }
            Some(_) => {}
            None => notice::over(&transaction, kind, asked.register, night.at)?,
        }
    }
    Ok(transaction.commit()?)
}

impl Night<'_> {
    fn goes_to(&self, database: &Connection, stage: Stage) -> Result<Stage, IssuerError> {
        database.execute(
            "UPDATE night SET stage = ?2, cursor = '' WHERE id = ?1",
            params![self.id, stage.as_str()],
        )?;
        Ok(stage)
    }

    /// The same, with what is known by then.
    fn reach(
        &self,
        database: &Connection,
        stage: Stage,
        known: &impl Serialize,
    ) -> Result<(), IssuerError> {
        let known = serde_json::to_string(known).map_err(|_| damaged())?;
        database.execute(
            "UPDATE night SET stage = ?2, report = ?3 WHERE id = ?1",
            params![self.id, stage.as_str(), known],
        )?;
        Ok(())
    }
}
