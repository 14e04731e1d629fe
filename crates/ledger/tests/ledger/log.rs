//! Streams: written at their end, read whole, by one writer at a time.

use calendar::Due;
use ledger::chain::Stream;
use ledger::guest::LinkHolder;
use ledger::{Key, LedgerError, Outcome, StoreError};
use promise::money::Currency;
use promise::party::{Arranged, NewWork, Overtime, OwnLoss, Work, WorkLink};
use promise::tie::{Tie, TieEvent, TiedTo, Ties};
use promise::{Command, State, StateName, TieId};
use testkit::Store;
use uuid::Uuid;

use crate::scene::{
    BREWERY, EBBA, FENNA, KORNOELJE, Scene, THEM, US, instant, key, line, offer, office,
    promise_id, theirs, write,
};

testkit::on_both_stores!(
    what_is_written_is_read,
    a_promise_is_the_same_after_closing_and_opening,
    what_was_asked_is_known_again_and_cannot_be_read,
    nothing_personal_stands_open_in_the_log,
    of_two_writers_the_second_is_told,
    a_key_is_answered_once_and_for_one_thing,
    a_number_is_given_once,
    work_is_planned_beside_the_promise,
    ties_have_a_stream_of_their_own,
    people_met_by_another_program_are_known_here,
    a_link_leads_to_its_contact_until_it_is_renewed,
    a_rebuild_makes_what_was_there,
);

async fn what_is_written_is_read(store: Store) {
    let scene = Scene::new(store).await;
    let organisation = scene.ledger.organisation(KORNOELJE).await.expect("it reads");
    let state = organisation.state.expect("it was founded");
    assert_eq!(state.name.as_str(), "Kornoelje Software");
    assert_eq!(state.members[&FENNA].name, "Fenna Oldenzand");
    assert_eq!(state.calendars["kontor"].calendar, office());
    assert_eq!(state.teams["Couplings"].reserved_minutes, Some(600));
    assert_eq!(organisation.head.version, 5);

    let account = scene.ledger.account(KORNOELJE, BREWERY).await.expect("it reads");
    let contact = account.state.expect("a customer").contacts[&EBBA].clone();
    assert_eq!(contact.email.as_deref(), Some("ebba@bjorkskatan.example"));
}

async fn a_promise_is_the_same_after_closing_and_opening(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", Command::Accept).await;
    let before = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    let after = scene.again().await.promise(KORNOELJE, id).await.expect("it reads");
    assert_eq!(after.state, before.state);
    assert_eq!(after.events, before.events);
    assert_eq!(after.head.version, 3);
    assert_eq!(after.state.expect("a promise").state.name(), StateName::Accepted);
}

async fn what_was_asked_is_known_again_and_cannot_be_read(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    let asked = Key {
        key: "one".to_owned(),
        fingerprint: "decline Vi hinner inte i år.".to_owned(),
        answer: "done".to_owned(),
    };
    let at = instant("2026-02-03T09:12:00Z");
    let batch = || scene.ledger.batch(KORNOELJE);
    assert_eq!(batch().commit(&asked, at).await, Ok(Outcome::Done));
    let again = batch().commit(&asked, at).await;
    assert_eq!(again, Ok(Outcome::DoneBefore("done".to_owned())));
    let recalled = scene.ledger.recall(KORNOELJE, "one", &asked.fingerprint).await;
    assert_eq!(recalled, Ok(Some("done".to_owned())));
    let reused = LedgerError::Store(StoreError::KeyReused { key: "one".to_owned() });
    let other = Key { fingerprint: "accept".to_owned(), ..asked };
    assert_eq!(batch().commit(&other, at).await, Err(reused.clone()));
    assert_eq!(scene.ledger.recall(KORNOELJE, "one", "accept").await, Err(reused));

    let words = "hinner inte";
    assert!(!scene.store.holds(words).await, "it holds what was said in the clear");
    assert!(scene.store.holds("Kornoelje Software").await, "names stand in the clear");
}

