//! What a promise says: the draft with its gaps, and the complete terms that can be offered.

use calendar::Due;

use crate::code::codes;
use crate::health::{Chance, ForecastStamp};
use crate::id::{AccountId, ContactId, CounterPromiseId, MemberId};
use crate::money::Money;
use crate::words::{Line, Words};

/// Whether missing the due is a breach by itself.
///
/// Chosen by a person, never guessed, and printed in the customer's text: *streeftermijn* or *fatale termijn*
/// (art. 6:83 BW), *riktdatum* or *fast leveransdag*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// A date to aim for: lateness is told, and a default notice must come first.
    Target,
    /// A fixed date: lateness is a breach at once.
    Strict,
}

codes! { Strictness {
    Target = "target",
    Strict = "strict",
} }

/// What is asked in return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consideration {
    /// Something: counter-promises, a price, or both.
    Asked {
        /// What the account binds itself to.
        counter_promises: Vec<CounterPromise>,
        /// What it pays.
        price: Option<Money>,
    },
    /// Nothing, for a stated reason.
    Nothing {
        /// Why.
        because: Line,
    },
}

impl Consideration {
    /// The counter-promises asked for, if any.
    pub fn counter_promises(&self) -> &[CounterPromise] {
        match self {
            Self::Asked { counter_promises, .. } => counter_promises,
            Self::Nothing { .. } => &[],
        }
    }

    /// Whether it says anything: a list of nothing without a price does not.
    fn is_stated(&self) -> bool {
        match self {
            Self::Asked { counter_promises, price } => {
                !counter_promises.is_empty() || price.is_some()
            }
            Self::Nothing { .. } => true,
        }
    }
}

/// What the account binds itself to, and what follows when it is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterPromise {
    /// Which one.
    pub id: CounterPromiseId,
    /// What it will do or deliver.
    pub subject: Line,
    /// By when.
    pub due: Due,
    /// What its lateness does to our promise.
    pub consequence: Consequence,
}

/// What a late counter-promise does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// Our due moves by as many business days, offered as a renegotiation.
    Shift,
    /// A new price is agreed.
    Reprice,
    /// Our promise may be ended.
    Void,
    /// We talk.
    Talk,
}

codes! { Consequence {
    Shift = "shift",
    Reprice = "reprice",
    Void = "void",
    Talk = "talk",
} }

/// What a breach costs us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// A penalty or a credit.
    pub kind: RemedyKind,
    /// How much each time.
    pub amount: Money,
    /// Once, or for each working day late.
    pub per: RemedyPer,
    /// The most it can become.
    pub cap: Option<Money>,
}

/// In what form a breach is made good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemedyKind {
    /// Paid.
    Penalty,
    /// Taken off a bill.
    Credit,
}

codes! { RemedyKind {
    Penalty = "penalty",
    Credit = "credit",
} }

/// How often a remedy's amount falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemedyPer {
    /// Once.
    Breach,
    /// For each working day late.
    WorkingDay,
}

codes! { RemedyPer {
    Breach = "breach",
    WorkingDay = "working_day",
} }

impl Remedy {
    /// What this lateness costs, in the remedy's currency: nothing in time, never above the cap.
    pub fn exposure(&self, working_days_late: u32) -> Money {
        let times = match self.per {
            RemedyPer::Breach => i64::from(working_days_late > 0),
            RemedyPer::WorkingDay => i64::from(working_days_late),
        };
        let sum = self.amount.minor.saturating_mul(times);
        let minor = self.cap.map_or(sum, |cap| sum.min(cap.minor));
        Money { minor, currency: self.amount.currency }
    }
}

/// A remedy, or the statement that none was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemedyChoice {
    /// Both sides leave it at the law.
    NoneAgreed,
    /// As stated.
    Agreed(Remedy),
}

/// What a date rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A forecast.
    Forecast {
        /// What it said.
        forecast: ForecastStamp,
        /// Who took it on themselves to promise below the policy.
        below_policy: Option<BelowPolicy>,
    },
    /// No forecast, for a stated reason.
    Without {
        /// Why.
        reason: Words,
    },
}

impl Ground {
    /// The chance that was given when the date was promised.
    pub fn chance(&self) -> Option<Chance> {
        match self {
            Self::Forecast { forecast, .. } => Some(forecast.chance),
            Self::Without { .. } => None,
        }
    }
}

/// The reason for promising below the policy, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BelowPolicy {
    /// Who takes it on themselves.
    pub taken_by: MemberId,
    /// Why.
    pub reason: Words,
}

/// How many working days early still counts as kept on time, and not as kept early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnTimeWindow {
    /// Working days of the account's calendar before the due.
    pub days_early: u16,
}

impl Default for OnTimeWindow {
    fn default() -> Self {
        Self { days_early: 5 }
    }
}

