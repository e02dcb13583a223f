//! The server: all routes.

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use chrono::{DateTime, Utc};
use people::mixed;
use registers::{Clock, Memory, Register};
use tokio::net::TcpListener;

use crate::access::{Guarded, guard};
use crate::fault::{Failing, Faults};
use crate::maskinporten::TokenServer;
use crate::{World, admin, format, maskinporten};

/// Made-up registers, and how they fail just now.
#[derive(Debug)]
pub struct Server {
    world: World,
    faults: Faults,
    tokens: TokenServer,
    clock: Ticking,
}

/// A clock that can be shown.
pub(crate) struct Ticking(Clock);

impl std::fmt::Debug for Ticking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock(…)")
    }
}

impl Server {
    /// A server that will be reached at `base`, `http://…` without a slash at the end.
    #[must_use]
    pub fn new(world: World, base: &str, clock: Clock) -> Arc<Self> {
        Arc::new(Self {
            world,
            faults: Faults::default(),
            tokens: TokenServer::new(base),
            clock: Ticking(clock),
        })
    }

    /// Lets a part fail, a register or `maskinporten`; `None` mends it.
    pub fn fail(&self, part: &str, failing: Option<Failing>) {
        self.faults.set(part, failing);
    }

    /// How many requests a part has had.
    #[must_use]
    pub fn asked(&self, part: &str) -> u64 {
        self.faults.asked(part)
    }

    /// The world behind it.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    pub(crate) fn memory(&self) -> &Memory {
        self.world.memory()
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    pub(crate) fn tokens(&self) -> &TokenServer {
        &self.tokens
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock.0)()
    }

    /// Whether this one is among the half that is missing.
    pub(crate) fn hides(&self, register: Register, number: &str) -> bool {
        let number = number.parse().unwrap_or_default();
        self.faults.halves(register.as_str()) && mixed(number).is_multiple_of(2)
    }
}

/// All routes: a register each under its name, `/maskinporten/token`, and `/admin`.
pub fn router(server: Arc<Server>) -> Router {
    let mut routes = Router::new();
    for register in Register::ALL {
        let guarded = Guarded { server: Arc::clone(&server), part: register.as_str() };
        let register_routes = format::routes(register)
            .fallback(async || StatusCode::NOT_FOUND)
            .layer(from_fn_with_state(guarded, guard));
        routes = routes.nest(&format!("/{register}"), register_routes);
    }
    let guarded = Guarded { server: Arc::clone(&server), part: maskinporten::PART };
    let tokens = maskinporten::routes().layer(from_fn_with_state(guarded, guard));
    routes.nest("/maskinporten", tokens).nest("/admin", admin::routes()).with_state(server)
}

/// Serves until `stop`. What never gets an answer is cut off.
///
/// # Errors
/// The listener.
pub async fn serve(
    server: Arc<Server>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    tokio::select! {
        served = async { axum::serve(listener, router(server)).await } => served,
        () = stop => Ok(()),
    }
}
