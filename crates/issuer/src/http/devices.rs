//! What devices, and anybody with a card before them, ask for.

use axum::extract::State;
use wire::{
    CheckTyped, CheckedTyped, EnrolInspector, EnrolWallet, EnrolledInspector, EnrolledWallet,
    RefreshWallet, WalletState,
};

use super::Service;
use super::body::Json;
use super::reply::{Answer, blocking};

pub(super) async fn enrol_wallet(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<EnrolWallet>,
) -> Answer<EnrolledWallet> {
    blocking(move || issuer.enrol_wallet(&request, clock())).await
}

pub(super) async fn refresh_wallet(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<RefreshWallet>,
) -> Answer<WalletState> {
    blocking(move || issuer.refresh_wallet(&request, clock())).await
}

pub(super) async fn enrol_inspector(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<EnrolInspector>,
) -> Answer<EnrolledInspector> {
    blocking(move || issuer.enrol_inspector_device(&request, clock())).await
}

pub(super) async fn check_typed(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<CheckTyped>,
) -> Answer<CheckedTyped> {
    blocking(move || issuer.check_typed(&request, clock())).await
}
