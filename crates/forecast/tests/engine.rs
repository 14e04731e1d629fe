//! The engine: the benchmark's published sums and answers, the slow players beside it trial by trial, and what must not
//! depend on threads or on the processor.

use std::num::NonZeroU32;

use forecast::engine::answer::{LEVELS, finishes};
use forecast::engine::arbiter::judge;
use forecast::engine::clock::Clocks;
use forecast::engine::network::{Class, Draw, Task};
use forecast::engine::oracle::{Luck, Played, SlotRule, dispatch, serial};
use forecast::engine::{
    Course, Forecast, Isa, Network, NetworkError, Scenario, Trials, ctp, forecast,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const SEED: u64 = 1;
const BLOCK: u64 = 64;

fn trials(count: u32, threads: u32, isa: Isa) -> Trials {
    let count = NonZeroU32::new(count).expect("above zero");
    Trials { count, threads: NonZeroU32::new(threads).expect("above zero"), isa }
}

fn laid_out(scenario: Result<Scenario, NetworkError>, seed: u64) -> Course {
    Course::of(&scenario.expect("it can be played"), seed)
}

#[test]
fn the_benchmark_has_its_published_sums() {
    let published = [
        (100, 62, 7, 1_213.275_127, 16_664.0, 4.5),
        (1_000, 541, 97, 11_287.562_425, 150_816.0, 5.25),
        (10_000, 5_929, 1_003, 114_933.407_079, 1_937_752.0, 5.355),
    ];
    for (size, edges, elsewhere, estimates, dues, slots) in published {
        let network = ctp::generate(size, SEED);
        let tasks = &network.tasks;
        assert_eq!(tasks.iter().map(|t| t.after.len()).sum::<usize>(), edges, "{size}");
        assert_eq!(tasks.iter().filter(|t| t.arrival.is_some()).count(), elsewhere, "{size}");
        let sum = tasks.iter().map(|t| t.work.scale).sum::<f64>();
        assert!((sum - estimates).abs() < 1e-6, "{size}: {sum}");
        let sum = tasks.iter().map(|t| t.due).sum::<f64>();
        assert!((sum - dues).abs() < 1e-6, "{size}: {sum}");
        let sum = f64::from(network.teams.iter().sum::<u32>());
        let mean = sum / f64::from(u32::try_from(network.teams.len()).unwrap());
        assert!((mean - slots).abs() < 1e-9, "{size}: {mean}");
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = f64::from(u32::try_from(values.len()).expect("a small number"));
    values.sum::<f64>() / count
}

/// Means over tasks: P50, P85, P95 and the share kept.
fn means(done: &Forecast) -> [f64; 4] {
    let [p50, p85, p95] =
        [0, 1, 2].map(|level| mean(done.answers.iter().map(|a| a.quantiles[level])));
    [p50, p85, p95, mean(done.answers.iter().map(|a| a.keep))]
}

#[test]
fn semantics_a_has_its_published_answers() {
    for (size, published) in [
        (100, [138.2, 171.1, 196.4, 0.800]),
        (1_000, [125.6, 150.9, 173.5, 0.831]),
        (10_000, [169.0, 195.7, 217.8, 0.789]),
    ] {
        let course = laid_out(Scenario::serial(ctp::generate(size, SEED)), SEED);
        let answers = means(&forecast(&course, trials(10_000, 2, Isa::best())));
        for (answer, (wanted, tolerance)) in
            answers.iter().zip(published.iter().zip([0.5, 0.5, 0.5, 0.003]))
        {
            assert!(
                (answer - wanted).abs() <= tolerance,
                "{size}: {answers:?}; wanted {published:?}"
            );
        }
    }
}

/// Holds some blocks of a course against a slow player with the same luck, trial by trial.
fn check_against(network: &Network, course: &Course, rule: SlotRule, blocks: u64) {
    for block in 0..blocks {
        let all: Vec<_> =
            Isa::all_here().into_iter().map(|isa| finishes(course, block, isa)).collect();
        for of in &all {
            assert_eq!(of, &all[0], "the same bits by all instructions");
        }
        for (lane, trial) in (0..).zip(block * BLOCK..(block + 1) * BLOCK) {
            let rules = vec![rule; network.teams.len()];
            let played = serial(network, course.order(), &rules, &course.luck(trial));
            for (task, done) in played.done.iter().enumerate() {
                let fast = all[0][task][lane];
                assert!(
                    (fast - done).abs() <= 1e-5 * done.max(1e-3),
                    "task {task}, trial {trial}: {fast}, {done}"
                );
            }
        }
    }
}

#[test]
fn every_trial_ends_as_the_slow_player_says() {
    for size in [1, 60, 1_000] {
        let network = ctp::generate(size, SEED);
        check_against(
            &network,
            &laid_out(Scenario::serial(network.clone()), SEED),
            SlotRule::Earliest,
            2,
        );
        check_against(
            &network,
            &laid_out(Scenario::dispatched(network.clone()), SEED),
            SlotRule::BestFit,
            2,
        );
    }
}

#[test]
fn the_answer_depends_on_no_thread_and_no_processor() {
    let course = laid_out(Scenario::dispatched(ctp::generate(500, SEED)), SEED);
    let first = forecast(&course, trials(3_000, 1, Isa::Baseline));
    assert_eq!(first.trials, 3_008, "whole blocks");
    for isa in Isa::all_here() {
        for threads in [1, 2, 3, 100] {
            let again = forecast(&course, trials(3_000, threads, isa));
            assert_eq!(again.answers, first.answers, "{isa:?} on {threads} threads");
        }
    }
    let other = laid_out(Scenario::dispatched(ctp::generate(500, SEED)), SEED + 1);
    assert_ne!(forecast(&other, trials(3_000, 1, Isa::Baseline)).answers, first.answers);
}

#[test]
fn counted_quantiles_are_those_of_sorted_trials() {
    for count in [2_048, 10_000] {
        check_quantiles(count);
    }
}

fn check_quantiles(count: u32) {
    let network = ctp::generate(300, SEED);
    let course = laid_out(Scenario::serial(network.clone()), SEED);
    let done = forecast(&course, trials(count, 2, Isa::best()));
    let mut sorted = vec![Vec::new(); network.tasks.len()];
    for block in 0..u64::try_from(done.trials).expect("a small number") / BLOCK {
        for (all, some) in sorted.iter_mut().zip(finishes(&course, block, Isa::best())) {
            all.extend(some);
        }
    }
    let count = f64::from(u32::try_from(done.trials).expect("a small number"));
    let share = |all: &[f64], until: f64| {
        f64::from(
            u32::try_from(all.iter().filter(|done| **done <= until).count())
                .expect("a small number"),
        ) / count
    };
    for (place, level) in LEVELS.iter().enumerate() {
        // In standard errors of a share of so many trials.
        let error = (level * (1.0 - level) / count).sqrt();
        let off = done.answers.iter().zip(&sorted);
        let off = off.map(|(answer, all)| (share(all, answer.quantiles[place]) - level) / error);
        let off: Vec<f64> = off.collect();
        let bias = mean(off.iter().copied());
        assert!(bias.abs() < 0.5, "{level}: {bias} standard errors on average");
        for ((answer, all), off) in done.answers.iter().zip(&mut sorted).zip(off) {
            all.sort_by(f64::total_cmp);
            let rank = (count * level).ceil();
            let exact = all.iter().zip(1_u32..).find(|(_, place)| f64::from(*place) >= rank);
            let exact = *exact.expect("it is reached").0;
            // A history of 256 values has steps that are wider than the error of a share where nothing else is by
            // chance; there the time itself is close.
            let apart = (answer.quantiles[place] - exact).abs() / exact;
            assert!(off.abs() < 5.0 || apart < 0.01, "{level}: {off} standard errors, {apart}");
        }
    }
    for (task, (answer, all)) in network.tasks.iter().zip(done.answers.iter().zip(&sorted)) {
        let kept = share(all, task.due);
        assert!((answer.keep - kept).abs() < 1e-12, "{} {kept}", answer.keep);
    }
}

/// The share of trials of event dispatch that meet a date, mean over tasks; trials that no answer has seen.
fn met(scenario: &Scenario, course: &Course, dates: &[f64], count: u64) -> f64 {
    let mut met = 0.0;
    for trial in 1_000_000..1_000_000 + count {
        let done = dispatch(scenario.network(), &course.luck(trial)).done;
        met += mean(done.iter().zip(dates).map(|(done, date)| f64::from(u8::from(done <= date))));
    }
    met / f64::from(u32::try_from(count).expect("a small number"))
}

#[test]
fn what_is_promised_by_the_fast_rule_holds_as_people_work() {
    for (size, fresh) in [(1_000, 1_000), (10_000, 200)] {
        let scenario = Scenario::dispatched(ctp::generate(size, SEED)).unwrap();
        let course = Course::of(&scenario, SEED);
        let fast = forecast(&course, trials(10_000, 2, Isa::best()));
        let count = NonZeroU32::new(512).unwrap();
        let judged = judge(&scenario, &course, count, NonZeroU32::new(2).unwrap(), Isa::best());
        let right = judged.corrected(&fast.answers);
        let dates: Vec<f64> = right.iter().map(|answer| answer.quantiles[1]).collect();
        let share = met(&scenario, &course, &dates, fresh);
        assert!((0.84..=0.86).contains(&share), "{size}: {share}");
        // Letting slots stand idle for whoever waits would promise far too late.
        let careful = laid_out(Scenario::serial(ctp::generate(size, SEED)), SEED);
        let careful = forecast(&careful, trials(2_048, 2, Isa::best()));
        let dates: Vec<f64> = careful.answers.iter().map(|answer| answer.quantiles[1]).collect();
        assert!(met(&scenario, &course, &dates, 50) > 0.93, "{size}");
    }
}

fn task(key: u64, hours: f64, after: &[usize]) -> Task {
    let work = Draw { class: 0, scale: hours };
    Task { key, team: 0, work, after: after.to_vec(), arrival: None, due: 10.0 }
}

fn by_one_clock(samples: Vec<Vec<f64>>, teams: Vec<u32>, tasks: Vec<Task>) -> Network {
    let class = |sample| Class::of_sample(sample).expect("a sample");
    let classes = samples.into_iter().map(class).collect();
    Network {
        classes,
        teams,
        tasks,
        clocks: Clocks::default(),
        factors: Vec::new(),
        absences: Vec::new(),
    }
}

/// One team with two slots, work that always takes what it is thought to take.
fn certain(tasks: Vec<Task>) -> Network {
    by_one_clock(vec![vec![1.0]], vec![2], tasks)
}

#[test]
fn what_is_certain_is_told_exactly() {
    let network =
        certain(vec![task(1, 4.0, &[]), task(2, 8.0, &[]), task(3, 2.0, &[1]), task(4, 3.0, &[])]);
    let course = laid_out(Scenario::dispatched(network.clone()), SEED);
    let done = forecast(&course, trials(100, 1, Isa::best()));
    for (answer, wanted) in done.answers.iter().zip([4.0, 8.0, 10.0, 7.0]) {
        for quantile in answer.quantiles {
            assert!((quantile - wanted).abs() < 1e-4, "{answer:?}; wanted {wanted}");
        }
        assert!((answer.keep - 1.0).abs() < f64::EPSILON);
    }
}

#[test]
fn an_empty_plan_has_an_empty_answer() {
    let nothing = by_one_clock(vec![], vec![], vec![]);
    for scenario in [Scenario::serial(nothing.clone()), Scenario::dispatched(nothing)] {
        assert_eq!(forecast(&laid_out(scenario, SEED), trials(64, 2, Isa::best())).answers, vec![]);
    }
}

#[test]
fn what_cannot_be_played_is_refused_by_name() {
    let refused = |network: &Network, wanted: &str| {
        let error = Scenario::dispatched(network.clone()).expect_err("it cannot be played");
        assert_eq!(error.to_string(), wanted);
        assert_eq!(Scenario::serial(network.clone()).expect_err("neither can this"), error);
    };
    let circle = certain(vec![
        task(1, 1.0, &[]),
        task(2, 1.0, &[0, 3]),
        task(3, 1.0, &[1]),
        task(4, 1.0, &[2]),
    ]);
    refused(
        &circle,
        "tasks [1, 3, 2] wait for each other in a circle; take one of the dependencies away",
    );
    let lazy = Network { teams: vec![2, 0], ..certain(vec![task(1, 1.0, &[])]) };
    refused(&lazy, "team 1 has no slots; wanted at least one");
    let far = certain(vec![task(1, 1.0, &[7])]);
    refused(&far, "task 0 names task 7, but there are 1");
    let odd = certain(vec![task(1, f64::NAN, &[])]);
    refused(&odd, "the scale of task 0 is NaN; wanted a finite number of at least 0");
    let unknown = Network { classes: vec![], ..certain(vec![task(1, 1.0, &[])]) };
    refused(&unknown, "task 0 names class 0, but there are 0");
    let backwards = certain(vec![task(1, 1.0, &[1]), task(2, 1.0, &[])]);
    assert!(Scenario::dispatched(backwards.clone()).is_ok());
    assert_eq!(
        Scenario::serial(backwards).unwrap_err(),
        NetworkError::OutOfRange { task: 0, what: "later task", given: 1, have: 0 }
    );
}

#[test]
fn dispatch_lets_nobody_wait_for_priority() {
    // One slot; the first task waits for something until hour 5, the second is there at once.
    let arrival = Some(Draw { class: 0, scale: 5.0 });
    let first = Task { arrival, ..task(1, 2.0, &[]) };
    let network = Network { teams: vec![1], ..certain(vec![first, task(2, 3.0, &[])]) };
    let luck = Luck { work: vec![2.0, 3.0], arrival: vec![5.0, 0.0] };
    let played = dispatch(&network, &luck);
    let wanted = Played { began: vec![5.0, 0.0], done: vec![7.0, 3.0], order: vec![1, 0] };
    assert_eq!(played, wanted);
    let serially = serial(&network, &[0, 1], &[SlotRule::Earliest], &luck);
    assert_eq!(serially.done, vec![7.0, 10.0], "the slot stands idle for the first one");
    let two = Network { teams: vec![2], ..network };
    for (rule, done) in [(SlotRule::Earliest, 3.0), (SlotRule::InOrder, 8.0)] {
        let played = serial(&two, &[0, 1], &[rule], &luck);
        assert_eq!(played.done, vec![7.0, done], "{rule:?}: with a slot beside it");
    }
}

#[test]
fn a_sample_that_is_none_is_refused() {
    for sample in
        [vec![], vec![2.0, 1.0], vec![-1.0, 1.0], vec![f64::NAN], vec![1.0, f64::INFINITY]]
    {
        assert_eq!(Class::of_sample(sample.clone()), None, "{sample:?}");
    }
    assert!(Class::of_sample(vec![0.0, 1.0, 1.0]).is_some());
}

prop_compose! {
    fn networks()(
        teams in vec(1_u32..12, 1..4),
        classes in vec(vec(0.1_f64..10.0, 1..30), 1..4),
    )(
        tasks in vec((0..teams.len(), 0..classes.len(), 0.0_f64..20.0, vec(any::<prop::sample::Index>(), 0..3), 0.0_f64..40.0), 0..60),
        teams in Just(teams),
        classes in Just(classes),
    ) -> Network {
        let classes: Vec<Vec<f64>> = classes.into_iter().map(|mut class| { class.sort_by(f64::total_cmp); class }).collect();
        let tasks = (0_u64..).zip(tasks).enumerate().map(|(place, (key, (team, class, scale, after, late)))| {
            let mut after: Vec<usize> = after.into_iter().filter(|_| place > 0).map(|i| i.index(place)).collect();
            after.sort_unstable();
            after.dedup();
            let arrival = (late > 30.0).then_some(Draw { class: 0, scale: late });
            Task { key, team, work: Draw { class, scale }, after, arrival, due: 20.0 }
        }).collect();
        by_one_clock(classes, teams, tasks)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(4), cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_network_is_played_as_slowly_so_fast(network in networks()) {
        check_against(&network, &laid_out(Scenario::serial(network.clone()), SEED), SlotRule::Earliest, 1);
        check_against(&network, &laid_out(Scenario::dispatched(network.clone()), SEED), SlotRule::BestFit, 1);
    }

    #[test]
    fn dispatch_leaves_no_slot_idle_before_a_ready_task(network in networks()) {
        let course = laid_out(Scenario::dispatched(network.clone()), SEED);
        let luck = course.luck(0);
        let played = dispatch(&network, &luck);
        for (task, of) in network.tasks.iter().enumerate() {
            let ready = of.after.iter().map(|before| played.done[*before]).fold(luck.arrival[task], f64::max);
            prop_assert!(played.began[task] >= ready);
            // At any instant between, all slots of the team are busy.
            let busy = |at: f64| network.tasks.iter().enumerate().filter(|(other, of_other)| {
                of_other.team == of.team && played.began[*other] <= at && played.done[*other] > at
            }).count();
            let slots = usize::try_from(network.teams[of.team]).unwrap();
            let edges = played.done.iter().copied().chain([ready]).filter(|at| *at >= ready && *at < played.began[task]);
            for at in edges {
                prop_assert_eq!(busy(at), slots, "task {} is ready at {} and begins at {}", task, ready, played.began[task]);
            }
        }
    }
}
