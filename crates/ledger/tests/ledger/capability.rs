//! What the product does and what is claimed of it: streams of their own, rows that are made again from them.

use jiff::civil::date;
use ledger::{LedgerError, Stream};
use promise::capability::{Answer, Answered, CapabilityEvent, OtherName, Standing};
use promise::claim::{ClaimEvent, ClaimedFor, FoundClaim, Passage};
use promise::{CapabilityId, Chance, ClaimId, Language};
use testkit::Store;
use uuid::Uuid;

use crate::scene::{KORNOELJE, Scene, US, instant, key, line};

testkit::on_both_stores!(
    capabilities_have_streams_and_rows,
    claims_have_streams_and_rows,
    a_capability_changed_by_another_is_a_conflict,
    a_name_is_given_once_by_two_servers_too,
);

fn registered(name: &str) -> CapabilityEvent {
    let other = |language, name| OtherName { language, name: line(name) };
    let names = vec![other(Some(Language::Sv), "till Excel"), other(None, "XLSX")];
    CapabilityEvent::Registered { name: line(name), names }
}

impl Scene {
    async fn happens(&self, id: CapabilityId, event: &CapabilityEvent) -> Result<(), LedgerError> {
        let at = instant("2026-02-02T10:00:00Z");
        let told = self.ledger.capability(KORNOELJE, id).await.expect("it reads");
        let mut batch = self.ledger.batch(KORNOELJE);
        batch.capability_event(id, &told, event, US, at);
        batch.commit(&key(&format!("{id} {event:?}")), at).await.map(drop)
    }

    async fn stored(&self, stream: Stream) -> String {
        let links = self.ledger.links(KORNOELJE, &stream).await.expect("it reads");
        let told = links.iter().map(|link| format!("{} {}", link.kind, link.data));
        told.collect::<Vec<_>>().join("\n")
    }
}

async fn capabilities_have_streams_and_rows(store: Store) {
    let scene = Scene::new(store).await;
    let [first, second] = [1, 2].map(|id| CapabilityId::new(Uuid::from_u128(id)));
    let forecast = Answer::Forecast {
        day: date(2026, 6, 30),
        chance: Some(Chance::of_percent(82)),
        ground: line("two of three parts are done"),
    };
    let unsure = Answer::Forecast {
        day: date(2026, 9, 30),
        chance: None,
        ground: line("nothing like it was made before"),
    };
    let events = [
        registered("Export"),
        CapabilityEvent::Answered(Answer::NotPlanned { reason: line("nobody asks for it") }),
        CapabilityEvent::Answered(forecast),
        CapabilityEvent::Answered(Answer::Exists { since: date(2026, 1, 31) }),
        CapabilityEvent::Named { name: line("Excel export"), names: Vec::new() },
        CapabilityEvent::Answered(unsure.clone()),
    ];
    for event in &events {
        scene.happens(first, event).await.expect("it commits");
    }
    scene.happens(second, &registered("Fax")).await.expect("it commits");
    let gone = CapabilityEvent::Retired { reason: line("the line is cut") };
    scene.happens(second, &gone).await.expect("it commits");

    // The stored form of today is read for ever.
    let stored = scene.stored(Stream::Capability(first)).await;
    insta::assert_snapshot!("capabilities", stored);
    let told = scene.ledger.capability(KORNOELJE, first).await.expect("it reads");
    assert_eq!(told.head.version, 6);
    let register = scene.ledger.capabilities(KORNOELJE).await.expect("it reads");
    let [(id, excel), (_, fax)] = register.as_slice() else { panic!("{register:?}") };
    assert_eq!((*id, Some(excel)), (first, told.state.as_ref()));
    let at = instant("2026-02-02T10:00:00Z");
    let answered = Answered { answer: unsure, by: US, at };
    assert_eq!(excel.standing, Standing::Answered(answered));
    assert_eq!(fax.standing, Standing::Retired { reason: line("the line is cut"), at });
    assert_eq!(fax.names.len(), 2);

    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    scene.ledger.rebuild(KORNOELJE).await.expect("it is made again");
    assert_eq!(scene.ledger.capabilities(KORNOELJE).await.expect("it reads"), register);
}

