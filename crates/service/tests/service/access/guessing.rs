//! Guessing is slowed, and only for whoever guesses.

use jiff::{SignedDuration, Timestamp};
use promise::party::Role;
use service::access::proof::Proof;
use service::access::{AccessError, Visit};
use testkit::Store;

use super::{Door, FAR_AWAY, LOGIN, OFFICE, OTHER_PASSWORD, PASSWORD, came_in, login_of, refused};
use crate::scene::{MONDAY, instant};

fn second(second: i64) -> Timestamp {
    instant(MONDAY) + SignedDuration::from_secs(second)
}

fn from(address: &str, at: Timestamp) -> Visit<'_> {
    Visit { at, address, agent: "", device: None }
}

impl Door {
    /// Has somebody guess once a second; returns how many guesses were looked at.
    async fn guess(&self, login: &str, address: &str, seconds: std::ops::Range<i64>) -> u64 {
        let before = self.service().passwords_hashed();
        for now in seconds {
            let visit = from(address, second(now));
            match self.service().sign_in(login, "wat zou het zijn", &visit).await {
                Err(AccessError::WrongCredentials | AccessError::TooManyTries { .. }) => {}
                other => panic!("{:?}", other.map(drop)),
            }
        }
        self.service().passwords_hashed() - before
    }
}

testkit::on_both_stores!(
    a_thousand_guesses_from_one_network_are_few,
    a_stranger_locks_out_neither_the_owner_nor_their_device,
    a_device_is_known_for_its_own_login_only,
    a_stolen_device_cookie_brings_five_guesses,
    one_password_on_many_logins_is_slowed,
    guesses_at_the_same_time_are_as_many,
    whoever_finds_an_open_browser_guesses_no_password_in_it,
);

async fn a_thousand_guesses_from_one_network_are_few(store: Store) {
    let door = Door::new(store).await;
    // Five at once, then after 2, 4, 8 … 256 and 512 seconds: the last wait is not over.
    assert_eq!(door.guess(LOGIN, FAR_AWAY, 0..1000).await, 5 + 8);
    refused!(
        door.service().sign_in(LOGIN, PASSWORD, &from("198.51.100.99", second(1000))).await,
        AccessError::TooManyTries { .. }
    );
    // A guess that is refused is not told whether it was right, and does not make the wait longer.
    let later = door.service().sign_in(LOGIN, PASSWORD, &from(FAR_AWAY, second(1030))).await;
    came_in(later);
}

async fn a_stranger_locks_out_neither_the_owner_nor_their_device(store: Store) {
    let door = Door::new(store).await;
    door.guess(LOGIN, FAR_AWAY, 0..1000).await;
    came_in(door.service().sign_in(LOGIN, PASSWORD, &from(OFFICE, second(1000))).await);
    // Even from the stranger's own network the device is known.
    let stranger = from(FAR_AWAY, second(1000));
    let device = Visit { device: Some(door.device.reveal()), ..stranger };
    came_in(door.service().sign_in(LOGIN, PASSWORD, &device).await);
    refused!(
        door.service().sign_in(LOGIN, PASSWORD, &stranger).await,
        AccessError::TooManyTries { .. }
    );
}

async fn a_device_is_known_for_its_own_login_only(store: Store) {
    let door = Door::new(store).await;
    door.joined("Jip", Role::Promisor).await;
    door.guess(LOGIN, FAR_AWAY, 0..100).await;
    let visit = from(FAR_AWAY, second(100));
    let (login, office) = (login_of("Jip"), from(OFFICE, second(100)));
    let (_, of_jip) = came_in(door.service().sign_in(&login, OTHER_PASSWORD, &office).await);
    for device in [of_jip.reveal(), "", "x", &door.device.reveal()[1..]] {
        let visit = Visit { device: Some(device), ..visit };
        refused!(
            door.service().sign_in(LOGIN, PASSWORD, &visit).await,
            AccessError::TooManyTries { .. }
        );
    }
    let old = Visit { at: visit.at + SignedDuration::from_hours(400 * 24), ..visit };
    door.guess(LOGIN, FAR_AWAY, 400 * 24 * 3600 + 80..400 * 24 * 3600 + 100).await;
    let old = Visit { device: Some(door.device.reveal()), ..old };
    let late = door.service().sign_in(LOGIN, PASSWORD, &old).await;
    refused!(late, AccessError::TooManyTries { .. });
}

async fn a_stolen_device_cookie_brings_five_guesses(store: Store) {
    let door = Door::new(store).await;
    door.guess(LOGIN, FAR_AWAY, 0..20).await;
    let device = Visit { device: Some(door.device.reveal()), ..from(FAR_AWAY, second(20)) };
    for _ in 0..5 {
        refused!(
            door.service().sign_in(LOGIN, OTHER_PASSWORD, &device).await,
            AccessError::WrongCredentials
        );
    }
    refused!(
        door.service().sign_in(LOGIN, OTHER_PASSWORD, &device).await,
        AccessError::TooManyTries { .. }
    );
    // Its owner comes in from their own network all the same.
    let owner = Visit { address: OFFICE, ..device };
    came_in(door.service().sign_in(LOGIN, PASSWORD, &owner).await);
}

async fn one_password_on_many_logins_is_slowed(store: Store) {
    let door = Door::new(store).await;
    let before = door.service().passwords_hashed();
    for number in 0..200 {
        let login = format!("{number}@kornoelje.example");
        let visit = from(FAR_AWAY, second(0));
        let done = door.service().sign_in(&login, "lente in de polder", &visit).await;
        assert!(done.is_err());
    }
    assert_eq!(door.service().passwords_hashed() - before, 60);
    came_in(door.service().sign_in(LOGIN, PASSWORD, &from(OFFICE, second(0))).await);
}

async fn guesses_at_the_same_time_are_as_many(store: Store) {
    let door = std::sync::Arc::new(Door::new(store).await);
    let before = door.service().passwords_hashed();
    let mut guesses = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let door = std::sync::Arc::clone(&door);
        guesses.spawn(async move {
            door.service().sign_in(LOGIN, OTHER_PASSWORD, &from(FAR_AWAY, second(0))).await.is_err()
        });
    }
    assert!(guesses.join_all().await.into_iter().all(|wrong| wrong));
    assert_eq!(door.service().passwords_hashed() - before, 5);
}

async fn whoever_finds_an_open_browser_guesses_no_password_in_it(store: Store) {
    let door = Door::new(store).await;
    let us = door.us(MONDAY);
    for _ in 0..5 {
        refused!(
            door.service().remove_second_factor(&us, Proof::password(OTHER_PASSWORD)).await,
            AccessError::WrongCredentials
        );
    }
    refused!(
        door.service()
            .change_password(&us, Proof::password(PASSWORD), "een heel nieuw woord", None)
            .await,
        AccessError::TooManyTries { .. }
    );
    came_in(door.sign_in(MONDAY).await);
}
