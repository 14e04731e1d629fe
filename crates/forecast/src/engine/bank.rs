//! Luck without state: for each class of durations one shuffled bank of values, read from a place that a task and a
//! block of trials decide.
//!
//! Sixty-four neighbouring values are the luck of a task in sixty-four trials: each value of the class is as likely as
//! in its history, no two reads of a class meet unless their places do (once in 4,096), and a task has the same luck
//! whatever else is in the plan and on however many threads it is played.

use super::network::Network;
use crate::number::{index, real};
use crate::random::{STEP, Stream, mix};

/// Trials that are played side by side.
pub(super) const BLOCK: usize = 64;
/// Values of a bank; a power of two.
const BANK: usize = 4096;
/// A bank goes round: its first values stand behind its last ones again.
const STRIDE: usize = BANK + BLOCK;

/// One number for each trial of a block.
pub(super) type Lanes = [f32; BLOCK];

/// The banks of all classes of a network.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Banks(Vec<f32>);

impl Banks {
    pub(super) fn of(network: &Network, seed: u64) -> Self {
        let mut values = Vec::with_capacity(network.classes.len() * STRIDE);
        for (class, of) in (0_u64..).zip(&network.classes) {
            let begin = values.len();
            // The value at the middle of each of so many equal shares of the distribution.
            let share = |place: usize| (real(place) + 0.5) / real(BANK) * real(of.len());
            values.extend((0..BANK).map(|place| single(of[index(share(place), of.len())])));
            shuffle(
                &mut values[begin..],
                Stream::of(mix(seed.wrapping_add(class.wrapping_mul(STEP)))),
            );
            values.extend_from_within(begin..begin + BLOCK);
        }
        Self(values)
    }

    /// Where the bank of a class begins.
    pub(super) fn begin(class: usize) -> usize {
        class * STRIDE
    }

    /// The values of a bank from a place on.
    #[inline(always)]
    pub(super) fn read(&self, begin: usize, place: usize) -> &Lanes {
        let from = begin + place;
        self.0[from..from + BLOCK].first_chunk().expect("as long as it was cut")
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        self.0.len() * size_of::<f32>()
    }
}

/// Where a task reads in a block of trials: for its work, and for what comes from elsewhere.
#[inline(always)]
pub(super) fn places(luck: u64, block: u64) -> (usize, usize) {
    let drawn = mix(luck ^ block.wrapping_mul(STEP));
    let place = |bits: u64| usize::try_from(bits).unwrap_or(0) % BANK;
    (place(drawn & 0xFFFF_FFFF), place(drawn >> 32))
}

/// Puts values in an order by chance (Fisher and Yates).
fn shuffle(values: &mut [f32], mut stream: Stream) {
    for last in (1..values.len()).rev() {
        let other = index(stream.uniform() * real(last + 1), last + 1);
        values.swap(last, other);
    }
}

/// A time in the precision of the kernel: 24 bits, some seconds in a year.
#[expect(clippy::cast_possible_truncation, reason = "precision is what is given up")]
pub(super) fn single(time: f64) -> f32 {
    time as f32
}

#[inline(always)]
pub(super) fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
