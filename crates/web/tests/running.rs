//! What a running program has around its pages: numbers, figures, limits, probes.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use http_body_util::BodyExt;
use jiff::Timestamp;
use ledger::Location;
use service::Service;
use testkit::Store;
use tower::ServiceExt;
use uuid::Uuid;
use web::health::Stopping;
use web::metrics::{Metrics, Reading};
use web::request::{Running, Ticks};
use web::site::Site;
use web::{App, Clock, Entrance};

testkit::on_both_stores!(
    tries_to_come_in_are_counted,
    a_program_is_ready_until_it_is_about_to_stop,
    a_database_of_another_version_is_not_ready,
    a_key_file_of_another_database_is_not_ready,
    a_database_that_cannot_be_asked_is_a_reason_to_ask_again,
);

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

struct Scene {
    router: Router,
    running: Running,
    store: Store,
}

impl Scene {
    async fn new(store: Store) -> Self {
        Self::at(store, Site::default()).await
    }

    async fn at(store: Store, site: Site) -> Self {
        let service = Service::new(store.ledger(7).await, NonZeroU32::MIN);
        let app = App::new(service, Entrance::SignIn, site.clone(), Clock::standing(NOW));
        let ticked = AtomicU64::new(0);
        let running = Running {
            site,
            metrics: Metrics::new(),
            // Each look at it is two milliseconds later.
            ticks: Ticks::new(move || {
                Duration::from_millis(2 * ticked.fetch_add(1, Ordering::SeqCst))
            }),
            stopping: Stopping::default(),
            request_limit: Duration::from_secs(60),
        };
        Self { router: web::serving(app, &running), running, store }
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response<String> {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "localhost");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let peer: SocketAddr = "127.0.0.1:50000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Response::from_parts(head, String::from_utf8_lossy(&body).into_owned())
    }
}

fn header<'a>(answer: &'a Response<String>, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_request_has_a_number_its_own_only_when_it_is_harmless() {
    let scene = Scene::new(Store::sqlite()).await;
    let harmless = "b7e1.trace_42-x";
    let answer = scene.ask("GET", "/healthz", &[("x-request-id", harmless)]).await;
    assert_eq!(header(&answer, "x-request-id"), harmless);
    let longest = "a".repeat(65);
    for bad in ["short", "with blank here", "quote\"quote", "<script>alert", longest.as_str()] {
        let answer = scene.ask("GET", "/healthz", &[("x-request-id", bad)]).await;
        let id = header(&answer, "x-request-id");
        assert!(id != bad && id.parse::<Uuid>().is_ok(), "{bad:?} gave {id:?}");
    }
    let (one, other) = (scene.ask("GET", "/", &[]).await, scene.ask("GET", "/", &[]).await);
    assert_ne!(header(&one, "x-request-id"), header(&other, "x-request-id"));
}

#[tokio::test]
async fn figures_name_templates_and_never_what_stood_in_an_address() {
    let scene = Scene::new(Store::sqlite()).await;
    scene.ask("GET", "/c/very-secret?also=secret", &[]).await;
    scene.ask("GET", "/nowhere/secret", &[]).await;
    let text = scene.running.metrics.text(Reading::default());
    assert!(text.contains("route=\"/c/{token}\""), "{text}");
    assert!(text.contains("route=\"none\""), "{text}");
    assert!(!text.contains("secret"), "{text}");
    assert!(text.contains("_sum{route=\"/c/{token}\"} 0.002"), "{text}");
}

async fn tries_to_come_in_are_counted(store: Store) {
    let scene = Scene::new(store).await;
    let form = "application/x-www-form-urlencoded";
    let request = Request::post("/sign-in").header("host", "localhost");
    let body = Body::from("login=anna&password=not-this-one");
    let request = request.header("content-type", form).body(body).unwrap();
    let answer = scene.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status().as_u16(), 422);
    scene.ask("GET", "/sign-in", &[]).await;
    scene.ask("POST", "/sign-in/code", &[("content-type", form)]).await;
    let token = scene.ask("GET", "/api/v1/promises", &[("authorization", "Bearer hs_no")]).await;
    assert_eq!(token.status().as_u16(), 401);
    let text = scene.running.metrics.text(Reading::default());
    for how in ["password", "code", "token"] {
        let wanted = format!("handslag_sign_ins_total{{how=\"{how}\",outcome=\"failed\"}} 1\n");
        assert!(text.contains(&wanted), "no {wanted} in {text}");
    }
    assert!(!text.contains("outcome=\"done\""), "{text}");
}

async fn a_program_is_ready_until_it_is_about_to_stop(store: Store) {
    let scene = Scene::new(store).await;
    // A balancer asks by address, not by a name of ours.
    let host = [("host", "10.0.0.9:4600")];
    let ready = scene.ask("GET", "/readyz", &host).await;
    assert_eq!((ready.status().as_u16(), ready.body().as_str()), (200, "ok\n"));
    scene.running.stopping.begin();
    let ready = scene.ask("GET", "/readyz", &host).await;
    assert_eq!((ready.status().as_u16(), ready.body().as_str()), (503, "stopping\n"));
    let alive = scene.ask("GET", "/healthz", &host).await;
    assert_eq!((alive.status().as_u16(), alive.body().as_str()), (200, "ok\n"));
}

