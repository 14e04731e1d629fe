//! The invented company that `handslag demo` shows: a Dutch software house with Dutch, Swedish and English customers.
//!
//! Nothing it shows is made up but names, texts and the luck of its days. A small play of the teams' days makes a
//! tracker; promises are asked, quoted, given, kept and broken through the use cases at the instants of the story, each
//! on a forecast from the tracker as it then was. Same seed, same company.
//!
//! [`people`] who they are · [`past`] and [`present`] what was promised · [`outside`] what that is tied to · [`register`] what the product does · [`script`] when · [`tracker`] and [`titles`] how
//! the teams' days went · [`told`] how it goes on.

mod draft;
mod luck;
mod outside;
mod past;
mod people;
mod present;
mod register;
mod row;
mod script;
mod story;
#[cfg(test)]
mod tests;
mod titles;
mod told;
mod tracker;
mod words;

use anyhow::Context;
use jiff::Timestamp;
use promise::OrganisationId;
use service::Service;

use told::Telling;

/// The present of the invented company: Monday 9 March 2026, 09:40 in Amsterdam.
pub(crate) const NOW: &str = "2026-03-09T08:40:00Z";

/// Fills an empty ledger with the invented company and its last year and a half.
///
/// Which company follows from the ids: give a ledger whose randomness has a fixed seed, and a fixed organisation, to
/// get the same one again.
pub(crate) async fn settle_in(
    service: &Service,
    organisation: OrganisationId,
) -> anyhow::Result<()> {
    let now: Timestamp = NOW.parse().context("the present of the invented company")?;
    Telling::begin(service, organisation, now).await?.tell_all().await
}
