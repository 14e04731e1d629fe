//! What a word can mean in an expression of time.

use super::Direction;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    /// A quarter of an hour.
    Quarter,
    Hour,
    Day,
    BusinessDay,
    Week,
    Fortnight,
    Month,
    /// A quarter of a year.
    Term,
    Year,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Night,
}

/// Which stretch of a period is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Begin,
    Middle,
    End,
}

/// Which one of a row of periods or days is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The one that is running.
    This,
    /// The first to come: `komende vrijdag`.
    Coming,
    /// The one after this one: `next Friday`.
    Next,
    /// The one after the next.
    AfterNext,
    /// The one before.
    Past,
}

/// On which days of a year a feast falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// From a month and day on, so many days.
    On(i8, i8, i8),
    /// From so many days after Easter Sunday on, so many days.
    Easter(i8, i8),
    /// From the first such weekday on or after a month and day, so many days.
    First(i8, i8, i8, i8),
    /// The 27th of April, a day earlier when that is a Sunday.
    King,
}

/// One meaning of a word or of a fixed group of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Number(i64),
    Ordinal(i64),
    /// A year in words: "twenty eighteen", `tweeduizend achttien`.
    YearName(i16),
    /// The end of an ordinal in digits: the `th` of `4th`.
    OrdinalEnd,
    /// "a", "one": one of something.
    Article,
    /// "a few", counted as so many.
    Few(i64),
    /// "the whole week", `hele dag`.
    Whole,
    Half,
    OneAndHalf,
    /// `tweeënhalf`: so many and a half.
    AndHalf(i64),
    /// A quarter: of the clock, or of an hour.
    Kwart,
    Unit(Unit),
    /// Only after a number in digits, and where nothing else could be meant.
    ShortUnit(Unit),
    /// "half an hour" in one word, as thousandths of a unit.
    Fraction(Unit, i64),
    Weekday(i8),
    ShortWeekday(i8),
    /// "fridays": one that comes again, or counted.
    Weekdays(i8),
    WeekdayPart(i8, Part),
    Month(i8),
    ShortMonth(i8),
    /// A month whose name is an ordinary word as well.
    DoubtfulMonth(i8),
    /// Days from today.
    Relative(i64),
    RelativePart(i64, Part),
    Part(Part),
    /// "overnight", which two days must follow.
    Overnight,
    Now,
    Which(Which),
    /// A period in one word: `vorige week` has none, "last week" of none, `i helgen` has.
    WhichUnit(Which, Unit),
    The,
    Of,
    On,
    In,
    At,
    About,
    And,
    From,
    Between,
    To,
    ToIncluding,
    Week,
    QuarterName,
    HalfYearName,
    Weekend(Which),
    WeekendName,
    Season(i8),
    /// "season": whichever is on.
    SeasonName,
    /// A feast by a name that is nothing else: `Koningsdag`, "New Year's Eve".
    Feast(Feast),
    /// A feast whose name also stands for its season or a person, and so needs a small word before it: "before Christmas".
    LooseFeast(Feast),
    Edge(Edge),
    /// "EOM", `månadsskiftet`: the edge of the running or coming unit.
    EdgeOf(Edge, Unit),
    /// `halvårsskiftet`: the end of June.
    HalfYearTurn,
    /// `årsskiftet`, `jaarwisseling`: the first of January.
    YearTurn,
    /// `årets`, `månadens`: of the unit that runs.
    UnitsOwn(Unit),
    Last,
    OClock,
    /// An hour in the plural: `tegen vieren`.
    Hours(i64),
    Past,
    Before,
    Am,
    Pm,
    Noon,
    Midnight,
    Minutes,
    Direction(Direction),
    /// After the time: "at the latest".
    LateDirection(Direction),
    /// Before an amount: "in two days".
    After,
    /// After an amount: "from now".
    FromNow,
    Ago,
    /// After an amount, before a day: "two days after tomorrow".
    AfterDay,
    BeforeDay,
    Same,
    /// What comes again and is no promise: "every".
    Every,
    /// What only looks back: "since".
    Since,
    Later,
    Earlier,
    Rest,
    /// "first half of".
    FirstHalf(bool),
}
