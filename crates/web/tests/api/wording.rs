//! A text that is looked through: for programs, and on its page, where what it promises is written down.

use serde_json::{Value, json};
use testkit::Store;

use crate::scene::{Asking, Scene, asking, form, get, post};

testkit::on_both_stores!(
    a_text_is_looked_through,
    a_text_of_the_customer_is_read_from_our_side,
    a_text_in_another_language_is_left_alone,
    what_is_wrong_with_a_text_is_named,
    better_words_are_taken_and_the_promise_is_written_down,
    a_day_joins_a_sentence_that_names_none,
    a_promise_to_nobody_is_not_written_down,
    who_may_only_look_writes_nothing_down,
    many_marks_are_not_all_shown,
    a_mail_of_ours_is_opened,
    a_mail_of_a_customer_is_opened,
    a_file_that_is_none_is_refused,
    a_claim_that_product_does_not_answer_for_is_marked,
);

const LETTER: &str = "👋 Beste Ebba,\n\nWe komen hier zo snel mogelijk op terug. De link is vrijdag klaar.\n\nKunt u \
                      ons uiterlijk dinsdag de testgegevens sturen?\n\nGroet, Fenna";

impl Scene {
    async fn with_history(store: Store) -> (Self, String) {
        let scene = Self::founded(store).await;
        scene.bring_history().await;
        let (account, _) = scene.customer().await;
        (scene, account)
    }

    async fn look(&self, letter: &Value) -> Value {
        self.ask(post("/api/v1/wording", letter)).await.is(200).body
    }
}

/// A form as a page sends it.
fn send(path: &str, fields: &[(&str, &str)]) -> Asking {
    let encode =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encode(value)));
    let body = pairs.collect::<Vec<_>>().join("&");
    let form = asking("POST", path).with("origin", "http://localhost:4600");
    form.with("content-type", "application/x-www-form-urlencoded").sending(body)
}

/// The value of the first button or box of a name, and the rest of the page behind it.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let named = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&named).unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split('"').next().unwrap_or_default()
}

async fn a_text_is_looked_through(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let looked = scene.look(&json!({ "text": LETTER })).await;
    assert_eq!((&looked["language"], &looked["account"]), (&json!("nl"), &json!(account)));
    let said = looked["said"].as_array().unwrap();
    let told = |what: &str| said.iter().find(|s| s["what"] == what && !s["due"].is_null()).unwrap();
    let ours = told("our_promise");
    assert_eq!(ours["span"]["text"], "De link is vrijdag klaar.");
    assert_eq!(
        (&ours["date"]["text"], &ours["due"]["text"]),
        (&json!("vrijdag"), &json!("2026-03-13"))
    );
    let chance = ours["chance"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&chance), "{chance}");
    let asked = told("our_request");
    assert_eq!((&asked["due"]["text"], &asked["chance"]), (&json!("2026-03-10"), &Value::Null));
    // Code points, the waving hand being one.
    let start = usize::try_from(ours["span"]["start"].as_u64().unwrap()).unwrap();
    let end = usize::try_from(ours["span"]["end"].as_u64().unwrap()).unwrap();
    let there: String = LETTER.chars().skip(start).take(end - start).collect();
    assert_eq!(there, "De link is vrijdag klaar.");
    let finding = &looked["findings"][0];
    assert_eq!(
        (&finding["class"], &finding["span"]["text"]),
        (&json!("vague_time"), &json!("zo snel mogelijk"))
    );
    assert_eq!(
        (&looked["outlook"]["team"], &looked["outlook"]["kind"]),
        (&json!("Koppelingen"), &json!("link"))
    );
    assert!(looked["outlook"]["offer"]["chance"].as_f64().unwrap() >= 0.8, "{looked}");
    assert_eq!(looked["answer_by"]["text"], "2026-03-10");
    // The same luck as a quote: both name the same date.
    let work = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 1 }] });
    let question = json!({ "account": account, "work": work });
    let quote = scene.ask(post("/api/v1/quotes", &question)).await.is(201).body;
    let offers = [&quote["answer"]["dates"]["offer"], &looked["outlook"]["offer"]];
    assert_eq!(offers[0]["due"]["text"], offers[1]["due"]["text"]);
    assert!(!scene.stores("testgegevens").await, "a text that was only looked through is kept");
}

