//! A backup that is brought back onto a server: verified there, and refused where something is in the way.

use std::fs;

use testkit::Store;

use crate::backup::Scene;

/// A company with its backups, and an empty database on a server; `None` where there is no server.
async fn scene() -> Option<(Scene, Store)> {
    let store = Store::postgres().await?;
    let scene = Scene::new();
    scene.done(&["backup", "sealed", "--encrypt", "--passphrase-file", "right"]);
    scene.done(&["backup", "open"]);
    Some((scene, store))
}

async fn is_empty(store: &Store) -> bool {
    store.everything().await.iter().all(|row| row.starts_with("schema_version "))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_brought_back_onto_a_server_and_verified_there() {
    let Some((scene, store)) = scene().await else { return };
    let url = store.url();
    // As a database is that nobody has opened yet.
    store.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await;
    let told = scene.done(&["restore", "sealed", "--to", &url, "--passphrase-file", "right"]);
    for wanted in [
        "Verified: every byte",
        "each chain up to its head",
        "Verified on the server: every table has the same rows",
        "Verified on the server: the key file fits",
        "Its keys are handslag.key",
        "is as it was at",
    ] {
        assert!(told.contains(wanted), "no {wanted:?} in {told}");
    }
    assert_eq!(scene.customers(&url), scene.customers("handslag.db"));
    scene.done(&["--database", &url, "rebuild", "--check"]);
    let keys = |name: &str| fs::read(scene.path(name)).unwrap();
    assert_eq!(keys("handslag.key"), keys("handslag.db.key"));

    // What is there stays, whatever is asked.
    let before = store.everything().await;
    let again = ["restore", "sealed", "--to", &url, "--passphrase-file", "right"];
    scene.refused(&again, "holds a ledger already");
    scene.refused(&[&again[..], &["--replace"]].concat(), "--replace is for a file");
    assert_eq!(store.everything().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_of_the_configuration_is_where_a_backup_goes_by_itself() {
    let Some((scene, store)) = scene().await else { return };
    let configuration = format!("database = {:?}\nkey_file = \"kept.key\"\n", store.url());
    scene.write("server.toml", &configuration);
    let arguments = ["--config", "server.toml", "restore", "open"];
    scene.refused(&arguments, "the key file is not in the backup, and there is no kept.key");
    assert!(is_empty(&store).await);
    fs::copy(scene.path("handslag.db.key"), scene.path("kept.key")).unwrap();
    let told = scene.done(&[&arguments[..], &["--json"]].concat());
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(told["database"].as_str().unwrap().starts_with("postgres://"), "{told}");
    let listed = scene.done(&["--config", "server.toml", "accounts", "list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed, scene.customers("handslag.db"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_hold_leaves_the_server_empty_and_no_key_file() {
    let Some((scene, store)) = scene().await else { return };
    let url = store.url();
    let mut changed = fs::read(scene.path("open")).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(scene.path("changed"), &changed).unwrap();
    let other = Scene::new();
    fs::copy(other.path("handslag.db.key"), scene.path("other.key")).unwrap();
    let to = |backup: &'static str| ["restore", backup, "--to", &url];
    let keys = ["--key-file", "handslag.db.key"];
    for (arguments, more, wanted) in [
        (to("changed"), &keys[..], "changed or damaged"),
        (to("open"), &[], "the key file is not in the backup"),
        (to("open"), &["--key-file", "other.key"], "does not fit"),
        (to("sealed"), &[], "wanted its passphrase"),
        (to("sealed"), &["--passphrase-file", "wrong"], "passphrase is not"),
        (
            to("sealed"),
            &["--passphrase-file", "right", "--key-file", "other.key"],
            "another key file",
        ),
    ] {
        scene.refused(&[&arguments[..], more].concat(), wanted);
        assert!(is_empty(&store).await, "{wanted}");
    }
    // The server itself fails at the last: what it was given is undone, and the key file taken back.
    store.change_inserted("idempotency", "answer").await;
    let arguments = ["restore", "sealed", "--to", &url, "--passphrase-file", "right"];
    scene.refused(&arguments, "came out otherwise");
    assert!(is_empty(&store).await);
    // One that does not answer says so.
    store.database().unwrap().go_away().await;
    scene.refused(&arguments, "not currently accepting connections");
}
