//! Which patterns could match in a sentence at all, by the words that must occur in each.

use std::sync::OnceLock;

use super::grammar::{Grammar, Row, Width};
use super::matching::{self, Match};
use super::tokens::Sentence;
use super::vocabulary::{Block, Outline, Symbol};

/// A pattern, by its place, and how many words of a match stand before the anchor.
#[derive(Debug, Clone, Copy, Default)]
struct Which {
    pattern: u32,
    before: Width,
    /// Outlines of the words of which one must occur beside the anchor: most sentences miss them already.
    outlines: [Outline; 2],
}

/// What must stand beside the anchor of a pattern: places in [`Anchors::lists`].
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// Where the list begins of what the word right behind the anchor must be, if that is told.
    behind: u32,
    /// Where the lists begin of which a sentence must hold one word each.
    needs: u32,
    /// Where they end.
    end: u32,
}

/// Where a pattern could match: its place, and the word where the match would begin.
pub(super) type Candidate = (u32, u32);

/// Patterns, found by their anchors.
#[derive(Debug)]
pub(super) struct Patterns {
    rows: Vec<Row>,
    anchors: OnceLock<Anchors>,
}

/// By what patterns are found.
#[derive(Debug)]
struct Anchors {
    /// Where what is found by each word of the vocabulary begins, and at last where it ends.
    from: Vec<u32>,
    found: Vec<Which>,
    /// What must stand beside the anchor of each pattern.
    beside: Vec<Beside>,
    lists: Vec<Block>,
    /// Patterns without a word that must occur.
    anywhere: Vec<u32>,
}

impl Patterns {
    /// Of these, with their anchors.
    pub(super) fn of(rows: Vec<Row>, grammar: &Grammar) -> Self {
        let anchors = Anchors::of(&rows, grammar);
        Self { rows, anchors: anchors.into() }
    }

    /// Of these, whose anchors are looked for when a sentence first asks for them.
    pub(super) const fn later(rows: Vec<Row>) -> Self {
        Self { rows, anchors: OnceLock::new() }
    }

    /// The matches among candidates of one pattern, in order: the longest one for each place where one begins.
    pub(super) fn matches<'a>(
        &'a self,
        of_pattern: &'a [Candidate],
        sentence: &'a Sentence<'_>,
        grammar: &'a Grammar,
    ) -> impl Iterator<Item = Match> + 'a {
        let pattern = of_pattern.first().map_or(usize::MAX, |(pattern, _)| *pattern as usize);
        let row = self.rows.get(pattern).copied();
        let starts = of_pattern.iter().map(|(_, start)| *start as usize);
        let may_match = |row| matching::may_match_from(row, sentence, starts.clone(), grammar);
        let row = row.filter(|row| may_match(*row));
        let at = move |start| row.and_then(|row| matching::at(row, sentence, start, grammar));
        starts.filter_map(at)
    }

    /// Where patterns could match in a sentence, pattern by pattern, in place of what was there.
    pub(super) fn of_sentence(
        &self,
        sentence: &Sentence<'_>,
        grammar: &Grammar,
        candidates: &mut Vec<Candidate>,
    ) {
        let anchors = self.anchors.get_or_init(|| Anchors::of(&self.rows, grammar));
        let search = Search { rows: &self.rows, anchors, sentence, grammar };
        candidates.clear();
        for at in 0..sentence.tokens.len() {
            let (word, also) = sentence.symbols(at);
            search.add(word, at, candidates);
            also.iter().for_each(|word| search.add(*word, at, candidates));
        }
        for pattern in &anchors.anywhere {
            search.add_starts(*pattern, 0..sentence.tokens.len(), candidates);
        }
        candidates.sort_unstable();
        candidates.dedup();
    }
}

/// Looks for patterns in one sentence.
struct Search<'a> {
    rows: &'a [Row],
    anchors: &'a Anchors,
    sentence: &'a Sentence<'a>,
    grammar: &'a Grammar,
}

