//! Asking one register about everybody, as fast as it lets us.
//!
//! What it says is kept batch by batch together with how far we have come: a kill loses a batch
//! of questions and no answer counts twice. A register that is silent many times in a row is left
//! alone; what it said before stays.

use std::pin::pin;

use card::{NationalId, OrganisationNumber};
use futures_util::stream::{self, StreamExt};
use registers::{Answer, Approvals, Register, Registers, Silence};
use rusqlite::{Connection, params};
use tokio::runtime::Handle;

use super::fact::{Company, Fact, Person, employed};
use super::subjects::{self, Question};
use super::{Night, Progress};
use crate::error::IssuerError;
use crate::write;

/// So many silences in a row, and a register is left alone for this time.
const GIVE_UP: usize = 20;

/// Questions on their way at once, whatever a register says that it can take.
const AT_ONCE: u32 = 64;

/// What came of a batch.
#[derive(Default)]
struct Heard {
    /// Question, and what was said as it is kept.
    answers: Vec<(usize, Option<String>)>,
    /// Workers who have another number now.
    renumbered: Vec<(usize, NationalId)>,
    silences: u32,
    /// The last silence.
    silence: Option<Silence>,
    /// It was one too many.
    gave_up: bool,
}

impl Heard {
    fn asked(&self) -> u32 {
        u32::try_from(self.answers.len()).unwrap_or(u32::MAX).saturating_add(self.silences)
    }

    /// Takes an answer; `row` counts silences in a row.
    fn take(&mut self, question: usize, answer: Answer<Fact>, row: &mut usize) {
        match answer.found() {
            Ok(fact) => {
                *row = 0;
                self.answers.push((question, fact.as_ref().and_then(Fact::to_json)));
            }
            Err(silence) => {
                *row += 1;
                self.silences += 1;
                self.silence = Some(silence);
                self.gave_up |= *row >= GIVE_UP;
            }
        }
    }
}

/// Asks a register about all that it has a say on, from where this night has come to.
pub(super) fn ask_all(
    night: &Night<'_>,
    database: &mut Connection,
    registers: &Registers,
    register: Register,
    runtime: &Handle,
) -> Result<(), IssuerError> {
    database.execute(
        "INSERT OR IGNORE INTO register (name, asked) VALUES (?1, ?2)",
        params![register.as_str(), night.at.timestamp()],
    )?;
    database.execute(
        "INSERT OR IGNORE INTO asking (night, register) VALUES (?1, ?2)",
        params![night.id, register.as_str()],
    )?;
    let (mut cursor, done, mut asked): (i64, bool, u64) = database.query_row(
        "SELECT cursor, done, asked FROM asking WHERE night = ?1 AND register = ?2",
        params![night.id, register.as_str()],
        |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, u32>(2)?.into())),
    )?;
    if done {
        return Ok(());
    }
    let mut row = 0;
    while let Some((questions, end)) = subjects::next(database, register, cursor, night.at)? {
        let heard = runtime.block_on(ask(registers, register, &questions, &mut row));
        let end = if heard.gave_up { cursor } else { end };
        keep(night, database, register, &questions, &heard, end)?;
        asked += u64::from(heard.asked());
        (night.progress)(Progress::Asked { register, asked });
        if heard.gave_up {
            return Ok(());
        }
        cursor = end;
    }
    database.execute(
        "UPDATE asking SET done = 1 WHERE night = ?1 AND register = ?2",
        params![night.id, register.as_str()],
    )?;
    Ok(())
}

/// Asks a batch of questions, several at once.
async fn ask(
    registers: &Registers,
    register: Register,
    questions: &[Question],
    row: &mut usize,
) -> Heard {
    let mut heard = Heard::default();
    if register == Register::Population {
        let people: Vec<NationalId> = questions.iter().filter_map(number).cloned().collect();
        let answers = registers.population.residents(&people).await;
        for (at, (answer, asked)) in answers.into_iter().zip(&people).enumerate() {
            if let Answer::Found(resident) = &answer
                && resident.national_id != *asked
            {
                heard.renumbered.push((at, resident.national_id.clone()));
            }
            heard.take(at, answer.map(|resident| Fact::Person(Person::from(&resident))), row);
        }
        return heard;
    }
    let at_once = registers.limits(register).at_once.get().min(AT_ONCE);
    let answers = stream::iter(questions.iter().enumerate())
        .map(|(at, question)| async move { (at, one(registers, register, question).await) })
        .buffered(usize::try_from(at_once).unwrap_or(1));
    let mut answers = pin!(answers);
    while let Some((at, answer)) = answers.next().await {
        heard.take(at, answer, row);
        if heard.gave_up {
            break;
        }
    }
    heard
}

