//! Public statements held against what product answers for: which sentences claim something of the register, for when, and
//! on what ground.
//!
//! Names and other names are found as whole words, inflected or not ([`mention`]). A sentence claims when something in it
//! says that the thing is there or to be had; a question, a condition, a wish, a no, somebody else's words and what others
//! sell claim nothing ([`cues`]). "From March 2027" claims it for then. What the register does not name is left alone: by
//! its words nobody can tell a boast from a capability.

mod cues;
mod differ;
mod mention;
mod says;

use jiff::civil::{Date, DateTime, Time};

pub use self::differ::{Differing, differing};
pub use self::says::{Said, said_of_differing};

use self::cues::{Cues, Frame};
use self::mention::{Mention, Mentions};
use crate::dates::{self, Direction, Found, Grain, Reading};
use crate::sentences::{self, Sentence};
use crate::words::{Text, Word, lower_of};
use crate::zones::{self, Kind, Zone};
use crate::{Lang, Span};

/// A capability, as the register has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capability {
    /// Its name, looked for in every language.
    pub name: String,
    /// How texts call it besides: in one language, or in all of them.
    pub names: Vec<(Option<Lang>, String)>,
    /// What product says of it.
    pub standing: Standing,
}

/// What product says of a capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is there.
    Exists {
        /// Since when.
        since: Date,
    },
    /// It is to be there.
    Forecast {
        /// By the end of which day.
        day: Date,
        /// With which chance, in thousandths, where one can be given.
        permille: Option<u16>,
    },
    /// It is not there, and nobody works on it.
    NotPlanned {
        /// Why.
        reason: String,
    },
    /// Product has not answered.
    Asked,
    /// Taken out of the register.
    Retired {
        /// Why.
        reason: String,
    },
}

/// The rules by which claims are marked, as exemptions name them.
pub const RULES: [&str; 7] = [
    "claim_too_early",
    "claim_forecast_passed",
    "claim_younger",
    "claim_not_planned",
    "claim_unanswered",
    "claim_retired",
    "claim_dates_differ",
];

/// When something is said to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Now.
    Now,
    /// At a named time.
    Named(Window),
    /// Some day, without a date.
    SomeDay,
}

/// A named time, as days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its first day; none for a deadline.
    pub first: Option<Date>,
    /// Its last day; none where it begins after a day and nobody knows when.
    pub last: Option<Date>,
    /// From which day on the reader may count on it, if on any.
    pub counted_on: Option<Date>,
}

/// A sentence that claims a capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which capability, by its place in the register.
    pub capability: usize,
    /// The words that name it.
    pub mention: Span,
    /// The sentence, item or heading.
    pub sentence: Span,
    /// When it is said to be there.
    pub when: When,
}

/// What a claim is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It is there, as claimed.
    Exists {
        /// Since when.
        since: Date,
    },
    /// It is to be there by the day it is claimed for.
    InTime {
        /// By the end of which day.
        day: Date,
        /// With which chance, in thousandths.
        permille: Option<u16>,
    },
    /// It is claimed as there, or for an earlier day than it is forecast for.
    TooEarly {
        /// By the end of which day it is to be there.
        day: Date,
        /// With which chance, in thousandths.
        permille: Option<u16>,
    },
    /// The day it was forecast for has passed, and product has not said that it is there.
    ForecastPassed {
        /// Which day.
        day: Date,
    },
    /// It is there, yet not for as long as is claimed.
    Younger {
        /// Since when it is there.
        since: Date,
    },
    /// Nobody works on it.
    NotPlanned {
        /// Why.
        reason: &'a str,
    },
    /// Product has not answered.
    Unanswered,
    /// It was taken out of the register.
    Retired {
        /// Why.
        reason: &'a str,
    },
}

impl Verdict<'_> {
    /// Its name in output.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Exists { .. } => "exists",
            Self::InTime { .. } => "in_time",
            Self::TooEarly { .. } => "too_early",
            Self::ForecastPassed { .. } => "forecast_passed",
            Self::Younger { .. } => "younger",
            Self::NotPlanned { .. } => "not_planned",
            Self::Unanswered => "unanswered",
            Self::Retired { .. } => "retired",
        }
    }

    /// Whether it speaks against a claim that must not stay; product may still give the others a ground.
    pub const fn has_no_excuse(&self) -> bool {
        matches!(self, Self::TooEarly { .. } | Self::NotPlanned { .. } | Self::Retired { .. })
    }

    /// Whether the claim has a ground.
    pub const fn has_ground(&self) -> bool {
        matches!(self, Self::Exists { .. } | Self::InTime { .. })
    }
}

/// The register, ready to be looked for in texts.
#[derive(Debug)]
pub struct Register {
    capabilities: Vec<Capability>,
    mentions: Mentions,
}

impl Register {
    /// Of these capabilities. Of two that are called the same the first is found.
    pub fn of(capabilities: Vec<Capability>) -> Self {
        let mentions = Mentions::of(&capabilities);
        Self { capabilities, mentions }
    }

