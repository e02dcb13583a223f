//! Photos: handed in for a card, and those that wait for a person.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use card::CardNumber;
use serde::Deserialize;
use wire::{HandedInPhoto, RejectPhoto, Text, WaitingPhoto};

use crate::Whom;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::{Json, Whole};
use crate::http::caller::{Caller, Office};
use crate::http::named::Named;
use crate::http::reply::{Answer, File, Refusal, blocking, run};

/// How a photo is taken in.
#[derive(Deserialize)]
pub(crate) struct Override {
    /// Why it is set without being judged.
    r#override: Option<Text<200>>,
}

/// Judges a photo for a card: it is set, or waits for a person, or is refused with the reasons.
/// With `override`, it is set whatever the machine would say.
#[utoipa::path(
    put,
    operation_id = "hand_in_photo",
    path = "/office/workers/{card_number}/photo",
    params(
        ("card_number" = CardNumber, Path, description = "The card"),
        ("override" = Option<String>, Query, description = "Why it is set without being judged"),
    ),
    request_body(content = File, content_type = "application/octet-stream", description = "A JPEG, PNG or WebP file of at most 5 MiB"),
    responses((status = 200, body = HandedInPhoto, description = "What became of it"), Refusal)
)]
pub(crate) async fn hand_in(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Named(card): Named<CardNumber>,
    Query(Override { r#override }): Query<Override>,
    Whole(file): Whole,
) -> Answer<HandedInPhoto> {
    blocking(move || {
        let now = clock();
        let why = r#override.as_ref().map_or("", Text::as_str);
        caller.sees(&issuer, Whom::Card(card), why, now)?;
        if r#override.is_none() {
            return issuer.hand_in_photo(card, &file, caller.by(), now);
        }
        let digest = issuer.set_photo(card, &file, caller.by(), now)?;
        Ok(HandedInPhoto::Accepted { digest: digest.to_string() })
    })
    .await
}

/// The photos that wait for a person, the oldest first; 1,000 at most.
#[utoipa::path(
    get,
    operation_id = "waiting_photos",
    path = "/office/photos",
    responses((status = 200, body = Vec<WaitingPhoto>, description = "The photos"), Refusal)
)]
pub(crate) async fn waiting(
    State(Service { issuer, .. }): State<Service>,
    _: Office,
) -> Answer<Vec<WaitingPhoto>> {
    blocking(move || issuer.waiting_photos()).await
}

/// A photo that waits.
#[utoipa::path(
    get,
    operation_id = "waiting_photo",
    path = "/office/photos/{photo}",
    params(("photo" = i64, Path, description = "The photo")),
    responses((status = 200, body = File, content_type = "image/jpeg", description = "A JPEG file of at most 32 KiB"), Refusal)
)]
pub(crate) async fn show(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Path(photo): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    let photo = parse(&photo)?;
    let file = run(move || {
        let (card, file) = issuer.waiting_photo(photo)?;
        caller.sees(&issuer, Whom::Card(card), "", clock())?;
        Ok(file)
    })
    .await?;
    Ok(([(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "image/jpeg")], file))
}

/// Sets a photo that waits on its card.
#[utoipa::path(
    post,
    operation_id = "accept_photo",
    path = "/office/photos/{photo}/accept",
    params(("photo" = i64, Path, description = "The photo")),
    responses((status = 200, body = HandedInPhoto, description = "The digest by which it is found"), Refusal)
)]
pub(crate) async fn accept(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(photo): Path<String>,
) -> Answer<HandedInPhoto> {
    let photo = parse(&photo)?;
    blocking(move || issuer.accept_photo(photo, &by, clock())).await
}

/// Rejects a photo that waits.
#[utoipa::path(
    post,
    operation_id = "reject_photo",
    path = "/office/photos/{photo}/reject",
    params(("photo" = i64, Path, description = "The photo")),
    request_body = RejectPhoto,
    responses((status = 200, body = RejectPhoto, description = "Why"), Refusal)
)]
pub(crate) async fn reject(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Path(photo): Path<String>,
    Json(rejected): Json<RejectPhoto>,
) -> Answer<RejectPhoto> {
    let photo = parse(&photo)?;
    blocking(move || {
        issuer.reject_photo(photo, rejected.reason, &by, clock())?;
        Ok(rejected)
    })
    .await
}

fn parse(photo: &str) -> Result<i64, IssuerError> {
    photo.parse().map_err(|_| IssuerError::NotFound("photo that waits"))
}
