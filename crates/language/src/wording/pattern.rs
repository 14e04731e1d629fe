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
use std::sync::Arc;

use super::vocabulary::{NUMBER, Symbol, Vocabulary, WordSet};
use crate::spelling::{hash_of, letters};

/// The word classes of a pack, by name.
pub(super) type Classes = BTreeMap<String, Item>;

/// Steps one after the other.
pub(super) type Row = Vec<Item>;

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// This word, or one that is like it.
    Word(Symbol),
    /// One of these words.
    OneOf(Arc<WordSet>),
    /// Up to so many words.
    Gap(usize),
    /// One of some rows.
    Either(Arc<Choice>),
    /// This row, or nothing.
    Maybe(Arc<Row>),
    /// The beginning of the sentence.
    Start,
    /// The end of the sentence.
    End,
    /// The marked part begins.
    Open,
    /// The marked part ends.
    Close,
}

/// Rows of which one is to fit, with what tells quickly that none does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) rows: Vec<Row>,
    /// What the rows begin with that begin with a known word.
    pub(super) first: WordSet,
    /// The places of the other rows.
    pub(super) others: Vec<usize>,
    /// Words of which one must occur where a row matches; empty where any may do.
    need: Vec<Symbol>,
    /// How rare the words are that each row must hold; nought where a row needs none.
    rarity: u32,
    /// How many words a row can pass over.
    width: Width,
}

impl Choice {
    fn of(rows: Vec<Row>, vocabulary: &Vocabulary) -> Self {
        let mut firsts = Vec::new();
        let known = rows.iter().map(|row| first(row, &mut firsts));
        let others = known.enumerate().filter(|(_, known)| !known).map(|(at, _)| at).collect();
        let each = || rows.iter().map(|row| rarity(row, vocabulary));
        Self {
            first: WordSet::of(firsts, vocabulary),
            others,
            need: need_of_each(&rows),
            rarity: each().min().unwrap_or_default(),
            width: Width::of_one(rows.iter().map(|row| width(row))),
            rows,
        }
    }
}

/// A gap reaches no further than this: what lies further apart does not belong together.
const WIDEST_GAP: usize = 12;

/// Reads a pattern; the error says what is wanted.
pub(super) fn parse(
    pattern: &str,
    classes: &Classes,
    vocabulary: &mut Vocabulary,
) -> Result<Row, String> {
    let signs = lex(pattern);
    let mut reader = Reader { signs: &signs, at: 0, classes, vocabulary };
    let items = reader.row()?;
    match reader.signs.get(reader.at) {
        None if items.is_empty() => Err("an empty pattern; wanted at least one word".to_owned()),
        None => Ok(items),
        Some(sign) => Err(format!("{sign:?} without its beginning")),
    }
}

/// Room is made for so many words of a group.
const USUAL: usize = 16;

/// What a `?` directly behind a `)` is read as: it belongs to the group, and is no sign of its own.
const OPTIONAL: &str = "?optional";

/// Cuts a pattern into words and signs.
fn lex(pattern: &str) -> Vec<&str> {
    let mut signs = Vec::with_capacity(pattern.len() / 3);
    // Where the sign begins that is read, and whether a ")" stands right before it.
    let (mut from, mut closed) = (0, false);
    let mut at = 0;
    while let Some(rest) = pattern.as_bytes().get(at..)
        && let Some(letters) = rest.iter().position(|byte| !WITHIN[usize::from(*byte)])
        && let Some(byte) = rest.get(letters)
    {
        at += letters;
        let is_alone = matches!(byte, b'(' | b')' | b'|' | b'[' | b']');
        let space = match byte {
            b'\t'..=b'\r' | b' ' => 1,
            // Wider spaces begin with one of these.
            0xC2 | 0xE1..=0xE3 => wide_space(pattern, at),
            _ => 0,
        };
        let is_optional = *byte == b'?' && closed && at == from;
        if space == 0 && !is_alone && !is_optional {
            at += 1;
            continue;
        }
        if at > from {
            signs.extend(pattern.get(from..at));
        }
        if is_optional {
            signs.push(OPTIONAL);
        } else if is_alone {
            signs.extend(pattern.get(at..at + 1));
        }
        closed = *byte == b')';
        at += space.max(1);
        from = at;
    }
    signs.extend(pattern.get(from..).filter(|rest| !rest.is_empty()));
    signs
}

/// Whether a byte surely stands within a sign: no space, not the first byte of a wide one, and no sign of its own.
const WITHIN: [bool; 256] = {
    let mut within = [true; 256];
    let others = b"\t\n\x0B\x0C\r ()|[]?\xC2\xE1\xE2\xE3";
    let mut at = 0;
    while at < others.len() {
        within[others[at] as usize] = false;
        at += 1;
    }
    within
};

