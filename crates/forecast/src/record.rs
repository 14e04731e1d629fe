//! A plan as bytes, so that what was forecast once can be forecast again, bit by bit, when somebody doubts it.
//!
//! Numbers are little-endian; times of doubles are kept with all their bits. A distribution or a timeline that several
//! things share is written once. The first byte is the version of this form; what was written in one is read for ever.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::Timeline;
use jiff::Timestamp;

use crate::arrival::Expected;
use crate::durations::Durations;
use crate::factor::CommonFactor;
use crate::plan::{Absence, Discipline, Effort, Item, Plan, Shared, Team, Work};

/// The version of the form. In the first one every team dispatched, and their work had nothing in common.
const FORM: u8 = 2;
const FIRST_FORM: u8 = 1;
/// In this one teams may share people; it is written only where they do.
const SHARING_FORM: u8 = 3;

/// Why bytes are not a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It was written by a later program.
    #[error("the plan is kept in form {0}; wanted form 1 to 3, or a later program that reads it")]
    Form(u8),
    /// It ends too early, or says what cannot be.
    #[error("the plan is damaged at its byte {0}")]
    Damaged(usize),
}

/// Writes a plan down.
pub fn write(plan: &Plan) -> Vec<u8> {
    let sharing = plan.teams.iter().any(|team| !team.shared.is_empty());
    let mut to = Writer(vec![if sharing { SHARING_FORM } else { FORM }]);
    to.i64(plan.at.as_microsecond());
    let mut lines = Once::default();
    plan.teams.iter().for_each(|team| lines.note(&team.timeline));
    to.list(&lines.all, |to, line| {
        to.list(&line.stretches().collect::<Vec<_>>(), |to, (opens, closes)| {
            to.i64(*opens);
            to.i64(closes - opens);
        });
    });
    to.list(&plan.teams, |to, team| {
        to.list(team.name.as_bytes(), |to, byte| to.0.push(*byte));
        to.count(lines.place(&team.timeline));
        to.u32(team.slots.get());
        to.f64(team.share);
        // By its place among all: those are never put in another order.
        let is_own = |known: &Discipline| *known == team.discipline;
        to.count(Discipline::ALL.iter().position(is_own).unwrap_or(0));
        to.f64(team.factor.of_team);
        to.f64(team.factor.of_all);
        to.list(&team.absences, |to, absence| {
            to.i64(absence.from.as_microsecond());
            to.i64(absence.until.as_microsecond());
        });
        if sharing {
            to.list(&team.shared, |to, shared| {
                to.u64(shared.person);
                to.list(shared.holds.as_slice(), |to, key| to.u64(*key));
            });
        }
    });
    let mut classes = Once::default();
    for item in &plan.items {
        if let Work::Slot { effort, .. } = &item.work {
            classes.note(&effort.durations);
        }
    }
    to.list(&classes.all, |to, durations| {
        to.count(durations.finished());
        to.list(&durations.steps().collect::<Vec<_>>(), |to, (value, share)| {
            to.f64(*value);
            to.f64(*share);
        });
    });
    to.list(&plan.items, |to, item| {
        to.u64(item.key);
        match &item.work {
            Work::Slot { team, effort, age_seconds, running } => {
                to.0.push(if *running { 1 } else { 0 });
                to.count(*team);
                to.count(classes.place(&effort.durations));
                to.f64(effort.scale_seconds);
                to.f64(*age_seconds);
            }
            Work::Arrival(at) => {
                to.0.push(2);
                to.i64(at.as_microsecond());
            }
            Work::Milestone => to.0.push(3),
            Work::Expected(expected) => {
                to.0.push(4);
                to.list(expected.seconds(), |to, second| to.i64(*second));
            }
        }
        to.list(&item.after, |to, before| to.count(*before));
    });
    to.0
}

