//! Teams that share people: whoever works for two teams takes the oldest work of both.
//!
//! A company works for three years, event by event: who did what and when is its history, and its state at an instant is
//! what waits and what is under way. A date is asked once a month, and the same company works on from there forty times.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::Timeline;
use forecast::{
    Discipline, History, Item, Job, NewWork, Part, Place, Play, Seed, TeamFacts, Work, WorkRecord,
    lay_out, play,
};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::{World, check, name, timeline};

/// Dates are asked at the start of each month from this one on.
const FIRST: u64 = 10;
const LAST: u64 = 34;
/// How often the company is worked on from each of them.
const FUTURES: u64 = 40;
/// About the working hours of a month.
const MONTH_HOURS: f64 = 170.0;
/// How much of what people can do is asked of them.
const LOAD: f64 = 0.75;
/// Months vary less here than where teams share nobody: this is about sharing.
const MONTHS: f64 = 0.6;
/// What a task takes in the mean: the mean estimate, times what months and tasks make of it.
const MEAN_HOURS: f64 = 14.0 * 1.21;
const PROMISE: u64 = 1_000_000_000;

/// For each person the teams they work for, those of one team first: each team has one of its own, and each of so many
/// shares one with the next.
fn people(teams: u64, sharing: u64) -> Vec<Vec<u64>> {
    let own = (0..teams).map(|team| vec![team]);
    let shared = (0..sharing).map(|team| vec![team, (team + 1) % teams]);
    own.chain(shared).collect()
}

/// A piece of work; times in working hours.
#[derive(Debug, Clone)]
struct Task {
    key: u64,
    team: u64,
    estimate: f64,
    arrived: f64,
    /// The place of what it waits for.
    after: Option<usize>,
    begun: Option<Begun>,
}

#[derive(Debug, Clone, Copy)]
struct Begun {
    person: usize,
    at: f64,
    done: f64,
}

impl Task {
    fn done_by(&self, now: f64) -> bool {
        self.begun.is_some_and(|begun| begun.done <= now)
    }
}

struct Company {
    world: World,
    teams: u64,
    people: Vec<Vec<u64>>,
    /// The working hours before each month of the calendar.
    months: Vec<f64>,
}

impl Company {
    /// What arrives in some months, a team after another by chance.
    fn arrivals(&self, months: u64) -> Vec<Task> {
        let a_month = f64::from(u32::try_from(self.people.len()).expect("few")) * MONTH_HOURS;
        let gap = MEAN_HOURS * MONTH_HOURS / (LOAD * a_month);
        let until = self.start_of(months);
        let (mut tasks, mut arrived) = (Vec::new(), 0.0);
        for key in 0.. {
            arrived -= gap * self.world.open(5_000_000_011 + key, 0).ln();
            if arrived >= until {
                break;
            }
            let team = u64::try_from(tasks.len()).expect("few") % self.teams;
            let estimate = self.world.estimate(key);
            tasks.push(Task { key, team, estimate, arrived, after: None, begun: None });
        }
        tasks
    }

    /// Works on what has not begun, from an instant until all is done: whoever is free takes the first that is ready of
    /// any of their teams, those of one team before those of two.
    fn work(&self, tasks: &mut [Task], from: f64, hours: &dyn Fn(&Task, f64) -> f64) {
        let mut free = vec![from; self.people.len()];
        for begun in tasks.iter().filter_map(|task| task.begun) {
            free[begun.person] = begun.done.max(free[begun.person]);
        }
        let mut open: Vec<usize> =
            (0..tasks.len()).filter(|place| tasks[*place].begun.is_none()).collect();
        let mut now = from;
        while !open.is_empty() {
            let there = open.partition_point(|place| tasks[*place].arrived <= now);
            for place in open[..there].iter().copied() {
                let task = &tasks[place];
                let ready = task.after.is_none_or(|before| tasks[before].done_by(now));
                let mut people = (0..free.len()).filter(|person| free[*person] <= now);
                let found = people.find(|person| self.people[*person].contains(&task.team));
                if let Some(person) = found.filter(|_| ready) {
                    let done = now + hours(task, now);
                    free[person] = done;
                    tasks[place].begun = Some(Begun { person, at: now, done });
                }
            }
            let arrives = open.get(there).map(|place| tasks[*place].arrived);
            open.retain(|place| tasks[*place].begun.is_none());
            let later = free.iter().copied().filter(|free| *free > now).chain(arrives);
            now = later.fold(f64::INFINITY, f64::min);
        }
    }

