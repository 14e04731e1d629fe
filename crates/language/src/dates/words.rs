//! The words of time of each language, as tables, and the lists that are made from them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::sense::Sense;
use super::token::{Token, tokens};
use crate::Lang;

mod en;
mod nl;
mod numbers;
mod sv;

/// Rows of a table: a meaning and the spellings that have it, split by `|`.
type Table = &'static [(Sense, &'static str)];

/// The words of a language, found by their first token.
#[derive(Debug)]
pub(super) struct Words {
    entries: BTreeMap<String, Vec<Entry>>,
    beginnings: Vec<u64>,
}

#[derive(Debug)]
struct Entry {
    rest: Vec<String>,
    sense: Sense,
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
        let mut words = Self { entries: BTreeMap::new(), beginnings: vec![0; 1024] };
        for (sense, spellings) in table {
            for spelling in spellings.split('|') {
                words.add(spelling, *sense);
            }
        }
        for (spelling, sense) in numbers::all(lang) {
            words.add(&spelling, sense);
        }
        for list in words.entries.values_mut() {
            list.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        words
    }

    fn add(&mut self, spelling: &str, sense: Sense) {
        let mut parts = tokens(spelling, 0).into_iter().map(|token| token.text);
        let Some(first) = parts.next() else { return };
        let rest: Vec<String> = parts.collect();
        if is_cue(sense) {
            for text in std::iter::once(&first).chain(&rest) {
                let (word, bit) = slot(text.chars());
                self.beginnings[word] |= bit;
            }
        }
        self.entries.entry(first).or_default().push(Entry { rest, sense });
    }

    /// Whether a text could hold a time at all: a digit, or a word that begins like one of time.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        let mut inside = false;
        for (at, c) in text.char_indices() {
            if c.is_ascii_digit() || matches!(c, '\u{300}'..='\u{36F}') {
                return true;
            }
            let letter = c.is_alphabetic();
            if letter && !inside {
                let (word, bit) = slot(text[at..].chars());
                if self.beginnings[word] & bit != 0 {
                    return true;
                }
            }
            inside = letter;
        }
        false
    }

    /// The meanings of the tokens from a place on, the longest first, each with the place after it.
    pub(super) fn senses(&self, all: &[Token], at: usize, out: &mut Vec<(Sense, usize)>) {
        let Some(token) = all.get(at) else { return };
        let Some(list) = self.entries.get(&token.text) else { return };
        for Entry { rest, sense } in list {
            let end = at + 1 + rest.len();
            let same = all.get(at + 1..end).is_some_and(|following| {
                following.iter().zip(rest).all(|(token, text)| token.text == *text)
            });
            if same {
                out.push((*sense, end));
            }
        }
    }
}

/// Where the first three letters of a word stand among the beginnings.
fn slot(mut letters: impl Iterator<Item = char>) -> (usize, u64) {
    let mut hash = 7_usize;
    for _ in 0..3 {
        match letters.next() {
            Some(c) if c.is_ascii_alphabetic() => {
                hash = hash * 31 + usize::from(c.to_ascii_lowercase() as u8);
            }
            // Accents can be written in two ways; one sign stands for all of them.
            Some(c) if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}') => break,
            Some(_) | None => break,
        }
    }
    ((hash >> 6) % 1024, 1 << (hash & 63))
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
