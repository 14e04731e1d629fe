//! Reads a pack: rules about wording, written in TOML, and tries them on the sentences they bring along.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::matching::Match;
use super::pattern::{self, Classes, Known, Pattern};
use super::tokens::{self, Sentence};
use super::{Class, Severity, Words, matching};
use crate::Lang;

/// Why a pack could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It is no TOML, or lacks a field, or has one too many.
    #[error("the pack cannot be read: {0}")]
    Toml(String),
    /// A language that is not read.
    #[error("language: {given:?} is not read; wanted nl, sv or en")]
    Language {
        /// What was given.
        given: String,
    },
    /// A field of a word class or a rule says something that cannot be.
    #[error("{of}, {field}: {problem}")]
    Field {
        /// The rule, the class or the word class.
        of: String,
        /// The field.
        field: &'static str,
        /// What is wrong and what is wanted.
        problem: String,
    },
}

/// A pack as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    language: String,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    class: BTreeMap<Class, ClassFile>,
    #[serde(default)]
    clause: ClauseFile,
    #[serde(default)]
    allow: AllowFile,
    #[serde(default)]
    rule: Vec<RuleFile>,
}

/// What all rules of a class share.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassFile {
    article: Option<String>,
    severity: Option<Severity>,
    repair: Option<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    unless_here: Vec<String>,
    #[serde(default)]
    unless_then: Vec<String>,
    #[serde(default)]
    unless_next: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

/// Where a clause with a matter of its own begins, and where one only seems to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseFile {
    #[serde(default)]
    begins: Vec<String>,
    #[serde(default)]
    goes_on: Vec<String>,
}

/// What is said of an exemption that does not hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowFile {
    says: Option<String>,
    repair: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    id: String,
    class: Class,
    article: Option<String>,
    severity: Option<Severity>,
    says: String,
    repair: Option<String>,
    patterns: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    unless_here: Vec<String>,
    #[serde(default)]
    unless_then: Vec<String>,
    #[serde(default)]
    unless_next: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

/// A rule, ready to be laid over sentences.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) class: Class,
    pub(super) article: String,
    pub(super) severity: Severity,
    pub(super) says: String,
    pub(super) repair: String,
    pub(super) patterns: Vec<Pattern>,
    exceptions: Exceptions,
    /// Sentences it marks, the marked words in brackets.
    pub(super) examples: Vec<String>,
    /// Sentences it leaves alone.
    pub(super) counter_examples: Vec<String>,
}

/// What all rules of a class share, ready.
#[derive(Debug, Default)]
struct Shared {
    article: Option<String>,
    severity: Option<Severity>,
    repair: Option<String>,
    exceptions: Exceptions,
}

/// What speaks against a rule or all rules of a class.
#[derive(Debug, Default)]
struct Exceptions {
    unless: Later,
    unless_here: Later,
    unless_then: Later,
    unless_next: Later,
    except: Later,
}

impl Exceptions {
    /// Each with its field.
    const fn each(&self) -> [(&'static str, &Later); 5] {
        [
            ("unless", &self.unless),
            ("unless_here", &self.unless_here),
            ("unless_then", &self.unless_then),
            ("unless_next", &self.unless_next),
            ("except", &self.except),
        ]
    }
}

/// Where clauses begin.
#[derive(Debug, Default)]
struct Clauses {
    begins: Later,
    goes_on: Later,
}

/// Patterns that are made ready when they are first asked for: for most texts never.
#[derive(Debug, Default)]
struct Later {
    written: Vec<String>,
    ready: OnceLock<Vec<Pattern>>,
}

impl Later {
    const fn of(written: Vec<String>) -> Self {
        Self { written, ready: OnceLock::new() }
    }

    /// The patterns; one that cannot be read is left out, see [`Pack::parse`].
    fn ready(&self, classes: &Classes) -> &[Pattern] {
        self.ready.get_or_init(|| {
            let mut known = Known::default();
            let read = |each: &String| Pattern::read(each, classes, &mut known).ok();
            self.written.iter().filter_map(read).collect()
        })
    }