async fn a_text_of_the_customer_is_read_from_our_side(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let text = "Hej! Vi skickar testdatan senast fredag. Kan ni leverera exporten före den 20 mars?\n\nEbba";
    let letter = json!({
        "text": text, "writer": "account", "addresses": ["EBBA@example.com"],
        "written_at": "2026-03-02T09:00:00Z"
    });
    let looked = scene.look(&letter).await;
    assert_eq!((&looked["language"], &looked["account"]), (&json!("sv"), &json!(account)));
    let said = looked["said"].as_array().unwrap();
    let told: Vec<_> = said.iter().map(|said| (&said["what"], &said["due"]["text"])).collect();
    let promised = (&json!("their_promise"), &json!("2026-03-06"));
    let asked = (&json!("their_request"), &json!("2026-03-19"));
    assert_eq!(told, [promised, asked], "{looked}");
    assert_eq!((&looked["findings"], &looked["outlook"]), (&json!([]), &Value::Null));
}

async fn a_text_in_another_language_is_left_alone(store: Store) {
    let (scene, _) = Scene::with_history(store).await;
    let text = "Wir melden uns so schnell wie möglich und liefern die Schnittstelle am Freitag.";
    let looked = scene.look(&json!({ "text": text })).await;
    assert_eq!((&looked["language"], &looked["said"]), (&Value::Null, &json!([])));
    let nothing = scene.look(&json!({ "text": "" })).await;
    assert_eq!(nothing["findings"], json!([]));
}

async fn what_is_wrong_with_a_text_is_named(store: Store) {
    let scene = Scene::founded(store).await;
    let nobody = "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
    let rows = [
        (json!({}), "text"),
        (json!({ "text": 7 }), "text"),
        (json!({ "text": "ja", "language": "de" }), "language"),
        (json!({ "text": "ja", "writer": "them" }), "writer"),
        (json!({ "text": "ja", "account": nobody }), "account"),
        (json!({ "text": "ja", "written_at": "gisteren" }), "written_at"),
        (json!({ "text": "ja", "mood": "good" }), "mood"),
        (json!({ "text": "x".repeat(200_001) }), "text"),
    ];
    for (letter, field) in rows {
        let refused = scene.ask(post("/api/v1/wording", &letter)).await;
        assert!(matches!(refused.status, 400 | 404 | 422), "{}", refused.text);
        assert_eq!(refused.fields(), [field], "{}", refused.text);
    }
}

async fn better_words_are_taken_and_the_promise_is_written_down(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let empty = scene.ask(get("/wording")).await.is(200).text;
    assert!(!empty.contains("class=\"marks\"") && empty.contains("name=\"text\""));

    // Lines end as forms end them; the page counts them as pages do.
    let sent = LETTER.replace('\n', "\r\n");
    let page = scene.ask(send("/wording", &[("text", &sent)])).await.is(200).text;
    assert!(page.contains("zo snel mogelijk") && page.contains("Brygghuset Söder"), "{page}");
    let take = value_of(&page, "take").to_owned();
    assert!(take.ends_with(" maart") && take.contains("uiterlijk "), "{take}");

    let taken = scene.ask(send("/wording", &[("text", &sent), ("take", &take)])).await.is(200).text;
    assert!(!taken.contains("<q>zo snel mogelijk</q>"), "{taken}");
    let text =
        taken.split_once("spellcheck=\"true\">\n").unwrap().1.split("</textarea>").next().unwrap();
    assert!(text.contains("We komen hier uiterlijk "), "{text}");

    let part = scene.ask(send("/wording/look", &[("text", text)])).await.is(200).text;
    assert!(part.contains("class=\"looked\"") && !part.contains("<html"), "{part}");
    let friday = part.split("<li ").find(|row| row.contains("<q>vrijdag</q>")).unwrap();
    let (record, ask) = (value_of(friday, "record"), value_of(&part, "ask"));
    let fields = [("key", "once"), ("text", text), ("record", record), ("ask", ask)];
    let recorded = scene.ask(send("/wording/record", &fields)).await.is(200).text;
    assert!(recorded.contains("href=\"/promises/1\""), "{recorded}");
    // The same form again: the same promise.
    scene.ask(send("/wording/record", &fields)).await.is(200);

    let listed = scene.ask(get("/api/v1/promises")).await.is(200).body;
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1), "{listed}");
    let promise = &listed["items"][0];
    assert_eq!(
        (&promise["state"], &promise["subject"]),
        (&json!("recorded"), &json!("De link is vrijdag klaar."))
    );
    let whole = scene
        .ask(get(format!("/api/v1/promises/{}", promise["id"].as_str().unwrap())))
        .await
        .is(200);
    assert_eq!(whole.body["account"]["id"], account, "{}", whole.text);
    assert!(whole.text.contains("Kunt u ons uiterlijk dinsdag"), "{}", whole.text);
    // It is known from then on.
    let again = scene.look(&json!({ "text": text })).await;
    let ours = again["said"].as_array().unwrap().iter().find(|s| s["due"]["text"] == "2026-03-13");
    assert_eq!(ours.unwrap()["recorded"], 1, "{again}");
}

