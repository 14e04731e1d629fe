//! Migrations are numbered without a gap, and every store has the same ones.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, Tree};

const FOLDER: &str = "crates/ledger/migrations/";

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut stores: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for path in &tree.paths {
        let inside = path.strip_prefix(FOLDER).and_then(|inside| inside.split_once('/'));
        if let Some((store, name)) = inside {
            stores.entry(store).or_default().insert(name);
        }
    }
    let fault = |store: &str, name: &str, what: String| Fault {
        path: format!("{FOLDER}{store}/{name}"),
        line: 1,
        what,
    };
    let mut faults = Vec::new();
    let all: BTreeSet<&str> = stores.values().flatten().copied().collect();
    for (store, names) in &stores {
        for (wanted, name) in (1..).zip(names) {
            let wanted = format!("{wanted:04}");
            if !name.starts_with(&format!("{wanted}_")) || !name.ends_with(".sql") {
                let what = format!("a gap in the numbers; wanted {wanted}_NAME.sql here");
                faults.push(fault(store, name, what));
                break;
            }
        }
        for missing in all.difference(names) {
            let what = format!("{store} lacks this migration of another store; write it");
            faults.push(fault(store, missing, what));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    fn faults_of(paths: &[&str]) -> Vec<String> {
        let files: Vec<(String, &str)> =
            paths.iter().map(|path| (format!("{FOLDER}{path}"), "")).collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        printed(&check(&Tree::of(&files)))
    }

    #[test]
    fn numbers_without_a_gap_are_fine() {
        let both = [
            "sqlite/0001_a.sql",
            "sqlite/0002_b.sql",
            "postgres/0001_a.sql",
            "postgres/0002_b.sql",
        ];
        assert_eq!(faults_of(&both), Vec::<String>::new());
        assert_eq!(faults_of(&both[..2]), Vec::<String>::new());
    }

    #[test]
    fn a_gap_and_a_double_are_named() {
        let gap = faults_of(&["sqlite/0001_a.sql", "sqlite/0003_b.sql"]);
        assert!(
            gap[0].contains("sqlite/0003_b.sql:1: a gap in the numbers; wanted 0002"),
            "{gap:?}"
        );
        assert_eq!(faults_of(&["sqlite/0001_a.sql", "sqlite/0001_b.sql"]).len(), 1);
        assert_eq!(faults_of(&["sqlite/0000_a.sql"]).len(), 1);
    }

    #[test]
    fn a_store_that_lacks_one_is_named() {
        let faults = faults_of(&["sqlite/0001_a.sql", "sqlite/0002_b.sql", "postgres/0001_a.sql"]);
        assert!(faults[0].contains("postgres/0002_b.sql:1: postgres lacks"), "{faults:?}");
    }
}
