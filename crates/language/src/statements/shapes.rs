//! Shapes of words: how a word begins or ends, and what is written in digits.

use crate::spelling::{counted_of, head, tail};

/// How a word is shaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Begins(&'static str),
    Ends(&'static str),
    Digit,
    Date,
    Clock,
    Ordinal,
    HalfDay,
}

impl Shape {
    /// The shape a pattern or a class writes so, if it is one.
    pub(super) fn read(text: &'static str) -> Option<Self> {
        match text {
            "#" => return Some(Self::Digit),
            "#/" => return Some(Self::Date),
            "#:" => return Some(Self::Clock),
            "#e" => return Some(Self::Ordinal),
            "#pm" => return Some(Self::HalfDay),
            _ => {}
        }
        text.strip_prefix('*').map(Self::Ends).or_else(|| text.strip_suffix('*').map(Self::Begins))
    }

    /// Whether a word in lower case is shaped so.
    fn fits(self, low: &str) -> bool {
        match self {
            Self::Begins(stem) => low.starts_with(stem),
            Self::Ends(ending) => low.ends_with(ending),
            Self::Digit => low.starts_with(|c: char| c.is_ascii_digit()),
            Self::Date => {
                let marks = |mark: char| low.matches(mark).count();
                digits_with(low, "/-.")
                    && (marks('/') == 1 || marks('/') == 2 || marks('-') == 2 || marks('.') == 2)
            }
            Self::Clock => digits_with(low, ":.") && low.len() >= 4 && low.len() <= 5,
            Self::Ordinal => {
                digits_before(low, &["e", "de", "ste", "st", "nd", "rd", "th", ":a", ":e"])
            }
            Self::HalfDay => digits_before(low, &["am", "pm"]),
        }
    }
}

/// Digits with at least one of these marks between them, and nothing else.
fn digits_with(low: &str, marks: &str) -> bool {
    low.starts_with(|c: char| c.is_ascii_digit())
        && low.contains(|c| marks.contains(c))
        && low.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
}

/// Digits before one of these endings.
fn digits_before(low: &str, endings: &[&str]) -> bool {
    let number = low.trim_end_matches(|c: char| !c.is_ascii_digit());
    number.starts_with(|c: char| c.is_ascii_digit()) && endings.contains(&&low[number.len()..])
}

/// What a shape, or all shapes of a word, stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Bits of classes.
    pub(super) classes: u128,
    /// Bits of the shapes that patterns ask for.
    pub(super) asked: u128,
}

impl std::ops::BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        self.classes |= other.classes;
        self.asked |= other.asked;
    }
}

/// Shapes, each with the marks it stands for, looked up by the first or last letters of a word.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// By the first byte of the stem.
    beginnings: ByByte,
    /// By the last byte of the ending.
    endings: ByByte,
    /// Of every word.
    always: Marks,
    /// Of what begins with a digit.
    digits: Vec<(Shape, Marks)>,
}

/// Parts of words, by the byte at the side where they are compared.
#[derive(Debug, Default)]
struct ByByte(Vec<Vec<Part>>);

/// A part of words, with the marks it stands for.
#[derive(Debug)]
struct Part {
    /// Its first letters, from the side where it is compared, and which bits of these count.
    letters: u32,
    counted: u32,
    spelled: &'static str,
    marks: Marks,
}

impl Part {
    /// Whether a word with these letters is so; more of them are compared where there are any.
    #[inline]
    fn is_of(&self, letters: u32, compare: impl FnOnce(&[u8]) -> bool) -> bool {
        letters & self.counted == self.letters
            && (self.spelled.len() <= size_of::<u32>() || compare(self.spelled.as_bytes()))
    }
}

impl ByByte {
    /// Adds a part with these letters.
    fn add(&mut self, letters: u32, spelled: &'static str, marks: Marks) {
        let place = usize::from(letters.to_le_bytes()[0]);
        self.0.resize_with(self.0.len().max(place + 1), Vec::new);
        self.0[place].push(Part { letters, counted: counted_of(spelled), spelled, marks });
    }

    /// Those that begin as these letters do.
    fn like(&self, letters: u32) -> impl Iterator<Item = &Part> {
        self.0.get(usize::from(letters.to_le_bytes()[0])).into_iter().flatten()
    }
}

impl Shapes {
    /// Adds a shape that stands for these marks.
    pub(super) fn add(&mut self, shape: Shape, marks: Marks) {
        match shape {
            Shape::Begins("") | Shape::Ends("") => self.always |= marks,
            Shape::Begins(stem) => self.beginnings.add(head(stem.as_bytes()), stem, marks),
            Shape::Ends(ending) => self.endings.add(tail(ending.as_bytes()), ending, marks),
            Shape::Digit | Shape::Date | Shape::Clock | Shape::Ordinal | Shape::HalfDay => {
                self.digits.push((shape, marks));
            }
        }
    }

    /// The marks of all shapes that a word has.
    pub(super) fn of(&self, low: &str) -> Marks {
        let bytes = low.as_bytes();
        let mut all = self.always;
        let Some(first) = bytes.first() else { return all };
        let (head, tail) = (head(bytes), tail(bytes));
        for stem in self.beginnings.like(head) {
            if stem.is_of(head, |stem| bytes.starts_with(stem)) {
                all |= stem.marks;
            }
        }
        for ending in self.endings.like(tail) {
            if ending.is_of(tail, |ending| bytes.ends_with(ending)) {
                all |= ending.marks;
            }
        }
        if first.is_ascii_digit() {
            let digits = self.digits.iter().filter(|(shape, _)| shape.fits(low));
            digits.for_each(|(_, marks)| all |= *marks);
        }
        all
    }
}
