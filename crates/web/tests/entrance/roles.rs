//! What each role and each scope may: every address is asked by each of them, and lets in just those that its need names.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use ledger::access::token::Scope;
use promise::Role;
use testkit::Store;
use web::{Address, Need};

use crate::scene::{Answer, Asking, PASSWORD, Scene, asking, form, json, now};
use crate::sign_in::{second_step, totp};

testkit::on_both_stores!(
    each_role_is_let_in_where_its_need_says,
    nobody_is_let_in_who_is_not_known,
    each_scope_goes_as_far_as_its_need_says,
    a_token_does_no_more_than_its_member,
    an_agent_may_draft_but_never_promise,
    whoever_owes_a_second_factor_sets_it_up_first,
);

/// An address with something in the place of every name; what is sent is refused further on, never here.
fn tried(address: &Address) -> Asking {
    let mut path = address.path.clone();
    while let Some((before, rest)) = path.split_once('{') {
        let (_, after) = rest.split_once('}').unwrap();
        path = format!("{before}nothing{after}");
    }
    match (address.method.as_str(), path.starts_with("/api/")) {
        ("GET", _) => asking("GET", path),
        (method, true) => json(method, path, "{}".to_owned()),
        (_, false) => form(path, ""),
    }
}

/// Whether the door was shut: by a page that says so, or a problem of that kind.
fn is_shut(answer: &Answer) -> bool {
    matches!(answer.status, 401 | 403)
}

async fn each_role_is_let_in_where_its_need_says(store: Store) {
    let scene = Scene::new(store).await;
    let mut shut = 0;
    for address in web::addresses().iter().filter(|address| address.need.is_for_members()) {
        if address.path == "/sign-out" {
            continue;
        }
        let least = address.need.role().unwrap();
        for role in Role::ALL {
            let session = scene.us.sessions[role].clone();
            let answer = scene.ask(tried(address).session(&session)).await;
            let wanted = *role < least;
            assert_eq!(is_shut(&answer), wanted, "{address:?} as {role:?}: {}", answer.status);
            shut += usize::from(wanted);
        }
    }
    assert!(shut > 60, "only {shut} doors were shut to somebody");
}

/// Where a second factor is demanded, whoever has none gets to where it is set up, and nowhere else.
async fn whoever_owes_a_second_factor_sets_it_up_first(store: Store) {
    let scene = Scene::new(store).await;
    let (admin, session) = (&scene.us.sessions[&Role::Admin], &scene.us.sessions[&Role::Manager]);
    let token = scene.token(Role::Manager, Scope::Read).await;
    second_step(&scene, Role::Admin).await;
    let demand = async |fields: &str, session: &str| {
        scene.ask(form("/settings/second-factor", fields).session(session)).await.status
    };
    assert_eq!(demand("demanded=yes&key=1", session).await, 403, "an admin does");
    assert_eq!(demand("demanded=yes&key=2", admin).await, 303);
    let before = scene.stored(scene.us.id).await;
    let mut shut = 0;
    for address in web::addresses().iter().filter(|address| address.need > Need::Known) {
        let answer = scene.ask(tried(address).session(session)).await;
        let wanted = if address.path.starts_with("/api/") {
            answer.status == 403 && answer.text.contains("/problems/second-factor-demanded")
        } else {
            (answer.status, answer.header("location")) == (303, "/me/second-factor")
        };
        assert!(wanted, "{address:?}: {} {}", answer.status, answer.text);
        shut += 1;
    }
    assert!(shut > 60, "only {shut}");
    assert_eq!(scene.stored(scene.us.id).await, before);
    // Whoever has one, and programs, go on.
    assert_eq!(scene.ask(asking("GET", "/").session(admin)).await.status, 200);
    assert_eq!(scene.ask(asking("GET", "/api/v1/promises").token(&token)).await.status, 200);

    let page = scene.ask(asking("GET", "/me/second-factor").session(session)).await;
    assert!(page.status == 200 && page.text.contains("/sign-out"), "{}", page.text);
    assert!(!page.text.contains("href=\"/promises"), "no way that leads back: {}", page.text);
    let begin =
        async |fields: &str| scene.ask(form("/me/second-factor", fields).session(session)).await;
    let wrong = begin("password=not+the+right+sentence").await;
    assert!(wrong.status == 422 && wrong.text.contains("role=\"alert\""), "{}", wrong.text);
    let shown = begin(&format!("password={}", PASSWORD.replace(' ', "+"))).await;
    assert_eq!(shown.status, 200);
    let between = |begins: &str, ends: char| {
        let start = shown.text.find(begins).unwrap() + begins.len();
        shown.text[start..].split(ends).next().unwrap().to_owned()
    };
    let sealed = between("name=\"sealed\" value=\"", '"');
    let code = totp(&between("<code>", '<').replace(' ', ""), now().as_second());
    let confirm = form("/me/second-factor/confirm", &format!("sealed={sealed}&code={code}"));
    let codes = scene.ask(confirm.session(session)).await;
    assert!(codes.status == 200 && codes.text.contains("href=\"/\""), "{}", codes.text);
    assert_eq!(scene.ask(asking("GET", "/").session(session)).await.status, 200);
    let page = scene.ask(asking("GET", "/me/second-factor").session(session)).await;
    assert_eq!(page.header("location"), "/me#second", "it is there");

    // It stays on; and off, it is everybody's own choice again.
    let page = scene.ask(asking("GET", "/me").session(session)).await.text;
    assert!(!page.contains("/me/second-factor/remove"), "{page}");
    let remove = || form("/me/second-factor/remove", "").session(session);
    let kept = scene.ask(remove()).await;
    assert!(kept.status == 422 && kept.text.contains("asks for the second step"), "{}", kept.text);
    let viewer = &scene.us.sessions[&Role::Viewer];
    assert_eq!(scene.ask(asking("GET", "/").session(viewer)).await.status, 303);
    assert_eq!(demand("key=3", admin).await, 303);
    assert_eq!(scene.ask(asking("GET", "/").session(viewer)).await.status, 200);
    assert!(scene.ask(remove()).await.text.contains("password was not right"));
}

