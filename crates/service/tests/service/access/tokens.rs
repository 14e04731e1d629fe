//! Tokens of programs.

use ledger::access::token::Scope;
use promise::MemberId;
use promise::party::Role;
use service::access::secret::Secret;
use service::access::{AccessError, Via};
use service::{Caller, ServiceError};
use testkit::Store;

use super::{Door, is_not_found, refused};
use crate::scene::{MONDAY, instant};

impl Door {
    async fn make(&self, member: MemberId, scope: Scope, days: u32) -> Result<Secret, AccessError> {
        self.service().make_token(&self.as_member(member, MONDAY), "Rapport", scope, days).await
    }

    /// What a token may do, while it lives.
    async fn scope(&self, token: &Secret, at: &str) -> Option<Scope> {
        let found = self.service().token(token.reveal(), instant(at)).await.expect("it answers");
        found.map(|admitted| {
            let Via::Token { scope, .. } = admitted.via else { panic!("{admitted:?}") };
            scope
        })
    }

    async fn id(&self, token: &Secret) -> String {
        let found =
            self.service().token(token.reveal(), instant(MONDAY)).await.expect("it answers");
        let admitted = found.expect("alive");
        let Via::Token { id, .. } = admitted.via else { panic!("{admitted:?}") };
        id
    }
}

testkit::on_both_stores!(
    a_token_is_its_member_with_a_scope_until_its_end,
    a_token_is_never_more_than_its_member,
    a_token_lives_for_a_day_to_a_year_and_has_a_name,
    a_token_is_revoked_by_its_member_or_an_admin,
    what_is_no_token_lets_nobody_in,
    that_a_token_is_used_is_noted_every_five_minutes,
);

async fn a_token_is_its_member_with_a_scope_until_its_end(store: Store) {
    let door = Door::new(store).await;
    for scope in Scope::ALL {
        let token = door.make(door.admin, scope, 30).await.expect("made");
        assert!(token.reveal().starts_with("hs_"));
        let found =
            door.service().token(token.reveal(), instant(MONDAY)).await.expect("it answers");
        let found = found.expect("alive");
        assert_eq!((found.organisation, found.member), (door.organisation, door.admin));
        assert_eq!(door.scope(&token, "2026-04-08T07:59:59Z").await, Some(scope));
        assert_eq!(door.scope(&token, "2026-04-08T08:00:00Z").await, None);
    }
    let listed = door.service().tokens(door.organisation).await.expect("it answers");
    assert_eq!(listed.len(), 3, "what has ended is still told");
    assert!(listed.iter().all(|row| row.name == "Rapport" && row.member == door.admin));
}

async fn a_token_is_never_more_than_its_member(store: Store) {
    let door = Door::new(store).await;
    let (viewer, _) = door.joined("Jip", Role::Viewer).await;
    for scope in [Scope::Draft, Scope::Promise] {
        refused!(
            door.make(viewer, scope, 1).await,
            AccessError::ScopeTooWide { most: Scope::Read }
        );
    }
    door.make(viewer, Scope::Read, 1).await.expect("to look");
    let (fenna, _) = door.joined("Fenna", Role::Promisor).await;
    let token = door.make(fenna, Scope::Promise, 1).await.expect("made");
    let us = door.us(MONDAY);
    door.service().set_member(&us, fenna, "Fenna", Role::Viewer).await.expect("lowered");
    assert_eq!(door.scope(&token, MONDAY).await, Some(Scope::Read));
    let found = door.service().token(token.reveal(), instant(MONDAY)).await.expect("it answers");
    assert_eq!(found.expect("alive").role, Role::Viewer);
    door.service().member_leaves(&door.us(MONDAY), fenna).await.expect("left");
    assert_eq!(door.scope(&token, MONDAY).await, None);
}