/// No rule marks words in it, so there are none whose place the day could take.
async fn a_day_joins_a_sentence_that_names_none(store: Store) {
    let (scene, _) = Scene::with_history(store).await;
    let text = "Beste Ebba,\r\n\r\nWe zoeken het uit en laten het u weten.\r\n\r\nGroet, Fenna";
    let page = scene.ask(send("/wording", &[("text", text)])).await.is(200).text;
    assert_eq!(page.matches("<q>We zoeken het uit").count(), 1, "{page}");
    let take = value_of(&page, "take");
    let taken = scene.ask(send("/wording", &[("text", text), ("take", take)])).await.is(200).text;
    assert!(taken.contains("laten het u weten uiterlijk "), "{taken}");
}

async fn a_promise_to_nobody_is_not_written_down(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let text = "De link is vrijdag klaar.";
    let page = scene.ask(send("/wording", &[("text", text)])).await.is(200).text;
    let record = value_of(&page, "record");
    let fields = [("key", "k"), ("text", text), ("record", record)];
    let refused = scene.ask(send("/wording/record", &fields)).await.is(422).text;
    assert!(refused.contains("Kies de klant") && refused.contains(text), "{refused}");
    // A place where nothing is promised writes nothing down.
    let elsewhere = [("key", "l"), ("text", text), ("record", "0 3"), ("account", &*account)];
    scene.ask(send("/wording/record", &elsewhere)).await.is(200);
    let listed = scene.ask(get("/api/v1/promises")).await.is(200).body;
    assert_eq!(listed["items"], json!([]));
    let chosen = [("key", "m"), ("text", text), ("record", record), ("account", &*account)];
    scene.ask(send("/wording/record", &chosen)).await.is(200);
    let listed = scene.ask(get("/api/v1/promises")).await.is(200).body;
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
}

async fn who_may_only_look_writes_nothing_down(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let by_viewer = |asking: Asking| asking.with("cookie", format!("handslag-as={}", scene.viewer));
    let text = "De link is vrijdag klaar.";
    let page = scene.ask(by_viewer(send("/wording", &[("text", text)]))).await.is(200).text;
    let record = value_of(&page, "record");
    let fields = [("key", "k"), ("text", text), ("record", record), ("account", &*account)];
    scene.ask(by_viewer(send("/wording/record", &fields))).await.is(403);
    let looked = post("/api/v1/wording", &json!({ "text": text }));
    scene.ask(looked.with("handslag-member", scene.viewer.to_string())).await.is(200);
}

async fn many_marks_are_not_all_shown(store: Store) {
    let (scene, _) = Scene::with_history(store).await;
    let text = "We komen er zo snel mogelijk op terug. ".repeat(1_000);
    let page = scene.ask(send("/wording/look", &[("text", &text)])).await.is(200).text;
    assert_eq!(page.matches("<li class=\"mark-row").count(), 100);
    let long = "x".repeat(200_001);
    scene.ask(send("/wording/look", &[("text", &long)])).await.is(413);
    let refused = scene.ask(send("/wording", &[("text", &long)])).await.is(422).text;
    assert!(refused.contains("200.000"), "{}", &refused[..2_000]);
}

const OURS: &str = "From: Fenna Visser <fenna@kornoelje.example>\r\nTo: Ebba Lind <ebba@example.com>\r\n\
    Date: Thu, 5 Mar 2026 15:10:00 +0100\r\nSubject: =?utf-8?q?De_koppeling?=\r\nMIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    Beste Ebba,\r\n\r\nDe link is morgen klaar, voor =E2=82=AC 400. We kijken zo snel mogelijk naar de=\r\n rest.\r\n\r\n\
    Met vriendelijke groet,\r\n\r\n--=20\r\nFenna Visser\r\nAltijd de beste software\r\n\r\n\
    Op 4 maart 2026 schreef Ebba Lind:\r\n> Wij sturen de gegevens zo snel mogelijk. Dat kan niet eerder.\r\n";

