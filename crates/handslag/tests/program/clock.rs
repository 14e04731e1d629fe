//! A clock that jumps: what was written keeps its order and its chain, whatever instants the clock told.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]

use serde_json::Value;
use testkit::Store;

use crate::wrong_input::{done, run, scene_on};

testkit::on_both_stores!(a_clock_that_jumps_ahead_and_back_breaks_no_chain);

/// The scene's own present, in which promise 1 is offered.
const NOW: &str = "2026-03-09T09:00:00Z";
const AHEAD: &str = "2036-03-10T09:00:00Z";
const BEHIND: &str = "2016-03-10T09:00:00Z";

async fn a_clock_that_jumps_ahead_and_back_breaks_no_chain(store: Store) {
    let folder = scene_on(&store);
    let path = folder.path();
    // Ahead: the offer lapses, and that is written.
    done(path, &["--now", AHEAD, "watch"]);
    let events = |at: &str| -> Vec<Value> {
        let shown = done(path, &["--now", at, "receipt", "1"]);
        let receipt: Value = serde_json::from_str(&shown).unwrap();
        receipt["events"].as_array().unwrap().clone()
    };
    let lapsed = events(AHEAD);
    assert_eq!(lapsed.last().unwrap()["kind"], "lapsed");
    // Back again: what passed has passed, once, and is refused as before.
    for _ in 0..2 {
        done(path, &["--now", NOW, "watch"]);
    }
    assert_eq!(events(NOW), lapsed);
    let refused = run(path, &["--now", NOW, "accept", "1"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("lapsed"));

    // Somebody writes on with the clock far behind what is written: the order is that of writing.
    let written = run(path, &["--now", BEHIND, "accounts", "add", "Behind"]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let draft = ["--now", BEHIND, "offer", "Björk", "Behind", "--draft"];
    let written = run(path, &draft);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    done(path, &["--now", BEHIND, "watch"]);
    done(path, &["--now", NOW, "watch"]);
    done(path, &["rebuild", "--check"]);
    std::fs::write(path.join("r.json"), done(path, &["receipt", "1"])).unwrap();
    done(path, &["verify", "r.json"]);
    // The doctor sees it for as long as it is so.
    let told = run(path, &["--now", NOW, "doctor"]);
    assert!(String::from_utf8_lossy(&told.stdout).contains("WRONG clock"));
    let told = done(path, &["--now", AHEAD, "doctor"]);
    assert!(!told.contains("WRONG"), "{told}");
}
