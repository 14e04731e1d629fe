//! Places in a text.

/// A stretch of a text: bytes of UTF-8, the end exclusive, both at the border of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends; not part of it.
    pub end: usize,
}

impl Span {
    /// From one place to another; the later one is the end.
    pub const fn new(start: usize, end: usize) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// The words themselves; empty where it lies outside the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The same stretch where all that lies so many bytes further on.
    #[must_use]
    pub const fn moved_by(self, bytes: usize) -> Self {
        Self { start: self.start + bytes, end: self.end + bytes }
    }

    /// Whether two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies within it.
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Turns byte offsets of a text into counts of characters (Unicode scalar values), for offsets that never go back in one
/// pass over the text.
#[derive(Debug)]
pub struct Characters<'a> {
    text: &'a str,
    at: usize,
    count: usize,
}

impl<'a> Characters<'a> {
    /// Of a text, from its beginning.
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, count: 0 }
    }

    /// How many characters lie before a byte offset; an offset before the last one begins anew.
    pub fn before(&mut self, offset: usize) -> usize {
        if offset < self.at {
            (self.at, self.count) = (0, 0);
        }
        let end = offset.min(self.text.len());
        self.count += self.text.get(self.at..end).map_or(0, |part| part.chars().count());
        self.at = end;
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_meet_and_hold_each_other() {
        let [one, two, three] = [(0, 4), (3, 9), (4, 5)].map(|(a, b)| Span::new(a, b));
        assert!(one.overlaps(two) && two.holds(three) && !one.overlaps(three));
        assert_eq!(Span::new(4, 0), one);
        assert_eq!((Span::new(0, 5).of("vóór tien"), Span::new(1, 2).of("vóór")), ("vóó", ""));
    }

    #[test]
    fn characters_are_counted_whatever_their_width() {
        let text = "a\u{1F91D}e\u{301}z";
        let mut characters = Characters::of(text);
        let counted: Vec<usize> =
            text.char_indices().map(|(offset, _)| characters.before(offset)).collect();
        assert_eq!(counted, [0, 1, 2, 3, 4]);
        assert_eq!((characters.before(text.len()), characters.before(1)), (5, 1));
    }
}
