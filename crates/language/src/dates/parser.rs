//! The tokens of a paragraph with all their meanings, and the small steps every rule is made of.

use std::cell::Cell;

use jiff::civil::Date;

use super::Reading;
use super::kinds::Kinds;
use super::leaning::Earlier;
use super::memo::Memos;
use super::places::Places;
use super::sense::Sense;
use super::token::{Kind, Token};
use crate::Lang;

/// Words whose numbers are names: "clause 3", `artikel 7`, `ordernr 261216`.
const NUMBERED: &[&str] = &[
    "annex",
    "articles",
    "artikel",
    "artikelen",
    "bankgiro",
    "bijlage",
    "bijlagen",
    "bilaga",
    "chapter",
    "chapters",
    "clause",
    "clauses",
    "code",
    "diarienummer",
    "dossier",
    "factuur",
    "factuurnummer",
    "faktura",
    "fakturanummer",
    "figur",
    "figure",
    "figuur",
    "firmware",
    "hoofdstuk",
    "hoofdstukken",
    "invoice",
    "items",
    "kapitel",
    "kenmerk",
    "lines",
    "no",
    "nr",
    "number",
    "nummer",
    "offert",
    "offerte",
    "order",
    "ordernr",
    "ordernummer",
    "page",
    "pages",
    "pagina",
    "pagina's",
    "paragraaf",
    "paragrafen",
    "paragraferna",
    "plusgiro",
    "points",
    "postcode",
    "project",
    "projekt",
    "punkt",
    "punkterna",
    "punt",
    "punten",
    "quote",
    "raderna",
    "ref",
    "referentie",
    "regels",
    "release",
    "rows",
    "section",
    "sections",
    "sida",
    "sidan",
    "sidorna",
    "software",
    "steps",
    "tabel",
    "tabell",
    "table",
    "tel",
    "telefon",
    "telefoon",
    "ticket",
    "versie",
    "version",
    "versionen",
    "versions",
    "ärende",
];

/// Words after which two numbers are a proportion, though "of" stands between.
const SCALES: &[&str] = &["ratio", "scale", "schaal", "skala", "verhouding"];

/// A reading and the place after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// Reads one paragraph.
#[derive(Debug)]
pub(super) struct Parser<'a> {
    pub(super) tokens: &'a [Token<'a>],
    places: &'a Places,
    pub(super) memos: &'a Memos,
    pub(super) reading: &'a Reading<'a>,
    /// The day that the sentence named so far: a time of day apart from it is one of that day.
    pub(super) named: Cell<Option<Date>>,
    /// The day or week that this sentence or the one before named last: "a day later" is counted from it.
    pub(super) earlier: Cell<Option<Earlier>>,
}

/// Words after which a time tells which thing is meant.
const fn of_things(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &["van", "geplaatst", "ontvangen"],
        Lang::Sv => &["av", "daterad"],
        Lang::En => &["of", "placed", "received", "dated"],
    }
}

