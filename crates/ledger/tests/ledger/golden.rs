//! What is written today must be readable for ever: every event's stored form, word for word.

use calendar::{Due, Grain};
use jiff::SignedDuration;
use ledger::chain::{Link, Loose, Stream, canonical};
use promise::costs::{Costs, TeamCosts};
use promise::event::{CounterProposal, Evidence};
use promise::health::ForecastStamp;
use promise::money::Currency;
use promise::party::{
    Absence, AccountEvent, CalendarVersion, Discipline, Language, OrganisationEvent, PersonFigures,
    Role, Team,
};
use promise::renegotiation::{Change, Reason, Renegotiation};
use promise::settle::{Confirmation, Judgement, Measure, Settlement, Timing};
use promise::terms::{
    BelowPolicy, Consequence, Consideration, CounterPromise, Draft, Found, Ground, Remedy,
    RemedyChoice, RemedyKind, RemedyPer,
};
use promise::{Actor, Chance, CounterPromiseId, Event, ForecastId, Health, Policy, Side, Stamped};
use serde_json::json;
use testkit::Store;
use uuid::Uuid;

use crate::scene::{
    BREWERY, EBBA, FENNA, KORNOELJE, Scene, THEM, US, instant, line, office, ours, promise_id,
    theirs, whole_draft,
};

fn due(text: &str) -> Due {
    Due::parse(text, &office()).expect("a due").said("mid March, the Thursday")
}

fn forecast() -> ForecastStamp {
    let made_at = instant("2026-02-02T10:00:00Z");
    let days = [5, 8, 10, 14, 20, 24, 32];
    let quantiles = days.map(|day| made_at + SignedDuration::from_hours(24 * day));
    ForecastStamp {
        id: ForecastId::new(Uuid::from_u128(6)),
        made_at,
        chance: Chance::of_percent(62),
        quantiles,
        likely: quantiles[3],
        finished: 60,
        trials: 1000,
        seed: u64::MAX,
    }
}

fn counter_promise() -> CounterPromise {
    CounterPromise {
        id: CounterPromiseId::new(Uuid::from_u128(5)),
        subject: line("The signed certificates"),
        due: due("2026-03-05"),
        consequence: Consequence::Shift,
    }
}

fn full_draft() -> Draft {
    let money = |text: &str| text.parse().expect("an amount");
    let asked = Consideration::Asked {
        counter_promises: vec![counter_promise()],
        price: Some(money("SEK 25000")),
    };
    let remedy = Remedy {
        kind: RemedyKind::Credit,
        amount: money("SEK 2500"),
        per: RemedyPer::WorkingDay,
        cap: Some(money("SEK 12500")),
    };
    let below_policy =
        Some(BelowPolicy { taken_by: FENNA, reason: ours("Their stock count starts then.") });
    Draft {
        wished: Some(
            Due::at_end_of(Grain::Week, due("2026-03-05").date(), &office()).expect("a due"),
        ),
        due: Some(due("2026-03-12")),
        consideration: Some(asked),
        remedy: Some(RemedyChoice::Agreed(remedy)),
        ground: Some(Ground::Forecast { forecast: forecast(), below_policy }),
        ..whole_draft()
    }
}

fn renegotiation() -> Renegotiation {
    Renegotiation {
        by: Side::Us,
        at: instant("2026-03-09T08:40:00Z"),
        change: Change { due: Some(due("2026-03-17")), subject: Some(line("41 sites")) },
        reason: Reason::CounterPromise,
        words: Some(ours("The certificates came late.")),
        ground: Some(Ground::Without { reason: ours("Agreed by telephone.") }),
        consequence_of: Some((counter_promise().id, 3)),
    }
}

fn judgement() -> Judgement {
    Judgement { due: due("2026-03-12"), timing: Timing::Late, slack_days: -3 }
}

