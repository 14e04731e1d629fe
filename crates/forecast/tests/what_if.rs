//! What-if: exact trial by trial, and nothing that moves is overlooked.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use forecast::engine::answer::finishes;
use forecast::engine::network::{Draw, Task};
use forecast::engine::oracle::serial;
use forecast::engine::{Baseline, Change, Course, Effect, Isa, Scenario, Trials, ctp, what_if};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const SEED: u64 = 1;
const BLOCK: u64 = 64;
const BLOCKS: u64 = 8;

fn threads(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).expect("above zero")
}

fn baseline(size: usize) -> Baseline {
    let count = NonZeroU32::new(u32::try_from(BLOCK * BLOCKS).expect("small")).expect("above zero");
    let trials = Trials { count, threads: threads(2), isa: Isa::best() };
    let scenario = Scenario::dispatched(ctp::generate(size, SEED)).expect("it can be played");
    Baseline::of(scenario, SEED, trials)
}

fn new_task(team: usize, after: &[usize]) -> Task {
    let work = Draw { class: 3, scale: 20.0 };
    Task { key: 1_000_000, team, work, after: after.to_vec(), arrival: None, due: 60.0 }
}

/// For each task by its key: in which trials it is in time, by finishes that are kept.
fn in_time(scenario: &Scenario) -> BTreeMap<u64, Vec<bool>> {
    let course = Course::of(scenario, SEED);
    let mut all: BTreeMap<u64, Vec<bool>> = BTreeMap::new();
    for block in 0..BLOCKS {
        for (task, done) in
            scenario.network().tasks.iter().zip(finishes(&course, block, Isa::best()))
        {
            // As the engine has it: in single precision.
            #[expect(clippy::cast_possible_truncation, reason = "as the engine has it")]
            let due = f64::from(task.due as f32);
            all.entry(task.key).or_default().extend(done.iter().map(|done| *done <= due));
        }
    }
    all
}

fn share(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("small"))
        / f64::from(u32::try_from(BLOCK * BLOCKS).expect("small"))
}

/// Holds what is said of a change against both scenarios played in full.
fn check(base: &Baseline, changes: &[Change]) -> Vec<Effect> {
    let effects = what_if(base, changes, threads(2)).expect("it can be done");
    assert_eq!(effects, what_if(base, changes, threads(1)).expect("again"), "threads");
    let variant = base.scenario().changed(changes).expect("it can be done");
    let (before, after) = (in_time(base.scenario()), in_time(&variant));
    let told: BTreeMap<u64, &Effect> = effects.iter().map(|effect| (effect.key, effect)).collect();
    for (key, now) in &after {
        let Some(was) = before.get(key) else {
            assert!(told[key].before.is_none(), "a new one is told of");
            continue;
        };
        let pairs = || was.iter().zip(now);
        let lost = share(pairs().filter(|(was, now)| **was && !**now).count());
        let won = share(pairs().filter(|(was, now)| !**was && **now).count());
        match told.get(key) {
            Some(effect) => {
                assert!((effect.lost - lost).abs() < 1e-12, "{key}: {effect:?}, {lost}");
                assert!((effect.won - won).abs() < 1e-12, "{key}: {effect:?}, {won}");
                let kept = share(now.iter().filter(|kept| **kept).count());
                assert!((effect.after.keep - kept).abs() < 1e-12, "{key}");
                let change = effect.change();
                assert!((change.share - (won - lost)).abs() < 1e-12);
            }
            None => assert_eq!(was, now, "{key} moves, and nobody is told"),
        }
    }
    effects
}

#[test]
fn work_behind_all_moves_nobody() {
    let base = baseline(400);
    let effects = check(&base, &[Change::Insert { task: new_task(2, &[]), before: None }]);
    assert_eq!(effects.len(), 1, "the new one alone");
    assert!(effects[0].after.quantiles[1] > effects[0].after.quantiles[0]);
}

#[test]
fn work_before_all_moves_others_and_says_whom() {
    let base = baseline(400);
    let first = base.scenario().network().tasks[base.scenario().order()[0]].key;
    let team = base.scenario().network().tasks[base.scenario().order()[0]].team;
    let insert = Change::Insert { task: new_task(team, &[]), before: Some(first) };
    let effects = check(&base, &[insert]);
    let lost: f64 = effects.iter().map(|effect| effect.lost).sum();
    let won: f64 = effects.iter().map(|effect| effect.won).sum();
    assert!(lost > 0.1, "somebody pays for it: {lost}");
    // List scheduling has anomalies (Graham, 1966): some may come earlier. They are told, and they are few.
    assert!(won < lost, "{won} {lost}");
}

