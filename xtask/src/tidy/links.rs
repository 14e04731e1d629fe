//! Links between the project's own texts lead somewhere: to a file that is there, and to a heading in it.
//!
//! Also the texts that comments cite by their path, such as a note on a model.

use std::collections::BTreeMap;

use super::{Fault, File, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let headings: BTreeMap<&str, Vec<String>> =
        tree.with("md").map(|file| (file.path.as_str(), headings(file))).collect();
    let mut faults = Vec::new();
    for file in tree.with("md") {
        for (line, target) in links(file) {
            faults.extend(wrong(tree, &headings, file, &target).map(|what| file.fault(line, what)));
        }
    }
    for file in tree.files.iter().filter(|file| file.is("rs") || file.is("toml")) {
        let is_comment = |text: &str| text.trim_start().starts_with(['/', '#']);
        for (line, text) in file.lines().filter(|(_, text)| is_comment(text)) {
            for path in cited(text).filter(|path| !is_there(tree, path)) {
                let what = format!("{path} is cited but not there; write it, or cite another");
                faults.push(file.fault(line, what));
            }
        }
    }
    faults
}

fn wrong(
    tree: &Tree,
    headings: &BTreeMap<&str, Vec<String>>,
    file: &File,
    target: &str,
) -> Option<String> {
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let path = if path.is_empty() { Some(file.path.clone()) } else { resolve(&file.path, path) };
    let Some(path) = path else {
        return Some(format!(
            "the link {target} leads out of the project; write it without a link"
        ));
    };
    if !is_there(tree, &path) {
        return Some(format!("the link {target} leads nowhere; {path} is not there"));
    }
    let has = |headings: &Vec<String>| headings.iter().any(|of| of == heading);
    let is_missing = !heading.is_empty() && headings.get(path.as_str()).is_some_and(|of| !has(of));
    is_missing.then(|| format!("the link {target} leads nowhere; {path} has no heading #{heading}"))
}

/// Whether a file or folder of the project has this path.
fn is_there(tree: &Tree, path: &str) -> bool {
    let folder = format!("{}/", path.trim_end_matches('/'));
    path.is_empty() || tree.paths.iter().any(|of| of == path || of.starts_with(&folder))
}

/// The path of a link from the root; nothing when it leads out of it.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The targets of links to files, outside blocks and spans of code.
fn links(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in prose(file) {
        let text = without_code(text);
        for (at, _) in text.match_indices("](") {
            let Some((target, _)) = text[at + 2..].split_once(')') else { continue };
            if !target.contains("://") && !target.starts_with("mailto:") && !target.starts_with('/')
            {
                found.push((line, target.to_owned()));
            }
        }
    }
    found
}

/// The lines outside blocks of code.
fn prose(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut is_code = false;
    file.lines().filter(move |(_, text)| {
        let is_fence = text.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

fn without_code(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

/// The anchors of a file's headings, as forges make them.
fn headings(file: &File) -> Vec<String> {
    let titles = prose(file).filter(|(_, text)| text.starts_with('#'));
    let anchor = |(_, text): (usize, &str)| {
        let title = text.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    titles.map(anchor).collect()
}

/// Paths like `docs/model/history.md` in a line of code.
fn cited(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("docs/").filter_map(|(at, _)| {
        let rest = &text[at..];
        let is_of_a_path =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
        let end = rest.find(|c| !is_of_a_path(c)).unwrap_or(rest.len());
        let path = rest[..end].trim_end_matches('.');
        let is_whole = at == 0 || !text[..at].ends_with(is_of_a_path);
        (is_whole && path.ends_with(".md")).then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        let readme = "# A\n[b](docs/b.md#the-2nd-half) [c](crates/) [o](https://example.org/x)\n\
                      [self](#a)\n```\n[x](nowhere.md)\n```\n`[y](nowhere.md)`\n";
        let tree = Tree::of(&[
            ("README.md", readme),
            ("docs/b.md", "## The 2nd half!\n[up](../README.md)\n"),
            ("crates/a.rs", "// see docs/b.md, and \"docs/other.txt\"\n"),
        ]);
        assert_eq!(printed(&check(&tree)), Vec::<String>::new());
    }

    #[test]
    fn dead_links_are_named() {
        let tree = Tree::of(&[
            ("README.md", "# A\n\n[b](docs/gone.md)\n[c](docs/b.md#gone)\n[d](../../x.md)\n"),
            ("docs/b.md", "# B\n"),
            ("crates/a.rs", "// (docs/model/gone.md)\n"),
        ]);
        let faults = printed(&check(&tree));
        let starts = [
            "README.md:3: the link docs/gone.md leads nowhere",
            "README.md:4: the link docs/b.md#gone leads nowhere; docs/b.md has no heading #gone",
            "README.md:5: the link ../../x.md leads out of the project",
            "crates/a.rs:1: docs/model/gone.md is cited but not there",
        ];
        assert_eq!(faults.len(), starts.len(), "{faults:?}");
        for (fault, start) in faults.iter().zip(starts) {
            assert!(fault.starts_with(start), "{fault}");
        }
    }
}
