//! What happened to a promise, as plain sentences.

use std::collections::BTreeMap;

use jiff::Timestamp;
use promise::event::Evidence;
use promise::evolve::evolve;
use promise::party::{Account, Organisation};
use promise::renegotiation::{Reason, Renegotiation};
use promise::settle::{Measure, Settlement, Timing};
use promise::terms::{Ground, Terms};
use promise::{Actor, Event, Health, Person, Promise, Rule, Stamped, Words};

use super::Voice;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Happened {
    /// When, for machines.
    pub(crate) datetime: String,
    /// When, for people.
    pub(crate) when: String,
    /// What.
    pub(crate) text: String,
}

/// The names of everybody in a history.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    /// Our people.
    pub(crate) organisation: &'a Organisation,
    /// The customer's.
    pub(crate) account: &'a Account,
}

impl Names<'_> {
    /// What a person is called; empty when that was erased.
    pub(crate) fn person(&self, person: Person) -> Option<&str> {
        match person {
            Person::Member(id) => self.organisation.members.get(&id).map(|m| m.name.as_str()),
            Person::Contact(id) => self.account.contacts.get(&id).map(|c| c.name.as_str()),
        }
    }
}

impl Voice {
    /// What happened, latest first.
    pub(crate) fn history(&self, events: &[Stamped], names: &Names<'_>) -> Vec<Happened> {
        let mut told: Vec<(u8, Happened)> = Vec::new();
        let mut before: Option<Promise> = None;
        for stamped in events {
            let text = self.event(stamped, before.as_ref(), names);
            before = Some(evolve(before, stamped));
            let happened = Happened {
                datetime: stamped.at.to_string(),
                when: self.short_moment(stamped.at),
                text,
            };
            // The daily proposal of a growing delay, and a draft saved again, take the place of the one before.
            let kind = repeats(stamped);
            match told.last_mut() {
                Some((last, entry)) if kind > 0 && *last == kind => *entry = happened,
                Some(_) | None => told.push((kind, happened)),
            }
        }
        told.into_iter().rev().map(|(_, happened)| happened).collect()
    }

    /// Who did something.
    pub(crate) fn who(&self, actor: Actor, names: &Names<'_>) -> String {
        let t = self.t();
        let name =
            |person| names.person(person).map_or(t.somebody(), |name| self.called(name)).to_owned();
        match actor {
            Actor::Member(id) => name(Person::Member(id)),
            Actor::Contact { contact, through: None } => name(Person::Contact(contact)),
            Actor::Contact { contact, through: Some(member) } => {
                t.told_to(&name(Person::Contact(contact)), &name(Person::Member(member)))
            }
            Actor::Rule(Rule::Time | Rule::Consequence | Rule::Forecast) => t.by_rule().to_owned(),
        }
    }

    fn event(&self, stamped: &Stamped, before: Option<&Promise>, names: &Names<'_>) -> String {
        let t = self.t();
        let who = self.who(stamped.by, names);
        match &stamped.event {
            Event::Drafted { .. } if before.is_none() => t.happened_drafted(&who),
            Event::Drafted { .. } => t.happened_redrafted(&who),
            Event::Discarded => t.happened_discarded(&who),
            Event::Offered { terms, expires } => self.offered(&who, terms, *expires, names),
            Event::Accepted => t.happened_accepted(&who),
            Event::Declined { words, .. } => {
                self.with_words(t.happened_declined(&who), words.as_ref())
            }
            Event::CounterProposed(proposal) => {
                let told = match &proposal.due {
                    Some(due) => t.happened_counter_proposed(&who, &self.due(due)),
                    None => t.happened_counter_proposed_words(&who),
                };
                self.with_words(told, proposal.words.as_ref())
            }
            Event::Lapsed => t.happened_lapsed().to_owned(),
            Event::TakenBack { words } => {
                self.with_words(t.happened_taken_back(&who), words.as_ref())
            }
            Event::Reopened => t.happened_reopened(&who),
            Event::Recorded { .. } => t.happened_recorded(&who),
            Event::RecordConfirmed => t.happened_record_confirmed(&who),
            Event::RecordRejected { words } => {
                self.with_words(t.happened_record_rejected(&who), words.as_ref())
            }
            Event::RenegotiationOffered(change) => self.proposed(&who, change, before),
            Event::RenegotiationAccepted { .. } => t.happened_agreed(&who),
            Event::RenegotiationDeclined { words } => {
                self.with_words(t.happened_not_agreed(&who), words.as_ref())
            }
            Event::RenegotiationTakenBack => t.happened_proposal_taken_back(&who),
            Event::Released { words } => self.with_words(t.happened_released(&who), words.as_ref()),
            Event::Voided { .. } => t.happened_voided(&who),
            Event::Withdrawn { reason, words } => {
                let told = t.happened_withdrawn(&who, &self.reason(*reason));
                self.with_words(told, Some(words))
            }
            Event::DuePassed { .. }
            | Event::Delivered { .. }
            | Event::DeliveryConfirmed { .. }
            | Event::SilenceEnded
            | Event::Disputed { .. }
            | Event::Settled(_)
            | Event::CounterPromiseMet { .. }
            | Event::CounterPromisePassed { .. }
            | Event::HealthChanged { .. } => self.keeping(&stamped.event, &who, before),
        }
    }

