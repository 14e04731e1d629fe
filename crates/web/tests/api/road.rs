//! The main road by API, from a history to a verified receipt.

use ledger::keys::PublicKey;
use ledger::receipt::Receipt;
use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{MAPPING, Scene, form, get, history, post};

testkit::on_both_stores!(
    the_whole_road_can_be_walked_by_a_program,
    what_was_said_by_word_of_mouth_is_written_down,
    a_no_with_another_date_becomes_a_draft_that_is_offered_anew,
    every_move_that_ends_or_disputes_is_there,
    a_late_counter_promise_can_end_a_promise,
);

#[expect(clippy::too_many_lines, reason = "the road is one story")]
async fn the_whole_road_can_be_walked_by_a_program(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;

    // What a file would bring, and what it brings.
    let parts = [("mapping", MAPPING), ("file", &*history()), ("dry_run", "true")];
    let dry = scene.ask(form("/api/v1/imports", &parts)).await.is(200);
    assert_eq!((&dry.body["dry_run"], &dry.body["new"]), (&json!(true), &json!(42)));
    let teams = scene.ask(get("/api/v1/teams")).await.is(200);
    assert_eq!(teams.body["items"], json!([]), "a dry run stores nothing");
    scene.bring_history().await;
    let teams = scene.ask(get("/api/v1/teams")).await.is(200);
    assert_eq!(teams.body["items"][0]["finished"], 42);

    // What can be promised?
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 2 }] });
    let question = json!({
        "account": account, "subject": "A link", "wished": "2026-03-12", "work": work,
        "waits_for": ["2026-03-11"]
    });
    let quote = scene.ask(post("/api/v1/quotes", &question)).await.is(201);
    let due = quote.text("/answer/dates/offer/due/text").to_owned();
    let chance = quote.body["answer"]["dates"]["offer"]["chance"].as_f64().unwrap();
    assert!((0.85..=1.0).contains(&chance), "{chance}");
    let address = quote.header("location").to_owned();
    let kept = scene.ask(get(format!("{address}?due={due}"))).await.is(200);
    let again = kept.body["chance"].as_f64().unwrap();
    assert!((again - chance).abs() < 0.02, "400 instants tell {again}, all trials {chance}");

    // It is offered on that ground, and accepted by the contact, who said so on the phone.
    let mut draft = scene.draft((&account, &contact), &due);
    draft["ground"] = json!({ "quote": { "quote": quote.text("/id") } });
    draft["work"] = work;
    draft["consideration"] = json!({ "asked": {
        "counter_promises": [{ "subject": "The test server", "due": "2026-03-11", "consequence": "shift" }],
        "price": { "minor": 250_000, "currency": "EUR" }
    } });
    draft["offer_until"] = json!("2026-03-11T16:00:00Z");
    let offered = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let promise = offered.header("location").to_owned();
    assert_eq!(offered.body["content"]["missing"], json!([]));
    let told = json!({ "told_by": contact });
    let etag = offered.header("etag").to_owned();
    let accepted = scene.ask(post(format!("{promise}/accept"), &told).at(etag)).await.is(200);
    assert_eq!(accepted.text("/state"), "accepted");
    assert_eq!(accepted.body["dates"]["promised"][0]["due"]["text"], json!(due));
    assert!(accepted.body["dates"]["forecast"]["forecast"].is_object(), "{}", accepted.text);
    let counter = accepted.text("/counter_promises/0/promise/id").to_owned();

    // The server arrives, another date is agreed, it is delivered and confirmed.
    let met = json!({ "counter_promise": counter });
    let met = scene.do_move(&promise, "met", &met).await.is(200);
    assert_eq!(met.text("/counter_promises/0/state"), "met");
    let later = json!({
        "due": "2026-04-10", "reason": "customer_wish", "words": "after the fair",
        "told_by": contact
    });
    let proposed = scene.do_move(&promise, "renegotiate", &later).await.is(200);
    assert_eq!(proposed.text("/renegotiation/by"), "account");
    let agreed = scene.do_move(&promise, "agree", &json!({})).await.is(200);
    assert_eq!(agreed.body["dates"]["promised"].as_array().unwrap().len(), 2);
    scene.wait_until("2026-04-09T10:00:00Z").await;
    let delivered = json!({ "reference": "https://example.com/releases/12" });
    let delivered = scene.do_move(&promise, "deliver", &delivered).await.is(200);
    assert_eq!(delivered.text("/state"), "delivered");
    let confirmed = json!({ "told_by": contact, "measure": "more" });
    let settled = scene.do_move(&promise, "confirm", &confirmed).await.is(200);
    assert_eq!(settled.text("/state"), "settled");
    assert_eq!(settled.body["judgement"]["delivered"]["kept_last"], true);

    // Both can hold what happened.
    let events = scene.ask(get(format!("{promise}/events"))).await.is(200);
    let kinds: Vec<&str> = events.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    for kind in ["drafted", "offered", "accepted", "delivered", "delivery_confirmed", "settled"] {
        assert!(kinds.contains(&kind), "{kind} is not in {kinds:?}");
    }
    let receipt = scene.ask(get(format!("{promise}/receipt"))).await.is(200);
    let keys = scene.ask(get("/.well-known/handslag-keys")).await.is(200);
    let keys: Vec<PublicKey> = serde_json::from_value(keys.body["keys"].clone()).unwrap();
    assert_eq!(Receipt::parse(&receipt.text).unwrap().verify(Some(&keys)), Ok(()));
}

