//! The pattern language of the packs: words in a row, with a few signs.
//!
//! | written | stands for |
//! |---|---|
//! | `snel` | the word, in any case |
//! | `lever*`, `*regels` | a word that begins, or ends, like this |
//! | `#` | a number: a word that begins with a digit |
//! | `(a \| b c)` | one of these |
//! | `niet?`, `(a \| b)?` | this or nothing |
//! | `..3` | at most three words, whatever they are, without a sign between them |
//! | `<we>` | a word class of the pack, itself a list of patterns |
//! | `^` | the beginning of the sentence |
//! | `$` | its end, a full stop aside |
//! | `[a b] c` | only `a b` is marked |
//! | `,` `;` `?` | the sign itself, standing alone |

use std::collections::BTreeMap;

use super::grammar::{Grammar, Item, Row};
use super::vocabulary::{NUMBER, Symbol};
use crate::spelling::{hash_of, letters};

/// The word classes of a pack, by name.
pub(super) type Classes = BTreeMap<String, Item>;

/// Groups within groups go no deeper than this.
const DEEPEST: usize = 16;

/// A gap reaches no further than this: what lies further apart does not belong together.
const WIDEST_GAP: u8 = 12;

/// Reads patterns, one after the other, into a grammar.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// Steps of rows that are not read to their ends, the innermost last.
    items: Vec<Item>,
    /// Rows and words of groups that are not read to their ends, so too.
    rows: Vec<Row>,
    words: Vec<Symbol>,
}

impl Reader {
    /// Reads a pattern; the error says what is wanted.
    pub(super) fn read(
        &mut self,
        pattern: &str,
        classes: &Classes,
        grammar: &mut Grammar,
    ) -> Result<Row, String> {
        let begin = self.begin(pattern, classes, grammar)?;
        let items = self.items.get(begin..).unwrap_or_default();
        Ok(grammar.add(items))
    }

    /// Reads the patterns of a word class: a choice between them; the error says which and what is wanted of it.
    pub(super) fn class<'a>(
        &mut self,
        patterns: &'a [String],
        classes: &Classes,
        grammar: &mut Grammar,
    ) -> Result<Item, (&'a str, String)> {
        self.rows.clear();
        self.words.clear();
        for pattern in patterns {
            let begin = self.begin(pattern, classes, grammar).map_err(|why| (&**pattern, why))?;
            self.settle(begin, grammar);
        }
        Ok(grammar.either(&self.rows, &mut self.words))
    }

    /// Reads the steps of a pattern; tells where they begin.
    fn begin(
        &mut self,
        pattern: &str,
        classes: &Classes,
        grammar: &mut Grammar,
    ) -> Result<usize, String> {
        self.items.clear();
        let mut reading =
            Reading { signs: Signs::of(pattern), classes, grammar, reader: self, depth: 0 };
        let begin = reading.row()?;
        match reading.signs.here {
            None if reading.reader.items.len() == begin => {
                Err("an empty pattern; wanted at least one word".to_owned())
            }
            None => Ok(begin),
            Some(sign) => Err(format!("{:?} without its beginning", sign.written())),
        }
    }

    /// Makes a row of a choice out of the last steps; a row of a single word, or of some, is no row but these.
    fn settle(&mut self, begin: usize, grammar: &mut Grammar) {
        match self.items.get(begin..).unwrap_or_default() {
            [Item::Word(word)] => self.words.push(*word),
            [Item::OneOf(more)] => self.words.extend_from_slice(grammar.symbols(*more)),
            items => self.rows.push(grammar.add(items)),
        }
        self.items.truncate(begin);
    }
}

/// A word or a sign of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign<'a> {
    /// A sign that stands by itself.
    One(u8),
    /// A word of plain letters, with its hash.
    Letters(&'a str, u64),
    /// Any other, up to the next space or sign that stands by itself.
    Other(&'a str),
}

impl Sign<'_> {
    fn written(&self) -> String {
        match self {
            Self::One(sign) => char::from(*sign).to_string(),
            Self::Letters(word, _) | Self::Other(word) => (*word).to_owned(),
        }
    }
}

