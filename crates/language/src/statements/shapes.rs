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

/// Shapes, each with the bits it stands for, looked up by the first or last letters of a word.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// By the first byte of the stem.
    beginnings: ByByte,
    /// By the last byte of the ending.
    endings: ByByte,
    /// Of every word.
    always: u128,
    /// Of what begins with a digit.
    digits: Vec<(Shape, u128)>,
}

/// Parts of words with their bits, by the byte at the side where they are compared.
#[derive(Debug, Default)]
struct ByByte(Vec<Vec<(&'static str, u128)>>);

impl ByByte {
    fn add(&mut self, byte: Option<u8>, part: &'static str, bits: u128) {
        let Some(place) = byte.map(usize::from) else { return };
        self.0.resize_with(self.0.len().max(place + 1), Vec::new);
        self.0[place].push((part, bits));
    }

    fn of(&self, byte: u8) -> &[(&'static str, u128)] {
        self.0.get(usize::from(byte)).map_or(&[], Vec::as_slice)
    }
}

impl Shapes {
    /// Adds a shape that stands for these bits.
    pub(super) fn add(&mut self, shape: Shape, bits: u128) {
        match shape {
            Shape::Begins("") | Shape::Ends("") => self.always |= bits,
            Shape::Begins(stem) => self.beginnings.add(stem.bytes().next(), stem, bits),
            Shape::Ends(ending) => self.endings.add(ending.bytes().next_back(), ending, bits),
            Shape::Digit | Shape::Date | Shape::Clock | Shape::Ordinal | Shape::HalfDay => {
                self.digits.push((shape, bits));
            }
        }
    }

    /// The bits of all shapes that a word has.
    pub(super) fn of(&self, low: &str) -> u128 {
        let bytes = low.as_bytes();
        let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
            return self.always;
        };
        let mut all = self.always;
        for (stem, bits) in self.beginnings.of(first) {
            all |= if bytes.starts_with(stem.as_bytes()) { *bits } else { 0 };
        }
        for (ending, bits) in self.endings.of(last) {
            all |= if bytes.ends_with(ending.as_bytes()) { *bits } else { 0 };
        }
        if first.is_ascii_digit() {
            for (shape, bits) in &self.digits {
                all |= if shape.fits(low) { *bits } else { 0 };
            }
        }
        all
    }
}
