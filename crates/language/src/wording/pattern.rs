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

use super::tokens::WordsOf;
use crate::spelling::{Heaps, Sieve, WordTable, hash_of};

/// The word classes of a pack, by name.
pub(super) type Classes = BTreeMap<String, Item>;

/// Single words that patterns have held so far, so that each is made ready once.
pub(super) type Known = WordTable<Arc<WordSet>>;

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// Any of these words, written out.
    OneOf(Arc<WordSet>),
    /// A word that begins like this.
    Begins(String),
    /// A word that ends like this.
    Ends(String),
    /// A word that begins with a digit.
    Number,
    /// Up to so many words.
    Gap(usize),
    /// One of some rows.
    Either(Arc<Choice>),
    /// This row, or nothing.
    Maybe(Vec<Self>),
    /// The beginning of the sentence.
    Start,
    /// The end of the sentence.
    End,
    /// The marked part begins.
    Open,
    /// The marked part ends.
    Close,
}

/// Words written out, found by their hashes first: nearly every word of a text is none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordSet {
    /// The words, by their hashes.
    words: Vec<Spelled>,
    hashes: Arc<Hashes>,
    /// What a sentence must hold for one of them to be in it.
    held: WordsOf,
    /// How rare the words are: that of the least rare.
    rarity: usize,
}

/// A word and, before it, its hash.
type Spelled = (u64, Box<str>);

impl WordSet {
    /// Of these words.
    fn of(mut words: Vec<Spelled>) -> Arc<Self> {
        words.sort_unstable();
        words.dedup();
        let hashes = || words.iter().map(|(hash, _)| *hash);
        Arc::new(Self {
            hashes: Arc::new(Hashes::of(hashes().collect())),
            held: WordsOf::of(hashes()),
            rarity: words.iter().map(|(_, word)| rarity_of_word(word)).min().unwrap_or_default(),
            words,
        })
    }

    /// Whether a word, whose hash is known, is one of them.
    #[inline]
    pub(super) fn holds<'a>(&self, hash: u64, word: impl FnOnce() -> &'a str) -> bool {
        self.hashes.sieve.may_hold(hash) && self.has(hash, word())
    }

    fn has(&self, hash: u64, word: &str) -> bool {
        let from = self.words.partition_point(|(known, _)| *known < hash);
        let mut same = self.words[from..].iter().take_while(|(known, _)| *known == hash);
        same.any(|(_, known)| **known == *word)
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(_, word)| &**word)
    }
}

/// The hashes of some words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hashes {
    sieve: Sieve<4>,
    hashes: Vec<u64>,
}

impl Hashes {
    fn of(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        Self { sieve: Sieve::of(hashes.iter().copied()), hashes }
    }

    #[inline]
    pub(super) fn hold(&self, hash: u64) -> bool {
        self.sieve.may_hold(hash) && self.hashes.binary_search(&hash).is_ok()
    }
}

/// Rows of which one is to fit, with what tells quickly that none does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) rows: Vec<Vec<Item>>,
    /// What the rows begin with that begin with a written-out word.
    pub(super) first: Arc<Hashes>,
    /// The places of the other rows.
    pub(super) others: Vec<usize>,
    /// What a sentence must hold; `None` where any may do.
    need: Option<WordsOf>,
    /// How rare the words are that each row must hold; `None` where a row needs none.
    rarity: Option<usize>,
}

impl Choice {
    fn of(rows: Vec<Vec<Item>>) -> Arc<Self> {
        let firsts: Vec<Option<Arc<Hashes>>> = rows.iter().map(|row| first(row)).collect();
        let known: Vec<Arc<Hashes>> = firsts.iter().flatten().cloned().collect();
        let others = firsts.iter().enumerate().filter(|(_, known)| known.is_none());
        let need = rows.iter().try_fold(WordsOf::NONE, |all, row| {
            let rarest = row.iter().filter_map(need_of).min_by_key(|held| held.width())?;
            Some(all.or(rarest))
        });
        let others = others.map(|(place, _)| place).collect();
        let rarity = rows.iter().try_fold(usize::MAX, |least, row| Some(least.min(rarity(row)?)));
        Arc::new(Self { first: all_of(known), others, need, rarity, rows })
    }
}

/// All hashes of some lists.
fn all_of(mut lists: Vec<Arc<Hashes>>) -> Arc<Hashes> {
    match lists.pop() {
        Some(only) if lists.is_empty() => only,
        last => {
            let lists = lists.iter().chain(&last);
            Arc::new(Hashes::of(lists.flat_map(|each| each.hashes.iter().copied()).collect()))
        }
    }
}

