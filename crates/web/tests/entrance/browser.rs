//! What browsers are told with every answer: what they may do, what they may keep, and where they go next.

use promise::{OrganisationId, Role};
use service::access::proof::Proof;
use testkit::Store;
use uuid::Uuid;
use web::Site;

use crate::scene::{Answer, Asking, PASSWORD, Scene, ask, asking, form, json, login, now};

testkit::on_both_stores!(
    whoever_signs_out_leaves_nothing_in_the_browser,
    the_session_of_before_ends_when_somebody_signs_in,
);

/// Every address as somebody asks for it, with what is asked.
fn every_address(scene: &Scene) -> Vec<(String, Asking)> {
    let mut all: Vec<(String, Asking)> = web::addresses()
        .iter()
        .map(|address| {
            let path = scene.own(&address.path, "nothing");
            let asked = match (address.method.as_str(), path.starts_with("/api/")) {
                ("GET", _) => asking("GET", path),
                (method, true) => json(method, path, "{}".to_owned()),
                (_, false) => form(path, ""),
            };
            (format!("{} {}", address.method, address.path), asked)
        })
        .collect();
    for (method, path) in [
        ("GET", "/nowhere"),
        ("GET", "/api/nowhere"),
        ("GET", "/static/handslag.css"),
        ("GET", "/static/keys.js"),
        ("GET", "/static/fonts/inter-latin-wght-normal.woff2"),
        ("HEAD", "/sign-in"),
        ("PUT", "/"),
        ("OPTIONS", "/api/v1/promises"),
        ("TRACE", "/"),
    ] {
        all.push((format!("{method} {path}"), asking(method, path)));
    }
    all.push(("another name".to_owned(), asking("GET", "/").with("host", "evil.example")));
    all.push(("packed".to_owned(), form("/sign-in", "").with("content-encoding", "gzip")));
    all.retain(|(of, _)| of != "POST /sign-out");
    all
}

#[track_caller]
fn tells_browsers(of: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    for wanted in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(directives.contains(&wanted), "{of}: no {wanted} in {policy:?}");
    }
    for never in ["unsafe", "*", "http:", "https:"] {
        assert!(!policy.contains(never), "{of}: {never} in {policy:?}");
    }
    for (name, wanted) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), wanted, "{of}: {name}");
    }
    let none = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
    assert_eq!(none, None, "{of}: other sites are let in");
    let public = of.contains("GET /static/") && answer.status == 200;
    let keeps = if public { "public, max-age=600" } else { "no-store" };
    assert_eq!(answer.header("cache-control"), keeps, "{of}");
    if !answer.text.is_empty() {
        let kind = answer.header("content-type");
        assert!(!kind.is_empty(), "{of}: a body of no kind");
        assert!(!kind.starts_with("text/") || kind.ends_with("; charset=utf-8"), "{of}: {kind}");
    }
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let scene = Scene::new(Store::sqlite()).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let mut kinds = std::collections::BTreeSet::new();
    for (of, asked) in every_address(&scene) {
        for answer in [scene.ask(asked.clone()).await, scene.ask(asked.session(&admin)).await] {
            tells_browsers(&of, &answer);
            kinds.insert(answer.header("content-type").to_owned());
        }
    }
    for kind in [
        "text/html; charset=utf-8",
        "application/json",
        "application/problem+json",
        "text/css; charset=utf-8",
    ] {
        assert!(kinds.contains(kind), "no answer was {kind}: {kinds:?}");
    }
}

#[tokio::test]
async fn by_https_every_cookie_is_this_hosts_alone() {
    let site = Site::new(Some("https://promises.example.com".parse().unwrap()), false, Vec::new());
    let (app, router, _store) = Scene::empty_at(Store::sqlite(), site).await;
    let us = OrganisationId::new(Uuid::from_u128(9));
    let link = app.service().set_up_link(us, now()).await.unwrap().unwrap();
    let here = |asked: Asking| asked.with("host", "promises.example.com");
    let company = "name=Kornoelje&admin=Marnix&country=NL&zone=Europe%2FAmsterdam&language=nl\
         &currency=EUR&login=marnix%40a.example&password=a+sentence+to+come+in+by";
    let joined = ask(&router, here(form(format!("/join/{}", link.reveal()), company))).await;
    let session = joined.cookie("__Host-handslag").unwrap();
    let known = || here(asking("GET", "/")).with("cookie", format!("__Host-handslag={session}"));
    assert_eq!(ask(&router, known()).await.status, 200);
    // A cookie that another host could have set is none.
    let tossed = here(asking("GET", "/")).with("cookie", format!("handslag={session}"));
    assert_eq!(ask(&router, tossed).await.status, 303);

    let as_us = |path: &str, fields: &str| {
        here(form(path, fields)).with("cookie", format!("__Host-handslag={session}"))
    };
    let language = ask(&router, as_us("/me", "language=sv")).await;
    assert_eq!(language.cookie("__Host-handslag-lang").as_deref(), Some("sv"));
    let member = app.service().organisation(us).await.unwrap();
    let member = promise::Actor::Member(*member.members.keys().next().unwrap());
    let of = |key: &str| service::Caller {
        organisation: us,
        by: member,
        at: now(),
        key: key.to_owned(),
    };
    let fields = "login=marnix%40a.example&password=a+sentence+to+come+in+by";
    let signed_in = ask(&router, here(form("/sign-in", fields))).await;
    let offered =
        app.service().begin_second_factor(&of("begin"), Proof::password(PASSWORD)).await.unwrap();
    let code = crate::sign_in::totp(offered.secret_base32.reveal(), now().as_second());
    let sealed = offered.sealed.reveal();
    app.service().confirm_second_factor(&of("confirm"), sealed, &code).await.unwrap();
    let pending = ask(&router, here(form("/sign-in", fields))).await;
    assert!(pending.cookie("__Host-handslag-pending").is_some());
    let out = ask(&router, as_us("/sign-out", "")).await;
    assert_eq!(out.cookie("__Host-handslag").as_deref(), Some(""));
    let mut seen = 0;
    for answer in [joined, language, signed_in, pending, out] {
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.starts_with("__Host-handslag"), "{cookie}");
            assert!(cookie.ends_with("; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
            assert!(cookie.contains("; Path=/;") && !cookie.contains("Domain"), "{cookie}");
            assert!(cookie.len() < 4096);
            seen += 1;
        }
    }
    assert_eq!(seen, 7);
}