/// The words and signs of a pattern.
#[derive(Debug)]
struct Signs<'a> {
    pattern: &'a str,
    /// The sign that is to be read, and where it ends.
    here: Option<Sign<'a>>,
    end: usize,
}

impl<'a> Signs<'a> {
    fn of(pattern: &'a str) -> Self {
        let mut signs = Self { pattern, here: None, end: 0 };
        signs.pass();
        signs
    }

    /// Passes over the sign that is to be read, to the one behind it.
    fn pass(&mut self) {
        self.here = self.cut();
    }

    /// Passes over a `?` directly behind the sign that is to be read: it belongs to a group, and is no sign of its own.
    fn pass_optional(&mut self) -> bool {
        let is_there = self.pattern.as_bytes().get(self.end) == Some(&b'?');
        self.end += usize::from(is_there);
        is_there
    }

    /// Whether a row of a group ends behind the sign that is to be read.
    fn ends_row(&self) -> bool {
        let rest = self.pattern.as_bytes().get(self.end..).unwrap_or_default();
        matches!(rest.iter().find(|byte| **byte != b' '), Some(b'|' | b')'))
    }

    /// Cuts off the sign behind the one that was to be read.
    fn cut(&mut self) -> Option<Sign<'a>> {
        loop {
            let rest = self.pattern.as_bytes().get(self.end..).unwrap_or_default();
            match rest.first()? {
                b' ' => self.end += 1,
                sign @ (b'(' | b')' | b'|' | b'[' | b']') => {
                    self.end += 1;
                    return Some(Sign::One(*sign));
                }
                _ => {
                    let (length, hash) = letters(rest);
                    let ends = |byte: &u8| matches!(byte, b' ' | b'(' | b')' | b'|' | b'[' | b']');
                    if length > 0 && rest.get(length).is_none_or(ends) {
                        let word = self.pattern.get(self.end..self.end + length);
                        self.end += length;
                        return Some(Sign::Letters(word.unwrap_or_default(), hash));
                    }
                    let rest = self.pattern.get(self.end..).unwrap_or_default();
                    let spaces = rest.len() - rest.trim_start().len();
                    if spaces == 0 {
                        return Some(self.other(rest));
                    }
                    self.end += spaces;
                }
            }
        }
    }

    /// Cuts off what is no word of plain letters.
    fn other(&mut self, rest: &'a str) -> Sign<'a> {
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '[' | ']');
        let sign = rest.split(ends).next().unwrap_or_default();
        self.end += sign.len();
        Sign::Other(sign)
    }
}

/// A pattern that is being read.
struct Reading<'a> {
    signs: Signs<'a>,
    classes: &'a Classes,
    grammar: &'a mut Grammar,
    reader: &'a mut Reader,
    /// How many groups are open.
    depth: usize,
}

impl<'a> Reading<'a> {
    /// Reads steps up to the end of the row; tells where they begin.
    fn row(&mut self) -> Result<usize, String> {
        let begin = self.reader.items.len();
        while let Some(sign) = self.signs.here {
            if matches!(sign, Sign::One(b')' | b'|')) {
                break;
            }
            self.signs.pass();
            let item = match sign {
                Sign::One(b'(') => self.group()?,
                Sign::One(b'[') => Item::Open,
                Sign::One(_) => Item::Close,
                Sign::Letters(word, hash) => Item::Word(self.grammar.vocabulary.add(hash, word)),
                Sign::Other("^") => Item::Start,
                Sign::Other("$") => Item::End,
                Sign::Other(word) => self.word(word)?,
            };
            self.reader.items.push(item);
        }
        Ok(begin)
    }

