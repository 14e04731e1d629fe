//! What is too large, too deep or too often.

use std::io::Write;

use promise::Role;
use serde_json::Value;
use testkit::Store;

use crate::scene::{Answer, Asking, Scene, ask, asking, form, json, login};

testkit::on_both_stores!(whoever_guesses_has_to_wait_and_nobody_else, a_file_is_what_its_name_says,);

/// More than any form of ours holds.
const LONG: usize = 3 * 1024 * 1024;

#[tokio::test]
async fn every_form_is_bounded() {
    let scene = Scene::new(Store::sqlite()).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let long = format!("name={}", "x".repeat(LONG));
    let mut forms = 0;
    for address in web::addresses() {
        let path = scene.own(&address.path, "nothing");
        if address.method != "POST" || path.starts_with("/api/") || reads_no_form(&address.path) {
            continue;
        }
        let answer = scene.ask(form(path, &long).session(&admin)).await;
        assert_eq!(answer.status, 413, "{}: {}", address.path, answer.text);
        forms += 1;
    }
    assert!(forms > 20, "only {forms}");
}

/// Files are larger; and what reads no body at all leaves it in the network.
fn reads_no_form(path: &str) -> bool {
    let bodiless = ["/invite", "/revoke", "/end", "/link", "/lift", "/sign-out"];
    ["/import", "/wording/file"].contains(&path)
        || path.starts_with("/join/{secret}/")
        || bodiless.iter().any(|end| path.ends_with(end))
}

#[tokio::test]
async fn every_body_of_json_is_bounded_in_length_and_depth() {
    let scene = Scene::new(Store::sqlite()).await;
    let document: Value = serde_json::from_str(&web::api::document()).unwrap();
    let admin = scene.us.sessions[&Role::Admin].clone();
    let before = scene.stored(scene.us.id).await;
    let mut bodies = 0;
    for address in web::addresses() {
        let method = address.method.as_str();
        let operation = &document["paths"][&address.path][method.to_lowercase()];
        if operation["requestBody"]["content"]["application/json"].is_null() {
            continue;
        }
        let path = scene.own(&address.path, "nothing");
        for (body, wanted) in [
            (format!("{{\"name\":\"{}\"}}", "x".repeat(300 * 1024)), &[413][..]),
            ("[".repeat(100_000), &[400, 422]),
            ("{\"a\":".repeat(40_000), &[400, 422]),
            (format!("{{\"name\":{}1{}}}", "[".repeat(60_000), "]".repeat(60_000)), &[400, 422]),
            ("{\"name\":1e999}".to_owned(), &[400, 422]),
            ("{\"name\":99999999999999999999999999}".to_owned(), &[400, 422]),
            ("{\"name\":\"\u{0}\"}".to_owned(), &[400, 422]),
            ("{\"name\":\"\\ud800\"}".to_owned(), &[400, 422]),
        ] {
            let answer = scene.ask(json(method, path.clone(), body).session(&admin)).await;
            assert!(wanted.contains(&answer.status), "{method} {path}: {}", answer.text);
            bodies += 1;
        }
    }
    assert!(bodies > 100, "only {bodies}");
    assert_eq!(scene.stored(scene.us.id).await, before);
}

/// A file as a browser or a program sends it.
async fn bring(scene: &Scene, path: &str, called: &str, file: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, content) in [("mapping", MAPPING.as_bytes()), ("file", file)] {
        let named = if name == "file" { format!("; filename=\"{called}\"") } else { String::new() };
        let head =
            format!("--xyzzy\r\nContent-Disposition: form-data; name=\"{name}\"{named}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--xyzzy--\r\n");
    let asked = asking("POST", path).session(&scene.us.sessions[&Role::Admin]);
    let asked = asked.with("content-type", "multipart/form-data; boundary=xyzzy");
    let asked = asked.with("idempotency-key", format!("{path} {}", body.len()).replace(' ', "-"));
    scene.ask_with_bytes(asked, body).await
}

const MAPPING: &str =
    "name = \"tracker\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\nfinished = \"done\"\n";

