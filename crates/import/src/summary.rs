//! What a file holds, in figures that a person understands before anything is stored.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{Row, Table};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Rows that can be taken.
    pub rows: usize,
    /// Rows that the mapping's filter leaves out.
    pub left_out: usize,
    /// Rows that cannot be taken.
    pub bad: usize,
    /// Rows whose start contradicts their end; taken without the start.
    pub doubtful: usize,
    /// Rows not yet finished.
    pub open: usize,
    /// Given up: neither done nor open.
    pub given_up: usize,
    /// Rows that are finished.
    pub finished: usize,
    /// Finished rows with an estimate and an actual.
    pub estimated: usize,
    /// The first creation.
    pub from: Option<Timestamp>,
    /// The last thing that happened.
    pub to: Option<Timestamp>,
    /// How much is whose, by team.
    pub teams: BTreeMap<String, TeamCount>,
}

/// How much of a team's work a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TeamCount {
    /// Not yet finished.
    pub open: usize,
    /// Finished.
    pub finished: usize,
}

impl Summary {
    /// Counts a table.
    pub fn of(table: &Table) -> Self {
        let mut teams = BTreeMap::<String, TeamCount>::new();
        for row in &table.rows {
            let team = teams.entry(row.team.clone()).or_default();
            match row.finished {
                Some(_) => team.finished += 1,
                None => team.open += usize::from(row.given_up.is_none()),
            }
        }
        let finished = table.rows.iter().filter(|r| r.finished.is_some());
        let is_estimated = |r: &&Row| r.estimate.is_some() && r.actual.is_some();
        let estimated = finished.clone().filter(is_estimated).count();
        let finished = finished.count();
        let given_up = table.rows.iter().filter(|r| r.given_up.is_some()).count();
        let latest = |r: &Row| {
            [Some(r.created), r.started, r.finished, r.given_up].into_iter().flatten().max()
        };
        Self {
            rows: table.rows.len(),
            left_out: table.left_out,
            bad: table.bad.len(),
            doubtful: table.doubtful.len(),
            open: table.rows.len() - finished - given_up,
            finished,
            given_up,
            estimated,
            from: table.rows.iter().map(|r| r.created).min(),
            to: table.rows.iter().filter_map(latest).max(),
            teams,
        }
    }
}
