//! What a short history allows one to say.
//!
//! Of n past outcomes no level above n/(n+1) can be claimed without assuming a shape for what was not seen; with six
//! the "85%" of the past lies anywhere between 61 and 99 (docs/model/history.md). So the words follow the number.

use crate::number::real;

/// What may be said, given how many outcomes like this one are finished.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Claim {
    /// Nothing: no date.
    Nothing,
    /// A date of the model, called so; no percentage as a fact.
    ModelOnly {
        /// How many finished outcomes it rests on.
        finished: usize,
    },
    /// Levels up to a highest one.
    UpTo {
        /// How many finished outcomes it rests on.
        finished: usize,
        /// The highest level that may be claimed.
        level: f64,
    },
}

/// Up to here only a model date.
const MODEL_ONLY: usize = 5;
/// From here on 95% too.
const FULL: usize = 19;
/// The highest level between the two.
const USUAL: f64 = 0.85;
/// The highest level ever claimed.
const HIGHEST: f64 = 0.95;

impl Claim {
    /// What so many finished outcomes allow.
    pub fn from_finished(finished: usize) -> Self {
        match finished {
            0 => Self::Nothing,
            1..=MODEL_ONLY => Self::ModelOnly { finished },
            _ if finished < FULL => {
                let level = (real(finished) / real(finished + 1)).min(USUAL);
                Self::UpTo { finished, level }
            }
            _ => Self::UpTo { finished, level: HIGHEST },
        }
    }

    /// How many finished outcomes it rests on.
    pub fn finished(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::ModelOnly { finished } | Self::UpTo { finished, .. } => finished,
        }
    }

    /// The wanted level, or the highest one below it that may be claimed; `None` when no level may.
    pub fn level(self, wanted: f64) -> Option<f64> {
        match self {
            Self::Nothing | Self::ModelOnly { .. } => None,
            Self::UpTo { level, .. } => Some(wanted.min(level)),
        }
    }
}

/// The interval of a share seen in k of n cases (Wilson, JASA 22 (1927) 209–212; 95%).
///
/// Returns `(0, 1)` for no cases.
pub fn wilson_95(kept: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let z = 1.959_963_984_540_054;
    let (n, p) = (real(of), real(kept) / real(of));
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_number() {
        assert_eq!(Claim::from_finished(0), Claim::Nothing);
        assert_eq!(Claim::from_finished(5), Claim::ModelOnly { finished: 5 });
        assert_eq!(Claim::from_finished(5).level(0.85), None);
        assert_eq!(Claim::from_finished(18).level(0.95), Some(0.85));
        assert_eq!(Claim::from_finished(19).level(0.95), Some(0.95));
        assert_eq!(Claim::from_finished(19).level(0.5), Some(0.5));
        // Six outcomes: 6/7 is above 85%, so 85% it is.
        assert_eq!(Claim::from_finished(6).level(0.9), Some(0.85));
    }

    #[test]
    fn the_interval_is_wilson_s() {
        // 51 of 60, as worked out by hand: 73.9 to 91.9.
        let (low, high) = wilson_95(51, 60);
        assert!((low - 0.739).abs() < 0.001 && (high - 0.919).abs() < 0.001, "{low} {high}");
        assert_eq!(wilson_95(0, 0), (0.0, 1.0));
        assert!(wilson_95(0, 10).0 < f64::EPSILON && wilson_95(10, 10).1 > 1.0 - f64::EPSILON);
    }
}
