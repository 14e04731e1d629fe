//! Login and password.

use service::access::deed::Act;
use service::access::password::PasswordCost;
use service::access::proof::Proof;
use service::access::{AccessError, Via, Visit};
use testkit::Store;

use super::{Door, LOGIN, OTHER_PASSWORD, PASSWORD, came_in, refused, visit};
use crate::scene::{MONDAY, instant};

testkit::on_both_stores!(
    a_right_password_lets_in_with_a_fresh_secret_each_time,
    an_unknown_login_and_a_wrong_password_are_the_same_and_cost_the_same,
    a_password_is_not_right_by_its_beginning,
    a_hash_of_another_cost_is_made_anew,
    a_changed_password_ends_the_other_sessions,
    no_session_of_an_old_password_outlives_its_change,
    many_come_in_at_once,
    what_a_browser_says_is_kept_short_and_plain,
);

async fn a_right_password_lets_in_with_a_fresh_secret_each_time(store: Store) {
    let door = Door::new(store).await;
    let (first, _) = came_in(door.sign_in(MONDAY).await);
    let login = format!("  {} ", LOGIN.to_uppercase());
    let (second, _) = came_in(door.service().sign_in(&login, PASSWORD, &visit(MONDAY)).await);
    assert_ne!(first.reveal(), second.reveal());
    for session in [&door.session, &first, &second] {
        let who = door.who(session, MONDAY).await.expect("alive");
        assert_eq!((who.organisation, who.member), (door.organisation, door.admin));
        assert_eq!(who.role, promise::party::Role::Admin);
        let Via::Session { id } = who.via else { panic!("{:?}", who.via) };
        assert_eq!(id.len(), 16);
        assert!(!session.reveal().contains(&id));
    }
}

async fn an_unknown_login_and_a_wrong_password_are_the_same_and_cost_the_same(store: Store) {
    let door = Door::new(store).await;
    let try_in = async |login: &str, password: &str| {
        let before = door.service().passwords_hashed();
        refused!(
            door.service().sign_in(login, password, &visit(MONDAY)).await,
            AccessError::WrongCredentials
        );
        door.service().passwords_hashed() - before
    };
    assert_eq!(try_in(LOGIN, OTHER_PASSWORD).await, 1, "a wrong password");
    assert_eq!(try_in("nobody@kornoelje.example", PASSWORD).await, 1, "an unknown login");
    assert_eq!(try_in("no address", PASSWORD).await, 1, "no login at all");
    assert_eq!(try_in("", "").await, 1);
    let long = format!("{PASSWORD}{}", "x".repeat(100_000));
    assert_eq!(try_in(LOGIN, &long).await, 1, "longer than any password");
    assert_eq!(door.service().access_counts()[&Act::SignInRefused], 2, "of somebody's login");
}

async fn a_password_is_not_right_by_its_beginning(store: Store) {
    let door = Door::new(store).await;
    let longest = "å".repeat(60) + &"zebra klok".repeat(7)[..68];
    assert_eq!(longest.chars().count(), 128);
    let us = door.us(MONDAY);
    door.service()
        .change_password(&us, Proof::password(PASSWORD), &longest, None)
        .await
        .expect("it fits");
    let longer = format!("{longest}x");
    refused!(
        door.service().sign_in(LOGIN, &longer, &visit(MONDAY)).await,
        AccessError::WrongCredentials
    );
    came_in(door.service().sign_in(LOGIN, &longest, &visit(MONDAY)).await);
}

