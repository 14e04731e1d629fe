//! What a replay was worth, in worlds whose truth is known.

use super::*;
use crate::Seed;

const DAY_SECONDS: i64 = 86_400;

/// Six a day; one in three of a slower kind, one in ten never ends. From `slower_from` on all take half as long again.
fn world(rows: u64, slower_from: u64) -> Vec<Record> {
    let luck = Seed(11);
    let row = |row: u64| {
        let made = i64::try_from(row).expect("small") * DAY_SECONDS / 6;
        let is_slow = luck.uniform(row, 0) < 0.33;
        let spread = libm::exp(1.2 * (luck.uniform(row, 1) + luck.uniform(row, 2) - 1.0));
        let change = if row >= slower_from { 1.5 } else { 1.0 };
        let days = if is_slow { 12.0 } else { 4.0 } * spread * change;
        let ends = luck.uniform(row, 3) >= 0.1;
        Record {
            made,
            done: ends.then(|| made + whole_seconds(days * DAY)),
            given_up: None,
            group: "team".to_owned(),
            kind: if is_slow { "slow" } else { "quick" }.to_owned(),
            person: String::new(),
            estimate: Some(4.0 + 8.0 * luck.uniform(row, 4)),
            actual: Some(4.0 + 12.0 * luck.uniform(row, 5)),
            promised: Some(made + 60 * DAY_SECONDS),
            wanted: true,
        }
    };
    (0..rows).map(row).collect()
}

fn share(share: Share) -> f64 {
    share.value().expect("something of it")
}

#[test]
fn a_steady_world_is_told_as_it_is() {
    let card = judge(&world(2400, u64::MAX), Question::Elapsed, |_, _| {});
    assert_eq!(card.answers, 2400);
    assert!((share(card.all.shares[2]) - 0.85).abs() < 0.02, "{:?}", card.all);
    let kinds: Vec<&Held> = ["quick", "slow"]
        .map(|kind| &card.by[&(Split::Kind, kind.to_owned())])
        .into_iter()
        .collect();
    assert_eq!(kinds.iter().map(|k| k.shares[2].of).sum::<usize>(), card.all.shares[2].of);
    assert!(kinds.iter().all(|k| (share(k.shares[2]) - 0.85).abs() < 0.04), "{kinds:?}");
    let best = card.models[0];
    assert!(best.0.likenesses.contains(&crate::elapsed::Likeness::Kind), "{:?}", card.models);
    assert!(card.models.is_sorted_by(|a, b| a.1 <= b.1) && card.models.len() > 5);
    // Nine in ten end, so nineteen in twenty cannot be promised.
    let [.., never] = card.all.undefined;
    assert!(never * 10 > card.answers * 8, "{never}");
    // The last tenth of what was forecast is never there.
    let even = card.pit[..16].iter().sum::<f64>() / 16.0;
    assert!(card.pit[2..16].iter().all(|part| (part / even - 1.0).abs() < 0.45), "{:?}", card.pit);
    let is_short = |drift: &Drift| drift.direction == crate::drift::Direction::Short;
    let mut short = card.drifts.iter().filter(|(level, drift)| *level > 0.5 && is_short(drift));
    assert_eq!(short.next(), None, "it holds");
}

#[test]
fn it_is_sharper_than_the_plainer_ways() {
    let card = judge(&world(2400, u64::MAX), Question::Promise, |_, _| {});
    let beside = |wanted| {
        *card.beside.iter().find(|beside| beside.baseline == wanted).expect("it was compared")
    };
    let given = beside(Baseline::Given);
    assert!(share(given.held) > 0.999, "two months hold whatever ends");
    assert!(given.pinball.expect("rows") < 0.4, "at that price: {given:?}");
    let closed = beside(Baseline::ClosedOnly);
    assert!(closed.crps.expect("rows") < 0.9, "it tells no kinds apart: {closed:?}");
    assert!(beside(Baseline::Throughput).crps.expect("rows") < 0.5);
    assert!(card.beside.iter().all(|beside| beside.baseline != Baseline::MeanRatio));
    let sandbagging = card.sandbagging.expect("all have a date");
    assert!(
        (sandbagging.given.lead_days - 60.0).abs() < 1e-9 && sandbagging.index() > 0.5,
        "{sandbagging:?}"
    );
    assert!(sandbagging.given.burden_days() > sandbagging.could.burden_days(), "{sandbagging:?}");
}

