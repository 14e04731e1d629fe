//! Working times of several teams in one plan: each team counts in its own, and what crosses from one team to another
//! is converted on the way.
//!
//! A team's clock counts its own working hours from about the present on. How it stands against another clock is a line
//! with a piece for each quarter of an hour of the first: exact where everybody begins and ends on whole quarters, off
//! by at most such a piece elsewhere.

use std::sync::Arc;

use calendar::Timeline;

use crate::number::{real_seconds, whole_seconds};

/// In whose working time the teams of a network count. As it is made by default, all of them share one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clocks {
    /// For each team its clock; empty where all share one that begins at 0.
    of_team: Vec<usize>,
    clocks: Vec<Clock>,
    crossings: Vec<Crossing>,
    /// Which crossing leads from which clock to which.
    between: Vec<(usize, usize)>,
}

/// A count of hours.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Clock {
    /// Working hours of a timeline, from a whole quarter of an hour before the present on.
    Working(Arc<Timeline>, Span),
    /// Hours of the day and night, from the present on; up to which second since 1970 teams are told by it.
    Wall(Span, i64),
}

/// Where a clock begins to count, and where it stands at the present.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    /// The second of its zero: a working second of the timeline, or one since 1970.
    zero: i64,
    /// The present, in hours.
    now: f32,
}

const HOUR: f64 = 3600.0;
/// Working seconds of one piece.
const PIECE: i64 = 900;
const PIECES_AN_HOUR: f32 = 4.0;
/// What ends so little after a closing ended at it, in hours: half a second. Sums of 24 bits are not finer.
const AT_CLOSING: f32 = 0.5 / 3600.0;

impl Clock {
    /// The working hours of a timeline from an instant on, in seconds since 1970.
    pub(super) fn working(timeline: Arc<Timeline>, now: i64) -> Self {
        let worked = timeline.working_at_second(now);
        let zero = worked - worked.rem_euclid(PIECE);
        let span = Span { zero, now: hours(worked - zero) };
        Self::Working(timeline, span)
    }

    /// All hours from an instant on, in seconds since 1970; teams are told by it of nothing after `last`.
    pub(super) fn wall(now: i64, last: i64) -> Self {
        Self::Wall(Span { zero: now, now: 0.0 }, last)
    }

    /// The present, in hours.
    pub(super) fn now(&self) -> f32 {
        let (Self::Working(_, span) | Self::Wall(span, _)) = self;
        span.now
    }

    /// Whether it counts the working hours of this timeline.
    pub(super) fn is_of(&self, timeline: &Arc<Timeline>) -> bool {
        match self {
            Self::Working(own, _) => Arc::ptr_eq(own, timeline) || own == timeline,
            Self::Wall(..) => false,
        }
    }

    /// Where it stands at a second since 1970.
    pub(super) fn at_second(&self, second: i64) -> f32 {
        match self {
            Self::Working(timeline, span) => hours(timeline.working_at_second(second) - span.zero),
            Self::Wall(span, _) => hours(second - span.zero),
        }
    }

    /// The first second since 1970 at which it stands there; `None` beyond its end, and for what never is.
    pub(super) fn second_at(&self, hours: f32) -> Option<i64> {
        let seconds = f64::from(hours) * HOUR;
        match self {
            _ if !seconds.is_finite() => None,
            Self::Working(timeline, span) => timeline.second_at(span.zero + whole_seconds(seconds)),
            Self::Wall(span, _) => Some(span.zero + whole_seconds(seconds)),
        }
    }
}

fn hours(seconds: i64) -> f32 {
    super::bank::single(real_seconds(seconds) / HOUR)
}

/// How one clock stands against another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Crossing {
    /// For each quarter of an hour of the first clock: where the second one stands at its end, and how fast it goes.
    pieces: Vec<(f32, f32)>,
}

impl Crossing {
    fn of(from: &Clock, to: &Clock) -> Self {
        let (Clock::Working(_, span) | Clock::Wall(span, _)) = from;
        let second = |count: i64| match from {
            Clock::Working(timeline, _) => timeline.second_at(count),
            Clock::Wall(_, last) => (count - PIECE <= *last).then_some(count),
        };
        let piece = |end: i64| {
            let closes = second(end)?;
            // Just after the beginning of a piece, as its very beginning may be the closing of the day before.
            let opens = second(end - PIECE + 1)? - 1;
            let (from, until) = (to.at_second(opens), to.at_second(closes));
            let pace = (until - from) * PIECES_AN_HOUR;
            // A piece with a night in it cannot be told by one line: it goes at the pace that it ends with.
            Some((until, if pace > 1.0 { 1.0 } else { pace }))
        };
        let ends = (1..).map(|count: i64| span.zero + count * PIECE);
        Self { pieces: ends.map_while(piece).collect() }
    }

    /// Where the second clock stands when the first one stands there; never, beyond the end of the first.
    #[inline(always)]
    pub(super) fn at(&self, hours: f32) -> f32 {
        let piece = whole((hours - AT_CLOSING) * PIECES_AN_HOUR);
        match self.pieces.get(piece) {
            Some((until, pace)) => {
                let end = fraction(piece + 1) / PIECES_AN_HOUR;
                until - (end - hours) * pace
            }
            None => f32::INFINITY,
        }
    }
}

/// The whole part of a number from 0 on; numbers below are 0, and what is never is the largest.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is what is wanted"
)]
#[inline(always)]
fn whole(number: f32) -> usize {
    number as usize
}

#[expect(clippy::cast_precision_loss, reason = "pieces of some years stay below 2^24")]
#[inline(always)]
fn fraction(number: usize) -> f32 {
    number as f32
}

impl Clocks {
    /// The clocks of some teams, each by its place among the clocks.
    pub(super) fn of(clocks: Vec<Clock>, of_team: Vec<usize>) -> Self {
        Self { of_team, clocks, crossings: Vec::new(), between: Vec::new() }
    }

    /// The clock of a team; `None` where all teams share one that begins at 0.
    pub(super) fn clock(&self, team: usize) -> Option<&Clock> {
        self.clocks.get(*self.of_team.get(team)?)
    }

    /// Where the clock of a team stands at the present.
    pub(super) fn now(&self, team: usize) -> f32 {
        self.clock(team).map_or(0.0, Clock::now)
    }

    /// Which crossing leads from one team's clock to another's; `None` where both have the same.
    pub(super) fn crossing(&self, from: usize, to: usize) -> Option<usize> {
        let pair = (*self.of_team.get(from)?, *self.of_team.get(to)?);
        self.between.iter().position(|between| *between == pair)
    }

    /// Makes the crossing from one team's clock to another's, where they are not the same.
    pub(super) fn cross(&mut self, from: usize, to: usize) {
        let (Some(from), Some(to)) = (self.of_team.get(from), self.of_team.get(to)) else { return };
        let pair = (*from, *to);
        if from != to && !self.between.contains(&pair) {
            self.crossings.push(Crossing::of(&self.clocks[*from], &self.clocks[*to]));
            self.between.push(pair);
        }
    }

    /// A crossing by its number.
    #[inline(always)]
    pub(super) fn by_number(&self, crossing: usize) -> &Crossing {
        &self.crossings[crossing]
    }

    /// Bytes that its crossings take.
    pub(super) fn bytes(&self) -> usize {
        self.crossings.iter().map(|crossing| crossing.pieces.len() * size_of::<(f32, f32)>()).sum()
    }
}
