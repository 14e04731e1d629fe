//! Periods longer than a day: months, weeks by number, quarters, seasons, and parts of them.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::Grain;
use super::day::offset_of;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Edge, Sense, Unit, Which};
use super::value::{Open, Period, edge_of, plus_days, plus_months, unit_period};
use crate::Lang;

/// What can begin a month with what is said of it.
const MONTH_SAID: Kinds = Kinds::of(&[Sense::Which(Which::This), Sense::Month(0)]);
/// What can begin a unit with what is said of it.
const UNIT_SAID: Kinds = Kinds::of(&[
    Sense::Which(Which::This),
    Sense::WhichUnit(Which::This, Unit::Week),
    Sense::Same,
    Sense::The,
    Sense::Unit(Unit::Week),
]);
/// What can begin a period with a number, or be one by a number beside it.
const NUMBERED: Kinds = Kinds::of(&[
    Sense::Week,
    Sense::YearName(0),
    Sense::The,
    Sense::Ordinal(0),
    Sense::Last,
    Sense::FirstHalf(true),
])
.or(Kinds::DIGITS)
.or(Kinds::LETTERED);
/// What can begin the edge of a period.
const EDGE: Kinds = Kinds::of(&[
    Sense::On,
    Sense::In,
    Sense::At,
    Sense::Edge(Edge::End),
    Sense::EdgeOf(Edge::End, Unit::Week),
    Sense::Rest,
]);
/// What can begin one of a row within a period: "the last Friday of".
const NTH: Kinds =
    Kinds::of(&[Sense::UnitsOwn(Unit::Week), Sense::The, Sense::Ordinal(0), Sense::Last])
        .or(Kinds::DIGITS);

