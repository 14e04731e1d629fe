//! Bringing a history: what a tracker exports becomes work that forecasts learn from.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use import::infer::{WorkingHours, working_hours};
use import::mapping::Unit;
use import::summary::Summary;
use import::{BadRow, Mapping, Row, Table};
use jiff::tz::TimeZone;
use ledger::Stream;
use ledger::facts::WorkItem;
use promise::party::{CalendarVersion, Discipline, Organisation, OrganisationEvent, Team};
use serde_json::json;

use crate::company::{FIRST_CALENDAR, key};
use crate::plan::{TeamView, World};
use crate::{Caller, Service, ServiceError};

/// A file to bring in.
#[derive(Debug, Clone, Copy)]
pub struct Bringing<'a> {
    /// Which column means what.
    pub mapping: &'a Mapping,
    /// The file.
    pub bytes: &'a [u8],
    /// Whether rows that cannot be taken are left out; else they keep the whole file out.
    pub skip_bad_rows: bool,
}

/// What a file would bring, or brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// The source the rows belong to.
    pub source: String,
    /// What the file holds.
    pub summary: Summary,
    /// Rows that were not there before.
    pub new: usize,
    /// Rows that were there and say something else now.
    pub changed: usize,
    /// Rows that say what they said before.
    pub unchanged: usize,
    /// The names of the columns, for the reject file.
    pub header: Vec<String>,
    /// What stands between them.
    pub delimiter: char,
    /// Rows that cannot be taken.
    pub bad: Vec<BadRow>,
    /// What is known of each team with the file taken in.
    pub teams: Vec<TeamView>,
    /// The hours each team's own records tell, for teams that nobody set up.
    pub hours: BTreeMap<String, WorkingHours>,
}

impl Brought {
    /// The rows that cannot be taken as a file to mend: the header, then each row as it came.
    pub fn rejects(&self) -> String {
        let rows = self.bad.iter().map(|row| row.raw.as_slice());
        import::table::to_csv(&self.header, rows, self.delimiter)
    }
}

impl Service {
    /// Says what a file would bring, and stores nothing.
    ///
    /// # Errors
    /// [`ServiceError::Import`] when the file as a whole cannot be read.
    pub async fn preview_import(
        &self,
        caller: &Caller,
        bringing: Bringing<'_>,
    ) -> Result<Brought, ServiceError> {
        let (brought, _, _) = self.read_import(caller, bringing).await?;
        Ok(brought)
    }

    /// Takes a file in, all or nothing; rows known before are brought up to date.
    ///
    /// # Errors
    /// [`ServiceError::Import`] when the file cannot be read, [`ServiceError::BadRows`] when rows cannot be taken and
    /// are not to be skipped.
    pub async fn import(
        &self,
        caller: &Caller,
        bringing: Bringing<'_>,
    ) -> Result<Brought, ServiceError> {
        let (brought, items, set_up) = self.read_import(caller, bringing).await?;
        if let Some(first) = brought.bad.first().filter(|_| !bringing.skip_bad_rows) {
            let (count, first) = (brought.bad.len(), first.to_string());
            return Err(ServiceError::BadRows { count, first });
        }
        let stream = Stream::Import(brought.source.clone());
        let links = self.ledger.links(caller.organisation, &stream).await?;
        let head = links.last().map_or_else(ledger::Head::default, |link| ledger::Head {
            version: link.version,
            hash: link.hash.clone(),
        });
        let data = json!({
            "v": 1,
            "mapping": bringing.mapping.name,
            "rows": brought.summary.rows,
            "new": brought.new,
            "changed": brought.changed,
            "skipped": brought.bad.len(),
        });
        let mut batch = self.ledger.batch(caller.organisation);
        if !set_up.is_empty() {
            let told = self.ledger.organisation(caller.organisation).await?;
            batch.organisation_events(&told, &set_up, caller.by, caller.at)?;
        }
        batch.facts(items.iter().map(|item| item.statement(caller.organisation)));
        batch.import_event(&brought.source, &head, data, caller.by, caller.at);
        let fingerprint = format!("import {} {}", brought.source, bringing.bytes.len());
        batch.commit(&key(caller, &fingerprint, ""), caller.at).await?;
        Ok(brought)
    }

