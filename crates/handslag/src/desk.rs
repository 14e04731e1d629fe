//! Whoever works at the command line: the open ledger, as whom they act, when, and how things are named.

use std::path::PathBuf;

use anyhow::{Context, bail};
use calendar::Calendar;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ledger::query::{AccountRow, PromiseRow};
use promise::party::Organisation;
use promise::{AccountId, Actor, ContactId, MemberId, OrganisationId, PromiseId};
use service::accounts::AccountFilter;
use service::audit::Origin;
use service::{Caller, Service};
use texts::Lang;

use crate::arguments::Common;
use crate::house::{self, House};
use crate::output::Output;
use crate::settings::{Given, Settings};

/// Whoever works at the command line.
#[derive(Debug)]
pub(crate) struct Desk {
    house: House,
    organisation: OrganisationId,
    /// The present.
    pub(crate) at: Timestamp,
    member: MemberId,
    key: Option<String>,
    /// In which form answers are printed.
    pub(crate) output: Output,
    /// How we are set up.
    pub(crate) us: Organisation,
    /// The keys beside the database.
    pub(crate) key_file: PathBuf,
    /// Where people find the pages.
    address: String,
}

/// The settings under what was named on the command line.
pub(crate) fn settings(common: &Common, listen: Option<&str>) -> anyhow::Result<Settings> {
    let named = Given::database(common.database.as_deref()).listening(listen);
    Settings::read(common.config.as_deref(), named, house::variable)
}

/// The organisation that was named, on the command line or in the environment.
pub(crate) fn named_organisation(common: &Common) -> Option<String> {
    common.organisation.clone().or_else(|| house::variable("HANDSLAG_ORGANISATION"))
}

/// The present, or the instant that was named in its place.
pub(crate) fn present(common: &Common) -> Timestamp {
    common.now.unwrap_or_else(house::now)
}

impl Desk {
    /// Opens the ledger and sits down as the member named, or as the first admin.
    pub(crate) async fn open(common: &Common) -> anyhow::Result<Self> {
        let at = present(common);
        let settings = settings(common, None)?;
        let house = house::open(&settings, at).await?;
        let organisation = house.organisation(named_organisation(common).as_deref()).await?;
        let us = house.service.organisation(organisation).await;
        let us = us.context("run `handslag found` first")?;
        let us = Organisation::clone(&us);
        let named = common.by.clone().or_else(|| house::variable("HANDSLAG_AS"));
        let member = match named {
            Some(name) => member_named(&us, &name)?,
            None => first_member(&us)?,
        };
        let output = if common.json { Output::Json } else { Output::Text };
        let here = || format!("http://{}", settings.listen);
        let address = settings.public_url.as_ref().map_or_else(here, ToString::to_string);
        let (key, key_file) = (common.key.clone(), settings.key_file);
        Ok(Self { house, organisation, at, member, key, output, us, key_file, address })
    }

    /// The use cases.
    pub(crate) fn service(&self) -> &Service {
        &self.house.service
    }

    /// The member as a caller; a key of its own unless one was named.
    pub(crate) fn caller(&self) -> Caller {
        self.caller_by(Actor::Member(self.member))
    }

    /// A contact of the customer as a caller, heard by the member.
    pub(crate) fn caller_for_contact(&self, contact: ContactId) -> Caller {
        self.caller_by(Actor::Contact { contact, through: Some(self.member) })
    }

    fn caller_by(&self, by: Actor) -> Caller {
        let fresh = || self.service().ledger().entropy().id(self.at).to_string();
        let key = self.key.clone().unwrap_or_else(fresh);
        Caller { organisation: self.organisation, by, at: self.at, key }
    }

    /// Notes in the audit log that a command was done; of the promise it was typed with, the id.
    pub(crate) async fn note_done(
        &self,
        action: &str,
        promise: Option<&str>,
    ) -> anyhow::Result<()> {
        let subject = match promise {
            Some(typed) => format!("promise:{}", self.promise(typed).await?),
            None => String::new(),
        };
        let noted = self.note(action, &subject, "done").await;
        noted.context("it was done, but could not be noted in the audit log")
    }

    /// Notes something in the audit log.
    pub(crate) async fn note(
        &self,
        action: &str,
        subject: &str,
        outcome: &str,
    ) -> anyhow::Result<()> {
        let caller = self.caller();
        let note = Origin::desk().note(&caller, action, subject, outcome);
        Ok(self.service().note(caller.organisation, &note).await?)
    }

    /// The whole address of a page.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// In whose ledger.
    pub(crate) fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// As whom one acts.
    pub(crate) fn member(&self) -> MemberId {
        self.member
    }

    /// The time zone of the organisation.
    pub(crate) fn zone(&self) -> TimeZone {
        TimeZone::get(&self.us.zone).unwrap_or(TimeZone::UTC)
    }

    /// The member with a name or an id.
    pub(crate) fn member_named(&self, name: &str) -> anyhow::Result<MemberId> {
        member_named(&self.us, name)
    }

