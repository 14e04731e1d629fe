//! Claims of one capability that cannot all be true: one page says March, another April.

use jiff::civil::Date;

use super::{Claim, When};

/// A claim and another that says another time of the same thing; both by their places in what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differing {
    /// The claim.
    pub claim: usize,
    /// One that it cannot be true with.
    pub other: usize,
}

/// The first and the last day that something can be there by what a claim says; open where it says nothing.
fn days(when: When, today: Date) -> Option<(Option<Date>, Option<Date>)> {
    match when {
        When::Now => Some((None, Some(today))),
        When::Named(window) => Some((window.first, window.last)),
        When::SomeDay => None,
    }
}

/// All claims that cannot be true together with another of the same capability, in order, each with the one that it is
/// furthest from.
///
/// Claims of several texts may be given together: their places in the slice tell them apart.
pub fn differing<'a>(claims: impl IntoIterator<Item = &'a Claim>, today: Date) -> Vec<Differing> {
    let mut dated: Vec<_> = claims
        .into_iter()
        .enumerate()
        .filter_map(|(place, claim)| Some((claim.capability, place, days(claim.when, today)?)))
        .collect();
    dated.sort_by_key(|(capability, place, _)| (*capability, *place));
    let mut found = Vec::new();
    for same in dated.chunk_by(|one, other| one.0 == other.0) {
        // What begins last and what ends first tell of each claim whether there is one that it does not meet.
        let firsts =
            same.iter().filter_map(|(_, place, (first, _))| Some((first.as_ref()?, place)));
        let lasts = same.iter().filter_map(|(_, place, (_, last))| Some((last.as_ref()?, place)));
        let latest = firsts.max_by_key(|(first, place)| (**first, std::cmp::Reverse(**place)));
        let earliest = lasts.min_by_key(|(last, place)| (**last, **place));
        for (_, place, (first, last)) in same {
            let before = earliest.filter(|(end, _)| first.is_some_and(|first| first > **end));
            let after = latest.filter(|(start, _)| last.is_some_and(|last| last < **start));
            if let Some((_, other)) = before.or(after) {
                found.push(Differing { claim: *place, other: *other });
            }
        }
    }
    found.sort_by_key(|one| one.claim);
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Window;
    use super::*;
    use crate::Span;

    const TODAY: Date = date(2026, 11, 28);

    fn claim(capability: usize, when: When) -> Claim {
        let span = Span::new(0, 1);
        Claim { capability, mention: span, sentence: span, when }
    }

    fn month(month: i8) -> When {
        let first = date(2027, month, 1);
        let (first, last) = (Some(first), Some(first.last_of_month()));
        When::Named(Window { first, last, counted_on: last })
    }

    fn by(last: Date) -> When {
        When::Named(Window { first: None, last: Some(last), counted_on: Some(last) })
    }

    #[track_caller]
    fn check(claims: &[Claim], wanted: &[(usize, usize)]) {
        let found = differing(claims, TODAY);
        let found: Vec<_> = found.iter().map(|one| (one.claim, one.other)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn march_and_april_cannot_both_be_true_and_each_names_the_other() {
        check(&[claim(0, month(3)), claim(0, month(4))], &[(0, 1), (1, 0)]);
        check(&[claim(0, month(3)), claim(1, month(4))], &[]);
        check(
            &[claim(0, month(3)), claim(0, month(3)), claim(0, month(5))],
            &[(0, 2), (1, 2), (2, 0)],
        );
    }

    #[test]
    fn a_quarter_holds_its_months_and_a_deadline_all_before_it() {
        let quarter = Window {
            first: Some(date(2027, 1, 1)),
            last: Some(date(2027, 3, 31)),
            counted_on: None,
        };
        check(&[claim(0, When::Named(quarter)), claim(0, month(3))], &[]);
        check(&[claim(0, by(date(2027, 4, 30))), claim(0, month(3))], &[]);
        check(&[claim(0, by(date(2027, 2, 28))), claim(0, month(3))], &[(0, 1), (1, 0)]);
    }

    #[test]
    fn there_now_and_to_come_cannot_both_be_true() {
        check(&[claim(0, When::Now), claim(0, month(3))], &[(0, 1), (1, 0)]);
        check(&[claim(0, When::Now), claim(0, by(date(2019, 12, 31)))], &[]);
        check(&[claim(0, When::SomeDay), claim(0, When::Now)], &[]);
    }
}
