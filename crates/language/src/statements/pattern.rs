//! Small patterns over the words of a clause, in which the rules are written.
//!
//! A pattern is a row of parts between spaces:
//! - `word` or `one|other`: that word; `stem*`, `*ending`: words that begin or end so; `#`: a word that begins with a digit;
//!   `#/`: a date in digits, `#:`: a time in digits, `#e`: an ordinal such as `18e` or `3rd`, `#pm`: a time such as `5pm`;
//! - `@class`: a word of a class of the lexicon;
//! - `?part`: may be there; `!part`: the next word is not that; `.`: any word, `?.`: one word or mark, or none; `..`: up to ten words;
//! - `^` and `$`: the beginning and the end of the clause, marks of punctuation left aside.

use super::shapes::Shapes;
use crate::spelling::WordTable;
use crate::words::Word;

/// How many words `..` passes over at most.
const GAP: usize = 10;

/// A class of words: its name and its words between spaces. `*` as in patterns; `-word` takes a word out again, and what
/// is written in full goes before what is written with `*`.
pub(super) type Class = (&'static str, &'static str);

/// What one word is tested for.
#[derive(Debug, Clone)]
pub(super) enum Test {
    Word(u32),
    Begins(&'static str),
    Ends(&'static str),
    Digit,
    Date,
    Clock,
    Ordinal,
    HalfDay,
    Class(u32),
}

/// One part of a pattern.
#[derive(Debug, Clone)]
enum Part {
    One(Vec<Test>),
    Maybe(Vec<Test>),
    Not(Vec<Test>),
    Any,
    MaybeAny,
    Gap,
    Start,
    End,
}

/// A pattern, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Part>);

/// Which numbered words and classes a clause holds, to pass over patterns that cannot fit.
#[derive(Debug)]
pub(super) struct Held {
    /// The numbers of its words, in order.
    words: Vec<u32>,
    /// Bits of classes.
    classes: u128,
}

impl Held {
    /// Of a clause.
    pub(super) fn of(clause: &[Seen<'_>]) -> Self {
        let mut words: Vec<u32> = Vec::with_capacity(clause.len());
        words.extend(clause.iter().filter_map(|word| word.number));
        words.sort_unstable();
        words.dedup();
        Self { words, classes: clause.iter().fold(0, |all, word| all | word.classes) }
    }

    /// The numbers of its words.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        self.words.iter().map(|number| *number as usize)
    }

    /// The numbers of its classes.
    pub(super) fn classes(&self) -> impl Iterator<Item = usize> {
        let mut set = self.classes;
        std::iter::from_fn(move || {
            let bit = (set != 0).then(|| set.trailing_zeros())?;
            set &= set - 1;
            Some(bit as usize)
        })
    }

    /// Whether it holds a word of one of these classes.
    pub(super) const fn any(&self, classes: u128) -> bool {
        self.classes & classes != 0
    }

    fn may_pass(&self, test: &Test) -> bool {
        match test {
            Test::Word(number) => self.words.binary_search(number).is_ok(),
            Test::Class(class) => self.classes >> class & 1 == 1,
            Test::Begins(_)
            | Test::Ends(_)
            | Test::Digit
            | Test::Date
            | Test::Clock
            | Test::Ordinal
            | Test::HalfDay => true,
        }
    }
}

/// What a clause must hold for a pattern to fit: one of the words and classes of one of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// A word, by number.
    Word(u32),
    /// A class, by number.
    Class(u32),
}

/// The words that rules speak of, numbered, with the classes each belongs to.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    numbers: WordTable<u32>,
    /// By word number: the classes it is named in, and those it is taken out of.
    named: Vec<(u128, u128)>,
    classes: Vec<&'static str>,
    /// Classes by the shape of a word, and those they are taken out of.
    shapes: (Shapes, Shapes),
}

/// A word as rules see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) low: &'a str,
    number: Option<u32>,
    pub(super) classes: u128,
    mark: bool,
}

impl Dictionary {
    /// Of these classes.
    pub(super) fn of(classes: &[Class]) -> Self {
        let mut dictionary = Self::default();
        for (name, _) in classes {
            dictionary.classes.push(name);
        }
        for (class, (_, words)) in classes.iter().enumerate() {
            for word in words.split_whitespace() {
                dictionary.add(class, word);
            }
        }
        dictionary
    }

