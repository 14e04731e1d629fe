//! Sixty-four trials of a course, side by side.
//!
//! Every line of arithmetic is a loop over all lanes of a block; the compiler makes the widest instructions of it that
//! the function around it is compiled for ([`super::isa`]). No multiplication is joined with an addition, so that all
//! of them give the same bits.
//!
//! The slots of a team are kept in order, the one that is free first in front. A task that takes the first one and
//! puts its finish in its place moves the others by at most one: two operations a slot, and no chain between them.

use super::bank::{BLOCK, Lanes, places, wide};
use super::course::{self, Course, Step};
use super::oracle::SlotRule;

/// Whoever looks at what is played. A trait and no closure: what is not inlined into the player would be compiled for
/// any processor, and a closure cannot be told to be.
pub(super) trait See {
    /// Is told of each step by its number, with the finish of its task in each trial. `#[inline(always)]`.
    fn see(&mut self, number: usize, step: &Step, finish: &Lanes);

    /// Is told before that when it began. `#[inline(always)]`.
    #[inline(always)]
    fn see_begin(&mut self, _number: usize, _begin: &Lanes) {}
}

/// What a block leaves behind; kept from block to block so that nothing is allocated.
#[derive(Debug, Clone)]
pub(super) struct Table {
    slots: Vec<Lanes>,
    finishes: Vec<Lanes>,
    /// What the work of each team is multiplied with in this block; nothing where nobody shares anything.
    factors: Vec<Lanes>,
}

impl Table {
    pub(super) fn of(course: &Course) -> Self {
        Self {
            slots: vec![[0.0; BLOCK]; course.slots()],
            finishes: vec![[0.0; BLOCK]; course.kept],
            factors: vec![[1.0; BLOCK]; course.factors.len()],
        }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.slots.len() + self.finishes.len() + self.factors.len()) * size_of::<Lanes>()
    }

    /// When the slots of all teams are free, as the last block left them.
    pub(super) fn slots(&self) -> &[Lanes] {
        &self.slots
    }

    /// Plays a block; somebody sees every step.
    #[inline(always)]
    pub(super) fn play(&mut self, course: &Course, block: u64, see: &mut impl See) {
        self.play_from(course, block, &[], see);
    }

    /// Plays a block of a part of a scenario, from what a stop kept of the tasks before it.
    #[inline(always)]
    pub(super) fn play_from(
        &mut self,
        course: &Course,
        block: u64,
        before: &[Lanes],
        see: &mut impl See,
    ) {
        for team in &course.teams {
            self.slots[team.begin..team.begin + team.places()].fill([team.now; BLOCK]);
        }
        for (to, from) in &course.given_slots {
            self.slots[*to..*to + from.len()].copy_from_slice(&before[from.clone()]);
        }
        for (to, from) in &course.given_finishes {
            self.finishes[wide(*to)] = before[*from];
        }
        for (lanes, of_team) in self.factors.iter_mut().zip(&course.factors) {
            *lanes = [1.0; BLOCK];
            for (luck, bank) in of_team {
                let drawn = course.banks.read(wide(*bank), places(*luck, block).0);
                for lane in 0..BLOCK {
                    lanes[lane] *= drawn[lane];
                }
            }
        }
        for run in &course.runs {
            match course.teams[run.team].rule {
                SlotRule::Earliest | SlotRule::InOrder => {
                    self.play_by::<false>(course, run, block, see);
                }
                SlotRule::BestFit => self.play_by::<true>(course, run, block, see),
            }
        }
    }

    #[inline(always)]
    fn play_by<const BEST_FIT: bool>(
        &mut self,
        course: &Course,
        of: &course::Run,
        block: u64,
        see: &mut impl See,
    ) {
        let course::Run { team, from, to, is_plain } = *of;
        let factor = self.factors.get(team);
        let team = course.teams[team];
        let places = &mut self.slots[team.begin..team.begin + team.places()];
        let (slots, last) = places.split_at_mut(team.slots);
        let apart = Apart { now: team.now, last: last.first_mut(), factor };
        let mut run = Run { course, block, finishes: &mut self.finishes, see };
        // With their number known the slots of a run stay in registers.
        match team.slots {
            _ if !is_plain => run.unsure::<BEST_FIT>(slots, apart, from, to),
            0 => run.unsure::<BEST_FIT>(slots, apart, from, to),
            1 => run.play::<1, BEST_FIT>(slots, from, to),
            2 => run.play::<2, BEST_FIT>(slots, from, to),
            3 => run.play::<3, BEST_FIT>(slots, from, to),
            4 => run.play::<4, BEST_FIT>(slots, from, to),
            5 => run.play::<5, BEST_FIT>(slots, from, to),
            6 => run.play::<6, BEST_FIT>(slots, from, to),
            7 => run.play::<7, BEST_FIT>(slots, from, to),
            8 => run.play::<8, BEST_FIT>(slots, from, to),
            _ => run.steps::<BEST_FIT>(slots, from, to),
        }
    }
}

