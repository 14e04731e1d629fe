//! Names that look like a day or a month: "Mrs Sunday", `firma Mars & Söner`, "Sunday Street", "Hello April".

use super::parser::Parser;
use super::sense::Sense;
use super::token::Kind;
use crate::Lang;

/// What stands before a name.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "mevrouw", "meneer", "heer", "mevr", "mw", "dhr",
    "familie", "fam", "firma", "der", "herr", "fru", "fröken", "familjen", "family", "hello", "hi",
    "dear", "hey", "hallo", "hoi", "beste", "hej", "kära", "bästa",
];

/// What stands behind the name of a street or a firm.
const AFFIXES: &[&str] = &[
    "street", "road", "lane", "avenue", "square", "ltd", "limited", "plc", "llc", "inc", "group",
    "bv", "b", "nv", "vof", "ab", "hb", "kb", "gmbh", "holding", "&", "partners", "foods",
];

/// What stands behind the name of a street, as English addresses have it.
const STREETS: &[&str] = &[
    "street", "road", "lane", "avenue", "square", "drive", "close", "court", "way", "park", "row",
];

/// How far behind the word an affix may stand, in tokens.
const REACH: usize = 3;

impl Parser<'_> {
    /// Whether a single word that means a day or a month is part of a name here.
    pub(super) fn is_name(&self, at: usize, to: usize) -> bool {
        // "At Mars Ltd", "Restaurant De Zondag": a small word may stand before it.
        let is_inside = at.checked_sub(1).is_some_and(|before| self.is_word(before));
        let is_small_word =
            |place: usize| self.tokens.get(place).is_some_and(|word| !word.capital || is_inside);
        let at = if to == at + 2 && is_small_word(at) { at + 1 } else { at };
        let Some(word) = self.tokens.get(at).filter(|word| word.capital && to == at + 1) else {
            return false;
        };
        let is = |fits: fn(&Sense) -> bool| self.at(at).iter().any(|(sense, _)| fits(sense));
        let is_month = is(|sense| {
            matches!(sense, Sense::Month(_) | Sense::ShortMonth(_) | Sense::DoubtfulMonth(_))
        });
        let is_day = is(|sense| matches!(sense, Sense::Weekday(_)));
        let is_time = is(|sense| matches!(sense, Sense::Part(_) | Sense::Noon | Sense::Midnight));
        if word.kind != Kind::Word || !is_month && !is_day && !is_time {
            return false;
        }
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        if before.is_some_and(|before| TITLES.iter().any(|title| before.is(title))) {
            return true;
        }
        let is_led = before.is_some_and(|before| before.kind == Kind::Word);
        let is_capital = |place: usize| {
            self.tokens.get(place).is_some_and(|token| token.capital && !token.glued)
        };
        let is_proper = |place: usize| {
            let is_small = |sense: &Sense| matches!(sense, Sense::The | Sense::Of);
            let is_free = || self.at(place).iter().all(|(sense, _)| is_small(sense));
            self.is_word(place) && is_capital(place) && is_free()
        };
        let mut behind = (to..to + REACH).take_while(|place| {
            is_proper(*place) || self.tokens.get(*place).is_some_and(|token| token.is("&"))
        });
        let is_affixed = behind.any(|place| AFFIXES.iter().any(|affix| self.is(place, affix)));
        // Dutch and Swedish write days and months small; a month before a proper name is a first name anywhere.
        let is_small = self.reading.lang != Lang::En;
        // "Restaurant De Zondag", "Jan Maart": what stands before is no first word of a sentence.
        let is_last = is_small
            && at.checked_sub(2).is_some_and(|first| self.is_word(first) && is_capital(at - 1));
        let is_first = is_proper(to) && (is_month && !is_led || is_small && is_led);
        is_affixed || is_first || is_last || is_time && is_led && is_proper(to)
    }

    /// Whether a number that ends here is one of a house: "7-11 Station Road".
    pub(super) fn is_address(&self, to: usize) -> bool {
        let is_number = to.checked_sub(1).is_some_and(|last| self.width(last) > 0);
        let is_capital = |place: &usize| self.tokens.get(*place).is_some_and(|token| token.capital);
        let mut behind = (to..to + REACH).take_while(is_capital);
        is_number && behind.any(|place| STREETS.iter().any(|street| self.is(place, street)))
    }
}
