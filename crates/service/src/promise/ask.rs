//! What people ask of an existing promise, and what the rules know it as.

use calendar::{Calendar, Due, Landing};
use jiff::Timestamp;
use promise::event::{CounterProposal, Evidence};
use promise::health::ForecastStamp;
use promise::renegotiation::{Change, Proposal, Reason};
use promise::settle::Measure;
use promise::terms::{BelowPolicy, Ground};
use promise::{Actor, Command, CounterPromiseId, MemberId, Person, Words};

use super::SILENCE_DAYS;
use crate::company::line;
use crate::{Caller, ServiceError, Wanted};

/// What is asked of an existing promise, in the words of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Throw the draft away.
    Discard,
    /// Offer it; it can be accepted until `expires`.
    Offer {
        /// Until when.
        expires: Timestamp,
    },
    /// Accept the offer.
    Accept,
    /// Decline the offer.
    Decline {
        /// Whether a new offer is not wanted either.
        for_good: bool,
        /// Why, in words.
        words: String,
    },
    /// Propose another date in place of the offer.
    CounterPropose {
        /// The date.
        due: Option<String>,
        /// Why, in words.
        words: String,
    },
    /// Take the offer back.
    TakeBack {
        /// Why, in words.
        words: String,
    },
    /// Make a draft of a lapsed or declined offer.
    OfferAgain,
    /// Confirm that a recorded promise was given.
    ConfirmRecord,
    /// Say that it was not.
    RejectRecord {
        /// Why, in words.
        words: String,
    },
    /// Propose another due or subject.
    Renegotiate {
        /// The new due.
        due: Option<String>,
        /// The new subject.
        subject: Option<String>,
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: String,
        /// For a due below the policy: who takes it on themselves, and why.
        below_policy: Option<(MemberId, String)>,
        /// For a due of which nothing can be said: why it is named nevertheless.
        without_forecast: Option<String>,
    },
    /// Agree to the proposed change.
    AcceptRenegotiation,
    /// Do not.
    DeclineRenegotiation {
        /// Why, in words.
        words: String,
    },
    /// Take the proposed change back.
    TakeBackRenegotiation,
    /// State that it is there.
    Deliver {
        /// From when on; the present when absent.
        at: Option<Timestamp>,
        /// Where to see it; else the words count as one's word for it.
        reference: Option<String>,
        /// In words.
        words: String,
    },
    /// Confirm the delivery.
    Confirm {
        /// Less, as promised, or more.
        measure: Measure,
        /// In words.
        words: String,
    },
    /// Dispute it.
    Dispute {
        /// What is wrong.
        words: String,
    },
    /// Let us off.
    Release {
        /// Why, in words.
        words: String,
    },
    /// End it as the agreed consequence of a late counter-promise.
    Void {
        /// Which one.
        counter_promise: CounterPromiseId,
    },
    /// Say that it will not be kept.
    Withdraw {
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: String,
    },
    /// State that what was promised in return has arrived.
    MeetCounterPromise {
        /// Which one.
        counter_promise: CounterPromiseId,
        /// When; the present when absent.
        at: Option<Timestamp>,
    },
}

/// Whose words the caller's are: for a contact who was heard by a member, the contact's.
fn speaker(by: Actor) -> Option<Person> {
    match by {
        Actor::Member(id) => Some(Person::Member(id)),
        Actor::Contact { contact, .. } => Some(Person::Contact(contact)),
        Actor::Rule(_) => None,
    }
}

/// Takes words that must be there.
fn words(caller: &Caller, text: &str) -> Result<Words, ServiceError> {
    let speaker = speaker(caller.by).ok_or_else(|| ServiceError::Input {
        field: "words",
        given: text.to_owned(),
        wanted: Wanted::Speaker,
    })?;
    Words::new(speaker, text).map_err(|error| ServiceError::of_text("words", text, error))
}

/// Takes words that may be left out.
fn some_words(caller: &Caller, text: &str) -> Result<Option<Words>, ServiceError> {
    if text.trim().is_empty() { Ok(None) } else { words(caller, text).map(Some) }
}

