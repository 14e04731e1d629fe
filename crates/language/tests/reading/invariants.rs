//! What must hold of any text whatever; shared by the tests, the mutating driver and the fuzz targets.

use jiff::civil::date;
use language::dates::{self, Reading};
use language::span::Characters;
use language::{Checker, Lang, Span, zones};

fn reading(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), lang)
}

/// A place lies inside the text, on borders of characters, and counts as many characters as it holds.
fn holds(text: &str, span: Span, characters: &mut Characters<'_>) {
    let words = text.get(span.start..span.end).expect("inside the text, on borders");
    let (from, to) = (characters.before(span.start), characters.before(span.end));
    assert_eq!(to - from, words.chars().count(), "{span:?}");
    let by_count: String = text.chars().skip(from).take(to - from).collect();
    assert_eq!(by_count, words);
}

/// Dates lie in order, none over another, and are the same twice. Gives what kinds of answers there are.
pub(crate) fn dates(text: &str) -> String {
    let mut answers = String::new();
    for lang in Lang::ALL {
        let found = dates::find(text, &reading(lang));
        assert_eq!(found, dates::find(text, &reading(lang)));
        let (mut end, mut characters) = (0, Characters::of(text));
        for each in &found {
            assert!(each.span.start >= end && each.span.start < each.span.end, "{each:?}");
            holds(text, each.span, &mut characters);
            if let (Some(start), Some(until)) = (each.start, each.end) {
                assert!(start <= until, "{each:?}");
            }
            end = each.span.end;
            answers += each.kind.code();
            answers += each.grain.code();
            answers += each.direction.map_or("", dates::Direction::code);
        }
    }
    answers
}

/// Zones cover the text without a gap, in order.
pub(crate) fn zones(text: &str) -> String {
    let found = zones::of(text);
    assert_eq!(found, zones::of(text));
    let (mut end, mut characters) = (0, Characters::of(text));
    let mut answers = String::new();
    for zone in &found {
        assert_eq!(zone.span.start, end);
        assert!(zone.span.end > end);
        holds(text, zone.span, &mut characters);
        end = zone.span.end;
        answers += &format!("{:?}", zone.kind);
    }
    assert_eq!(end, text.len());
    answers
}

/// Statements and findings lie in order inside the text; what is found in a statement lies inside it.
pub(crate) fn check(text: &str) -> String {
    let mut answers = String::new();
    let checker = Checker::ours();
    for lang in Lang::ALL {
        let checked = checker.check(text, &reading(lang));
        assert_eq!(checked, checker.check(text, &reading(lang)));
        let (mut start, mut characters) = (0, Characters::of(text));
        for each in &checked.statements {
            assert!(each.statement.span.start >= start, "{each:?}");
            start = each.statement.span.start;
            holds(text, each.statement.span, &mut characters);
            assert!(each.times.iter().all(|time| each.statement.span.holds(time.span)));
            for feature in &each.statement.features {
                holds(text, feature.span, &mut Characters::of(text));
            }
            answers += &format!("{:?}{:?}", each.statement.label, each.statement.vague);
        }
        let (mut start, mut characters) = (0, Characters::of(text));
        for finding in &checked.findings {
            assert!(finding.span.start >= start, "{finding:?}");
            start = finding.span.start;
            holds(text, finding.span, &mut characters);
            answers += &finding.rule;
        }
    }
    answers
}
