//! Each refusal with its problem: its type, its status, and the fields it is about.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Asking, MAPPING, Scene, asking, form, get, history, post};

/// Changes one field of a body.
fn but(body: &Value, field: &str, value: Value) -> Value {
    let mut body = body.clone();
    body[field] = value;
    body
}

testkit::on_both_stores!(
    inputs_are_held_against_their_shape,
    what_a_body_names_must_be_there,
    dues_that_the_calendar_cannot_take_are_named,
    the_rules_refuse_in_their_own_words,
    a_counter_promise_arrives_once,
    a_due_below_the_policy_needs_somebody_who_takes_it,
    where_nothing_can_be_forecast_the_answer_says_so,
    files_that_cannot_be_taken_are_refused_whole,
    bodies_that_are_no_json_are_refused,
    addresses_that_nothing_answers_are_problems_too,
    only_those_who_may_are_let_in,
    before_anything_was_founded_there_is_nothing_to_ask,
);

async fn inputs_are_held_against_their_shape(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let draft = scene.draft((&account, &contact), "2026-03-27");
    let asked = |counter: Value| json!({ "asked": { "counter_promises": [counter] } });
    let remedy = |amount: Value, cap: Value| json!({ "agreed": { "kind": "credit", "per": "breach", "amount": amount, "cap": cap } });
    let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
    for (field, value, named) in [
        ("colour", json!("red"), "colour"),
        ("account", Value::Null, "account"),
        ("account", json!("7"), "account"),
        ("contact", json!(7), "contact"),
        ("subject", json!(""), "subject"),
        ("subject", json!("x".repeat(301)), "subject"),
        ("subject", json!("two\nlines"), "subject"),
        ("strictness", json!("firm"), "strictness"),
        ("offer_until", json!("tomorrow"), "offer_until"),
        ("consideration", json!("nothing"), "consideration.nothing"),
        ("consideration", json!({ "nothing": {} }), "consideration.nothing.because"),
        (
            "consideration",
            asked(json!({ "subject": "x", "due": "2026-03-11", "consequence": "sue" })),
            "consideration.asked.counter_promises[0].consequence",
        ),
        ("remedy", json!("some"), "remedy"),
        ("remedy", remedy(eur(0), Value::Null), "remedy.agreed.amount.minor"),
        (
            "remedy",
            remedy(json!({ "minor": 5, "currency": "XXX" }), Value::Null),
            "remedy.agreed.amount.currency",
        ),
        ("remedy", remedy(eur(500), eur(400)), "remedy.agreed.cap"),
        ("ground", json!({ "without": { "reason": " " } }), "ground.without.reason"),
        ("work", json!({ "new": [{ "team": "x", "pieces": 0 }] }), "work.new[0].pieces"),
        ("work", json!({ "new": [{ "team": "x", "pieces": 1.5 }] }), "work.new[0].pieces"),
        (
            "work",
            json!({ "new": [{ "team": "x", "estimate_minutes": 0 }] }),
            "work.new[0].estimate_minutes",
        ),
        ("work", json!({ "new": [{ "kind": "x" }] }), "work.new[0].team"),
        ("work", json!({ "new": [{ "team": "x", "size": 3 }] }), "work.new[0].size"),
        ("work", json!({ "after": ["7"] }), "work.after[0]"),
        ("work", json!({ "after": vec![account.as_str(); 101] }), "work.after"),
    ] {
        let body = but(&draft, field, value.clone());
        let refused = scene.ask(post("/api/v1/promises", &body)).await.refuses(422, "input");
        assert_eq!(refused.fields(), [named], "{field}: {value}");
        let wanted = refused.text("/errors/0/wanted");
        assert!(!wanted.is_empty() && !wanted.contains("Shape") && wanted != "u32", "{wanted}");
    }
    assert_eq!(scene.ask(get("/api/v1/promises")).await.body["total"], 0, "nothing was stored");
}

