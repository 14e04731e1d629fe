//! Whether the months in which a shop's parcels came late are noticed, and how soon.

use std::fmt::{Display, Formatter};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

/// The months of the sales and strikes, as the report writes days.
const FROM: &str = "2017-11-01";
const TO: &str = "2018-03-31";

/// The first drift of those months in which dates held less often than they said.
#[derive(Debug)]
pub(super) struct Drift {
    level: f64,
    since: String,
    noticed: String,
    /// After how many promises of it whose outcome was known.
    pub(super) noticed_after: u64,
}

impl Display for Drift {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { level, since, noticed, noticed_after } = self;
        write!(f, "Olist drifts since {since} at {level}, ")?;
        write!(f, "noticed on {noticed} after {noticed_after} promises")
    }
}

/// Lets the program replay the promises and takes the drift from its report.
pub(super) fn of_program(program: &Path, data: &Path) -> anyhow::Result<Option<Drift>> {
    let replayed = Command::new(program)
        .args(["backtest", "--mapping", "samples/mappings/olist.toml", "--target", "promise"])
        .arg("--history")
        .arg(data.join("olist_orders.csv.gz"))
        .arg("--json")
        .output()
        .context("run handslag backtest")?;
    ensure!(replayed.status.success(), "{}", String::from_utf8_lossy(&replayed.stderr));
    Ok(first(&serde_json::from_slice(&replayed.stdout)?))
}

fn first(report: &Value) -> Option<Drift> {
    let drifts = report["drifts"].as_array()?.iter().filter_map(|drift| {
        let text = |field: &str| drift[field].as_str().map(str::to_owned);
        let since = text("since").filter(|day| (FROM..=TO).contains(&day.as_str()))?;
        (drift["direction"] == "short").then_some(Drift {
            level: drift["level"].as_f64()?,
            since,
            noticed: text("noticed")?,
            noticed_after: drift["noticed_after"].as_u64()?,
        })
    });
    drifts.min_by(|a, b| a.noticed.cmp(&b.noticed))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_first_that_falls_short_in_those_months_counts() {
        let drift = |since: &str, direction: &str, after: u64| {
            json!({ "level": 0.85, "direction": direction, "since": since, "noticed": since,
                    "noticed_after": after })
        };
        let report = json!({ "drifts": [
            drift("2017-10-30", "short", 1),
            drift("2017-11-20", "short", 78),
            drift("2017-11-10", "long", 20),
            drift("2017-11-12", "short", 39),
            drift("2018-04-01", "short", 2),
        ] });
        assert_eq!(first(&report).expect("a drift").noticed_after, 39);
        assert!(first(&json!({ "drifts": [] })).is_none());
    }
}