async fn nothing_personal_stands_open_in_the_log(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    let words = Some(theirs("Vi hinner inte i år."));
    let decline = Command::Decline { for_good: false, words };
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", decline).await;
    for stream in [Stream::Organisation, Stream::Account(BREWERY), Stream::Promise(id)] {
        for link in scene.ledger.links(KORNOELJE, &stream).await.expect("it reads") {
            let data = link.data.to_string();
            for secret in ["Fenna", "Ebba", "ebba@", "hinner", "Nothing like"] {
                assert!(!data.contains(secret), "{stream} {}: {data}", link.version);
            }
        }
    }
    let told = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    let Some(State::Declined(declined)) = told.state.map(|p| p.state) else { panic!("declined") };
    assert_eq!(declined.words.expect("words").as_str(), "Vi hinner inte i år.");
}

async fn of_two_writers_the_second_is_told(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    let at = instant("2026-02-02T11:00:00Z");
    let (calendar, policy) = (office(), promise::Policy::default());
    let now = promise::Now { at, calendar: &calendar, policy: &policy };
    let told = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    let decided =
        |command| promise::decide(told.state.as_ref(), command, US, &now).expect("it is allowed");
    for (name, command, wanted) in [
        ("first", offer(), Ok(Outcome::Done)),
        ("second", Command::Discard, Err(LedgerError::Store(StoreError::Conflict))),
    ] {
        let mut batch = scene.ledger.batch(KORNOELJE);
        batch.promise_events(id, &told, &decided(command)).expect("it writes");
        assert_eq!(batch.commit(&key(name), at).await, wanted, "{name}");
    }
    let links = scene.ledger.links(KORNOELJE, &Stream::Promise(id)).await.expect("it reads");
    assert_eq!(links.len(), 2, "nothing of the second was written");
    // Its key is free again: it was not answered.
    assert_eq!(scene.ledger.recall(KORNOELJE, "second", "second").await, Ok(None));
}

async fn a_key_is_answered_once_and_for_one_thing(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    let at = instant("2026-02-02T10:00:00Z");
    let (calendar, policy) = (office(), promise::Policy::default());
    let now = promise::Now { at, calendar: &calendar, policy: &policy };
    let told = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    let events = promise::decide(None, write(214), US, &now).expect("it is allowed");
    let commit = async |name: &str, fingerprint: &str| {
        let mut batch = scene.ledger.batch(KORNOELJE);
        batch.promise_events(id, &told, &events).expect("it writes");
        let key = Key { fingerprint: fingerprint.to_owned(), ..key(name) };
        batch.commit(&key, at).await
    };
    assert_eq!(commit("k", "draft").await, Ok(Outcome::Done));
    // The same again, although by its version it would be a conflict: the same answer, and nothing twice.
    assert_eq!(commit("k", "draft").await, Ok(Outcome::DoneBefore("{\"of\":\"k\"}".to_owned())));
    let reused = StoreError::KeyReused { key: "k".to_owned() };
    assert_eq!(commit("k", "another").await, Err(LedgerError::Store(reused.clone())));
    assert_eq!(
        scene.ledger.recall(KORNOELJE, "k", "draft").await,
        Ok(Some("{\"of\":\"k\"}".to_owned()))
    );
    assert_eq!(
        scene.ledger.recall(KORNOELJE, "k", "another").await,
        Err(LedgerError::Store(reused))
    );
    let links = scene.ledger.links(KORNOELJE, &Stream::Promise(id)).await.expect("it reads");
    assert_eq!(links.len(), 1);
}

async fn a_number_is_given_once(store: Store) {
    let scene = Scene::new(store).await;
    scene.ask(promise_id(1), US, "2026-02-02T10:00:00Z", write(214)).await;
    let at = instant("2026-02-02T10:00:01Z");
    let (calendar, policy) = (office(), promise::Policy::default());
    let now = promise::Now { at, calendar: &calendar, policy: &policy };
    let events = promise::decide(None, write(214), US, &now).expect("it is allowed");
    let told = scene.ledger.promise(KORNOELJE, promise_id(2)).await.expect("it reads");
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.promise_events(promise_id(2), &told, &events).expect("it writes");
    let refused = batch.commit(&key("again"), at).await;
    assert_eq!(refused, Err(LedgerError::Store(StoreError::Conflict)));
}

