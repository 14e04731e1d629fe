//! The words that rules speak of, and what each word of a text is to them.
//!
//! What a part of a pattern asks of a word is a term; every word that rules name has a row of bits made beforehand, one
//! for each term it answers. Other words answer terms only by their classes and shapes.

use std::collections::BTreeSet;

use super::shapes::{Shape, Shapes};
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
    number: Option<u32>,
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
    const fn is_shaped(&self) -> bool {
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
    /// Classes by the shape of a word, and those they are taken out of.
    shapes: (Shapes, Shapes),
    /// The shapes that patterns ask for, numbered.
    asked: Vec<Shape>,
    asked_of: Shapes,
    terms: Vec<OneOf>,
    /// The terms by how they are written.
    written: WordTable<Term>,
    /// By word number: what it is to rules.
    seen: Vec<Seen>,
    /// By word number: the bits of the terms it answers.
    answers: Rows,
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
            let shapes = if out { &mut self.shapes.1 } else { &mut self.shapes.0 };
            shapes.add(shape, 1 << class);
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
            self.asked_of.add(shape, 1 << (self.asked.len() & 127));
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
        let mut answers = Bits::none(self, self.terms.len());
        for (term, asks) in self.terms.iter().enumerate() {
            answers.add(asks, term);
        }
        let mut answers = answers.finish(&self.seen).words;
        let numbers = u32::try_from(self.seen.len()).unwrap_or_default();
        for (number, seen) in (0..).zip(&mut self.seen) {
            // What answers no term is to rules as a word they do not name.
            let answers_none =
                answers.of(number as usize).as_flattened().iter().all(|part| *part == 0);
            seen.number = (!answers_none).then_some(number);
            seen.row = answers.begin(seen.number.unwrap_or(numbers));
        }
        answers.add_row();
        self.answers = answers;
    }

    /// A word that rules do not name and that has no class or shape.
    fn unknown(&self) -> Seen {
        let row = self.answers.begin(u32::try_from(self.seen.len()).unwrap_or_default());
        Seen { number: None, row, classes: 0, shapes: 0, mark: false, small: false }
    }

    fn known(&self, word: &str, number: u32) -> Seen {
        let mark = words::is_mark(word);
        let small = self.small.contains(&number);
        let mut seen = Seen { number: Some(number), row: 0, classes: 0, shapes: 0, mark, small };
        if !mark {
            let (named, out) = self.named[number as usize];
            seen.classes = named | (self.classes_by_shape(word) & !out);
            seen.shapes = self.asked_of.of(word);
        }
        seen
    }

    fn classes_by_shape(&self, low: &str) -> u128 {
        match self.shapes.0.of(low) {
            0 => 0,
            by_shape => by_shape & !self.shapes.1.of(low),
        }
    }

    /// Looks up the words of a sentence once for all rules.
    pub(super) fn see(&self, words: &[Word<'_>]) -> Vec<Seen> {
        words.iter().map(|word| self.see_one(word)).collect()
    }

    fn see_one(&self, word: &Word<'_>) -> Seen {
        let known = self.numbers.get(word.hash, &word.low);
        if let Some(seen) = known.and_then(|number| self.seen.get(*number as usize)) {
            return *seen;
        }
        if word.mark {
            return Seen { mark: true, ..self.unknown() };
        }
        let (classes, shapes) = (self.classes_by_shape(&word.low), self.asked_of.of(&word.low));
        Seen { classes, shapes, ..self.unknown() }
    }

    /// Whether a word answers a term.
    #[inline]
    pub(super) fn answers(&self, word: &Seen, term: Term) -> bool {
        let (part, bit) = (usize::from(term / 64), term % 64);
        let row = self.answers.parts.as_flattened().get(word.row as usize + part);
        row.is_some_and(|row| row >> bit & 1 == 1) || word.is_shaped() && self.asks_for(word, term)
    }

    /// Whether a term asks for the class or shape of a word without a number.
    fn asks_for(&self, word: &Seen, term: Term) -> bool {
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

    /// Bits of things that hang on terms, by what answers these.
    pub(super) fn hanging(&self, things: usize, on: impl Iterator<Item = (Term, usize)>) -> Bits {
        let mut bits = Bits::none(self, things);
        for (term, thing) in on {
            if let Some(asks) = self.terms.get(usize::from(term)) {
                bits.add(asks, thing);
            }
        }
        bits.finish(&self.seen)
    }

    /// These classes, as bits.
    pub(super) fn bits(&self, classes: &[&str]) -> u128 {
        let names = self.classes.iter().enumerate();
        names.filter(|(_, name)| classes.contains(name)).fold(0, |all, (at, _)| all | 1 << at)
    }
}

/// Bits side by side, as many as are added at once.
pub(super) type Part = [u64; LANES];
const LANES: usize = 4;

/// How many parts so many bits fill.
pub(super) const fn parts_of(bits: usize) -> usize {
    bits.div_ceil(64 * LANES)
}

/// Sets the bits of some parts in others.
fn add(from: &[Part], to: &mut [Part]) {
    for (to, from) in to.iter_mut().zip(from) {
        to.iter_mut().zip(from).for_each(|(to, from)| *to |= from);
    }
}

/// Rows of bits, all of one length.
#[derive(Debug, Default)]
struct Rows {
    parts: Vec<Part>,
    width: usize,
}

impl Rows {
    fn none(rows: usize, width: usize) -> Self {
        Self { parts: vec![[0; LANES]; rows * width], width }
    }

    #[inline]
    fn of(&self, row: usize) -> &[Part] {
        self.parts.get(row * self.width..(row + 1) * self.width).unwrap_or_default()
    }

    /// Where a row begins, in parts of 64 bits.
    fn begin(&self, row: u32) -> u32 {
        row * u32::try_from(self.width * LANES).unwrap_or_default()
    }

    /// Adds an empty row.
    fn add_row(&mut self) {
        self.parts.resize(self.parts.len() + self.width, [0; LANES]);
    }

    fn set(&mut self, row: usize, bit: usize) {
        let part = self.parts.as_flattened_mut().get_mut(row * self.width * LANES + bit / 64);
        if let Some(part) = part {
            *part |= 1 << (bit % 64);
        }
    }
}

/// Bits that a word, a class or a shape sets.
#[derive(Debug, Default)]
pub(super) struct Bits {
    words: Rows,
    /// By word number: whether it sets any.
    sets: Vec<bool>,
    classes: Rows,
    shapes: Rows,
}

impl Bits {
    fn none(dictionary: &Dictionary, bits: usize) -> Self {
        let width = parts_of(bits);
        Self {
            words: Rows::none(dictionary.seen.len(), width),
            sets: Vec::new(),
            classes: Rows::none(dictionary.classes.len(), width),
            shapes: Rows::none(dictionary.asked.len(), width),
        }
    }

    fn add(&mut self, asks: &OneOf, bit: usize) {
        asks.words.iter().for_each(|number| self.words.set(*number as usize, bit));
        ones(asks.classes).for_each(|class| self.classes.set(class, bit));
        ones(asks.shapes).for_each(|shape| self.shapes.set(shape, bit));
    }

    /// Lets each word that has a number set what its classes and shapes set.
    fn finish(mut self, seen: &[Seen]) -> Self {
        let width = self.words.width.max(1);
        for (row, one) in self.words.parts.chunks_exact_mut(width).zip(seen) {
            ones(one.classes).for_each(|class| add(self.classes.of(class), row));
            ones(one.shapes).for_each(|shape| add(self.shapes.of(shape), row));
            self.sets.push(row.as_flattened().iter().any(|part| *part != 0));
        }
        self
    }

    /// Sets all bits of some words in a row of them.
    pub(super) fn add_to(&self, words: &[Seen], all: &mut [Part]) {
        let (mut classes, mut shapes) = (0, 0);
        for word in words {
            match word.number {
                Some(number) if self.sets.get(number as usize) == Some(&true) => {
                    add(self.words.of(number as usize), all);
                }
                Some(_) => {}
                None => {
                    classes |= word.classes;
                    shapes |= word.shapes;
                }
            }
        }
        ones(classes).for_each(|class| add(self.classes.of(class), all));
        ones(shapes).for_each(|shape| add(self.shapes.of(shape), all));
    }
}

/// The places of the bits that are set.
fn ones(mut set: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros())?;
        set &= set - 1;
        Some(bit as usize)
    })
}
