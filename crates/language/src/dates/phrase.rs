//! Whole expressions: days with times of day, ranges, amounts from now, each with its direction.

use jiff::civil::{DateTime, Time};

use super::amount::Amount;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::parts::{FILLERS, Other, Parts, Stretch};
use super::places::REACH;
use super::sense::{Edge, Sense, Unit, Which};
use super::value::{Period, plus_days, unit_period};
use super::{Direction, Grain, Kind};
use crate::Lang;

/// A whole expression.
#[derive(Debug, Clone)]
pub(super) enum Phrase {
    /// A stretch or point of time and how it is meant.
    Time(Stretch, Option<Direction>),
    /// An amount of time and how it is meant.
    Amount(Amount, Option<Direction>, bool),
    /// Something that is no promise: what comes again, or what only looks back.
    Nothing,
}

/// What can begin what is no promise.
const NOTHING: Kinds =
    Kinds::of(&[Sense::Every, Sense::Since, Sense::Weekdays(0), Sense::Unit(Unit::BusinessDay)]);

impl Parser<'_> {
    /// The longest expression that begins here.
    pub(super) fn phrase(&self, at: usize) -> Read<Phrase> {
        crate::steps::add(10);
        if let Some(found) = self.nothing(at) {
            return Some(found);
        }
        let clock = self.clock(at, false).map_or(0, |(_, next)| next);
        let range = self
            .range(at, false)
            .filter(|(_, next)| *next > clock)
            .map(|(stretch, next)| (Phrase::Time(stretch, None), next));
        let mut best = range.map(|found| self.lasting(found));
        let mut consider = |found: Read<Phrase>| {
            if let Some(found) = found.map(|found| self.lasting(found))
                && best.as_ref().is_none_or(|(_, next)| found.1 > *next)
            {
                best = Some(found);
            }
        };
        if self.can(at, Kinds::one(Sense::Direction(Direction::By))) {
            for (sense, next) in self.at(at) {
                if let Sense::Direction(direction) = sense {
                    consider(self.directed(*direction, *next));
                }
            }
        }
        consider(self.counted_on(at));
        consider(self.amount_phrase(at));
        consider(self.undirected(at));
        consider(self.row(at));
        let best = best.map(|found| self.closed(self.bounded(found)));
        best.filter(|(_, next)| self.is_free(at, *next))
    }

    /// "from 4 pm for thirty minutes", "18 December for 10 days": a beginning and how long it lasts.
    fn lasting(&self, found: (Phrase, usize)) -> (Phrase, usize) {
        let (Phrase::Time(stretch, None | Some(Direction::From)), next) = &found else {
            return found;
        };
        let lasts = self.is(*next, "for").then(|| self.amount(*next + 1, true)).flatten();
        let day = stretch.grain == Grain::Day && stretch.kind == Kind::Date
            || stretch.kind == Kind::DateTime;
        let Some((amount, end)) = lasts.filter(|_| day) else { return found };
        match amount.from(stretch.start, self, 1) {
            Some(until) => (self.interval(stretch.start, until, stretch.grain), end),
            None => found,
        }
    }

    /// "by the end of January at the latest": said twice, meant once.
    fn closed(&self, found: (Phrase, usize)) -> (Phrase, usize) {
        let (phrase, next) = found;
        let again = self.after(next, Sense::LateDirection(Direction::By));
        let end = again.filter(|_| matches!(phrase, Phrase::Time(_, Some(Direction::By))));
        (phrase, end.unwrap_or(next))
    }

    /// "after half past nine but before eleven": both sides of a stretch.
    fn bounded(&self, found: (Phrase, usize)) -> (Phrase, usize) {
        let (Phrase::Time(from, Some(Direction::After | Direction::From)), next) = &found else {
            return found;
        };
        let but = self
            .skip_text(self.skip_text(*next, &[","]), &["but", "maar", "men", "and", "en", "och"]);
        let until = self.pick(but, |sense| {
            let Sense::Direction(side @ (Direction::Before | Direction::By)) = sense else {
                return None;
            };
            (but > *next).then_some(side)
        });
        let Some((side, word)) = until else { return found };
        let Some((Phrase::Time(to, Some(_)), end)) = self.directed(side, word) else {
            return found;
        };
        let last = if side == Direction::By { to.end } else { to.start };
        let last = if last <= from.end && to.kind == Kind::DateTime {
            from.end.date().to_datetime(last.time())
        } else {
            last
        };
        if last > from.end {
            (self.interval(from.end, last, from.grain.min(to.grain)), end)
        } else {
            found
        }
    }

    /// "for 10 days from 18 December", "3 hours starting from 10 am".
    fn lasting_from(&self, amount: &Amount, at: usize) -> Read<Phrase> {
        let next = self
            .pick(at, |sense| {
                matches!(sense, Sense::From | Sense::Direction(Direction::From)).then_some(())
            })?
            .1;
        let (stretch, end) = self.target(next, true)?;
        let day = stretch.grain == Grain::Day
            && stretch.kind == Kind::Date
            && amount.finest() >= Unit::Day;
        if !day && (stretch.kind != Kind::DateTime || amount.finest() >= Unit::Day) {
            return None;
        }
        let until = amount.from(stretch.start, self, 1)?;
        Some((self.interval(stretch.start, until, stretch.grain), end))
    }

    /// What comes again ("every Monday", "Saturdays") and what only looks back ("since 1987").
    fn nothing(&self, at: usize) -> Read<Phrase> {
        if !self.can(at, NOTHING) {
            return None;
        }
        let repeated = self.after(at, Sense::Every).or_else(|| {
            self.at(at)
                .iter()
                .find_map(|(sense, next)| matches!(sense, Sense::Weekdays(_)).then_some(*next))
        });
        let repeated = repeated.or_else(|| self.work_days(at));
        if let Some(next) = repeated {
            let rest = self.has(at, &[Sense::Every]).then(|| self.target(next, true)).flatten();
            let rest = rest.or_else(|| self.target(self.skip(next, FILLERS), false));
            let end =
                rest.map(|(_, end)| end).or_else(|| self.unit(next, false).map(|(_, end)| end));
            return Some((Phrase::Nothing, self.directed_end(end.unwrap_or(next))));
        }
        let next = self.after(at, Sense::Since)?;
        let (_, end) = self.target(self.skip(next, FILLERS), true)?;
        Some((Phrase::Nothing, end))
    }

    /// "on weekdays", `op werkdagen`, `vardagar`: every one of them, where no number counts them.
    fn work_days(&self, at: usize) -> Option<usize> {
        let (_, next) = self.unit(at, false).filter(|(unit, _)| *unit == Unit::BusinessDay)?;
        let last = self.tokens.get(next - 1)?;
        ["en", "ar", "arna", "s"].iter().any(|ending| last.text.ends_with(ending)).then_some(next)
    }

    /// The place after a direction and its time, or this place: "every Thursday before 11 am".
    fn directed_end(&self, at: usize) -> usize {
        let found = self.at(at).iter().find_map(|(sense, next)| {
            if let Sense::Direction(direction) = sense {
                self.directed(*direction, *next)
            } else {
                None
            }
        });
        found.map_or(at, |(_, end)| end)
    }

    /// A time without a direction of its own, small words before it included.
    fn undirected(&self, at: usize) -> Read<Phrase> {
        let mut best = self.target(at, false);
        for (sense, next) in self.at(at) {
            if FILLERS.contains(sense) && *sense != Sense::The {
                let lead = matches!(sense, Sense::At | Sense::In | Sense::On);
                let second = self.skip(*next, &[Sense::The, Sense::About, Sense::At]);
                best = Self::longest([
                    best,
                    self.target_led(*next, lead, *sense),
                    self.target_led(second, lead, *sense),
                ]);
            }
        }
        if best.is_none() {
            if let Some(next) = self.after(at, Sense::Now).filter(|next| self.is_all(at, *next)) {
                return Some((Phrase::Time(self.now()?, None), next));
            }
            return None;
        }
        let (stretch, next) = best?;
        if stretch.past {
            return Some((Phrase::Nothing, next));
        }
        if let Some((stretch, direction, end)) = self.day_with_direction(at, next) {
            return Some((Phrase::Time(stretch, Some(direction)), end));
        }
        let late = self.pick(next, |sense| {
            if let Sense::LateDirection(direction) = sense { Some(direction) } else { None }
        });
        if let Some((direction, end)) = late.filter(|(_, end)| self.target(*end, false).is_none()) {
            return Some((Phrase::Time(stretch, Some(direction)), end));
        }
        let deadline = stretch.edge == Some(Edge::End) && !self.is_all(at, next);
        Some((Phrase::Time(stretch, deadline.then_some(Direction::By)), next))
    }

    /// "today before 5pm", `i dag före kl. 17`: the direction stands between the day and the time of day.
    fn day_with_direction(&self, at: usize, next: usize) -> Option<(Stretch, Direction, usize)> {
        let first = self.skip(at, FILLERS);
        let (said, _) = [at, first]
            .into_iter()
            .find_map(|place| self.parts(place, place > at).filter(|(_, end)| *end == next))?;
        let day = said.day.filter(|day| day.grain == Grain::Day && said.clock.is_none())?;
        let closing = self.pick(self.skip(next, FILLERS), |sense| {
            (sense == Sense::EdgeOf(Edge::End, Unit::Day)).then_some(())
        });
        if let Some(((), end)) = closing {
            return Some((
                self.together(Parts { day: Some(day), ..Parts::default() })?,
                Direction::By,
                end,
            ));
        }
        let next = self.skip_text(next, &[","]);
        [next, self.skip(next, &[Sense::About])].into_iter().find_map(|place| {
            self.at(place).iter().find_map(|(sense, after)| {
                let Sense::Direction(direction) = sense else { return None };
                let skipped = self.skip(self.skip(*after, &[Sense::About]), &[Sense::At]);
                let (parts, end) =
                    [*after, skipped].into_iter().find_map(|at| self.parts(at, true))?;
                if parts.clock.is_none() && parts.part.is_none() || parts.day.is_some() {
                    return None;
                }
                let part = parts.part.or(said.part);
                let stretch = self.together(Parts { day: Some(day), clock: parts.clock, part })?;
                Some((stretch, self.toward(place, *direction, stretch.kind), end))
            })
        })
    }

    /// `tegen zes uur` is about six, `tegen vrijdag` no later than Friday.
    fn toward(&self, at: usize, direction: Direction, kind: Kind) -> Direction {
        if direction == Direction::By && kind == Kind::DateTime && self.is(at, "tegen") {
            Direction::Around
        } else {
            direction
        }
    }

    fn target_led(&self, at: usize, lead: bool, sense: Sense) -> Read<Stretch> {
        let found = self.target(at, lead)?;
        let hour = found.0.kind == Kind::DateTime
            && sense != Sense::At
            && self.target(at, false).is_none_or(|f| f.1 != found.1);
        (!hour).then_some(found)
    }

    fn now(&self) -> Option<Stretch> {
        let at = self.reading.reference;
        Some(Stretch {
            start: at,
            end: at,
            grain: Grain::Second,
            kind: Kind::DateTime,
            edge: None,
            other: None,
            past: false,
        })
    }

    /// A time after a word of direction.
    fn directed(&self, direction: Direction, at: usize) -> Read<Phrase> {
        let once = self.skip(at, FILLERS);
        let twice = self.skip(once, FILLERS);
        let within = direction == Direction::Within;
        if let (Direction::By, Some((stretch, end))) = (direction, self.before_turn_of_year(at)) {
            return Some((Phrase::Time(stretch, Some(direction)), end));
        }
        if let (Direction::By | Direction::Before, Some(((), next))) =
            (direction, self.pick(at, |sense| (sense == Sense::After).then_some(())))
            && let Some((amount, end)) = self.amount(next, true)
        {
            return Some((Phrase::Amount(amount, Some(Direction::Within), false), end)); // `uiterlijk over twee weken`
        }
        if let (Direction::By | Direction::Before, Some(found)) = (direction, self.running_out(at))
        {
            return Some(found);
        }
        let coming = match self.which(once) {
            (Some(Which::Coming | Which::Next), next) if within => next,
            _ => once,
        };
        let amount =
            [at, once, twice, coming].into_iter().find_map(|place| self.amount(place, true));
        if let Some((amount, next)) = amount {
            let clock = self.clock(at, true).is_some_and(|(_, end)| end >= next);
            if direction == Direction::Around
                && (self.after(next, Sense::FromNow).is_some()
                    || self.after(next, Sense::Ago).is_some())
            {
                return [at, once, twice].into_iter().find_map(|place| self.amount_phrase(place));
            }
            let fits = within
                || direction == Direction::After && !clock
                || direction == Direction::Around && !amount.article && !clock;
            if fits {
                let (event, end) = self.event_after(next);
                return Some((Phrase::Amount(amount, Some(direction), event), end));
            }
        }
        let named = if coming > once { coming } else { twice };
        if within
            && let Some((unit, next)) =
                self.unit(named, false).filter(|_| named > at || self.reading.lang == Lang::Sv)
        {
            let mut amount = Amount { parts: vec![(unit, 1000)], article: true };
            let finer = self.after(next, Sense::And).and_then(|and| self.amount(and, true));
            let finer = finer.filter(|(rest, _)| rest.parts.iter().all(|(part, _)| *part < unit));
            let next = finer.map_or(next, |(rest, end)| {
                amount.parts.extend(rest.parts);
                end
            });
            let (event, end) = self.event_after(next);
            return Some((Phrase::Amount(amount, Some(direction), event), end));
        }
        let now = self.after(at, Sense::Now).and_then(|next| Some((self.now()?, next)));
        let (stretch, next) = Self::longest(
            [at, once, twice].into_iter().map(|place| self.target(place, true)).chain([now]),
        )?;
        if stretch.kind == Kind::DateTime && self.is_lone_number(direction, at, next) {
            return None;
        }
        if self.is_greeting(at, next) || self.is_moved(at) || self.is_for(at, &stretch) {
            return Some((Phrase::Time(stretch, None), next));
        }
        let stretch = self.with_through(at, once, direction, stretch);
        let direction = if within { Direction::By } else { direction };
        let direction =
            at.checked_sub(1).map_or(direction, |word| self.toward(word, direction, stretch.kind));
        Some((Phrase::Time(stretch, Some(direction)), next))
    }

    /// Whether only a bare number stands behind a direction: "from 6", `till 3`: of what, nothing tells. In words and
    /// behind a day that was named it is a time of that day: "before twelve".
    fn is_lone_number(&self, direction: Direction, at: usize, next: usize) -> bool {
        let is_digits = self.digits(at).is_some();
        if next != at + 1 || !is_digits && self.number_word(at).is_none() {
            return false;
        }
        let is_led = direction != Direction::From && !self.is_word(next);
        let is_named = self.named.get().is_some();
        let is_near = is_digits || is_named || self.tokens.len() < REACH;
        let is_of_day = !is_digits && is_named || self.reading.lang == Lang::En && is_near;
        !(is_led && is_of_day)
    }

    /// "(before) the year is out", `het jaar om is`, `månaden är slut`: the unit that runs, to its end.
    fn running_out(&self, at: usize) -> Read<Phrase> {
        const OUT: &[&str] = &[
            "out",
            "over",
            "up",
            "done",
            "om",
            "voorbij",
            "afgelopen",
            "slut",
            "över",
            "förbi",
            "till ända",
        ];
        let name = self.skip(at, &[Sense::The]);
        let (unit, next) = self.unit(name, false)?;
        let is = |place: usize| ["is", "är"].iter().any(|word| self.is(place, word));
        let out = |place: usize| OUT.iter().any(|word| self.is(place, word));
        let is_out = is(next) && out(next + 1) || out(next) && is(next + 1);
        let period = is_out.then(|| unit_period(unit, self.today(), 0))??;
        let stretch = self.together(Parts { day: Some(period), ..Parts::default() })?;
        Some((Phrase::Time(stretch, Some(Direction::By)), next + 2))
    }

    /// `flyttat till den 4 december`: where something was moved to is no deadline.
    fn is_moved(&self, at: usize) -> bool {
        const MOVED: &[&str] = &[
            "flytta",
            "planer",
            "boka",
            "inboka",
            "skjut",
            "sköt",
            "senarel",
            "framflytt",
            "ändra",
            "bestäm",
            "satt",
            "sätt",
            "verschoven",
            "verplaatst",
        ];
        let (Some(word), Some(verb)) =
            (at.checked_sub(1), at.checked_sub(2).and_then(|two| self.tokens.get(two)))
        else {
            return false;
        };
        self.is(word, "till") && MOVED.iter().any(|stem| verb.text.starts_with(stem))
    }

    /// `voor vrijdag`: for some the Friday counts. `vóór vrijdag` is told apart where the text itself can be seen.
    fn with_through(
        &self,
        at: usize,
        day: usize,
        direction: Direction,
        stretch: Stretch,
    ) -> Stretch {
        let voor = at.checked_sub(1).is_some_and(|word| self.is(word, "voor"));
        let plain =
            stretch.kind == Kind::Date && stretch.edge.is_none() && self.feast(day, true).is_none();
        let through = voor && plain && direction == Direction::Before && stretch.other.is_none();
        if through { Stretch { other: Some(Other::Through), ..stretch } } else { stretch }
    }

    /// `de planning voor deze week`, `een afspraak voor morgen`: what something is for is no deadline.
    fn is_for(&self, at: usize, stretch: &Stretch) -> bool {
        const MEETINGS: &[&str] = &[
            "meeting",
            "vergadering",
            "afspraak",
            "overleg",
            "alarm",
            "wekker",
            "reservering",
            "boeking",
            "planning",
            "rooster",
            "agenda",
            "uitnodiging",
            "reservation",
        ];
        let Some(word) = at.checked_sub(1).filter(|word| self.is(*word, "voor")) else {
            return false;
        };
        let meant = (1..=2).filter_map(|back| self.tokens.get(word.checked_sub(back)?));
        let running = stretch.grain >= Grain::Week
            && stretch.edge.is_none()
            && stretch.start <= self.reading.reference;
        running || meant.into_iter().any(|token| MEETINGS.contains(&token.text.as_str()))
    }

    /// `Tot volgend jaar!` only says goodbye.
    fn is_greeting(&self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(2);
        let begins = before.is_none_or(|two| {
            self.is(two, "en")
                || self.is(two, "och")
                || self.is(two, "and")
                || self.is(two, ".")
                || self.is(two, "!")
        });
        let word = at.checked_sub(1).is_some_and(|one| self.is(one, "tot"));
        word && begins
            && self.tokens.get(next).is_none_or(|token| matches!(token.text.as_str(), "!" | "."))
    }

    /// Whether an event follows that the amount counts from: "of receipt", `na ontvangst`.
    fn event_after(&self, at: usize) -> (bool, usize) {
        let Some(word) = self.tokens.get(at) else { return (false, at) };
        let counts = matches!(
            word.text.as_str(),
            "na" | "vanaf" | "efter" | "från" | "of" | "after" | "from" | "following" | "upon"
        );
        let now = self.after(at, Sense::FromNow);
        if let Some(next) = now {
            return (false, next);
        }
        if counts && self.target(at + 1, true).is_none() && self.is_word(at + 1) {
            return (true, at + 2);
        }
        (false, at)
    }

    /// An amount of time and what it is counted from.
    fn amount_phrase(&self, at: usize) -> Read<Phrase> {
        if let Some(((), next)) = self.pick(at, |sense| (sense == Sense::After).then_some(())) {
            let skipped = self.skip(next, &[Sense::About]);
            let amount = self.amount(next, true).or_else(|| self.amount(skipped, true));
            if let Some((amount, end)) = amount {
                let (event, end) = self.event_after(end);
                if event {
                    return Some((Phrase::Amount(amount, Some(Direction::After), true), end));
                }
                if amount.article && amount.finest() == Unit::Second && self.is_word(end) {
                    return None; // "in a second step"
                }
                let start = amount.from(self.reading.reference, self, 1)?;
                return self.ahead(&amount, start, end);
            }
        }
        if let Some(found) = self.minutes_meant(at) {
            return Some(found);
        }
        if self.is(at, "for") {
            let (amount, next) = self.amount(at + 1, true)?;
            return self.lasting_from(&amount, next);
        }
        let (amount, next) = self.amount(at, false)?;
        if let Some(end) = self.after(next, Sense::FromNow) {
            let start = amount.from(self.reading.reference, self, 1)?;
            return self.ahead(&amount, start, end);
        }
        if let Some(end) = self.after(next, Sense::Ago) {
            let start = amount.from(self.reading.reference, self, -1)?;
            return self.ahead(&amount, start, end);
        }
        let second = amount.finest() == Unit::Second && self.is_word(next);
        let day = self.digits(at).is_none() && amount.parts.as_slice() == [(Unit::Day, 1000)];
        let lasting =
            at.checked_sub(1).is_some_and(|one| self.is(one, "for") || self.is(one, "voor"));
        let vague = !lasting
            && (amount.article || day)
            && (amount.finest() >= Unit::Day || second)
            && !self.is_all(at, next);
        let (event, end) = self.event_after(next);
        (!vague).then_some((Phrase::Amount(amount, None, event), if event { end } else { next }))
    }

    /// "Back in 15.": minutes, in English.
    fn minutes_meant(&self, at: usize) -> Read<Phrase> {
        let minutes = self
            .digits(at + 1)
            .filter(|n| self.is(at, "in") && n % 5 == 0 && (5..60).contains(n))?;
        let said = at == 0
            || ["back", "ready", "there", "done", "again", "up"]
                .iter()
                .any(|word| self.is(at - 1, word));
        let closes =
            self.tokens.get(at + 2).is_none_or(|token| matches!(token.text.as_str(), "." | "!"))
                && self.width(at + 3) == 0;
        if self.reading.lang != Lang::En || !said || !closes {
            return None;
        }
        let amount = Amount { parts: vec![(Unit::Minute, minutes * 1000)], article: false };
        let start = amount.from(self.reading.reference, self, 1)?;
        self.ahead(&amount, start, at + 2)
    }

    /// The point of time that an amount from now leads to, and a time of day that may follow.
    pub(super) fn ahead(&self, amount: &Amount, start: DateTime, next: usize) -> Read<Phrase> {
        let whole = amount.finest() > Unit::Day;
        let midnight = Time::midnight();
        let start = if whole { start.date().to_datetime(midnight) } else { start };
        let kind = if amount.finest() >= Unit::Day { Kind::Date } else { Kind::DateTime };
        let mut stretch = Stretch {
            start,
            end: start,
            grain: amount.grain(),
            kind,
            edge: None,
            other: None,
            past: false,
        };
        if amount.finest() >= Unit::Day {
            stretch.end = plus_days(start.date(), 1)?.to_datetime(midnight);
            let at = self.skip(next, &[Sense::At]);
            if let Some((clock, end)) = self.clock(at, at > next) {
                let day = Period::day(start.date())?;
                let parts = Parts { day: Some(day), clock: Some(clock), part: None };
                return Some((Phrase::Time(self.together(parts)?, None), end));
            }
        }
        Some((Phrase::Time(stretch, None), next))
    }

    pub(super) fn interval(&self, start: DateTime, end: DateTime, grain: Grain) -> Phrase {
        Phrase::Time(
            Stretch {
                start,
                end,
                grain,
                kind: Kind::Interval,
                edge: None,
                other: None,
                past: false,
            },
            None,
        )
    }
}
