//! What a round of the failure test showed: gaps, what was lost or doubled, the table, and what fails it.
//!
//! Pure: instants are durations since the test began.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Something that was done to the cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(super) enum Fault {
    /// SIGKILL to everything on the leader's node
    Node,
    /// SIGKILL to the leader's PostgreSQL
    Postgres,
    /// a planned switch to another leader
    Switchover,
    /// the leader cut off from everybody
    CutLeader,
    /// a replica cut off from everybody
    CutReplica,
    /// the leader cut off from the other nodes, but not from whoever writes
    CutBetween,
    /// SIGKILL to two of three etcd
    Etcd,
}

impl Fault {
    pub(super) const ALL: [Self; 7] = [
        Self::Node,
        Self::Postgres,
        Self::Switchover,
        Self::CutLeader,
        Self::CutReplica,
        Self::CutBetween,
        Self::Etcd,
    ];

    /// What it is called in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Node => "leader's node killed",
            Self::Postgres => "leader's PostgreSQL killed",
            Self::Switchover => "planned switchover",
            Self::CutLeader => "leader cut off",
            Self::CutReplica => "replica cut off",
            Self::CutBetween => "leader cut off from nodes only",
            Self::Etcd => "two of three etcd killed",
        }
    }

    /// Whether it lasts until it is mended; after the others the cluster is as before by itself, or nearly.
    pub(super) fn lasts(self) -> bool {
        match self {
            Self::CutLeader | Self::CutReplica | Self::CutBetween | Self::Etcd => true,
            Self::Node | Self::Postgres | Self::Switchover => false,
        }
    }

    /// The longest time without an acknowledged write that is accepted, where there is a figure to hold.
    fn most_gap(self) -> Option<Duration> {
        let millis = match self {
            Self::Node => 16_200,
            Self::Postgres => 5_200,
            Self::Switchover => 4_400,
            Self::CutLeader | Self::CutReplica | Self::CutBetween | Self::Etcd => return None,
        };
        Some(Duration::from_millis(millis))
    }
}

/// The longest time without an acknowledged write, or without an answered read, within a span.
pub(super) fn longest_gap(instants: &[Duration], from: Duration, until: Duration) -> Duration {
    let mut within: Vec<Duration> =
        instants.iter().copied().filter(|at| (from..=until).contains(at)).collect();
    within.extend([from, until]);
    within.sort_unstable();
    let gaps = within.windows(2).map(|pair| pair[1].saturating_sub(pair[0]));
    gaps.max().unwrap_or_default()
}

/// How many a second within a span.
pub(super) fn rate(instants: &[Duration], from: Duration, until: Duration) -> f64 {
    let count = instants.iter().filter(|at| (from..until).contains(*at)).count();
    let seconds = until.saturating_sub(from).as_secs_f64();
    if seconds > 0.0 { f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds } else { 0.0 }
}

/// What became of the acknowledged keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) acknowledged: usize,
    /// Acknowledged, and not there.
    pub(super) lost: Vec<String>,
    /// There more than once, acknowledged or not.
    pub(super) doubled: Vec<String>,
}

impl Kept {
    /// Counts what others wrote with it.
    pub(super) fn add(&mut self, other: Self) {
        self.acknowledged += other.acknowledged;
        self.lost.extend(other.lost);
        self.doubled.extend(other.doubled);
    }

    /// Compares what was acknowledged with what is stored, one entry for each time that it is there.
    ///
    /// What was stored but never acknowledged is no fault: its writer was not told.
    pub(super) fn compare(acknowledged: &[String], stored: &[String]) -> Self {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for key in stored {
            *times.entry(key).or_default() += 1;
        }
        let acknowledged: BTreeSet<&str> = acknowledged.iter().map(String::as_str).collect();
        let lost = acknowledged.iter().filter(|key| !times.contains_key(**key));
        let doubled = times.iter().filter(|(_, times)| **times > 1);
        Self {
            acknowledged: acknowledged.len(),
            lost: lost.map(|key| (*key).to_owned()).collect(),
            doubled: doubled.map(|(key, _)| (*key).to_owned()).collect(),
        }
    }
}

/// How reading went during a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reads {
    pub(super) answered: usize,
    /// Asked once more and answered then.
    pub(super) again: usize,
    /// Not answered at the second time either.
    pub(super) failed: usize,
    pub(super) longest_gap: Duration,
}

/// A lease as its holder had it, by the one clock that all of the test go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) holder: &'static str,
    pub(super) at: Duration,
    pub(super) until: Duration,
}

