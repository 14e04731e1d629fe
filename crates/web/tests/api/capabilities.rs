//! What the product does and what is claimed of it, over the API.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Asking, Scene, get, post};

testkit::on_both_stores!(
    a_capability_is_asked_for_answered_named_and_taken_out,
    what_is_refused_about_capabilities_is_named,
    claims_are_found_in_a_text_and_judged_by_the_register,
    only_who_may_answer_for_product_does,
    what_product_has_not_answered_for_is_not_promised,
);

const REGISTER: &str = "/api/v1/capabilities";
const SCAN: &str = "/api/v1/claims/scan";

/// Answers for product.
fn answer(of: &str, answer: &Value) -> Asking {
    post(format!("{of}/answer"), &json!({ "answer": answer }))
}

impl Scene {
    /// A capability in the register: its address.
    async fn registered(&self, name: &str) -> String {
        let added = self.ask(post(REGISTER, &json!({ "name": name }))).await.is(201);
        assert_eq!(added.header("location"), format!("{REGISTER}/{}", added.text("/id")));
        added.header("location").to_owned()
    }
}

async fn a_capability_is_asked_for_answered_named_and_taken_out(store: Store) {
    let scene = Scene::founded(store).await;
    let empty = json!({ "items": [], "total": 0, "next": null });
    assert_eq!(scene.ask(get(REGISTER)).await.is(200).body, empty);
    let called =
        json!({ "name": "Excel export", "names": [{ "language": "nl", "name": "naar Excel" }] });
    let once = post(REGISTER, &called);
    let added = scene.ask(once.clone()).await.is(201);
    let again = scene.ask(once).await.is(201);
    assert_eq!((&again.body, again.header("idempotency-replayed")), (&added.body, "true"));
    assert_eq!(again.header("location"), added.header("location"));
    assert_eq!((added.text("/state"), &added.body["answer"]), ("asked", &Value::Null));
    assert_eq!(added.body["names"], json!([{ "language": "nl", "name": "naar Excel" }]));
    let one = added.header("location").to_owned();

    let forecast = json!({ "forecast": { "day": "2026-06-30", "chance": 0.823, "ground": "two of three parts" } });
    let answered = scene.ask(answer(&one, &forecast)).await.is(200);
    assert_eq!(answered.body["answer"]["said"], forecast);
    assert_eq!(answered.text("/answer/by/member"), scene.fenna.to_string());
    let unsure =
        json!({ "forecast": { "day": "2026-06-30", "ground": "nothing like it was made" } });
    let answered = scene.ask(answer(&one, &unsure)).await.is(200);
    assert_eq!(answered.body["answer"]["said"]["forecast"]["chance"], Value::Null);
    let exists = json!({ "exists": { "since": "2026-03-09" } });
    let answered = scene.ask(answer(&one, &exists)).await.is(200);
    assert_eq!((answered.text("/state"), &answered.body["answer"]["said"]), ("exists", &exists));
    let named = scene.ask(post(format!("{one}/call"), &json!({ "name": "Export" }))).await.is(200);
    assert_eq!((named.text("/name"), &named.body["names"]), ("Export", &json!([])));
    assert_eq!(scene.ask(get(&one)).await.is(200).body, named.body);
    let gone = json!({ "reason": "replaced" });
    let gone = scene.ask(post(format!("{one}/retire"), &gone)).await.is(200);
    assert_eq!((gone.text("/state"), gone.text("/retired/reason")), ("retired", "replaced"));

    let told = scene.ask(get(format!("{one}/history"))).await.is(200);
    let kinds: Vec<&str> = told.body["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    let wanted = ["registered", "answered", "answered", "answered", "named", "retired"];
    assert_eq!(kinds, wanted);
    assert_eq!(told.body["history"][1]["answer"], forecast);
    assert_eq!(told.body["history"][5]["reason"], "replaced");

    // Its name is free again, and the list tells both apart.
    scene.registered("Export").await;
    let asked = scene.ask(get(format!("{REGISTER}?state=asked"))).await.is(200);
    assert_eq!((asked.body["total"].as_u64(), asked.text("/items/0/state")), (Some(1), "asked"));
    let first = scene.ask(get(format!("{REGISTER}?limit=1"))).await.is(200);
    let next = format!("{REGISTER}?limit=1&cursor={}", first.text("/next"));
    let second = scene.ask(get(next)).await.is(200);
    assert_eq!((first.body["total"].as_u64(), &second.body["next"]), (Some(2), &Value::Null));
    assert_ne!(first.text("/items/0/id"), second.text("/items/0/id"));
}

async fn what_is_refused_about_capabilities_is_named(store: Store) {
    let scene = Scene::founded(store).await;
    let one = scene.registered("Excel export").await;
    let same = json!({ "name": "EXCEL-export" });
    let taken = scene.ask(post(REGISTER, &same)).await.refuses(409, "name-taken");
    assert_eq!(taken.fields(), ["name"]);
    let long = json!({ "name": "Fax", "names": vec![json!({ "name": "x" }); 51] });
    scene.ask(post(REGISTER, &long)).await.refuses(422, "input");
    let twice = json!({ "name": "Fax", "names": [{ "name": "fax" }] });
    let twice = scene.ask(post(REGISTER, &twice)).await.refuses(422, "input");
    assert_eq!(twice.fields(), ["names"]);
    for (said, slug, field) in [
        (json!({ "exists": { "since": "2026-03-10" } }), "not-behind", "since"),
        (json!({ "forecast": { "day": "2026-03-08", "ground": "x" } }), "not-ahead", "day"),
        (json!({ "exists": { "since": "tomorrow" } }), "input", "answer.exists.since"),
        (json!({ "exists": { "since": "2026-03-02T10:00" } }), "input", "answer.exists.since"),
        (json!({ "forecast": { "day": "2026-06-30" } }), "input", "answer.forecast.ground"),
        (
            json!({ "forecast": { "day": "2026-06-30", "ground": "x", "chance": 1.01 } }),
            "input",
            "answer.forecast.chance",
        ),
        (json!({ "not_planned": { "reason": " " } }), "input", "answer.not_planned.reason"),
        (
            json!({ "not_planned": { "reason": "x", "day": "2026-06-30" } }),
            "input",
            "answer.not_planned.day",
        ),
    ] {
        let refused = scene.ask(answer(&one, &said)).await;
        assert_eq!(refused.refuses(422, slug).fields(), [field], "{said}");
    }
    let none = json!({ "not_planned": { "reason": "nobody asks for it" } });
    scene.ask(answer(&one, &none)).await.is(200);
    scene.ask(answer(&one, &none)).await.refuses(422, "nothing-to-change");
    scene.ask(post(format!("{one}/retire"), &json!({ "reason": "gone" }))).await.is(200);
    scene.ask(answer(&one, &none)).await.refuses(409, "capability-retired");

    for nobody in ["0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11", "first"] {
        let nobody = format!("{REGISTER}/{nobody}");
        scene.ask(get(&nobody)).await.refuses(404, "not-found");
        scene.ask(get(format!("{nobody}/history"))).await.refuses(404, "not-found");
        scene.ask(answer(&nobody, &none)).await.refuses(404, "not-found");
        scene.ask(post(format!("{nobody}/call"), &same)).await.refuses(404, "not-found");
    }
    scene.ask(get(format!("{REGISTER}?state=there"))).await.refuses(400, "query");
    scene.ask(get(format!("{one}?all=1"))).await.refuses(400, "query");
}

async fn claims_are_found_in_a_text_and_judged_by_the_register(store: Store) {
    let scene = Scene::founded(store).await;
    let one = scene.registered("Excel export").await;
    scene.registered("Fax").await;
    let page = |text: &str| json!({ "place": "site/index.md", "text": text });
    let text = "You get the Excel export with every plan. The Excel export works from July 2026.\n";
    let once = post(SCAN, &page(text));
    let scanned = scene.ask(once.clone()).await.is(200);
    assert_eq!((scanned.body["new"].as_u64(), scanned.body["gone"].as_u64()), (Some(2), Some(0)));
    assert_eq!(scanned.text("/claims/0/wrong"), "unanswered");
    let again = scene.ask(once).await.is(200);
    assert_eq!((&again.body, again.header("idempotency-replayed")), (&scanned.body, "true"));

    let forecast = json!({ "forecast": { "day": "2026-06-30", "ground": "two of three parts" } });
    let answered = scene.ask(answer(&one, &forecast)).await.is(200);
    assert_eq!(answered.body["claims"], json!({ "standing": 2, "without_ground": 1 }));
    let all = scene.ask(get("/api/v1/claims")).await.is(200);
    assert_eq!(all.body["total"], 2);
    let early = scene.ask(get("/api/v1/claims?ground=false")).await.is(200);
    assert_eq!(
        (early.body["total"].as_u64(), early.text("/items/0/wrong")),
        (Some(1), "too_early")
    );
    assert_eq!(early.text("/items/0/claimed_for"), "now");
    let in_time = scene.ask(get("/api/v1/claims?ground=true")).await.is(200);
    assert_eq!(in_time.text("/items/0/first_day"), "2026-07-01");
    let id = one.rsplit('/').next().unwrap();
    let own = scene.ask(get(format!("/api/v1/claims?capability={id}&limit=1"))).await.is(200);
    assert_eq!(own.body["total"], 2);
    let next = format!("/api/v1/claims?capability={id}&limit=1&cursor={}", own.text("/next"));
    assert_eq!(scene.ask(get(next)).await.is(200).body["next"], Value::Null);

    let gone = scene.ask(post(SCAN, &page("The Excel export works from July 2026."))).await.is(200);
    assert_eq!((gone.body["new"].as_u64(), gone.body["gone"].as_u64()), (Some(0), Some(1)));
    // A text in none of our languages is told in which it is, or refused.
    let foreign = page("Nous livrons demain matin avec notre camion.");
    let refused = scene.ask(post(SCAN, &foreign)).await.refuses(422, "input");
    assert_eq!(refused.fields(), ["language"]);
    let long = page(&"x".repeat(200_001));
    assert_eq!(scene.ask(post(SCAN, &long)).await.refuses(422, "input").fields(), ["text"]);
    scene.ask(get("/api/v1/claims?ground=yes")).await.refuses(400, "query");
    scene.ask(get("/api/v1/claims?capability=first")).await.refuses(400, "query");
}

async fn only_who_may_answer_for_product_does(store: Store) {
    let scene = Scene::founded(store).await;
    let joost = scene.joost.to_string();
    let by = |asking: Asking| asking.with("handslag-member", joost.clone());
    let added = scene.ask(by(post(REGISTER, &json!({ "name": "Excel export" })))).await.is(201);
    let one = added.header("location").to_owned();
    let exists = json!({ "exists": { "since": "2026-03-09" } });
    scene.ask(by(answer(&one, &exists))).await.refuses(403, "not-allowed");
    let gone = json!({ "reason": "gone" });
    scene.ask(by(post(format!("{one}/retire"), &gone))).await.refuses(403, "not-allowed");
    scene
        .ask(by(post(format!("{one}/call"), &json!({ "name": "X" }))))
        .await
        .refuses(403, "not-allowed");
    assert_eq!(scene.ask(get(&one)).await.is(200).text("/state"), "asked");
    let viewer = scene.viewer.to_string();
    let looks = post(REGISTER, &json!({ "name": "Fax" })).with("handslag-member", viewer);
    scene.ask(looks).await.refuses(403, "only-looks");
    scene.ask(answer(&one, &exists)).await.is(200);
}

async fn what_product_has_not_answered_for_is_not_promised(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    let one = scene.registered("Link to our stock system").await;
    let mut draft = scene.draft((&account, &contact), "2026-03-27");
    // A draft promises nothing yet.
    let drafted = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let drafted = drafted.header("location").to_owned();
    let until = json!({ "expires": "2026-03-16T16:00:00Z" });
    draft["offer_until"] = json!("2026-03-16T16:00:00Z");
    let refused = scene.do_move(&drafted, "offer", &until).await;
    assert_eq!(refused.refuses(422, "capability-no-ground").fields(), ["subject"]);
    let refused = scene.ask(post("/api/v1/promises", &draft)).await;
    refused.refuses(422, "capability-no-ground");
    let none = json!({ "not_planned": { "reason": "nobody asks for it" } });
    scene.ask(answer(&one, &none)).await.is(200);
    scene.do_move(&drafted, "offer", &until).await.refuses(422, "capability-no-ground");
    assert_eq!(scene.ask(get(&drafted)).await.is(200).text("/state"), "draft");

    // A forecast is an answer: whether the date holds, the promise's own ground says.
    let forecast = json!({ "forecast": { "day": "2026-03-12", "ground": "two of three parts" } });
    scene.ask(answer(&one, &forecast)).await.is(200);
    let offered = scene.do_move(&drafted, "offer", &until).await.is(200);
    assert_eq!(offered.text("/state"), "offered");
    scene.wait_until("2026-03-13T08:00:00Z").await;
    let passed = scene.ask(post("/api/v1/promises", &draft)).await;
    assert!(passed.refuses(422, "capability-no-ground").text.contains("2026-03-12"));
    scene.ask(post(format!("{one}/retire"), &json!({ "reason": "replaced" }))).await.is(200);
    scene.ask(post("/api/v1/promises", &draft)).await.refuses(409, "capability-retired");
    // Another one that is called so now is the one that is meant.
    let other = scene.registered("Link to our stock system").await;
    scene.ask(answer(&other, &json!({ "exists": { "since": "2026-03-13" } }))).await.is(200);
    scene.ask(post("/api/v1/promises", &draft)).await.is(201);
}
