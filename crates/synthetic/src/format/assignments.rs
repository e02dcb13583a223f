//! Skatteetaten's *Arbeidsforhold i oppdrag*.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use card::{NationalId, OrganisationNumber};
use registers::{Answer, Assignments, Register};
use serde_json::{Value, json};

use crate::server::Server;

pub(super) fn routes() -> Router<Arc<Server>> {
    Router::new().route("/{company}/{person}", get(assignments))
}

async fn assignments(
    State(server): State<Arc<Server>>,
    Path((company, person)): Path<(String, String)>,
) -> Response {
    let (Ok(company), Ok(person)) =
        (company.parse::<OrganisationNumber>(), person.parse::<NationalId>())
    else {
        return problem(StatusCode::BAD_REQUEST, "ARBEIDSFORHOLD-006");
    };
    let found = match server.hides(Register::Assignments, person.expose()) {
        true => Answer::NotFound,
        false => server.memory().assignments(company, &person).await,
    };
    let Answer::Found(periods) = found else {
        return problem(StatusCode::NOT_FOUND, "ARBEIDSFORHOLD-007");
    };
    let today = server.now().date_naive();
    let active = periods.iter().any(|period| period.covers(today));
    let written: Vec<Value> = periods
        .iter()
        .map(|period| match period.to {
            Some(to) => json!({ "startdato": period.from, "sluttdato": to }),
            None => json!({ "startdato": period.from }),
        })
        .collect();
    Json(json!({ "aktiv": if active { "JA" } else { "NEI" }, "perioder": written })).into_response()
}

fn problem(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "kode": code, "melding": "", "korrelasjonsid": "" }))).into_response()
}