async fn nobody_is_let_in_who_is_not_known(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.stored(scene.us.id).await;
    for address in web::addresses().iter().filter(|address| address.need.is_for_members()) {
        let answer = scene.ask(tried(address)).await;
        let sent_to_sign_in = answer.header("location").starts_with("/sign-in");
        let wanted = if address.path.starts_with("/api/") {
            answer.status == 401 && answer.header("www-authenticate") == "Bearer"
        } else if address.method == "GET" {
            answer.status == 303 && sent_to_sign_in
        } else {
            answer.status == 401
        };
        assert!(wanted, "{address:?}: {} {}", answer.status, answer.text);
        // Neither is whoever shows something that is none of ours.
        for asked in [
            tried(address).session("forged"),
            tried(address).session(""),
            tried(address).token("hs_forged"),
            tried(address).with("authorization", "Basic YTpi"),
        ] {
            let answer = scene.ask(asked).await;
            assert!(matches!(answer.status, 401 | 303), "{address:?}: {}", answer.status);
        }
    }
    assert_eq!(scene.stored(scene.us.id).await, before);
}

async fn each_scope_goes_as_far_as_its_need_says(store: Store) {
    let scene = Scene::new(store).await;
    for scope in [Scope::Read, Scope::Draft, Scope::Promise] {
        let token = scene.token(Role::Admin, scope).await;
        for address in web::addresses().iter().filter(|address| address.need.is_for_members()) {
            let answer = scene.ask(tried(address).token(&token)).await;
            let is_api = address.path.starts_with("/api/");
            let far = address.need.scope().is_some_and(|least| scope >= least);
            let wanted = !is_api || !far;
            let shut = is_shut(&answer) || answer.status == 303;
            assert_eq!(shut, wanted, "{address:?} with {scope:?}: {}", answer.status);
        }
    }
}

async fn a_token_does_no_more_than_its_member(store: Store) {
    let scene = Scene::new(store).await;
    let token = scene.token(Role::Viewer, Scope::Read).await;
    assert_eq!(scene.ask(asking("GET", "/api/v1/promises").token(&token)).await.status, 200);
    let token = scene.token(Role::Promisor, Scope::Promise).await;
    let write =
        || json("POST", "/api/v1/accounts", r#"{"name":"Zwaan","calendar":"office"}"#.to_owned());
    assert_eq!(scene.ask(write().token(&token)).await.status, 201);
    // The role counts as it is now, not as it was when the token was made.
    let service = scene.app.service();
    let admin = promise::Actor::Member(scene.us.members[&Role::Admin]);
    let caller = crate::scene::caller(scene.us.id, admin, "demote");
    let member = scene.us.members[&Role::Promisor];
    service.set_member(&caller, member, "Looker", Role::Viewer).await.unwrap();
    assert_eq!(scene.ask(write().token(&token)).await.status, 403);
}

async fn an_agent_may_draft_but_never_promise(store: Store) {
    let scene = Scene::new(store).await;
    let token = scene.token(Role::Admin, Scope::Draft).await;
    let account = scene.us.account;
    let draft = format!(r#"{{"account":"{account}","subject":"An export"}}"#);
    let answer = scene.ask(json("POST", "/api/v1/promises", draft).token(&token)).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let before = scene.stored(scene.us.id).await;
    let number = "2";
    let offer = r#"{"expires":"2026-03-16T16:00:00Z"}"#.to_owned();
    let offered = format!(
        r#"{{"account":"{account}","subject":"An export","offer_until":"2026-03-16T16:00:00Z"}}"#
    );
    for asked in [
        json("POST", format!("/api/v1/promises/{number}/offer"), offer),
        json("POST", "/api/v1/promises", offered.clone()),
        json("PUT", format!("/api/v1/promises/{number}"), offered),
        json("POST", "/api/v1/promises/1/accept", "{}".to_owned()),
        json("POST", "/api/v1/accounts", r#"{"name":"Zwaan"}"#.to_owned()),
    ] {
        let of = format!("{} {}", asked.method, asked.path);
        let answer = scene.ask(asked.token(&token)).await;
        assert_eq!(answer.status, 403, "{of}: {}", answer.text);
        assert!(answer.text.contains("/problems/out-of-scope"), "{of}: {}", answer.text);
    }
    assert_eq!(scene.stored(scene.us.id).await, before, "nothing was promised");
}

/// An address that asks nothing of anybody is a decision: this is all of them.
#[test]
fn few_addresses_are_open() {
    let open = web::addresses().into_iter().filter(|address| address.need == Need::Nothing);
    let mut open: Vec<String> =
        open.map(|address| format!("{} {}", address.method, address.path)).collect();
    open.sort();
    assert_eq!(
        open,
        [
            "GET /.well-known/handslag-keys",
            "GET /api/v1/openapi.json",
            "GET /sign-in",
            "GET /sign-in/code",
            "GET /sign-in/oidc/{provider}",
            "GET /sign-in/oidc/{provider}/callback",
            "GET /static/{*name}",
            "POST /sign-in",
            "POST /sign-in/code",
        ]
    );
}
