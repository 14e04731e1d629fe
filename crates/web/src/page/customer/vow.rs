//! One promise on the customer's page, with what can be answered; and what they promised in return.

use askama::filters::Safe;
use ledger::query::{ListedDue, PromiseRow};
use promise::state::{CounterStanding, CounterState, Given};
use promise::terms::{Consideration, RemedyChoice, Strictness};
use promise::{Binding, Promise, Side, State};
use service::customer::CustomerView;
use texts::figure::capital;

use crate::page::promise::Attempt;
use crate::page::{Markup, state, state_of};
use crate::say::Voice;

/// A promise as the customer reads it.
pub(super) struct Vow {
    pub(super) id: String,
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) subject: String,
    pub(super) figure: Option<Markup>,
    /// What it comes down to, in bold.
    pub(super) first: Option<String>,
    pub(super) state: Option<Markup>,
    pub(super) said: String,
    /// The points of an offer or a change.
    pub(super) points: Vec<(&'static str, String)>,
    pub(super) replies: Vec<Reply>,
    /// Why an answer was not taken.
    pub(super) error: Option<String>,
}

/// An answer that can be given.
pub(super) struct Reply {
    pub(super) verb: &'static str,
    pub(super) name: String,
    pub(super) form: Form,
    /// The answer that stands first.
    pub(super) first: bool,
}

/// What an answer needs.
pub(super) enum Form {
    /// Only a button.
    Button,
    /// Words that may be left out.
    Words,
    /// Words that must be there.
    NeededWords,
    /// A date, with words.
    Date,
    /// Less, as promised or more.
    Measure,
}

/// What the customer promised in return.
pub(super) struct Counter {
    pub(super) promise: String,
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) subject: String,
    pub(super) state: Markup,
    pub(super) then: &'static str,
    /// Whether it can be said that it is there.
    pub(super) open: bool,
    pub(super) error: Option<String>,
}

fn reply(verb: &'static str, name: impl Into<String>, form: Form, first: bool) -> Reply {
    Reply { verb, name: name.into(), form, first }
}

/// A promise as the customer reads it.
pub(super) fn vow(
    voice: &Voice,
    (row, promise): &(PromiseRow, Promise),
    attempt: &Attempt,
    place: usize,
) -> Vow {
    let id = row.id.to_string();
    let error = attempt
        .error
        .clone()
        .filter(|_| attempt.verb.starts_with(&format!("{id} ")) && !attempt.verb.ends_with(" met"));
    let base = Vow {
        id,
        number: row.number,
        version: row.version,
        subject: row.subject.clone(),
        figure: voice.line(row).map(|line| Safe(line.full(&format!("v{place}")))),
        first: None,
        state: Some(state(&voice.standing(row))),
        said: String::new(),
        points: Vec::new(),
        replies: Vec::new(),
        error,
    };
    match &promise.state {
        State::Offered(_) => offered(voice, row, promise, base),
        State::Recorded(binding) if binding.renegotiation.is_none() => {
            recorded(voice, binding, base)
        }
        State::Recorded(binding) | State::Accepted(binding) | State::Late(binding) => {
            open(voice, row, binding, base, place)
        }
        State::Delivered(delivery) => {
            let t = voice.t();
            let said =
                t.vow_delivered(&voice.moment(delivery.at), &voice.day(delivery.silence_ends));
            let replies = vec![
                reply("confirm", t.reply_confirm(), Form::Measure, true),
                reply("dispute", t.reply_dispute(), Form::NeededWords, false),
            ];
            Vow { said, replies, ..base }
        }
        State::Settled(settled) => Vow { said: voice.settlement(&settled.settlement), ..base },
        State::Draft { .. }
        | State::Discarded(_)
        | State::Lapsed(_)
        | State::Declined(_)
        | State::Withdrawn(_)
        | State::Released(_)
        | State::Void { .. } => base,
    }
}

/// An offer, with its terms point by point.
fn offered(voice: &Voice, row: &PromiseRow, promise: &Promise, base: Vow) -> Vow {
    let t = voice.t();
    let content = promise.state.content();
    let mut points = Vec::new();
    let due = content.due.as_ref().map(|due| voice.due(due)).unwrap_or_default();
    points.push((t.point_by(), voice.seen_by_customer(row, &due)));
    let acceptance = content.acceptance.as_ref();
    points.extend(acceptance.map(|line| (t.point_kept_when(), line.to_string())));
    if let Some(asked) = &content.consideration {
        points.push((t.in_return(), asked_of_customer(voice, asked)));
    }
    if let Some(RemedyChoice::Agreed(remedy)) = &content.remedy {
        points.push((t.if_late(), voice.remedy(remedy)));
    }
    points.extend(content.strictness.map(|s| (t.field_strictness(), voice.strictness_said(s))));
    let until = row.expires.map(|at| voice.moment(at));
    points.extend(until.map(|until| (t.point_until(), until)));
    let yes = t.reply_yes(&due);
    let replies = vec![
        reply("accept", yes, Form::Button, true),
        reply("decline", t.reply_no(), Form::Words, false),
        reply("counter-propose", t.reply_other_date(), Form::Date, false),
    ];
    let first = Some(t.vow_offered(&due));
    Vow { first, points, replies, state: None, ..base }
}

