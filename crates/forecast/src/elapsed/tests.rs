//! How long things last, in pasts that are easily thought through.

use super::*;
use crate::effort::Alike;

const DAY: i64 = 86_400;
const PLAIN: Model = Model { half_life_days: 90.0, likenesses: &[] };
const BY_TEAM: Model = Model { half_life_days: 90.0, likenesses: &[Likeness::Team] };

fn team(group: &str) -> Alike<'_> {
    Alike { group, kind: "", person: "" }
}

/// Things that began and ended on days, of one team.
fn past(days: impl IntoIterator<Item = (i64, Option<i64>)>) -> Past {
    let mut past = Past::default();
    days.into_iter()
        .for_each(|(from, to)| past.add(from * DAY, to.map(|to| to * DAY), team("a"), None));
    past
}

fn days(past: &Past, at_day: i64, model: &Model, age: f64, chance: f64) -> Option<f64> {
    let course = past.at(at_day * DAY).course(model, &past.all_traits(0), age);
    course.quantiles([chance], Borrowing::Always)[0]
}

#[track_caller]
fn check(past: &Past, at_day: i64, chance: f64, wanted: Option<f64>) {
    assert_eq!(days(past, at_day, &PLAIN, 0.0, chance), wanted);
}

#[test]
fn what_happened_afterwards_is_not_known() {
    let at = 40;
    let began = |d: i64| (d, Some(d + 3 + d % 5));
    let before = past((0..50).map(began));
    // Whatever happened at or after the instant is changed; the answer is not, bit for bit.
    let unknown = |(from, to): (i64, Option<i64>)| (from, to.filter(|to| *to < at));
    let after = past((0..50).map(|d| if d < at { unknown(began(d)) } else { (d, Some(d + 1)) }));
    let known = |past: &Past| past.at(at * DAY).course(&BY_TEAM, &past.all_traits(0), 2.0);
    assert_eq!(known(&before), known(&after));
}

#[test]
fn with_nothing_to_lean_on_it_is_kaplan_and_meiers_estimator() {
    // Remission in weeks of 21 patients on 6-MP (Freireich et al., Blood 21, 1963), a plus where it still lasted:
    // 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+; its median is known to be 23.
    let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    let lasted = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    let at = 1000;
    let mut past = Past::default();
    ended.iter().for_each(|d| past.add(0, Some(d * DAY), team(""), None));
    // Each of those that last began so long before the instant.
    lasted.iter().for_each(|d| past.add((at - d) * DAY, None, team(""), None));
    let course = past.at(at * DAY).course(&PLAIN, &past.all_traits(0), 0.0);
    let share = |level: &Level, week: f64| {
        level.beyond[course.ages.iter().position(|a| a.total_cmp(&week).is_eq()).expect("an age")]
    };
    for (week, beyond) in [(6.0, 0.857), (7.0, 0.807), (10.0, 0.753), (16.0, 0.627), (23.0, 0.448)]
    {
        assert!((share(&course.levels[0], week) - beyond).abs() < 5e-4, "after week {week}");
    }
    assert_eq!(course.quantiles([0.5, 0.85], Borrowing::Always), [Some(23.0), None]);
}

#[test]
fn a_process_that_changed_is_followed() {
    // A year of ten days each, then forty days of two days each.
    let slow = (0..3000).map(|i| (i / 8, Some(i / 8 + 10)));
    let fast = (0..800).map(|i| (390 + i / 20, Some(392 + i / 20)));
    let past = past(slow.chain(fast));
    let with = |half_life_days| {
        days(&past, 432, &Model { half_life_days, ..PLAIN }, 0.0, 0.85).expect("a date")
    };
    assert!(with(4.0) < 2.5, "what was long ago is forgotten: {}", with(4.0));
    assert!(with(365.0) > 9.5, "or remembered: {}", with(365.0));
}

#[test]
fn open_work_holds_the_answer_up() {
    let done = (0..60).map(|d| (d, Some(d + 1)));
    let past = past(done.chain((0..60).map(|d| (d, None))));
    check(&past, 70, 0.85, None); // half of them never ended
    check(&past, 70, 0.45, Some(1.0));
}

#[test]
fn few_do_not_speak_for_high_chances() {
    let of = |count: i64| past((1..=count).map(|d| (0, Some(d))));
    check(&of(5), 30, 0.85, None);
    check(&of(6), 30, 0.85, Some(6.0));
    check(&of(18), 30, 0.95, None);
    check(&of(19), 30, 0.95, Some(19.0));
    check(&past([(0, None)]), 30, 0.5, None);
}

#[test]
fn a_team_is_like_everyone_until_it_shows_otherwise() {
    let mut past = Past::default();
    // The first is what is asked for: of a team that takes ten days where the others take two.
    let add = |past: &mut Past, group, each: i64, count: i64| {
        (0..count).for_each(|d| past.add(d * DAY, Some((d + each) * DAY), team(group), None));
    };
    add(&mut past, "slow", 10, 3);
    add(&mut past, "fast", 2, 80);
    let few = days(&past, 100, &BY_TEAM, 0.0, 0.5);
    assert_eq!(few, Some(2.0), "three do not outweigh ten that lean on eighty");
    add(&mut past, "slow", 10, 80);
    assert_eq!(days(&past, 100, &BY_TEAM, 0.0, 0.5), Some(10.0));
}

