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

/// How far behind the word an affix may stand, in tokens.
const REACH: usize = 3;

impl Parser<'_> {
    /// Whether a single word that means a day or a month is part of a name here.
    pub(super) fn is_name(&self, at: usize, to: usize) -> bool {
        let Some(word) = self.tokens.get(at).filter(|word| word.capital && to == at + 1) else {
            return false;
        };
        let is_month = |sense: &Sense| {
            matches!(sense, Sense::Month(_) | Sense::ShortMonth(_) | Sense::DoubtfulMonth(_))
        };
        let is_month = self.at(at).iter().any(|(sense, _)| is_month(sense));
        let is_day = self.at(at).iter().any(|(sense, _)| matches!(sense, Sense::Weekday(_)));
        if word.kind != Kind::Word || !is_month && !is_day {
            return false;
        }
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        if before.is_some_and(|before| TITLES.iter().any(|title| before.is(title))) {
            return true;
        }
        let is_led = before.is_some_and(|before| before.kind == Kind::Word);
        let is_proper = |place: usize| {
            self.is_word(place)
                && self.at(place).is_empty()
                && self.tokens.get(place).is_some_and(|token| token.capital && !token.glued)
        };
        let mut behind = (to..to + REACH).take_while(|place| {
            is_proper(*place) || self.tokens.get(*place).is_some_and(|token| token.is("&"))
        });
        let is_affixed = behind.any(|place| AFFIXES.iter().any(|affix| self.is(place, affix)));
        // Dutch and Swedish write days and months small; a month before a proper name is a first name anywhere.
        let is_small = self.reading.lang != Lang::En;
        is_affixed || is_proper(to) && (is_month && !is_led || is_small && is_led)
    }
}
