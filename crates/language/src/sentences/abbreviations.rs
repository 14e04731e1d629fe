//! Abbreviations whose full stop ends no sentence.

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

/// Whether the stop after this word ends a sentence, where `follows` is the next character that is no space.
pub(super) fn full_stop(word: &str, follows: Option<char>) -> bool {
    let low = word.to_lowercase();
    if NEVER.contains(&low.as_str()) && !(low == "v" && word == "V") {
        return false;
    }
    let small = follows.is_some_and(char::is_lowercase);
    if SOMETIMES.contains(&low.as_str()) {
        return !small && follows.is_some_and(|c| !c.is_ascii_digit());
    }
    // "J. Berg", and "3.12." or "den 3." before a small letter.
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let number = word.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    !(initial || (number && small) || small && low.contains('.'))
}
