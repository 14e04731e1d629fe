//! Receipts: they hold without us, and stop holding when anything in them is changed.

use ledger::receipt::{Holder, Receipt, ReceiptError};
use promise::Command;
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, THEM, US, instant, offer, promise_id, theirs, write};

testkit::on_both_stores!(
    a_receipt_holds_and_reads_back,
    the_account_reads_what_both_said_and_not_what_we_noted,
    every_change_is_found,
    a_forger_with_a_key_of_his_own_is_not_among_the_published,
    there_is_no_receipt_of_nothing,
);

async fn receipt(scene: &Scene, holder: Holder) -> Receipt {
    let made_at = instant("2026-02-04T09:00:00Z");
    let id = promise_id(1);
    let made = scene.ledger.receipt(KORNOELJE, "Kornoelje Software", id, holder, made_at).await;
    made.expect("it reads").expect("there is such a promise")
}

async fn scene(store: Store) -> Scene {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    let decline = Command::Decline { for_good: false, words: Some(theirs("Nej tack.")) };
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", decline).await;
    scene
}

async fn a_receipt_holds_and_reads_back(store: Store) {
    let scene = scene(store).await;
    let receipt = receipt(&scene, Holder::Account).await;
    assert_eq!(receipt.verify(None), Ok(()));
    let again = Receipt::parse(&receipt.to_text()).expect("it reads");
    assert_eq!(again, receipt);
    assert_eq!(again.verify(Some(&scene.ledger.ring().public_keys())), Ok(()));
    assert_eq!(again.events.len(), 3);
}

async fn the_account_reads_what_both_said_and_not_what_we_noted(store: Store) {
    let scene = scene(store).await;
    let texts = async |holder| {
        let receipt = receipt(&scene, holder).await;
        receipt.openings.into_values().map(|o| o.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(Holder::Account).await, ["Nej tack."]);
    let ours = texts(Holder::Us).await;
    assert!(ours.contains(&"Nothing like it was built before.".to_owned()), "{ours:?}");
}

async fn every_change_is_found(store: Store) {
    let scene = scene(store).await;
    let genuine = receipt(&scene, Holder::Account).await;
    let changed = |change: fn(&mut Receipt)| {
        let mut receipt = genuine.clone();
        change(&mut receipt);
        receipt.verify(None)
    };
    assert!(matches!(
        changed(|r| r.events[1].data["terms"]["subject"] = "Everything".into()),
        Err(ReceiptError::Chain(_))
    ));
    assert!(matches!(changed(|r| drop(r.events.remove(1))), Err(ReceiptError::Chain(_))));
    assert_eq!(
        changed(|r| drop(r.events.pop())),
        Err(ReceiptError::Text { text: "Nej tack.".to_owned() })
    );
    assert_eq!(
        changed(|r| {
            r.events.pop();
            r.openings.clear();
        }),
        Err(ReceiptError::Signature),
        "leaving out the end is found by the signature"
    );
    assert_eq!(changed(|r| r.events.clear()), Err(ReceiptError::Empty));
    assert!(matches!(
        changed(|r| r.openings.values_mut().for_each(|o| o.text = "Ja tack.".to_owned())),
        Err(ReceiptError::Text { .. })
    ));
    assert_eq!(changed(|r| r.organisation = "Another".to_owned()), Err(ReceiptError::Signature));
    assert!(matches!(
        changed(|r| r.signature.key = "0000".to_owned()),
        Err(ReceiptError::NoKey(_))
    ));
    assert!(matches!(
        changed(|r| {
            r.keys[0].id = "0000000000000000".to_owned();
            r.signature.key = "0000000000000000".to_owned();
        }),
        Err(ReceiptError::WrongKey(_))
    ));
}

async fn a_forger_with_a_key_of_his_own_is_not_among_the_published(store: Store) {
    let scene = scene(store).await;
    let receipt = receipt(&scene, Holder::Us).await;
    let others = ledger::KeyRing::generate(
        &ledger::Entropy::from_seed([9; 32]),
        jiff::Timestamp::UNIX_EPOCH,
    );
    assert!(matches!(
        receipt.verify(Some(&others.public_keys())),
        Err(ReceiptError::Unpublished(_))
    ));
}

#[test]
fn what_is_no_receipt_is_refused() {
    for text in ["", "{}", "[]", "{\"handslag_receipt\": 1}", "not json"] {
        assert!(matches!(Receipt::parse(text), Err(ReceiptError::Unreadable(_))), "{text:?}");
    }
}

async fn there_is_no_receipt_of_nothing(store: Store) {
    let scene = Scene::new(store).await;
    let at = instant("2026-02-04T09:00:00Z");
    let made = scene.ledger.receipt(KORNOELJE, "Kornoelje", promise_id(9), Holder::Us, at).await;
    assert_eq!(made, Ok(None));
}