async fn what_was_said_by_word_of_mouth_is_written_down(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let found = json!({
        "account": account, "contact": contact, "subject": "The report comes before the tenth",
        "sentence": "You will have it before the tenth.", "due": "2026-04-09", "due_words": "before the tenth"
    });
    let recorded = scene.ask(post("/api/v1/promises/recorded", &found)).await.is(201);
    assert_eq!(recorded.text("/state"), "recorded");
    assert_eq!(recorded.text("/content/due/words"), "before the tenth");
    assert_eq!(recorded.body["confirmed"], false);
    assert!(!recorded.body["content"]["missing"].as_array().unwrap().is_empty());
    let promise = recorded.header("location");
    let told = json!({ "told_by": contact });
    let confirmed = scene.do_move(promise, "confirm-record", &told).await.is(200);
    assert_eq!(confirmed.text("/state"), "accepted");
    let released = scene.do_move(promise, "release", &told).await.is(200);
    assert_eq!(released.text("/state"), "released");
}

async fn a_no_with_another_date_becomes_a_draft_that_is_offered_anew(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let promise = scene.offered((&account, &contact)).await;
    let other = json!({ "told_by": contact, "due": "2026-03-20", "words": "a week earlier" });
    let proposed = scene.do_move(&promise, "counter-propose", &other).await.is(200);
    assert_eq!(proposed.text("/state"), "draft");
    assert_eq!(proposed.text("/counter_proposal/due/text"), "2026-03-20");
    let mut draft = scene.draft((&account, &contact), "2026-03-20");
    draft["offer_until"] = json!("2026-03-13T16:00:00Z");
    let etag = proposed.header("etag").to_owned();
    let anew = scene.ask(post(&*promise, &draft).by("PUT").at(etag)).await.is(200);
    assert_eq!((anew.text("/state"), anew.text("/content/due/text")), ("offered", "2026-03-20"));
    let declined = json!({ "told_by": contact, "for_good": true });
    let declined = scene.do_move(&promise, "decline", &declined).await.is(200);
    assert_eq!(declined.text("/state"), "declined");
    scene.do_move(&promise, "offer-again", &json!({})).await.refuses(409, "not-in-state");
}

async fn every_move_that_ends_or_disputes_is_there(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let customer = (&*account, &*contact);
    let told = json!({ "told_by": contact });

    let draft =
        scene.ask(post("/api/v1/promises", &scene.draft(customer, "2026-W13"))).await.is(201);
    let promise = draft.header("location").to_owned();
    let until = json!({ "expires": "2026-03-13T16:00:00Z" });
    assert_eq!(scene.do_move(&promise, "offer", &until).await.is(200).text("/state"), "offered");
    let taken = scene.do_move(&promise, "take-back", &json!({ "words": "a mistake" })).await;
    assert_eq!(taken.is(200).text("/state"), "withdrawn");

    let draft =
        scene.ask(post("/api/v1/promises", &scene.draft(customer, "2026-W13"))).await.is(201);
    let gone = scene.do_move(draft.header("location"), "discard", &json!({})).await.is(200);
    assert_eq!(gone.text("/state"), "discarded");

    let promise = scene.offered(customer).await;
    scene.do_move(&promise, "accept", &told).await.is(200);
    let later = json!({
        "subject": "The link runs on both servers", "reason": "scope", "words": "both, please"
    });
    scene.do_move(&promise, "renegotiate", &later).await.is(200);
    let back = scene.do_move(&promise, "take-proposal-back", &json!({})).await.is(200);
    assert_eq!(back.body["renegotiation"], Value::Null);
    scene.do_move(&promise, "renegotiate", &later).await.is(200);
    let no = scene.do_move(&promise, "disagree", &told).await.is(200);
    assert_eq!(no.body["renegotiation"], Value::Null);
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link" }] });
    scene.do_move(&promise, "plan", &work).await.is(200);
    scene.do_move(&promise, "deliver", &json!({ "words": "it runs" })).await.is(200);
    let wrong = json!({ "told_by": contact, "words": "it does not" });
    let disputed = scene.do_move(&promise, "dispute", &wrong).await.is(200);
    assert_eq!(disputed.text("/state"), "accepted");
    let ill = json!({ "reason": "capacity", "words": "two of us are ill" });
    let withdrawn = scene.do_move(&promise, "withdraw", &ill).await.is(200);
    assert_eq!(withdrawn.text("/judgement/broken/reason"), "capacity");

    let found = json!({ "account": account, "contact": contact, "subject": "A call", "sentence": "I will call" });
    let recorded = scene.ask(post("/api/v1/promises/recorded", &found)).await.is(201);
    let rejected = scene.do_move(recorded.header("location"), "reject-record", &told).await.is(200);
    assert_eq!(rejected.text("/state"), "declined");
}

async fn a_late_counter_promise_can_end_a_promise(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let mut draft = scene.draft((&account, &contact), "2026-03-27");
    draft["consideration"] = json!({ "asked": { "counter_promises": [
        { "subject": "The contract, signed", "due": "2026-03-12", "due_words": "this Thursday", "consequence": "void" }
    ] } });
    draft["offer_until"] = json!("2026-03-11T16:00:00Z");
    let offered = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let promise = offered.header("location").to_owned();
    let accepted = scene.do_move(&promise, "accept", &json!({ "told_by": contact })).await.is(200);
    let counter = json!({ "counter_promise": accepted.text("/counter_promises/0/promise/id") });
    scene.do_move(&promise, "void", &counter).await.refuses(409, "no-void");
    scene.wait_until("2026-03-16T10:00:00Z").await;
    let today = scene.ask(get("/api/v1/today")).await.is(200);
    assert_eq!(today.text("/owed/0/subject"), "The contract, signed");
    assert_eq!(scene.do_move(&promise, "void", &counter).await.is(200).text("/state"), "void");
}
