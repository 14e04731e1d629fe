//! The simulation: known answers by hand, a naive player beside it, and what must not depend on chance or threads.

use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::{Calendar, Country, Timeline, Window};
use forecast::durations::{Draw, Durations};
use forecast::{
    Absence, CommonFactor, Discipline, Effort, Expected, Item, Plan, PlanError, Play, Seed, Team,
    Work, simulate,
};
use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const HOUR: f64 = 3600.0;

/// Monday 9 March 2026, 09:00 in Amsterdam.
fn monday() -> Timestamp {
    "2026-03-09T09:00:00+01:00".parse().expect("an instant")
}

fn office() -> Calendar {
    Calendar::office("Europe/Amsterdam", Country::Nl).expect("a known zone")
}

fn count(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).expect("above zero")
}

fn team(calendar: &Calendar, slots: u32, share: f64) -> Team {
    let timeline = Timeline::over(calendar, monday(), monday() + (400 * 24).hours());
    let timeline = Arc::new(timeline.expect("it opens"));
    let discipline = Discipline::Dispatch;
    Team {
        name: "Couplings".to_owned(),
        slots: count(slots),
        timeline,
        share,
        discipline,
        factor: CommonFactor::default(),
        absences: Vec::new(),
        shared: Vec::new(),
    }
}

/// Work that always takes so many hours.
fn always(hours: f64) -> Effort {
    of_hours(&[hours])
}

fn of_hours(sorted: &[f64]) -> Effort {
    let durations = Durations::of_sample(sorted.to_vec()).expect("a sample");
    Effort { durations: Arc::new(durations), scale_seconds: HOUR }
}

fn queued(key: u64, effort: Effort, after: &[usize]) -> Item {
    Item { key, work: fresh(0, effort), after: after.to_vec() }
}

fn fresh(team: usize, effort: Effort) -> Work {
    Work::Slot { team, effort, age_seconds: 0.0, running: false }
}

fn under_way(team: usize, effort: Effort, age_hours: f64) -> Work {
    Work::Slot { team, effort, age_seconds: age_hours * HOUR, running: true }
}

fn play(trials: u32, threads: u32) -> Play {
    Play { trials: count(trials), seed: Seed(1), threads: count(threads) }
}

/// The instants at which all items are done in one trial, as civil times in Amsterdam.
#[track_caller]
fn check(plan: &Plan, wanted: &[&str]) {
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let runs = simulate(plan, &all, play(1, 1)).expect("a plan");
    let done: Vec<String> = runs
        .outcomes()
        .iter()
        .map(|outcome| match outcome.quantile(0.5) {
            Some(quantile) => office().zone().to_datetime(quantile.at).to_string(),
            None => "never".to_owned(),
        })
        .collect();
    assert_eq!(done, wanted);
}

#[test]
fn two_slots_take_up_work_in_order() {
    let items = [4.0, 8.0, 2.0, 8.0];
    let items = items.iter().zip(0..).map(|(hours, key)| queued(key, always(*hours), &[]));
    let plan = Plan { at: monday(), teams: vec![team(&office(), 2, 1.0)], items: items.collect() };
    let done = [
        "2026-03-09T13:00:00",
        "2026-03-09T17:00:00",
        "2026-03-09T15:00:00",
        "2026-03-10T15:00:00",
    ];
    check(&plan, &done);
}

#[test]
fn a_free_slot_takes_the_first_item_that_is_ready() {
    // The second item waits for certificates on Tuesday; the third does not, and goes first.
    let arrival = Work::Arrival("2026-03-10T11:00:00+01:00".parse().expect("an instant"));
    let items = vec![
        queued(1, always(4.0), &[]),
        queued(2, always(4.0), &[3]),
        queued(3, always(8.0), &[]),
        Item { key: 4, work: arrival, after: Vec::new() },
    ];
    let plan = Plan { at: monday(), teams: vec![team(&office(), 1, 1.0)], items };
    let done = [
        "2026-03-09T13:00:00",
        "2026-03-10T17:00:00",
        "2026-03-10T13:00:00",
        "2026-03-10T11:00:00",
    ];
    check(&plan, &done);
}

#[test]
fn a_milestone_is_there_when_everything_before_it_is() {
    let items = vec![
        queued(1, always(4.0), &[]),
        queued(2, always(2.0), &[]),
        Item { key: 3, work: Work::Milestone, after: vec![0, 1] },
        Item { key: 4, work: Work::Milestone, after: Vec::new() },
    ];
    let plan = Plan { at: monday(), teams: vec![team(&office(), 1, 1.0)], items };
    let done = [
        "2026-03-09T13:00:00",
        "2026-03-09T15:00:00",
        "2026-03-09T15:00:00",
        "2026-03-09T09:00:00",
    ];
    check(&plan, &done);
}

