//! What a promise says: the draft that is sent, and the content that comes back.

use ::promise::party::{Account, Organisation};
use ::promise::terms::{
    BelowPolicy, Consideration, CounterPromise, Draft, Ground, OnTimeWindow, Remedy, RemedyChoice,
};
use ::promise::{MemberId as Member, Person};
use calendar::Calendar;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::code::{Consequence, Place, RemedyKind, RemedyPer, Strictness};
use super::forecast::{Forecast, WorkShape};
use super::text::{
    AccountId, ContactId, CounterPromiseId, DueText, Instant, Line, MemberId, QuoteId, Said,
};
use super::{ContactName, Due, MemberName, Money, share};
use crate::api::problem::Problem;

/// A promise as it is being written: anything may still be missing but the account it is meant for.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Draft, example = json!({
    "account": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11",
    "contact": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12",
    "subject": "The link to our stock system runs on your test server",
    "acceptance": "Fifty orders go through without an error",
    "due": "2026-03-27",
    "strictness": "target",
    "owner": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d13",
    "consideration": { "asked": { "counter_promises": [
        { "subject": "The test server is ready", "due": "2026-03-13", "consequence": "shift" }
    ] } },
    "remedy": "none_agreed",
    "ground": { "quote": { "quote": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d14" } },
    "work": { "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 3 }] },
    "offer_until": "2026-03-16T16:00:00Z"
}))]
pub(crate) struct DraftShape {
    /// To whom.
    pub(crate) account: AccountId,
    /// To whom there.
    contact: Option<ContactId>,
    /// What, in one sentence the customer would write.
    subject: Option<Line>,
    /// How both will see that it was kept.
    acceptance: Option<Line>,
    /// What the customer wished.
    wished: Option<DueText>,
    /// By when.
    due: Option<DueText>,
    /// The words in which the due was said.
    due_words: Option<Line>,
    /// A target or a fixed date.
    strictness: Option<Strictness>,
    /// Who gives it; the acting member when absent.
    promisor: Option<MemberId>,
    /// Who keeps it.
    owner: Option<MemberId>,
    /// What is asked in return.
    consideration: Option<ConsiderationShape>,
    /// What a breach costs.
    remedy: Option<RemedyShape>,
    /// What the due rests on.
    pub(crate) ground: Option<GroundShape>,
    /// The work behind it, the same that was asked of the quote.
    pub(crate) work: Option<WorkShape>,
    /// Offers it at once; it can be accepted until then.
    pub(crate) offer_until: Option<Instant>,
}

/// What is asked in return.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = ConsiderationAsked)]
pub(crate) enum ConsiderationShape {
    /// Counter-promises, a price, or both.
    Asked(AskedShape),
    /// Nothing, for a stated reason.
    Nothing(NothingShape),
}

/// Counter-promises, a price, or both.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Asked)]
pub(crate) struct AskedShape {
    /// What the account binds itself to.
    #[serde(default)]
    #[schema(max_items = 100)]
    counter_promises: Vec<CounterPromiseShape>,
    /// What it pays.
    price: Option<Money>,
}

/// Nothing is asked, for a stated reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NothingAsked)]
pub(crate) struct NothingShape {
    /// Why.
    because: Line,
}

/// What the account binds itself to, and what follows when it is late.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CounterPromiseAsked)]
pub(crate) struct CounterPromiseShape {
    /// What it will do or deliver.
    subject: Line,
    /// By when.
    due: DueText,
    /// The words in which the due was said.
    due_words: Option<Line>,
    /// What its lateness does to our promise.
    consequence: Consequence,
}

/// What a breach costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = RemedyChoice)]
pub(crate) enum RemedyShape {
    /// Both sides leave it at the law.
    NoneAgreed,
    /// As stated.
    Agreed(RemedyAgreed),
}

/// What a breach costs us.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Remedy)]
pub(crate) struct RemedyAgreed {
    /// Paid, or taken off a bill.
    kind: RemedyKind,
    /// How much each time.
    amount: Money,
    /// Once, or for each working day late.
    per: RemedyPer,
    /// The most it can become; of the same currency, and at least the amount.
    cap: Option<Money>,
}

/// What a due rests on.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = GroundAsked)]
pub(crate) enum GroundShape {
    /// A quote that gave dates.
    Quote(QuotedShape),
    /// No forecast, for a stated reason.
    Without(WithoutShape),
}

/// A quote that gave dates.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Quoted)]
pub(crate) struct QuotedShape {
    /// Which one.
    pub(crate) quote: QuoteId,
    /// Who takes a due below the policy on themselves, and why.
    pub(crate) below_policy: Option<BelowPolicyShape>,
}

/// No forecast, for a stated reason.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Without)]
pub(crate) struct WithoutShape {
    /// Why.
    pub(crate) reason: Said,
}

/// The reason for promising below the policy, and who answers for it.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BelowPolicy)]
pub(crate) struct BelowPolicyShape {
    /// A manager or an admin who takes it on themselves.
    pub(crate) taken_by: MemberId,
    /// Why.
    pub(crate) reason: Said,
}

