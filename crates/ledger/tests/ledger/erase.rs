//! Forgetting a person: what was theirs cannot be read any more, anywhere, and everything else holds as before.

use ledger::erase::Erasure;
use ledger::receipt::{Holder, Receipt};
use ledger::{Ledger, LedgerError, Outcome, Stream};
use promise::party::{AccountEvent, ErasureReason, Language, OrganisationEvent, Role};
use promise::{Command, Event, Person};
use testkit::Store;

use crate::scene::{
    BREWERY, EBBA, FENNA, KORNOELJE, Scene, THEM, US, instant, key, offer, promise_id, theirs,
    write,
};

/// What we noted, in the draft and in the offer.
const OURS: &str = "Nothing like it was built before.";
const EBBAS: Person = Person::Contact(EBBA);

/// A promise that was declined, with words of both sides.
async fn scene(store: Store) -> Scene {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    let decline = Command::Decline { for_good: false, words: Some(theirs("Nej tack.")) };
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", decline).await;
    scene
}

fn erasure(person: Person) -> Erasure {
    let at = instant("2026-02-05T09:00:00Z");
    Erasure { person, at, reason: ErasureReason::Objection }
}

async fn erase_ebba(ledger: &Ledger) -> Outcome {
    let erasure = erasure(EBBAS);
    let told = ledger.account(KORNOELJE, BREWERY).await.expect("it reads");
    let mut batch = ledger.batch(KORNOELJE);
    let event = AccountEvent::ContactErased { contact: EBBA };
    batch.account_events(BREWERY, &told, &[event], US, erasure.at).expect("it writes");
    batch.erase(&erasure, &[]);
    batch.commit(&key("erase Ebba"), erasure.at).await.expect("it commits")
}

async fn receipt(ledger: &Ledger) -> Receipt {
    let made_at = instant("2026-02-04T09:00:00Z");
    let made = ledger.receipt(KORNOELJE, "Kornoelje", promise_id(1), Holder::Us, made_at).await;
    made.expect("it reads").expect("there is such a promise")
}

fn texts(receipt: &Receipt) -> Vec<&str> {
    receipt.openings.values().map(|opening| opening.text.as_str()).collect()
}

testkit::on_both_stores!(
    what_was_theirs_is_gone_and_everything_else_holds,
    another_server_forgets_at_once,
    nobody_comes_back_under_an_old_id,
    erasing_twice_is_the_same,
    a_backup_that_is_brought_back_forgets_again,
    a_member_is_erased_with_everything_that_let_them_in,
    what_is_held_about_a_person_is_found_by_their_id,
);

async fn what_was_theirs_is_gone_and_everything_else_holds(store: Store) {
    let scene = scene(store).await;
    let ledger = &scene.ledger;
    let earlier = receipt(ledger).await;
    assert!(texts(&earlier).contains(&"Nej tack."));

    assert_eq!(erase_ebba(ledger).await, Outcome::Done);

    assert_eq!(earlier.verify(None), Ok(()), "a receipt of before holds");
    let later = receipt(ledger).await;
    assert_eq!(later.verify(None), Ok(()), "and so does one of after");
    assert_eq!(texts(&later), [OURS; 2], "ours are still there");
    assert_eq!(later.events, earlier.events, "no event was touched");

    let told = ledger.promise(KORNOELJE, promise_id(1)).await.expect("it reads");
    let Event::Declined { words: Some(words), .. } = &told.events[2].event else {
        panic!("{:?}", told.events[2])
    };
    assert!(words.is_erased() && words.speaker() == EBBAS);

    let checked = ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new(), "chains and tables are what they were");
    ledger.rebuild(KORNOELJE).await.expect("made again");
    let account = ledger.account(KORNOELJE, BREWERY).await.expect("it reads").state;
    let contact = account.expect("a customer").contacts[&EBBA].clone();
    assert!(contact.is_erased() && contact.email.is_none() && contact.left_at.is_some());
    assert!(ledger.contact_rows(KORNOELJE).await.expect("it reads").is_empty());
}

#[tokio::test]
async fn nothing_of_them_lies_on_in_the_file() {
    let scene = scene(Store::sqlite()).await;
    erase_ebba(&scene.ledger).await;
    let Scene { ledger, store } = scene;
    let path = store.file().expect("a file").to_owned();
    ledger.scrub().await.expect("it answers");
    let mut bytes = std::fs::read(&path).expect("it is there");
    bytes.extend(std::fs::read(path.with_extension("db-wal")).expect("it is there"));
    let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("Fenna Oldenzand"), "names stand in the tables in the clear");
    assert!(!has("Kvistgren") && !has("ebba@"), "and hers does no longer");
    drop((ledger, store));
}

async fn another_server_forgets_at_once(store: Store) {
    let scene = scene(store).await;
    let other = scene.again().await;
    assert!(texts(&receipt(&other).await).contains(&"Nej tack."));
    erase_ebba(&scene.ledger).await;
    assert!(!texts(&receipt(&other).await).contains(&"Nej tack."), "its key was in memory");

    // What is being written there for her meanwhile is refused.
    let told = other.account(KORNOELJE, BREWERY).await.expect("it reads");
    let again = AccountEvent::ContactSet {
        contact: EBBA,
        name: "Ebba Kvistgren".to_owned(),
        email: None,
        language: Language::Sv,
    };
    let mut batch = other.batch(KORNOELJE);
    let refused = batch.account_events(BREWERY, &told, &[again], US, told_at());
    assert!(matches!(refused, Err(LedgerError::Codec(_))), "{refused:?}");
}

