//! What promises are tied to outside the company, over the API.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Scene, get, post};

testkit::on_both_stores!(a_delivery_is_noted_comes_and_is_counted, what_is_wrong_is_named,);

impl Scene {
    /// A promise that was offered: its address.
    async fn promised(&self) -> String {
        let (account, contact) = self.customer().await;
        self.offered((&account, &contact)).await
    }
}

async fn a_delivery_is_noted_comes_and_is_counted(store: Store) {
    let scene = Scene::founded(store).await;
    let promise = scene.promised().await;
    let ties = format!("{promise}/ties");
    assert_eq!(scene.ask(get(&ties)).await.is(200).body["ties"], json!([]));
    let delivery = json!({ "third_party": "Kabelfabriek", "what": "cable", "due": "2026-03-12" });
    let once = post(&ties, &delivery);
    let noted = scene.ask(once.clone()).await.is(200);
    assert_eq!(noted.text("/ties/0/third_party"), "Kabelfabriek");
    assert_eq!(noted.text("/ties/0/state"), "open");
    let again = scene.ask(once).await.is(200);
    assert_eq!(again.body, noted.body, "the same under the same key");
    assert_eq!(again.header("idempotency-replayed"), "true");
    let plan = json!({ "what": "the new line starts", "due": "2026-04-01" });
    let noted = scene.ask(post(&ties, &plan)).await.is(200);
    assert_eq!(noted.body["ties"][1]["third_party"], Value::Null);

    let [delivery, plan] = [0, 1].map(|place| noted.text(&format!("/ties/{place}/id")).to_owned());
    let came = scene.ask(post(format!("{ties}/{delivery}/arrived"), &json!({}))).await.is(200);
    assert_eq!(came.text("/ties/0/state"), "arrived");
    assert!(came.body["ties"][0]["arrived_at"].is_string(), "{}", came.text);
    let gone = scene.ask(post(format!("{ties}/{plan}/drop"), &json!({}))).await.is(200);
    assert_eq!(gone.text("/ties/1/state"), "dropped");
    assert_eq!(scene.ask(get(&ties)).await.is(200).body, gone.body);
    let parties = scene.ask(get("/api/v1/third-parties")).await.is(200);
    let expected = json!([{ "name": "Kabelfabriek", "delivered": 1, "late": 0, "open": 0 }]);
    assert_eq!(parties.body["third_parties"], expected);
    let ended = scene.ask(post(format!("{ties}/{plan}/drop"), &json!({}))).await.is(409);
    assert!(ended.text("/type").ends_with("tie-ended"), "{}", ended.text);
}

async fn what_is_wrong_is_named(store: Store) {
    let scene = Scene::founded(store).await;
    let promise = scene.promised().await;
    let ties = format!("{promise}/ties");
    for (body, field) in [
        (json!({ "what": "cable", "due": "soon" }), "due"),
        (json!({ "what": "", "due": "2026-03-12" }), "what"),
        (json!({ "third_party": " ", "what": "cable", "due": "2026-03-12" }), "third_party"),
    ] {
        let refused = scene.ask(post(&ties, &body)).await.is(422);
        assert_eq!(refused.text("/errors/0/field"), field, "{}", refused.text);
    }
    let unknown = "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
    let refused = scene.ask(post(format!("{ties}/{unknown}/drop"), &json!({}))).await.is(422);
    assert_eq!(refused.text("/errors/0/field"), "tie");
    let refused = scene.ask(post(format!("{ties}/first/arrived"), &json!({}))).await.is(422);
    assert_eq!(refused.text("/errors/0/given"), "first");
    scene.ask(get("/api/v1/promises/99/ties")).await.is(404);
    scene
        .ask(post("/api/v1/promises/99/ties", &json!({ "what": "a", "due": "2026-03-12" })))
        .await
        .is(404);
    scene.ask(get(format!("{ties}?all=1"))).await.is(400);
}
