//! What `score_all.py` says of the forecasts: figures of this program beside those of plain methods.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

/// The levels that are scored.
pub(super) const LEVELS: [&str; 4] = ["0.5", "0.8", "0.85", "0.95"];

/// A set of data with what is asked of each of its rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case {
    /// Its name to the scorer: mapping and target.
    pub(super) name: &'static str,
    /// Its name to a reader.
    pub(super) title: &'static str,
    /// The file.
    pub(super) file: &'static str,
    /// More arguments of its replay.
    pub(super) origins: Option<u32>,
}

const fn case(name: &'static str, title: &'static str, file: &'static str) -> Case {
    Case { name, title, file, origins: None }
}

/// Every case, in the order in which they are told.
pub(super) const CASES: [Case; 9] = [
    case("sip/effort", "SiP, effort", "sip_tasks.csv"),
    case("cesaw/effort", "CESAW, effort", "cesaw_tasks.csv.gz"),
    case("sip/elapsed", "SiP, elapsed time", "sip_tasks.csv"),
    case("sevendigital/elapsed", "7digital, elapsed time", "sevendigital_features.csv"),
    case("duraspace/elapsed", "DuraSpace, elapsed time", "jira_issues.csv"),
    case("servicenow/elapsed", "ServiceNow, elapsed time", "incidents.csv.gz"),
    Case {
        origins: Some(30),
        ..case("sevendigital/remaining", "7digital, open items", "sevendigital_features.csv")
    },
    Case {
        origins: Some(7),
        ..case("servicenow/remaining", "ServiceNow, open items", "incidents.csv.gz")
    },
    case("olist/promise", "Olist, promised dates", "olist_orders.csv.gz"),
];

impl Case {
    /// The mapping and the target.
    pub(super) fn parts(&self) -> (&'static str, &'static str) {
        self.name.split_once('/').unwrap_or((self.name, ""))
    }
}

/// The scorer's report.
#[derive(Debug)]
pub(super) struct Scores(Value);

impl Scores {
    /// Replays and scores every case, letting the scorer print as it goes.
    pub(super) fn of_program(program: &Path, data: &Path, tools: &Path) -> anyhow::Result<Self> {
        let report = tempfile::NamedTempFile::new()?;
        let status = Command::new("python3")
            .arg(tools.join("score_all.py"))
            .arg(program)
            .arg("samples/mappings")
            .arg(data)
            .arg("--json")
            .arg(report.path())
            .status()
            .context("run score_all.py")?;
        ensure!(status.success(), "score_all.py failed");
        let report = std::fs::read_to_string(report.path())?;
        Ok(Self(serde_json::from_str(&report).context("read the report of score_all.py")?))
    }

    #[cfg(test)]
    pub(super) fn of_report(report: Value) -> Self {
        Self(report)
    }

    /// What is said of a case; `None` when it failed or was not scored.
    pub(super) fn of(&self, case: &Case) -> Option<Scored<'_>> {
        let report = self.0.get(case.name)?;
        report.get("this program")?;
        Some(Scored(report))
    }
}

/// What is said of one case.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scored<'a>(&'a Value);

impl<'a> Scored<'a> {
    /// How long the replay took.
    pub(super) fn seconds(self) -> f64 {
        self.0["seconds"].as_f64().unwrap_or(f64::INFINITY)
    }

    /// The mean days of the 85% forecasts, where promises are replayed.
    pub(super) fn mean_lead_days(self) -> Option<f64> {
        self.0["mean_lead_days_of_P85"].as_f64()
    }

    /// Every method with its figures, this program first.
    pub(super) fn methods(self) -> Vec<(&'a str, Method<'a>)> {
        let all = self.0.as_object().into_iter().flatten();
        let mut methods: Vec<_> = all
            .filter(|(_, figures)| figures.is_object())
            .map(|(name, figures)| (name.as_str(), Method(figures)))
            .collect();
        methods.sort_by_key(|(name, _)| (*name != "this program", *name));
        methods
    }

    /// The figures of this program.
    pub(super) fn own(self) -> Method<'a> {
        Method(&self.0["this program"])
    }
}

/// The figures of one method.
#[derive(Debug, Clone, Copy)]
pub(super) struct Method<'a>(&'a Value);

impl Method<'_> {
    /// Of the rows with a forecast at a level, how many in a hundred kept to it.
    pub(super) fn coverage(self, level: &str) -> Option<f64> {
        self.0[level]["coverage"].as_f64()
    }

    /// How many outcomes the coverage at a level counts.
    pub(super) fn counted(self, level: &str) -> u64 {
        self.0[level]["n"].as_u64().unwrap_or(0)
    }

    /// The share of rows that are too young to judge at a level.
    pub(super) fn too_young(self, level: &str) -> f64 {
        self.0[level]["immature_share"].as_f64().unwrap_or(0.0)
    }

    /// The share of rows for which no date could be promised at a level.
    pub(super) fn undefined(self, level: &str) -> Option<f64> {
        self.0[level]["undefined_share"].as_f64()
    }

    /// The pinball loss at a level, relative to the scorer's reference.
    pub(super) fn pinball(self, level: &str) -> Option<f64> {
        self.0[level]["pinball_relative"].as_f64()
    }

    /// How far coverage at 85% is off in a period of 30 days, in the mean.
    pub(super) fn period_error(self) -> Option<f64> {
        self.0["mean_abs_error_of_P85_coverage_per_30_days"].as_f64()
    }
}
