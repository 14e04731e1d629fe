//! Lays a pattern over a sentence.

use super::grammar::{Grammar, Item, Row};
use super::tokens::Sentence;

/// The words a pattern matched and those it marks: indices of tokens, the ends exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    /// First and last word of the whole.
    pub(super) whole: (usize, usize),
    /// First and last word of the marked part.
    pub(super) marked: (usize, usize),
}

/// How far a pattern has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    at: usize,
    open: Option<usize>,
    close: Option<usize>,
}

/// Whether it matches anywhere.
pub(super) fn any(row: Row, sentence: &Sentence<'_>, grammar: &Grammar) -> bool {
    let all = 0..sentence.tokens.len();
    let starts = || all.clone().filter(|start| may_begin(row, sentence, *start, grammar));
    may_match_from(row, sentence, starts(), grammar)
        && starts().any(|start| at(row, sentence, start, grammar).is_some())
}

/// A sentence of more words has no bit for each place.
const MOST_BITS: usize = 63;

/// Whether a match begins at one of these words; it always may where a sentence is too long to tell so.
///
/// All places are followed at once that a match could have come to, a bit for each word.
pub(super) fn may_match_from(
    row: Row,
    sentence: &Sentence<'_>,
    starts: impl Iterator<Item = usize>,
    grammar: &Grammar,
) -> bool {
    if sentence.tokens.len() > MOST_BITS {
        return true;
    }
    let starts = starts.fold(0, |all, at| all | 1 << at);
    starts != 0 && reach(row, sentence, starts, grammar) != 0
}

/// Where a row can have ended, as bits, that begins at some places.
fn reach(row: Row, sentence: &Sentence<'_>, starts: u64, grammar: &Grammar) -> u64 {
    let words = (1 << sentence.tokens.len().min(MOST_BITS)) - 1;
    let mut places: u64 = starts;
    for item in grammar.of(row) {
        crate::steps::add(1);
        if places == 0 {
            break;
        }
        places = match item {
            Item::Word(word) => kept(places & words, |at| sentence.is(at, *word)) << 1,
            Item::OneOf(set) => {
                let set = grammar.words(*set);
                kept(places & words, |at| sentence.is_of(at, set)) << 1
            }
            Item::Gap(most) => {
                let mut passed = places;
                for _ in 0..*most {
                    passed |= (passed & sentence.words) << 1;
                }
                passed
            }
            Item::Either(choice) => {
                let begun = kept(places, |at| begins(*choice, sentence, at, grammar));
                let rows = if begun == 0 { &[] } else { grammar.rows(*choice) };
                let rows = rows.iter().filter(|row| may_occur(**row, sentence, grammar));
                rows.fold(0, |all, row| all | reach(*row, sentence, begun, grammar))
            }
            Item::Maybe(row) => places | reach(*row, sentence, places, grammar),
            Item::Start => kept(places, |at| sentence.is_first(at)),
            Item::End => kept(places, |at| is_end(sentence, at)),
            Item::Open | Item::Close => places,
        };
    }
    places
}

/// Whether a sentence holds the word that a row begins with: a quick no for most rows of a choice.
fn may_occur(row: Row, sentence: &Sentence<'_>, grammar: &Grammar) -> bool {
    grammar.of(row).first().is_none_or(|item| match item {
        Item::Word(word) => sentence.held.has(*word),
        Item::OneOf(_) | Item::Either(_) | Item::Gap(_) | Item::Maybe(_) => true,
        Item::Start | Item::End | Item::Open | Item::Close => true,
    })
}

/// The places that hold.
fn kept(places: u64, holds: impl Fn(usize) -> bool) -> u64 {
    let (mut left, mut kept) = (places, 0);
    while left != 0 {
        let at = left.trailing_zeros();
        left &= left - 1;
        kept |= u64::from(holds(at as usize)) << at;
    }
    kept
}

/// The longest match that begins at a word.
pub(super) fn at(
    row: Row,
    sentence: &Sentence<'_>,
    start: usize,
    grammar: &Grammar,
) -> Option<Match> {
    crate::steps::add(1);
    if !may_begin(row, sentence, start, grammar) {
        return None;
    }
    let begin = State { at: start, open: None, close: None };
    let end = run(row, sentence, vec![begin], grammar).into_iter().max_by_key(|state| state.at)?;
    if end.at == start {
        return None;
    }
    let marked = (end.open.unwrap_or(start), end.close.unwrap_or(end.at));
    Some(Match { whole: (start, end.at), marked })
}

/// Whether the first word could be the first of a match: a quick no for nearly every place of a text.
pub(super) fn may_begin(row: Row, sentence: &Sentence<'_>, at: usize, grammar: &Grammar) -> bool {
    for item in grammar.of(row) {
        match item {
            Item::Word(word) => return sentence.is(at, *word),
            Item::OneOf(set) => return sentence.is_of(at, grammar.words(*set)),
            Item::Either(choice) => return begins(*choice, sentence, at, grammar),
            Item::Gap(_) | Item::End => return true,
            Item::Start if !sentence.is_first(at) => return false,
            Item::Maybe(row) if may_begin(*row, sentence, at, grammar) => return true,
            Item::Start | Item::Maybe(_) | Item::Open | Item::Close => {}
        }
    }
    true
}

