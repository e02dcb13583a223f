//! What devices ask for.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use wire::{
    EnrolInspector, EnrolWallet, EnrolledInspector, EnrolledWallet, RefreshWallet, WalletState,
};

use super::Service;
use super::reply::blocking;
use crate::error::IssuerError;

type Body<T> = Result<Json<T>, JsonRejection>;

fn read<T>(body: Body<T>) -> Result<T, IssuerError> {
    body.map(|Json(body)| body).map_err(|_| IssuerError::Malformed("the body is not such JSON"))
}

pub(super) async fn enrol_wallet(
    State(Service { issuer, clock }): State<Service>,
    body: Body<EnrolWallet>,
) -> Result<Json<EnrolledWallet>, IssuerError> {
    let request = read(body)?;
    blocking(move || {
        let enrolled = issuer.enrol_wallet(&request, clock())?;
        // A new card is in no list yet, and the old phone's codes must die.
        issuer.publish(clock())?;
        Ok(enrolled)
    })
    .await
}

pub(super) async fn refresh_wallet(
    State(Service { issuer, clock }): State<Service>,
    body: Body<RefreshWallet>,
) -> Result<Json<WalletState>, IssuerError> {
    let request = read(body)?;
    blocking(move || issuer.refresh_wallet(&request, clock())).await
}

pub(super) async fn enrol_inspector(
    State(Service { issuer, clock }): State<Service>,
    body: Body<EnrolInspector>,
) -> Result<Json<EnrolledInspector>, IssuerError> {
    let request = read(body)?;
    blocking(move || issuer.enrol_inspector_device(&request, clock())).await
}
