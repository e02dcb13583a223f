//! For whoever rehearses: let a register fail, or something happen in it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, put};
use axum::{Json, Router};
use card::{NationalId, OrganisationNumber};
use chrono::{Days, NaiveDate};
use registers::{Employments, Entities, Entry, Memory, Standing};

use crate::fault::Failing;
use crate::server::Server;
use crate::{Example, maskinporten};

pub(crate) fn routes() -> Router<Arc<Server>> {
    Router::new()
        .route("/examples", get(examples))
        .route("/faults/{part}", put(fail).delete(mend))
        .route("/companies/{number}/bankrupt", put(bankrupt))
        .route("/people/{number}/left", put(left))
}

async fn examples(State(server): State<Arc<Server>>) -> Json<Vec<Example>> {
    Json(server.world().examples().to_vec())
}

async fn fail(
    State(server): State<Arc<Server>>,
    Path(part): Path<String>,
    Json(failing): Json<Failing>,
) -> StatusCode {
    set(&server, &part, Some(failing))
}

async fn mend(State(server): State<Arc<Server>>, Path(part): Path<String>) -> StatusCode {
    set(&server, &part, None)
}

fn set(server: &Server, part: &str, failing: Option<Failing>) -> StatusCode {
    if part != maskinporten::PART && part.parse::<registers::Register>().is_err() {
        return StatusCode::NOT_FOUND;
    }
    server.fail(part, failing);
    StatusCode::NO_CONTENT
}

/// A company goes bankrupt today.
async fn bankrupt(
    State(server): State<Arc<Server>>,
    Path(number): Path<OrganisationNumber>,
) -> StatusCode {
    let memory: &Memory = server.memory();
    let registers::Answer::Found(Entry::Unit(unit)) = memory.main_unit(number).await else {
        return StatusCode::NOT_FOUND;
    };
    let since = Some(server.now().date_naive());
    memory.put_unit(registers::Unit { standing: Standing::Bankrupt { since }, ..unit });
    StatusCode::NO_CONTENT
}

/// A person has left all employers as of yesterday.
async fn left(State(server): State<Arc<Server>>, Path(number): Path<String>) -> StatusCode {
    let Ok(person) = number.parse::<NationalId>() else { return StatusCode::NOT_FOUND };
    let memory: &Memory = server.memory();
    let registers::Answer::Found(mut employments) = memory.employments(&person).await else {
        return StatusCode::NOT_FOUND;
    };
    let yesterday: Option<NaiveDate> = server.now().date_naive().checked_sub_days(Days::new(1));
    for employment in &mut employments {
        employment.period.to = yesterday;
    }
    memory.set_employments(&person, employments);
    StatusCode::NO_CONTENT
}
