//! What our stated chances were worth: of promises given by a forecast, how many were kept, and what is asked since.

use forecast::calibration::Track;
use forecast::drift::{Drift, Watch};
use jiff::Timestamp;
use ledger::query::PassedRow;
use promise::OrganisationId;

use crate::today::KEPT_OF_LAST;
use crate::{Caller, Service, ServiceError};

/// Whether the chances that were stated hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrackRecord {
    /// What is corrected because of it.
    pub track: Track,
    /// Since when they do not hold as stated, if they do not.
    pub drift: Option<Drift>,
    /// What the last of them came to.
    pub lately: Lately,
}

/// How many of the last promises were kept, and how many were to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lately {
    /// Kept.
    pub kept: usize,
    /// Of all.
    pub of: usize,
    /// As many were to be kept by the chances that were stated, rounded.
    pub expected: usize,
}

impl Lately {
    fn of(passed: &[PassedRow]) -> Self {
        let last = &passed[passed.len().saturating_sub(LAST)..];
        let permille: usize = last.iter().map(|row| usize::from(row.stated.permille())).sum();
        let kept = last.iter().filter(|row| row.kept).count();
        Self { kept, of: last.len(), expected: (permille + 500) / 1000 }
    }
}

/// So many promises, the last ones, are learnt from: a hundred turn a correction around, so more change nothing.
const LEARNT_FROM: u32 = 1000;
/// Of so many promises at most it is told what the last ones came to.
const LAST: usize = KEPT_OF_LAST as usize;

impl TrackRecord {
    /// What promises tell whose dates have passed, the earliest first.
    fn of(passed: &[PassedRow]) -> Self {
        let (mut track, mut watch) = (Track::default(), Watch::default());
        for day in passed.chunk_by(|one, other| one.due == other.due) {
            let each = day.iter().map(|row| (stated(row), row.kept));
            each.clone().for_each(|(stated, kept)| track.learn(stated, kept));
            watch.learn_each(
                day[0].due.as_second(),
                each.filter(|(stated, _)| *stated > 0.0 && *stated < 1.0),
            );
        }
        Self { track, drift: watch.now().copied(), lately: Lately::of(passed) }
    }
}

/// What was stated, as a share: certainties say nothing.
fn stated(row: &PassedRow) -> f64 {
    f64::from(row.stated.permille()) / 1000.0
}

/// A number of promises to be expected, in whole ones.
pub fn rounded(expected: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let whole = expected.round().clamp(0.0, 1e9) as usize;
    whole
}

impl Service {
    /// Whether the chances that were stated hold, by the promises whose dates have passed.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn track_record(&self, caller: &Caller) -> Result<TrackRecord, ServiceError> {
        self.track_record_at(caller.organisation, caller.at).await
    }

    pub(crate) async fn track_record_at(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<TrackRecord, ServiceError> {
        let passed = self.ledger.passed_promises(organisation, at, LEARNT_FROM).await?;
        Ok(TrackRecord::of(&passed))
    }
}

#[cfg(test)]
mod tests {
    use forecast::drift::Direction;
    use jiff::SignedDuration;
    use promise::Chance;

    use super::*;

    fn passed(days: std::ops::Range<i64>, kept: impl Fn(i64) -> bool) -> Vec<PassedRow> {
        let day = |day| PassedRow {
            due: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day),
            stated: Chance::of_percent(86),
            kept: kept(day),
        };
        days.map(day).collect()
    }

    #[test]
    fn what_held_as_stated_is_left_alone_and_what_did_not_is_noticed() {
        let calm = TrackRecord::of(&passed(0..70, |day| day % 7 > 0));
        assert_eq!(calm.drift, None);
        assert!((calm.track.calibration().asked(0.85) - 0.85).abs() < 0.03, "{calm:?}");
        let mut rows = passed(0..70, |day| day % 7 > 0);
        rows.extend(passed(70..110, |day| day % 2 > 0));
        let drifted = TrackRecord::of(&rows);
        let drift = drifted.drift.expect("half are missed");
        assert_eq!(drift.direction, Direction::Short);
        assert!((60 * 86_400..80 * 86_400).contains(&drift.since), "{drift:?}");
        assert!(drifted.track.calibration().asked(0.85) > 0.9, "{drifted:?}");
        assert_eq!(TrackRecord::of(&[]), TrackRecord::default());
        assert_eq!(drifted.lately, Lately { kept: 38, of: 60, expected: 52 });
    }

    #[test]
    fn certainties_teach_nothing() {
        let sure: Vec<PassedRow> = passed(0..40, |_| false)
            .into_iter()
            .map(|row| PassedRow { stated: Chance::of_percent(100), ..row })
            .collect();
        let told = TrackRecord::of(&sure);
        assert_eq!((told.track, told.drift), (Track::default(), None));
        assert_eq!(told.lately, Lately { kept: 0, of: 40, expected: 40 });
    }
}
