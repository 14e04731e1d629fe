//! What is said of a team changes what is promised: who is away, and how it takes up work.

use std::num::NonZeroU32;

use jiff::civil::{Date, date};
use promise::party::{Absence, Team};
use service::{Caller, ServiceError, Wanted};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history, work};

testkit::on_both_stores!(
    whoever_is_away_makes_dates_later_until_it_is_taken_back,
    nobody_is_away_who_cannot_be,
    a_team_that_nobody_set_up_can_have_people_away,
    what_is_asked_twice_under_a_key_is_done_once,
);

fn away(from: Date, until: Date) -> Absence {
    Absence { from, until, people: NonZeroU32::MIN }
}

impl Scene {
    /// The one team, working on two things at a time.
    async fn with_team(self) -> Self {
        let slots = NonZeroU32::new(2);
        let team = Team { slots, ..Team::of_calendar("office") };
        self.service.set_team(&self.us(MONDAY), "Couplings", team).await.expect("it is set");
        self.bring(MONDAY, MAPPING, &history(4)).await;
        self
    }

    async fn note(&self, team: &str, absence: Absence) -> Result<(), ServiceError> {
        self.service.note_absence(&self.us(MONDAY), team, absence).await
    }
}

async fn whoever_is_away_makes_dates_later_until_it_is_taken_back(store: Store) {
    let scene = Scene::new(store).await.with_team().await;
    let before = scene.offered_at(MONDAY, work(16, 4)).await;
    let (first, last) = (date(2026, 3, 10), date(2026, 3, 20));
    scene.note("Couplings", away(first, last)).await.expect("it is noted");
    let without = scene.offered_at(MONDAY, work(16, 4)).await;
    assert!(without > before, "with one of two away: {without}, {before}");
    // The same day again takes the place of what was said of it; what is known is kept in order.
    scene.note("Couplings", away(first, date(2026, 3, 11))).await.expect("it is noted");
    scene.note("Couplings", away(date(2026, 3, 9), date(2026, 3, 9))).await.expect("it is noted");
    let us = scene.service.organisation(scene.organisation).await.expect("founded");
    let days: Vec<Date> = us.absences["Couplings"].iter().map(|of| of.until).collect();
    assert_eq!(days, vec![date(2026, 3, 9), date(2026, 3, 11)]);
    let short = scene.offered_at(MONDAY, work(16, 4)).await;
    assert!(before <= short && short < without, "{before}, {short}, {without}");

    for from in [date(2026, 3, 9), first] {
        let back = scene.service.cancel_absence(&scene.us(MONDAY), "Couplings", from).await;
        back.expect("it is taken back");
    }
    assert_eq!(scene.offered_at(MONDAY, work(16, 4)).await, before);
}

async fn nobody_is_away_who_cannot_be(store: Store) {
    let scene = Scene::new(store).await.with_team().await;
    let (monday, sunday) = (date(2026, 3, 9), date(2026, 3, 8));
    let crowd = Absence { people: NonZeroU32::new(1001).expect("above 0"), ..away(monday, monday) };
    for absence in [away(monday, sunday), away(date(2026, 1, 1), sunday), crowd] {
        let error = scene.note("Couplings", absence).await.expect_err("it cannot be");
        assert!(
            matches!(error, ServiceError::Input { field: "absence", wanted: Wanted::Absence, .. }),
            "{error}"
        );
    }
    let far = scene.note("Couplings", away(monday, date(2029, 3, 10))).await;
    assert!(matches!(far, Err(ServiceError::Input { .. })), "{far:?}");
    let unknown = scene.note("Moon", away(monday, monday)).await;
    assert!(matches!(unknown, Err(ServiceError::NotFound { what: "team", .. })), "{unknown:?}");
    let back = scene.service.cancel_absence(&scene.us(MONDAY), "Couplings", monday).await;
    assert!(matches!(back, Err(ServiceError::NotFound { what: "absence", .. })), "{back:?}");
}

async fn a_team_that_nobody_set_up_can_have_people_away(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(4)).await;
    let us = scene.service.organisation(scene.organisation).await.expect("founded");
    assert!(!us.teams.contains_key("Couplings"), "it is known by its work alone");
    let absence = away(date(2026, 3, 10), date(2026, 3, 20));
    scene.note("Couplings", absence).await.expect("it is noted");
}

async fn what_is_asked_twice_under_a_key_is_done_once(store: Store) {
    let scene = Scene::new(store).await.with_team().await;
    let from = date(2026, 3, 10);
    scene.note("Couplings", away(from, from)).await.expect("it is noted");
    let caller = Caller { key: "once".to_owned(), ..scene.us(MONDAY) };
    for _ in 0..2 {
        let back = scene.service.cancel_absence(&caller, "Couplings", from).await;
        back.expect("the same answer");
    }
}