/// What is wrong with a lease: held by two at once, or by nobody again after its holder was lost.
pub(super) fn misheld(claims: &[Claim], lost_at: Duration) -> Vec<String> {
    let mut wrong = Vec::new();
    for (number, one) in claims.iter().enumerate() {
        for other in &claims[number + 1..] {
            let is_both = one.at < other.until && other.at < one.until;
            if is_both && one.holder != other.holder && wrong.is_empty() {
                wrong.push(format!("the lease had two holders at once: {one:?}, {other:?}"));
            }
        }
    }
    let before = claims.iter().rev().find(|claim| claim.at < lost_at);
    match before {
        None => wrong.push("nobody held the lease".to_owned()),
        Some(lost) => {
            let next = claims.iter().any(|of| of.at >= lost_at && of.holder != lost.holder);
            if !next {
                wrong.push(format!("nobody took the lease over from the {} holder", lost.holder));
            }
        }
    }
    wrong
}

/// The most time without an answered read, in any round.
const MOST_READ_GAP: Duration = Duration::from_secs(5);

/// One round.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) fault: Fault,
    pub(super) round: u32,
    /// Acknowledged a second before it.
    pub(super) before: f64,
    pub(super) longest_gap: Duration,
    /// From the fault until the cluster is whole again.
    pub(super) whole_after: Duration,
    pub(super) kept: Kept,
    /// What is wrong with the log, or with a node's copy of it.
    pub(super) damage: Vec<String>,
    pub(super) reads: Reads,
}

impl Row {
    /// Why this round fails the test.
    pub(super) fn failures(&self) -> Vec<String> {
        let mut failures = Vec::new();
        let first = |keys: &[String]| keys.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
        if !self.kept.lost.is_empty() {
            let (count, keys) = (self.kept.lost.len(), first(&self.kept.lost));
            failures.push(format!("{count} acknowledged events are lost: {keys}"));
        }
        if !self.kept.doubled.is_empty() {
            let (count, keys) = (self.kept.doubled.len(), first(&self.kept.doubled));
            failures.push(format!("{count} events are doubled: {keys}"));
        }
        if self.kept.acknowledged == 0 {
            failures.push("nothing was acknowledged".to_owned());
        }
        failures.extend(self.damage.iter().cloned());
        if let Some(most) = self.fault.most_gap().filter(|most| self.longest_gap > *most) {
            let (gap, most) = (self.longest_gap.as_secs_f64(), most.as_secs_f64());
            failures.push(format!("no write for {gap:.1} s; wanted at most {most:.1} s"));
        }
        if self.reads.failed > 0 {
            failures.push(format!("{} reads failed", self.reads.failed));
        }
        if self.reads.longest_gap > MOST_READ_GAP {
            let (gap, most) = (self.reads.longest_gap.as_secs_f64(), MOST_READ_GAP.as_secs_f64());
            failures.push(format!("no read for {gap:.1} s; wanted at most {most:.1} s"));
        }
        let (what, round) = (self.fault.name(), self.round);
        failures.into_iter().map(|failure| format!("{what}, round {round}: {failure}")).collect()
    }
}

/// The rounds as a table, in Markdown.
pub(super) fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| what | round | acks/s before | longest gap | whole after | acknowledged | lost | doubled \
         | reads | again | failed | longest gap |\n\
         | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n",
    );
    for row in rows {
        text.push_str(&line(row));
        text.push('\n');
    }
    text
}