    fn group(&mut self) -> Result<Item, String> {
        if self.depth == DEEPEST {
            return Err(format!("a group within {DEEPEST} others; wanted fewer"));
        }
        self.depth += 1;
        let (rows, words) = (self.reader.rows.len(), self.reader.words.len());
        let mut empty = false;
        loop {
            match self.signs.here {
                // A written-out word is a whole row, as most are.
                Some(Sign::Letters(word, hash)) if self.signs.ends_row() => {
                    self.signs.pass();
                    self.reader.words.push(self.grammar.vocabulary.add(hash, word));
                }
                _ => {
                    let begin = self.row()?;
                    empty |= self.reader.items.len() == begin;
                    self.reader.settle(begin, self.grammar);
                }
            }
            if self.signs.here != Some(Sign::One(b'|')) {
                break;
            }
            self.signs.pass();
        }
        if self.signs.here != Some(Sign::One(b')')) {
            return Err("a \"(\" without its \")\"".to_owned());
        }
        if empty {
            return Err(
                "an empty choice in \"( )\"; write \"(a | b)?\" for one that may be left out"
                    .to_owned(),
            );
        }
        self.depth -= 1;
        let is_optional = self.signs.pass_optional();
        self.signs.pass();
        let Reader { rows: all_rows, words: all_words, .. } = &mut *self.reader;
        let of_group = all_rows.get(rows..).unwrap_or_default();
        let item = self.grammar.either(of_group, all_words.get_mut(words..).unwrap_or_default());
        all_rows.truncate(rows);
        all_words.truncate(words);
        Ok(if is_optional { Item::Maybe(self.grammar.add(&[item])) } else { item })
    }

