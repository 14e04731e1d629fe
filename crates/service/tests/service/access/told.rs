//! What is told of coming in, and what is never stored.

use ledger::audit::AuditFilter;
use promise::party::Role;
use service::access::AccessError;
use service::access::deed::Act;
use service::access::proof::Proof;
use testkit::Store;

use super::{
    Door, FAR_AWAY, LOGIN, OTHER_PASSWORD, PASSWORD, came_in, login_of, pending, refused, visit,
};
use crate::scene::{MONDAY, instant};

/// The notes of the audit log on access, oldest first: who, what, about whom, how it ended.
async fn notes(door: &Door) -> Vec<(String, String, String, String)> {
    let filter = AuditFilter { limit: 100, ..AuditFilter::default() };
    let rows = door.service().ledger().audit_oldest(door.organisation, &filter, None).await;
    let mut rows = rows.expect("it answers");
    rows.retain(|row| row.action.starts_with("access."));
    // Those of the same millisecond have no order.
    let mut notes: Vec<_> =
        rows.into_iter().map(|row| (row.action, row.actor, row.subject, row.outcome)).collect();
    notes.sort();
    notes
}

testkit::on_both_stores!(
    coming_in_is_noted_and_so_is_who_did_not,
    every_change_of_access_is_noted_and_no_refused_one,
    no_secret_lies_in_the_database,
);

async fn coming_in_is_noted_and_so_is_who_did_not(store: Store) {
    let door = Door::new(store).await;
    let us = format!("member:{}", door.admin);
    let note = |action: &str, actor: &str, subject: &str, outcome: &str| {
        let action = format!("access.{action}");
        (action, actor.to_owned(), subject.to_owned(), outcome.to_owned())
    };
    let mut wanted = vec![
        note("invitation_accepted", &us, &us, "done"),
        note("set_up_link_made", "program", "", "done"),
    ];
    assert_eq!(notes(&door).await, wanted);

    let wrong = door.service().sign_in(LOGIN, OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(wrong, AccessError::WrongCredentials);
    assert_eq!(notes(&door).await, wanted, "no write that an unknown login would not cause");
    came_in(door.sign_in(MONDAY).await);
    wanted.insert(1, note("signed_in", &us, &us, "done"));
    wanted.insert(1, note("sign_in_refused", "nobody", &us, "refused"));
    wanted.sort();
    assert_eq!(notes(&door).await, wanted);

    let wrong = door.service().sign_in(LOGIN, OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(wrong, AccessError::WrongCredentials);
    door.service().sweep_access(door.organisation, instant(MONDAY)).await.expect("swept");
    wanted.push(note("sign_in_refused", "nobody", &us, "refused"));
    wanted.sort();
    assert_eq!(notes(&door).await, wanted);
    let counts = door.service().access_counts();
    assert_eq!((counts[&Act::SignedIn], counts[&Act::SignInRefused]), (1, 2));
    assert!(notes(&door).await.iter().all(|(action, ..)| !action.contains('@')));
}

async fn every_change_of_access_is_noted_and_no_refused_one(store: Store) {
    let door = Door::new(store).await;
    let (service, us) = (door.service(), || door.us(MONDAY));
    let (jip, _) = door.joined("Jip", Role::Manager).await;
    let as_jip = || door.as_member(jip, MONDAY);
    let before = notes(&door).await.len();
    let scope = ledger::access::token::Scope::Read;
    refused!(service.invite(&as_jip(), door.admin).await, AccessError::NotAllowed);
    refused!(service.make_token(&as_jip(), "x", scope, 0).await, AccessError::TokenDays { .. });
    refused!(service.member_leaves(&us(), door.admin).await, AccessError::LastAdmin);
    let no_session = service.end_session(&us(), jip, "0000000000000000").await;
    assert!(super::is_not_found(no_session, "session"));
    assert_eq!(notes(&door).await.len(), before);

    service.make_token(&as_jip(), "x", scope, 1).await.expect("made");
    let id = service.tokens(door.organisation).await.expect("it answers")[0].id.clone();
    service.revoke_token(&us(), &id).await.expect("revoked");
    service.end_all_sessions(&us(), jip, None).await.expect("ended");
    service.set_member(&us(), jip, "Jip", Role::Viewer).await.expect("set");
    service.member_leaves(&us(), jip).await.expect("left");
    let (by_us, by_jip) = (format!("member:{}", door.admin), format!("member:{jip}"));
    let done = notes(&door).await;
    for (action, by) in [
        ("token_made", &by_jip),
        ("token_revoked", &by_us),
        ("sessions_ended", &by_us),
        ("member_set", &by_us),
        ("member_left", &by_us),
    ] {
        let action = format!("access.{action}");
        let wanted = (action, by.clone(), by_jip.clone(), "done".to_owned());
        assert!(done.contains(&wanted), "{wanted:?} in {done:?}");
    }
    assert_eq!(done.len(), before + 5);
}

async fn no_secret_lies_in_the_database(store: Store) {
    let door = Door::new(store).await;
    let (jip, session) = door.joined("Jip", Role::Manager).await;
    let (service, as_jip) = (door.service(), door.as_member(jip, MONDAY));
    let enrolment = service
        .begin_second_factor(&as_jip, Proof::password(OTHER_PASSWORD))
        .await
        .expect("offered");
    let code = super::second_factor::code(&enrolment.secret_base32, instant(MONDAY));
    let sealed = enrolment.sealed.reveal();
    let codes = service.confirm_second_factor(&as_jip, sealed, &code).await.expect("set up");
    let scope = ledger::access::token::Scope::Read;
    let token = service.make_token(&as_jip, "Rapport", scope, 9).await.expect("made");
    let link = service.invite(&door.us(MONDAY), jip).await.expect("made");
    let half = pending(service.sign_in(&login_of("Jip"), OTHER_PASSWORD, &visit(MONDAY)).await);
    let far = service::access::Visit { address: FAR_AWAY, ..visit(MONDAY) };
    let (_, device) = came_in(service.sign_in(LOGIN, PASSWORD, &far).await);

    let everything = door.store.everything().await.join("\n");
    assert!(everything.contains(&login_of("Jip")), "it is looked at");
    let secrets = [&session, &token, &link, &half, &device, &enrolment.secret_base32];
    for secret in secrets.into_iter().chain(&codes) {
        // Neither whole nor the part that is secret.
        let text = secret.reveal();
        assert!(!everything.contains(text) && !everything.contains(&text[text.len() - 12..]));
        assert!(!everything.contains(&text.replace('-', "")));
    }
    assert!(!everything.contains(PASSWORD) && !everything.contains(OTHER_PASSWORD));
}