#[test]
fn a_hand_over_goes_from_one_calendar_to_another() {
    let mut nights = Calendar::in_zone("Europe/Amsterdam").expect("a known zone");
    for day in [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday] {
        nights = nights.with_day(day, vec![Window::of_hours(20, 22)]);
    }
    let mut items = vec![queued(1, always(4.0), &[]), queued(2, always(3.0), &[0])];
    items[1].work = fresh(1, always(3.0));
    let plan =
        Plan { at: monday(), teams: vec![team(&office(), 1, 1.0), team(&nights, 1, 1.0)], items };
    check(&plan, &["2026-03-09T13:00:00", "2026-03-10T21:00:00"]);
}

#[test]
fn reserved_time_makes_work_last_longer() {
    let plan = Plan {
        at: monday(),
        teams: vec![team(&office(), 1, 0.5)],
        items: vec![queued(1, always(4.0), &[])],
    };
    check(&plan, &["2026-03-09T17:00:00"]);
}

#[test]
fn work_under_way_has_only_its_rest_to_go() {
    let running = |age_hours: f64, effort: Effort| Item {
        key: 1,
        work: under_way(0, effort, age_hours),
        after: Vec::new(),
    };
    let with = |item: Item| Plan {
        at: monday(),
        teams: vec![team(&office(), 1, 1.0)],
        items: vec![item, queued(2, always(1.0), &[])],
    };
    // Of the classes 2, 6 and 8 hours only 6 and 8 are left at an age of 3.
    let plan = with(running(3.0, of_hours(&[2.0, 6.0])));
    check(&plan, &["2026-03-09T12:00:00", "2026-03-09T13:00:00"]);
    // Older than anything seen: parked, without a slot.
    let plan = with(running(9.0, of_hours(&[2.0, 6.0])));
    check(&plan, &["never", "2026-03-09T10:00:00"]);
}

#[test]
fn more_work_under_way_than_slots_holds_the_next_up() {
    let running = |key| Item { key, work: under_way(0, always(6.0), 2.0), after: Vec::new() };
    let items = vec![running(1), running(2), queued(3, always(1.0), &[])];
    let plan = Plan { at: monday(), teams: vec![team(&office(), 1, 1.0)], items };
    check(&plan, &["2026-03-09T13:00:00", "2026-03-09T13:00:00", "2026-03-09T14:00:00"]);
}

#[test]
fn beyond_the_horizon_nothing_is_said() {
    let plan = Plan {
        at: monday(),
        teams: vec![team(&office(), 1, 1.0)],
        items: vec![queued(1, always(9000.0), &[]), queued(2, always(1.0), &[])],
    };
    check(&plan, &["never", "never"]);
}

#[test]
fn what_waits_in_a_circle_is_named() {
    let items = vec![
        queued(1, always(1.0), &[]),
        queued(2, always(1.0), &[3, 0]),
        queued(3, always(1.0), &[1]),
        queued(4, always(1.0), &[2]),
    ];
    let plan = Plan { at: monday(), teams: vec![team(&office(), 1, 1.0)], items };
    let Err(PlanError::Circle(mut circle)) = simulate(&plan, &[1], play(1, 1)) else {
        panic!("a circle was played")
    };
    circle.sort_unstable();
    assert_eq!(circle, [1, 2, 3]);
}

#[test]
fn what_the_plan_does_not_have_is_refused() {
    let mut plan =
        Plan { at: monday(), teams: Vec::new(), items: vec![queued(1, always(1.0), &[])] };
    assert!(matches!(plan.check(), Err(PlanError::OutOfRange { what: "team", given: 0, .. })));
    plan.teams = vec![team(&office(), 1, 1.0)];
    plan.items[0].after = vec![7];
    assert!(matches!(plan.check(), Err(PlanError::OutOfRange { what: "item", given: 7, .. })));
    plan.items[0].after.clear();
    for share in [0.0, -1.0, 1.5, f64::NAN] {
        plan.teams[0].share = share;
        assert!(matches!(plan.check(), Err(PlanError::Share { .. })), "{share}");
    }
    let empty = Plan { at: monday(), teams: Vec::new(), items: Vec::new() };
    assert!(simulate(&empty, &[], play(10, 2)).expect("nothing to play").outcomes().is_empty());
}