async fn what_a_body_names_must_be_there(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let draft = scene.draft((&account, &contact), "2026-03-27");
    let nobody = json!("00000000-0000-7000-8000-000000000000");
    for (field, named) in [
        ("account", "account"),
        ("contact", "contact"),
        ("owner", "owner"),
        ("promisor", "promisor"),
    ] {
        let body = but(&draft, field, nobody.clone());
        let refused = scene.ask(post("/api/v1/promises", &body)).await.refuses(422, "input");
        assert_eq!(refused.fields(), [named]);
    }
    let ground = json!({ "quote": { "quote": nobody } });
    let body = but(&draft, "ground", ground);
    let refused = scene.ask(post("/api/v1/promises", &body)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["ground.quote.quote"]);
    let question = json!({ "account": nobody, "work": {} });
    let refused = scene.ask(post("/api/v1/quotes", &question)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["account"]);
    let waits = json!({ "new": [{ "team": "x" }], "after": [nobody] });
    let body = but(&draft, "work", waits.clone());
    let refused = scene.ask(post("/api/v1/promises", &body)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["after"]);
    let question = json!({ "account": account, "work": waits });
    let refused = scene.ask(post("/api/v1/quotes", &question)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["after"]);
    let promise = scene.offered((&account, &contact)).await;
    let own = promise.rsplit('/').next().unwrap_or_default();
    for other in [nobody.clone(), json!(own)] {
        let waits = json!({ "new": [{ "team": "x" }], "after": [other] });
        let refused = scene.do_move(&promise, "plan", &waits).await.refuses(422, "input");
        assert_eq!(refused.fields(), ["after"]);
    }
    let refused = scene.do_move(&promise, "accept", &json!({ "told_by": nobody })).await;
    assert_eq!(refused.refuses(422, "input").fields(), ["told_by"]);
}

async fn dues_that_the_calendar_cannot_take_are_named(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let draft = scene.draft((&account, &contact), "2026-03-27");
    for (field, given) in
        [("due", "soon"), ("due", "2026-02-30"), ("due", "2026-03-28"), ("wished", "x")]
    {
        let body = but(&draft, field, json!(given));
        let refused = scene.ask(post("/api/v1/promises", &body)).await.refuses(422, "due");
        assert_eq!(refused.fields(), [field], "{given}");
    }
    let promise = scene.offered((&account, &contact)).await;
    let body = json!({ "told_by": contact, "due": "someday" });
    scene.do_move(&promise, "counter-propose", &body).await.refuses(422, "due");
}

async fn the_rules_refuse_in_their_own_words(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let customer = (&*account, &*contact);
    let told = json!({ "told_by": contact });

    let mut half = scene.draft(customer, "2026-03-27");
    half["offer_until"] = json!("2026-03-16T16:00:00Z");
    half["remedy"] = Value::Null;
    half["strictness"] = Value::Null;
    let refused = scene.ask(post("/api/v1/promises", &half)).await.refuses(422, "incomplete");
    assert_eq!(refused.fields(), ["strictness", "remedy"]);

    let mut past = scene.draft(customer, "2026-03-27");
    past["offer_until"] = json!("2026-03-01T16:00:00Z");
    let refused = scene.ask(post("/api/v1/promises", &past)).await.refuses(422, "not-ahead");
    assert_eq!(refused.fields(), ["offer_until"]);

    let promise = scene.offered(customer).await;
    scene.do_move(&promise, "accept", &json!({})).await.refuses(409, "wrong-side");
    scene.do_move(&promise, "deliver", &json!({ "words": "x" })).await.refuses(409, "not-in-state");
    scene.do_move(&promise, "accept", &told).await.is(200);
    scene.do_move(&promise, "agree", &told).await.refuses(409, "nothing-proposed");
    let same = json!({ "reason": "work", "words": "x" });
    scene.do_move(&promise, "renegotiate", &same).await.refuses(422, "nothing-to-change");
    let ours = json!({ "due": "2026-04-10", "reason": "work", "words": "x" });
    scene.do_move(&promise, "renegotiate", &ours).await.refuses(422, "no-ground");
    let early = json!({ "words": "x", "at": "2026-01-01T10:00:00Z" });
    let refused = scene.do_move(&promise, "deliver", &early).await.refuses(422, "not-behind");
    assert_eq!(refused.fields(), ["at"]);
    let ahead = json!({ "words": "x", "at": "2026-12-01T10:00:00Z" });
    scene.do_move(&promise, "deliver", &ahead).await.refuses(422, "not-behind");
    let refused = scene.do_move(&promise, "deliver", &json!({})).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["words"]);
    let other = json!({ "counter_promise": "00000000-0000-7000-8000-000000000000" });
    let refused = scene.do_move(&promise, "met", &other).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["counter_promise"]);
    let theirs =
        json!({ "told_by": contact, "due": "2026-03-30", "reason": "customer_wish", "words": "x" });
    scene.do_move(&promise, "renegotiate", &theirs).await.is(200);
    scene.do_move(&promise, "agree", &told).await.refuses(409, "wrong-side");
    scene.wait_until("2026-04-01T10:00:00Z").await;
    scene.do_move(&promise, "agree", &json!({})).await.refuses(409, "proposal-passed");
}

