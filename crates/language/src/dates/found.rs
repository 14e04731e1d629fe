//! From expressions to what is reported: the direction becomes an open start or an open end.

use jiff::civil::Time;

use super::amount::Amount;
use super::parser::Parser;
use super::parts::Stretch;
use super::phrase::Phrase;
use super::sense::{Edge, Sense, Unit};
use super::token::Token;
use super::value::plus_days;
use super::{Direction, Found, Grain, Kind, Reading};
use crate::Span;

/// Adds the expressions of a paragraph.
pub(super) fn collect(tokens: &[Token], reading: &Reading<'_>, out: &mut Vec<Found>) {
    let parser = Parser::new(tokens, reading);
    let cues = parser.cues();
    let mut at = 0;
    while at < tokens.len() {
        if !cues.get(at).copied().unwrap_or_default() {
            at += 1;
            continue;
        }
        let Some((phrase, next)) = parser.phrase(at) else {
            at += 1;
            continue;
        };
        let next = next.max(at + 1);
        if let (Some(first), Some(last)) = (tokens.get(at), tokens.get(next - 1)) {
            let span = Span::new(first.start, last.end);
            let found = match phrase {
                Phrase::Time(stretch, direction) => Some(of_stretch(span, stretch, direction)),
                Phrase::Amount(amount, direction, event) => {
                    of_amount(span, &amount, direction, event, &parser)
                }
                Phrase::Nothing => None,
            };
            let anaphoric = (at..next).any(|place| parser.has(place, &[Sense::Same]));
            out.extend(found.map(|found| Found { anaphoric, ..found }));
        }
        at = next;
    }
}

fn of_stretch(span: Span, stretch: Stretch, direction: Option<Direction>) -> Found {
    let Stretch { start, end, grain, kind, edge, ambiguous, .. } = stretch;
    let point = start == end;
    let (from, to) = match direction {
        Some(Direction::By | Direction::Within) => (None, Some(end)),
        Some(Direction::Around) if edge == Some(Edge::End) => (None, Some(end)),
        Some(Direction::Before) if edge == Some(Edge::End) => (None, Some(end)),
        Some(Direction::Before) => (None, Some(start)),
        Some(Direction::From) => (Some(start), None),
        Some(Direction::After) => (Some(end), None),
        Some(Direction::At | Direction::Around) | None => (Some(start), (!point).then_some(end)),
    };
    let kind = if from.is_none() || to.is_none() && !point { Kind::Interval } else { kind };
    Found {
        span,
        kind,
        start: from,
        end: to,
        grain,
        seconds: None,
        direction,
        event: false,
        anaphoric: false,
        ambiguous,
    }
}

fn of_amount(
    span: Span,
    amount: &Amount,
    direction: Option<Direction>,
    event: bool,
    parser: &Parser<'_>,
) -> Option<Found> {
    let seconds = Some(amount.seconds()?);
    let mut found = Found {
        span,
        kind: Kind::Duration,
        start: None,
        end: None,
        grain: amount.grain(),
        seconds,
        direction,
        event,
        anaphoric: false,
        ambiguous: false,
    };
    if event || direction.is_none() || direction == Some(Direction::Around) {
        return Some(found);
    }
    let ahead = amount.from(parser.reading.reference, parser, 1)?;
    found.kind = Kind::Interval;
    if direction == Some(Direction::After) {
        found.start = Some(ahead);
        return Some(found);
    }
    let days = amount.finest() >= Unit::Day;
    found.end =
        Some(if days { plus_days(ahead.date(), 1)?.to_datetime(Time::midnight()) } else { ahead });
    found.grain = if days { Grain::Day } else { amount.grain() };
    Some(found)
}
