//! `cargo xtask learn`: learns the weights by which crate `language` weighs sentences, from sentences in the project.
//!
//! Two kinds of sentences teach what is said. Those under `learning/` were never used to make rules: from them is learned how far the
//! signs of the rules can be believed. Those of the tests, from which the rules were made, teach their words only: there
//! the rules are right by construction, and would be believed too much. How things are worded is taught by sentences of
//! their own, by those from which rules of wording were made, and by sentences of mails in which no such rule finds
//! anything.

use std::collections::BTreeSet;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, bail};
use clap::Args;
use jiff::civil::date;
use language::dates::Reading;
use language::statements::{Meaning, Scale, Signs, Table, Weights};
use language::wording::{Class, Packs};
use language::{Lang, Span, statements};

use crate::machine::Machine;
use crate::output::say;

/// What to do beside learning.
#[derive(Debug, Args)]
pub(crate) struct Wanted {
    /// Say also how well sentences are told that were left out of learning, each tenth in turn.
    #[arg(long)]
    tenfold: bool,
}

/// Parts into which sentences are cut to judge each by what the others taught.
const FOLDS: usize = 10;

/// The signs of a sentence, with what it is told to mean and how it is worded, as far as anybody says.
struct Taught {
    signs: Signs,
    label: Option<Label>,
    wording: Option<Wording>,
}

impl Taught {
    /// Whether it is what a scale weighs, if that is known.
    fn has(&self, wanted: Scale) -> Option<bool> {
        match wanted {
            Scale::Said(meaning) => self.label?.has(meaning),
            // What is wrong with a sentence in one way may be so in another; nobody says.
            Scale::Worded(class) => match self.wording? {
                Wording::Bad(of) => (of == class).then_some(true),
                Wording::Fine => Some(false),
            },
        }
    }
}

/// How a sentence is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wording {
    Fine,
    Bad(Class),
}

/// What a sentence is told to mean.
#[derive(Debug, Clone, Copy)]
enum Label {
    Meaning(Meaning),
    /// None of the meanings.
    None,
    /// Neither a promise of ours nor a request; nobody says whether the reader promises.
    NotOurs,
}

impl Label {
    /// As the tables of sentences and the marks of mails name it.
    fn of(name: &str) -> Self {
        match name {
            "us" | "us~" => Self::Meaning(Meaning::Ours),
            "them" => Self::Meaning(Meaning::Theirs),
            "request" => Self::Meaning(Meaning::Asked),
            "not" => Self::NotOurs,
            _ => Self::None,
        }
    }

    /// Whether it is this meaning, if that is known.
    fn has(self, wanted: Meaning) -> Option<bool> {
        match self {
            Self::Meaning(meaning) => Some(meaning == wanted),
            Self::NotOurs if wanted == Meaning::Theirs => None,
            Self::None | Self::NotOurs => Some(false),
        }
    }
}

/// Learns the weights of every language.
///
/// # Errors
/// When a table or a file of weights cannot be read or written.
pub(crate) fn run(machine: &Machine, wanted: &Wanted) -> anyhow::Result<()> {
    for lang in Lang::ALL {
        let lessons = Lessons::of(machine, lang)?;
        if wanted.tenfold {
            for scale in Scale::ALL {
                let figures = lessons.tenfold(scale);
                say(format_args!("{}: {scale:?}: {figures}", lang.code()));
            }
        }
        let file = kept(machine, lang);
        let bytes = lessons.weights().bytes();
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
        let (fresh, known) = (lessons.fresh.len(), lessons.known.len());
        let code = lang.code();
        say(format_args!("{code}: weights from {fresh} sentences and the words of {known}"));
    }
    Ok(())
}

/// Fails where the kept weights are not what the sentences teach.
///
/// # Errors
/// When they are not, or a table or a file of weights cannot be read.
pub(crate) fn check(machine: &Machine) -> anyhow::Result<()> {
    for lang in Lang::ALL {
        let file = kept(machine, lang);
        if !Lessons::of(machine, lang)?.weights().are_about(&fs::read(&file)?) {
            bail!("{}: not what the sentences teach; run `cargo xtask learn`", file.display());
        }
    }
    Ok(())
}

/// Where the weights of a language are kept.
fn kept(machine: &Machine, lang: Lang) -> PathBuf {
    machine.root().join("crates/language/weights").join(format!("{}.bin", lang.code()))
}

/// What a language is learned from.
struct Lessons {
    /// Sentences that no rule of statements was made from.
    fresh: Vec<Taught>,
    /// Sentences that rules were made from.
    known: Vec<Taught>,
}

