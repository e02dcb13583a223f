//! Tables of workers.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use wire::{Batch, RefusedRows, Terms};

use super::{Company, chosen};
use crate::Whom;
use crate::authority::Acting;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::{Json, Whole, content_type};
use crate::http::caller::Caller;
use crate::http::reply::{Answer, File, Refusal, blocking, run};

/// The company's tables of the last month, the newest first.
#[utoipa::path(
    get,
    operation_id = "tables",
    path = "/employer/companies/{company}/tables",
    params(Company),
    responses((status = 200, body = Vec<Batch>, description = "How far each has come"), Refusal)
)]
pub(crate) async fn list(
    State(Service { issuer, .. }): State<Service>,
    acting: Acting,
) -> Answer<Vec<Batch>> {
    blocking(move || issuer.tables(&acting)).await
}

/// Takes a table in, judges each row, and puts none in. The sender chooses the table's number, so
/// that one sent twice is one.
#[utoipa::path(
    put,
    operation_id = "take_table",
    path = "/employer/companies/{company}/tables/{id}",
    params(
        Company,
        ("id" = String, Path, description = "32 hexadecimal digits, chosen at random"),
    ),
    request_body(content = File, content_type = "text/csv", description = "At most 100,000 rows and 16 MiB"),
    responses((status = 200, body = Batch, description = "How many rows can go in"), Refusal)
)]
pub(crate) async fn take(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    Whole(file): Whole,
) -> Answer<Batch> {
    let id = chosen(id)?;
    if content_type(&headers) != "text/csv" {
        return Err(IssuerError::ContentType("text/csv"));
    }
    blocking(move || issuer.take_table(&acting, &id, &file, clock())).await
}

/// How far a table has come.
#[utoipa::path(
    get,
    operation_id = "table",
    path = "/employer/companies/{company}/tables/{id}",
    params(
        Company,
        ("id" = String, Path, description = "The table"),
    ),
    responses((status = 200, body = Batch, description = "How far it has come"), Refusal)
)]
pub(crate) async fn show(
    State(Service { issuer, .. }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
) -> Answer<Batch> {
    blocking(move || issuer.table_state(&acting, &id)).await
}

/// The line to ask on from.
#[derive(Deserialize)]
pub(crate) struct After {
    #[serde(default)]
    after: u32,
}

/// The rows that can't go in, as they were written, and why.
#[utoipa::path(
    get,
    operation_id = "refused_rows",
    path = "/employer/companies/{company}/tables/{id}/refused",
    params(
        Company,
        ("id" = String, Path, description = "The table"),
        ("after" = Option<u32>, Query, description = "The line to ask on from"),
    ),
    responses((status = 200, body = RefusedRows, description = "The rows"), Refusal)
)]
pub(crate) async fn refused(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
    Query(After { after }): Query<After>,
) -> Answer<RefusedRows> {
    blocking(move || {
        caller.sees(&issuer, Whom::Company(acting.company), "", clock())?;
        issuer.refused_rows(&acting, &id, after)
    })
    .await
}

/// Puts the next rows of a table in. Asked until no row is ready.
#[utoipa::path(
    post,
    operation_id = "apply_table",
    path = "/employer/companies/{company}/tables/{id}/step",
    params(
        Company,
        ("id" = String, Path, description = "The table"),
    ),
    request_body = Terms,
    responses((status = 200, body = Batch, description = "How far it has come"), Refusal)
)]
pub(crate) async fn apply(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
    Json(terms): Json<Terms>,
) -> Answer<Batch> {
    blocking(move || issuer.apply_table(&acting, &id, &terms, clock())).await
}

/// Forgets a table, and what was written in it.
#[utoipa::path(
    delete,
    operation_id = "forget_table",
    path = "/employer/companies/{company}/tables/{id}",
    params(
        Company,
        ("id" = String, Path, description = "The table"),
    ),
    responses((status = 204, description = "It is forgotten"), Refusal)
)]
pub(crate) async fn forget(
    State(Service { issuer, .. }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, IssuerError> {
    run(move || issuer.forget_table(&acting, &id)).await?;
    Ok(StatusCode::NO_CONTENT)
}
