//! From expressions to what is reported: the direction becomes an open start or an open end.

use jiff::civil::{Date, DateTime, Time};

use super::amount::Amount;
use super::leaning::Earlier;
use super::parser::Parser;
use super::parts::{Other, Stretch};
use super::phrase::Phrase;
use super::places::Places;
use super::sense::{Edge, Sense, Unit};
use super::value::{plus_days, unit_period};
use super::{Direction, Found, Grain, Kind, Reading, Window};
use crate::Span;

/// Adds the expressions of a paragraph.
pub(super) fn collect(parser: &Parser<'_>, places: &Places, out: &mut Vec<Found>) {
    let mut at = 0;
    while let Some(hopeful) = places.next_hopeful(at) {
        if parser.named.get().is_some() && (at..=hopeful).any(|place| parser.ends_sentence(place)) {
            parser.named.set(None);
        }
        if let Some(earlier) = parser.earlier.get() {
            let ends = (at..=hopeful).filter(|place| parser.ends_sentence(*place)).count();
            parser.earlier.set(earlier.further(ends));
        }
        at = hopeful;
        let phrase = parser.phrase(at);
        let reach = phrase.as_ref().map_or(at, |(_, next)| *next);
        let that = parser.that_day(at).filter(|(_, next, _)| *next >= reach);
        let is_that = that.is_some();
        let begins = at - usize::from(that.is_some_and(|(_, _, is_led)| is_led));
        let that = that.map(|(stretch, next, _)| (Phrase::Time(stretch, None), next));
        let Some((phrase, next)) = that.or(phrase) else {
            at += 1;
            continue;
        };
        let next = next.max(at + 1);
        if let (Some(first), Some(last)) = (parser.tokens.get(begins), parser.tokens.get(next - 1))
        {
            let span = Span::new(first.start, last.end);
            let found = match phrase {
                Phrase::Time(stretch, direction) => Some(of_stretch(span, stretch, direction)),
                Phrase::Amount(amount, direction, event) => {
                    of_amount(span, &amount, direction, event, parser)
                }
                Phrase::Nothing => None,
            };
            let same = (at..next).find_map(|place| parser.after(place, Sense::Same));
            let found = found.map(|found| Found {
                of_thing: parser.is_of_thing(at),
                blurred: (at..next).any(|place| parser.is_blurred(place)),
                anaphoric: is_that,
                ..found
            });
            let found = match (found, same) {
                (Some(found), Some(name)) => {
                    let unit = parser.unit(name, false).map_or(Unit::Day, |(unit, _)| unit);
                    Some(referred(found, unit, out.last(), parser.reading))
                }
                (found, _) => found,
            };
            if let Some(day) = found.as_ref().and_then(|found| named_day(found, parser.reading)) {
                parser.named.set(Some(day));
            }
            if let Some(earlier) = found.as_ref().and_then(Earlier::of) {
                parser.earlier.set(Some(earlier));
            }
            out.extend(found);
        }
        at = next;
    }
}

/// The one day that is named, of which times of day further on in the sentence are: "on Friday we come at nine". Neither
/// a day gone by is one, "you rang yesterday, we call at four", nor one of a thing.
fn named_day(found: &Found, reading: &Reading<'_>) -> Option<Date> {
    let is_point = found.grain <= Grain::Day && found.direction.is_none() && !found.of_thing;
    let day = found.start.filter(|_| is_point)?.date();
    let is_one_day = match found.kind {
        Kind::Date | Kind::DateTime => true,
        Kind::Interval => found.end.is_some_and(|end| end.date() == day),
        Kind::Time | Kind::Duration => false,
    };
    (is_one_day && day >= reading.reference.date()).then_some(day)
}

/// What "the same day" means: the day that was named before it. Without one nobody knows from these words alone.
fn referred(mut found: Found, unit: Unit, earlier: Option<&Found>, reading: &Reading<'_>) -> Found {
    let named = earlier.and_then(|earlier| {
        let last = || plus_days(earlier.end?.date(), -1);
        let day = earlier.start.map(|start| start.date()).or_else(last)?;
        let today =
            unit_period(unit, reading.reference.date(), 0)?.start.to_datetime(Time::midnight());
        let meant = unit_period(unit, day, 0)?.start.to_datetime(Time::midnight());
        shifted(found.start, found.end, today, meant)
    });
    (found.start, found.end) = named.map_or((None, None), |named| (named.start, named.end));
    found.anaphoric = true;
    found.other = None;
    found
}

/// `vóór` has one meaning only, where `voor` could be read as "by".
pub(super) fn heed_accent(text: &str, found: &mut Found) {
    if found.direction != Some(Direction::Before) || found.other.is_none() {
        return;
    }
    let accented = found.span.of(text).split_whitespace().any(|word| {
        let spelled = word.to_lowercase();
        spelled.starts_with('v')
            && spelled != "voor"
            && (spelled.contains('ó') || spelled.contains('\u{301}'))
    });
    if accented {
        found.other = None;
    }
}

fn of_stretch(span: Span, stretch: Stretch, direction: Option<Direction>) -> Found {
    let Stretch { start, end, grain, kind, edge, other, .. } = stretch;
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
    let other = match other {
        Some(Other::Begins(at)) => shifted(from, to, start, at),
        Some(Other::Through) => Some(Window { start: None, end: Some(end) }),
        None => None,
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
        of_thing: false,
        blurred: false,
        other,
    }
}

/// A window moved by as much as lies between two moments.
fn shifted(
    start: Option<DateTime>,
    end: Option<DateTime>,
    from: DateTime,
    to: DateTime,
) -> Option<Window> {
    let by = from.until(to).ok()?;
    let moved = |at: Option<DateTime>| at.map(|at| at.checked_add(by).ok());
    let (start, end) = (moved(start), moved(end));
    if start == Some(None) || end == Some(None) {
        return None;
    }
    Some(Window { start: start.flatten(), end: end.flatten() })
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
        of_thing: false,
        blurred: false,
        other: None,
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
    found.start = (!days).then_some(parser.reading.reference); // hours run from this moment on
    found.end =
        Some(if days { plus_days(ahead.date(), 1)?.to_datetime(Time::midnight()) } else { ahead });
    found.grain = if days { Grain::Day } else { amount.grain() };
    Some(found)
}
