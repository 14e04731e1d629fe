//! What was agreed, fact by fact.

use askama::filters::Safe;
use calendar::Due;
use promise::state::{CounterStanding, Given};
use promise::terms::{Consideration, Draft, Ground, Remedy, RemedyChoice};
use promise::{Binding, State, StateName};
use service::view::PromiseView;

use crate::drawing::escape;
use crate::page::{Markup, state_of};
use crate::say::Voice;
use crate::say::counter::business_days;

/// A fact, with its name.
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) says: Markup,
}

/// What was agreed.
pub(super) fn facts(voice: &Voice, view: &PromiseView, page: Option<&str>) -> Vec<Fact> {
    let t = voice.t();
    let content = view.promise.state.content();
    let binding = view.promise.state.binding();
    let fact = |name: &'static str, says: String| Fact { name, says: Safe(says) };
    let mut facts = Vec::new();
    facts.extend(content.due.as_ref().map(|due| fact(t.due(), dues(voice, due, binding))));
    let wished = content.wished.as_ref();
    facts.extend(wished.map(|due| fact(t.label_wished_name(), escape(&voice.due(due)))));
    let strictness = content.strictness.map(|s| escape(voice.strictness(s)));
    facts.extend(strictness.map(|says| fact(t.field_strictness(), says)));
    facts.push(fact(t.given_by(), given_by(voice, view, &content)));
    let owner = content.owner.and_then(|id| view.organisation.members.get(&id));
    facts.extend(owner.map(|owner| fact(t.kept_by(), escape(voice.called(&owner.name)))));
    facts.extend(
        content
            .consideration
            .as_ref()
            .map(|asked| fact(t.in_return(), in_return(voice, view, asked, binding))),
    );
    if let Some(RemedyChoice::Agreed(remedy)) = &content.remedy {
        facts.push(fact(t.if_late(), if_late(voice, view, remedy)));
    }
    let acceptance = content.acceptance.as_ref().map(|line| escape(line.as_str()));
    facts.extend(acceptance.map(|says| fact(t.seen_kept_by(), says)));
    let early = content.on_time.days_early;
    facts.push(fact(t.on_time_window(), escape(&t.on_time_from(i32::from(early)))));
    facts.extend(receipt(voice, view).map(|says| fact(t.receipt(), says)));
    let page = page
        .map(|page| format!(r#"<a href="{}">{}</a>"#, escape(page), escape(t.dossier_open_page())));
    facts.extend(page.map(|says| fact(t.customer_page(), says)));
    facts
}

/// The due in full, and the first one where it was moved.
fn dues(voice: &Voice, due: &Due, binding: Option<&Binding>) -> String {
    let now = escape(&voice.due_in_full(due));
    let first = binding.and_then(Binding::first_due).filter(|first| *first != due);
    match first {
        Some(first) => format!("{now}<br>{}", escape(&voice.t().first_due(&voice.due(first)))),
        None => now,
    }
}

fn given_by(voice: &Voice, view: &PromiseView, content: &Draft) -> String {
    let t = voice.t();
    let members = &view.organisation.members;
    let promisor = content.promisor.and_then(|id| members.get(&id));
    let promisor = promisor.map_or(t.somebody(), |member| voice.called(&member.name));
    let said = match &content.ground {
        Some(Ground::Forecast { forecast, below_policy }) => {
            let on = t.given_on(&promisor, &voice.chance_in_words(forecast.chance));
            match below_policy {
                Some(below) => {
                    let taker = members.get(&below.taken_by);
                    let taker = taker.map_or(t.somebody(), |member| voice.called(&member.name));
                    let reason = t.quoted(&below.reason.as_str());
                    format!("{on} {} {reason}", t.happened_below_policy(&taker))
                }
                None => on,
            }
        }
        Some(Ground::Without { reason }) => {
            format!("{} {}", t.given_without(&promisor), t.quoted(&reason.as_str()))
        }
        None => promisor.to_owned(),
    };
    escape(&said)
}

fn in_return(
    voice: &Voice,
    view: &PromiseView,
    asked: &Consideration,
    binding: Option<&Binding>,
) -> String {
    let t = voice.t();
    if let Consideration::Nothing { because } = asked {
        return escape(&t.nothing_because(&because.as_str()));
    }
    let standings = binding.map(|binding| binding.counter_promises.as_slice()).unwrap_or_default();
    let standing = |standing: &CounterStanding| {
        let said = voice.counter(standing, &view.calendar);
        let subject = escape(standing.promise.subject.as_str());
        let state = state_of(said.mark, &escape(&said.word)).0;
        let then = escape(voice.consequence(standing.promise.consequence));
        format!(r#"{subject}<br>{state}<br><span class="quiet">{then}</span>"#)
    };
    let mut said: Vec<String> = standings.iter().map(standing).collect();
    if standings.is_empty() {
        said = asked
            .counter_promises()
            .iter()
            .map(|c| escape(&t.counter_asked(&c.subject.as_str(), &voice.due(&c.due))))
            .collect();
    }
    said.extend(voice.price(asked).map(|price| escape(&t.price_of(&price))));
    said.join("<br>")
}

/// What lateness costs, and what it costs already.
fn if_late(voice: &Voice, view: &PromiseView, remedy: &Remedy) -> String {
    let said = escape(&voice.remedy(remedy));
    let late_since = view.row.due.as_ref().filter(|_| view.row.state == StateName::Late);
    let Some(due) = late_since else { return said };
    let days = business_days(&view.calendar, due.at, voice.now).max(1).unsigned_abs();
    let exposure = voice.money(remedy.exposure(days));
    format!("{said} {}", escape(&voice.t().exposure_now(&exposure)))
}

/// Where the receipt is, and since when both hold it.
fn receipt(voice: &Voice, view: &PromiseView) -> Option<String> {
    let t = voice.t();
    let href = format!("/promises/{}/receipt", view.row.number);
    let state = &view.promise.state;
    if matches!(state, State::Draft { .. } | State::Discarded(_)) {
        return None;
    }
    let said = match state.binding() {
        Some(binding) if matches!(binding.given, Given::Terms(_)) || binding.confirmed => {
            t.receipt_both(&voice.moment(binding.since))
        }
        Some(_) => t.receipt_unconfirmed().to_owned(),
        None => t.receipt_ours().to_owned(),
    };
    Some(format!(r#"<a href="{href}" download>{}</a>"#, escape(&said)))
}
