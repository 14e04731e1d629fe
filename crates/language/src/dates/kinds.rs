//! Kinds of meanings as bits: one look at a place tells which rules can begin there, and nearly all of them cannot.

use super::Direction;
use super::sense::{Sense, Unit, Which};

/// A set of kinds of meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u64);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    /// A number in digits.
    pub(super) const DIGITS: Self = Self(1 << 62);
    /// Anything with a number right behind it: the "Q" of "Q4".
    pub(super) const LETTERED: Self = Self(1 << 63);
    /// What says nothing of time unless it leads to a word that does.
    pub(super) const SMALL: Self = Self::of(&[
        Sense::Article,
        Sense::The,
        Sense::Of,
        Sense::On,
        Sense::In,
        Sense::At,
        Sense::About,
        Sense::And,
        Sense::From,
        Sense::Between,
        Sense::To,
        Sense::ToIncluding,
        Sense::Direction(Direction::By),
        Sense::Past,
        Sense::Before,
        Sense::After,
        Sense::AfterDay,
        Sense::BeforeDay,
        Sense::Which(Which::This),
    ]);
    /// What makes no time, neither by itself nor with others, so that a line without any other word has none.
    pub(super) const NO_CUES: Self = Self::of(&[
        Sense::Number(0),
        Sense::Ordinal(0),
        Sense::Whole,
        Sense::AndHalf(0),
        Sense::Hours(0),
        Sense::YearName(0),
        Sense::OrdinalEnd,
        Sense::Article,
        Sense::Few(0),
        Sense::The,
        Sense::Of,
        Sense::On,
        Sense::In,
        Sense::And,
        Sense::About,
        Sense::From,
        Sense::Between,
        Sense::To,
        Sense::ToIncluding,
        Sense::Direction(Direction::By),
        Sense::Past,
        Sense::Before,
        Sense::After,
        Sense::AfterDay,
        Sense::BeforeDay,
        Sense::Same,
        Sense::Every,
        Sense::Since,
        Sense::Last,
        Sense::Which(Which::This),
        Sense::Later,
        Sense::Earlier,
        Sense::Rest,
        Sense::ShortUnit(Unit::Hour),
        Sense::Ago,
    ]);
    /// What may lead to the beginning of a time: without one behind it, it begins none.
    pub(super) const LEADS: Self = Self::of(&[
        Sense::The,
        Sense::On,
        Sense::In,
        Sense::At,
        Sense::About,
        Sense::After,
        Sense::From,
        Sense::Between,
        Sense::Direction(Direction::By),
        Sense::Which(Which::This),
    ]);
    /// What only goes on with a time that has begun.
    pub(super) const LATER: Self = Self::of(&[
        Sense::OrdinalEnd,
        Sense::ShortUnit(Unit::Hour),
        Sense::Of,
        Sense::And,
        Sense::To,
        Sense::ToIncluding,
        Sense::Past,
        Sense::Before,
        Sense::OClock,
        Sense::Am,
        Sense::Minutes,
        Sense::LateDirection(Direction::By),
        Sense::FromNow,
        Sense::Ago,
        Sense::AfterDay,
        Sense::QuarterName,
    ]);
    /// A half of the day or of the clock, which makes a time only behind a number.
    pub(super) const HALVES: Self = Self::of(&[Sense::Am, Sense::Pm, Sense::OClock]);
    /// What an amount's number can be.
    pub(super) const QUANTITY: Self = Self::of(&[
        Sense::Number(0),
        Sense::Few(0),
        Sense::AndHalf(0),
        Sense::OneAndHalf,
        Sense::Half,
        Sense::Article,
    ])
    .or(Self::DIGITS);
    /// What can begin an amount.
    pub(super) const AMOUNT: Self =
        Self::of(&[Sense::Fraction(Unit::Hour, 0), Sense::The, Sense::Whole]).or(Self::QUANTITY);

    /// The kinds of some meanings, whatever their values.
    pub(super) const fn of(senses: &[Sense]) -> Self {
        let mut kinds = 0;
        let mut at = 0;
        while at < senses.len() {
            kinds |= 1 << bit(senses[at]);
            at += 1;
        }
        Self(kinds)
    }

    /// The kind of a meaning.
    pub(super) const fn one(sense: Sense) -> Self {
        Self(1 << bit(sense))
    }

    /// Either.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a kind is in both.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of these are among others.
    pub(super) const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// The bit of a meaning; those that only ever stand for each other share one.
const fn bit(sense: Sense) -> u32 {
    match sense {
        Sense::Number(_) => 0,
        Sense::Ordinal(_) => 1,
        Sense::YearName(_) => 2,
        Sense::OrdinalEnd => 3,
        Sense::Article => 4,
        Sense::Few(_) => 5,
        Sense::Whole => 6,
        Sense::Half => 7,
        Sense::OneAndHalf => 8,
        Sense::AndHalf(_) => 9,
        Sense::Kwart => 10,
        Sense::Unit(_) => 11,
        Sense::ShortUnit(_) => 12,
        Sense::Fraction(..) => 13,
        Sense::Weekday(_) => 14,
        Sense::ShortWeekday(_) => 15,
        Sense::Weekdays(_) => 16,
        Sense::WeekdayPart(..) => 17,
        Sense::Month(_) | Sense::ShortMonth(_) | Sense::DoubtfulMonth(_) => 18,
        Sense::Relative(_) => 19,
        Sense::RelativePart(..) => 20,
        Sense::Part(_) | Sense::Overnight => 21,
        Sense::Now => 22,
        Sense::Which(_) => 23,
        Sense::WhichUnit(..) => 24,
        Sense::The => 25,
        Sense::Of => 26,
        Sense::On => 27,
        Sense::In => 28,
        Sense::At => 29,
        Sense::About => 30,
        Sense::And => 31,
        Sense::From => 32,
        Sense::Between => 33,
        Sense::To => 34,
        Sense::ToIncluding => 35,
        Sense::Week => 36,
        Sense::QuarterName | Sense::HalfYearName => 37,
        Sense::Weekend(_) | Sense::WeekendName => 38,
        Sense::Season(_) | Sense::SeasonName => 40,
        Sense::Feast(_) | Sense::LooseFeast(_) => 42,
        Sense::Edge(_) => 43,
        Sense::EdgeOf(..) | Sense::HalfYearTurn | Sense::YearTurn => 44,
        Sense::UnitsOwn(_) => 45,
        Sense::Last => 46,
        Sense::OClock => 47,
        Sense::Hours(_) => 48,
        Sense::Past => 49,
        Sense::Before => 50,
        Sense::Am | Sense::Pm => 51,
        Sense::Noon | Sense::Midnight => 52,
        Sense::FirstHalf(_) => 53,
        Sense::Direction(_) => 54,
        Sense::LateDirection(_) => 55,
        Sense::After => 56,
        Sense::FromNow => 57,
        Sense::Ago => 39,
        Sense::Minutes => 41,
        Sense::Since => 58,
        Sense::AfterDay | Sense::BeforeDay => 59,
        Sense::Same | Sense::Every => 60,
        Sense::Later | Sense::Earlier | Sense::Rest => 61,
    }
}
