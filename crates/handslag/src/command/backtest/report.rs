//! What a replay was worth, in tables that a person reads and as data.

use forecast::backtest::LEVELS;
use forecast::drift::{Direction, Drift};
use forecast::elapsed::{Likeness, Model};
use forecast::scorecard::{
    Baseline, Beside, Dates, Held, LATE_WEIGHS, ON_TIME_DAYS, Sandbagging, Scorecard, Share, Split,
};
use jiff::Timestamp;
use serde_json::{Value, json};

/// The most groups of one split that are printed; all are in the data.
const MOST_GROUPS: usize = 12;
/// Fewer mature answers of a group say little of it.
const LEAST: usize = 20;
/// The chosen model and the runners-up that are printed.
const MOST_MODELS: usize = 4;
/// A drift of the middle of fewer cases is shown in the data only.
const LASTING: usize = 60;
/// Where 85% stands among the levels.
const USUAL: usize = 2;
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The report for people.
pub(super) fn told(card: &Scorecard, rows: usize) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{} answers, replayed from {rows} rows: each as it would have been given then. {} are too young to judge.",
            card.answers, card.too_young
        ),
        String::new(),
        format!(
            "{:<28}{:>7}{:>12}{:>9}{:>13}{:>11}",
            "How often it held", "held", "95% range", "of", "not promised", "open yet"
        ),
    ];
    for (place, level) in LEVELS.iter().enumerate() {
        lines.push(row(&format!("what was called {:.0}%", level * 100.0), &card.all, place));
    }
    let splits = [
        (Split::Team, "By team"),
        (Split::Kind, "By kind"),
        (Split::Horizon, "By days ahead"),
        (Split::Month, "By month"),
    ];
    for (split, title) in splits {
        lines.extend(groups(card, split, title));
    }
    lines.extend(beside(card));
    lines.extend(models(card));
    lines.extend(card.sandbagging.iter().flat_map(sandbagging));
    lines.extend(spread(card));
    lines.extend(drifts(card));
    lines
}

fn row(name: &str, held: &Held, level: usize) -> String {
    let share = held.shares[level];
    let (low, high) = share.interval();
    let range = share
        .value()
        .map_or_else(String::new, |_| format!("{:.0}–{:.0}%", low * 100.0, high * 100.0));
    let all = share.of + held.undefined[level] + held.open[level];
    let part = |count: usize| percent(Share { held: count, of: all });
    let name: String = name.chars().take(27).collect();
    format!(
        "{name:<28}{:>7}{range:>12}{:>9}{:>13}{:>11}",
        percent(share),
        share.of,
        part(held.undefined[level]),
        part(held.open[level]),
    )
}

fn percent(share: Share) -> String {
    match share.value() {
        Some(value) => {
            let tenths = share.of >= 1000 && value > 0.0 && value < 1.0;
            format!("{:.*}%", usize::from(tenths), value * 100.0)
        }
        None => "–".to_owned(),
    }
}

/// The 85% of each group; the largest where there are many, months as they came.
fn groups(card: &Scorecard, split: Split, title: &str) -> Vec<String> {
    let of = |held: &Held| held.shares[USUAL].of;
    let all = card.by.iter().filter(|((of, _), _)| *of == split);
    let mut all: Vec<(&str, &Held)> = all.map(|((_, name), held)| (name.as_str(), held)).collect();
    let before = all.len();
    all.retain(|(_, held)| of(held) >= LEAST);
    if all.len() < 2 {
        return Vec::new();
    }
    if split == Split::Month {
        let old = all.len().saturating_sub(MOST_GROUPS);
        all.drain(..old);
    } else if split == Split::Horizon {
        all.sort_by_key(|(name, _)| name.to_string());
    } else {
        all.sort_by(|a, b| of(b.1).cmp(&of(a.1)).then(a.0.cmp(b.0)));
        all.truncate(MOST_GROUPS);
    }
    let more = before - all.len();
    let other = if split == Split::Month { "earlier or smaller" } else { "smaller" };
    let mut lines = vec![String::new(), format!("{title}, at 85%")];
    lines.extend(all.into_iter().map(|(name, held)| row(name, held, USUAL)));
    if more > 0 {
        lines.push(format!("and {more} {other} ones with --json"));
    }
    lines
}