    /// By how much work that a team takes up in a month takes longer than thought.
    fn factor(&self, month: u64, team: u64) -> f64 {
        self.world.month(month, team).powf(MONTHS)
    }

    /// Which month of the calendar it is after so many working hours.
    fn month_of(&self, hours: f64) -> u64 {
        u64::try_from(self.months.partition_point(|start| *start <= hours)).expect("some months")
    }

    fn start_of(&self, month: u64) -> f64 {
        self.months[usize::try_from(month - 1).expect("some months")]
    }

    /// All the past and more: what is done or begun later is not known yet at any of the instants.
    fn past(&self) -> Vec<Task> {
        let mut tasks = self.arrivals(LAST);
        let hours = |task: &Task, at: f64| {
            let factor = self.factor(self.month_of(at), task.team);
            task.estimate * factor * self.world.task(task.key)
        };
        self.work(&mut tasks, 0.0, &hours);
        tasks
    }

    /// What stands at the start of a month: under way, then waiting, the oldest first.
    fn state(past: &[Task], now: f64) -> Vec<Task> {
        let open = past.iter().filter(|task| task.arrived < now && !task.done_by(now));
        let known =
            |task: &Task| Task { begun: task.begun.filter(|begun| begun.at < now), ..task.clone() };
        open.map(known).collect()
    }

    /// When the promise is kept in one future, in working hours: what is under way lasts as long as may be after what it
    /// has lasted, and the months ahead are new ones.
    fn future(&self, month: u64, number: u64, state: &[Task], promised: &[Task]) -> Vec<f64> {
        let now = self.start_of(month);
        let luck = month * FUTURES + number;
        let month_ahead = |at: f64| 1000 + luck * 20 + self.month_of(at) - month;
        let own = |key: u64, attempt: u64| {
            let key = key % PROMISE + luck * 100_000 + attempt * 1_000_000_000;
            self.world.task(7_000_000_000 + key)
        };
        let mut tasks: Vec<Task> = state.iter().chain(promised).cloned().collect();
        for task in &mut tasks {
            let Some(begun) = &mut task.begun else { continue };
            let usual = task.estimate * self.factor(self.month_of(begun.at), task.team);
            let lasts = (0..1000).map(|attempt| begun.at + usual * own(task.key, attempt));
            begun.done = lasts.into_iter().find(|done| *done > now).unwrap_or(begun.done);
        }
        let hours = |task: &Task, at: f64| {
            task.estimate * self.factor(month_ahead(at), task.team) * own(task.key, 0)
        };
        self.work(&mut tasks, now, &hours);
        let done = |task: &Task| task.begun.expect("all is done").done;
        tasks[state.len()..].iter().map(done).collect()
    }
}

/// The working hours before each month of the calendar.
fn months(line: &Timeline) -> Vec<f64> {
    let first = jiff::civil::date(2022, 9, 1);
    let start = |month: i32| {
        let day = first + month.months();
        let at = day.to_zoned(TimeZone::UTC).expect("a day").timestamp();
        f64::from(i32::try_from(line.working_at(at)).expect("some years")) / 3600.0
    };
    (0..60).map(start).collect()
}

fn instant(line: &Timeline, hours: f64) -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "some years")]
    let seconds = (hours * 3600.0) as i64;
    line.instant_at(seconds).expect("before the end")
}

fn record(task: &Task, line: &Timeline) -> WorkRecord {
    let at = |hours: f64| instant(line, hours);
    WorkRecord {
        key: task.key,
        team: name(task.team),
        kind: String::new(),
        person: task.begun.map(|begun| format!("person {}", begun.person)),
        created: at(task.arrived),
        started: task.begun.map(|begun| at(begun.at)),
        finished: task.begun.map(|begun| at(begun.done)),
        given_up: None,
        estimate_hours: Some(task.estimate),
        actual_hours: task.begun.map(|begun| begun.done - begun.at),
        rank: 0,
    }
}

/// What each team's part of a promise is thought to take.
fn part_hours(month: u64, team: u64) -> f64 {
    [6.0, 12.0, 20.0][usize::try_from((month + team) % 3).expect("three")]
}