/// What sets a team apart from those whose steps are plain.
struct Apart<'a> {
    /// The present by its clock.
    now: f32,
    /// When the last task began, where it keeps to its order.
    last: Option<&'a mut Lanes>,
    /// What all its work is multiplied with.
    factor: Option<&'a Lanes>,
}

/// Some steps of one team, one after another.
struct Run<'a, S> {
    course: &'a Course,
    block: u64,
    finishes: &'a mut [Lanes],
    see: &'a mut S,
}

impl<S: See> Run<'_, S> {
    #[inline(always)]
    fn play<const SLOTS: usize, const BEST_FIT: bool>(
        &mut self,
        kept: &mut [Lanes],
        from: usize,
        to: usize,
    ) {
        let Some(kept) = kept.first_chunk_mut::<SLOTS>() else { return };
        let mut slots = *kept;
        self.steps::<BEST_FIT>(&mut slots, from, to);
        *kept = slots;
    }

    #[inline(always)]
    fn steps<const BEST_FIT: bool>(&mut self, slots: &mut [Lanes], from: usize, to: usize) {
        for (number, step) in (from..to).zip(&self.course.steps[from..to]) {
            let (work, elsewhere) = places(step.luck, self.block);
            let drawn = self.course.banks.read(wide(step.bank), work);
            let mut finish = slots[0];
            if step.from < step.to || step.arrival > 0.0 {
                let mut ready = [0.0; BLOCK];
                self.wait(step, elsewhere, &mut ready);
                for lane in 0..BLOCK {
                    finish[lane] = later(finish[lane], ready[lane]);
                }
                self.see.see_begin(number, &finish);
                for lane in 0..BLOCK {
                    finish[lane] += step.scale * drawn[lane];
                }
                if BEST_FIT {
                    take_last(slots, &ready, &finish);
                } else {
                    take_first(slots, &finish);
                }
            } else {
                self.see.see_begin(number, &finish);
                for lane in 0..BLOCK {
                    finish[lane] += step.scale * drawn[lane];
                }
                take_first(slots, &finish);
            }
            self.end(number, step, &finish);
        }
    }

    /// Steps some of which may never be done, or wait for what is told by another clock; or of a team in which nobody
    /// ever waits for a slot, that keeps to its order, or whose work shares a factor.
    ///
    /// What is never done has a finish beyond all time. Who waits for it takes no slot where it can be overtaken.
    #[inline(always)]
    fn unsure<const BEST_FIT: bool>(
        &mut self,
        slots: &mut [Lanes],
        mut apart: Apart<'_>,
        from: usize,
        to: usize,
    ) {
        for (number, step) in (from..to).zip(&self.course.steps[from..to]) {
            let (work, elsewhere) = places(step.luck, self.block);
            let mut drawn = *self.course.banks.read(wide(step.bank), work);
            if let Some(factor) = apart.factor.filter(|_| step.shares) {
                for lane in 0..BLOCK {
                    drawn[lane] *= factor[lane];
                }
            }
            let mut ready = [0.0; BLOCK];
            self.wait_across(step, elsewhere, &mut ready);
            let mut begin = slots.first().copied().unwrap_or([apart.now; BLOCK]);
            for lane in 0..BLOCK {
                begin[lane] = later(begin[lane], ready[lane]);
            }
            if let Some(last) = apart.last.as_mut().filter(|_| !step.is_absence) {
                for lane in 0..BLOCK {
                    begin[lane] = later(begin[lane], last[lane]);
                }
                **last = begin;
            }
            self.see.see_begin(number, &begin);
            let (mut free, mut finish) = (begin, begin);
            for lane in 0..BLOCK {
                free[lane] += step.scale * drawn[lane].abs();
                let is_done = drawn[lane].is_sign_positive();
                finish[lane] = if is_done { free[lane] } else { f32::INFINITY };
            }
            if step.is_absence {
                for lane in 0..BLOCK {
                    free[lane] = later(begin[lane], step.scale);
                }
            }
            take_unless_never::<BEST_FIT>(slots, &ready, &free);
            self.end(number, step, &finish);
        }
    }

    /// When everything is there that a task waits for, all of it told by its own clock.
    #[inline(always)]
    fn wait(&self, step: &Step, elsewhere: usize, ready: &mut Lanes) {
        self.arrive(step, elsewhere, ready);
        for place in &self.course.waits[wide(step.from)..wide(step.to)] {
            let before = &self.finishes[wide(*place)];
            for lane in 0..BLOCK {
                ready[lane] = later(ready[lane], before[lane]);
            }
        }
    }

    /// The same, where some of it may be told by another clock.
    #[inline(always)]
    fn wait_across(&self, step: &Step, elsewhere: usize, ready: &mut Lanes) {
        self.arrive(step, elsewhere, ready);
        let (from, to) = (wide(step.from), wide(step.to));
        for (place, crossing) in
            self.course.waits[from..to].iter().zip(&self.course.crossings[from..to])
        {
            let before = &self.finishes[wide(*place)];
            match crossing.map(|number| self.course.clocks.by_number(wide(number))) {
                None => {
                    for lane in 0..BLOCK {
                        ready[lane] = later(ready[lane], before[lane]);
                    }
                }
                Some(crossing) => {
                    for lane in 0..BLOCK {
                        ready[lane] = later(ready[lane], crossing.at(before[lane]));
                    }
                }
            }
        }
    }

    /// When what comes from elsewhere is there.
    #[inline(always)]
    fn arrive(&self, step: &Step, elsewhere: usize, ready: &mut Lanes) {
        if step.arrival > 0.0 {
            let drawn = self.course.banks.read(wide(step.arrival_bank), elsewhere);
            for lane in 0..BLOCK {
                ready[lane] = step.arrival * drawn[lane];
            }
        }
    }

    #[inline(always)]
    fn end(&mut self, number: usize, step: &Step, finish: &Lanes) {
        if step.keep > 0 {
            self.finishes[wide(step.keep)] = *finish;
        }
        self.see.see(number, step, finish);
    }
}

