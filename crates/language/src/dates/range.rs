//! Ranges: "from 9 to 11", `van 21 december tot en met 3 januari`, `den 12–13 december`, "3-4pm".

use jiff::civil::{Date, Time};

use super::parser::{Parser, Read};
use super::parts::{Parts, Stretch};
use super::sense::{Part, Sense};
use super::value::{Clock, Open, Period, plus_days, plus_months};
use super::{Grain, Kind};

/// What stands before a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    From,
    Between,
}

/// One end of a range.
#[derive(Debug, Clone, Copy)]
enum End {
    Parts(Parts),
    /// A bare number that the other end tells the meaning of.
    Number(i64),
}

impl Parser<'_> {
    /// A range, with a day before or after its times of day.
    pub(super) fn range(&self, at: usize, lead: bool) -> Read<Stretch> {
        if !self.begins(at) {
            return None;
        }
        self.memos.ranges.read(at, lead, || self.range_anew(at, lead))
    }

    fn range_anew(&self, at: usize, lead: bool) -> Read<Stretch> {
        let plain = self.range_core(at, None, lead);
        let named = self.weekend_of(at);
        let day = self.period(at, false).filter(|(day, _)| day.grain == Grain::Day);
        let day = day.map(|(day, next)| ((day, None), next));
        let with_part =
            || self.day_with_part(at).map(|((day, part), next)| ((day, Some(part)), next));
        let night = || {
            let (parts, next) = self.part_and_its_day(at)?;
            let part = parts.part.filter(|part| *part == Part::Night)?;
            Some(((parts.day?, Some(part)), next))
        };
        let after_day = day.or_else(with_part).or_else(night).and_then(|((day, part), next)| {
            let next = self.skip_text(next, &[",", "("]);
            let next = self.skip(next, &[Sense::At]);
            let said = self
                .pick(next, |sense| if let Sense::Part(part) = sense { Some(part) } else { None });
            let (part, next) = said.map_or((part, next), |(said, next)| (Some(said), next));
            let (found, end) = self.range_core(next, Some(day), false)?;
            let found =
                part.map_or(Some(found), |part| self.range_by_night(found, part, day.start))?;
            Some((found, end))
        });
        Self::longest([plain, after_day, named])
    }

    /// "the weekend of 12 and 13 December".
    fn weekend_of(&self, at: usize) -> Read<Stretch> {
        let the = self.skip(at, &[Sense::The]);
        let next = self.after(the, Sense::WeekendName)?;
        let of = self.skip(next, &[Sense::Of]);
        [of, self.skip(of, &[Sense::The]), next]
            .into_iter()
            .find_map(|place| self.range_core(place, None, false))
            .or_else(|| {
                let (day, end) = self.written_date(of, true)?;
                let saturday = plus_days(
                    day.start,
                    if day.start.weekday() == jiff::civil::Weekday::Sunday { -1 } else { 0 },
                )?;
                let parts = Period::of(saturday, plus_days(saturday, 2)?, Grain::Day);
                Some((self.together(Parts { day: Some(parts), ..Parts::default() })?, end))
            })
    }

    fn range_core(&self, at: usize, day: Option<Period>, lead: bool) -> Read<Stretch> {
        let (word, first_at) = self.range_lead(at);
        let word = if word == Lead::None && lead { Lead::From } else { word };
        self.end_places(first_at).find_map(|place| self.range_from(place, day, word))
    }

    /// Where an end of a range may begin: here, or after a small word; each place once.
    fn end_places(&self, at: usize) -> impl Iterator<Item = usize> {
        let skipped = [self.skip(at, &[Sense::The, Sense::At]), self.skip(at, &[Sense::On])];
        let [the, on] = skipped.map(|next| (next != at).then_some(next));
        [Some(at), the, on.filter(|_| on != the)].into_iter().flatten()
    }

    /// What leads a range, and the place after it.
    fn range_lead(&self, at: usize) -> (Lead, usize) {
        if let Some(next) = self.after(at, Sense::Between) {
            return (Lead::Between, next);
        }
        self.after(at, Sense::From).map_or((Lead::None, at), |next| (Lead::From, next))
    }

    fn range_from(&self, at: usize, day: Option<Period>, lead: Lead) -> Read<Stretch> {
        let led = lead != Lead::None;
        let mut best: Read<Stretch> = None;
        for (first, next) in self.ends(at, led || day.is_some()).into_iter().flatten() {
            let Some(second_at) = self.range_word(next, lead).or_else(|| self.or_week(first, next))
            else {
                continue;
            };
            let and = ["en", "och", "and"].iter().any(|word| self.is(next, word));
            if and && lead != Lead::Between && !matches!(first, End::Number(_)) {
                continue; // "Monday and Wednesday" are two days
            }
            if self.is_before_the_hour(first, at, next) {
                continue;
            }
            let timed = matches!(first, End::Parts(Parts { clock: Some(_), .. }));
            let timed = led || timed || day.is_some();
            let seconds = self.end_places(second_at).flat_map(|at| self.ends(at, timed));
            for (second, end) in seconds.flatten() {
                if day.is_none() && self.is_counting(next, end) {
                    continue;
                }
                if let Some(stretch) = self.range_of(first, second, day, lead) {
                    let found = self.with_day_after(first, second, day, (stretch, end), lead);
                    best = Self::longest([best, found]);
                }
            }
        }
        best
    }

    /// "At ten to four": minutes before an hour, and no range.
    fn is_before_the_hour(&self, first: End, at: usize, word: usize) -> bool {
        let at_before = at.checked_sub(1).is_some_and(|before| self.is(before, "at"));
        let is_minutes = matches!(first, End::Number(5 | 10 | 20 | 25)) && self.width(at) == 0;
        self.reading.lang == crate::Lang::En && at_before && is_minutes && self.is(word, "to")
    }

    /// Whether two bare numbers count something or are a score: "5 to 10 percent", "3-2".
    fn is_counting(&self, word: usize, end: usize) -> bool {
        const COUNTED: &[&str] = &[
            "procent", "percent", "personen", "personer", "people", "euro", "kronor", "stuks",
            "bar", "mm", "cm", "m", "km", "kg", "kilo", "gram", "ton", "liter", "litres", "meter",
            "metres", "volt", "watt", "kw", "kwh", "ampere", "amp", "amps", "psi", "graden",
            "grader", "degrees", "stycken", "st", "pieces", "items",
        ];
        // What ends as nouns in the plural do and is none: "between 9 and 11 works for us".
        const NO_PLURALS: &[&str] = &[
            "works",
            "suits",
            "does",
            "needs",
            "seems",
            "sounds",
            "looks",
            "fits",
            "comes",
            "remains",
            "gives",
            "starts",
            "goes",
            "makes",
            "means",
            "helps",
            "unless",
            "perhaps",
            "always",
            "thanks",
            "besides",
            "towards",
            "regardless",
            "this",
        ];
        let bare = |at: usize| self.digits(at).filter(|_| self.width(at) <= 2);
        let ends = word.checked_sub(1).and_then(bare).zip(end.checked_sub(1).and_then(bare));
        let alone = end == word + 2;
        let Some((a, b)) = ends.filter(|_| alone) else { return false };
        let is_plural = || {
            let things =
                self.tokens.get(end).filter(|_| self.is_word(end) && self.at(end).is_empty());
            things.is_some_and(|things| {
                let word = things.text.as_str();
                !things.capital
                    && word.len() > 3
                    && word.ends_with('s')
                    && !NO_PLURALS.contains(&word)
            })
        };
        COUNTED.iter().any(|word| self.is(end, word))
            || self.reading.lang == crate::Lang::En && is_plural()
            || self.is(word, "-") && (b - a).rem_euclid(12) > 10
    }

    /// `week 50 of 51`, `vecka 50 eller 51`: either of them, so from the first to the end of the last.
    fn or_week(&self, first: End, at: usize) -> Option<usize> {
        let End::Parts(Parts { day: Some(day), clock: None, part: None }) = first else {
            return None;
        };
        let or = ["of", "or", "eller"].iter().any(|word| self.is(at, word));
        let number = (1..=2).contains(&self.width(at + 1)) || self.has(at + 1, &[Sense::Week]);
        (or && number && day.grain == Grain::Week && day.edge.is_none()).then_some(at + 1)
    }

    /// The place after the word between both ends.
    fn range_word(&self, at: usize, lead: Lead) -> Option<usize> {
        if let Some(next) = self.after(at, Sense::ToIncluding) {
            return Some(next);
        }
        let next = self.after(at, Sense::To)?;
        let and = ["en", "och", "and"].iter().any(|word| self.is(at, word));
        (!and || lead != Lead::From).then_some(next)
    }

    /// What may be an end of a range: days and times, or a bare number.
    fn ends(&self, at: usize, led: bool) -> [Read<End>; 3] {
        let parts = self.parts(at, led).map(|(parts, next)| (End::Parts(parts), next));
        let shorter = self
            .period(at, led)
            .map(|(day, next)| (End::Parts(Parts { day: Some(day), ..Parts::default() }), next));
        let number = self
            .day_number(at)
            .map(|((n, _), next)| (i64::from(n), next))
            .or_else(|| self.number_word(at).filter(|(n, _)| (0..=24).contains(n)))
            .or_else(|| {
                (self.width(at) <= 2).then(|| self.digits(at).map(|n| (n, at + 1))).flatten()
            });
        let number = number.map(|(n, next)| (End::Number(n), next));
        let now = self.after(at, Sense::Now).and_then(|next| {
            let today = Period::day(self.today())?;
            Some((End::Parts(Parts { day: Some(today), ..Parts::default() }), next))
        });
        let ordinal = self.day_number(at).is_some_and(|((_, ordinal), next)| {
            ordinal && parts.as_ref().is_some_and(|(_, end)| *end == next)
        });
        if ordinal { [number, parts, shorter] } else { [parts, number, shorter.or(now)] }
    }

    /// Both ends together, when they fit.
    fn range_of(
        &self,
        first: End,
        second: End,
        day: Option<Period>,
        lead: Lead,
    ) -> Option<Stretch> {
        let led = lead != Lead::None;
        match (first, second) {
            (End::Parts(Parts { day: Some(a), .. }), End::Parts(Parts { day: Some(b), .. }))
                if lead == Lead::Between && a.feast && b.feast =>
            {
                days(a.end, b.start) // `tussen kerst en oud en nieuw`: the days that lie between
            }
            (End::Parts(a), End::Parts(b)) => self.parts_range(a, b, day),
            (End::Number(n), End::Parts(b)) => match (b.day, b.clock) {
                (Some(last), None) if day.is_none() && last.grain == Grain::Day => {
                    let start = same_month(last.start, n)?;
                    (start < last.start).then(|| days(start, last.end)).flatten()
                }
                (Some(last), None) if last.grain == Grain::Week && day.is_none() => None,
                (_, Some(clock)) => {
                    self.clocks_range(self.fitting(n, clock)?, clock, day.or(b.day))
                }
                (Some(_) | None, None) => None,
            },
            (End::Parts(a), End::Number(n)) => match (a.day, a.clock) {
                (Some(from), None)
                    if day.is_none() && from.grain == Grain::Day && from.open != Open::Week =>
                {
                    let end = same_month(from.start, n).filter(|end| *end > from.start)?;
                    days(from.start, plus_days(end, 1)?)
                }
                (Some(from), None)
                    if day.is_none() && from.grain == Grain::Week && from.edge.is_none() =>
                {
                    self.weeks(from, n)
                }
                (_, Some(clock)) if led || a.day.is_some() || day.is_some() => {
                    let end = Clock::at(n, 0, Grain::Hour)?.either_half();
                    self.clocks_range(clock, end, day.or(a.day))
                }
                _ => None,
            },
            (End::Number(a), End::Number(b)) => {
                let (Some(_), true) = (day, led || a < b) else { return None };
                let (a, b) = (
                    Clock::at(a, 0, Grain::Hour)?.either_half(),
                    Clock::at(b, 0, Grain::Hour)?.either_half(),
                );
                self.clocks_range(a, b, day)
            }
        }
    }

    /// `vecka 49–50`.
    fn weeks(&self, from: Period, last: i64) -> Option<Stretch> {
        let first = i64::from(from.start.iso_week_date().week());
        let count = last - first + 1;
        if !(2..20).contains(&count) {
            return None;
        }
        let mut stretch = days(from.start, plus_days(from.start, count * 7)?)?;
        stretch.grain = Grain::Week;
        Some(stretch)
    }

    /// A bare hour that goes with a time of day after it.
    fn fitting(&self, hour: i64, clock: Clock) -> Option<Clock> {
        let first = Clock::at(hour, 0, Grain::Hour)?;
        if clock.twelve {
            return Some(first.either_half());
        }
        let afternoon = first.afternoon(true);
        let both = clock.hour >= 12
            && hour < 12
            && afternoon.hour < clock.hour
            && self.reading.lang == crate::Lang::En;
        Some(if both { afternoon } else { first })
    }

    fn parts_range(&self, a: Parts, b: Parts, day: Option<Period>) -> Option<Stretch> {
        match (a.clock, b.clock) {
            (Some(x), Some(y)) => {
                let (x, y) = (a.part.map_or(x, |p| x.within(p)), b.part.map_or(y, |p| y.within(p)));
                let x = b.part.map_or(x, |p| if a.part.is_none() { x.within(p) } else { x });
                match (a.day, b.day) {
                    (Some(from), Some(to)) => {
                        let start =
                            self.together(Parts { day: Some(from), clock: Some(x), part: None })?;
                        let end =
                            self.together(Parts { day: Some(to), clock: Some(y), part: None })?;
                        (start.start < end.start).then_some(Stretch {
                            end: end.start,
                            kind: Kind::Interval,
                            ..start
                        })
                    }
                    (one, other) => self.clocks_range(x, y, one.or(other).or(day)),
                }
            }
            (None, None) if day.is_none() && a.part.is_none() && b.part.is_none() => {
                let (from, to) = (a.day?, b.day?);
                period_range(from, to)
            }
            (None, None) if day.is_none() => {
                let start = self.together(a)?;
                let end = self.together(b)?;
                (start.start < end.start).then_some(Stretch {
                    end: end.end,
                    kind: Kind::Interval,
                    ..start
                })
            }
            _ => None,
        }
    }

    /// From one time of day to another, on a day or the next time they come.
    fn clocks_range(&self, a: Clock, b: Clock, day: Option<Period>) -> Option<Stretch> {
        let evening = b.hour > 12
            && a.hour + 12 <= b.hour
            && (self.reading.lang == crate::Lang::En || a.hour < 7);
        let a = match (a.twelve, b.twelve) {
            (true, false) if evening => Clock { twelve: false, ..a.other_half() },
            (true, false) if a.hour < b.hour => Clock { twelve: false, ..a },
            _ => a,
        };
        let running = || {
            let today = self.today();
            let (start, end) = (a.on(today)?, b.on(today)?);
            let now = self.reading.reference;
            (start < end && end > now && !a.twelve && !b.twelve).then_some(start)
        };
        let mut start = self.together(Parts { day, clock: Some(a), part: None })?;
        if let (None, Some(today)) = (day, running()) {
            start = Stretch { start: today, ..start };
        }
        let date = start.start.date();
        let mut end = b.on(date)?;
        if end <= start.start && b.twelve {
            end = b.other_half().on(date)?;
        }
        if end <= start.start {
            end = b.on(plus_days(date, 1)?)?;
        }
        let grain = a.grain.min(b.grain);
        Some(Stretch { end, grain, kind: Kind::Interval, ..start })
    }

    /// Times of day with their day after them: "from 9:30 to 11:00 on Thursday".
    fn with_day_after(
        &self,
        first: End,
        second: End,
        day: Option<Period>,
        found: (Stretch, usize),
        lead: Lead,
    ) -> Read<Stretch> {
        let (stretch, end) = found;
        if stretch.grain >= Grain::Day || day.is_some() {
            return Some(found);
        }
        let dayless = |end: End| {
            matches!(end, End::Number(_)) || matches!(end, End::Parts(Parts { day: None, .. }))
        };
        if !dayless(first) || !dayless(second) {
            return Some(found);
        }
        let next = self.skip(self.skip_text(end, &[","]), &[Sense::On]);
        if let Some((day, after)) =
            self.period(next, false).filter(|(day, _)| day.grain == Grain::Day)
            && let Some(stretch) = self.range_of(first, second, Some(day), lead)
        {
            return Some((stretch, after));
        }
        Some(found)
    }
}

