//! Quotes over the API once they are made: held, given back, computed again.

use serde_json::json;
use testkit::Store;

use crate::scene::{Scene, get, post};

testkit::on_both_stores!(a_place_is_held_and_given_back, a_quote_is_computed_again,);

/// A quote for a customer of a company with a history.
async fn asked(store: Store) -> (Scene, String) {
    let scene = Scene::founded(store).await;
    scene.bring_history().await;
    let (account, _) = scene.customer().await;
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 2 }] });
    let question = json!({ "account": account, "subject": "A link", "work": work });
    let quote = scene.ask(post("/api/v1/quotes", &question)).await.is(201);
    let at = quote.header("location").to_owned();
    (scene, at)
}

async fn a_place_is_held_and_given_back(store: Store) {
    let (scene, quote) = asked(store).await;
    assert_eq!(scene.ask(get("/api/v1/held")).await.is(200).body["held"], json!([]));
    let held = scene.ask(post(format!("{quote}/hold"), &json!({}))).await.is(200);
    assert!(quote.ends_with(held.text("/quote")), "{}", held.text);
    assert_eq!(held.body["subject"], "A link");
    let until = json!({ "place": "first", "until": "2026-03-13" });
    let longer = scene.ask(post(format!("{quote}/hold"), &until)).await.is(200);
    assert!(longer.text("/until") > held.text("/until"), "{}", longer.text);
    let all = scene.ask(get("/api/v1/held")).await.is(200);
    assert_eq!(all.body["held"], json!([longer.body]), "one place for one question");

    for (body, status) in [
        (json!({ "until": "soon" }), 422),
        (json!({ "until": "2020-03-13" }), 422),
        (json!({ "place": "somewhere" }), 422),
        (json!({ "for": "ever" }), 422),
    ] {
        let refused = scene.ask(post(format!("{quote}/hold"), &body)).await;
        assert_eq!(refused.status, status, "{body}: {}", refused.text);
    }
    let nowhere = "/api/v1/quotes/0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
    scene.ask(post(format!("{nowhere}/hold"), &json!({}))).await.is(404);
    scene.ask(post(format!("{nowhere}/release"), &json!({}))).await.is(404);

    scene.ask(post(format!("{quote}/release"), &json!({}))).await.is(200);
    assert_eq!(scene.ask(get("/api/v1/held")).await.is(200).body["held"], json!([]));
    scene.ask(post(format!("{quote}/release"), &json!({}))).await.is(200);
}

async fn a_quote_is_computed_again(store: Store) {
    let (scene, quote) = asked(store).await;
    let again = scene.ask(get(format!("{quote}/reproduction"))).await.is(200);
    assert_eq!(again.body["same"], true, "{}", again.text);
    let figures = again.body["figures"].as_array().expect("figures");
    assert!(figures.len() > 3 && figures.iter().all(|of| of["then"] == of["now"]), "{figures:?}");
    let nowhere = "/api/v1/quotes/0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11/reproduction";
    scene.ask(get(nowhere)).await.is(404);
    scene.ask(get(format!("{quote}/reproduction?deep=1"))).await.is(400);
}
