//! A wished date and what can be done about it: the nearest date, a first part of the work, what the customer does
//! sooner.

use std::num::NonZeroU32;

use calendar::Due;
use forecast::{Job, Outcome, Place};
use promise::Chance;

use super::candidate::{job, key_of};
use super::{Desk, Row};
use crate::quote::{LevelDate, Question};
use crate::{Service, ServiceError};

/// How a wished date stands to the rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The date.
    pub due: Due,
    /// Which row makes it, the cheapest one; `None` when none does.
    pub row: Option<usize>,
    /// What else would help.
    pub could: Vec<Could>,
}

/// What else would help.
#[derive(Debug, Clone, PartialEq)]
pub enum Could {
    /// A first part by the wished date, and the rest later: two promises, both without a price.
    Part(Part),
    /// The customer does at once what the work waits for.
    Input {
        /// The date that there then is.
        due: Due,
    },
}

/// A first part of the work.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// How many pieces.
    pub pieces: NonZeroU32,
    /// Of how many.
    pub of: NonZeroU32,
    /// When they are there.
    pub due: Due,
    /// The chance of that date.
    pub chance: Chance,
    /// When the rest is there.
    pub rest: Due,
}

impl Service {
    /// How the wished date stands to the rows, and what else would help when the free one does not make it.
    pub(super) async fn wish(
        &self,
        desk: &Desk<'_>,
        rows: &[Row],
        free: &LevelDate,
    ) -> Result<Option<Wish>, ServiceError> {
        let Some(due) = desk.question.wished.clone() else { return Ok(None) };
        // The rows become cheaper with each later date.
        let row = rows.iter().rposition(|row| row.due.at() <= due.at());
        let mut could = Vec::new();
        if free.due.at() > due.at() {
            could.extend(self.first_part(desk, &due).await?.map(Could::Part));
            could.extend(self.with_input(desk, free).await?);
        }
        Ok(Some(Wish { due, row, could }))
    }

    /// The largest first part that makes the wished date behind all that waits.
    async fn first_part(
        &self,
        desk: &Desk<'_>,
        wished: &Due,
    ) -> Result<Option<Part>, ServiceError> {
        let [new] = desk.question.work.new.as_slice() else { return Ok(None) };
        let of = new.pieces;
        let (mut most, mut too_many) = (0, of.get());
        while most + 1 < too_many {
            let pieces = most + (too_many - most) / 2;
            let Some(outcomes) = self.in_two(desk, pieces, true).await? else { return Ok(None) };
            let date = desk.date(outcomes.get(outcomes.len() - 2))?;
            if date.is_some_and(|date| date.due.at() <= wished.at()) {
                most = pieces;
            } else {
                too_many = pieces;
            }
        }
        // The few trials may have been kind: of the parts they found, the first that holds in full.
        for pieces in [most, most * 3 / 4, most / 2] {
            let Some(count) = NonZeroU32::new(pieces) else { break };
            let Some(outcomes) = self.in_two(desk, pieces, false).await? else { return Ok(None) };
            let part = desk.date(outcomes.get(outcomes.len() - 2))?;
            let rest = desk.date(outcomes.last())?;
            let (Some(part), Some(rest)) = (part, rest) else { return Ok(None) };
            if part.due.at() <= wished.at() {
                let (due, chance) = (part.due, part.chance);
                return Ok(Some(Part { pieces: count, of, due, chance, rest: rest.due }));
            }
        }
        Ok(None)
    }

    /// The plan played with the work in two promises, so many pieces in the first.
    async fn in_two(
        &self,
        desk: &Desk<'_>,
        pieces: u32,
        few: bool,
    ) -> Result<Option<Vec<Outcome>>, ServiceError> {
        let of = desk.question.work.new.first().map_or(1, |new| new.pieces.get());
        let (Some(first), Some(rest)) =
            (NonZeroU32::new(pieces), NonZeroU32::new(of.saturating_sub(pieces)))
        else {
            return Ok(None);
        };
        let with = |pieces: NonZeroU32| {
            let mut question: Question = desk.question.clone();
            question.work.new[0].pieces = pieces;
            job(desk.plan, &question, Place::Last)
        };
        // The first part keeps the luck that its pieces have in the whole.
        let key = key_of(desk.question);
        let first = Job { key, ..with(first) };
        let rest = Job { key: key.wrapping_add(1), ..with(rest) };
        let jobs: Vec<Job> = desk.plan.jobs.iter().cloned().chain([first, rest]).collect();
        let backlog = desk.plan.laid_out(&jobs);
        let played = if few {
            self.play_few(desk.plan, backlog).await?
        } else {
            self.play_whole(desk.plan, backlog).await?
        };
        Ok(Some(played))
    }

    /// The date that there is when the customer does at once what the work waits for, if that is sooner.
    async fn with_input(
        &self,
        desk: &Desk<'_>,
        free: &LevelDate,
    ) -> Result<Option<Could>, ServiceError> {
        if desk.question.waits_for.is_empty() {
            return Ok(None);
        }
        let question = Question { waits_for: Vec::new(), ..desk.question.clone() };
        let alone = Job { key: key_of(desk.question), ..job(desk.plan, &question, Place::Last) };
        let outcomes = self.play_few(desk.plan, desk.plan.lay_out(Some(&alone))).await?;
        let date = desk.date(outcomes.last())?.filter(|date| date.due.at() < free.due.at());
        Ok(date.map(|date| Could::Input { due: date.due }))
    }
}