impl Parser<'_> {
    /// `maart`, "March 2027", `volgend jaar maart`, "in May".
    pub(super) fn month_expression(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, MONTH_SAID) {
            return None;
        }
        if let Some((year, next)) = self.year_phrase(at) {
            let next = self.skip(next, &[Sense::Of]);
            let next = self.skip_text(next, &["in", "i"]);
            if let Some((month, end)) = self.month_name(next) {
                return self.month_of(i64::from(year), i64::from(month), end);
            }
        }
        let (which, name) = self.which(at);
        let (month, next) = self.month_name(name)?;
        let year =
            self.year_after(next).or_else(|| self.year_phrase(self.skip(next, &[Sense::Of])));
        if let Some((year, end)) = year {
            return self.month_of(i64::from(year), i64::from(month), end);
        }
        let after_next = self.after(next, Sense::Which(Which::AfterNext));
        let doubtful = !self.at(name).iter().any(|(sense, _)| matches!(sense, Sense::Month(_)));
        let years_on = self.years_on(next);
        let surely = lead || which.is_some() || years_on.is_some();
        let surely = surely || self.is_all(at, next) || self.led_to_month(at);
        let dotted = self.is(next, ".");
        if doubtful
            && after_next.is_none()
            && !(surely
                && (self.tokens.get(name)?.capital
                    || self.reading.lang != Lang::En
                    || self.is_all(at, next))
                || dotted && !self.is_all(0, next) && surely)
        {
            return None;
        }
        let christmas = self.reading.lang == Lang::Sv && self.is(name, "jul");
        if christmas || self.is_beside_number(name, next) {
            return None;
        }
        let end = next;
        let today = self.today();
        let running = today.month() == month;
        let ahead = i64::from((month - today.month()).rem_euclid(12));
        let months = match which {
            Some(Which::Past) => {
                if running {
                    -12
                } else {
                    ahead - 12
                }
            }
            Some(Which::Next | Which::Coming) if running => 12,
            Some(Which::AfterNext) => ahead + 12,
            Some(Which::This | Which::Next | Which::Coming) | None => ahead,
        };
        let months = if after_next.is_some() { months + 12 } else { months };
        let (months, end) = match years_on {
            Some((years_on, end)) => (months.checked_add(years_on)?, end),
            None => (months, end),
        };
        let period = unit_period(Unit::Month, today, months)?;
        let period = if which.is_none() { period.unfixed() } else { period };
        Some((period, after_next.unwrap_or(end)))
    }

    /// "March in a year", `maart over twee jaar`: so many months further.
    fn years_on(&self, at: usize) -> Read<i64> {
        let (amount, end) = self.amount(self.after(at, Sense::After)?, true)?;
        let [(Unit::Year, thousandths)] = amount.parts[..] else { return None };
        Some((thousandths * 12 / 1000, end))
    }

    /// Whether a number beside a month makes no date with it, so that the month is none either: "31 June".
    fn is_beside_number(&self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(1).is_some_and(|one| {
            (1..=2).contains(&self.width(one)) && !self.is(at.wrapping_sub(2), ".")
        });
        let after =
            self.digits(next).is_some_and(|n| self.width(next) != 4 && !(1..=28).contains(&n));
        before && self.year(next).is_none() && self.year_after(next).is_some()
            || before && self.is_all(0, next)
            || after && !self.is_word(next + 1)
    }

    fn led_to_month(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.at(before).iter().any(|(sense, _)| {
                matches!(
                    sense,
                    Sense::In
                        | Sense::Direction(_)
                        | Sense::Edge(_)
                        | Sense::Of
                        | Sense::Between
                        | Sense::To
                )
            })
        })
    }

    /// `volgend jaar`, "next year", "this year".
    fn year_phrase(&self, at: usize) -> Read<i16> {
        let (Some(which), name) = self.which(at) else { return None };
        let (unit, end) = self.unit(name, false)?;
        (unit == Unit::Year).then_some(())?;
        Some((unit_period(Unit::Year, self.today(), offset_of(which))?.start.year(), end))
    }

    /// `deze week`, "next month", `i veckan`, "the coming quarter".
    pub(super) fn unit_expression(&self, at: usize) -> Read<Period> {
        if !self.can(at, UNIT_SAID) {
            return None;
        }
        if let Some(((which, unit), next)) = self.pick(at, |sense| {
            if let Sense::WhichUnit(which, unit) = sense { Some((which, unit)) } else { None }
        }) {
            return Some((unit_period(unit, self.today(), offset_of(which))?, next));
        }
        if let Some(next) = self.after(at, Sense::Same) {
            let (unit, next) = self.unit(next, false)?;
            return Some((unit_period(unit, self.today(), 0)?, next));
        }
        let (which, name) = self.which(at);
        let name = if which.is_none() { self.skip(name, &[Sense::The]) } else { name };
        let (unit, next) = self.unit(name, false)?;
        let Some(which) = which else {
            let end = self.after(next, Sense::Which(Which::AfterNext))?; // "the week after next"
            return Some((unit_period(unit, self.today(), 2)?, end));
        };
        let after = self.after(next, Sense::Which(Which::AfterNext));
        let offset = if after.is_some() { 2 } else { offset_of(which) };
        let mut period = unit_period(unit, self.today(), offset)?;
        period.past = which == Which::Past;
        Some((period, after.unwrap_or(next)))
    }

    /// `week 49`, `v. 49`, "Q1", `eerste kwartaal`, "H2 2027".
    pub(super) fn numbered_period(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, NUMBERED) {
            return None;
        }
        Self::longest([
            self.week_number(at),
            self.quarter(at),
            self.bare_year(at, lead),
            self.half_of(at),
        ])
    }

    pub(super) fn week_number(&self, at: usize) -> Read<Period> {
        let next = self.after(at, Sense::Week)?;
        let digits = self.digits(next).filter(|_| self.width(next) <= 2);
        let spelt = || self.number_word(next).filter(|(n, end)| *n > 1 && *end == next + 1);
        let is_swedish = self.reading.lang == Lang::Sv; // elsewhere it is the second week of something
        let week = digits.or_else(|| spelt().filter(|_| is_swedish).map(|(n, _)| n));
        let week = week.filter(|n| (1..=53).contains(n))?;
        if self.is(next + 1, ":")
            || self.is(next + 1, ".") && self.glued(next + 2) && self.width(next + 2) > 0
        {
            return None;
        }
        let short = self.tokens.get(at)?.text.len() == 1;
        let version = short && self.tokens.get(at)?.capital;
        if version || self.is(next + 1, "%") || self.glued(next) && !short {
            return None;
        }
        let week = i8::try_from(week).ok()?;
        let of_year = |year: i16| -> Option<Period> {
            let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
            Some(Period::of(monday, plus_days(monday, 7)?, Grain::Week))
        };
        if let Some((year, end)) = self.year_after(next + 1) {
            return Some((of_year(year)?, end));
        }
        let year = self.today().iso_week_date().year();
        let period = (year..year.checked_add(8)?)
            .filter_map(of_year)
            .find(|period| period.end > self.today())?;
        Some((period.unfixed(), next + 1))
    }

    /// "the week of 7 December", `de week die op 7 december begint`, `veckan som börjar den 7 december`.
    pub(super) fn week_of(&self, at: usize) -> Read<Period> {
        if !self.can(at, Kinds::of(&[Sense::The, Sense::Unit(Unit::Week)])) {
            return None;
        }
        let next = self.skip(at, &[Sense::The]);
        let (unit, mut next) = self.unit(next, false)?;
        if let Some(beside) = self.beside_feast(unit, at, next) {
            return Some(beside);
        }
        if unit != Unit::Week {
            return None;
        }
        let start = next;
        for _ in 0..3 {
            next = self.skip_text(
                next,
                &[
                    "die",
                    "som",
                    "startend",
                    "beginnend",
                    "startende",
                    "beginnende",
                    "starting",
                    "beginning",
                    "commencing",
                    "börjar",
                    "van",
                    "of",
                    "met",
                    "med",
                    "start",
                ],
            );
            next = self.skip(next, &[Sense::On, Sense::The]);
        }
        let (day, end) = (next > start)
            .then(|| self.written_date(next, true).or_else(|| self.numeric_date(next, true)))??;
        let end = self.skip_text(end, &["begint", "start", "aanvangt"]);
        // In English a week may begin on the Sunday that names it.
        let sunday = self.reading.lang == Lang::En && day.start.weekday() == Weekday::Sunday;
        Some((unit_period(Unit::Week, day.start, i64::from(sunday))?, end))
    }

    /// "the week before Christmas", `veckan efter påsk`, `de dag voor Hemelvaart`.
    fn beside_feast(&self, unit: Unit, at: usize, next: usize) -> Read<Period> {
        let (sign, day) = self
            .pick(next, |sense| (sense == Sense::BeforeDay).then_some(-1))
            .or_else(|| self.pick(next, |sense| (sense == Sense::AfterDay).then_some(1)))?;
        let named =
            self.skip(at, &[Sense::The]) > at || self.is(at, "veckan") || self.is(at, "dagen");
        (matches!(unit, Unit::Day | Unit::Week)).then_some(())?;
        let (feast, end) = self.feast(day, true).filter(|_| named)?;
        let day = if sign > 0 { plus_days(feast.end, -1)? } else { feast.start };
        Some((unit_period(unit, day, sign)?, end))
    }

    /// The number of a quarter and whether it is half a year.
    fn quarter_name(&self, at: usize) -> Read<(i64, bool)> {
        let letter = self.tokens.get(at)?;
        if let Some(n) =
            self.digits(at + 1).filter(|_| self.glued(at + 1) && self.width(at + 1) == 1)
        {
            return match letter.text.as_str() {
                "q" | "k" if (1..=4).contains(&n) => Some(((n, false), at + 2)),
                "h" if (1..=2).contains(&n) && letter.capital => Some(((n, true), at + 2)),
                _ => None,
            };
        }
        let at = self.skip(at, &[Sense::The]);
        let (n, next) = self
            .pick(at, |sense| if let Sense::Ordinal(n) = sense { Some(n) } else { None })
            .or_else(|| {
                let ((n, ordinal), next) = self.day_number(at)?;
                ordinal.then_some((i64::from(n), next))
            })
            .or_else(|| {
                let last = self.after(at, Sense::Last)?;
                Some((4, last))
            })?;
        if let Some(end) = self.after(next, Sense::QuarterName).filter(|_| (1..=4).contains(&n)) {
            return Some(((n, false), end));
        }
        let end = self.after(next, Sense::HalfYearName).filter(|_| (1..=2).contains(&n))?;
        (self.reading.lang != Lang::En).then_some(((n, true), end))
    }

    fn quarter(&self, at: usize) -> Read<Period> {
        let said = self
            .year(at)
            .filter(|(_, next)| self.glued(*next) && self.is(*next, "q"))
            .or_else(|| {
                let short = self.digits(at).filter(|_| {
                    self.width(at) == 2 && self.is(at + 1, "q") && self.glued(at + 1)
                })?;
                Some((i16::try_from(2000 + short).ok()?, at + 1))
            });
        let name = said.map_or(at, |(_, next)| next);
        let ((n, half), next) = self.quarter_name(name)?;
        let months = if half { 6 } else { 3 };
        let of_year = |year: i16| -> Option<Period> {
            let start = plus_months(Date::new(year, 1, 1).ok()?, (n - 1) * months)?;
            Some(Period::of(
                start,
                plus_months(start, months)?,
                if half { Grain::Month } else { Grain::Quarter },
            ))
        };
        if let Some((year, _)) = said {
            return Some((of_year(year)?, next));
        }
        let after = self.skip_text(next, &["/", "-", ","]);
        let year = self
            .year_after(next)
            .or_else(|| self.year(after))
            .or_else(|| self.year_phrase(self.skip(next, &[Sense::Of])));
        if let Some((year, end)) = year {
            return Some((of_year(year)?, end));
        }
        let this = self.today().year();
        let period = [this, this.checked_add(1)?]
            .into_iter()
            .filter_map(of_year)
            .find(|p| p.end > self.today())?;
        Some((period.unfixed(), next))
    }

    /// "the second half of 2027", `eerste helft van december`.
    fn half_of(&self, at: usize) -> Read<Period> {
        let (first, next) =
            self.pick(
                at,
                |sense| if let Sense::FirstHalf(first) = sense { Some(first) } else { None },
            )?;
        let (whole, end) = self.edged_period(next)?;
        let days = i64::from(whole.start.until(whole.end).ok()?.get_days());
        let middle = match whole.grain {
            Grain::Year => plus_months(whole.start, 6)?,
            Grain::Month => plus_days(whole.start, 15)?,
            Grain::Second
            | Grain::Minute
            | Grain::Hour
            | Grain::Day
            | Grain::Week
            | Grain::Quarter => plus_days(whole.start, days / 2)?,
        };
        let (start, stop) = if first { (whole.start, middle) } else { (middle, whole.end) };
        Some((Period::of(start, stop, Grain::Day), end))
    }

    /// The period that an edge or an ordinal belongs to: "the month", `volgende week`, `maart`, "2027".
    fn edged_period(&self, at: usize) -> Read<Period> {
        let at = self.skip(at, &[Sense::Of]);
        let at = self.skip(at, &[Sense::About]);
        let direct = Self::longest([
            self.month_expression(at, true),
            self.unit_expression(at),
            self.numbered_period(at, true),
            self.relative_period(at),
        ]);
        if direct.is_some() {
            return direct;
        }
        let name = self.skip(at, &[Sense::The]);
        if let Some(found) =
            self.month_expression(name, true).or_else(|| self.unit_expression(name))
        {
            return Some(found);
        }
        let (unit, end) = self.unit(name, false)?;
        (unit >= Unit::Day).then_some(())?;
        Some((unit_period(unit, self.today(), 0)?, end))
    }

    fn relative_period(&self, at: usize) -> Read<Period> {
        let (days, next) =
            self.pick(at, |sense| if let Sense::Relative(n) = sense { Some(n) } else { None })?;
        Some((Period::day(plus_days(self.today(), days)?)?, next))
    }

    /// `eind deze week`, "the end of the month", `månadsskiftet`, "mid-January", "EOM".
    pub(super) fn edge_expression(&self, at: usize) -> Read<Period> {
        if !self.can(at, EDGE) {
            return None;
        }
        let at = self.skip(at, &[Sense::On]);
        if let Some(((edge, unit), next)) = self.pick(at, |sense| {
            if let Sense::EdgeOf(edge, unit) = sense { Some((edge, unit)) } else { None }
        }) {
            if let Some((month, end)) = self.month_name(next).filter(|_| unit == Unit::Month) {
                let (whole, _) = self.month_expression(next, true)?;
                let other = self.skip_text(end, &["/", "-"]);
                let end =
                    self.month_name(other).filter(|_| other > end).map_or(end, |(_, after)| after);
                return if whole.start.month() == month {
                    Some((edge_of(whole, edge)?, end))
                } else {
                    None
                };
            }
            let period = unit_period(unit, self.today(), 0)?;
            let of = self.skip(self.skip(next, &[Sense::Of]), &[Sense::On]);
            let day = Self::longest([
                self.relative_day(of),
                self.weekday_expression(of, true),
                self.written_date(of, true),
            ]);
            let (period, next) = match day.or_else(|| self.relative_period(next)) {
                Some((day, end)) if unit == Unit::Day => (day, end),
                Some(_) | None => (period, next),
            };
            return Some((edge_of(period, edge)?, next));
        }
        if let Some(turn) = self.turn_of_year(at) {
            return Some(turn);
        }
        let at = self.skip(at, &[Sense::In, Sense::At]);
        if let Some(next) = self.after(at, Sense::Rest) {
            let (whole, end) = self.edged_period(next)?;
            return Some((Period::of(self.today().max(whole.start), whole.end, Grain::Day), end));
        }
        if let Some((later, next)) = self.later(at) {
            let (whole, end) =
                self.edged_period(next).filter(|(whole, _)| whole.grain >= Grain::Week)?;
            let today = self.today();
            let inside = whole.start <= today && today < whole.end;
            let (start, stop) = if later { (today, whole.end) } else { (whole.start, today) };
            return (inside && start < stop).then_some((Period::of(start, stop, Grain::Day), end));
        }
        let (edge, next) =
            self.pick(at, |sense| if let Sense::Edge(edge) = sense { Some(edge) } else { None })?;
        let next = self.skip_text(next, &["-"]);
        let (whole, end) = self.edged_period(next)?;
        let whole = if edge == Edge::Begin
            && whole.open == Open::Year
            && whole.start < self.today()
            && whole.grain == Grain::Month
        {
            let start = plus_months(whole.start, 12)?;
            Period::of(start, plus_months(start, 1)?, Grain::Month)
        } else {
            whole
        };
        Some((edge_of(whole, edge)?, end))
    }

    /// "later" or "earlier", before a period.
    fn later(&self, at: usize) -> Read<bool> {
        let later = self.after(at, Sense::Later).map(|next| (true, next));
        later.or_else(|| self.after(at, Sense::Earlier).map(|next| (false, next)))
    }

    /// `laatste maandag in maart`, "the first week of October", `tredje dagen i oktober`, "2nd last week of 2018".
    pub(super) fn nth_of(&self, at: usize) -> Read<Period> {
        if !self.can(at, NTH) {
            return None;
        }
        if let Some(found) = self.last_of_running(at) {
            return Some(found);
        }
        let at = self.skip(at, &[Sense::The]);
        let ordinal = self
            .pick(at, |sense| if let Sense::Ordinal(n) = sense { Some(n) } else { None })
            .or_else(|| {
                let ((n, ordinal), next) = self.day_number(at)?;
                ordinal.then_some((i64::from(n), next))
            });
        let (nth, next) = match (ordinal, self.after(at, Sense::Last)) {
            (Some((n, next)), _) => match self.after(next, Sense::Last) {
                Some(next) => (-n, next),
                None => (n, next),
            },
            (None, Some(next)) => (-1, next),
            (None, None) => return None,
        };
        let (nth, next) = match self.after(next, Sense::Last) {
            Some(after) => (-nth.abs(), after),
            None => (nth, next),
        };
        if let (-1, Lang::Sv, Some((month, end))) =
            (nth, self.reading.lang, self.month_expression(next, true))
        {
            return Some((Period::day(plus_days(month.end, -1)?)?, end)); // `den sista november`
        }
        if let Some((day, next)) = self.weekday(next) {
            let (whole, end) = self.whole_after(next)?;
            return Some((Period::day(nth_weekday(whole, day, nth)?)?, end));
        }
        if let Some(next) = self.after(next, Sense::WeekendName) {
            let (whole, end) = self.whole_after(next)?;
            let saturday = nth_weekday(whole, 6, nth)?;
            return Some((Period::of(saturday, plus_days(saturday, 2)?, Grain::Day), end));
        }
        if let Some((amount, next)) = self.amount(next, false).filter(|_| nth.abs() == 1) {
            let (whole, end) = self.whole_after(next)?;
            return Some((self.first_of(whole, &amount, nth)?, end));
        }
        let (unit, next) = self.unit(next, false)?;
        let (whole, end) = self.whole_after(next)?;
        Some((nth_unit(whole, unit, nth)?, end))
    }

    /// `årets sista arbetsdag`, `månadens sista fredag`.
    fn last_of_running(&self, at: usize) -> Read<Period> {
        let (unit, next) = self
            .pick(at, |sense| if let Sense::UnitsOwn(unit) = sense { Some(unit) } else { None })?;
        let whole = unit_period(unit, self.today(), 0)?;
        let next = self.after(next, Sense::Last)?;
        if let Some((day, end)) = self.weekday(next) {
            return Some((Period::day(nth_weekday(whole, day, -1)?)?, end));
        }
        let (part, end) = self.unit(next, false).filter(|(part, _)| *part < unit)?;
        Some((nth_unit(whole, part, -1)?, end))
    }

    /// "the first two weeks", "the last three days" of a period.
    fn first_of(&self, whole: Period, amount: &super::amount::Amount, nth: i64) -> Option<Period> {
        let (from, sign) = if nth > 0 { (whole.start, 1) } else { (whole.end, -1) };
        let other =
            amount.from(from.to_datetime(jiff::civil::Time::midnight()), self, sign)?.date();
        let (start, end) = (from.min(other), from.max(other));
        (start < end).then(|| Period::of(start, end, Grain::Day))
    }

    /// The period after "of", which must be longer than a day.
    fn whole_after(&self, at: usize) -> Read<Period> {
        let next = self.skip(at, &[Sense::Of]);
        let (whole, end) = self.edged_period(next).or_else(|| self.edged_period(at))?;
        (whole.grain != Grain::Day && (next > at || whole.grain != Grain::Week))
            .then_some((whole, end))
    }
}

