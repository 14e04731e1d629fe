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

/// What stands behind the name of a firm.
const AFFIXES: &[&str] = &[
    "ltd", "limited", "plc", "llc", "inc", "group", "bv", "b", "nv", "vof", "ab", "hb", "kb",
    "gmbh", "holding", "&", "partners", "foods",
];

/// What stands behind the name of a street, and nowhere else.
const STREETS: &[&str] = &["street", "road", "lane", "avenue", "square"];

/// What stands behind the name of a street too, as English addresses have it.
const STREETS_TOO: &[&str] = &["drive", "close", "court", "way", "park", "row"];

/// How far behind the word an affix may stand, in tokens.
const REACH: usize = 3;

impl Parser<'_> {
    /// Whether a word that means a day, a month or a part of the day, or such a word behind "the", "at" or "in", is part of
    /// a name here.
    pub(super) fn is_name(&self, at: usize, to: usize) -> bool {
        let is_time = |place: usize| {
            let is =
                |sense: &Sense| matches!(sense, Sense::Part(_) | Sense::Noon | Sense::Midnight);
            self.at(place).iter().any(|(sense, _)| is(sense))
        };
        // "Restaurant De Zondag", "in Midnight Blue"; but "on Friday Jones Ltd comes".
        let is_led = |place: usize| {
            self.has(place, &[Sense::The, Sense::At])
                || self.has(place, &[Sense::In]) && is_time(place + 1)
        };
        // Dutch and Swedish write days and months small.
        let is_small = self.reading.lang != Lang::En;
        let is_led_by_any = is_small && self.is_word(at) && !self.is_capital(at);
        let only_affixed = to == at + 2 && !is_led(at) && is_led_by_any;
        let at = if to == at + 2 && (is_led(at) || only_affixed) { at + 1 } else { at };
        let Some(word) = self.tokens.get(at).filter(|word| word.capital && to == at + 1) else {
            return false;
        };
        let is = |fits: fn(&Sense) -> bool| self.at(at).iter().any(|(sense, _)| fits(sense));
        let is_month = is(|sense| {
            matches!(sense, Sense::Month(_) | Sense::ShortMonth(_) | Sense::DoubtfulMonth(_))
        });
        let is_day = is(|sense| matches!(sense, Sense::Weekday(_)));
        if word.kind != Kind::Word || !is_month && !is_day && !is_time(at) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        if before.is_some_and(|before| TITLES.iter().any(|title| before.is(title))) {
            return true;
        }
        let is_led = before.is_some_and(|before| before.kind == Kind::Word);
        let is_proper = |place: usize| self.is_capital(place) && self.at(place).is_empty();
        let mut behind = (to..to + REACH).take_while(|place| {
            is_proper(*place) || self.tokens.get(*place).is_some_and(|token| token.is("&"))
        });
        let is_affix =
            |place: usize| AFFIXES.iter().chain(STREETS).any(|affix| self.is(place, affix));
        let is_affixed = behind.any(is_affix);
        if only_affixed {
            return is_affixed;
        }
        // A month before a proper name is a first name anywhere: "Augustus De Smet".
        let is_small_word =
            |place: usize| self.is_capital(place) && self.has(place, &[Sense::The, Sense::Of]);
        let leads_name = is_proper(to) || is_small_word(to) && is_proper(to + 1);
        let is_first = leads_name && (is_month && !is_led || is_small && is_led);
        let is_last = is_small && self.ends_name(at, is_month);
        is_affixed || is_first || is_last || is_time(at) && is_led && is_proper(to)
    }

    /// "Restaurant De Zondag", "met Jan Maart": a name that such a word ends. All in capitals, a sentence has no names.
    fn ends_name(&self, at: usize, is_month: bool) -> bool {
        let back = |count: usize| at.checked_sub(count).filter(|place| self.is_word(*place));
        let is_capital = |count: usize| back(count).is_some_and(|place| self.is_capital(place));
        let is_article = |count: usize| back(count).is_some_and(|at| self.has(at, &[Sense::The]));
        let of_person = is_month && is_capital(1) && back(2).is_some() && !is_capital(2);
        let of_place = is_capital(1)
            && is_article(1)
            && is_capital(2)
            && back(2).is_some_and(|place| self.at(place).is_empty())
            && !is_capital(3);
        of_person || of_place
    }

    /// Whether a word begins with a capital, and nothing stands glued before it.
    fn is_capital(&self, place: usize) -> bool {
        let token = self.tokens.get(place).filter(|_| self.is_word(place));
        token.is_some_and(|token| token.capital && !token.glued)
    }

    /// Whether bare numbers are those of a house: "7-11 Station Road".
    pub(super) fn is_address(&self, from: usize, to: usize) -> bool {
        let is_bare = |place: usize| {
            (1..=3).contains(&self.width(place))
                || ["-", "–", "at"].iter().any(|part| self.is(place, part))
        };
        let is_street =
            |place: usize| STREETS.iter().chain(STREETS_TOO).any(|street| self.is(place, street));
        self.reading.lang == Lang::En
            && (from..to).all(is_bare)
            && self.is_capital(to)
            && (to + 1..to + REACH).any(|place| self.is_capital(place) && is_street(place))
    }
}
