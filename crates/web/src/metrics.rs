//! Figures for whoever watches over the program, in the text format that Prometheus reads (`OpenMetrics` 1.0).
//!
//! How it runs, not what is promised: no figure of the business, no name, no address. Labels come from closed sets, so
//! that nobody can fill the memory by asking for odd addresses.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use jiff::Timestamp;
use ledger::Written;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

/// The type of the text.
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The upper ends of the buckets of durations, in seconds.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Counts what happens; all copies count together.
#[derive(Debug, Clone)]
pub struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram>,
    sign_ins: Family<SignIn, Counter>,
    watches: Family<Watched, Counter>,
    /// Of the last look at all promises that was done, in microseconds since 1970; 0 before the first.
    watched_at: AtomicI64,
    watch_micros: AtomicU64,
    read: Arc<Readings>,
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct SignIn {
    how: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Watched {
    outcome: &'static str,
}

/// What is not counted but looked up when somebody asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// The present.
    pub now: Timestamp,
    /// What became of the transactions.
    pub written: Written,
    /// The memory that the process holds, in bytes, where the machine tells.
    pub resident_bytes: Option<u64>,
    /// How many connections are open.
    pub connections: u64,
}

/// The latest of what is looked up, where the registry finds it.
#[derive(Debug, Default)]
struct Readings(std::sync::Mutex<(Reading, i64, u64)>);

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// Nothing has happened yet.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("handslag");
        let requests = Family::default();
        registry.register("http_requests", "Requests that were answered", requests.clone());
        let durations =
            Family::<Route, Histogram>::new_with_constructor(|| Histogram::new(SECONDS));
        let told = "How long answers took";
        registry.register("http_request_duration_seconds", told, durations.clone());
        let sign_ins = Family::default();
        registry.register("sign_ins", "Tries to sign in", sign_ins.clone());
        let watches = Family::default();
        let told = "Looks at all open promises, by whether they were done";
        registry.register("watch_runs", told, watches.clone());
        let build = Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The version of the program", build);
        let read = Arc::new(Readings::default());
        registry.register_collector(Box::new(Arc::clone(&read)));
        let (watched_at, watch_micros) = (AtomicI64::new(0), AtomicU64::new(0));
        Self(Arc::new(Inner {
            registry,
            requests,
            durations,
            sign_ins,
            watches,
            watched_at,
            watch_micros,
            read,
        }))
    }

    /// A request to the addresses of this template was answered.
    pub(crate) fn answered(
        &self,
        method: &Method,
        route: &str,
        status: StatusCode,
        took: Duration,
    ) {
        let request =
            Request { method: known(method), route: route.to_owned(), status: class(status) };
        self.0.requests.get_or_create(&request).inc();
        let route = Route { route: route.to_owned() };
        self.0.durations.get_or_create(&route).observe(took.as_secs_f64());
    }

    /// Somebody came in or came further; `how` is `password`, `code` or `token`.
    pub fn signed_in(&self, how: &'static str) {
        self.0.sign_ins.get_or_create(&SignIn { how, outcome: "done" }).inc();
    }

    /// Somebody could not sign in.
    pub fn sign_in_failed(&self, how: &'static str) {
        self.0.sign_ins.get_or_create(&SignIn { how, outcome: "failed" }).inc();
    }

    /// Somebody had to wait, after too many tries.
    pub fn sign_in_held_back(&self, how: &'static str) {
        self.0.sign_ins.get_or_create(&SignIn { how, outcome: "held_back" }).inc();
    }

    /// All open promises were looked at again.
    pub fn watched(&self, at: Timestamp, took: Duration) {
        self.0.watches.get_or_create(&Watched { outcome: "done" }).inc();
        self.0.watched_at.store(at.as_microsecond(), Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.0.watch_micros.store(micros, Ordering::Relaxed);
    }

    /// The look at all open promises failed.
    pub fn watch_failed(&self) {
        self.0.watches.get_or_create(&Watched { outcome: "failed" }).inc();
    }

    /// Everything that was counted, and what was looked up now, as text.
    pub fn text(&self, reading: Reading) -> String {
        let inner = &self.0;
        let watched = inner.watched_at.load(Ordering::Relaxed);
        let took = inner.watch_micros.load(Ordering::Relaxed);
        *inner.read.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) =
            (reading, watched, took);
        let mut text = String::new();
        match prometheus_client::encoding::text::encode(&mut text, &inner.registry) {
            Ok(()) => text,
            // Writing to a text does not fail; half an answer would be worse than none.
            Err(fmt::Error) => String::new(),
        }
    }
}

