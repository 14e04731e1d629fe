//! Days, times of day and parts of the day that stand together, and the stretch of time they mean.

use jiff::civil::{Date, DateTime, Time};

use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Edge, Part, Sense, Unit, Which};
use super::value::{Clock, DAWN, Open, Period, hours_of, plus_days, plus_seconds, unit_period};
use super::{Grain, Kind};
use crate::Lang;

/// What a day and a time of day can say together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) day: Option<Period>,
    pub(super) clock: Option<Clock>,
    pub(super) part: Option<Part>,
}

/// How another reader takes a stretch of time.
#[derive(Debug, Clone, Copy)]
pub(super) enum Other {
    /// It begins then.
    Begins(DateTime),
    /// The day that bounds it counts as well: `voor vrijdag`.
    Through,
}

/// A stretch of time with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) start: DateTime,
    /// Not part of it; the start itself for a point of time.
    pub(super) end: DateTime,
    pub(super) grain: Grain,
    pub(super) kind: Kind,
    pub(super) edge: Option<Edge>,
    pub(super) other: Option<Other>,
    pub(super) past: bool,
}

/// Small words that lead to a time and add nothing to it.
pub(super) const FILLERS: &[Sense] = &[Sense::At, Sense::On, Sense::In, Sense::About, Sense::The];

/// What can begin a day and a part of it in one: `vanmiddag`.
const WITH_PART: Kinds = Kinds::of(&[
    Sense::RelativePart(0, Part::Lunch),
    Sense::Which(Which::This),
    Sense::WeekdayPart(0, Part::Lunch),
]);

