//! Lists: in which order promises come, how many there are, and what filters leave.

use jiff::Timestamp;
use ledger::facts::{Seen, seen_statements};
use ledger::query::PromiseFilter;
use promise::health::ForecastStamp;
use promise::{Chance, Command, ForecastId, OrganisationId};
use testkit::Store;
use uuid::Uuid;

use crate::scene::{KORNOELJE, Scene, THEM, US, instant, key, offer, promise_id, write};

testkit::on_both_stores!(
    the_least_sure_come_first_whatever_happens,
    filters_leave_what_they_say_and_count_it,
    a_promise_is_told_with_its_row_and_its_accounts_version,
);

fn seen(permille: Option<u16>, at: Timestamp) -> Seen {
    let Some(permille) = permille else { return Seen::CannotForecast };
    Seen::Forecast(ForecastStamp {
        id: ForecastId::new(Uuid::from_u128(77)),
        made_at: at,
        chance: Chance::of_permille(permille).expect("a chance"),
        likely: at,
        quantiles: [at; 7],
        finished: 60,
        trials: 1000,
        seed: 1,
    })
}

/// Promises 1, 2 … that were accepted, each as its finish was last seen; not seen at all where nothing is said.
async fn promises(scene: &Scene, chances: &[Option<Option<u16>>]) {
    for (number, chance) in (1_u32..).zip(chances) {
        let id = promise_id(number.into());
        scene.ask(id, US, "2026-02-02T10:00:00Z", write(number)).await;
        scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
        scene.ask(id, THEM, "2026-02-03T09:12:00Z", Command::Accept).await;
        if let Some(chance) = chance {
            see(scene, number, *chance).await;
        }
    }
}

async fn see(scene: &Scene, number: u32, permille: Option<u16>) {
    let (id, at) = (promise_id(number.into()), instant("2026-02-04T10:00:00Z"));
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.facts(seen_statements(KORNOELJE, id, at, &seen(permille, at), false));
    let name = format!("see {number} {permille:?}");
    batch.commit(&key(&name), at).await.expect("it commits");
}

async fn listed(scene: &Scene, filter: PromiseFilter) -> (Vec<u32>, u32) {
    let (rows, count) = scene.ledger.promise_rows(KORNOELJE, &filter).await.expect("it reads");
    (rows.iter().map(|row| row.number).collect(), count)
}

fn all() -> PromiseFilter {
    PromiseFilter { limit: 100, ..PromiseFilter::default() }
}

async fn the_least_sure_come_first_whatever_happens(store: Store) {
    let scene = Scene::new(store).await;
    promises(&scene, &[Some(Some(900)), None, Some(Some(120)), Some(None), Some(Some(500))]).await;
    // Of which nothing can be said come last, in the order of their dues and numbers.
    assert_eq!(listed(&scene, all()).await, (vec![3, 5, 1, 2, 4], 5));
    // A look that changes the order changes the list.
    see(&scene, 1, Some(50)).await;
    see(&scene, 3, None).await;
    assert_eq!(listed(&scene, all()).await, (vec![1, 5, 2, 3, 4], 5));
    // What is late stands first, sure or not.
    let late = instant("2026-03-13T10:00:00Z").to_string();
    scene.ask(promise_id(2), promise::Actor::Rule(promise::Rule::Time), &late, Command::Pass).await;
    assert_eq!(listed(&scene, all()).await, (vec![2, 1, 5, 3, 4], 5));
    // An event of a promise does not forget how it was seen, nor does making the tables again.
    assert_eq!(scene.ledger.check(KORNOELJE).await.expect("it reads").faults, Vec::<String>::new());
    scene.ledger.rebuild(KORNOELJE).await.expect("it writes");
    assert_eq!(listed(&scene, all()).await, (vec![2, 1, 5, 3, 4], 5));
    // Pages go on where the one before ended.
    let page = |offset| PromiseFilter { limit: 2, offset, ..PromiseFilter::default() };
    assert_eq!(listed(&scene, page(0)).await, (vec![2, 1], 5));
    assert_eq!(listed(&scene, page(2)).await, (vec![5, 3], 5));
    assert_eq!(listed(&scene, page(4)).await, (vec![4], 5));
    // Nobody else has any.
    let elsewhere = OrganisationId::new(Uuid::from_u128(98));
    let theirs = scene.ledger.promise_rows(elsewhere, &all()).await.expect("it reads");
    assert_eq!(theirs, (Vec::new(), 0));
}

async fn filters_leave_what_they_say_and_count_it(store: Store) {
    let scene = Scene::new(store).await;
    promises(&scene, &[Some(Some(900)), None, Some(Some(120))]).await;
    scene.ask(promise_id(4), US, "2026-02-02T10:00:00Z", write(4)).await;
    let check = async |filter: PromiseFilter, wanted: &[u32]| {
        let (numbers, count) = listed(&scene, filter.clone()).await;
        assert_eq!((numbers.as_slice(), count as usize), (wanted, wanted.len()), "{filter:?}");
    };
    let state = |state: &str| PromiseFilter { state: state.to_owned(), ..all() };
    check(state("open"), &[3, 1, 2]).await;
    check(state("draft"), &[4]).await;
    check(state("settled"), &[]).await;
    let text = |text: &str| PromiseFilter { text: text.to_owned(), ..all() };
    // The subject, or the name of the account.
    check(text("METER data"), &[3, 1, 2, 4]).await;
    check(text("bryggeri"), &[3, 1, 2, 4]).await;
    check(text("site_"), &[]).await;
    let owner = |owner| PromiseFilter { owner, ..all() };
    check(owner(Some(crate::scene::FENNA)), &[3, 1, 2, 4]).await;
    check(owner(Some(promise::MemberId::new(Uuid::from_u128(99)))), &[]).await;
    let due = |day: &str| PromiseFilter { due_until: Some(instant(day)), ..all() };
    check(due("2026-03-13T00:00:00Z"), &[3, 1, 2, 4]).await;
    check(due("2026-03-11T00:00:00Z"), &[]).await;
}

async fn a_promise_is_told_with_its_row_and_its_accounts_version(store: Store) {
    let scene = Scene::new(store).await;
    promises(&scene, &[Some(Some(900))]).await;
    let id = promise_id(1);
    let found = scene.ledger.promise_with_row(KORNOELJE, id).await.expect("it reads");
    let (told, row, account) = found.expect("it is there");
    let apart = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    assert_eq!((told.state, told.events, told.head), (apart.state, apart.events, apart.head));
    let listed = scene.ledger.promise_row(KORNOELJE, id).await.expect("it reads");
    assert_eq!(Some(row), listed);
    assert_eq!(account, 2);
    for (whose, id) in
        [(KORNOELJE, promise_id(2)), (OrganisationId::new(Uuid::from_u128(98)), promise_id(1))]
    {
        assert!(scene.ledger.promise_with_row(whose, id).await.expect("it reads").is_none());
    }
}
