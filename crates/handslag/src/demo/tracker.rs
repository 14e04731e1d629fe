//! The tracker of the invented company: what its teams took up and finished, played day by day.
//!
//! Work takes longer than thought, people fall ill and go on holiday, what is urgent goes first. Nothing here knows of
//! any promise but the work that one brought.

use std::fmt::Write;

use calendar::Calendar;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::luck::{along, below, luck, one_of};
use super::people::Team;
use super::titles::{self, Day, Sort};

/// A piece of work that somebody asked for beforehand.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// For which part of the story.
    pub(super) of: usize,
    /// When it comes into the tracker.
    pub(super) at: Timestamp,
    /// Who does it.
    pub(super) team: Team,
    /// What kind of work it is.
    pub(super) kind: &'static str,
    /// What it is.
    pub(super) title: &'static str,
    /// In how many pieces.
    pub(super) pieces: u32,
    /// What each piece is thought to take, in hours.
    pub(super) hours: u32,
    /// Whether it goes before all that waits.
    pub(super) first: bool,
    /// How much longer than luck has it each piece takes.
    pub(super) trouble: f64,
}

/// A piece of work as the tracker will have it in the end.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its name in the tracker.
    pub(super) key: String,
    /// For which part of the story, if any.
    pub(super) of: Option<usize>,
    team: Team,
    kind: &'static str,
    title: String,
    person: Option<&'static str>,
    /// 1 is urgent, 2 is usual, 3 can wait.
    priority: u8,
    /// When it came in.
    pub(super) created: Timestamp,
    started: Option<Timestamp>,
    /// When it was done.
    pub(super) finished: Option<Timestamp>,
    estimate_minutes: Option<u32>,
    /// What it takes in truth.
    minutes: f64,
}

/// The first day of the tracker.
const FIRST_DAY: Date = jiff::civil::date(2024, 9, 2);
const DAY_MINUTES: f64 = 480.0;

/// How much longer things take than thought: half of them as long or less, one in seven 1.7 times or more.
const RATIOS: [(f64, f64); 11] = [
    (0.0, 0.4),
    (0.05, 0.55),
    (0.15, 0.7),
    (0.25, 0.8),
    (0.5, 1.0),
    (0.75, 1.35),
    (0.85, 1.7),
    (0.92, 2.15),
    (0.97, 3.0),
    (0.99, 4.2),
    (1.0, 6.0),
];

/// The columns of its export.
const HEADER: &str =
    "key,team,kind,title,person,priority,created,started,finished,estimate_hours,actual_hours";

/// Plays the days up to an instant.
pub(super) fn play(
    calendar: &Calendar,
    orders: &[Order],
    until: Timestamp,
) -> anyhow::Result<Vec<Item>> {
    let mut items = Vec::new();
    for team in Team::ALL {
        let mut floor = Floor::of(team, calendar);
        let mut day = calendar.next_business_day(FIRST_DAY)?;
        while calendar.instant_of(day.at(9, 0, 0, 0))? < until {
            floor.come_in(day, orders)?;
            floor.work(day)?;
            day = calendar.add_business_days(day, 1)?;
        }
        items.extend(floor.items);
    }
    items.sort_by(|a, b| a.created.cmp(&b.created).then_with(|| a.key.cmp(&b.key)));
    Ok(items)
}

/// Where a team works.
struct Floor<'a> {
    team: Team,
    calendar: &'a Calendar,
    items: Vec<Item>,
    /// What waits, by place.
    waiting: Vec<usize>,
    /// What was begun and handed over, with how much of it is left.
    handed_over: Vec<(usize, f64)>,
    desks: Vec<Desk>,
    days: usize,
}

/// Somebody at work.
struct Desk {
    person: &'static str,
    /// What they do, and how much of it is left in minutes.
    busy: Option<(usize, f64)>,
    /// Minutes since the day began.
    clock: f64,
    /// How much of a minute goes into recorded work.
    share: f64,
}

impl<'a> Floor<'a> {
    fn of(team: Team, calendar: &'a Calendar) -> Self {
        let desk = |person: &&'static str| Desk { person, busy: None, clock: 0.0, share: 0.0 };
        let desks = titles::people(team).iter().map(desk).collect();
        let (items, waiting, handed_over) = (Vec::new(), Vec::new(), Vec::new());
        Self { team, calendar, items, waiting, handed_over, desks, days: 0 }
    }