/// Reads a plan that was written down.
///
/// # Errors
/// [`RecordError`] when it was not, or by a later program.
pub fn read(bytes: &[u8]) -> Result<Plan, RecordError> {
    let mut from = Reader { bytes, at: 0 };
    let form = from.byte()?;
    if !(FIRST_FORM..=SHARING_FORM).contains(&form) {
        return Err(RecordError::Form(form));
    }
    let at = from.instant()?;
    let lines = from.list(|from| {
        let stretches = from.list(|from| {
            let opens = from.i64()?;
            Ok((opens, opens.saturating_add(from.i64()?)))
        })?;
        Timeline::of_stretches(stretches).map(Arc::new).ok_or(RecordError::Damaged(from.at))
    })?;
    let teams = from.list(|from| {
        let name = from.list(Reader::byte)?;
        let timeline = Arc::clone(from.one_of(&lines)?);
        let slots = NonZeroU32::new(from.u32()?).ok_or(RecordError::Damaged(from.at))?;
        let name = String::from_utf8(name).map_err(|_| RecordError::Damaged(from.at))?;
        let share = from.f64()?;
        let (mut discipline, mut factor) = (Discipline::Dispatch, CommonFactor::default());
        let mut absences = Vec::new();
        if form > FIRST_FORM {
            discipline = *from.one_of(&Discipline::ALL)?;
            factor = CommonFactor { of_team: from.f64()?, of_all: from.f64()? };
            absences =
                from.list(|from| Ok(Absence { from: from.instant()?, until: from.instant()? }))?;
        }
        let mut shared = Vec::new();
        if form == SHARING_FORM {
            shared = from.list(|from| {
                let person = from.u64()?;
                Ok(Shared { person, holds: from.list(Reader::u64)?.first().copied() })
            })?;
        }
        Ok(Team { name, timeline, slots, share, discipline, factor, absences, shared })
    })?;
    let classes = from.list(|from| {
        let finished = from.count()?;
        let (values, shares) =
            from.list(|from| Ok((from.f64()?, from.f64()?)))?.into_iter().unzip();
        let durations = Durations::of_steps(values, shares, finished);
        durations.map(Arc::new).ok_or(RecordError::Damaged(from.at))
    })?;
    let items = from.list(|from| {
        let key = from.u64()?;
        let work = match from.byte()? {
            running @ (0 | 1) => {
                let team = from.count()?;
                let durations = Arc::clone(from.one_of(&classes)?);
                let effort = Effort { durations, scale_seconds: from.f64()? };
                Work::Slot { team, effort, age_seconds: from.f64()?, running: running == 1 }
            }
            2 => Work::Arrival(from.instant()?),
            3 => Work::Milestone,
            4 => {
                let expected = Expected::of_seconds(from.list(Reader::i64)?);
                Work::Expected(expected.ok_or(RecordError::Damaged(from.at))?)
            }
            _ => return Err(RecordError::Damaged(from.at)),
        };
        Ok(Item { key, work, after: from.list(Reader::count)? })
    })?;
    if from.at < bytes.len() {
        return Err(RecordError::Damaged(from.at));
    }
    Ok(Plan { at, teams, items })
}

/// Things that are written once, however many share them.
struct Once<'a, T> {
    all: Vec<&'a Arc<T>>,
    places: BTreeMap<usize, usize>,
}

impl<T> Default for Once<'_, T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: BTreeMap::new() }
    }
}

impl<'a, T> Once<'a, T> {
    fn note(&mut self, thing: &'a Arc<T>) {
        self.places.entry(Arc::as_ptr(thing).addr()).or_insert_with(|| {
            self.all.push(thing);
            self.all.len() - 1
        });
    }

    fn place(&self, thing: &Arc<T>) -> usize {
        self.places.get(&Arc::as_ptr(thing).addr()).copied().unwrap_or(usize::MAX)
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn u64(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    fn i64(&mut self, number: i64) {
        self.0.extend(number.to_le_bytes());
    }

    fn u32(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    fn f64(&mut self, number: f64) {
        self.u64(number.to_bits());
    }

    fn count(&mut self, number: usize) {
        self.u32(u32::try_from(number).unwrap_or(u32::MAX));
    }

    fn list<T>(&mut self, all: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.count(all.len());
        all.iter().for_each(|one| each(self, one));
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], RecordError> {
        let taken = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk);
        let taken = *taken.ok_or(RecordError::Damaged(self.at))?;
        self.at += LENGTH;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, RecordError> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn u64(&mut self) -> Result<u64, RecordError> {
        self.take().map(u64::from_le_bytes)
    }

    fn i64(&mut self) -> Result<i64, RecordError> {
        self.take().map(i64::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, RecordError> {
        self.take().map(u32::from_le_bytes)
    }

    fn f64(&mut self) -> Result<f64, RecordError> {
        self.u64().map(f64::from_bits)
    }

    fn count(&mut self) -> Result<usize, RecordError> {
        let count = self.u32()?;
        usize::try_from(count).map_err(|_| RecordError::Damaged(self.at))
    }

    fn instant(&mut self) -> Result<Timestamp, RecordError> {
        let micros = self.i64()?;
        Timestamp::from_microsecond(micros).map_err(|_| RecordError::Damaged(self.at))
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> Result<&'t T, RecordError> {
        let place = self.count()?;
        all.get(place).ok_or(RecordError::Damaged(self.at))
    }

    fn list<T>(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<T, RecordError>,
    ) -> Result<Vec<T>, RecordError> {
        // No room is made beforehand: a damaged count would take all memory.
        let count = self.count()?;
        (0..count).map(|_| each(self)).collect()
    }
}
