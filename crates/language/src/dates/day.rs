//! Days named from today, and dates in digits and words; and what a day or a longer period may be at all.

use jiff::civil::Date;

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Sense, Unit, Which};
use super::token::Kind;
use super::value::{Open, Period, plus_days, plus_months, unit_period};
use crate::Lang;

/// What follows a day in a verb that parts: `ik kom 22-4 terug`.
pub(super) const AWAY: &[&str] = &["terug", "weg", "langs", "klaar", "gereed", "tillbaka", "back"];

/// What can begin a weekday's name.
pub(super) const WEEKDAY: Kinds = Kinds::of(&[Sense::Weekday(0), Sense::ShortWeekday(0)]);
/// What tells which one of a row is meant.
pub(super) const WHICH: Kinds = Kinds::of(&[Sense::Which(Which::This)]);
/// What can begin a day of the month, or be one beside its month.
const DAY_NUMBER: Kinds = Kinds::of(&[Sense::Ordinal(0), Sense::Number(0)]).or(Kinds::DIGITS);
/// What can begin a date in words.
const WRITTEN: Kinds =
    Kinds::of(&[Sense::The, Sense::Month(0)]).or(WEEKDAY).or(WHICH).or(DAY_NUMBER);

/// What can begin a week that is told by which one it is.
const WEEK_SAID: Kinds = Kinds::of(&[Sense::WhichUnit(Which::This, Unit::Week)]).or(WHICH);