/// A word, or the part of one, that must occur where a pattern matches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Anchor<'a> {
    /// The whole word.
    Word(&'a str),
    /// Its beginning.
    Begins(&'a str),
    /// Its end.
    Ends(&'a str),
}

/// A pattern with what tells quickly that it matches nowhere.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) items: Vec<Item>,
    /// What a match can begin with; `None` where that may be any word.
    pub(super) first: Option<Arc<Hashes>>,
    /// What a sentence must hold, the rarest first.
    pub(super) needs: Vec<Heaps>,
}

impl Pattern {
    /// Reads one; the error says what is wanted.
    pub(super) fn read(
        written: &str,
        classes: &Classes,
        known: &mut Known,
    ) -> Result<Self, String> {
        let items = parse(written, classes, known)?;
        let (first, needs) = (first(&items), needs(items.iter()));
        Ok(Self { items, first, needs })
    }
}

/// A gap reaches no further than this: what lies further apart does not belong together.
const WIDEST_GAP: usize = 12;

/// Reads a pattern; the error says what is wanted.
pub(super) fn parse(
    pattern: &str,
    classes: &Classes,
    known: &mut Known,
) -> Result<Vec<Item>, String> {
    let signs = lex(pattern);
    let mut reader = Reader { signs: &signs, at: 0, classes, known };
    let items = reader.row()?;
    match reader.signs.get(reader.at) {
        None if items.is_empty() => Err("an empty pattern; wanted at least one word".to_owned()),
        None => Ok(items),
        Some(sign) => Err(format!("{sign:?} without its beginning")),
    }
}

/// What a `?` directly behind a `)` is read as: it belongs to the group, and is no sign of its own.
const OPTIONAL: &str = "?optional";

/// Cuts a pattern into words and signs.
fn lex(pattern: &str) -> Vec<&str> {
    let alone = ['(', ')', '|', '[', ']'];
    let mut signs = Vec::with_capacity(pattern.len() / 3);
    for part in pattern.split_whitespace() {
        let mut rest = part;
        let mut closed = false;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('?').filter(|_| closed) {
                signs.push(OPTIONAL);
                (rest, closed) = (after, false);
                continue;
            }
            let end = if rest.starts_with(alone) { Some(1) } else { rest.find(alone) };
            let (sign, after) = rest.split_at(end.unwrap_or(rest.len()));
            signs.push(sign);
            (rest, closed) = (after, sign == ")");
        }
    }
    signs
}

struct Reader<'a> {
    signs: &'a [&'a str],
    at: usize,
    classes: &'a Classes,
    known: &'a mut Known,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&str> {
        self.signs.get(self.at).copied()
    }

    fn row(&mut self) -> Result<Vec<Item>, String> {
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
        let (mut words, mut rows) = (Vec::new(), Vec::new());
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
        let item = either(rows, words);
        if self.peek() == Some(OPTIONAL) {
            self.at += 1;
            return Ok(Item::Maybe(vec![item]));
        }
        Ok(item)
    }

    /// A written-out word that is a whole row of a group, as most are.
    fn lone_word(&mut self) -> Option<Spelled> {
        let (sign, next) = (self.peek()?, self.signs.get(self.at + 1)?);
        let is_sign = |byte| {
            matches!(
                byte,
                b'(' | b')' | b'|' | b'[' | b']' | b'^' | b'$' | b'#' | b'.' | b'<' | b'*' | b'?'
            )
        };
        if !matches!(*next, "|" | ")") || sign.bytes().any(is_sign) {
            return None;
        }
        let word = spelled(sign);
        self.at += 1;
        Some(word)
    }

    fn word(&mut self, sign: &str) -> Result<Item, String> {
        if sign.len() > 1
            && let Some(inner) = sign.strip_suffix('?')
        {
            return Ok(Item::Maybe(vec![self.word(inner)?]));
        }
        if sign == "#" {
            return Ok(Item::Number);
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
        let mut plain = String::with_capacity(sign.len());
        super::tokens::plain(sign, &mut plain);
        let stem = |part: &str| {
            if part.chars().count() < 2 || part.contains('*') {
                return Err(format!(
                    "{sign:?} is no stem; wanted two letters or more and one \"*\""
                ));
            }
            Ok(part.to_owned())
        };
        if let Some(part) = plain.strip_suffix('*') {
            return stem(part).map(Item::Begins);
        }
        if let Some(part) = plain.strip_prefix('*') {
            return stem(part).map(Item::Ends);
        }
        let set =
            self.known.entry(&plain, || WordSet::of(vec![(hash_of(&plain), plain.clone().into())]));
        Ok(Item::OneOf(Arc::clone(set)))
    }
}