    /// Makes them ready now.
    fn make(&self, of: &str, field: &'static str, classes: &Classes) -> Result<(), PackError> {
        let patterns = patterns(of, field, &self.written, classes, &mut Known::default())?;
        self.ready.get_or_init(|| patterns);
        Ok(())
    }
}

/// What speaks against a rule in one sentence: stretches of words, and where the clauses begin.
#[derive(Debug)]
pub(super) struct Against {
    /// Words that mean something else.
    excepted: Words,
    /// What silences the rule in its own clause.
    here: Words,
    /// What silences the rule when it follows behind a sign.
    then: Words,
    /// The first word of every clause but the first.
    starts: Vec<usize>,
    /// Where the signs stand.
    signs: Vec<usize>,
    /// Where a "but" stands.
    buts: Vec<usize>,
}

impl Against {
    /// Whether a match stands in spite of all that.
    pub(super) fn leaves(&self, found: Match) -> bool {
        let (from, to) = found.whole;
        let excepted = self.excepted.iter().any(|&(start, end)| start < to && from < end);
        let before = self.starts.partition_point(|&start| start <= found.marked.0);
        let begin = before.checked_sub(1).map_or(0, |at| self.starts[at]);
        let end = self.starts.get(before).copied().unwrap_or(usize::MAX);
        // What belongs to the marked words themselves does not speak against them: "sometime next week".
        let within = |start, stop| start >= found.marked.0 && stop <= found.marked.1;
        let here =
            |&(start, stop): &(usize, usize)| start >= begin && stop <= end && !within(start, stop);
        let here = self.here.iter().any(here);
        let behind = |marks: &[usize], at: usize| {
            marks.get(marks.partition_point(|&mark| mark < at)).copied().unwrap_or(usize::MAX)
        };
        // The words at the end of a match may reach over a "but", though never over a sign.
        let turn = behind(&self.signs, found.marked.1).min(behind(&self.buts, found.marked.0));
        let then = self.then.iter().any(|&(start, _)| start >= turn);
        !(excepted || here || then)
    }
}

/// The rules of one language from one file.
#[derive(Debug)]
pub(super) struct Pack {
    pub(super) lang: Lang,
    pub(super) rules: Vec<Rule>,
    shared: BTreeMap<Class, Shared>,
    clauses: Clauses,
    words: Classes,
    /// What is said of an exemption without a reason, and what to do.
    pub(super) allow: (String, String),
}

impl Pack {
    /// Reads one, with all that speaks against its rules.
    pub(super) fn parse(text: &str) -> Result<Self, PackError> {
        let pack = Self::begin(text)?;
        for (class, shared) in &pack.shared {
            let of = format!("class {}", class.code());
            for (field, patterns) in shared.exceptions.each() {
                patterns.make(&of, field, &pack.words)?;
            }
        }
        for rule in &pack.rules {
            let of = format!("rule {}", rule.id);
            for (field, patterns) in rule.exceptions.each() {
                patterns.make(&of, field, &pack.words)?;
            }
        }
        pack.clauses.begins.make("clause", "begins", &pack.words)?;
        pack.clauses.goes_on.make("clause", "goes_on", &pack.words)?;
        Ok(pack)
    }

    /// Reads one as far as is needed for a text in which no rule matches.
    pub(super) fn begin(text: &str) -> Result<Self, PackError> {
        let file: PackFile =
            toml::from_str(text).map_err(|error| PackError::Toml(error.to_string()))?;
        let lang = Lang::of_code(&file.language)
            .ok_or_else(|| PackError::Language { given: file.language.clone() })?;
        let mut known = Known::default();
        let words = classes(&file.words, &mut known)?;
        let shared: BTreeMap<Class, Shared> = file
            .class
            .into_iter()
            .map(|(class, each)| {
                let exceptions = Exceptions {
                    unless: Later::of(each.unless),
                    unless_here: Later::of(each.unless_here),
                    unless_then: Later::of(each.unless_then),
                    unless_next: Later::of(each.unless_next),
                    except: Later::of(each.except),
                };
                let (article, severity, repair) = (each.article, each.severity, each.repair);
                (class, Shared { article, severity, repair, exceptions })
            })
            .collect();
        let mut rules: Vec<Rule> = Vec::new();
        for each in file.rule {
            let rule = rule(each, &words, &shared, &mut known)?;
            if rules.iter().any(|other| other.id == rule.id) {
                return Err(wrong(&rule.id, "id", "another rule has it; wanted one of its own"));
            }
            rules.push(rule);
        }
        let clauses = Clauses {
            begins: Later::of(file.clause.begins),
            goes_on: Later::of(file.clause.goes_on),
        };
        let allow = (
            file.allow.says.unwrap_or_else(|| "an exemption without a rule or a reason".to_owned()),
            file.allow.repair.unwrap_or_else(|| "handslag: allow RULE because REASON".to_owned()),
        );
        Ok(Self { lang, rules, shared, clauses, words, allow })
    }

    /// A pattern of a rule, by the places of both.
    pub(super) fn pattern(&self, rule: usize, which: usize) -> Option<&Pattern> {
        self.rules.get(rule)?.patterns.get(which)
    }

    /// Whether nothing in the sentence, or right after it, speaks against a rule.
    pub(super) fn applies(
        &self,
        rule: &Rule,
        sentence: &Sentence<'_>,
        next: Option<&Sentence<'_>>,
    ) -> bool {
        let mut unless = self.all(rule, |each| &each.unless);
        let mut after = self.all(rule, |each| &each.unless_next);
        !unless.any(|items| matching::any(items, sentence))
            && !next.is_some_and(|next| after.any(|items| matching::any(items, next)))
    }

    /// Patterns that speak against a rule, its own and those of its class.
    fn all<'a>(
        &'a self,
        rule: &'a Rule,
        pick: impl Fn(&'a Exceptions) -> &'a Later,
    ) -> impl Iterator<Item = &'a Pattern> {
        let shared = self.shared.get(&rule.class).map(|each| &each.exceptions);
        let lists = [Some(&rule.exceptions), shared].into_iter().flatten();
        lists.flat_map(move |each| pick(each).ready(&self.words))
    }