    /// A capability by its place.
    pub fn get(&self, place: usize) -> Option<&Capability> {
        self.capabilities.get(place)
    }

    /// The capabilities that a text names, by their places in the register, in order; whether it claims them or not.
    pub fn named(&self, text: &str, lang: Lang) -> Vec<usize> {
        self.mentions.find(text, lang).into_iter().map(|mention| mention.capability).collect()
    }

    /// The claims of a text in the writer's own words, in order.
    pub fn find(&self, text: &str, reading: &Reading<'_>) -> Vec<Claim> {
        let mentions = self.mentions.find(text, reading.lang);
        if mentions.is_empty() {
            return Vec::new();
        }
        let low = lower_of(text);
        let pieces = pieces(Text::of(text, &low), reading.lang);
        let times = dates::find(text, reading);
        let cues = Cues::in_language(reading.lang);
        let today = reading.reference.date();
        let mut claims = Vec::new();
        let (mut heading, mut frame) = (Frame::None, Frame::None);
        for piece in &pieces {
            let sentence = &piece.sentence;
            let times = within(&times, sentence.span);
            if piece.is_heading {
                heading = cues.frame(&sentence.words, ahead(times, today));
                frame = Frame::None;
            } else if !sentence.item {
                frame = Frame::None;
            }
            let named = mentions_within(&mentions, sentence.span);
            for mention in named {
                let (is_heading, alone) = (piece.is_heading, named.len() == 1);
                let about = About { sentence, is_heading, times, mention, alone };
                let stands = match frame {
                    _ if is_heading => Frame::None,
                    Frame::None => heading,
                    Frame::There | Frame::Silent | Frame::Blocked | Frame::Coming(_) => frame,
                };
                if let Some(when) = about.when(cues, stands) {
                    let Mention { capability, span } = *mention;
                    let sentence = sentence.span;
                    claims.push(Claim { capability, mention: span, sentence, when });
                }
            }
            if sentence.announces() && !sentence.item && !piece.is_heading {
                frame = cues.frame(&sentence.words, ahead(times, today)).announced();
            }
        }
        claims
    }

    /// What a claim is worth on a day.
    pub fn judge(&self, claim: &Claim, today: Date) -> Verdict<'_> {
        self.judge_said(claim.capability, claim.when, today)
    }

    /// What it is worth on a day to say of a capability when it is there. One that is not in this register is unanswered.
    pub fn judge_said(&self, capability: usize, when: When, today: Date) -> Verdict<'_> {
        let Some(capability) = self.get(capability) else { return Verdict::Unanswered };
        let counted_on = match when {
            When::Now => Some(today),
            When::Named(window) => window.counted_on,
            When::SomeDay => None,
        };
        match &capability.standing {
            Standing::Exists { since } => match counted_on {
                Some(day) if day < *since => Verdict::Younger { since: *since },
                Some(_) | None => Verdict::Exists { since: *since },
            },
            Standing::Forecast { day, .. } if *day < today => Verdict::ForecastPassed { day: *day },
            Standing::Forecast { day, permille } => {
                let (day, permille) = (*day, *permille);
                // What is to be there by the end of a day is not there when that day is today.
                let is_early =
                    when_is_now(when, today) || counted_on.is_some_and(|counted| counted < day);
                if is_early {
                    Verdict::TooEarly { day, permille }
                } else {
                    Verdict::InTime { day, permille }
                }
            }
            Standing::NotPlanned { reason } => Verdict::NotPlanned { reason },
            Standing::Asked => Verdict::Unanswered,
            Standing::Retired { reason } => Verdict::Retired { reason },
        }
    }
}

fn when_is_now(when: When, today: Date) -> bool {
    match when {
        When::Now => true,
        When::Named(window) => window.counted_on.is_some_and(|day| day <= today),
        When::SomeDay => false,
    }
}

/// A sentence, an item or a heading.
struct Piece<'a> {
    sentence: Sentence<'a>,
    is_heading: bool,
}

