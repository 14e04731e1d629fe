//! Any text is read without a panic, and places lie at borders of characters.

use jiff::civil::date;
use language::Lang;
use language::dates::{Reading, find};
use proptest::prelude::*;

/// Pieces that rules meet, in any order, with what breaks naive readers.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "uiterlijk", "senast", "by", "voor", "før", "inom", "binnen", "within", "van", "tot", "till", "to", "-", "–", "den",
            "the", "3", "31", "2026", "99999999999999999999", "9999", "15.30", "30/2", "29-2", "0", "24:00", "week", "v.", "vecka",
            "53", "kl.", "uur", "u", "half", "halv", "vier", "fyra", "kwart", "kvart", "over", "över", "i", "december", "maj",
            "mei", "may", "maandag", "måndag", "Monday", "volgende", "nästa", "next", "last", "eind", "slutet av", "end of",
            "Q1", "2,5", "1/2", "dagen", "dagar", "days", "years", "jaar", "år", "en", "och", "and", "a", "vóór", "e\u{301}e\u{301}n",
            "ma\u{30A}ndag", "🤝", "\r\n", "\n\n", ",", ".", ":", "(", ")", "'s", "’s avonds", "ago", "geleden", "sedan", "100000",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    let glue = prop::sample::select(vec![" ", " ", " ", "", "\u{A0}"]);
    prop::collection::vec((piece, glue), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_text_has_an_answer(text in text(), year in -9000_i16..=9999, month_first: bool) {
        for lang in Lang::ALL {
            let reference = date(year, 11, 19).at(9, 0, 0, 0);
            let reading = Reading { month_first, ..Reading::at(reference, lang) };
            let mut last = 0;
            for found in find(&text, &reading) {
                prop_assert!(text.get(found.span.start..found.span.end).is_some_and(|words| !words.is_empty()));
                prop_assert!(found.span.start >= last);
                if let (Some(start), Some(end)) = (found.start, found.end) {
                    prop_assert!(start <= end);
                }
                last = found.span.end;
            }
        }
    }
}

#[test]
fn a_long_line_takes_linear_time() {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), Lang::Nl);
    let text = "van 3 tot 4 tot 5 en een half van de laatste 2 ".repeat(4000);
    assert!(find(&text, &reading).len() < text.len());
}
