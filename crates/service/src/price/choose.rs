//! Which ways are shown: those that no other beats in both date and price.

use calendar::Due;

use super::candidate::Variant;
use super::{Priced, Row};
use crate::quote::LevelDate;

/// Rows besides the free one.
const ROWS: usize = 5;
/// Ways played in full.
const PLAYED: usize = 8;

/// The ways worth playing in full: those that are earlier than the free date and that no other beats by more than the
/// few trials can be off.
pub(super) fn worth_playing(mut all: Vec<(Priced, Variant)>, free: &LevelDate) -> Vec<Variant> {
    all.retain(|(priced, _)| priced.date.due.at() < free.due.at());
    all.sort_by_key(|(priced, _)| sooner_and_cheaper(priced));
    let told: Vec<(jiff::Timestamp, i64, i64)> = all
        .iter()
        .map(|(priced, _)| {
            (
                priced.date.due.at(),
                priced.row.price.minor,
                priced.row.step.minor.max(priced.row.error),
            )
        })
        .collect();
    let beaten = |place: usize| {
        let (due, price, off) = told[place];
        told.iter().enumerate().any(|(other, (at, costs, _))| {
            other != place && *at <= due && costs.saturating_add(off) < price
        })
    };
    let kept: Vec<bool> = (0..all.len()).map(|place| !beaten(place)).collect();
    let worth = all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((_, v), _)| v);
    thinned(worth.collect(), PLAYED)
}

/// The ways that no other beats, earliest first, each cheaper than the one before it; all earlier than the free date.
pub(super) fn frontier(
    mut all: Vec<Priced>,
    free: &LevelDate,
    wished: Option<&Due>,
) -> Vec<Priced> {
    all.retain(|priced| priced.date.due.at() < free.due.at());
    all.sort_by_key(sooner_and_cheaper);
    let mut rows: Vec<Priced> = Vec::new();
    for priced in all {
        if rows.last().is_none_or(|last| saves(&last.row, &priced.row)) {
            rows.push(priced);
        }
    }
    // Of too many, the one that just makes the wish stays.
    let wish = wished.and_then(|due| rows.iter().rposition(|row| row.date.due.at() <= due.at()));
    let Some(wish) = wish.filter(|_| rows.len() > ROWS) else { return thinned(rows, ROWS) };
    let for_wish = rows.remove(wish);
    let mut rows = thinned(rows, ROWS - 1);
    rows.push(for_wish);
    rows.sort_by_key(sooner_and_cheaper);
    rows
}

/// Whether a later row is cheaper by enough to wait for: by more than its price can be off, and a twentieth.
fn saves(sooner: &Row, later: &Row) -> bool {
    let off = (2 * later.step.minor).max(sooner.price.minor / 20);
    later.price.minor + off < sooner.price.minor
}

fn sooner_and_cheaper(priced: &Priced) -> (jiff::Timestamp, i64, usize) {
    (priced.date.due.at(), priced.row.price.minor, priced.row.touched.len())
}

/// So many of all, the first and the last among them, evenly.
fn thinned<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let len = all.len();
    if len <= most {
        return all;
    }
    let kept: Vec<usize> = (0..most).map(|n| n * (len - 1) / (most - 1).max(1)).collect();
    all.into_iter().enumerate().filter(|(n, _)| kept.contains(n)).map(|(_, one)| one).collect()
}
