//! Wording that customers should not get: a time that is no time, a bare no, hiding behind rules, telling the customer what
//! to do, and claims nobody can keep.
//!
//! The rules are packs, files that can be read and written without knowing this program: [`Packs::ours`] for Dutch,
//! Swedish and English, and a company's own by [`Packs::parse`]. How a pattern is written stands in [`pattern`]. Every rule
//! carries sentences it marks and sentences it leaves alone, and [`Packs::tried`] holds it to them.
//!
//! What someone else said, in quotation marks or behind `>`, is never marked.

mod matching;
mod pack;
mod pattern;
mod quotes;
mod suppress;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use serde::Deserialize;

pub use self::pack::PackError;
pub use self::suppress::Exemptions;

use self::pack::{Against, Pack, Rule};
use self::tokens::Sentence;
use crate::{Lang, Span, claims};

/// What is wrong with a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A time is given that is no time.
    VagueTime,
    /// A no without a way.
    FlatRefusal,
    /// Rules, systems or others are hidden behind.
    HidingRules,
    /// The customer is told what to do, or that it is their own fault.
    TellingCustomer,
    /// Something is claimed without limit or proof.
    AbsoluteClaim,
    /// An exemption names no rule or no reason.
    Exemption,
}

impl Class {
    /// Its name in packs and in output.
    pub const fn code(self) -> &'static str {
        match self {
            Self::VagueTime => "vague_time",
            Self::FlatRefusal => "flat_refusal",
            Self::HidingRules => "hiding_rules",
            Self::TellingCustomer => "telling_customer",
            Self::AbsoluteClaim => "absolute_claim",
            Self::Exemption => "exemption",
        }
    }
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Could be better.
    Note,
    /// Should be said otherwise.
    Warning,
    /// Should not be sent.
    Error,
}

/// Words that a customer should not get, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The words.
    pub span: Span,
    /// The rule that marks them.
    pub rule: String,
    /// What is wrong.
    pub class: Class,
    /// How much it matters.
    pub severity: Severity,
    /// The article the rule comes from.
    pub article: String,
    /// Why, in the language of the text.
    pub says: String,
    /// What to do instead, in the language of the text.
    pub repair: String,
}

/// A finding that an exemption in the text takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exempted {
    /// What would have been found.
    pub finding: Finding,
    /// Why it may stay.
    pub reason: String,
}

/// What a rule says, whatever text it looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo<'a> {
    /// Its name.
    pub id: &'a str,
    /// The language it looks at.
    pub lang: Lang,
    /// What is wrong.
    pub class: Class,
    /// How much it matters.
    pub severity: Severity,
    /// Why, in its language.
    pub says: &'a str,
    /// What to do instead, in its language.
    pub repair: &'a str,
}

/// Rules about wording, of one or more languages.
#[derive(Debug)]
pub struct Packs {
    packs: Vec<Ready>,
}

/// A pack with what finds its rules quickly.
#[derive(Debug)]
struct Ready {
    pack: Pack,
    anchors: AhoCorasick,
    /// Which patterns want each anchor: rule and pattern, by index.
    wanted_by: Vec<Vec<(usize, usize)>>,
}

