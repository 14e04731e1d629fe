//! Leases: one holder at a time, whatever the number of servers.

use std::sync::Arc;

use ledger::Ledger;
use promise::OrganisationId;
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, instant};

testkit::on_both_stores!(a_lease_has_one_holder_until_it_ends, of_many_who_ask_at_once_one_gets_it,);

/// Takes it at a minute past nine, for five minutes.
async fn take(ledger: &Ledger, whose: OrganisationId, holder: &str, minute: i64) -> bool {
    let at = instant("2026-02-02T09:00:00Z") + jiff::SignedDuration::from_mins(minute);
    let until = at + jiff::SignedDuration::from_mins(5);
    ledger.take_lease(whose, "watch", holder, (at, until)).await.expect("it answers")
}

async fn a_lease_has_one_holder_until_it_ends(store: Store) {
    let scene = Scene::new(store).await;
    let (ledger, other) = (&scene.ledger, scene.again().await);
    assert!(take(ledger, KORNOELJE, "one", 0).await);
    assert!(!take(&other, KORNOELJE, "two", 1).await, "it is held");
    assert!(take(ledger, KORNOELJE, "one", 4).await, "its holder may keep it");
    assert!(!take(&other, KORNOELJE, "two", 8).await, "until nine past, then");
    let elsewhere = OrganisationId::new(uuid::Uuid::from_u128(98));
    assert!(take(&other, elsewhere, "two", 8).await, "another company has its own");
    assert!(take(&other, KORNOELJE, "two", 9).await, "it has ended");
    assert!(!take(ledger, KORNOELJE, "one", 9).await);

    ledger.give_back_lease(KORNOELJE, "watch", "one").await.expect("it answers");
    assert!(!take(ledger, KORNOELJE, "one", 10).await, "nobody gives back what is another's");
    other.give_back_lease(KORNOELJE, "watch", "two").await.expect("it answers");
    assert!(take(ledger, KORNOELJE, "one", 10).await);
}

async fn of_many_who_ask_at_once_one_gets_it(store: Store) {
    let scene = Arc::new(Scene::new(store).await);
    let other = Arc::new(scene.again().await);
    for round in 0..5 {
        let asking = (0..16).map(|number| {
            let (scene, other) = (Arc::clone(&scene), Arc::clone(&other));
            tokio::spawn(async move {
                let ledger = if number % 2 == 0 { &scene.ledger } else { &*other };
                take(ledger, KORNOELJE, &format!("server {number}"), round * 10).await
            })
        });
        let mut holders = 0;
        for asked in asking.collect::<Vec<_>>() {
            holders += usize::from(asked.await.expect("it ends"));
        }
        assert_eq!(holders, 1, "round {round}");
    }
}