/// The sentences and headings of the writer, in order.
fn pieces(text: Text<'_>, lang: Lang) -> Vec<Piece<'_>> {
    let zones = zones::of(text.written);
    let piece = |is_heading| move |sentence| Piece { sentence, is_heading };
    let mut pieces: Vec<Piece<'_>> =
        sentences::of(text, &zones, lang).into_iter().map(piece(false)).collect();
    for heading in zones.iter().filter(|zone| zone.kind == Kind::Heading) {
        let alone = [Zone { kind: Kind::Own, ..*heading }];
        pieces.extend(sentences::of(text, &alone, lang).into_iter().map(piece(true)));
    }
    pieces.sort_by_key(|piece| piece.sentence.span);
    pieces
}

/// The times within a stretch, of times in order.
fn within(times: &[Found], span: Span) -> &[Found] {
    let from = times.partition_point(|time| time.span.start < span.start);
    let to = times.partition_point(|time| time.span.start < span.end);
    times.get(from..to).unwrap_or_default()
}

fn mentions_within(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let to = mentions.partition_point(|mention| mention.span.start < span.end);
    mentions.get(from..to).unwrap_or_default()
}

/// The first named time that lies ahead.
fn ahead(times: &[Found], today: Date) -> Option<Window> {
    let windows = times.iter().filter_map(window);
    windows.into_iter().find(|window| window.counted_on.or(window.first) > Some(today))
}

/// A named time as days; `None` for amounts of time, hours, and what counts from an event.
fn window(found: &Found) -> Option<Window> {
    if found.grain < Grain::Day || found.event || found.kind == dates::Kind::Duration {
        return None;
    }
    let first = found.start.map(DateTime::date);
    let last = found.end.map(|end| {
        let begins_day = end.time() == Time::midnight();
        let before = if begins_day { end.date().yesterday() } else { Ok(end.date()) };
        before.unwrap_or_else(|_| end.date())
    });
    match (found.direction, first) {
        (Some(Direction::From), Some(start)) => {
            let last = last_of(start, found.grain);
            Some(Window { first, last, counted_on: Some(start) })
        }
        (Some(Direction::After), Some(_)) => Some(Window { first, last: None, counted_on: None }),
        (_, _) => {
            let last = last.or(first)?;
            Some(Window { first, last: Some(last), counted_on: Some(last) })
        }
    }
}

/// The last day of the stretch that begins on a day.
fn last_of(start: Date, grain: Grain) -> Option<Date> {
    let span = match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => return Some(start),
        Grain::Week => jiff::Span::new().weeks(1),
        Grain::Month => jiff::Span::new().months(1),
        Grain::Quarter => jiff::Span::new().months(3),
        Grain::Year => jiff::Span::new().years(1),
    };
    start.checked_add(span).ok()?.yesterday().ok()
}

/// A mention and what stands around it.
struct About<'a> {
    sentence: &'a Sentence<'a>,
    is_heading: bool,
    /// The times in the sentence.
    times: &'a [Found],
    mention: &'a Mention,
    /// Whether nothing else of the register is named in the sentence.
    alone: bool,
}

impl About<'_> {
    /// When the sentence says that the thing is there, under what stands above it; `None` when it claims nothing.
    fn when(&self, cues: &Cues, stands: Frame) -> Option<When> {
        let words = &self.sentence.words;
        let place = words.iter().position(|word| word.span.end > self.mention.span.start)?;
        let end = words.iter().rposition(|word| word.span.start < self.mention.span.end)? + 1;
        let clause = self.sentence.clauses.iter().find(|clause| clause.contains(&place))?;
        let around = words.get(clause.clone())?;
        let inside = place - clause.start..(end - clause.start).min(around.len());
        // "Coming soon: the export": what stands before the colon speaks for all that follows.
        let colon = words[..place].iter().rposition(|word| word.low == ":").unwrap_or_default();
        let before = &words[..colon];
        let is_blocked = cues.blocks(around) || cues.blocks(before);
        if self.sentence.asks() || is_blocked || cues.denies(around, inside.clone()) {
            return None;
        }
        let is_bare = (self.is_heading || self.sentence.item) && Cues::is_bare(words, place..end);
        let says_there = cues.says_there(words) || cues.leads(around, inside);
        let comes = cues.comes(around) || cues.comes(before);
        let time = self.time(around);
        let begins = time.is_some_and(|time| time.direction == Some(Direction::From));
        if (says_there || comes || is_bare || begins)
            && let Some(window) = time.and_then(window)
        {
            return Some(When::Named(window));
        }
        let says_now = cues.says_now(around) || cues.says_now(before);
        let some_day = |window: Option<Window>| window.map_or(When::SomeDay, When::Named);
        if comes && !says_now {
            return Some(some_day(stands.window()));
        }
        let is_listed = is_bare
            && match stands {
                Frame::There | Frame::None | Frame::Coming(_) => true,
                Frame::Silent | Frame::Blocked => self.is_heading,
            };
        if !(says_there || says_now || is_listed) {
            return None;
        }
        match stands {
            Frame::Coming(window) if !says_now => Some(some_day(window)),
            Frame::Coming(_) | Frame::There | Frame::None | Frame::Silent | Frame::Blocked => {
                Some(When::Now)
            }
        }
    }

    /// The time that is said of the mention: in its clause, or in the sentence when that speaks of nothing else.
    fn time(&self, clause: &[Word<'_>]) -> Option<&Found> {
        let span = Span::new(clause.first()?.span.start, clause.last()?.span.end);
        let mut dated = self.times.iter().filter(|time| window(time).is_some());
        let near = dated.clone().find(|time| span.holds(time.span));
        near.or_else(|| dated.next().filter(|_| self.alone))
    }
}
