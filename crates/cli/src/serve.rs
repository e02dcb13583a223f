//! `hmskort issuer serve`: the service, as a process.
//!
//! **Threat.** A stop in the middle of somebody's request. SIGTERM and Ctrl+C close the door, what
//! is under way finishes, and only what takes longer than anybody waits is cut off.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use issuer::{Issuer, IssuerError, Outside, Retention};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::CliError;
use crate::out::Out;
use crate::settings::{Format, Settings};

/// How long requests that are under way may take after a stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// The folders of the pages.
pub(crate) struct Pages {
    pub(crate) customers: Option<PathBuf>,
    pub(crate) employers: Option<PathBuf>,
}

pub(crate) fn serve(
    issuer: Arc<Issuer>,
    listen: SocketAddr,
    pages: &Pages,
    outside: Outside,
    settings: &Settings,
    out: Out,
) -> Result<(), CliError> {
    log(settings)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let done = runtime.block_on(async {
        let listener = TcpListener::bind(listen).await?;
        out.say(&format!("Serving at http://{}; Ctrl+C stops it.", listener.local_addr()?));
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(async move {
            asked_to_stop().await;
            tracing::info!("stopping");
            let _ = stop.send(true);
        });
        tokio::spawn(hourly(Arc::clone(&issuer)));
        tokio::spawn(daily(Arc::clone(&issuer), settings.retention));
        if let Some(address) = settings.service.operations {
            let listener = TcpListener::bind(address).await?;
            out.say(&format!("Operations at http://{}.", listener.local_addr()?));
            let routes = issuer::operations(Arc::clone(&issuer), Arc::new(Utc::now));
            tokio::spawn(issuer::serve(routes, listener, after(stopped.clone())));
        }
        let service = issuer::router_with(issuer, Arc::new(Utc::now), outside);
        let service = match &pages.employers {
            Some(folder) => issuer::employers_page(folder).merge(service),
            None => service,
        };
        let routes = match &pages.customers {
            Some(folder) => issuer::page(folder).merge(service),
            None => service,
        };
        let late = async {
            after(stopped.clone()).await;
            tokio::time::sleep(PATIENCE).await;
        };
        tokio::select! {
            served = issuer::serve(routes, listener, after(stopped.clone())) => Ok(served?),
            () = late => {
                tracing::warn!("requests that took too long were cut off");
                Ok(())
            }
        }
    });
    tracing::info!("stopped");
    done
}

/// Waits for SIGTERM or Ctrl+C.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

async fn after(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// Publishes at the start and every hour: cards expire, and a head that is never renewed goes
/// stale on every device.
async fn hourly(issuer: Arc<Issuer>) {
    every(Duration::from_secs(3_600), "publish", move |now| {
        issuer.publish(now).map(|version| tracing::info!(version, "published"))
    })
    .await;
}

/// Forgets at the start and once a day what is older than it may be.
async fn daily(issuer: Arc<Issuer>, retention: Retention) {
    every(Duration::from_secs(86_400), "forget", move |now| {
        let forgotten = issuer.forget(&retention, "the service", now)?;
        tracing::info!(?forgotten, "forgot");
        Ok(())
    })
    .await;
}

/// Does something now and again and again; one time that fails is told and stops nothing.
async fn every(
    time: Duration,
    what: &'static str,
    work: impl Fn(DateTime<Utc>) -> Result<(), IssuerError> + Clone + Send + Sync + 'static,
) {
    let mut times = tokio::time::interval(time);
    loop {
        times.tick().await;
        let work = work.clone();
        match tokio::task::spawn_blocking(move || work(Utc::now())).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(what, error = &error as &dyn std::error::Error, "failed");
            }
            Err(stopped) => tracing::error!(what, %stopped, "failed"),
        }
    }
}

/// Lines on standard error. `RUST_LOG` goes before the settings.
fn log(settings: &Settings) -> Result<(), CliError> {
    let filter = match EnvFilter::try_from_default_env() {
        Ok(filter) => filter,
        Err(_) => EnvFilter::try_new(&settings.log.level).map_err(|_| {
            CliError::Words("log.level: it must be error, warn, info or debug".into())
        })?,
    };
    let lines = tracing_subscriber::registry().with(filter);
    let begun = match settings.log.format {
        Format::Json => lines
            .with(tracing_subscriber::fmt::layer().json().with_writer(std::io::stderr))
            .try_init(),
        Format::Text => {
            lines.with(tracing_subscriber::fmt::layer().with_writer(std::io::stderr)).try_init()
        }
    };
    begun.map_err(|error| CliError::Words(error.to_string()))
}