/// Every event there is, with every field filled in.
fn all_events() -> Vec<Event> {
    let at = instant("2026-03-11T15:20:00Z");
    let some = || Some(theirs("Två anläggningar saknas."));
    let id = counter_promise().id;
    let terms = full_draft().complete().expect("nothing is missing");
    let known = Draft {
        contact: Some(EBBA),
        subject: Some(line("An export")),
        promisor: Some(FENNA),
        ..Draft::new(whole_draft().account)
    };
    let settlement = Settlement::Delivered {
        at,
        against_first: Some(judgement()),
        against_last: Some(judgement()),
        measure: Measure::AsPromised,
        confirmed_by: Confirmation::Silence,
    };
    vec![
        Event::Drafted { number: 214, draft: Box::new(full_draft()) },
        Event::Discarded,
        Event::Offered { terms: Box::new(terms), expires: at },
        Event::Accepted,
        Event::Declined { for_good: true, words: some() },
        Event::CounterProposed(CounterProposal { due: Some(due("2026-03-06")), words: some() }),
        Event::Lapsed,
        Event::TakenBack { words: some() },
        Event::Reopened,
        Event::Recorded {
            number: 215,
            found: Box::new(Found { known, sentence: ours("Det lovar jag.") }),
        },
        Event::RecordConfirmed,
        Event::RecordRejected { words: some() },
        Event::RenegotiationOffered(Box::new(renegotiation())),
        Event::RenegotiationAccepted { covers: vec![(id, 3)] },
        Event::RenegotiationDeclined { words: None },
        Event::RenegotiationTakenBack,
        Event::DuePassed { due: due("2026-03-12") },
        Event::Delivered { at, evidence: Evidence::Reference(line("MET-7")), silence_ends: at },
        Event::Delivered { at, evidence: Evidence::Word(ours("It runs.")), silence_ends: at },
        Event::DeliveryConfirmed { measure: Measure::More, words: some() },
        Event::SilenceEnded,
        Event::Disputed { words: theirs("Nej.") },
        Event::Released { words: None },
        Event::Voided { counter_promise: id },
        Event::Withdrawn { reason: Reason::Mistake, words: ours("It cannot be built.") },
        Event::Settled(Box::new(settlement)),
        Event::Settled(Box::new(Settlement::Broken { reason: Reason::Work })),
        Event::CounterPromiseMet { id, at },
        Event::CounterPromisePassed { id },
        Event::HealthChanged {
            from: Some(Health::OnPlan),
            to: Health::OffPlan,
            forecast: Box::new(forecast()),
        },
    ]
}

#[tokio::test]
async fn every_event_has_the_stored_form_it_always_had() {
    let scene = Scene::new(Store::sqlite()).await;
    let codec = scene.ledger.codec(KORNOELJE);
    let actors = [
        US,
        THEM,
        Actor::Contact { contact: EBBA, through: Some(FENNA) },
        Actor::Rule(promise::Rule::Consequence),
    ];
    let mut stored = String::new();
    for (number, event) in all_events().into_iter().enumerate() {
        let by = actors[number % actors.len()];
        let stamped = Stamped { at: instant("2026-03-12T09:00:00.25Z"), by, event };
        let loose = codec.write_promise(Uuid::nil(), &stamped).expect("it writes");
        let link = link(loose, &Stream::Promise(promise_id(1)));
        assert_eq!(codec.read_promise(&link).expect("it reads"), stamped);
        stored.push_str(&form(&link));
    }
    insta::assert_snapshot!("events-v1", stored);
}

/// Every event of an organisation there is, with every field filled in.
fn organisation_events() -> Vec<OrganisationEvent> {
    let calendar = Box::new(CalendarVersion { version: 3, calendar: office() });
    let (calendars, slots) = ("kontor".to_owned(), std::num::NonZeroU32::new(2));
    let discipline = Discipline::WipLimit;
    let team = Team { calendar: calendars.clone(), slots, reserved_minutes: Some(600), discipline };
    let of_team = TeamCosts { hour: Some(8500), overtime_minutes: 480 };
    let costs = Costs {
        currency: Currency::Eur,
        hour: Some(7500),
        overtime_percent: 150,
        hired_hour: Some(11_000),
        loss_per_day: 20_000,
        loss_per_breach: 100_000,
        teams: [("Couplings".to_owned(), of_team)].into(),
    };
    let reason = Some(line("Agreed with the works council on 3 March 2026"));
    let (language, zone) = (Language::Nl, "Europe/Amsterdam".to_owned());
    vec![
        OrganisationEvent::Founded {
            name: line("Kornoelje Software"),
            language,
            zone,
            currency: Currency::Eur,
        },
        OrganisationEvent::PolicySet(Policy::default()),
        OrganisationEvent::MemberSet {
            member: FENNA,
            name: "Fenna Oldenzand".to_owned(),
            role: Role::Admin,
        },
        OrganisationEvent::MemberLeft { member: FENNA },
        OrganisationEvent::MemberErased { member: FENNA },
        OrganisationEvent::PersonFiguresSet(PersonFigures { shown: true, reason }),
        OrganisationEvent::PersonFiguresSet(PersonFigures::default()),
        OrganisationEvent::SecondFactorDemanded { demanded: true },
        OrganisationEvent::CostsSet(Box::new(costs)),
        OrganisationEvent::CostsSet(Box::new(Costs::unknown(Currency::Sek))),
        OrganisationEvent::TeamSet { name: "Couplings".to_owned(), team },
        OrganisationEvent::AbsenceNoted {
            team: "Couplings".to_owned(),
            absence: Absence {
                from: jiff::civil::date(2026, 7, 6),
                until: jiff::civil::date(2026, 7, 24),
                people: std::num::NonZeroU32::MIN,
            },
        },
        OrganisationEvent::AbsenceCancelled {
            team: "Couplings".to_owned(),
            from: jiff::civil::date(2026, 7, 6),
        },
        OrganisationEvent::TeamSet {
            name: "Reports".to_owned(),
            team: Team::of_calendar("kontor"),
        },
        OrganisationEvent::CalendarSet { name: calendars, calendar },
    ]
}

