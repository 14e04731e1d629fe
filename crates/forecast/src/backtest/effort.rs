//! The replay of effort: from what estimates were worth that were known.

use super::{LEVELS, Prediction, Record, Said, alike, in_order};
use crate::adaptive::Adaptive;
use crate::effort::EffortHistory;

/// Levels of effort follow some thousand tasks: their ratios hardly drift.
const SLOWLY: f64 = 0.003;

/// [`super::Question::Effort`]
pub(super) fn replay(records: &[Record], visit: &mut dyn FnMut(&Said<'_>)) {
    let mut finished: Vec<usize> =
        (0..records.len()).filter(|place| records[*place].done.is_some()).collect();
    finished.sort_by_key(|place| records[*place].done);
    let (mut history, mut levels) = (EffortHistory::default(), Adaptive::new(LEVELS, SLOWLY));
    let mut said: Vec<[Option<f64>; 4]> = vec![[None; 4]; records.len()];
    let mut ended = finished.into_iter().peekable();
    // Whether levels hold is seen on every row that ends, not only on those that are asked for.
    for (passed, place) in in_order(records).into_iter().enumerate() {
        let record = &records[place];
        while let Some(past) = ended.next_if(|past| records[*past].done < Some(record.made)) {
            let row = &records[past];
            if let (Some(estimate), Some(actual)) = (row.estimate, row.actual) {
                history.learn(alike(row), estimate, actual);
                levels.learn(said[past].map(|said| said.map(|said| actual <= said)));
            }
        }
        let Some(estimate) = record.estimate.filter(|e| *e > 0.0 && e.is_finite()) else {
            continue;
        };
        let likely = history.likely(alike(record), estimate);
        let at = |level: f64| {
            let asked = levels.asked_at(level);
            likely.next_quantile(asked).filter(|_| likely.speaks_for(level))
        };
        let quantiles = LEVELS.map(at);
        said[place] = quantiles;
        if record.wanted {
            let prediction = Prediction { record: place, made_at: record.made, quantiles };
            visit(&Said { prediction, passed: (passed, records.len()), at: &at });
        }
    }
}
