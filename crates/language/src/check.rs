//! One look at a text: whose words are where, what is promised in them and by when, and what should be worded otherwise.

use crate::dates::{self, Direction, Found, Grain, Reading};
use crate::doubt::Doubt;
use crate::statements::{self, Label, Statement, Who};
use crate::wording::{Class, Exempted, Finding, Packs};
use crate::words::{Text, lower_of};
use crate::zones::{self, Kind, Owner, Zone};
use crate::{Span, doubt, sentences};

/// What a text says.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Whose words are where, over the whole text.
    pub zones: Vec<Zone>,
    /// What is promised, asked, refused or passed on in the writer's own words, in order.
    pub statements: Vec<Dated>,
    /// Wording of the writer that the customer should not get, in order.
    pub findings: Vec<Finding>,
    /// Times of the writer that a reader could take in two ways, in order.
    pub doubts: Vec<Doubt>,
    /// Wording that the text exempts, with its reason, in order.
    pub exempted: Vec<Exempted>,
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
        let all = self.statement.span;
        let elsewhere = || self.due_within(all).filter(|_| !self.statement.vague);
        self.dues().next().or_else(elsewhere)
    }

    /// By when, or when, for each clause in which it is said and that names a time: "Monday we send it, Friday we come".
    pub fn dues(&self) -> impl Iterator<Item = &Found> {
        self.statement.clauses.iter().filter_map(|&clause| self.due_within(clause))
    }

    /// A deadline, if one is in these words, else the first time. A deadline before another time is one of what is
    /// spoken of, "orders before noon leave the same day", and a time of a thing is none.
    fn due_within(&self, words: Span) -> Option<&Found> {
        let dates = || {
            self.times.iter().filter(move |time| {
                let dated = time.start.or(time.end).is_some();
                dated && words.holds(time.span) && !time.of_thing
            })
        };
        let last = dates().next_back()?;
        let deadline =
            |time: &&Found| time.start.is_none() || time.direction == Some(Direction::Within);
        match dates().next() {
            Some(first) if deadline(&first) => Some(last),
            first => dates().find(deadline).or(first),
        }
    }
}

/// Whether a calendar tells the day by which something is due, though in words that often do not: "by the end of January".
fn is_a_day(finding: &Finding, times: &[Found]) -> bool {
    let from = times.partition_point(|time| time.span.end <= finding.span.start);
    let around = times.get(from..).unwrap_or_default().iter();
    let mut around = around.take_while(|time| time.span.start < finding.span.end);
    let is_due = |time: &&Found| {
        let until =
            matches!(time.direction, Some(Direction::By | Direction::Before | Direction::Within));
        until && time.end.is_some() && time.grain <= Grain::Day && !time.blurred
    };
    // Where no words are marked but the sentence, any of its times may be that day.
    if finding.by_weight {
        around.any(|time| is_due(&time))
    } else {
        around.next().as_ref().is_some_and(is_due)
    }
}

/// Whether only others are spoken of, whose times are theirs to say.
fn is_of_others(finding: &Finding, statements: &[Dated]) -> bool {
    let from = statements.partition_point(|each| each.statement.span.end <= finding.span.start);
    let around = statements.get(from..).unwrap_or_default().iter();
    let mut around =
        around.take_while(|each| each.statement.span.start < finding.span.end).peekable();
    let is_other = |each: &Dated| match (each.statement.label, each.statement.who) {
        (Label::PassedOn, _) | (Label::Commitment, Who::Them | Who::ThirdParty) => true,
        (Label::Request | Label::Refusal, _) | (Label::Commitment, Who::Us) => false,
    };
    around.peek().is_some() && around.all(is_other)
}

/// Whether words are the writer's, said to this customer: a signature is the writer's and said to nobody, and a greeting
/// says nothing.
fn is_said(zone: &Zone) -> bool {
    zone.owner == Owner::Writer && !matches!(zone.kind, Kind::Signature | Kind::Greeting)
}

/// Looks at texts by rules of wording.
#[derive(Debug)]
pub struct Checker {
    packs: Packs,
}

impl Checker {
    /// By our own rules.
    pub const fn ours() -> Self {
        Self { packs: Packs::ours() }
    }

    /// The rules it looks by.
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// By such rules.
    pub const fn of(packs: Packs) -> Self {
        Self { packs }
    }

    /// Looks at a text: a sentence, a letter, a whole mail with what it answers.
    pub fn check(&self, text: &str, reading: &Reading<'_>) -> Checked {
        if !statements::are_ready(reading.lang) {
            // The first text in a language waits for tables to be made.
            std::thread::scope(|scope| {
                let dates = || dates::make_ready(reading.lang);
                // Where no thread can be had, they are made when they are first asked for.
                let _none_or_one = std::thread::Builder::new().spawn_scoped(scope, dates);
                statements::make_ready(reading.lang);
            });
        }
        self.look(text, reading)
    }

    fn look(&self, text: &str, reading: &Reading<'_>) -> Checked {
        let zones = zones::of(text);
        let low = lower_of(text);
        let both = Text::of(text, &low);
        let sentences = sentences::of(both, &zones, reading.lang);
        // A quotation inside a sentence belongs to it.
        let is_among = |zone: &Zone| is_said(zone) || zone.kind == Kind::Quotation;
        let own = zones::runs(&zones, is_among);
        let times = dates::find_within(both, &own, reading);
        let within = |span: Span| -> Vec<Found> {
            let from = times.partition_point(|time| time.span.start < span.start);
            let inside = times.get(from..).unwrap_or_default().iter();
            let inside = inside.take_while(|time| time.span.start < span.end);
            inside.filter(|time| span.holds(time.span)).cloned().collect()
        };
        let (statements, worded) = statements::of_sentences(&sentences, &times, reading);
        let statements: Vec<Dated> = statements
            .into_iter()
            .map(|statement| Dated { times: within(statement.span), statement })
            .collect();
        let are_all = |span: Span, fits: fn(&Zone) -> bool| {
            let from = zones.partition_point(|zone| zone.span.end <= span.start);
            let around = zones.get(from..).unwrap_or_default().iter();
            let mut around = around.take_while(|zone| zone.span.start < span.end);
            around.all(fits)
        };
        let is_own = |span| are_all(span, is_said);
        // An exemption stands in a comment, which is nobody's word.
        let may_exempt = |span| are_all(span, |zone| is_said(zone) || zone.kind == Kind::Code);
        let (findings, exempted) = self.packs.check_within(both, &own, &worded, reading.lang);
        let findings = findings.into_iter().filter(|finding| {
            let vague = finding.class == Class::VagueTime;
            let is_no_matter = || is_a_day(finding, &times) || is_of_others(finding, &statements);
            let is_exemption = finding.class == Class::Exemption && may_exempt(finding.span);
            is_exemption || is_own(finding.span) && !(vague && is_no_matter())
        });
        let findings = findings.collect();
        let exempted = exempted.into_iter().filter(|each| is_own(each.finding.span)).collect();
        let doubts = doubt::of(&times, reading).into_iter();
        let doubts = doubts.filter(|doubt| is_own(doubt.span)).collect();
        Checked { statements, findings, exempted, doubts, zones }
    }
}