/// The nth such weekday that a period holds, from its end when negative.
fn nth_weekday(whole: Period, day: i8, nth: i64) -> Option<Date> {
    let date = if nth > 0 {
        let first = plus_days(whole.start, super::value::days_to(whole.start, day))?;
        plus_days(first, (nth - 1).checked_mul(7)?)?
    } else {
        let last = plus_days(whole.end, -1)?;
        let back =
            (i64::from(last.weekday().to_monday_one_offset()) - i64::from(day)).rem_euclid(7);
        plus_days(last, -back + (nth + 1).checked_mul(7)?)?
    };
    (date >= whole.start && date < whole.end).then_some(date)
}

/// The nth unit that lies in a period; a week must begin in it, and end in it when counted from the end.
fn nth_unit(whole: Period, unit: Unit, nth: i64) -> Option<Period> {
    let first = match (unit == Unit::Week, nth > 0) {
        (true, true) => {
            let monday = plus_days(whole.start, super::value::days_to(whole.start, 1))?;
            unit_period(unit, monday, nth - 1)?
        }
        (true, false) => {
            let sunday = plus_days(
                plus_days(whole.end, -1)?,
                -i64::from(plus_days(whole.end, -1)?.weekday().to_sunday_zero_offset()),
            )?;
            unit_period(unit, sunday, nth + 1)?
        }
        (false, true) => unit_period(unit, whole.start, nth - 1)?,
        (false, false) => unit_period(unit, plus_days(whole.end, -1)?, nth + 1)?,
    };
    (first.start < whole.end && first.end > whole.start).then_some(first)
}
