//! Words that stand nowhere in the project, each with its reason: the one list of them.

use super::{Fault, File, Tree};

/// Where a word may not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Everywhere,
    /// Rust code.
    Code,
    /// What people read on pages: the texts and the templates.
    Pages,
}

/// A word or phrase, found in any case, and not as a part of a longer word.
struct Banned {
    phrase: &'static str,
    place: Place,
    instead: &'static str,
}

const fn banned(phrase: &'static str, place: Place, instead: &'static str) -> Banned {
    Banned { phrase, place, instead }
}

const TALKS_DOWN: &str = "talks down to whoever finds it hard; leave it out";
const PRAISES: &str = "praises; say what it does";
const PADS: &str = "adds nothing; say it outright";
const OPEN_WORK: &str = "open work is an issue, not a comment; file one";
const THIS_MACHINE: &str = "is a path of one machine; take it as an argument or make it relative";
const A_HOST: &str = "names a package host; name the package";
const VAGUE: &str = "promises no date, which is what this product is against; give one";

/// The list.
const BANNED: &[Banned] = &[
    banned("simply", Place::Everywhere, TALKS_DOWN),
    banned("obviously", Place::Everywhere, TALKS_DOWN),
    banned("needless to say", Place::Everywhere, TALKS_DOWN),
    banned("as everyone knows", Place::Everywhere, TALKS_DOWN),
    banned("please note", Place::Everywhere, PADS),
    banned("it should be noted", Place::Everywhere, PADS),
    banned("in order to", Place::Everywhere, "write: to"),
    banned("oops", Place::Everywhere, "says nothing; say what happened and what to do"),
    banned("whoops", Place::Everywhere, "says nothing; say what happened and what to do"),
    banned("something went wrong", Place::Everywhere, "says nothing; say what happened"),
    banned("an error occurred", Place::Everywhere, "says nothing; say what happened"),
    banned("utility", Place::Everywhere, "is a name for what has none; say what it is for"),
    banned("utils", Place::Everywhere, "is a name for what has none; say what it is for"),
    banned("blazing", Place::Everywhere, PRAISES),
    banned("blazingly", Place::Everywhere, PRAISES),
    banned("seamless", Place::Everywhere, PRAISES),
    banned("seamlessly", Place::Everywhere, PRAISES),
    banned("effortless", Place::Everywhere, PRAISES),
    banned("effortlessly", Place::Everywhere, PRAISES),
    banned("cutting-edge", Place::Everywhere, PRAISES),
    banned("state-of-the-art", Place::Everywhere, PRAISES),
    banned("world-class", Place::Everywhere, PRAISES),
    banned("best-in-class", Place::Everywhere, PRAISES),
    banned("lorem ipsum", Place::Everywhere, "is no text; write one"),
    banned("TODO", Place::Everywhere, OPEN_WORK),
    banned("FIXME", Place::Everywhere, OPEN_WORK),
    banned("/work/", Place::Everywhere, THIS_MACHINE),
    banned("/home/", Place::Everywhere, THIS_MACHINE),
    banned("/root/", Place::Everywhere, THIS_MACHINE),
    banned("/Users/", Place::Everywhere, THIS_MACHINE),
    banned("crates.io", Place::Everywhere, A_HOST),
    banned("docs.rs", Place::Everywhere, A_HOST),
    banned("pypi.org", Place::Everywhere, A_HOST),
    banned("pythonhosted.org", Place::Everywhere, A_HOST),
    banned("npmjs.org", Place::Everywhere, A_HOST),
    banned("npmjs.com", Place::Everywhere, A_HOST),
    banned("deb.debian.org", Place::Everywhere, A_HOST),
    banned(
        "#[ignore",
        Place::Code,
        "a test that does not run guards nothing; mend it or take it out",
    ),
    banned("#[should_panic", Place::Code, "passes for any panic; check the error itself"),
    banned("#[allow(", Place::Code, "stays when it is no longer needed; #[expect(…, reason = …)]"),
    banned("as soon as possible", Place::Pages, VAGUE),
    banned("zo snel mogelijk", Place::Pages, VAGUE),
    banned("zo spoedig mogelijk", Place::Pages, VAGUE),
    banned("så snart som möjligt", Place::Pages, VAGUE),
    banned("click here", Place::Pages, "a link says where it leads"),
    banned("klik hier", Place::Pages, "a link says where it leads"),
    banned("klicka här", Place::Pages, "a link says where it leads"),
];