impl Parser<'_> {
    /// A stretch of time: a range, or days and times of day together.
    pub(super) fn target(&self, at: usize, lead: bool) -> Read<Stretch> {
        if !self.begins(at) {
            return None;
        }
        self.memos.targets.read(at, lead, || self.target_anew(at, lead))
    }

    fn target_anew(&self, at: usize, lead: bool) -> Read<Stretch> {
        let noon = |next: usize| self.has(next - 1, &[Sense::Noon, Sense::Midnight]);
        let clock = self.clock(at, lead).filter(|(_, next)| noon(*next)).map_or(0, |(_, n)| n); // "15 to noon"
        let on = at.checked_sub(1).is_some_and(|one| self.has(one, &[Sense::On]));
        let dated = self.numeric_date(at, true).filter(|_| on).map_or(0, |(_, next)| next); // `op 22-4`
        let range = self.range(at, lead).filter(|(_, next)| *next > clock.max(dated));
        let parts =
            self.parts(at, lead).and_then(|(parts, next)| Some((self.together(parts)?, next)));
        Self::longest([range, parts])
    }

    /// Days, times of day and parts of the day that stand together, in any order.
    pub(super) fn parts(&self, at: usize, lead: bool) -> Read<Parts> {
        if !self.begins(at) {
            return None;
        }
        self.memos.parts.read(at, lead, || self.parts_anew(at, lead))
    }

    fn parts_anew(&self, at: usize, lead: bool) -> Read<Parts> {
        let mut parts = Parts::default();
        let mut end = None;
        let mut place = at;
        let mut lead = lead;
        if let Some((found, next)) = self.part_and_its_day(at) {
            (parts, end) = (found, Some(next));
            (place, lead) = self.between_parts(next);
        }
        for _ in 0..4 {
            let Some(next) = self.part_of(&mut parts, place, lead) else { break };
            end = Some(next);
            (place, lead) = self.between_parts(next);
        }
        end.map(|end| (parts, end))
    }

    /// The place after the small words between two parts, and whether they lead to a time of day.
    fn between_parts(&self, at: usize) -> (usize, bool) {
        let comma = self.skip_text(at, &[",", "-", "("]);
        let mut place = comma;
        let mut lead = false;
        for _ in 0..2 {
            let Some((sense, next)) =
                self.pick(place, |sense| FILLERS.contains(&sense).then_some(sense))
            else {
                break;
            };
            if self
                .pick(place, |sense| {
                    matches!(
                        sense,
                        Sense::Part(_)
                            | Sense::Weekend(_)
                            | Sense::Relative(_)
                            | Sense::RelativePart(..)
                            | Sense::WhichUnit(..)
                    )
                    .then_some(())
                })
                .is_some()
            {
                break;
            }
            lead |= sense == Sense::At || self.has(place, &[Sense::At]);
            place = next;
        }
        (place, lead)
    }

    /// Adds the part that begins here, the longest one that is not there yet.
    fn part_of(&self, parts: &mut Parts, at: usize, lead: bool) -> Option<usize> {
        let clock = if parts.clock.is_none() {
            self.clock(at, lead).or_else(|| self.clock_beside(parts, at, lead))
        } else {
            None
        };
        if let Some((day, next)) = self.date_of_weekday(parts, at) {
            parts.day = Some(day);
            return Some(next);
        }
        let is_behind = |lead| at.checked_sub(1).is_some_and(|before| self.has(before, &[lead]));
        // `kl. 13 den 24:e`: behind a time of day an article leads to a day as "on" does, but not to a fraction.
        let is_day = || {
            let is_ordinal = |((_, ordinal), _)| ordinal;
            self.reading.lang == Lang::Sv || self.day_number(at).is_some_and(is_ordinal)
        };
        let on = is_behind(Sense::On) || parts.clock.is_some() && is_behind(Sense::The) && is_day();
        let day = if parts.day.is_none() { self.period(at, lead || on) } else { None };
        let dayed =
            if parts.day.is_none() && parts.part.is_none() { self.day_with_part(at) } else { None };
        let part = if parts.part.is_none() { self.part(at, parts) } else { None };
        let loose = if parts.clock.is_none() { self.loose_hour(at) } else { None };
        let after = |read: Option<usize>| read.unwrap_or_default();
        let [c, d, dp, p] = [
            after(clock.map(|(_, n)| n)),
            after(day.map(|(_, n)| n)),
            after(dayed.map(|(_, n)| n)),
            after(part.map(|(_, n)| n)),
        ];
        let best = c.max(d).max(dp).max(p);
        if best == 0 {
            let (clock, next) = loose?;
            parts.clock = Some(clock);
            return Some(next);
        }
        if let Some(((day, part), next)) = dayed.filter(|_| dp == best) {
            (parts.day, parts.part) = (Some(day), Some(part));
            return Some(next);
        }
        if let Some((day, next)) =
            day.filter(|_| d == best && (c < best || !self.led_to_clock(at, lead)))
        {
            parts.day = Some(day);
            return Some(next);
        }
        if let Some((clock, next)) = clock.filter(|_| c == best) {
            parts.clock = Some(clock);
            return Some(next);
        }
        let (part, next) = part?;
        parts.part = Some(part);
        Some(next)
    }

    /// The date that says which of the weekdays is meant: `donderdagavond 3 december`, "Thursday at 2 pm, 3 December".
    fn date_of_weekday(&self, parts: &Parts, at: usize) -> Read<Period> {
        let day = parts.day.filter(|_| parts.part.is_some() || parts.clock.is_some())?;
        let (date, next) = self.written_date(at, false)?;
        let is_same = date.start.weekday() == day.start.weekday();
        (is_same && day.grain == Grain::Day && date.open != Open::Month).then_some((date, next))
    }

    /// A time of day that only the day beside it tells: `morgen om 7`, `'s avonds 7 uur`, `20.30 vandaag`, "Friday 19h".
    fn clock_beside(&self, parts: &Parts, at: usize, lead: bool) -> Read<Clock> {
        let after = parts.part.is_some()
            || parts.day.is_some_and(|day| day.grain == Grain::Day && day.open != Open::Month);
        let led = at.checked_sub(1).is_some_and(|before| self.has(before, &[Sense::At]));
        let dotted = self.is(at + 1, ".") && self.width(at + 2) == 2;
        let (clock, next) = self.clock(at, true).or_else(|| {
            let hour =
                self.digits(at).filter(|_| after && (lead && led || self.is(at + 1, "h")))?;
            let next = if self.is(at + 1, "h") { at + 2 } else { at + 1 };
            let plain = self.width(at) <= 2 && self.unit(next, true).is_none();
            plain.then_some((Clock::at(hour, 0, Grain::Hour)?.either_half(), next))
        })?;
        let timed = dotted && i64::from(clock.minute) % 5 == 0 && !self.is_price(next);
        let before =
            timed && !after && (self.relative_day(next).is_some() || self.is_day_ahead(next));
        let hours = self.after(at + 1, Sense::OClock) == Some(next);
        (before || after && (timed || led || hours || self.is(at + 1, "h")))
            .then_some((clock, next))
    }

    fn is_price(&self, at: usize) -> bool {
        const MONEY: &[&str] = &[
            "euro", "eur", "kr", "kronor", "sek", "usd", "gbp", "pounds", "dollar", "per", "%",
            "€", "-", "p",
        ];
        MONEY.iter().any(|word| self.is(at, word)) || self.unit(at, true).is_some()
    }

    /// Whether a whole date follows: `15.00 15-5-2018`.
    fn is_day_ahead(&self, at: usize) -> bool {
        self.numeric_date(at, false).is_some_and(|(_, next)| next >= at + 5)
            || self.weekday(at).is_some()
    }

    /// Whether what stands here is a time of day rather than a date of the same length: `om 10.10`, "mid day".
    fn led_to_clock(&self, at: usize, lead: bool) -> bool {
        let led = at
            .checked_sub(1)
            .is_some_and(|before| self.has(before, &[Sense::At]) || self.is(before, "."));
        self.has(at, &[Sense::Noon]) || lead && (led || self.is(at + 1, ":"))
    }

    /// "8 tonight", "9 tomorrow morning".
    fn loose_hour(&self, at: usize) -> Read<Clock> {
        if !self.can(at, Kinds::one(Sense::Number(0)).or(Kinds::DIGITS)) {
            return None;
        }
        let (hour, next) = self
            .number_word(at)
            .or_else(|| Some((self.digits(at).filter(|_| self.width(at) <= 2)?, at + 1)))?;
        let follows = self.day_with_part(next).is_some()
            || self
                .pick(next, |sense| matches!(sense, Sense::Part(_)).then_some(()))
                .is_some_and(|((), end)| end > next + 1)
            || self.relative_with_part(next);
        follows.then_some((Clock::at(hour, 0, Grain::Hour)?.either_half(), next))
    }

    fn relative_with_part(&self, at: usize) -> bool {
        self.pick(at, |sense| matches!(sense, Sense::Relative(_)).then_some(())).is_some_and(
            |((), next)| {
                self.pick(next, |sense| matches!(sense, Sense::Part(_)).then_some(())).is_some()
            },
        )
    }

    /// `vanmiddag`, `maandagochtend`, "tonight".
    pub(super) fn day_with_part(&self, at: usize) -> Read<(Period, Part)> {
        if !self.can(at, WITH_PART) {
            return None;
        }
        if let Some(((days, part), next)) = self.pick(at, |sense| {
            if let Sense::RelativePart(days, part) = sense { Some((days, part)) } else { None }
        }) {
            return Some(((Period::day(plus_days(self.today(), days)?)?, part), next));
        }
        let (which, name) = self.which(at);
        let ((day, part), next) = self.pick(name, |sense| {
            if let Sense::WeekdayPart(day, part) = sense { Some((day, part)) } else { None }
        })?;
        let weeks = if which == Some(Which::Next) { 1 } else { 0 };
        let date = if weeks == 1 {
            plus_days(unit_period(Unit::Week, self.today(), 1)?.start, i64::from(day) - 1)?
        } else {
            self.coming_weekday(day)?
        };
        Some(((Period::day(date)?, part), next))
    }

    /// A part of the day: after a day or a time of day, or with its own small words.
    fn part(&self, at: usize, parts: &Parts) -> Read<Part> {
        if !self.can(at, Kinds::one(Sense::Part(Part::Lunch))) {
            return None;
        }
        let (part, next) =
            self.pick(at, |sense| if let Sense::Part(part) = sense { Some(part) } else { None })?;
        let is_led_meal = part == Part::Lunch && self.is_led_to_lunch(at);
        if part == Part::Lunch && !is_led_meal && !self.is_all(at, next) {
            return None; // `de lunch is voor eigen rekening`
        }
        let anchored =
            parts.day.is_some_and(|day| day.grain == Grain::Day) || parts.clock.is_some();
        let own = next > at + 1 && !self.is(at, "'")
            || is_led_meal
            || self.is_all(at, next)
            || self.clock(next, false).is_some()
            || self.after(next + 1, Sense::OClock).is_some() && self.clock(next, true).is_some()
            || self.at(next).iter().any(|(s, _)| *s == Sense::At);
        (anchored || own).then_some((part, next))
    }

    /// Whether a word before lunch makes a time of it: "after lunch", `rond de lunch`, `före lunch`.
    fn is_led_to_lunch(&self, at: usize) -> bool {
        const LEADS: &[&str] = &["tijdens", "under", "during", "over", "innan"];
        let Some(before) = at.checked_sub(1) else { return false };
        let leads = |sense: &Sense| {
            matches!(sense, Sense::Direction(_) | Sense::At | Sense::After | Sense::Between)
        };
        LEADS.iter().any(|lead| self.is(before, lead))
            || self.at(before).iter().any(|(sense, _)| leads(sense))
    }

    /// What a day, a time of day and a part of the day mean together.
    pub(super) fn together(&self, parts: Parts) -> Option<Stretch> {
        let Parts { day, clock, part } = parts;
        let apart = day.is_none() && (clock.is_some() || part.is_some());
        let day = if apart { self.named.get().and_then(Period::day) } else { day };
        if let Some(clock) = clock {
            let clock = part.map_or(clock, |part| clock.within(part));
            let found = self.clock_on(day, clock)?;
            return part.map_or(Some(found), |part| self.by_night(found, part));
        }
        if let Some(part) = part {
            let (from, to) = hours_of(part);
            let date = match day {
                Some(day) if day.grain == Grain::Day => day.start,
                Some(_) => return None,
                None if i64::from(self.reading.reference.hour()) >= to => {
                    plus_days(self.today(), 1)?
                }
                None => self.today(),
            };
            let start = Clock::at(from, 0, Grain::Hour)?.on(date)?;
            let end = Clock::at(to, 0, Grain::Hour)?.on(date)?;
            let past = day.is_some_and(|day| day.past);
            return Some(Stretch {
                start,
                end,
                grain: Grain::Hour,
                kind: Kind::Interval,
                edge: None,
                other: None,
                past,
            });
        }
        let day = day?;
        let one = plus_days(day.start, 1) == Some(day.end);
        Some(Stretch {
            start: day.start.to_datetime(Time::midnight()),
            end: day.end.to_datetime(Time::midnight()),
            grain: day.grain,
            kind: if one { Kind::Date } else { Kind::Interval },
            edge: day.edge,
            other: day.other.map(|other| Other::Begins(other.to_datetime(Time::midnight()))),
            past: day.past,
        })
    }

    /// A time of a night. If it has passed today, that of the night to come is meant, though a reader may take it for the one
    /// that is over.
    fn by_night(&self, found: Stretch, part: Part) -> Option<Stretch> {
        let now = self.reading.reference;
        let early = found.start.hour() < DAWN && found.start.date() == now.date();
        if part != Part::Night || !early || found.end >= now {
            return Some(found);
        }
        Some(Stretch { other: Some(Other::Begins(found.start)), ..a_day_on(found)? })
    }

    /// From one time to another in a part of a day: at night hours are those before dawn, not of the office.
    pub(super) fn range_by_night(&self, found: Stretch, part: Part, day: Date) -> Option<Stretch> {
        let of_office = match part {
            Part::Night => 12..18,
            Part::Evening => 13..16,
            Part::Morning | Part::Lunch | Part::Afternoon => return Some(found),
        };
        let starts_late = of_office.contains(&found.start.hour());
        let ends_late = (12..18).contains(&found.end.hour());
        let ends_early = found.end.hour() < DAWN;
        let half = |at: DateTime, moves: bool| plus_seconds(at, if moves { -12 * 3600 } else { 0 });
        let moves = starts_late && (ends_late || ends_early);
        let (start, end) = (half(found.start, moves)?, half(found.end, moves && ends_late)?);
        let found = Stretch { start, end, ..found };
        if part == Part::Evening {
            // What lies before dawn is of the day behind the evening.
            let is_early = found.start.hour() < DAWN && found.start.date() == day;
            return if is_early { a_day_on(found) } else { Some(found) };
        }
        self.by_night(found, part)
    }

    fn clock_on(&self, day: Option<Period>, clock: Clock) -> Option<Stretch> {
        let now = self.reading.reference;
        let start = match day {
            Some(day) if day.grain == Grain::Day => self.office_half(clock, day.start)?,
            Some(_) => return None,
            None => {
                let options = if clock.twelve {
                    [Some(clock), Some(clock.other_half())]
                } else {
                    [Some(clock), None]
                };
                let on = |date: Date| {
                    options
                        .iter()
                        .flatten()
                        .filter_map(|c| c.on(date))
                        .filter(|at| {
                            *at >= now
                                || clock.grain == Grain::Hour
                                    && at.date() == now.date()
                                    && at.hour() == now.hour()
                        })
                        .min()
                };
                on(self.today()).or_else(|| on(plus_days(self.today(), 1)?))?
            }
        };
        let other_day = day.and_then(|day| day.other).map(|date| date.to_datetime(start.time()));
        let other = other_day.or_else(|| self.other_half(clock, start)).map(Other::Begins);
        Some(Stretch {
            start,
            end: start,
            grain: clock.grain,
            kind: Kind::DateTime,
            edge: None,
            other,
            past: false,
        })
    }

    /// The same time in the other half of the day, where people are at work in neither.
    fn other_half(&self, clock: Clock, at: DateTime) -> Option<DateTime> {
        let (opens, closes) = self.reading.hours;
        let inside = |at: DateTime| at.time() >= opens && at.time() <= closes;
        let half = if at.hour() < 12 { 12 } else { -12 };
        let other = plus_seconds(at, half * 3600)?;
        let ahead = other >= self.reading.reference;
        let half_named = self.reading.lang != Lang::Sv;
        (clock.twelve && half_named && ahead && !inside(at) && !inside(other)).then_some(other)
    }

    /// Of two halves of the day the one that people work in.
    fn office_half(&self, clock: Clock, date: Date) -> Option<DateTime> {
        let at = clock.on(date)?;
        let (opens, closes) = self.reading.hours;
        let inside = |at: DateTime| at.time() >= opens && at.time() <= closes;
        let other = clock.other_half().on(date)?;
        let swapped = clock.twelve && (!inside(at) && (inside(other) || clock.hour < 7));
        let later = clock.twelve && at < self.reading.reference && other >= self.reading.reference;
        Some(if swapped || later { other } else { at })
    }
}

/// The same stretch a day later.
fn a_day_on(found: Stretch) -> Option<Stretch> {
    let next = |at: DateTime| Some(plus_days(at.date(), 1)?.to_datetime(at.time()));
    Some(Stretch { start: next(found.start)?, end: next(found.end)?, ..found })
}