impl Parser<'_> {
    /// A day or a longer period.
    pub(super) fn period(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.begins(at) {
            return None;
        }
        self.memos.periods.read(at, lead, || self.period_anew(at, lead))
    }

    fn period_anew(&self, at: usize, lead: bool) -> Read<Period> {
        let mut best: Read<Period> = None;
        let mut consider = |found: Read<Period>| {
            if found.is_some_and(|(_, next)| best.is_none_or(|(_, end)| next > end)) {
                best = found;
            }
        };
        consider(self.numeric_date(at, lead));
        consider(self.month_in_digits(at));
        consider(self.written_date(at, lead));
        consider(self.relative_day(at));
        consider(self.weekday_expression(at, lead));
        consider(self.counted_weekdays(at));
        consider(self.day_beside(at));
        consider(self.month_expression(at, lead));
        consider(self.unit_expression(at));
        consider(self.numbered_period(at, lead));
        consider(self.nth_of(at));
        consider(self.edge_expression(at));
        consider(self.season(at, lead));
        consider(self.weekend(at));
        consider(self.amount_from_day(at));
        consider(self.week_of(at));
        consider(self.feast(at, lead));
        best
    }

    pub(super) fn relative_day(&self, at: usize) -> Read<Period> {
        if !self.can(at, Kinds::one(Sense::Relative(0))) {
            return None;
        }
        let (days, next) =
            self.pick(at, |sense| if let Sense::Relative(n) = sense { Some(n) } else { None })?;
        let greeted = at.checked_sub(1).is_some_and(|before| {
            ["goede", "goeie", "god", "good", "s"].iter().any(|word| self.is(before, word))
        });
        if greeted {
            return None;
        }
        let date = plus_days(self.today(), days)?;
        let (date, next) = self.weeks_on(date, next).filter(|_| days >= 0).unwrap_or((date, next));
        Some((Period::day(date)?, next))
    }

    /// The word that tells which one is meant, if any, and the place after it.
    pub(super) fn which(&self, at: usize) -> (Option<Which>, usize) {
        if !self.can(at, WHICH) {
            return (None, at);
        }
        let found =
            self.pick(at, |sense| if let Sense::Which(which) = sense { Some(which) } else { None });
        found.map_or((None, at), |(which, next)| (Some(which), next))
    }

    /// `volgende week`, `den här veckan`, `i veckan`.
    pub(super) fn week_phrase(&self, at: usize) -> Read<Period> {
        if !self.can(at, WEEK_SAID) {
            return None;
        }
        if let Some((which, next)) = self.pick(at, |sense| {
            if let Sense::WhichUnit(which, Unit::Week) = sense { Some(which) } else { None }
        }) {
            return Some((unit_period(Unit::Week, self.today(), offset_of(which))?, next));
        }
        let (Some(which), next) = self.which(at) else { return None };
        let (unit, end) = self.unit(next, false)?;
        (unit == Unit::Week).then_some(())?;
        Some((unit_period(Unit::Week, self.today(), offset_of(which))?, end))
    }

    /// The same, after a weekday: "of next week", `i nästa vecka`, `in week 49`, `v. 49`.
    pub(super) fn week_after(&self, at: usize) -> Read<Period> {
        let direct = self.week_phrase(at).or_else(|| self.week_number(at));
        if direct.is_some() {
            return direct;
        }
        let next = self.skip_text(at, &[",", "("]);
        self.pick(next, |sense| matches!(sense, Sense::Of | Sense::In).then_some(()))
            .and_then(|((), next)| self.week_phrase(next).or_else(|| self.week_number(next)))
            .or_else(|| self.week_phrase(next).or_else(|| self.week_number(next)))
    }

    /// "two days after tomorrow", "a week from Friday", `twee weken na vrijdag`.
    fn amount_from_day(&self, at: usize) -> Read<Period> {
        if !self.can(at, Kinds::AMOUNT) {
            return None;
        }
        let (amount, next) = self.amount(at, false)?;
        if amount.finest() < Unit::Day {
            return None;
        }
        let (sign, next) = self
            .pick(next, |sense| (sense == Sense::AfterDay).then_some(1))
            .or_else(|| self.pick(next, |sense| (sense == Sense::BeforeDay).then_some(-1)))
            .or_else(|| {
                let on = self.reading.lang == Lang::En
                    && amount.finest() >= Unit::Week
                    && self.is(next, "on");
                let today = self.reading.lang == Lang::En && self.relative_day(next).is_some();
                on.then_some((1, next + 1)).or(today.then_some((1, next)))
            })?;
        let next = self.skip(next, &[Sense::The]);
        let (from, end) = Self::longest([
            self.numeric_date(next, true),
            self.written_date(next, true),
            self.relative_day(next),
            self.weekday_expression(next, true),
            self.feast(next, true),
        ])?;
        if from.grain != Grain::Day {
            return None;
        }
        let start =
            amount.from(from.start.to_datetime(jiff::civil::Time::midnight()), self, sign)?;
        Some((Period::day(start.date())?, end))
    }

    /// A day of the month and whether it is said as an ordinal.
    pub(super) fn day_number(&self, at: usize) -> Read<(i8, bool)> {
        if !self.can(at, DAY_NUMBER) {
            return None;
        }
        if let Some(n) = self.digits(at).filter(|n| self.width(at) <= 2 && (1..=31).contains(n)) {
            let end = self.after(at + 1, Sense::OrdinalEnd).filter(|_| self.glued(at + 1));
            let word = self.is_word(at + 1) && self.glued(at + 1) && end.is_none();
            let free = !word || self.month_name(at + 1).is_some();
            return free.then_some(((i8::try_from(n).ok()?, end.is_some()), end.unwrap_or(at + 1)));
        }
        let (n, next) =
            self.pick(at, |sense| if let Sense::Ordinal(n) = sense { Some(n) } else { None })?;
        let day = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        // "On Thursday, first thing": early, and no first of a month.
        (!self.is(next, "thing")).then_some(((day, true), next))
    }

    /// A month by its name, its dot included.
    pub(super) fn month_name(&self, at: usize) -> Read<i8> {
        if !self.can(at, Kinds::one(Sense::Month(0))) {
            return None;
        }
        let (month, next) = self.pick(at, |sense| {
            if let Sense::Month(n) | Sense::ShortMonth(n) | Sense::DoubtfulMonth(n) = sense {
                Some(n)
            } else {
                None
            }
        })?;
        let dotted = self.is(next, ".") && self.glued(next) && !self.is_end(next);
        Some((month, if dotted { next + 1 } else { next }))
    }

    /// Whether a dot ends the sentence, and so belongs to no abbreviation.
    pub(super) fn is_end(&self, dot: usize) -> bool {
        self.tokens.get(dot + 1).is_none_or(|token| token.capital && !token.glued)
    }

    /// The first such day of the year from today on.
    pub(super) fn future_date(&self, month: i8, day: i8) -> Option<Date> {
        let year = self.today().year();
        (year..year.checked_add(9)?)
            .filter_map(|year| Date::new(year, month, day).ok())
            .find(|date| *date >= self.today())
    }

    /// `donderdag 3 december`, "December 3rd, 2026", `den tredje mars`, "the 15th", `vrijdag de 27e`.
    pub(super) fn written_date(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, WRITTEN) {
            return None;
        }
        let (which, after_which) = self.which(at);
        let named = self.weekday(after_which);
        if which.is_some() && named.is_none() && self.month_name(after_which).is_none() {
            return None;
        }
        let (weekday, next) = named.map_or((None, after_which), |(day, next)| (Some(day), next));
        let bare = next;
        let next = if weekday.is_some() { self.skip_text(next, &[",", "("]) } else { next };
        let next = if weekday.is_some() { self.skip(next, &[Sense::On]) } else { next };
        let the = self.skip(next, &[Sense::The]);
        let closed = |(period, next): (Period, usize)| {
            let opened = weekday.is_some() && self.is(bare, "(");
            (period, if opened { self.skip_text(next, &[")"]) } else { next })
        };
        let dated = Self::longest([
            self.day_month(the),
            self.month_day(next),
            weekday.and_then(|weekday| {
                let dashed = self.is(the + 1, "-") && self.width(the + 4) == 0;
                let fits = |date: Date| !dashed || date.weekday().to_monday_one_offset() == weekday;
                self.numeric_date(the, true).filter(|(period, _)| fits(period.start))
            }),
        ]);
        if let Some(found) = dated {
            return Some(closed(found));
        }
        let ((day, ordinal), end) = self.day_number(the)?;
        if let Some((month, end)) = self.month_of_period(end) {
            let date = Date::new(month.start.year(), month.start.month(), day).ok()?;
            return Some((Period::day(date)?, end));
        }
        if let Some(weekday) = weekday {
            let sure = ordinal || the > next || day > 12 && self.closes_day(end);
            if !ordinal && the == next && self.day_of_month(day, Some(weekday)).is_none() {
                return None;
            }
            let date =
                self.day_of_month(day, Some(weekday)).or_else(|| self.day_of_month(day, None))?;
            return if sure { Some((Period::day(date)?, end)) } else { None };
        }
        let said = the > next;
        let all = said && ordinal && self.is_all(at, end) || self.is_day_led(the, end, said);
        let date = self.day_of_month(day, None)?;
        (all || self.is_day_alone(the, end, lead, said.then_some(ordinal)))
            .then_some((Period { open: Open::Month, ..Period::day(date)? }, end))
    }

    /// Whether a number after "on" is a day of the month: `op 15 om 8.00 uur`, "on the 17 from 2 to 4", `op 15 terug`.
    fn is_day_led(&self, the: usize, end: usize, article: bool) -> bool {
        const COUNTED: &[&str] = &[
            "reken",
            "rekenen",
            "rekent",
            "gerekend",
            "staat",
            "staan",
            "stand",
            "uit",
            "komt",
            "zet",
            "gezet",
            "based",
            "count",
            "counting",
            "rely",
            "agreed",
            "decided",
            "settled",
            "blijft",
            "gebaseerd",
            "nummer",
            "kanaal",
        ];
        let word = the.checked_sub(if article { 2 } else { 1 });
        let led = word.is_some_and(|word| self.is(word, "op") || self.is(word, "on"))
            || article && word.is_some_and(|word| self.is(word, "for"));
        let before = word.and_then(|word| word.checked_sub(1)).and_then(|one| self.tokens.get(one));
        let counted = before.is_some_and(|token| COUNTED.contains(&token.text.as_str()));
        led && !counted && self.closes_day(end)
    }

    /// Whether what follows a bare day of the month counts nothing.
    fn closes_day(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at) else { return true };
        let stop = matches!(next.text.as_str(), "." | "!" | "?" | ";") && self.width(at + 1) == 0;
        let timed =
            self.after(at, Sense::At).is_some_and(|after| self.clock(after, true).is_some());
        let spans = self.has(at, &[Sense::From, Sense::Between]) && self.range(at, true).is_some();
        stop || timed || spans || AWAY.contains(&next.text.as_str())
    }

    /// Whether an ordinal by itself is a day of the month: `de 15e`, `den 15`, "on the 15th", and no noun is counted.
    /// `the` is whether it is an ordinal where an article stands before it.
    fn is_day_alone(&self, at: usize, end: usize, lead: bool, the: Option<bool>) -> bool {
        /// Words that no ordinal counts, after which a day of the month can stand by itself.
        const VERBS: &[&str] = &[
            "komt",
            "kom",
            "komen",
            "is",
            "zijn",
            "leveren",
            "levert",
            "gaat",
            "gaan",
            "start",
            "starten",
            "kommer",
            "är",
            "levererar",
            "börjar",
            "ska",
            "blir",
            "will",
            "we",
            "vi",
            "bel",
            "bellen",
            "ringer",
            "passar",
            "past",
        ];
        let digits = self.digits(at).is_some();
        let next = self.tokens.get(end);
        let noun = self.is_counted_noun(end);
        let verb = next.is_some_and(|token| {
            VERBS.contains(&token.text.as_str()) || AWAY.contains(&token.text.as_str())
        }) || self.is_verb_and_subject(end);
        let counts = self.is_word(end) && self.at(end).is_empty() && !verb || noun;
        let soft = lead && digits && next.is_none_or(|token| !token.capital);
        let article = the.is_some_and(|ordinal| ordinal || self.reading.lang == Lang::Sv);
        let ordinal = self.day_number(at).is_some_and(|((_, ordinal), _)| ordinal);
        let sure = article && !noun && (!counts || soft) || lead && ordinal && digits && !counts;
        sure && (digits || lead && !counts)
    }

    fn is_counted_noun(&self, at: usize) -> bool {
        self.unit(at, false).is_some()
            || self.width(at) > 0
            || self.has(at, &[Sense::QuarterName, Sense::HalfYearName])
            || self.weekday(at).is_some()
            || self.number_word(at).is_some()
    }

    /// The next such day of a month, on such a weekday.
    fn day_of_month(&self, day: i8, weekday: Option<i8>) -> Option<Date> {
        let first = self.today().first_of_month();
        (0..60).find_map(|months| {
            let month = plus_months(first, months)?;
            let date = Date::new(month.year(), month.month(), day).ok()?;
            let fits = weekday.is_none_or(|wanted| date.weekday().to_monday_one_offset() == wanted);
            (fits && date >= self.today()).then_some(date)
        })
    }

    /// "of next month", `van volgende maand`, `nästa månad`, after a day.
    fn month_of_period(&self, at: usize) -> Read<Period> {
        let at = self
            .unit(at, false)
            .filter(|(unit, _)| *unit == Unit::Day)
            .map_or(at, |(_, next)| next);
        let next = self.skip(at, &[Sense::Of]);
        let of = next > at;
        let (which, name) = self.which(next);
        let name = if which.is_none() { self.skip(name, &[Sense::The]) } else { name };
        let (unit, end) = self.unit(name, false)?;
        let which = which.or((of && (self.reading.lang == Lang::En)).then_some(Which::This))?;
        let plural = ["months", "maanden", "månader"].iter().any(|word| self.is(end - 1, word));
        (unit == Unit::Month && !plural).then_some(())?;
        Some((unit_period(Unit::Month, self.today(), offset_of(which))?, end))
    }

    /// A day of the month beside its month, where a plain number word will do: `negenentwintig mei`.
    fn day_by_month(&self, at: usize) -> Read<(i8, bool)> {
        self.day_number(at).or_else(|| {
            let (n, next) = self.number_word(at).filter(|(n, _)| (1..=31).contains(n))?;
            Some(((i8::try_from(n).ok()?, false), next))
        })
    }

    fn day_month(&self, at: usize) -> Read<Period> {
        let ((day, ordinal), next) = self.day_by_month(at)?;
        let next = if self.is(next, ".") && !ordinal { next + 1 } else { next };
        let next = if self.is(next, "-") && self.glued(next) || self.is(next, "/") {
            next + 1
        } else {
            next
        };
        let next = self
            .unit(next, false)
            .filter(|(unit, _)| *unit == Unit::Day && ordinal)
            .map_or(next, |(_, n)| n);
        let of = self.skip(next, &[Sense::Of]);
        let (month, next) = self.month_name(of)?;
        if let Some((year, end)) = self.short_year(next) {
            return Some((Period::day(Date::new(year, month, day).ok()?)?, end));
        }
        self.dated(day, month, next)
    }

    /// "12 Jan 27": a year in two digits that is near, with nothing behind it that it could count.
    fn short_year(&self, at: usize) -> Read<i16> {
        const AHEAD: i16 = 5;
        let digits = self.digits(at).filter(|_| self.width(at) == 2 && !self.glued(at))?;
        let year = i16::try_from(2000 + digits).ok()?;
        let this = self.today().year();
        let closes = self.tokens.get(at + 1).is_none_or(|next| {
            next.kind == Kind::Mark && !next.is(":") && (!next.glued || self.width(at + 2) == 0)
        });
        (closes && (this..=this.checked_add(AHEAD)?).contains(&year)).then_some((year, at + 1))
    }

    fn month_day(&self, at: usize) -> Read<Period> {
        let (month, next) = self.month_name(at)?;
        let next =
            if self.is(next, "-") && self.glued(next) || self.is(next, "/") || self.is(next, ",") {
                next + 1
            } else {
                next
            };
        let next = self.skip(next, &[Sense::The]);
        let ((day, ordinal), next) = self.day_by_month(next)?;
        let counts = self.is_word(next)
            && self.at(next).is_empty()
            && !ordinal
            && self.reading.lang != Lang::En;
        let clock = self.is(next, ":") && self.glued(next)
            || self.is(next, ".") && self.glued(next + 1) && self.width(next + 1) > 0;
        if counts || clock || self.unit(next, false).is_some() {
            return None;
        }
        self.dated(day, month, next)
    }

    /// A day of a month with the year that may follow, or the next such day.
    fn dated(&self, day: i8, month: i8, at: usize) -> Read<Period> {
        let dashed =
            if (self.is(at, "-") || self.is(at, "/")) && self.glued(at) { at + 1 } else { at };
        if let Some((year, next)) = self.year_after(dashed) {
            return Some((Period::day(Date::new(year, month, day).ok()?)?, next));
        }
        let (which, name) = self.which(at);
        if let (Some(which), Some((Unit::Year, next))) = (which, self.unit(name, false)) {
            let year = unit_period(Unit::Year, self.today(), offset_of(which))?.start.year();
            return Some((Period::day(Date::new(year, month, day).ok()?)?, next));
        }
        Some((Period::day(self.future_date(month, day)?)?.unfixed(), at))
    }
}

/// How many units lie between the running one and the one that is meant.
pub(super) const fn offset_of(which: Which) -> i64 {
    match which {
        Which::This => 0,
        Which::Coming | Which::Next => 1,
        Which::AfterNext => 2,
        Which::Past => -1,
    }
}