async fn claims_have_streams_and_rows(store: Store) {
    let scene = Scene::new(store).await;
    let at = instant("2026-02-02T10:00:00Z");
    let days = ClaimedFor::Days {
        first: None,
        last: Some(date(2026, 3, 31)),
        counted_on: Some(date(2026, 3, 31)),
    };
    let all = [ClaimedFor::Now, ClaimedFor::SomeDay, days];
    for (number, claimed_for) in (1..).zip(all) {
        let found = FoundClaim {
            place: line("site/index.md"),
            words: Passage::new("You get Excel export.").expect("a passage"),
            capability: CapabilityId::new(Uuid::from_u128(1)),
            claimed_for,
        };
        let id = ClaimId::new(Uuid::from_u128(number));
        for event in [ClaimEvent::Found(found), ClaimEvent::Gone, ClaimEvent::SeenAgain] {
            let told = scene.ledger.claim(KORNOELJE, id).await.expect("it reads");
            let mut batch = scene.ledger.batch(KORNOELJE);
            batch.claim_event(id, &told, &event, US, at);
            batch.commit(&key(&format!("{id} {event:?}")), at).await.expect("it commits");
        }
    }
    let last = ClaimId::new(Uuid::from_u128(3));
    insta::assert_snapshot!("claims", scene.stored(Stream::Claim(last)).await);
    let claims = scene.ledger.claims(KORNOELJE).await.expect("it reads");
    let said: Vec<_> = claims.iter().map(|(_, claim)| claim.found.claimed_for).collect();
    assert_eq!(said, all);
    assert!(claims.iter().all(|(_, claim)| claim.gone.is_none() && claim.last_seen == at));
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    scene.ledger.rebuild(KORNOELJE).await.expect("it is made again");
    assert_eq!(scene.ledger.claims(KORNOELJE).await.expect("it reads"), claims);
}

async fn a_capability_changed_by_another_is_a_conflict(store: Store) {
    let scene = Scene::new(store).await;
    let id = CapabilityId::new(Uuid::from_u128(1));
    let at = instant("2026-02-02T10:00:00Z");
    scene.happens(id, &registered("Export")).await.expect("it commits");
    let told = scene.ledger.capability(KORNOELJE, id).await.expect("it reads");
    let gone = CapabilityEvent::Retired { reason: line("the line is cut") };
    scene.happens(id, &gone).await.expect("it commits");
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.capability_event(id, &told, &gone, US, at);
    let refused = batch.commit(&key("later"), at).await.expect_err("it was decided on the past");
    assert_eq!(refused, LedgerError::Store(ledger::StoreError::Conflict));
    let told = scene.ledger.capability(KORNOELJE, id).await.expect("it reads");
    assert_eq!(told.head.version, 2, "nothing half written");
}

async fn a_name_is_given_once_by_two_servers_too(store: Store) {
    let scene = Scene::new(store).await;
    let other = scene.again().await;
    let [first, second] = [1, 2].map(|id| CapabilityId::new(Uuid::from_u128(id)));
    let at = instant("2026-02-02T10:00:00Z");
    let named = |name: &str, names: &[&str]| CapabilityEvent::Registered {
        name: line(name),
        names: names.iter().map(|name| OtherName { language: None, name: line(name) }).collect(),
    };
    // Both servers look before either writes: to each of them the name is free.
    let told = other.capability(KORNOELJE, second).await.expect("it reads");
    let mut late = other.batch(KORNOELJE);
    late.capability_event(second, &told, &named("Files", &["EXCEL-export"]), US, at);
    scene.happens(first, &named("Excel export", &[])).await.expect("it commits");
    let refused = late.commit(&key("late"), at).await.expect_err("the name is taken");
    assert_eq!(refused, LedgerError::Store(ledger::StoreError::Conflict));
    assert_eq!(scene.ledger.capabilities(KORNOELJE).await.expect("it reads").len(), 1);

    // One that was taken out, or is called otherwise, leaves its name to others.
    let named_again = CapabilityEvent::Named { name: line("Spreadsheets"), names: Vec::new() };
    scene.happens(first, &named_again).await.expect("it commits");
    scene.happens(second, &named("Excel export", &[])).await.expect("it commits");
    let gone = CapabilityEvent::Retired { reason: line("replaced") };
    scene.happens(second, &gone).await.expect("it commits");
    let back = CapabilityEvent::Named { name: line("Excel export"), names: Vec::new() };
    scene.happens(first, &back).await.expect("it commits");
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    scene.ledger.rebuild(KORNOELJE).await.expect("it is made again");
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
}
