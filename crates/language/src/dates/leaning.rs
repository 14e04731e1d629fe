//! Days that lean on one that was named before: "a day later", `de dag erna`, `dagen efter`, "that Friday", `die middag`.

use jiff::civil::{Date, Time};

use super::amount::Amount;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::parts::{Parts, Stretch};
use super::phrase::Phrase;
use super::sense::{Part, Sense, Unit};
use super::value::{Period, days_to, plus_days};
use super::{Found, Grain};
use crate::Lang;

/// A day or week that was named, for what is counted from it further on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earlier {
    date: Date,
    is_day: bool,
    /// How many sentences have ended since.
    ends: usize,
}

impl Earlier {
    /// The day or week that an expression names.
    pub(super) fn of(found: &Found) -> Option<Self> {
        let by = || plus_days(found.end?.date(), -1);
        let date = found.start.map(|start| start.date()).or_else(by)?;
        let is_day = found.grain <= Grain::Day;
        (is_day || found.grain == Grain::Week).then_some(Self { date, is_day, ends: 0 })
    }

    /// The same, so many ends of sentences further on; it reaches no further than the next sentence.
    pub(super) fn further(self, ends: usize) -> Option<Self> {
        let ends = self.ends + ends;
        (ends <= 1).then_some(Self { ends, ..self })
    }
}

/// What can begin an amount that is counted from a day before.
const COUNTED: Kinds = Kinds::AMOUNT.or(Kinds::one(Sense::Unit(Unit::Day)));

/// What a demonstrative word can stand before.
const NAMED: Kinds = Kinds::of(&[Sense::Weekday(0), Sense::Part(Part::Lunch), Sense::The]);

impl Parser<'_> {
    /// "a day later", `twee dagen later`, `de dag erna`, `dagen efter`, counted from the day named before.
    pub(super) fn counted_on(&self, at: usize) -> Read<Phrase> {
        let earlier = self.earlier.get().filter(|earlier| earlier.is_day)?;
        if !self.can(at, COUNTED) {
            return None;
        }
        let amount = self.amount(at, false).filter(|(amount, _)| amount.finest() >= Unit::Day);
        let (amount, next) = amount.or_else(|| {
            let name = self.skip(at, &[Sense::The]);
            let is_definite = name > at || self.is(at, "dagen");
            let (_, next) =
                self.unit(name, false).filter(|(unit, _)| *unit == Unit::Day && is_definite)?;
            Some((Amount { parts: vec![(Unit::Day, 1000)], article: true }, next))
        })?;
        let end = self.counting_word(next, amount.article)?;
        let start = amount.from(earlier.date.to_datetime(Time::midnight()), self, 1)?;
        self.ahead(&amount, start, end)
    }

    /// The place after a word that counts on: "later", `erna`, or "after" with nothing behind it that it could go with.
    fn counting_word(&self, at: usize, is_one: bool) -> Option<usize> {
        const LATER: &[&str] =
            &["later", "senare", "erna", "daarna", "daarop", "därpå", "därefter", "afterwards"];
        const AFTER: &[&str] = &["after", "efter"];
        const ON: &[&str] = &["and", "but", "at", "och", "men", "kl", "klockan"];
        let compared = ["than", "dan", "än"].iter().any(|than| self.is(at + 1, than));
        if LATER.iter().any(|word| self.is(at, word)) {
            return (!compared).then_some(at + 1);
        }
        let closes = !self.is_word(at + 1) && self.width(at + 1) == 0
            || ON.iter().any(|on| self.is(at + 1, on));
        (is_one && closes && AFTER.iter().any(|word| self.is(at, word))).then_some(at + 1)
    }

    /// "(that) Friday", `(die) middag`, `(samma) eftermiddag`, "the Friday of that week": of the day named before. Also
    /// tells whether the word before belongs to it.
    pub(super) fn that_day(&self, at: usize) -> Option<(Stretch, usize, bool)> {
        let earlier = self.earlier.get()?;
        if !self.can(at, NAMED) {
            return None;
        }
        let name = self.skip(at, &[Sense::The]);
        let is_that = name == at
            && at.checked_sub(1).is_some_and(|one| {
                ["that", "die", "diezelfde", "dezelfde", "samma", "same"]
                    .iter()
                    .any(|that| self.is(one, that))
            });
        let part =
            self.pick(name, |sense| if let Sense::Part(part) = sense { Some(part) } else { None });
        if let Some((part, next)) = part.filter(|(part, _)| *part != Part::Lunch) {
            let is_meant = is_that && earlier.is_day;
            let day = Period::day(earlier.date).filter(|_| is_meant)?;
            let said = Parts { day: Some(day), clock: None, part: Some(part) };
            return Some((self.together(said)?, next, true));
        }
        let (weekday, next) = self.weekday(name)?;
        let of_week = self.of_that_week(next);
        if of_week.is_none() && !(is_that && self.points_out(at - 1)) {
            return None;
        }
        let from =
            if of_week.is_some() { super::value::monday_of(earlier.date)? } else { earlier.date };
        let day = Period::day(plus_days(from, days_to(from, weekday))?)?;
        let said = Parts { day: Some(day), ..Parts::default() };
        Some((self.together(said)?, of_week.unwrap_or(next), is_that))
    }

    /// "of that week", `van die week`, `den veckan`, `samma vecka`.
    fn of_that_week(&self, at: usize) -> Option<usize> {
        let of = self.skip_text(at, &["of", "in", "van", "i"]);
        let that = ["that", "the", "die", "den", "samma"].iter().any(|that| self.is(of, that));
        let same = self.skip_text(of + 1, &["same"]);
        let is_that = that && (!self.is(of, "the") || same > of + 1);
        let week = ["week", "veckan", "vecka"].iter().any(|week| self.is(same, week));
        (is_that && week).then_some(same + 1)
    }

    /// Whether "that" or `die` before a weekday points it out, and joins no clause: "we know that Friday will do",
    /// `de monteur die vrijdag komt`.
    fn points_out(&self, that: usize) -> bool {
        const BEFORE: &[&str] = &[
            "and", "on", "by", "before", "until", "but", "en", "op", "maar", "tot", "vanaf", "och",
            "på", "men",
        ];
        let Some(before) = that.checked_sub(1) else { return true };
        self.ends_sentence(before)
            || self.is(before, ":")
            || BEFORE.iter().any(|word| self.is(before, word))
            || self.reading.lang == Lang::Sv
    }
}
