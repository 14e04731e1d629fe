//! What the tokens of a paragraph can mean, place by place, and where an expression may begin.

use std::ops::Range;

use super::kinds::Kinds;
use super::sense::Sense;
use super::token::{Kind, Token};
use super::words::Words;

/// How far before a word of time an expression with it may begin, in tokens.
pub(super) const REACH: usize = 10;

/// Room is made for so many tokens at least.
const ROOM: usize = 128;

/// So many words in a row that can have no part in an expression end it.
const MOST_FOREIGN: usize = 2;

/// Words after which a number in words that nothing follows is a time of day: "before twelve", `voor twaalven`.
const TO_HOURS: &[&str] =
    &["before", "by", "around", "voor", "tegen", "rond", "före", "innan", "runt"];

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

/// A place whose token has no meaning.
const NOTHING: Place =
    Place { kinds: Kinds::NONE, from: 0, to: 0, idle: true, barren: true, hopeful: false };

impl Places {
    /// Reads the tokens of a paragraph, the last first; whether an expression may begin anywhere: at a word of time or a
    /// number that has a cue within the next few tokens, without three words in a row between them that can have no
    /// part in it.
    pub(super) fn read(&mut self, tokens: &[Token<'_>], words: &Words) -> bool {
        self.senses.clear();
        self.senses.reserve(tokens.len().max(ROOM));
        self.all.clear();
        self.all.reserve(tokens.len().max(ROOM));
        self.all.resize(tokens.len(), NOTHING);
        let (mut near, mut foreign, mut any) = (0_usize, 0, false);
        let is_short = tokens.len() < REACH;
        let mut is_number_behind = false;
        for (at, token) in tokens.iter().enumerate().rev() {
            let from = self.senses.len();
            let mut kinds = words.senses(tokens, at, &mut self.senses);
            let senses = from..self.senses.len();
            if kinds == Kinds::NONE && token.kind == Kind::Word && !is_number_behind && !is_short {
                // Most words have no part in a time.
                foreign += 1;
                near = if foreign > MOST_FOREIGN { 0 } else { near.saturating_sub(1) };
                continue;
            }
            if is_number_behind {
                kinds = kinds.or(Kinds::LETTERED);
            }
            if token.kind == Kind::Number {
                kinds = kinds.or(Kinds::DIGITS);
            }
            is_number_behind = token.kind == Kind::Number && token.glued;
            let senseless = kinds.within(Kinds::LETTERED);
            if !senseless {
                foreign = 0;
            } else if token.kind == Kind::Word {
                foreign += 1;
            }
            if is_short || !senseless && self.is_cue(kinds, tokens, at, words) {
                near = REACH;
            } else if foreign > MOST_FOREIGN {
                near = 0;
            }
            let place = &mut self.all[at];
            (place.kinds, place.from, place.to) = (kinds, senses.start, senses.end);
            if kinds != Kinds::NONE {
                let (idle, barren) = self.leads_nowhere(at, kinds, senses);
                let hopeful = near > 0 && !idle && !barren;
                any |= hopeful;
                let place = &mut self.all[at];
                (place.idle, place.barren, place.hopeful) = (idle, barren, hopeful);
            }
            near = near.saturating_sub(1);
        }
        any
    }

    /// Whether nothing begins at a place that has meanings, and whether no rule could begin there.
    fn leads_nowhere(&self, at: usize, kinds: Kinds, senses: Range<usize>) -> (bool, bool) {
        let senses = self.senses.get(senses).unwrap_or_default();
        let lead_to = |is_such: fn(&Place) -> bool| {
            senses.iter().all(|(_, next)| self.all.get(*next).is_none_or(is_such))
        };
        let idle = kinds.within(Kinds::SMALL.or(Kinds::LETTERED))
            && kinds != Kinds::LETTERED
            && lead_to(|next| next.idle);
        let barren = kinds.within(Kinds::LEADS.or(Kinds::LATER))
            && (!kinds.meets(Kinds::LEADS)
                || self.all.get(at + 1).is_none_or(|next| next.barren)
                    && lead_to(|next| next.barren));
        (idle, barren)
    }

    /// Whether a token of these kinds makes a time, by itself or with others: "a" makes half a day only behind a number.
    fn is_cue(&mut self, kinds: Kinds, tokens: &[Token<'_>], at: usize, words: &Words) -> bool {
        const NUMBER: Kinds = Kinds::one(Sense::Number(0));
        if !kinds.within(Kinds::NO_CUES.or(Kinds::HALVES).or(Kinds::LETTERED)) {
            return true;
        }
        const HOUR: Kinds = Kinds::of(&[Sense::Number(0), Sense::Hours(0)]);
        let is_half = kinds.meets(Kinds::HALVES);
        let closes =
            kinds.meets(HOUR) && tokens.get(at + 1).is_none_or(|next| next.kind == Kind::Mark);
        let Some(before) = at.checked_sub(1).filter(|_| is_half || closes) else { return false };
        is_half && words.senses(tokens, before, &mut self.senses).meets(NUMBER)
            || closes
                && tokens.get(before).is_some_and(|lead| TO_HOURS.contains(&lead.text.as_str()))
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
