//! Reads a pack: rules about wording, written in TOML, and tries them on the sentences they bring along.

use std::collections::BTreeMap;
use std::mem::take;

use serde::Deserialize;

use super::against::{Concern, Does, Exceptions, Whom};
use super::anchors::Patterns;
use super::grammar::{Grammar, Row};
use super::pattern::{self, Classes};
use super::tokens;
use super::{Class, Severity};
use crate::Lang;

/// Why a pack could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It cannot be parsed, or lacks a field, or has one too many.
    #[error("the pack cannot be read: {0}")]
    Syntax(String),
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
    says: Option<String>,
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

impl ClassFile {
    /// What is said of a sentence of this class that no rule marks, if anything is.
    fn weighed(&self, class: Class) -> Result<Option<Rule>, PackError> {
        let Some(says) = self.says.clone() else { return Ok(None) };
        let of = format!("class {}", class.code());
        let missing = |field| wrong(&of, field, "missing, and what is weighed needs it");
        Ok(Some(Rule {
            id: id_of(class),
            class,
            article: self.article.clone().ok_or_else(|| missing("article"))?,
            severity: Severity::Note,
            says,
            repair: self.repair.clone().ok_or_else(|| missing("repair"))?,
            surely: false,
            examples: Vec::new(),
            counter_examples: Vec::new(),
        }))
    }

    /// What speaks against its rules, taken out, by its fields in their order.
    fn take_exceptions(&mut self) -> [(Does, Vec<String>); 5] {
        [
            (Does::Unless, take(&mut self.unless)),
            (Does::UnlessHere, take(&mut self.unless_here)),
            (Does::UnlessThen, take(&mut self.unless_then)),
            (Does::UnlessNext, take(&mut self.unless_next)),
            (Does::Except, take(&mut self.except)),
        ]
    }
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
    /// Whether its marks stand, however the words of a sentence weigh.
    #[serde(default)]
    surely: bool,
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
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

impl RuleFile {
    /// What speaks against it, taken out, by its fields in their order.
    fn take_exceptions(&mut self) -> [(Does, Vec<String>); 5] {
        [
            (Does::Unless, take(&mut self.unless)),
            (Does::UnlessHere, take(&mut self.unless_here)),
            (Does::UnlessThen, take(&mut self.unless_then)),
            (Does::UnlessNext, take(&mut self.unless_next)),
            (Does::Except, take(&mut self.except)),
        ]
    }
}

/// A rule, whatever its patterns.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) class: Class,
    pub(super) article: String,
    pub(super) severity: Severity,
    pub(super) says: String,
    pub(super) repair: String,
    /// Whether its marks stand, however the words of a sentence weigh.
    pub(super) surely: bool,
    /// Sentences it marks, the marked words in brackets; none in a pack that was compiled in.
    pub(super) examples: Vec<String>,
    /// Sentences it leaves alone.
    pub(super) counter_examples: Vec<String>,
}

/// The rules of one language from one file.
#[derive(Debug)]
pub(super) struct Pack {
    pub(super) lang: Lang,
    pub(super) rules: Vec<Rule>,
    /// What its patterns are made of.
    pub(super) grammar: Grammar,
    /// What the rules mark, rule by rule.
    pub(super) patterns: Patterns,
    /// The place of the rule of each pattern.
    pub(super) rule_of: Vec<usize>,
    /// What speaks against the rules.
    pub(super) exceptions: Exceptions,
    /// What is said of sentences that no rule marks, but whose signs weigh as those of a class.
    pub(super) weighed: Vec<Rule>,
    /// What is said of an exemption without a reason, and what to do.
    pub(super) allow: (String, String),
}

impl Pack {
    /// Reads one as it is written.
    pub(super) fn parse(text: &str) -> Result<Self, PackError> {
        let file: PackFile =
            toml::from_str(text).map_err(|error| PackError::Syntax(error.to_string()))?;
        if let Some(rule) = file.rule.iter().find(|rule| rule.examples.is_empty()) {
            let of = format!("rule {}", rule.id);
            return Err(wrong(&of, "examples", "none; wanted at least one sentence that it marks"));
        }
        Self::of(file)
    }

    /// Reads one as the build script leaves it: without its sentences.
    pub(super) fn compiled_in(json: &str) -> Result<Self, PackError> {
        let file = serde_json::from_str(json);
        Self::of(file.map_err(|error| PackError::Syntax(error.to_string()))?)
    }

    fn of(mut file: PackFile) -> Result<Self, PackError> {
        let lang = Lang::of_code(&file.language)
            .ok_or_else(|| PackError::Language { given: file.language.clone() })?;
        let mut reader = Reader::of(&file.words)?;
        let mut of_rules = Vec::with_capacity(file.rule.len());
        for mut each in file.rule {
            of_rules.push((format!("rule {}", each.id), each.take_exceptions()));
            let class = file.class.get(&each.class);
            reader.rule(each, class)?;
        }
        for (class, each) in &mut file.class {
            let of = format!("class {}", class.code());
            reader.against(&of, Whom::Class(*class), each.take_exceptions())?;
        }
        for (place, (of, each)) in of_rules.into_iter().enumerate() {
            reader.against(&of, Whom::Rule(place), each)?;
        }
        let clause = [(Does::Begins, file.clause.begins), (Does::GoesOn, file.clause.goes_on)];
        reader.against("clause", Whom::All, clause)?;
        let weighed =
            file.class.iter().filter_map(|(class, each)| each.weighed(*class).transpose());
        let weighed = weighed.collect::<Result<_, _>>()?;
        let allow = (
            file.allow.says.unwrap_or_else(|| "an exemption without a rule or a reason".to_owned()),
            file.allow.repair.unwrap_or_else(|| "handslag: allow RULE because REASON".to_owned()),
        );
        Ok(Self { weighed, ..reader.pack(lang, allow) })
    }
}