    /// What speaks against a rule in single clauses of a sentence.
    pub(super) fn against(&self, rule: &Rule, sentence: &Sentence<'_>) -> Against {
        let places = |pick: fn(&Exceptions) -> &Later| -> Words {
            let found = self.all(rule, pick).flat_map(|items| matching::all(items, sentence));
            found.map(|each| each.whole).collect()
        };
        let here = places(|each| &each.unless_here);
        let starts = if here.is_empty() { Vec::new() } else { self.clause_starts(sentence) };
        let all = || 0..sentence.tokens.len();
        let is_sign = |at: &usize| {
            !sentence.tokens[*at].is_word && !matches!(sentence.word(*at), "\"" | "”" | "'" | "’")
        };
        let is_but = |at: &usize| matches!(sentence.word(*at), "maar" | "men" | "but");
        Against {
            excepted: places(|each| &each.except),
            then: places(|each| &each.unless_then),
            signs: all().filter(is_sign).collect(),
            buts: all().filter(is_but).collect(),
            here,
            starts,
        }
    }

    /// The first word of every clause but the first, in order.
    fn clause_starts(&self, sentence: &Sentence<'_>) -> Vec<usize> {
        let places = |patterns: &Later| -> BTreeSet<usize> {
            let patterns = patterns.ready(&self.words).iter();
            let found = patterns.flat_map(|items| matching::all(items, sentence));
            found.map(|each| each.marked.0).collect()
        };
        let goes_on = places(&self.clauses.goes_on);
        places(&self.clauses.begins).difference(&goes_on).copied().collect()
    }
}

fn wrong(of: &str, field: &'static str, problem: impl Into<String>) -> PackError {
    PackError::Field { of: of.to_owned(), field, problem: problem.into() }
}

/// The word classes; one may use another whose name comes before its own in the alphabet.
fn classes(words: &BTreeMap<String, Vec<String>>, known: &mut Known) -> Result<Classes, PackError> {
    let mut classes = Classes::new();
    for (name, entries) in words {
        let rows = patterns(&format!("words {name}"), "words", entries, &classes, known)?;
        if rows.is_empty() {
            return Err(wrong(&format!("words {name}"), "words", "no words; wanted at least one"));
        }
        let rows = rows.into_iter().map(|row| row.items).collect();
        classes.insert(name.clone(), pattern::either(rows, Vec::new()));
    }
    Ok(classes)
}

fn patterns(
    of: &str,
    field: &'static str,
    written: &[String],
    classes: &Classes,
    known: &mut Known,
) -> Result<Vec<Pattern>, PackError> {
    let read = |each: &String| {
        Pattern::read(each, classes, known)
            .map_err(|problem| wrong(of, field, format!("{each:?}: {problem}")))
    };
    written.iter().map(read).collect()
}

fn rule(
    file: RuleFile,
    classes: &Classes,
    shared: &BTreeMap<Class, Shared>,
    known: &mut Known,
) -> Result<Rule, PackError> {
    let of = format!("rule {}", file.id);
    let id_fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if file.id.is_empty() || !file.id.chars().all(id_fits) {
        return Err(wrong(&of, "id", "wanted lower-case letters, digits and \"-\""));
    }
    if file.examples.is_empty() {
        return Err(wrong(&of, "examples", "none; wanted at least one sentence that it marks"));
    }
    let common = shared.get(&file.class);
    let article = file.article.or_else(|| common.and_then(|each| each.article.clone()));
    let severity = file.severity.or_else(|| common.and_then(|each| each.severity));
    let repair = file.repair.or_else(|| common.and_then(|each| each.repair.clone()));
    let ready = Rule {
        patterns: patterns(&of, "patterns", &file.patterns, classes, known)?,
        exceptions: Exceptions {
            unless: Later::of(file.unless),
            unless_here: Later::of(file.unless_here),
            unless_then: Later::of(file.unless_then),
            unless_next: Later::of(file.unless_next),
            except: Later::of(file.except),
        },
        article: article.ok_or_else(|| wrong(&of, "article", "missing, here and for its class"))?,
        severity: severity
            .ok_or_else(|| wrong(&of, "severity", "missing, here and for its class"))?,
        repair: repair.ok_or_else(|| wrong(&of, "repair", "missing, here and for its class"))?,
        id: file.id,
        class: file.class,
        says: file.says,
        examples: file.examples,
        counter_examples: file.counter_examples,
    };
    for (items, written) in ready.patterns.iter().zip(&file.patterns) {
        if !pattern::has_anchor(&items.items) {
            let problem = format!("{written:?} has no word that must occur; wanted at least one");
            return Err(wrong(&of, "patterns", problem));
        }
    }
    Ok(ready)
}

/// An example without its brackets, and the marked words.
pub(super) fn example(written: &str) -> (String, Option<String>) {
    let marked = written.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    let text = written.replace(['[', ']'], "");
    (text, marked.map(|(inside, _)| inside.to_owned()))
}

/// How a sentence is spelled for comparing; for telling whether two examples are the same.
pub(super) fn spelled(text: &str) -> String {
    tokens::spelled(text).join(" ")
}
