//! Would it have held? The replay of an organisation's own past, as figures and on its page.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Scene, form, get};

testkit::on_both_stores!(
    a_past_is_told_in_figures,
    a_question_that_is_none_is_refused,
    the_page_says_what_held_in_every_language,
    without_a_past_the_page_says_what_to_do,
    of_too_few_no_share_is_told,
);

const LANGUAGES: [&str; 3] = ["nl", "sv", "en"];

impl Scene {
    /// Two hundred pieces of work of two teams, each done within ten days, and four that are open; each was promised for
    /// a fortnight later.
    async fn bring_much(&self) {
        let start: jiff::Timestamp = "2025-06-02T08:00:00Z".parse().unwrap();
        let days = jiff::SignedDuration::from_hours;
        let mut csv = "key,opened,done,kind,team,promised\n".to_owned();
        for number in 0..204_i64 {
            let opened = start + days(30 * number);
            let promised = opened + days(24 * 14);
            let done = opened + days(24 + 24 * ((number * 7) % 9));
            let done = if number < 200 { done.to_string() } else { String::new() };
            let team = ["Koppelingen", "<Beheer>"][usize::from(number % 3 == 0)];
            csv.push_str(&format!("L-{number},{opened},{done},link,{team},{promised}\n"));
        }
        let mapping = "name = \"tracker\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\nfinished = \"done\"\n\
             type = \"kind\"\nteam = \"team\"\npromised = \"promised\"\n";
        let parts = [("mapping", mapping), ("file", &*csv)];
        self.ask(form("/api/v1/imports", &parts)).await.is(200);
    }

    /// What a replay came to, however long it takes.
    async fn outcome(&self, query: &str) -> Value {
        loop {
            let answer = self.ask(get(format!("/api/v1/backtest{query}"))).await.is(200);
            if !answer.body["outcome"].is_null() {
                return answer.body["outcome"].clone();
            }
        }
    }

    /// The page, once the replay is done.
    async fn replayed(&self, path: &str, lang: &str) -> String {
        loop {
            let asked = get(path).with("cookie", format!("handslag-lang={lang}"));
            let page = self.ask(asked).await.is(200).text;
            if !page.contains("again.js") {
                return page;
            }
        }
    }
}

async fn a_past_is_told_in_figures(store: Store) {
    let scene = Scene::founded(store).await;
    scene.bring_much().await;
    let outcome = scene.outcome("").await;
    assert_eq!((&outcome["cases"], &outcome["ended"]), (&json!(204), &json!(200)));
    assert_eq!(outcome["offered"], json!(["elapsed", "remaining"]));
    let held = &outcome["levels"][2]["held"];
    assert!(held["of"].as_u64().unwrap() > 150, "{held}");
    assert!(held["from"].as_f64() < held["share"].as_f64(), "{held}");
    let teams = outcome["groups"].as_array().unwrap().iter().filter(|group| group["by"] == "team");
    assert_eq!(teams.count(), 2);
    // A fortnight was given, and nine days would have done.
    assert!(outcome["dates_given"]["spare_days"].as_f64().unwrap() > 3.0, "{outcome}");
    let promises = scene.outcome("?question=promise").await;
    assert_eq!((&promises["cases"], &promises["dates_given"]), (&json!(0), &Value::Null));
}

async fn a_question_that_is_none_is_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let refused = scene.ask(get("/api/v1/backtest?question=soon")).await;
    assert_eq!(refused.refuses(400, "query").fields(), ["question"]);
    for lang in LANGUAGES {
        let asked = get("/backtest?question=soon").with("cookie", format!("handslag-lang={lang}"));
        let page = scene.ask(asked).await.is(422).text;
        assert!(page.contains("soon") && page.contains("elapsed"), "{lang}: {page}");
    }
}

async fn the_page_says_what_held_in_every_language(store: Store) {
    let scene = Scene::founded(store).await;
    scene.bring_much().await;
    for (lang, parts) in [
        ("nl", ["Van 100 datums die we 85% zeker noemden", "Per team", "dagen eerder gekund"]),
        ("sv", ["Av 100 datum som vi kallade 85\u{a0}% säkra", "Per team", "dagar tidigare"]),
        ("en", ["Of 100 dates we called 85% sure", "By team", "days sooner on average"]),
    ] {
        let page = scene.replayed("/backtest", lang).await;
        for part in parts.into_iter().chain(["&lt;Beheer&gt;", "&#60;Beheer&#62;"]) {
            assert!(page.contains(part), "{lang} lacks {part}: {page}");
        }
        assert!(!page.contains("<Beheer>"), "what was read in is escaped");
        let sections = ["levels", "spread", "beside", "teams", "months", "given", "drift", "model"];
        for id in sections {
            assert!(page.contains(&format!("id=\"{id}\"")), "{lang} lacks {id}");
        }
        assert!(page.contains("<a href=\"/backtest?question=remaining\">"), "{page}");
        assert!(!page.contains("question=effort"), "nothing was estimated");
        assert!(!page.contains("NaN") && !page.contains("inf"), "{lang}");
    }
}

async fn without_a_past_the_page_says_what_to_do(store: Store) {
    let scene = Scene::founded(store).await;
    for lang in LANGUAGES {
        for (path, next) in [
            ("/backtest", "/import"),
            ("/backtest?question=effort", "/import"),
            ("/backtest?question=promise", "/record"),
        ] {
            let page = scene.replayed(path, lang).await;
            let main = page.split("<main").nth(1).unwrap();
            assert!(main.contains(&format!("href=\"{next}\"")), "{path} in {lang}: {page}");
            assert!(!main.contains("<section"), "{path} in {lang}: never a stack of zeros");
        }
    }
}

async fn of_too_few_no_share_is_told(store: Store) {
    let scene = Scene::founded(store).await;
    let csv = "key,opened,done\nA-1,2026-01-05,2026-01-09\nA-2,2026-02-02,2026-02-05\n";
    let mapping =
        "name = \"few\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\nfinished = \"done\"\n";
    let parts = [("mapping", mapping), ("file", csv)];
    scene.ask(form("/api/v1/imports", &parts)).await.is(200);
    for lang in LANGUAGES {
        let page = scene.replayed("/backtest", lang).await;
        let main = page.split("<main").nth(1).unwrap();
        assert!(!main.contains("<section") && main.contains('8'), "{lang}: {page}");
    }
}
