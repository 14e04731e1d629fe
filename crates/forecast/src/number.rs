//! The few conversions between counts and real numbers, each with the reason why it is exact or safe.

/// A count as a real number; exact up to 2^53, far above any history.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// Whole seconds as a real number; exact for every instant jiff can hold.
#[expect(clippy::cast_precision_loss, reason = "seconds of 20,000 years stay below 2^53")]
pub(crate) fn real_seconds(seconds: i64) -> f64 {
    seconds as f64
}

/// A non-negative real number as the index below it; numbers beyond the range go to its end.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped before the cast"
)]
pub(crate) fn index(position: f64, len: usize) -> usize {
    let last = real(len.saturating_sub(1));
    position.clamp(0.0, last) as usize
}

/// A real number of seconds, rounded to whole ones; beyond the range of `i64` it goes to the end.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, which is what is wanted")]
pub(crate) fn whole_seconds(seconds: f64) -> i64 {
    seconds.round() as i64
}
