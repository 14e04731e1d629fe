//! No organisation sees another: every address is tried with the ids of the other one. The addresses come from the
//! table of routes and the OpenAPI document, so that a new one is tried without anybody remembering it.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use promise::Role;
use serde_json::Value;
use testkit::Store;
use web::{Address, Need};

use crate::scene::{Answer, Asking, Scene, THEIRS, asking, form, json};

testkit::on_both_stores!(
    every_address_keeps_the_other_organisation_out,
    a_customers_link_opens_nothing_of_another_customer,
    a_session_or_token_with_another_organisation_written_into_it_opens_nothing,
);

/// The names in addresses that are ids of things, and what the other organisation has under them. Every other name
/// must be among [`NO_IDS`]: a new one has to be put in one of the two.
fn ids(scene: &Scene, path: &str, name: &str) -> Option<String> {
    let them = &scene.them;
    Some(match (path, name) {
        (_, "number") => "3".to_owned(),
        (_, "promise") => them.promises[2].to_string(),
        (_, "account") => them.account.to_string(),
        (_, "contact") => them.contact.to_string(),
        (_, "capability") => them.capability.to_string(),
        (path, "id") if path.starts_with("/capabilities/") => them.capability.to_string(),
        (path, "id") if path.starts_with("/accounts/") => them.account.to_string(),
        (path, "id") if path.starts_with("/settings/members/") => {
            them.members[&Role::Manager].to_string()
        }
        (path, "id")
            if ["/tokens/", "/sessions/", "/identities/"].iter().any(|of| path.contains(of)) =>
        {
            "0123456789abcdef".to_owned()
        }
        (path, "token") if path.starts_with("/import/") => "theirs".to_owned(),
        (_, "quote" | "tie") => "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11".to_owned(),
        _ => return None,
    })
}

/// Names in addresses that are words of the asking organisation, not ids, with one to try.
const NO_IDS: [(&str, &str); 2] = [("name", "office"), ("verb", "accept")];

/// The address with the other organisation's ids, and whether it has any.
fn filled(scene: &Scene, address: &Address) -> (String, bool) {
    let mut path = address.path.clone();
    let mut named = false;
    while let Some((before, rest)) = path.split_once('{') {
        let (name, after) = rest.split_once('}').unwrap();
        let value = ids(scene, &address.path, name.trim_start_matches('*'));
        named |= value.is_some();
        let value = value.unwrap_or_else(|| {
            let known = NO_IDS.iter().find(|(of, _)| *of == name);
            let (_, word) =
                known.unwrap_or_else(|| panic!("{} has {{{name}}}: is it an id?", address.path));
            (*word).to_owned()
        });
        path = format!("{before}{value}{after}");
    }
    (path, named)
}

/// A body in which everything that has an id is the other organisation's.
fn body(scene: &Scene, document: &Value, address: &Address) -> String {
    let operation = &document["paths"][&address.path][address.method.as_str().to_lowercase()];
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let Some(name) = schema["$ref"].as_str() else { return String::new() };
    let mut example = document.pointer(name.trim_start_matches('#')).unwrap()["example"].clone();
    theirs(scene, &mut example);
    example.to_string()
}

