//! Years in digits and words, months beside them, and ranges of years.

use jiff::civil::Date;

use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::parts::{FILLERS, Parts, Stretch};
use super::sense::{Sense, Unit};
use super::value::{Period, unit_period};

impl Parser<'_> {
    /// A year in four digits.
    pub(super) fn year(&self, at: usize) -> Read<i16> {
        if !self.can(at, Kinds::one(Sense::YearName(0)).or(Kinds::DIGITS)) {
            return None;
        }
        let named = self
            .pick(at, |sense| if let Sense::YearName(year) = sense { Some(year) } else { None });
        if named.is_some() {
            return named;
        }
        let n = self.digits(at).filter(|n| self.width(at) == 4 && (1900..2200).contains(n))?;
        let counted =
            self.is_word(at + 1) && !self.glued(at + 1) && self.unit(at + 1, false).is_some();
        (!counted).then_some((i16::try_from(n).ok()?, at + 1))
    }

    /// The year after a date, a comma or "of" between.
    pub(super) fn year_after(&self, at: usize) -> Read<i16> {
        let next = self.skip_text(at, &[",", "."]);
        let next = self.skip(next, &[Sense::Of]);
        self.year(next).or_else(|| self.year(at)).or_else(|| {
            let short =
                self.digits(at + 1).filter(|_| self.is(at, "'") && self.width(at + 1) == 2)?;
            Some((i16::try_from(2000 + short).ok()?, at + 2))
        })
    }

    /// `årsskiftet 2026/2027`, `de jaarwisseling`: the first of January; `halvårsskiftet`: the last of June.
    pub(super) fn turn_of_year(&self, at: usize) -> Read<Period> {
        let this = self.today().year();
        if let Some(next) = self.after(at, Sense::HalfYearTurn) {
            let ends = [this, this.checked_add(1)?].into_iter();
            let mut ends = ends.filter_map(|year| Date::new(year, 6, 30).ok());
            return Some((Period::day(ends.find(|day| *day >= self.today())?)?, next));
        }
        let next = self.after(at, Sense::YearTurn)?;
        let Some((old, end)) = self.year(self.skip(next, &[Sense::Of])) else {
            let first = |year| Date::new(year, 1, 1).ok().filter(|day| *day >= self.today());
            return Some((
                Period::day(first(this).or_else(|| first(this.checked_add(1)?))?)?,
                next,
            ));
        };
        let new = old.checked_add(1)?;
        let is_new = |year: i64| year == i64::from(new) || year == i64::from(new % 100);
        let is_pair = (self.is(end, "/") || self.is(end, "-"))
            && self.glued(end)
            && self.digits(end + 1).is_some_and(is_new);
        Some((Period::day(Date::new(new, 1, 1).ok()?)?, if is_pair { end + 2 } else { end }))
    }

    /// What has to be by the turn of a year: the year that ends is meant, not the first day of the next one.
    pub(super) fn before_turn_of_year(&self, at: usize) -> Read<Stretch> {
        let turn = self.skip(at, FILLERS);
        self.after(turn, Sense::YearTurn)?;
        let (day, end) = self.turn_of_year(turn)?;
        let stretch = self.together(Parts { day: Some(day), ..Parts::default() })?;
        Some((Stretch { end: stretch.start, ..stretch }, end))
    }

    /// A year by itself, where a word such as "in" tells that it is one.
    pub(super) fn bare_year(&self, at: usize, lead: bool) -> Read<Period> {
        let (year, next) = self.year(at).filter(|_| lead)?;
        let counted =
            self.is_word(next) && self.at(next).is_empty() && self.tokens.get(next)?.text.len() > 3;
        let range = self.is(next, "-") && self.year(next + 1).is_some();
        let named = !range && (self.is(next, "-") || self.is(next, "/"));
        if counted || named {
            return None;
        }
        Some((unit_period(Unit::Year, Date::new(year, 1, 1).ok()?, 0)?, next))
    }

    /// A month of a year.
    pub(super) fn month_of(&self, year: i64, month: i64, next: usize) -> Read<Period> {
        let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
        Some((unit_period(Unit::Month, date, 0)?, next))
    }

    /// `11-2026`, "11 / 2026", "2026 - 11", `2026, nov`: a month and its year with a mark between, spaced or not.
    pub(super) fn month_in_digits(&self, at: usize) -> Read<Period> {
        if !self.can(at, Kinds::of(&[Sense::YearName(0), Sense::Month(0)]).or(Kinds::DIGITS)) {
            return None;
        }
        let mark = at + 1;
        let second = at + 2;
        let close = self.glued(mark) && self.glued(second);
        let more = |next: usize| {
            self.width(next) > 0 && self.glued(next)
                || ["-", "/", ".", ":"].iter().any(|m| self.is(next, m)) && self.width(next + 1) > 0
        };
        if let (true, Some((year, next))) = (self.is(mark, ","), self.year(at)) {
            let (month, end) = self.month_name(next + 1)?;
            let dated = self.day_number(end).is_some();
            return if dated {
                None
            } else {
                self.month_of(i64::from(year), i64::from(month), end)
            };
        }
        if !["-", "/"].iter().any(|m| self.is(mark, m)) || more(second + 1) {
            return None;
        }
        if let Some((month, _)) = self.month_name(at).filter(|(_, next)| *next == mark) {
            let (year, end) = self.year(second)?;
            return if close {
                self.month_of(i64::from(year), i64::from(month), end)
            } else {
                None
            };
        }
        let (year, month) = match (self.width(at), self.width(second)) {
            (1..=2, 4) => (self.year(second)?.0, self.digits(at)?),
            (4, 1..=2) => (self.year(at)?.0, self.digits(second)?),
            _ => return None,
        };
        (1..=12).contains(&month).then(|| self.month_of(i64::from(year), month, second + 1))?
    }
}
