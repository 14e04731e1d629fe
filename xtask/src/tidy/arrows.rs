//! Which crate may use which: the table of ARCHITECTURE.md, held against `cargo metadata`.

use anyhow::Context;
use serde_json::Value;

use super::Fault;

/// What a crate may use of the others.
enum May {
    /// These.
    Use(&'static [&'static str]),
    /// All of them.
    UseEverything,
}

/// Each crate, and what it may use. A crate may use what stands above it, nothing else.
const ARROWS: &[(&str, May)] = &[
    ("calendar", May::Use(&[])),
    ("document", May::Use(&[])),
    ("texts", May::Use(&[])),
    ("promise", May::Use(&["calendar"])),
    ("forecast", May::Use(&["calendar"])),
    ("language", May::Use(&["calendar"])),
    ("import", May::Use(&["calendar", "forecast"])),
    ("ledger", May::Use(&["calendar", "promise"])),
    ("notice", May::Use(&["calendar", "promise", "texts"])),
    (
        "service",
        May::Use(&["calendar", "promise", "forecast", "language", "import", "ledger", "notice"]),
    ),
    (
        "web",
        May::Use(&[
            "calendar", "document", "promise", "forecast", "language", "import", "ledger", "texts",
            "service",
        ]),
    ),
    ("testkit", May::Use(&["calendar", "promise", "forecast", "ledger", "service", "web"])),
    ("handslag", May::UseEverything),
    ("xtask", May::UseEverything),
];

/// Only in `[dev-dependencies]`.
const DEV_ONLY: &[&str] = &["testkit"];

/// The pure crates, and all they may use from outside: no runtime, no database, no serde, no randomness.
const PURE: &[&str] = &["calendar", "document", "promise", "forecast", "language"];
const PURE_MAY_USE: &[&str] =
    &["aho-corasick", "jiff", "libm", "regex-automata", "thiserror", "uuid"];
/// What `language` may use besides: its rules are files that people write, its own are compiled in as JSON, and it tells
/// languages apart.
const LANGUAGE_MAY_USE: &[&str] = &["serde", "serde_json", "toml", "whichlang"];
/// What `document` may use besides: each format has a reader that takes bytes and does nothing else.
const DOCUMENT_MAY_USE: &[&str] =
    &["encoding_rs", "flate2", "html5gum", "mail-parser", "quick-xml", "rawzip"];

/// Checks the answer of `cargo metadata --no-deps`.
///
/// # Errors
/// When it is no such answer.
pub(super) fn check(metadata: &Value) -> anyhow::Result<Vec<Fault>> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let root = metadata["workspace_root"].as_str().context("cargo metadata names no root")?;
    let mut faults = Vec::new();
    for package in packages {
        let name = package["name"].as_str().context("a package has no name")?;
        let manifest = package["manifest_path"].as_str().context("a package has no manifest")?;
        let path = manifest.strip_prefix(root).unwrap_or(manifest).trim_start_matches('/');
        let fault = |what: String| Fault { path: path.to_owned(), line: 1, what };
        if path != format!("crates/{name}/Cargo.toml") && path != format!("{name}/Cargo.toml") {
            faults
                .push(fault(format!("crate {name} has another name than its folder; rename one")));
        }
        let Some((_, may)) = ARROWS.iter().find(|(of, _)| *of == name) else {
            let text =
                format!("crate {name} is not in the table of xtask/src/tidy/arrows.rs; add it");
            faults.push(fault(text));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let used = dependency["name"].as_str().context("a dependency has no name")?;
            let is_dev = dependency["kind"] == "dev";
            let is_own = dependency["path"].is_string();
            let wrong =
                if is_own { own(name, may, used, is_dev) } else { pure(name, used, is_dev) };
            faults.extend(wrong.map(&fault));
        }
    }
    Ok(faults)
}

fn own(name: &str, may: &May, used: &str, is_dev: bool) -> Option<String> {
    if DEV_ONLY.contains(&used) {
        let what = || format!("{name} uses {used}, which is for tests; make it a dev-dependency");
        return (!is_dev).then(what);
    }
    match may {
        May::UseEverything => None,
        May::Use(these) if these.contains(&used) => None,
        May::Use(_) => Some(format!(
            "{name} may not use {used} (ARCHITECTURE.md, crates); move what is shared to the left, or pass it in"
        )),
    }
}

fn pure(name: &str, used: &str, is_dev: bool) -> Option<String> {
    let is_of_language = name == "language" && LANGUAGE_MAY_USE.contains(&used);
    let is_of_document = name == "document" && DOCUMENT_MAY_USE.contains(&used);
    let may = PURE_MAY_USE.contains(&used) || is_of_language || is_of_document;
    let is_wrong = PURE.contains(&name) && !is_dev && !may;
    is_wrong.then(|| format!("{name} is pure and may not use {used}; do that in service or ledger"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tidy::printed;

    fn faults_of(name: &str, dependency: &Value) -> Vec<String> {
        let manifest = format!("/r/crates/{name}/Cargo.toml");
        let package =
            json!({ "name": name, "manifest_path": manifest, "dependencies": [dependency] });
        let metadata = json!({ "workspace_root": "/r", "packages": [package] });
        printed(&check(&metadata).unwrap())
    }

    fn of_ours(name: &str, kind: Option<&str>) -> Value {
        json!({ "name": name, "kind": kind, "path": format!("/r/crates/{name}") })
    }

    #[test]
    fn an_arrow_to_the_right_is_refused() {
        assert!(faults_of("ledger", &of_ours("promise", None)).is_empty());
        let faults = faults_of("forecast", &of_ours("promise", None));
        assert!(
            faults[0].starts_with("crates/forecast/Cargo.toml:1: forecast may not use promise"),
            "{faults:?}"
        );
        assert_eq!(faults_of("calendar", &of_ours("promise", Some("dev"))).len(), 1);
    }

    #[test]
    fn what_is_for_tests_stays_in_tests() {
        assert!(faults_of("web", &of_ours("testkit", Some("dev"))).is_empty());
        assert!(faults_of("handslag", &of_ours("testkit", None))[0].contains("dev-dependency"));
    }

    #[test]
    fn a_pure_crate_uses_little_from_outside() {
        let outside = |name: &str, kind: Option<&str>| json!({ "name": name, "kind": kind });
        assert!(faults_of("promise", &outside("serde", None))[0].contains("is pure"));
        assert!(faults_of("promise", &outside("serde", Some("dev"))).is_empty());
        assert!(faults_of("ledger", &outside("serde", None)).is_empty());
        assert!(faults_of("forecast", &outside("jiff", None)).is_empty());
    }

    #[test]
    fn an_unknown_crate_or_folder_is_named() {
        assert!(faults_of("gadget", &of_ours("promise", None))[0].contains("not in the table"));
        let package = json!({ "name": "web", "manifest_path": "/r/crates/pages/Cargo.toml", "dependencies": [] });
        let metadata = json!({ "workspace_root": "/r", "packages": [package] });
        assert!(check(&metadata).unwrap()[0].what.contains("another name than its folder"));
    }
}
