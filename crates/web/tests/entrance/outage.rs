//! A database that is gone or may only be read: what is answered meanwhile, and that everything goes on afterwards.

use promise::Role;
use testkit::Store;

use crate::scene::{Scene, asking, form, json};

/// Looks at a promise, and takes it back.
async fn looked_and_taken_back(scene: &Scene) -> (u16, u16) {
    let session = &scene.us.sessions[&Role::Admin];
    let look = scene.ask(asking("GET", "/promises/1").session(session)).await;
    let take_back = form("/promises/1/take-back", "words=Wait").session(session);
    (look.status, scene.ask(take_back).await.status)
}

#[tokio::test]
async fn where_the_database_may_only_be_read_pages_are_shown_and_forms_are_to_be_sent_again() {
    let Some(store) = Store::postgres().await else { return };
    let scene = Scene::new(store).await;
    let before = scene.stored(scene.us.id).await;
    let database = scene.store.database().expect("a server");
    database.only_read(true).await;
    assert_eq!(looked_and_taken_back(&scene).await, (200, 503));
    database.only_read(false).await;
    assert_eq!(scene.stored(scene.us.id).await, before, "nothing of it was written");
    assert_eq!(looked_and_taken_back(&scene).await, (200, 303));
    assert_eq!(scene.stored(scene.us.id).await, before + 1);
}

#[tokio::test]
async fn a_program_that_asks_again_under_its_key_after_an_outage_writes_once() {
    let Some(store) = Store::postgres().await else { return };
    let scene = Scene::new(store).await;
    let token = scene.token(Role::Admin, ledger::access::token::Scope::Promise).await;
    let database = scene.store.database().expect("a server");
    let before = scene.stored(scene.us.id).await;
    let body = r#"{"name":"Later","calendar":"office"}"#.to_owned();
    let asked = json("POST", "/api/v1/accounts", body).token(&token);
    database.go_away().await;
    let refused = scene.ask(asked.clone()).await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, "5"), "{}", refused.text);
    assert!(refused.text.contains("/problems/unavailable"), "{}", refused.text);
    database.come_back().await;
    let (first, again) = (scene.ask(asked.clone()).await, scene.ask(asked).await);
    assert_eq!((first.status, again.status), (201, 201), "{}", first.text);
    assert_eq!(first.text, again.text);
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(scene.stored(scene.us.id).await, before + 1);
}