impl BelowPolicyShape {
    pub(crate) fn read(&self, acting: Member) -> BelowPolicy {
        let reason = self.reason.by(Person::Member(acting));
        BelowPolicy { taken_by: self.taken_by.0, reason }
    }
}

/// A due with the words in which it was said.
pub(crate) fn said(
    due: Option<&DueText>,
    words: Option<&Line>,
    field: &str,
    calendar: &Calendar,
) -> Result<Option<calendar::Due>, Problem> {
    let due = due.map(|due| due.due(field, calendar)).transpose()?;
    Ok(due.map(|due| match words {
        Some(words) => due.said(words.0.as_str()),
        None => due,
    }))
}

/// Fresh names for counter-promises.
pub(crate) type Names<'a> = &'a dyn Fn() -> Uuid;

impl DraftShape {
    /// The draft in the calendar of its account, without its ground.
    pub(crate) fn read(
        &self,
        acting: Member,
        calendar: &Calendar,
        names: Names<'_>,
    ) -> Result<Draft, Problem> {
        let consideration = self.consideration.as_ref();
        let consideration = consideration.map(|asked| asked.read(calendar, names)).transpose()?;
        Ok(Draft {
            account: self.account.0,
            contact: self.contact.map(|id| id.0),
            subject: self.subject.clone().map(|line| line.0),
            acceptance: self.acceptance.clone().map(|line| line.0),
            wished: said(self.wished.as_ref(), None, "wished", calendar)?,
            due: said(self.due.as_ref(), self.due_words.as_ref(), "due", calendar)?,
            strictness: self.strictness.map(|strictness| strictness.0),
            promisor: Some(self.promisor.map_or(acting, |id| id.0)),
            owner: self.owner.map(|id| id.0),
            consideration,
            remedy: self.remedy.as_ref().map(RemedyShape::read).transpose()?,
            ground: None,
            on_time: OnTimeWindow::default(),
        })
    }
}

impl ConsiderationShape {
    fn read(&self, calendar: &Calendar, names: Names<'_>) -> Result<Consideration, Problem> {
        let asked = match self {
            Self::Nothing(nothing) => {
                return Ok(Consideration::Nothing { because: nothing.because.0.clone() });
            }
            Self::Asked(asked) => asked,
        };
        let place = "consideration.asked.counter_promises";
        if asked.counter_promises.len() > MOST_COUNTER_PROMISES {
            let wanted = format!("at most {MOST_COUNTER_PROMISES} entries");
            return Err(Problem::input(place, asked.counter_promises.len(), wanted));
        }
        let read = |(number, counter): (usize, &CounterPromiseShape)| {
            let field = format!("{place}[{number}].due");
            let due = counter.due.due(&field, calendar)?;
            let due = match &counter.due_words {
                Some(words) => due.said(words.0.as_str()),
                None => due,
            };
            Ok::<_, Problem>(CounterPromise {
                id: ::promise::CounterPromiseId::new(names()),
                subject: counter.subject.0.clone(),
                due,
                consequence: counter.consequence.0,
            })
        };
        let counter_promises = asked.counter_promises.iter().enumerate().map(read);
        Ok(Consideration::Asked {
            counter_promises: counter_promises.collect::<Result<_, _>>()?,
            price: asked.price.map(Into::into),
        })
    }
}

/// More counter-promises are not taken.
const MOST_COUNTER_PROMISES: usize = 100;

impl RemedyShape {
    fn read(&self) -> Result<RemedyChoice, Problem> {
        let agreed = match self {
            Self::NoneAgreed => return Ok(RemedyChoice::NoneAgreed),
            Self::Agreed(agreed) => agreed,
        };
        let RemedyAgreed { kind, amount, per, cap } = agreed;
        let fits = |cap: &Money| cap.currency == amount.currency && cap.minor >= amount.minor;
        if let Some(cap) = cap.as_ref().filter(|cap| !fits(cap)) {
            let given = ::promise::Money::from(*cap).to_string();
            let wanted = "the currency of the amount, and at least the amount";
            return Err(Problem::input("remedy.agreed.cap", given, wanted));
        }
        Ok(RemedyChoice::Agreed(Remedy {
            kind: kind.0,
            amount: (*amount).into(),
            per: per.0,
            cap: cap.map(Into::into),
        }))
    }
}

impl From<&RemedyChoice> for RemedyShape {
    fn from(choice: &RemedyChoice) -> Self {
        match choice {
            RemedyChoice::NoneAgreed => Self::NoneAgreed,
            RemedyChoice::Agreed(remedy) => Self::Agreed(RemedyAgreed {
                kind: RemedyKind(remedy.kind),
                amount: remedy.amount.into(),
                per: RemedyPer(remedy.per),
                cap: remedy.cap.map(Into::into),
            }),
        }
    }
}