/// Whether a word could be the first of a choice.
fn begins(choice: u32, sentence: &Sentence<'_>, at: usize, grammar: &Grammar) -> bool {
    let (words, others) = grammar.beginnings(choice);
    sentence.is_of(at, words) || others.iter().any(|row| may_begin(*row, sentence, at, grammar))
}

/// Every place a row of steps can end at. Each step keeps one state a place, so nothing grows beyond the sentence.
fn run(row: Row, sentence: &Sentence<'_>, mut states: Vec<State>, grammar: &Grammar) -> Vec<State> {
    for item in grammar.of(row) {
        crate::steps::add(states.len());
        if states.is_empty() {
            break;
        }
        states = step(*item, sentence, states, grammar);
        if !states.is_sorted_by(|one, next| one.at < next.at) {
            states.sort_unstable();
            states.dedup_by_key(|state| state.at);
        }
    }
    states
}

/// Every place a row can end at that begins at one of some places.
fn from_those(
    states: &[State],
    row: Row,
    sentence: &Sentence<'_>,
    grammar: &Grammar,
) -> Vec<State> {
    let states = states.iter().copied();
    let begun = states.filter(|state| may_begin(row, sentence, state.at, grammar)).collect();
    run(row, sentence, begun, grammar)
}

fn step(
    item: Item,
    sentence: &Sentence<'_>,
    mut states: Vec<State>,
    grammar: &Grammar,
) -> Vec<State> {
    match item {
        Item::Word(word) => passed(states, |at| sentence.is(at, word)),
        Item::OneOf(set) => {
            let set = grammar.words(set);
            passed(states, |at| sentence.is_of(at, set))
        }
        Item::Gap(most) => {
            let most = usize::from(most);
            let mut passed = Vec::with_capacity(states.len() * (most + 1));
            for state in states {
                let words = sentence.tokens.get(state.at..).unwrap_or_default().iter();
                let most = words.take(most).take_while(|token| token.is_word).count();
                passed.extend((0..=most).map(|more| State { at: state.at + more, ..state }));
            }
            passed
        }
        Item::Either(choice) => {
            states.retain(|state| begins(choice, sentence, state.at, grammar));
            let rows = if states.is_empty() { &[] } else { grammar.rows(choice) };
            let rows = rows.iter().filter(|row| may_occur(**row, sentence, grammar));
            rows.flat_map(|row| from_those(&states, *row, sentence, grammar)).collect()
        }
        Item::Maybe(row) => {
            let more = from_those(&states, row, sentence, grammar);
            states.extend(more);
            states
        }
        Item::Start => {
            states.retain(|state| sentence.is_first(state.at));
            states
        }
        Item::End => {
            states.retain(|state| is_end(sentence, state.at));
            states
        }
        Item::Open => states.into_iter().map(|s| State { open: Some(s.at), ..s }).collect(),
        Item::Close => states.into_iter().map(|s| State { close: Some(s.at), ..s }).collect(),
    }
}

/// The states behind the words that fit.
fn passed(mut states: Vec<State>, fits: impl Fn(usize) -> bool) -> Vec<State> {
    states.retain(|state| fits(state.at));
    states.iter_mut().for_each(|state| state.at += 1);
    states
}

/// Whether no word stands from this one on, and no question mark.
fn is_end(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut rest = at..sentence.tokens.len();
    rest.all(|at| !sentence.tokens[at].is_word && sentence.word(at) != "?")
}

#[cfg(test)]
mod tests {
    use super::super::pattern::{Classes, Reader};
    use super::super::tokens::Sentences;
    use super::*;
    use crate::Span;
    use crate::spelling::{Text, lower_of};

    #[track_caller]
    fn check(pattern: &str, text: &str, want: &[&str]) {
        let mut grammar = Grammar::new();
        let row = Reader::default().read(pattern, &Classes::new(), &mut grammar).unwrap();
        grammar.vocabulary.finish();
        let lower = lower_of(text);
        let mut sentence = Sentence::empty();
        assert!(Sentences::of(Text::of(text, &lower)).read(&mut sentence));
        sentence.meet(0, &grammar.vocabulary);
        let tokens = &sentence.tokens;
        let marked = (0..tokens.len()).filter_map(|start| at(row, &sentence, start, &grammar));
        let got: Vec<&str> = marked
            .map(|found| &tokens[found.marked.0..found.marked.1])
            .map(|words| Span::new(words[0].span.start, words[words.len() - 1].span.end).of(text))
            .collect();
        assert_eq!(got, want, "{pattern}");
        assert_eq!(any(row, &sentence, &grammar), !want.is_empty(), "{pattern}");
    }

    #[test]
    fn words_are_met_in_order_and_in_any_case() {
        check("zo snel mogelijk", "Wij komen Zo SNEL mogelijk.", &["Zo SNEL mogelijk"]);
        check("voor", "vóór vrijdag", &[]);
    }

    #[test]
    fn gaps_stay_between_signs_and_take_no_more_than_they_may() {
        check("kan ..2 niet", "Dat kan echt niet", &["kan echt niet"]);
        check("kan ..2 niet", "Dat kan, dus niet", &[]);
        check("kan ..2 niet", "Dat kan ook bij ons niet", &[]);
    }

    #[test]
    fn only_the_marked_part_is_marked() {
        check("^ [u moet] ..3 (bellen | mailen)", "U moet ons bellen", &["U moet"]);
        check("[a] b $", "- a b!", &["a"]);
    }
}
