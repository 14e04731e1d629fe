//! How long things take, learnt from those that are finished and those that are not.
//!
//! A piece of work that is still open is *censored*, not missing: it has lasted at least its age. Leaving it out
//! makes every answer too short; on one real tracker a date called "85%" was kept 68% of the time that way
//! (docs/model/evidence.md).
//! The estimator is Kaplan and Meier's (JASA 53, 1958, 457–481) with delayed entry: work that was already under
//! way when the window of observation opened counts from the age it had then.

use crate::number::real;

/// One thing as far as it was watched: from an age to an age, and whether it finished at the end.
///
/// The unit of age is the caller's: days, working hours, or a ratio to an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    /// Its age when watching began; 0 when it was watched from its start.
    pub entry: f64,
    /// Its age when watching ended.
    pub exit: f64,
    /// Whether it finished then, or was only no longer watched.
    pub finished: bool,
}

impl Spell {
    /// Something watched from its start.
    pub fn of(exit: f64, finished: bool) -> Self {
        Self { entry: 0.0, exit, finished }
    }
}

/// The share that lasts beyond each age: a falling step function that may stop above zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    /// Ages at which something finished, ascending.
    ages: Vec<f64>,
    /// The share that lasts beyond each of them.
    beyond: Vec<f64>,
    /// How many finished.
    finished: usize,
}

/// Too few watched at an age to learn from one that finishes there: a lone item would pull the curve to zero.
const LEAST_WATCHED: usize = 3;

impl Survival {
    /// Estimates the curve. Spells that end at or before their entry were never watched and are left out; one that
    /// ended at age 0 was watched.
    pub fn of(spells: &[Spell]) -> Self {
        let mut exits: Vec<(f64, bool)> = Vec::with_capacity(spells.len());
        let mut entries: Vec<f64> = Vec::with_capacity(spells.len());
        for spell in spells.iter().filter(|s| s.entry < s.exit || s.entry <= 0.0) {
            exits.push((spell.exit, spell.finished));
            entries.push(spell.entry);
        }
        exits.sort_by(|a, b| a.0.total_cmp(&b.0));
        entries.sort_by(f64::total_cmp);
        let mut curve = Self { ages: Vec::new(), beyond: Vec::new(), finished: 0 };
        let (mut share, mut entered, mut left) = (1.0, 0, 0);
        while left < exits.len() {
            let age = exits[left].0;
            // Whoever enters at this very age was not yet watched before it; a spell of no length at 0 was.
            while entered < entries.len() && (entries[entered] < age || entries[entered] <= 0.0) {
                entered += 1;
            }
            let leaving = exits[left..].iter().take_while(|e| e.0.total_cmp(&age).is_eq());
            let (mut gone, mut ended) = (0, 0);
            for (_, finished) in leaving {
                gone += 1;
                ended += usize::from(*finished);
            }
            let watched = entered.saturating_sub(left);
            if ended > 0 && watched >= LEAST_WATCHED.max(ended) {
                share *= 1.0 - real(ended) / real(watched);
                curve.ages.push(age);
                curve.beyond.push(share);
            }
            curve.finished += ended;
            left += gone;
        }
        curve
    }

    /// How many finished spells it rests on.
    pub fn finished(&self) -> usize {
        self.finished
    }

    /// The share that lasts beyond an age.
    pub fn beyond(&self, age: f64) -> f64 {
        match self.ages.partition_point(|a| *a <= age) {
            0 => 1.0,
            steps => self.beyond[steps - 1],
        }
    }

    /// The earliest age by which at least a share `level` is finished; `None` when the curve never falls so far.
    ///
    /// `None` is an answer: such a date cannot be promised at this level.
    pub fn quantile(&self, level: f64) -> Option<f64> {
        // The shares fall, so the first one low enough can be searched for.
        let step = self.beyond.partition_point(|beyond| *beyond > 1.0 - level + 1e-12);
        self.ages.get(step).copied()
    }

    /// The steps as ages with the share finished by each, for drawing and sampling.
    pub fn steps(&self) -> impl Iterator<Item = (f64, f64)> {
        self.ages.iter().zip(&self.beyond).map(|(age, beyond)| (*age, 1.0 - beyond))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The remission times of 21 leukaemia patients on 6-MP, weeks; + is censored (Freireich et al., Blood 1963,
    /// as tabulated in Kaplan–Meier's textbook example by Cox and Oakes 1984).
    fn remission() -> Vec<Spell> {
        let finished = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
        let open = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
        let spells = finished.map(|t| Spell::of(t, true)).into_iter();
        spells.chain(open.map(|t| Spell::of(t, false))).collect()
    }

    #[test]
    fn the_published_example_comes_out() {
        let curve = Survival::of(&remission());
        for (age, wanted) in [
            (6.0, 0.857),
            (7.0, 0.807),
            (10.0, 0.753),
            (13.0, 0.690),
            (16.0, 0.627),
            (22.0, 0.538),
            (23.0, 0.448),
        ] {
            assert!((curve.beyond(age) - wanted).abs() < 0.0006, "{age}: {}", curve.beyond(age));
        }
        assert_eq!(curve.quantile(0.5), Some(23.0));
        assert_eq!(curve.quantile(0.85), None, "the curve stops at 0.448");
        assert_eq!(curve.finished(), 9);
    }

    #[test]
    fn without_open_items_it_is_the_plain_distribution() {
        let spells: Vec<Spell> = (1..=100).map(|age| Spell::of(f64::from(age), true)).collect();
        let curve = Survival::of(&spells);
        assert_eq!(curve.quantile(0.85), Some(85.0));
        assert!((curve.beyond(10.0) - 0.9).abs() < 1e-12);
    }

    #[test]
    fn who_is_watched_late_counts_from_then() {
        // Ten seen from the start, ten more only from age 5: at age 2 ten are watched, at age 8 nearly twenty.
        let mut spells = vec![Spell::of(2.0, true)];
        spells.extend(vec![Spell::of(9.0, false); 9]);
        spells.extend(vec![Spell { entry: 5.0, exit: 8.0, finished: true }; 5]);
        spells.extend(vec![Spell { entry: 5.0, exit: 9.0, finished: false }; 5]);
        let curve = Survival::of(&spells);
        assert!((curve.beyond(2.0) - 0.9).abs() < 1e-12);
        assert!((curve.beyond(8.0) - 0.9 * (1.0 - 5.0 / 19.0)).abs() < 1e-12);
    }

    #[test]
    fn nothing_known_says_nothing() {
        let curve = Survival::of(&[]);
        assert_eq!(curve.quantile(0.5), None);
        assert!((curve.beyond(1e9) - 1.0).abs() < f64::EPSILON);
        assert_eq!(Survival::of(&[Spell::of(1.0, false); 9]).quantile(0.01), None);
    }

    #[test]
    fn a_lone_item_does_not_pull_the_curve_down() {
        let mut spells = vec![Spell { entry: 90.0, exit: 100.0, finished: true }];
        spells.extend((1..=20).map(|age| Spell::of(f64::from(age), age < 10)));
        assert!(Survival::of(&spells).beyond(1000.0) > 0.0);
    }
}
