//! How a promise stands: its mark with its word, its chance, and its line.

use jiff::{SignedDuration, Timestamp};
use ledger::facts::Seen;
use ledger::query::{ListedDue, PromiseRow};
use promise::settle::Timing;
use promise::{Health, StateName};

use super::Voice;
use crate::drawing::line::{Extra, ExtraKind, Hill, Line, Shown};
use crate::drawing::mark::Mark;

/// How a promise stands, in a mark and a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The mark.
    pub(crate) mark: Mark,
    /// The word.
    pub(crate) word: &'static str,
}

impl Voice {
    /// How a promise stands.
    pub(crate) fn standing(&self, row: &PromiseRow) -> Standing {
        let t = self.t();
        let (mark, word) = match row.state {
            StateName::Draft => (Mark::Draft, t.state_draft()),
            StateName::Discarded => (Mark::Draft, t.state_discarded()),
            StateName::Offered => (Mark::Draft, t.state_offered()),
            StateName::Lapsed => (Mark::Draft, t.state_lapsed()),
            StateName::Declined => (Mark::Draft, t.state_declined()),
            StateName::Withdrawn => (Mark::Draft, t.state_withdrawn()),
            StateName::Late => (Mark::Off, t.state_late()),
            StateName::Delivered => (Mark::Wait, t.state_delivered()),
            StateName::Settled => self.settled(row),
            StateName::Released => (Mark::Draft, t.state_released()),
            StateName::Void => (Mark::Draft, t.state_void()),
            StateName::Recorded | StateName::Accepted => match (row.chance(), row.health) {
                (None, _) => (Mark::Unknown, t.state_unknown()),
                (Some(_), Some(Health::OffPlan)) => (Mark::Off, t.state_off_plan()),
                (Some(_), Some(Health::Watch)) => (Mark::Watch, t.state_watch()),
                (Some(_), Some(Health::OnPlan) | None) => (Mark::Plan, t.state_on_plan()),
            },
        };
        Standing { mark, word }
    }

    fn settled(&self, row: &PromiseRow) -> (Mark, &'static str) {
        let t = self.t();
        match (row.kept_last, row.timing) {
            (Some(false), Some(Timing::Late)) => (Mark::Broken, t.state_kept_late()),
            (Some(false), _) => (Mark::Broken, t.state_broken()),
            (Some(true), Some(Timing::Early)) => (Mark::Kept, t.state_kept_early()),
            (Some(true), _) => (Mark::Kept, t.state_kept()),
            (None, _) => (Mark::Kept, t.state_delivered_undated()),
        }
    }

    /// The sentence of what is seen: `12% by Thursday 12 March, most likely Friday 13 March.`
    pub(crate) fn seen(&self, row: &PromiseRow) -> String {
        let t = self.t();
        let (Some(Seen::Forecast(stamp)), Some(due)) = (&row.seen, &row.due) else {
            return t.seen_unknown().to_owned();
        };
        let likely = self.day(stamp.likely);
        if self.now > due.at {
            return t.seen_late(&self.listed_due(due), &likely);
        }
        t.seen_chance(&self.chance_in_words(stamp.chance), &self.listed_due(due), &likely)
    }

    /// By when, and how sure that is, as an offer says it.
    pub(crate) fn seen_by_customer(&self, row: &PromiseRow, due: &str) -> String {
        match &row.given_chance {
            Some(chance) => self.t().sure_by(&self.chance_in_words(*chance), &due),
            None => due.to_owned(),
        }
    }

    /// When 85% of what can happen has happened: `85% by Tuesday 17 March.`
    pub(crate) fn seen_85(&self, row: &PromiseRow) -> Option<String> {
        let Some(Seen::Forecast(stamp)) = &row.seen else { return None };
        let day = self.day(stamp.quantiles[5]);
        Some(self.t().seen_by(&self.lang.percent(85), &day))
    }

    /// The line of a promise; `None` when it has no date.
    pub(crate) fn line(&self, row: &PromiseRow) -> Option<Line> {
        let due = row.due.as_ref()?;
        let first = row.first_due.filter(|first| *first != due.at && row.state.is_open());
        let extra = first.map(|at| Extra { kind: ExtraKind::First, at, chance: None });
        Some(self.line_to(row, due, self.shown(row, due), extra))
    }

    /// The line of a promise towards a due that is proposed for it.
    pub(crate) fn line_proposed(&self, row: &PromiseRow, to: &ListedDue) -> Line {
        let old = row.due.as_ref().filter(|old| old.at != to.at);
        let extra = old.map(|old| Extra { kind: ExtraKind::First, at: old.at, chance: None });
        self.line_to(row, to, Shown::Offered, extra)
    }

    fn line_to(
        &self,
        row: &PromiseRow,
        due: &ListedDue,
        shown: Shown,
        extra: Option<Extra>,
    ) -> Line {
        let seen = match &row.seen {
            Some(Seen::Forecast(stamp)) => Some(Hill {
                quantiles: stamp.quantiles,
                likely: stamp.likely,
                chance: Some(stamp.chance.permille()),
            }),
            Some(Seen::CannotForecast) | None => None,
        };
        Line {
            made: made(row, due.at),
            now: self.now,
            due: due.at,
            due_words: self.listed_due(due),
            due_label: self.due_label(due),
            seen,
            shown,
            strict: row.strict,
            extra,
            ghost: None,
            zone: self.zone.clone(),
            lang: self.lang,
        }
    }

    fn shown(&self, row: &PromiseRow, due: &ListedDue) -> Shown {
        let ended = row.ended_at.unwrap_or(self.now);
        match (row.state, row.delivered_at) {
            (StateName::Draft | StateName::Offered, _) => Shown::Offered,
            (StateName::Recorded | StateName::Accepted | StateName::Late, _) => Shown::Open,
            (StateName::Delivered | StateName::Settled, Some(delivered)) => {
                if delivered <= due.at {
                    Shown::Kept { delivered }
                } else {
                    Shown::Late { delivered }
                }
            }
            (StateName::Settled, None) => Shown::Withdrawn,
            (StateName::Delivered, None)
            | (
                StateName::Discarded
                | StateName::Lapsed
                | StateName::Declined
                | StateName::Withdrawn
                | StateName::Released
                | StateName::Void,
                _,
            ) => Shown::Ended { at: ended },
        }
    }
}

/// When it was made; a line has at least an hour to its due.
fn made(row: &PromiseRow, due: Timestamp) -> Timestamp {
    let made = row.made_at.unwrap_or(row.begun_at);
    made.min(due - SignedDuration::from_hours(1))
}
