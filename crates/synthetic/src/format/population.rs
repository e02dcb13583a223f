//! Folkeregisteret's look-ups, one by one and in bulk.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use card::{NationalId, NationalIdKind};
use registers::{Answer, PersonStatus, Population, Register, Resident};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::server::Server;

/// As many as the real one takes.
const MOST: usize = 1_000;

pub(super) fn routes() -> Router<Arc<Server>> {
    Router::new()
        .route("/personer/{number}", get(one))
        .route("/personer/bulkoppslag", post(many))
        .layer(DefaultBodyLimit::max(64 * 1024))
}

fn problem(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "kode": code, "melding": "" }))).into_response()
}

async fn look(server: &Server, number: &str) -> Option<Resident> {
    let person: NationalId = number.parse().ok()?;
    if server.hides(Register::Population, number) {
        return None;
    }
    match server.memory().resident(&person).await {
        Answer::Found(resident) => Some(resident),
        _ => None,
    }
}

async fn one(
    State(server): State<Arc<Server>>,
    Path(number): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    match look(&server, &number).await {
        Some(resident) => Json(written(&resident, &number, query.as_deref())).into_response(),
        None => problem(StatusCode::NOT_FOUND, "FREG-003"),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Numbers {
    foedsels_eller_d_nummer: Vec<String>,
}

async fn many(
    State(server): State<Arc<Server>>,
    RawQuery(query): RawQuery,
    Json(numbers): Json<Numbers>,
) -> Response {
    let numbers = numbers.foedsels_eller_d_nummer;
    if numbers.is_empty() || numbers.len() > MOST {
        return problem(StatusCode::BAD_REQUEST, "FREG-002");
    }
    let mut found = Vec::new();
    for number in &numbers {
        // Whom it doesn't have, it leaves out.
        if let Some(resident) = look(&server, number).await {
            let person = written(&resident, number, query.as_deref());
            found.push(json!({ "foedselsEllerDNummer": number, "folkeregisterperson": person }));
        }
    }
    Json(json!({ "oppslag": found })).into_response()
}

fn status(status: PersonStatus) -> &'static str {
    match status {
        PersonStatus::Resident => "bosatt",
        PersonStatus::Emigrated => "utflyttet",
        PersonStatus::Temporary => "midlertidig",
        PersonStatus::Inactive => "inaktiv",
        PersonStatus::NotResident => "ikkeBosatt",
        PersonStatus::BirthRegistered => "foedselsregistrert",
        PersonStatus::Missing => "forsvunnet",
        PersonStatus::Dead => "doed",
        PersonStatus::Ceased => "opphoert",
    }
}

/// A person, with the parts that the query wants; their numbers always.
fn written(resident: &Resident, asked: &str, query: Option<&str>) -> Value {
    let wants = |part: &str| {
        let pairs = query.unwrap_or_default().split('&');
        pairs.filter_map(|pair| pair.strip_prefix("part=")).any(|wanted| wanted == part)
    };
    let element = |is_current: bool, mut what: Value| {
        if let Some(object) = what.as_object_mut() {
            object.insert("erGjeldende".to_owned(), json!(is_current));
            object.insert("kilde".to_owned(), json!("SYNTETISK"));
            object.insert("ajourholdstidspunkt".to_owned(), json!("2019-06-05T09:33:23.098+02:00"));
        }
        what
    };
    let number = |number: &str, kind: NationalIdKind, is_current: bool| {
        let kind = match kind {
            NationalIdKind::BirthNumber => "foedselsnummer",
            NationalIdKind::DNumber => "dNummer",
        };
        let status = if is_current { "iBruk" } else { "opphoert" };
        let what =
            json!({ "foedselsEllerDNummer": number, "identifikatortype": kind, "status": status });
        element(is_current, what)
    };
    let id = &resident.national_id;
    let mut numbers = vec![number(id.expose(), id.kind(), true)];
    if let (true, Ok(older)) = (asked != id.expose(), asked.parse::<NationalId>()) {
        numbers.push(number(asked, older.kind(), false));
    }
    let mut person = Map::new();
    person.insert("identifikasjonsnummer".to_owned(), json!(numbers));
    if wants("status") {
        let mut what = json!({ "status": status(resident.status), "aarsak": "" });
        if let (Some(since), Some(object)) = (resident.since, what.as_object_mut()) {
            object
                .insert("gyldighetstidspunkt".to_owned(), json!(format!("{since}T00:30:00+01:00")));
        }
        person.insert("status".to_owned(), json!([element(true, what)]));
    }
    if wants("navn") {
        let name = resident.name.as_str();
        let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
        let what = json!({ "fornavn": given, "etternavn": family });
        person.insert("navn".to_owned(), json!([element(true, what)]));
    }
    if wants("foedsel") {
        let what = json!({ "foedselsdato": resident.birth_date });
        person.insert("foedsel".to_owned(), json!([element(true, what)]));
    }
    if wants("statsborgerskap") {
        let all = resident.citizenships.iter();
        let list: Vec<Value> =
            all.map(|c| element(true, json!({ "statsborgerskap": c.to_string() }))).collect();
        person.insert("statsborgerskap".to_owned(), json!(list));
    }
    Value::Object(person)
}
