//! The customer's page: static files that judge in the browser (`crates/web`, `ui/src/customer`).
//!
//! **Threat.** What runs here sees who is checked. So nothing comes from another origin, nothing
//! is stored about a visitor, and the address that was visited is told to nobody.

use std::path::Path;

use axum::Router;
use axum::http::{HeaderValue, header};
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// `wasm-unsafe-eval` lets WebAssembly be compiled and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page in a folder, at the address that codes name: `/V`. Merge it with the service's
/// [`router`](super::router).
pub fn page(folder: &Path) -> Router {
    let index = folder.join("index.html");
    let set =
        |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        // QR codes write the address in capitals.
        .route_service("/V", ServeFile::new(&index))
        .route_service("/v", ServeFile::new(&index))
        // Passes of Google Wallet.
        .route_service("/W", ServeFile::new(&index))
        .route_service("/w", ServeFile::new(&index))
        // Inspectors' own codes.
        .route_service("/I", ServeFile::new(&index))
        .route_service("/i", ServeFile::new(&index))
        .nest_service("/v/", ServeDir::new(folder).append_index_html_on_directories(false))
        .layer(CompressionLayer::new())
        .layer(set(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(set(header::REFERRER_POLICY, "no-referrer"))
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(set(header::CACHE_CONTROL, "no-cache"))
        .layer(set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(set(header::HeaderName::from_static("permissions-policy"), "geolocation=()"))
        // The service worker answers for `/V` too, which lies outside its own folder.
        .layer(set(header::HeaderName::from_static("service-worker-allowed"), "/"))
}
