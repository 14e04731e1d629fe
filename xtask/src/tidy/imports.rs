//! The order of imports: the standard library, then crates, then our own file's crate, a blank line between them.
//!
//! rustfmt sorts within a group; grouping is not in its stable options. `pub use` is a re-export and left alone.

use super::{Fault, File, Tree};

/// The groups, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Std,
    Crates,
    Own,
}

impl Group {
    fn of(path: &str) -> Self {
        match path.split("::").next().unwrap_or(path).trim_end_matches(';') {
            "std" | "core" | "alloc" => Self::Std,
            "crate" | "super" | "self" => Self::Own,
            _ => Self::Crates,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Std => "the standard library",
            Self::Crates => "crates",
            Self::Own => "our own modules",
        }
    }
}

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    tree.with("rs").flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Fault> {
    let mut faults = Vec::new();
    // The last import of the block that a line belongs to, with its indentation.
    let mut last: Option<(Group, usize)> = None;
    let mut is_apart = false;
    let mut is_open = false;
    for (line, text) in file.lines() {
        let trimmed = text.trim_start();
        if is_open {
            is_open = !trimmed.ends_with(';');
            continue;
        }
        if trimmed.is_empty() {
            is_apart = true;
            continue;
        }
        if trimmed.starts_with("//") || trimmed.starts_with("#[") {
            continue;
        }
        let Some(path) = trimmed.strip_prefix("use ") else {
            last = None;
            continue;
        };
        is_open = !trimmed.ends_with(';');
        let (group, indent) = (Group::of(path), text.len() - trimmed.len());
        if let Some((before, at)) = last
            && at == indent
        {
            let (these, those) = (group.words(), before.words());
            if group < before {
                let what = format!("imports of {these} stand after {those}; move them up");
                faults.push(file.fault(line, what));
            } else if group > before && !is_apart {
                let what =
                    format!("imports of {these} touch those of {those}; put a blank line between");
                faults.push(file.fault(line, what));
            }
        }
        last = Some((group, indent));
        is_apart = false;
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    fn faults_of(text: &str) -> Vec<String> {
        printed(&check(&Tree::of(&[("a.rs", text)])))
    }

    #[test]
    fn three_groups_in_order_are_fine() {
        let text = "//! A.\nuse std::fmt;\nuse std::{\n    io,\n};\n\nuse jiff::Span;\nuse promise::Due;\n\n\
                    use super::B;\nuse crate::C;\n\npub use std::fmt::Debug;\nfn a() {\n    use std::io;\n}\n";
        assert_eq!(faults_of(text), Vec::<String>::new());
    }

    #[test]
    fn a_group_in_the_wrong_place_is_named() {
        let faults = faults_of("use jiff::Span;\n\nuse std::fmt;\n");
        assert!(
            faults[0].starts_with("a.rs:3: imports of the standard library stand after crates")
        );
        let faults = faults_of("use crate::a;\nuse jiff::{\n    Span,\n};\n");
        assert!(faults[0].starts_with("a.rs:2: imports of crates stand after our own modules"));
    }

    #[test]
    fn groups_that_touch_are_named() {
        let faults = faults_of("use std::fmt;\nuse jiff::Span;\n");
        assert!(
            faults[0].starts_with("a.rs:2: imports of crates touch those of the standard library")
        );
    }
}
