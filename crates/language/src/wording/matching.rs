//! Lays a pattern over a sentence.

use super::pattern::Item;
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

/// All matches in a sentence, one for each place where it begins: the longest one.
pub(super) fn all(items: &[Item], sentence: &Sentence) -> Vec<Match> {
    (0..sentence.tokens.len()).filter_map(|start| at(items, sentence, start)).collect()
}

/// Whether it matches anywhere.
pub(super) fn any(items: &[Item], sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).any(|start| at(items, sentence, start).is_some())
}

fn at(items: &[Item], sentence: &Sentence, start: usize) -> Option<Match> {
    let begin = State { at: start, open: None, close: None };
    let end = run(items, sentence, vec![begin]).into_iter().max_by_key(|state| state.at)?;
    if end.at == start {
        return None;
    }
    let marked = (end.open.unwrap_or(start), end.close.unwrap_or(end.at));
    Some(Match { whole: (start, end.at), marked })
}

/// Every place a row of steps can end at. Each step keeps one state a place, so nothing grows beyond the sentence.
fn run(items: &[Item], sentence: &Sentence, mut states: Vec<State>) -> Vec<State> {
    for item in items {
        states = step(item, sentence, states);
        states.sort_unstable();
        states.dedup_by_key(|state| state.at);
        if states.is_empty() {
            break;
        }
    }
    states
}

fn step(item: &Item, sentence: &Sentence, mut states: Vec<State>) -> Vec<State> {
    let count = sentence.tokens.len();
    let word = |states: Vec<State>, test: &dyn Fn(&str) -> bool| -> Vec<State> {
        let fits = states.into_iter().filter(|s| s.at < count && test(sentence.word(s.at)));
        fits.map(|s| State { at: s.at + 1, ..s }).collect()
    };
    match item {
        Item::OneOf(words) => word(states, &|each| words.contains(each)),
        Item::Begins(stem) => word(states, &|each| each.starts_with(stem.as_str())),
        Item::Ends(tail) => word(states, &|each| each.ends_with(tail.as_str())),
        Item::Number => word(states, &|each| each.starts_with(|c: char| c.is_numeric())),
        Item::Gap(most) => {
            let from = states.clone();
            for state in from {
                for more in 1..=*most {
                    if !sentence.tokens.get(state.at + more - 1).is_some_and(|token| token.is_word)
                    {
                        break;
                    }
                    states.push(State { at: state.at + more, ..state });
                }
            }
            states
        }
        Item::Either(rows) => {
            rows.iter().flat_map(|row| run(row, sentence, states.clone())).collect()
        }
        Item::Maybe(row) => {
            let more = run(row, sentence, states.clone());
            states.extend(more);
            states
        }
        Item::Start => {
            states.retain(|state| is_start(sentence, state.at));
            states
        }
        Item::End => {
            states.retain(|state| {
                (state.at..count).all(|at| !sentence.tokens[at].is_word && sentence.word(at) != "?")
            });
            states
        }
        Item::Open => states.into_iter().map(|s| State { open: Some(s.at), ..s }).collect(),
        Item::Close => states.into_iter().map(|s| State { close: Some(s.at), ..s }).collect(),
    }
}

/// Whether no word stands before this one: bullets and quotation marks do not count.
fn is_start(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.iter().take(at).all(|token| !token.is_word)
        && sentence.tokens.get(at).is_some_and(|token| token.is_word)
}

#[cfg(test)]
mod tests {
    use super::super::pattern::{Classes, parse};
    use super::super::tokens::sentences;
    use super::*;
    use crate::Span;

    #[track_caller]
    fn check(pattern: &str, text: &str, want: &[&str]) {
        let items = parse(pattern, &Classes::new()).unwrap();
        let sentence = sentences(text).into_iter().next().unwrap();
        let tokens = &sentence.tokens;
        let marked = all(&items, &sentence).into_iter().map(|m| m.marked);
        let got: Vec<&str> = marked
            .map(|(a, b)| Span::new(tokens[a].span.start, tokens[b - 1].span.end).of(text))
            .collect();
        assert_eq!(got, want, "{pattern}");
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