    fn add(&mut self, class: usize, word: &'static str) {
        let (bare, out) = word.strip_prefix('-').map_or((word, false), |bare| (bare, true));
        let test = self.test(bare);
        if let Test::Word(number) = test {
            let bits = &mut self.named[number as usize];
            *(if out { &mut bits.1 } else { &mut bits.0 }) |= 1 << class;
            return;
        }
        let shapes = if out { &mut self.shapes.1 } else { &mut self.shapes.0 };
        shapes.add(test, 1 << class);
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(word, || next);
        if number == next {
            self.named.push((0, 0));
        }
        number
    }

    fn test(&mut self, text: &'static str) -> Test {
        match text {
            "#" => return Test::Digit,
            "#/" => return Test::Date,
            "#:" => return Test::Clock,
            "#e" => return Test::Ordinal,
            "#pm" => return Test::HalfDay,
            _ => {}
        }
        if let Some(name) = text.strip_prefix('@') {
            let class = self.classes.iter().position(|class| *class == name);
            debug_assert!(class.is_some(), "no class {name}");
            return Test::Class(class.and_then(|at| u32::try_from(at).ok()).unwrap_or(127));
        }
        match (text.strip_prefix('*'), text.strip_suffix('*')) {
            (Some(ending), _) => Test::Ends(ending),
            (_, Some(stem)) => Test::Begins(stem),
            _ => Test::Word(self.number(text)),
        }
    }

    fn tests(&mut self, text: &'static str) -> Vec<Test> {
        text.split('|').map(|one| self.test(one)).collect()
    }

    /// Reads a pattern.
    pub(super) fn pattern(&mut self, text: &'static str) -> Pattern {
        let part = |part: &'static str| match part {
            "^" => Part::Start,
            "$" => Part::End,
            "." => Part::Any,
            ".." | "?.." => Part::Gap,
            "?." => Part::MaybeAny,
            _ => match (part.strip_prefix('?'), part.strip_prefix('!')) {
                (Some(rest), _) => Part::Maybe(self.tests(rest)),
                (_, Some(rest)) => Part::Not(self.tests(rest)),
                _ => Part::One(self.tests(part)),
            },
        };
        Pattern(text.split_whitespace().map(part).collect())
    }

    /// Looks up the words of a sentence once for all rules.
    pub(super) fn see<'a>(&self, words: &'a [Word<'a>]) -> Vec<Seen<'a>> {
        words.iter().map(|word| self.see_one(word)).collect()
    }

    fn see_one<'a>(&self, word: &'a Word<'a>) -> Seen<'a> {
        let number = self.numbers.get(word.hash, &word.low).copied();
        let mut seen = Seen { low: &word.low, number, classes: 0, mark: word.mark };
        if word.mark {
            return seen;
        }
        let (named, out) = number.map_or((0, 0), |number| self.named[number as usize]);
        let by_shape = self.shapes.0.of(&seen);
        let not = if by_shape == 0 { 0 } else { self.shapes.1.of(&seen) };
        seen.classes = named | (by_shape & !not & !out);
        seen
    }

    /// These classes, as bits.
    pub(super) fn bits(&self, classes: &[&str]) -> u128 {
        let names = self.classes.iter().enumerate();
        names.filter(|(_, name)| classes.contains(name)).fold(0, |all, (at, _)| all | 1 << at)
    }
}

impl Seen<'_> {
    pub(super) fn passes(&self, test: &Test) -> bool {
        match test {
            Test::Word(number) => self.number == Some(*number),
            Test::Begins(stem) => !self.mark && self.low.starts_with(stem),
            Test::Ends(ending) => !self.mark && self.low.ends_with(ending),
            Test::Digit => self.low.starts_with(|c: char| c.is_ascii_digit()),
            Test::Date => {
                let marks = |mark: char| self.low.matches(mark).count();
                self.digits_with("/-.")
                    && (marks('/') == 1 || marks('/') == 2 || marks('-') == 2 || marks('.') == 2)
            }
            Test::Clock => self.digits_with(":.") && self.low.len() >= 4 && self.low.len() <= 5,
            Test::Ordinal => self.before(&["e", "de", "ste", "st", "nd", "rd", "th", ":a", ":e"]),
            Test::HalfDay => self.before(&["am", "pm"]),
            Test::Class(class) => self.classes >> class & 1 == 1,
        }
    }

    /// Digits with at least one of these marks between them, and nothing else.
    fn digits_with(&self, marks: &str) -> bool {
        self.low.starts_with(|c: char| c.is_ascii_digit())
            && self.low.contains(|c| marks.contains(c))
            && self.low.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
    }

    /// Digits before one of these endings.
    fn before(&self, endings: &[&str]) -> bool {
        let number = self.low.trim_end_matches(|c: char| !c.is_ascii_digit());
        number.starts_with(|c: char| c.is_ascii_digit())
            && endings.contains(&&self.low[number.len()..])
    }

    fn any(&self, tests: &[Test]) -> bool {
        tests.iter().any(|test| self.passes(test))
    }
}

