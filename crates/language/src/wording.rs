//! Wording that customers should not get: a time that is no time, a bare no, hiding behind rules, telling the customer what
//! to do, and claims nobody can keep.
//!
//! The rules are packs, files that can be read and written without knowing this program: [`Packs::ours`] for Dutch,
//! Swedish and English, and a company's own by [`Packs::parse`]. How a pattern is written stands in [`pattern`]. Every rule
//! carries sentences it marks and sentences it leaves alone, and [`Packs::tried`] holds it to them.
//!
//! What someone else said, in quotation marks or behind `>`, is never marked.

mod against;
mod anchors;
mod grammar;
mod looking;
mod matching;
mod ours;
mod pack;
mod pattern;
mod quotes;
mod suppress;
mod tokens;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

pub use self::pack::PackError;
pub use self::suppress::Exemptions;

use self::looking::{Looking, Source};
use self::pack::{Pack, Rule};
use self::tokens::{Sentence, Sentences};
use crate::spelling::{Text, lower_of};
use crate::statements::Worded;
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
    /// Those of a sentence, which it can be weighed for.
    pub const WEIGHED: [Self; 5] = [
        Self::VagueTime,
        Self::FlatRefusal,
        Self::HidingRules,
        Self::TellingCustomer,
        Self::AbsoluteClaim,
    ];

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
    /// Whether the weight of the sentence tells it and no rule: its words are the sentence then, and other words cannot
    /// take their place.
    pub by_weight: bool,
}

/// The rule for promises of ours without a date. It is in no pack: what is promised tells it, not how it is worded.
pub const UNDATED: &str = "undated_promise";

/// The rule for times that a reader could take in two ways; in no pack either.
pub const TWO_READINGS: &str = "two_readings";

/// Rules in no pack that an exemption may name.
const OF_THE_TEXT: [&str; 2] = [UNDATED, TWO_READINGS];

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
    /// Whether our own are among them.
    ours: bool,
    more: Vec<Pack>,
}

impl Packs {
    /// Our own rules, for all languages.
    pub const fn ours() -> Self {
        Self { ours: true, more: Vec::new() }
    }

