//! The moves of a promise by the command line: ours, and those that a customer told us of.

use anyhow::bail;
use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use promise::renegotiation::Reason;
use promise::settle::Measure;
use promise::{CounterPromiseId, Side};
use serde_json::json;
use service::Caller;
use service::promise::Ask;

use super::quote::chance;
use crate::desk::Desk;

/// The moves.
#[derive(Debug, Subcommand)]
pub(crate) enum Move {
    /// The customer accepts the offer
    Accept(Plain),
    /// The customer declines the offer
    Decline(Decline),
    /// The customer proposes another date in place of the offer
    CounterPropose(OtherDate),
    /// Take the offer back
    TakeBack(WithWords),
    /// Make a draft again of a lapsed or declined offer
    OfferAgain(Plain),
    /// Throw a draft away
    Discard(Plain),
    /// The customer confirms that a recorded promise was given
    ConfirmRecord(Plain),
    /// The customer says that a recorded promise was not given
    RejectRecord(WithWords),
    /// Propose another date or subject
    Renegotiate(Renegotiate),
    /// The customer asks for another date
    AskDate(OtherDate),
    /// Agree to the change that the other side proposed
    Agree(Plain),
    /// Do not agree to the change that the other side proposed
    Disagree(WithWords),
    /// Take our own proposed change back
    TakeProposalBack(Plain),
    /// State that it is there
    Deliver(Deliver),
    /// The customer confirms the delivery: the promise is settled
    #[command(visible_alias = "confirm")]
    Settle(Settle),
    /// The customer disputes the delivery
    Dispute(NeededWords),
    /// The customer lets us off
    Release(WithWords),
    /// End it, as agreed for a counter-promise that came too late
    Void(Counter),
    /// Say that it will not be kept
    Withdraw(Withdraw),
    /// What the customer promised in return has arrived
    Met(Met),
}

impl Move {
    /// What it is called in the audit log, and the promise as it was typed.
    pub(crate) fn deed(&self) -> (&'static str, &str) {
        let (action, on) = match self {
            Self::Accept(on) => ("accept", on),
            Self::Decline(asked) => ("decline", &asked.with.on),
            Self::CounterPropose(asked) => ("counter_propose", &asked.on),
            Self::TakeBack(asked) => ("take_back", &asked.on),
            Self::OfferAgain(on) => ("offer_again", on),
            Self::Discard(on) => ("discard", on),
            Self::ConfirmRecord(on) => ("confirm_record", on),
            Self::RejectRecord(asked) => ("reject_record", &asked.on),
            Self::Renegotiate(asked) => ("renegotiate", &asked.on),
            Self::AskDate(asked) => ("ask_date", &asked.on),
            Self::Agree(on) => ("agree", on),
            Self::Disagree(asked) => ("disagree", &asked.on),
            Self::TakeProposalBack(on) => ("take_proposal_back", on),
            Self::Deliver(asked) => ("deliver", &asked.on),
            Self::Settle(asked) => ("settle", &asked.with.on),
            Self::Dispute(asked) => ("dispute", &asked.on),
            Self::Release(asked) => ("release", &asked.on),
            Self::Void(asked) => ("void", &asked.on),
            Self::Withdraw(asked) => ("withdraw", &asked.on),
            Self::Met(asked) => ("met", &asked.which.on),
        };
        (action, &on.promise)
    }
}