async fn a_counter_promise_arrives_once(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let mut draft = scene.draft((&account, &contact), "2026-03-27");
    draft["consideration"] = json!({ "asked": { "counter_promises": [
        { "subject": "The server", "due": "2026-03-12", "consequence": "talk" }
    ] } });
    draft["offer_until"] = json!("2026-03-11T16:00:00Z");
    let offered = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let promise = offered.header("location").to_owned();
    let accepted = scene.do_move(&promise, "accept", &json!({ "told_by": contact })).await.is(200);
    let counter = json!({ "counter_promise": accepted.text("/counter_promises/0/promise/id") });
    scene.do_move(&promise, "met", &counter).await.is(200);
    scene.do_move(&promise, "met", &counter).await.refuses(409, "counter-promise-met");
}

async fn a_due_below_the_policy_needs_somebody_who_takes_it(store: Store) {
    let scene = Scene::founded(store).await;
    scene.bring_history().await;
    let (account, contact) = scene.customer().await;
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 2 }] });
    let question = json!({ "account": account, "work": work });
    let quote = scene.ask(post("/api/v1/quotes", &question)).await.is(201);
    let quoted = json!({ "quote": { "quote": quote.text("/id") } });
    let mut draft = scene.draft((&account, &contact), "2026-03-10");
    draft["ground"] = quoted.clone();
    draft["work"] = work;
    draft["offer_until"] = json!("2026-03-09T16:00:00Z");
    let refused = scene.ask(post("/api/v1/promises", &draft)).await.refuses(422, "below-policy");
    assert_eq!(refused.fields(), ["due"]);
    let below = |taker: String| json!({ "taken_by": taker, "reason": "their fair opens" });
    draft["ground"]["quote"]["below_policy"] = below(scene.joost.to_string());
    let refused = scene.ask(post("/api/v1/promises", &draft)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["taken_by"]);
    draft["ground"]["quote"]["below_policy"] = below(scene.fenna.to_string());
    scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let other =
        but(&but(&draft, "ground", quoted), "work", json!({ "new": [{ "team": "Koppelingen" }] }));
    scene.ask(post("/api/v1/promises", &other)).await.refuses(422, "quote-differs");
}

async fn where_nothing_can_be_forecast_the_answer_says_so(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let ask = |work: Value| post("/api/v1/quotes", &json!({ "account": account, "work": work }));
    let none = scene.ask(ask(json!({}))).await.is(201);
    assert_eq!(none.text("/answer/cannot_forecast/why"), "no_work");
    let work = json!({ "new": [{ "team": "Nobody" }] });
    let nobody = scene.ask(ask(work.clone())).await.is(201);
    assert_eq!(nobody.text("/answer/cannot_forecast/why"), "no_team");
    let kept = scene.ask(get(nobody.header("location"))).await.is(200);
    assert_eq!(kept.body["forecast"], Value::Null);
    let mut draft = scene.draft((&account, &contact), "2026-03-27");
    draft["ground"] = json!({ "quote": { "quote": nobody.text("/id") } });
    draft["work"] = work;
    let refused = scene.ask(post("/api/v1/promises", &draft)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["ground.quote.quote"]);
}

async fn files_that_cannot_be_taken_are_refused_whole(store: Store) {
    let scene = Scene::founded(store).await;
    let bring = |mapping: &str, file: &str| {
        form("/api/v1/imports", &[("mapping", mapping), ("file", file)])
    };
    scene.ask(bring("name = ", &history())).await.refuses(422, "file");
    scene.ask(bring(MAPPING, "key,opened\nL-1,2026-01-01\n")).await.refuses(422, "file");
    let bad = history().replace("L-7,2025-10-27T08:00:00Z", "L-7,in autumn");
    let refused = scene.ask(bring(MAPPING, &bad)).await.refuses(422, "bad-rows");
    assert_eq!(refused.fields(), ["line 9: opened"]);
    let skipping = [("mapping", MAPPING), ("file", &*bad), ("skip_bad_rows", "true")];
    let brought = scene.ask(form("/api/v1/imports", &skipping)).await.is(200);
    assert_eq!((&brought.body["new"], &brought.body["bad"]), (&json!(41), &json!(1)));
    for (parts, field) in [
        (vec![("file", "x")], "mapping"),
        (vec![("mapping", MAPPING)], "file"),
        (vec![("mapping", MAPPING), ("file", "x"), ("dry_run", "yes")], "dry_run"),
        (vec![("mapping", MAPPING), ("file", "x"), ("colour", "red")], "colour"),
        (vec![("mapping", MAPPING), ("mapping", MAPPING)], "mapping"),
    ] {
        let refused = scene.ask(form("/api/v1/imports", &parts)).await.refuses(422, "input");
        assert_eq!(refused.fields(), [field]);
    }
    let json = post("/api/v1/imports", &json!({}));
    scene.ask(json).await.refuses(415, "content-type");
    let torn = form("/api/v1/imports", &[])
        .sending("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx");
    scene.ask(torn).await.refuses(400, "not-multipart");
}