#[test]
fn quantiles_and_chances_have_their_monte_carlo_error() {
    // A hundred equally likely durations of 1 to 100 hours.
    let hours: Vec<f64> = (1..=100).map(f64::from).collect();
    let always_open =
        WEEK.into_iter().fold(Calendar::in_zone("UTC").expect("a known zone"), |calendar, day| {
            calendar.with_day(day, vec![Window::of_hours(0, 24)])
        });
    let plan = Plan {
        at: monday(),
        teams: vec![team(&always_open, 1, 1.0)],
        items: vec![queued(1, of_hours(&hours), &[])],
    };
    let runs = simulate(&plan, &[0], play(10_000, 1)).expect("a plan");
    let outcome = &runs.outcomes()[0];
    let after = |quantile: Timestamp| quantile.duration_since(monday()).as_hours();
    let p85 = outcome.quantile(0.85).expect("it ends");
    assert!((84..=86).contains(&after(p85.at)), "{}", after(p85.at));
    assert!(after(p85.from) >= 84 && after(p85.to.expect("it ends")) <= 87, "0.7 points each way");
    let chance = outcome.chance_by(monday() + SignedDuration::from_hours(50));
    assert!((chance.share - 0.5).abs() < 3.0 * chance.error && chance.error < 0.0051);
    let likely = after(outcome.likely().expect("it ends"));
    assert!((0..=100).contains(&likely));
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A random plan: one or two teams, a dozen items, backward dependencies, some work under way, an arrival.
fn any_plan() -> impl Strategy<Value = Plan> {
    let item = (0..2_usize, 1..40_u32, 0..4_u32, 0..10_usize, any::<bool>());
    let discipline = || prop::sample::select(Discipline::ALL.to_vec());
    let teams = ((1..3_u32, discipline()), (1..3_u32, discipline()));
    let absences = vec((-10_i64..60, 1_i64..60), 0..3);
    (vec(item, 1..14), teams, absences).prop_map(|(specs, teams, away)| {
        let ((slots_a, rule_a), (slots_b, rule_b)) = teams;
        let hour = |hours: i64| monday() + SignedDuration::from_hours(hours);
        let away = away.into_iter().map(|(from, long)| (hour(from), hour(from + long)));
        let absences = away.map(|(from, until)| Absence { from, until }).collect();
        let calendar = office();
        let mut night = calendar.clone();
        for day in WEEK {
            night = night.with_day(day, vec![Window::of_hours(20, 23)]);
        }
        let teams = vec![
            Team { discipline: rule_a, absences, ..team(&calendar, slots_a, 1.0) },
            Team { discipline: rule_b, ..team(&night, slots_b, 0.75) },
        ];
        let mut items: Vec<Item> = Vec::new();
        for (place, (of_team, hours, kind, before, linked)) in specs.into_iter().enumerate() {
            let hours = f64::from(hours);
            let effort = of_hours(&[hours * 0.5, hours, hours * 2.0]);
            let after = if linked && before < place { vec![before] } else { Vec::new() };
            let work = match kind {
                0 => under_way(of_team, effort, hours * 0.75),
                1 if place % 2 == 0 => {
                    Work::Arrival(monday() + SignedDuration::from_secs(3600 * 7))
                }
                1 => {
                    let late =
                        |hours: i64| (monday() + SignedDuration::from_hours(hours * 5)).as_second();
                    Work::Expected(Expected::of_seconds((0..9).map(late).collect()).expect("some"))
                }
                _ => fresh(of_team, effort),
            };
            let after =
                if matches!(work, Work::Slot { running: false, .. }) { after } else { Vec::new() };
            items.push(Item { key: 100 + u64::try_from(place).unwrap_or(0), work, after });
        }
        let after = (0..items.len()).collect();
        items.push(Item { key: 1, work: Work::Milestone, after });
        Plan { at: monday(), teams, items }
    })
}

/// When something arrives that may be late, for a number from 0 to 1.
fn drawn(expected: &Expected, u: f64) -> Timestamp {
    let seconds = expected.seconds();
    let share = u * f64::from(u32::try_from(seconds.len()).expect("small"));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    let place = share as usize;
    Timestamp::from_second(seconds[place]).expect("an instant")
}

/// When a team that begins at an instant has done so many seconds of work.
fn ends_at(team: &Team, calendar: &Calendar, seconds: f64, at: Timestamp) -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "a few days in seconds")]
    let amount = SignedDuration::from_secs((seconds / team.share).round() as i64);
    calendar.add(at, amount).expect("it opens")
}

