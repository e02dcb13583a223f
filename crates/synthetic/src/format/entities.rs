//! Enhetsregisteret: HAL JSON, deleted units as short answers, removed ones as 410, pages.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use card::OrganisationNumber;
use registers::{Answer, Entities, Entry, Register, Standing, Unit};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::server::Server;

pub(super) fn routes() -> Router<Arc<Server>> {
    Router::new()
        .route("/enheter/{number}", get(main_unit))
        .route("/underenheter/{number}", get(sub_unit))
        .route("/underenheter", get(sub_units))
}

async fn main_unit(State(server): State<Arc<Server>>, Path(number): Path<String>) -> Response {
    answer(&server, &number, false).await
}

async fn sub_unit(State(server): State<Arc<Server>>, Path(number): Path<String>) -> Response {
    answer(&server, &number, true).await
}

async fn answer(server: &Server, text: &str, is_sub_unit: bool) -> Response {
    let Ok(number) = text.parse::<OrganisationNumber>() else {
        return problem(StatusCode::BAD_REQUEST);
    };
    let found = match is_sub_unit {
        _ if server.hides(Register::Entities, text) => Answer::NotFound,
        true => server.memory().sub_unit(number).await,
        false => server.memory().main_unit(number).await,
    };
    match found {
        Answer::Found(Entry::Unit(unit)) => Json(written(&unit)).into_response(),
        Answer::Found(Entry::Deleted { on: Some(on) }) => Json(json!({
            "respons_klasse": if is_sub_unit { "SlettetUnderenhet" } else { "SlettetEnhet" },
            "organisasjonsnummer": number,
            "navn": "SLETTET",
            "organisasjonsform": { "kode": "AS", "beskrivelse": "Aksjeselskap" },
            "slettedato": on,
        }))
        .into_response(),
        Answer::Found(Entry::Deleted { on: None }) => {
            (StatusCode::GONE, Json(json!({ "organisasjonsnummer": number }))).into_response()
        }
        _ => problem(StatusCode::NOT_FOUND),
    }
}

fn problem(status: StatusCode) -> Response {
    let error = status.canonical_reason();
    (status, Json(json!({ "status": status.as_u16(), "error": error }))).into_response()
}

fn written(unit: &Unit) -> Value {
    let code =
        |code: &dyn std::fmt::Display| json!({ "kode": code.to_string(), "beskrivelse": "" });
    let kind = if unit.main_unit.is_some() { "underenheter" } else { "enheter" };
    let mut json = json!({
        "organisasjonsnummer": unit.number,
        "navn": unit.name.as_str().to_uppercase(),
        "organisasjonsform": code(&unit.form),
        "registreringsdatoEnhetsregisteret": "2015-01-01",
        "registrertIMvaregisteret": unit.vat,
        "antallAnsatte": unit.employees,
        "harRegistrertAntallAnsatte": unit.employees.is_some(),
        "_links": { "self": { "href": format!("/{kind}/{}", unit.number) } },
    });
    let mut set = |name: &str, value: Value| {
        if let Some(object) = json.as_object_mut() {
            object.insert(name.to_owned(), value);
        }
    };
    for (place, industry) in (1..).zip(&unit.industries) {
        set(&format!("naeringskode{place}"), code(industry));
    }
    if let Some(main_unit) = unit.main_unit {
        set("overordnetEnhet", json!(main_unit));
        return json;
    }
    set("registrertIForetaksregisteret", json!(unit.in_business_register));
    let is = |standing: bool| Value::from(standing);
    set("konkurs", is(matches!(unit.standing, Standing::Bankrupt { .. })));
    set("underAvvikling", is(matches!(unit.standing, Standing::WindingUp { .. })));
    set(
        "underTvangsavviklingEllerTvangsopplosning",
        is(matches!(unit.standing, Standing::ForcedWindingUp { .. })),
    );
    match unit.standing {
        Standing::Bankrupt { since: Some(since) } => set("konkursdato", json!(since)),
        Standing::WindingUp { since: Some(since) } => set("underAvviklingDato", json!(since)),
        Standing::ForcedWindingUp { since: Some(since) } => {
            set("tvangsavvikletPgaManglerDato", json!(since));
        }
        _ => {}
    }
    json
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wanted {
    overordnet_enhet: OrganisationNumber,
    #[serde(default = "twenty")]
    size: usize,
    #[serde(default)]
    page: usize,
}

fn twenty() -> usize {
    20
}

async fn sub_units(State(server): State<Arc<Server>>, Query(wanted): Query<Wanted>) -> Response {
    let size = wanted.size.clamp(1, 10_000);
    if wanted.page.saturating_mul(size) > 10_000 {
        return problem(StatusCode::BAD_REQUEST);
    }
    let all = match server.memory().sub_units(wanted.overordnet_enhet).await {
        Answer::Found(units) => units,
        _ => Vec::new(),
    };
    let units: Vec<Value> = all.iter().skip(wanted.page * size).take(size).map(written).collect();
    let mut page = json!({
        "_links": { "self": { "href": "/underenheter" } },
        "page": {
            "size": size, "totalElements": all.len(),
            "totalPages": all.len().div_ceil(size), "number": wanted.page,
        },
    });
    // As in the real one: what is empty isn't there.
    if let (false, Some(object)) = (units.is_empty(), page.as_object_mut()) {
        object.insert("_embedded".to_owned(), json!({ "underenheter": units }));
    }
    Json(page).into_response()
}