/// Which promise, as it was seen.
#[derive(Debug, Clone, Args)]
pub(crate) struct Plain {
    /// The promise: its number or id
    promise: String,
    /// Only if it is still at this version
    #[arg(long)]
    version: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct WithWords {
    #[command(flatten)]
    on: Plain,
    /// Why, in words
    #[arg(long, default_value = "")]
    words: String,
}

#[derive(Debug, Args)]
pub(crate) struct NeededWords {
    #[command(flatten)]
    on: Plain,
    /// What is wrong, in words
    #[arg(long)]
    words: String,
}

#[derive(Debug, Args)]
pub(crate) struct Decline {
    #[command(flatten)]
    with: WithWords,
    /// Another offer is not wanted either
    #[arg(long)]
    for_good: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OtherDate {
    #[command(flatten)]
    on: Plain,
    /// The date, such as 2026-03-20 or 2026-W12
    #[arg(long)]
    due: String,
    /// Why, in words
    #[arg(long)]
    words: String,
}

#[derive(Debug, Args)]
pub(crate) struct Renegotiate {
    #[command(flatten)]
    on: Plain,
    /// The new date, such as 2026-03-20 or 2026-W12
    #[arg(long)]
    due: Option<String>,
    /// The new subject
    #[arg(long)]
    subject: Option<String>,
    /// Why
    #[arg(long, value_parser = reason)]
    reason: Reason,
    /// Why, in words that the customer reads
    #[arg(long)]
    words: String,
    /// Why a date below the policy is proposed
    #[arg(long, value_name = "REASON", requires = "taken_by")]
    below_policy: Option<String>,
    /// The manager or admin who takes it on themselves
    #[arg(long, value_name = "MEMBER")]
    taken_by: Option<String>,
    /// Why a date is named of which nothing can be forecast
    #[arg(long, value_name = "REASON")]
    without_forecast: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Deliver {
    #[command(flatten)]
    on: Plain,
    /// From when on it was there [default: now]
    #[arg(long, value_name = "INSTANT")]
    at: Option<Timestamp>,
    /// Where to see it
    #[arg(long)]
    reference: Option<String>,
    /// In words; without a reference they count as your word for it
    #[arg(long, default_value = "")]
    words: String,
}

#[derive(Debug, Args)]
pub(crate) struct Settle {
    #[command(flatten)]
    with: WithWords,
    /// How much came
    #[arg(long, default_value = "as-promised")]
    measure: HowMuch,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum HowMuch {
    /// Less than promised
    Less,
    /// As promised
    AsPromised,
    /// More than promised
    More,
}

#[derive(Debug, Args)]
pub(crate) struct Counter {
    #[command(flatten)]
    on: Plain,
    /// Which counter-promise, by its place from 1, or its id
    #[arg(long, default_value = "1", value_name = "PLACE")]
    counter: String,
}

#[derive(Debug, Args)]
pub(crate) struct Withdraw {
    #[command(flatten)]
    on: Plain,
    /// Why
    #[arg(long, value_parser = reason)]
    reason: Reason,
    /// Why, in words that the customer reads
    #[arg(long)]
    words: String,
}

#[derive(Debug, Args)]
pub(crate) struct Met {
    #[command(flatten)]
    which: Counter,
    /// When [default: now]
    #[arg(long, value_name = "INSTANT")]
    at: Option<Timestamp>,
}

fn reason(text: &str) -> Result<Reason, String> {
    let codes = || Reason::ALL.iter().map(|reason| reason.code()).collect::<Vec<_>>().join(", ");
    Reason::of_code(text).ok_or_else(|| format!("wanted one of {}", codes()))
}

/// A move, read: on what, what is asked, and whose move it is.
struct Asked {
    on: Plain,
    ask: Ask,
    by: Side,
}

impl Asked {
    fn ours(on: Plain, ask: Ask) -> Self {
        Self { on, ask, by: Side::Us }
    }