async fn a_hash_of_another_cost_is_made_anew(store: Store) {
    let door = Door::new(store).await;
    let Door { scene, .. } = door;
    let stored = async |scene: &crate::scene::Scene| {
        let whose = ledger::access::Whose { organisation: scene.organisation, member: scene.admin };
        let credential = scene.service.ledger().credential(whose).await.expect("it answers");
        credential.expect("joined").password.expect("has one")
    };
    assert!(stored(&scene).await.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
    let scene = scene.with_password_cost(PasswordCost::STANDARD);
    refused!(
        scene.service.sign_in(LOGIN, OTHER_PASSWORD, &visit(MONDAY)).await,
        AccessError::WrongCredentials
    );
    assert!(stored(&scene).await.starts_with("$argon2id$v=19$m=8,"), "not of a wrong password");
    came_in(scene.service.sign_in(LOGIN, PASSWORD, &visit(MONDAY)).await);
    assert!(stored(&scene).await.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    let before = scene.service.passwords_hashed();
    came_in(scene.service.sign_in(LOGIN, PASSWORD, &visit(MONDAY)).await);
    assert_eq!(scene.service.passwords_hashed() - before, 1, "once is enough");
}

async fn a_changed_password_ends_the_other_sessions(store: Store) {
    let door = Door::new(store).await;
    let (kept, _) = came_in(door.sign_in(MONDAY).await);
    let Via::Session { id } = door.who(&kept, MONDAY).await.expect("alive").via else {
        panic!("a session")
    };
    let us = door.us(MONDAY);
    refused!(
        door.service()
            .change_password(
                &us,
                Proof::password(OTHER_PASSWORD),
                "een heel nieuw woord",
                Some(&id)
            )
            .await,
        AccessError::WrongCredentials
    );
    refused!(
        door.service().change_password(&us, Proof::password(PASSWORD), "kort", Some(&id)).await,
        AccessError::PasswordTooShort { least: 12 }
    );
    refused!(
        door.service()
            .change_password(&us, Proof::password(PASSWORD), "Wachtwoord2026!", Some(&id))
            .await,
        AccessError::PasswordCommon
    );
    refused!(
        door.service()
            .change_password(&us, Proof::password(PASSWORD), "Marnix.Kornoelje.1", Some(&id))
            .await,
        AccessError::PasswordPersonal
    );
    refused!(
        door.service()
            .change_password(&us, Proof::password(PASSWORD), &"x1y".repeat(50), Some(&id))
            .await,
        AccessError::PasswordTooLong { most: 128 }
    );
    assert!(door.who(&door.session, MONDAY).await.is_some(), "nothing has changed yet");

    let new = "een heel nieuw woord";
    door.service()
        .change_password(&us, Proof::password(PASSWORD), new, Some(&id))
        .await
        .expect("changed");
    assert!(door.who(&kept, MONDAY).await.is_some());
    assert!(door.who(&door.session, MONDAY).await.is_none());
    refused!(door.sign_in(MONDAY).await, AccessError::WrongCredentials);
    came_in(door.service().sign_in(LOGIN, new, &visit(MONDAY)).await);
}

async fn no_session_of_an_old_password_outlives_its_change(store: Store) {
    for _ in 0..10 {
        let door = Door::new(store.beside().await).await;
        let us = door.us(MONDAY);
        let new = "een heel nieuw woord";
        let change = door.service().change_password(&us, Proof::password(PASSWORD), new, None);
        let (changed, signed_in) = tokio::join!(change, door.sign_in(MONDAY));
        changed.expect("changed");
        if let Ok(service::access::sign_in::SignIn::In { session, .. }) = signed_in {
            assert!(door.who(&session, MONDAY).await.is_none());
        }
    }
}

async fn many_come_in_at_once(store: Store) {
    let door = Door::new(store).await;
    let visit = visit(MONDAY);
    let known = Visit { device: Some(door.device.reveal()), ..visit };
    for _ in 0..5 {
        let (a, b, c) = tokio::join!(
            door.service().sign_in(LOGIN, PASSWORD, &known),
            door.service().sign_in(LOGIN, PASSWORD, &visit),
            door.service().sign_in(LOGIN, PASSWORD, &visit),
        );
        for signed_in in [a, b, c] {
            assert!(door.who(&came_in(signed_in).0, MONDAY).await.is_some());
        }
    }
}

async fn what_a_browser_says_is_kept_short_and_plain(store: Store) {
    let door = Door::new(store).await;
    let agent = format!("Fire\r\nfox\u{7}{}", "x".repeat(10_000));
    let visit = Visit { agent: &agent, ..visit(MONDAY) };
    came_in(door.service().sign_in(LOGIN, PASSWORD, &visit).await);
    let sessions = door.service().sessions(door.organisation, door.admin, instant(MONDAY)).await;
    let sessions = sessions.expect("it answers");
    let kept = sessions.iter().find(|one| one.agent.starts_with("Firefox")).expect("it is there");
    assert!(sessions.iter().all(|one| one.agent.chars().count() <= 200));
    assert!(!kept.agent.contains(char::is_control));
}