/// A word as words are compared.
fn spelled(word: &str) -> Spelled {
    let mut plain = String::with_capacity(word.len());
    super::tokens::plain(word, &mut plain);
    (hash_of(&plain), plain.into())
}

/// A choice; one between written-out words only is looked up at once.
pub(super) fn either(rows: Vec<Vec<Item>>, mut words: Vec<Spelled>) -> Item {
    let mut rest: Vec<Vec<Item>> = Vec::new();
    for row in rows {
        match <[Item; 1]>::try_from(row) {
            Ok([Item::OneOf(more)]) => words.extend(Arc::unwrap_or_clone(more).words),
            Ok(other) => rest.push(other.into()),
            Err(row) => rest.push(row),
        }
    }
    if rest.is_empty() {
        return Item::OneOf(WordSet::of(words));
    }
    if !words.is_empty() {
        rest.push(vec![Item::OneOf(WordSet::of(words))]);
    }
    Item::Either(Choice::of(rest))
}

/// Words of which one must occur where a pattern matches.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Anchors<'a> {
    /// The words.
    pub(super) words: Vec<Anchor<'a>>,
    /// How many words a match can hold before that one.
    pub(super) reach: usize,
    /// What a sentence must hold beside it, the rarest first.
    pub(super) beside: Vec<Heaps>,
}

/// How rare the words are of which one must occur: the length of the shortest; `None` where there are none.
fn rarity(items: &[Item]) -> Option<usize> {
    items.iter().filter_map(rarity_of).max()
}

/// Words that nearly every sentence holds: poor ones to look for.
const COMMON: [&str; 32] = [
    "the", "and", "for", "you", "your", "our", "are", "this", "that", "with", "het", "een", "van",
    "dat", "die", "dit", "voor", "met", "aan", "bij", "niet", "zijn", "uit", "och", "att", "det",
    "som", "för", "inte", "den", "till", "med",
];

fn rarity_of_word(word: &str) -> usize {
    if COMMON.contains(&word) { 1 } else { word.len() }
}

fn rarity_of(item: &Item) -> Option<usize> {
    match item {
        Item::OneOf(set) => Some(set.rarity),
        Item::Begins(part) | Item::Ends(part) => Some(part.len()),
        Item::Either(choice) => choice.rarity,
        Item::Number | Item::Gap(_) | Item::Maybe(_) => None,
        Item::Start | Item::End | Item::Open | Item::Close => None,
    }
}

/// Whether a pattern has a word that must occur where it matches.
pub(super) fn has_anchor(items: &[Item]) -> bool {
    rarity(items).is_some()
}

impl<'a> Anchors<'a> {
    fn one(anchor: Anchor<'a>) -> Self {
        Self { words: vec![anchor], ..Self::default() }
    }
}

/// The words of which one must occur where the pattern matches; `None` where any text might do.
pub(super) fn anchors(items: &[Item]) -> Option<Anchors<'_>> {
    let mut found = anchors_of_row(items)?;
    let (before, rest) = items.split_at(anchor(items)?);
    found.beside = needs(before.iter().chain(rest.iter().skip(1)));
    Some(found)
}

/// Of all steps that would do, the one whose shortest word is longest: its words are the rarest.
fn anchor(items: &[Item]) -> Option<usize> {
    let rarest = rarity(items)?;
    items.iter().rposition(|item| rarity_of(item) == Some(rarest))
}

fn anchors_of_row(items: &[Item]) -> Option<Anchors<'_>> {
    let (before, rest) = items.split_at(anchor(items)?);
    let mut found = anchors_of(rest.first()?)?;
    found.reach += before.iter().map(widest).sum::<usize>();
    Some(found)
}

fn anchors_of(item: &Item) -> Option<Anchors<'_>> {
    match item {
        Item::OneOf(set) => {
            let words = set.spellings().map(Anchor::Word).collect();
            Some(Anchors { words, ..Anchors::default() })
        }
        Item::Begins(part) => Some(Anchors::one(Anchor::Begins(part))),
        Item::Ends(part) => Some(Anchors::one(Anchor::Ends(part))),
        Item::Either(choice) => {
            let mut all = Anchors::default();
            for row in &choice.rows {
                let mut found = anchors_of_row(row)?;
                all.words.append(&mut found.words);
                all.reach = all.reach.max(found.reach);
            }
            Some(all)
        }
        Item::Number | Item::Gap(_) | Item::Maybe(_) => None,
        Item::Start | Item::End | Item::Open | Item::Close => None,
    }
}

