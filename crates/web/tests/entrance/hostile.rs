//! What somebody may send who means harm: markup, SQL, line breaks, paths, fields that are not theirs to set.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::collections::BTreeSet;

use promise::terms::{Consideration, Draft, Ground};
use promise::{AccountId, Actor, Line, OrganisationId, Person, PromiseId, Role, Words};
use serde_json::Value;
use service::company::ContactInput;
use service::promise::{Ask, Writing};
use testkit::Store;
use uuid::Uuid;

use crate::scene::{
    Answer, Asking, Scene, THEIRS, ask, asking, caller, draft, form, json, login, now,
};

testkit::on_both_stores!(no_filter_and_no_name_is_read_as_sql,);

/// Ends an attribute by either quote and begins elements; `zz` beside each says whose they are.
const MARKUP: &str = "zz\"zz'><script>zz</script><b onclick=zz>";
const URL: &str = "javascript:yy";

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Whether a page holds nothing but what its template put there; whether the text was on it.
#[track_caller]
fn is_escaped(of: &str, answer: &Answer) -> bool {
    if !answer.header("content-type").starts_with("text/html") {
        return false;
    }
    let page = &answer.text;
    for never in ["zz\"", "zz'", "<script>", "<b ", " style=\"", "<style", "<base"] {
        assert!(!page.contains(never), "{of} has {never}: {page}");
    }
    for script in page.split("<script").skip(1) {
        assert!(script.starts_with(" src=\"/static/"), "{of}: {script}");
    }
    for name in ["href", "src", "action", "formaction"] {
        for value in page.split(&format!(" {name}=\"")).skip(1) {
            let value = value.split('"').next().unwrap();
            let local = value.starts_with('/') && !value.starts_with("//");
            let known = matches!(value, "" | "data:,") || value.starts_with(['#', '?']);
            let here = value.starts_with("http://localhost:4600/");
            assert!(local || known || here, "{of}: {name} leads to {value:?}");
        }
    }
    for attribute in page.split(" on").skip(1) {
        let name: String = attribute.chars().take_while(char::is_ascii_lowercase).collect();
        let rest = &attribute[name.len()..];
        assert!(name.is_empty() || !rest.starts_with("=\""), "{of}: on{name} in {page}");
    }
    page.contains("zz&#34;zz&#39;")
}

/// A file with markup in every place.
fn table() -> String {
    let cell = MARKUP.replace('"', "\"\"");
    let mut rows = format!("key,opened,begun,done,kind,team,person,title,\"{cell}\"\n");
    for number in 0..40 {
        let day = 1 + number % 27;
        let place = number % 3;
        rows.push_str(&format!(
            "\"{cell}{number}\",2025-1{place}-{day:02},2025-1{place}-{day:02},2026-01-{day:02},\
             \"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",x\n"
        ));
    }
    rows.push_str(&format!("\"{cell}bad\",\"{cell}\",,,\"{cell}\",\"{cell}\",,,x\n"));
    rows
}

const MAPPING: &str = "name = \"zz\\\"zz'><script>zz</script>\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n\
     started = \"begun\"\nfinished = \"done\"\ntype = \"kind\"\nteam = \"team\"\nperson = \"person\"\ntitle = \"title\"\n";

/// A file as a browser sends it.
fn upload(path: &str, parts: &[(&str, &str)]) -> Asking {
    let mut body = String::new();
    for (name, content) in parts {
        let file = if *name == "file" { "; filename=\"../../zz'><script>zz.csv\"" } else { "" };
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
        ));
    }
    body.push_str("--x--\r\n");
    let asked = Asking { body, ..asking("POST", path) };
    asked.with("content-type", "multipart/form-data; boundary=x")
}

/// Where a page says that its form goes, after a beginning.
fn place(page: &str, begins: &str) -> String {
    let start = page.find(begins).unwrap_or_else(|| panic!("no {begins} in {page}"));
    page[start..].split(['"', '/', '?']).nth(begins.matches('/').count()).unwrap().to_owned()
}

/// A company in which every name and every word is markup.
struct Marked {
    scene: Scene,
    admin: String,
    account: AccountId,
    link: String,
    promises: Vec<PromiseId>,
    shown: BTreeSet<String>,
}

