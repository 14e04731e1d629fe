//! Luck with a fixed seed: the same company every time, on every machine.

use forecast::Seed;
use forecast::random::number_of;

/// The seed of the company's days.
const DAYS: Seed = Seed(0x6B6F_726E_6F65_6C6A ^ 7);

/// The luck of a thing in a turn: uniform in [0, 1).
pub(super) fn luck(of: &str, turn: usize) -> f64 {
    DAYS.uniform(number_of(of), u32::try_from(turn).unwrap_or(u32::MAX))
}

/// One of several, each equally likely.
pub(super) fn one_of<T: Copy>(things: &[T], luck: f64) -> Option<T> {
    things.get(below(things.len(), luck)).copied()
}

/// A whole number below another.
pub(super) fn below(count: usize, luck: f64) -> usize {
    let bounded = u32::try_from(count).unwrap_or(u32::MAX);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^32")]
    let place = (luck * f64::from(bounded)) as usize;
    place.min(count.saturating_sub(1))
}

/// Where a value lies between the points of a rising line, told by how far along `at` is, in [0, 1).
pub(super) fn along(line: &[(f64, f64)], at: f64) -> f64 {
    let after = line.iter().position(|(share, _)| *share > at).unwrap_or(line.len());
    let (Some(before), Some(next)) =
        (after.checked_sub(1).and_then(|i| line.get(i)), line.get(after))
    else {
        return line.last().map_or(0.0, |(_, value)| *value);
    };
    let part = (at - before.0) / (next.0 - before.0);
    before.1 + (next.1 - before.1) * part
}