    /// What comes in on a day: orders, and what customers and colleagues ask for.
    fn come_in(&mut self, day: Date, orders: &[Order]) -> anyhow::Result<()> {
        self.days += 1;
        let own =
            |order: &&Order| order.team == self.team && self.calendar.date_at(order.at) == day;
        let ordered: Vec<Order> = orders.iter().filter(own).cloned().collect();
        for order in &ordered {
            for piece in 0..order.pieces {
                let minutes = order.hours * 60;
                let item = Item {
                    of: Some(order.of),
                    kind: order.kind,
                    title: part_of(order.title, piece, order.pieces),
                    priority: if order.first { 1 } else { 2 },
                    created: order.at + SignedDuration::from_mins(i64::from(piece)),
                    estimate_minutes: Some(minutes),
                    minutes: f64::from(minutes) * self.ratio() * order.trouble,
                    ..self.blank()
                };
                self.take(item);
            }
        }
        let chances = titles::rate(self.team);
        for turn in 0..2 {
            if luck(&format!("{} asks {turn}", self.team.name()), self.days) < chances / 2.0 {
                let item = self.asked(day, turn)?;
                self.take(item);
            }
        }
        Ok(())
    }

    fn blank(&self) -> Item {
        Item {
            key: format!("{}-{}", titles::prefix(self.team), self.items.len() + 1),
            of: None,
            team: self.team,
            kind: "",
            title: String::new(),
            person: None,
            priority: 2,
            created: Timestamp::UNIX_EPOCH,
            started: None,
            finished: None,
            estimate_minutes: None,
            minutes: 0.0,
        }
    }

    fn asked(&self, day: Date, turn: usize) -> anyhow::Result<Item> {
        let lucky = |what: &str| luck(&format!("{} {what} {turn}", self.team.name()), self.days);
        let sort: Sort = titles::sort_of(self.team, lucky("kind"));
        let hours = one_of(sort.hours, lucky("hours")).unwrap_or(4);
        let priority = match lucky("priority") {
            urgent if urgent < sort.urgent => 1,
            later if later > 0.97 => 3,
            _ => 2,
        };
        let into_day =
            SignedDuration::from_mins(i64::try_from(below(420, lucky("hour"))).unwrap_or(0));
        Ok(Item {
            kind: sort.kind,
            title: titles::title(&sort, lucky("title")),
            priority,
            created: self.calendar.instant_of(day.at(9, 5, 0, 0))? + into_day,
            // One in twelve is taken up without anybody saying what it will take.
            estimate_minutes: (lucky("estimated") > 0.08).then_some(hours * 60),
            minutes: f64::from(hours * 60) * self.ratio(),
            ..self.blank()
        })
    }

    fn ratio(&self) -> f64 {
        along(&RATIOS, luck(&format!("{} takes", self.team.name()), self.items.len()))
    }

    fn take(&mut self, item: Item) {
        self.waiting.push(self.items.len());
        self.items.push(item);
    }

    /// A day at work: whoever is free first takes what goes first.
    fn work(&mut self, day: Date) -> anyhow::Result<()> {
        let opens = self.calendar.instant_of(day.at(9, 0, 0, 0))?;
        for desk in &mut self.desks {
            desk.clock = 0.0;
            desk.share = match titles::day_of(desk.person, day, self.days) {
                Day::Working(share) => share,
                Day::Off => 0.0,
                Day::Away => {
                    self.handed_over.extend(desk.busy.take());
                    0.0
                }
            };
        }
        loop {
            let at_work = self.desks.iter().enumerate();
            let at_work = at_work.filter(|(_, desk)| desk.clock < DAY_MINUTES && desk.share > 0.0);
            let first = at_work.min_by(|(_, a), (_, b)| a.clock.total_cmp(&b.clock));
            let Some((place, _)) = first else { return Ok(()) };
            self.step(place, opens);
        }
    }

