//! The service: all routes, and how answers and errors go out.

mod access;
mod acts;
mod auditor;
mod body;
mod caller;
mod devices;
mod employer;
mod key_set;
mod named;
mod office;
mod outside;
mod page;
mod photos;
mod reply;
mod reports;
mod tips;
mod watch;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::{Problem, ProblemCode};

use crate::Issuer;
use crate::error::IssuerError;

pub use outside::Outside;
pub use page::{employers_page, page};
pub use watch::operations;

/// The service's clock; tests set it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Largest request body in bytes; the largest real one has under 1 KiB.
const MAX_BODY: usize = 16 * 1024;

/// Where the description of the service is.
const OPENAPI: &str = "/openapi.json";

#[derive(Clone)]
pub(crate) struct Service {
    pub(crate) issuer: Arc<Issuer>,
    pub(crate) clock: Clock,
}

/// All routes, of a service that asks nobody.
pub fn router(issuer: Arc<Issuer>, clock: Clock) -> Router {
    router_with(issuer, clock, Outside::default())
}

/// All routes.
pub fn router_with(issuer: Arc<Issuer>, clock: Clock, outside: Outside) -> Router {
    let (routes, document) = routes().split_for_parts();
    let service = Service { issuer, clock };
    routes
        .route(OPENAPI, get(async move || Json(document)))
        .fallback(async || IssuerError::NotFound("address"))
        .method_not_allowed_fallback(async || IssuerError::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(Extension(Arc::new(outside)))
        .layer(from_fn_with_state(service.clone(), access::guard))
        .layer(map_response(reply::finish))
        .layer(from_fn_with_state(service.clone(), watch::watch))
        .with_state(service)
}

/// The routes as an `OpenAPI` 3.1 document. It is made from the routes themselves.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    routes().into_openapi()
}

fn routes() -> OpenApiRouter<Service> {
    let mut routes = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(health))
        .routes(routes!(watch::ready))
        .routes(routes!(devices::enrol_wallet))
        .routes(routes!(devices::refresh_wallet))
        .routes(routes!(devices::google_pass))
        .routes(routes!(devices::enrol_inspector))
        .routes(routes!(devices::inspector_badge))
        .routes(routes!(acts::act, acts::own))
        .routes(routes!(devices::check_typed))
        .routes(routes!(key_set::head))
        .routes(routes!(key_set::root))
        .routes(routes!(key_set::status))
        .routes(routes!(key_set::reasons))
        .routes(routes!(key_set::approved))
        .routes(routes!(key_set::index))
        .routes(routes!(key_set::index_part))
        .routes(routes!(key_set::pack))
        .routes(routes!(key_set::pack_part))
        .routes(routes!(photos::photo))
        .routes(routes!(tips::send))
        .routes(routes!(auditor::log))
        .routes(routes!(auditor::verify))
        .merge(reports::routes())
        .merge(office::routes())
        .merge(employer::routes());
    access::describe(routes.get_openapi_mut());
    routes
}

/// Says that the service runs.
#[utoipa::path(get, path = "/health", responses((status = 200, body = String, description = "`ok`")))]
async fn health() -> &'static str {
    "ok"
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "hmskort",
        description = "The service behind the digital HSE card. Bytes in JSON are base64url without padding.",
    ),
    components(schemas(Problem, ProblemCode))
)]
struct Document;

/// Serves until `stop`, then lets what is under way finish.
///
/// # Errors
/// The listener.
pub async fn serve(
    routes: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, routes).with_graceful_shutdown(stop).await
}
