//! Places in a file: lines and columns of what can be opened in an editor, paragraphs of what cannot.

/// Where something stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// From one line and column to another, the end exclusive.
    Lines {
        /// Where it begins.
        start: Point,
        /// Where it ends.
        end: Point,
    },
    /// In a paragraph of the running text, counted from 1, those in tables among them.
    Paragraph(usize),
    /// In a paragraph of the footnotes, counted from 1.
    Footnote(usize),
}

/// A line and a column, both counted from 1; columns in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// After how many bytes the characters so far are noted: a line may be as long as the file.
const BLOCK: usize = 512;

/// The bytes of a file as an editor shows them, with the beginnings of their lines.
#[derive(Debug)]
pub struct Source {
    bytes: Vec<u8>,
    lines: Vec<u32>,
    /// How many characters lie before each block; nothing where the file is no UTF-8.
    characters: Option<Vec<u32>>,
}

impl Source {
    /// Of bytes in UTF-8; where they are none, a column is a byte.
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let after = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let lines = std::iter::once(0).chain(after.map(|(at, _)| short(at + 1))).collect();
        let characters = std::str::from_utf8(&bytes).is_ok().then(|| {
            let counts = bytes.chunks(BLOCK).scan(0, |before, block| {
                let here = *before;
                *before += count(block);
                Some(short(here))
            });
            counts.collect()
        });
        Self { bytes, lines, characters }
    }

    /// The line and column of a byte.
    pub(crate) fn at(&self, offset: usize) -> Point {
        let offset = offset.min(self.bytes.len());
        let line = self.lines.partition_point(|begin| *begin as usize <= offset);
        let begin = self.lines.get(line.saturating_sub(1)).map_or(0, |begin| *begin as usize);
        Point { line, column: self.before(offset) - self.before(begin) + 1 }
    }

    /// How many characters lie before a byte.
    fn before(&self, offset: usize) -> usize {
        let Some(characters) = &self.characters else { return offset };
        let block = (offset / BLOCK).min(characters.len().saturating_sub(1));
        let noted = characters.get(block).map_or(0, |noted| *noted as usize);
        noted + count(self.bytes.get(block * BLOCK..offset).unwrap_or_default())
    }
}

/// How many characters begin in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_lines_end_at_line_feeds() {
        let source = Source::of("één\r\ntwee \u{1F600}!".as_bytes().to_vec());
        let at = |offset| (source.at(offset).line, source.at(offset).column);
        assert_eq!(
            [at(0), at(2), at(6), at(7), at(16), at(99)],
            [(1, 1), (1, 2), (1, 5), (2, 1), (2, 7), (2, 8)]
        );
    }

    #[test]
    fn bytes_that_are_no_characters_count_one_each() {
        assert_eq!(Source::of(b"caf\xe9 x".to_vec()).at(5), Point { line: 1, column: 6 });
    }
}
