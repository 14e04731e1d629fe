//! How much of other people's code there may be: two numbers, so that nobody exceeds them without noticing.

use std::collections::BTreeMap;

use super::{Fault, Tree};

/// Packages in Cargo.lock, our own among them.
const MOST_PACKAGES: usize = 429;
/// Names that stand in Cargo.lock in more than one version.
const MOST_DOUBLES: usize = 32;

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    within(tree, MOST_PACKAGES, MOST_DOUBLES)
}

fn within(tree: &Tree, most_packages: usize, most_doubles: usize) -> Vec<Fault> {
    let Some(lock) = tree.file("Cargo.lock") else {
        let what = "no such file; build once and commit it".to_owned();
        return vec![Fault { path: "Cargo.lock".to_owned(), line: 1, what }];
    };
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last_name = 1;
    for (line, text) in lock.lines() {
        if let Some(name) = text.strip_prefix("name = ") {
            *versions.entry(name.trim_matches('"')).or_default() += 1;
            last_name = line;
        }
    }
    let packages: usize = versions.values().sum();
    let doubles: Vec<&str> =
        versions.iter().filter(|(_, count)| **count > 1).map(|(name, _)| *name).collect();
    let advice = "do without, or raise the number in xtask/src/tidy/budget.rs and say in the commit what it brings";
    let mut faults = Vec::new();
    if packages > most_packages {
        let what = format!("{packages} packages, the most is {most_packages}; {advice}");
        faults.push(lock.fault(last_name, what));
    }
    if doubles.len() > most_doubles {
        let (count, names) = (doubles.len(), doubles.join(", "));
        let what = format!(
            "{count} crates in several versions, the most is {most_doubles}: {names}; {advice}"
        );
        faults.push(lock.fault(last_name, what));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n\
                        [[package]]\nname = \"b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";

    #[test]
    fn packages_and_doubles_are_counted() {
        let tree = Tree::of(&[("Cargo.lock", LOCK)]);
        assert!(within(&tree, 3, 1).is_empty());
        let faults = printed(&within(&tree, 2, 0));
        assert!(faults[0].starts_with("Cargo.lock:12: 3 packages, the most is 2"), "{faults:?}");
        assert!(
            faults[1].contains("1 crates in several versions, the most is 0: b;"),
            "{faults:?}"
        );
    }

    #[test]
    fn a_missing_lock_is_a_fault() {
        assert_eq!(within(&Tree::of(&[]), 1, 1).len(), 1);
    }
}
