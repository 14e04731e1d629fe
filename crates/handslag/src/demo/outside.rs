//! What the promises of today are tied to outside the company: who delivers what, and what customers plan.

use anyhow::Context;
use calendar::Due;
use promise::tie::TiedTo;
use promise::{Line, PromiseId};

use super::people::{ACCOUNT_MANAGER, People};
use super::story::Story;

/// Something that a promise is tied to.
struct Outside {
    /// The promise, by its subject.
    of: &'static str,
    /// The third party; `None` where it is the customer who plans it.
    from: Option<&'static str>,
    what: &'static str,
    due: &'static str,
    /// When it was there, by the wall clock.
    came: Option<&'static str>,
}

impl Outside {
    const fn delivery(
        of: &'static str,
        from: &'static str,
        what: &'static str,
        due: &'static str,
        came: Option<&'static str>,
    ) -> Self {
        Self { of, from: Some(from), what, due, came }
    }

    const fn plan(of: &'static str, what: &'static str, due: &'static str) -> Self {
        Self { of, from: None, what, due, came: None }
    }
}

const METERS: &str = "Timvärden från de nya mätarna i kundernas app";
const TENANTS: &str = "Readings by the quarter hour in the tenants' portal";
const QUARTERS: &str = "Kwartierwaarden van gebouw C in hetzelfde overzicht";
const WEIGHBRIDGE: &str = "De weegbrug op dezelfde koppeling als de meters, voor alle locaties";
const DAILY_FILE: &str =
    "Mätdata från alla 48 anläggningar i en fil, varje morgon före klockan 07.00";

const ALL: &[Outside] = &[
    Outside::delivery(
        METERS,
        "Norrsken Mätteknik",
        "Tio mätare för provet",
        "2026-01-16",
        Some("2026-01-16T14:10"),
    ),
    Outside::delivery(
        METERS,
        "Norrsken Mätteknik",
        "Protokollet i version 2",
        "2026-02-06",
        Some("2026-02-11T09:30"),
    ),
    Outside::delivery(
        METERS,
        "Norrsken Mätteknik",
        "Testsändningar från tio mätare",
        "2026-02-27",
        Some("2026-03-03T11:45"),
    ),
    Outside::delivery(
        METERS,
        "Norrsken Mätteknik",
        "Hundra mätare hos kunderna",
        "2026-04-17",
        None,
    ),
    Outside::delivery(
        TENANTS,
        "Gridmoor Metering",
        "Access for our test tenant",
        "2026-02-13",
        Some("2026-02-12T16:20"),
    ),
    Outside::delivery(
        TENANTS,
        "Gridmoor Metering",
        "A year of readings",
        "2026-02-27",
        Some("2026-02-27T10:05"),
    ),
    Outside::delivery(
        TENANTS,
        "Gridmoor Metering",
        "Readings every fifteen minutes",
        "2026-04-10",
        None,
    ),
    Outside::delivery(
        QUARTERS,
        "Meetbedrijf Zilverreiger",
        "De meters van gebouw C",
        "2026-02-20",
        Some("2026-02-24T13:15"),
    ),
    Outside::plan(WEIGHBRIDGE, "de eerste melkauto’s rijden zonder weegbon", "2026-04-07"),
    Outside::plan(DAILY_FILE, "den nya energirapporten går till styrelsen", "2026-03-18"),
    Outside::plan(TENANTS, "the tenants are told of the new portal", "2026-06-01"),
];

/// Notes all of it, and what has come of it.
pub(super) async fn note(story: &Story<'_>, people: &People) -> anyhow::Result<()> {
    let (service, manager) = (story.service, people.member(ACCOUNT_MANAGER)?);
    let living = service.ledger().planned_promises(story.organisation).await?;
    for outside in ALL {
        let row = living.iter().find(|row| row.subject == outside.of);
        let id: PromiseId = row.with_context(|| format!("{} is promised", outside.of))?.id;
        let to = match outside.from {
            Some(name) => TiedTo::ThirdParty(Line::new(name)?),
            None => TiedTo::Account,
        };
        let caller = story.by_member(manager);
        let due = Due::parse(outside.due, &service.calendar_of(&caller, id).await?)?;
        let tie = service.note_tie(&caller, id, to, Line::new(outside.what)?, due).await?;
        if let Some(came) = outside.came {
            let at = story.wall(came.parse()?)?;
            service.tie_arrived(&story.by_member(manager), id, tie, Some(at)).await?;
        }
    }
    Ok(())
}