impl Collector for Readings {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let (reading, watched, took) =
            *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let written = reading.written;
        for (name, help, count) in [
            ("database_writes", "Transactions that were done", written.done),
            ("database_repeats", "Transactions that had been done before", written.repeated),
            ("database_conflicts", "Transactions that came too late", written.conflicts),
            ("database_failures", "Transactions that the database could not do", written.failures),
        ] {
            put(&mut encoder, name, help, &ConstCounter::new(count))?;
        }
        let whole = |count: u64| ConstGauge::new(i64::try_from(count).unwrap_or(i64::MAX));
        let connections = whole(reading.connections);
        put(&mut encoder, "http_connections", "Open connections", &connections)?;
        if let Some(bytes) = reading.resident_bytes {
            let name = "process_resident_memory_bytes";
            put(&mut encoder, name, "Memory that the process holds", &whole(bytes))?;
        }
        if watched > 0 {
            let lag = reading.now.as_microsecond().saturating_sub(watched);
            let seconds =
                |micros: u64| ConstGauge::new(Duration::from_micros(micros).as_secs_f64());
            let lag = seconds(u64::try_from(lag).unwrap_or(0));
            put(&mut encoder, "watch_lag_seconds", "Since all promises were looked at", &lag)?;
            put(&mut encoder, "watch_duration_seconds", "How long that took", &seconds(took))?;
        }
        Ok(())
    }
}

fn put(
    encoder: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    metric: &impl EncodeMetric,
) -> fmt::Result {
    let at = encoder.encode_descriptor(name, help, None, metric.metric_type())?;
    metric.encode(at)
}

/// A method by its name, as long as it is a known one: anybody can invent others.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(metrics: &Metrics, reading: Reading) -> Vec<String> {
        let text = metrics.text(reading);
        assert!(text.ends_with("# EOF\n"), "{text}");
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
    }

    #[track_caller]
    fn has(lines: &[String], wanted: &str) {
        assert!(lines.iter().any(|line| line == wanted), "no {wanted} in {lines:#?}");
    }

    #[test]
    fn what_happened_is_counted_by_template_method_and_class() {
        let metrics = Metrics::new();
        let took = Duration::from_millis(3);
        metrics.answered(&Method::GET, "/c/{token}", StatusCode::OK, took);
        metrics.answered(&Method::GET, "/c/{token}", StatusCode::FOUND, took);
        metrics.answered(&Method::GET, "/c/{token}", StatusCode::NO_CONTENT, took);
        let odd = Method::from_bytes(b"BREW").unwrap();
        metrics.answered(&odd, "none", StatusCode::NOT_FOUND, took);
        metrics.signed_in("password");
        metrics.sign_in_failed("code");
        metrics.sign_in_held_back("password");
        let lines = lines(&metrics, Reading::default());
        let requests = "handslag_http_requests_total";
        has(
            &lines,
            &format!("{requests}{{method=\"GET\",route=\"/c/{{token}}\",status=\"2xx\"}} 2"),
        );
        has(
            &lines,
            &format!("{requests}{{method=\"GET\",route=\"/c/{{token}}\",status=\"3xx\"}} 1"),
        );
        has(&lines, &format!("{requests}{{method=\"other\",route=\"none\",status=\"4xx\"}} 1"));
        let buckets = "handslag_http_request_duration_seconds_bucket";
        has(&lines, &format!("{buckets}{{le=\"0.0025\",route=\"/c/{{token}}\"}} 0"));
        has(&lines, &format!("{buckets}{{le=\"0.005\",route=\"/c/{{token}}\"}} 3"));
        has(&lines, "handslag_sign_ins_total{how=\"password\",outcome=\"done\"} 1");
        has(&lines, "handslag_sign_ins_total{how=\"code\",outcome=\"failed\"} 1");
        has(&lines, "handslag_sign_ins_total{how=\"password\",outcome=\"held_back\"} 1");
    }

    #[test]
    fn the_lag_of_the_watch_is_told_once_there_was_one() {
        let metrics = Metrics::new();
        let at: Timestamp = "2026-03-09T08:40:00Z".parse().unwrap();
        let written = Written { done: 7, repeated: 1, conflicts: 2, failures: 3 };
        let now = at + jiff::SignedDuration::from_secs(90);
        let reading = Reading { now, written, resident_bytes: Some(47), connections: 5 };
        metrics.watch_failed();
        let before = lines(&metrics, reading);
        assert!(!before.iter().any(|line| line.contains("watch_lag")), "{before:?}");
        metrics.watched(at, Duration::from_millis(1500));
        let lines = lines(&metrics, reading);
        has(&lines, "handslag_watch_lag_seconds 90.0");
        has(&lines, "handslag_watch_duration_seconds 1.5");
        has(&lines, "handslag_watch_runs_total{outcome=\"failed\"} 1");
        has(&lines, "handslag_database_writes_total 7");
        has(&lines, "handslag_database_failures_total 3");
        has(&lines, "handslag_process_resident_memory_bytes 47");
        has(&lines, "handslag_http_connections 5");
    }
}
