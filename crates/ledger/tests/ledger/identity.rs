//! Identities: whose one is, and that nobody loses their last way in.

use jiff::Timestamp;
use ledger::access::identity::{self, Identity};
use ledger::access::{Whose, credential, is_conflict};
use ledger::sql::Statement;
use ledger::{Ledger, LedgerError};
use promise::{MemberId, OrganisationId};
use testkit::Store;
use uuid::Uuid;

use crate::scene::instant;

testkit::on_both_stores!(
    an_identity_is_one_members,
    the_last_way_in_is_not_taken,
    what_a_browser_keeps_is_read_as_what_it_was_kept_as,
);

fn member(organisation: u128, member: u128) -> Whose {
    Whose {
        organisation: OrganisationId::new(Uuid::from_u128(organisation)),
        member: MemberId::new(Uuid::from_u128(member)),
    }
}

fn at() -> Timestamp {
    instant("2026-03-09T08:00:00Z")
}

fn named(subject: &str) -> Identity {
    Identity { issuer: "https://id.example".to_owned(), subject: subject.to_owned() }
}

/// Whether it was written; a conflict writes nothing.
async fn written(
    ledger: &Ledger,
    whose: Whose,
    all: impl IntoIterator<Item = Statement>,
) -> Result<bool, LedgerError> {
    let mut batch = ledger.batch(whose.organisation);
    batch.facts(all);
    match batch.commit_anew().await {
        Err(error) if is_conflict(&error) => Ok(false),
        done => done.map(|()| true),
    }
}

async fn an_identity_is_one_members(store: Store) {
    let ledger = store.ledger(7).await;
    let (ebba, jip) = (member(1, 1), member(2, 2));
    let one = named("a");
    let whose = async || ledger.whose_identity(&one).await.expect("it answers");
    assert_eq!(whose().await, None);
    assert!(!written(&ledger, ebba, [identity::still(ebba, &one)]).await.expect("it answers"));
    assert!(written(&ledger, ebba, [identity::link(ebba, &one, at())]).await.expect("it writes"));
    assert_eq!(whose().await, Some(ebba));
    // It is nobody else's, in no other organisation, and not a second time.
    for other in [jip, member(1, 2), ebba] {
        let linked = written(&ledger, other, [identity::link(other, &one, at())]).await;
        assert!(!linked.expect("it answers"), "{other:?}");
    }
    for (other, wanted) in
        [(ebba, true), (jip, false), (member(1, 2), false), (member(2, 1), false)]
    {
        let still = written(&ledger, other, [identity::still(other, &one)]).await;
        assert_eq!(still.expect("it answers"), wanted, "{other:?}");
    }
    let linked = ledger.identities(ebba).await.expect("it answers");
    assert_eq!((linked.len(), linked[0].linked_at), (1, at()), "nothing of it changed");
    assert!(ledger.identities(jip).await.expect("it answers").is_empty());
    // Letters count, and so does the issuer.
    for other in
        [named("A"), named("a "), Identity { issuer: "https://b".to_owned(), ..named("a") }]
    {
        assert_eq!(ledger.whose_identity(&other).await.expect("it answers"), None, "{other:?}");
    }
    // It goes with everything else by which its member comes in.
    let gone = credential::drop_all(ebba, None);
    assert!(written(&ledger, ebba, gone).await.expect("it writes"));
    assert_eq!(whose().await, None);
}

async fn the_last_way_in_is_not_taken(store: Store) {
    let ledger = store.ledger(7).await;
    let (ebba, jip) = (member(1, 1), member(1, 2));
    let unlinked = async |whose: Whose, subject: &str| {
        let unlink = identity::unlink(whose, &named(subject));
        written(&ledger, whose, [unlink]).await.expect("it answers")
    };
    let all = [
        identity::link(ebba, &named("a"), at()),
        identity::link(ebba, &named("b"), at()),
        identity::link(jip, &named("c"), at()),
        // What others have is no way in for her.
        credential::set(jip, "jip@example.com", "$argon2id$", at()),
        credential::set_without_password(ebba, "ebba@example.com"),
    ];
    assert!(written(&ledger, ebba, all).await.expect("it writes"));
    assert!(!unlinked(jip, "a").await, "it is not theirs");
    assert!(unlinked(ebba, "a").await);
    assert!(!unlinked(ebba, "a").await, "it is gone");
    assert!(!unlinked(ebba, "b").await, "it is the last way in");
    let nameless = [credential::set(ebba, "", "$argon2id$", at())];
    assert!(written(&ledger, ebba, nameless).await.expect("it writes"));
    assert!(!unlinked(ebba, "b").await, "a password without a login lets nobody in");
    let whole = [credential::set(ebba, "ebba@example.com", "$argon2id$", at())];
    assert!(written(&ledger, ebba, whole).await.expect("it writes"));
    assert!(unlinked(ebba, "b").await);
    assert!(unlinked(jip, "c").await);
}

async fn what_a_browser_keeps_is_read_as_what_it_was_kept_as(store: Store) {
    let ledger = store.ledger(7).await;
    let kept = ledger.wrap_note("a way", b"there and back");
    assert_ne!(ledger.wrap_note("a way", b"there and back"), kept, "no two look alike");
    let read = ledger.unwrap_note("a way", &kept);
    assert_eq!(read.as_deref(), Some(b"there and back".as_slice()));
    assert_eq!(ledger.unwrap_note("another", &kept), None);
    assert_eq!(ledger.unwrap_secret(member(1, 1), "a way", &kept), None);
    let secret = ledger.wrap_secret(member(1, 1), "a way", b"there and back");
    assert_eq!(ledger.unwrap_note("a way", &secret), None);
    let others = store.beside().await.ledger(8).await;
    assert_eq!(others.unwrap_note("a way", &kept), None, "another key file");
}