async fn a_database_of_another_version_is_not_ready(store: Store) {
    let scene = Scene::new(store).await;
    let later = match scene.store.location() {
        Location::File(_) => "PRAGMA user_version = 99",
        Location::Server(_) => "INSERT INTO schema_version VALUES (99)",
    };
    scene.store.execute(later).await;
    let ready = scene.ask("GET", "/readyz", &[]).await;
    assert_eq!((ready.status().as_u16(), ready.body().as_str()), (503, "version\n"));
}

async fn a_key_file_of_another_database_is_not_ready(store: Store) {
    let scene = Scene::new(store).await;
    let (whose, person) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let key = format!("INSERT INTO person_key VALUES ('{whose}', 'member:{person}', 'AAAA')");
    scene.store.execute(&key).await;
    let ready = scene.ask("GET", "/readyz", &[]).await;
    assert_eq!((ready.status().as_u16(), ready.body().as_str()), (503, "keys\n"));
}

#[tokio::test]
async fn packed_bodies_are_refused_and_not_unpacked() {
    let scene = Scene::new(Store::sqlite()).await;
    for (path, wanted) in
        [("/api/v1/accounts", "application/problem+json"), ("/import", "text/html; charset=utf-8")]
    {
        let answer = scene.ask("POST", path, &[("content-encoding", "gzip")]).await;
        assert_eq!(
            (answer.status().as_u16(), header(&answer, "content-type")),
            (415, wanted),
            "{path}"
        );
    }
    let answer = scene.ask("GET", "/healthz", &[("content-encoding", "identity")]).await;
    assert_eq!(answer.status().as_u16(), 200);
}

#[tokio::test]
async fn browsers_that_came_by_https_are_told_to_stay() {
    let url = "https://promises.example.com".parse().unwrap();
    let scene = Scene::at(Store::sqlite(), Site::new(Some(url), false, Vec::new())).await;
    let answer = scene.ask("GET", "/healthz", &[("host", "promises.example.com")]).await;
    assert_eq!(header(&answer, "strict-transport-security"), "max-age=63072000");
    let answer = scene.ask("GET", "/healthz", &[]).await;
    assert_eq!(header(&answer, "strict-transport-security"), "");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_takes_too_long_is_ended() {
    let scene = Scene::new(Store::sqlite()).await;
    // A body that never comes.
    let body = Body::from_stream(Never);
    let request = Request::post("/sign-in").header("host", "localhost");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(body).unwrap();
    let answer = scene.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status().as_u16(), 504);
}

/// A body that never comes.
struct Never;

impl futures_core::Stream for Never {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

async fn a_database_that_cannot_be_asked_is_a_reason_to_ask_again(store: Store) {
    let scene = Scene::new(store).await;
    scene.store.execute("DROP TABLE api_token").await;
    let token = format!("Bearer hs_{}", "A".repeat(64));
    let answer = scene.ask("GET", "/api/v1/promises", &[("authorization", &token)]).await;
    assert_eq!((answer.status().as_u16(), header(&answer, "retry-after")), (503, "5"));
    assert!(answer.body().contains("/problems/unavailable"), "{}", answer.body());
    assert!(!answer.body().contains("api_token"), "why is for the log: {}", answer.body());
}

/// What somebody is told who asks for something that is in the ledger.
async fn asked(scene: &Scene, path: &str) -> (u16, String) {
    let token = format!("Bearer hs_{}", "A".repeat(64));
    let answer = scene.ask("GET", path, &[("authorization", &token)]).await;
    (answer.status().as_u16(), header(&answer, "retry-after").to_owned())
}

#[tokio::test]
async fn while_the_database_is_gone_the_program_is_alive_and_not_ready() {
    let Some(store) = Store::postgres().await else { return };
    let scene = Scene::new(store).await;
    let database = scene.store.database().unwrap();
    let probe = async |path| {
        let answer = scene.ask("GET", path, &[]).await;
        (answer.status().as_u16(), answer.into_body())
    };
    database.go_away().await;
    assert_eq!(probe("/readyz").await, (503, "database\n".to_owned()));
    assert_eq!(probe("/healthz").await, (200, "ok\n".to_owned()));
    let away = (503, "5".to_owned());
    assert_eq!(asked(&scene, "/api/v1/promises").await, away);
    assert_eq!(asked(&scene, "/api/v1/nowhere").await.0, 404, "what needs no ledger");
    database.come_back().await;
    assert_eq!(probe("/readyz").await, (200, "ok\n".to_owned()));
    assert_eq!(asked(&scene, "/api/v1/promises").await, (401, String::new()));
}