impl Search<'_> {
    /// Adds where those patterns could begin of which the word at a place is an anchor.
    #[inline]
    fn add(&self, word: Symbol, at: usize, candidates: &mut Vec<Candidate>) {
        let found = self.anchors.by(word);
        if !found.is_empty() {
            self.add_found(found, at, candidates);
        }
    }

    fn add_found(&self, found: &[Which], at: usize, candidates: &mut Vec<Candidate>) {
        let outline = self.sentence.held.outline();
        let found = found.iter().filter(|which| which.outlines[0].meets(outline));
        let found = found.filter(|which| which.outlines[1].meets(outline));
        for which in found.filter(|which| self.anchors.may_match(which, at, self.sentence)) {
            let Width { least, most } = which.before;
            let from = at.saturating_sub(usize::from(most));
            let to = (at + 1).saturating_sub(usize::from(least));
            self.add_starts(which.pattern, from..to, candidates);
        }
    }

    /// Adds which of these words a pattern could begin with.
    fn add_starts(
        &self,
        pattern: u32,
        among: std::ops::Range<usize>,
        candidates: &mut Vec<Candidate>,
    ) {
        let Some(row) = self.rows.get(pattern as usize) else { return };
        let may_begin = |at| matching::may_begin(*row, self.sentence, at, self.grammar);
        let place = |start| u32::try_from(start).unwrap_or(u32::MAX);
        let starts = among.filter(|start| may_begin(*start));
        candidates.extend(starts.map(|start| (pattern, place(start))));
    }
}

impl Anchors {
    /// Of patterns and the grammar they were read into.
    fn of(rows: &[Row], grammar: &Grammar) -> Self {
        let mut all: Vec<(Symbol, u32, Width)> = Vec::with_capacity(rows.len() * 16);
        let (mut beside, mut anywhere) = (Vec::with_capacity(rows.len()), Vec::new());
        let mut outlines = Vec::with_capacity(rows.len());
        let mut lists = Vec::with_capacity(rows.len() * 4);
        for (pattern, row) in (0..).zip(rows) {
            let known = all.len();
            let words = grammar.beside(*row);
            let outline =
                |at: usize| words.needs.get(at).map_or(Outline::ALL, |words| Outline::of(words));
            outlines.push([0, 1].map(outline));
            let mut give = |word, before| all.push((word, pattern, before));
            let has_anchor = grammar.anchors(*row, Width::default(), &mut give);
            let count = |lists: &[Block]| u32::try_from(lists.len()).unwrap_or(u32::MAX);
            let behind = count(&lists);
            Block::push_list(words.behind, &mut lists);
            let needs = count(&lists);
            words.needs.into_iter().for_each(|words| Block::push_list(words, &mut lists));
            beside.push(Beside { behind, needs, end: count(&lists) });
            if !has_anchor {
                all.truncate(known);
                anywhere.push(pattern);
            }
        }
        let mut from = vec![0_u32; grammar.vocabulary.len() + 1];
        for (word, ..) in &all {
            from[*word as usize] += 1;
        }
        let mut sum = 0;
        for place in &mut from {
            sum += *place;
            *place = sum;
        }
        // Each list is filled from its end, so that its place becomes that of its beginning.
        let mut found = vec![Which::default(); all.len()];
        for (word, pattern, before) in all.into_iter().rev() {
            let place = &mut from[word as usize];
            *place -= 1;
            let outlines = outlines[pattern as usize];
            found[*place as usize] = Which { pattern, before, outlines };
        }
        Self { from, found, beside, lists, anywhere }
    }

    /// What is found by a word.
    fn by(&self, word: Symbol) -> &[Which] {
        let place = word as usize;
        match self.from.get(place..place + 2) {
            Some([from, to]) => self.found.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Whether a sentence holds all that must stand beside an anchor.
    fn may_match(&self, which: &Which, at: usize, sentence: &Sentence<'_>) -> bool {
        let Some(beside) = self.beside.get(which.pattern as usize) else { return false };
        let lists = |from: u32, to: u32| self.lists.get(from as usize..to as usize);
        let behind = lists(beside.behind, beside.needs).unwrap_or_default();
        if !behind.is_empty() {
            let (word, also) = sentence.symbols(at + 1);
            let mut words = std::iter::once(&word).chain(also);
            if !words.any(|word| behind.iter().any(|block| block.holds(*word))) {
                return false;
            }
        }
        let mut needs = lists(beside.needs, beside.end).unwrap_or_default();
        while let Some((block, rest)) = needs.split_first() {
            if sentence.held.meets(block) {
                needs = rest.get(block.more as usize..).unwrap_or_default();
            } else if block.more == 0 {
                return false;
            } else {
                needs = rest;
            }
        }
        true
    }
}
