//! Places in texts with characters of every width, and with those that cannot be seen.

use jiff::civil::date;
use language::dates::{Reading, find};
use language::span::Characters;
use language::{Checker, Lang};

/// The words found as dates, with their places counted in characters.
#[track_caller]
fn check(text: &str, want: &[(&str, usize, usize)]) {
    let found = find(text, &Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), Lang::Nl));
    let mut characters = Characters::of(text);
    let got: Vec<(&str, usize, usize)> = found
        .iter()
        .map(|each| {
            let (from, to) = (characters.before(each.span.start), characters.before(each.span.end));
            (each.span.of(text), from, to)
        })
        .collect();
    assert_eq!(got, want, "{text:?}");
}

#[test]
fn emoji_count_as_the_characters_they_are_made_of() {
    check("👍 op 3 december", &[("op 3 december", 2, 15)]);
    check("👩\u{200d}🔧🏽 op 3 december 🤝", &[("op 3 december", 5, 18)]);
}

#[test]
fn combining_characters_belong_to_the_word() {
    check("e\u{301}e\u{301}n: op 3 december", &[("op 3 december", 7, 20)]);
    check("vo\u{301}o\u{301}r 3 december", &[("vo\u{301}o\u{301}r 3 december", 0, 17)]);
}

#[test]
fn line_ends_tabs_and_nul_are_characters() {
    check("ja\r\nop 3 december\r\n", &[("op 3 december", 4, 17)]);
    check("\top\t3\tdecember", &[("op\t3\tdecember", 1, 14)]);
    check("\0op 3 december\0", &[("op 3 december", 1, 14)]);
}

#[test]
fn marks_of_direction_are_passed_over() {
    check("\u{200f}op 3 december\u{200f}", &[("op 3 december", 1, 14)]);
    check("\u{feff}op 3 december", &[("op 3 december", 1, 14)]);
}

#[test]
fn findings_keep_their_places_behind_wide_characters() {
    let text = "👩\u{200d}🔧 Wij komen zo snel mogelijk.";
    let reading = Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), Lang::Nl);
    let checked = Checker::ours().check(text, &reading);
    let words: Vec<&str> = checked.findings.iter().map(|each| each.span.of(text)).collect();
    assert_eq!(words, ["zo snel mogelijk"]);
    let mut characters = Characters::of(text);
    assert_eq!(characters.before(checked.findings[0].span.start), 14);
}