/// What the part of each team waits for: where parts wait, every other one for that of the team before it.
fn waits_for(team: u64, waits: bool) -> Option<u64> {
    team.checked_sub(1).filter(|_| waits && team % 2 == 1)
}

/// The promise as it is asked: one job, or, where parts wait for each other, one for each part.
fn jobs(month: u64, teams: u64, waits: bool) -> Vec<Job> {
    let part = |team: u64| {
        Part::New(NewWork {
            team: name(team),
            kind: String::new(),
            estimate_hours: Some(part_hours(month, team)),
            pieces: NonZeroU32::MIN,
        })
    };
    let job = |key: u64, parts| Job { key: PROMISE + key, parts, place: Place::Last };
    if !waits {
        return vec![job(0, (0..teams).map(part).collect())];
    }
    let of = |team: u64| {
        let other = waits_for(team, waits).map(|other| Part::Job(PROMISE + other));
        job(team, std::iter::once(part(team)).chain(other).collect())
    };
    (0..teams).map(of).collect()
}

/// When all of it will be there in 85 of 100, as the product says.
fn date(history: &History, records: &[WorkRecord], jobs: &[Job], at: Timestamp) -> Timestamp {
    let mut backlog = lay_out(history, records, jobs, at);
    assert!(backlog.unknown.is_empty());
    let all = Item { key: PROMISE + 99, work: Work::Milestone, after: backlog.ends };
    backlog.plan.items.push(all);
    let last = backlog.plan.items.len() - 1;
    let trials = NonZeroU32::new(1024).expect("above zero");
    let luck = Play { trials, seed: Seed(7), threads: NonZeroU32::MIN };
    let runs = play(&backlog.plan, &[last], luck, 512).expect("a plan");
    runs.outcomes()[0].quantile(0.85).expect("a date").at
}

/// The share of 85% dates that were kept, of a thousand.
fn kept(seed: u64, teams: u64, sharing: u64, waits: bool) -> f64 {
    let line = timeline(-1300, 700);
    let (world, months) = (World(Seed(seed)), months(&line));
    let company = Company { world, teams, people: people(teams, sharing), months };
    let facts = TeamFacts {
        timeline: Arc::clone(&line),
        slots: None,
        reserved_hours: None,
        discipline: Discipline::Dispatch,
        absences: Vec::new(),
    };
    let facts: BTreeMap<String, TeamFacts> = (0..teams).map(|t| (name(t), facts.clone())).collect();
    let past = company.past();
    let records: Vec<WorkRecord> = past.iter().map(|task| record(task, &line)).collect();
    let mut kept = 0_u32;
    for month in FIRST..=LAST {
        let now = company.start_of(month);
        let at = instant(&line, now);
        let history = History::learn(&records, &facts, at);
        let due = line.working_at(date(&history, &records, &jobs(month, teams, waits), at));
        let due = f64::from(i32::try_from(due).expect("some years")) / 3600.0;
        let state = Company::state(&past, now);
        let promised = promised(month, teams, waits, now, state.len());
        for number in 0..FUTURES {
            let done = company.future(month, number, &state, &promised);
            kept += u32::from(done.iter().all(|done| *done <= due));
        }
    }
    f64::from(kept) / 1000.0
}

/// The parts of the promise as they really stand, behind so many other things.
fn promised(month: u64, teams: u64, waits: bool, now: f64, behind: usize) -> Vec<Task> {
    let place = |team: u64| behind + usize::try_from(team).expect("few");
    let of = |team: u64| Task {
        key: PROMISE + 90_000 + team,
        team,
        estimate: part_hours(month, team),
        arrived: now,
        after: waits_for(team, waits).map(place),
        begun: None,
    };
    (0..teams).map(of).collect()
}

#[test]
fn two_teams_with_one_person_in_both() {
    check(|seed| kept(seed, 2, 1, false));
}

#[test]
fn two_teams_with_half_of_their_people_in_both() {
    check(|seed| kept(seed, 2, 2, false));
}

#[test]
fn five_teams_that_each_share_somebody_with_the_next() {
    check(|seed| kept(seed, 5, 5, false));
}

#[test]
fn five_teams_that_share_people_and_wait_for_each_other() {
    check(|seed| kept(seed, 5, 5, true));
}
