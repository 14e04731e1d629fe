//! A file has at most 600 lines, its unit tests not counted: what is longer holds two ideas.

use super::{Fault, File, Tree};

const MOST_LINES: usize = 600;

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let long = |file: &File| {
        let lines = lines_of_code(file);
        let what =
            || format!("{lines} lines without unit tests, the most is {MOST_LINES}; split it");
        (lines > MOST_LINES).then(|| file.fault(MOST_LINES + 1, what()))
    };
    tree.with("rs").filter_map(long).collect()
}

/// The lines before the unit tests.
fn lines_of_code(file: &File) -> usize {
    let tests = file.lines().find(|(_, text)| text.starts_with("mod tests {"));
    // The attribute above it belongs to the tests as well.
    tests.map_or_else(|| file.text.lines().count(), |(line, _)| line.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    #[test]
    fn a_long_file_is_named() {
        let (long, short) = ("//! L.\n".repeat(601), "//! L.\n".repeat(600));
        let tested = format!("{short}#[cfg(test)]\nmod tests {{\n{long}}}\n");
        let tree =
            Tree::of(&[("a.rs", &long), ("b.rs", &short), ("c.rs", &tested), ("d.md", &long)]);
        let faults = printed(&check(&tree));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("a.rs:601: 601 lines without unit tests"));
    }
}