    async fn read_import(
        &self,
        caller: &Caller,
        bringing: Bringing<'_>,
    ) -> Result<(Brought, Vec<WorkItem>, Vec<OrganisationEvent>), ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let zone = TimeZone::get(&organisation.zone).unwrap_or(TimeZone::UTC);
        let mapping = bringing.mapping;
        let table = Table::read(bringing.bytes, mapping, &zone, None)?;
        let source = mapping.source().to_owned();
        let known: BTreeMap<String, String> =
            self.ledger.work_digests(caller.organisation, &source).await?.into_iter().collect();
        let (mut new, mut unchanged) = (0, 0);
        let mut items = Vec::new();
        for row in &table.rows {
            let item = work_item(row, &source, mapping.format.unit);
            match known.get(&item.id) {
                Some(digest) if *digest == item.digest() => unchanged += 1,
                before => {
                    new += usize::from(before.is_none());
                    items.push(item);
                }
            }
        }
        let hours = hours_by_team(&table, &zone);
        let set_up = set_up(&organisation, mapping)?;
        let as_set_up = set_up.iter().fold(Organisation::clone(&organisation), |us, event| {
            Organisation::evolve(Some(us), event, caller.at)
        });
        let world =
            self.world_with(caller.organisation, Arc::new(as_set_up), caller.at, &items).await?;
        let brought = Brought {
            source,
            summary: Summary::of(&table),
            new,
            changed: items.len() - new,
            unchanged,
            header: table.header,
            delimiter: mapping.format.delimiter.unwrap_or(','),
            bad: table.bad,
            teams: World::team_views(&world),
            hours,
        };
        Ok((brought, items, set_up))
    }
}

/// What the mapping knows of teams that nobody set up: each as an event, with a calendar of its own where it has hours,
/// holidays or a zone of its own.
fn set_up(
    organisation: &Organisation,
    mapping: &Mapping,
) -> Result<Vec<OrganisationEvent>, ServiceError> {
    let mut events = Vec::new();
    for (name, known) in &mapping.teams {
        if organisation.teams.contains_key(name) {
            continue;
        }
        let mut calendar = FIRST_CALENDAR.to_owned();
        if known.hours.is_some() || known.country.is_some() || known.zone.is_some() {
            calendar.clone_from(name);
            let version = organisation.calendars.get(name).map_or(1, |before| before.version + 1);
            let own = known.calendar(&organisation.zone, &organisation.calendar(FIRST_CALENDAR))?;
            let own = Box::new(CalendarVersion { version, calendar: own });
            events.push(OrganisationEvent::CalendarSet { name: name.clone(), calendar: own });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked when it was read"
        )]
        let minutes = |hours: f64| (hours * 60.0).round() as u32;
        let team = Team {
            calendar,
            slots: known.slots.and_then(NonZeroU32::new),
            reserved_minutes: known.reserved_hours.map(minutes),
            discipline: Discipline::default(),
        };
        events.push(OrganisationEvent::TeamSet { name: name.clone(), team });
    }
    Ok(events)
}

fn hours_by_team(table: &Table, zone: &TimeZone) -> BTreeMap<String, WorkingHours> {
    let mut teams = BTreeMap::<&str, Vec<&Row>>::new();
    for row in &table.rows {
        teams.entry(&row.team).or_default().push(row);
    }
    let told = teams.into_iter();
    told.map(|(team, rows)| (team.to_owned(), working_hours(rows.into_iter(), zone))).collect()
}

fn work_item(row: &Row, source: &str, unit: Unit) -> WorkItem {
    let seconds = |amount: Option<f64>| amount.map(|amount| seconds_of(amount * unit.hours()));
    WorkItem {
        source: source.to_owned(),
        id: row.id.clone(),
        team: if row.team.is_empty() { source.to_owned() } else { row.team.clone() },
        kind: row.kind.clone(),
        title: row.title.clone(),
        person: row.person.clone(),
        created: row.created,
        started: row.started,
        finished: row.finished,
        given_up: row.given_up,
        estimate_seconds: seconds(row.estimate),
        actual_seconds: seconds(row.actual),
        priority: row.priority.clone(),
        promised: row.promised,
    }
}

/// Hours as whole seconds.
fn seconds_of(hours: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates, far above any work")]
    let seconds = (hours * 3600.0).round() as i64;
    seconds
}
