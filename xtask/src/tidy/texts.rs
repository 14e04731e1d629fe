//! Texts that nobody reads: keys of the English table that no page, letter or message uses.
//!
//! A key counts as used where a method of its name is called or named. That every language has every key is the
//! compiler's matter.

use std::collections::BTreeSet;

use super::{Fault, File, Tree};

/// The English tables: one, and one for each page with many words.
const TABLES: [&str; 2] = ["crates/texts/src/en.rs", "crates/texts/src/en/"];
/// The tables themselves use nothing.
const LANGUAGES: [&str; 6] = [
    TABLES[0],
    TABLES[1],
    "crates/texts/src/nl.rs",
    "crates/texts/src/nl/",
    "crates/texts/src/sv.rs",
    "crates/texts/src/sv/",
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut used = BTreeSet::new();
    for file in &tree.files {
        if (file.is("rs") || file.is("html")) && !is_of(file, &LANGUAGES) {
            used.extend(called(&file.text));
        }
    }
    let unused = |table| {
        keys(table).filter(|(_, key)| !used.contains(key)).map(|(line, key)| {
            let what = format!("nobody uses the text {key}; take it out of all three languages");
            table.fault(line, what)
        })
    };
    tree.with("rs").filter(|file| is_of(file, &TABLES)).flat_map(unused).collect()
}

/// Whether a file is one of these, or in one of these folders.
fn is_of(file: &File, these: &[&str]) -> bool {
    these.iter().any(|these| {
        if these.ends_with('/') { file.path.starts_with(these) } else { file.path == *these }
    })
}

/// The keys of the table with their lines: `name = "…"`, `name(args) = "…"` or `name(args) => {`.
fn keys(table: &File) -> impl Iterator<Item = (usize, &str)> {
    table.lines().filter_map(|(line, text)| {
        // An entry stands one step inside its macro; what is further in belongs to an entry.
        let entry = text.strip_prefix("    ").filter(|entry| !entry.starts_with(' '))?;
        let end = entry.find(|c: char| !is_of_a_name(c))?;
        let (key, rest) = entry.split_at(end);
        let rest = match rest.strip_prefix('(') {
            Some(arguments) => arguments.split_once(") =").map(|(_, rest)| rest),
            None => rest.strip_prefix(" ="),
        };
        (!key.is_empty() && rest.is_some()).then_some((line, key))
    })
}

/// Names that follow a `.` or `::`.
fn called(text: &str) -> impl Iterator<Item = &str> {
    let places = text.match_indices(['.', ':']).map(|(at, _)| at + 1);
    places.filter_map(|at| {
        let rest = &text[at..];
        let end = rest.find(|c: char| !is_of_a_name(c)).unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    })
}

fn is_of_a_name(c: char) -> bool {
    c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    #[test]
    fn an_unused_text_is_named() {
        let table = "//! English.\n\ndeclare! {\n    nav_today = \"Today\";\n    likely(day) = \"likely {day}\";\n    \
                     days(n: i32) => { plural(n, \"day\", \"days\") };\n    old = \"Old\";\n    when(at: &str) => {\n        \
                     inner = \"no key\";\n    };\n}\n";
        let tree = Tree::of(&[
            (TABLES[0], table),
            ("crates/texts/src/en/one_page.rs", "declare! {\n    unread = \"Unread\";\n}\n"),
            ("crates/texts/src/nl.rs", "translate! { Nl:\n    old = \"Oud\";\n}"),
            ("crates/web/templates/layout.html", "{{ texts.nav_today() }}"),
            ("crates/web/src/say.rs", "t.likely(&day); let f = Texts::days; t.when(\"now\")"),
            ("docs/a.md", "t.old()"),
        ]);
        let faults = printed(&check(&tree));
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[1].starts_with("crates/texts/src/en/one_page.rs:2: nobody"), "{faults:?}");
        assert!(faults[0].starts_with("crates/texts/src/en.rs:7: nobody uses the text old;"));
    }
}