    /// What happened on the way to the end.
    fn keeping(&self, event: &Event, who: &str, before: Option<&Promise>) -> String {
        let t = self.t();
        let counter = |id| {
            let binding = before.and_then(|promise| promise.state.binding());
            let found = binding.and_then(|binding| binding.counter_promise(id));
            found.map_or_else(String::new, |found| found.promise.subject.to_string())
        };
        match event {
            Event::DuePassed { due } => t.happened_due_passed(&self.due(due)),
            Event::Delivered { at, evidence, .. } => {
                let told = t.happened_delivered(&who, &self.moment(*at));
                match evidence {
                    Evidence::Reference(line) => format!("{told} {line}"),
                    Evidence::Word(words) => self.with_words(told, Some(words)),
                }
            }
            Event::DeliveryConfirmed { measure, words } => {
                let told = match measure {
                    Measure::Less => t.happened_confirmed_less(&who),
                    Measure::AsPromised => t.happened_confirmed(&who),
                    Measure::More => t.happened_confirmed_more(&who),
                };
                self.with_words(told, words.as_ref())
            }
            Event::SilenceEnded => t.happened_silence_ended().to_owned(),
            Event::Disputed { words } => self.with_words(t.happened_disputed(&who), Some(words)),
            Event::Settled(settlement) => self.settlement(settlement),
            Event::CounterPromiseMet { id, at } => {
                t.happened_counter_met(&counter(*id), &self.day(*at))
            }
            Event::CounterPromisePassed { id } => t.happened_counter_passed(&counter(*id)),
            Event::HealthChanged { from, to, forecast } => {
                let chance = self.chance_in_words(forecast.chance);
                match (from, to) {
                    (None, _) => t.happened_first_forecast(&chance),
                    (Some(from), to) if to < from && *to == Health::OffPlan => {
                        t.happened_fell_off_plan(&chance)
                    }
                    (Some(from), to) if to < from => t.happened_fell(&chance),
                    (Some(_), _) => t.happened_rose(&chance),
                }
            }
            // Told by `event`.
            Event::Drafted { .. }
            | Event::Discarded
            | Event::Offered { .. }
            | Event::Accepted
            | Event::Declined { .. }
            | Event::CounterProposed(_)
            | Event::Lapsed
            | Event::TakenBack { .. }
            | Event::Reopened
            | Event::Recorded { .. }
            | Event::RecordConfirmed
            | Event::RecordRejected { .. }
            | Event::RenegotiationOffered(_)
            | Event::RenegotiationAccepted { .. }
            | Event::RenegotiationDeclined { .. }
            | Event::RenegotiationTakenBack
            | Event::Released { .. }
            | Event::Voided { .. }
            | Event::Withdrawn { .. } => String::new(),
        }
    }