    fn theirs(on: Plain, ask: Ask) -> Self {
        Self { on, ask, by: Side::Account }
    }
}

/// A move by the command line.
pub(crate) async fn run(desk: &Desk, made: Move) -> anyhow::Result<()> {
    let asked = read(desk, made).await?;
    let id = desk.promise(&asked.on.promise).await?;
    let caller = match asked.by {
        Side::Us => desk.caller(),
        Side::Account => heard(desk, &asked.on).await?,
    };
    desk.service().act(&caller, id, asked.ask, asked.on.version).await?;
    desk.look_again().await?;
    let row = desk.row(id).await?;
    let due = row.due.as_ref().map(|due| format!(", due {}", desk.day(due.at)));
    let likely = row.chance().filter(|_| row.state.is_open());
    let likely = likely.map(|c| format!(", {} by then", chance(c)));
    let said = format!(
        "Promise {} is {}{}{}.",
        row.number,
        row.state.code(),
        due.unwrap_or_default(),
        likely.unwrap_or_default()
    );
    let kept = row.kept_last.map(|kept| if kept { "Kept." } else { "Not kept." }.to_owned());
    let lines: Vec<String> = std::iter::once(said).chain(kept).collect();
    let value = json!({
        "promise": id.to_string(),
        "number": row.number,
        "version": row.version,
        "state": row.state.code(),
        "due": row.due.as_ref().map(|due| due.at.to_string()),
        "kept_first": row.kept_first,
        "kept_last": row.kept_last,
    });
    desk.output.answer(&lines, &value);
    Ok(())
}

/// The customer's contact, heard by the member.
async fn heard(desk: &Desk, on: &Plain) -> anyhow::Result<Caller> {
    let id = desk.promise(&on.promise).await?;
    let told = desk.service().existing(&desk.caller(), id).await?;
    let contact = told.state.and_then(|promise| promise.state.content().contact);
    match contact {
        Some(contact) => Ok(desk.caller_for_contact(contact)),
        None => bail!("promise {} names no contact who could have said so", on.promise),
    }
}

async fn read(desk: &Desk, made: Move) -> anyhow::Result<Asked> {
    let theirs = |with: WithWords, ask: fn(String) -> Ask| Asked::theirs(with.on, ask(with.words));
    let ours = |with: WithWords, ask: fn(String) -> Ask| Asked::ours(with.on, ask(with.words));
    Ok(match made {
        Move::Accept(on) => Asked::theirs(on, Ask::Accept),
        Move::Decline(Decline { with: WithWords { on, words }, for_good }) => {
            Asked::theirs(on, Ask::Decline { for_good, words })
        }
        Move::CounterPropose(OtherDate { on, due, words }) => {
            Asked::theirs(on, Ask::CounterPropose { due: Some(due), words })
        }
        Move::TakeBack(with) => ours(with, |words| Ask::TakeBack { words }),
        Move::OfferAgain(on) => Asked::ours(on, Ask::OfferAgain),
        Move::Discard(on) => Asked::ours(on, Ask::Discard),
        Move::ConfirmRecord(on) => Asked::theirs(on, Ask::ConfirmRecord),
        Move::RejectRecord(with) => theirs(with, |words| Ask::RejectRecord { words }),
        Move::Renegotiate(asked) => renegotiate(desk, asked)?,
        Move::AskDate(OtherDate { on, due, words }) => {
            let ask = proposal(Some(due), words, Reason::CustomerWish);
            Asked::theirs(on, ask)
        }
        Move::Agree(on) => other_side(desk, on, Ask::AcceptRenegotiation).await?,
        Move::Disagree(WithWords { on, words }) => {
            other_side(desk, on, Ask::DeclineRenegotiation { words }).await?
        }
        Move::TakeProposalBack(on) => Asked::ours(on, Ask::TakeBackRenegotiation),
        Move::Deliver(Deliver { on, at, reference, words }) => {
            Asked::ours(on, Ask::Deliver { at, reference, words })
        }
        Move::Settle(Settle { with: WithWords { on, words }, measure }) => {
            let measure = match measure {
                HowMuch::Less => Measure::Less,
                HowMuch::AsPromised => Measure::AsPromised,
                HowMuch::More => Measure::More,
            };
            Asked::theirs(on, Ask::Confirm { measure, words })
        }
        Move::Dispute(NeededWords { on, words }) => Asked::theirs(on, Ask::Dispute { words }),
        Move::Release(with) => theirs(with, |words| Ask::Release { words }),
        Move::Void(which) => {
            let counter_promise = counter(desk, &which).await?;
            Asked::ours(which.on, Ask::Void { counter_promise })
        }
        Move::Withdraw(Withdraw { on, reason, words }) => {
            Asked::ours(on, Ask::Withdraw { reason, words })
        }
        Move::Met(Met { which, at }) => {
            let counter_promise = counter(desk, &which).await?;
            Asked::ours(which.on, Ask::MeetCounterPromise { counter_promise, at })
        }
    })
}

fn proposal(due: Option<String>, words: String, reason: Reason) -> Ask {
    Ask::Renegotiate {
        due,
        subject: None,
        reason,
        words,
        below_policy: None,
        without_forecast: None,
    }
}

fn renegotiate(desk: &Desk, asked: Renegotiate) -> anyhow::Result<Asked> {
    let below_policy = match (asked.taken_by, asked.below_policy) {
        (Some(taker), Some(reason)) => Some((desk.member_named(&taker)?, reason)),
        _ => None,
    };
    let ask = Ask::Renegotiate {
        due: asked.due,
        subject: asked.subject,
        reason: asked.reason,
        words: asked.words,
        below_policy,
        without_forecast: asked.without_forecast,
    };
    Ok(Asked::ours(asked.on, ask))
}

/// An answer to a proposed change: by whichever side did not propose it.
async fn other_side(desk: &Desk, on: Plain, ask: Ask) -> anyhow::Result<Asked> {
    let id = desk.promise(&on.promise).await?;
    let told = desk.service().existing(&desk.caller(), id).await?;
    let promise = told.state;
    let binding = promise.as_ref().and_then(|promise| promise.state.binding());
    let proposed_by = binding.and_then(|binding| binding.renegotiation.as_ref()).map(|r| r.by);
    Ok(match proposed_by {
        Some(Side::Us) => Asked::theirs(on, ask),
        // Where nothing is proposed the rules say so.
        Some(Side::Account) | None => Asked::ours(on, ask),
    })
}

/// The counter-promise at a place counted from 1, or with an id.
async fn counter(desk: &Desk, which: &Counter) -> anyhow::Result<CounterPromiseId> {
    let id = desk.promise(&which.on.promise).await?;
    let told = desk.service().existing(&desk.caller(), id).await?;
    let promise = told.state;
    let binding = promise.as_ref().and_then(|promise| promise.state.binding());
    let all = binding.map(|binding| binding.counter_promises.as_slice()).unwrap_or_default();
    if let Ok(id) = which.counter.parse() {
        return Ok(id);
    }
    let place = which.counter.parse::<usize>().ok();
    let found = place.and_then(|place| all.get(place.checked_sub(1)?));
    match found {
        Some(standing) => Ok(standing.promise.id),
        None => bail!("--counter is {:?}; wanted a place from 1 to {}", which.counter, all.len()),
    }
}
