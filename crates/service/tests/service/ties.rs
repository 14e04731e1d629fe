//! What promises are tied to outside the company: deliveries of third parties move the date as late as they were before,
//! and what customers plan is told of when a promise slips.

use calendar::Due;
use jiff::Timestamp;
use promise::tie::{TieEnd, TiedTo};
use promise::{Line, PromiseId, Refusal, StateName, TieId};
use service::ServiceError;
use service::domino::Through;
use service::promise::Ask;
use service::quote::Driver;
use service::ties::ThirdParty;
use testkit::Store;
use uuid::Uuid;

use crate::domino::{as_thought, new};
use crate::scene::{MONDAY, Scene, instant};

testkit::on_both_stores!(
    a_promise_waits_for_a_third_party_as_late_as_it_was,
    a_slip_tells_whether_the_customer_can_go_ahead,
    a_tie_is_noted_once_and_ends_once,
    what_is_over_is_tied_to_nothing,
);

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

impl Scene {
    async fn due(&self, text: &str) -> Due {
        let us = self.us(MONDAY);
        let calendar = self.service.calendar_of(&us, self.some_promise().await).await;
        Due::parse(text, &calendar.expect("a calendar")).expect("a due")
    }

    /// The calendar is that of any promise to the one customer.
    async fn some_promise(&self) -> PromiseId {
        self.service.find(&self.us(MONDAY), "1").await.expect("it was promised")
    }

    /// Waits for a third party from now on.
    async fn awaits(&self, id: PromiseId, name: &str, due: &str) -> TieId {
        let (to, due) = (TiedTo::ThirdParty(line(name)), self.due(due).await);
        let noted = self.service.note_tie(&self.us(MONDAY), id, to, line("cable"), due).await;
        noted.expect("it is noted")
    }

    /// The chance of the one date, as it is seen now.
    async fn chance(&self, id: PromiseId) -> u16 {
        let due = instant("2026-03-13T17:00:00Z");
        let seen = self.service.forecast_for(&self.us(MONDAY), id, due).await.expect("it is told");
        seen.expect("something can be said").chance.permille()
    }
}

/// Two promises: one with work for today, and one whose deliveries make a history of six, four of them on time.
async fn with_history(store: Store) -> (Scene, PromiseId) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let promised = scene.promised("P", "2026-03-13", Some(new("Couplings", 8))).await;
    let other = scene.promised("Q", "2026-05-01", None).await;
    for (name, arrived) in [
        ("Snabbkabel", "2026-03-03T12:00:00Z"),
        ("Snabbkabel", "2026-03-04T12:00:00Z"),
        ("Snabbkabel", "2026-03-04T13:00:00Z"),
        ("Snabbkabel", "2026-03-05T12:00:00Z"),
        ("Kabelfabriek", "2026-03-09T07:00:00Z"),
        ("KABELFABRIEK", "2026-03-09T07:30:00Z"),
    ] {
        let tie = scene.awaits(other, name, "2026-03-05").await;
        let at = Some(instant(arrived));
        let arrived = scene.service.tie_arrived(&scene.us(MONDAY), other, tie, at).await;
        arrived.expect("it has arrived");
    }
    (scene, promised)
}

async fn a_promise_waits_for_a_third_party_as_late_as_it_was(store: Store) {
    let (scene, promised) = with_history(store).await;
    assert_eq!(scene.chance(promised).await, 1000, "its work is done on the first day");

    // On its due it would be in time; whoever came days too late twice is expected to do so again.
    let tie = scene.awaits(promised, "Snabbkabel", "2026-03-12").await;
    let reliable = scene.chance(promised).await;
    scene.service.drop_tie(&scene.us(MONDAY), promised, tie).await.expect("it is taken away");
    assert_eq!(scene.chance(promised).await, 1000);
    let tie = scene.awaits(promised, "kabelfabriek", "2026-03-12").await;
    let late = scene.chance(promised).await;
    assert!(late < 600 && reliable > 700, "{late} and {reliable}");

    let view = scene.service.view(&scene.us(MONDAY), promised).await.expect("it is there");
    assert_eq!(view.ties.0.len(), 2);
    let parties = scene.service.third_parties(&scene.us(MONDAY)).await.expect("they are told");
    let party = |name: &str, delivered, late, open| ThirdParty {
        name: name.to_owned(),
        delivered,
        late,
        open,
    };
    // As it was written last.
    let expected = [party("kabelfabriek", 2, 2, 1), party("Snabbkabel", 4, 0, 0)];
    assert_eq!(parties, expected);
    scene.service.watch(scene.organisation, instant(MONDAY)).await.expect("it looks");
    let view = scene.service.view(&scene.us(MONDAY), promised).await.expect("it is there");
    let why = view.look.expect("it is forecast").why;
    let waits = why.iter().find_map(|driver| match driver {
        Driver::Delivery { third_party, late, of, .. } => Some((third_party.as_str(), *late, *of)),
        Driver::Queue { .. }
        | Driver::Work { .. }
        | Driver::Records { .. }
        | Driver::Waiting { .. }
        | Driver::Room { .. } => None,
    });
    assert_eq!(waits, Some(("kabelfabriek", 2, 2)), "{why:?}");

    // What has been waited for longest slips.
    let domino = scene.falls_with(promised, Some(2)).await;
    assert_eq!(domino.slip.map(|slip| slip.through), Some(Through::Waiting));
    assert_eq!(domino.third_party.as_deref(), Some("kabelfabriek"));

    scene.service.tie_arrived(&scene.us(MONDAY), promised, tie, None).await.expect("it came");
    assert_eq!(scene.chance(promised).await, 1000, "nothing is waited for any more");
}