async fn whoever_signs_out_leaves_nothing_in_the_browser(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Viewer].clone();
    let page = scene.ask(asking("GET", "/").session(&session)).await;
    assert_eq!(page.header("cache-control"), "no-store");
    let out = scene.ask(form("/sign-out", "").session(&session)).await;
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
}

#[tokio::test]
async fn every_page_of_a_member_lets_them_sign_out() {
    let scene = Scene::new(Store::sqlite()).await;
    let session = scene.us.sessions[&Role::Viewer].clone();
    let mut pages = 0;
    for address in web::addresses() {
        if address.method != "GET" || !address.need.is_for_members() {
            continue;
        }
        let path = scene.own(&address.path, "nothing");
        let answer = scene.ask(asking("GET", path).session(&session)).await;
        if answer.header("content-type").starts_with("text/html") {
            let form = "action=\"/sign-out\" method=\"post\"";
            assert!(answer.text.contains(form), "{}: {}", address.path, answer.text);
            pages += 1;
        }
    }
    assert!(pages > 10, "only {pages} pages");
    let page = scene.ask(asking("GET", "/sign-in")).await;
    assert!(!page.text.contains("/sign-out"), "nobody is signed in there");
}

async fn the_session_of_before_ends_when_somebody_signs_in(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.us.sessions[&Role::Viewer].clone();
    let known = login(Role::Promisor, "Kornoelje").replace('@', "%40");
    let wrong = format!("login={known}&password=not+the+right+sentence");
    assert_eq!(scene.ask(form("/sign-in", &wrong).session(&before)).await.status, 422);
    assert_eq!(scene.ask(asking("GET", "/").session(&before)).await.status, 200, "nobody came in");
    let right = format!("login={known}&password=a+sentence+to+come+in+by");
    let answer = scene.ask(form("/sign-in", &right).session(&before)).await;
    let after = answer.cookie("handslag").expect("a session");
    assert_eq!(scene.ask(asking("GET", "/").session(&after)).await.status, 200);
    assert_eq!(scene.ask(asking("GET", "/").session(&before)).await.status, 303, "it has ended");
}

#[tokio::test]
async fn a_password_is_taken_as_it_was_typed() {
    let scene = Scene::new(Store::sqlite()).await;
    let session = scene.us.sessions[&Role::Viewer].clone();
    let blank = "old=a+sentence+to+come+in+by&password=++two+blanks+around+it++";
    assert_eq!(scene.ask(form("/me/password", blank).session(&session)).await.status, 303);
    let known = login(Role::Viewer, "Kornoelje").replace('@', "%40");
    for (password, wanted) in [
        ("two+blanks+around+it", 422),
        ("++two+blanks+around+it", 422),
        ("++TWO+blanks+around+it++", 422),
        ("++two+blanks+around+it++", 303),
    ] {
        let fields = format!("login={known}&password={password}");
        assert_eq!(scene.ask(form("/sign-in", &fields)).await.status, wanted, "{password}");
    }
}

/// Where somebody might be sent, as an attacker would write it.
const ELSEWHERE: [&str; 9] = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/\t/evil.example/",
    "/%2f%2fevil.example/",
    "http://localhost:4600//evil.example/",
    "http://localhost:4600/\t/evil.example/",
    "javascript:alert(1)",
];

#[tokio::test]
async fn nobody_is_sent_elsewhere_by_any_address() {
    let scene = Scene::new(Store::sqlite()).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let mut sent = 0;
    for (of, asked) in every_address(&scene) {
        for elsewhere in ELSEWHERE {
            let encoded: String = elsewhere.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let names = ["to", "next", "back", "return", "url", "redirect"];
            let fields = names.map(|name| format!("{name}={encoded}")).join("&");
            let mut asked = asked.clone().with("referer", elsewhere).session(&admin);
            asked = asked.with("x-forwarded-host", "evil.example");
            asked = asked.with("forwarded", "host=evil.example");
            if asked.path.starts_with("/api/") || asked.method != "POST" {
                asked.path = format!("{}?{fields}", asked.path);
            } else {
                asked.body = fields;
            }
            let answer = scene.ask(asked).await;
            let place = answer.header("location");
            if place.is_empty() {
                continue;
            }
            let mut begins = place.chars();
            let own = begins.next() == Some('/') && !matches!(begins.next(), Some('/' | '\\'));
            let plain = place.chars().all(|c| c.is_ascii_graphic() && c != '\\');
            assert!(own && plain, "{of} with {elsewhere:?} leads to {place:?}");
            sent += 1;
        }
    }
    assert!(sent > 20, "only {sent} answers led somewhere");
}
