//! From instants to places: linear in calendar time, so that one centimetre is one stretch of waiting.

use jiff::Timestamp;

/// Where instants stand on a promise line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    made: f64,
    per_second: f64,
    left: f64,
}

/// What a scale is fitted to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// When the promise was made; the left end.
    pub(super) made: Timestamp,
    /// When it is due.
    pub(super) due: Timestamp,
    /// The last instant worth drawing.
    pub(super) end: Timestamp,
    /// Where the left end stands.
    pub(super) left: f64,
    /// How wide the line is.
    pub(super) width: f64,
}

/// The due stands here, as a share of the width, unless something later needs the room.
const DUE_AT: f64 = 0.72;
/// And never further left than here.
const DUE_LEAST: f64 = 0.40;
/// What is last stands at most here.
const END_AT: f64 = 0.97;
/// A promise for less than an hour is drawn as one for an hour.
const LEAST_SECONDS: f64 = 3600.0;

/// A count as a place.
pub(super) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

impl Scale {
    pub(super) fn fit(fit: Fit) -> Self {
        let made = seconds(fit.made);
        let to_due = (seconds(fit.due) - made).max(LEAST_SECONDS);
        let to_end = (seconds(fit.end) - made).max(1.0);
        let wanted = (DUE_AT * fit.width / to_due).min(END_AT * fit.width / to_end);
        let per_second = wanted.max(DUE_LEAST * fit.width / to_due);
        Self { made, per_second, left: fit.left }
    }

    /// The place of an instant; before `made` it lies left of the line.
    pub(super) fn x(&self, at: Timestamp) -> f64 {
        self.left + self.per_second * (seconds(at) - self.made)
    }
}

pub(super) fn seconds(at: Timestamp) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of 20,000 years stay below 2^53")]
    let seconds = at.as_second() as f64;
    seconds
}