impl<'a> Parser<'a> {
    /// Of a paragraph whose tokens were read into these places, with an empty memory.
    pub(super) fn new(
        tokens: &'a [Token<'a>],
        places: &'a Places,
        memos: &'a Memos,
        reading: &'a Reading<'a>,
    ) -> Self {
        Self { tokens, places, memos, reading, named: Cell::new(None), earlier: Cell::new(None) }
    }

    /// Whether the word before says that a time beginning here only tells which thing is meant.
    pub(super) fn is_of_thing(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let of_things = of_things(self.reading.lang);
        before.is_some_and(|before| of_things.iter().any(|of| self.is(before, of)))
            || self.is_weekend_of_thing(at)
    }

    /// Whether a noun stands before `van het weekend`: `de planning van het weekend`, but `ik kom van het weekend`.
    fn is_weekend_of_thing(&self, at: usize) -> bool {
        const DETERMINERS: &[&str] = &["de", "het", "een", "onze", "ons", "uw", "je", "mijn"];
        self.is(at, "van")
            && at
                .checked_sub(2)
                .is_some_and(|two| DETERMINERS.iter().any(|word| self.is(two, word)))
    }

    /// Whether a season is named here, or a number that is none: "a few".
    pub(super) fn is_blurred(&self, at: usize) -> bool {
        self.at(at).iter().any(|(sense, _)| matches!(sense, Sense::Season(_) | Sense::Few(_)))
    }

    /// Whether a mark ends a sentence here, or begins an item of a list.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        let apart = next.is_none_or(|next| !next.glued);
        match self.tokens.get(at).map(|token| token.text.as_str()) {
            Some("!" | "?" | ";") => true,
            Some(".") => self.is_end(at),
            Some("-" | "*" | "•") => apart && !self.glued(at),
            _ => false,
        }
    }

    /// Whether a time or a part of one may begin here: with a number, a word that has a meaning, or the "Q" of "Q4".
    pub(super) fn begins(&self, at: usize) -> bool {
        self.kinds(at) != Kinds::NONE
    }

    pub(super) fn today(&self) -> Date {
        self.reading.reference.date()
    }

    /// The kinds of meanings that the token here has.
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        self.places.kinds(at)
    }

    /// Whether the token here has a meaning of one of these kinds.
    pub(super) fn can(&self, at: usize, kinds: Kinds) -> bool {
        self.kinds(at).meets(kinds)
    }

    pub(super) fn at(&self, at: usize) -> &[(Sense, usize)] {
        self.places.at(at)
    }

    /// The longest meaning that is picked.
    pub(super) fn pick<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Read<T> {
        self.at(at).iter().find_map(|(sense, next)| pick(*sense).map(|found| (found, *next)))
    }

    /// The place after a word of this very meaning.
    #[inline]
    pub(super) fn after(&self, at: usize, wanted: Sense) -> Option<usize> {
        if !self.can(at, Kinds::one(wanted)) {
            return None;
        }
        self.pick(at, |sense| (sense == wanted).then_some(())).map(|((), next)| next)
    }

    /// The place after such a word, or this place.
    #[inline]
    pub(super) fn skip(&self, at: usize, wanted: &[Sense]) -> usize {
        if !self.can(at, Kinds::of(wanted)) {
            return at;
        }
        self.pick(at, |sense| wanted.contains(&sense).then_some(())).map_or(at, |((), next)| next)
    }

    #[inline]
    pub(super) fn has(&self, at: usize, wanted: &[Sense]) -> bool {
        self.can(at, Kinds::of(wanted))
            && self.at(at).iter().any(|(sense, _)| wanted.contains(sense))
    }

    pub(super) fn is(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(text))
    }

    /// The place after a mark or word, or this place.
    pub(super) fn skip_text(&self, at: usize, texts: &[&str]) -> usize {
        if texts.iter().any(|text| self.is(at, text)) { at + 1 } else { at }
    }

    pub(super) fn digits(&self, at: usize) -> Option<i64> {
        self.tokens.get(at).and_then(|token| token.digits())
    }

    /// How many digits a number has.
    pub(super) fn width(&self, at: usize) -> usize {
        self.tokens.get(at).filter(|t| t.kind == Kind::Number).map_or(0, |t| t.text.len())
    }

    /// Whether a token stands right against the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether a stretch of tokens is all there is, closing marks aside.
    pub(super) fn is_all(&self, from: usize, to: usize) -> bool {
        from == 0
            && self
                .tokens
                .iter()
                .skip(to)
                .all(|token| matches!(token.text.as_str(), "." | "!" | "?" | "," | ";"))
    }

    /// Whether a stretch of tokens stands free: not inside a version, a price, a code, an address.
    pub(super) fn is_free(&self, from: usize, to: usize) -> bool {
        self.free_before(from, to)
            && self.free_after(to)
            && !self.is_name(from, to)
            && !self.is_measure(from, to)
            && !self.is_adjective(from, to)
            && !self.is_address(from, to)
    }

    /// Whether numbers that look like a time measure or call something: "2.10 by 1.15", "3/8 of the parts", `08-12 11 26 00`.
    fn is_measure(&self, from: usize, to: usize) -> bool {
        let sized = self.is(from, "by")
            && self.width(from + 1) > 0
            && from.checked_sub(1).is_some_and(|before| self.width(before) > 0);
        let mark = to.checked_sub(2).filter(|mark| *mark > from && self.width(to - 1) > 0);
        let marked = |mark_is: &str| mark.is_some_and(|mark| self.is(mark, mark_is));
        let shared = marked("/") && ["of", "van", "av"].iter().any(|of| self.is(to, of));
        let called = marked("-") && self.width(to) > 0 && self.width(to + 1) > 0;
        sized || shared || called
    }

    /// Whether an amount of time tells what kind of thing the word behind it is: "a 30-day policy", "the six-week course".
    /// A "six-week lead time" is a time.
    fn is_adjective(&self, from: usize, to: usize) -> bool {
        const TIMES: &[&str] = &[
            "lead",
            "notice",
            "period",
            "deadline",
            "term",
            "turnaround",
            "delay",
            "wait",
            "window",
            "delivery",
            "limit",
            "slot",
            "break",
            "stay",
            "extension",
            "time",
            "times",
            "response",
            "payment",
            "processing",
            "waiting",
            "backlog",
            "service",
            "reaction",
        ];
        const UNITS: &[&str] = &["minute", "hour", "day", "week", "month", "year"];
        self.reading.lang == Lang::En
            && to == from + 3
            && self.is(from + 1, "-")
            && self.glued(from + 1)
            && UNITS.iter().any(|unit| self.is(from + 2, unit))
            && self.is_word(to)
            && !self.glued(to)
            && self.at(to).is_empty()
            && !TIMES.iter().any(|time| self.is(to, time) || self.is(to + 1, time))
    }

    fn free_before(&self, from: usize, to: usize) -> bool {
        let Some(first) = self.tokens.get(from) else { return false };
        // What names a month is a date, whatever stands before: "delivery of the software 12 January"; "clause 7 may" is not.
        let is_named = |at: usize| {
            let is_capital = self.tokens.get(at).is_some_and(|token| token.capital);
            self.at(at).iter().any(|(sense, _)| {
                matches!(sense, Sense::Month(_) | Sense::ShortMonth(_))
                    || is_capital && matches!(sense, Sense::DoubtfulMonth(_))
            })
        };
        let is_bare = || !(from..to).any(is_named);
        if first.kind == Kind::Number && self.is_numbered(from) && is_bare() {
            return false;
        }
        let Some(before) = from.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return true;
        };
        if !first.glued {
            return !(first.kind == Kind::Number
                && matches!(before.text.as_str(), "#" | "€" | "$" | "£" | "nr" | "+"));
        }
        match before.kind {
            Kind::Word | Kind::Number => {
                first.kind == Kind::Word && before.kind == Kind::Number && first.capital
            }
            Kind::Mark => match before.text.as_str() {
                "-" | "/" | "." | "," | ":" => {
                    let two = from.checked_sub(2).and_then(|at| self.tokens.get(at));
                    !before.glued
                        || two.is_some_and(|two| {
                            two.kind == Kind::Word
                                && first.kind == Kind::Word
                                && before.text != "-"
                                && before.text != "."
                        })
                        || before.text == "," && first.kind == Kind::Word
                }
                "#" | "€" | "$" | "£" | "@" | "_" | "+" | "\\" | "=" | "&" => false,
                _ => true,
            },
        }
    }

    /// Whether the word before this place is a day by itself, which may own something: "tomorrow's meeting".
    fn is_day_word(&self, to: usize) -> bool {
        let senses = to.checked_sub(1).map_or(&[][..], |at| self.at(at));
        senses.iter().any(|(sense, _)| matches!(sense, Sense::Relative(_) | Sense::Weekday(_)))
    }

    /// Whether a word before tells that a number counts versions, clauses or the like.
    fn is_numbered(&self, at: usize) -> bool {
        let word_before = |at: usize| {
            (1..=2).find_map(|back| {
                let before = at.checked_sub(back)?;
                let token = self.tokens.get(before)?;
                (token.kind == Kind::Word).then_some((before, token.text.as_str()))
            })
        };
        word_before(at).is_some_and(|(before, word)| match word {
            // "A scale of 1:50".
            "of" | "van" | "av" => {
                word_before(before).is_some_and(|(_, word)| SCALES.contains(&word))
            }
            _ => NUMBERED.contains(&word) || SCALES.contains(&word),
        })
    }

    pub(super) fn free_after(&self, to: usize) -> bool {
        let Some(next) = self.tokens.get(to) else { return true };
        let last_is_number = to.checked_sub(1).is_some_and(|at| self.width(at) > 0);
        if !next.glued {
            return !(last_is_number && matches!(next.text.as_str(), "%" | "€" | "$" | "£"));
        }
        match next.kind {
            Kind::Word | Kind::Number => false,
            Kind::Mark => {
                let following = self.tokens.get(to + 1).filter(|token| token.glued);
                match next.text.as_str() {
                    "%" | "€" | "$" | "£" | "_" | "@" | "=" | "\\" => false,
                    "'" if self.reading.lang == Lang::En && self.is_day_word(to) => {
                        following.is_none_or(|token| token.is("s") || token.kind == Kind::Mark)
                    }
                    "-" | "'" | "/" => following.is_none_or(|token| token.kind == Kind::Mark),
                    "." | "," | ":" => following.is_none_or(|token| {
                        token.kind != Kind::Number || !last_is_number && next.text != "."
                    }),
                    _ => true,
                }
            }
        }
    }

    /// The longest of several readings.
    pub(super) fn longest<T>(readings: impl IntoIterator<Item = Read<T>>) -> Read<T> {
        let mut best: Read<T> = None;
        for reading in readings.into_iter().flatten() {
            if best.as_ref().is_none_or(|(_, next)| reading.1 > *next) {
                best = Some(reading);
            }
        }
        best
    }
}