#[test]
fn what_got_old_is_asked_of_those_that_got_as_old() {
    let quick = (0..90).map(|d| (d, Some(d + 1)));
    let past = past(quick.chain((0..60).map(|d| (d, Some(d + 30)))));
    let whole = |age, chance| days(&past, 200, &PLAIN, age, chance);
    assert_eq!(whole(0.0, 0.5), Some(1.0));
    assert_eq!(whole(5.0, 0.5), Some(30.0));
    assert_eq!(whole(30.0, 0.5), None, "nothing got older");
}

#[test]
fn sizes_are_alike_by_their_ratio() {
    let mut past = Past::default();
    for d in 0..200 {
        let (size, takes) = if d % 2 == 0 { (2.0, 2) } else { (40.0, 20) };
        past.add(d * DAY, Some((d + takes) * DAY), team("a"), Some(size));
    }
    let by_size = Model { likenesses: &[Likeness::Size], ..PLAIN };
    let course = |thing| past.at(400 * DAY).course(&by_size, &past.all_traits(thing), 0.0);
    let median = |thing| course(thing).quantiles([0.5], Borrowing::Always)[0];
    assert_eq!((median(0), median(1)), (Some(2.0), Some(20.0)));
}

#[test]
fn a_date_is_borrowed_where_the_own_past_says_nothing_so_old() {
    let mut past = Past::default();
    // A team of which nothing ended since, and others who take thirty days.
    (0..40).for_each(|d| past.add(d * DAY, None, team("stuck"), None));
    (0..400).for_each(|d| past.add(d / 4 * DAY, Some((d / 4 + 30) * DAY), team("others"), None));
    let course =
        |at_day: i64, age| past.at(at_day * DAY).course(&BY_TEAM, &past.all_traits(0), age);
    let [always] = course(160, 5.0).quantiles([0.85], Borrowing::Always);
    let [unseen] = course(160, 5.0).quantiles([0.85], Borrowing::WhereUnseen);
    assert_eq!((always, unseen), (Some(30.0), None), "forty of its own outlasted that");
    // On the fortieth day none of its own is so old yet.
    let [young] = course(35, 1.0).quantiles([0.5], Borrowing::WhereUnseen);
    assert_eq!(young, Some(30.0));
}

#[test]
fn the_model_that_said_best_what_came_is_listened_to() {
    let mut past = Past::default();
    for d in 0..600 {
        let takes = if d % 2 == 0 { 2 } else { 12 };
        past.add(d * DAY, Some((d + takes) * DAY), team(if d % 2 == 0 { "a" } else { "b" }), None);
    }
    let mut choice = Choice::default();
    assert!(choice.scores().is_empty());
    for d in (100..600).step_by(5) {
        let (thing, at) = (usize::try_from(d).expect("small"), d * DAY);
        choice.settle(at);
        let takes = if d % 2 == 0 { 2 } else { 12 };
        choice.ask(&past.at(at), at, &past.all_traits(thing), 0.0, (Some((d + takes) * DAY), None));
    }
    choice.settle(700 * DAY);
    assert_eq!(choice.best().likenesses, [Likeness::Team]);
    let scores = choice.scores();
    assert_eq!(scores[0].0, choice.best());
    let plain = scores.iter().find(|(model, _)| model.likenesses.is_empty()).expect("tried");
    assert!(scores[0].1 * 2.0 < plain.1, "{scores:?}");
}

#[test]
fn what_was_given_up_lasted_so_long_and_says_no_more() {
    // All that is finished takes 20 days; half of all is given up after 10.
    let mut past = Past::default();
    for d in 0..200 {
        let is_given_up = d % 2 == 0;
        past.add(d * DAY, (!is_given_up).then_some((d + 20) * DAY), team("a"), None);
        if is_given_up {
            past.give_up((d + 10) * DAY);
        }
    }
    let at = 400 * DAY;
    let model = Model { half_life_days: 365.0, likenesses: &[] };
    let said = |past: &Past| {
        let course = past.at(at).course(&model, &past.traits(&model, 0), 0.0);
        course.quantiles([0.5, 0.85], Borrowing::Always)
    };
    assert_eq!(said(&past), [Some(20.0); 2], "of those that are not given up");
    // Before it was given up it was open like any other.
    let known = past.at(5 * DAY);
    assert_eq!(known.course(&model, &past.traits(&model, 0), 0.0), {
        let mut open = Past::default();
        (0..200).for_each(|d| open.add(d * DAY, None, team("a"), None));
        open.at(5 * DAY).course(&model, &open.traits(&model, 0), 0.0)
    });
}
