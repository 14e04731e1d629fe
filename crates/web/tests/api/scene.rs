//! A company in a database of its own, asked without a socket.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use calendar::Country;
use http_body_util::BodyExt;
use jiff::Timestamp;
use promise::money::Currency;
use promise::party::Language;
use promise::{Actor, MemberId, OrganisationId, Role, Rule};
use serde_json::{Value, json};
use service::company::Founding;
use service::{Caller, Service};
use testkit::Store;
use tower::ServiceExt;
use uuid::Uuid;
use web::{App, Clock, Entrance, Site};

use crate::shape;

const KORNOELJE: OrganisationId = OrganisationId::new(Uuid::from_u128(1));

/// A mapping that fits [`history`].
pub(crate) const MAPPING: &str = "name = \"tracker\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n\
     started = \"begun\"\nfinished = \"done\"\ntype = \"kind\"\nteam = \"team\"\n";

/// Forty-two finished links, by one team.
pub(crate) fn history() -> String {
    let start: Timestamp = "2025-10-06T08:00:00Z".parse().unwrap();
    let mut csv = "key,opened,begun,done,kind,team\n".to_owned();
    let days = |days: i64| jiff::SignedDuration::from_hours(24 * days);
    for number in 0..42 {
        let opened = start + days(3 * number);
        let begun = opened + days(1);
        let done = begun + days(1 + (number * 7) % 5);
        csv.push_str(&format!("L-{number},{opened},{begun},{done},link,Koppelingen\n"));
    }
    csv
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
    pub(crate) text: String,
}

impl Answer {
    /// A header as text; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// A text in the body.
    pub(crate) fn text(&self, pointer: &str) -> &str {
        let found = self.body.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no text at {pointer} in {}", self.text))
    }

    /// Panics unless it has this status.
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Panics unless it is a problem of this kind.
    #[track_caller]
    pub(crate) fn refuses(self, status: u16, slug: &str) -> Self {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        assert_eq!(
            (self.status, self.text("/type")),
            (status, &*format!("/problems/{slug}")),
            "{}",
            self.text
        );
        assert_eq!(self.body["status"], status);
        self
    }

    /// The fields that are wrong.
    pub(crate) fn fields(&self) -> Vec<&str> {
        let errors = self.body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        errors.iter().filter_map(|error| error["field"].as_str()).collect()
    }
}

/// A request in the making.
#[derive(Debug, Clone)]
pub(crate) struct Asking {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Reads.
pub(crate) fn get(path: impl Into<String>) -> Asking {
    asking("GET", path)
}

/// Asks without anything else.
pub(crate) fn asking(method: &'static str, path: impl Into<String>) -> Asking {
    Asking { method, path: path.into(), headers: Vec::new(), body: Vec::new() }
}

/// Writes JSON under a key that nobody else has.
pub(crate) fn post(path: impl Into<String>, body: &Value) -> Asking {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let key = format!("key-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let asking = asking("POST", path).with("idempotency-key", key);
    asking.with("content-type", "application/json").sending(body.to_string())
}

impl Asking {
    /// Sets a header in the place of what it was; an empty text leaves it out.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(of, _)| *of != name);
        let value = value.into();
        if !value.is_empty() {
            self.headers.push((name, value));
        }
        self
    }

    /// Names the version it was decided on.
    pub(crate) fn at(self, version: impl Into<String>) -> Self {
        self.with("if-match", version)
    }

    /// Sends other bytes.
    pub(crate) fn sending(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Asks by another method.
    pub(crate) fn by(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }
}

/// Sends a form of parts: name and content.
pub(crate) fn form(path: &str, parts: &[(&str, &str)]) -> Asking {
    let mut body = String::new();
    for (name, content) in parts {
        let file = if *name == "file" { "; filename=\"history.csv\"" } else { "" };
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
        ));
    }
    body.push_str("--x--\r\n");
    post(path, &Value::Null).with("content-type", "multipart/form-data; boundary=x").sending(body)
}

/// A company with an admin, a promisor and a viewer.
pub(crate) struct Scene {
    router: Router,
    document: Value,
    pub(crate) app: App,
    pub(crate) fenna: MemberId,
    pub(crate) joost: MemberId,
    pub(crate) viewer: MemberId,
    store: Store,
}

