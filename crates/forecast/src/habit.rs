//! In which order a team has taken up work, as its history shows it.
//!
//! Each start while several things waited was a choice. Who nearly always took the first in line keeps to an order; who
//! then also had the same number at hand nearly all the time that something waited holds on to what waits, as a limit of
//! work in progress does. Who chose otherwise overtakes what cannot begin, and is described best by dispatch.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::history::WorkRecord;
use crate::number::{real, real_seconds};
use crate::plan::Discipline;

/// Fewer choices show no habit.
const LEAST_CHOICES: usize = 20;
/// From this share of choices on the first in line is the rule.
const IN_ORDER: f64 = 0.8;
/// From this share of the time on the number at hand is a limit.
const AT_LIMIT: f64 = 0.8;

/// What the starts of a team show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habit {
    /// The discipline that describes it best.
    pub discipline: Discipline,
    /// How many starts there were while something else waited too.
    pub choices: usize,
    /// In how many of them the first in line was taken.
    pub in_order: usize,
    /// In how many it would have been by chance.
    pub by_chance: f64,
    /// How many things were at hand for most of the time that something waited.
    pub at_hand: usize,
    /// For which share of that time.
    pub at_hand_share: f64,
}

/// Something that happened to a record, in the order in which it counts at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Happened {
    Finished,
    Created,
    Started,
}

/// What the starts of some records of one team show, up to an instant; `None` while they are too few to tell.
pub fn habit(records: &[&WorkRecord], at: Timestamp) -> Option<Habit> {
    let mut happened = BTreeMap::<(Timestamp, Happened), Vec<usize>>::new();
    for (place, record) in records.iter().enumerate() {
        // What never began is no choice, and whether it still waited for anybody is not known.
        let Some(started) = record.started.filter(|started| *started < at) else { continue };
        let mut note = |at: Timestamp, what| happened.entry((at, what)).or_default().push(place);
        note(record.created.min(started), Happened::Created);
        note(started, Happened::Started);
        if let Some(finished) = record.finished.filter(|finished| *finished < at) {
            note(finished.max(started), Happened::Finished);
        }
    }
    let place_in_line = |place: usize| {
        let record = records[place];
        (record.rank, record.created, record.key)
    };
    let (mut waiting, mut at_hand) = (BTreeSet::new(), 0_usize);
    let (mut choices, mut in_order, mut by_chance) = (0, 0, 0.0);
    let mut seconds_at = BTreeMap::<usize, f64>::new();
    let mut before: Option<Timestamp> = None;
    for ((instant, what), places) in &happened {
        if let Some(before) = before.filter(|_| !waiting.is_empty()) {
            let lasted = real_seconds(instant.as_second() - before.as_second());
            *seconds_at.entry(at_hand).or_default() += lasted;
        }
        before = Some(*instant);
        match what {
            Happened::Created => waiting.extend(places.iter().map(|place| place_in_line(*place))),
            // A start at the very end of what it belongs to takes nothing away.
            Happened::Finished => at_hand = at_hand.saturating_sub(places.len()),
            Happened::Started => {
                if waiting.len() > places.len() {
                    let first: BTreeSet<_> = waiting.iter().take(places.len()).copied().collect();
                    let is_first = |place: &&usize| first.contains(&place_in_line(**place));
                    choices += places.len();
                    in_order += places.iter().filter(is_first).count();
                    by_chance += real(places.len() * places.len()) / real(waiting.len());
                }
                for place in places {
                    waiting.remove(&place_in_line(*place));
                }
                at_hand += places.len();
            }
        }
    }
    let total: f64 = seconds_at.values().sum();
    let most = seconds_at.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
    let at_hand_share = if total > 0.0 { most.1 / total } else { 0.0 };
    let keeps_order = real(in_order) >= IN_ORDER * real(choices);
    let discipline = match (keeps_order, at_hand_share >= AT_LIMIT) {
        (false, _) => Discipline::Dispatch,
        (true, false) => Discipline::StrictPriority,
        (true, true) => Discipline::WipLimit,
    };
    (choices >= LEAST_CHOICES).then_some(Habit {
        discipline,
        choices,
        in_order,
        by_chance,
        at_hand: most.0,
        at_hand_share,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(number: i64) -> Timestamp {
        Timestamp::from_second(number * 3600).expect("an instant")
    }

    /// A record that came, began and was done at these hours.
    fn record(key: u64, created: i64, started: i64, finished: i64) -> WorkRecord {
        WorkRecord {
            key,
            team: "Couplings".to_owned(),
            kind: String::new(),
            person: None,
            created: hour(created),
            started: Some(hour(started)),
            finished: Some(hour(finished)),
            given_up: None,
            estimate_hours: None,
            actual_hours: None,
            rank: 0,
        }
    }

    fn shown(records: &[WorkRecord]) -> Option<Habit> {
        habit(&records.iter().collect::<Vec<_>>(), hour(100_000))
    }

    /// Thirty things that are all there at first; by turns they begin in some order, each as the one before it ends.
    fn one_by_one(order: impl Fn(i64) -> i64) -> Vec<WorkRecord> {
        let record = |place: i64| {
            let turn = order(place);
            record(u64::try_from(place).expect("small"), -1, turn * 5, turn * 5 + 5)
        };
        (0..30).map(record).collect()
    }

    #[test]
    fn in_order_with_one_at_hand_all_the_time_is_a_limit() {
        let shown = shown(&one_by_one(|place| place)).expect("enough");
        assert_eq!((shown.choices, shown.in_order), (29, 29), "the last one is no choice");
        assert_eq!((shown.discipline, shown.at_hand), (Discipline::WipLimit, 1));
        assert!(shown.by_chance < 5.0, "{shown:?}");
    }

    #[test]
    fn in_order_with_gaps_is_strict_priority() {
        // Each begins some hours after the one before was done: that long the first in line could not.
        let records = one_by_one(|place| place);
        let later = |record: &WorkRecord| WorkRecord {
            finished: record.started.map(|at| at + jiff::SignedDuration::from_hours(2)),
            ..record.clone()
        };
        let gaps: Vec<WorkRecord> = records.iter().map(later).collect();
        assert_eq!(shown(&gaps).expect("enough").discipline, Discipline::StrictPriority);
    }

    #[test]
    fn whoever_overtakes_dispatches() {
        let shown = shown(&one_by_one(|place| place * 7 % 30)).expect("enough");
        assert_eq!(shown.discipline, Discipline::Dispatch);
        assert!(shown.in_order * 5 < shown.choices * 4, "{shown:?}");
    }

    #[test]
    fn what_begins_at_one_instant_is_told_together_and_few_choices_tell_nothing() {
        let day = |place: i64| {
            record(u64::try_from(place).expect("small"), 0, place / 3 * 8, place / 3 * 8 + 8)
        };
        let records: Vec<WorkRecord> = (0..30).map(day).collect();
        let told = shown(&records).expect("enough");
        assert_eq!((told.choices, told.in_order, told.at_hand), (27, 27, 3));
        assert_eq!(shown(&records[..20]), None);
        assert_eq!(shown(&[]), None);
        assert_eq!(habit(&records.iter().collect::<Vec<_>>(), hour(0)), None, "not known yet");
    }
}
