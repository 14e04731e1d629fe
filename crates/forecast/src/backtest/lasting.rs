//! The replays of time: how long a row lasts, how long it still does, and by when it could have been promised.

use std::collections::BTreeMap;

use super::{DAY, LEVELS, Prediction, Record, Said, Scores, alike, in_order};
use crate::adaptive::Adaptive;
use crate::elapsed::{Borrowing, Choice, Course, Past, Traits};
use crate::number::{real, real_seconds, whole_seconds};

/// Levels of promises follow some hundreds: deliveries drift with the season.
const QUICKLY: f64 = 0.007;
/// Models are judged by the first twice as many rows of a history, then by every second, fourth, eighth of them, less the
/// longer it gets: what is known decides it, not how long the history is.
const JUDGED: usize = 600;
/// And by no more than about so many at one instant: a single day says little.
const JUDGED_AT_ONCE: usize = 20;
/// In so many steps a level that the past cannot tell is brought down to the stated one.
const MORE_STEPS: usize = 5;

/// [`super::Question::Elapsed`]
pub(super) fn elapsed(records: &[Record], visit: &mut dyn FnMut(&Said<'_>)) -> Scores {
    each_new(records, |passed, place, course| {
        if records[place].wanted {
            let at = |level: f64| course.quantiles([level], Borrowing::Always)[0];
            let quantiles = course.quantiles(LEVELS, Borrowing::Always);
            let made_at = records[place].made;
            let prediction = Prediction { record: place, made_at, quantiles };
            visit(&Said { prediction, passed: (passed, records.len()), at: &at });
        }
    })
}

/// [`super::Question::Promise`]
pub(super) fn promise(records: &[Record], visit: &mut dyn FnMut(&Said<'_>)) -> Scores {
    let mut levels = Adaptive::new(LEVELS, QUICKLY);
    // By the instant at which a date passes: at which level, and whether it was kept.
    let mut passing = BTreeMap::<(i64, usize, usize), bool>::new();
    each_new(records, |passed, place, course| {
        let record = &records[place];
        let has_passed = |(due, ..): &(i64, usize, usize)| *due < midnight_before(record.made);
        while let Some(passed) = passing.first_entry().filter(|entry| has_passed(entry.key())) {
            let ((_, level, _), kept) = passed.remove_entry();
            let mut held = [None; LEVELS.len()];
            held[level] = Some(kept);
            levels.learn(held);
        }
        let quantiles = as_late(course, levels.asked());
        for (level, days) in quantiles.iter().enumerate() {
            let Some(days) = days else { continue };
            let due = record.made + whole_seconds(days * real_seconds(DAY));
            // Of what was given up before nobody knows whether it would have been there.
            if record.given_up.is_none_or(|when| when > due) {
                passing.insert((due, level, place), record.done.is_some_and(|done| done <= due));
            }
        }
        if record.wanted {
            let at = |level: f64| {
                let asked = levels.asked_at(level);
                course.quantiles([asked], Borrowing::Always)[0]
            };
            let prediction = Prediction { record: place, made_at: record.made, quantiles };
            visit(&Said { prediction, passed: (passed, records.len()), at: &at });
        }
    })
}

/// The dates for the levels that are asked for; where the past does not tell so much, the latest it does tell, if that
/// is no less than what is stated.
fn as_late(course: &Course, asked: [f64; 4]) -> [Option<f64>; 4] {
    let mut dates = course.quantiles(asked, Borrowing::Always);
    for steps in (0..MORE_STEPS).rev() {
        if dates.iter().all(Option::is_some) {
            break;
        }
        let part = real(steps) / real(MORE_STEPS);
        let less: [f64; 4] =
            std::array::from_fn(|l| LEVELS[l] + part * (asked[l] - LEVELS[l]).max(0.0));
        let earlier = course.quantiles(less, Borrowing::Always);
        for (date, earlier) in dates.iter_mut().zip(earlier) {
            *date = date.or(earlier);
        }
    }
    dates
}

/// Goes through the rows in the order in which they began, with how each could go on, as known at the midnight before.
fn each_new(records: &[Record], mut visit: impl FnMut(usize, usize, &Course)) -> Scores {
    let past = past_of(records);
    let mut choice = Choice::default();
    let mut midnight = i64::MIN;
    let mut known = past.at(midnight);
    // Things of one day in which the model sees no difference go on in the same way.
    let mut courses = BTreeMap::<Traits, Course>::new();
    let mut today = 0;
    for (number, place) in in_order(records).into_iter().enumerate() {
        let record = &records[place];
        if midnight_before(record.made) != midnight {
            midnight = midnight_before(record.made);
            known = past.at(midnight);
            choice.settle(midnight);
            courses.clear();
            today = 0;
        }
        let model = choice.best();
        let traits = past.traits(&model, place);
        let course = courses.entry(traits).or_insert_with(|| known.course(&model, &traits, 0.0));
        visit(number, place, course);
        if is_judged(number) && today < JUDGED_AT_ONCE {
            today += 1;
            let ends = (record.done, record.given_up);
            choice.ask(&known, record.made, &past.all_traits(place), 0.0, ends);
        }
    }
    choice.scores()
}

/// The midnight before an instant, UTC.
fn midnight_before(at: i64) -> i64 {
    at.div_euclid(DAY) * DAY
}

/// [`super::Question::Remaining`]
pub(super) fn remaining(
    records: &[Record],
    every_days: u32,
    visit: &mut dyn FnMut(&Said<'_>),
) -> Scores {
    let every = i64::from(every_days.max(1)) * DAY;
    let past = past_of(records);
    let mut choice = Choice::default();
    let ends = records.iter().map(|r| r.done.unwrap_or(r.made).max(r.made));
    let (Some(last), Some(first)) = (ends.max(), records.iter().map(|r| r.made).min()) else {
        return Scores::new();
    };
    let days = |until: i64| usize::try_from((until - first) / DAY).unwrap_or(0);
    let mut origin = (first.div_euclid(every) + 1) * every;
    while origin < last {
        let known = past.at(origin);
        choice.settle(origin);
        let model = choice.best();
        let is_open = |r: &Record| {
            let over = r.done.or(r.given_up);
            r.made < origin && over.is_none_or(|over| over > origin)
        };
        let open: Vec<usize> = (0..records.len()).filter(|p| is_open(&records[*p])).collect();
        let apart = (open.len() / JUDGED_AT_ONCE).max(1);
        for (number, place) in open.into_iter().enumerate() {
            let record = &records[place];
            let age = real_seconds(origin - record.made) / real_seconds(DAY);
            if record.wanted {
                let course = known.course(&model, &past.all_traits(place), age);
                let whole = course.quantiles(LEVELS, Borrowing::WhereUnseen);
                let quantiles = whole.map(|total| total.map(|total| total - age));
                let at =
                    |level: f64| Some(course.quantiles([level], Borrowing::WhereUnseen)[0]? - age);
                let prediction = Prediction { record: place, made_at: origin, quantiles };
                visit(&Said { prediction, passed: (days(origin), days(last)), at: &at });
            }
            if number % apart == 0 {
                let ends = (record.done, record.given_up);
                choice.ask(&known, origin, &past.all_traits(place), age, ends);
            }
        }
        origin += every;
    }
    choice.scores()
}

fn is_judged(number: usize) -> bool {
    let times = number / JUDGED;
    times == 0 || number.is_multiple_of(times.next_power_of_two())
}

fn past_of(records: &[Record]) -> Past {
    let mut past = Past::default();
    for record in records {
        past.add(record.made, record.done, alike(record), record.estimate);
        record.given_up.into_iter().for_each(|when| past.give_up(when));
    }
    past
}
