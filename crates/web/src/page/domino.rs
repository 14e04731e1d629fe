//! What falls with a promise: a tree under it, and why each of them falls.

use askama::Template;
use askama::filters::Safe;
use axum::extract::{Path, State};
use axum::response::Response;
use promise::{Health, StateName};
use service::ServiceError;
use service::domino::{
    Cause, Chances, Change, Domino, Fall, PlanHit, Slip, SlipGround, Through, Touched,
};

use super::{Markup, render};
use crate::app::App;
use crate::drawing::escape;
use crate::drawing::mark::Mark;
use crate::failure::Failure;
use crate::form::Asked;
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::Voice;

/// The domino as it stands on a page.
pub(crate) struct Shown {
    /// What is supposed; that nothing can be said, when nothing can.
    pub(crate) said: String,
    /// What takes longer then.
    pub(crate) through: Option<String>,
    /// The tree, from the promise itself down.
    pub(crate) tree: Markup,
    /// That nobody else is moved.
    pub(crate) none: Option<&'static str>,
    /// What it does to all that each customer was promised.
    pub(crate) customers: Vec<String>,
    /// The chance that all of them are kept.
    pub(crate) all: Option<String>,
    /// How it was counted.
    pub(crate) computed: Option<String>,
}

#[derive(Template)]
#[template(path = "domino.html")]
struct Page {
    f: Frame,
    number: u32,
    account: (String, String),
    subject: String,
    days: String,
    error: Option<String>,
    domino: Option<Shown>,
}

/// `GET /promises/{number}/domino`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Path(number): Path<String>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let caller = reader.caller();
    let (voice, t) = (&reader.voice, reader.voice.t());
    let id = app.service().find(&caller, &number).await?;
    let row = app.service().whole(&caller, id).await?.row;
    let given = asked.some("days").map(str::to_owned);
    // What is no number at all is refused as the number that is nearest to it: none.
    let days = given.as_ref().map(|text| text.parse().unwrap_or(0));
    let (domino, error) = match app.service().domino(&caller, id, days).await {
        Ok(domino) => (Some(domino), None),
        Err(ServiceError::Input { field, wanted, .. }) => {
            let given = given.clone().unwrap_or_default();
            (None, Some(voice.error(&ServiceError::Input { field, given, wanted })))
        }
        Err(error) => return Err(error.into()),
    };
    let slip = domino.as_ref().and_then(|domino| domino.slip);
    let page = Page {
        f: Frame::of(&reader, t.domino_heading(), Place::Promises),
        number: row.number,
        account: (format!("/accounts/{}", row.account), row.account_name.clone()),
        subject: row.subject.clone(),
        days: given.or_else(|| slip.map(|slip| slip.days.to_string())).unwrap_or_default(),
        domino: domino.map(|domino| shown(&reader, &domino)),
        error,
    };
    let failed = page.error.is_some();
    let response = render(&page)?;
    Ok(if failed { super::unprocessable(response) } else { response })
}

