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
            let span = sentence.span().moved_by(stretch.start);
            let worded = self.worded_within(text.written, span);
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
            crate::steps::add(1);
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

    /// How all that stands in these words is worded; nothing where that is not known of all of them, as of a heading. Words
    /// come in order.
    fn worded_within(&mut self, text: &str, words: Span) -> &'a [Worded] {
        let passed = self.worded.iter().take_while(|each| each.sentence.end <= words.start);
        self.worded = self.worded.get(passed.count()..).unwrap_or_default();
        let within = self.worded.iter().take_while(|each| each.sentence.start < words.end);
        let within = self.worded.get(..within.count()).unwrap_or_default();
        let mut known = words.start;
        for Span { start, end } in within.iter().map(|each| each.sentence) {
            if has_words(text, known, start) {
                return &[];
            }
            known = end;
        }
        if has_words(text, known, words.end) { &[] } else { within }
    }
}

/// Whether there are words between two places.
fn has_words(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or_default();
    let word = between.find(char::is_alphabetic);
    crate::steps::add(word.unwrap_or(between.len()));
    word.is_some()
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
                    let span = Span::new(first.span.start, last.span.end).moved_by(begins);
                    found.push((*source, finding(rule, span)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::wording::is_fine;
    use crate::words::lower_of;
    use crate::{dates, sentences, statements, zones};

    /// Sentences that are bad and fine, one a line behind its sign.
    const TABLES: [(Lang, &str); 3] = [
        (Lang::Nl, include_str!("../../tests/worded/nl.txt")),
        (Lang::Sv, include_str!("../../tests/worded/sv.txt")),
        (Lang::En, include_str!("../../tests/worded/en.txt")),
    ];

    const BETWEEN: [&str; 6] =
        [" ", "\n\n", "\r\n\r\n", "\n\n# A heading\n\n", "\n- ", "\n\n* 12\n\n"];

    fn marks(text: Text<'_>, lang: Lang, worded: &[Worded]) -> Vec<Finding> {
        let ours = Class::WEIGHED.into_iter().map(|class| Source::Ours((lang, class)));
        let mut looking = Looking::by(ours, worded);
        looking.look(text, Span::new(0, text.written.len()));
        looking.found().into_iter().map(|(_, finding)| finding).collect()
    }

    #[test]
    fn what_is_passed_over_holds_no_mark_that_stands() {
        let mut stood = 0;
        for (lang, table) in TABLES {
            let lines = table.lines().filter(|line| line.starts_with(['+', '-']));
            let lines: Vec<String> = lines.map(|line| line[2..].replace(['[', ']'], "")).collect();
            // Five lines a letter, from all over the table, each letter with its own marks between them.
            for letter in 0..lines.len() {
                let picked = (0..5).map(|one| &lines[(letter * 31 + one * 97) % lines.len()]);
                let between = |one: usize| BETWEEN[(letter + one * one) % BETWEEN.len()];
                let text: String = picked.enumerate().fold(String::new(), |text, (one, line)| {
                    if one == 0 { line.clone() } else { text + between(one) + line }
                });
                let low = lower_of(&text);
                let both = Text::of(&text, &low);
                let reading = dates::Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
                let sentences = sentences::of(both, &zones::of(&text), lang);
                let times = dates::find(&text, &reading);
                let (_, worded) = statements::of_sentences(&sentences, &times, &reading);
                let kept = marks(both, lang, &worded);
                let stands = |mark: &Finding| {
                    ours::of((lang, mark.class)).is_sure(&mark.rule) || !is_fine(mark, &worded)
                };
                for mark in marks(both, lang, &[]).iter().filter(|mark| stands(mark)) {
                    assert!(
                        kept.contains(mark),
                        "{:?} is missing in {text:?}",
                        mark.span.of(&text)
                    );
                    stood += 1;
                }
            }
        }
        assert!(stood > 500, "{stood}");
    }

    #[test]
    fn a_heading_is_looked_at_whatever_goes_on_below() {
        let checker = crate::Checker::ours();
        let reading = dates::Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), Lang::En);
        let text = "# We deliver as soon as possible\nthe boxes are blue.\n";
        let marked = checker.check(text, &reading).findings;
        assert!(marked.iter().any(|one| one.span.of(text).contains("as soon as")), "{marked:?}");
    }
}