impl Packs {
    /// Our own rules, for all languages.
    ///
    /// # Panics
    /// Never: the packs are part of the program and its tests read them.
    #[expect(
        clippy::expect_used,
        reason = "the packs are compiled in, and a test reads each of them"
    )]
    pub fn ours() -> Self {
        let texts = [
            include_str!("../packs/nl.toml"),
            include_str!("../packs/sv.toml"),
            include_str!("../packs/en.toml"),
        ];
        let packs = texts.map(|text| Self::parse(text).expect("our own packs are read by a test"));
        packs.into_iter().fold(Self { packs: Vec::new() }, Self::and)
    }

    /// Reads one pack.
    ///
    /// # Errors
    /// Names the rule, the field and what is wanted where it cannot be read.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        Ok(Self { packs: vec![Ready::of(Pack::parse(text)?)?] })
    }

    /// These and more.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.packs.extend(more.packs);
        self
    }

    /// What each rule says, in the order of the packs.
    pub fn rules(&self) -> impl Iterator<Item = RuleInfo<'_>> {
        self.packs.iter().flat_map(|ready| {
            let lang = ready.pack.lang;
            ready.pack.rules.iter().map(move |rule| RuleInfo {
                id: &rule.id,
                lang,
                class: rule.class,
                severity: rule.severity,
                says: &rule.says,
                repair: &rule.repair,
            })
        })
    }

    /// All that customers should not get in a text of that language, in order; findings of a class never overlap.
    pub fn check(&self, text: &str, lang: Lang) -> Vec<Finding> {
        self.check_all(text, lang).0
    }

    /// As [`Self::check`], and what the text exempts.
    pub fn check_all(&self, text: &str, lang: Lang) -> (Vec<Finding>, Vec<Exempted>) {
        let sentences = tokens::sentences(text);
        let mut found: Vec<Finding> = Vec::new();
        let mut after = sentences.iter().skip(1);
        for sentence in &sentences {
            let next = after.next();
            for ready in self.packs.iter().filter(|each| each.pack.lang == lang) {
                ready.check(sentence, next, &mut found);
            }
        }
        found.sort_by_key(|each| (each.span.start, std::cmp::Reverse(each.span.end)));
        let mut ends: BTreeMap<Class, usize> = BTreeMap::new();
        found.retain(|each| {
            let end = ends.entry(each.class).or_insert(0);
            let free = each.span.start >= *end;
            *end = if free { each.span.end } else { *end };
            free
        });
        let exempted = self.exempt(text, lang, &mut found);
        (found, exempted)
    }

    /// Takes away what is exempted, and marks exemptions that name no known rule or no reason.
    fn exempt(&self, text: &str, lang: Lang, found: &mut Vec<Finding>) -> Vec<Exempted> {
        let exemptions = suppress::all(text);
        let mut exempted = Vec::new();
        if exemptions.is_empty() {
            return exempted;
        }
        let packs =
            || self.packs.iter().filter(|each| each.pack.lang == lang).map(|each| &each.pack);
        let known: BTreeSet<&str> =
            packs().flat_map(|pack| &pack.rules).map(|rule| rule.id.as_str()).collect();
        let is_known = |rule: &str| known.contains(rule) || claims::RULES.contains(&rule);
        // By the rule they name, in order: each finding looks only at those that may cover it.
        let mut by_rule: BTreeMap<&str, Vec<(Span, &str)>> = BTreeMap::new();
        for each in exemptions.iter().filter(|each| each.has_reason) {
            by_rule.entry(each.rule).or_default().push((each.covers, each.reason));
        }
        found.retain(|finding| {
            let covers = by_rule.get(finding.rule.as_str()).map_or(&[][..], Vec::as_slice);
            let from = covers.partition_point(|(span, _)| span.end <= finding.span.start);
            let covered = covers.get(from).filter(|(span, _)| span.overlaps(finding.span));
            let at = exemptions.partition_point(|each| each.span.end <= finding.span.start);
            let inside = exemptions.get(at).is_some_and(|each| each.span.overlaps(finding.span));
            if let (Some((_, reason)), false) = (covered, inside) {
                let reason = (*reason).to_owned();
                exempted.push(Exempted { finding: finding.clone(), reason });
            }
            covered.is_none() && !inside
        });
        let Some(pack) = packs().next() else { return exempted };
        let bad = exemptions.iter().filter(|each| !each.has_reason || !is_known(each.rule));
        found.extend(bad.map(|each| Finding {
            span: each.span,
            rule: "exemption".to_owned(),
            class: Class::Exemption,
            severity: Severity::Warning,
            article: String::new(),
            says: pack.allow.0.clone(),
            repair: pack.allow.1.clone(),
        }));
        found.sort_by_key(|each| each.span.start);
        exempted
    }

    /// Holds every rule to its own sentences: what each should have marked and did not, or marked and should not have.
    pub fn tried(&self) -> Vec<String> {
        self.packs.iter().flat_map(|ready| ready.tried(self)).collect()
    }
}

