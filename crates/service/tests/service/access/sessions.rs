//! Sessions: how long they live, and who may end them.

use ledger::access::token::Scope;
use promise::party::Role;
use service::Caller;
use service::access::secret::Secret;
use service::access::{AccessError, Via};
use testkit::Store;

use super::{Door, came_in, is_not_found, refused};
use crate::scene::{MONDAY, instant};

/// Hours after Monday morning.
fn hours(hours: i64) -> String {
    (instant(MONDAY) + jiff::SignedDuration::from_hours(hours)).to_string()
}

async fn id_of(door: &Door, session: &Secret) -> String {
    let who = door.who(session, MONDAY).await.expect("alive");
    let Via::Session { id } = who.via else { panic!("{who:?}") };
    id
}

testkit::on_both_stores!(
    a_session_that_is_not_used_ends_after_twelve_hours,
    a_session_ends_after_fourteen_days_however_much_it_is_used,
    that_a_session_is_used_is_noted_every_five_minutes,
    signing_out_ends_one_session,
    one_session_is_ended_by_its_owner_or_an_admin,
    all_sessions_are_ended_but_for_one,
    what_is_no_session_lets_nobody_in,
    a_database_that_takes_nothing_sends_nobody_away,
);

async fn a_session_that_is_not_used_ends_after_twelve_hours(store: Store) {
    let door = Door::new(store).await;
    assert!(door.who(&door.session, "2026-03-09T19:59:59Z").await.is_some());
    // That was noted: the twelve hours begin anew.
    assert!(door.who(&door.session, "2026-03-10T07:59:58Z").await.is_some());
    assert!(door.who(&door.session, "2026-03-10T19:59:58Z").await.is_none());
    let listed = door.service().sessions(door.organisation, door.admin, instant(&hours(36))).await;
    assert!(listed.expect("it answers").is_empty());
}

async fn a_session_ends_after_fourteen_days_however_much_it_is_used(store: Store) {
    let door = Door::new(store).await;
    for hour in (6..14 * 24).step_by(6) {
        assert!(door.who(&door.session, &hours(hour)).await.is_some(), "{hour}");
    }
    assert!(door.who(&door.session, &hours(14 * 24)).await.is_none());
}

async fn that_a_session_is_used_is_noted_every_five_minutes(store: Store) {
    let door = Door::new(store).await;
    let seen = async || {
        let listed = door.service().sessions(door.organisation, door.admin, instant(MONDAY)).await;
        listed.expect("it answers")[0].seen_at.to_string()
    };
    let written = || door.service().ledger().written().done;
    let before = written();
    for second in ["00:01", "02:00", "04:59"] {
        door.who(&door.session, &format!("2026-03-09T08:{second}Z")).await.expect("alive");
    }
    assert_eq!((seen().await, written() - before), ("2026-03-09T08:00:00Z".to_owned(), 0));
    door.who(&door.session, "2026-03-09T08:05:00Z").await.expect("alive");
    assert_eq!((seen().await, written() - before), ("2026-03-09T08:05:00Z".to_owned(), 1));
}

async fn signing_out_ends_one_session(store: Store) {
    let door = Door::new(store).await;
    let (other, _) = came_in(door.sign_in(MONDAY).await);
    let service = door.service();
    service.sign_out(door.session.reveal(), instant(MONDAY)).await.expect("signed out");
    assert!(door.who(&door.session, MONDAY).await.is_none());
    assert!(door.who(&other, MONDAY).await.is_some());
    for nothing in [door.session.reveal(), "", "x"] {
        service.sign_out(nothing, instant(MONDAY)).await.expect("nothing to end");
    }
}