fn theirs(scene: &Scene, value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let id = match name.as_str() {
                    "account" => scene.them.account.to_string(),
                    "contact" | "told_by" => scene.them.contact.to_string(),
                    "promisor" | "owner" | "taken_by" => {
                        scene.them.members[&Role::Manager].to_string()
                    }
                    _ => {
                        theirs(scene, field);
                        continue;
                    }
                };
                if field.is_string() {
                    *field = Value::from(id);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| theirs(scene, item)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A form that names the other organisation's things in every field that takes one.
fn fields(scene: &Scene) -> String {
    let (account, contact) = (scene.them.account, scene.them.contact);
    let member = scene.them.members[&Role::Manager];
    format!(
        "account={account}&contact={contact}&member={member}&promisor={member}&owner={member}&to={contact}\
         &name=Zz&answer=exists&since=2026-03-02&reason=Zz&what=Zz&subject=Zz&sentence=Zz&words=Zz&role=viewer&calendar=office&language=nl&theirs=1"
    )
}

#[track_caller]
fn shows_nothing(answer: &Answer, of: &str) {
    for word in THEIRS {
        assert!(!answer.text.contains(word), "{of} shows {word}: {}", answer.text);
        for (name, value) in &answer.headers {
            assert!(
                !value.to_str().unwrap_or_default().contains(word),
                "{of}: {name} shows {word}"
            );
        }
    }
}

/// What an address is asked with.
fn asked(scene: &Scene, document: &Value, address: &Address, path: &str) -> Asking {
    let method = address.method.as_str();
    match (method, path.starts_with("/api/")) {
        ("GET", _) => asking(method, path),
        (_, true) if path == "/api/v1/imports" => asking(method, path),
        (_, true) => json(method, path, body(scene, document, address)),
        (_, false) => form(path, &fields(scene)),
    }
}

async fn every_address_keeps_the_other_organisation_out(store: Store) {
    let scene = Scene::new(store).await;
    let document: Value = serde_json::from_str(&web::api::document()).unwrap();
    let before = scene.stored(scene.them.id).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let (mut with_ids, mut wrong) = (0, Vec::new());
    for address in web::addresses() {
        if !address.need.is_for_members() || address.path == "/sign-out" {
            continue;
        }
        let (path, named) = filled(&scene, &address);
        let of = format!("{} {}", address.method, address.path);
        let answer = scene.ask(asked(&scene, &document, &address, &path).session(&admin)).await;
        shows_nothing(&answer, &of);
        with_ids += usize::from(named);
        if named && answer.status != 404 {
            wrong.push(format!("{of}: {} and not 404: {}", answer.status, answer.text));
        }
        assert!(answer.status < 500, "{of}: {}", answer.text);
        assert_eq!(scene.stored(scene.them.id).await, before, "{of} wrote into the other's log");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(with_ids > 40, "only {with_ids} addresses have ids in them");
    // What is theirs is still there for them: the test would see it.
    let own = scene.them.sessions[&Role::Viewer].clone();
    let answer = scene.ask(asking("GET", "/promises/3").session(&own)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("Vlinderkast") && answer.text.contains("Quirrelbeek"));
}

async fn a_customers_link_opens_nothing_of_another_customer(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.stored(scene.them.id).await;
    let mut tried = 0;
    for address in web::addresses().into_iter().filter(|address| address.need == Need::Link) {
        if !address.path.starts_with("/c/{token}/") {
            continue;
        }
        let path = address
            .path
            .replace("{token}", &scene.us.link)
            .replace("{promise}", &scene.them.promises[0].to_string())
            .replace("{verb}", "accept");
        let asked = match address.method.as_str() {
            "GET" => asking("GET", path),
            _ => form(path, ""),
        };
        let answer = scene.ask(asked).await;
        assert_eq!(answer.status, 404, "{}", address.path);
        shows_nothing(&answer, &address.path);
        tried += 1;
    }
    assert!(tried >= 2);
    assert_eq!(scene.stored(scene.them.id).await, before);
    // Parts of two links make no third.
    let (ours, theirs) = (&scene.us.link, &scene.them.link);
    for mixed in [mixed(ours, theirs, 16), mixed(theirs, ours, 16), mixed(theirs, ours, 32)] {
        let answer = scene.ask(asking("GET", format!("/c/{mixed}"))).await;
        assert_eq!(answer.status, 404, "{mixed}");
        shows_nothing(&answer, "a mixed link");
    }
    assert_eq!(scene.ask(asking("GET", format!("/c/{theirs}"))).await.status, 200);
}

/// The first bytes of one secret with the rest of another.
fn mixed(one: &str, other: &str, bytes: usize) -> String {
    let read = |text: &str| data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    let mut mixed = read(one);
    mixed.truncate(bytes);
    mixed.extend_from_slice(&read(other)[bytes..]);
    data_encoding::BASE64URL_NOPAD.encode(&mixed)
}

async fn a_session_or_token_with_another_organisation_written_into_it_opens_nothing(store: Store) {
    let scene = Scene::new(store).await;
    let token = scene.token(Role::Admin, ledger::access::token::Scope::Promise).await;
    let ours = scene.us.sessions[&Role::Admin].clone();
    let theirs = scene.them.sessions[&Role::Admin].clone();
    // The first 16 bytes name the organisation.
    let forged = mixed(&theirs, &ours, 16);
    let answer = scene.ask(asking("GET", "/api/v1/promises").session(&forged)).await;
    assert_eq!(answer.status, 401);
    let forged = format!("hs_{}", mixed(&theirs, &token[3..], 16));
    let answer = scene.ask(asking("GET", "/api/v1/promises").token(&forged)).await;
    assert_eq!(answer.status, 401);
    assert_eq!(scene.ask(asking("GET", "/api/v1/promises").token(&token)).await.status, 200);
}