async fn a_slip_tells_whether_the_customer_can_go_ahead(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let first = scene.promised("P", "2026-03-13", Some(new("Couplings", 8))).await;
    let second = scene.promised("Q", "2026-03-11", Some(new("Couplings", 8))).await;
    for (id, what, due) in
        [(first, "a trial run", "2026-03-10"), (second, "the new line starts", "2026-03-13")]
    {
        let due = scene.due(due).await;
        let us = scene.us(MONDAY);
        let noted = scene.service.note_tie(&us, id, TiedTo::Account, line(what), due).await;
        noted.expect("it is noted");
    }
    // P on Monday night, Q on Tuesday night; two days later all the same.
    let domino = scene.falls_with(first, Some(2)).await;
    let told = |touched: &service::domino::Touched| {
        let plan = &touched.plans[0];
        let (before, after) = plan.chances.expect("it is told");
        (plan.what.clone(), before.permille(), after.permille())
    };
    assert_eq!(told(&domino.promise), ("a trial run".to_owned(), 1000, 0));
    assert_eq!(told(&domino.falls[0].touched), ("the new line starts".to_owned(), 1000, 1000));
    let [hit] = domino.customers.as_slice() else { panic!("{:?}", domino.customers) };
    assert_eq!((hit.name.as_str(), hit.promises.as_slice()), ("Björkskatan", &[1, 2][..]));
    // Q is due on the eleventh, and two days later it comes on the twelfth.
    let all = hit.all.expect("both can be forecast");
    assert_eq!((all.of, all.before.permille(), all.after.permille()), (2, 1000, 0));
}

async fn a_tie_is_noted_once_and_ends_once(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let id = scene.promised("P", "2026-03-13", Some(new("Couplings", 8))).await;
    let (us, due) = (scene.us(MONDAY), scene.due("2026-03-12").await);
    let to = || TiedTo::ThirdParty(line("Kabelfabriek"));
    let service = &scene.service;
    let first = service.note_tie(&us, id, to(), line("cable"), due.clone()).await.expect("noted");
    let again = service.note_tie(&us, id, to(), line("cable"), due.clone()).await.expect("noted");
    assert_eq!(first, again, "the same under the same key");
    let other = service.note_tie(&us, id, to(), line("plugs"), due).await;
    assert!(other.is_err(), "the key was used for something else");

    let nowhere = TieId::new(Uuid::from_u128(9));
    let refused = |outcome: Result<(), ServiceError>| match outcome {
        Err(ServiceError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    let at = |text: &str| Some(instant(text));
    let outcome = service.tie_arrived(&scene.us(MONDAY), id, nowhere, None).await;
    assert_eq!(refused(outcome), Refusal::NoTie { given: nowhere });
    let ahead = at("2026-03-10T08:00:00Z");
    let outcome = service.tie_arrived(&scene.us(MONDAY), id, first, ahead).await;
    assert!(matches!(refused(outcome), Refusal::NotYet { field: "at", .. }));
    let key = scene.us(MONDAY);
    service.tie_arrived(&key, id, first, at("2026-03-09T07:00:00Z")).await.expect("it came");
    let again = service.tie_arrived(&key, id, first, at("2026-03-09T07:00:00Z")).await;
    again.expect("the same under the same key");
    let outcome = service.drop_tie(&scene.us(MONDAY), id, first).await;
    assert_eq!(refused(outcome), Refusal::TieEnded { given: first });
    let ties = service.ties(&scene.us(MONDAY), id).await.expect("they are told").0;
    let came: Timestamp = instant("2026-03-09T07:00:00Z");
    assert_eq!(ties.len(), 1);
    assert_eq!(ties[0].end, Some(TieEnd::Arrived { at: came }));
}

async fn what_is_over_is_tied_to_nothing(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let id = scene.promised("P", "2026-03-13", Some(new("Couplings", 8))).await;
    let due = scene.due("2026-03-12").await;
    let release = Ask::Release { words: String::new() };
    let them = scene.them(MONDAY);
    scene.service.act(&them, id, release, None).await.expect("they let us off");
    let us = scene.us(MONDAY);
    let to = TiedTo::ThirdParty(line("Kabelfabriek"));
    let outcome = scene.service.note_tie(&us, id, to, line("cable"), due).await;
    match outcome {
        Err(ServiceError::Refused(Refusal::NotInState { state, .. })) => {
            assert_eq!(state, StateName::Released);
        }
        other => panic!("{other:?}"),
    }
    let nobody = PromiseId::new(Uuid::from_u128(3));
    let outcome = scene.service.ties(&scene.us(MONDAY), nobody).await.expect("an empty log");
    assert!(outcome.0.is_empty());
}
