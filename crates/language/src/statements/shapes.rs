//! Shapes of words: how a word begins or ends, and what is written in digits.

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

/// Parts of words with their marks, by the byte at the side where they are compared.
#[derive(Debug, Default)]
struct ByByte(Vec<Vec<(&'static str, Marks)>>);

impl ByByte {
    fn add(&mut self, byte: Option<u8>, part: &'static str, marks: Marks) {
        let Some(place) = byte.map(usize::from) else { return };
        self.0.resize_with(self.0.len().max(place + 1), Vec::new);
        self.0[place].push((part, marks));
    }

    fn of(&self, byte: u8) -> &[(&'static str, Marks)] {
        self.0.get(usize::from(byte)).map_or(&[], Vec::as_slice)
    }
}

impl Shapes {
    /// Adds a shape that stands for these marks.
    pub(super) fn add(&mut self, shape: Shape, marks: Marks) {
        match shape {
            Shape::Begins("") | Shape::Ends("") => self.always |= marks,
            Shape::Begins(stem) => self.beginnings.add(stem.bytes().next(), stem, marks),
            Shape::Ends(ending) => self.endings.add(ending.bytes().next_back(), ending, marks),
            Shape::Digit | Shape::Date | Shape::Clock | Shape::Ordinal | Shape::HalfDay => {
                self.digits.push((shape, marks));
            }
        }
    }

    /// The marks of all shapes that a word has.
    pub(super) fn of(&self, low: &str) -> Marks {
        let bytes = low.as_bytes();
        let mut all = self.always;
        let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return all };
        for (stem, marks) in self.beginnings.of(first) {
            if bytes.starts_with(stem.as_bytes()) {
                all |= *marks;
            }
        }
        for (ending, marks) in self.endings.of(last) {
            if bytes.ends_with(ending.as_bytes()) {
                all |= *marks;
            }
        }
        if first.is_ascii_digit() {
            let digits = self.digits.iter().filter(|(shape, _)| shape.fits(low));
            digits.for_each(|(_, marks)| all |= *marks);
        }
        all
    }
}