async fn a_mail_of_ours_is_opened(store: Store) {
    let (scene, _) = Scene::with_history(store).await;
    let page = scene.ask(form("/wording/file", &[("file", OURS)])).await.is(200).text;
    let marked: Vec<&str> =
        page.split("<q>").skip(1).filter_map(|rest| rest.split("</q>").next()).collect();
    // Only the words of the writer, by the day on which they were written.
    assert_eq!(marked, ["morgen", "zo snel mogelijk"], "{page}");
    assert!(
        page.contains("Vrijdag 6 maart is voorbij") && page.contains("Brygghuset Söder"),
        "{page}"
    );
    assert!(
        page.contains("Van Fenna Visser, donderdag 5 maart") && page.contains("€ 400"),
        "{page}"
    );
    let written = value_of(&page, "written").to_owned();
    assert_eq!(written, "2026-03-05T14:10:00Z");
    // The day it was written goes with the text when it is looked through again.
    let fields = [("text", "De link is morgen klaar."), ("written", &*written)];
    let again = scene.ask(send("/wording/look", &fields)).await.is(200).text;
    assert!(again.contains("Vrijdag 6 maart is voorbij"), "{again}");
}

async fn a_mail_of_a_customer_is_opened(store: Store) {
    let (scene, account) = Scene::with_history(store).await;
    let mail = "From: EBBA@example.com\r\nTo: fenna@kornoelje.example\r\nSubject: Exporten\r\nMessage-ID: <7@example.com>\r\n\r\n\
        Hej! Kan ni leverera exporten f\u{f6}re den 20 mars? Vi skickar testdatan p\u{e5} onsdag.\r\n";
    let page = scene.ask(form("/wording/file", &[("file", mail)])).await.is(200).text;
    assert!(page.contains("De klant vraagt") && page.contains("De klant belooft"), "{page}");
    let asked = format!("/quote?account={account}");
    assert!(page.contains(&asked) && page.contains("wished=2026-03-19"), "{page}");
    assert!(!page.contains("name=\"record\""), "what they promise is not ours: {page}");
}

async fn a_file_that_is_none_is_refused(store: Store) {
    let scene = Scene::founded(store).await;
    let refused = scene.ask(form("/wording/file", &[("file", "%PDF-1.7\n")])).await.is(422).text;
    assert!(refused.contains(".eml") && refused.contains("name=\"text\""), "{refused}");
    // Nothing was brought: the page as it is.
    for (name, file) in [("file", ""), ("other", "Hallo")] {
        let page = scene.ask(form("/wording/file", &[(name, file)])).await.is(200).text;
        assert!(!page.contains("class=\"looked\""), "{page}");
    }
}

async fn a_claim_that_product_does_not_answer_for_is_marked(store: Store) {
    let scene = Scene::founded(store).await;
    let name = json!({ "name": "Excel export" });
    let added = scene.ask(post("/api/v1/capabilities", &name)).await.is(201);
    let one = added.header("location").to_owned();
    let claims = async |text: &str, writer: &str| {
        let looked = scene.look(&json!({ "text": text, "writer": writer })).await;
        looked["claims"].as_array().unwrap().clone()
    };
    let now = "👋 Dear Ebba,\n\nYou get the Excel export with every plan.\n\nRegards, Fenna";
    let found = claims(now, "us").await;
    assert_eq!((found.len(), &found[0]["wrong"]), (1, &json!("unanswered")));
    assert_eq!(found[0]["span"], json!({ "start": 26, "end": 38, "text": "Excel export" }));
    assert_eq!(found[0]["capability"], added.body["id"]);
    assert!(found[0]["says"].as_str().unwrap().contains("product has not said yet"));
    assert_eq!(claims(now, "account").await, Vec::<Value>::new(), "what they say is theirs");

    let said = json!({ "day": "2026-06-30", "ground": "two of three parts are done" });
    let answer = json!({ "answer": { "forecast": said } });
    scene.ask(post(format!("{one}/answer"), &answer)).await.is(200);
    assert_eq!(claims(now, "us").await[0]["wrong"], "too_early");
    let later = "From July 2026 you get the Excel export.";
    assert_eq!(claims(later, "us").await, Vec::<Value>::new(), "product answers for it");
    let exempted = "<!-- handslag: allow claim_too_early because the pilot has it -->\n\
                    You get the Excel export.";
    assert_eq!(claims(exempted, "us").await, Vec::<Value>::new());

    let page = scene.ask(send("/wording", &[("text", now)])).await.is(200).text;
    assert!(page.contains("is not there yet: it is forecast for 2026-06-30"), "{page}");
    let id = added.text("/id");
    assert!(page.contains(&format!("href=\"/capabilities/{id}\"")), "{page}");
    // Looked at, and kept nowhere.
    assert_eq!(scene.ask(get("/api/v1/claims")).await.is(200).body["total"], 0);
}
