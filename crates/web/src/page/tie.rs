//! What a promise is tied to outside the company, as its page shows it, and the forms that change it.

use calendar::Due;
use promise::tie::{TieEnd, TiedTo};
use promise::{PromiseId, Role, TieId};
use service::view::PromiseView;
use service::{Caller, ServiceError};

use super::{Markup, state_of};
use crate::app::App;
use crate::drawing::escape;
use crate::form::Fields;
use crate::reader::Reader;

/// A delivery that a promise waits for or waited for, or a plan that waits for it.
pub(super) struct TieView {
    /// What, by whom and by when.
    pub(super) says: String,
    /// How it stands; `None` for a plan.
    pub(super) state: Option<Markup>,
    /// How reliable whoever delivers has been.
    pub(super) record: Option<String>,
    /// Its name, for whoever may take it away.
    pub(super) may_drop: Option<String>,
}

/// What a promise is tied to, but for what was taken away.
pub(super) fn shown(reader: &Reader, view: &PromiseView) -> Vec<TieView> {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let holds = view.ties.0.iter().filter(|standing| standing.end != Some(TieEnd::Dropped));
    let shown = holds.map(|standing| {
        let (tie, is_open) = (&standing.tie, standing.end.is_none());
        let may_drop = is_open && view.row.state.is_open() && reader.role() != Role::Viewer;
        let may_drop = may_drop.then(|| tie.id.to_string());
        match &tie.to {
            TiedTo::ThirdParty(name) => {
                let said = voice.delivery(&tie.due, standing.end, &view.calendar);
                let record = view.third_parties.iter().find(|party| party.is(name.as_str()));
                let record = record.filter(|party| is_open && party.delivered > 0).map(|party| {
                    let count = |n: usize| voice.lang.count(n);
                    t.tie_record(&count(party.late), &count(party.delivered))
                });
                TieView {
                    says: t.tie_delivery(&name, &tie.what),
                    state: Some(state_of(said.mark, &escape(&said.word))),
                    record,
                    may_drop,
                }
            }
            TiedTo::Account => {
                let says = t.tie_plan(&voice.due(&tie.due), &tie.what);
                TieView { says, state: None, record: None, may_drop }
            }
        }
    });
    shown.collect()
}

/// Does what a form asks of the ties of a promise; `None` when it asks something else, an error in words when it cannot be
/// read.
pub(super) async fn done(
    reader: &Reader,
    app: &App,
    (caller, id): (&Caller, PromiseId),
    verb: &str,
    fields: &Fields,
) -> Result<Option<Result<(), ServiceError>>, String> {
    let service = app.service();
    let named = || {
        let tie: Result<TieId, _> = fields.get("counter").parse();
        tie.map_err(|_| reader.voice.t().error_no_tie().to_owned())
    };
    Ok(Some(match verb {
        "await" | "their-plan" => match noted(reader, app, (caller, id), verb, fields).await {
            Ok((to, what, due)) => service.note_tie(caller, id, to, what, due).await.map(drop),
            Err(wrong) => Err(wrong),
        },
        "arrived" => {
            service.tie_arrived(caller, id, named()?, super::act::moment(reader, fields)?).await
        }
        "untie" => service.drop_tie(caller, id, named()?).await,
        _ => return Ok(None),
    }))
}

/// What a form notes.
async fn noted(
    reader: &Reader,
    app: &App,
    (caller, id): (&Caller, PromiseId),
    verb: &str,
    fields: &Fields,
) -> Result<(TiedTo, promise::Line, Due), ServiceError> {
    let t = reader.voice.t();
    let line = |field: &'static str, name: &str| {
        let text = fields.get(name);
        promise::Line::new(text).map_err(|error| ServiceError::of_text(field, text, error))
    };
    let to = match verb {
        "await" => TiedTo::ThirdParty(line(t.field_third_party(), "third_party")?),
        _ => TiedTo::Account,
    };
    let asks = if verb == "await" { t.field_delivery() } else { t.field_their_plan() };
    let what = line(asks, "what")?;
    let calendar = app.service().calendar_of(caller, id).await?;
    Ok((to, what, Due::parse(fields.get("due"), &calendar)?))
}
