//! Lists: filters, pages, and queries that cannot be taken.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Scene, get, post};

testkit::on_both_stores!(
    a_long_list_is_read_page_by_page,
    a_cursor_of_another_list_is_refused,
    promises_are_found_by_what_is_asked,
    queries_that_cannot_be_taken_are_named,
    the_setting_is_told,
);

async fn a_long_list_is_read_page_by_page(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    for _ in 0..5 {
        let draft = scene.draft((&account, &contact), "2026-03-27");
        scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    }
    let mut numbers = Vec::new();
    let mut next = String::new();
    for wanted in [2, 2, 1] {
        let page = scene.ask(get(format!("/api/v1/promises?limit=2{next}"))).await.is(200);
        let items = page.body["items"].as_array().unwrap();
        assert_eq!((items.len(), &page.body["total"]), (wanted, &json!(5)));
        numbers.extend(items.iter().map(|item| item["number"].as_u64().unwrap()));
        next =
            page.body["next"].as_str().map_or_else(String::new, |next| format!("&cursor={next}"));
    }
    assert_eq!((numbers, &*next), (vec![1, 2, 3, 4, 5], ""));
}

async fn a_cursor_of_another_list_is_refused(store: Store) {
    let scene = Scene::founded(store).await;
    for name in ["A", "B", "C"] {
        let body = json!({ "name": name, "calendar": "office" });
        scene.ask(post("/api/v1/accounts", &body)).await.is(201);
    }
    let page = scene.ask(get("/api/v1/accounts?limit=1")).await.is(200);
    let cursor = page.text("/next").to_owned();
    let next = scene.ask(get(format!("/api/v1/accounts?limit=1&cursor={cursor}"))).await.is(200);
    assert_eq!(next.text("/items/0/name"), "B");
    for other in ["/api/v1/accounts?q=a&", "/api/v1/promises?"] {
        let refused = scene.ask(get(format!("{other}cursor={cursor}"))).await;
        assert_eq!(refused.refuses(400, "query").fields(), ["cursor"]);
    }
}

async fn promises_are_found_by_what_is_asked(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let customer = (&*account, &*contact);
    let promise = scene.offered(customer).await;
    scene.do_move(&promise, "accept", &json!({ "told_by": contact })).await.is(200);
    scene.ask(post("/api/v1/promises", &scene.draft(customer, "2026-04-30"))).await.is(201);
    let fenna = scene.fenna;
    let joost = scene.joost;
    for (query, wanted) in [
        (String::new(), 2),
        ("state=open".to_owned(), 1),
        ("state=draft".to_owned(), 1),
        ("state=late".to_owned(), 0),
        (format!("account={account}"), 2),
        (format!("owner={joost}"), 2),
        (format!("owner={fenna}"), 0),
        ("q=stock".to_owned(), 2),
        ("q=s%C3%B6der".to_owned(), 2),
        ("q=harbour".to_owned(), 0),
        ("due_until=2026-03".to_owned(), 1),
        ("health=off_plan".to_owned(), 0),
    ] {
        let found = scene.ask(get(format!("/api/v1/promises?{query}"))).await.is(200);
        assert_eq!(found.body["total"], wanted, "{query}");
    }
}

async fn queries_that_cannot_be_taken_are_named(store: Store) {
    let scene = Scene::founded(store).await;
    for (query, field) in [
        ("promises?limit=0", "limit"),
        ("promises?limit=101", "limit"),
        ("promises?limit=ten", "limit"),
        ("promises?cursor=x", "cursor"),
        ("promises?cursor=", "cursor"),
        ("promises?owner=", "owner"),
        ("promises?state=done", "state"),
        ("promises?health=fine", "health"),
        ("promises?account=7", "account"),
        ("promises?owner=fenna", "owner"),
        ("promises?due_until=soon", "due_until"),
        ("promises?colour=red", "colour"),
        ("promises?state=open&state=late", "state"),
        ("accounts?due_until=2026-03", "due_until"),
        ("organisation?x=1", "x"),
        ("members?x=1", "x"),
        ("teams?x=1", "x"),
        ("today?x=1", "x"),
    ] {
        let refused = scene.ask(get(format!("/api/v1/{query}"))).await.refuses(400, "query");
        assert_eq!(refused.fields(), [field], "{query}");
    }
}

async fn the_setting_is_told(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let us = scene.ask(get("/api/v1/organisation")).await.is(200);
    assert_eq!((us.text("/name"), us.text("/member/name")), ("Kornoelje", "Fenna Visser"));
    assert_eq!(us.body["policy"]["offer_at"], 0.85);
    let joost = get("/api/v1/organisation").with("handslag-member", scene.joost.to_string());
    assert_eq!(scene.ask(joost).await.is(200).text("/member/name"), "Joost Bos");
    let members = scene.ask(get("/api/v1/members")).await.is(200);
    assert_eq!(members.body["items"].as_array().unwrap().len(), 3);
    let dossier = scene.ask(get(format!("/api/v1/accounts/{account}"))).await.is(200);
    assert_eq!((dossier.header("etag"), dossier.text("/contacts/0/id")), ("\"2\"", &*contact));
    let page = dossier.text("/contacts/0/customer_page").to_owned();
    assert_eq!(scene.ask(get(&*page)).await.status, 200, "the link opens the customer's page");
    let alone = scene.ask(get(format!("/api/v1/accounts/{account}/contacts/{contact}"))).await;
    assert_eq!(alone.is(200).text("/customer_page"), page);
    let today = scene.ask(get("/api/v1/today")).await.is(200);
    assert_eq!((&today.body["open"], &today.body["seen_at"]), (&json!(0), &Value::Null));
}
