//! Luck without state: for each class of durations one shuffled bank of values, read from a place that a task and a
//! block of trials decide.
//!
//! Sixty-four neighbouring values are the luck of a task in sixty-four trials. In sixty-four blocks a task goes once
//! through all of its bank, in an order of its own: what one task does to the answer alone is then exact, and a quarter
//! of the trials do (a Latin hypercube; `McKay`, Beckman, Conover, Technometrics 21, 1979). No two reads of a class meet
//! unless their places do (once in 4,096), and a task has the same luck whatever else is in the plan and on however many
//! threads it is played.
//!
//! What lasts longer than anything seen stands in the bank with a minus: its slot is free after so long, and it is never
//! done.

use super::network::{Class, Network};
use crate::durations::Draw;
use crate::number::{index, real};
use crate::random::{STEP, Stream, mix};

/// Trials that are played side by side.
pub(super) const BLOCK: usize = 64;
/// Values of a bank; a power of two.
const BANK: usize = 4096;
/// Blocks in which a task goes once through all of a bank.
const ROUND: u64 = 64;
/// A bank goes round: its first values stand behind its last ones again.
const STRIDE: usize = BANK + BLOCK;

/// One number for each trial of a block.
pub(super) type Lanes = [f32; BLOCK];

/// Orders that banks are shuffled in. Classes that share one read from different places of it.
const ORDERS: u64 = 64;

/// The banks of all classes of a network.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Banks {
    values: Vec<f32>,
    /// For each class whether something of it may never be done.
    unsure: Vec<bool>,
}

impl Banks {
    pub(super) fn of(network: &Network, seed: u64) -> Self {
        let count = network.classes.len();
        let mut orders: Vec<Option<Vec<usize>>> = vec![None; wide_number(ORDERS)];
        let mut values = Vec::with_capacity(count * STRIDE);
        let mut unsure = Vec::with_capacity(count);
        for class in &network.classes {
            // By what the class is, not by its place: its luck is then the same in a plan with other classes beside it.
            let number = class.fingerprint() % ORDERS;
            let order = orders[wide_number(number)].get_or_insert_with(|| {
                shuffled(Stream::of(mix(
                    seed.wrapping_add(number.wrapping_add(1).wrapping_mul(STEP))
                )))
            });
            let (begin, drawn) = (values.len(), middles(class));
            unsure.push(drawn.iter().any(|value| value.is_sign_negative()));
            values.extend(order.iter().map(|place| drawn[*place]));
            values.extend_from_within(begin..begin + BLOCK);
        }
        Self { values, unsure }
    }

    /// Whether something of a class may never be done.
    pub(super) fn is_unsure(&self, class: usize) -> bool {
        self.unsure[class]
    }

    /// Where the bank of a class begins.
    pub(super) fn begin(class: usize) -> usize {
        class * STRIDE
    }

    /// The values of a bank from a place on.
    #[inline(always)]
    pub(super) fn read(&self, begin: usize, place: usize) -> &Lanes {
        let from = begin + place;
        self.values[from..from + BLOCK].first_chunk().expect("as long as it was cut")
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        self.values.len() * size_of::<f32>() + self.unsure.len()
    }
}

/// Where a task reads in a block of trials, round by round through all of the bank: for its work, and for what comes from elsewhere.
#[inline(always)]
pub(super) fn places(luck: u64, block: u64) -> (usize, usize) {
    let (round, turn) = (block / ROUND, block % ROUND);
    let drawn = mix(luck ^ round.wrapping_mul(STEP));
    let place = |bits: u64| {
        // An odd factor leads to each part of the bank once.
        let part = (bits >> 12 | 1).wrapping_mul(turn);
        usize::try_from(bits.wrapping_add(part << 6) & 0xFFF).unwrap_or(0)
    };
    (place(drawn & 0xFFFF_FFFF), place(drawn >> 32))
}

/// The values at the middles of so many equal shares of a class, ascending.
fn middles(class: &Class) -> Vec<f32> {
    let drawn = class.middles(BANK);
    let value = |draw: &Draw| match draw {
        Draw::Lasts(units) => single(*units),
        Draw::Beyond(units) => -single(*units),
    };
    // What has lasted longer than anything seen keeps no slot and is never done.
    if drawn.is_empty() { vec![-0.0; BANK] } else { drawn.iter().map(value).collect() }
}

/// The places of a bank in an order by chance (Fisher and Yates).
fn shuffled(mut stream: Stream) -> Vec<usize> {
    let mut places: Vec<usize> = (0..BANK).collect();
    for last in (1..BANK).rev() {
        let other = index(stream.uniform() * real(last + 1), last + 1);
        places.swap(last, other);
    }
    places
}

/// A time in the precision of the kernel: 24 bits, some seconds in a year.
#[expect(clippy::cast_possible_truncation, reason = "precision is what is given up")]
pub(super) fn single(time: f64) -> f32 {
    time as f32
}

fn wide_number(number: u64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

#[inline(always)]
pub(super) fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_task_goes_once_through_its_bank_in_each_round() {
        for luck in [1, 77, u64::MAX] {
            for round in 0..3 {
                let read = |turn| places(luck, round * ROUND + turn);
                let values = |place: usize| (place..place + BLOCK).map(|place| place % BANK);
                let work: BTreeSet<usize> =
                    (0..ROUND).flat_map(|turn| values(read(turn).0)).collect();
                let elsewhere: BTreeSet<usize> =
                    (0..ROUND).flat_map(|turn| values(read(turn).1)).collect();
                assert_eq!((work.len(), elsewhere.len()), (BANK, BANK), "{luck}, {round}");
            }
            assert_ne!(places(luck, 0), places(luck, ROUND), "each round anew");
        }
    }
}