/// Whether a queued item may take a slot, or begin if it has one.
fn may_begin(plan: &Plan, taken: &[bool], item: usize, ready: bool, free: i64) -> bool {
    let team = |item: usize| match plan.items[item].work {
        Work::Slot { team, running: false, .. } => Some(team),
        Work::Slot { .. } | Work::Arrival(_) | Work::Expected(_) | Work::Milestone => None,
    };
    let own = team(item);
    let discipline = own.map(|team| plan.teams[team].discipline);
    if taken[item] {
        return discipline == Some(Discipline::WipLimit) && ready;
    }
    let is_first = !(0..item).any(|other| team(other) == own && !taken[other]);
    let can = match discipline {
        Some(Discipline::Dispatch) => ready,
        Some(Discipline::StrictPriority) => is_first && ready,
        Some(Discipline::WipLimit) => is_first,
        None => false,
    };
    free > 0 && can
}

/// Somebody who is away for a while.
struct Away {
    team: usize,
    from: Timestamp,
    until: Timestamp,
    /// Whether it has begun, whether a slot was found for it, and whether it is over.
    begun: bool,
    gone: bool,
    over: bool,
}

impl Away {
    fn all(plan: &Plan) -> Vec<Self> {
        let of_team = |(team, of): (usize, &Team)| {
            let away = |absence: &Absence| {
                let (from, until) = (absence.from.max(plan.at), absence.until);
                let begun = from <= plan.at;
                Self { team, from, until, begun, gone: false, over: from >= until }
            };
            of.absences.iter().map(away).collect::<Vec<_>>()
        };
        plan.teams.iter().enumerate().flat_map(of_team).collect()
    }

    /// What happens to it next.
    fn next(&self) -> Option<Timestamp> {
        let at = if self.begun { self.until } else { self.from };
        (!self.over).then_some(at)
    }

    fn happen(&mut self, free: &mut [i64]) {
        self.over = std::mem::replace(&mut self.begun, true);
        free[self.team] += i64::from(self.over && self.gone);
    }

    /// Goes, if there is a slot to go from.
    fn go(&mut self, free: &mut [i64]) {
        if self.begun && !self.over && !self.gone && free[self.team] > 0 {
            self.gone = true;
            free[self.team] -= 1;
        }
    }
}

