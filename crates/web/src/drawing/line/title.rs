//! What a line shows, in words: the text alternative of the drawing, and the sentence in mail and plain text.

use super::{ExtraKind, Line, Shown};

/// The title of a line.
pub(super) fn of(line: &Line) -> String {
    let t = line.lang.texts();
    let due = &line.due_words;
    match line.shown {
        Shown::Kept { delivered } => t.line_kept(due, &line.day(delivered)),
        Shown::Late { delivered } => t.line_late(due, &line.day(delivered)),
        Shown::Withdrawn => t.line_withdrawn(due),
        Shown::Ended { .. } => t.line_ended(due),
        Shown::Open => open(line, &t.line_promised(due)),
        Shown::Offered => open(line, &t.line_offered(due)),
        Shown::Quoted => open(line, &t.line_to_offer(due)),
    }
}

/// What is seen of an open promise, after the words that name its due.
fn open(line: &Line, named: &str) -> String {
    let t = line.lang.texts();
    let Some(hill) = &line.seen else { return t.line_unknown(&named) };
    let likely = line.day(hill.likely);
    let told = if line.now > line.due {
        t.line_passed(&named, &likely)
    } else if let Some(chance) = hill.chance {
        t.line_chance(&named, &line.lang.chance_in_words(chance), &likely)
    } else {
        t.line_likely(&named, &likely)
    };
    let wished = line.extra.as_ref().filter(|extra| extra.kind == ExtraKind::Wished);
    let Some(wished) = wished else { return told };
    let day = line.day(wished.at);
    match wished.chance {
        Some(chance) => t.line_wished(&told, &day, &line.lang.chance_in_words(chance)),
        None => told,
    }
}
