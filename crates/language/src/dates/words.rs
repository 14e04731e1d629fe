//! The words of time of each language, as tables, and the lists that are made from them.

use super::kinds::Kinds;
use super::sense::Sense;
use super::token::{self, Token};
use crate::Lang;
use crate::lang::PerLang;
use crate::spelling::{WordTable, hash_of, letters, lower_of};

mod en;
mod nl;
mod numbers;
mod slips;
mod sv;

/// Rows of a table: a meaning and the spellings that have it, split by `|`.
type Table = &'static [(Sense, &'static str)];

/// The words of a language, found by their first token.
#[derive(Debug)]
pub(super) struct Words {
    entries: WordTable<Group>,
    /// The longest word of each spelling that makes a time: a text without any of them has none.
    cues: Bits,
    /// The first two tokens of each spelling that has more than one.
    pairs: Bits,
}

/// Words, or pairs of them, by three bits of their hashes: hardly another word has all three.
#[derive(Debug)]
struct Bits(Box<[u64; Self::PLACES]>);

impl Bits {
    const PLACES: usize = 2048;

    fn none() -> Self {
        Self(Box::new([0; Self::PLACES]))
    }

    /// The places and bits of a hash: its upper, its middle and its lower part.
    fn heaps(hash: u64) -> [(usize, u64); 3] {
        [hash >> 47, hash >> 28, hash >> 9].map(|bits| {
            (usize::try_from(bits >> 6).unwrap_or_default() % Self::PLACES, 1 << (bits % 64))
        })
    }

    fn add(&mut self, hash: u64) {
        for (place, bit) in Self::heaps(hash) {
            self.0[place] |= bit;
        }
    }

    fn may_hold(&self, hash: u64) -> bool {
        Self::heaps(hash).into_iter().all(|(place, bit)| self.0[place] & bit != 0)
    }
}

/// The hash of two words in a row.
const fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(1) ^ second
}

/// What can begin with one token.
#[derive(Debug)]
struct Group {
    /// Those of several tokens, the longest first.
    longer: Vec<Entry>,
    /// The meanings of the token alone, and their kinds.
    alone: Vec<Sense>,
    kinds: Kinds,
}

impl Group {
    fn of(entries: Vec<Entry>) -> Self {
        let (alone, mut longer): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.rest.is_empty());
        let alone: Vec<Sense> = alone.into_iter().map(|entry| entry.sense).collect();
        longer.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        Self { longer, kinds: Kinds::of(&alone), alone }
    }
}

#[derive(Debug)]
struct Entry {
    /// The hash of the second token; nought where there is none.
    second: u64,
    /// The tokens after the first, each with the hash of its spelling.
    rest: Box<[(u64, Box<str>)]>,
    sense: Sense,
}

/// Room is made for so many words: about as many as there are.
const MOST_WORDS: usize = 1024;

/// The words of a language while they are put together.
struct List {
    entries: WordTable<Vec<Entry>>,
    cues: Bits,
    pairs: Bits,
}

impl List {
    fn add(&mut self, spelling: &str, sense: Sense) {
        let (length, hash) = letters(spelling.as_bytes());
        if length == spelling.len() {
            if makes_time(sense) {
                self.cues.add(hash);
            }
            let entry = Entry { second: 0, rest: Box::default(), sense };
            self.entries.entry(spelling, Vec::new).push(entry);
            return;
        }
        let lower = lower_of(spelling);
        let mut tokens = Vec::new();
        token::read(spelling, &lower, 0, &mut tokens);
        let rarest = tokens.iter().max_by_key(|token| token.text.len());
        if let Some(rarest) = rarest.filter(|_| makes_time(sense)) {
            self.cues.add(rarest.hash);
        }
        let Some((first, rest)) = tokens.split_first() else { return };
        if let Some(second) = rest.first() {
            self.pairs.add(pair(first.hash, second.hash));
        }
        let second = rest.first().map_or(0, |second| second.hash);
        let rest = rest.iter().map(|token| (token.hash, token.text.as_str().into())).collect();
        self.entries.entry(&first.text, Vec::new).push(Entry { second, rest, sense });
    }
}