#[test]
fn every_kind_of_change_is_exact() {
    let base = baseline(300);
    let network = base.scenario().network().clone();
    let key = |rank: usize| network.tasks[base.scenario().order()[rank]].key;
    let busy = network.tasks[base.scenario().order()[10]].team;
    check(&base, &[Change::Remove(key(20))]);
    check(&base, &[Change::Move { key: key(250), before: Some(key(5)) }]);
    check(&base, &[Change::Move { key: key(5), before: None }]);
    check(&base, &[Change::Alter { key: key(30), work: Draw { class: 1, scale: 80.0 }, due: 8.0 }]);
    check(&base, &[Change::Slots { team: busy, count: 9 }]);
    check(&base, &[Change::Slots { team: busy, count: 1 }]);
    let insert = Change::Insert { task: new_task(1, &[3, 200]), before: Some(key(0)) };
    check(&base, &[insert, Change::Remove(key(100)), Change::Slots { team: 0, count: 2 }]);
    let nothing = check(&base, &[]);
    assert!(nothing.is_empty());
    // Another due alone is about one task.
    let only = Change::Alter { key: 7, work: network.tasks[7].work, due: 1.0 };
    assert_eq!(check(&base, &[only]).len(), 1);
}

#[test]
fn what_cannot_be_changed_is_refused() {
    let base = baseline(50);
    let refused = |change: Change, wanted: &str| {
        let error = what_if(&base, &[change], threads(1)).expect_err("it cannot be done");
        assert_eq!(error.to_string(), wanted);
    };
    refused(Change::Remove(99), "there is no task 99; it may have been removed");
    refused(
        Change::Move { key: 1, before: Some(98) },
        "there is no task 98; it may have been removed",
    );
    let twice = Task { key: 3, ..new_task(0, &[]) };
    refused(
        Change::Insert { task: twice, before: None },
        "there is a task 3 already; wanted another key",
    );
    refused(Change::Slots { team: 4, count: 1 }, "there is no team 4; wanted one of 1");
    refused(Change::Slots { team: 0, count: 0 }, "team 0 has no slots; wanted at least one");
    let far = Change::Insert { task: new_task(0, &[70]), before: None };
    refused(far, "task 50 names task 70, but there are 51");
}

#[test]
fn kept_together_is_counted_as_the_slow_player_counts() {
    let base = baseline(120);
    let (scenario, course) = (base.scenario(), Course::of(base.scenario(), SEED));
    let tasks = [3, 40, 41, 77, 100];
    let mut kept = 0;
    for trial in 0..BLOCK * BLOCKS {
        let luck = course.luck(trial);
        let played = serial(scenario.network(), scenario.order(), scenario.rules(), &luck);
        let in_time = |task: &usize| played.done[*task] <= scenario.network().tasks[*task].due;
        kept += usize::from(tasks.iter().all(in_time));
    }
    let joint = base.all_kept(&tasks);
    // Single against double precision may tell one trial apart at the very due.
    assert!((joint.share - share(kept)).abs() < 0.005, "{joint:?} {kept}");
    let product: f64 = tasks.iter().map(|task| base.forecast().answers[*task].keep).product();
    assert!(
        joint.share > product,
        "who waits for the same people is kept together: {joint:?} {product}"
    );
    assert!((base.all_kept(&[]).share - 1.0).abs() < f64::EPSILON);
}

fn change() -> impl Strategy<Value = Change> {
    let key = 0_u64..60;
    let before = prop::option::of(0_u64..60);
    prop_oneof![
        (0_usize..1, before.clone(), prop::collection::vec(0_usize..60, 0..3)).prop_map(
            |(team, before, after)| Change::Insert { task: new_task(team, &after), before }
        ),
        key.clone().prop_map(Change::Remove),
        (key.clone(), before).prop_map(|(key, before)| Change::Move { key, before }),
        (key, 0.0_f64..60.0).prop_map(|(key, scale)| Change::Alter {
            key,
            work: Draw { class: 2, scale },
            due: 40.0
        }),
        (0_usize..1, 1_u32..10).prop_map(|(team, count)| Change::Slots { team, count }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_change_is_exact(change in change()) {
        check(&baseline(60), &[change]);
    }

    #[test]
    fn more_work_raises_no_chance_without_being_reported(
        before in prop::option::of(0_u64..60),
        after in prop::collection::vec(0_usize..60, 0..3),
        size in 60_usize..160,
    ) {
        let base = baseline(size);
        let effects = check(&base, &[Change::Insert { task: new_task(0, &after), before }]);
        let gained: BTreeSet<u64> =
            effects.iter().filter(|effect| effect.gains()).map(|effect| effect.key).collect();
        let variant = base.scenario().changed(&[Change::Insert { task: new_task(0, &after), before }]);
        let (was, now) = (in_time(base.scenario()), in_time(&variant.expect("it can be done")));
        let kept = |trials: &[bool]| trials.iter().filter(|kept| **kept).count();
        for (key, was) in &was {
            prop_assert!(kept(&now[key]) <= kept(was) || gained.contains(key), "{}", key);
        }
        let lost: f64 = effects.iter().map(|effect| effect.lost).sum();
        prop_assert!(gained.len() < was.len() || lost > 0.0, "everybody gains by more work");
    }
}
