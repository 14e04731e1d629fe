//! A write is done once under its key, and on the version it was decided on.

use serde_json::json;
use testkit::Store;

use crate::scene::{MAPPING, Scene, form, get, history, post};

testkit::on_both_stores!(
    the_same_key_gives_the_same_answer_and_nothing_twice,
    a_move_is_made_once_and_answered_again_when_its_version_is_long_past,
    quotes_and_imports_are_answered_again_word_for_word,
    a_key_that_was_used_for_something_else_is_refused,
    a_refused_request_uses_no_key_up,
    keys_that_are_none_are_refused,
    a_move_names_the_version_it_was_decided_on,
);

async fn the_same_key_gives_the_same_answer_and_nothing_twice(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let draft = scene.draft((&account, &contact), "2026-03-27");
    let write = post("/api/v1/promises", &draft).with("idempotency-key", "a-1");
    let first = scene.ask(write.clone()).await.is(201);
    let again = scene.ask(write).await.is(201);
    assert_eq!(
        (first.header("idempotency-replayed"), again.header("idempotency-replayed")),
        ("", "true")
    );
    assert_eq!((&first.body, first.header("location")), (&again.body, again.header("location")));
    let list = scene.ask(get("/api/v1/promises")).await.is(200);
    assert_eq!(list.body["total"], 1);
}

async fn a_move_is_made_once_and_answered_again_when_its_version_is_long_past(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let promise = scene.offered((&account, &contact)).await;
    let etag = scene.ask(get(&*promise)).await.header("etag").to_owned();
    let accept = post(format!("{promise}/accept"), &json!({ "told_by": contact })).at(etag);
    let first = scene.ask(accept.clone()).await.is(200);
    let again = scene.ask(accept).await.is(200);
    assert_eq!((first.text("/state"), &first.body), ("accepted", &again.body));
    let events = scene.ask(get(format!("{promise}/events"))).await.is(200);
    let accepted = |e: &&serde_json::Value| e["kind"] == "accepted";
    assert_eq!(events.body["items"].as_array().unwrap().iter().filter(accepted).count(), 1);
}

async fn quotes_and_imports_are_answered_again_word_for_word(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, _) = scene.customer().await;
    let parts = [("mapping", MAPPING), ("file", &*history())];
    let bring = form("/api/v1/imports", &parts);
    let first = scene.ask(bring.clone()).await.is(200);
    let again = scene.ask(bring).await.is(200);
    assert_eq!((&first.body["new"], &first.body), (&json!(42), &again.body));
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link" }] });
    let ask = post("/api/v1/quotes", &json!({ "account": account, "work": work }));
    let first = scene.ask(ask.clone()).await.is(201);
    let again = scene.ask(ask).await.is(201);
    assert_eq!((&first.body, first.header("location")), (&again.body, again.header("location")));
}

async fn a_key_that_was_used_for_something_else_is_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let key = |asking: crate::scene::Asking| asking.with("idempotency-key", "b-1");
    let body = json!({ "name": "Another", "calendar": "office" });
    scene.ask(key(post("/api/v1/accounts", &body))).await.is(201);
    let other = json!({ "name": "Yet another", "calendar": "office" });
    let others = [
        post("/api/v1/accounts", &other),
        post("/api/v1/accounts", &body).with("handslag-member", scene.joost.to_string()),
        post("/api/v1/promises", &scene.draft((&account, &contact), "2026-03-27")),
        form("/api/v1/imports", &[("mapping", MAPPING), ("file", &*history())]),
    ];
    for asking in others {
        scene.ask(key(asking)).await.refuses(409, "idempotency-key-reused");
    }
}

async fn a_refused_request_uses_no_key_up(store: Store) {
    let scene = Scene::founded(store).await;
    let wrong = json!({ "name": "Brygghuset", "calendar": "moon" });
    let right = json!({ "name": "Brygghuset", "calendar": "office" });
    let write = |body| post("/api/v1/accounts", body).with("idempotency-key", "c-1");
    let refused = scene.ask(write(&wrong)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["calendar"]);
    scene.ask(write(&right)).await.is(201);
}

async fn keys_that_are_none_are_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let body = json!({ "name": "Brygghuset", "calendar": "office" });
    let write = |key: &str| post("/api/v1/accounts", &body).with("idempotency-key", key);
    scene.ask(write("")).await.refuses(400, "idempotency-key-required");
    for key in ["two words", &"x".repeat(201), "åäö"] {
        let refused = scene.ask(write(key)).await.refuses(400, "header");
        assert_eq!(refused.fields(), ["Idempotency-Key"]);
    }
    scene.ask(write(&"x".repeat(200))).await.is(201);
}

async fn a_move_names_the_version_it_was_decided_on(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let promise = scene.offered((&account, &contact)).await;
    let told = json!({ "told_by": contact });
    let accept = |version: &str| post(format!("{promise}/accept"), &told).at(version);
    scene.ask(accept("")).await.refuses(428, "match-required");
    for other in ["\"1\"", "\"99\""] {
        scene.ask(accept(other)).await.refuses(412, "stale");
    }
    for wrong in ["2", "W/\"2\"", "\"x\"", "\"+2\"", "\"1\", \"2\""] {
        let refused = scene.ask(accept(wrong)).await.refuses(400, "header");
        assert_eq!(refused.fields(), ["If-Match"]);
    }
    let plan = |version: &str| {
        post(format!("{promise}/plan"), &json!({ "new": [{ "team": "x" }] })).at(version)
    };
    scene.ask(plan("\"1\"")).await.refuses(412, "stale");
    let seen = scene.ask(get(&*promise)).await;
    assert_eq!(seen.header("etag"), format!("\"{}\"", seen.body["version"]));
    scene.ask(plan(seen.header("etag"))).await.is(200);
    scene.ask(accept(seen.header("etag"))).await.is(200);
}