impl Marked {
    async fn new() -> Self {
        let scene = Scene::new(Store::sqlite()).await;
        let (service, us) = (scene.app.service(), &scene.us);
        let admin_id = us.members[&Role::Admin];
        let by = |key: &str| caller(us.id, Actor::Member(admin_id), key);
        for (role, member) in &us.members {
            let key = by(&format!("name {member}"));
            service.set_member(&key, *member, MARKUP, *role).await.unwrap();
        }
        let account = service.add_account(&by("a"), MARKUP, "office").await.unwrap();
        let language = promise::Language::En;
        let person = ContactInput { name: MARKUP.to_owned(), email: None, language };
        let contact = service.add_contact(&by("c"), account, person).await.unwrap();
        let link = service.dossier(&by("d"), account).await.unwrap().contacts[0].1.clone();
        let mut promises = Vec::new();
        for place in 0..5 {
            let draft = marked(draft(account, contact, admin_id, MARKUP));
            let offer_until = (place > 0).then(|| "2026-03-16T16:00:00Z".parse().unwrap());
            let writing = Writing { draft, work: None, of: None, offer_until };
            let written = service.write(&by(&format!("p {place}")), writing).await.unwrap();
            promises.push(written.promise);
        }
        let words = || MARKUP.to_owned();
        let due = Some("2026-03-25".to_owned());
        for (place, ask) in [
            (1, Ask::Decline { for_good: false, words: words() }),
            (2, Ask::CounterPropose { due, words: words() }),
            (3, Ask::Accept),
        ] {
            let guest = Actor::Contact { contact, through: None };
            let guest = caller(us.id, guest, &format!("said {place}"));
            service.act(&guest, promises[place], ask, None).await.unwrap();
        }
        let admin = us.sessions[&Role::Admin].clone();
        Self { admin, account, link, promises, shown: BTreeSet::new(), scene }
    }

    /// Asks, and looks at the answer.
    async fn see(&mut self, of: &str, asked: Asking) -> Answer {
        let answer = self.scene.ask(asked).await;
        assert!(answer.status < 500, "{of}: {}", answer.text);
        if is_escaped(of, &answer) {
            self.shown.insert(of.to_owned());
        }
        answer
    }

    /// A name that a browser gives itself, a login that is wrong, the name of a token.
    async fn see_the_entrance(&mut self) {
        let fields = format!("login={0}&password=x&to={0}", encoded(MARKUP));
        self.see("a wrong login", form("/sign-in", &fields)).await;
        let known = login(Role::Admin, "Kornoelje").replace('@', "%40");
        let fields = format!("login={known}&password=a+sentence+to+come+in+by");
        let signed_in = form("/sign-in", &fields).with("user-agent", MARKUP);
        assert_eq!(self.scene.ask(signed_in).await.status, 303);
        let token = form("/me/tokens", &format!("name={}&scope=read", encoded(MARKUP)));
        let token = token.session(&self.admin);
        self.see("a token", token).await;
    }

    /// A file: its name, its columns, its values, its mistakes.
    async fn see_a_file(&mut self) {
        let admin = self.admin.clone();
        let file = upload("/import", &[("file", &table())]).session(&admin);
        let page = self.see("the columns of a file", file).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let path = format!("/import/{}", place(&page.text, "/import/"));
        let no_column = MAPPING.replace("\"key\"", "\"zz'><script>\"");
        for (of, toml) in [
            ("a wrong mapping", "name = \"zz\"zz'><script>"),
            ("a column that is not there", &no_column),
            ("what a file would bring", MAPPING),
        ] {
            let fields = format!("by=toml&toml={}", encoded(toml));
            self.see(of, form(&path, &fields).session(&admin)).await;
        }
        self.see("a file again", asking("GET", &path).session(&admin)).await;
        let take = form(format!("{path}/take"), "skip=1&key=take").session(&admin);
        let taken = self.see("what a file brought", take).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
    }

    /// Every page, in three languages, with and without something asked for.
    async fn see_every_page(&mut self) {
        let query = ["q", "what", "to", "by", "state", "due", "sort", "team", "kind", "subject"];
        let query = query.map(|name| format!("{name}={}", encoded(MARKUP))).join("&");
        let queries = [String::new(), query, format!("q={}", encoded(URL))];
        for address in web::addresses() {
            if address.method != "GET" || address.path.contains("{token}") {
                continue;
            }
            let path = self.scene.own(&address.path, &encoded(MARKUP));
            let ours = self.scene.us.account.to_string();
            let path = path.replace(&ours, &self.account.to_string());
            for lang in ["en", "nl", "sv"] {
                let cookies = format!("handslag={}; handslag-lang={lang}", self.admin);
                for query in &queries {
                    for path in [path.clone(), path.replace("/1", "/4")] {
                        let asked = asking("GET", format!("{path}?{query}"));
                        let of = format!("GET {}", address.path);
                        self.see(&of, asked.with("cookie", cookies.clone())).await;
                    }
                }
            }
        }
        let customer = asking("GET", format!("/c/{}", self.link));
        self.see("a customer's page", customer).await;
    }

