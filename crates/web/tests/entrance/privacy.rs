//! People on pages: who was erased is called so, figures about one need a reason, the audit log can be taken out, and
//! nothing personal stands in the log of the server.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::io::Write;
use std::sync::{Arc, Mutex};

use ledger::audit::AuditFilter;
use promise::party::ErasureReason;
use promise::{Actor, Person, Role};
use serde_json::Value;
use service::audit::Origin;
use service::person::Erasing;
use testkit::Store;

use crate::scene::{PASSWORD, Scene, asking, caller, form, json, login};

testkit::on_both_stores!(
    whoever_was_erased_is_called_so_and_their_link_is_dead,
    an_erased_member_is_let_in_no_more_and_called_so,
    figures_about_members_are_switched_on_with_a_reason,
    the_audit_log_is_taken_out_by_admins_and_that_is_noted,
    nothing_personal_and_no_secret_is_logged,
);

impl Scene {
    fn admin_session(&self) -> String {
        self.us.sessions[&Role::Admin].clone()
    }

    async fn erase(&self, person: Person) {
        let us = caller(self.us.id, Actor::Member(self.us.members[&Role::Admin]), "erase");
        let erasing = Erasing {
            person,
            reason: ErasureReason::Objection,
            even_with_open_promises: true,
            tracker_names: Vec::new(),
        };
        self.app.service().erase_person(&us, &Origin::desk(), &erasing).await.unwrap();
    }
}

async fn whoever_was_erased_is_called_so_and_their_link_is_dead(store: Store) {
    let scene = Scene::new(store).await;
    let (session, link, id) = (scene.admin_session(), &scene.us.link, scene.us.promises[0]);
    let decline = form(format!("/c/{link}/{id}/decline"), "words=Vi+hinner+inte");
    assert_eq!(scene.ask(decline).await.status, 303);
    let history = async || scene.ask(asking("GET", "/promises/1").session(&session)).await.text;
    let before = history().await;
    assert!(before.contains("Ebba") && before.contains("Vi hinner inte"), "{before}");
    scene.erase(Person::Contact(scene.us.contact)).await;
    let after = history().await;
    assert!(!after.contains("Ebba") && !after.contains("Vi hinner inte"), "{after}");
    assert!(after.contains("An erased person"), "{after}");
    assert!(after.contains("The words have been erased."), "{after}");
    assert_eq!(scene.ask(asking("GET", format!("/c/{link}"))).await.status, 404);
    let receipt = asking("GET", "/promises/1/receipt").session(&session);
    assert_eq!(scene.ask(receipt).await.status, 200);
}

async fn an_erased_member_is_let_in_no_more_and_called_so(store: Store) {
    let scene = Scene::new(store).await;
    let manager = scene.us.members[&Role::Manager];
    let session = scene.us.sessions[&Role::Manager].clone();
    assert_eq!(scene.ask(asking("GET", "/").session(&session)).await.status, 200);
    scene.erase(Person::Member(manager)).await;
    assert_eq!(scene.ask(asking("GET", "/").session(&session)).await.status, 303);
    let login = login(Role::Manager, "Kornoelje").replace('@', "%40");
    let sign_in = form("/sign-in", &format!("login={login}&password={PASSWORD}"));
    assert_ne!(scene.ask(sign_in).await.status, 303, "there is no such login any more");
    let settings = scene.ask(asking("GET", "/settings").session(&scene.admin_session())).await;
    assert!(!settings.text.contains("Marnix manager"), "{}", settings.text);
}

async fn figures_about_members_are_switched_on_with_a_reason(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.admin_session();
    let settings = async || scene.ask(asking("GET", "/settings").session(&session)).await.text;
    let set =
        async |fields: &str| scene.ask(form("/settings/figures", fields).session(&session)).await;
    assert!(settings().await.contains("Off: figures about a member"));
    let refused = set("shown=yes&reason=").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("such as the agreement with the works council"));
    let long = format!("shown=yes&reason={}", "x".repeat(301));
    assert_eq!(set(&long).await.status, 422);
    assert!(settings().await.contains("Off: figures about a member"));
    assert_eq!(set("shown=yes&reason=Agreed+on+3+March").await.status, 303);
    let shown = settings().await;
    assert!(shown.contains("On: figures") && shown.contains("Agreed on 3 March"), "{shown}");
    assert_eq!(set("reason=").await.status, 303);
    assert!(settings().await.contains("Off: figures about a member"));
}

