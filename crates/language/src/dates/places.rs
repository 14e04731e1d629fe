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
#[derive(Debug, Clone, Copy)]
struct Place {
    kinds: Kinds,
    /// Where its meanings begin and end among all.
    from: usize,
    to: usize,
    /// Whether nothing begins here, or small words lead to nothing, as "in the" of "in the hall".
    idle: bool,
    /// Whether no rule could begin here, for what goes on with a time only or leads to nothing.
    barren: bool,
    /// Whether an expression may begin here.
    hopeful: bool,
}

impl Places {
    /// Reads the tokens of a paragraph; whether an expression may begin anywhere.
    pub(super) fn read(&mut self, tokens: &[Token<'_>], words: &Words) -> bool {
        self.senses.clear();
        self.all.clear();
        self.all.reserve(tokens.len());
        let mut cued = tokens.len() < REACH;
        let mut before = Kinds::NONE;
        for (at, token) in tokens.iter().enumerate() {
            let from = self.senses.len();
            let mut kinds = words.senses(tokens, at, &mut self.senses);
            if token.kind == Kind::Number {
                kinds = kinds.or(Kinds::DIGITS);
                if let Some(before) = self.all.last_mut().filter(|_| token.glued) {
                    before.kinds = before.kinds.or(Kinds::LETTERED);
                }
            }
            cued |= is_cue(kinds, before);
            before = kinds;
            let to = self.senses.len();
            self.all.push(Place { kinds, from, to, idle: true, barren: true, hopeful: false });
        }
        cued && self.find_hopeful(tokens)
    }

    /// Where an expression may begin: a word of time or a number that has a cue within the next few tokens, without
    /// three words in a row between them that can have no part in it.
    fn find_hopeful(&mut self, tokens: &[Token<'_>]) -> bool {
        let (mut near, mut foreign, mut any) = (0, 0, false);
        for (at, token) in tokens.iter().enumerate().rev() {
            let place = self.all[at];
            let senseless = place.kinds.within(Kinds::LETTERED);
            if !senseless {
                foreign = 0;
            } else if token.kind == Kind::Word {
                foreign += 1;
            }
            let before = at.checked_sub(1).map_or(Kinds::NONE, |before| self.all[before].kinds);
            if tokens.len() < REACH || is_cue(place.kinds, before) {
                near = REACH;
            } else if foreign > MOST_FOREIGN {
                near = 0;
            }
            let idle = if senseless {
                place.kinds == Kinds::NONE
            } else {
                place.kinds.within(Kinds::SMALL.or(Kinds::LETTERED))
                    && self.leads_to(place, |next| next.idle)
            };
            let barren = place.kinds.within(Kinds::LEADS.or(Kinds::LATER))
                && (!place.kinds.meets(Kinds::LEADS)
                    || self.all.get(at + 1).is_none_or(|next| next.barren)
                        && self.leads_to(place, |next| next.barren));
            let hopeful = near > 0 && !idle && !barren;
            any |= hopeful;
            self.all[at] = Place { idle, barren, hopeful, ..place };
            near = near.saturating_sub(1);
        }
        any
    }

    /// Whether all that the token means here leads to such a place, or to the end.
    fn leads_to(&self, place: Place, is_such: impl Fn(&Place) -> bool) -> bool {
        let senses = self.senses.get(place.from..place.to).unwrap_or_default();
        senses.iter().all(|(_, next)| self.all.get(*next).is_none_or(&is_such))
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

/// Whether a token of these kinds makes a time, by itself or with others: "a" makes half a day only behind a number.
const fn is_cue(kinds: Kinds, before: Kinds) -> bool {
    const NUMBER: Kinds = Kinds::one(Sense::Number(0));
    !kinds.within(Kinds::NO_CUES.or(Kinds::HALVES).or(Kinds::LETTERED))
        || kinds.meets(Kinds::HALVES) && before.meets(NUMBER)
}