    /// Forms that are refused show again what was typed.
    async fn see_every_refused_form(&mut self) {
        let fields = TYPED.map(|name| format!("{name}={}", encoded(MARKUP))).join("&");
        let last = self.promises[4].to_string();
        for address in web::addresses() {
            let is_form = address.method == "POST" && !address.path.starts_with("/api/");
            if !is_form || address.path == "/sign-out" || address.path.starts_with("/me/sessions") {
                continue;
            }
            for verb in ["accept", "decline", "counter-propose", "renegotiate", "deliver", "plan"] {
                let path = self.scene.own(&address.path.replace("{verb}", verb), "zz");
                let path = path.replace(&self.scene.us.link, &self.link);
                let path = path.replace("/promises/1/", "/promises/5/");
                let path = path.replace(&self.scene.us.promises[0].to_string(), &last);
                let asked = form(path, &fields).session(&self.admin);
                self.see(&format!("POST {}", address.path), asked).await;
                if !address.path.contains("{verb}") {
                    break;
                }
            }
        }
    }
}

/// Names of fields that take a text.
const TYPED: [&str; 32] = [
    "name",
    "what",
    "subject",
    "sentence",
    "words",
    "acceptance",
    "because",
    "said",
    "email",
    "login",
    "team",
    "kind",
    "due",
    "wished",
    "date",
    "amount",
    "below_reason",
    "account",
    "contact",
    "member",
    "role",
    "language",
    "zone",
    "toml",
    "by",
    "code",
    "sealed",
    "reason",
    "evidence",
    "slots",
    "reserved",
    "weekend",
];

/// A draft with markup in every text.
fn marked(draft: Draft) -> Draft {
    let line = || Line::new(MARKUP).unwrap();
    let member = draft.promisor.unwrap();
    Draft {
        acceptance: Some(line()),
        consideration: Some(Consideration::Nothing { because: line() }),
        ground: Some(Ground::Without {
            reason: Words::new(Person::Member(member), MARKUP).unwrap(),
        }),
        ..draft
    }
}

#[tokio::test]
async fn markup_stays_text_wherever_it_is_shown() {
    let mut marked = Marked::new().await;
    marked.see_the_entrance().await;
    marked.see_a_file().await;
    marked.see_every_page().await;
    marked.see_every_refused_form().await;
    // The test would see it: the text was on most pages.
    let shown = marked.shown;
    for of in [
        "GET /",
        "GET /me",
        "GET /promises",
        "GET /promises/{number}",
        "GET /accounts",
        "GET /accounts/{id}",
        "GET /settings",
        "GET /record",
        "GET /quote",
        "a customer's page",
        "what a file would bring",
        "a wrong login",
    ] {
        assert!(shown.contains(of), "{of} did not show it; shown on {shown:?}");
    }
    assert!(shown.len() > 18, "{shown:?}");
}

/// What breaks out of SQL, of a pattern, of a number, of a text.
const PROBES: [&str; 12] = [
    "'",
    "' OR '1'='1",
    "'; DROP TABLE event; --",
    "1) UNION SELECT data FROM event --",
    "%",
    "_",
    "!",
    "\\",
    "99999999999999999999999",
    "-1",
    "1e999",
    "\u{0}",
];

