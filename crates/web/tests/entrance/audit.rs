//! What is done and taken out by pages and by the API is noted: who, by which way, what, how it ended. Never a secret.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use ledger::access::token::Scope;
use ledger::audit::{AuditFilter, AuditRow};
use promise::{Actor, Role};
use testkit::Store;

use crate::scene::{PASSWORD, Scene, asking, caller, form, json, login};

testkit::on_both_stores!(
    a_write_is_noted_with_how_it_ended,
    what_somebody_may_not_do_is_noted_too,
    a_program_is_noted_by_its_token,
    a_customer_is_noted_by_id_and_never_by_the_link,
    looking_is_not_noted_and_nothing_typed_is,
    nothing_is_taken_out_that_cannot_be_noted,
);

impl Scene {
    /// The notes of an action, the newest first.
    async fn noted(&self, action: &str) -> Vec<AuditRow> {
        let us = caller(self.us.id, Actor::Member(self.us.members[&Role::Admin]), "read");
        let action = action.to_owned();
        let filter = AuditFilter { action, limit: 500, ..AuditFilter::default() };
        self.app.service().audit(&us, &filter, None).await.unwrap()
    }

    async fn one_noted(&self, action: &str) -> AuditRow {
        let mut rows = self.noted(action).await;
        assert_eq!(rows.len(), 1, "{action}: {rows:?}");
        rows.remove(0)
    }

    fn member(&self, role: Role) -> String {
        format!("member:{}", self.us.members[&role])
    }
}

async fn a_write_is_noted_with_how_it_ended(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Admin].clone();
    let take_back = form("/promises/1/take-back", "words=Wait").session(&session);
    assert_eq!(scene.ask(take_back).await.status, 303);
    let note = scene.one_noted("POST /promises/{number}/{verb}").await;
    assert_eq!(note.actor, scene.member(Role::Admin));
    assert!(note.via.starts_with("session:"), "{note:?}");
    assert_eq!((note.subject.as_str(), note.outcome.as_str()), ("number=1 verb=take-back", "303"));

    let again = form("/promises/1/take-back", "words=Wait").session(&session);
    assert_eq!(scene.ask(again).await.status, 422, "there is no offer any more");
    let notes = scene.noted("POST /promises/{number}/{verb}").await;
    assert!(notes.iter().any(|note| note.outcome == "422"), "{notes:?}");
}

async fn what_somebody_may_not_do_is_noted_too(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Viewer].clone();
    let policy = form("/settings/policy", "offer_at=90").session(&session);
    assert_eq!(scene.ask(policy).await.status, 403);
    let note = scene.one_noted("POST /settings/policy").await;
    assert_eq!((note.actor, note.outcome.as_str()), (scene.member(Role::Viewer), "403"));
    // Whoever is not known is nobody's to note.
    assert_eq!(scene.ask(form("/settings/policy", "offer_at=90")).await.status, 401);
    assert_eq!(scene.noted("POST /settings/policy").await.len(), 1);
}

async fn a_program_is_noted_by_its_token(store: Store) {
    let scene = Scene::new(store).await;
    let token = scene.token(Role::Promisor, Scope::Promise).await;
    let write =
        json("POST", "/api/v1/accounts", r#"{"name":"Zwaan","calendar":"office"}"#.to_owned());
    assert_eq!(scene.ask(write.token(&token)).await.status, 201);
    let note = scene.one_noted("POST /api/v1/accounts").await;
    assert!(note.via.starts_with("token:") && note.outcome == "201", "{note:?}");
    assert!(!token.contains(note.via.trim_start_matches("token:")), "the token is not in it");
    let receipt = asking("GET", "/api/v1/promises/1/receipt").token(&token);
    assert_eq!(scene.ask(receipt).await.status, 200);
    let note = scene.one_noted("GET /api/v1/promises/{promise}/receipt").await;
    assert_eq!((note.subject.as_str(), note.outcome.as_str()), ("promise=1", "begun"));
}

async fn a_customer_is_noted_by_id_and_never_by_the_link(store: Store) {
    let scene = Scene::new(store).await;
    let (link, promise) = (scene.us.link.clone(), scene.us.promises[0]);
    assert_eq!(scene.ask(form(format!("/c/{link}/{promise}/accept"), "")).await.status, 303);
    let receipt = asking("GET", format!("/c/{link}/{promise}/receipt"));
    assert_eq!(scene.ask(receipt).await.status, 200);
    for action in ["POST /c/{token}/{promise}/{verb}", "GET /c/{token}/{promise}/receipt"] {
        let note = scene.one_noted(action).await;
        assert_eq!(note.actor, format!("contact:{}", scene.us.contact));
        assert_eq!(note.via, "link");
        assert!(note.subject.contains(&format!("promise={promise}")), "{note:?}");
        assert!(!note.to_json().to_string().contains(&link), "{note:?}");
    }
    let forged = form(format!("/c/forged/{promise}/accept"), "");
    assert_eq!(scene.ask(forged).await.status, 404);
    assert_eq!(scene.noted("POST /c/{token}/{promise}/{verb}").await.len(), 1);
}

async fn looking_is_not_noted_and_nothing_typed_is(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Admin].clone();
    let before = scene.noted("").await.len();
    for page in ["/", "/promises", "/promises/1", "/accounts", "/settings", "/me"] {
        assert_eq!(scene.ask(asking("GET", page).session(&session)).await.status, 200, "{page}");
    }
    assert_eq!(scene.noted("").await.len(), before);
    let add = form("/settings/members", "name=Quintus+Vlerk&role=viewer").session(&session);
    assert_eq!(scene.ask(add).await.status, 303);
    let login = login(Role::Manager, "Kornoelje").replace('@', "%40");
    let sign_in = form("/sign-in", &format!("login={login}&password={PASSWORD}"));
    assert_eq!(scene.ask(sign_in).await.status, 303);
    let notes = scene.noted("").await;
    let signed_in = notes.iter().find(|note| note.action == "access.signed_in").unwrap();
    assert_eq!(signed_in.subject, scene.member(Role::Manager));
    for note in &notes {
        let text = note.to_json().to_string();
        for typed in ["Quintus", "Marnix", "Ebba", "Kornoelje", "sentence", "kornoelje", &session] {
            assert!(!text.contains(typed), "{typed} stands in {text}");
        }
    }
    let theirs = caller(scene.them.id, Actor::Member(scene.them.members[&Role::Admin]), "read");
    let all = AuditFilter { limit: 500, ..AuditFilter::default() };
    let theirs = scene.app.service().audit(&theirs, &all, None).await.unwrap();
    assert!(theirs.iter().all(|note| note.action.starts_with("access.")), "{theirs:?}");
}

async fn nothing_is_taken_out_that_cannot_be_noted(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Admin].clone();
    scene.store.execute("ALTER TABLE audit RENAME TO away").await;
    let receipt = asking("GET", "/promises/1/receipt").session(&session);
    assert_eq!(scene.ask(receipt).await.status, 503, "it is not given");
    // What was done before it could be noted is done.
    let take_back = form("/promises/1/take-back", "words=Wait").session(&session);
    assert_eq!(scene.ask(take_back).await.status, 303);
    scene.store.execute("ALTER TABLE away RENAME TO audit").await;
    let promise = scene.app.service().ledger();
    let row = promise.promise_row(scene.us.id, scene.us.promises[0]).await.unwrap().unwrap();
    assert_eq!(row.state, promise::StateName::Withdrawn);
    assert!(scene.noted("POST /promises/{number}/{verb}").await.is_empty());
    assert!(scene.noted("GET /promises/{number}/receipt").await.is_empty());
}
