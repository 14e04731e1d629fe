//! Which patterns could match in a sentence at all, by the words that must occur in each.

use std::collections::BTreeMap;

use super::matching;
use super::pack::Pack;
use super::pattern::{self, Anchor};
use super::tokens::Sentence;
use crate::spelling::{Heaps, WordTable};

/// A pattern, by the index of its rule and its own there, and how many words of a match can stand before the anchor.
#[derive(Debug, Clone, Copy)]
struct Which {
    rule: u32,
    pattern: u32,
    reach: u32,
    /// Where what must stand beside the anchor begins in [`Anchors::beside`].
    beside: u32,
}

/// Where a pattern could match: its rule, its place there, and the word where the match would begin.
pub(super) type Candidate = (usize, usize, usize);

/// Parts of words, by the two bytes at the side where they are compared.
#[derive(Debug)]
struct Parts {
    /// A bit for each pair of bytes that some part has, by [`bit`].
    known: [u64; 64],
    by_pair: BTreeMap<[u8; 2], Vec<(String, Vec<Which>)>>,
}

/// The anchors of a pack.
#[derive(Debug)]
pub(super) struct Anchors {
    words: WordTable<Vec<Which>>,
    beginnings: Parts,
    endings: Parts,
    /// Heaps of which one must hold a word, for each need of each pattern: first how many they are, last a nought.
    beside: Vec<u16>,
}

impl Anchors {
    /// Of the patterns of a pack.
    pub(super) fn of(pack: &Pack) -> Self {
        let mut all = Self {
            words: WordTable::default(),
            beginnings: Parts::none(),
            endings: Parts::none(),
            beside: Vec::new(),
        };
        for (rule, each) in (0..).zip(&pack.rules) {
            for (pattern, items) in (0..).zip(&each.patterns) {
                let found = pattern::anchors(&items.items).unwrap_or_default();
                let reach = u32::try_from(found.reach).unwrap_or(u32::MAX);
                let beside = u32::try_from(all.beside.len()).unwrap_or(u32::MAX);
                for heaps in found.beside.iter().map(Heaps::numbers) {
                    all.beside.push(u16::try_from(heaps.len()).unwrap_or_default());
                    all.beside.extend(heaps);
                }
                all.beside.push(0);
                let which = Which { rule, pattern, reach, beside };
                for anchor in found.words {
                    match anchor {
                        Anchor::Word(word) => all.words.entry(word, Vec::new).push(which),
                        Anchor::Begins(part) => all.beginnings.add(first_pair(part), part, which),
                        Anchor::Ends(part) => all.endings.add(last_pair(part), part, which),
                    }
                }
            }
        }
        all
    }

    /// Whether a sentence holds all that must stand beside an anchor.
    fn may_match(&self, which: &Which, sentence: &Sentence<'_>) -> bool {
        let mut rest = self.beside.get(which.beside as usize..).unwrap_or_default();
        while let Some((count, more)) = rest.split_first()
            && let Some((heaps, more)) = more.split_at_checked(usize::from(*count))
            && !heaps.is_empty()
        {
            if !sentence.held.meets(heaps) {
                return false;
            }
            rest = more;
        }
        true
    }

    /// Where patterns could match in a sentence, rule by rule, in place of what was there.
    pub(super) fn of_sentence(
        &self,
        pack: &Pack,
        sentence: &Sentence<'_>,
        candidates: &mut Vec<Candidate>,
    ) {
        candidates.clear();
        for (at, token) in sentence.tokens.iter().enumerate() {
            let word = sentence.word(at);
            let mut add = |patterns: &[Which]| {
                for which in patterns.iter().filter(|which| self.may_match(which, sentence)) {
                    let place = (which.rule as usize, which.pattern as usize);
                    let Some(pattern) = pack.pattern(place.0, place.1) else { continue };
                    let before = at.saturating_sub(which.reach as usize);
                    let tokens = sentence.tokens.get(before..=at).unwrap_or_default();
                    let starts = (before..).zip(tokens).filter(|(start, token)| {
                        matching::may_start(pattern, sentence, *start)
                            && pattern.first.as_ref().is_none_or(|first| first.hold(token.hash))
                    });
                    candidates.extend(starts.map(|(at, _)| (place.0, place.1, at)));
                }
            };
            if let Some(patterns) = self.words.get(token.hash, word) {
                add(patterns);
            }
            self.beginnings.find(first_pair(word), |part| word.starts_with(part), &mut add);
            self.endings.find(last_pair(word), |part| word.ends_with(part), &mut add);
        }
        candidates.sort_unstable();
        candidates.dedup();
    }
}

impl Parts {
    fn none() -> Self {
        Self { known: [0; 64], by_pair: BTreeMap::new() }
    }

    fn add(&mut self, pair: Option<[u8; 2]>, part: &str, which: Which) {
        // A part has two letters or more: see `pattern`.
        let Some(pair) = pair else { return };
        let (place, bit) = bit(pair);
        self.known[place] |= bit;
        let parts = self.by_pair.entry(pair).or_default();
        match parts.iter_mut().find(|(known, _)| known == part) {
            Some((_, patterns)) => patterns.push(which),
            None => parts.push((part.to_owned(), vec![which])),
        }
    }

    /// Gives the patterns of each part that the word with this pair holds.
    fn find(
        &self,
        pair: Option<[u8; 2]>,
        holds: impl Fn(&str) -> bool,
        give: &mut impl FnMut(&[Which]),
    ) {
        let Some(pair) = pair else { return };
        let (place, bit) = bit(pair);
        if self.known[place] & bit == 0 {
            return;
        }
        for (part, patterns) in self.by_pair.get(&pair).into_iter().flatten() {
            if holds(part) {
                give(patterns);
            }
        }
    }
}

fn first_pair(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().first_chunk().copied()
}

fn last_pair(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().last_chunk().copied()
}

/// Where a pair stands among 4,096 bits.
const fn bit([first, second]: [u8; 2]) -> (usize, u64) {
    ((first & 63) as usize, 1 << (second & 63))
}
