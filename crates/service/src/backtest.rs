//! Would it have held? An organisation's own past replayed, and judged: for each piece of work the date that would have
//! been given then, from what was known then.
//!
//! A long history takes a minute of one core. So a replay goes on beside whoever asked for it, one at a time for all
//! organisations, and its outcome is kept until something else is known.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use forecast::backtest::{Question, Record};
use forecast::scorecard::{self, Scorecard};
use jiff::Timestamp;
use ledger::facts::WorkItem;
use ledger::query::{PromiseFilter, PromiseRow};
use promise::{OrganisationId, StateName};
use tokio::sync::{Semaphore, watch};

use crate::kept::Kept;
use crate::{Caller, Service, ServiceError};

/// With fewer cases that ended a share says nothing.
pub const LEAST: usize = 8;
/// No more than so many are replayed, the most recent ones.
pub const MOST: usize = 20_000;
/// Days between the instants at which open work is looked at again.
const EVERY_DAYS: u32 = 7;
/// So many outcomes are kept, some kilobytes each.
const KEPT: usize = 200;
/// Promises are read in portions of so many.
const PORTION: u32 = 5000;
const DAY: i64 = 86_400;

/// What is replayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// How long work takes, from coming into being to being done.
    Elapsed,
    /// How much longer open work takes, looked at once a week.
    Remaining,
    /// How much work it is, from what estimates were worth.
    Effort,
    /// By when the promises of the ledger were kept.
    Promise,
}

impl Matter {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Elapsed, Self::Remaining, Self::Effort, Self::Promise];

    /// Its name in addresses: the same as a target of the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Elapsed => "elapsed",
            Self::Remaining => "remaining",
            Self::Effort => "effort",
            Self::Promise => "promise",
        }
    }

    /// Finds one by its [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matter| matter.code() == code)
    }

    fn question(self) -> Question {
        match self {
            Self::Elapsed => Question::Elapsed,
            Self::Remaining => Question::Remaining(EVERY_DAYS),
            Self::Effort => Question::Effort,
            Self::Promise => Question::Promise,
        }
    }
}

/// A past that was replayed, and what it was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// What was replayed.
    pub matter: Matter,
    /// Of what else enough is known.
    pub offered: Vec<Matter>,
    /// How its answers held.
    pub card: Scorecard,
    /// How many cases there are.
    pub rows: usize,
    /// How many of them ended.
    pub ended: usize,
    /// How many more lie too far back.
    pub older: usize,
    /// How many were left out because they end before they begin.
    pub backwards: usize,
    /// When the first case began, and the last one began or ended.
    pub span: Option<(Timestamp, Timestamp)>,
}

/// A replay, done or not.
#[derive(Debug)]
pub enum Replay {
    /// It is done.
    Done(Arc<Backtest>),
    /// It goes on.
    Going(Going),
}

/// A replay that goes on.
#[derive(Debug)]
pub struct Going(watch::Receiver<(usize, usize)>);

impl Going {
    /// How many of how many cases are passed.
    pub fn passed(&self) -> (usize, usize) {
        *self.0.borrow()
    }

    /// Waits until it has ended; asked again it is done then.
    pub async fn ended(&mut self) {
        while self.0.changed().await.is_ok() {}
    }
}

type Key = (OrganisationId, Matter);
/// The state of the ledger that is replayed, and how many of how many cases are passed.
type Begun = (String, watch::Receiver<(usize, usize)>);

/// The replays of all organisations.
#[derive(Debug)]
pub(crate) struct Replays {
    kept: Kept<Key, String, Backtest>,
    /// Those that go on.
    going: Mutex<BTreeMap<Key, Begun>>,
    /// One at a time, so that pages go on being answered.
    turn: Semaphore,
}

impl Default for Replays {
    fn default() -> Self {
        Self { kept: Kept::new(KEPT), going: Mutex::default(), turn: Semaphore::new(1) }
    }
}

