//! The keys of the keyboard, and how to read a promise line.

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::{Markup, render};
use crate::drawing::line::{Hill, Line, Shown};
use crate::failure::Failure;
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::Voice;

#[derive(Template)]
#[template(path = "keys.html")]
struct Page {
    f: Frame,
    keys: Vec<(&'static str, &'static str)>,
    example: Markup,
}

/// `GET /keys`
pub(crate) async fn get(reader: Reader) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let keys = vec![
        ("/", t.key_search()),
        ("?", t.key_keys()),
        ("g t", t.nav_today()),
        ("g q", t.nav_quote()),
        ("g w", t.nav_wording()),
        ("g p", t.nav_promises()),
        ("g c", t.nav_accounts()),
        ("g r", t.capabilities_title()),
        ("g i", t.nav_import()),
        ("g s", t.nav_settings()),
    ];
    let example = example_line(&reader.voice);
    render(&Page { f: Frame::of(&reader, t.keys(), Place::Elsewhere), keys, example })
}

/// An invented line to learn from, its dates about the present.
pub(crate) fn example_line(voice: &Voice) -> Markup {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    let noon = noon(voice);
    let at = |after: i64| noon + days(after);
    let due = at(11);
    let line = Line {
        made: noon - days(21),
        now: noon,
        due,
        due_words: voice.day(due),
        due_label: voice.short_day(due),
        seen: Some(Hill {
            quantiles: [at(4), at(5), at(6), at(8), at(9), at(10), at(12)],
            likely: at(7),
            chance: Some(910),
        }),
        shown: Shown::Open,
        strict: false,
        extra: None,
        ghost: None,
        zone: voice.zone.clone(),
        lang: voice.lang,
    };
    Safe(line.full("example"))
}

/// Noon of the Monday of this week, so that the example falls on working days.
fn noon(voice: &Voice) -> Timestamp {
    let today: Date = voice.today();
    let monday = today.nth_weekday(-1, jiff::civil::Weekday::Monday).unwrap_or(today);
    let monday = if today.weekday() == jiff::civil::Weekday::Monday { today } else { monday };
    let noon = monday.at(12, 0, 0, 0).to_zoned(voice.zone.clone());
    noon.map_or(voice.now, |zoned| zoned.timestamp())
}