/// The words of which some must occur beside the anchor, a sieve for each step that asks for written-out words.
///
/// Those that let nearly everything through are left out.
fn needs<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Heaps> {
    const WIDE: u32 = 200;
    let mut needs: Vec<&WordsOf> =
        items.filter_map(need_of).filter(|sieve| sieve.width() < WIDE).collect();
    needs.sort_by_key(|sieve| sieve.width());
    needs.into_iter().map(WordsOf::heaps).collect()
}

fn need_of(item: &Item) -> Option<&WordsOf> {
    match item {
        Item::OneOf(set) => Some(&set.held),
        Item::Either(choice) => choice.need.as_ref(),
        Item::Begins(_) | Item::Ends(_) | Item::Number | Item::Gap(_) | Item::Maybe(_) => None,
        Item::Start | Item::End | Item::Open | Item::Close => None,
    }
}

/// The words that a match can begin with; `None` where it may be any.
fn first(items: &[Item]) -> Option<Arc<Hashes>> {
    let mut lists = Vec::new();
    for item in items {
        match item {
            Item::OneOf(set) => {
                lists.push(Arc::clone(&set.hashes));
                return Some(all_of(lists));
            }
            Item::Either(choice) => {
                lists.push(Arc::clone(&choice.first));
                return choice.others.is_empty().then(|| all_of(lists));
            }
            Item::Maybe(row) => lists.push(first(row)?),
            Item::Start | Item::Open | Item::Close => {}
            Item::Begins(_) | Item::Ends(_) | Item::Number | Item::Gap(_) | Item::End => {
                return None;
            }
        }
    }
    None
}

/// The most words that a step can pass over.
fn widest(item: &Item) -> usize {
    let row = |row: &[Item]| row.iter().map(widest).sum();
    match item {
        Item::OneOf(_) | Item::Begins(_) | Item::Ends(_) | Item::Number => 1,
        Item::Gap(most) => *most,
        Item::Either(choice) => choice.rows.iter().map(|each| row(each)).max().unwrap_or(0),
        Item::Maybe(each) => row(each),
        Item::Start | Item::End | Item::Open | Item::Close => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Item {
        Item::OneOf(WordSet::of(vec![spelled(text)]))
    }

    #[test]
    fn patterns_read_as_they_are_written() {
        let classes = Classes::from([("we".to_owned(), word("wij"))]);
        let got = parse("^ <we> [lever*] ..3 niet? (a | b c)?", &classes, &mut Known::default());
        let choice = Item::Either(Choice::of(vec![vec![word("b"), word("c")], vec![word("a")]]));
        let want = vec![
            Item::Start,
            word("wij"),
            Item::Open,
            Item::Begins("lever".to_owned()),
            Item::Close,
            Item::Gap(3),
            Item::Maybe(vec![word("niet")]),
            Item::Maybe(vec![choice]),
        ];
        assert_eq!(got, Ok(want));
        assert_eq!(parse("?", &classes, &mut Known::default()), Ok(vec![word("?")]));
    }

    #[test]
    fn what_cannot_be_read_says_what_is_wanted() {
        let none = Classes::new();
        let check = |pattern, want: &str| {
            let got = parse(pattern, &none, &mut Known::default()).unwrap_err();
            assert!(got.contains(want), "{pattern}: {got}");
        };
        check("", "at least one word");
        check("(a | b", "without its \")\"");
        check("a ) b", "without its beginning");
        check("(a | )", "empty choice");
        check("..99", "wanted ..1 to ..12");
        check("<nobody>", "no word class <nobody>");
        check("a* b*c*", "no stem");
    }

    #[test]
    fn the_rarest_words_are_looked_for() {
        let items =
            parse("de (zo snel | spoedig) mogelijk?", &Classes::new(), &mut Known::default())
                .unwrap();
        let words = ["snel", "spoedig"].map(Anchor::Word).into();
        assert_eq!(anchors_of_row(&items), Some(Anchors { words, reach: 2, ..Anchors::default() }));
        assert_eq!(anchors(&[Item::Gap(2), Item::Number]), None);
    }
}
