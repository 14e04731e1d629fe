//! The words that rules speak of, and what each word of a text is to them.
//!
//! What a part of a pattern asks of a word is a term; every word that rules name has a row of bits made beforehand, one
//! for each term it answers. Other words answer terms only by their classes and shapes.

use std::collections::BTreeSet;

use super::bits::{Bits, Rows, ones};
use super::shapes::{Marks, Shape, Shapes};
use crate::spelling::WordTable;
use crate::words::{self, Word};

/// A class of words: its name and its words between spaces. `*` as in patterns; `-word` takes a word out again, and what
/// is written in full goes before what is written with `*`.
pub(super) type Class = (&'static str, &'static str);

/// The number of a term.
pub(super) type Term = u16;

/// What one part of a pattern asks of a word: to be one of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct OneOf {
    /// Their numbers, in order.
    words: Vec<u32>,
    /// Bits of classes.
    classes: u128,
    /// Bits of shapes.
    shapes: u128,
}

/// A word as rules see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// Its number, if rules name it.
    pub(super) number: Option<u32>,
    /// Where its row begins among the terms that words answer; that of a word without a number is empty.
    row: u32,
    /// Bits of its classes.
    pub(super) classes: u128,
    /// Bits of the shapes that patterns ask for.
    pub(super) shapes: u128,
    /// Whether it is a mark of punctuation.
    pub(super) mark: bool,
    /// Whether it holds sentences together, whatever they are about.
    pub(super) small: bool,
}

impl Seen {
    /// Whether rules know it by a class or shape only.
    pub(super) const fn is_shaped(&self) -> bool {
        self.number.is_none() && self.classes | self.shapes != 0
    }
}

/// The words that rules speak of, numbered, with the classes each belongs to.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    numbers: WordTable<u32>,
    /// By word number: the classes it is named in, and those it is taken out of.
    named: Vec<(u128, u128)>,
    /// The numbers of small words.
    small: BTreeSet<u32>,
    classes: Vec<&'static str>,
    /// What shapes of words stand for.
    shapes: Shapes,
    /// The classes that shapes take a word out of.
    taken_out: Shapes,
    /// The shapes that patterns ask for, numbered.
    asked: Vec<Shape>,
    terms: Vec<OneOf>,
    /// The terms by how they are written.
    written: WordTable<Term>,
    /// By word number: what it is to rules.
    seen: Vec<Seen>,
    /// The bits of the terms that words answer, row by row.
    answers: Vec<u64>,
    /// Where the row of words without a number begins.
    unnamed: u32,
}

impl Dictionary {
    /// Of these classes.
    pub(super) fn of(classes: &[Class]) -> Self {
        let mut dictionary =
            Self { classes: classes.iter().map(|(name, _)| *name).collect(), ..Self::default() };
        for (class, (_, words)) in classes.iter().enumerate() {
            for word in words.split_whitespace() {
                dictionary.add(class, word);
            }
        }
        dictionary
    }

    fn add(&mut self, class: usize, word: &'static str) {
        let (bare, out) = word.strip_prefix('-').map_or((word, false), |bare| (bare, true));
        if let Some(shape) = Shape::read(bare) {
            let shapes = if out { &mut self.taken_out } else { &mut self.shapes };
            shapes.add(shape, Marks { classes: 1 << class, asked: 0 });
            return;
        }
        let number = self.number(bare) as usize;
        let bits = &mut self.named[number];
        *(if out { &mut bits.1 } else { &mut bits.0 }) |= 1 << class;
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(word, || next);
        if number == next {
            self.named.push((0, 0));
        }
        number
    }

    /// Makes known which words hold sentences together.
    pub(super) fn add_small(&mut self, words: &str) {
        for word in words.split_whitespace() {
            let number = self.number(word);
            self.small.insert(number);
        }
    }

    /// The term that asks for one of these, written as in a pattern.
    pub(super) fn term(&mut self, text: &'static str) -> Term {
        let next = Term::try_from(self.terms.len()).unwrap_or(Term::MAX);
        let term = *self.written.entry(text, || next);
        if term == next {
            let asks = self.read(text);
            self.terms.push(asks);
        }
        term
    }

    fn read(&mut self, text: &'static str) -> OneOf {
        let mut asks = OneOf::default();
        for one in text.split('|') {
            if let Some(name) = one.strip_prefix('@') {
                let class = self.classes.iter().position(|class| *class == name);
                debug_assert!(class.is_some(), "no class {name}");
                asks.classes |= class.map_or(0, |class| 1 << class);
            } else if let Some(shape) = Shape::read(one) {
                asks.shapes |= self.asked(shape);
            } else {
                asks.words.push(self.number(one));
            }
        }
        asks
    }

    /// The bit of a shape that a pattern asks for.
    fn asked(&mut self, shape: Shape) -> u128 {
        let known = self.asked.iter().position(|asked| *asked == shape);
        let place = known.unwrap_or_else(|| {
            debug_assert!(self.asked.len() < 128, "too many shapes");
            let asked = 1 << (self.asked.len() & 127);
            self.shapes.add(shape, Marks { classes: 0, asked });
            self.asked.push(shape);
            self.asked.len() - 1
        });
        1 << (place & 127)
    }