async fn no_filter_and_no_name_is_read_as_sql(store: Store) {
    let scene = Scene::new(store).await;
    let document: Value = serde_json::from_str(&web::api::document()).unwrap();
    let admin = scene.us.sessions[&Role::Admin].clone();
    let before = [scene.stored(scene.us.id).await, scene.stored(scene.them.id).await];
    let pages = [
        "q", "by", "state", "due", "sort", "page", "account", "what", "team", "kind", "draft",
        "quote", "to", "pieces", "hours", "wished",
    ];
    // A server is asked a third of it, another third by each address: all of it takes as long as all else here.
    let every = if scene.store.file().is_some() { 1 } else { 3 };
    let mut asked = 0;
    let looked_at = web::addresses().into_iter().filter(|address| address.method == "GET");
    for (turn, address) in looked_at.enumerate() {
        let parameters = &document["paths"][&address.path]["get"]["parameters"];
        let mut names: Vec<String> = pages.map(str::to_owned).to_vec();
        if address.path.starts_with("/api/") {
            let all = parameters.as_array().map(Vec::as_slice).unwrap_or_default();
            let query = all.iter().filter(|parameter| parameter["in"] == "query");
            names = query.map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        }
        for probe in PROBES.iter().skip(turn % every).step_by(every) {
            let probe = encoded(probe);
            let own = scene.own(&address.path, "nothing");
            let mut places: Vec<String> =
                names.iter().map(|name| format!("{own}?{name}={probe}")).collect();
            // And in the place of each name in the path.
            let parts: Vec<&str> = address.path.split('/').collect();
            for (at, _) in parts.iter().enumerate().filter(|(_, part)| part.starts_with('{')) {
                let mut parts = parts.clone();
                parts[at] = &probe;
                places.push(scene.own(&parts.join("/"), "nothing"));
            }
            for place in places {
                let answer = scene.ask(asking("GET", place.clone()).session(&admin)).await;
                assert!(answer.status < 500, "{place}: {} {}", answer.status, answer.text);
                for word in THEIRS {
                    assert!(!answer.text.contains(word), "{place} shows {word}");
                }
                asked += 1;
            }
        }
    }
    assert!(asked * every > 3000, "only {asked}");
    assert_eq!([scene.stored(scene.us.id).await, scene.stored(scene.them.id).await], before);
    // A zero, which no database takes in a text, gets no further than the door.
    for (place, wanted) in [("/promises?q=a%00b", 400), ("/api/v1/promises?q=a%00b", 400)] {
        let answer = scene.ask(asking("GET", place).session(&admin)).await;
        assert_eq!(answer.status, wanted, "{place}: {}", answer.text);
    }
    let answer = scene.ask(form("/sign-in", "login=a%00&password=x")).await;
    assert_eq!(answer.status, 400, "{}", answer.text);
    // A pattern is a text: it finds itself and nothing else.
    let found = scene.ask(asking("GET", "/api/v1/promises?q=%25").session(&admin)).await;
    assert!(found.text.contains("\"total\":0"), "{}", found.text);
}

#[tokio::test]
async fn no_line_break_gets_into_a_header() {
    let scene = Scene::new(Store::sqlite()).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let broken = "x%0D%0ASet-Cookie:%20evil=1%0D%0A%0D%0Aevil";
    let fields = ["to", "name", "language", "member", "key", "login", "code", "back"];
    let fields = fields.map(|name| format!("{name}={broken}")).join("&");
    for address in web::addresses() {
        let method = address.method.as_str();
        let mut paths = vec![scene.own(&address.path, broken)];
        let parts: Vec<&str> = address.path.split('/').collect();
        for (at, _) in parts.iter().enumerate().filter(|(_, part)| part.starts_with('{')) {
            let mut parts = parts.clone();
            parts[at] = broken;
            paths.push(scene.own(&parts.join("/"), "nothing"));
        }
        for path in paths {
            let asked = match (method, path.starts_with("/api/")) {
                ("GET", _) => asking("GET", format!("{path}?{fields}")),
                (_, true) => json(method, path, "{}".to_owned()),
                (_, false) => form(path, &fields),
            };
            let answer = scene.ask(asked.session(&admin)).await;
            let of = format!("{method} {}", address.path);
            assert!(answer.status < 500, "{of}: {} {}", answer.status, answer.text);
            for (name, value) in &answer.headers {
                let value = value.as_bytes();
                assert!(!value.iter().any(u8::is_ascii_control), "{of}: {name}: {value:?}");
            }
            assert_eq!(answer.cookie("evil"), None, "{of}");
        }
    }
}

#[tokio::test]
async fn files_are_served_by_their_name_alone() {
    let scene = Scene::new(Store::sqlite()).await;
    for name in [
        "../Cargo.toml",
        "..%2FCargo.toml",
        "%2e%2e/%2e%2e/Cargo.toml",
        "fonts/../../Cargo.toml",
        "fonts/..%2f..%2f..%2fCargo.toml",
        "%2Fetc%2Fpasswd",
        "/etc/passwd",
        "handslag.css%00",
        "handslag.css/",
        "handslag.css/x.css",
        "HANDSLAG.CSS",
        "fonts/",
        "",
        ".git/config",
    ] {
        let answer = scene.ask(asking("GET", format!("/static/{name}"))).await;
        assert_eq!(answer.status, 404, "{name:?}: {}", answer.text);
    }
    assert_eq!(scene.ask(asking("GET", "/static/handslag.css")).await.status, 200);
}

