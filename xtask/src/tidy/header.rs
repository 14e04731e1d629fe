//! Every Rust file opens with `//!`: what it is for, what it leaves out.

use super::{Fault, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let bare = tree.with("rs").filter(|file| !file.text.starts_with("//! "));
    bare.map(|file| file.fault(1, "no header; begin with `//!` and say what the file is for"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    #[test]
    fn a_file_without_a_header_is_named() {
        let tree = Tree::of(&[
            ("a.rs", "//! The letter A.\n"),
            ("b.rs", "// The letter B.\n"),
            ("c.rs", ""),
            ("d.md", "# D\n"),
        ]);
        let faults = printed(&check(&tree));
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].starts_with("b.rs:1: no header") && faults[1].starts_with("c.rs:1:"));
    }
}
