//! What the service counts, for Prometheus. Labels are routes, never what stands in an address.

use std::time::Duration;

use chrono::{DateTime, Utc};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::Issuer;
use crate::error::IssuerError;

/// Upper bounds in seconds.
const BUCKETS: [f64; 9] = [0.002, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0, 30.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: String,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: String,
    route: String,
}

/// The counters of one process.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    answers: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    publications: Counter,
    publication_seconds: Histogram,
    version: Gauge,
    age: Gauge,
    copy_behind: Gauge,
    looks: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let buckets: fn() -> Histogram = || Histogram::new(BUCKETS);
        let mut metrics = Self {
            registry: Registry::with_prefix("hmskort"),
            answers: Family::default(),
            seconds: Family::new_with_constructor(buckets),
            publications: Counter::default(),
            publication_seconds: buckets(),
            version: Gauge::default(),
            age: Gauge::default(),
            copy_behind: Gauge::default(),
            looks: Gauge::default(),
        };
        let registry = &mut metrics.registry;
        registry.register("answers", "Requests that were answered", metrics.answers.clone());
        registry.register("answer_seconds", "Time to an answer", metrics.seconds.clone());
        registry.register("publications", "Key sets published", metrics.publications.clone());
        registry.register(
            "publication_seconds",
            "Time to publish a key set",
            metrics.publication_seconds.clone(),
        );
        registry.register("key_set_version", "The newest key set", metrics.version.clone());
        registry.register("key_set_age_seconds", "Its age", metrics.age.clone());
        registry.register(
            "copy_behind",
            "1 while the copy of the key set is older than the key set",
            metrics.copy_behind.clone(),
        );
        registry.register("audit_entries", "The last entry of the log", metrics.looks.clone());
        metrics
    }
}

impl Metrics {
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let (method, route) = (method.to_owned(), route.to_owned());
        let of = Route { method: method.clone(), route: route.clone() };
        self.seconds.get_or_create(&of).observe(took.as_secs_f64());
        self.answers.get_or_create(&Answered { method, route, status }).inc();
    }

    pub(crate) fn published(&self, took: Duration) {
        self.publications.inc();
        self.publication_seconds.observe(took.as_secs_f64());
    }
}

impl Issuer {
    /// All counters in Prometheus' text format.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn measured(&self, now: DateTime<Utc>) -> Result<String, IssuerError> {
        let metrics = &self.metrics;
        if let Some((version, issued)) = self.last_publication()? {
            metrics.version.set(version.cast_signed());
            metrics.age.set((now - issued).num_seconds());
        }
        metrics.copy_behind.set(self.copy_is_behind()?.into());
        metrics.looks.set(self.audit_head()?.id.cast_signed());
        let mut text = String::new();
        encode(&mut text, &metrics.registry)
            .map_err(|wrong| IssuerError::Io(std::io::Error::other(wrong)))?;
        Ok(text)
    }
}