/// A day of the month that another day lies in.
fn same_month(date: Date, day: i64) -> Option<Date> {
    Date::new(date.year(), date.month(), i8::try_from(day).ok()?).ok()
}

fn days(start: Date, end: Date) -> Option<Stretch> {
    let midnight = Time::midnight();
    (start < end).then(|| Stretch {
        start: start.to_datetime(midnight),
        end: end.to_datetime(midnight),
        grain: Grain::Day,
        kind: Kind::Interval,
        edge: None,
        other: None,
        past: false,
    })
}

/// From one day or period to another; what was left open of the second comes after the first.
fn period_range(from: Period, to: Period) -> Option<Stretch> {
    if to.open == Open::Month && from.grain == Grain::Day {
        let last =
            same_month(from.start, i64::from(to.start.day())).filter(|last| *last > from.start);
        return last.and_then(|last| days(from.start, plus_days(last, 1)?));
    }
    let mut end = to.end;
    if end <= from.start && to.open == Open::Week {
        end = plus_days(end, 7)?;
    }
    if end <= from.start && to.open == Open::Year {
        end = plus_months(end, 12)?;
    }
    let mut start = from.start;
    if from.open == Open::Year && to.open == Open::Not && start.year() != to.start.year() {
        let moved = Date::new(to.start.year(), start.month(), start.day()).ok()?;
        start = if moved <= to.start { moved } else { start };
    }
    if to.open == Open::Week && from.grain == Grain::Day && end < start {
        let ahead = super::value::days_to(start, to.start.weekday().to_monday_one_offset());
        end = plus_days(start, ahead + 1)?;
    }
    let mut stretch = days(start, end)?;
    stretch.grain = from.grain.min(to.grain);
    stretch.edge = to.edge.filter(|_| false);
    Some(stretch)
}
