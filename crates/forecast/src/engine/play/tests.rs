//! Plans played by the engine: trial by trial beside a slow player in whole seconds, and by their dates beside event
//! dispatch.

use std::sync::{Arc, OnceLock};

use calendar::{Calendar, Country, Timeline, Window};
use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::arrival::Expected;
use crate::durations::{Draw, Durations};
use crate::factor::CommonFactor;
use crate::plan::{Absence, Discipline, Effort, Item, Shared, Team, Work};
use crate::random::Seed;
use crate::record;
use crate::simulate::simulate;

/// A Monday morning in Amsterdam, a while after opening.
fn monday() -> Timestamp {
    "2026-03-09T10:07:00+01:00".parse().unwrap()
}

fn count(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

/// Office hours; those of another office whose week ends on Thursday; and never closed.
fn timelines() -> [Arc<Timeline>; 3] {
    static MADE: OnceLock<[Arc<Timeline>; 3]> = OnceLock::new();
    MADE.get_or_init(make_timelines).clone()
}

fn make_timelines() -> [Arc<Timeline>; 3] {
    let office = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
    let short = Calendar::office("Europe/Stockholm", Country::Se).unwrap();
    let short = short.with_day(Weekday::Friday, Vec::new());
    let day_and_night = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let always = day_and_night
        .into_iter()
        .fold(Calendar::in_zone("Europe/Amsterdam").unwrap(), |calendar, day| {
            calendar.with_day(day, vec![Window::of_hours(0, 24)])
        });
    let until = monday() + SignedDuration::from_hours(24 * 900);
    [office, short, always].map(|calendar| {
        let begins = "2026-01-01T00:00:00Z".parse().unwrap();
        Arc::new(Timeline::over(&calendar, begins, until).unwrap())
    })
}

/// Work that is seldom longer than anything seen, or never.
fn durations(ends_always: bool) -> Arc<Durations> {
    let hours = (1..40).map(|place| f64::from(place * place) * 0.02 + 0.5);
    if ends_always {
        return Arc::new(Durations::of_sample(hours.collect()).unwrap());
    }
    let hours: Vec<f64> = hours.collect();
    let shares = (1..).map(|place| f64::from(place) / 45.0).take(hours.len()).collect();
    Arc::new(Durations::of_steps(hours, shares, 39).unwrap())
}

/// What the work of each team shares.
const FACTOR: CommonFactor = CommonFactor { of_team: 0.2, of_all: 0.1 };

/// In teams of several one is away from the second day to the fourth, and somebody is at once.
fn absences(slots: u32) -> Vec<Absence> {
    let day = |days: i64| monday() + SignedDuration::from_hours(24 * days);
    let away = |(from, until)| Absence { from: day(from), until: day(until) };
    [(1, 4), (-2, 2)].map(away).into_iter().take(wide(slots.saturating_sub(1))).collect()
}

/// What is asked of one item: its team, its estimate, its age in hours if it is under way, what it waits for, and when
/// something arrives for it.
type Asked = (usize, f64, Option<f64>, Vec<usize>, Option<i64>);

fn plan(asked: Vec<Asked>, slots: [(u32, Discipline); 3], ends_always: bool) -> Plan {
    let teams = timelines().into_iter().zip(slots).map(|(timeline, (slots, discipline))| Team {
        name: "A team".to_owned(),
        slots: count(slots),
        timeline,
        share: 0.8,
        discipline,
        factor: FACTOR,
        absences: absences(slots),
        shared: Vec::new(),
    });
    let teams: Vec<Team> = teams.collect();
    let durations = durations(ends_always);
    let (mut items, mut busy) = (Vec::<Item>::new(), [0; 3]);
    for (team, hours, age, after, arrives) in asked {
        let effort = Effort { durations: Arc::clone(&durations), scale_seconds: 3600.0 * hours };
        let running = age.is_some() && busy[team] < slots[team].0;
        busy[team] += u32::from(running);
        let age_seconds = age.filter(|_| running).unwrap_or(0.0) * 3600.0;
        let known = items.len();
        let mut after: Vec<usize> = after.iter().filter(|_| known > 0).map(|i| i % known).collect();
        if let Some(hours) = arrives {
            let at = monday() + SignedDuration::from_hours(hours);
            let late = |days: i64| (at + SignedDuration::from_hours(24 * days)).as_second();
            let work = match Expected::of_seconds((0..hours % 7).map(late).collect()) {
                Some(expected) => Work::Expected(expected),
                None => Work::Arrival(at),
            };
            items.push(Item { key: key(items.len()), work, after: Vec::new() });
            after.push(items.len() - 1);
        }
        let work = Work::Slot { team, effort, age_seconds, running };
        let after = if running { Vec::new() } else { after };
        items.push(Item { key: key(items.len()), work, after });
        if known % 4 == 3 {
            let after = vec![items.len() - 1, known / 2];
            items.push(Item { key: key(items.len()), work: Work::Milestone, after });
        }
    }
    Plan { at: monday(), teams, items }
}

fn key(place: usize) -> u64 {
    u64::try_from(place).unwrap()
}

fn disciplines() -> impl Strategy<Value = Discipline> {
    prop::sample::select(Discipline::ALL.to_vec())
}

prop_compose! {
    fn plans(ends_always: bool)(
        slots in prop::array::uniform3((1_u32..5, disciplines())),
        asked in vec(
            (
                0_usize..3,
                0.5_f64..12.0,
                prop::option::weighted(0.2, 0.0_f64..60.0),
                vec(0_usize..1000, 0..3),
                prop::option::weighted(0.1, 0_i64..400),
            ),
            1..40,
        ),
    ) -> Plan {
        plan(asked, slots, ends_always)
    }
}

/// Rule E in whole seconds: what each item takes is drawn by the engine, everything else is done the slow way.
fn slowly(laid: &PlanCourse<'_>, plan: &Plan, trial: u32) -> Vec<Option<i64>> {
    let now = plan.at.as_second();
    let mut slots: Vec<Vec<i64>> = plan
        .teams
        .iter()
        .map(|team| vec![team.timeline.working_at_second(now); wide(team.slots.get())])
        .collect();
    let mut done: Vec<Option<i64>> = vec![None; plan.items.len()];
    // When the last item of each team began, and whether it never will.
    let (mut last, mut stuck) = (vec![i64::MIN; slots.len()], vec![false; slots.len()]);
    for item in laid.course.order() {
        if let Some((_, team, away)) = plan.absences().find(|(number, ..)| number == item) {
            let own = &plan.teams[team].timeline;
            let from = own.working_at_second(away.from.as_second().max(now));
            let until = own.working_at_second(away.until.as_second());
            let slot = first_or_last(&mut slots[team], from, plan.teams[team].discipline);
            *slot = (*slot).max(until);
            continue;
        }
        let of = &plan.items[*item];
        let Some(ready) = ready(plan, &done, *item) else {
            if let Work::Slot { team, .. } = of.work {
                match plan.teams[team].discipline {
                    Discipline::Dispatch => {}
                    Discipline::StrictPriority => stuck[team] = true,
                    Discipline::WipLimit => {
                        let first = slots[team].iter_mut().min();
                        *first.expect("a team has slots") = i64::MAX;
                    }
                }
            }
            continue;
        };
        let Work::Slot { team, effort, .. } = &of.work else {
            done[*item] = Some(match of.work {
                Work::Expected(_) => Expected::second(now, laid.drawn(*item, trial)),
                Work::Slot { .. } | Work::Arrival(_) | Work::Milestone => ready,
            });
            continue;
        };
        let (own, slots) = (&plan.teams[*team], &mut slots[*team]);
        let ready = own.timeline.working_at_second(ready).max(last[*team]);
        let slot = first_or_last(slots, ready, own.discipline);
        if stuck[*team] || *slot == i64::MAX {
            continue;
        }
        if own.discipline == Discipline::StrictPriority {
            last[*team] = (*slot).max(ready);
        }
        let (units, ends) = match laid.drawn(*item, trial) {
            Draw::Lasts(units) => (units, true),
            Draw::Beyond(units) => (units, false),
        };
        let takes = units * effort.scale_seconds / own.share;
        *slot = (*slot).max(ready) + crate::number::whole_seconds(takes);
        done[*item] = own.timeline.second_at(*slot).filter(|_| ends);
    }
    done
}

/// The slot that is taken at a working second: the last that is free by then where one may overtake, or the first.
fn first_or_last(slots: &mut [i64], ready: i64, discipline: Discipline) -> &mut i64 {
    slots.sort_unstable();
    let in_time = slots.iter().rposition(|free| *free <= ready);
    let slot = in_time.filter(|_| discipline == Discipline::Dispatch).unwrap_or(0);
    &mut slots[slot]
}

/// When everything is there that an item waits for; milestones are looked through, as they may stand behind it in the
/// course.
fn ready(plan: &Plan, done: &[Option<i64>], item: usize) -> Option<i64> {
    let now = plan.at.as_second();
    let there = |before: &usize| match plan.items[*before].work {
        Work::Slot { .. } | Work::Expected(_) => done[*before],
        Work::Arrival(at) => Some(at.as_second()),
        Work::Milestone => ready(plan, done, *before),
    };
    let arrives = match plan.items[item].work {
        Work::Arrival(at) => at.as_second().max(now),
        Work::Slot { .. } | Work::Expected(_) | Work::Milestone => now,
    };
    let mut before = plan.items[item].waits_for().iter().map(there);
    before.try_fold(arrives, |last, there| Some(last.max(there?)))
}

fn once(seed: u64, trials: u32) -> Play {
    Play { trials: count(trials), seed: Seed(seed), threads: count(2) }
}

/// So far may 24 bits and whole seconds be apart, after some tens of items.
const APART: i64 = 60;

fn check_trials(plan: &Plan) -> Result<(), TestCaseError> {
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let laid = PlanCourse::of(plan, &all, Seed(7)).unwrap();
    let fast = play(plan, &all, once(7, 64), 0).unwrap();
    let (mut compared, mut apart) = (0, Vec::new());
    for trial in 0..64 {
        let slow = slowly(&laid, plan, trial);
        for (item, (slow, fast)) in slow.iter().zip(fast.outcomes()).enumerate() {
            let fast = fast.done().nth(wide(trial)).filter(|second| *second < NEVER);
            compared += 1;
            let (Some(slow), Some(fast)) = (*slow, fast) else {
                prop_assert_eq!(*slow, fast, "item {}, trial {}", item, trial);
                continue;
            };
            if (slow - fast).abs() > APART {
                apart.push((item, trial, slow, fast));
            }
        }
    }
    // What ends within a second of a closing may be told as the end of one day or the beginning of the next.
    prop_assert!(apart.len() * 50 <= compared, "{compared}: {apart:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, rng_seed: RngSeed::Fixed(3), ..ProptestConfig::default() })]

    #[test]
    fn every_trial_ends_as_the_slow_player_says(plan in plans(true)) {
        check_trials(&plan)?;
    }

    #[test]
    fn so_it_does_where_work_may_never_be_done(plan in plans(false)) {
        check_trials(&plan)?;
    }

    #[test]
    fn what_was_written_down_is_forecast_again_bit_by_bit(plan in plans(false)) {
        let written = record::write(&plan);
        let again = record::read(&written).unwrap();
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let forecast = |plan: &Plan| play(plan, &all, once(5, 128), 64).unwrap();
        prop_assert_eq!(forecast(&again), forecast(&plan));
        prop_assert_eq!(record::write(&again), written.clone(), "and written down again");
        for end in [0, 1, written.len() / 3, written.len() - 1] {
            prop_assert!(record::read(&written[..end]).is_err(), "{end} of {}", written.len());
        }
        let longer = [written.as_slice(), &[0]].concat();
        prop_assert!(record::read(&longer).is_err(), "nothing may follow");
        let later = [&[4], &written[1..]].concat();
        prop_assert_eq!(record::read(&later).err(), Some(record::RecordError::Form(4)));
    }

    #[test]
    fn damage_is_told_and_never_a_panic(plan in plans(true), at in 1_usize..10_000, byte in any::<u8>()) {
        let mut written = record::write(&plan);
        let at = at % written.len();
        written[at] = byte;
        // Either it is still a plan that can be checked, or it says where it is none.
        match record::read(&written) {
            Ok(read) => drop(read.check()),
            Err(record::RecordError::Form(form)) => prop_assert_eq!((at, form), (0, byte)),
            Err(record::RecordError::Damaged(place)) => prop_assert!(place <= written.len()),
        }
    }

    #[test]
    fn other_work_changes_nobodys_luck(plan in plans(true)) {
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let moved: Vec<usize> = all.iter().map(|item| item + 1).collect();
        let mut more = plan.clone();
        // Another team, with work of another kind, that stands before everything.
        let other = Team { name: "Another".to_owned(), ..plan.teams[0].clone() };
        more.teams.push(other);
        let durations = Arc::new(Durations::of_sample(vec![3.0, 4.0, 11.0]).unwrap());
        let effort = Effort { durations, scale_seconds: 3600.0 };
        let work = Work::Slot { team: 3, effort, age_seconds: 0.0, running: false };
        for item in &mut more.items {
            item.after.iter_mut().for_each(|before| *before += 1);
        }
        more.items.insert(0, Item { key: 999, work, after: Vec::new() });
        let (plain, with_more) = (play(&plan, &all, once(5, 64), 0), play(&more, &moved, once(5, 64), 0));
        let (plain, with_more) = (plain.unwrap(), with_more.unwrap());
        prop_assert_eq!(plain.outcomes(), with_more.outcomes());
    }

    #[test]
    fn threads_change_nothing(plan in plans(false)) {
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let by = |threads| {
            let on = Play { threads: count(threads), ..once(5, 192) };
            play(&plan, &all, on, 64).unwrap()
        };
        let one = by(1);
        for threads in [2, 3] {
            prop_assert_eq!(&by(threads), &one);
        }
    }
}

/// Sixty items of three teams, with what they wait for.
fn busy() -> Plan {
    busy_by(Discipline::Dispatch)
}

fn busy_by(discipline: Discipline) -> Plan {
    let asked = (0..60_u32).map(|place| {
        let hours = 2.0 + f64::from(place * 7 % 11);
        let age = (place < 5).then_some(3.0);
        let wait = wide(place * 13);
        let after = if place % 3 == 0 { vec![wait] } else { Vec::new() };
        (wide(place % 3), hours, age, after, (place % 17 == 5).then_some(i64::from(place) * 3))
    });
    plan(asked.collect(), [2, 1, 3].map(|slots| (slots, discipline)), true)
}

#[test]
fn put_right_its_dates_are_those_of_event_dispatch() {
    let raw = Discipline::ALL.map(check_put_right);
    assert!(raw[0] > raw[1], "in order, the fast rule is hardly off: {raw:?}");
}

/// Returns how far the fast rule alone is off.
fn check_put_right(discipline: Discipline) -> f64 {
    let plan = busy_by(discipline);
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let truth = simulate(&plan, &all, once(99, 8_000)).unwrap();
    let (mut raw, mut right) = (0.0, 0.0);
    let fast = [0, 1_024].map(|judged| play(&plan, &all, once(7, 8_000), judged).unwrap());
    for (item, truth) in truth.outcomes().iter().enumerate() {
        for level in [0.5, 0.85] {
            let wanted = truth.quantile(level).unwrap().at;
            let wanted_share = truth.chance_by(wanted).share;
            let share = |by: &Runs| by.outcomes()[item].chance_by(wanted).share - wanted_share;
            raw += share(&fast[0]).abs();
            right += share(&fast[1]).abs();
        }
    }
    let count = real(all.len() * 2);
    assert!(right / count < 0.02, "{discipline:?}: {}", right / count);
    assert!(right < raw.max(0.01 * count), "{discipline:?}: {right}, {raw}");
    raw / count
}

#[test]
fn what_work_shares_ties_its_ends_together() {
    let plan = busy();
    let alone = Plan { teams: plan.teams.iter().map(without_factor).collect(), ..plan.clone() };
    let asked = [20, 30, 40, 50];
    let kept_together = |plan: &Plan, of: &dyn Fn(&Plan) -> Runs| {
        let runs = of(plan);
        let dated: Vec<(&Outcome, Timestamp)> = runs
            .outcomes()
            .iter()
            .map(|outcome| (outcome, outcome.quantile(0.85).expect("a date").at))
            .collect();
        let kept = Outcome::all_done(&dated);
        real(kept.iter().filter(|kept| **kept).count()) / real(kept.len())
    };
    let by_engine = |plan: &Plan| play(plan, &asked, once(7, 8_000), 1_024).unwrap();
    let by_trials = |plan: &Plan| simulate(plan, &asked, once(99, 8_000)).unwrap();
    let (tied, loose) = (kept_together(&plan, &by_engine), kept_together(&alone, &by_engine));
    let slow = kept_together(&plan, &by_trials);
    assert!(tied > loose + 0.01, "{tied}, {loose}");
    // Two shares of 8,000 trials are by chance less than 0.02 apart.
    assert!((tied - slow).abs() < 0.03, "{tied}, {slow}");
}

fn without_factor(team: &Team) -> Team {
    Team { factor: CommonFactor::default(), ..team.clone() }
}

#[test]
fn a_plan_of_the_first_form_is_read_as_one_in_which_everybody_dispatches() {
    let plan = Plan { items: Vec::new(), ..busy_by(Discipline::WipLimit) };
    let one = Plan { teams: plan.teams[..1].to_vec(), ..plan };
    let written = record::write(&one);
    // Behind the one team stand its discipline, in four bytes, its factor, in sixteen, and its absences; then the
    // numbers of distributions and of items, four bytes each.
    let (before, after) =
        (written.len() - 32 - 16 * one.teams[0].absences.len(), written.len() - 8);
    let first = [&[1], &written[1..before], &written[after..]].concat();
    let read = record::read(&first).unwrap();
    assert_eq!(read.teams[0].discipline, Discipline::Dispatch);
    assert!(read.teams[0].factor.is_none());
    assert_eq!(
        (&read.teams[0].name, read.teams[0].slots),
        (&one.teams[0].name, one.teams[0].slots)
    );
    assert_eq!(record::read(&written).unwrap().teams[0].discipline, Discipline::WipLimit);
}

#[test]
fn whom_teams_share_is_written_down_in_a_form_of_its_own() {
    let mut plan = busy();
    assert_eq!(record::write(&plan)[0], 2);
    plan.teams[0].shared = vec![Shared { person: 5, holds: Some(key(0)) }];
    plan.teams[1].shared = vec![Shared { person: 5, holds: None }];
    let written = record::write(&plan);
    let again = record::read(&written).unwrap();
    assert_eq!(written[0], 3);
    assert_eq!(again.teams[0].shared, plan.teams[0].shared);
    assert_eq!(record::write(&again), written);
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let forecast = |plan: &Plan| play(plan, &all, once(5, 128), 64).unwrap();
    assert_eq!(forecast(&again), forecast(&plan));
    assert_ne!(forecast(&busy()), forecast(&plan), "one pair of hands less");
}

#[test]
fn nothing_is_played_for_nothing() {
    let nothing = Plan { at: monday(), teams: Vec::new(), items: Vec::new() };
    assert!(play(&nothing, &[], once(1, 64), 64).unwrap().outcomes().is_empty());
    let plan = busy();
    assert!(play(&plan, &[], once(1, 64), 64).unwrap().outcomes().is_empty());
}

#[test]
fn a_milestone_of_its_own_is_there_at_once_and_what_is_too_old_is_never_done() {
    let mut plan = busy();
    let effort = Effort { durations: durations(true), scale_seconds: 3600.0 };
    let old = Work::Slot { team: 0, effort, age_seconds: 1e9, running: true };
    plan.items = vec![
        Item { key: 1, work: old, after: Vec::new() },
        Item { key: 2, work: Work::Milestone, after: Vec::new() },
        Item { key: 3, work: Work::Milestone, after: vec![0, 1] },
        Item {
            key: 4,
            work: Work::Arrival(monday() - SignedDuration::from_hours(5)),
            after: Vec::new(),
        },
    ];
    let runs = play(&plan, &[0, 1, 2, 3], once(1, 64), 64).unwrap();
    let at = |item: usize| runs.outcomes()[item].quantile(0.5).map(|quantile| quantile.at);
    assert_eq!([at(0), at(1), at(2), at(3)], [None, Some(monday()), None, Some(monday())]);
}

#[test]
fn a_shift_follows_its_points_and_never_goes_back() {
    let shift = Shift { points: vec![(10.0, 8.0), (20.0, 22.0), (30.0, 22.0)] };
    let moved = [(0.0, 0.0), (10.0, 8.0), (15.0, 15.0), (20.0, 22.0), (25.0, 22.0), (40.0, 32.0)];
    for (done, wanted) in moved {
        assert!((shift.moved(done, 0.0) - wanted).abs() < 1e-5, "{done}");
    }
    assert!(shift.moved(f32::INFINITY, 0.0).is_infinite());
    assert!((Shift::default().moved(3.0, 0.5) - 3.0).abs() < 1e-6);
    assert!((shift.moved(1.0, 0.5) - 0.5).abs() < 1e-6, "not before the present");
}
