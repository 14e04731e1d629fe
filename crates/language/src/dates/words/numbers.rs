//! Number words up to a hundred and their ordinals, composed as each language composes them.

use super::Sense;
use crate::Lang;

/// All number words of a language with their meaning.
pub(super) fn all(lang: Lang) -> Vec<(String, Sense)> {
    let mut out = Vec::new();
    let (units, tens): (&[&str], &[&str]) = match lang {
        Lang::Nl => (&NL, &NL_TENS),
        Lang::Sv => (&SV, &SV_TENS),
        Lang::En => (&EN, &EN_TENS),
    };
    for (n, word) in (0..).zip(units) {
        out.push(((*word).to_owned(), Sense::Number(n)));
    }
    for (ten, word) in (2..).zip(tens) {
        out.push(((*word).to_owned(), Sense::Number(ten * 10)));
        for (n, unit) in (1..10).zip(&units[1..10]) {
            for joined in joined(lang, word, unit) {
                out.push((joined, Sense::Number(ten * 10 + n)));
            }
        }
    }
    let ordinals: Vec<(String, Sense)> = out
        .iter()
        .filter_map(
            |(word, sense)| {
                if let Sense::Number(n @ 1..=99) = sense { Some((word, *n)) } else { None }
            },
        )
        .flat_map(|(word, n)| {
            ordinals(lang, word, n).into_iter().map(move |w| (w, Sense::Ordinal(n)))
        })
        .collect();
    let years: Vec<(String, Sense)> = out
        .iter()
        .filter_map(|(word, sense)| {
            let Sense::Number(n @ 1..=99) = sense else { return None };
            Some((word, i16::try_from(*n).ok()?))
        })
        .flat_map(|(word, n)| {
            years(lang, word, n).into_iter().map(move |w| (w, Sense::YearName(2000 + n)))
        })
        .collect();
    out.extend(ordinals);
    out.extend(years);
    if lang == Lang::Nl {
        let halves = (2..).zip(&NL[2..]);
        out.extend(halves.flat_map(|(n, word)| {
            ["half", "halve"].map(|half| (format!("{word}en{half}"), Sense::AndHalf(n)))
        }));
    }
    out
}

/// A year of this century in words, by its last two digits.
fn years(lang: Lang, word: &str, n: i16) -> Vec<String> {
    match lang {
        Lang::Nl => {
            vec![
                format!("tweeduizend{word}"),
                format!("tweeduizend {word}"),
                format!("tweeduizend en {word}"),
            ]
        }
        Lang::Sv => ["tvåtusen", "tjugohundra"]
            .iter()
            .flat_map(|century| [format!("{century}{word}"), format!("{century} {word}")])
            .collect(),
        Lang::En => {
            let mut out = vec![format!("two thousand {word}"), format!("two thousand and {word}")];
            if n >= 10 {
                out.extend([format!("twenty {word}"), format!("twenty-{word}")]);
            }
            out
        }
    }
}

const NL: [&str; 20] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
];
const NL_TENS: [&str; 8] =
    ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
const SV: [&str; 20] = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
];
const SV_TENS: [&str; 8] =
    ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];
const EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn joined(lang: Lang, ten: &str, unit: &str) -> Vec<String> {
    match lang {
        Lang::Nl => vec![format!("{unit}en{ten}")], // accents are folded: tweeëntwintig
        Lang::Sv if unit == "ett" => vec![format!("{ten}ett"), format!("{ten}en")],
        Lang::Sv => vec![format!("{ten}{unit}")],
        Lang::En => vec![format!("{ten}-{unit}"), format!("{ten} {unit}"), format!("{ten}{unit}")],
    }
}

fn ordinals(lang: Lang, word: &str, n: i64) -> Vec<String> {
    match lang {
        Lang::Nl => vec![match n {
            1 => "eerste".to_owned(),
            3 => "derde".to_owned(),
            8 => "achtste".to_owned(),
            2 | 4..=7 | 9..=19 => format!("{word}de"),
            _ => format!("{word}ste"),
        }],
        Lang::Sv => swedish_ordinals(word, n),
        Lang::En => vec![english_ordinal(word)],
    }
}

fn swedish_ordinals(word: &str, n: i64) -> Vec<String> {
    let ending: &[&str] = match if n > 20 { n % 10 } else { n } {
        0 => return vec![format!("{word}nde")],
        1 => &["första", "förste"],
        2 => &["andra", "andre"],
        3 => &["tredje"],
        4 => &["fjärde"],
        5 => &["femte"],
        6 => &["sjätte"],
        7 => &["sjunde"],
        8 => &["åttonde"],
        9 => &["nionde"],
        10 => &["tionde"],
        11 => &["elfte"],
        12 => &["tolfte"],
        20 => &["tjugonde"],
        _ => return vec![format!("{word}de")],
    };
    let ten = usize::try_from(n / 10 - 2).ok().filter(|_| n > 20).and_then(|at| SV_TENS.get(at));
    ending.iter().map(|end| format!("{}{end}", ten.copied().unwrap_or_default())).collect()
}

fn english_ordinal(word: &str) -> String {
    let irregular = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("five", "fifth"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("twelve", "twelfth"),
    ];
    for (plain, ordinal) in irregular {
        if let Some(ten) = word.strip_suffix(plain) {
            return format!("{ten}{ordinal}");
        }
    }
    word.strip_suffix('y').map_or_else(|| format!("{word}th"), |stem| format!("{stem}ieth"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, word: &str, sense: Sense) {
        assert!(all(lang).contains(&(word.to_owned(), sense)), "{word}");
    }

    #[test]
    fn compounds_count() {
        check(Lang::Nl, "eenentwintig", Sense::Number(21));
        check(Lang::Nl, "zevenenvijftigste", Sense::Ordinal(57));
        check(Lang::Nl, "achtste", Sense::Ordinal(8));
        check(Lang::Sv, "tjugofem", Sense::Number(25));
        check(Lang::Sv, "tjugofemte", Sense::Ordinal(25));
        check(Lang::Sv, "trettionde", Sense::Ordinal(30));
        check(Lang::Sv, "fjortonde", Sense::Ordinal(14));
        check(Lang::En, "twenty-first", Sense::Ordinal(21));
        check(Lang::En, "thirtieth", Sense::Ordinal(30));
        check(Lang::En, "ninth", Sense::Ordinal(9));
    }
}
