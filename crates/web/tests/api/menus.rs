//! What a yes costs, by API: a menu is asked for, and one of its rows offered.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Scene, get, post};

testkit::on_both_stores!(a_row_of_a_menu_can_be_offered, what_is_no_question_has_no_menu,);

/// A company with one promise in its queue, whose lateness costs something.
async fn with_promise(store: Store) -> (Scene, String, String) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    scene.bring_history().await;
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 2 }] });
    let question = json!({ "account": account, "work": work });
    let quote = scene.ask(post("/api/v1/quotes", &question)).await.is(201);
    let due = quote.text("/answer/dates/offer/due/text").to_owned();
    let mut draft = scene.draft((&account, &contact), &due);
    draft["ground"] = json!({ "quote": { "quote": quote.text("/id") } });
    draft["work"] = work;
    draft["work"]["loss"] =
        json!({ "currency": "EUR", "per_day_minor": 25_000, "per_breach_minor": 100_000 });
    draft["offer_until"] = json!("2026-03-11T16:00:00Z");
    let offered = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let promise = offered.header("location").to_owned();
    let etag = offered.header("etag").to_owned();
    let told = json!({ "told_by": contact });
    scene.ask(post(format!("{promise}/accept"), &told).at(etag)).await.is(200);
    (scene, account, contact)
}

async fn a_row_of_a_menu_can_be_offered(store: Store) {
    let (scene, account, contact) = with_promise(store).await;
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 2 }] });
    let question = json!({ "account": account, "work": work, "wished": "2026-03-16" });
    let menu = scene.ask(post("/api/v1/menus", &question)).await.is(201);
    let rows = menu.body["rows"].as_array().unwrap();
    assert!(rows.len() >= 2, "{}", menu.text);
    let last = &rows[rows.len() - 1];
    assert_eq!((&last["price_minor"], &last["place"]), (&json!(0), &json!("last")));
    let row = rows.iter().find(|row| row["price_minor"].as_i64() > Some(0)).unwrap();
    assert_eq!(row["touched"][0]["number"], 1);
    assert!(row["sentences"]["nl"].as_str().unwrap().starts_with("Ja."), "{row}");
    assert_eq!(menu.body["currency"], "EUR");

    let due = row["due"]["text"].as_str().unwrap().to_owned();
    let mut draft = scene.draft((&account, &contact), &due);
    draft["ground"] = json!({ "quote": { "quote": row["quote"] } });
    draft["work"] = work;
    draft["offer_until"] = json!("2026-03-11T16:00:00Z");
    let offered = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let promise = offered.header("location").to_owned();
    let told = scene.ask(get(promise)).await.is(200);
    let id = told.text("/id").parse().unwrap();
    let service = scene.app.service();
    let organisation = promise::OrganisationId::new(uuid::Uuid::from_u128(1));
    let kept = service.ledger().work(organisation, id).await.unwrap().state.unwrap();
    let goes = kept.first || kept.arranged.before.is_some();
    assert!(goes, "it goes where the row says: {kept:?}");
    let mut other = draft.clone();
    other["work"] = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 5 }] });
    scene.ask(post("/api/v1/promises", &other)).await.refuses(422, "quote-differs");
}

async fn what_is_no_question_has_no_menu(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, _) = scene.customer().await;
    let work = json!({ "new": [{ "team": "Nobody" }] });
    let menu = scene.ask(post("/api/v1/menus", &json!({ "account": account, "work": work }))).await;
    assert_eq!(menu.is(201).body["rows"], json!([]), "nothing can be said of it");
    let loss = |loss: Value| json!({ "new": [{ "team": "Koppelingen" }], "loss": loss });
    for (wrong, field) in [
        (json!({ "currency": "EUR", "per_day_minor": -1 }), "per_day_minor"),
        (json!({ "currency": "XYZ" }), "currency"),
        (json!({ "currency": "EUR", "per_day": 5 }), "per_day"),
    ] {
        let question = json!({ "account": account, "work": loss(wrong) });
        let refused = scene.ask(post("/api/v1/menus", &question)).await;
        assert!((400..=422).contains(&refused.status), "{}", refused.text);
        assert!(refused.text.contains(field), "{field}: {}", refused.text);
    }
}
