//! One look at a text: whose words are where, what is promised in them and by when, and what should be worded otherwise.

use crate::dates::{self, Found, Reading};
use crate::statements::{self, Statement};
use crate::wording::{Finding, Packs};
use crate::zones::{self, Owner, Zone};
use crate::{Span, sentences};

/// What a text says.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Whose words are where, over the whole text.
    pub zones: Vec<Zone>,
    /// What is promised, asked, refused or passed on in the writer's own words, in order.
    pub statements: Vec<Dated>,
    /// Wording of the writer that the customer should not get, in order.
    pub findings: Vec<Finding>,
}

/// A statement with the times in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// What is said.
    pub statement: Statement,
    /// The times in it, in order.
    pub times: Vec<Found>,
}

impl Dated {
    /// By when, or when: a deadline, if one is said, else the first point or stretch of time.
    ///
    /// An amount of time that counts from an event is no date: nobody knows yet when it happens.
    pub fn due(&self) -> Option<&Found> {
        let elsewhere = || first_due(self.times.iter()).filter(|_| !self.statement.vague);
        self.dues().next().or_else(elsewhere)
    }

    /// By when, or when, for each clause in which it is said and that names a time: "Monday we send it, Friday we come".
    pub fn dues(&self) -> impl Iterator<Item = &Found> {
        let of = |clause: Span| self.times.iter().filter(move |time| clause.holds(time.span));
        self.statement.clauses.iter().filter_map(move |&clause| first_due(of(clause)))
    }
}

/// A deadline, if one is among these, else the first point or stretch of time.
fn first_due<'a>(times: impl Iterator<Item = &'a Found> + Clone) -> Option<&'a Found> {
    let mut dates = times.filter(|time| time.start.or(time.end).is_some());
    dates.clone().find(|time| time.start.is_none()).or_else(|| dates.next())
}

/// Looks at texts by rules of wording.
#[derive(Debug)]
pub struct Checker {
    packs: Packs,
}

impl Checker {
    /// By our own rules.
    pub fn ours() -> Self {
        Self { packs: Packs::ours() }
    }

    /// By such rules.
    pub fn of(packs: Packs) -> Self {
        Self { packs }
    }

    /// Looks at a text: a sentence, a letter, a whole mail with what it answers.
    pub fn check(&self, text: &str, reading: &Reading<'_>) -> Checked {
        let zones = zones::of(text);
        let sentences = sentences::of(text, &zones, reading.lang);
        let times = dates::find(text, reading);
        let within = |span: Span| -> Vec<Found> {
            times.iter().filter(|time| span.holds(time.span)).cloned().collect()
        };
        let statements = statements::of_sentences(&sentences, &times, reading).into_iter();
        let statements =
            statements.map(|statement| Dated { times: within(statement.span), statement });
        let is_own = |finding: &Finding| {
            let others = zones.iter().filter(|zone| zone.owner != Owner::Writer);
            !others.into_iter().any(|zone| zone.span.overlaps(finding.span))
        };
        let findings = self.packs.check(text, reading.lang).into_iter().filter(is_own);
        Checked { statements: statements.collect(), findings: findings.collect(), zones }
    }
}