impl Pattern {
    /// What a clause must hold one of, for this to fit; none where any words might do.
    ///
    /// Of all parts that would do, the one with the fewest words; a class counts as many.
    pub(super) fn needs(&self) -> Option<Vec<Need>> {
        const CLASS: usize = 100;
        let need = |test: &Test| match test {
            Test::Word(number) => Some(Need::Word(*number)),
            Test::Class(class) => Some(Need::Class(*class)),
            Test::Begins(_)
            | Test::Ends(_)
            | Test::Digit
            | Test::Date
            | Test::Clock
            | Test::Ordinal
            | Test::HalfDay => None,
        };
        let all = |part: &Part| match part {
            Part::One(tests) => tests.iter().map(need).collect::<Option<Vec<Need>>>(),
            Part::Maybe(_)
            | Part::Not(_)
            | Part::Any
            | Part::MaybeAny
            | Part::Gap
            | Part::Start
            | Part::End => None,
        };
        let cost = |needs: &Vec<Need>| -> usize {
            needs.iter().map(|one| if matches!(one, Need::Class(_)) { CLASS } else { 1 }).sum()
        };
        self.0.iter().filter_map(all).min_by_key(cost)
    }

    /// The first place where it fits, as a range of words.
    pub(super) fn find(&self, words: &[Seen<'_>], held: &Held) -> Option<(usize, usize)> {
        let missing = |part: &Part| match part {
            Part::One(tests) => !tests.iter().any(|test| held.may_pass(test)),
            Part::Maybe(_)
            | Part::Not(_)
            | Part::Any
            | Part::MaybeAny
            | Part::Gap
            | Part::Start
            | Part::End => false,
        };
        if self.0.iter().any(missing) {
            return None;
        }
        let first = words.iter().position(|word| !word.mark)?;
        let starts = if matches!(self.0.first(), Some(Part::Start)) {
            first..first + 1
        } else {
            first..words.len()
        };
        starts.into_iter().find_map(|at| fits(&self.0, words, at, first).map(|end| (at, end)))
    }
}

/// Where a pattern ends that fits from this word on.
fn fits(parts: &[Part], words: &[Seen<'_>], at: usize, first: usize) -> Option<usize> {
    crate::steps::add(1);
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let word = words.get(at);
    match part {
        Part::One(tests) => {
            word.filter(|word| word.any(tests)).and_then(|_| fits(rest, words, at + 1, first))
        }
        Part::Maybe(tests) => word
            .filter(|word| word.any(tests))
            .and_then(|_| fits(rest, words, at + 1, first))
            .or_else(|| fits(rest, words, at, first)),
        Part::Not(tests) => {
            if word.is_some_and(|word| word.any(tests)) {
                None
            } else {
                fits(rest, words, at, first)
            }
        }
        Part::Any => word.filter(|word| !word.mark).and_then(|_| fits(rest, words, at + 1, first)),
        Part::MaybeAny => word
            .and_then(|_| fits(rest, words, at + 1, first))
            .or_else(|| fits(rest, words, at, first)),
        Part::Gap => {
            (at..=(at + GAP).min(words.len())).find_map(|next| fits(rest, words, next, first))
        }
        Part::Start => (at == first).then(|| fits(rest, words, at, first)).flatten(),
        Part::End => {
            words[at..].iter().all(|word| word.mark).then(|| fits(rest, words, at, first)).flatten()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[track_caller]
    fn check(pattern: &'static str, text: &str, wanted: bool) {
        let mut dictionary =
            Dictionary::of(&[("us", "we i"), ("doing", "*ing -*thing -king swing")]);
        let pattern = dictionary.pattern(pattern);
        let words = crate::words::of(text, Span::new(0, text.len()), &[]);
        let seen = dictionary.see(&words);
        assert_eq!(pattern.find(&seen, &Held::of(&seen)).is_some(), wanted, "{text}");
    }

    #[test]
    fn parts_fit_words() {
        check("@us will|'ll", "Then we'll see", true);
        check("@us ?are !not @doing", "we are sending it", true);
        check("@us ?are !not @doing", "we are not sending it", false);
        check("@doing", "nothing king", false);
        check("^ @us .. #", "We come at 12", true);
        check("^ @us .. #", "Do we come at 12", false);
        check("will . $", "we will come.", true);
        check("ha*|*ter", "much later", true);
    }
}