/// Stretches of words: indices of tokens, the ends exclusive.
type Words = Vec<(usize, usize)>;

impl Ready {
    fn of(pack: Pack) -> Result<Self, PackError> {
        let mut wanted: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (index, rule) in pack.rules.iter().enumerate() {
            for (which, items) in rule.patterns.iter().enumerate() {
                for word in pattern::anchors(items).unwrap_or_default() {
                    wanted.entry(word).or_default().push((index, which));
                }
            }
        }
        let anchors = AhoCorasick::new(wanted.keys())
            .map_err(|error| PackError::Toml(format!("its words are too many: {error}")))?;
        Ok(Self { pack, anchors, wanted_by: wanted.into_values().collect() })
    }

    fn check(&self, sentence: &Sentence, next: Option<&Sentence>, found: &mut Vec<Finding>) {
        let mut candidates: BTreeSet<(usize, usize)> = BTreeSet::new();
        for hit in self.anchors.find_overlapping_iter(&sentence.words) {
            candidates.extend(self.wanted_by.get(hit.pattern().as_usize()).into_iter().flatten());
        }
        // Candidates come rule by rule, so what speaks against a rule is looked up once a sentence.
        let mut known: Option<(usize, Option<Against>)> = None;
        for (index, which) in candidates {
            let rule = &self.pack.rules[index];
            for each in matching::all(&rule.patterns[which], sentence) {
                let marked = sentence.tokens.get(each.marked.0..each.marked.1).unwrap_or_default();
                let (Some(first), Some(last)) = (marked.first(), marked.last()) else { continue };
                if marked.iter().any(|token| token.quoted) {
                    continue;
                }
                if known.as_ref().is_none_or(|&(of, _)| of != index) {
                    let applies = self.pack.applies(rule, sentence, next);
                    known = Some((index, applies.then(|| self.pack.against(rule, sentence))));
                }
                let Some((_, Some(against))) = &known else { break };
                if against.leaves(each) {
                    found.push(finding(rule, Span::new(first.span.start, last.span.end)));
                }
            }
        }
    }

    fn tried(&self, all: &Packs) -> Vec<String> {
        let mut wrong = Vec::new();
        for rule in &self.pack.rules {
            let marks = |text: &str| -> Vec<Finding> {
                let found = all.check(text, self.pack.lang);
                found.into_iter().filter(|each| each.class == rule.class).collect()
            };
            for written in &rule.examples {
                let (text, marked) = pack::example(written);
                let found = marks(&text);
                let words = marked.as_deref().map(pack::spelled).unwrap_or_default();
                let right = found.iter().any(|each| {
                    let got = pack::spelled(each.span.of(&text));
                    each.rule == rule.id && (got.contains(&words) || words.contains(&got))
                });
                if !right {
                    let got: Vec<_> =
                        found.iter().map(|each| (&each.rule, each.span.of(&text))).collect();
                    wrong.push(format!("{}: should mark {written:?}, got {got:?}", rule.id));
                }
            }
            for text in &rule.counter_examples {
                for each in marks(text) {
                    let got = each.span.of(text);
                    wrong.push(format!("{}: {} marks {got:?} in {text:?}", rule.id, each.rule));
                }
            }
        }
        wrong
    }
}

fn finding(rule: &Rule, span: Span) -> Finding {
    Finding {
        span,
        rule: rule.id.clone(),
        class: rule.class,
        severity: rule.severity,
        article: rule.article.clone(),
        says: rule.says.clone(),
        repair: rule.repair.clone(),
    }
}
