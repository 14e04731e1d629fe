//! Amounts of time: "two and a half hours", `anderhalf uur`, `ett par dagar`.

use jiff::civil::DateTime;

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Sense, Unit};
use super::value::{plus_days, plus_months, plus_seconds, seconds_of};
use crate::Lang;

/// The most parts an amount is read with.
const MOST_PARTS: usize = 5;

/// An amount of time: thousandths of units, the largest unit first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) parts: Vec<(Unit, i64)>,
    /// Whether only "a" or "one" was said for its number.
    pub(super) article: bool,
}

impl Amount {
    pub(super) fn seconds(&self) -> Option<i64> {
        if let [(Unit::Year, years), (Unit::Month, months)] = self.parts.as_slice() {
            return seconds_of(Unit::Month, years.checked_mul(12)?.checked_add(*months)?);
        }
        self.parts.iter().try_fold(0_i64, |sum, (unit, n)| sum.checked_add(seconds_of(*unit, *n)?))
    }

    /// The finest unit in it.
    pub(super) fn finest(&self) -> Unit {
        self.parts.iter().map(|(unit, _)| *unit).min().unwrap_or(Unit::Day)
    }

    pub(super) fn grain(&self) -> Grain {
        match self.finest() {
            Unit::Second => Grain::Second,
            Unit::Minute | Unit::Quarter | Unit::Hour => Grain::Minute,
            Unit::Day | Unit::BusinessDay | Unit::Week | Unit::Fortnight => Grain::Day,
            Unit::Month | Unit::Term => Grain::Month,
            Unit::Year => Grain::Year,
        }
    }

    /// The time so far ahead of another, or behind it.
    pub(super) fn from(&self, at: DateTime, parser: &Parser<'_>, sign: i64) -> Option<DateTime> {
        self.parts
            .iter()
            .try_fold(at, |at, (unit, n)| step(at, *unit, n.checked_mul(sign)?, parser))
    }
}

/// Moves a time by thousandths of a unit.
fn step(at: DateTime, unit: Unit, thousandths: i64, parser: &Parser<'_>) -> Option<DateTime> {
    let whole = (thousandths % 1000 == 0).then_some(thousandths / 1000);
    let months =
        |each: i64| thousandths.checked_mul(each).filter(|n| n % 1000 == 0).map(|n| n / 1000);
    let by_days = |days| Some(plus_days(at.date(), days)?.to_datetime(at.time()));
    let by_months = |months| Some(plus_months(at.date(), months)?.to_datetime(at.time()));
    match (unit, whole) {
        (Unit::BusinessDay, Some(days)) => {
            Some(parser.reading.business_day(at.date(), days)?.to_datetime(at.time()))
        }
        (Unit::Day, Some(days)) => by_days(days),
        (Unit::Week, Some(weeks)) => by_days(weeks.checked_mul(7)?),
        (Unit::Fortnight, Some(n)) => by_days(n.checked_mul(14)?),
        (Unit::Month, _) if months(1).is_some() => by_months(months(1)?),
        (Unit::Term, _) if months(3).is_some() => by_months(months(3)?),
        (Unit::Year, _) if months(12).is_some() => by_months(months(12)?),
        _ => plus_seconds(at, seconds_of(unit, thousandths)?),
    }
}

