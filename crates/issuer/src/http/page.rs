//! The pages: the customer's, static files that judge in the browser (`crates/web`,
//! `ui/src/customer`), and the employers' (`ui/src/employer`).
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
    let routes = Router::new()
        // QR codes write the address in capitals.
        .route_service("/V", ServeFile::new(&index))
        .route_service("/v", ServeFile::new(&index))
        // Passes of Google Wallet.
        .route_service("/W", ServeFile::new(&index))
        .route_service("/w", ServeFile::new(&index))
        // Inspectors' own codes.
        .route_service("/I", ServeFile::new(&index))
        .route_service("/i", ServeFile::new(&index))
        .nest_service("/v/", files(folder));
    // The service worker answers for `/V` too, which lies outside its own folder.
    guarded(routes).layer(set("service-worker-allowed", "/"))
}

/// The employers' page in a folder, at `/employer`. Merge it with the service's
/// [`router`](super::router).
pub fn employers_page(folder: &Path) -> Router {
    let index = ServeFile::new(folder.join("index.html"));
    guarded(
        Router::new()
            .route_service("/employer", index)
            .nest_service("/employer/page/", files(folder)),
    )
}

fn files(folder: &Path) -> ServeDir {
    ServeDir::new(folder).append_index_html_on_directories(false)
}

fn set(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    let name = header::HeaderName::from_static(name);
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

/// What a browser may do with a page, and tell of it.
fn guarded(routes: Router) -> Router {
    routes
        .layer(CompressionLayer::new())
        .layer(set("content-security-policy", POLICY))
        .layer(set("referrer-policy", "no-referrer"))
        .layer(set("x-content-type-options", "nosniff"))
        .layer(set("cache-control", "no-cache"))
        .layer(set("cross-origin-opener-policy", "same-origin"))
        .layer(set("permissions-policy", "geolocation=()"))
}