async fn the_audit_log_is_taken_out_by_admins_and_that_is_noted(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.admin_session();
    // More than one page of the ledger.
    let us = caller(scene.us.id, Actor::Member(scene.us.members[&Role::Admin]), "note");
    let note = Origin::desk().note(&us, "receipt", "promise:1", "begun");
    for _ in 0..1100 {
        scene.app.service().note(scene.us.id, &note).await.unwrap();
    }
    let taken = scene.ask(asking("GET", "/settings/audit.jsonl").session(&session)).await;
    assert_eq!(taken.status, 200);
    assert_eq!(taken.header("content-type"), "application/jsonl");
    let rows: Vec<Value> =
        taken.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = |action: &str| rows.iter().filter(|row| row["action"] == action).count();
    assert_eq!((count("receipt"), count("audit.export")), (1100, 1));
    let export = rows.iter().find(|row| row["action"] == "audit.export").unwrap();
    assert!(export["via"].as_str().unwrap().starts_with("session:"), "{export}");
    let later = "/settings/audit.jsonl?since=2027-01-01T00:00:00Z";
    assert_eq!(scene.ask(asking("GET", later).session(&session)).await.text, "");
    let wrong = asking("GET", "/settings/audit.jsonl?since=yesterday").session(&session);
    assert_eq!(scene.ask(wrong).await.status, 400);
    let manager = scene.us.sessions[&Role::Manager].clone();
    let refused = asking("GET", "/settings/audit.jsonl").session(&manager);
    assert_eq!(scene.ask(refused).await.status, 403);
}

/// What was logged, by everything that runs in this thread.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

async fn nothing_personal_and_no_secret_is_logged(store: Store) {
    let logged = Logged::default();
    let writer = logged.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _held = tracing::subscriber::set_default(subscriber);
    let scene = Scene::new(store).await;
    let (session, link, id) = (scene.admin_session(), &scene.us.link, scene.us.promises[0]);
    let token = scene.token(Role::Promisor, ledger::access::token::Scope::Promise).await;
    let login = login(Role::Viewer, "Kornoelje");
    let encoded = login.replace('@', "%40");
    let contact = "name=Sanna+Ek&email=sanna%40ek.example&language=sv";
    for asked in [
        form("/sign-in", &format!("login={encoded}&password={PASSWORD}")),
        form("/sign-in", &format!("login={encoded}&password=another+sentence")),
        form(format!("/accounts/{}/contacts", scene.us.account), contact).session(&session),
        form(format!("/c/{link}/{id}/counter-propose"), "due=2026-04-01&words=Vi+hinner+inte"),
        form("/settings/members", "name=Quintus+Vlerk&role=viewer").session(&session),
        form("/settings/members", "name=Quintus+Vlerk&role=king").session(&session),
        asking("GET", "/promises/1").session(&session),
        asking("GET", "/promises/Quintus").session(&session),
        json("POST", "/api/v1/accounts", r#"{"name":"Quintus"}"#.to_owned()).token(&token),
    ] {
        scene.ask(asked).await;
    }
    // A failure of ours is logged, and that log is what this is about.
    scene.store.execute("ALTER TABLE audit RENAME TO away").await;
    let write = format!("/c/{link}/{id}/decline");
    scene.ask(form(write, "words=Vi+hinner+inte")).await;
    scene.ask(asking("GET", format!("/c/{link}/{id}/receipt"))).await;
    scene.store.execute("ALTER TABLE away RENAME TO audit").await;
    let bytes = logged.0.lock().unwrap().clone();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("no audit note") && text.contains("a request failed"), "{text}");
    let told = ["Marnix", "Ebba", "Sanna", "sanna@", "Quintus", "hinner", "sentence"];
    for secret in told.into_iter().chain([login.as_str(), &encoded, link, &session, &token]) {
        assert!(!text.contains(secret), "{secret} is in the log: {text}");
    }
    let all = AuditFilter { limit: 1, ..AuditFilter::default() };
    let us = caller(scene.us.id, Actor::Member(scene.us.members[&Role::Admin]), "read");
    assert_eq!(scene.app.service().audit(&us, &all, None).await.unwrap().len(), 1);
}
