//! Times that a reader could take in two ways, told in the language of the text: both readings, and how to be sure.

use jiff::civil::{DateTime, Time};

use crate::dates::{Found, Reading, Window};
use crate::{Lang, Span};

/// A time with two readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Where it stands.
    pub span: Span,
    /// Both readings in a sentence.
    pub says: String,
    /// What to write instead.
    pub repair: &'static str,
}

/// The doubts about such times, in their order.
pub fn of(times: &[Found], reading: &Reading<'_>) -> Vec<Doubt> {
    times.iter().filter_map(|time| doubt(time, reading)).collect()
}

fn doubt(time: &Found, reading: &Reading<'_>) -> Option<Doubt> {
    let lang = reading.lang;
    let year = reading.reference.year();
    let mut windows = [time.window(), time.other?];
    windows.sort_by_key(|window| window.start.or(window.end));
    let [first, second] = windows.map(|window| named(window, lang, year));
    let (says, repair) = match lang {
        Lang::Nl => (
            format!("Dit kan op twee manieren worden gelezen: {first} of {second}."),
            "Noem de dag met zijn datum, en bij een uiterste dag `tot en met`.",
        ),
        Lang::Sv => (
            format!("Det här kan läsas på två sätt: {first} eller {second}."),
            "Nämn dagen med datum, och för en sista dag `till och med`.",
        ),
        Lang::En => (
            format!("This can be read two ways: {first} or {second}."),
            "Name the day with its date and the month in letters.",
        ),
    };
    Some(Doubt { span: time.span, says, repair })
}

/// A stretch of time in words.
fn named(window: Window, lang: Lang, year: i16) -> String {
    let (word, at) = match (window.start, window.end) {
        (None, Some(end)) if end.time() == Time::midnight() => {
            let last = end.date().yesterday().unwrap_or(end.date());
            (side(lang, Side::Through), last.to_datetime(Time::midnight()))
        }
        (None, Some(end)) => (side(lang, Side::Until), end),
        (Some(start), None) if start.time() == Time::midnight() => (side(lang, Side::From), start),
        (Some(start), _) => ("", start),
        (None, None) => return String::new(),
    };
    format!("{word}{}", moment(at, lang, year))
}

#[derive(Debug, Clone, Copy)]
enum Side {
    Through,
    Until,
    From,
}

const fn side(lang: Lang, side: Side) -> &'static str {
    match (lang, side) {
        (Lang::Nl, Side::Through) => "tot en met ",
        (Lang::Nl, Side::Until) => "tot ",
        (Lang::Nl, Side::From) => "vanaf ",
        (Lang::Sv, Side::Through) => "till och med ",
        (Lang::Sv, Side::Until) => "före ",
        (Lang::Sv, Side::From) => "från och med ",
        (Lang::En, Side::Through) => "up to and including ",
        (Lang::En, Side::Until) => "until ",
        (Lang::En, Side::From) => "from ",
    }
}

/// "Friday 27 November", with the year where it is another and the time where one is meant.
fn moment(at: DateTime, lang: Lang, year: i16) -> String {
    let (days, months) = match lang {
        Lang::Nl => (&NL_DAYS, &NL_MONTHS),
        Lang::Sv => (&SV_DAYS, &SV_MONTHS),
        Lang::En => (&EN_DAYS, &EN_MONTHS),
    };
    let name = |names: &[&'static str], at: i8| {
        usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
    };
    let weekday = name(days, at.weekday().to_monday_zero_offset());
    let month = name(months, at.month() - 1);
    let mut said = format!("{weekday} {} {month}", at.day());
    if at.year() != year {
        said.push_str(&format!(" {}", at.year()));
    }
    if at.time() != Time::midnight() {
        let (hour, minute) = (at.hour(), at.minute());
        said.push_str(&match lang {
            Lang::Nl => format!(" om {hour}.{minute:02} uur"),
            Lang::Sv => format!(" kl. {hour}.{minute:02}"),
            Lang::En => format!(" at {hour}:{minute:02}"),
        });
    }
    said
}

const NL_DAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const NL_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const SV_DAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const SV_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const EN_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
