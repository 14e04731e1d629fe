//! Times of day: `15.30`, `kl. 15.30`, `15u30`, `half vier`, `kvart i tolv`, "3pm", "noon".

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::Sense;
use super::value::Clock;
use crate::Lang;

/// What can begin a time of day.
const CLOCK: Kinds =
    Kinds::of(&[Sense::Number(0), Sense::Kwart, Sense::Half, Sense::Noon, Sense::Hours(0)])
        .or(Kinds::DIGITS);

impl Parser<'_> {
    /// A time of day. `lead` tells that a word such as "at" stood before it, so that a bare number can be one.
    pub(super) fn clock(&self, at: usize, lead: bool) -> Read<Clock> {
        let begins = self.can(at, CLOCK) || self.is(at, "halv") || self.is(at, "half");
        begins.then(|| self.memos.clocks.read(at, lead, || self.clock_anew(at, lead)))?
    }

    fn clock_anew(&self, at: usize, lead: bool) -> Read<Clock> {
        let (clock, next) = Self::longest([
            self.clock_digits(at, lead),
            self.clock_hour(at, lead),
            self.clock_compact(at, lead),
            self.clock_around(at),
            self.clock_half(at),
            self.clock_words(at, lead),
            self.clock_named(at),
            self.clock_spoken(at, lead),
        ])?;
        Some((clock, self.zone_after(next)))
    }

    /// The place after the name of a time zone. The time of day is read as it is written: whose clock it is, nobody can
    /// tell from the words.
    fn zone_after(&self, at: usize) -> usize {
        const ZONES: &[&str] = &[
            "gmt", "utc", "cet", "cest", "met", "mez", "wet", "eet", "bst", "ist", "est", "edt",
            "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt",
        ];
        let name = self.skip_text(at, &["("]);
        let known = self.tokens.get(name).is_some_and(|token| {
            token.capital
                && ZONES.contains(&token.text.as_str())
                && token.end - token.start == token.text.len()
        });
        let long = self.tokens.get(name).is_some_and(|token| token.text.len() > 2);
        if !known || !long && name == at {
            return at;
        }
        if name > at { self.skip_text(name + 1, &[")"]) } else { name + 1 }
    }

    fn clock_named(&self, at: usize) -> Read<Clock> {
        if let Some(next) = self.after(at, Sense::Noon) {
            return Some((Clock::at(12, 0, Grain::Hour)?, next));
        }
        let next = self.after(at, Sense::Midnight)?;
        let clock = Clock::at(0, 0, Grain::Hour)?;
        Some((Clock { next_day: true, ..clock }, next))
    }

    /// `15:30`, `15.30`, `15u30`, `15:30:10`, `17h10`, with what may follow.
    fn clock_digits(&self, at: usize, lead: bool) -> Read<Clock> {
        let hour = self.digits(at).filter(|_| self.width(at) <= 2)?;
        let minute = self.digits(at + 2).filter(|_| self.width(at + 2) == 2)?;
        let mark = self.tokens.get(at + 1)?;
        if !mark.glued
            || !self.glued(at + 2)
            || !matches!(mark.text.as_str(), ":" | "." | "u" | "h")
        {
            return None;
        }
        let mut clock = Clock::at(hour, minute, Grain::Minute)?;
        let mut next = at + 3;
        if mark.text == "."
            && self.glued(next)
            && self.is(next, ".")
            && self.glued(next + 1)
            && self.width(next + 1) > 0
        {
            return None;
        }
        if (self.is(next, ":") || self.is(next, "."))
            && self.glued(next)
            && self.glued(next + 1)
            && self.width(next + 1) == 2
        {
            clock.second = i8::try_from(self.digits(next + 1).filter(|n| *n < 60)?).ok()?;
            clock.grain = Grain::Second;
            next += 2;
        }
        let (clock, end) = self.clock_end(clock, next);
        let sure = mark.text != "." || lead || end > next;
        let english =
            self.reading.lang == Lang::En && end == next && hour > 0 && self.width(at) == 1;
        sure.then_some((if english { clock.either_half() } else { clock }, end))
    }

    /// What may follow a time of day: `uur`, "am", "p.m.", "o'clock".
    fn clock_end(&self, clock: Clock, at: usize) -> (Clock, usize) {
        let at = self.ish(at).unwrap_or(at);
        let hour = self
            .pick(at, |sense| (sense == Sense::OClock).then_some(()))
            .map_or(at, |((), next)| next);
        let (half, next) = match (self.after(hour, Sense::Am), self.after(hour, Sense::Pm)) {
            (Some(next), _) => (Some(false), next),
            (None, Some(next)) => (Some(true), next),
            (None, None) => (None, hour),
        };
        let lone_letter = half.is_some() && next == hour + 1 && self.is_lone_letter(hour);
        match half {
            Some(afternoon) if !lone_letter => (clock.afternoon(afternoon), next),
            Some(_) | None => (clock, hour),
        }
    }

    /// "3ish", "11-ish", `tegen 11-en`.
    fn ish(&self, at: usize) -> Option<usize> {
        let dashed = self.skip_text(at, &["-", "'"]);
        let ending = match self.reading.lang {
            Lang::En => "ish",
            Lang::Nl if dashed > at => "en",
            Lang::Nl | Lang::Sv => return None,
        };
        (self.is(dashed, ending) && self.glued(dashed) && self.glued(at)).then_some(dashed + 1)
    }

    /// "3 a" is no time, "3a" may be one.
    fn is_lone_letter(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text.len() == 1 && !token.glued)
    }

    /// A number of hours as digits or as a word.
    fn hour_number(&self, at: usize) -> Read<i64> {
        if let Some(n) = self.digits(at).filter(|_| self.width(at) <= 2) {
            return Some((n, at + 1));
        }
        self.number_word(at)
    }

    /// `rond vieren`, `tegen elven`: an hour as people say it, after a small word.
    fn clock_spoken(&self, at: usize, lead: bool) -> Read<Clock> {
        let (hour, next) = self
            .pick(at, |sense| if let Sense::Hours(n) = sense { Some(n) } else { None })
            .filter(|_| lead)?;
        Some((Clock::at(hour, 0, Grain::Hour)?.either_half(), next))
    }

    pub(super) fn number_word(&self, at: usize) -> Read<i64> {
        self.pick(at, |sense| if let Sense::Number(n) = sense { Some(n) } else { None })
    }

    /// "3 pm", `11 uur`, `kl 9`, "at 8", `2 uur 15`.
    fn clock_hour(&self, at: usize, lead: bool) -> Read<Clock> {
        let (hour, next) = self.hour_number(at)?;
        let clock = Clock::at(hour, 0, Grain::Hour)?.either_half();
        let (told, end) = self.clock_end(clock, next);
        let for_an_hour = self.is(at, "een")
            && at.checked_sub(1).is_some_and(|one| self.is(one, "voor") || self.is(one, "binnen"));
        if for_an_hour {
            return None; // `voor een uur` lasts one
        }
        if end > next {
            return self.clock_after_hour(at, (told, next, end), lead);
        }
        let compact = self.clock_compact(at, lead);
        if compact.is_some() {
            return compact;
        }
        let before = at.checked_sub(1);
        let at_word = before.is_some_and(|before| self.has(before, &[Sense::At]));
        let article = self.has(at, &[Sense::Article]) && !at_word;
        let month = before.is_some_and(|before| self.month_name(before).is_some());
        let article = article || month && self.digits(at).is_none();
        let strong = lead && !article && (self.may_end_clock(end) || self.is_clock_word(at));
        strong.then_some((
            if hour > 12 || self.width(at) == 2 && hour == 0 { told } else { clock },
            end,
        ))
    }

    /// Whether a word stands before that only a time of day follows: `klockan`, `kl.`.
    fn is_clock_word(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .map_or(at, |one| if self.is(one, ".") { one.saturating_sub(1) } else { one });
        before < at
            && ["klockan", "kl", "klokslag", "klockslaget"].iter().any(|word| self.is(before, word))
    }

    /// `… uur` with its minutes; a bare `3 uur` could be an amount and needs a lead.
    fn clock_after_hour(
        &self,
        at: usize,
        (told, next, end): (Clock, usize, usize),
        lead: bool,
    ) -> Read<Clock> {
        let halved = !told.twelve && told.hour <= 23 && self.has_half(next, end);
        if let Some(minute) = self.digits(end).filter(|n| *n < 60 && self.width(end) == 2) {
            let spoken = self.reading.lang == Lang::Nl && !self.is_word_unit(end + 1);
            if spoken {
                return Some((
                    Clock { minute: i8::try_from(minute).ok()?, grain: Grain::Minute, ..told },
                    end + 1,
                ));
            }
        }
        if let Some((minute, after)) = self.number_word(end).filter(|(n, after)| {
            (2..60).contains(n) && self.reading.lang == Lang::Nl && !self.is_word_unit(*after)
        }) {
            return Some((
                Clock { minute: i8::try_from(minute).ok()?, grain: Grain::Minute, ..told },
                after,
            ));
        }
        if halved || lead || self.reading.lang == Lang::En && !self.is_hours_word(next) {
            return Some((told, end));
        }
        if self.is(end, "for") && self.amount(end + 1, true).is_some() {
            return Some((told, end)); // "16h for half an hour" begins then
        }
        let (_, after) = self.pick(end, |sense| {
            if let Sense::Part(_) | Sense::LateDirection(_) = sense { Some(()) } else { None }
        })?;
        (after > at).then_some((told, end))
    }

    fn has_half(&self, next: usize, end: usize) -> bool {
        (next..end).any(|at| self.has(at, &[Sense::Am, Sense::Pm]))
    }

    fn is_hours_word(&self, at: usize) -> bool {
        self.at(at).iter().any(|(sense, _)| matches!(sense, Sense::Unit(_)))
    }

    fn is_word_unit(&self, at: usize) -> bool {
        self.unit(at, false).is_some()
    }

    /// "at 1030", "330 p.m.", "at 3 15", "ten thirty am".
    fn clock_compact(&self, at: usize, lead: bool) -> Read<Clock> {
        if let Some(found) = self.clock_in_four(at, lead) {
            return Some(found);
        }
        if self.reading.lang != Lang::En {
            return None;
        }
        let (hour, minute, next) = if self.width(at) >= 3 {
            let n = self.digits(at).filter(|_| self.width(at) <= 4)?;
            (n / 100, n % 100, at + 1)
        } else {
            let (hour, next) = self.hour_number(at)?;
            let (minute, next) = self.hour_number(next).filter(|(n, _)| *n >= 10)?;
            (hour, minute, next)
        };
        let clock = Clock::at(hour, minute, Grain::Minute)?.either_half();
        let (told, end) = self.clock_end(clock, next);
        (end > next || lead && self.may_end_clock(end)).then_some((told, end))
    }

    /// `måndag 0730`, "at 0930": four digits of which the first is nought, behind a day or a word such as "at".
    fn clock_in_four(&self, at: usize, lead: bool) -> Read<Clock> {
        let begins = |at: usize| {
            self.width(at) == 4
                && self.tokens.get(at).is_some_and(|four| four.text.starts_with('0'))
        };
        let ends = at.checked_sub(2).is_some_and(|first| begins(first) && self.is(at - 1, "-"));
        let n = self.digits(at).filter(|_| begins(at) || ends && self.width(at) == 4)?;
        let is_day = |sense: &(Sense, usize)| {
            matches!(
                sense.0,
                Sense::Weekday(_)
                    | Sense::ShortWeekday(_)
                    | Sense::Relative(_)
                    | Sense::WeekdayPart(..)
                    | Sense::RelativePart(..)
                    | Sense::Part(_)
            )
        };
        let is_led = lead || at.checked_sub(1).is_some_and(|day| self.at(day).iter().any(is_day));
        let is_time = |n: i64| n % 5 == 0 && n / 100 <= 24 && n % 100 < 60;
        let is_range = || {
            self.is(at + 1, "-")
                && self.width(at + 2) == 4
                && self.digits(at + 2).is_some_and(is_time)
        };
        let is_free = (is_led || ends) && is_time(n) && (self.free_after(at + 1) || is_range());
        let clock = Clock::at(n / 100, n % 100, Grain::Minute).filter(|_| is_free)?;
        let (clock, end) = self.clock_end(clock, at + 1);
        (end > at + 1 || self.may_end_clock(end)).then_some((clock, end))
    }

    /// Whether a bare number before this place can be a time: what follows counts nothing.
    fn may_end_clock(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        if !self.is_word(at) {
            return self.width(at) == 0
                && !matches!(token.text.as_str(), "%" | "€" | "$" | "/" | "x");
        }
        const FUNCTION: &[&str] = &[
            "so", "that", "if", "when", "with", "is", "will", "we", "i", "you", "but", "because",
            "please", "or", "for", "en", "want", "omdat", "dat", "of", "als", "met", "bij",
            "wordt", "komt", "voor", "zodat", "zijn", "wij", "ik", "och", "så", "att", "för",
            "men", "om", "eller", "är", "vi", "jag", "hos", "sharp", "exakt", "precies",
        ];
        FUNCTION.contains(&token.text.as_str())
            || !self.at(at).is_empty() && !self.is_word_unit(at) && !self.has(at, &[Sense::Article])
    }

    /// `kwart over twee`, "20 past 3", `fem i halv fyra`, "a quarter to noon".
    fn clock_around(&self, at: usize) -> Read<Clock> {
        let at = self.skip(at, &[Sense::Article].as_slice()[..0]);
        let (minutes, next) = self
            .after(at, Sense::Kwart)
            .map(|next| (15, next))
            .or_else(|| {
                self.after(at, Sense::Half)
                    .filter(|_| self.reading.lang == Lang::En)
                    .map(|next| (30, next))
            })
            .or_else(|| {
                let (n, next) =
                    self.hour_number(at).filter(|(n, _)| (1..30).contains(n) || *n == 30)?;
                Some((n, self.skip(next, &[Sense::Minutes])))
            })?;
        let (sign, next) = match (self.after(next, Sense::Past), self.after(next, Sense::Before)) {
            (Some(next), _) => (1, next),
            (None, Some(next)) => (-1, next),
            (None, None) => return None,
        };
        let (hour, end) =
            self.clock_half(next).or_else(|| self.clock_named(next)).or_else(|| {
                let (hour, next) = self
                    .hour_number(next)
                    .filter(|(n, next)| *n <= 24 && !self.is_counted(*next))?;
                let clock = Clock::at(hour, 0, Grain::Hour)?.either_half();
                Some(self.clock_end(clock, next))
            })?;
        let plain = self.digits(at).is_some() && self.digits(end - 1).is_some() && sign < 0;
        if plain && self.reading.lang == Lang::En && self.is_word(end) && !self.may_end_clock(end) {
            return None; // "10 to 15 percent"
        }
        let total = i64::from(hour.hour) * 60 + i64::from(hour.minute) + sign * minutes;
        let total = total.rem_euclid(24 * 60);
        let clock = Clock::at(total / 60, total % 60, Grain::Minute)?;
        let twelve = hour.twelve && (1..=12).contains(&clock.hour);
        Some((Clock { twelve, ..clock }, end))
    }

    /// Whether a number before this place counts something: "5 to 7 days".
    fn is_counted(&self, at: usize) -> bool {
        self.is_word_unit(at) && !self.has(at, &[Sense::OClock])
            || self.is(at, "-")
            || self.is(at, "%")
    }

    /// `half vier`, `halv fyra`, "half three", "half past three".
    fn clock_half(&self, at: usize) -> Read<Clock> {
        let word = self.tokens.get(at)?;
        if !matches!(word.text.as_str(), "half" | "halv") {
            return None;
        }
        let (hour, next) = self.hour_number(at + 1).filter(|(n, _)| (1..=12).contains(n))?;
        let english = self.reading.lang == Lang::En;
        let hour = if english {
            hour
        } else if hour == 1 {
            12
        } else {
            hour - 1
        };
        let clock = Clock::at(hour, 30, Grain::Minute)?.either_half();
        let (clock, end) = self.clock_end(clock, next);
        (!self.is_counted(end) && (!english || self.may_end_clock(end))).then_some((clock, end))
    }

    /// `vijftien uur dertig` is read with its hour; `femton och trettio` needs a lead.
    fn clock_words(&self, at: usize, lead: bool) -> Read<Clock> {
        if !lead || self.reading.lang != Lang::Sv {
            return None;
        }
        let (hour, next) = self.number_word(at)?;
        let (minute, end) = self.number_word(next).filter(|(n, _)| *n >= 10)?;
        Some((Clock::at(hour, minute, Grain::Minute)?.either_half(), end))
    }
}
