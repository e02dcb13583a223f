//! What devices, and anybody with a card before them, ask for.

use axum::extract::State;
use wire::{
    AskBadge, AskPass, CheckTyped, CheckedTyped, EnrolInspector, EnrolWallet, EnrolledInspector,
    EnrolledWallet, GivenBadge, PassLink, RefreshWallet, WalletState,
};

use super::Service;
use super::body::Json;
use super::caller::InspectorsDevice;
use super::reply::{Answer, Refusal, blocking};

/// Trades an activation code for a card.
#[utoipa::path(
    post,
    path = "/wallet/enrol",
    request_body = EnrolWallet,
    responses((status = 200, body = EnrolledWallet, description = "The card, bound to the device key"), Refusal)
)]
pub(super) async fn enrol_wallet(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<EnrolWallet>,
) -> Answer<EnrolledWallet> {
    blocking(move || issuer.enrol_wallet(&request, clock())).await
}

/// Tells a phone how its card stands.
#[utoipa::path(
    post,
    path = "/wallet/refresh",
    request_body = RefreshWallet,
    responses((status = 200, body = WalletState, description = "The card"), Refusal)
)]
pub(super) async fn refresh_wallet(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<RefreshWallet>,
) -> Answer<WalletState> {
    blocking(move || issuer.refresh_wallet(&request, clock())).await
}

/// Gives a link that saves a phone's card as a pass in Google Wallet.
#[utoipa::path(
    post,
    path = "/wallet/google-pass",
    request_body = AskPass,
    responses((status = 200, body = PassLink, description = "The link"), Refusal)
)]
pub(super) async fn google_pass(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<AskPass>,
) -> Answer<PassLink> {
    blocking(move || issuer.google_pass(&request, clock())).await
}

/// Trades an inspector's code for a token.
#[utoipa::path(
    post,
    path = "/inspector/enrol",
    request_body = EnrolInspector,
    responses((status = 200, body = EnrolledInspector, description = "The inspector's token and root"), Refusal)
)]
pub(super) async fn enrol_inspector(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<EnrolInspector>,
) -> Answer<EnrolledInspector> {
    blocking(move || issuer.enrol_inspector_device(&request, clock())).await
}

/// Gives an inspector's device a credential of its own, by which workers know it.
#[utoipa::path(
    post,
    path = "/inspector/badge",
    request_body = AskBadge,
    responses((status = 200, body = GivenBadge, description = "The credential"), Refusal)
)]
pub(super) async fn inspector_badge(
    State(Service { issuer, clock }): State<Service>,
    device: InspectorsDevice,
    Json(request): Json<AskBadge>,
) -> Answer<GivenBadge> {
    blocking(move || issuer.inspector_badge(&device.of, &request, clock())).await
}

/// Checks the digits on a worker's screen, once each.
#[utoipa::path(
    post,
    path = "/check-typed",
    request_body = CheckTyped,
    responses((status = 200, body = CheckedTyped, description = "What a customer may see"), Refusal)
)]
pub(super) async fn check_typed(
    State(Service { issuer, clock }): State<Service>,
    Json(request): Json<CheckTyped>,
) -> Answer<CheckedTyped> {
    blocking(move || issuer.check_typed(&request, clock())).await
}