/// One round as a line of the table.
pub(super) fn line(row: &Row) -> String {
    let Row { fault, round, before, longest_gap, whole_after, kept, reads, .. } = row;
    format!(
        "| {} | {round} | {before:.0} | {:.1} s | {:.0} s | {} | {} | {} | {} | {} | {} | {:.1} s |",
        fault.name(),
        longest_gap.as_secs_f64(),
        whole_after.as_secs_f64(),
        kept.acknowledged,
        kept.lost.len(),
        kept.doubled.len(),
        reads.answered,
        reads.again,
        reads.failed,
        reads.longest_gap.as_secs_f64(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(of: &[u64]) -> Vec<Duration> {
        of.iter().copied().map(Duration::from_secs).collect()
    }

    fn keys(of: &[&str]) -> Vec<String> {
        of.iter().map(|key| (*key).to_owned()).collect()
    }

    fn row(fault: Fault) -> Row {
        let kept = Kept { acknowledged: 3, ..Kept::default() };
        Row {
            fault,
            round: 2,
            before: 10.0,
            longest_gap: Duration::from_secs(1),
            whole_after: Duration::from_secs(9),
            kept,
            damage: Vec::new(),
            reads: Reads { answered: 5, ..Reads::default() },
        }
    }

    #[test]
    fn a_gap_is_found_wherever_it_is() {
        let check = |instants: &[u64], from: u64, until: u64, wanted: u64| {
            let (from, until) = (Duration::from_secs(from), Duration::from_secs(until));
            let gap = longest_gap(&seconds(instants), from, until);
            assert_eq!(gap, Duration::from_secs(wanted), "{instants:?}");
        };
        check(&[1, 2, 9, 10], 0, 10, 7);
        check(&[10, 2, 9, 1], 0, 10, 7);
        // Before the first, and after the last.
        check(&[8, 9, 10], 0, 10, 8);
        check(&[1, 2], 0, 10, 8);
        // What is outside of the span says nothing about it.
        check(&[1, 2, 30], 0, 10, 8);
        check(&[], 3, 10, 7);
    }

    #[test]
    fn a_rate_counts_what_is_within() {
        let instants = seconds(&[0, 1, 2, 3, 4, 5, 9]);
        let of = |from, until| {
            rate(&instants, Duration::from_secs(from), Duration::from_secs(until)).to_string()
        };
        assert_eq!(of(0, 4), "1");
        assert_eq!(of(4, 8), "0.5");
        assert_eq!(of(4, 4), "0");
    }

    #[test]
    fn what_is_lost_or_doubled_is_named() {
        let acknowledged = keys(&["a", "b", "c"]);
        let check = |stored: &[&str], lost: &[&str], doubled: &[&str]| {
            let kept = Kept::compare(&acknowledged, &keys(stored));
            assert_eq!(kept.acknowledged, 3);
            assert_eq!((kept.lost, kept.doubled), (keys(lost), keys(doubled)), "{stored:?}");
        };
        check(&["c", "a", "b"], &[], &[]);
        check(&["a", "c"], &["b"], &[]);
        check(&["a", "b", "c", "b"], &[], &["b"]);
        check(&["a", "a", "c"], &["b"], &["a"]);
        // Written, but the answer was lost with the connection.
        check(&["a", "b", "c", "d"], &[], &[]);
        check(&["a", "b", "c", "d", "d"], &[], &["d"]);
        check(&[], &["a", "b", "c"], &[]);
    }

    #[test]
    fn a_lease_has_one_holder_and_finds_another() {
        let check = |claims: &[(&'static str, u64, u64)], wanted: &[&str]| {
            let claims: Vec<Claim> = claims
                .iter()
                .map(|(holder, at, until)| Claim {
                    holder,
                    at: Duration::from_secs(*at),
                    until: Duration::from_secs(*until),
                })
                .collect();
            let wrong = misheld(&claims, Duration::from_secs(10));
            assert_eq!(wrong.len(), wanted.len(), "{wrong:?}");
            assert!(wrong.iter().zip(wanted).all(|(wrong, of)| wrong.contains(of)), "{wrong:?}");
        };
        let goes_on = [("first", 2, 5), ("first", 4, 7), ("first", 9, 12), ("second", 12, 15)];
        check(&goes_on, &[]);
        check(&[("first", 9, 12), ("second", 11, 14)], &["two holders at once"]);
        // What was acknowledged to the first in between was lost.
        let lost = [("first", 8, 11), ("second", 11, 14), ("first", 9, 12)];
        check(&lost, &["two holders at once"]);
        check(&[("first", 9, 12)], &["nobody took the lease over from the first holder"]);
        check(&[("first", 9, 12), ("first", 12, 15)], &["nobody took the lease over"]);
        check(&[], &["nobody held the lease"]);
    }

    #[test]
    fn a_round_fails_for_each_reason_alone() {
        let check = |change: &dyn Fn(&mut Row), wanted: &[&str]| {
            let mut row = row(Fault::Switchover);
            change(&mut row);
            let wanted: Vec<String> =
                wanted.iter().map(|what| format!("planned switchover, round 2: {what}")).collect();
            assert_eq!(row.failures(), wanted);
        };
        check(&|_| {}, &[]);
        check(
            &|row| row.kept.lost = keys(&["a", "b", "c", "d"]),
            &["4 acknowledged events are lost: a, b, c"],
        );
        check(&|row| row.kept.doubled = keys(&["a"]), &["1 events are doubled: a"]);
        check(&|row| row.kept.acknowledged = 0, &["nothing was acknowledged"]);
        check(&|row| row.damage = keys(&["node2 lacks 1"]), &["node2 lacks 1"]);
        check(&|row| row.longest_gap = Duration::from_millis(4400), &[]);
        check(
            &|row| row.longest_gap = Duration::from_millis(4501),
            &["no write for 4.5 s; wanted at most 4.4 s"],
        );
        check(&|row| row.reads.failed = 2, &["2 reads failed"]);
        check(
            &|row| row.reads.longest_gap = Duration::from_millis(5100),
            &["no read for 5.1 s; wanted at most 5.0 s"],
        );
    }

    #[test]
    fn each_fault_has_its_own_figure() {
        let slow = |fault| Row { longest_gap: Duration::from_secs(10), ..row(fault) }.failures();
        assert_eq!(slow(Fault::Node), Vec::<String>::new());
        assert_eq!(slow(Fault::Postgres).len(), 1);
        assert_eq!(slow(Fault::CutReplica), Vec::<String>::new());
    }

    #[test]
    fn the_table_has_a_line_for_each_round() {
        let text = table(&[row(Fault::Node), row(Fault::CutLeader)]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert_eq!(
            lines[2],
            "| leader's node killed | 2 | 10 | 1.0 s | 9 s | 3 | 0 | 0 | 5 | 0 | 0 | 0.0 s |"
        );
        assert!(lines.iter().all(|line| line.matches('|').count() == 13), "{text}");
    }
}
