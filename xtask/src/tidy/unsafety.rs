//! Code that the compiler cannot check for memory: where it may stand, and that every crate denies it elsewhere.

use super::{Fault, Tree};

/// Who is let off, and no other file.
const LET_OFF: &[(&str, &str)] = &[
    (
        "crates/forecast/src/engine/isa.rs",
        "calls what is compiled for a processor, after asking whether it is this one",
    ),
    (
        "crates/ledger/tests/ledger/power_cut.rs",
        "gives SQLite a file system of its own, which it takes as C functions only",
    ),
];

/// How a file lets itself off; in two parts, so that this file does not.
const LETS_OFF: &str = concat!("(unsafe", "_code");

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.with("rs") {
        let is_let_off = LET_OFF.iter().any(|(path, _)| file.path == *path);
        for (number, line) in file.lines().filter(|(_, line)| line.contains(LETS_OFF)) {
            if !is_let_off && !line.trim_start().starts_with("//") {
                let what = "unsafe code stands in the files that xtask/src/tidy/unsafety.rs lists, and in no other";
                faults.push(file.fault(number, what));
            }
        }
    }
    for file in &tree.files {
        let is_crate = file.path.starts_with("crates/") || file.path == "xtask/Cargo.toml";
        if is_crate && file.path.ends_with("/Cargo.toml") && !takes_the_lints(&file.text) {
            let what =
                "the lints of the workspace deny unsafe code; wanted [lints] workspace = true";
            faults.push(file.fault(1, what));
        }
    }
    faults
}

/// Whether a manifest takes the workspace's lints.
fn takes_the_lints(manifest: &str) -> bool {
    let section = manifest.split("\n[lints]\n").nth(1).unwrap_or_default();
    section.split("\n[").next().unwrap_or_default().lines().any(|line| line == "workspace = true")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    #[track_caller]
    fn check_file(path: &str, text: &str, wanted: usize) {
        let faults = printed(&check(&Tree::of(&[(path, text)])));
        assert_eq!(faults.len(), wanted, "{path}: {faults:?}");
    }

    #[test]
    fn only_the_files_that_are_listed_are_let_off() {
        let text = format!("#![expect{LETS_OFF}, reason = \"quicker\")]\n");
        check_file("crates/web/src/quick.rs", &text, 1);
        check_file("crates/ledger/tests/ledger/power_cut.rs", &text, 0);
        check_file("crates/web/src/quick.rs", "fn a() {}\n", 0);
    }

    #[test]
    fn every_crate_takes_the_lints_of_the_workspace() {
        let taken = "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n";
        check_file("crates/a/Cargo.toml", taken, 0);
        check_file("xtask/Cargo.toml", taken, 0);
        check_file("crates/a/Cargo.toml", "[package]\nname = \"a\"\n", 1);
        let other =
            "[package]\nversion.workspace = true\n\n[lints]\n\n[features]\nworkspace = true\n";
        check_file("crates/a/Cargo.toml", other, 1);
    }
}