    /// Reads one pack.
    ///
    /// # Errors
    /// Names the rule, the field and what is wanted where it cannot be read.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let pack = Pack::parse(text)?;
        if let Some(rule) = pack.weighed.first() {
            return Err(PackError::Field {
                of: format!("class {}", rule.class.code()),
                field: "says",
                problem: "nothing is weighed by a pack of one's own; wanted it at each rule"
                    .to_owned(),
            });
        }
        if let Some(rule) = pack.rules.iter().find(|rule| rule.surely) {
            return Err(PackError::Field {
                of: format!("rule {}", rule.id),
                field: "surely",
                problem: "all marks of a pack of one's own stand; wanted it left out".to_owned(),
            });
        }
        Ok(Self { ours: false, more: vec![pack] })
    }

    /// These and more; our own come first.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.ours |= more.ours;
        self.more.extend(more.more);
        self
    }

    /// What each rule says, in the order of the packs.
    pub fn rules(&self) -> impl Iterator<Item = RuleInfo<'_>> {
        let all = Lang::ALL.into_iter().flat_map(|lang| self.in_language(lang));
        all.flat_map(|pack| {
            let lang = pack.lang;
            pack.all_rules().map(move |rule| RuleInfo {
                id: &rule.id,
                lang,
                class: rule.class,
                severity: rule.severity,
                says: &rule.says,
                repair: &rule.repair,
            })
        })
    }

    /// The packs of a language; each of our own holds the rules of one class.
    fn in_language(&self, lang: Lang) -> impl Iterator<Item = &Pack> {
        self.ours_of(lang).map(|of| -> &Pack { ours::of(of) }).chain(self.own(lang))
    }

    /// Which of our own packs are among them, for a language.
    fn ours_of(&self, lang: Lang) -> impl Iterator<Item = (Lang, Class)> + use<> {
        let all = self.ours.then_some(Class::WEIGHED);
        all.into_iter().flatten().map(move |class| (lang, class))
    }

    /// Those that are not ours, of a language.
    fn own(&self, lang: Lang) -> impl Iterator<Item = &Pack> {
        self.more.iter().filter(move |each| each.lang == lang)
    }

    /// All that rules mark in a text of that language, in order; findings of a class never overlap.
    pub fn check(&self, text: &str, lang: Lang) -> Vec<Finding> {
        self.check_all(text, lang).0
    }

    /// As [`Self::check`], and what the text exempts.
    pub fn check_all(&self, text: &str, lang: Lang) -> (Vec<Finding>, Vec<Exempted>) {
        let low = lower_of(text);
        self.check_within(Text::of(text, &low), &[Span::new(0, text.len())], &[], lang)
    }

    /// As [`Self::check_all`], of what stands in some stretches of the text, each read by itself; they are in order.
    /// What our own rules mark is held against the weights of the sentences, which are in order too: they add what no rule
    /// marks, and take away what is surely fine.
    pub(crate) fn check_within(
        &self,
        text: Text<'_>,
        stretches: &[Span],
        worded: &[Worded],
        lang: Lang,
    ) -> (Vec<Finding>, Vec<Exempted>) {
        ours::read(
            self.ours_of(lang)
                .filter(|(_, class)| worded.iter().any(|sentence| sentence.may_be_marked(*class))),
        );
        let ours = self.ours_of(lang).map(Source::Ours);
        let packs = ours.chain(self.own(lang).map(Source::Own));
        let mut looking = Looking::by(packs, worded);
        stretches.iter().for_each(|stretch| looking.look(text, *stretch));
        let mut found = looking.found();
        found.retain(|(source, each)| match source {
            Source::Ours(of) => ours::of(*of).is_sure(&each.rule) || !is_fine(each, worded),
            Source::Own(_) => true,
        });
        let mut found: Vec<Finding> = found.into_iter().map(|(_, each)| each).collect();
        let in_order = |each: &Finding| (each.span.start, std::cmp::Reverse(each.span.end));
        found.sort_by_key(in_order);
        if self.ours {
            found.extend(weighed(text.written, worded, lang, &found));
            found.sort_by_key(in_order);
        }
        let mut ends: BTreeMap<Class, usize> = BTreeMap::new();
        found.retain(|each| {
            let end = ends.entry(each.class).or_insert(0);
            let free = each.span.start >= *end;
            *end = if free { each.span.end } else { *end };
            free
        });
        let exempted = self.exempt(text.written, lang, &mut found);
        (found, exempted)
    }

    /// Takes away what is exempted, and marks exemptions that name no known rule or no reason.
    fn exempt(&self, text: &str, lang: Lang, found: &mut Vec<Finding>) -> Vec<Exempted> {
        let exemptions = suppress::all(text);
        let mut exempted = Vec::new();
        if exemptions.is_empty() {
            return exempted;
        }
        let packs = || self.in_language(lang);
        let known: BTreeSet<&str> =
            packs().flat_map(Pack::all_rules).map(|rule| rule.id.as_str()).collect();
        let is_known = |rule: &str| {
            known.contains(rule) || claims::RULES.contains(&rule) || OF_THE_TEXT.contains(&rule)
        };
        let reasons = Exemptions::among(&exemptions);
        found.retain(|finding| {
            let reason = reasons.reason(&finding.rule, finding.span);
            let at = exemptions.partition_point(|each| each.span.end <= finding.span.start);
            // A sentence that is marked as a whole may hold an exemption for something else.
            let inside = exemptions.get(at).is_some_and(|each| {
                let overlaps = !finding.by_weight && each.span.overlaps(finding.span);
                overlaps || each.span.holds(finding.span)
            });
            if let (Some(reason), false) = (reason, inside) {
                let reason = reason.to_owned();
                exempted.push(Exempted { finding: finding.clone(), reason });
            }
            reason.is_none() && !inside
        });
        let Some(pack) = packs().next() else { return exempted };
        let bad = exemptions.iter().filter(|each| each.reason.is_none() || !is_known(each.rule));
        found.extend(bad.map(|each| Finding {
            span: each.span,
            rule: "exemption".to_owned(),
            class: Class::Exemption,
            severity: Severity::Warning,
            article: String::new(),
            says: pack.allow.0.clone(),
            repair: pack.allow.1.clone(),
            by_weight: false,
        }));
        found.sort_by_key(|each| each.span.start);
        exempted
    }

    /// Holds every rule to its own sentences: what each should have marked and did not, or marked and should not have.
    /// Our own rules leave theirs behind when they are compiled in: a test tries them.
    pub fn tried(&self) -> Vec<String> {
        let all = Lang::ALL.into_iter().flat_map(|lang| self.in_language(lang));
        all.flat_map(|pack| pack.tried(self)).collect()
    }
}