#[test]
fn effort_is_compared_with_the_estimate_and_its_mean_overrun() {
    let card = judge(&world(1500, u64::MAX), Question::Effort, |_, _| {});
    let ways: Vec<Baseline> = card.beside.iter().map(|beside| beside.baseline).collect();
    assert_eq!(ways, [Baseline::Given, Baseline::MeanRatio, Baseline::ClosedOnly]);
    assert!(card.beside[0].crps.expect("rows") < 1.0, "{:?}", card.beside);
    assert!(card.models.is_empty(), "there is one");
    assert!(card.by.keys().all(|(split, _)| *split != Split::Horizon), "hours are no days ahead");
}

#[test]
fn open_rows_are_asked_again_and_again_as_they_age() {
    let mut heard = (0, 0);
    let card = judge(&world(1200, u64::MAX), Question::Remaining(10), |done, of| {
        assert!(done >= heard.0 && done <= of, "progress never goes back: {done} of {of}");
        heard = (done, of);
    });
    assert!(card.answers > 1200, "{}", card.answers);
    assert!(heard.1 > 200, "{heard:?}");
    let ways: Vec<Baseline> = card.beside.iter().map(|beside| beside.baseline).collect();
    assert_eq!(ways, [Baseline::Given, Baseline::ClosedOnly]);
}

#[test]
fn a_change_is_noticed_and_dated() {
    let card = judge(&world(2400, 1500), Question::Elapsed, |_, _| {});
    let changed = 1500 * DAY_SECONDS / 6;
    let day = |second: i64| (second - changed) / DAY_SECONDS;
    let short = card.drifts.iter().map(|(_, drift)| drift);
    let short = short.filter(|drift| drift.direction == crate::drift::Direction::Short);
    let first = short.clone().find(|drift| drift.noticed.0 > changed).expect("a drift");
    assert!((-10..25).contains(&day(first.since)), "since {} days after", day(first.since));
    assert!(day(first.noticed.0) < 35, "noticed {} days after", day(first.noticed.0));
}

#[test]
fn nothing_is_said_of_nothing() {
    let card = judge(&[], Question::Elapsed, |_, _| {});
    assert_eq!((card.answers, card.all, card.beside.len()), (0, Held::default(), 0));
    assert_eq!(card.all.shares[0].value(), None);
}

#[test]
fn an_answer_costs_what_it_is_off_by() {
    for (outcome, said, wanted) in [(10.0, 8.0, 1.7), (8.0, 10.0, 0.3), (8.0, 8.0, 0.0)] {
        assert!((pinball(outcome, said, 0.85) - wanted).abs() < 1e-12);
    }
}

#[test]
fn odd_rows_are_answered_too() {
    let mut records = world(120, u64::MAX);
    let far = 400 * 365 * DAY_SECONDS;
    records[3].done = Some(records[3].made - DAY_SECONDS); // ended before it began
    records[4].done = Some(records[4].made); // at once
    records[5].made = -far;
    records[6].done = Some(far);
    records[7].estimate = Some(0.0);
    records[8].estimate = Some(f64::NAN);
    records[9].actual = None;
    records.push(records[10].clone());
    let questions =
        [Question::Effort, Question::Elapsed, Question::Promise, Question::Remaining(20_000)];
    for question in questions {
        let card = judge(&records, question, |_, _| {});
        let parts = card.pit.iter().sum::<f64>();
        assert!(card.answers > 0 && parts.is_finite(), "{question:?}: {card:?}");
        assert_eq!(judge(&records[..1], question, |_, _| {}).all.shares[2].of, 0);
    }
}