fn beside(card: &Scorecard) -> Vec<String> {
    if card.beside.is_empty() {
        return Vec::new();
    }
    let head = format!(
        "{:<42}{:>14}{:>14}{:>14}",
        "Beside plainer ways", "its 85% held", "loss at 85%", "loss in all"
    );
    let times = |ratio: Option<f64>| ratio.map_or_else(|| "–".to_owned(), |r| format!("× {r:.2}"));
    let line = |beside: &Beside| {
        let name = named(beside.baseline);
        let held = percent(beside.held);
        format!("{name:<42}{held:>14}{:>14}{:>14}", times(beside.pinball), times(beside.crps))
    };
    let mut lines = vec![String::new(), head];
    lines.extend(card.beside.iter().map(line));
    lines.push("Loss: what handslag's answers were off by, as a multiple of the other's; below 1 is better.".to_owned());
    lines
}

/// Which model was listened to in the end, and which said nearly as well what came.
fn models(card: &Scorecard) -> Vec<String> {
    if card.models.is_empty() {
        return Vec::new();
    }
    let head = format!("{:<68}{:>10}", "What it goes by, chosen by what came", "error");
    let line = |(model, score): &(Model, f64)| format!("{:<68}{score:>10.4}", model_said(model));
    let mut lines = vec![String::new(), head];
    lines.extend(card.models.iter().take(MOST_MODELS).map(line));
    lines
}

fn model_said(model: &Model) -> String {
    let likenesses = model.likenesses.iter().map(|likeness| match likeness {
        Likeness::Team => "team",
        Likeness::Kind => "kind",
        Likeness::Person => "person",
        Likeness::Size => "size",
        Likeness::SizeInTeam => "size in the team",
    });
    let by: Vec<&str> = likenesses.collect();
    let by = if by.is_empty() { "everything alike".to_owned() } else { by.join(", ") };
    format!("{by}; {:.0} days back count half", model.half_life_days)
}

/// Dates really given beside those that could have been.
fn sandbagging(sandbagging: &Sandbagging) -> Vec<String> {
    let head = format!(
        "{:<28}{:>12}{:>8}{:>18}{:>18}",
        "Dates really given",
        "days ahead",
        "kept",
        format!("{ON_TIME_DAYS:.0} days too early"),
        "late in the mean",
    );
    let line = |name: &str, dates: &Dates| {
        let late = format!("{:.1} days", dates.late_days);
        let (kept, early) = (percent(dates.kept), percent(dates.early));
        format!("{name:<28}{:>12.1}{kept:>8}{early:>18}{late:>18}", dates.lead_days)
    };
    let (spare, (low, high)) = sandbagging.spare_days;
    let (sooner, low, high) =
        if spare >= 0.0 { ("sooner", low, high) } else { ("later", -high, -low) };
    let burden = |dates: &Dates| dates.burden_days();
    vec![
        String::new(),
        head,
        line("as they were given", &sandbagging.given),
        line("as 85% could have been", &sandbagging.could),
        format!(
            "At 85% they could have been {:.1} days {sooner} ({low:.1} to {high:.1}): {:.0}% of the wait was room to spare.",
            spare.abs(),
            sandbagging.index() * 100.0,
        ),
        format!(
            "A day late weighing as {LATE_WEIGHS:.0} days of waiting, they asked {:.0} days of a customer; at 85% {:.0}.",
            burden(&sandbagging.given),
            burden(&sandbagging.could),
        ),
    ]
}

fn named(baseline: Baseline) -> &'static str {
    match baseline {
        Baseline::Given => "what was really given",
        Baseline::MeanRatio => "the estimate times the mean overrun",
        Baseline::ClosedOnly => "finished work alone",
        Baseline::Throughput => "throughput of the last 90 days",
    }
}

fn spread(card: &Scorecard) -> Vec<String> {
    let most = card.pit.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return Vec::new();
    }
    let bar = |count: &f64| {
        let height = BARS.iter().rposition(|bar| {
            let place = BARS.iter().position(|b| b == bar).unwrap_or(0);
            count / most * 8.0 > f64::from(u32::try_from(place).unwrap_or(0))
        });
        BARS[height.unwrap_or(0)]
    };
    let bars: String = card.pit.iter().map(bar).collect();
    vec![
        String::new(),
        format!("Where outcomes fell, from the earliest twentieth of what was forecast to the latest: {bars}"),
        "Level is honest; heaped at both ends is too sure, in the middle too careful, at one side off.".to_owned(),
    ]
}

