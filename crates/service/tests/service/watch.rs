//! Looking around where several servers work on one ledger: one of them does it.

use testkit::Store;

use crate::scene::{Scene, instant};

testkit::on_both_stores!(one_server_looks_around_until_it_is_silent);

async fn one_server_looks_around_until_it_is_silent(store: Store) {
    let scene = Scene::new(store).await;
    let looks = async |holder: &str, at: &str| {
        let looked = scene.service.watch_alone(scene.organisation, instant(at), holder).await;
        looked.expect("it answers").is_some()
    };
    assert!(looks("one", "2026-03-09T08:00:00Z").await);
    assert!(!looks("two", "2026-03-09T08:05:00Z").await, "the other does");
    assert!(looks("one", "2026-03-09T08:10:00Z").await, "and goes on");
    assert!(!looks("two", "2026-03-09T08:15:00Z").await);
    assert!(looks("two", "2026-03-09T08:25:00Z").await, "it has been silent");
    assert!(!looks("one", "2026-03-09T08:26:00Z").await);
    scene.service.watch_no_more(scene.organisation, "two").await.expect("it answers");
    assert!(looks("one", "2026-03-09T08:26:00Z").await, "it has stopped");
}
