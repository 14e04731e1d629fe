//! What is owed to people, in the questions that the ledger asks: notes, what is held, what has been kept long enough.

use jiff::SignedDuration;
use ledger::audit::{AuditFilter, Fact, Note, Way, Who};
use ledger::facts::WorkItem;
use ledger::retention::{Aged, SetRule};
use promise::{Command, Person};
use testkit::Store;

use crate::scene::{
    EBBA, FENNA, KORNOELJE, Scene, THEM, US, instant, key, offer, promise_id, write,
};

const LATER: &str = "2030-01-01T00:00:00Z";

testkit::on_both_stores!(
    notes_are_read_by_their_time,
    ages_are_counted_and_taken,
    whoever_is_idle_is_found,
    a_turn_comes_once_for_all,
    what_a_tracker_knows_of_a_person_is_found,
);

fn note(at: &str) -> Note {
    Note {
        at: instant(at),
        actor: Who::Member(FENNA),
        via: Way::Desk,
        action: "receipt".to_owned(),
        subject: format!("promise:{}", promise_id(1)),
        outcome: "begun".to_owned(),
        request: String::new(),
        detail: vec![("holder", Fact::Code("us")), ("person", Fact::Person(Person::Contact(EBBA)))],
    }
}

async fn notes_are_read_by_their_time(store: Store) {
    let scene = Scene::new(store).await;
    let ledger = &scene.ledger;
    for hour in ["10", "11", "12"] {
        let at = format!("2026-02-02T{hour}:00:00.25Z");
        ledger.note(KORNOELJE, &note(&at)).await.expect("noted");
    }
    let all = AuditFilter { limit: 10, ..AuditFilter::default() };
    let newest = ledger.audit_newest(KORNOELJE, &all, None).await.expect("it reads");
    let oldest = ledger.audit_oldest(KORNOELJE, &all, None).await.expect("it reads");
    assert_eq!(newest.len(), 3);
    assert_eq!(newest.iter().rev().collect::<Vec<_>>(), oldest.iter().collect::<Vec<_>>());
    assert_eq!(newest[0].detail["holder"], "us");
    let rest = ledger.audit_newest(KORNOELJE, &all, Some(newest[1].id)).await.expect("it reads");
    assert_eq!(rest, [oldest[0].clone()]);
    let rest = ledger.audit_oldest(KORNOELJE, &all, Some(oldest[1].id)).await.expect("it reads");
    assert_eq!(rest, [newest[0].clone()]);
    let one = AuditFilter {
        since: Some(oldest[1].at),
        until: Some(oldest[1].at),
        action: "receipt".to_owned(),
        ..all
    };
    let found = ledger.audit_newest(KORNOELJE, &one, None).await.expect("it reads");
    assert_eq!(found, [oldest[1].clone()]);
    let of = async |person| ledger.audit_of(KORNOELJE, person).await.expect("it reads").len();
    assert_eq!((of(Person::Member(FENNA)).await, of(Person::Contact(EBBA)).await), (3, 0));
}

async fn ages_are_counted_and_taken(store: Store) {
    let scene = Scene::new(store).await;
    let ledger = &scene.ledger;
    ledger.note(KORNOELJE, &note("2026-02-02T10:00:00Z")).await.expect("noted");
    let all = [
        (Aged::Audit, 1),
        (Aged::Access, 0),
        (Aged::Answers, 1),
        (Aged::Forecasts, 0),
        (Aged::Quotes, 0),
        (Aged::TrackerPersons, 0),
    ];
    for (kind, wanted) in all {
        let aged = ledger.aged(KORNOELJE, kind, instant(LATER)).await.expect("it reads");
        assert_eq!(aged.count, wanted, "{kind:?}");
        assert_eq!(aged.oldest.is_some(), wanted > 0, "{kind:?}");
    }
    let early = instant("2026-02-02T09:00:00Z");
    let aged = ledger.aged(KORNOELJE, Aged::Audit, early).await.expect("it reads");
    assert_eq!(aged.count, 0, "what is from after it stays");
    let mut batch = ledger.batch(KORNOELJE);
    for (kind, _) in all {
        batch.take_aged(kind, instant(LATER));
    }
    let rule = SetRule { country: "NL".to_owned(), kind: "audit".to_owned(), days: 30 };
    batch.set_retention(&rule);
    batch.set_retention(&SetRule { days: 40, ..rule.clone() });
    batch.commit(&key("take"), instant(LATER)).await.expect("it commits");
    let aged = ledger.aged(KORNOELJE, Aged::Audit, instant(LATER)).await.expect("it reads");
    assert_eq!(aged.count, 0);
    let rules = ledger.retention_rules(KORNOELJE).await.expect("it reads");
    assert_eq!(rules, [SetRule { days: 40, ..rule }]);
}

