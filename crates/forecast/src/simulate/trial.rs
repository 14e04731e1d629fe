//! What decides how long things take in one trial: chance, given durations, or somebody else's luck.

use super::Layout;
use crate::arrival::Expected;
use crate::durations::Draw;
use crate::plan::Work;
use crate::random::Seed;

/// One trial of a plan.
pub(super) struct Trial<'a> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) luck: Luck<'a>,
    pub(super) number: u32,
}

/// What decides how long things take.
#[derive(Clone, Copy)]
pub(super) enum Luck<'a> {
    /// Chance, and by what the work of each team is multiplied.
    Seed(Seed, &'a [f64]),
    /// Every item takes so many units of its effort.
    Units(&'a [f64]),
    /// Somebody says for each item how much of its effort is left.
    Given(&'a dyn Fn(usize) -> Draw),
}

impl Trial<'_> {
    /// The team of an item and how long it has to go, in the unit of its durations; no time at all for what has
    /// lasted longer than anything seen: it is parked, keeps no slot and is never done.
    pub(super) fn draw(&self, item: usize) -> Option<(usize, Option<Draw>)> {
        let of = &self.layout.plan.items[item];
        let Work::Slot { team, effort, age_seconds, .. } = &of.work else { return None };
        let (seed, factors) = match self.luck {
            Luck::Seed(seed, factors) => (seed, factors),
            Luck::Units(units) => return Some((*team, Some(Draw::Lasts(units[item])))),
            Luck::Given(draw) => return Some((*team, Some(draw(item)))),
        };
        let u = seed.uniform(of.key, self.number);
        let narrowed = self.layout.narrowed.get(item).copied().flatten();
        // What never varies shares nothing either.
        let factor = narrowed.map_or(1.0, |_| factors[*team]);
        let together = |draw: Draw| match narrowed.map_or(draw, |narrowed| narrowed.draw(draw)) {
            Draw::Lasts(units) => Draw::Lasts(units * factor),
            Draw::Beyond(units) => Draw::Beyond(units * factor),
        };
        if *age_seconds <= 0.0 {
            return Some((*team, Some(together(effort.durations.at(u)))));
        }
        let age = age_seconds / effort.scale_seconds;
        let left = effort.durations.at_given(age, u).map(|draw| match draw {
            Draw::Lasts(whole) => Draw::Lasts(whole - age),
            Draw::Beyond(longest) => Draw::Beyond((longest - age).max(0.0)),
        });
        Some((*team, left.map(together)))
    }

    /// When something arrives that may be late.
    pub(super) fn arrival(&self, item: usize) -> i64 {
        let of = &self.layout.plan.items[item];
        let Work::Expected(expected) = &of.work else { return self.layout.now };
        match self.luck {
            Luck::Seed(seed, _) => expected.at(seed.uniform(of.key, self.number)),
            Luck::Units(_) => expected.at(0.5),
            Luck::Given(draw) => Expected::second(self.layout.now, draw(item)),
        }
    }
}
