//! Arbeidstilsynet's registers.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use card::OrganisationNumber;
use registers::{Answer, ApprovalStanding, Register};
use serde_json::{Value, json};

use crate::server::Server;

pub(super) fn routes(register: Register) -> Router<Arc<Server>> {
    let answer = async move |State(server): State<Arc<Server>>, Path(number): Path<String>| {
        approval(&server, register, &number).await
    };
    Router::new().route("/{number}", get(answer))
}

async fn approval(server: &Server, register: Register, text: &str) -> Response {
    let Ok(company) = text.parse::<OrganisationNumber>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let registers = server.world().memory().registers();
    let approvals = match register {
        Register::Cleaning => registers.cleaning,
        Register::CarCare => registers.car_care,
        _ => registers.staffing,
    };
    let found = match server.hides(register, text) {
        true => Answer::NotFound,
        false => approvals.approval(company).await,
    };
    let metadata = json!({ "versjon": "1.0", "datoTidGenerert": server.now().to_rfc3339() });
    let Answer::Found(approval) = found else {
        return (StatusCode::NOT_FOUND, Json(json!({ "metadata": metadata, "data": Value::Null })))
            .into_response();
    };
    let (code, word) = match (register, approval.standing) {
        (Register::CarCare, ApprovalStanding::Approved) => (4, "Godkjent med ansatte"),
        (Register::CarCare, ApprovalStanding::Pending) => (1, "Søknad under behandling"),
        (Register::CarCare, ApprovalStanding::NotApproved) => (5, "Ikke godkjent"),
        (_, ApprovalStanding::Approved) => (1, "Godkjent"),
        (_, ApprovalStanding::NotApproved) => (2, "Ikke godkjent"),
        (_, ApprovalStanding::Pending) => (3, "Søknad under behandling"),
    };
    Json(json!({
        "metadata": metadata,
        "registernavn": register.name().to_lowercase(),
        "data": {
            "organisasjonsnummer": company,
            "overordnetEnhet": null,
            "registerstatus": code,
            "registerstatusTekst": word,
            "godkjenningsstatus": word,
            "statusEndret": approval.since.map(|since| format!("{since}T00:00:00")),
            "underenheter": [],
        },
    }))
    .into_response()
}
