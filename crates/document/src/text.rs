//! Words as a reader sees them, each stretch of them with the place it comes from.

use std::ops::Range;

use crate::{MOST_WORDS, ReadError};

/// What a text is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The running text.
    Body,
    /// The title of a page.
    Title,
    /// What a page says of itself to search engines.
    Description,
    /// What an attribute says: an alternative to a picture, a hint.
    Attribute,
    /// The subject of a mail.
    Subject,
}

/// One text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it is.
    pub role: Role,
    /// The language the file says it is in, as it says it: `nl`, `sv-SE`.
    pub lang: Option<String>,
    /// Its words. Words of others stand behind `>`, headings behind `#`, items behind `-`.
    pub words: String,
    /// Which of them are program text, in order.
    pub code: Vec<Range<usize>>,
    pub(crate) origins: Origins,
}

impl Text {
    /// A text that stands in its file as it is.
    pub(crate) fn verbatim(role: Role, words: String) -> Self {
        let mut origins = Origins::default();
        origins.push(0, words.len(), 0, words.len());
        Self { role, lang: None, words, code: Vec::new(), origins }
    }
}

/// Where the stretches of a text come from, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Origins {
    stretches: Vec<Stretch>,
    end: u32,
}

/// A stretch of a text. As long as its source it is the same word for word; else it stands for the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    at: u32,
    from: u32,
    length: u32,
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Origins {
    /// Adds a stretch at the end of the text: `count` bytes that come from `length` bytes at `from`.
    pub(crate) fn push(&mut self, at: usize, count: usize, from: usize, length: usize) {
        if count == 0 {
            return;
        }
        let before = self.end;
        self.end = short(at + count);
        if let Some(last) = self.stretches.last_mut() {
            let is_verbatim = last.length == before - last.at;
            let goes_on =
                last.from as usize + last.length as usize == from && before as usize == at;
            if is_verbatim && goes_on && count == length {
                last.length += short(length);
                return;
            }
        }
        self.stretches.push(Stretch { at: short(at), from: short(from), length: short(length) });
    }

    fn count(&self, index: usize) -> u32 {
        let end = self.stretches.get(index + 1).map_or(self.end, |next| next.at);
        end.saturating_sub(self.stretches[index].at)
    }

    /// Where in the source the last stretch ends.
    pub(crate) fn last(&self) -> usize {
        self.stretches.last().map_or(0, |last| (last.from + last.length) as usize)
    }

    /// The stretch that holds a byte of the text.
    fn holding(&self, offset: usize) -> Option<usize> {
        let after = self.stretches.partition_point(|each| each.at as usize <= offset);
        after.checked_sub(1)
    }

    /// From where to where in the source a stretch of the text reaches.
    pub(crate) fn places(&self, span: &Range<usize>) -> (usize, usize) {
        let Some(first) = self.holding(span.start) else { return (0, 0) };
        let stretch = self.stretches[first];
        let start = if stretch.length == self.count(first) {
            stretch.from as usize + span.start.saturating_sub(stretch.at as usize)
        } else {
            stretch.from as usize
        };
        let last = self.holding(span.end.saturating_sub(1).max(span.start)).unwrap_or(first);
        let stretch = self.stretches[last];
        let end = if stretch.length == self.count(last) {
            stretch.from as usize + span.end.saturating_sub(stretch.at as usize)
        } else {
            stretch.from as usize + stretch.length as usize
        };
        (start, end.max(start))
    }

    /// The same text, where its source is itself a text with origins.
    pub(crate) fn through(&self, inner: &Self) -> Self {
        let mut all = Self::default();
        for (index, stretch) in self.stretches.iter().enumerate() {
            let (at, from) = (stretch.at as usize, stretch.from as usize);
            let (count, length) = (self.count(index) as usize, stretch.length as usize);
            if count != length {
                let (start, end) = inner.places(&(from..from + length));
                all.push(at, count, start, end - start);
                continue;
            }
            let mut done = 0;
            while done < count {
                let next = inner.holding(from + done).map_or(0, |each| each + 1);
                let border = inner.stretches.get(next).map_or(usize::MAX, |each| each.at as usize);
                let piece = (count - done).min(border - (from + done));
                let (start, end) = inner.places(&(from + done..from + done + piece));
                all.push(at + done, piece, start, end - start);
                done += piece;
            }
        }
        all
    }
}

/// Writes a text stretch by stretch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writer {
    pub(crate) words: String,
    pub(crate) code: Vec<Range<usize>>,
    pub(crate) origins: Origins,
}

impl Writer {
    /// Adds words that come from `length` bytes at `from`.
    ///
    /// # Errors
    /// When the text becomes longer than any that is read.
    pub(crate) fn push(
        &mut self,
        words: &str,
        from: usize,
        length: usize,
    ) -> Result<(), ReadError> {
        if self.words.len() + words.len() > MOST_WORDS {
            return Err(ReadError::big("its text", MOST_WORDS));
        }
        self.origins.push(self.words.len(), words.len(), from, length);
        self.words.push_str(words);
        Ok(())
    }

    /// Notes that what was written since a place is program text.
    pub(crate) fn mark_code(&mut self, since: usize) {
        if since < self.words.len() {
            self.code.push(since..self.words.len());
        }
    }

    /// The text; none where it says nothing.
    pub(crate) fn finish(self, role: Role, lang: Option<String>) -> Option<Text> {
        let Self { words, code, origins } = self;
        (!words.trim().is_empty()).then_some(Text { role, lang, words, code, origins })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again_through_two_makings() {
        let mut writer = Writer::default();
        writer.push("caf", 10, 3).unwrap();
        writer.push("é", 13, 8).unwrap();
        writer.push(" nu", 21, 3).unwrap();
        let origins = writer.origins;
        assert_eq!(origins.places(&(0..5)), (10, 21));
        assert_eq!(origins.places(&(3..5)), (13, 21));
        assert_eq!(origins.places(&(6..8)), (22, 24));
        let mut outer = Origins::default();
        outer.push(0, 2, 0, 0);
        outer.push(2, 6, 2, 6);
        let both = outer.through(&origins);
        assert_eq!(both.places(&(2..8)), (12, 24), "{both:?}");
        assert_eq!(both.places(&(3..5)), (13, 21));
    }

    #[test]
    fn a_text_has_an_end() {
        let mut writer = Writer::default();
        let page = "x".repeat(1 << 20);
        let full = (0..9).find_map(|_| writer.push(&page, 0, page.len()).err()).unwrap();
        assert!(full.to_string().contains("its text has more than 8 MB"), "{full}");
    }
}
