//! Dates, times of day, stretches and amounts of time in a text, above all the deadlines of business mail.
//!
//! A text is cut into tokens ([`token`]), each token gets its meanings from the word list of its language ([`words`]),
//! and small rules put meanings together: amounts, times of day, days, longer periods, ranges, and last whole
//! expressions with their direction. Values are reckoned from a wall-clock reference; an open reading is taken as the
//! next one to come, because a promise lies ahead.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::spelling::{Text, lower_of};
use crate::{Lang, Span};

mod amount;
mod clause;
mod clock;
mod day;
mod day_part;
mod feast;
mod found;
mod kinds;
mod leaning;
mod memo;
mod name;
mod numeric;
mod parser;
mod parts;
mod period;
mod phrase;
mod places;
mod range;
mod row;
mod season;
mod sense;
mod token;
mod value;
mod weekday;
mod words;
mod year;

/// How a text is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The language of the text.
    pub lang: Lang,
    /// Whether `3/12` is March the 12th, as in the United States.
    pub month_first: bool,
    /// The wall-clock time the writer wrote at.
    pub reference: DateTime,
    /// When the office opens and closes: of two halves of the day the one that people work in is meant.
    pub hours: (Time, Time),
    /// Counts business days with public holidays; without it they are Monday to Friday.
    pub calendar: Option<&'a calendar::Calendar>,
}

impl Reading<'_> {
    /// A reading with office hours from nine to five and without a calendar.
    pub const fn at(reference: DateTime, lang: Lang) -> Self {
        let hours = (Time::constant(9, 0, 0, 0), Time::constant(17, 0, 0, 0));
        Self { lang, month_first: false, reference, hours, calendar: None }
    }

    /// The nth business day after a date.
    fn business_day(&self, date: Date, days: i64) -> Option<Date> {
        if let Some(calendar) = self.calendar {
            return calendar.add_business_days(date, i32::try_from(days).ok()?).ok();
        }
        if days.unsigned_abs() > 4000 {
            return None;
        }
        let mut date = date;
        let mut left = days.unsigned_abs();
        while left > 0 {
            date = value::plus_days(date, days.signum())?;
            left -= u64::from(!matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday));
        }
        Some(date)
    }
}

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One day.
    Date,
    /// A time of day on a day.
    DateTime,
    /// A time of day alone.
    Time,
    /// A stretch of time.
    Interval,
    /// An amount of time that no point of time follows from.
    Duration,
}

impl Kind {
    /// Its name in output.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Time => "time",
            Self::Interval => "interval",
            Self::Duration => "duration",
        }
    }
}

/// How exact a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the day.
    Day,
    /// To the week, Monday to Sunday.
    Week,
    /// To the month.
    Month,
    /// To the quarter.
    Quarter,
    /// To the year.
    Year,
}

impl Grain {
    /// Its name in output.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// On which side of the named time something is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// No later than; the named time counts.
    By,
    /// Earlier than; the named time does not count.
    Before,
    /// In no more than an amount of time.
    Within,
    /// At the named time.
    At,
    /// From the named time on.
    From,
    /// Later than.
    After,
    /// About then.
    Around,
}

impl Direction {
    /// Its name in output.
    pub const fn code(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::Before => "before",
            Self::Within => "within",
            Self::At => "at",
            Self::From => "from",
            Self::After => "after",
            Self::Around => "around",
        }
    }
}

/// An expression of time that a text holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one expression")]
pub struct Found {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub kind: Kind,
    /// When it begins; none for a deadline.
    pub start: Option<DateTime>,
    /// When it has ended: the first moment that is too late. None for a point of time and for what has no end.
    pub end: Option<DateTime>,
    /// How exact it is.
    pub grain: Grain,
    /// How long an amount of time is.
    pub seconds: Option<i64>,
    /// The side that was said, if any.
    pub direction: Option<Direction>,
    /// Whether it counts from an event, as "within 48 hours of receipt" does.
    pub event: bool,
    /// Whether it takes its date from what was said before, as "the same day" does.
    pub anaphoric: bool,
    /// Whether it only says which thing is meant: "the order of 3 December".
    pub of_thing: bool,
    /// Whether it is told by a season, which calendars begin on different days, or by "a few".
    pub blurred: bool,
    /// What it means to a reader who takes it the other way, where there is one: `voor vrijdag`, "next Friday".
    pub other: Option<Window>,
}

impl Found {
    /// What it means, as we read it.
    pub const fn window(&self) -> Window {
        Window { start: self.start, end: self.end }
    }

    /// Whether it leaves open which day is meant.
    pub(crate) fn is_wide(&self) -> bool {
        let many_days = |(start, end): (DateTime, DateTime)| {
            start.date().tomorrow().is_ok_and(|next| end.date() > next)
        };
        self.grain > Grain::Day
            || self.blurred
            || matches!(
                self.direction,
                Some(Direction::Around | Direction::After | Direction::From)
            )
            || self.start.zip(self.end).is_some_and(many_days)
    }
}

/// A stretch of time that may be open on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// When it begins.
    pub start: Option<DateTime>,
    /// When it has ended.
    pub end: Option<DateTime>,
}

/// Makes the tables of a language, unless they have been.
pub(crate) fn make_ready(lang: Lang) {
    words::Words::of(lang);
}

/// Room is made at once for the tokens of so many bytes at most, and for those of longer paragraphs where they come.
const MOST_ROOM: usize = 4096;

/// All expressions of time in a text, in their order; none overlaps another.
pub fn find(text: &str, reading: &Reading<'_>) -> Vec<Found> {
    let low = lower_of(text);
    find_within(Text::of(text, &low), &[Span::new(0, text.len())], reading)
}

/// As [`find`], in some stretches of the text, each read by itself; they are in order.
pub(crate) fn find_within(text: Text<'_>, stretches: &[Span], reading: &Reading<'_>) -> Vec<Found> {
    let words = words::Words::of(reading.lang);
    let mut out = Vec::new();
    let mut tokens = Vec::new();
    let (mut places, mut memos) = (places::Places::default(), memo::Memos::default());
    for stretch in stretches {
        let Text { written: within, low: lower } = text.within(*stretch);
        let mut offset = 0;
        while offset < within.len() {
            let end = paragraph_end(within, offset);
            let paragraph = within.get(offset..end).unwrap_or_default();
            let low = lower.get(offset..end).unwrap_or_default();
            if words.may_be_in(paragraph, low) {
                if tokens.is_empty() {
                    tokens.reserve((within.len() - offset).min(MOST_ROOM) / token::USUAL);
                }
                token::read(paragraph, low, stretch.start + offset, &mut tokens);
                if places.read(&tokens, words) {
                    memos.clear(tokens.len());
                    let parser = parser::Parser::new(&tokens, &places, &memos, reading);
                    let before = out.len();
                    found::collect(&parser, &places, &mut out);
                    out.iter_mut()
                        .skip(before)
                        .for_each(|found| found::heed_accent(text.written, found));
                }
            }
            offset = end;
        }
    }
    out
}

/// Where the paragraph ends that begins at a place: behind two line feeds in a row.
fn paragraph_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(feed) = text[at..].find('\n') {
        at += feed + 1;
        if text[at..].starts_with('\n') {
            return at + 1;
        }
    }
    text.len()
}