/// Whether the sentences in which a rule marks something are surely free of that.
fn is_fine(found: &Finding, worded: &[Worded]) -> bool {
    let from = worded.partition_point(|each| each.sentence.end <= found.span.start);
    let around = worded.get(from..).unwrap_or_default().iter();
    let mut around = around.take_while(|each| each.sentence.start < found.span.end).peekable();
    around.peek().is_some() && around.all(|each| each.is_free_of(found.class))
}

/// What is worded badly by its weight, where no rule marks the sentence for the same and nothing in it speaks against the
/// rules of its class, unless it is surely bad; what rules found is in order.
fn weighed(text: &str, worded: &[Worded], lang: Lang, found: &[Finding]) -> Vec<Finding> {
    let mut more = Vec::new();
    for (place, each) in worded.iter().enumerate().filter(|(_, each)| each.has_fault()) {
        let begins = found.partition_point(|one| one.span.start < each.sentence.start);
        let ends = found.partition_point(|one| one.span.start < each.sentence.end);
        let known = found.get(begins..ends).unwrap_or_default();
        let next = || {
            let next = worded.get(place + 1)?.sentence;
            let between = text.get(each.sentence.end..next.start)?;
            between.trim().is_empty().then(|| next.of(text))
        };
        for class in Class::WEIGHED.into_iter().filter(|class| each.is_bad(*class)) {
            let pack = ours::of((lang, class));
            let excused_here =
                || !each.is_surely_bad(class) && pack.excuses(class, each.sentence.of(text));
            // What the next sentence says is not weighed with this one.
            let is_excused =
                || next().is_some_and(|next| pack.excuses_before(class, next)) || excused_here();
            if known.iter().all(|one| one.class != class) && !is_excused() {
                let marked = |rule| Finding { by_weight: true, ..finding(rule, each.sentence) };
                more.extend(pack.weighed.iter().map(marked));
            }
        }
    }
    more
}

impl Pack {
    /// Its rules, and what is said by weight.
    fn all_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().chain(&self.weighed)
    }

    /// Whether the marks of a rule stand, however the words of a sentence weigh.
    fn is_sure(&self, id: &str) -> bool {
        self.rules.iter().any(|rule| rule.surely && rule.id == id)
    }

    /// Whether anything in a text speaks against all rules of a class.
    fn excuses(&self, class: Class, text: &str) -> bool {
        let lower = lower_of(text);
        let mut reader = Sentences::of(Text::of(text, &lower));
        let mut sentence = Sentence::empty();
        while reader.read(&mut sentence) {
            sentence.meet(0, &self.grammar.vocabulary);
            if self.exceptions.excuse(class, &sentence, &self.grammar) {
                return true;
            }
        }
        false
    }

    /// Whether a text speaks against all rules of a class in the sentence before it.
    fn excuses_before(&self, class: Class, text: &str) -> bool {
        let lower = lower_of(text);
        let mut next = Sentence::empty();
        Sentences::of(Text::of(text, &lower)).read(&mut next);
        next.meet(0, &self.grammar.vocabulary);
        self.exceptions.excuse_before(class, &next, &self.grammar)
    }

    fn tried(&self, all: &Packs) -> Vec<String> {
        let mut wrong = Vec::new();
        for rule in &self.rules {
            let marks = |text: &str| -> Vec<Finding> {
                let found = all.check(text, self.lang);
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
        by_weight: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_rules_mark_their_examples_and_leave_their_counter_examples() {
        let ours = Packs::ours();
        for written in ["nl", "sv", "en"].map(|code| format!("packs/{code}.toml")) {
            let text = std::fs::read_to_string(&written).unwrap();
            let pack = Pack::parse(&text).unwrap();
            let wrong = pack.tried(&ours);
            assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
            let each = |rule: &Rule| (rule.id.clone(), rule.surely, rule.says.clone());
            let ids: Vec<_> = pack.all_rules().map(each).collect();
            let mut all: Vec<_> =
                ours.in_language(pack.lang).flat_map(|one| &one.rules).map(each).collect();
            all.extend(ours.in_language(pack.lang).flat_map(|one| &one.weighed).map(each));
            assert_eq!(ids, all, "{written}");
        }
    }
}