    /// The customer with a name, the beginning of one, or an id.
    pub(crate) async fn account(&self, name: &str) -> anyhow::Result<AccountRow> {
        let all = AccountFilter::default();
        let rows = self.service().accounts(&self.caller(), &all).await?;
        let pairs = rows.into_iter().map(|row| (row.id.to_string(), row.name.clone(), row));
        one_named("customer", name, pairs.collect())
    }

    /// The calendar in which dues towards a customer are counted.
    pub(crate) async fn calendar(&self, account: AccountId) -> anyhow::Result<Calendar> {
        Ok(self.service().account_calendar(&self.caller(), &self.us, Some(account)).await?)
    }

    /// The contact of a customer with a name or an id; the only one when none is named.
    pub(crate) async fn contact(
        &self,
        account: AccountId,
        name: Option<&str>,
    ) -> anyhow::Result<Option<ContactId>> {
        let dossier = self.service().dossier(&self.caller(), account).await?;
        let contacts = dossier.contacts.into_iter().map(|(row, _)| (row.id, row.name));
        let contacts: Vec<(ContactId, String)> = contacts.collect();
        let Some(name) = name else {
            return Ok(contacts.first().filter(|_| contacts.len() == 1).map(|(id, _)| *id));
        };
        let named = contacts.into_iter().map(|(id, name)| (id.to_string(), name, id)).collect();
        one_named("contact", name, named).map(Some)
    }

    /// The promise with a number or an id.
    pub(crate) async fn promise(&self, name: &str) -> anyhow::Result<PromiseId> {
        Ok(self.service().find(&self.caller(), name).await?)
    }

    /// A promise as lists show it.
    pub(crate) async fn row(&self, id: PromiseId) -> anyhow::Result<PromiseRow> {
        let ledger = self.service().ledger();
        let row = ledger.promise_row(self.organisation, id).await?;
        row.with_context(|| format!("there is no promise {id}"))
    }

    /// Writes what has passed and forecasts everything again.
    pub(crate) async fn look_again(&self) -> anyhow::Result<service::watch::Watched> {
        Ok(self.service().watch(self.organisation, self.at).await?)
    }

    /// A day in words, in the organisation's zone.
    pub(crate) fn day(&self, at: Timestamp) -> String {
        Lang::En.full_day(self.zone().to_datetime(at).date())
    }

    /// A day and a time in words, in the organisation's zone.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        let wall = self.zone().to_datetime(at);
        format!("{}, {}", Lang::En.full_day(wall.date()), Lang::En.time(wall.time()))
    }
}

fn member_named(us: &Organisation, name: &str) -> anyhow::Result<MemberId> {
    let here = us.members.iter().filter(|(_, member)| member.left_at.is_none());
    let named = here.map(|(id, member)| (id.to_string(), member.name.clone(), *id));
    one_named("member", name, named.collect())
}

/// As whom somebody acts who names nobody: the member who may do most, the first of several.
fn first_member(us: &Organisation) -> anyhow::Result<MemberId> {
    let here = us.members.iter().filter(|(_, member)| member.left_at.is_none());
    let first = here.min_by_key(|(id, member)| (std::cmp::Reverse(member.role), **id));
    first.map(|(id, _)| *id).context("every member has left")
}

/// The one thing with an id or a name; the beginning of a name is enough when only one begins so.
pub(crate) fn one_named<T>(
    what: &str,
    given: &str,
    things: Vec<(String, String, T)>,
) -> anyhow::Result<T> {
    let wanted = given.to_lowercase();
    let is_whole =
        |(id, name, _): &(String, String, T)| id == given || name.to_lowercase() == wanted;
    let has_whole = things.iter().any(is_whole);
    let fits = |thing: &(String, String, T)| {
        if has_whole { is_whole(thing) } else { thing.1.to_lowercase().starts_with(&wanted) }
    };
    let mut found: Vec<_> = things.into_iter().filter(fits).collect();
    match (found.pop(), found.is_empty()) {
        (Some((_, _, thing)), true) => Ok(thing),
        (Some((_, last, _)), false) => {
            let first = &found[0].1;
            bail!(
                "more than one {what} begins with {given:?}, such as {first} and {last}; name one whole"
            )
        }
        (None, _) => bail!("there is no {what} {given:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_enough_when_it_names_one() {
        let things = |given: &str| {
            let all = [("1", "Noordwind"), ("2", "Noord"), ("3", "Östra Hamn")];
            let all = all.map(|(id, name)| (id.to_owned(), name.to_owned(), id));
            one_named("customer", given, all.into_iter().collect()).map_err(|e| e.to_string())
        };
        assert_eq!(things("noord"), Ok("2"));
        assert_eq!(things("Noordw"), Ok("1"));
        assert_eq!(things("östra"), Ok("3"));
        assert_eq!(things("3"), Ok("3"));
        assert!(things("No").unwrap_err().contains("more than one customer"));
        assert_eq!(things("Zuid").unwrap_err(), "there is no customer \"Zuid\"");
    }
}