/// What falls with a promise by what its own forecast says; `None` when it is not to be kept, or not yet.
pub(crate) async fn of_promise(
    reader: &Reader,
    app: &App,
    row: &ledger::query::PromiseRow,
) -> Result<Option<Shown>, Failure> {
    let in_plan = row.state.is_open() || row.state == StateName::Offered;
    if !in_plan {
        return Ok(None);
    }
    match app.service().domino(&reader.caller(), row.id, None).await {
        Ok(domino) => Ok(Some(shown(reader, &domino))),
        // It was delivered or ended while we looked.
        Err(ServiceError::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn shown(reader: &Reader, domino: &Domino) -> Shown {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let all = domino.all.and_then(|all| {
        let (before, after) = (voice.chance_in_words(all.before), voice.chance_in_words(all.after));
        let of = voice.lang.count_word(all.of);
        (before != after).then(|| t.domino_all(all.of, &of, &before, &after))
    });
    let touched = domino.all_touched();
    let chances = touched.iter().filter_map(|touched| touched.change?.chances);
    let error = chances.map(|chances| chances.error_permille).max();
    let computed = error.zip(domino.slip).map(|(error, _)| {
        let points = voice.lang.decimal(f64::from(error.max(1)) / 10.0);
        t.domino_computed(&voice.lang.count(domino.trials), &domino.seed, &points)
    });
    let level = reader.organisation.policy.offer_at;
    Shown {
        said: domino.slip.map_or_else(
            || t.domino_unknown().to_owned(),
            |slip| supposed(voice, slip, &voice.level(level)),
        ),
        through: domino.slip.map(|slip| match slip.through {
            Through::Work => t.domino_through_work().to_owned(),
            Through::Waiting => match &domino.third_party {
                Some(name) => t.domino_through_delivery(name),
                None => t.domino_through_waiting().to_owned(),
            },
            Through::Nothing => t.domino_through_nothing().to_owned(),
        }),
        customers: customers(voice, domino),
        tree: Safe(tree(voice, domino)),
        none: (domino.slip.is_some() && domino.falls.is_empty()).then(|| t.domino_none()),
        all,
        computed,
    }
}

/// What it does to all that a customer was promised: of customers with more than one promise in the tree, when there are
/// several customers.
fn customers(voice: &Voice, domino: &Domino) -> Vec<String> {
    let t = voice.t();
    let several = domino.customers.len() > 1;
    let said = domino.customers.iter().filter(|_| several).filter_map(|hit| {
        let all = hit.all.filter(|all| all.of > 1)?;
        let (before, after) = (voice.chance_in_words(all.before), voice.chance_in_words(all.after));
        let count = voice.lang.count_word(all.of);
        (before != after).then(|| t.domino_customer(&hit.name, all.of, &count, &before, &after))
    });
    said.collect()
}

fn supposed(voice: &Voice, slip: Slip, level: &str) -> String {
    let (t, days) = (voice.t(), voice.t().working_days(slip.days));
    match slip.ground {
        SlipGround::Asked => t.domino_slip_asked(&days),
        SlipGround::Forecast => t.domino_slip_forecast(&level, &days),
        SlipGround::Supposed => t.domino_slip_supposed(&days),
    }
}

/// The tree as nested lists.
fn tree(voice: &Voice, domino: &Domino) -> String {
    let root = fallen(voice, &domino.promise, None);
    let below = falls(voice, &domino.falls);
    format!(r#"<ul class="domino"><li>{root}{below}</li></ul>"#)
}

fn falls(voice: &Voice, falls_below: &[Fall]) -> String {
    if falls_below.is_empty() {
        return String::new();
    }
    let fall = |fall: &Fall| {
        let own = fallen(voice, &fall.touched, Some(&fall.cause));
        format!("<li>{own}{}</li>", falls(voice, &fall.falls))
    };
    format!("<ul>{}</ul>", falls_below.iter().map(fall).collect::<String>())
}

/// One promise: its mark, what it is, its chance before and after, and in a line below to whom, why, and what next.
fn fallen(voice: &Voice, touched: &Touched, cause: Option<&Cause>) -> String {
    let t = voice.t();
    let chances = touched.change.and_then(|change| change.chances);
    let (mark, word) = match chances.map(|chances| chances.health) {
        Some(Health::OnPlan) => (Mark::Plan, t.state_on_plan()),
        Some(Health::Watch) => (Mark::Watch, t.state_watch()),
        Some(Health::OffPlan) => (Mark::Off, t.state_off_plan()),
        None => (Mark::Unknown, t.state_unknown()),
    };
    let subject = escape(&touched.subject);
    let subject = match cause {
        Some(_) => format!(r#"<a href="/promises/{}">{subject}</a>"#, touched.number),
        None => format!("<span>{subject}</span>"),
    };
    let chances = chances.map(|chances| from_to(voice, chances)).unwrap_or_default();
    let mut note = escape(&note(voice, touched, cause));
    for plan in &touched.plans {
        note = format!("{note}<br>{}", escape(&their_plan(voice, plan)));
    }
    let mark = mark.svg();
    format!(
        r#"<div class="fall">{mark}{subject}<span class="num">{chances}<span class="unseen"> {word}</span></span><small>{note}</small></div>"#
    )
}

/// The chance before and after; one of them where they are the same.
fn from_to(voice: &Voice, chances: Chances) -> String {
    let (before, after) = (voice.chance(chances.before), voice.chance(chances.after));
    if before == after {
        return escape(&after);
    }
    let bare = before.trim_end_matches(['%', '\u{a0}', ' ']);
    format!("{} → {}", escape(bare), escape(&after))
}

/// What the customer plans to do with it, and whether it is there by then.
fn their_plan(voice: &Voice, plan: &PlanHit) -> String {
    let t = voice.t();
    let says = t.tie_plan(&voice.listed_due(&plan.due), &plan.what);
    let Some((before, after)) = plan.chances else { return says };
    let (before, after) = (voice.chance_in_words(before), voice.chance_in_words(after));
    let then = if before == after {
        t.domino_plan_stays(&after)
    } else {
        t.domino_plan_moves(&before, &after)
    };
    format!("{says} {then}")
}

fn note(voice: &Voice, touched: &Touched, cause: Option<&Cause>) -> String {
    let t = voice.t();
    let why = cause.map(|cause| match cause {
        Cause::Dependency => t.domino_by_dependency().to_owned(),
        Cause::Work { records } => t.domino_by_work(*records),
        Cause::Capacity { team } => t.domino_by_capacity(&team),
        Cause::Between => t.domino_by_work_between().to_owned(),
    });
    let moved = match touched.change {
        None => Some(t.state_unknown().to_owned()),
        Some(Change { days_later: None, .. }) => Some(t.domino_never().to_owned()),
        Some(Change { days_later: Some(0), .. }) => None,
        Some(Change { days_later: Some(days), .. }) if days < 0 => {
            Some(t.domino_earlier(&t.working_days(-days)))
        }
        Some(Change { days_later: Some(days), .. }) => Some(t.domino_later(&t.working_days(days))),
    };
    let holds = touched.change.and_then(|change| change.chances);
    let holds = holds.is_some_and(|chances| chances.health == Health::OnPlan);
    let told = if touched.told {
        t.domino_told()
    } else if holds {
        t.domino_holds()
    } else {
        t.domino_not_told()
    };
    let parts = [Some(touched.account_name.clone()), why, moved, Some(told.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