impl Lessons {
    fn of(machine: &Machine, lang: Lang) -> anyhow::Result<Self> {
        let home = machine.root().join("crates/language");
        let mut worded = worded_in(&home.join("learning/worded"), lang)?;
        worded.extend(worded_in(&home.join("tests/worded"), lang)?);
        let bad = worded.iter().filter(|one| one.class.is_some());
        let bad: BTreeSet<&str> = bad.map(|one| one.sentence.as_str()).collect();
        let mut known = sentences(&home.join("tests/said"), lang)?;
        known.extend(mails(&home.join("tests/mails"), lang, &bad)?);
        let mut fresh = sentences(&home.join("learning"), lang)?;
        fresh.extend(mails(&home.join("learning/mails"), lang, &bad)?);
        fresh.extend(worded.into_iter().map(Worded::taught));
        Ok(Self { fresh, known })
    }

    fn weights(&self) -> Weights {
        let learned = |scale| learned(scale, self.fresh.iter(), &self.known);
        let tables = thread::scope(|scope| {
            let scales = Scale::ALL.map(|scale| scope.spawn(move || learned(scale)));
            scales.map(|scale| scale.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
        });
        Weights::of(&tables)
    }

    /// How well what a scale weighs is told of each tenth of the fresh sentences by what all others teach.
    fn tenfold(&self, scale: Scale) -> String {
        let (mut by_weight, mut by_rules) = (Told::default(), Told::default());
        for fold in 0..FOLDS {
            let others = self.fresh.iter().enumerate().filter(|(at, _)| at % FOLDS != fold);
            let table = learned(scale, others.map(|(_, one)| one), &self.known);
            for one in self.fresh.iter().skip(fold).step_by(FOLDS) {
                let Some(has) = one.has(scale) else { continue };
                by_weight.add(&Answer { told: table.holds(scale, &one.signs), has });
                if let Scale::Said(meaning) = scale {
                    by_rules.add(&Answer { told: one.signs.by_rules(meaning), has });
                }
            }
        }
        match scale {
            Scale::Said(_) => {
                format!("by weight {}, by rules alone {}", by_weight.figures(), by_rules.figures())
            }
            // Rules of wording are asked elsewhere.
            Scale::Worded(_) => format!("by weight {}", by_weight.figures()),
        }
    }
}

/// The tables of a language in a folder, in order of their names, with those names.
fn tables(folder: &Path, lang: Lang) -> anyhow::Result<Vec<(String, String)>> {
    let files = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut tables = Vec::new();
    for file in files {
        let file = file?.path();
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if name.split('-').any(|part| part == lang.code()) {
            tables.push((name.to_owned(), fs::read_to_string(&file)?));
        }
    }
    tables.sort();
    Ok(tables)
}

/// What sentences in tables teach: `LABEL | sentence` or `LABEL | why | sentence`.
fn sentences(folder: &Path, lang: Lang) -> anyhow::Result<Vec<Taught>> {
    let mut all = Vec::new();
    for (name, table) in tables(folder, lang)? {
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let parts = line.split_once(" | ").zip(line.rsplit_once(" | "));
            let Some(((label, _), (_, text))) = parts else {
                bail!("{name}: {line:?}: wanted `LABEL | sentence`");
            };
            let label = Label::of(label);
            let mut signs = statements::signs(text, &thursday(lang));
            // A greeting by itself holds no sentence, and of two nobody says which one is meant.
            if signs.len() <= 1 {
                let label = Some(label);
                all.extend(signs.pop().map(|(_, signs)| Taught { signs, label, wording: None }));
            }
        }
    }
    Ok(all)
}

/// A sentence that teaches how things are worded.
struct Worded {
    sentence: String,
    signs: Signs,
    /// What is wrong with it, if anything is.
    class: Option<Class>,
}

impl Worded {
    fn taught(self) -> Taught {
        let wording = self.class.map_or(Wording::Fine, Wording::Bad);
        Taught { signs: self.signs, label: None, wording: Some(wording) }
    }
}

/// The sentences of tables as those of the tests: `# class`, then `+ a [marked] sentence` or `- one to leave alone`.
fn worded_in(folder: &Path, lang: Lang) -> anyhow::Result<Vec<Worded>> {
    let mut all = Vec::new();
    for (name, table) in tables(folder, lang)? {
        let mut class = None;
        for line in table.lines() {
            let Some((sign, text)) = line.split_once(' ') else {
                bail!("{name}: {line:?}: wanted `# CLASS`, `+ sentence` or `- sentence`");
            };
            if sign == "#" {
                class = Class::WEIGHED.into_iter().find(|known| known.code() == text);
                if class.is_none() && text != "none" {
                    bail!("{name}: {line:?}: wanted a class of wording, or `none`");
                }
                continue;
            }
            let is_bad = class.is_some() && text.contains('[') && text.contains(']');
            if !matches!((sign, is_bad), ("+", true) | ("-", false)) {
                bail!("{name}: {line:?}: wanted `+` with [marked] words, or `-` without");
            }
            let (before, after) = text.split_once('[').unwrap_or_default();
            let marked = after.split_once(']').map_or(0, |(marked, _)| marked.len());
            let marked = Span::new(before.len(), before.len() + marked);
            let text = text.replace(['[', ']'], "");
            let signs = statements::signs(&text, &thursday(lang));
            all.extend(signs.into_iter().map(|(span, signs)| {
                let is_marked = sign == "+" && span.overlaps(marked);
                let sentence = span.of(&text).to_owned();
                Worded { sentence, signs, class: class.filter(|_| is_marked) }
            }));
        }
    }
    Ok(all)
}