impl Replays {
    fn going(&self) -> MutexGuard<'_, BTreeMap<Key, Begun>> {
        self.going.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, key: Key, state: &str) -> Option<Replay> {
        if let Some(done) = self.kept.get(key, &state.to_owned()) {
            return Some(Replay::Done(done));
        }
        let going = self.going();
        let (of, passed) = going.get(&key)?;
        (of == state).then(|| Replay::Going(Going(passed.clone())))
    }

    /// Begins a replay, unless somebody else just did.
    fn begin(self: &Arc<Self>, key: Key, state: String, past: Past) -> Replay {
        let mut going = self.going();
        if let Some((of, passed)) = going.get(&key)
            && *of == state
        {
            return Replay::Going(Going(passed.clone()));
        }
        let (tell, passed) = watch::channel((0, past.records.len()));
        going.insert(key, (state.clone(), passed.clone()));
        drop(going);
        let replays = Arc::clone(self);
        tokio::spawn(async move {
            // Closed only with the service, and then nobody waits.
            let Ok(_turn) = replays.turn.acquire().await else { return };
            let tell = Arc::new(tell);
            let telling = Arc::clone(&tell);
            let judged = tokio::task::spawn_blocking(move || past.judge(&telling)).await;
            if let Ok(backtest) = judged {
                replays.kept.put(key, state.clone(), Arc::new(backtest));
            }
            let mut going = replays.going();
            if going.get(&key).is_some_and(|(of, _)| *of == state) {
                going.remove(&key);
            }
            drop(going);
            // Whoever waits is told by its end, when the outcome is there.
            drop(tell);
        });
        Replay::Going(Going(passed))
    }
}

/// What is to be replayed.
struct Past {
    matter: Matter,
    offered: Vec<Matter>,
    records: Vec<Record>,
    older: usize,
    backwards: usize,
}

impl Past {
    fn judge(self, tell: &watch::Sender<(usize, usize)>) -> Backtest {
        let hundredth = |(passed, of): (usize, usize)| passed * 100 / of.max(1);
        let progress = |passed, of| {
            if tell.is_closed() {
                // The service has ended: so does this, without a word.
                std::panic::resume_unwind(Box::new("nobody waits for it"));
            }
            tell.send_if_modified(|told| {
                let further = hundredth((passed, of)) != hundredth(*told);
                *told = (passed, of);
                further
            });
        };
        let card = scorecard::judge(&self.records, self.matter.question(), progress);
        let first = self.records.iter().map(|record| record.made).min();
        let last = self.records.iter().map(|record| record.done.unwrap_or(record.made)).max();
        let instant = |second: Option<i64>| Timestamp::from_second(second?).ok();
        Backtest {
            matter: self.matter,
            offered: self.offered,
            card,
            rows: self.records.len(),
            ended: self.records.iter().filter(|record| record.done.is_some()).count(),
            older: self.older,
            backwards: self.backwards,
            span: instant(first).zip(instant(last)),
        }
    }
}

impl Service {
    /// What the organisation's own past says of a matter: judged, or on its way.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn backtest(&self, caller: &Caller, matter: Matter) -> Result<Replay, ServiceError> {
        let id = caller.organisation;
        let promises = self.bound(id).await?;
        let versions: u64 = promises.iter().map(|row| u64::from(row.version)).sum();
        let imports = self.ledger.import_state(id).await?;
        let day = caller.at.as_second().div_euclid(DAY);
        let state = format!("{day} {} {versions} {imports}", promises.len());
        let key = (id, matter);
        if let Some(replay) = self.replays.look(key, &state) {
            return Ok(replay);
        }
        let items = self.ledger.work_items(id).await?;
        let now = caller.at.as_second();
        let past = tokio::task::spawn_blocking(move || past(matter, &items, &promises, now));
        let past = past.await.map_err(|error| crate::plan::panicked(&error))?;
        Ok(self.replays.begin(key, state, past))
    }

    /// The promises that bind or bound us.
    async fn bound(&self, id: OrganisationId) -> Result<Vec<PromiseRow>, ServiceError> {
        let mut all = Vec::new();
        loop {
            let offset = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let filter = PromiseFilter { limit: PORTION, offset, ..PromiseFilter::default() };
            let (rows, count) = self.ledger.promise_rows(id, &filter).await?;
            let is_last = rows.is_empty();
            all.extend(rows);
            if is_last || all.len() >= usize::try_from(count).unwrap_or(usize::MAX) {
                break;
            }
        }
        all.retain(|row| match row.state {
            StateName::Recorded
            | StateName::Accepted
            | StateName::Late
            | StateName::Delivered
            | StateName::Settled => true,
            StateName::Draft
            | StateName::Discarded
            | StateName::Offered
            | StateName::Lapsed
            | StateName::Declined
            | StateName::Withdrawn
            | StateName::Released
            | StateName::Void => false,
        });
        Ok(all)
    }
}