/// A promise as it is being written: anything may still be missing but the account it is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// To whom.
    pub account: AccountId,
    /// To whom there, who will read it.
    pub contact: Option<ContactId>,
    /// What, in one sentence the customer would write.
    pub subject: Option<Line>,
    /// How both will see that it was kept.
    pub acceptance: Option<Line>,
    /// What the customer wished.
    pub wished: Option<Due>,
    /// By when.
    pub due: Option<Due>,
    /// A target or a fixed date.
    pub strictness: Option<Strictness>,
    /// Who gives it.
    pub promisor: Option<MemberId>,
    /// Who keeps it.
    pub owner: Option<MemberId>,
    /// What is asked in return.
    pub consideration: Option<Consideration>,
    /// What a breach costs.
    pub remedy: Option<RemedyChoice>,
    /// What the date rests on.
    pub ground: Option<Ground>,
    /// What counts as on time.
    pub on_time: OnTimeWindow,
}

impl Draft {
    /// An empty draft for an account.
    pub fn new(account: AccountId) -> Self {
        Self {
            account,
            contact: None,
            subject: None,
            acceptance: None,
            wished: None,
            due: None,
            strictness: None,
            promisor: None,
            owner: None,
            consideration: None,
            remedy: None,
            ground: None,
            on_time: OnTimeWindow::default(),
        }
    }

    /// What is still missing before it can be offered, in the order of the form.
    pub fn missing(&self) -> Vec<Gap> {
        let stated = self.consideration.as_ref().is_some_and(Consideration::is_stated);
        let fields = [
            (self.subject.is_some(), Gap::Subject),
            (self.contact.is_some(), Gap::Contact),
            (self.due.is_some(), Gap::Due),
            (self.strictness.is_some(), Gap::Strictness),
            (self.promisor.is_some(), Gap::Promisor),
            (self.owner.is_some(), Gap::Owner),
            (self.acceptance.is_some(), Gap::Acceptance),
            (stated, Gap::Consideration),
            (self.remedy.is_some(), Gap::Remedy),
            (self.ground.is_some(), Gap::Ground),
        ];
        fields.into_iter().filter(|(present, _)| !present).map(|(_, gap)| gap).collect()
    }

    /// The complete terms.
    ///
    /// # Errors
    /// The gaps, when there are any.
    pub fn complete(self) -> Result<Terms, Vec<Gap>> {
        let missing = self.missing();
        let parts = (|| {
            Some(Terms {
                account: self.account,
                contact: self.contact?,
                subject: self.subject?,
                acceptance: self.acceptance?,
                wished: self.wished,
                due: self.due?,
                strictness: self.strictness?,
                promisor: self.promisor?,
                owner: self.owner?,
                consideration: self.consideration.filter(Consideration::is_stated)?,
                remedy: self.remedy?,
                ground: self.ground?,
                on_time: self.on_time,
            })
        })();
        parts.ok_or(missing)
    }
}

/// A field that a promise cannot be offered without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// What is promised.
    Subject,
    /// Who at the account.
    Contact,
    /// By when.
    Due,
    /// A target or a fixed date.
    Strictness,
    /// Who gives it.
    Promisor,
    /// Who keeps it.
    Owner,
    /// How both see that it was kept.
    Acceptance,
    /// What is asked in return.
    Consideration,
    /// What a breach costs.
    Remedy,
    /// A forecast, or the reason why there is none.
    Ground,
}

impl Gap {
    /// The field's name in code, API and error texts.
    pub fn field(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Contact => "contact",
            Self::Due => "due",
            Self::Strictness => "strictness",
            Self::Promisor => "promisor",
            Self::Owner => "owner",
            Self::Acceptance => "acceptance",
            Self::Consideration => "consideration",
            Self::Remedy => "remedy",
            Self::Ground => "ground",
        }
    }
}

/// Everything a promise must say to be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// To whom.
    pub account: AccountId,
    /// To whom there.
    pub contact: ContactId,
    /// What.
    pub subject: Line,
    /// How both will see that it was kept.
    pub acceptance: Line,
    /// What the customer wished.
    pub wished: Option<Due>,
    /// By when.
    pub due: Due,
    /// A target or a fixed date.
    pub strictness: Strictness,
    /// Who gives it.
    pub promisor: MemberId,
    /// Who keeps it.
    pub owner: MemberId,
    /// What is asked in return.
    pub consideration: Consideration,
    /// What a breach costs.
    pub remedy: RemedyChoice,
    /// What the date rests on.
    pub ground: Ground,
    /// What counts as on time.
    pub on_time: OnTimeWindow,
}

impl From<Terms> for Draft {
    /// The draft that would make these terms again.
    fn from(terms: Terms) -> Self {
        Self {
            account: terms.account,
            contact: Some(terms.contact),
            subject: Some(terms.subject),
            acceptance: Some(terms.acceptance),
            wished: terms.wished,
            due: Some(terms.due),
            strictness: Some(terms.strictness),
            promisor: Some(terms.promisor),
            owner: Some(terms.owner),
            consideration: Some(terms.consideration),
            remedy: Some(terms.remedy),
            ground: Some(terms.ground),
            on_time: terms.on_time,
        }
    }
}

/// A promise found in a mail or given by word of mouth: it counts as it stands, its gaps are open questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What is known of it; only the promisor and the subject must be.
    pub known: Draft,
    /// The sentence in which it was given, word for word.
    pub sentence: Words,
}