async fn one_session_is_ended_by_its_owner_or_an_admin(store: Store) {
    let door = Door::new(store).await;
    let (jip, of_jip) = door.joined("Jip", Role::Manager).await;
    let (fenna, of_fenna) = door.joined("Fenna", Role::Promisor).await;
    let (id_jip, id_fenna) = (id_of(&door, &of_jip).await, id_of(&door, &of_fenna).await);
    let (as_jip, us) = (door.as_member(jip, MONDAY), door.us(MONDAY));
    let end = async |caller: &Caller, member, id: &str| {
        door.service().end_session(caller, member, id).await
    };

    refused!(end(&as_jip, fenna, &id_fenna).await, AccessError::NotAllowed);
    assert!(is_not_found(end(&as_jip, jip, &id_fenna).await, "session"), "another's id");
    for id in ["", "%", "________________", "0", &id_jip[..15], &id_jip.to_uppercase()] {
        assert!(is_not_found(end(&as_jip, jip, id).await, "session"), "{id:?}");
    }
    refused!(end(&door.in_another_house(MONDAY), jip, &id_jip).await, AccessError::Service(_));
    refused!(end(&door.them(MONDAY), jip, &id_jip).await, AccessError::NotAllowed);
    assert!(door.who(&of_jip, MONDAY).await.is_some());
    assert!(door.who(&of_fenna, MONDAY).await.is_some());

    end(&as_jip, jip, &id_jip).await.expect("one's own");
    assert!(door.who(&of_jip, MONDAY).await.is_none());
    assert!(is_not_found(end(&as_jip, jip, &id_jip).await, "session"), "ended already");
    end(&us, fenna, &id_fenna).await.expect("an admin ends anybody's");
    assert!(door.who(&of_fenna, MONDAY).await.is_none());
}

async fn all_sessions_are_ended_but_for_one(store: Store) {
    let door = Door::new(store).await;
    let (jip, of_jip) = door.joined("Jip", Role::Manager).await;
    let (kept, _) = came_in(door.sign_in(MONDAY).await);
    let keep = id_of(&door, &kept).await;
    let end = async |caller: &Caller, member, but: Option<&str>| {
        door.service().end_all_sessions(caller, member, but).await
    };
    refused!(end(&door.as_member(jip, MONDAY), door.admin, None).await, AccessError::NotAllowed);
    end(&door.us(MONDAY), door.admin, Some(&keep)).await.expect("ended");
    assert!(door.who(&door.session, MONDAY).await.is_none());
    assert!(door.who(&kept, MONDAY).await.is_some());
    assert!(door.who(&of_jip, MONDAY).await.is_some(), "of nobody else");
    end(&door.us(MONDAY), door.admin, None).await.expect("ended");
    assert!(door.who(&kept, MONDAY).await.is_none());
    end(&door.us(MONDAY), jip, None).await.expect("an admin ends anybody's");
    assert!(door.who(&of_jip, MONDAY).await.is_none());
}

async fn what_is_no_session_lets_nobody_in(store: Store) {
    let door = Door::new(store).await;
    let whole = door.session.reveal();
    let mut of_another_house =
        data_encoding::BASE64URL_NOPAD.decode(whole.as_bytes()).expect("a secret");
    of_another_house[15] ^= 3;
    let of_another_house = data_encoding::BASE64URL_NOPAD.encode(&of_another_house);
    let altered = format!("{}{}", &whole[..63], if whole.ends_with('A') { "B" } else { "A" });
    for secret in ["", "x", &whole[..62], &of_another_house, &altered, &format!("hs_{whole}")] {
        let found = door.service().session(secret, instant(MONDAY)).await.expect("it answers");
        assert_eq!(found, None, "{secret:?}");
    }
}

async fn a_database_that_takes_nothing_sends_nobody_away(store: Store) {
    let door = Door::new(store).await;
    let us = door.us(MONDAY);
    let token = door.service().make_token(&us, "Rapport", Scope::Read, 9).await.expect("made");
    for table in ["session", "api_token"] {
        door.store.block_updates(table).await;
    }
    assert!(door.who(&door.session, "2026-03-09T19:00:00Z").await.is_some());
    let program = door.service().token(token.reveal(), instant(MONDAY)).await.expect("it answers");
    assert!(program.is_some());
    // As nothing was noted, the twelve hours count from the morning.
    assert!(door.who(&door.session, "2026-03-09T20:00:00Z").await.is_none());
}
