//! Texts made to be slow: the work, counted in steps, is bounded by the length.

use jiff::civil::date;
use language::dates::Reading;
use language::{Checker, Lang, steps};

/// Parts that are repeated to a text.
const PARTS: &[&str] = &[
    "> ",
    "> > > > ",
    ">\n",
    "> x\n",
    "\"",
    "\"a ",
    " 'a",
    "‘a ",
    "“",
    "»x ",
    "```\n",
    "~~~\nx\n",
    ".",
    ". ",
    "...! ",
    "a.",
    "1",
    "1 ",
    "-",
    "- ",
    "- a\n",
    "\u{301}",
    "e\u{301}",
    "a\u{301} ",
    "\u{200b}",
    "http://a.example/b?c=1&d=2 ",
    "a",
    "a ",
    " ",
    "\n",
    "\r",
    "\t\n",
    "van 3 tot 4 ",
    "from 3 to 4 of 5 and ",
    "den 3 till den 4 och ",
    "1.1",
    "12:",
    "3/",
    "half ",
    "van de ",
    "en houd ",
    "och gör ",
    "we will ",
    "wij zullen niet ",
    "u moet ",
    "maar ",
    "om ",
    "en ",
    "handslag: allow ",
    "handslag: allow x because y --> ",
    "Van: x\n",
    "On 1 May x wrote:\n",
    "Best,\n",
    "#\n",
    "(",
    ")",
    "zo snel mogelijk ",
    "İ",
    "ß",
    "👍",
];

/// The steps for a text of this length.
fn work(part: &str, length: usize, lang: Lang) -> usize {
    let text = part.repeat(length / part.len());
    let reading = Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), lang);
    let before = steps::taken();
    Checker::ours().check(&text, &reading);
    steps::taken() - before
}

#[test]
fn the_work_grows_with_the_length_and_no_faster() {
    for part in PARTS {
        for lang in Lang::ALL {
            let (short, long) = (work(part, 8_000, lang), work(part, 32_000, lang));
            assert!(long <= 5 * short + 32_000, "{part:?} {lang:?}: {short} steps, then {long}");
            assert!(long <= MOST_STEPS * 32_000, "{part:?} {lang:?}: {long} steps");
        }
    }
}

/// Steps for each byte, whatever the text.
const MOST_STEPS: usize = 400;