fn told_at() -> jiff::Timestamp {
    instant("2026-02-05T10:00:00Z")
}

async fn nobody_comes_back_under_an_old_id(store: Store) {
    let scene = scene(store).await;
    // A server that has read the customer before the erasure, and never heard of the contact before.
    let late = scene.store.ledger(5).await;
    let read = late.version(KORNOELJE, &Stream::Organisation).await.expect("it reads");
    assert_eq!(read, 5);
    erase_ebba(&scene.ledger).await;
    let told = late.organisation(KORNOELJE).await.expect("it reads");
    let account = late.account(KORNOELJE, BREWERY).await.expect("it reads");
    assert!(account.state.expect("a customer").contacts[&EBBA].is_erased());
    assert_eq!(told.state.expect("founded").members[&FENNA].name, "Fenna Oldenzand");
}

async fn erasing_twice_is_the_same(store: Store) {
    let scene = scene(store).await;
    assert_eq!(erase_ebba(&scene.ledger).await, Outcome::Done);
    assert!(matches!(erase_ebba(&scene.ledger).await, Outcome::DoneBefore(_)));
    let kept = scene.ledger.erasure(KORNOELJE, EBBAS).await.expect("it reads");
    assert_eq!(kept, Some(erasure(EBBAS)));
    assert_eq!(scene.ledger.erasures(KORNOELJE).await.expect("it reads"), [erasure(EBBAS)]);
    assert_eq!(scene.ledger.erasure(KORNOELJE, Person::Member(FENNA)).await, Ok(None));
}

async fn a_backup_that_is_brought_back_forgets_again(store: Store) {
    let scene = scene(store).await;
    // The backup is of before; the erasures are of the ledger as it was when the backup was brought back.
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.keep_erasures(&[erasure(EBBAS)]);
    batch.commit(&key("restore"), told_at()).await.expect("it commits");
    assert!(!texts(&receipt(&scene.ledger).await).contains(&"Nej tack."));
    let again = scene.again().await;
    assert!(!texts(&receipt(&again).await).contains(&"Nej tack."), "nor after a new start");
    let known = again.erased_and_known(KORNOELJE).await.expect("it reads");
    assert_eq!(known, [erasure(EBBAS)], "her key is still in the file");
    erase_ebba(&scene.ledger).await;
    assert_eq!(again.erased_and_known(KORNOELJE).await, Ok(Vec::new()), "until she is erased");
    assert_eq!(scene.ledger.check(KORNOELJE).await.expect("it reads").faults, Vec::<String>::new());
}

async fn a_member_is_erased_with_everything_that_let_them_in(store: Store) {
    let scene = scene(store).await;
    let person = Person::Member(FENNA);
    let told = scene.ledger.organisation(KORNOELJE).await.expect("it reads");
    let mut batch = scene.ledger.batch(KORNOELJE);
    let event = OrganisationEvent::MemberErased { member: FENNA };
    batch.organisation_events(&told, &[event], US, told_at()).expect("it writes");
    batch.erase(&erasure(person), &[]);
    batch.commit(&key("erase Fenna"), told_at()).await.expect("it commits");
    assert_eq!(texts(&receipt(&scene.ledger).await), ["Nej tack."], "theirs are still there");
    let told = scene.ledger.organisation(KORNOELJE).await.expect("it reads");
    let set = OrganisationEvent::MemberSet {
        member: FENNA,
        name: "Fenna".to_owned(),
        role: Role::Viewer,
    };
    let mut batch = scene.ledger.batch(KORNOELJE);
    let refused = batch.organisation_events(&told, &[set], US, told_at());
    assert!(refused.is_err(), "an erased member is not set again");
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
}

async fn what_is_held_about_a_person_is_found_by_their_id(store: Store) {
    let scene = scene(store).await;
    let found = scene.ledger.mentions(KORNOELJE, EBBAS).await.expect("it reads");
    let told: Vec<(&str, bool, Vec<&str>, Vec<&str>)> = found
        .iter()
        .map(|m| {
            let texts = m.texts.iter().filter_map(|(_, text)| text.as_deref()).collect();
            let named_as = m.named_as.iter().map(String::as_str).collect();
            (m.kind.as_str(), m.caused, named_as, texts)
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "contact_set",
                false,
                vec!["contact"],
                vec!["ebba@bjorkskatan.example", "Ebba Kvistgren"]
            ),
            ("drafted", false, vec!["contact"], vec![]),
            ("offered", false, vec!["contact"], vec![]),
            ("declined", true, vec![], vec!["Nej tack."]),
        ]
    );
    let promises = scene.ledger.named_in(KORNOELJE, EBBAS).await.expect("it reads");
    assert_eq!((promises.len(), promises[0].number), (1, 214));
    assert_eq!(promises[0].named_as, ["contact"]);
    let fennas = scene.ledger.named_in(KORNOELJE, Person::Member(FENNA)).await.expect("it reads");
    assert_eq!(fennas[0].named_as, ["promisor", "owner"]);

    erase_ebba(&scene.ledger).await;
    let after = scene.ledger.mentions(KORNOELJE, EBBAS).await.expect("it reads");
    assert_eq!(after.len(), found.len() + 1, "and the event that says so");
    assert!(after.iter().flat_map(|m| &m.texts).all(|(_, text)| text.is_none()), "{after:?}");
}
