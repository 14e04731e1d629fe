//! What the tokens of a paragraph can mean, place by place, and where an expression may begin.

use super::kinds::Kinds;
use super::sense::Sense;
use super::token::{Kind, Token};
use super::words::Words;

/// How far before a word of time an expression with it may begin, in tokens.
const REACH: usize = 10;

/// So many words in a row that can have no part in an expression end it.
const MOST_FOREIGN: usize = 2;

/// The meanings of the tokens of one paragraph. The room is used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The meanings of all tokens, each with the place after it.
    senses: Vec<(Sense, usize)>,
    all: Vec<Place>,
}

/// What the token at a place can mean.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    kinds: Kinds,
    /// Where its meanings begin and end among all.
    from: usize,
    to: usize,
    /// Whether nothing begins here, or small words lead to nothing, as "in the" of "in the hall".
    idle: bool,
    /// Whether an expression may begin here.
    hopeful: bool,
}

impl Places {
    /// Reads the tokens of a paragraph; whether an expression may begin anywhere.
    pub(super) fn read(&mut self, tokens: &[Token<'_>], words: &Words) -> bool {
        self.senses.clear();
        self.all.clear();
        for (at, token) in tokens.iter().enumerate() {
            let from = self.senses.len();
            let mut kinds = words.senses(tokens, at, &mut self.senses);
            if token.kind == Kind::Number {
                kinds = kinds.or(Kinds::DIGITS);
                if let Some(before) = self.all.last_mut().filter(|_| token.glued) {
                    before.kinds = before.kinds.or(Kinds::LETTERED);
                }
            }
            let to = self.senses.len();
            self.all.push(Place { kinds, from, to, idle: true, hopeful: false });
        }
        self.find_hopeful(tokens)
    }

    /// Where an expression may begin: a word of time or a number that has a cue within the next few tokens, without
    /// three words in a row between them that can have no part in it.
    fn find_hopeful(&mut self, tokens: &[Token<'_>]) -> bool {
        let count = tokens.len();
        let (mut near, mut foreign, mut any) = (0, 0, false);
        for (at, token) in tokens.iter().enumerate().rev() {
            let kinds = self.kinds(at);
            let senseless = kinds.within(Kinds::LETTERED);
            if !senseless {
                foreign = 0;
            } else if token.kind == Kind::Word {
                foreign += 1;
            }
            if count < REACH || self.is_cue(at) {
                near = REACH;
            } else if foreign > MOST_FOREIGN {
                near = 0;
            }
            let idle = if senseless {
                kinds == Kinds::NONE
            } else {
                kinds.within(Kinds::SMALL.or(Kinds::LETTERED))
                    && self.at(at).iter().all(|(_, next)| self.is_idle(*next))
            };
            let hopeful = near > 0 && !idle;
            any |= hopeful;
            if let Some(place) = self.all.get_mut(at) {
                (place.idle, place.hopeful) = (idle, hopeful);
            }
            near = near.saturating_sub(1);
        }
        any
    }

    /// Whether the token here makes a time, by itself or with others: "a" makes half a day only behind a number.
    fn is_cue(&self, at: usize) -> bool {
        const NUMBER: Kinds = Kinds::one(Sense::Number(0));
        let kinds = self.kinds(at);
        let counted = || at.checked_sub(1).is_some_and(|before| self.kinds(before).meets(NUMBER));
        !kinds.within(Kinds::NO_CUES.or(Kinds::HALVES).or(Kinds::LETTERED))
            || kinds.meets(Kinds::HALVES) && counted()
    }

    fn is_idle(&self, at: usize) -> bool {
        self.all.get(at).is_none_or(|place| place.idle)
    }

    /// The first place from this one on where an expression may begin.
    pub(super) fn next_hopeful(&self, at: usize) -> Option<usize> {
        let rest = self.all.get(at..)?;
        rest.iter().position(|place| place.hopeful).map(|ahead| at + ahead)
    }

    /// The kinds of meanings that the token here has.
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        self.all.get(at).map_or(Kinds::NONE, |place| place.kinds)
    }

    /// The meanings of the token here, each with the place after it, the longest first.
    pub(super) fn at(&self, at: usize) -> &[(Sense, usize)] {
        let found = self.all.get(at).and_then(|place| self.senses.get(place.from..place.to));
        found.unwrap_or_default()
    }
}
