//! Dates in digits: `2026-12-03`, `3/12/2026`, `3-12`, `03.12.26`.

use jiff::civil::Date;

use super::day::AWAY;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::Sense;
use super::value::Period;
use crate::Lang;

impl Parser<'_> {
    /// `2026-12-03`, `3/12/2026`, `3-12`, `03.12.26`.
    pub(super) fn numeric_date(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, Kinds::one(Sense::YearName(0)).or(Kinds::DIGITS)) {
            return None;
        }
        if let Some(found) = self.year_month_day(at).or_else(|| self.compact_date(at)) {
            return Some(found);
        }
        let (first, second) = (self.digits(at)?, self.digits(at + 2)?);
        let mark = self.tokens.get(at + 1)?;
        if !mark.glued || !self.glued(at + 2) || !matches!(mark.text.as_str(), "-" | "/" | ".") {
            return None;
        }
        let third = (self.is(at + 3, &mark.text) && self.glued(at + 3) && self.glued(at + 4))
            .then(|| self.digits(at + 4))
            .flatten();
        if self.width(at) == 4 {
            let sure = third.is_some() || lead || self.is_all(at, at + 3);
            return if sure { self.year_first(at, first, second, third) } else { None };
        }
        if self.width(at) > 2 || self.width(at + 2) > 2 {
            return None;
        }
        if let Some(year) = third {
            let year = match self.width(at + 4) {
                4 => year,
                2 => 2000 + year,
                _ => return None,
            };
            let (date, other) = self.ordered(first, second, |month, day| {
                Date::new(i16::try_from(year).ok()?, month, day).ok()
            })?;
            return Some((Period { other, ..Period::day(date)? }, at + 5));
        }
        let counted =
            self.unit(at + 3, true).is_some() || (first, second) == (24, 7) || self.is(at + 3, "%");
        let away = self.tokens.get(at + 3).is_some_and(|t| AWAY.contains(&t.text.as_str()));
        let at_score =
            at.checked_sub(1).is_some_and(|one| self.is(one, "at")) && self.is(at + 1, "-");
        let lead = lead && !at_score || away;
        let sure = match mark.text.as_str() {
            "." => lead && !counted && self.width(at + 2) == 2 && second <= 12,
            "-" => {
                lead || self.is_all(at, at + 3) || !self.is_word(at + 3) && self.width(at + 2) == 2
            }
            _ => {
                lead || self.is_all(at, at + 3)
                    || !self.is_word(at + 3)
                    || !self.at(at + 3).is_empty()
            }
        };
        if counted || !sure {
            return None;
        }
        let (date, other) =
            self.ordered(first, second, |month, day| self.future_date(month, day))?;
        Some((Period { other, ..Period::day(date)? }.unfixed(), at + 3))
    }

    /// `261216`, as Swedes write days: year, month, day, behind a word that leads to one.
    fn compact_date(&self, at: usize) -> Read<Period> {
        const NEAR: i16 = 3;
        if self.reading.lang != Lang::Sv || self.width(at) != 6 {
            return None;
        }
        let before = at.checked_sub(1)?;
        let leads = |sense: &Sense| {
            matches!(sense, Sense::Direction(_) | Sense::The | Sense::On | Sense::From | Sense::To)
        };
        if !self.at(before).iter().any(|(sense, _)| leads(sense)) {
            return None;
        }
        let digits = self.digits(at)?;
        let part = |of: i64| i8::try_from(digits / of % 100).ok();
        let year = 2000 + i16::from(part(10_000)?);
        let this = self.today().year();
        let is_near = (this.checked_sub(1)?..=this.checked_add(NEAR)?).contains(&year);
        let date = Date::new(year, part(100)?, part(1)?).ok().filter(|_| is_near)?;
        Some((Period::day(date)?, at + 1))
    }

    /// `2026/dec/03`.
    fn year_month_day(&self, at: usize) -> Read<Period> {
        let (year, next) = self.year(at)?;
        let mark = |at: usize| (self.is(at, "/") || self.is(at, "-")) && self.glued(at);
        let (month, next) = self.month_name(next + 1).filter(|_| mark(next))?;
        let day = self.digits(next + 1).filter(|_| mark(next) && self.width(next + 1) <= 2)?;
        let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
        Some((Period::day(date)?, next + 2))
    }

    /// A date of two numbers in the order of the country, or in the only order that there is, and the date that the
    /// other order makes where both are known.
    fn ordered(
        &self,
        first: i64,
        second: i64,
        date: impl Fn(i8, i8) -> Option<Date>,
    ) -> Option<(Date, Option<Date>)> {
        let (a, b) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
        let english = self.reading.lang == Lang::En;
        let (month, day) = if self.reading.month_first { (a, b) } else { (b, a) };
        let other = date(day, month).filter(|_| english && a != b);
        match date(month, day) {
            Some(found) => Some((found, other)),
            None => Some((other?, None)),
        }
    }

    fn year_first(&self, at: usize, year: i64, second: i64, third: Option<i64>) -> Read<Period> {
        let month = i8::try_from(second).ok().filter(|_| self.width(at + 2) <= 2)?;
        let year_number = i16::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
        match third {
            Some(day) => {
                let date = Date::new(year_number, month, i8::try_from(day).ok()?).ok()?;
                let stamped = self.is(at + 5, "t") && self.glued(at + 5) && self.width(at + 6) == 2;
                Some((Period::day(date)?, if stamped { at + 6 } else { at + 5 }))
            }
            None if self.is(at + 1, ".") => None,
            None => self.month_of(year, second, at + 3),
        }
    }
}