/// A task takes the slot that is free first; its finish goes where it belongs among the others, which move forward by
/// at most one.
#[inline(always)]
fn take_first(slots: &mut [Lanes], finish: &Lanes) {
    let last = slots.len() - 1;
    for place in 0..last {
        let next = slots[place + 1];
        for lane in 0..BLOCK {
            slots[place][lane] = moved(place, slots[place][lane], finish[lane], next[lane]);
        }
    }
    end_of(slots, finish);
}

/// A task takes the last slot that is free by the time it is ready, or the first one where none is: those before it are
/// not touched, so that nobody else waits for it.
#[inline(always)]
fn take_last(slots: &mut [Lanes], ready: &Lanes, finish: &Lanes) {
    let last = slots.len() - 1;
    for place in 0..last {
        let next = slots[place + 1];
        for lane in 0..BLOCK {
            let moved = moved(place, slots[place][lane], finish[lane], next[lane]);
            let stays = next[lane] <= ready[lane];
            slots[place][lane] = if stays { slots[place][lane] } else { moved };
        }
    }
    end_of(slots, finish);
}

/// A task takes a slot, by either rule; where it can be overtaken, not if what it waits for never comes.
#[inline(always)]
fn take_unless_never<const BEST_FIT: bool>(slots: &mut [Lanes], ready: &Lanes, free: &Lanes) {
    let count = slots.len();
    for place in 0..count {
        let own = slots[place];
        let next = slots.get(place + 1).copied().unwrap_or([f32::INFINITY; BLOCK]);
        for lane in 0..BLOCK {
            let moved = moved(place, own[lane], free[lane], next[lane]);
            let is_last = place + 1 == count;
            let is_passed = BEST_FIT && !is_last && next[lane] <= ready[lane];
            let stays = is_passed || BEST_FIT && ready[lane] > f32::MAX;
            slots[place][lane] = if stays { own[lane] } else { moved };
        }
    }
}

/// When a slot is free once a finish stands among the slots: as before, at the finish, or when the next one was.
#[inline(always)]
fn moved(place: usize, own: f32, finish: f32, next: f32) -> f32 {
    // No slot is before the first, which is the one that is taken.
    let held = if place == 0 { finish } else { later(finish, own) };
    earlier(held, next)
}

#[inline(always)]
fn end_of(slots: &mut [Lanes], finish: &Lanes) {
    let last = slots.len() - 1;
    for lane in 0..BLOCK {
        let is_only = last == 0;
        slots[last][lane] =
            if is_only { finish[lane] } else { later(finish[lane], slots[last][lane]) };
    }
}

/// The larger of two times; one instruction, as neither is ever not a number.
#[inline(always)]
fn later(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller of two times.
#[inline(always)]
fn earlier(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}