/// By what name an exemption calls what is told of a class by weight.
fn id_of(class: Class) -> String {
    class.code().replace('_', "-")
}

fn wrong(of: &str, field: &'static str, problem: impl Into<String>) -> PackError {
    PackError::Field { of: of.to_owned(), field, problem: problem.into() }
}

/// What has been read of a pack so far.
struct Reader {
    grammar: Grammar,
    patterns: pattern::Reader,
    classes: Classes,
    rules: Vec<Rule>,
    rows: Vec<Row>,
    rule_of: Vec<usize>,
    exceptions: Vec<(Concern, Row)>,
}

impl Reader {
    /// Begins with the word classes; one may use another whose name comes before its own in the alphabet.
    fn of(words: &BTreeMap<String, Vec<String>>) -> Result<Self, PackError> {
        let mut reader = Self {
            grammar: Grammar::new(),
            patterns: pattern::Reader::default(),
            classes: Classes::new(),
            rules: Vec::new(),
            rows: Vec::new(),
            rule_of: Vec::new(),
            exceptions: Vec::new(),
        };
        for (name, entries) in words {
            let of = format!("words {name}");
            if entries.is_empty() {
                return Err(wrong(&of, "words", "no words; wanted at least one"));
            }
            let class = reader.patterns.class(entries, &reader.classes, &mut reader.grammar);
            let class = class.map_err(|(written, problem)| {
                wrong(&of, "words", format!("{written:?}: {problem}"))
            })?;
            reader.classes.insert(name.clone(), class);
        }
        Ok(reader)
    }

    fn row(&mut self, of: &str, field: &'static str, written: &str) -> Result<Row, PackError> {
        self.patterns
            .read(written, &self.classes, &mut self.grammar)
            .map_err(|problem| wrong(of, field, format!("{written:?}: {problem}")))
    }

    /// Reads a rule and its patterns.
    fn rule(&mut self, file: RuleFile, common: Option<&ClassFile>) -> Result<(), PackError> {
        let of = format!("rule {}", file.id);
        let id_fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if file.id.is_empty() || !file.id.chars().all(id_fits) {
            return Err(wrong(&of, "id", "wanted lower-case letters, digits and \"-\""));
        }
        if Class::WEIGHED.into_iter().any(|class| id_of(class) == file.id) {
            return Err(wrong(&of, "id", "a class has this name; wanted one of its own"));
        }
        let from = self.rows.len();
        for each in &file.patterns {
            let row = self.row(&of, "patterns", each)?;
            self.rows.push(row);
            self.rule_of.push(self.rules.len());
        }
        let missing = |field| wrong(&of, field, "missing, here and for its class");
        let article = file.article.or_else(|| common?.article.clone());
        let severity = file.severity.or_else(|| common?.severity);
        let repair = file.repair.or_else(|| common?.repair.clone());
        let rule = Rule {
            article: article.ok_or_else(|| missing("article"))?,
            severity: severity.ok_or_else(|| missing("severity"))?,
            repair: repair.ok_or_else(|| missing("repair"))?,
            id: file.id,
            class: file.class,
            says: file.says,
            surely: file.surely,
            examples: file.examples,
            counter_examples: file.counter_examples,
        };
        for (row, written) in self.rows.iter().skip(from).zip(&file.patterns) {
            if !self.grammar.has_anchor(*row) {
                let problem =
                    format!("{written:?} has no word that must occur; wanted at least one");
                return Err(wrong(&of, "patterns", problem));
            }
        }
        if self.rules.iter().any(|other| other.id == rule.id) {
            return Err(wrong(&rule.id, "id", "another rule has it; wanted one of its own"));
        }
        self.rules.push(rule);
        Ok(())
    }

    /// Reads what speaks against rules.
    fn against(
        &mut self,
        of: &str,
        whom: Whom,
        fields: impl IntoIterator<Item = (Does, Vec<String>)>,
    ) -> Result<(), PackError> {
        for (does, written) in fields {
            for each in &written {
                let row = self.row(of, does.field(), each)?;
                self.exceptions.push(((does, whom), row));
            }
        }
        Ok(())
    }

    /// The pack, once all is read.
    fn pack(mut self, lang: Lang, allow: (String, String)) -> Pack {
        self.grammar.vocabulary.finish();
        Pack {
            lang,
            rules: self.rules,
            patterns: Patterns::of(self.rows, &self.grammar),
            rule_of: self.rule_of,
            exceptions: Exceptions::of(self.exceptions),
            grammar: self.grammar,
            weighed: Vec::new(),
            allow,
        }
    }
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
