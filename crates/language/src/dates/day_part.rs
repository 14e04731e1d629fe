//! A part of the day that its day follows, and a night that lies between two days: `in de ochtend van 4 mei`,
//! `natten mellan tisdag och onsdag`, "overnight Tuesday to Wednesday".

use jiff::civil::Date;

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::parts::Parts;
use super::sense::{Part, Sense};
use super::value::{Open, Period, plus_days};

/// What can begin a part of the day with its day behind it.
const PART: Kinds = Kinds::of(&[Sense::Part(Part::Lunch), Sense::The]);

/// The earlier of the two days that a night lies between.
#[derive(Debug, Clone, Copy)]
enum Eve {
    /// A day of the month, of which the later day tells the month.
    Number(i8),
    Day(Period),
}

impl Eve {
    /// Whether it is the day before another.
    fn is_before(self, day: Date) -> bool {
        let Some(before) = plus_days(day, -1) else { return false };
        match self {
            Self::Number(number) => before.day() == number,
            Self::Day(Period { start, open, .. }) => match open {
                Open::Not => start == before,
                Open::Year => start.month() == before.month() && start.day() == before.day(),
                Open::Month => start.day() == before.day(),
                Open::Week => start.weekday() == before.weekday(),
            },
        }
    }
}

impl Parser<'_> {
    /// A part of the day and the day it is of.
    pub(super) fn part_and_its_day(&self, at: usize) -> Read<Parts> {
        if !self.can(at, PART) {
            return None;
        }
        let name = self.skip(at, &[Sense::The]);
        if !self.can(name, Kinds::one(Sense::Part(Part::Lunch))) {
            return None;
        }
        let part =
            self.pick(name, |sense| if let Sense::Part(part) = sense { Some(part) } else { None });
        let (part, next) = match (part, self.after(name, Sense::Overnight)) {
            (Some((part, next)), _) => (part, next),
            (None, Some(next)) => (Part::Night, next),
            (None, None) => return None,
        };
        if let Some((day, end)) = self.night_between(next) {
            return Some((Parts { day: Some(day), clock: None, part: Some(Part::Night) }, end));
        }
        let (day, end) = self.day_of_part(next).filter(|_| part != Part::Lunch)?;
        Some((Parts { day: Some(day), clock: None, part: Some(part) }, end))
    }

    /// The day that a part of the day is of: "of 4 May", `van dinsdag`, `op 3 december`.
    fn day_of_part(&self, at: usize) -> Read<Period> {
        let of = ["of", "van", "op", "on", "av"].iter().any(|word| self.is(at, word));
        let name = self.skip(of.then_some(at + 1)?, &[Sense::The]);
        let (day, end) = self.led_day(at + 1)?;
        let is_clock = self.clock(name, true).is_some_and(|(_, next)| next >= end);
        let is_range = self.range(at, false).is_some_and(|(_, next)| next > end)
            || self.range(name, true).is_some_and(|(_, next)| next > end);
        (!is_clock && !is_range).then_some((day, end))
    }

    fn day_at(&self, at: usize) -> Read<Period> {
        self.period(at, true).filter(|(day, _)| day.grain == Grain::Day)
    }

    /// The later of two days behind the night between them: `van 23 op 24 februari`, `till fredag`, "Tuesday to Wednesday".
    fn night_between(&self, at: usize) -> Read<Period> {
        const LATER: &[&str] = &["naar", "till", "mot", "into"];
        const BETWEEN: &[&str] = &["van", "of", "from", "between", "tussen", "mellan", "från"];
        const AND: &[&str] = &["op", "en", "to", "and", "into", "och", "till", "-", "–"];
        let is_night = at.checked_sub(1).is_some_and(|name| {
            ["nacht", "natten", "natt", "night", "overnight"]
                .iter()
                .any(|night| self.is(name, night))
        });
        if !is_night {
            return None;
        }
        if LATER.iter().any(|word| self.is(at, word)) {
            return self.led_day(at + 1);
        }
        let (eve, next) = self.eve(self.skip_text(at, BETWEEN))?;
        let later = AND.iter().any(|word| self.is(next, word)).then_some(next + 1)?;
        self.led_day(later).filter(|(day, _)| eve.is_before(day.start))
    }

    /// A day, with an article before it or none.
    fn led_day(&self, at: usize) -> Read<Period> {
        [at, self.skip(at, &[Sense::The])].into_iter().find_map(|place| self.day_at(place))
    }

    /// The earlier of two days: `maandag 7`, `23`, "Tuesday", `den 3`.
    fn eve(&self, at: usize) -> Read<Eve> {
        let name = self.skip(at, &[Sense::The]);
        let day = self.led_day(at).map(|(day, next)| (Eve::Day(day), next));
        let number = self.weekday(name).map_or(name, |(_, next)| next);
        let number = self.day_number(self.skip(number, &[Sense::The]));
        let number = number.map(|((number, _), next)| (Eve::Number(number), next));
        Self::longest([day, number])
    }
}
