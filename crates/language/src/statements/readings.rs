//! Reads the sentences of a text one after the other, in the same room.

use super::Reading;
use super::lexicon::{Lexicon, Room};
use super::time::Coming;
use crate::dates::{self, Found};
use crate::sentences::Sentence;

/// Gives each sentence, with its place, when its clauses and times have been read.
pub(super) fn for_each(
    sentences: &[Sentence<'_>],
    times: &[Found],
    reading: &dates::Reading<'_>,
    mut give: impl FnMut(usize, Reading<'_>),
) {
    let lexicon = Lexicon::in_language(reading.lang);
    let (mut left, mut room, mut seen) = (times, Room::new(), Vec::new());
    for (place, sentence) in sentences.iter().enumerate() {
        let span = sentence.span;
        let begins = left.partition_point(|time| time.span.start < span.start);
        let ends = left.partition_point(|time| time.span.start < span.end);
        let within = left.get(begins..ends).unwrap_or_default().iter();
        left = left.get(ends..).unwrap_or_default();
        let held: Vec<&Found> = within.filter(|time| span.holds(time.span)).collect();
        let ahead = held.iter().filter_map(|time| Coming::of(time, reading.reference));
        let ahead: Vec<Coming> = ahead.collect();
        lexicon.dictionary.see(&sentence.words, &mut seen);
        give(place, Reading::of(sentence, &seen, (&held, &ahead), lexicon, &mut room));
    }
}