/// Plays one trial as naively as can be: look at everything, take the earliest thing that happens, look again.
/// Counts with the calendar itself, not with its timeline.
fn naive(plan: &Plan, calendars: &[Calendar], trial: u32) -> Vec<Option<Timestamp>> {
    let seed = Seed(1);
    let mut done: Vec<Option<Timestamp>> = vec![None; plan.items.len()];
    let mut ends: Vec<Option<Timestamp>> = vec![None; plan.items.len()];
    let mut free: Vec<i64> = plan.teams.iter().map(|t| i64::from(t.slots.get())).collect();
    let lasts = |units: f64, effort: &Effort, team: usize, at: Timestamp| {
        ends_at(&plan.teams[team], &calendars[team], units * effort.scale_seconds, at)
    };
    for (item, of) in plan.items.iter().enumerate() {
        let u = seed.uniform(of.key, trial);
        match &of.work {
            Work::Slot { team, effort, age_seconds, running: true } => {
                let age = age_seconds / effort.scale_seconds;
                if let Some(Draw::Lasts(whole)) = effort.durations.at_given(age, u) {
                    free[*team] -= 1;
                    ends[item] = Some(lasts(whole - age, effort, *team, plan.at));
                }
            }
            Work::Arrival(at) => ends[item] = Some((*at).max(plan.at)),
            Work::Expected(expected) => ends[item] = Some(drawn(expected, u).max(plan.at)),
            Work::Slot { .. } | Work::Milestone => {}
        }
    }
    let mut now = plan.at;
    // What has a slot, and works or waits.
    let mut taken = vec![false; plan.items.len()];
    let mut away = Away::all(plan);
    loop {
        away.iter_mut().for_each(|away| away.go(&mut free));
        // Milestones, then free slots, until nothing changes at this instant.
        loop {
            let ready = |item: usize| {
                ends[item].is_none()
                    && done[item].is_none()
                    && plan.items[item].after.iter().all(|before| done[*before].is_some())
            };
            let next = (0..plan.items.len()).find(|item| match &plan.items[*item].work {
                Work::Milestone => ready(*item),
                Work::Slot { team, running: false, .. } => {
                    may_begin(plan, &taken, *item, ready(*item), free[*team])
                }
                Work::Slot { .. } | Work::Arrival(_) | Work::Expected(_) => false,
            });
            let Some(item) = next else { break };
            let is_ready = ready(item);
            if let Work::Slot { team, effort, .. } = &plan.items[item].work {
                if !std::mem::replace(&mut taken[item], true) {
                    free[*team] -= 1;
                    if !is_ready {
                        continue;
                    }
                }
                let u = seed.uniform(plan.items[item].key, trial);
                let Draw::Lasts(units) = effort.durations.at(u) else { continue };
                ends[item] = Some(lasts(units, effort, *team, now));
            } else {
                done[item] = Some(now);
            }
        }
        let running = (0..plan.items.len()).filter(|item| done[*item].is_none());
        let work = running.filter_map(|item| ends[item].map(|at| (at, item)));
        let others = away.iter().zip(done.len()..).filter_map(|(away, n)| Some((away.next()?, n)));
        let Some((at, item)) = work.chain(others).min() else { return done };
        now = at;
        if let Some(away) = item.checked_sub(done.len()).map(|place| &mut away[place]) {
            away.happen(&mut free);
            continue;
        }
        done[item] = Some(at);
        if let Work::Slot { team, .. } = &plan.items[item].work {
            free[*team] += 1;
        }
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_simulation_plays_as_the_naive_player_does(plan in any_plan()) {
        let calendar = office();
        let mut night = calendar.clone();
        for day in WEEK {
            night = night.with_day(day, vec![Window::of_hours(20, 23)]);
        }
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let trials = 4;
        let runs = simulate(&plan, &all, play(trials, 1)).expect("a plan");
        let mut naive_done = vec![Vec::new(); all.len()];
        for trial in 0..trials {
            let done = naive(&plan, &[calendar.clone(), night.clone()], trial);
            for (item, at) in done.into_iter().enumerate() {
                naive_done[item].push(at.unwrap_or(Timestamp::MAX));
            }
        }
        for (item, mut wanted) in naive_done.into_iter().enumerate() {
            wanted.sort();
            for (rank, wanted) in wanted.into_iter().enumerate() {
                let level = (f64::from(u32::try_from(rank).expect("small")) + 1.0) / f64::from(trials);
                let got = runs.outcomes()[item].quantile(level).map_or(Timestamp::MAX, |q| q.at);
                prop_assert_eq!(got, wanted, "item {} rank {}", item, rank);
            }
        }
    }

    #[test]
    fn threads_change_nothing(plan in any_plan()) {
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let one = simulate(&plan, &all, play(50, 1)).expect("a plan");
        for threads in [2, 3, 7] {
            prop_assert_eq!(&simulate(&plan, &all, play(50, threads)).expect("a plan"), &one);
        }
    }

    #[test]
    fn the_same_luck_whatever_else_is_in_the_plan(plan in any_plan()) {
        // Work of another team that nobody waits for changes nothing.
        let last = plan.items.len() - 1;
        let alone = simulate(&plan, &[last], play(20, 1)).expect("a plan");
        let mut fuller = plan.clone();
        fuller.teams.push(team(&office(), 1, 1.0));
        let work = fresh(2, always(100.0));
        fuller.items.push(Item { key: 999, work, after: Vec::new() });
        let together = simulate(&fuller, &[last], play(20, 1)).expect("a plan");
        let due = monday() + SignedDuration::from_hours(100);
        let change = together.outcomes()[0].change_from(&alone.outcomes()[0], due);
        prop_assert!(change.share.abs() < f64::EPSILON && change.error < f64::EPSILON);
    }
}

#[test]
fn a_paired_change_is_far_more_exact_than_two_simulations() {
    let items = |extra: bool| {
        let hours: Vec<f64> = (1..=40).map(f64::from).collect();
        let mut items: Vec<Item> = (0..20).map(|key| queued(key, of_hours(&hours), &[])).collect();
        if extra {
            items.insert(0, queued(99, of_hours(&hours), &[]));
        }
        items
    };
    let with =
        |extra| Plan { at: monday(), teams: vec![team(&office(), 3, 1.0)], items: items(extra) };
    let before = simulate(&with(false), &[19], play(2000, 2)).expect("a plan");
    let after = simulate(&with(true), &[20], play(2000, 2)).expect("a plan");
    let (before, after) = (&before.outcomes()[0], &after.outcomes()[0]);
    let due = before.quantile(0.85).expect("it ends").at;
    let change = after.change_from(before, due);
    assert!(change.share < -0.05, "twenty more hours in front cost something: {change:?}");
    let apart = (before.chance_by(due).error.powi(2) + after.chance_by(due).error.powi(2)).sqrt();
    assert!(change.error < apart, "{} against {apart}", change.error);
    assert!(after.mean_delay_seconds(before) > 4.0 * HOUR);
}
