//! The company's cards, and what is done with one.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use card::{CardNumber, EmploymentId};
use chrono::{DateTime, Utc};
use wire::{Applied, Apply, EmployersCard, HandedInPhoto, Published, Renew, Renewed};

use super::{Company, chosen};
use crate::authority::Acting;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::{Json, Whole};
use crate::http::caller::Caller;
use crate::http::named::Named;
use crate::http::reply::{Answer, File, Refusal, blocking, run};
use crate::{Issuer, Whom};

/// All cards of the company, and applications that wait.
#[utoipa::path(
    get,
    operation_id = "employers_cards",
    path = "/employer/companies/{company}/cards",
    params(Company),
    responses((status = 200, body = Vec<EmployersCard>, description = "The cards"), Refusal)
)]
pub(crate) async fn list(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    acting: Acting,
) -> Answer<Vec<EmployersCard>> {
    blocking(move || {
        caller.sees(&issuer, Whom::Company(acting.company), "", clock())?;
        issuer.employers_cards(&acting, clock())
    })
    .await
}

/// Applies for one worker. The sender chooses the application's number, so that one sent twice is
/// one.
#[utoipa::path(
    put,
    operation_id = "apply",
    path = "/employer/companies/{company}/applications/{id}",
    params(
        Company,
        ("id" = String, Path, description = "32 hexadecimal digits, chosen at random"),
    ),
    request_body = Apply,
    responses((status = 200, body = Applied, description = "It was taken in"), Refusal)
)]
pub(crate) async fn apply(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
    Json(apply): Json<Apply>,
) -> Answer<Applied> {
    let id = chosen(id)?;
    blocking(move || {
        let applied = issuer.apply(&acting, &id, &apply, clock())?;
        caller.sees(&issuer, Whom::Card(applied.card_number), "", clock())?;
        Ok(applied)
    })
    .await
}

/// Takes an application back whose worker has not been identified.
#[utoipa::path(
    delete,
    operation_id = "withdraw_application",
    path = "/employer/companies/{company}/applications/{id}",
    params(
        Company,
        ("id" = String, Path, description = "The application"),
    ),
    responses((status = 204, description = "It is taken back"), Refusal)
)]
pub(crate) async fn withdraw(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, IssuerError> {
    run(move || issuer.withdraw_application(&acting, &id, clock())).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends an employment, and publishes.
#[utoipa::path(
    post,
    operation_id = "end_employment",
    path = "/employer/companies/{company}/employments/{employment}/end",
    params(
        Company,
        ("employment" = EmploymentId, Path, description = "The employment"),
    ),
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal)
)]
pub(crate) async fn end(
    State(service): State<Service>,
    acting: Acting,
    Named(employment): Named<EmploymentId>,
) -> Answer<Published> {
    change(service, acting, employment, Issuer::end_employment).await
}

/// Takes the end of an employment back, within a day, and publishes.
#[utoipa::path(
    post,
    operation_id = "resume_employment",
    path = "/employer/companies/{company}/employments/{employment}/resume",
    params(
        Company,
        ("employment" = EmploymentId, Path, description = "The employment"),
    ),
    responses((status = 200, body = Published, description = "The key set that tells it"), Refusal)
)]
pub(crate) async fn resume(
    State(service): State<Service>,
    acting: Acting,
    Named(employment): Named<EmploymentId>,
) -> Answer<Published> {
    change(service, acting, employment, Issuer::resume_employment).await
}

/// Renews an employment, and publishes.
#[utoipa::path(
    post,
    operation_id = "renew_employment",
    path = "/employer/companies/{company}/employments/{employment}/renew",
    params(
        Company,
        ("employment" = EmploymentId, Path, description = "The employment"),
    ),
    request_body = Renew,
    responses((status = 200, body = Renewed, description = "Until when it is valid now"), Refusal)
)]
pub(crate) async fn renew(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Named(employment): Named<EmploymentId>,
    Json(Renew { declaration }): Json<Renew>,
) -> Answer<Renewed> {
    blocking(move || {
        let renewed = issuer.renew_employment(&acting, &employment, &declaration, clock())?;
        issuer.publish(clock())?;
        Ok(renewed)
    })
    .await
}

/// Judges the photo of a worker who has not been checked yet, or whose card has none.
#[utoipa::path(
    put,
    operation_id = "set_photo_of_applicant",
    path = "/employer/companies/{company}/workers/{card_number}/photo",
    params(
        Company,
        ("card_number" = CardNumber, Path, description = "The card"),
    ),
    request_body(content = File, content_type = "application/octet-stream", description = "A JPEG, PNG or WebP file of at most 5 MiB"),
    responses((status = 200, body = HandedInPhoto, description = "What became of it"), Refusal)
)]
pub(crate) async fn set_photo(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    acting: Acting,
    Named(card): Named<CardNumber>,
    Whole(file): Whole,
) -> Answer<HandedInPhoto> {
    blocking(move || {
        let became = issuer.set_photo_of_applicant(&acting, card, &file, clock())?;
        caller.sees(&issuer, Whom::Card(card), "", clock())?;
        Ok(became)
    })
    .await
}

type Change = fn(&Issuer, &Acting, &EmploymentId, DateTime<Utc>) -> Result<(), IssuerError>;

/// Changes how an employment stands, and publishes.
async fn change(
    Service { issuer, clock }: Service,
    acting: Acting,
    employment: EmploymentId,
    change: Change,
) -> Answer<Published> {
    blocking(move || {
        change(&issuer, &acting, &employment, clock())?;
        Ok(Published { version: issuer.publish(clock())? })
    })
    .await
}
