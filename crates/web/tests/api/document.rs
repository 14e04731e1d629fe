//! The OpenAPI document: kept beside the code, equal to what is served, and true of every address.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use testkit::Store;

use crate::scene::{Scene, asking, get};
use crate::shape;

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

#[test]
fn the_kept_document_is_the_served_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let difference =
        kept.lines().zip(web::api::document().lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == web::api::document(),
        "docs/reference/openapi.json differs from line {}; `cargo xtask docs` writes it anew",
        difference.unwrap_or_else(|| kept.lines().count()) + 1
    );
}

testkit::on_both_stores!(
    the_document_is_served,
    every_documented_operation_is_answered_and_no_other_method,
);

async fn the_document_is_served(store: Store) {
    let scene = Scene::empty(store).await;
    let served = scene.ask(get("/api/v1/openapi.json")).await.is(200);
    assert_eq!(served.header("content-type"), "application/json");
    assert_eq!(served.text, web::api::document());
    assert_eq!(served.text("/openapi"), "3.1.0");
}

async fn every_documented_operation_is_answered_and_no_other_method(store: Store) {
    let scene = Scene::founded(store).await;
    let document = shape::document();
    let mut answered = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        let address = path.replace("{promise}", "7").replace(['{', '}'], "");
        for method in METHODS {
            let answer = scene.ask(asking(method, &*address)).await;
            let documented = item.get(method.to_lowercase()).is_some();
            assert_eq!(answer.status == 405, !documented, "{method} {path}: {}", answer.text);
            if documented {
                assert_ne!(answer.body["type"], "/problems/no-such-address", "{method} {path}");
                answered += 1;
            }
        }
    }
    assert!(answered >= 40, "{answered}");
}

/// Every address is added by a function that also documents it.
#[test]
fn nothing_is_routed_past_the_document() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let mut files: Vec<_> =
        std::fs::read_dir(source).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api.rs"));
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(!text.contains(".route("), "{} adds an address without a word", file.display());
    }
}

#[test]
fn every_operation_says_what_it_is() {
    let document = shape::document();
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap_or_default();
            assert!(ids.insert(id.to_owned()), "{at}: {id:?} is taken");
            assert!(operation["summary"].as_str().is_some_and(|s| s.ends_with('.')), "{at}");
            assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{at}");
            let names: Vec<&str> = operation["parameters"]
                .as_array()
                .map(|all| all.iter().map(|p| shape::followed(&document, p)))
                .map(|all| all.filter_map(|p| p["name"].as_str()).collect())
                .unwrap_or_default();
            let sends = method != "get";
            // A text that is only looked through is kept nowhere, so there is no key to keep the answer under.
            let writes = sends && path != "/api/v1/wording";
            assert_eq!(names.contains(&"Idempotency-Key"), writes, "{at}");
            for name in path.split('{').skip(1).filter_map(|part| part.split('}').next()) {
                assert!(names.contains(&name), "{at} does not say what {name} is");
            }
            if sends && path != "/api/v1/imports" {
                let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
                let name = schema["$ref"].as_str().unwrap_or_else(|| panic!("{at} takes what?"));
                let body = &document.pointer(name.trim_start_matches('#')).unwrap();
                assert_eq!(shape::fit(&document, schema, &body["example"]), Ok(()), "{at}: {name}");
                assert_eq!(
                    body["additionalProperties"],
                    Value::Bool(false),
                    "{at}: {name} is open"
                );
            }
        }
    }
}

/// Every `$ref` leads somewhere.
#[test]
fn no_reference_leads_nowhere() {
    let document = shape::document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for name in &found {
        assert!(document.pointer(name.trim_start_matches('#')).is_some(), "{name}");
    }
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(found.contains(&format!("#/components/schemas/{name}")), "{name} is used nowhere");
    }
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