    /// Makes ready what is known of each word, when all patterns have been read.
    pub(super) fn finish(&mut self) {
        let spelled: Vec<(&str, u32)> =
            self.numbers.each().map(|(word, number)| (word, *number)).collect();
        self.seen = spelled.into_iter().map(|(word, number)| self.known(word, number)).collect();
        let answers = self.hanging(self.terms.len(), (0..).zip(0..self.terms.len())).words;
        let width = self.terms.len().div_ceil(64);
        self.answers = vec![0; (self.seen.len() + 1) * width];
        let rows = self.answers.chunks_exact_mut(width.max(1)).enumerate();
        rows.for_each(|(number, row)| answers.add_to(number, row));
        let begin = |row: usize| u32::try_from(row * width).unwrap_or(u32::MAX);
        self.unnamed = begin(self.seen.len());
        for (number, seen) in self.seen.iter_mut().enumerate() {
            // What answers no term is to rules as a word they do not name.
            if answers.is_empty(number) {
                (seen.number, seen.row) = (None, self.unnamed);
            } else {
                seen.row = begin(number);
            }
        }
    }

    /// A word that rules do not name and that has no class or shape.
    fn unknown(&self) -> Seen {
        Seen { number: None, row: self.unnamed, classes: 0, shapes: 0, mark: false, small: false }
    }

    fn known(&self, word: &str, number: u32) -> Seen {
        let mark = words::is_mark(word);
        let small = self.small.contains(&number);
        let mut seen = Seen { number: Some(number), row: 0, classes: 0, shapes: 0, mark, small };
        if !mark {
            let (named, out) = self.named[number as usize];
            let by_shape = self.by_shape(word);
            seen.classes = named | (by_shape.classes & !out);
            seen.shapes = by_shape.asked;
        }
        seen
    }

    fn by_shape(&self, low: &str) -> Marks {
        let mut marks = self.shapes.of(low);
        if marks.classes != 0 {
            marks.classes &= !self.taken_out.of(low).classes;
        }
        marks
    }

    /// Looks up the words of a sentence once for all rules, in place of those that were seen before.
    pub(super) fn see(&self, words: &[Word<'_>], seen: &mut Vec<Seen>) {
        seen.clear();
        seen.extend(words.iter().map(|word| self.see_one(word)));
    }

    fn see_one(&self, word: &Word<'_>) -> Seen {
        let known = self.numbers.get(word.hash, &word.low);
        if let Some(seen) = known.and_then(|number| self.seen.get(*number as usize)) {
            return *seen;
        }
        if word.mark {
            return Seen { mark: true, ..self.unknown() };
        }
        let Marks { classes, asked } = self.by_shape(&word.low);
        Seen { classes, shapes: asked, ..self.unknown() }
    }

    /// Whether a word answers a term.
    pub(super) fn answers(&self, word: &Seen, term: Term) -> bool {
        self.named(term).hold(word) || word.is_shaped() && self.asks_for(word, term)
    }

    /// The words that answer a term by their numbers.
    #[inline]
    pub(super) fn named(&self, term: Term) -> Named<'_> {
        let rows = self.answers.get(usize::from(term / 64)..).unwrap_or_default();
        Named { rows, bit: 1 << (term % 64) }
    }

    /// Whether a term asks for the class or shape of a word without a number.
    pub(super) fn asks_for(&self, word: &Seen, term: Term) -> bool {
        let asks = self.terms.get(usize::from(term));
        asks.is_some_and(|asks| asks.classes & word.classes | asks.shapes & word.shapes != 0)
    }

    /// How many ways there are to answer a term; a class or a shape counts as many words.
    pub(super) fn width(&self, term: Term) -> usize {
        const MANY: usize = 100;
        self.terms.get(usize::from(term)).map_or(0, |asks| {
            let sets = asks.classes.count_ones() + asks.shapes.count_ones();
            asks.words.len() + MANY * sets as usize
        })
    }

    /// Bits of so many things that hang on terms, by what answers these.
    pub(super) fn hanging(&self, things: usize, on: impl Iterator<Item = (Term, usize)>) -> Bits {
        let (mut words, mut classes, mut shapes) = (Vec::new(), Vec::new(), Vec::new());
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        for (term, thing) in on {
            let (Some(asks), thing) = (self.terms.get(usize::from(term)), number(thing)) else {
                continue;
            };
            words.extend(asks.words.iter().map(|word| (*word, thing)));
            classes.extend(ones(asks.classes).map(|class| (number(class), thing)));
            shapes.extend(ones(asks.shapes).map(|shape| (number(shape), thing)));
        }
        let width = things.div_ceil(64);
        let classes = Rows::of(self.classes.len(), width, &classes, |_, _| {});
        let shapes = Rows::of(self.asked.len(), width, &shapes, |_, _| {});
        let words = Rows::of(self.seen.len(), width, &words, |word, row| {
            let Some(seen) = self.seen.get(word) else { return };
            ones(seen.classes).for_each(|class| classes.add_to(class, row));
            ones(seen.shapes).for_each(|shape| shapes.add_to(shape, row));
        });
        Bits { words, classes, shapes }
    }

    /// These classes, as bits.
    pub(super) fn bits(&self, classes: &[&str]) -> u128 {
        let names = self.classes.iter().enumerate();
        names.filter(|(_, name)| classes.contains(name)).fold(0, |all, (at, _)| all | 1 << at)
    }
}

/// The words that answer a term by their numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    /// The bits of all words, from the part on in which that of the term is.
    rows: &'a [u64],
    /// The bit of the term in that part.
    bit: u64,
}

impl Named<'_> {
    /// Whether a word is one of them.
    #[inline]
    pub(super) fn hold(self, word: &Seen) -> bool {
        self.rows.get(word.row as usize).is_some_and(|row| row & self.bit != 0)
    }
}
