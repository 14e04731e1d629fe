//! Which patterns could match in a sentence at all, by the words that must occur in each.

use super::matching::{self, Match};
use super::pattern::{self, Item, Row};
use super::tokens::Sentence;
use super::vocabulary::{Symbol, UNKNOWN, Vocabulary};

/// A pattern, by its place, and how many words of a match can stand before the anchor.
#[derive(Debug, Clone, Copy, Default)]
struct Which {
    pattern: u32,
    reach: u32,
}

/// Where a pattern could match: its place, and the word where the match would begin.
pub(super) type Candidate = (u32, u32);

/// Patterns, found by their anchors.
#[derive(Debug)]
pub(super) struct Anchors {
    rows: Vec<Row>,
    /// Where what is found by each word of the vocabulary begins, and at last where it ends.
    from: Vec<u32>,
    found: Vec<Which>,
    /// Patterns without a word that must occur.
    anywhere: Vec<u32>,
}

impl Anchors {
    /// Of patterns and the vocabulary they were read with.
    pub(super) fn of(rows: Vec<Row>, vocabulary: &Vocabulary) -> Self {
        let mut all: Vec<(Symbol, Which)> = Vec::with_capacity(rows.len() * 8);
        let mut anywhere = Vec::new();
        for (pattern, row) in (0..).zip(&rows) {
            let before = all.len();
            let has_anchor = pattern::anchors(row, 0, vocabulary, &mut |word, reach| {
                let reach = u32::try_from(reach).unwrap_or(u32::MAX);
                all.push((word, Which { pattern, reach }));
            });
            if !has_anchor {
                all.truncate(before);
                anywhere.push(pattern);
            }
        }
        let mut from = vec![0_u32; vocabulary.len() + 1];
        for (word, _) in &all {
            from[*word as usize] += 1;
        }
        let mut sum = 0;
        for place in &mut from {
            sum += *place;
            *place = sum;
        }
        // Each list is filled from its end, so that its place becomes that of its beginning.
        let mut found = vec![Which::default(); all.len()];
        for (word, which) in all.into_iter().rev() {
            let place = &mut from[word as usize];
            *place -= 1;
            found[*place as usize] = which;
        }
        Self { rows, from, found, anywhere }
    }

    /// The matches among candidates of one pattern, in order: the longest one for each place where one begins.
    pub(super) fn matches<'a>(
        &'a self,
        of_pattern: &'a [Candidate],
        sentence: &'a Sentence<'_>,
    ) -> impl Iterator<Item = Match> + 'a {
        let row = of_pattern.first().map_or(&[][..], |(pattern, _)| self.row(*pattern));
        let starts = of_pattern.iter().map(|(_, start)| *start as usize);
        let matches = matching::may_match_from(row, sentence, starts.clone());
        let starts = starts.take(if matches { of_pattern.len() } else { 0 });
        starts.filter_map(|start| matching::at(row, sentence, start))
    }

    fn row(&self, pattern: u32) -> &[Item] {
        self.rows.get(pattern as usize).map_or(&[], Vec::as_slice)
    }

    /// What is found by a word.
    fn by(&self, word: Symbol) -> &[Which] {
        let place = word as usize;
        let bounds = self.from.get(place).zip(self.from.get(place + 1));
        let found = bounds.and_then(|(from, to)| self.found.get(*from as usize..*to as usize));
        found.unwrap_or_default()
    }

    /// Where patterns could match in a sentence, pattern by pattern, in place of what was there.
    pub(super) fn of_sentence(&self, sentence: &Sentence<'_>, candidates: &mut Vec<Candidate>) {
        candidates.clear();
        for at in 0..sentence.tokens.len() {
            let (word, also) = sentence.symbols(at);
            if word != UNKNOWN {
                self.add(self.by(word), at, sentence, candidates);
            }
            for word in also {
                self.add(self.by(*word), at, sentence, candidates);
            }
        }
        for pattern in &self.anywhere {
            self.add_starts(*pattern, 0..sentence.tokens.len(), sentence, candidates);
        }
        candidates.sort_unstable();
        candidates.dedup();
    }

    /// Adds where those patterns could begin of which a word is an anchor.
    fn add(
        &self,
        found: &[Which],
        at: usize,
        sentence: &Sentence<'_>,
        candidates: &mut Vec<Candidate>,
    ) {
        for which in found {
            let before = at.saturating_sub(which.reach as usize);
            self.add_starts(which.pattern, before..at + 1, sentence, candidates);
        }
    }

    /// Adds which of these words a pattern could begin with.
    fn add_starts(
        &self,
        pattern: u32,
        among: std::ops::Range<usize>,
        sentence: &Sentence<'_>,
        candidates: &mut Vec<Candidate>,
    ) {
        let row = self.row(pattern);
        if matching::may_match(row, sentence) {
            let starts = among.filter(|start| matching::may_begin(row, sentence, *start));
            let place = |start| u32::try_from(start).unwrap_or(u32::MAX);
            candidates.extend(starts.map(|start| (pattern, place(start))));
        }
    }
}
