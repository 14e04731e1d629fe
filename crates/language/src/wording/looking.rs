//! Looks at a text sentence by sentence, by the rules of each pack that could mark something in it.

use super::against::Spoken;
use super::anchors::Candidate;
use super::pack::Pack;
use super::tokens::{Sentence, Sentences};
use super::{Class, Finding, finding, ours};
use crate::spelling::Text;
use crate::statements::Worded;
use crate::{Lang, Span};

/// Where rules come from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    /// Our own for a class, read when a sentence asks for them.
    Ours((Lang, Class)),
    /// A pack that was read.
    Own(&'a Pack),
}

/// What was found, with the rules that did.
pub(super) type Found<'a> = Vec<(Source<'a>, Finding)>;

/// Looks at a text by the rules of some packs.
#[derive(Debug)]
pub(super) struct Looking<'a> {
    packs: Vec<ByPack<'a>>,
    /// How those sentences are worded that were not passed yet.
    worded: &'a [Worded],
    fine: Fine,
    found: Found<'a>,
}

/// What was last found to hold nothing that could be marked.
#[derive(Debug, Default)]
struct Fine {
    /// Where it ends.
    until: usize,
    /// Where the last paragraph begins that begins in it, or itself if none does: no sentence reaches from one paragraph
    /// into the next.
    paragraph: usize,
}

impl Fine {
    /// These words.
    fn of(text: &str, words: Span) -> Self {
        let behind = |gap: &str, from: usize| {
            let rest = text.get(from..words.end)?;
            Some(from + rest.rfind(gap)? + gap.len())
        };
        let begins = behind("\n\n", words.start).unwrap_or(words.start);
        let paragraph = behind("\n\r\n", begins).unwrap_or(begins);
        Self { until: words.end, paragraph }
    }
}

impl<'a> Looking<'a> {
    /// By such rules; what is known of how sentences are worded is in order.
    pub(super) fn by(packs: impl Iterator<Item = Source<'a>>, worded: &'a [Worded]) -> Self {
        let packs = packs.enumerate().map(ByPack::of).collect();
        Self { packs, worded, fine: Fine::default(), found: Vec::new() }
    }

    /// Adds what is found in a stretch of a text; stretches come in order.
    pub(super) fn look(&mut self, text: Text<'_>, stretch: Span) {
        let mut reader = Sentences::of(text.within(stretch));
        let (mut sentence, mut next) = (Sentence::empty(), Sentence::empty());
        let mut more = reader.read(&mut sentence);
        while more {
            let span = sentence.span().from(stretch.start);
            let worded = self.worded_within(span);
            if self.packs.iter().any(|pack| pack.may_mark(worded)) {
                more = reader.read(&mut next);
                let Self { packs, found, .. } = self;
                for pack in packs.iter_mut().filter(|pack| pack.may_mark(worded)) {
                    pack.check(&mut sentence, more.then_some(&mut next), stretch.start, found);
                }
                std::mem::swap(&mut sentence, &mut next);
            } else {
                if self.fine.until < span.end {
                    self.fine = self.fine_from(text.written, Span::new(span.end, stretch.end));
                }
                reader.skip_to(self.fine.paragraph.saturating_sub(stretch.start));
                more = reader.read(&mut sentence);
            }
        }
    }

    /// How far from the beginning of some words on nothing could be marked.
    fn fine_from(&self, text: &str, words: Span) -> Fine {
        let mut fine = Span { start: words.start, end: words.start };
        for each in self.worded.iter().take_while(|each| each.sentence.start < words.end) {
            // Headings are worded somehow, but not weighed.
            let Span { start, end } = each.sentence;
            if has_words(text, fine.end, start)
                || self.packs.iter().any(|pack| pack.may_mark(&[*each]))
            {
                return Fine::of(text, fine);
            }
            fine.end = fine.end.max(end);
        }
        if !has_words(text, fine.end, words.end) {
            fine.end = fine.end.max(words.end);
        }
        Fine::of(text, fine)
    }

    /// All that was found.
    pub(super) fn found(self) -> Found<'a> {
        self.found
    }

    /// How what stands in these words is worded, as far as that is known; words come in order.
    fn worded_within(&mut self, words: Span) -> &'a [Worded] {
        let passed = self.worded.iter().take_while(|each| each.sentence.end <= words.start);
        self.worded = self.worded.get(passed.count()..).unwrap_or_default();
        let within = self.worded.iter().take_while(|each| each.sentence.start < words.end);
        self.worded.get(..within.count()).unwrap_or_default()
    }
}

/// Whether there are words between two places.
fn has_words(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|between| between.contains(char::is_alphabetic))
}

/// The rules of one pack, with what they could match in the sentence at hand.
#[derive(Debug)]
struct ByPack<'a> {
    place: usize,
    source: Source<'a>,
    candidates: Vec<Candidate>,
    spoken: Spoken,
}

impl<'a> ByPack<'a> {
    /// Those with this place.
    fn of((place, source): (usize, Source<'a>)) -> Self {
        Self { place, source, candidates: Vec::new(), spoken: Spoken::default() }
    }

    /// Whether a mark of these rules would stand in a sentence that is worded so.
    fn may_mark(&self, worded: &[Worded]) -> bool {
        match self.source {
            Source::Own(_) => true,
            Source::Ours((_, class)) => {
                worded.is_empty() || worded.iter().any(|each| each.may_be_marked(class))
            }
        }
    }

    /// Adds what the rules mark in a sentence of a stretch that begins at this place of the text.
    fn check(
        &mut self,
        sentence: &mut Sentence<'_>,
        mut next: Option<&mut Sentence<'_>>,
        begins: usize,
        found: &mut Found<'a>,
    ) {
        let Self { place, source, candidates, spoken } = self;
        let pack = match *source {
            Source::Ours(of) => ours::of(of),
            Source::Own(pack) => pack,
        };
        sentence.meet(*place, &pack.grammar.vocabulary);
        pack.patterns.of_sentence(sentence, &pack.grammar, candidates);
        spoken.forget();
        // Candidates come rule by rule, so what speaks against a rule is looked up once a sentence.
        let mut known = None;
        for of_pattern in candidates.chunk_by(|one, next| one.0 == next.0) {
            let rule = of_pattern.first().and_then(|(at, _)| pack.rule_of.get(*at as usize));
            let Some((index, rule)) = rule.and_then(|at| Some((*at, pack.rules.get(*at)?))) else {
                continue;
            };
            for each in pack.patterns.matches(of_pattern, sentence, &pack.grammar) {
                let marked = sentence.tokens.get(each.marked.0..each.marked.1).unwrap_or_default();
                let (Some(first), Some(last)) = (marked.first(), marked.last()) else { continue };
                // "Restaurant Soon" is a name and no time.
                let named = rule.class == Class::VagueTime && sentence.is_name(each.marked.0);
                if named || marked.iter().any(|token| token.quoted) {
                    continue;
                }
                if known.as_ref().is_none_or(|&(of, _)| of != index) {
                    let next = next.as_deref_mut().map(|next| {
                        next.meet(*place, &pack.grammar.vocabulary);
                        &*next
                    });
                    let of = (index, rule.class);
                    let grammar = &pack.grammar;
                    let against = pack.exceptions.against(of, sentence, next, grammar, spoken);
                    known = Some((index, against));
                }
                let Some((_, Some(against))) = &known else { continue };
                if against.leaves(each) {
                    let span = Span::new(first.span.start, last.span.end).from(begins);
                    found.push((*source, finding(rule, span)));
                }
            }
        }
    }
}
