//! Aa-registeret, version 2.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use card::NationalId;
use registers::{Answer, Employment, Employments, Register};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::server::Server;

pub(super) fn routes() -> Router<Arc<Server>> {
    Router::new().route("/api/v2/arbeidstaker/arbeidsforhold", get(employments))
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default = "active")]
    arbeidsforholdstatus: String,
}

/// What the real one gives when nothing is said.
fn active() -> String {
    "AKTIV".to_owned()
}

async fn employments(
    State(server): State<Arc<Server>>,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Response {
    let header = headers.get("Nav-Personident").and_then(|value| value.to_str().ok());
    let Some(person) = header.and_then(|text| text.parse::<NationalId>().ok()) else {
        return messages(StatusCode::BAD_REQUEST, "Ugyldig Nav-Personident");
    };
    if server.hides(Register::Employments, person.expose()) {
        return messages(StatusCode::NOT_FOUND, "Ukjent arbeidstaker");
    }
    let Answer::Found(all) = server.memory().employments(&person).await else {
        return messages(StatusCode::NOT_FOUND, "Ukjent arbeidstaker");
    };
    let today = server.now().date_naive();
    let is_wanted = |employment: &&Employment| {
        let status = match employment.period {
            period if period.is_over(today) => "AVSLUTTET",
            period if period.covers(today) => "AKTIV",
            _ => "FREMTIDIG",
        };
        wanted.arbeidsforholdstatus.split(',').any(|one| one == status)
    };
    let list: Vec<Value> =
        all.iter().filter(is_wanted).map(|one| written(one, person.expose())).collect();
    Json(list).into_response()
}

fn messages(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "meldinger": [message] }))).into_response()
}

fn written(employment: &Employment, person: &str) -> Value {
    let organisation = |number: &dyn std::fmt::Display| json!([{ "type": "ORGANISASJONSNUMMER", "ident": number.to_string() }]);
    json!({
        "id": format!("V{}", employment.sub_unit),
        "type": { "kode": "ordinaertArbeidsforhold", "beskrivelse": "Ordinært arbeidsforhold" },
        "arbeidstaker": { "identer": [{ "type": "FOLKEREGISTERIDENT", "ident": person, "gjeldende": true }] },
        "arbeidssted": { "type": "Underenhet", "identer": organisation(&employment.sub_unit) },
        "opplysningspliktig": { "type": "Hovedenhet", "identer": organisation(&employment.main_unit) },
        "ansettelsesperiode": { "startdato": employment.period.from, "sluttdato": employment.period.to },
        "rapporteringsordning": { "kode": "A_ORDNINGEN", "beskrivelse": "Rapportert via a-ordningen" },
        "navArbeidsforholdId": 1,
        "opprettet": "2020-05-28T08:52:01.793",
    })
}