/// How long a space is at a place; nought where there is none.
fn wide_space(text: &str, at: usize) -> usize {
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    first.filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)
}

struct Reader<'a> {
    signs: &'a [&'a str],
    at: usize,
    classes: &'a Classes,
    vocabulary: &'a mut Vocabulary,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&str> {
        self.signs.get(self.at).copied()
    }

    fn row(&mut self) -> Result<Row, String> {
        let mut items = Vec::new();
        while let Some(&sign) = self.signs.get(self.at) {
            if matches!(sign, ")" | "|") {
                break;
            }
            self.at += 1;
            let item = match sign {
                "(" => self.group()?,
                "[" => Item::Open,
                "]" => Item::Close,
                "^" => Item::Start,
                "$" => Item::End,
                word => self.word(word)?,
            };
            items.push(item);
        }
        Ok(items)
    }

    fn group(&mut self) -> Result<Item, String> {
        let (mut words, mut rows) = (Vec::with_capacity(USUAL), Vec::new());
        loop {
            match self.lone_word() {
                Some(word) => words.push(word),
                None => rows.push(self.row()?),
            }
            if self.peek() != Some("|") {
                break;
            }
            self.at += 1;
        }
        if self.peek() != Some(")") {
            return Err("a \"(\" without its \")\"".to_owned());
        }
        self.at += 1;
        if rows.iter().any(Vec::is_empty) {
            return Err(
                "an empty choice in \"( )\"; write \"(a | b)?\" for one that may be left out"
                    .to_owned(),
            );
        }
        let item = either(rows, words, self.vocabulary);
        if self.peek() == Some(OPTIONAL) {
            self.at += 1;
            return Ok(Item::Maybe(Arc::new(vec![item])));
        }
        Ok(item)
    }

    /// A written-out word that is a whole row of a group, as most are.
    fn lone_word(&mut self) -> Option<Symbol> {
        let (sign, next) = (self.signs.get(self.at)?, self.signs.get(self.at + 1)?);
        if !matches!(*next, "|" | ")") {
            return None;
        }
        let (length, hash) = letters(sign.as_bytes());
        if length != sign.len() {
            return None;
        }
        self.at += 1;
        Some(self.vocabulary.add(hash, sign))
    }

    fn word(&mut self, sign: &str) -> Result<Item, String> {
        if sign.len() > 1
            && let Some(inner) = sign.strip_suffix('?')
        {
            return Ok(Item::Maybe(Arc::new(vec![self.word(inner)?])));
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
            return self.classes.get(name).cloned().ok_or_else(|| {
                format!("no word class <{name}>; the pack has {:?}", self.classes.keys())
            });
        }
        let (length, hash) = letters(sign.as_bytes());
        if length == sign.len() {
            return Ok(Item::Word(self.vocabulary.add(hash, sign)));
        }
        let mut plain = String::with_capacity(sign.len());
        super::tokens::plain(sign, &mut plain);
        let Some(part) = plain.strip_suffix('*').or_else(|| plain.strip_prefix('*')) else {
            return Ok(Item::Word(self.vocabulary.add(hash_of(&plain), &plain)));
        };
        if part.chars().count() < 2 || part.contains('*') {
            return Err(format!("{sign:?} is no stem; wanted two letters or more and one \"*\""));
        }
        Ok(Item::Word(self.vocabulary.add_stem(&plain)))
    }
}

/// A choice; one between single words only is looked up at once.
pub(super) fn either(rows: Vec<Row>, mut words: Vec<Symbol>, vocabulary: &Vocabulary) -> Item {
    let mut rest: Vec<Row> = Vec::new();
    for row in rows {
        match row.as_slice() {
            [Item::Word(word)] => words.push(*word),
            [Item::OneOf(more)] => words.extend(more.symbols()),
            _ => rest.push(row),
        }
    }
    let words = match words.as_slice() {
        [] => None,
        [word] => Some(Item::Word(*word)),
        _ => Some(Item::OneOf(Arc::new(WordSet::of(words, vocabulary)))),
    };
    match words {
        Some(words) if rest.is_empty() => words,
        words => {
            rest.extend(words.map(|words| vec![words]));
            Item::Either(Arc::new(Choice::of(rest, vocabulary)))
        }
    }
}

/// How rare the words are of which one must occur: the length of the shortest; nought where there are none.
fn rarity(items: &[Item], vocabulary: &Vocabulary) -> u32 {
    items.iter().map(|item| rarity_of(item, vocabulary)).max().unwrap_or_default()
}

fn rarity_of(item: &Item, vocabulary: &Vocabulary) -> u32 {
    match item {
        Item::Word(word) => vocabulary.rarity(*word),
        Item::OneOf(set) => set.rarity,
        Item::Either(choice) => choice.rarity,
        Item::Gap(_) | Item::Maybe(_) => 0,
        Item::Start | Item::End | Item::Open | Item::Close => 0,
    }
}

