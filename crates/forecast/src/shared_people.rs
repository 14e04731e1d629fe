//! Who works for a team, and who for several, as finished work tells.
//!
//! Somebody who now and then helps out elsewhere is no slot there, and who has left a team is none of it any more.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::history::WorkRecord;
use crate::number::real;
use crate::random::number_of;

/// Who works for a team.
#[derive(Debug, Clone, Default)]
pub(crate) struct People {
    /// How many there are.
    pub(crate) count: usize,
    /// Those of several teams, by their number, with the part of them that the team has; the most of them first.
    pub(crate) shared: Vec<(u64, f64)>,
}

/// Whoever does less of their work for a team than this is not of it.
const LEAST_PART: f64 = 0.2;
/// A team that would go by somebody so long by chance once in a hundred times has been left.
const HARDLY: f64 = 0.01;

/// The people of each team, by what was finished since an instant; the records in the order in which they were.
pub(crate) fn people<'a>(
    known: impl Iterator<Item = &'a WorkRecord>,
    opened: Timestamp,
) -> BTreeMap<&'a str, People> {
    let mut work = BTreeMap::<&str, Vec<&str>>::new();
    for record in known.filter(|r| r.finished.is_some_and(|finished| finished >= opened)) {
        if let Some(person) = record.person.as_deref() {
            work.entry(person).or_default().push(&record.team);
        }
    }
    let mut teams = BTreeMap::<&str, People>::new();
    for (person, done_for) in work {
        let parts = parts(&done_for);
        let is_shared = parts.len() > 1;
        for (team, part) in parts {
            let people = teams.entry(team).or_default();
            people.count += 1;
            if is_shared {
                people.shared.push((number_of(person), part));
            }
        }
    }
    for people in teams.values_mut() {
        people.shared.sort_by(|(one, a), (other, b)| b.total_cmp(a).then(one.cmp(other)));
    }
    teams
}

/// The teams for which somebody works, from for whom each piece was, in order; with the part that each gets.
fn parts<'a>(done_for: &[&'a str]) -> Vec<(&'a str, f64)> {
    let mut pieces = BTreeMap::<&str, (usize, usize)>::new();
    for (place, team) in done_for.iter().enumerate() {
        let (count, last) = pieces.entry(team).or_default();
        (*count, *last) = (*count + 1, place);
    }
    let all = real(done_for.len());
    let is_of = |count: usize, last: usize| {
        let part = real(count) / all;
        let since = real(done_for.len() - 1 - last);
        part >= LEAST_PART && (part >= 1.0 || libm::pow(1.0 - part, since) >= HARDLY)
    };
    let mut of: Vec<(&str, usize)> = pieces
        .iter()
        .filter(|(_, (count, last))| is_of(*count, *last))
        .map(|(team, (count, _))| (*team, *count))
        .collect();
    if of.is_empty() {
        let most = pieces.iter().max_by_key(|(_, (count, last))| (*count, *last));
        of.extend(most.map(|(team, (count, _))| (*team, *count)));
    }
    let counted = real(of.iter().map(|(_, count)| count).sum());
    of.into_iter().map(|(team, count)| (team, real(count) / counted)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn monday() -> Timestamp {
        "2026-03-09T08:00:00Z".parse().expect("an instant")
    }

    /// Pieces of work in the order in which they were finished, each as a person and a team.
    fn of(done: &[(&str, &str)]) -> Vec<(String, usize, f64, usize)> {
        let record = |(place, (person, team)): (i64, &(&str, &str))| WorkRecord {
            key: 0,
            team: (*team).to_owned(),
            kind: String::new(),
            person: Some((*person).to_owned()),
            created: monday(),
            started: None,
            finished: Some(monday() + SignedDuration::from_hours(24 * place)),
            given_up: None,
            estimate_hours: None,
            actual_hours: None,
            rank: 0,
        };
        let records: Vec<WorkRecord> = (0..).zip(done).map(record).collect();
        let people = people(records.iter(), monday());
        let told = people.into_iter();
        let whole = |of: &People| {
            let parts: f64 = of.shared.iter().map(|(_, part)| part).sum();
            real(of.count - of.shared.len()) + parts
        };
        told.map(|(team, of)| (team.to_owned(), of.count, whole(&of), of.shared.len())).collect()
    }

    #[test]
    fn who_works_to_and_fro_is_a_part_of_both() {
        let mut done = vec![("Ann", "Hull")];
        done.extend([("Bo", "Hull"), ("Bo", "Deck"), ("Bo", "Deck"), ("Bo", "Hull")]);
        let (hull, deck) = (("Hull".to_owned(), 2, 1.5, 1), ("Deck".to_owned(), 1, 0.5, 1));
        assert_eq!(of(&done), [deck, hull]);
    }

    #[test]
    fn who_helps_out_once_is_no_slot_there() {
        let done = [&[("Ann", "Hull"); 4][..], &[("Ann", "Deck")], &[("Ann", "Hull"); 4]].concat();
        assert_eq!(of(&done), [("Hull".to_owned(), 1, 1.0, 0)]);
    }

    #[test]
    fn who_left_is_of_the_new_team_alone() {
        let moved =
            |since: usize| [&[("Ann", "Hull"); 7][..], &vec![("Ann", "Deck"); since]].concat();
        assert_eq!(of(&moved(7)), [("Deck".to_owned(), 1, 1.0, 0)]);
        assert_eq!(of(&moved(4)).len(), 2, "too soon to tell");
    }

    #[test]
    fn who_works_for_everybody_a_little_is_of_the_team_with_most() {
        let teams = ["A", "B", "C", "D", "E", "F", "C"];
        let done: Vec<(&str, &str)> = teams.iter().map(|team| ("Ann", *team)).collect();
        // Two of seven are more than a fifth.
        assert_eq!(of(&done), [("C".to_owned(), 1, 1.0, 0)]);
        assert_eq!(of(&done[..6]), [("F".to_owned(), 1, 1.0, 0)], "the latest of equal ones");
    }
}