impl Scene {
    /// A company that was founded, and nothing else.
    pub(crate) async fn founded(store: Store) -> Self {
        let mut scene = Self::empty(store).await;
        let service = scene.app.service();
        let by = Actor::Rule(Rule::Time);
        let caller = |key: &str| Caller {
            organisation: KORNOELJE,
            by,
            at: scene.app.now(),
            key: key.to_owned(),
        };
        let founding = Founding {
            name: "Kornoelje".to_owned(),
            language: Language::Nl,
            zone: "Europe/Amsterdam".to_owned(),
            currency: Currency::Eur,
            country: Country::Nl,
            admin: "Fenna Visser".to_owned(),
        };
        let fenna = service.found(&caller("found"), founding).await.unwrap();
        let joost =
            service.add_member(&caller("joost"), "Joost Bos", Role::Promisor).await.unwrap();
        let viewer = service.add_member(&caller("viewer"), "Kim Smit", Role::Viewer).await.unwrap();
        (scene.fenna, scene.joost, scene.viewer) = (fenna, joost, viewer);
        scene
    }

    /// A database in which nobody founded anything.
    pub(crate) async fn empty(store: Store) -> Self {
        let ledger = store.ledger(5).await;
        let clock = Clock::standing("2026-03-09T08:40:00Z".parse().unwrap());
        let app = App::new(
            Service::new(ledger, NonZeroU32::MIN),
            Entrance::OpenHouse(KORNOELJE),
            Site::default(),
            clock,
        );
        let nobody = MemberId::new(Uuid::nil());
        Self {
            router: web::router(app.clone()),
            document: shape::document(),
            app,
            fenna: nobody,
            joost: nobody,
            viewer: nobody,
            store,
        }
    }

    /// Asks, and holds the answer against the document.
    pub(crate) async fn ask(&self, asking: Asking) -> Answer {
        let mut request = Request::builder().method(asking.method).uri(&asking.path);
        if !asking.headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "localhost:4600");
        }
        for (name, value) in &asking.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(asking.body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let body = serde_json::from_str(&text).unwrap_or_default();
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body, text };
        if asking.path.starts_with("/api/") && asking.method != "HEAD" {
            let told = (answer.status, answer.header("content-type"));
            shape::hold(&self.document, (asking.method, &asking.path), told, &answer.body);
        }
        answer
    }

    /// Adds an account with a contact: their ids.
    pub(crate) async fn customer(&self) -> (String, String) {
        let account = json!({ "name": "Brygghuset Söder", "calendar": "office" });
        let account = self.ask(post("/api/v1/accounts", &account)).await.is(201);
        let id = account.text("/id").to_owned();
        let contact = json!({ "name": "Ebba Lind", "email": "ebba@example.com", "language": "sv" });
        let contact = self.ask(post(format!("/api/v1/accounts/{id}/contacts"), &contact)).await;
        (id, contact.is(201).text("/id").to_owned())
    }

    /// Brings the history.
    pub(crate) async fn bring_history(&self) {
        let parts = [("mapping", MAPPING), ("file", &*history())];
        self.ask(form("/api/v1/imports", &parts)).await.is(200);
    }

    /// Whether the database holds a text anywhere, as it is.
    pub(crate) async fn stores(&self, text: &str) -> bool {
        self.store.holds(text).await
    }

    /// A whole draft without a forecast, due on a day.
    pub(crate) fn draft(&self, (account, contact): (&str, &str), due: &str) -> Value {
        json!({
            "account": account,
            "contact": contact,
            "subject": "The link to our stock system runs on your test server",
            "acceptance": "Fifty orders go through without an error",
            "due": due,
            "strictness": "target",
            "owner": self.joost.to_string(),
            "consideration": { "nothing": { "because": "part of the yearly contract" } },
            "remedy": "none_agreed",
            "ground": { "without": { "reason": "nothing like it was ever made" } }
        })
    }

    /// A promise that was offered without a forecast: its address.
    pub(crate) async fn offered(&self, customer: (&str, &str)) -> String {
        let mut draft = self.draft(customer, "2026-03-27");
        draft["offer_until"] = json!("2026-03-16T16:00:00Z");
        let offered = self.ask(post("/api/v1/promises", &draft)).await.is(201);
        assert_eq!(offered.text("/state"), "offered");
        offered.header("location").to_owned()
    }

    /// Makes a move on whichever version there is.
    pub(crate) async fn do_move(&self, promise: &str, verb: &str, body: &Value) -> Answer {
        self.ask(post(format!("{promise}/{verb}"), body).at("*")).await
    }

    /// Moves the clock on and looks again at everything.
    pub(crate) async fn wait_until(&self, at: &str) {
        assert!(self.app.clock().move_to(at.parse().unwrap()), "{at} lies behind");
        self.app.look_again(KORNOELJE).await.unwrap();
    }
}
