//! Teams: who takes up work together, in which way, and when people of theirs are away.

use std::num::NonZeroU32;

use jiff::civil::Date;

use crate::code::codes;

/// How a team takes up what stands in its queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Discipline {
    /// Whoever is free takes the first thing that is ready; what still waits for something is overtaken.
    #[default]
    Dispatch,
    /// In order alone: while the first thing cannot begin, nothing behind it does.
    StrictPriority,
    /// In order; what was taken up is held on to while it waits, so that no more is at hand than may be at a time.
    WipLimit,
}

codes! { Discipline {
    Dispatch = "dispatch",
    StrictPriority = "strict_priority",
    WipLimit = "wip_limit",
} }

/// People who take up work together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The calendar they keep.
    pub calendar: String,
    /// How many things they work on at a time; inferred from history when absent.
    pub slots: Option<NonZeroU32>,
    /// Working minutes a week of the whole team that are kept free; inferred when absent.
    pub reserved_minutes: Option<u32>,
    /// How they take up work.
    pub discipline: Discipline,
}

impl Team {
    /// One that keeps a calendar; everything else is inferred.
    pub fn of_calendar(name: &str) -> Self {
        Self {
            calendar: name.to_owned(),
            slots: None,
            reserved_minutes: None,
            discipline: Discipline::default(),
        }
    }
}

/// Days on which a team has fewer people. Who they are is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Absence {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// How many people.
    pub people: NonZeroU32,
}
