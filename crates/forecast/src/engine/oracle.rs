//! The slow, simple players: one trial at a time, in double precision. What the fast ones are held against.
//!
//! Both take the durations as given, so that a fast player can be compared trial by trial with the same luck.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::network::Network;

/// What each task takes in one trial, by place.
#[derive(Debug, Clone, PartialEq)]
pub struct Luck {
    /// How long its work lasts.
    pub work: Vec<f64>,
    /// When what it waits for has come from elsewhere; 0 where it waits for nothing.
    pub arrival: Vec<f64>,
}

/// When each task began and was done in one trial, by place.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// When it began.
    pub began: Vec<f64>,
    /// When it was done.
    pub done: Vec<f64>,
    /// The tasks in the order in which they were taken up.
    pub order: Vec<usize>,
}

/// Which slot a task takes that has to wait for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotRule {
    /// The slot that is free first, even if it then stands idle until the task is ready.
    Earliest,
    /// The last slot that is free by the time the task is ready: nothing else is kept from work by its waiting.
    BestFit,
    /// The slot that is free first, but none before everything that its team does before has begun.
    InOrder,
}

/// Takes up the tasks one after another in an order in which nothing comes before what it waits for: semantics A of
/// HS-CTP-1 with [`SlotRule::Earliest`] and the order of the network.
///
/// Each team has a rule.
///
/// # Panics
/// When the order names a task that the network does not have, or a rule or luck is missing.
pub fn serial(network: &Network, order: &[usize], rules: &[SlotRule], luck: &Luck) -> Played {
    let mut last = vec![0.0; network.teams.len()];
    let mut slots: Vec<Vec<f64>> =
        network.teams.iter().map(|slots| (0..*slots).map(|_| 0.0).collect()).collect();
    let tasks = network.tasks.len();
    let mut played =
        Played { began: vec![0.0; tasks], done: vec![0.0; tasks], order: order.to_vec() };
    for task in order {
        let of = &network.tasks[*task];
        let before = of.after.iter().map(|before| played.done[*before]);
        let mut ready: f64 = before.fold(luck.arrival[*task], f64::max);
        let rule = rules[of.team];
        if rule == SlotRule::InOrder {
            ready = ready.max(last[of.team]);
        }
        let slot = pick(&slots[of.team], rule, ready);
        let free = &mut slots[of.team][slot];
        played.began[*task] = free.max(ready);
        last[of.team] = played.began[*task];
        played.done[*task] = played.began[*task] + luck.work[*task];
        *free = played.done[*task];
    }
    played
}

fn pick(slots: &[f64], rule: SlotRule, ready: f64) -> usize {
    let by_time = |a: &usize, b: &usize| slots[*a].total_cmp(&slots[*b]);
    let in_time = (0..slots.len()).filter(|slot| slots[*slot] <= ready).max_by(by_time);
    match in_time.filter(|_| rule == SlotRule::BestFit) {
        Some(slot) => slot,
        None => (0..slots.len()).min_by(by_time).expect("a team has slots"),
    }
}

/// Whenever a slot is free, it takes the first task that is ready: semantics B of HS-CTP-1.
///
/// # Panics
/// When luck is missing.
pub fn dispatch(network: &Network, luck: &Luck) -> Played {
    let tasks = network.tasks.len();
    let successors = network.successors();
    let mut waits: Vec<usize> = network.tasks.iter().map(|task| task.after.len()).collect();
    let mut free: Vec<u32> = network.teams.clone();
    let mut ready: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); network.teams.len()];
    let mut happenings = BinaryHeap::new();
    let mut played = Played {
        began: vec![0.0; tasks],
        done: vec![0.0; tasks],
        order: Vec::with_capacity(tasks),
    };
    for (task, of) in network.tasks.iter().enumerate() {
        if of.after.is_empty() {
            happenings.push(Reverse(Happening { at: luck.arrival[task], what: What::Ready(task) }));
        }
    }
    while let Some(Reverse(first)) = happenings.pop() {
        let now = first.at;
        // Everything of one instant happens before anybody takes up anything.
        let mut touched = BTreeSet::from([happen(network, first, &mut free, &mut ready)]);
        let mut ended = first.ended().into_iter().collect::<Vec<_>>();
        while let Some(Reverse(next)) = happenings.peek().copied().filter(|next| next.0.at <= now) {
            happenings.pop();
            touched.insert(happen(network, next, &mut free, &mut ready));
            ended.extend(next.ended());
        }
        for task in ended {
            for next in successors.after(task) {
                waits[*next] -= 1;
                if waits[*next] > 0 {
                    continue;
                }
                let at = luck.arrival[*next].max(now);
                if at <= now {
                    ready[network.tasks[*next].team].insert(*next);
                    touched.insert(network.tasks[*next].team);
                } else {
                    happenings.push(Reverse(Happening { at, what: What::Ready(*next) }));
                }
            }
        }
        for team in touched {
            while free[team] > 0
                && let Some(task) = ready[team].pop_first()
            {
                free[team] -= 1;
                played.began[task] = now;
                played.done[task] = now + luck.work[task];
                played.order.push(task);
                let ends = Happening { at: played.done[task], what: What::Ended(task) };
                happenings.push(Reverse(ends));
            }
        }
    }
    played
}

/// Notes what happened; returns the team that may have something to take up.
fn happen(
    network: &Network,
    happening: Happening,
    free: &mut [u32],
    ready: &mut [BTreeSet<usize>],
) -> usize {
    let (What::Ready(task) | What::Ended(task)) = happening.what;
    let team = network.tasks[task].team;
    match happening.what {
        What::Ready(task) => {
            ready[team].insert(task);
        }
        What::Ended(_) => free[team] += 1,
    }
    team
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Happening {
    at: f64,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// A task waits for a slot alone.
    Ready(usize),
    /// A task is done.
    Ended(usize),
}

impl Happening {
    fn ended(self) -> Option<usize> {
        match self.what {
            What::Ended(task) => Some(task),
            What::Ready(_) => None,
        }
    }
}

impl Eq for Happening {}

impl Ord for Happening {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.at.total_cmp(&other.at).then(self.what.cmp(&other.what))
    }
}

impl PartialOrd for Happening {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