impl Words {
    /// Those of a language; made once.
    pub(super) fn of(lang: Lang) -> &'static Self {
        static ALL: PerLang<Words> = PerLang::new();
        let table = match lang {
            Lang::Nl => nl::TABLE,
            Lang::Sv => sv::TABLE,
            Lang::En => en::TABLE,
        };
        ALL.get_or_make(lang, || Self::build(table, lang))
    }

    fn build(table: Table, lang: Lang) -> Self {
        let mut list = List {
            entries: WordTable::with_room(MOST_WORDS),
            cues: Bits::none(),
            pairs: Bits::none(),
        };
        for (sense, spellings) in table {
            for spelling in spellings.split('|') {
                list.add(spelling, *sense);
            }
        }
        for (spelling, sense) in numbers::all(lang) {
            list.add(&spelling, sense);
        }
        for (sense, spellings) in table {
            for slip in spellings.split('|').flat_map(|spelling| slips::of(spelling, *sense)) {
                if list.entries.get(hash_of(&slip), &slip).is_none() {
                    list.add(&slip, *sense);
                }
            }
        }
        Self { entries: list.entries.map(Group::of), cues: list.cues, pairs: list.pairs }
    }

    /// Whether a text could hold a time at all: a digit, or a word that makes one.
    pub(super) fn may_be_in(&self, text: &str, lower: &str) -> bool {
        let bytes = lower.as_bytes();
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            if first.is_ascii_digit() {
                return true;
            }
            let start = at;
            let (length, hash) = letters(&bytes[at..]);
            at += length;
            if bytes.get(at).is_none_or(u8::is_ascii) {
                if at > start && self.cues.may_hold(hash) {
                    return true;
                }
                at = at.max(start + 1);
                continue;
            }
            // A word with other letters is folded first.
            let rest = text.get(start..).unwrap_or_default();
            let end = rest.find(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
            let run = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            at = start + run.len();
            token::read(run, lower.get(start..at).unwrap_or_default(), 0, &mut tokens);
            if tokens.iter().any(|token| self.cues.may_hold(token.hash)) {
                return true;
            }
        }
        false
    }

    /// Adds the meanings of the tokens from a place on, the longest first, each with the place after it, and tells
    /// their kinds.
    pub(super) fn senses(
        &self,
        all: &[Token<'_>],
        at: usize,
        out: &mut Vec<(Sense, usize)>,
    ) -> Kinds {
        let Some(first) = all.get(at) else { return Kinds::NONE };
        let Some(group) = self.entries.get(first.hash, &first.text) else { return Kinds::NONE };
        let mut kinds = group.kinds;
        let second = all.get(at + 1).map(|second| second.hash);
        if !group.longer.is_empty()
            && let Some(hash) =
                second.filter(|second| self.pairs.may_hold(pair(first.hash, *second)))
        {
            for Entry { rest, sense, .. } in
                group.longer.iter().filter(|entry| entry.second == hash)
            {
                let end = at + 1 + rest.len();
                let same = all.get(at + 1..end).is_some_and(|following| {
                    let mut pairs = following.iter().zip(rest);
                    pairs.all(|(token, (hash, text))| token.hash == *hash && token.is(text))
                });
                if same {
                    kinds = kinds.or(Kinds::one(*sense));
                    out.push((*sense, end));
                }
            }
        }
        out.extend(group.alone.iter().map(|sense| (*sense, at + 1)));
        kinds
    }
}

/// Whether a meaning makes a time, or a day as an ordinal does.
fn makes_time(sense: Sense) -> bool {
    !Kinds::one(sense).within(Kinds::NO_CUES) || matches!(sense, Sense::Ordinal(_))
}