async fn bodies_that_are_no_json_are_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let write = || post("/api/v1/accounts", &json!({ "name": "A", "calendar": "office" }));
    for text in [
        "",
        "{",
        "{\"name\": }",
        "{} {}",
        "not json",
        "{\"name\": \"A\", \"calendar\": \"office\"} x",
    ] {
        let refused = scene.ask(write().sending(text)).await;
        assert!(matches!(refused.status, 400 | 422), "{text:?}: {}", refused.text);
    }
    scene.ask(write().sending("{\"name\"")).await.refuses(400, "not-json");
    for text in ["[]", "7", "null", "\"x\""] {
        let refused = scene.ask(write().sending(text)).await.refuses(422, "input");
        assert_eq!(refused.fields(), ["the body"], "{text}");
    }
    let twice = "{\"name\": \"A\", \"name\": \"B\", \"calendar\": \"office\"}";
    assert_eq!(scene.ask(write().sending(twice)).await.refuses(422, "input").fields(), ["name"]);
    for kind in ["", "text/plain", "application/x-www-form-urlencoded"] {
        scene.ask(write().with("content-type", kind)).await.refuses(415, "content-type");
    }
    scene.ask(write().with("content-type", "application/json; charset=utf-8")).await.is(201);
    let large = format!("{{\"name\": \"{}\"}}", "x".repeat(300 * 1024));
    scene.ask(write().sending(large)).await.refuses(413, "too-large");
}

async fn addresses_that_nothing_answers_are_problems_too(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let promise = scene.offered((&account, &contact)).await;
    let nobody = "00000000-0000-7000-8000-000000000000";
    scene.ask(get("/api/v1/nothing")).await.refuses(404, "no-such-address");
    scene.ask(get("/api/v2/promises")).await.refuses(404, "no-such-address");
    scene.ask(get(format!("{promise}/colour"))).await.refuses(404, "no-such-address");
    for path in [
        format!("promises/{nobody}"),
        "promises/99".to_owned(),
        "promises/x".to_owned(),
        format!("promises/{nobody}/events"),
        format!("promises/{nobody}/receipt"),
        format!("accounts/{nobody}"),
        "accounts/7".to_owned(),
        format!("accounts/{account}/contacts/{nobody}"),
        format!("quotes/{nobody}"),
        "quotes/7".to_owned(),
    ] {
        scene.ask(get(format!("/api/v1/{path}"))).await.refuses(404, "not-found");
    }
    let gone = format!("/api/v1/promises/{nobody}");
    scene.do_move(&gone, "accept", &json!({ "told_by": contact })).await.refuses(404, "not-found");
    for (method, path) in [
        ("DELETE", &*promise),
        ("PATCH", &promise),
        ("POST", "/api/v1/organisation"),
        ("GET", "/api/v1/imports"),
    ] {
        let refused = scene.ask(asking(method, path)).await.refuses(405, "method-not-allowed");
        assert!(!refused.header("allow").is_empty(), "{method} {path}");
    }
    assert_eq!(scene.ask(asking("HEAD", &*promise)).await.status, 200);
}

async fn only_those_who_may_are_let_in(store: Store) {
    let scene = Scene::founded(store).await;
    let account = json!({ "name": "A", "calendar": "office" });
    let viewer = |asking: Asking| asking.with("handslag-member", scene.viewer.to_string());
    scene.ask(viewer(get("/api/v1/promises"))).await.is(200);
    scene.ask(viewer(post("/api/v1/accounts", &account))).await.refuses(403, "only-looks");
    scene.ask(viewer(form("/api/v1/imports", &[]))).await.refuses(403, "only-looks");
    for other in ["fenna", "00000000-0000-7000-8000-000000000000"] {
        let asking = get("/api/v1/promises").with("handslag-member", other);
        let refused = scene.ask(asking).await.refuses(403, "member-unknown");
        assert_eq!(refused.fields(), ["Handslag-Member"]);
    }
    let elsewhere = get("/api/v1/promises").with("host", "example.com");
    scene.ask(elsewhere).await.refuses(403, "elsewhere");
    let other_site = post("/api/v1/accounts", &account).with("origin", "https://example.com");
    scene.ask(other_site).await.refuses(403, "elsewhere");
}

async fn before_anything_was_founded_there_is_nothing_to_ask(store: Store) {
    let scene = Scene::empty(store).await;
    for path in ["organisation", "promises", "today"] {
        let refused = scene.ask(get(format!("/api/v1/{path}"))).await.refuses(409, "not-founded");
        assert_eq!(refused.text("/instance"), format!("/api/v1/{path}"));
    }
    scene.ask(get("/api/v1/openapi.json")).await.is(200);
}
