//! Weekdays: the coming one, one of a week that is told, and one counted from today or from another day.

use jiff::civil::{Date, Time};

use super::amount::Amount;
use super::day::{WEEKDAY, WHICH};
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Sense, Unit, Which};
use super::value::{Open, Period, days_to, plus_days, unit_period};
use super::{Direction, Grain};
use crate::Lang;

/// What can begin a weekday with what is said of it.
const WEEKDAY_SAID: Kinds =
    Kinds::of(&[Sense::WhichUnit(Which::This, Unit::Week), Sense::The]).or(WEEKDAY).or(WHICH);

/// What can begin a day that is told by another beside it.
const DAY_BESIDE: Kinds = Kinds::of(&[Sense::The, Sense::Ordinal(0), Sense::Last]).or(WEEKDAY);

impl Parser<'_> {
    /// A weekday by its name; a short one where it cannot be another word.
    pub(super) fn weekday(&self, at: usize) -> Read<i8> {
        if !self.can(at, WEEKDAY) {
            return None;
        }
        let (day, next) = self.pick(at, |sense| {
            if let Sense::Weekday(n) | Sense::ShortWeekday(n) = sense { Some(n) } else { None }
        })?;
        if self.at(at).iter().any(|(sense, _)| matches!(sense, Sense::Weekday(_))) {
            return Some((day, next));
        }
        let dotted = self.is(next, ".") && self.glued(next);
        let end = if dotted { next + 1 } else { next };
        let dated = self.skip_text(end, &[",", "("]);
        let dated = self.skip(dated, &[Sense::The]);
        if self.day_number(dated).is_some()
            && (dotted || self.reading.lang != Lang::Nl || self.date_follows(dated))
            || self.month_name(dated).is_some()
        {
            return Some((day, end));
        }
        let led = at.checked_sub(1).is_some_and(|before| {
            self.at(before)
                .iter()
                .any(|(sense, _)| matches!(sense, Sense::On | Sense::Which(_) | Sense::At))
                || self.at(before).iter().any(|(sense, _)| matches!(sense, Sense::Direction(_)))
        });
        let dutch = self.reading.lang == Lang::Nl;
        let alone = self.is_all(at, end) && (dotted || !dutch);
        let led = led
            && !(dutch
                && !dotted
                && matches!(self.tokens.get(at)?.text.as_str(), "zo" | "do" | "di" | "vrij"));
        let heads = self.heads_clause(at, end);
        (alone || heads || led && (dotted || !self.is_word(end) || !self.at(end).is_empty()))
            .then_some((day, end))
    }

    fn date_follows(&self, at: usize) -> bool {
        self.day_number(at).is_some_and(|((_, _), next)| {
            let next = self.skip(next, &[Sense::Of]);
            self.month_name(next).is_some() || self.is(next, "-") || self.is(next, "/")
        })
    }

    /// The day a weekday means that nothing else was said of: the next one, a week on when it is that day today.
    pub(super) fn coming_weekday(&self, day: i8) -> Option<Date> {
        let ahead = days_to(self.today(), day);
        plus_days(self.today(), if ahead == 0 { 7 } else { ahead })
    }

    pub(super) fn weekday_expression(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, WEEKDAY_SAID) {
            return None;
        }
        if let Some((week, next)) = self.week_phrase(at) {
            let next = self.skip(next, &[Sense::Of]);
            let next = self.skip(next, &[Sense::On]);
            if let Some((day, end)) = self.weekday(next) {
                return Some((Period::day(plus_days(week.start, i64::from(day) - 1)?)?, end));
            }
        }
        let (which, name) = self.which(at);
        let name = if which.is_none() && lead { self.skip(name, &[Sense::The]) } else { name };
        let (day, next) = self.weekday(name)?;
        let (week, end) =
            self.week_after(next).map_or((None, next), |(week, end)| (Some(week), end));
        let date = match (week, which) {
            (Some(week), _) => plus_days(week.start, i64::from(day) - 1)?,
            (None, None | Some(Which::Coming)) => self.coming_weekday(day)?,
            (None, Some(Which::This)) => plus_days(self.today(), days_to(self.today(), day))?,
            (None, Some(Which::Next)) => {
                let week = unit_period(Unit::Week, self.today(), 1)?;
                plus_days(week.start, i64::from(day) - 1)?
            }
            (None, Some(Which::AfterNext)) => plus_days(self.coming_weekday(day)?, 7)?,
            (None, Some(Which::Past)) => {
                let back = days_to(self.today(), day);
                plus_days(self.today(), if back == 0 { -7 } else { back - 7 })?
            }
        };
        let (date, end) = self.weeks_on(date, end).unwrap_or((date, end));
        let (date, end) = match self.after(end, Sense::Which(Which::AfterNext)) {
            Some(after) => (plus_days(self.coming_weekday(day)?, 7)?, after),
            None => (date, end),
        };
        let mut period = Period::day(date)?;
        let alone = which.is_none() && week.is_none();
        if alone {
            period.open = Open::Week;
        }
        let today = alone && days_to(self.today(), day) == 0;
        let next = which == Some(Which::Next) && week.is_none();
        let coming = self.coming_weekday(day).filter(|coming| next && *coming != date);
        period.other = coming.or(today.then(|| self.today()));
        Some((period, end))
    }

    /// `vrijdag over een week`, `fredag om två veckor`, "Friday week", "Monday fortnight",
    /// "Friday in a week".
    pub(super) fn weeks_on(&self, date: Date, at: usize) -> Read<Date> {
        for (unit, days) in [("week", 7), ("fortnight", 14)] {
            if self.reading.lang == Lang::En && self.is(at, unit) {
                return Some((plus_days(date, days)?, at + 1));
            }
        }
        let next = self.after(at, Sense::After)?;
        let (amount, end) = self.amount(next, false)?;
        let [(Unit::Week, weeks)] = amount.parts.as_slice() else { return None };
        Some((plus_days(date, weeks / 1000 * 7)?, end))
    }

    /// "three Fridays from now", `två söndagar från nu`.
    pub(super) fn counted_weekdays(&self, at: usize) -> Read<Period> {
        if !self.can(at, Kinds::QUANTITY) {
            return None;
        }
        let (n, next) = self.quantity(at).filter(|(n, _)| n % 1000 == 0)?;
        let (day, next) = self.pick(next, |sense| {
            if let Sense::Weekdays(day) | Sense::Weekday(day) = sense { Some(day) } else { None }
        })?;
        let end = self.after(next, Sense::FromNow)?;
        let date = plus_days(self.coming_weekday(day)?, (n / 1000 - 1).checked_mul(7)?)?;
        Some((Period::day(date)?, end))
    }

    /// `de dinsdag na Pasen`, `lördagen före lucia`, "the first working day after 4 December".
    pub(super) fn day_beside(&self, at: usize) -> Read<Period> {
        if !self.can(at, DAY_BESIDE) {
            return None;
        }
        let name = self.skip(at, &[Sense::The]);
        let first = self.after(name, Sense::Ordinal(1));
        let last = self.after(name, Sense::Last);
        let name = first.or(last).unwrap_or(name);
        let weekday = self.weekday(name).map(|(day, next)| (Some(day), next));
        let (weekday, next) = weekday.or_else(|| {
            let (unit, next) = self.unit(name, false)?;
            let is_one = unit == Unit::BusinessDay && first.or(last).is_some();
            is_one.then_some((None, next))
        })?;
        // "Friday from 4 January" begins a row of days.
        if first.is_none() && self.has(next, &[Sense::From, Sense::Direction(Direction::From)]) {
            return None;
        }
        let side = |wanted| self.pick(next, |sense| (sense == wanted).then_some(()));
        let after = side(Sense::AfterDay).filter(|_| last.is_none()).map(|((), next)| (true, next));
        let before = || side(Sense::BeforeDay).filter(|_| first.is_none());
        let (is_after, next) = after.or_else(|| before().map(|((), next)| (false, next)))?;
        let next = self.skip(next, &[Sense::The]);
        // "Friday before 4 December" names a day and a deadline.
        let dated = (is_after || last.is_some()).then(|| self.written_date(next, true)).flatten();
        let (beside, end) = Self::longest([self.feast(next, true), dated])?;
        if beside.grain != Grain::Day {
            return None;
        }
        let day = match weekday {
            Some(day) => {
                let from = if is_after { beside.end } else { plus_days(beside.start, -7)? };
                plus_days(from, days_to(from, day))?
            }
            None => {
                let one = Amount { parts: vec![(Unit::BusinessDay, 1000)], article: false };
                let from = if is_after { plus_days(beside.end, -1)? } else { beside.start };
                let from = from.to_datetime(Time::midnight());
                one.from(from, self, if is_after { 1 } else { -1 })?.date()
            }
        };
        Some((Period::day(day)?, end))
    }
}
