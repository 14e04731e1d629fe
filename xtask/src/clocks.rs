//! `cargo xtask clocks CASES.jsonl`: answers working-time cases so that a scorer can compare them.
//!
//! Reads inputs only: a case's `expected`, `also_ok` and `corrected` are never looked at.

use std::path::Path;

use anyhow::{Context, bail};
use calendar::{Calendar, Landing, Window};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::output::say;

const WEEK: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Prints one answer for each case of the file, leaving out `sla`.
///
/// # Errors
/// When the file cannot be read or a line is no JSON. A case that cannot be answered is an answer: `{"error": …}`.
pub(crate) fn run(cases: &Path) -> anyhow::Result<()> {
    for line in answers(cases)? {
        say(line);
    }
    Ok(())
}

/// The same as lines.
///
/// # Errors
/// As [`run`].
pub(crate) fn answers(cases: &Path) -> anyhow::Result<Vec<String>> {
    let text =
        std::fs::read_to_string(cases).with_context(|| format!("read {}", cases.display()))?;
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let case: Value =
            serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        if case["op"] == "sla" {
            continue;
        }
        let result = answer(&case).unwrap_or_else(|error| json!({ "error": error.to_string() }));
        lines.push(json!({ "id": case["id"], "result": result }).to_string());
    }
    Ok(lines)
}

fn answer(case: &Value) -> anyhow::Result<Value> {
    let calendar = read_calendar(case)?;
    let op = text(case, "op")?;
    if op == "local" {
        let wall: DateTime = text(case, "local")?.parse()?;
        return Ok(json!(calendar.instant_of(wall)?.to_string()));
    }
    let start = instant(case, "start")?;
    let instant_answer = |at: Timestamp| Ok(json!(at.to_string()));
    match op {
        "add" => {
            let amount = amount(case)?;
            if case["positive_only"] == true && !amount.is_positive() {
                bail!("the amount must be positive");
            }
            instant_answer(calendar.add(start, amount)?)
        }
        "measure" => {
            let seconds = calendar.between(start, instant(case, "end")?).as_secs_f64();
            Ok(json!(seconds / 60.0))
        }
        "within" => Ok(json!(calendar.is_open(start))),
        "next_open" => instant_answer(calendar.next_open(start)?),
        "prev_open" => instant_answer(calendar.previous_open(start)?),
        "next_close" => instant_answer(calendar.next_close(start)?),
        "add_days" => instant_answer(add_days(case, &calendar, start)?),
        "measure_days" => {
            let (from, to) = (calendar.date_at(start), calendar.date_at(instant(case, "end")?));
            let first = i32::from(case["inclusive"] == true && calendar.is_business_day(from));
            Ok(json!(calendar.business_days_between(from, to) + first))
        }
        _ => bail!("unknown op {op}"),
    }
}

fn add_days(case: &Value, calendar: &Calendar, start: Timestamp) -> anyhow::Result<Timestamp> {
    let days = i32::try_from(case["amount_days"].as_i64().context("amount_days is no integer")?)?;
    let landing = match case["land"].as_str().unwrap_or("same_time") {
        "same_time" => Landing::SameTime,
        "roll_forward" => Landing::RollForward,
        "roll_back" => Landing::RollBack,
        "close" => Landing::Closing,
        other => bail!("unknown landing {other}"),
    };
    let mut from = start;
    if case["roll_first"] == true {
        // From a day off, first to the nearest business day in that direction, uncounted.
        let wall = calendar.zone().to_datetime(start);
        let date = if days >= 0 {
            calendar.next_business_day(wall.date())?
        } else {
            calendar.previous_business_day(wall.date())?
        };
        from = calendar.instant_of(date.to_datetime(wall.time()))?;
    }
    Ok(calendar.step_business_days(from, days, landing)?)
}

fn read_calendar(case: &Value) -> anyhow::Result<Calendar> {
    let spec = &case["calendar"];
    let mut calendar = Calendar::in_zone(text(case, "zone")?)?;
    let always = [Window::of_hours(0, 24)];
    for (name, day) in WEEK {
        let windows = match spec["always"] == true {
            true => always.to_vec(),
            false => windows(&spec["hours"][name])?,
        };
        calendar = calendar.with_day(day, windows);
    }
    for holiday in list(&spec["holidays"]) {
        let holiday = holiday.as_str().context("a holiday is no text")?;
        calendar = match holiday.strip_prefix("*-") {
            Some(yearly) => {
                let (month, day) =
                    yearly.split_once('-').context("a yearly holiday is no MM-DD")?;
                calendar.with_yearly_holiday(month.parse()?, day.parse()?)
            }
            None => calendar.with_holiday(holiday.parse()?),
        };
    }
    for (date, hours) in spec["shifts"].as_object().into_iter().flatten() {
        let date: Date = date.parse()?;
        if !(spec["holiday_beats_shift"] == true && calendar.is_holiday(date)) {
            calendar = calendar.with_exception(date, windows(hours)?);
        }
    }
    for pause in list(&spec["breaks"]) {
        calendar = with_break(calendar, pause)?;
    }
    Ok(calendar)
}

fn with_break(mut calendar: Calendar, pause: &Value) -> anyhow::Result<Calendar> {
    let (from, to) = (text(pause, "from")?, text(pause, "to")?);
    if let Some(date) = pause["date"].as_str() {
        let date: Date = date.parse()?;
        let to = if to == "24:00" {
            date.tomorrow()?.at(0, 0, 0, 0)
        } else {
            date.to_datetime(to.parse()?)
        };
        return Ok(calendar.with_closure(date.to_datetime(from.parse()?), to));
    }
    let window: Window = format!("{from}-{to}").parse()?;
    let days = list(&pause["days"]);
    for (name, day) in WEEK {
        if days.is_empty() || days.iter().any(|d| d == name) {
            calendar = calendar.with_break(day, window);
        }
    }
    Ok(calendar)
}

/// Reads `[["09:00","17:00"], …]`; a window from a time to itself is empty and left out.
fn windows(value: &Value) -> anyhow::Result<Vec<Window>> {
    let mut windows = Vec::new();
    for pair in list(value) {
        let (from, to) = (pair[0].as_str(), pair[1].as_str());
        let (from, to) = from.zip(to).context("a window is no pair of times")?;
        if from != to {
            windows.push(format!("{from}-{to}").parse()?);
        }
    }
    Ok(windows)
}

fn amount(case: &Value) -> anyhow::Result<SignedDuration> {
    let seconds = match case["amount_seconds"].as_i64() {
        Some(seconds) => seconds,
        None => 60 * case["amount_minutes"].as_i64().context("amount_minutes is no integer")?,
    };
    Ok(SignedDuration::from_secs(seconds))
}

fn text<'a>(object: &'a Value, field: &str) -> anyhow::Result<&'a str> {
    object[field].as_str().with_context(|| format!("{field} is no text"))
}

fn instant(case: &Value, field: &str) -> anyhow::Result<Timestamp> {
    text(case, field)?.parse().with_context(|| format!("{field} is no instant"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