async fn work_is_planned_beside_the_promise(store: Store) {
    let scene = Scene::new(store).await;
    let (id, at) = (promise_id(1), instant("2026-02-02T10:00:00Z"));
    let work = Work {
        new: vec![NewWork {
            team: "Couplings".to_owned(),
            kind: "export".to_owned(),
            estimate_minutes: Some(480),
            pieces: std::num::NonZeroU32::MIN,
        }],
        records: vec![WorkLink { source: "jira".to_owned(), id: "MET-7".to_owned() }],
        first: false,
        after: vec![promise_id(9)],
        arranged: Arranged {
            before: Some(promise_id(7)),
            hired: true,
            overtime: vec![Overtime {
                team: "Couplings".to_owned(),
                minutes_a_week: 480,
                from: at,
                until: instant("2026-02-16T10:00:00Z"),
            }],
            movable: true,
            loss: Some(OwnLoss { currency: Currency::Eur, per_day: 25_000, per_breach: 100_000 }),
        },
    };
    let told = scene.ledger.work(KORNOELJE, id).await.expect("it reads");
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.plan_work(id, &told, work.clone(), US, at);
    batch.commit(&key("plan"), at).await.expect("it commits");
    let told = scene.ledger.work(KORNOELJE, id).await.expect("it reads");
    assert_eq!(told.state, Some(work.clone()));
    // What was planned before anything could be arranged is read as work without arrangements.
    let codec = scene.ledger.codec(KORNOELJE);
    let plain = serde_json::json!({ "v": 1, "records": [{ "source": "jira", "id": "MET-7" }], "first": true });
    let read = codec.read_planned(&plain).expect("it reads");
    let records = work.records.clone();
    assert_eq!(read, Work { records, first: true, ..Work::default() });
    let wrong = serde_json::json!({ "v": 1, "first": true, "arranged": { "before": "somewhere" } });
    let refused = codec.read_planned(&wrong).expect_err("no such promise");
    assert!(refused.to_string().contains("before is \"somewhere\""), "{refused}");
    let arranged = ledger::codec::arranged_json(&work.arranged);
    assert_eq!(ledger::codec::read_arranged(&arranged), Ok(work.arranged));
    let wrong = serde_json::json!({ "v": 1, "first": true, "after": ["214"] });
    codec.read_planned(&wrong).expect_err("an id is no number");
}

async fn ties_have_a_stream_of_their_own(store: Store) {
    let scene = Scene::new(store).await;
    let (id, at) = (promise_id(1), instant("2026-02-02T10:00:00Z"));
    let tie = |number: u128, to: TiedTo| Tie {
        id: TieId::new(Uuid::from_u128(number)),
        to,
        what: line("200 m of cable"),
        due: Due::parse("2026-02-06", &office()).expect("a due"),
    };
    let events = [
        TieEvent::Noted(tie(1, TiedTo::ThirdParty(line("Kabelfabriek")))),
        TieEvent::Noted(tie(2, TiedTo::Account)),
        TieEvent::Noted(tie(3, TiedTo::Account)),
        TieEvent::Arrived { id: tie(1, TiedTo::Account).id, at },
        TieEvent::Dropped { id: tie(2, TiedTo::Account).id },
    ];
    for event in &events {
        let told = scene.ledger.ties(KORNOELJE, id).await.expect("it reads");
        let mut batch = scene.ledger.batch(KORNOELJE);
        batch.tie_event(id, &told, event, US, at);
        batch.commit(&key(&format!("{event:?}")), at).await.expect("it commits");
    }
    let told = scene.ledger.ties(KORNOELJE, id).await.expect("it reads");
    let expected = events.iter().fold(Ties::default(), Ties::evolve);
    assert_eq!((told.state, told.head.version), (Some(expected), 5));
    // The stored form of today is read for ever.
    let links = scene.ledger.links(KORNOELJE, &Stream::Ties(id)).await.expect("it reads");
    let stored: Vec<String> =
        links.iter().map(|link| format!("{} {}", link.kind, link.data)).collect();
    insta::assert_snapshot!("ties", stored.join("\n"));

    let delivered = scene.ledger.deliveries(KORNOELJE).await.expect("it reads");
    let [one] = delivered.as_slice() else { panic!("{delivered:?}") };
    assert_eq!((one.third_party.as_str(), one.at), ("Kabelfabriek", at));
    let open = scene.ledger.open_ties(KORNOELJE).await.expect("it reads");
    assert!(open.is_empty(), "there is no such promise to keep: {open:?}");
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    scene.ledger.rebuild(KORNOELJE).await.expect("it is made again");
    assert_eq!(scene.ledger.deliveries(KORNOELJE).await.expect("it reads"), delivered);
}

