//! Places in a text as others count them: browsers in UTF-16 units, programs in code points.

use language::Span;

/// For every byte of a text, how many units come before it.
#[derive(Debug)]
pub(crate) struct Offsets(Vec<u32>);

impl Offsets {
    /// As browsers count.
    pub(crate) fn in_utf16(text: &str) -> Self {
        Self::counted(text, char::len_utf16)
    }

    /// As most programs count.
    pub(crate) fn in_code_points(text: &str) -> Self {
        Self::counted(text, |_| 1)
    }

    fn counted(text: &str, units: impl Fn(char) -> usize) -> Self {
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut seen = 0;
        for letter in text.chars() {
            before.extend(std::iter::repeat_n(seen, letter.len_utf8()));
            seen += u32::try_from(units(letter)).unwrap_or(0);
        }
        before.push(seen);
        Self(before)
    }

    /// Where a span begins and has ended.
    pub(crate) fn of(&self, span: Span) -> (usize, usize) {
        let at = |byte: usize| self.0.get(byte).or(self.0.last()).copied().unwrap_or(0);
        let at = |byte| usize::try_from(at(byte)).unwrap_or(usize::MAX);
        (at(span.start), at(span.end))
    }

    /// The byte at which so many units have gone by; `None` when that is beyond the text or within a letter.
    pub(crate) fn byte(&self, units: usize) -> Option<usize> {
        let units = u32::try_from(units).ok()?;
        let at = self.0.partition_point(|before| *before < units);
        (self.0.get(at) == Some(&units)).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_the_first_plane_are_two_units_or_one_code_point() {
        let text = "👍é x";
        let span = Span::new("👍".len(), text.len());
        assert_eq!(Offsets::in_utf16(text).of(span), (2, 5));
        assert_eq!(Offsets::in_code_points(text).of(span), (1, 4));
    }

    #[test]
    fn a_place_within_a_letter_is_none() {
        let offsets = Offsets::in_utf16("👍a");
        assert_eq!(
            [0, 1, 2, 3, 4].map(|u| offsets.byte(u)),
            [Some(0), None, Some(4), Some(5), None]
        );
        assert_eq!(Offsets::in_utf16("").byte(0), Some(0));
    }
}