/// Whether a pattern has a word that must occur where it matches.
pub(super) fn has_anchor(items: &[Item], vocabulary: &Vocabulary) -> bool {
    rarity(items, vocabulary) > 0
}

/// The place of the step whose words are looked for: that whose shortest word is longest, for these are the rarest.
fn anchor(items: &[Item], vocabulary: &Vocabulary) -> Option<usize> {
    let rarest = rarity(items, vocabulary);
    let is_rarest = |item: &Item| rarity_of(item, vocabulary) == rarest;
    items.iter().rposition(is_rarest).filter(|_| rarest > 0)
}

/// Words of which one must occur where this step passes; none where any text might do.
fn need(item: &Item) -> &[Symbol] {
    match item {
        Item::Word(word) => std::slice::from_ref(word),
        Item::OneOf(set) => set.symbols(),
        Item::Either(choice) => &choice.need,
        Item::Gap(_) | Item::Maybe(_) => &[],
        Item::Start | Item::End | Item::Open | Item::Close => &[],
    }
}

/// More words than this are in too many sentences to be asked for.
const MOST_NEEDED: usize = 200;

/// The words of the fewest that each row needs, together; none where a row needs none.
fn need_of_each(rows: &[Row]) -> Vec<Symbol> {
    let mut all = Vec::new();
    for row in rows {
        let needs = row.iter().map(need).filter(|words| !words.is_empty());
        let fewest = needs.min_by_key(|words| words.len()).unwrap_or_default();
        if fewest.is_empty() || all.len() + fewest.len() > MOST_NEEDED {
            return Vec::new();
        }
        all.extend_from_slice(fewest);
    }
    all
}

/// What must occur beside the anchor of a pattern.
#[derive(Debug, Default)]
pub(super) struct Beside<'a> {
    /// What the word right behind the anchor must be, where that is told.
    pub(super) behind: &'a [Symbol],
    /// Words of which one must occur somewhere, the fewest first.
    pub(super) needs: Vec<&'a [Symbol]>,
}

/// What must occur beside the anchor of a pattern; nothing where it has none.
pub(super) fn beside<'a>(items: &'a [Item], vocabulary: &Vocabulary) -> Beside<'a> {
    let Some(at) = anchor(items, vocabulary) else { return Beside::default() };
    let (before, rest) = items.split_at(at);
    let (anchor, behind) = (rest.first(), rest.get(1..).unwrap_or_default());
    let words = before.iter().chain(behind).map(need);
    let mut needs: Vec<&[Symbol]> =
        words.filter(|words| (1..=MOST_NEEDED).contains(&words.len())).collect();
    needs.sort_by_key(|words| words.len());
    let next = behind.iter().find(|item| !matches!(item, Item::Open | Item::Close));
    let is_word = |item: &&Item| matches!(item, Item::Word(_) | Item::OneOf(_));
    let next = next.filter(is_word).filter(|_| anchor.as_ref().is_some_and(is_word));
    Beside { behind: next.map_or(&[], need), needs }
}

/// Gives the words of which one must occur where a row matches, each with how many words a match holds before it; false
/// where any text might do.
pub(super) fn anchors(
    items: &[Item],
    before: Width,
    vocabulary: &Vocabulary,
    give: &mut dyn FnMut(Symbol, Width),
) -> bool {
    let Some(at) = anchor(items, vocabulary) else { return false };
    let reach = before.and(width(&items[..at]));
    match &items[at] {
        Item::Word(word) => give(*word, reach),
        Item::OneOf(set) => set.symbols().iter().for_each(|word| give(*word, reach)),
        Item::Either(choice) => {
            return choice.rows.iter().all(|row| anchors(row, reach, vocabulary, give));
        }
        Item::Gap(_) | Item::Maybe(_) => return false,
        Item::Start | Item::End | Item::Open | Item::Close => return false,
    }
    true
}

/// Gathers the words that a match can begin with; false where it may be any other.
fn first(items: &[Item], into: &mut Vec<Symbol>) -> bool {
    for item in items {
        match item {
            Item::Word(word) => {
                into.push(*word);
                return true;
            }
            Item::OneOf(set) => {
                into.extend(set.symbols());
                return true;
            }
            Item::Either(choice) => {
                into.extend(choice.first.symbols());
                return choice.others.is_empty();
            }
            Item::Maybe(row) if !first(row, into) => return false,
            Item::Maybe(_) | Item::Start | Item::Open | Item::Close => {}
            Item::Gap(_) | Item::End => return false,
        }
    }
    false
}

