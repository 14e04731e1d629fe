//! Rows of units: "the next three days", `komende 2 weken`, `nästa 3 månader`.

use jiff::civil::Time;

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::parts::Parts;
use super::phrase::Phrase;
use super::sense::{Sense, Unit, Which};
use super::value::{plus_days, plus_seconds, unit_period};
use crate::Lang;

/// What can begin a row of units.
const ROW: Kinds =
    Kinds::of(&[Sense::In, Sense::The, Sense::Which(Which::This)]).or(Kinds::QUANTITY);

impl Parser<'_> {
    /// "next three", "three upcoming".
    fn counted_row(&self, at: usize) -> Option<(Which, i64, usize)> {
        let whole = |at| self.quantity(at).filter(|(n, _)| n % 1000 == 0 && *n > 0);
        if let (Some(which), next) = self.which(at) {
            let (n, next) = whole(next)?;
            return Some((which, n, next));
        }
        let (n, next) = whole(at)?;
        let (which, next) = self.which(next);
        Some((
            which.filter(|which| matches!(which, Which::Coming | Which::Next | Which::Past))?,
            n,
            next,
        ))
    }

    /// "the next three days", `komende 2 weken`, `nästa 3 månader`.
    pub(super) fn row(&self, at: usize) -> Read<Phrase> {
        if !self.can(at, ROW) {
            return None;
        }
        let start = self.skip(at, &[Sense::In, Sense::The]);
        let (which, n, next) = self.counted_row(start)?;
        let (unit, end) = self.unit(next, false)?;
        let count = n / 1000;
        let sign = if which == Which::Past { -1 } else { 1 };
        if unit < Unit::Day {
            let seconds = super::value::seconds_of(unit, 1000)?;
            let now = self.reading.reference;
            let midnight = now.date().to_datetime(Time::midnight());
            let passed = i64::from(now.hour()) * 3600
                + i64::from(now.minute()) * 60
                + i64::from(now.second());
            let first = plus_seconds(midnight, passed - passed % seconds)?;
            let first = if sign > 0 { plus_seconds(first, seconds)? } else { first };
            let other = plus_seconds(first, seconds.checked_mul(count)?.checked_mul(sign)?)?;
            let grain = match unit {
                Unit::Second => Grain::Second,
                Unit::Hour => Grain::Hour,
                Unit::Minute
                | Unit::Quarter
                | Unit::Day
                | Unit::BusinessDay
                | Unit::Week
                | Unit::Fortnight
                | Unit::Month
                | Unit::Term
                | Unit::Year => Grain::Minute,
            };
            return Some((self.interval(first.min(other), first.max(other), grain), end));
        }
        if unit == Unit::BusinessDay && sign > 0 {
            let from = self.reading.business_day(self.today(), 1)?;
            let to = plus_days(self.reading.business_day(self.today(), count)?, 1)?;
            let midnight = Time::midnight();
            return Some((
                self.interval(from.to_datetime(midnight), to.to_datetime(midnight), Grain::Day),
                end,
            ));
        }
        let alone = self.reading.lang == Lang::En && start == at && self.is_all(at, end);
        if alone && (start..end).any(|at| self.is(at, "upcoming")) {
            // By itself it names the last of them: by when, rather than how long.
            let last = unit_period(unit, self.today(), count)?;
            let parts = Parts { day: Some(last), ..Parts::default() };
            return Some((Phrase::Time(self.together(parts)?, None), end));
        }
        let first = unit_period(unit, self.today(), if sign > 0 { 1 } else { 0 })?;
        let last = unit_period(unit, self.today(), if sign > 0 { count } else { -count })?;
        let (from, to) = if sign > 0 { (first.start, last.end) } else { (last.start, first.start) };
        let midnight = Time::midnight();
        Some((
            self.interval(from.to_datetime(midnight), to.to_datetime(midnight), first.grain),
            end,
        ))
    }
}