async fn a_token_lives_for_a_day_to_a_year_and_has_a_name(store: Store) {
    let door = Door::new(store).await;
    for days in [0, 367, u32::MAX] {
        refused!(
            door.make(door.admin, Scope::Read, days).await,
            AccessError::TokenDays { most: 366 }
        );
    }
    for days in [1, 366] {
        door.make(door.admin, Scope::Read, days).await.expect("made");
    }
    for name in ["", "  ", "a\nb", &"x".repeat(301)] {
        let made = door.service().make_token(&door.us(MONDAY), name, Scope::Read, 1).await;
        refused!(made, AccessError::Service(ServiceError::Input { field: "name", .. }));
    }
    refused!(
        door.service().make_token(&door.them(MONDAY), "x", Scope::Read, 1).await,
        AccessError::NotAllowed
    );
}

async fn a_token_is_revoked_by_its_member_or_an_admin(store: Store) {
    let door = Door::new(store).await;
    let (jip, _) = door.joined("Jip", Role::Manager).await;
    let (fenna, _) = door.joined("Fenna", Role::Promisor).await;
    let (first, second) = (
        door.make(fenna, Scope::Draft, 9).await.expect("made"),
        door.make(fenna, Scope::Draft, 9).await.expect("made"),
    );
    let (id, second_id) = (door.id(&first).await, door.id(&second).await);
    let revoke = async |caller: &Caller, id: &str| door.service().revoke_token(caller, id).await;
    assert!(is_not_found(revoke(&door.as_member(jip, MONDAY), &id).await, "token"), "another's");
    assert!(is_not_found(revoke(&door.in_another_house(MONDAY), &id).await, "token"));
    for wrong in ["", "%", "0000000000000000", &id[..15], first.reveal()] {
        assert!(is_not_found(revoke(&door.us(MONDAY), wrong).await, "token"), "{wrong:?}");
    }
    assert_eq!(door.scope(&first, MONDAY).await, Some(Scope::Draft));
    revoke(&door.as_member(fenna, MONDAY), &id).await.expect("one's own");
    assert_eq!(door.scope(&first, MONDAY).await, None);
    assert!(
        is_not_found(revoke(&door.as_member(fenna, MONDAY), &id).await, "token"),
        "done already"
    );
    revoke(&door.us(MONDAY), &second_id).await.expect("an admin revokes anybody's");
    assert_eq!(door.scope(&second, MONDAY).await, None);
    let listed = door.service().tokens(door.organisation).await.expect("it answers");
    assert!(listed.iter().all(|row| row.revoked_at == Some(instant(MONDAY))));
}

async fn what_is_no_token_lets_nobody_in(store: Store) {
    let door = Door::new(store).await;
    let token = door.make(door.admin, Scope::Read, 1).await.expect("made");
    let bare = token.reveal().strip_prefix("hs_").expect("it begins so");
    let mut of_another_house =
        data_encoding::BASE64URL_NOPAD.decode(bare.as_bytes()).expect("a token");
    of_another_house[15] ^= 3;
    let of_another_house =
        format!("hs_{}", data_encoding::BASE64URL_NOPAD.encode(&of_another_house));
    let session = format!("hs_{}", door.session.reveal());
    for bearer in ["", "hs_", bare, &of_another_house, &session, &token.reveal()[..60]] {
        let found = door.service().token(bearer, instant(MONDAY)).await.expect("it answers");
        assert_eq!(found, None, "{bearer:?}");
    }
    let as_session = door.service().session(bare, instant(MONDAY)).await.expect("it answers");
    assert_eq!(as_session, None, "nor is a token a session");
}

async fn that_a_token_is_used_is_noted_every_five_minutes(store: Store) {
    let door = Door::new(store).await;
    let token = door.make(door.admin, Scope::Read, 1).await.expect("made");
    let used =
        async || door.service().tokens(door.organisation).await.expect("it answers")[0].used_at;
    assert_eq!(used().await, None);
    for (at, noted) in
        [("08:00:00", "08:00:00"), ("08:04:59", "08:00:00"), ("08:05:00", "08:05:00")]
    {
        let [at, noted] = [at, noted].map(|time| format!("2026-03-09T{time}Z"));
        door.scope(&token, &at).await.expect("alive");
        assert_eq!(used().await, Some(instant(&noted)));
    }
}
