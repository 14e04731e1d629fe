//! What our stated chances were worth, and what it does to the next date: noticed, corrected, shown, computed again.

use forecast::drift::Direction;
use promise::PromiseId;
use service::promise::Ask;
use service::quote::Lever;
use service::track::Lately;
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history, instant, work};

const AFTERWARDS: &str = "2026-06-15T08:00:00Z";

impl Scene {
    /// A promise by forecast that both hold.
    async fn agreed(&self) -> PromiseId {
        let (id, _) = self.offered().await;
        let accepted = self.service.act(&self.them(MONDAY), id, Ask::Accept, None).await;
        accepted.expect("accepted");
        id
    }

    async fn deliver(&self, id: PromiseId, at: &str) {
        let words = "Filen ligger där.".to_owned();
        let word = Ask::Deliver { at: None, reference: None, words };
        self.service.act(&self.us(at), id, word, None).await.expect("delivered");
    }
}

testkit::on_both_stores!(
    what_was_missed_makes_the_next_date_later,
    promises_that_teach_nothing_change_nothing,
);

async fn what_was_missed_makes_the_next_date_later(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let mut ids = Vec::new();
    for _ in 0..10 {
        ids.push(scene.agreed().await);
    }
    for (number, id) in ids.into_iter().enumerate() {
        // The first was there in time, all others came far too late.
        scene.deliver(id, if number == 0 { MONDAY } else { "2026-06-12T08:00:00Z" }).await;
    }
    let told = scene.service.track_record(&scene.us(AFTERWARDS)).await.expect("it reads");
    assert_eq!(told.lately, Lately { kept: 1, of: 10, expected: 9 });
    let drift = told.drift.expect("nine of ten were missed");
    assert_eq!((drift.direction, drift.held.0), (Direction::Short, 0));
    assert!(told.track.calibration().asked(0.85) > 0.85, "{told:?}");
    let today = scene.service.today(&scene.us(AFTERWARDS)).await.expect("it reads");
    assert_eq!(today.drift, Some(drift));

    let (quote, dates) = scene.asked(AFTERWARDS, work(40, 6)).await;
    let own_word = dates.without.iter().find(|without| matches!(without.lever, Lever::OwnWord(_)));
    let own_word = own_word.expect("it moves the date");
    assert_eq!(own_word.lever, Lever::OwnWord(told.lately));
    assert!(own_word.days > 0, "it would have been sooner: {dates:?}");
    let again = scene.service.reproduce(&scene.us(AFTERWARDS), quote).await.expect("it is kept");
    assert!(again.is_same(), "{again:?}");
}

async fn promises_that_teach_nothing_change_nothing(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (id, _) = scene.offered().await;
    let open = scene.agreed().await;
    // An offer is no promise yet, and a date that lies ahead has not held or failed.
    let told = scene.service.track_record(&scene.us(MONDAY)).await.expect("it reads");
    assert_eq!(told, service::track::TrackRecord::default(), "{id} and {open}");
    let plan = scene.service.plan(scene.organisation, instant(MONDAY)).await.expect("a plan");
    assert_eq!(plan.calibration, forecast::Calibration::default());
    let (_, dates) = scene.asked(MONDAY, work(8, 1)).await;
    assert!(
        dates.without.iter().all(|without| !matches!(without.lever, Lever::OwnWord(_))),
        "{:?}",
        dates.without
    );
    let queue = dates.without.iter().find(|without| without.lever == Lever::Queue);
    assert!(queue.is_some_and(|without| without.days > 0), "two things and a promise go before it");
}