async fn a_file_is_what_its_name_says(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.stored(scene.us.id).await;
    let rows = b"key,opened,done\nA-1,2026-01-05,2026-01-09\n";
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(rows).expect("memory");
    let packed = packer.finish().expect("memory");
    for path in ["/import", "/api/v1/imports"] {
        for (called, file, said) in [
            ("a.csv", packed.as_slice(), "gzip"),
            ("a.csv.gz", rows, "text"),
            ("a.csv", b"PK\x03\x04\x14\x00", "ZIP"),
            ("a.csv", b"%PDF-1.7", "PDF"),
            ("a.csv", b"{\"rows\": []}", "JSON"),
            ("a.xlsx", rows, ".gz"),
            ("history", rows, ".gz"),
        ] {
            let answer = bring(&scene, path, called, file).await;
            assert_eq!(answer.status, 422, "{path} {called}: {}", answer.text);
            assert!(answer.text.contains(said), "{path} {called}: {}", answer.text);
        }
    }
    assert_eq!(scene.stored(scene.us.id).await, before);
    for (called, file) in [("a.csv", rows.as_slice()), ("a.CSV.gz", &packed)] {
        let answer = bring(&scene, "/import", called, file).await;
        assert_eq!(answer.status, 200, "{called}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_file_is_bounded_packed_and_unpacked() {
    let scene = Scene::new(Store::sqlite()).await;
    let before = scene.stored(scene.us.id).await;
    let large = vec![b'x'; 65 * 1024 * 1024];
    for path in ["/import", "/api/v1/imports"] {
        let answer = bring(&scene, path, "a.csv.gz", &large).await;
        assert_eq!(answer.status, 413, "{path}: {}", answer.text);
    }
    // Packed once, sent three hundred times: gzip takes one after another.
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b'0'; 1024 * 1024]).unwrap();
    let bomb = packer.finish().unwrap().repeat(300);
    assert!(bomb.len() < 1024 * 1024);
    let answer = bring(&scene, "/api/v1/imports", "a.csv.gz", &bomb).await;
    assert_eq!(answer.status, 422, "{}", answer.text);
    assert!(answer.text.contains("256 MB"), "{}", answer.text);
    assert_eq!(scene.stored(scene.us.id).await, before);
}

async fn whoever_guesses_has_to_wait_and_nobody_else(store: Store) {
    let scene = Scene::new(store).await;
    let known = login(Role::Admin, "Kornoelje").replace('@', "%40");
    let guess = |password: &str| form("/sign-in", &format!("login={known}&password={password}"));
    for _ in 0..5 {
        assert_eq!(scene.ask(guess("not+the+right+sentence")).await.status, 422);
    }
    for password in ["not+the+right+sentence", "a+sentence+to+come+in+by"] {
        let held = scene.ask(guess(password)).await;
        assert_eq!(held.status, 429, "{}", held.text);
        assert_eq!(held.cookie("handslag"), None);
    }
    // Who is in stays in, and another login is not touched.
    let admin = scene.us.sessions[&Role::Admin].clone();
    assert_eq!(scene.ask(asking("GET", "/").session(&admin)).await.status, 200);
    let other = login(Role::Viewer, "Kornoelje").replace('@', "%40");
    let fields = format!("login={other}&password=a+sentence+to+come+in+by");
    assert_eq!(scene.ask(form("/sign-in", &fields)).await.status, 303);
}

#[tokio::test]
async fn links_that_are_guessed_open_nothing() {
    let (_app, router, _store) = Scene::empty(Store::sqlite()).await;
    let guessed =
        |place: &str, secret: &str| -> Asking { asking("GET", format!("{place}{secret}")) };
    for secret in ["a", "%00", "..%2f..", &"A".repeat(64), &"A".repeat(5000), "%F0%9F%98%80"] {
        for place in ["/join/", "/c/"] {
            let answer = ask(&router, guessed(place, secret)).await;
            assert_eq!(answer.status, 404, "{place}{secret}: {}", answer.text);
        }
    }
}
