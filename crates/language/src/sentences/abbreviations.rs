//! Abbreviations whose full stop ends no sentence.

use std::sync::LazyLock;

use crate::spelling::{WordTable, hash_of, letters};

/// Never at the end of a sentence: something follows them.
const NEVER: &[&str] = &[
    "bijv", "bv", "d.w.z", "t.a.v", "m.b.t", "i.v.m", "o.a", "nr", "nrs", "dhr", "mevr", "mw",
    "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "art", "blz", "tel", "ca", "max", "min",
    "incl", "excl", "evt", "resp", "a.u.b", "t.o.v", "t.n.v", "i.p.v", "i.o.m", "m.u.v", "zgn",
    "vgl", "t.ex", "bl.a", "d.v.s", "kl", "v", "s.k", "fr.o.m", "t.o.m", "p.g.a", "ev", "inkl",
    "exkl", "mån", "tis", "tors", "lör", "sön", "st", "obs", "ang", "tfn", "e.g", "i.e", "vs",
    "no", "nos", "cf", "approx", "fig", "sgt", "rev", "ref", "re", "attn", "m.a.o", "t.h.v", "w.o",
    "bet", "moms", "c/o",
];

/// Followed by a sentence only where a capital comes next.
const SOMETIMES: &[&str] = &[
    "enz", "etc", "e.d", "e.v", "o.d", "osv", "o.s.v", "m.m", "m.fl", "o.dyl", "dyl", "inc", "ltd",
    "co", "b.v", "n.v", "a.m", "p.m", "jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug",
    "sep", "sept", "okt", "oct", "nov", "dec", "mar", "u", "uur", "st", "wk", "mvg", "mvh", "vr",
    "ma", "di", "wo", "do", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "min",
    "hr", "hrs", "p.p", "mnd", "tim", "fre", "ons", "z.s.m", "zsm", "a.s.a.p",
];

/// The longest of them, in bytes.
const LONGEST: usize = 7;

/// Whether one of them is followed by a sentence at times, by how it is written.
static ALL: LazyLock<WordTable<bool>> = LazyLock::new(|| {
    let mut all = WordTable::default();
    let (sometimes, never) =
        (SOMETIMES.iter().map(|word| (word, true)), NEVER.iter().map(|word| (word, false)));
    sometimes.chain(never).for_each(|(word, at_times)| *all.entry(word, || at_times) &= at_times);
    all
});

/// Whether a sentence follows at times, if a word is an abbreviation.
fn at_times(word: &str) -> Option<bool> {
    if word.len() > LONGEST {
        return None;
    }
    let (length, hash) = letters(word.as_bytes());
    if length == word.len() {
        return ALL.get(hash, word).copied();
    }
    let low = word.to_lowercase();
    ALL.get(hash_of(&low), &low).copied()
}

/// Whether the stop after this word ends a sentence, where `follows` is the next character that is no space.
pub(super) fn full_stop(word: &str, follows: Option<char>) -> bool {
    let small = follows.is_some_and(char::is_lowercase);
    match at_times(word) {
        Some(false) if word != "V" => return false,
        Some(true) => return !small && follows.is_some_and(|c| !c.is_ascii_digit()),
        Some(false) | None => {}
    }
    // "J. Berg", and "3.12." or "den 3." before a small letter.
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let number = word.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    !(initial || small && (number || word.contains('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_longer_than_the_longest() {
        assert_eq!(NEVER.iter().chain(SOMETIMES).map(|word| word.len()).max(), Some(LONGEST));
    }
}