async fn people_met_by_another_program_are_known_here(store: Store) {
    let scene = Scene::new(store).await;
    let other = scene.again().await;
    let at = instant("2026-02-02T10:00:00Z");
    let anneke = promise::ContactId::new(Uuid::from_u128(77));
    let event = promise::party::AccountEvent::ContactSet {
        contact: anneke,
        name: "Anneke".to_owned(),
        email: None,
        language: promise::Language::Nl,
    };
    let told = other.account(KORNOELJE, BREWERY).await.expect("it reads");
    let mut batch = other.batch(KORNOELJE);
    batch.account_events(BREWERY, &told, &[event], US, at).expect("it writes");
    batch.commit(&key("anneke"), at).await.expect("it commits");
    let account = scene.ledger.account(KORNOELJE, BREWERY).await.expect("it reads");
    assert_eq!(account.state.expect("a customer").contacts[&anneke].name, "Anneke");
}

async fn a_link_leads_to_its_contact_until_it_is_renewed(store: Store) {
    let scene = Scene::new(store).await;
    let link = scene.ledger.ring().link(KORNOELJE, EBBA, 1);
    let ebba = LinkHolder { organisation: KORNOELJE, account: BREWERY, contact: EBBA };
    let who = async |token: &str| scene.ledger.link_holder(token).await.expect("it reads");
    assert_eq!(who(&link).await, Some(ebba));
    assert_eq!(who("x").await, None);
    let stranger = promise::ContactId::new(Uuid::from_u128(99));
    assert_eq!(who(&scene.ledger.ring().link(KORNOELJE, stranger, 1)).await, None);
    let at = instant("2026-02-02T10:00:00Z");
    let told = scene.ledger.account(KORNOELJE, BREWERY).await.expect("it reads");
    let mut batch = scene.ledger.batch(KORNOELJE);
    let renewed = [promise::party::AccountEvent::LinkRenewed { contact: EBBA }];
    batch.account_events(BREWERY, &told, &renewed, US, at).expect("it writes");
    batch.commit(&key("renew"), at).await.expect("it commits");
    assert_eq!(who(&link).await, None, "the link before is dead");
    assert_eq!(who(&scene.ledger.ring().link(KORNOELJE, EBBA, 2)).await, Some(ebba));
    let elsewhere = promise::OrganisationId::new(Uuid::from_u128(98));
    assert_eq!(who(&scene.ledger.ring().link(elsewhere, EBBA, 2)).await, None);
}

async fn a_rebuild_makes_what_was_there(store: Store) {
    let scene = Scene::new(store).await;
    for number in 1..6 {
        let id = promise_id(number.into());
        scene.ask(id, US, "2026-02-02T10:00:00Z", write(number)).await;
        scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
        if number % 2 == 0 {
            scene.ask(id, THEM, "2026-02-03T09:12:00Z", Command::Accept).await;
        }
    }
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    assert_eq!((checked.streams, checked.events), (7, 5 + 2 + 5 * 2 + 2));
    scene.ledger.rebuild(KORNOELJE).await.expect("it writes");
    assert_eq!(scene.ledger.check(KORNOELJE).await.expect("it reads").faults, Vec::<String>::new());
}