    fn word(&mut self, sign: &str) -> Result<Item, String> {
        if sign.len() > 1
            && let Some(inner) = sign.strip_suffix('?')
        {
            if inner.ends_with('?') {
                return Err(format!("{sign:?} is left out twice; wanted one \"?\""));
            }
            let item = self.word(inner)?;
            return Ok(Item::Maybe(self.grammar.add(&[item])));
        }
        if sign == "#" {
            return Ok(Item::Word(NUMBER));
        }
        if let Some(count) = sign.strip_prefix("..") {
            return match count.parse() {
                Ok(count) if (1..=WIDEST_GAP).contains(&count) => Ok(Item::Gap(count)),
                _ => Err(format!("{sign:?} is no gap; wanted ..1 to ..{WIDEST_GAP}")),
            };
        }
        if let Some(name) = sign.strip_prefix('<') {
            let name = name.strip_suffix('>').unwrap_or(name);
            return self.classes.get(name).copied().ok_or_else(|| {
                format!("no word class <{name}>; the pack has {:?}", self.classes.keys())
            });
        }
        let mut plain = String::with_capacity(sign.len());
        super::tokens::plain(sign, &mut plain);
        let vocabulary = &mut self.grammar.vocabulary;
        let Some(part) = plain.strip_suffix('*').or_else(|| plain.strip_prefix('*')) else {
            return Ok(Item::Word(vocabulary.add(hash_of(&plain), &plain)));
        };
        if part.chars().count() < 2 || part.contains('*') {
            return Err(format!("{sign:?} is no stem; wanted two letters or more and one \"*\""));
        }
        Ok(Item::Word(vocabulary.add_stem(&plain)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::Width;
    use super::*;

    /// A grammar with one word class, `<we>`, and a pattern read into it.
    fn read(written: &str) -> (Grammar, Result<Row, String>) {
        let mut grammar = Grammar::new();
        let mut reader = Reader::default();
        let we = reader.class(&["wij".to_owned()], &Classes::new(), &mut grammar).unwrap();
        let classes = Classes::from([("we".to_owned(), we)]);
        let row = reader.read(written, &classes, &mut grammar);
        (grammar, row)
    }

    /// A row as it could have been written.
    fn written(row: Row, grammar: &Grammar) -> String {
        let word = |symbol: &Symbol| match *symbol {
            NUMBER => "#".to_owned(),
            symbol => grammar.vocabulary.word(symbol).to_owned(),
        };
        let item = |item: &Item| match item {
            Item::Word(symbol) => word(symbol),
            Item::OneOf(set) => {
                let words: Vec<String> = grammar.symbols(*set).iter().map(word).collect();
                format!("({})", words.join("|"))
            }
            Item::Gap(most) => format!("..{most}"),
            Item::Either(choice) => {
                let rows = grammar.rows(*choice).iter();
                let rows: Vec<String> = rows.map(|row| written(*row, grammar)).collect();
                format!("({})", rows.join("|"))
            }
            Item::Maybe(row) => format!("{}?", written(*row, grammar)),
            Item::Start => "^".to_owned(),
            Item::End => "$".to_owned(),
            Item::Open => "[".to_owned(),
            Item::Close => "]".to_owned(),
        };
        let items: Vec<String> = grammar.of(row).iter().map(item).collect();
        items.join(" ")
    }

    #[test]
    fn patterns_read_as_they_are_written() {
        let check = |pattern: &str, want: &str| {
            let (grammar, row) = read(pattern);
            assert_eq!(written(row.unwrap(), &grammar), want, "{pattern}");
        };
        check("^ <we> [lever*] ..3 niet?", "^ wij [ lever* ] ..3 niet?");
        check("(a | b c)? #", "(b c|a)? #");
        check("((a b | c) d | ..2 e) $", "(..2 e|(a b|c) d) $");
        check("a ?", "a ?");
        check("(a|b) ?", "(a|b) ?");
        check("?", "?");
    }

    #[test]
    fn signs_need_no_space_around_them() {
        let check = |pattern: &str, want: &str| {
            let (grammar, row) = read(pattern);
            assert_eq!(written(row.unwrap(), &grammar), want, "{pattern}");
        };
        check(" a(b|c)?d?\u{a0}[é ]? (f)", "a (b|c)? d? [ é ] ? f");
    }

    #[test]
    fn words_and_stems_are_one_choice() {
        let (grammar, row) = read("(<we> | Vóór | lever* | (# | *regels) | wij)");
        let [Item::OneOf(set)] = grammar.of(row.unwrap()) else { panic!("no set") };
        let words = grammar.symbols(*set).iter().map(|word| grammar.vocabulary.word(*word));
        assert_eq!(words.collect::<Vec<_>>(), ["#*", "wij", "vóór", "lever*", "*regels"]);
    }

    #[test]
    fn what_cannot_be_read_says_what_is_wanted() {
        let check = |pattern, want: &str| {
            let got = read(pattern).1.unwrap_err();
            assert!(got.contains(want), "{pattern}: {got}");
        };
        check("", "at least one word");
        check("(a | b", "without its \")\"");
        check("a ) b", "without its beginning");
        check("a | b", "without its beginning");
        check("(a | )", "empty choice");
        check("..99", "wanted ..1 to ..12");
        check("<nobody>", "no word class <nobody>");
        check("a* b*c*", "no stem");
        check("*", "no stem");
        check("a??", "wanted one");
        check(&"(a b|".repeat(100_000), "a group within 16 others");
    }

    #[test]
    fn after_one_that_cannot_be_read_the_next_one_can() {
        let mut grammar = Grammar::new();
        let mut reader = Reader::default();
        assert!(reader.read("(a b | c | (d", &Classes::new(), &mut grammar).is_err());
        let row = reader.read("(e | f g)", &Classes::new(), &mut grammar).unwrap();
        assert_eq!(written(row, &grammar), "(f g|e)");
        let class = ["h".to_owned(), "i k".to_owned(), "(l | m)".to_owned()];
        let class = reader.class(&class, &Classes::new(), &mut grammar).unwrap();
        let row = grammar.add(&[class]);
        assert_eq!(written(row, &grammar), "(i k|(h|l|m))");
    }

    #[test]
    fn the_rarest_words_are_looked_for() {
        let (mut grammar, row) = read("de (zo snel | spoedig) mogelijk?");
        let mut found = Vec::new();
        let mut give = |word, before| found.push((word, before));
        assert!(grammar.anchors(row.unwrap(), Width::default(), &mut give));
        let words = ["snel", "spoedig"].map(|word| grammar.vocabulary.add(hash_of(word), word));
        assert_eq!(found, [(words[0], Width::of(2, 2)), (words[1], Width::of(1, 1))]);
        let none = grammar.add(&[Item::Gap(2), Item::Word(NUMBER)]);
        assert!(!grammar.anchors(none, Width::default(), &mut |_, _| {}));
    }
}