fn asked_of_customer(voice: &Voice, asked: &Consideration) -> String {
    let t = voice.t();
    match asked {
        Consideration::Nothing { because } => t.nothing_because(&because.as_str()),
        Consideration::Asked { counter_promises, .. } => {
            let wanted = counter_promises.iter().map(|counter| {
                let then = voice.consequence(counter.consequence);
                let asked = t.counter_asked(&counter.subject.as_str(), &voice.due(&counter.due));
                format!("{asked} {then}")
            });
            let price = voice.price(asked).map(|price| t.price_of(&price));
            wanted.chain(price).collect::<Vec<_>>().join(" ")
        }
    }
}

/// A promise that was found and waits for the customer's word that it was given.
fn recorded(voice: &Voice, binding: &Binding, base: Vow) -> Vow {
    let t = voice.t();
    let Given::Found(found) = &binding.given else { return base };
    let said = t.vow_recorded(&found.sentence.as_str());
    let replies = vec![
        reply("confirm-record", t.reply_recorded_yes(), Form::Button, true),
        reply("reject-record", t.reply_recorded_no(), Form::Words, false),
    ];
    Vow { said, replies, ..base }
}

/// A promise that is still to be kept, and the change that waits for the customer's answer.
fn open(voice: &Voice, row: &PromiseRow, binding: &Binding, base: Vow, place: usize) -> Vow {
    let t = voice.t();
    let strictness = match &binding.given {
        Given::Terms(terms) => Some(terms.strictness),
        Given::Found(found) => found.known.strictness,
    };
    let strict = strictness.filter(|s| *s == Strictness::Strict);
    let strict = strict.map(|s| format!(" {}", voice.strictness_said(s))).unwrap_or_default();
    let said = format!("{}{strict}", voice.seen(row));
    let Some(waiting) = &binding.renegotiation else {
        let replies = vec![
            reply("ask-date", t.reply_ask_date(), Form::Date, false),
            reply("release", t.reply_release(), Form::Words, false),
        ];
        return Vow { said, replies, ..base };
    };
    if waiting.by == Side::Account {
        let asked = waiting.change.due.as_ref().map(|due| voice.due(due)).unwrap_or_default();
        let said = format!("{said} {}", t.vow_you_asked(&asked));
        let back = reply("take-proposal-back", t.reply_take_back(), Form::Button, false);
        return Vow { said, replies: vec![back], ..base };
    }
    let Some(due) = &waiting.change.due else {
        let first =
            waiting.change.subject.as_ref().map(|subject| t.vow_new_subject(&subject.as_str()));
        return Vow { first, said, replies: agreement(voice, t.reply_agree()), ..base };
    };
    let new = ListedDue { at: due.at(), zone: due.zone().clone(), grain: due.grain() };
    let figure = voice.line_proposed(row, &new).full(&format!("v{place}"));
    let due = voice.due(due);
    let old = row.due.as_ref().map(|old| voice.listed_due(old)).unwrap_or_default();
    let mut points = vec![(t.point_changes(), t.change_of_date(&old, &due))];
    let why = match (&waiting.words, waiting.consequence_of) {
        (Some(words), _) if !words.is_erased() => words.as_str().to_owned(),
        (_, Some((_, days))) => t.change_by_consequence(days),
        (_, None) => capital(voice.reason(waiting.reason)),
    };
    points.push((t.point_why(), why));
    let chance = waiting.ground.as_ref().and_then(promise::terms::Ground::chance);
    points.extend(
        chance.map(|chance| (t.point_how_sure(), t.sure_by(&voice.chance_in_words(chance), &due))),
    );
    Vow {
        figure: Some(Safe(figure)),
        first: Some(t.vow_change(&old, &due)),
        state: None,
        points,
        replies: agreement(voice, &t.reply_yes(&due)),
        ..base
    }
}

fn agreement(voice: &Voice, yes: &str) -> Vec<Reply> {
    let t = voice.t();
    vec![
        reply("agree", yes, Form::Button, true),
        reply("disagree", t.reply_no(), Form::Words, false),
        reply("ask-date", t.reply_other_date(), Form::Date, false),
    ]
}

/// What the customer promised in return for one promise.
pub(super) fn counters(
    voice: &Voice,
    view: &CustomerView,
    (row, promise): &(PromiseRow, Promise),
    attempt: &Attempt,
) -> Vec<Counter> {
    let Some(binding) = promise.state.binding() else { return Vec::new() };
    let can_answer = promise.state.open().is_some();
    let counter = |standing: &CounterStanding| {
        let said = voice.counter(standing, &view.calendar);
        let id = standing.promise.id.to_string();
        let tried =
            attempt.verb == format!("{} met", row.id) && attempt.fields.get("counter") == id;
        Counter {
            promise: row.id.to_string(),
            version: row.version,
            subject: standing.promise.subject.to_string(),
            state: state_of(said.mark, &crate::drawing::escape(&said.word)),
            then: voice.consequence(standing.promise.consequence),
            open: can_answer && !matches!(standing.state, CounterState::Met { .. }),
            error: attempt.error.clone().filter(|_| tried),
            id,
        }
    };
    binding.counter_promises.iter().map(counter).collect()
}