async fn whoever_is_idle_is_found(store: Store) {
    let scene = Scene::new(store).await;
    let since = async || {
        let idle = scene.ledger.idle_contacts(KORNOELJE).await.expect("it reads");
        assert_eq!((idle.len(), idle[0].contact), (1, EBBA));
        idle[0].since.map(|at| at.to_string())
    };
    assert_eq!(since().await.as_deref(), Some("2026-02-02T09:00:00Z"), "since she was added");
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    assert_eq!(since().await, None, "an offer is open");
    let living = scene.ledger.living_naming(KORNOELJE, Person::Contact(EBBA)).await;
    assert_eq!(living, Ok(vec![214]));
    let decline = Command::Decline { for_good: false, words: None };
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", decline).await;
    assert!(since().await.is_some(), "nothing waits any more");
    let living = scene.ledger.living_naming(KORNOELJE, Person::Contact(EBBA)).await;
    assert_eq!(living, Ok(Vec::new()));
    assert_eq!(scene.ledger.former_members(KORNOELJE).await, Ok(Vec::new()), "nobody left");
}

async fn a_turn_comes_once_for_all(store: Store) {
    let scene = Scene::new(store).await;
    let other = scene.again().await;
    let day = SignedDuration::from_hours(24);
    let take = async |ledger: &ledger::Ledger, at: &str| {
        ledger.take_turn(KORNOELJE, "retention", instant(at), day).await.expect("it answers")
    };
    assert!(take(&scene.ledger, "2026-02-02T09:00:00Z").await);
    assert!(!take(&other, "2026-02-02T09:00:00Z").await);
    assert!(!take(&scene.ledger, "2026-02-03T08:59:59Z").await);
    assert!(take(&other, "2026-02-03T09:00:00Z").await);
}

async fn what_a_tracker_knows_of_a_person_is_found(store: Store) {
    let scene = Scene::new(store).await;
    let item = WorkItem {
        source: "tasks".to_owned(),
        id: "T1".to_owned(),
        team: "Couplings".to_owned(),
        kind: String::new(),
        title: None,
        person: Some("Fenna".to_owned()),
        created: instant("2026-01-05T09:00:00Z"),
        started: None,
        finished: Some(instant("2026-01-06T09:00:00Z")),
        given_up: None,
        estimate_seconds: None,
        actual_seconds: None,
        priority: None,
        promised: None,
    };
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.facts([item.statement(KORNOELJE)]);
    batch.commit(&key("item"), instant(LATER)).await.expect("it commits");
    let found = scene.ledger.tracked_as(KORNOELJE, "Fenna").await.expect("it reads");
    assert_eq!((found.len(), found[0]["id"].as_str()), (1, Some("T1")));
    assert_eq!(scene.ledger.tracked_as(KORNOELJE, "Jip").await, Ok(Vec::new()));
    let aged = scene.ledger.aged(KORNOELJE, Aged::TrackerPersons, instant(LATER)).await;
    assert_eq!(aged.expect("it reads").count, 1);
    let ways = scene.ledger.ways_in(KORNOELJE, Person::Member(FENNA)).await.expect("it reads");
    assert_eq!(ways["session"], serde_json::json!([]));
    assert_eq!(ways.as_object().map(serde_json::Map::len), Some(7));
}
