//! Members: names, roles, and that one leaves.

use ledger::access::token::Scope;
use promise::party::Role;
use service::ServiceError;
use service::access::AccessError;
use service::access::secret::Secret;
use sha2::Digest;
use testkit::Store;

use super::{Door, LOGIN, OTHER_PASSWORD, is_not_found, login_of, refused, visit};
use crate::scene::{MONDAY, Scene, instant};

testkit::on_both_stores!(
    a_role_counts_at_once,
    who_leaves_has_no_way_in,
    the_last_admin_who_can_sign_in_stays,
    two_admins_do_not_lower_each_other_at_once,
    before_anybody_can_sign_in_the_only_admin_stays_too,
    what_has_ended_is_swept_and_nothing_else,
);

async fn a_role_counts_at_once(store: Store) {
    let door = Door::new(store).await;
    let (jip, session) = door.joined("Jip", Role::Viewer).await;
    let us = door.us(MONDAY);
    door.service().set_member(&us, jip, "Jip Smit", Role::Manager).await.expect("set");
    assert_eq!(door.who(&session, MONDAY).await.expect("still in").role, Role::Manager);
    let organisation = door.service().organisation(door.organisation).await.expect("founded");
    assert_eq!(organisation.members[&jip].name, "Jip Smit");
    // The same under the same key is done once.
    door.service().set_member(&us, jip, "Jip Smit", Role::Manager).await.expect("done before");
    let other = door.service().set_member(&us, jip, "Jip", Role::Viewer).await;
    refused!(other, AccessError::Service(ServiceError::Ledger(_)));

    let as_jip = door.as_member(jip, MONDAY);
    refused!(
        door.service().set_member(&as_jip, jip, "Jip", Role::Admin).await,
        AccessError::NotAllowed
    );
    let named = door.service().set_member(&door.us(MONDAY), jip, " \n", Role::Viewer).await;
    refused!(named, AccessError::Service(ServiceError::Input { field: "name", .. }));
    let nobody = promise::MemberId::new(uuid::Uuid::from_u128(404));
    let unknown = door.service().set_member(&door.us(MONDAY), nobody, "X", Role::Viewer).await;
    assert!(is_not_found(unknown, "member"));
}