/// What the sentences of whole mails teach, in which what is said stands as `{{us 2026-11-20|We come tomorrow.}}`. They
/// are worded well, but for those that a rule marks and those that are known to be bad.
fn mails(folder: &Path, lang: Lang, bad: &BTreeSet<&str>) -> anyhow::Result<Vec<Taught>> {
    let mut all = Vec::new();
    for (name, mails) in tables(folder, lang)? {
        for mail in mails.split("=====\n") {
            let (reading, mail) = written(mail, lang).with_context(|| name.clone())?;
            let (mut text, mut marks) = (String::new(), Vec::new());
            for part in mail.split("{{") {
                let marked = part.split_once("}}").and_then(|(inside, after)| {
                    inside.split_once('|').map(|(mark, inside)| (mark, inside, after))
                });
                let Some((mark, inside, after)) = marked else {
                    text.push_str(part);
                    continue;
                };
                let start = text.len();
                text.push_str(inside);
                let name = mark.split(' ').next().unwrap_or_default();
                marks.push((Span::new(start, text.len()), Label::of(name)));
                text.push_str(after);
            }
            let badly = Packs::ours().check(&text, lang);
            let signs = statements::signs(&text, &reading).into_iter();
            all.extend(signs.map(|(span, signs)| {
                let mark = marks.iter().find(|(marked, _)| marked.overlaps(span));
                let label = mark.map_or(Label::None, |&(_, label)| label);
                let is_marked = badly.iter().any(|finding| finding.span.overlaps(span));
                let is_fine = !is_marked && !bad.contains(span.of(&text));
                let wording = is_fine.then_some(Wording::Fine);
                Taught { signs, label: Some(label), wording }
            }));
        }
    }
    Ok(all)
}

/// When a mail was written, as a first line `@ 2026-11-19T09:00` says, and the mail below.
fn written(mail: &str, lang: Lang) -> anyhow::Result<(Reading<'static>, &str)> {
    let head =
        mail.split_once('\n').and_then(|(head, mail)| Some((head.strip_prefix("@ ")?, mail)));
    let Some((head, mail)) = head else { return Ok((thursday(lang), mail)) };
    let at = head.trim().parse().with_context(|| format!("{head:?}: wanted a day and a time"))?;
    Ok((Reading::at(at, lang), mail))
}

/// The Thursday morning on which all other sentences are read.
fn thursday(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang)
}

/// The weights on one scale that sentences teach. Of those that were known to the rules, whatever comes out wrong is
/// taught once more with what the rules say of it.
fn learned<'a>(scale: Scale, fresh: impl Iterator<Item = &'a Taught>, known: &[Taught]) -> Table {
    let known = || known.iter().filter_map(|one| Some((&one.signs, one.has(scale)?)));
    let fresh = fresh.filter_map(|one| Some((one.signs.clone(), one.has(scale)?)));
    let words = known().map(|(signs, has)| (signs.clone().without_rules(), has));
    let mut samples: Vec<(Signs, bool)> = words.chain(fresh).collect();
    if let Scale::Said(meaning) = scale {
        samples.retain(|(signs, _)| meaning.is_weighed(signs));
    }
    let mut table = Table::learned(scale, &samples);
    for _ in 0..LESSONS {
        let wrong = known().filter(|(signs, has)| table.holds(scale, signs) != *has);
        let before = samples.len();
        samples.extend(wrong.map(|(signs, has)| (signs.clone(), has)));
        if samples.len() == before {
            break;
        }
        table = Table::learned(scale, &samples);
    }
    table
}

/// How often at most what came out wrong is taught once more.
const LESSONS: usize = 4;

/// What was told of a sentence, and what it is.
struct Answer {
    told: bool,
    has: bool,
}

/// How often a meaning was told right and wrong.
#[derive(Debug, Default)]
struct Told {
    right: f64,
    missed: f64,
    false_alarms: f64,
}

impl Told {
    fn add(&mut self, answer: &Answer) {
        match (answer.told, answer.has) {
            (true, true) => self.right += 1.0,
            (true, false) => self.false_alarms += 1.0,
            (false, true) => self.missed += 1.0,
            (false, false) => {}
        }
    }

    fn figures(&self) -> String {
        let precision = self.right / (self.right + self.false_alarms).max(1.0);
        let recall = self.right / (self.right + self.missed).max(1.0);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        format!("F1 {f1:.3} (precision {precision:.3}, recall {recall:.3})")
    }
}