/// Drifts of the 85%, and of the middle where it told early of a longer one.
fn drifts(card: &Scorecard) -> Vec<String> {
    let is_shown = |(level, drift): &&(f64, Drift)| {
        let is_short = drift.direction == Direction::Short;
        *level > 0.5 || (is_short && drift.held.1 >= LASTING)
    };
    let shown: Vec<&(f64, Drift)> = card.drifts.iter().filter(is_shown).collect();
    if shown.is_empty() {
        let none = match card.drifts.len() {
            0 => "No drift was noticed.".to_owned(),
            short => format!("No drift lasted; {short} short ones with --json."),
        };
        return vec![String::new(), none];
    }
    let mut lines = vec![String::new(), "When a level did not hold".to_owned()];
    let old = shown.len().saturating_sub(MOST_GROUPS);
    if old > 0 {
        lines.push(format!("{old} earlier ones with --json"));
    }
    lines.extend(shown[old..].iter().map(|(level, drift)| drift_said(*level, drift)));
    lines
}

fn drift_said(level: f64, drift: &Drift) -> String {
    let (share, (low, high)) = drift.share();
    let since = day(drift.since);
    let when = drift.until.map_or_else(
        || format!("Since {since}"),
        |until| format!("From {since} to {}", day(until)),
    );
    let way = match drift.direction {
        Direction::Short => "only",
        Direction::Long => "as many as",
    };
    let noticed = format!("noticed {}, after {}", day(drift.noticed.0), drift.noticed.1);
    format!(
        "{when} what was called {:.0}% held in {way} {:.0}% ({:.0}–{:.0}%) of {} cases; {noticed}.",
        level * 100.0,
        share * 100.0,
        low * 100.0,
        high * 100.0,
        drift.held.1,
    )
}

fn day(second: i64) -> String {
    Timestamp::from_second(second)
        .map_or_else(|_| second.to_string(), |at| at.strftime("%Y-%m-%d").to_string())
}

/// The report for programs.
pub(super) fn data(card: &Scorecard, rows: usize) -> Value {
    let groups = |split: Split| {
        let of = card.by.iter().filter(|((of, _), _)| *of == split);
        let of = of.map(|((_, name), held)| (name.clone(), held_data(held)));
        Value::Object(of.collect())
    };
    let beside = card.beside.iter().map(|beside| {
        json!({
            "way": named(beside.baseline),
            "held_at_85": share_data(beside.held),
            "pinball_ratio_at_85": beside.pinball,
            "crps_ratio": beside.crps,
        })
    });
    let drifts = card.drifts.iter().map(|(level, drift)| {
        json!({
            "level": level,
            "direction": match drift.direction { Direction::Short => "short", Direction::Long => "long" },
            "since": day(drift.since),
            "noticed": day(drift.noticed.0),
            "noticed_after": drift.noticed.1,
            "until": drift.until.map(day),
            "held": share_data(Share { held: drift.held.0, of: drift.held.1 }),
        })
    });
    json!({
        "rows": rows,
        "answers": card.answers,
        "too_young": card.too_young,
        "held": held_data(&card.all),
        "by_team": groups(Split::Team),
        "by_kind": groups(Split::Kind),
        "by_days_ahead": groups(Split::Horizon),
        "by_month": groups(Split::Month),
        "outcomes_by_twentieth": card.pit,
        "beside": beside.collect::<Vec<_>>(),
        "models": card.models.iter().map(|(model, score)| {
            json!({ "goes_by": model_said(model), "half_life_days": model.half_life_days, "score": score })
        }).collect::<Vec<_>>(),
        "dates_given": card.sandbagging.as_ref().map(sandbagging_data),
        "drifts": drifts.collect::<Vec<_>>(),
    })
}

fn sandbagging_data(sandbagging: &Sandbagging) -> Value {
    let dates = |dates: &Dates| {
        json!({
            "lead_days": dates.lead_days,
            "kept": share_data(dates.kept),
            "too_early": share_data(dates.early),
            "late_days": dates.late_days,
            "burden_days": dates.burden_days(),
        })
    };
    let (spare, (from, to)) = sandbagging.spare_days;
    json!({
        "given": dates(&sandbagging.given),
        "could": dates(&sandbagging.could),
        "spare_days": { "mean": spare, "from": from, "to": to },
        "index": sandbagging.index(),
    })
}

fn held_data(held: &Held) -> Value {
    let levels = LEVELS.iter().enumerate().map(|(place, level)| {
        let value = json!({
            "held": share_data(held.shares[place]),
            "not_promised": held.undefined[place],
            "open": held.open[place],
        });
        (level.to_string(), value)
    });
    Value::Object(levels.collect())
}

fn share_data(share: Share) -> Value {
    let (low, high) = share.interval();
    json!({ "held": share.held, "of": share.of, "share": share.value(), "from": low, "to": high })
}
