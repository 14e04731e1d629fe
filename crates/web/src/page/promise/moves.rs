//! What can be done with a promise now: the moves that its state allows, each with its form.

use promise::state::CounterState;
use promise::terms::Consequence;
use promise::tie::{TieStanding, TiedTo};
use promise::{Binding, Role, Side, State};
use service::view::PromiseView;

use super::reasons;
use crate::form::Fields;
use crate::page::Choice;
use crate::reader::Reader;
use crate::say::Voice;

/// A move, with what its form needs.
pub(super) struct Move {
    /// Its name in addresses.
    pub(super) verb: &'static str,
    /// Its name on the page.
    pub(super) anchor: String,
    /// What stands on it.
    pub(super) title: String,
    /// Which form it has.
    pub(super) form: Form,
    /// Whether the customer makes it, and we write it down.
    pub(super) theirs: bool,
}

impl Move {
    fn of(verb: &'static str, title: &str, form: Form, theirs: bool) -> Self {
        Self { verb, anchor: verb.to_owned(), title: title.to_owned(), form, theirs }
    }
}

/// The forms that moves have.
pub(super) enum Form {
    /// Only a button.
    Plain,
    /// Words that may be left out.
    Words,
    /// Words that must be there.
    NeededWords,
    /// Another page.
    Link(String),
    /// Another date, with words.
    OtherDate,
    /// A new due, why, and what it rests on.
    Renegotiate { reasons: Vec<Choice>, takers: Vec<Choice>, date: String, unknown: bool },
    /// When, with evidence or words.
    Deliver { at: String },
    /// How much, with words.
    Confirm,
    /// A no, for now or for good.
    Decline,
    /// Why, with words.
    Withdraw { reasons: Vec<Choice> },
    /// A counter-promise that arrived.
    Met { id: String, at: String },
    /// A counter-promise whose lateness ends it.
    Void { id: String },
    /// What a third party is to deliver before it can be kept.
    Await,
    /// What the customer plans to do with it.
    TheirPlan,
    /// The work behind it, and the short names of what it waits for.
    Plan { teams: Vec<Choice>, after: String },
    /// What its lateness costs us, and whether it may be moved.
    Stake { currency: &'static str, day: String, breach: String, movable: bool },
}

/// The moves that the state allows, the usual one first.
pub(super) fn moves(reader: &Reader, view: &PromiseView, fields: &Fields) -> Vec<Move> {
    if reader.role() == Role::Viewer {
        return Vec::new();
    }
    let voice = &reader.voice;
    let t = voice.t();
    let ours = |verb, title, form| Move::of(verb, title, form, false);
    let told = |verb, title, form| Move::of(verb, title, form, true);
    let number = view.row.number;
    match &view.promise.state {
        State::Draft { .. } => vec![
            ours("complete", t.move_complete(), Form::Link(format!("/quote?draft={number}"))),
            ours("discard", t.move_discard(), Form::Plain),
        ],
        State::Offered(_) => vec![
            told("accept", t.move_accept(), Form::Plain),
            told("decline", t.move_decline(), Form::Decline),
            told("counter-propose", t.move_counter_propose(), Form::OtherDate),
            ours("take-back", t.move_take_back(), Form::Words),
        ],
        State::Lapsed(_) => vec![ours("offer-again", t.move_offer_again(), Form::Plain)],
        State::Declined(declined) if !declined.for_good => {
            vec![ours("offer-again", t.move_offer_again(), Form::Plain)]
        }
        State::Recorded(binding) => {
            let mut moves = vec![
                told("confirm-record", t.move_confirm_record(), Form::Plain),
                told("reject-record", t.move_reject_record(), Form::Words),
            ];
            moves.extend(open_moves(reader, view, binding, fields));
            moves
        }
        State::Accepted(binding) | State::Late(binding) => {
            open_moves(reader, view, binding, fields)
        }
        State::Delivered(_) => vec![
            told("confirm", t.move_confirm(), Form::Confirm),
            told("dispute", t.move_dispute(), Form::NeededWords),
        ],
        State::Declined(_)
        | State::Discarded(_)
        | State::Withdrawn(_)
        | State::Settled(_)
        | State::Released(_)
        | State::Void { .. } => Vec::new(),
    }
}

/// The moves of a promise that is still to be kept.
fn open_moves(
    reader: &Reader,
    view: &PromiseView,
    binding: &Binding,
    fields: &Fields,
) -> Vec<Move> {
    let voice = &reader.voice;
    let t = voice.t();
    let ours = |verb, title, form| Move::of(verb, title, form, false);
    let told = |verb, title, form| Move::of(verb, title, form, true);
    let mut moves = Vec::new();
    match binding.renegotiation.as_ref().map(|waiting| waiting.by) {
        Some(Side::Account) => {
            moves.push(ours("agree", t.move_agree(), Form::Plain));
            moves.push(ours("disagree", t.move_disagree(), Form::Words));
        }
        Some(Side::Us) => {
            moves.push(told("agree", t.move_they_agree(), Form::Plain));
            moves.push(told("disagree", t.move_they_disagree(), Form::Words));
            moves.push(ours("take-proposal-back", t.move_take_proposal_back(), Form::Plain));
        }
        None => {}
    }
    moves.push(ours("deliver", t.move_deliver(), Form::Deliver { at: wall(voice) }));
    moves.push(ours("renegotiate", t.move_renegotiate(), renegotiate(reader, view, fields)));
    moves.extend(counter_moves(voice, binding));
    moves.extend(view.ties.0.iter().filter_map(|standing| arrival(voice, standing)));
    moves.push(told("ask-date", t.move_they_ask(), Form::OtherDate));
    moves.push(ours("plan", t.move_plan(), plan(reader, view, fields)));
    moves.push(ours("await", t.move_await(), Form::Await));
    moves.push(ours("their-plan", t.move_their_plan(), Form::TheirPlan));
    moves.push(ours("stake", t.move_stake(), stake(reader, view)));
    moves.push(told("release", t.move_release(), Form::Words));
    let withdraw = Form::Withdraw { reasons: reasons(voice, fields.get("reason")) };
    moves.push(ours("withdraw", t.move_withdraw(), withdraw));
    moves
}

/// What can be done about counter-promises that have not arrived.
fn counter_moves(voice: &Voice, binding: &Binding) -> Vec<Move> {
    let t = voice.t();
    let mut moves = Vec::new();
    for standing in &binding.counter_promises {
        let (id, subject) = (standing.promise.id.to_string(), standing.promise.subject.as_str());
        if matches!(standing.state, CounterState::Met { .. }) {
            continue;
        }
        let title = t.move_met(&subject);
        let form = Form::Met { id: id.clone(), at: wall(voice) };
        let anchor = format!("met-{id}");
        moves.push(Move { verb: "met", anchor, title, form, theirs: false });
        let ends = standing.promise.consequence == Consequence::Void;
        if ends && standing.state == CounterState::Late {
            let title = t.move_void(&subject);
            let anchor = format!("void-{id}");
            moves.push(Move {
                verb: "void",
                anchor,
                title,
                form: Form::Void { id },
                theirs: false,
            });
        }
    }
    moves
}

/// What a third party still owes, and when it came.
fn arrival(voice: &Voice, standing: &TieStanding) -> Option<Move> {
    let tie = &standing.tie;
    let TiedTo::ThirdParty(name) = &tie.to else { return None };
    let id = tie.id.to_string();
    let of = |id: String| Move {
        verb: "arrived",
        anchor: format!("arrived-{id}"),
        title: voice.t().move_arrived(name, &tie.what),
        form: Form::Met { id, at: wall(voice) },
        theirs: false,
    };
    standing.end.is_none().then(|| of(id))
}

/// What its lateness costs us, as it was said.
fn stake(reader: &Reader, view: &PromiseView) -> Form {
    let arranged = view.work.as_ref().map(|work| work.arranged.clone()).unwrap_or_default();
    let typed = |minor: i64| {
        let text = promise::Money { minor, currency: reader.organisation.currency }.to_string();
        text.split_once(' ').map(|(_, amount)| amount.to_owned()).unwrap_or_default()
    };
    Form::Stake {
        currency: reader.organisation.costs().currency.code(),
        day: arranged.loss.map(|loss| typed(loss.per_day)).unwrap_or_default(),
        breach: arranged.loss.map(|loss| typed(loss.per_breach)).unwrap_or_default(),
        movable: arranged.movable,
    }
}

fn renegotiate(reader: &Reader, view: &PromiseView, fields: &Fields) -> Form {
    let voice = &reader.voice;
    let date = view.look.as_ref().and_then(|look| look.date.as_ref());
    let later = date.map(|date| date.due.date().to_string()).unwrap_or_default();
    let members = reader.organisation.members.iter();
    let may = members.filter(|(_, m)| m.role >= Role::Manager && m.left_at.is_none());
    let blank = (String::new(), voice.t().choose().to_owned());
    let takers = std::iter::once(blank).chain(may.map(|(id, m)| (id.to_string(), m.name.clone())));
    Form::Renegotiate {
        reasons: reasons(voice, fields.get("reason")),
        takers: crate::page::choices(takers, fields.get("taken_by")),
        date: later,
        unknown: view.look.is_none(),
    }
}

/// The form that plans the work: what is planned already stays unless a team is chosen.
fn plan(reader: &Reader, view: &PromiseView, fields: &Fields) -> Form {
    let planned = view.work.as_ref().filter(|w| !w.new.is_empty() || !w.records.is_empty());
    let stays = planned.map(|_| (String::new(), reader.voice.t().plan_stays().to_owned()));
    let new = planned.and_then(|work| work.new.first());
    let known = reader.organisation.teams.keys().cloned();
    let mut names: Vec<String> = known.chain(new.map(|new| new.team.clone())).collect();
    names.sort();
    names.dedup();
    let teams = stays.into_iter().chain(names.into_iter().map(|name| (name.clone(), name)));
    let after: Vec<String> = view.waits_for.iter().map(|row| row.number.to_string()).collect();
    let after = fields.some("after").map_or_else(|| after.join(", "), str::to_owned);
    Form::Plan { teams: crate::page::choices(teams, fields.get("team")), after }
}

/// The present as a wall-clock time, for a field.
fn wall(voice: &Voice) -> String {
    let wall = voice.zone.to_datetime(voice.now);
    let (date, time) = (wall.date(), wall.time());
    format!("{date}T{:02}:{:02}", time.hour(), time.minute())
}