    /// The next thing that somebody does: take something up, finish it, or go home.
    fn step(&mut self, place: usize, opens: Timestamp) {
        let now = opens + minutes(self.desks[place].clock);
        let Some((item, left)) = self.desks[place].busy else {
            self.take_up(place, now);
            return;
        };
        let desk = &mut self.desks[place];
        let needs = left / desk.share;
        if desk.clock + needs <= DAY_MINUTES {
            desk.clock += needs;
            desk.busy = None;
            let done = opens + minutes(desk.clock);
            self.items[item].finished = Some(done.max(now + SignedDuration::from_mins(1)));
        } else {
            desk.busy = Some((item, left - (DAY_MINUTES - desk.clock) * desk.share));
            desk.clock = DAY_MINUTES;
        }
    }

    fn take_up(&mut self, place: usize, now: Timestamp) {
        if let Some((item, left)) = self.handed_over.pop() {
            let desk = &mut self.desks[place];
            desk.busy = Some((item, left));
            self.items[item].person = Some(desk.person);
            return;
        }
        let order = |waiting: &&usize| {
            let item = &self.items[**waiting];
            (item.priority, item.created, **waiting)
        };
        let there = self.waiting.iter().filter(|waiting| self.items[**waiting].created < now);
        let Some(next) = there.min_by_key(order).copied() else {
            // Nothing to do for now: looks again in a while.
            self.desks[place].clock += 15.0;
            return;
        };
        self.waiting.retain(|waiting| *waiting != next);
        let desk = &mut self.desks[place];
        desk.busy = Some((next, self.items[next].minutes));
        let item = &mut self.items[next];
        (item.started, item.person) = (Some(now), Some(desk.person));
    }
}

fn minutes(minutes: f64) -> SignedDuration {
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a day")]
    let whole = minutes.floor() as i64;
    SignedDuration::from_mins(whole)
}

fn part_of(title: &str, piece: u32, pieces: u32) -> String {
    if pieces == 1 { title.to_owned() } else { format!("{title} ({} van {pieces})", piece + 1) }
}

/// When everything that an order brought was done; `None` while something is not.
pub(super) fn done_at(items: &[Item], of: usize) -> Option<Timestamp> {
    let own: Vec<&Item> = items.iter().filter(|item| item.of == Some(of)).collect();
    if own.is_empty() {
        return None;
    }
    own.iter().map(|item| item.finished).collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// The tracker as it could be exported at an instant: what came later is not in it, what ended later is open. Only what
/// changed since another instant, if one is named.
pub(super) fn export(
    items: &[Item],
    since: Option<Timestamp>,
    at: Timestamp,
    zone: &TimeZone,
) -> String {
    let mut csv = format!("{HEADER}\n");
    let changed =
        |instant: &Timestamp| since.is_none_or(|since| since <= *instant) && *instant < at;
    let told = |item: &&Item| {
        [Some(item.created), item.started, item.finished].iter().flatten().any(changed)
    };
    for item in items.iter().filter(told) {
        let known = |instant: Option<Timestamp>| instant.filter(|instant| *instant < at);
        let (started, finished) = (known(item.started), known(item.finished));
        let wall = |instant: Option<Timestamp>| {
            instant.map(|at| zone.to_datetime(at).strftime("%Y-%m-%dT%H:%M").to_string())
        };
        let hours = |minutes: Option<u32>| minutes.map(in_hours);
        let spent = finished.map(|_| quarters(item.minutes));
        let written = writeln!(
            csv,
            "{},{},{},{},{},{},{},{},{},{},{}",
            item.key,
            item.team.name(),
            item.kind,
            quoted(&item.title),
            item.person.filter(|_| started.is_some()).unwrap_or_default(),
            item.priority,
            wall(Some(item.created)).unwrap_or_default(),
            wall(started).unwrap_or_default(),
            wall(finished).unwrap_or_default(),
            hours(item.estimate_minutes).unwrap_or_default(),
            hours(spent).unwrap_or_default(),
        );
        written.expect("a text can always be written to");
    }
    csv
}

/// Minutes, to the quarter of an hour.
fn quarters(minutes: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand")]
    let quarters = (minutes / 15.0).round().max(1.0) as u32;
    quarters * 15
}

fn in_hours(minutes: u32) -> String {
    match minutes % 60 {
        0 => format!("{}", minutes / 60),
        30 => format!("{}.5", minutes / 60),
        rest => format!("{}.{}", minutes / 60, rest * 100 / 60),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