fn number(question: &Question) -> Option<&NationalId> {
    match question {
        Question::Person { number, .. } | Question::Assignment { number, .. } => Some(number),
        Question::Company(_) => None,
    }
}

/// Asks one question. The fact is JSON already, whatever it is of.
async fn one(registers: &Registers, register: Register, question: &Question) -> Answer<Fact> {
    match (register, question) {
        (Register::Entities, Question::Company(number)) => registers
            .entities
            .main_unit(*number)
            .await
            .map(|entry| Fact::Company(Company::from(entry))),
        (Register::Staffing, Question::Company(number)) => {
            approval(&*registers.staffing, *number).await
        }
        (Register::Cleaning, Question::Company(number)) => {
            approval(&*registers.cleaning, *number).await
        }
        (Register::CarCare, Question::Company(number)) => {
            approval(&*registers.car_care, *number).await
        }
        (Register::Employments, Question::Person { number, companies, .. }) => registers
            .employments
            .employments(number)
            .await
            .map(|all| Fact::Employed(employed(&all, companies))),
        (Register::Permits, Question::Person { number, .. }) => {
            registers.permits.permit(number).await.map(|permit| Fact::Permit(permit.into()))
        }
        (Register::Assignments, Question::Assignment { number, company, .. }) => {
            registers.assignments.assignments(*company, number).await.map(Fact::Assignments)
        }
        _ => Answer::Silent(Silence::Malformed),
    }
}

async fn approval(register: &dyn Approvals, company: OrganisationNumber) -> Answer<Fact> {
    register.approval(company).await.map(|approval| Fact::Approved(approval.into()))
}

/// Keeps what was heard, and how far we have come.
fn keep(
    night: &Night<'_>,
    database: &mut Connection,
    register: Register,
    questions: &[Question],
    heard: &Heard,
    cursor: i64,
) -> Result<(), IssuerError> {
    let (name, at) = (register.as_str(), night.at.timestamp());
    let transaction = write(database)?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO answer (register, subject, company, answered, fact)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET answered = excluded.answered, fact = excluded.fact",
    )?;
    for (question, fact) in &heard.answers {
        if let Some((subject, company)) = questions.get(*question).map(Question::key) {
            insert.execute(params![name, subject, company, at, fact])?;
        }
    }
    drop(insert);
    for (question, number) in &heard.renumbered {
        if let Some((worker, _)) = questions.get(*question).map(Question::key) {
            // Somebody who has a card under each number is for the office to sort out.
            transaction.execute(
                "UPDATE OR IGNORE worker SET national_id = ?2 WHERE id = ?1",
                params![worker, number.expose()],
            )?;
        }
    }
    transaction.execute(
        "UPDATE asking SET cursor = ?3, asked = asked + ?4, answered = answered + ?5,
                silence = coalesce(?6, silence)
         WHERE night = ?1 AND register = ?2",
        params![
            night.id,
            name,
            cursor,
            heard.asked(),
            heard.asked() - heard.silences,
            heard.silence.map(Silence::code)
        ],
    )?;
    // A register that answers some is not silent; one that answers none has been since the first.
    let sql = match (heard.answers.len(), heard.silences) {
        (0, 0) => return Ok(transaction.commit()?),
        (0, _) => "UPDATE register SET silent_since = coalesce(silent_since, ?2) WHERE name = ?1",
        _ => "UPDATE register SET answered = ?2, silent_since = NULL WHERE name = ?1",
    };
    transaction.execute(sql, params![name, at])?;
    Ok(transaction.commit()?)
}