async fn who_leaves_has_no_way_in(store: Store) {
    let door = Door::new(store).await;
    let (jip, session) = door.joined("Jip", Role::Admin).await;
    let service = door.service();
    let token =
        service.make_token(&door.as_member(jip, MONDAY), "Rapport", Scope::Promise, 9).await;
    let token = token.expect("made");
    let link = service.invite(&door.us(MONDAY), jip).await.expect("made");
    let us = door.us(MONDAY);
    service.member_leaves(&us, jip).await.expect("left");

    assert!(door.who(&session, MONDAY).await.is_none());
    assert!(service.token(token.reveal(), instant(MONDAY)).await.expect("it answers").is_none());
    let back = service.accept_invitation(link.reveal(), "", OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(back, AccessError::LinkNotValid);
    let signed_in = service.sign_in(&login_of("Jip"), OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(signed_in, AccessError::WrongCredentials);
    let as_jip = door.as_member(jip, MONDAY);
    refused!(service.invite(&as_jip, door.admin).await, AccessError::NotAllowed);
    refused!(service.make_token(&as_jip, "x", Scope::Read, 1).await, AccessError::NotAllowed);
    let access = service.access_of(door.organisation, instant(MONDAY)).await.expect("it answers");
    assert!(!access.contains_key(&jip));
    let listed = service.tokens(door.organisation).await.expect("it answers");
    assert!(listed.is_empty());
    // Their name stays with what they did, and the login is free.
    let organisation = service.organisation(door.organisation).await.expect("founded");
    assert!(organisation.members[&jip].left_at.is_some());
    door.joined("Jip", Role::Viewer).await;

    service.member_leaves(&us, jip).await.expect("the same under the same key");
    let again = service.member_leaves(&door.us(MONDAY), jip).await;
    assert!(is_not_found(again, "member"));
    let set = service.set_member(&door.us(MONDAY), jip, "Jip", Role::Admin).await;
    assert!(is_not_found(set, "member"), "nobody comes back by a change of name");
}

async fn the_last_admin_who_can_sign_in_stays(store: Store) {
    let door = Door::new(store).await;
    let us = door.us(MONDAY);
    let service = door.service();
    let leave = async |member| service.member_leaves(&door.us(MONDAY), member).await;
    let lower =
        async |member| service.set_member(&door.us(MONDAY), member, "Marnix", Role::Manager).await;
    refused!(leave(door.admin).await, AccessError::LastAdmin);
    refused!(lower(door.admin).await, AccessError::LastAdmin);
    service.set_member(&us, door.admin, "Marnix B.", Role::Admin).await.expect("a name may change");

    // An admin who was never in does not count.
    let fenna = service.add_member(&door.us(MONDAY), "Fenna", Role::Admin).await.expect("added");
    refused!(leave(door.admin).await, AccessError::LastAdmin);
    refused!(lower(door.admin).await, AccessError::LastAdmin);
    leave(fenna).await.expect("they may leave");

    let (jip, _) = door.joined("Jip", Role::Admin).await;
    lower(door.admin).await.expect("another is left");
    let as_jip = door.as_member(jip, MONDAY);
    refused!(service.member_leaves(&as_jip, jip).await, AccessError::LastAdmin);
    refused!(service.member_leaves(&door.us(MONDAY), jip).await, AccessError::NotAllowed);
    service.member_leaves(&as_jip, door.admin).await.expect("no admin any more");
}

async fn two_admins_do_not_lower_each_other_at_once(store: Store) {
    for _ in 0..10 {
        let door = Door::new(store.beside().await).await;
        let (jip, _) = door.joined("Jip", Role::Admin).await;
        let (us, as_jip) = (door.us(MONDAY), door.as_member(jip, MONDAY));
        let (a, b) = tokio::join!(
            door.service().set_member(&us, jip, "Jip", Role::Viewer),
            door.service().member_leaves(&as_jip, door.admin)
        );
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    }
}

async fn before_anybody_can_sign_in_the_only_admin_stays_too(store: Store) {
    let scene = Scene::new(store).await;
    let us = scene.us(MONDAY);
    refused!(scene.service.member_leaves(&us, scene.admin).await, AccessError::LastAdmin);
}

async fn what_has_ended_is_swept_and_nothing_else(store: Store) {
    let door = Door::new(store).await;
    let service = door.service();
    let jip = service.add_member(&door.us(MONDAY), "Jip", Role::Viewer).await.expect("added");
    let waits = service.invite(&door.us(MONDAY), jip).await.expect("made");
    let used = door.link.clone();
    let kept = async |link: &Secret| {
        let bytes =
            data_encoding::BASE64URL_NOPAD.decode(link.reveal().as_bytes()).expect("a link");
        let digest = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(&bytes[16..]));
        service.ledger().invitation(door.organisation, &digest).await.expect("it answers").is_some()
    };
    let rows = async || {
        let session = door.who(&door.session, MONDAY).await.is_some();
        [session, kept(&used).await, kept(&waits).await]
    };
    assert_eq!(rows().await, [true, true, true]);
    let sweep = async |at| service.sweep_access(door.organisation, instant(at)).await;
    sweep("2026-03-09T19:59:59Z").await.expect("swept");
    assert_eq!(rows().await, [true, true, true]);
    sweep("2026-03-09T20:00:00Z").await.expect("swept");
    assert_eq!(rows().await, [false, true, true], "not used for twelve hours");
    sweep("2026-04-08T07:59:59Z").await.expect("swept");
    assert_eq!(rows().await, [false, true, true]);
    sweep("2026-04-08T08:00:00Z").await.expect("swept");
    assert_eq!(rows().await, [false, false, true], "used thirty days ago");
    sweep("2026-04-15T08:00:00Z").await.expect("swept");
    assert_eq!(rows().await, [false, false, false], "expired thirty days ago");
    let signed_in = service.sign_in(LOGIN, super::PASSWORD, &visit(MONDAY)).await;
    super::came_in(signed_in);
}
