//! A promise as a letter: what is said to the customer, in their language.

use promise::money::Money;
use promise::terms::{
    Consideration, CounterPromise, Draft, Remedy, RemedyChoice, RemedyKind, RemedyPer, Strictness,
};

use super::Voice;

/// The first of somebody's names.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// A paragraph with the due in bold: what stands before it, the due, what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    /// Before the due.
    pub(crate) before: &'static str,
    /// The due.
    pub(crate) due: String,
    /// After it.
    pub(crate) after: String,
}

/// A promise as a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The language it is in.
    pub(crate) tag: &'static str,
    /// To whom.
    pub(crate) greeting: Option<String>,
    /// The promise itself.
    pub(crate) opening: Opening,
    /// Everything else, a paragraph each.
    pub(crate) paragraphs: Vec<String>,
    /// From whom.
    pub(crate) signed: Option<String>,
}

impl Voice {
    /// The letter of a promise as far as it is written; `None` before it says what and when.
    pub(crate) fn letter(
        &self,
        draft: &Draft,
        contact: Option<&str>,
        promisor: Option<&str>,
    ) -> Option<Letter> {
        let t = self.t();
        let (subject, due) = (draft.subject.as_ref()?, draft.due.as_ref()?);
        let mut paragraphs = Vec::new();
        paragraphs.extend(draft.acceptance.as_ref().map(|a| t.letter_acceptance(&a.as_str())));
        paragraphs.extend(draft.consideration.as_ref().map(|c| self.asked(c)));
        paragraphs.extend(draft.remedy.as_ref().and_then(|remedy| self.remedy_said(remedy)));
        paragraphs.extend(draft.strictness.map(|strictness| self.strictness_said(strictness)));
        Some(Letter {
            tag: self.lang.tag(),
            greeting: contact.map(|name| t.letter_greeting(&first_name(name))),
            opening: Opening {
                before: t.letter_by(),
                due: self.due(due),
                after: t.letter_promise(&subject.as_str()),
            },
            paragraphs,
            signed: promisor.map(str::to_owned),
        })
    }

    /// What is asked in return, in sentences.
    fn asked(&self, consideration: &Consideration) -> String {
        let t = self.t();
        match consideration {
            Consideration::Nothing { because } => t.letter_nothing(&because.as_str()),
            Consideration::Asked { counter_promises, price } => {
                let needed = counter_promises.iter().map(|counter| self.needed(counter));
                let price = price.map(|price| t.letter_price(&self.money(price)));
                needed.chain(price).collect::<Vec<_>>().join(" ")
            }
        }
    }

    fn needed(&self, counter: &CounterPromise) -> String {
        let due = self.due(&counter.due);
        let need = self.t().letter_need(&counter.subject.as_str(), &due);
        format!("{need} {}", self.consequence(counter.consequence))
    }

    /// What is asked in return, as a fact.
    pub(crate) fn price(&self, consideration: &Consideration) -> Option<String> {
        match consideration {
            Consideration::Asked { price, .. } => price.map(|price| self.money(price)),
            Consideration::Nothing { .. } => None,
        }
    }

    /// What a breach costs, in a sentence; `None` when nothing was agreed.
    fn remedy_said(&self, remedy: &RemedyChoice) -> Option<String> {
        match remedy {
            RemedyChoice::NoneAgreed => None,
            RemedyChoice::Agreed(remedy) => Some(self.t().letter_remedy(&self.remedy(remedy))),
        }
    }

    /// What a breach costs: `€ 250 credit a working day, at most € 1,250`.
    pub(crate) fn remedy(&self, remedy: &Remedy) -> String {
        let t = self.t();
        let amount = self.money(remedy.amount);
        let once = match (remedy.kind, remedy.per) {
            (RemedyKind::Penalty, RemedyPer::Breach) => t.remedy_penalty(&amount),
            (RemedyKind::Credit, RemedyPer::Breach) => t.remedy_credit(&amount),
            (RemedyKind::Penalty, RemedyPer::WorkingDay) => t.remedy_penalty_day(&amount),
            (RemedyKind::Credit, RemedyPer::WorkingDay) => t.remedy_credit_day(&amount),
        };
        match remedy.cap.map(|cap: Money| self.money(cap)) {
            Some(cap) => t.remedy_capped(&once, &cap),
            None => once,
        }
    }

    /// The name of a strictness.
    pub(crate) fn strictness(&self, strictness: Strictness) -> &'static str {
        match strictness {
            Strictness::Target => self.t().strictness_target(),
            Strictness::Strict => self.t().strictness_strict(),
        }
    }

    /// What a strictness means, as the customer's text says it.
    pub(crate) fn strictness_said(&self, strictness: Strictness) -> String {
        match strictness {
            Strictness::Target => self.t().letter_target().to_owned(),
            Strictness::Strict => self.t().letter_strict().to_owned(),
        }
    }
}