/// Reads a due in the calendar of the account.
pub(super) fn some_due(
    text: Option<&String>,
    calendar: &Calendar,
) -> Result<Option<Due>, ServiceError> {
    let given = text.filter(|text| !text.trim().is_empty());
    Ok(given.map(|text| Due::parse(text, calendar)).transpose()?)
}

/// What a due rests on that somebody proposes: the forecast of now, or the reason why there is none.
fn ground(
    caller: &Caller,
    seen: Option<&ForecastStamp>,
    below_policy: Option<(MemberId, String)>,
    without_forecast: Option<String>,
) -> Result<Option<Ground>, ServiceError> {
    if let Some(forecast) = seen.cloned() {
        let below = below_policy.map(|(taken_by, reason)| {
            Ok::<_, ServiceError>(BelowPolicy { taken_by, reason: words(caller, &reason)? })
        });
        return Ok(Some(Ground::Forecast { forecast, below_policy: below.transpose()? }));
    }
    let reason = without_forecast.filter(|text| !text.trim().is_empty());
    let reason = reason.map(|text| words(caller, &text)).transpose()?;
    Ok(reason.map(|reason| Ground::Without { reason }))
}

/// What is asked, as the rules know it. `seen` is the forecast of a due that we propose.
pub(super) fn command(
    ask: Ask,
    caller: &Caller,
    calendar: &Calendar,
    seen: Option<&ForecastStamp>,
) -> Result<Command, ServiceError> {
    let some = |text: &str| some_words(caller, text);
    Ok(match ask {
        Ask::Discard => Command::Discard,
        Ask::Offer { expires } => Command::Offer { expires },
        Ask::Accept => Command::Accept,
        Ask::Decline { for_good, words } => Command::Decline { for_good, words: some(&words)? },
        Ask::CounterPropose { due, words } => Command::CounterPropose(CounterProposal {
            due: some_due(due.as_ref(), calendar)?,
            words: some(&words)?,
        }),
        Ask::TakeBack { words } => Command::TakeBack { words: some(&words)? },
        Ask::OfferAgain => Command::OfferAgain,
        Ask::ConfirmRecord => Command::ConfirmRecord,
        Ask::RejectRecord { words } => Command::RejectRecord { words: some(&words)? },
        Ask::Renegotiate { due, subject, reason, words: text, below_policy, without_forecast } => {
            let subject = subject.filter(|text| !text.trim().is_empty());
            let subject = subject.map(|text| line("subject", &text)).transpose()?;
            let change = Change { due: some_due(due.as_ref(), calendar)?, subject };
            let ground = ground(caller, seen, below_policy, without_forecast)?;
            let words = words(caller, &text)?;
            Command::Renegotiate(Box::new(Proposal { change, reason, words, ground }))
        }
        Ask::AcceptRenegotiation => Command::AcceptRenegotiation,
        Ask::DeclineRenegotiation { words } => {
            Command::DeclineRenegotiation { words: some(&words)? }
        }
        Ask::TakeBackRenegotiation => Command::TakeBackRenegotiation,
        Ask::Deliver { at, reference, words: text } => {
            let reference = reference.filter(|text| !text.trim().is_empty());
            let evidence = match reference {
                Some(text) => Evidence::Reference(line("reference", &text)?),
                None => Evidence::Word(words(caller, &text)?),
            };
            let silence_ends =
                calendar.step_business_days(caller.at, SILENCE_DAYS, Landing::Closing)?;
            Command::Deliver { at: at.unwrap_or(caller.at), evidence, silence_ends }
        }
        Ask::Confirm { measure, words } => {
            Command::ConfirmDelivery { measure, words: some(&words)? }
        }
        Ask::Dispute { words: text } => Command::Dispute { words: words(caller, &text)? },
        Ask::Release { words } => Command::Release { words: some(&words)? },
        Ask::Void { counter_promise } => Command::Void { counter_promise },
        Ask::Withdraw { reason, words: text } => {
            Command::Withdraw { reason, words: words(caller, &text)? }
        }
        Ask::MeetCounterPromise { counter_promise, at } => {
            Command::MeetCounterPromise { id: counter_promise, at: at.unwrap_or(caller.at) }
        }
    })
}