/// Names of modules that gather what belongs nowhere.
const NO_MODULE: &[&str] = &["common", "helper", "helpers", "manager", "misc", "util", "utils"];

/// What is written by others or by a program, and this list.
const LEFT_OUT: &[&str] = &[
    "Cargo.lock",
    "package-lock.json",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "words.rs",
    ".csv",
    ".snap",
];

/// Where what customers should not read is looked for and learned, so it must stand there.
const NAMES_THEM: &[&str] = &[
    "crates/language/packs/",
    "crates/language/learning/worded/",
    "crates/language/tests/others/worded/",
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        let names_them = NAMES_THEM.iter().any(|folder| file.path.starts_with(folder));
        let is_left_out = LEFT_OUT.iter().any(|end| file.path.ends_with(end));
        if is_left_out || names_them || file.path.contains("/OFL-") {
            continue;
        }
        faults.extend(check_file(file));
        let name = file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".rs"));
        if let Some(name) = name.filter(|name| NO_MODULE.contains(name)) {
            let what =
                format!("a module named {name} gathers what belongs nowhere; name what it is for");
            faults.push(file.fault(1, what));
        }
    }
    faults
}

fn check_file(file: &File) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (line, text) in file.lines() {
        let lower = text.to_lowercase();
        for banned in BANNED.iter().filter(|banned| stands(banned.place, file)) {
            // The marks of open work are words of other languages in small letters.
            let is_mark = banned.instead == OPEN_WORK || banned.instead == THIS_MACHINE;
            let text = if is_mark { text } else { lower.as_str() };
            if has(text, banned.phrase) {
                faults.push(file.fault(line, format!("\"{}\" {}", banned.phrase, banned.instead)));
            }
        }
    }
    faults
}

fn stands(place: Place, file: &File) -> bool {
    match place {
        Place::Everywhere => true,
        Place::Code => file.is("rs"),
        Place::Pages => file.is("html") || file.path.starts_with("crates/texts/"),
    }
}

/// Whether a phrase stands in a line as words of their own; a path also begins one.
fn has(text: &str, phrase: &str) -> bool {
    let is_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    let begins_with_a_word = phrase.starts_with(is_of_a_word);
    let ends_with_a_word = phrase.ends_with(is_of_a_word);
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        let is_begun = match before {
            None => true,
            Some(c) if begins_with_a_word => !is_of_a_word(c),
            // `../work/` and `a/work/` are no paths of a machine.
            Some(c) if phrase.starts_with('/') => !is_of_a_word(c) && !matches!(c, '.' | '}' | '/'),
            Some(_) => true,
        };
        is_begun && !(ends_with_a_word && after.is_some_and(is_of_a_word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::printed;

    fn faults_of(path: &str, text: &str) -> Vec<String> {
        printed(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn a_banned_word_is_named_with_its_reason() {
        let faults = faults_of("README.md", "# A\nSimply run it.\n");
        assert_eq!(
            faults,
            ["README.md:2: \"simply\" talks down to whoever finds it hard; leave it out"]
        );
        assert_eq!(faults_of("a.rs", "//! A.\n// TODO: mend\n").len(), 1);
        assert_eq!(faults_of("a.sql", "-- see /home/me/a.csv\n").len(), 1);
        assert_eq!(faults_of("a.rs", "    #[ignore = \"slow\"]\n").len(), 1);
        assert_eq!(faults_of("a.toml", "# from https://index.crates.io/ab\n").len(), 1);
    }

    #[test]
    fn a_part_of_a_word_or_path_is_none() {
        let text = "Metodologi och futility; ../work/x, docs/work/y, todo: framework/work/\n";
        assert_eq!(faults_of("a.md", text), Vec::<String>::new());
    }

    #[test]
    fn pages_have_words_of_their_own() {
        assert_eq!(faults_of("crates/texts/src/nl.rs", "x = \"Zo snel mogelijk\";\n").len(), 1);
        assert_eq!(faults_of("crates/language/src/vague.rs", "\"zo snel mogelijk\"\n").len(), 0);
    }

    #[test]
    fn a_module_for_everything_is_named() {
        assert!(faults_of("crates/web/src/util.rs", "//! U.\n")[0].contains("belongs nowhere"));
    }
}