/// What is to be replayed of a matter, as known at an instant.
fn past(matter: Matter, items: &[WorkItem], promises: &[PromiseRow], now: i64) -> Past {
    let records_of = |matter| match matter {
        Matter::Elapsed | Matter::Remaining => {
            items.iter().map(|item| of_work(item, now)).collect()
        }
        Matter::Effort => estimated(items, now),
        Matter::Promise => promises.iter().filter_map(|row| of_promise(row, now)).collect(),
    };
    let is_enough = |matter: &Matter| {
        let records: Vec<Record> = records_of(*matter);
        records.iter().filter(|record| record.done.is_some()).count() >= LEAST
    };
    let offered = Matter::ALL.into_iter().filter(is_enough).collect();
    let mut records: Vec<Record> = records_of(matter);
    records.retain(|record| record.made <= now);
    let all = records.len();
    records.retain(|record| record.done.is_none_or(|done| done >= record.made));
    let backwards = all - records.len();
    records.sort_by_key(|record| record.made);
    let older = records.len().saturating_sub(MOST);
    records.drain(..older);
    Past { matter, offered, records, older, backwards }
}

fn of_work(item: &WorkItem, now: i64) -> Record {
    #[expect(clippy::cast_precision_loss, reason = "seconds of work stay far below 2^53")]
    let hours = |seconds: Option<i64>| seconds.map(|seconds| seconds as f64 / 3600.0);
    Record {
        made: item.created.as_second(),
        done: item.finished.map(Timestamp::as_second).filter(|done| *done <= now),
        given_up: item.given_up.map(Timestamp::as_second).filter(|when| *when <= now),
        group: item.team.clone(),
        kind: item.kind.clone(),
        person: item.person.clone().unwrap_or_default(),
        estimate: hours(item.estimate_seconds),
        actual: hours(item.actual_seconds),
        promised: item.promised.map(Timestamp::as_second),
        wanted: true,
    }
}

/// Work whose amount was estimated, and is known if it is done.
fn estimated(items: &[WorkItem], now: i64) -> Vec<Record> {
    let is_known = |record: &Record| {
        record.estimate.is_some_and(|estimate| estimate > 0.0)
            && (record.done.is_none() || record.actual.is_some())
    };
    items.iter().map(|item| of_work(item, now)).filter(is_known).collect()
}

/// A promise: customers are learnt from as teams are.
fn of_promise(row: &PromiseRow, now: i64) -> Option<Record> {
    Some(Record {
        made: row.made_at?.as_second(),
        done: row.delivered_at.map(Timestamp::as_second).filter(|done| *done <= now),
        given_up: None,
        group: row.account_name.clone(),
        kind: String::new(),
        person: String::new(),
        estimate: None,
        actual: None,
        promised: row.first_due.map(Timestamp::as_second),
        wanted: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(created: &str, finished: Option<&str>) -> WorkItem {
        let instant = |text: &str| text.parse().expect("an instant");
        WorkItem {
            source: "tracker".to_owned(),
            id: created.to_owned(),
            team: "Web".to_owned(),
            kind: String::new(),
            title: None,
            person: None,
            created: instant(created),
            started: None,
            finished: finished.map(instant),
            given_up: None,
            estimate_seconds: None,
            actual_seconds: Some(3600),
            priority: None,
            promised: None,
        }
    }

    #[track_caller]
    fn check(items: &[WorkItem], matter: Matter, wanted: (usize, usize, usize)) {
        let now: Timestamp = "2026-03-09T08:00:00Z".parse().expect("an instant");
        let past = past(matter, items, &[], now.as_second());
        assert_eq!((past.records.len(), past.backwards, past.older), wanted);
    }

    #[test]
    fn what_cannot_be_or_is_not_yet_is_left_out() {
        let items = [
            item("2026-03-01T08:00:00Z", Some("2026-03-02T08:00:00Z")),
            item("2026-03-03T08:00:00Z", Some("2026-03-02T08:00:00Z")),
            item("2026-03-05T08:00:00Z", Some("2026-04-01T08:00:00Z")),
            item("2026-03-10T08:00:00Z", None),
        ];
        check(&items, Matter::Elapsed, (2, 1, 0));
        check(&items, Matter::Effort, (0, 0, 0));
        check(&items, Matter::Promise, (0, 0, 0));
    }

    #[test]
    fn of_a_long_past_the_end_is_replayed() {
        let first: Timestamp = "2016-01-01T00:00:00Z".parse().expect("an instant");
        let items = (0..20_003).map(|hour| {
            let at = first + jiff::SignedDuration::from_hours(hour);
            item(&at.to_string(), None)
        });
        check(&items.collect::<Vec<_>>(), Matter::Elapsed, (MOST, 0, 3));
    }

    #[test]
    fn a_matter_is_found_by_its_name() {
        for matter in Matter::ALL {
            assert_eq!(Matter::of_code(matter.code()), Some(matter));
        }
        assert_eq!(Matter::of_code("soon"), None);
    }
}