/// How many words a row passes over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Width {
    /// At least.
    pub(super) least: u16,
    /// At most.
    pub(super) most: u16,
}

impl Width {
    const fn of(least: u16, most: u16) -> Self {
        Self { least, most }
    }

    const fn and(self, more: Self) -> Self {
        Self {
            least: self.least.saturating_add(more.least),
            most: self.most.saturating_add(more.most),
        }
    }

    /// Of one of these, whichever it is.
    fn of_one(all: impl Iterator<Item = Self>) -> Self {
        let one = |one: Self, other: Self| Self {
            least: one.least.min(other.least),
            most: one.most.max(other.most),
        };
        all.reduce(one).unwrap_or_default()
    }
}

fn width(items: &[Item]) -> Width {
    let of_item = |item: &Item| match item {
        Item::Word(_) | Item::OneOf(_) => Width::of(1, 1),
        Item::Gap(most) => Width::of(0, u16::try_from(*most).unwrap_or(u16::MAX)),
        Item::Either(choice) => choice.width,
        Item::Maybe(row) => Width::of(0, width(row).most),
        Item::Start | Item::End | Item::Open | Item::Close => Width::default(),
    };
    items.iter().map(of_item).fold(Width::default(), Width::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str, vocabulary: &mut Vocabulary) -> Result<Row, String> {
        let we = vocabulary.add(hash_of("wij"), "wij");
        parse(written, &Classes::from([("we".to_owned(), Item::Word(we))]), vocabulary)
    }

    #[test]
    fn patterns_read_as_they_are_written() {
        let mut vocabulary = Vocabulary::new();
        let got = read("^ <we> [lever*] ..3 niet? (a | b c)? #", &mut vocabulary);
        let [we, no, a, b, c] = ["wij", "niet", "a", "b", "c"]
            .map(|word| Item::Word(vocabulary.add(hash_of(word), word)));
        let choice = Choice::of(vec![vec![b, c], vec![a]], &vocabulary);
        let want = vec![
            Item::Start,
            we,
            Item::Open,
            Item::Word(vocabulary.add_stem("lever*")),
            Item::Close,
            Item::Gap(3),
            Item::Maybe(vec![no].into()),
            Item::Maybe(vec![Item::Either(choice.into())].into()),
            Item::Word(NUMBER),
        ];
        assert_eq!(got, Ok(want));
        let question = Item::Word(vocabulary.add(hash_of("?"), "?"));
        assert_eq!(read("?", &mut vocabulary), Ok(vec![question]));
    }

    #[test]
    fn signs_need_no_space_around_them() {
        assert_eq!(
            lex(" a(b|c)?d?\u{a0}[é ]? ()"),
            ["a", "(", "b", "|", "c", ")", OPTIONAL, "d?", "[", "é", "]", "?", "(", ")"]
        );
    }

    #[test]
    fn words_and_stems_are_one_choice() {
        let mut vocabulary = Vocabulary::new();
        let got = read("(<we> | Vóór | lever* | (# | *regels))", &mut vocabulary);
        let words = ["wij", "vóór"].map(|word| vocabulary.add(hash_of(word), word));
        let stems = ["lever*", "*regels"].map(|stem| vocabulary.add_stem(stem));
        let all = words.into_iter().chain(stems).chain([NUMBER]).collect();
        assert_eq!(got, Ok(vec![Item::OneOf(WordSet::of(all, &vocabulary).into())]));
    }

    #[test]
    fn what_cannot_be_read_says_what_is_wanted() {
        let check = |pattern, want: &str| {
            let got = read(pattern, &mut Vocabulary::new()).unwrap_err();
            assert!(got.contains(want), "{pattern}: {got}");
        };
        check("", "at least one word");
        check("(a | b", "without its \")\"");
        check("a ) b", "without its beginning");
        check("(a | )", "empty choice");
        check("..99", "wanted ..1 to ..12");
        check("<nobody>", "no word class <nobody>");
        check("a* b*c*", "no stem");
        check("*", "no stem");
    }

    #[test]
    fn the_rarest_words_are_looked_for() {
        let mut vocabulary = Vocabulary::new();
        let items = read("de (zo snel | spoedig) mogelijk?", &mut vocabulary).unwrap();
        let mut found = Vec::new();
        let mut give = |word, before| found.push((word, before));
        assert!(anchors(&items, Width::default(), &vocabulary, &mut give));
        let [snel, spoedig] = ["snel", "spoedig"].map(|word| vocabulary.add(hash_of(word), word));
        assert_eq!(found, [(snel, Width::of(2, 2)), (spoedig, Width::of(1, 1))]);
        let none = [Item::Gap(2), Item::Word(NUMBER)];
        assert!(!anchors(&none, Width::default(), &vocabulary, &mut |_, _| {}));
    }
}