impl Parser<'_> {
    /// A number as thousandths, in digits or words.
    pub(super) fn quantity(&self, at: usize) -> Read<i64> {
        if !self.can(at, Kinds::QUANTITY) {
            return None;
        }
        let digits = self.digits(at).and_then(|n| self.decimal(at, n));
        let word = |sense| {
            if let Sense::Number(n) | Sense::Few(n) = sense {
                return Some(n * 1000);
            }
            if let Sense::AndHalf(n) = sense {
                return Some(n * 1000 + 500);
            }
            let fixed = [(Sense::OneAndHalf, 1500), (Sense::Half, 500), (Sense::Article, 1000)];
            fixed.into_iter().find_map(|(word, n)| (word == sense).then_some(n))
        };
        let (n, next) = digits.or_else(|| self.pick(at, word))?;
        let joined = self.ands(next).find_map(|and| {
            let half = self.after(and, Sense::Half);
            half.or_else(|| self.after(self.after(and, Sense::Article)?, Sense::Half))
        });
        match joined {
            Some(after) if n >= 1000 && self.unit(after, false).is_some() => Some((n + 500, after)),
            _ => Some((n, next)),
        }
    }

    /// "six to eight", `3–5`, before a unit: at most the last number.
    fn up_to(&self, first: i64, at: usize) -> Read<i64> {
        const WORDS: &[&str] = &["tot", "à", "a", "till", "to", "-", "of", "or", "eller"];
        let word = WORDS.iter().any(|word| self.is(at, word));
        let (n, next) = self.quantity(at + 1).filter(|(n, _)| word && *n > first)?;
        let unit = self.unit(next, false)?.0;
        let clock = self.has(next, &[Sense::OClock]) && self.is(at, "tot");
        (unit >= Unit::Minute && !clock).then_some((n, next))
    }

    /// The places after each way to read an "and".
    fn ands(&self, at: usize) -> impl Iterator<Item = usize> {
        self.at(at).iter().filter(|(sense, _)| *sense == Sense::And).map(|(_, next)| *next)
    }

    /// "one and three quarters of an hour" after its number.
    fn and_quarters(&self, at: usize) -> Read<i64> {
        self.ands(at).find_map(|and| {
            let (n, next) = self.number_word(and).unwrap_or((1, self.skip(and, &[Sense::Article])));
            let next =
                (self.is(next, "quarter") || self.is(next, "quarters")).then_some(next + 1)?;
            let next = self.skip_text(self.skip_text(next, &["of"]), &["an"]);
            let (unit, end) = self.unit(next, false)?;
            (unit == Unit::Hour).then_some((n * 250, end))
        })
    }

    fn decimal(&self, at: usize, n: i64) -> Read<i64> {
        let mark = at + 1;
        let fraction = at + 2;
        if !self.glued(mark) || !self.glued(fraction) {
            return Some((n.checked_mul(1000)?, mark));
        }
        let clock = self.is(mark, ".")
            && self.width(fraction) == 2
            && self.reading.lang == Lang::Nl
            && (self.is(at + 3, "uur") || self.is(at + 3, "u"));
        if clock {
            return None; // `20.30 uur` is half past eight
        }
        let Some(part) = self.digits(fraction) else { return Some((n.checked_mul(1000)?, mark)) };
        if self.is(mark, "/") && (2..=8).contains(&part) && n < part {
            return Some((n * 1000 / part, at + 3));
        }
        let scale = match self.width(fraction) {
            1 => 100,
            2 => 10,
            _ => return Some((n.checked_mul(1000)?, mark)),
        };
        if self.is(mark, ".") || self.is(mark, ",") {
            return Some((n.checked_mul(1000)?.checked_add(part * scale)?, at + 3));
        }
        Some((n.checked_mul(1000)?, mark))
    }

    /// A unit of time; a short one only where nothing else could be meant.
    pub(super) fn unit(&self, at: usize, short: bool) -> Read<Unit> {
        if !self.can(at, Kinds::of(&[Sense::Unit(Unit::Hour), Sense::ShortUnit(Unit::Hour)])) {
            return None;
        }
        self.pick(at, |sense| if let Sense::Unit(unit) = sense { Some(unit) } else { None })
            .or_else(|| {
                let unit = self.pick(at, |sense| {
                    if let Sense::ShortUnit(unit) = sense { Some(unit) } else { None }
                });
                unit.filter(|_| short)
            })
    }

    /// An amount of time; `lead` tells that a word such as "within" makes a short unit sure.
    pub(super) fn amount(&self, at: usize, lead: bool) -> Read<Amount> {
        if !self.can(at, Kinds::AMOUNT) {
            return None;
        }
        let (first, mut next) = self.amount_part(at, lead)?;
        let article = self.after(at, Sense::Article) == Some(next - 1) && first.1 == 1000;
        let mut amount = Amount { parts: vec![first], article };
        while amount.parts.len() < MOST_PARTS {
            let ands = self.ands(next).chain([next]);
            let found = ands.map(|after| (after, self.amount_part(after, lead)));
            let Some((after, (part, end))) =
                found.filter_map(|(after, part)| Some((after, part?))).next()
            else {
                break;
            };
            let finer = amount.parts.last().is_some_and(|(unit, _)| part.0 < *unit);
            if !finer || after == next && self.is_article_or_fraction(after) {
                break;
            }
            amount.parts.push(part);
            (amount.article, next) = (false, end);
        }
        if let (Some(end), Some(last)) = (self.and_a_half(next), amount.parts.last_mut()) {
            last.1 += 500;
            (amount.article, next) = (false, end);
        }
        if let (Some((minutes, end)), [(Unit::Hour, _)]) =
            (self.minutes_after(next), amount.parts.as_slice())
        {
            amount.parts.push((Unit::Minute, minutes * 1000));
            (amount.article, next) = (false, end);
        }
        Some((amount, next))
    }

    /// "2 hours ten": minutes that only a number tells.
    fn minutes_after(&self, at: usize) -> Read<i64> {
        let and = self.skip(at, &[Sense::And]);
        let (n, end) = self.number_word(and).or_else(|| Some((self.digits(and)?, and + 1)))?;
        if self.glued(and) {
            return None;
        }
        ((10..60).contains(&n) && self.reading.lang == Lang::En && self.is_all(0, end))
            .then_some((n, end))
    }

    fn is_article_or_fraction(&self, at: usize) -> bool {
        self.has(at, &[Sense::Article])
    }

    /// "… and a half".
    fn and_a_half(&self, at: usize) -> Option<usize> {
        let and = self.after(at, Sense::And)?;
        let half = self.after(and, Sense::Half)?;
        (!self.is_word(half) || self.unit(half, false).is_none()).then_some(half)
    }

    /// `de hele week`, "a full day", "all year".
    fn whole_unit(&self, at: usize) -> Read<(Unit, i64)> {
        if !self.can(at, Kinds::of(&[Sense::The, Sense::Article, Sense::Whole])) {
            return None;
        }
        let name = self.skip(self.skip(at, &[Sense::The]), &[Sense::Article]);
        let next = self.skip(name, &[Sense::Whole]);
        let next = if next > name { self.skip_text(next, &["-"]) } else { return None };
        let (unit, end) = self.unit(next, false)?;
        let plural =
            self.tokens.get(end - 1)?.text.ends_with(['s', 'n']) && self.reading.lang != Lang::Sv;
        (unit >= Unit::Day && !plural).then_some(((unit, 1000), end))
    }

    fn amount_part(&self, at: usize, lead: bool) -> Read<(Unit, i64)> {
        if !self.can(at, Kinds::AMOUNT) {
            return None;
        }
        let fraction = self.pick(at, |sense| {
            if let Sense::Fraction(unit, n) = sense { Some((unit, n)) } else { None }
        });
        if fraction.is_some() {
            return fraction;
        }
        if let Some(found) = self.whole_unit(at) {
            return Some(found);
        }
        let (n, next) = self.quantity(at)?;
        let (n, next) = self.up_to(n, next).unwrap_or((n, next));
        if let Some((quarters, end)) = self.and_quarters(next) {
            return Some(((Unit::Hour, n + quarters), end));
        }
        let digits = self.digits(at).is_some();
        let dashed = if self.is(next, "-") { next + 1 } else { next };
        let (unit, end) =
            self.unit(next, digits).or_else(|| self.unit(dashed, false)).or_else(|| {
                self.unit(
                    self.skip_text(
                        next,
                        &[
                            "volle", "hele", "full", "whole", "hela", "extra", "less", "fewer",
                            "more",
                        ],
                    ),
                    false,
                )
            })?;
        let short = self.unit(next, false).is_none() && dashed == next && end == next + 1;
        if short && !lead && !self.is_all(at, end) {
            return None;
        }
        Some(((unit, n), end))
    }
}
