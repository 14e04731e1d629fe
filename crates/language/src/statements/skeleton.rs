//! What a sentence is built of, whatever it is about: its small words, its times, names and numbers, and how its other
//! words end. "Henk hangs the door on Friday" and "Lotte mows the lawn tomorrow" are built alike.

use super::dictionary::Seen;
use super::signs::last_letters;
use crate::Span;
use crate::words::Word;

/// A bone of a sentence: the same for all words that serve it alike.
pub(super) type Bone = u64;

/// Not a word or mark of any sentence: a time, a number, a name, and where a sentence begins and ends.
const TIME: Bone = 1;
const NUMBER: Bone = 2;
const NAME: Bone = 3;
pub(super) const BORDER: Bone = 4;
/// Above the letters of an ending.
const ENDING: Bone = 1 << 32;

/// How many letters at its end stand for a word.
const LETTERS: usize = 2;

/// The bones of a sentence, in order, by its words, those as rules see them, and the stretches of its times.
pub(super) fn of<'a>(
    words: &'a [Word<'_>],
    seen: &'a [Seen],
    times: &'a [Span],
) -> impl Iterator<Item = Bone> + 'a {
    let mut times = times.iter().peekable();
    let mut within: Option<Span> = None;
    words.iter().zip(seen).enumerate().filter_map(move |(place, (word, seen))| {
        if within.is_some_and(|time| word.span.start < time.end) {
            return None;
        }
        while times.next_if(|time| time.end <= word.span.start).is_some() {}
        within = times.next_if(|time| time.start <= word.span.start).copied();
        Some(match word.low.as_bytes().first() {
            _ if within.is_some() => TIME,
            _ if word.mark || seen.small => word.hash,
            Some(b'0'..=b'9') => NUMBER,
            _ if word.capital && place > 0 => NAME,
            _ => ENDING | last_letters::<LETTERS>(&word.low).unwrap_or(word.hash),
        })
    })
}
