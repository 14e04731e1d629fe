//! The organisation's own past, replayed: judged once for each state of what is known, and of nothing but what was known.

use std::sync::Arc;

use service::backtest::{Backtest, Matter, Replay};
use service::promise::Ask;
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history};

testkit::on_both_stores!(
    a_past_is_judged_once_until_more_is_known,
    what_lies_ahead_is_not_known_yet,
    nothing_is_said_of_an_empty_past,
    promises_of_the_ledger_are_replayed_too,
);

impl Scene {
    /// What a replay was worth, however long it takes.
    async fn judged(&self, at: &str, matter: Matter) -> Arc<Backtest> {
        loop {
            let replay = self.service.backtest(&self.us(at), matter).await.expect("it is answered");
            match replay {
                Replay::Done(backtest) => return backtest,
                Replay::Going(mut going) => going.ended().await,
            }
        }
    }
}

async fn a_past_is_judged_once_until_more_is_known(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(4)).await;
    let first = scene.judged(MONDAY, Matter::Elapsed).await;
    assert_eq!((first.rows, first.ended, first.older, first.backwards), (84, 80, 0, 0));
    assert_eq!(first.offered, [Matter::Elapsed, Matter::Remaining, Matter::Effort]);
    let held = first.card.all.shares[2];
    assert!(held.of > 60 && held.held * 10 >= held.of * 8, "all take a day: {held:?}");
    let (from, to) = first.span.expect("there are some");
    assert_eq!(
        (from.to_string(), to.to_string()),
        ("2025-11-17T07:00:00Z".to_owned(), "2026-03-06T16:00:00Z".to_owned(),)
    );
    let again = scene.judged(MONDAY, Matter::Elapsed).await;
    assert!(Arc::ptr_eq(&first, &again), "it is kept");

    let effort = scene.judged(MONDAY, Matter::Effort).await;
    assert_eq!((effort.matter, effort.card.answers), (Matter::Effort, 80));
    scene.bring(MONDAY, MAPPING, &history(9)).await;
    assert_eq!(scene.judged(MONDAY, Matter::Elapsed).await.rows, 89);
}

async fn what_lies_ahead_is_not_known_yet(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(4)).await;
    let then = scene.judged("2025-12-10T12:00:00Z", Matter::Elapsed).await;
    // Three weeks of five, and three days; what is done that afternoon is still open.
    assert_eq!((then.rows, then.ended), (18, 17));
}

async fn nothing_is_said_of_an_empty_past(store: Store) {
    let scene = Scene::new(store).await;
    for matter in Matter::ALL {
        let nothing = scene.judged(MONDAY, matter).await;
        assert_eq!((nothing.rows, nothing.ended, nothing.span), (0, 0, None));
        assert_eq!((nothing.card.answers, &*nothing.offered), (0, [].as_slice()));
    }
}

async fn promises_of_the_ledger_are_replayed_too(store: Store) {
    let scene = Scene::new(store).await;
    scene.recorded().await;
    scene.released().await;
    let delivered = scene.recorded().await;
    let there = "2026-03-12T09:00:00Z";
    let ask = Ask::Deliver { at: None, reference: None, words: "It runs.".to_owned() };
    scene.service.act(&scene.us(there), delivered, ask, None).await.expect("delivered");
    let backtest = scene.judged(there, Matter::Promise).await;
    assert_eq!((backtest.rows, backtest.ended), (2, 1), "one was released");
    assert!(backtest.offered.is_empty(), "too few");
}
