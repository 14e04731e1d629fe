//! What falls with a promise, as programs and people see it.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Scene, get, post};

testkit::on_both_stores!(
    what_falls_is_told_with_its_cause,
    a_slip_that_is_none_is_refused,
    the_page_shows_what_falls_in_every_language,
);

impl Scene {
    /// Two promises that were given by word of mouth, the second of which waits for the first: their numbers are 1 and 2.
    async fn two_in_a_row(&self) -> [Value; 2] {
        let (account, contact) = self.customer().await;
        self.bring_history().await;
        let record = async |subject: &str, due: &str, after: &[&Value]| {
            let work =
                json!({ "new": [{ "team": "Koppelingen", "kind": "link" }], "after": after });
            let found = json!({
                "account": account, "contact": contact, "subject": subject, "due": due,
                "sentence": "We take care of it.", "work": work
            });
            let recorded = self.ask(post("/api/v1/promises/recorded", &found)).await.is(201);
            recorded.body["id"].clone()
        };
        let first = record("The link runs", "2026-03-31", &[]).await;
        let second = record("The <report> rests on it", "2026-03-19", &[&first]).await;
        [first, second]
    }
}

async fn what_falls_is_told_with_its_cause(store: Store) {
    let scene = Scene::founded(store).await;
    let [first, second] = scene.two_in_a_row().await;
    let told = scene.ask(get("/api/v1/promises/1/domino?days=4")).await.is(200).body;
    assert_eq!(told["promise"]["id"], first);
    assert_eq!(told["promise"]["days_later"], 4);
    assert_eq!(told["slip"], json!({ "days": 4, "ground": "asked", "through": "work" }));
    assert_eq!(told["falls"].as_array().map(Vec::len), Some(1));
    let fall = &told["falls"][0];
    assert_eq!((&fall["cause"], &fall["promise"]["id"]), (&json!("dependency"), &second));
    let chance = |part: &str| fall["promise"]["chance"][part].as_f64().unwrap();
    assert!(chance("before") > chance("after") + 0.1 && chance("error") > 0.0, "{fall}");
    assert_eq!((&fall["promise"]["told"], &fall["falls"]), (&json!(false), &json!([])));
    assert_eq!(told["all_kept"]["of"], 2);
    // The second one holds up nobody.
    let told = scene.ask(get("/api/v1/promises/2/domino")).await.is(200).body;
    assert_eq!((&told["falls"], &told["all_kept"]), (&json!([]), &Value::Null));
    // Whoever may look may look here too.
    let viewer = get("/api/v1/promises/1/domino").with("handslag-member", scene.viewer.to_string());
    scene.ask(viewer).await.is(200);
}

async fn a_slip_that_is_none_is_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let (account, contact) = scene.customer().await;
    scene.offered((&account, &contact)).await;
    for days in ["0", "251", "-1", "2.5", "some", ""] {
        let refused = scene.ask(get(format!("/api/v1/promises/1/domino?days={days}"))).await;
        assert_eq!(refused.refuses(400, "query").fields(), ["days"], "{days}");
    }
    scene.ask(get("/api/v1/promises/1/domino?weeks=1")).await.refuses(400, "query");
    scene.ask(get("/api/v1/promises/99/domino")).await.refuses(404, "not-found");
    // It was offered without any work: nothing can be said, and that is an answer.
    let told = scene.ask(get("/api/v1/promises/1/domino")).await.is(200).body;
    assert_eq!((&told["slip"], &told["promise"]["cannot_forecast"]), (&Value::Null, &json!(true)));
    let draft = scene.draft((&account, &contact), "2026-W13");
    let draft = scene.ask(post("/api/v1/promises", &draft)).await.is(201);
    let address = format!("{}/domino", draft.header("location"));
    scene.ask(get(address)).await.refuses(409, "not-in-state");
}

async fn the_page_shows_what_falls_in_every_language(store: Store) {
    let scene = Scene::founded(store).await;
    scene.two_in_a_row().await;
    let page = async |path: &str, lang: &str| {
        let asked = get(path).with("cookie", format!("handslag-lang={lang}"));
        scene.ask(asked).await.is(200).text
    };
    for (lang, heading, waits, none) in [
        ("nl", "Wat er mee omvalt", "wacht erop", "geen enkele andere belofte verschuift"),
        ("sv", "Vad som faller med det", "väntar på det", "inget annat löfte flyttas"),
        ("en", "What falls with it", "waits for it", "no other promise moves"),
    ] {
        for path in ["/promises/1", "/promises/1/domino", "/promises/1/domino?days=2"] {
            let shown = page(path, lang).await;
            let has = |part: &str| assert!(shown.contains(part), "{path} in {lang} lacks {part}");
            has(heading);
            has(waits);
            has("<ul class=\"domino\">");
            has("<a href=\"/promises/2\">The &lt;report&gt; rests on it</a>");
            assert!(!shown.contains(none), "{path} in {lang}");
        }
        for path in ["/promises/2", "/promises/2/domino"] {
            let shown = page(path, lang).await;
            assert!(shown.contains(none) && shown.contains(heading), "{path} in {lang}: {shown}");
        }
        let waiting = page("/promises/2", lang).await;
        assert!(waiting.contains("<a href=\"/promises/1\">The link runs"), "what it waits for");
    }
}