    fn offered(&self, who: &str, terms: &Terms, expires: Timestamp, names: &Names<'_>) -> String {
        let t = self.t();
        let due = self.due(&terms.due);
        let told = match &terms.ground {
            Ground::Forecast { forecast, .. } => {
                t.happened_offered(&who, &due, &self.chance_in_words(forecast.chance))
            }
            Ground::Without { reason } => {
                self.with_words(t.happened_offered_without(&who, &due), Some(reason))
            }
        };
        let until = t.happened_offered_until(&self.moment(expires));
        let Ground::Forecast { below_policy: Some(below), .. } = &terms.ground else {
            return format!("{told} {until}");
        };
        let taker = names.person(Person::Member(below.taken_by));
        let taker = taker.map_or(t.somebody(), |name| self.called(name));
        let below = self.with_words(t.happened_below_policy(&taker), Some(&below.reason));
        format!("{told} {below} {until}")
    }

    fn proposed(&self, who: &str, change: &Renegotiation, before: Option<&Promise>) -> String {
        let t = self.t();
        if let Some((_, days)) = change.consequence_of {
            let due = change.change.due.as_ref().map(|due| self.due(due)).unwrap_or_default();
            return t.happened_shift(days, &due);
        }
        let old = before.and_then(|promise| promise.state.binding()).and_then(|b| b.due());
        let mut told = match (&change.change.due, old) {
            (Some(new), Some(old)) => {
                t.happened_proposed_instead(&who, &self.due(new), &self.due(old))
            }
            (Some(new), None) => t.happened_proposed(&who, &self.due(new)),
            (None, _) => String::new(),
        };
        if let Some(subject) = &change.change.subject {
            let subject = t.happened_proposed_subject(&who, &subject.as_str());
            told = [told, subject].join(" ").trim().to_owned();
        }
        let reason = t.because(&self.reason(change.reason));
        self.with_words(format!("{told} {reason}"), change.words.as_ref())
    }

    /// How it ended, in a sentence.
    pub(crate) fn settlement(&self, settlement: &Settlement) -> String {
        let t = self.t();
        match settlement {
            Settlement::Broken { .. } => t.settled_broken().to_owned(),
            Settlement::Delivered { against_last: None, .. } => t.settled_undated().to_owned(),
            Settlement::Delivered { against_last: Some(last), .. } => {
                let days = last.slack_days;
                match last.timing {
                    Timing::Late => t.settled_late(-days),
                    Timing::OnTime if days <= 0 => t.settled_on_the_day().to_owned(),
                    Timing::OnTime => t.settled_kept(days),
                    Timing::Early => t.settled_early(days),
                }
            }
        }
    }

    /// The name of a reason.
    pub(crate) fn reason(&self, reason: Reason) -> &'static str {
        let t = self.t();
        match reason {
            Reason::Work => t.reason_work(),
            Reason::Capacity => t.reason_capacity(),
            Reason::ThirdParty => t.reason_third_party(),
            Reason::CounterPromise => t.reason_counter_promise(),
            Reason::Scope => t.reason_scope(),
            Reason::Priority => t.reason_priority(),
            Reason::CustomerWish => t.reason_customer_wish(),
            Reason::Mistake => t.reason_mistake(),
        }
    }

    /// A sentence followed by what somebody said, in quotes.
    fn with_words(&self, told: String, words: Option<&Words>) -> String {
        match words {
            None => told,
            Some(words) if words.is_erased() => format!("{told} {}", self.t().words_erased()),
            Some(words) => format!("{told} {}", self.t().quoted(&words.as_str())),
        }
    }
}

/// The kind of an event that takes the place of the same one just before it; 0 for all others.
fn repeats(stamped: &Stamped) -> u8 {
    let grows = |change: &Renegotiation| change.consequence_of.is_some();
    u8::from(matches!(&stamped.event, Event::RenegotiationOffered(change) if grows(change)))
}

/// The names of the members who are here, by id.
pub(crate) fn members(organisation: &Organisation) -> BTreeMap<String, String> {
    let here = organisation.members.iter().filter(|(_, member)| member.left_at.is_none());
    here.map(|(id, member)| (id.to_string(), member.name.clone())).collect()
}
