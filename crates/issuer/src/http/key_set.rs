//! The files of the key set.

use std::str::FromStr;

use ::key_set::{FileName, PartOf};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use super::Service;
use super::reply::{File, Refusal, run};
use crate::error::IssuerError;

/// For a file that never changes under its name.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The newest head of the key set.
#[utoipa::path(
    get,
    path = "/key-set/head.cbor",
    responses((status = 200, body = File, content_type = "application/cbor", description = "A signed head (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn head(State(service): State<Service>) -> Result<impl IntoResponse, IssuerError> {
    file(service, FileName::Head, "no-cache").await
}

/// A root, by its version.
#[utoipa::path(
    get,
    path = "/key-set/root/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cbor`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "A signed root (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn root(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    // A root that isn't there yet may be there tomorrow.
    file(service, numbered(&name, ".cbor", FileName::Root)?, "no-cache").await
}

/// A status list, by its version.
#[utoipa::path(
    get,
    path = "/key-set/status/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cwt`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "A status list token (IETF Token Status List)"), Refusal)
)]
pub(super) async fn status(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    let file_name = numbered(&name, ".cwt", FileName::Status)?;
    file(service, file_name, IMMUTABLE).await
}

/// The companies that are approved, by version.
#[utoipa::path(
    get,
    path = "/key-set/approved/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cbor`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "A signed list (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn approved(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    let file_name = numbered(&name, ".cbor", FileName::Approved)?;
    file(service, file_name, IMMUTABLE).await
}

/// The reasons behind a status list, for inspectors' devices.
#[utoipa::path(
    get,
    path = "/key-set/reasons/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cbor`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "Signed reasons (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn reasons(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    file(service, numbered(&name, ".cbor", FileName::Reasons)?, "no-store").await
}

/// What the index consists of, for inspectors' devices.
#[utoipa::path(
    get,
    path = "/key-set/index/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cbor`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "A signed list (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn index(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    file(service, numbered(&name, ".cbor", FileName::Index)?, "no-store").await
}

/// A part of the index, for inspectors' devices.
#[utoipa::path(
    get,
    path = "/key-set/index-part/{file}",
    params(("file" = String, Path, description = "The version, a hyphen, the number, a dot and `zst`")),
    responses((status = 200, body = File, content_type = "application/zstd", description = "Cards, compressed with zstd (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn index_part(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    file(service, part_named(PartOf::Index, &name)?, "no-store").await
}

/// What the pack of small photos consists of, for inspectors' devices.
#[utoipa::path(
    get,
    path = "/key-set/pack/{file}",
    params(("file" = String, Path, description = "The version, a dot and `cbor`")),
    responses((status = 200, body = File, content_type = "application/cbor", description = "A signed list (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn pack(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    file(service, numbered(&name, ".cbor", FileName::Pack)?, "no-store").await
}

/// A part of the pack of small photos, for inspectors' devices.
#[utoipa::path(
    get,
    path = "/key-set/pack-part/{file}",
    params(("file" = String, Path, description = "The version, a hyphen, the number, a dot and `zst`")),
    responses((status = 200, body = File, content_type = "application/zstd", description = "Small photos by the digest of the photo, compressed with zstd (docs/PROTOCOL.md)"), Refusal)
)]
pub(super) async fn pack_part(
    State(service): State<Service>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    file(service, part_named(PartOf::Pack, &name)?, "no-store").await
}

/// The part that a file's name means.
fn part_named(of: PartOf, name: &str) -> Result<FileName, IssuerError> {
    let (version, number) = name.split_once('-').ok_or(IssuerError::NotFound("file"))?;
    let version = version.parse().map_err(|_| IssuerError::NotFound("file"))?;
    let file = numbered(number, ".zst", |number| of.file(version, number))?;
    // One name for each file.
    if file.to_string().rsplit('/').next() == Some(name) {
        Ok(file)
    } else {
        Err(IssuerError::NotFound("file"))
    }
}

/// The version in a file's name; nothing of the request becomes part of a path.
fn numbered<N: FromStr + ToString>(
    name: &str,
    ending: &str,
    file: impl Fn(N) -> FileName,
) -> Result<FileName, IssuerError> {
    name.strip_suffix(ending)
        .and_then(|number| Some((number, number.parse::<N>().ok()?)))
        // One name for each file: not `+1`, not `01`.
        .filter(|(text, number)| number.to_string() == *text)
        .map(|(_, number)| file(number))
        .ok_or(IssuerError::NotFound("file"))
}

async fn file(
    service: Service,
    file: FileName,
    cache: &'static str,
) -> Result<impl IntoResponse, IssuerError> {
    let path = service.issuer.key_set_folder().join(file.to_string());
    let bytes = run(move || std::fs::read(path).map_err(|_| IssuerError::NotFound("file"))).await?;
    let kind = match file {
        FileName::IndexPart { .. } | FileName::PackPart { .. } => "application/zstd",
        _ => "application/cbor",
    };
    Ok(([(header::CACHE_CONTROL, cache), (header::CONTENT_TYPE, kind)], bytes))
}