/// What a promise says, as far as it says it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Content {
    /// To whom at the account.
    contact: Option<ContactName>,
    /// What.
    #[schema(example = "The link to our stock system runs on your test server")]
    subject: Option<String>,
    /// How both see that it was kept.
    #[schema(example = "Fifty orders go through without an error")]
    acceptance: Option<String>,
    /// What the customer wished.
    wished: Option<Due>,
    /// By when.
    due: Option<Due>,
    /// A target or a fixed date.
    strictness: Option<Strictness>,
    /// Who gives it.
    promisor: Option<MemberName>,
    /// Who keeps it.
    owner: Option<MemberName>,
    /// What is asked in return.
    consideration: Option<ConsiderationTold>,
    /// What a breach costs.
    remedy: Option<RemedyShape>,
    /// What the due rests on.
    ground: Option<GroundTold>,
    /// The fields that it still lacks before it can be offered.
    #[schema(example = json!(["strictness", "remedy"]))]
    missing: Vec<&'static str>,
}

/// What is asked in return.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Consideration)]
pub(crate) enum ConsiderationTold {
    /// Counter-promises, a price, or both.
    Asked {
        /// What the account binds itself to.
        counter_promises: Vec<CounterPromiseTold>,
        /// What it pays.
        price: Option<Money>,
    },
    /// Nothing, for a stated reason.
    Nothing(NothingShape),
}

/// What the account binds itself to, and what follows when it is late.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CounterPromise)]
pub(crate) struct CounterPromiseTold {
    /// Which one.
    id: CounterPromiseId,
    /// What it will do or deliver.
    #[schema(example = "The test server is ready")]
    subject: String,
    /// By when.
    due: Due,
    /// What its lateness does to our promise.
    consequence: Consequence,
}

impl From<&CounterPromise> for CounterPromiseTold {
    fn from(counter: &CounterPromise) -> Self {
        Self {
            id: CounterPromiseId(counter.id),
            subject: counter.subject.to_string(),
            due: Due::from(&counter.due),
            consequence: Consequence(counter.consequence),
        }
    }
}

/// What a due rests on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Ground)]
pub(crate) enum GroundTold {
    /// A forecast.
    Forecast {
        /// What it said.
        forecast: Box<Forecast>,
        /// The chance, from 0 to 1, that was given with the due.
        chance: f64,
        /// Who took it on themselves to promise below the policy, and why.
        below_policy: Option<BelowPolicyTold>,
    },
    /// No forecast, for a stated reason.
    Without {
        /// Why; empty when it was erased.
        reason: String,
    },
}

/// The reason for promising below the policy, and who answers for it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = BelowPolicyTaken)]
pub(crate) struct BelowPolicyTold {
    /// Who takes it on themselves.
    taken_by: MemberName,
    /// Why; empty when it was erased.
    reason: String,
}

impl GroundTold {
    pub(crate) fn of(ground: &Ground, organisation: &Organisation) -> Self {
        match ground {
            Ground::Without { reason } => Self::Without { reason: reason.as_str().to_owned() },
            Ground::Forecast { forecast, below_policy } => Self::Forecast {
                chance: share(forecast.chance),
                forecast: Box::new(Forecast::from(forecast)),
                below_policy: below_policy.as_ref().map(|below| BelowPolicyTold {
                    taken_by: MemberName::of(below.taken_by, organisation),
                    reason: below.reason.as_str().to_owned(),
                }),
            },
        }
    }
}

impl Content {
    /// The content of a draft, with the names of its people.
    pub(crate) fn of(draft: &Draft, organisation: &Organisation, account: &Account) -> Self {
        let member = |id: Option<Member>| id.map(|id| MemberName::of(id, organisation));
        let consideration = draft.consideration.as_ref().map(|consideration| match consideration {
            Consideration::Nothing { because } => {
                ConsiderationTold::Nothing(NothingShape { because: Line(because.clone()) })
            }
            Consideration::Asked { counter_promises, price } => ConsiderationTold::Asked {
                counter_promises: counter_promises.iter().map(Into::into).collect(),
                price: price.map(Into::into),
            },
        });
        Self {
            contact: draft.contact.map(|id| ContactName::of(id, account)),
            subject: draft.subject.as_ref().map(ToString::to_string),
            acceptance: draft.acceptance.as_ref().map(ToString::to_string),
            wished: draft.wished.as_ref().map(Due::from),
            due: draft.due.as_ref().map(Due::from),
            strictness: draft.strictness.map(Strictness),
            promisor: member(draft.promisor),
            owner: member(draft.owner),
            consideration,
            remedy: draft.remedy.as_ref().map(RemedyShape::from),
            ground: draft.ground.as_ref().map(|ground| GroundTold::of(ground, organisation)),
            missing: draft.missing().into_iter().map(::promise::terms::Gap::field).collect(),
        }
    }
}

impl Place {
    /// Where the work of a draft goes; behind all that waits when there is none.
    pub(crate) fn of(work: Option<&::promise::party::Work>) -> ::forecast::Place {
        match work {
            Some(work) if work.first => ::forecast::Place::First,
            Some(_) | None => ::forecast::Place::Last,
        }
    }
}