#[tokio::test]
async fn no_other_method_is_taken_for_the_one_that_was_sent() {
    let scene = Scene::new(Store::sqlite()).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let before = scene.stored(scene.us.id).await;
    let member = scene.us.members[&Role::Viewer];
    let fields = "name=Zwaan&role=admin&key=1&_method=POST";
    for path in ["/settings/members".to_owned(), format!("/settings/members/{member}/leave")] {
        for name in ["x-http-method-override", "x-method-override", "x-http-method"] {
            let asked = asking("GET", format!("{path}?{fields}")).with(name, "POST");
            let answer = scene.ask(asked.session(&admin)).await;
            assert!(matches!(answer.status, 404 | 405), "{path} {name}: {}", answer.status);
        }
    }
    for path in ["/", "/sign-in", "/api/v1/promises"] {
        let traced = asking("TRACE", path).session(&admin).with("x-secret", "zwaan");
        let answer = scene.ask(traced).await;
        assert!(matches!(answer.status, 404 | 405), "{path}: {}", answer.status);
        assert!(!answer.text.contains("zwaan") && !answer.text.contains(&admin));
    }
    assert_eq!(scene.stored(scene.us.id).await, before);
}

/// Adds a field to one of the objects in a value, by its place; `false` when there is no such one.
fn add_to(value: &mut Value, place: &mut usize) -> bool {
    match value {
        Value::Object(fields) => {
            if *place == 0 {
                fields.insert("organisation".to_owned(), Value::from("zz"));
                return true;
            }
            *place -= 1;
            fields.values_mut().any(|field| add_to(field, place))
        }
        Value::Array(items) => items.iter_mut().any(|item| add_to(item, place)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

#[tokio::test]
async fn a_field_that_is_not_asked_for_is_refused_at_every_depth() {
    let scene = Scene::new(Store::sqlite()).await;
    let document: Value = serde_json::from_str(&web::api::document()).unwrap();
    let admin = scene.us.sessions[&Role::Admin].clone();
    let before = scene.stored(scene.us.id).await;
    let (mut tried, mut nested) = (0, 0);
    for address in web::addresses() {
        let method = address.method.as_str();
        let operation = &document["paths"][&address.path][method.to_lowercase()];
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let Some(name) = schema["$ref"].as_str() else { continue };
        let example = &document.pointer(name.trim_start_matches('#')).unwrap()["example"];
        for place in 0.. {
            let mut body = example.clone();
            if !add_to(&mut body, &mut place.clone()) {
                break;
            }
            let path = scene.own(&address.path, "nothing");
            let answer = scene.ask(json(method, path, body.to_string()).session(&admin)).await;
            let of = format!("{method} {} at {place}: {body}", address.path);
            // One of several shapes with a second name in it is not even read as one.
            assert!(matches!(answer.status, 400 | 422), "{of}: {}", answer.text);
            let named = answer.text.contains("organisation");
            assert!(named || answer.status == 400 && place > 0, "{of}: {}", answer.text);
            tried += 1;
            nested += usize::from(place > 0);
        }
    }
    assert!(tried > 25 && nested > 5, "{tried} {nested}");
    assert_eq!(scene.stored(scene.us.id).await, before);
    // Nor does a form make its sender somebody else.
    let viewer = scene.us.sessions[&Role::Viewer].clone();
    let admin = scene.us.members[&Role::Admin];
    let fields = format!("member={admin}&role=admin&organisation=zz&language=en");
    let answer = scene.ask(form("/me", &fields).session(&viewer)).await;
    assert_eq!(answer.cookie("handslag-as"), None);
    let as_admin = asking("GET", "/settings")
        .with("cookie", format!("handslag={viewer}; handslag-as={admin}"));
    assert!(
        !scene
            .ask(as_admin.with("handslag-member", admin.to_string()))
            .await
            .text
            .contains("/invite")
    );
}

#[tokio::test]
async fn whoever_founds_cannot_write_markup_into_a_page() {
    let (app, router, _store) = Scene::empty(Store::sqlite()).await;
    let us = OrganisationId::new(Uuid::from_u128(9));
    let link = app.service().set_up_link(us, now()).await.unwrap().unwrap();
    let path = format!("/join/{}", link.reveal());
    let names = ["name", "admin", "country", "zone", "language", "currency", "login", "password"];
    let wrong = names.map(|name| format!("{name}={}", encoded(MARKUP))).join("&");
    let answer = ask(&router, form(path.clone(), &wrong)).await;
    assert_eq!(answer.status, 422);
    assert!(is_escaped("a refused founding", &answer));
    let good = format!(
        "name={0}&admin={0}&country=NL&zone=Europe%2FAmsterdam&language=nl&currency=EUR\
         &login=m%40a.example&password=a+sentence+to+come+in+by",
        encoded(MARKUP)
    );
    let answer = ask(&router, form(path, &good)).await;
    let session = answer.cookie("handslag").unwrap();
    let page = ask(&router, asking("GET", "/").session(&session)).await;
    assert!(is_escaped("the first page", &page));
}