/// Every event of an account there is, with every field filled in.
fn account_events() -> Vec<AccountEvent> {
    vec![
        AccountEvent::AccountSet {
            name: line("Björkskatan Bryggeri"),
            calendar: "kontor".to_owned(),
        },
        AccountEvent::ContactSet {
            contact: EBBA,
            name: "Ebba Kvistgren".to_owned(),
            email: Some("ebba@bjorkskatan.example".to_owned()),
            language: Language::Sv,
        },
        AccountEvent::LinkRenewed { contact: EBBA },
        AccountEvent::ContactLeft { contact: EBBA },
        AccountEvent::ContactErased { contact: EBBA },
    ]
}

#[tokio::test]
async fn every_event_of_the_two_sides_has_the_stored_form_it_always_had() {
    let scene = Scene::new(Store::sqlite()).await;
    let codec = scene.ledger.codec(KORNOELJE);
    let at = instant("2026-03-12T09:00:00.25Z");
    let mut stored = String::new();
    for event in organisation_events() {
        let loose = codec.write_organisation(Uuid::nil(), at, US, &event).expect("it writes");
        let link = link(loose, &Stream::Organisation);
        assert_eq!(codec.read_organisation(&link).expect("it reads"), event);
        stored.push_str(&form(&link));
    }
    for event in account_events() {
        let loose = codec.write_account(Uuid::nil(), at, US, &event).expect("it writes");
        let link = link(loose, &Stream::Account(BREWERY));
        assert_eq!(codec.read_account(&link).expect("it reads"), event);
        stored.push_str(&form(&link));
    }
    insta::assert_snapshot!("party-events-v1", stored);
}

/// An event as if it had been read from its stream.
fn link(loose: Loose, stream: &Stream) -> Link {
    Link {
        actor: loose.actor,
        at: loose.at,
        data: loose.data,
        hash: String::new(),
        id: loose.id.to_string(),
        kind: loose.kind.to_owned(),
        organisation: KORNOELJE.to_string(),
        previous: String::new(),
        stream: stream.to_string(),
        version: 1,
    }
}

fn form(link: &Link) -> String {
    let shape = format!("{} {} {}\n", link.kind, canonical(&link.actor), canonical(&link.data));
    without_salt(&shape)
}

#[tokio::test]
async fn forms_of_later_versions_are_refused_not_guessed() {
    let scene = Scene::new(Store::sqlite()).await;
    let codec = scene.ledger.codec(KORNOELJE);
    let stamped = Stamped { at: instant("2026-03-12T09:00:00Z"), by: US, event: Event::Accepted };
    let loose = codec.write_promise(Uuid::nil(), &stamped).expect("it writes");
    let read = |kind: &str, data: serde_json::Value| {
        let link = Link {
            actor: loose.actor.clone(),
            at: loose.at,
            data,
            hash: String::new(),
            id: loose.id.to_string(),
            kind: kind.to_owned(),
            organisation: KORNOELJE.to_string(),
            previous: String::new(),
            stream: Stream::Promise(promise_id(1)).to_string(),
            version: 1,
        };
        codec.read_promise(&link).map(|read| read.event).map_err(|error| error.to_string())
    };
    assert_eq!(read("accepted", json!({ "v": 1 })), Ok(Event::Accepted));
    for (kind, data, wanted) in [
        ("accepted", json!({ "v": 2 }), "its shape is of version 2"),
        ("accepted", json!({}), "its shape has no version"),
        ("accepted", json!({ "v": 1, "by": "x" }), "unknown field `by`"),
        ("embraced", json!({ "v": 1 }), "kind is \"embraced\""),
        ("due_passed", json!({ "v": 1 }), "missing field `due`"),
        (
            "delivered",
            json!({ "v": 1, "at": loose.at, "silence_ends": loose.at }),
            "evidence has not",
        ),
    ] {
        let error = read(kind, data).expect_err(kind);
        assert!(error.contains(wanted), "{error}");
    }
}

/// Salt and nonce make every digest and box another one; what they are of is tried elsewhere.
fn without_salt(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    for mark in std::iter::repeat([r#""box":""#, r#""digest":""#]).flatten() {
        let Some(at) = rest.find(mark) else { break };
        let begin = at + mark.len();
        let end = begin + rest[begin..].find('"').expect("a closed text");
        out.push_str(&rest[..begin]);
        out.push('…');
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}
