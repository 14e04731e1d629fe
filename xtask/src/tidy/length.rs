//! A file has at most 600 lines, its unit tests not counted: what is longer holds two ideas.

use super::{Fault, File, Tree};

const MOST_LINES: usize = 600;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[
    ("crates/texts/src/en.rs", "one table: every text of the product in one language"),
    ("crates/texts/src/nl.rs", "one table: every text of the product in one language"),
    ("crates/texts/src/sv.rs", "one table: every text of the product in one language"),
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.with("rs") {
        let lines = lines_of_code(file);
        let may_be_longer = LONGER.iter().any(|(path, _)| *path == file.path);
        if lines > MOST_LINES && !may_be_longer {
            let what = format!(
                "{lines} lines without unit tests, the most is {MOST_LINES}; split it, \
                 or list it with a reason in xtask/src/tidy/length.rs"
            );
            faults.push(file.fault(MOST_LINES + 1, what));
        }
        if lines <= MOST_LINES && may_be_longer {
            faults.push(
                file.fault(1, "short enough; take it off the list in xtask/src/tidy/length.rs"),
            );
        }
    }
    faults
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
        let tree = Tree::of(&[
            ("a.rs", &long),
            ("b.rs", &short),
            ("c.rs", &tested),
            ("d.md", &long),
            ("crates/texts/src/en.rs", &long),
        ]);
        let faults = printed(&check(&tree));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("a.rs:601: 601 lines without unit tests"));
    }

    #[test]
    fn an_exception_that_is_not_needed_is_named() {
        let tree = Tree::of(&[("crates/texts/src/en.rs", "//! E.\n")]);
        assert!(check(&tree)[0].what.starts_with("short enough"));
    }
}
