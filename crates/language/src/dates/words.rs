//! The words of time of each language, as tables, and the lists that are made from them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::sense::Sense;
use super::token::{Folding, Token};
use crate::Lang;
use crate::spelling::{SEED, WordTable, hash_on};

mod en;
mod nl;
mod numbers;
mod sv;

/// Rows of a table: a meaning and the spellings that have it, split by `|`.
type Table = &'static [(Sense, &'static str)];

/// The words of a language, found by their first token.
#[derive(Debug)]
pub(super) struct Words {
    entries: WordTable<Vec<Entry>>,
    /// The longest word of each spelling that makes a time: a text without any of them has none.
    cues: Cues,
}

/// Words by bits of their hashes: a text's own word rarely has the bit of another.
#[derive(Debug)]
struct Cues(Vec<u64>);

impl Cues {
    const PLACES: u64 = 4096;

    fn none() -> Self {
        Self((0..Self::PLACES).map(|_| 0).collect())
    }

    fn place(hash: u64) -> (usize, u64) {
        let bit = (hash >> 40) % (Self::PLACES * 64);
        (usize::try_from(bit / 64).unwrap_or_default(), 1 << (bit % 64))
    }

    fn add(&mut self, hash: u64) {
        let (place, bit) = Self::place(hash);
        if let Some(set) = self.0.get_mut(place) {
            *set |= bit;
        }
    }

    fn may_hold(&self, hash: u64) -> bool {
        let (place, bit) = Self::place(hash);
        self.0.get(place).is_some_and(|set| set & bit != 0)
    }
}

#[derive(Debug)]
struct Entry {
    /// The tokens after the first, each with the hash of its spelling.
    rest: Box<[(u64, Box<str>)]>,
    sense: Sense,
}

/// The words of a language while they are put together.
struct List {
    entries: BTreeMap<String, Vec<Entry>>,
    cues: Cues,
}

impl List {
    fn add(&mut self, spelling: &str, sense: Sense) {
        let lower = spelling.to_ascii_lowercase();
        let mut folding = Folding::default();
        folding.read(spelling, &lower, 0);
        let tokens = folding.tokens();
        let rarest = tokens.iter().max_by_key(|token| token.text.len());
        if let Some(rarest) = rarest.filter(|_| is_cue(sense) || matches!(sense, Sense::Ordinal(_)))
        {
            self.cues.add(rarest.hash);
        }
        let Some((first, rest)) = tokens.split_first() else { return };
        let rest = rest.iter().map(|token| (token.hash, token.text.as_str().into())).collect();
        let entry = Entry { rest, sense };
        self.entries.entry(first.text.as_str().to_owned()).or_default().push(entry);
    }
}

impl Words {
    /// Those of a language; made once.
    pub(super) fn of(lang: Lang) -> &'static Self {
        static ALL: [OnceLock<Words>; 3] = [const { OnceLock::new() }; 3];
        let (cell, table) = match lang {
            Lang::Nl => (&ALL[0], nl::TABLE),
            Lang::Sv => (&ALL[1], sv::TABLE),
            Lang::En => (&ALL[2], en::TABLE),
        };
        cell.get_or_init(|| Self::build(table, lang))
    }

    fn build(table: Table, lang: Lang) -> Self {
        let mut list = List { entries: BTreeMap::new(), cues: Cues::none() };
        for (sense, spellings) in table {
            for spelling in spellings.split('|') {
                list.add(spelling, *sense);
            }
        }
        for (spelling, sense) in numbers::all(lang) {
            list.add(&spelling, sense);
        }
        for entries in list.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self { entries: WordTable::of(list.entries), cues: list.cues }
    }

    /// Whether a text could hold a time at all: a digit, or a word that makes one.
    pub(super) fn may_be_in(&self, text: &str, lower: &str) -> bool {
        let bytes = lower.as_bytes();
        let mut word = Folding::default();
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            if first.is_ascii_digit() {
                return true;
            }
            let start = at;
            let mut hash = SEED;
            while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
                hash = hash_on(hash, *byte);
                at += 1;
            }
            if bytes.get(at).is_none_or(u8::is_ascii) {
                if at > start && self.cues.may_hold(hash) {
                    return true;
                }
                at = at.max(start + 1);
                continue;
            }
            // A word with accents is folded first.
            let rest = text.get(start..).unwrap_or_default();
            let end = rest.find(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
            let run = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            at = start + run.len();
            word.read(run, lower.get(start..at).unwrap_or_default(), 0);
            if word.hashes().any(|hash| self.cues.may_hold(hash)) {
                return true;
            }
        }
        false
    }

    /// The meanings of the tokens from a place on, the longest first, each with the place after it.
    pub(super) fn senses(&self, all: &[Token<'_>], at: usize, out: &mut Vec<(Sense, usize)>) {
        let Some(token) = all.get(at) else { return };
        let Some(list) = self.entries.get(token.hash, &token.text) else { return };
        for Entry { rest, sense } in list {
            let end = at + 1 + rest.len();
            let same = all.get(at + 1..end).is_some_and(|following| {
                let mut pairs = following.iter().zip(rest);
                pairs.all(|(token, (hash, text))| token.hash == *hash && token.is(text))
            });
            if same {
                out.push((*sense, end));
            }
        }
    }
}

/// Whether a word makes a time by itself or with others, so that a line without any such word has none.
pub(super) fn is_cue(sense: Sense) -> bool {
    !matches!(
        sense,
        Sense::Number(_)
            | Sense::Ordinal(_)
            | Sense::Whole
            | Sense::AndHalf(_)
            | Sense::Hours(_)
            | Sense::YearName(_)
            | Sense::OrdinalEnd
            | Sense::Article
            | Sense::Few(_)
            | Sense::The
            | Sense::Of
            | Sense::On
            | Sense::In
            | Sense::And
            | Sense::About
            | Sense::From
            | Sense::Between
            | Sense::To
            | Sense::ToIncluding
            | Sense::Direction(_)
            | Sense::Past
            | Sense::Before
            | Sense::After
            | Sense::AfterDay
            | Sense::BeforeDay
            | Sense::Same
            | Sense::Every
            | Sense::Since
            | Sense::Last
            | Sense::Which(_)
            | Sense::Later
            | Sense::Earlier
            | Sense::Rest
            | Sense::ShortUnit(_)
            | Sense::Ago
    )
}

/// Whether a word says nothing of time unless it leads to a word that does.
pub(super) fn is_small(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Article
            | Sense::The
            | Sense::Of
            | Sense::On
            | Sense::In
            | Sense::At
            | Sense::About
            | Sense::And
            | Sense::From
            | Sense::Between
            | Sense::To
            | Sense::ToIncluding
            | Sense::Direction(_)
            | Sense::Past
            | Sense::Before
            | Sense::After
            | Sense::AfterDay
            | Sense::BeforeDay
            | Sense::Which(_)
    )
}
