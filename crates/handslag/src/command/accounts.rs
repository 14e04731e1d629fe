//! Setting up by the command line: the organisation, its members, customers and their contacts.

use anyhow::Context;
use calendar::Country;
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use promise::money::Currency;
use promise::party::{Absence, Discipline, Team};
use promise::{Actor, Language, Role, Rule};
use serde_json::json;
use service::Caller;
use service::accounts::AccountFilter;
use service::audit::Origin;
use service::company::{ContactInput, FIRST_CALENDAR, Founding};
use service::plan::TeamView;

use super::backtest::{habit_said, habit_value};
use super::import::pace_said;
use super::quote::chance;
use super::retention::Switch;
use crate::arguments::Common;
use crate::desk::{Desk, named_organisation, present, settings};
use crate::house;
use crate::output::{Output, table};

/// Found the organisation.
#[derive(Debug, Args)]
pub(crate) struct Found {
    /// Its name, as customers know it
    name: String,
    /// The name of its first admin
    #[arg(long)]
    admin: String,
    /// The country whose holidays its calendar keeps: NL, SE, DE, BE, DK, NO, FI or GB
    #[arg(long, default_value = "NL")]
    country: Country,
    /// The IANA name of its time zone [default: that of the country's capital]
    #[arg(long)]
    zone: Option<String>,
    /// What its people write in [default: that of the country, where it is known]
    #[arg(long)]
    language: Option<Spoken>,
    /// What it counts in: EUR, SEK, DKK, NOK, GBP or USD [default: that of the country]
    #[arg(long, value_parser = currency)]
    currency: Option<Currency>,
    /// Found one more organisation in a database that holds one already; neither sees the other
    #[arg(long)]
    another: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Spoken {
    /// Dutch
    Nl,
    /// Swedish
    Sv,
    /// English
    En,
}

impl Spoken {
    fn language(self) -> Language {
        match self {
            Self::Nl => Language::Nl,
            Self::Sv => Language::Sv,
            Self::En => Language::En,
        }
    }
}

fn currency(text: &str) -> Result<Currency, String> {
    let known = || Currency::ALL.iter().map(|c| c.code()).collect::<Vec<_>>().join(", ");
    Currency::of_code(&text.to_uppercase()).ok_or_else(|| format!("wanted one of {}", known()))
}

/// What a country usually goes by: zone, language, currency.
fn usual(country: Country) -> (&'static str, Language, Currency) {
    match country {
        Country::Nl => ("Europe/Amsterdam", Language::Nl, Currency::Eur),
        Country::Se => ("Europe/Stockholm", Language::Sv, Currency::Sek),
        Country::De => ("Europe/Berlin", Language::En, Currency::Eur),
        Country::Be => ("Europe/Brussels", Language::Nl, Currency::Eur),
        Country::Dk => ("Europe/Copenhagen", Language::En, Currency::Dkk),
        Country::No => ("Europe/Oslo", Language::En, Currency::Nok),
        Country::Fi => ("Europe/Helsinki", Language::En, Currency::Eur),
        Country::Gb => ("Europe/London", Language::En, Currency::Gbp),
    }
}

/// `handslag found`
pub(crate) async fn found(common: &Common, asked: Found) -> anyhow::Result<()> {
    let at = present(common);
    let settings = settings(common, None)?;
    let house = house::open(&settings, at).await?;
    let organisation = if asked.another {
        house.fresh
    } else {
        house.organisation(named_organisation(common).as_deref()).await?
    };
    let (zone, language, currency) = usual(asked.country);
    let founding = Founding {
        name: asked.name.clone(),
        language: asked.language.map_or(language, Spoken::language),
        zone: asked.zone.unwrap_or_else(|| zone.to_owned()),
        currency: asked.currency.unwrap_or(currency),
        country: asked.country,
        admin: asked.admin.clone(),
    };
    let fresh = || house.service.ledger().entropy().id(at).to_string();
    let caller = Caller {
        organisation,
        by: Actor::Rule(Rule::Time),
        at,
        key: common.key.clone().unwrap_or_else(fresh),
    };
    let admin = house.service.found(&caller, founding).await?;
    let note = Origin::desk().note(&caller, "found", "", "done");
    house.service.note(organisation, &note).await?;
    let output = if common.json { Output::Json } else { Output::Text };
    let lines = [
        format!("{} is founded; {} is its admin.", asked.name, asked.admin),
        format!(
            "The database is {}, its keys are {}: keep a copy of both.",
            settings.database,
            settings.key_file.display()
        ),
        "Next: `handslag import EXPORT.csv`, then `handslag serve`.".to_owned(),
    ];
    let value = json!({
        "organisation": organisation.to_string(),
        "admin": admin.to_string(),
        "database": settings.database.to_string(),
        "key_file": settings.key_file,
    });
    output.answer(&lines, &value);
    Ok(())
}

/// The customers.
#[derive(Debug, Subcommand)]
pub(crate) enum Accounts {
    /// All of them, least sure first
    List {
        /// Only those with this in their name
        #[arg(default_value = "")]
        text: String,
    },
    /// Add one
    Add {
        /// Its name
        name: String,
        /// The calendar in which dues towards it are counted
        #[arg(long, default_value = FIRST_CALENDAR)]
        calendar: String,
    },
}

/// `handslag accounts`
pub(crate) async fn accounts(desk: &Desk, asked: Accounts) -> anyhow::Result<()> {
    match asked {
        Accounts::Add { name, calendar } => {
            let id = desk.service().add_account(&desk.caller(), &name, &calendar).await?;
            let value = json!({ "account": id.to_string(), "name": name });
            desk.output.answer(&[format!("{name} is added.")], &value);
        }
        Accounts::List { text } => {
            let filter = AccountFilter { text, ..AccountFilter::default() };
            let rows = desk.service().accounts(&desk.caller(), &filter).await?;
            let cells = rows.iter().map(|row| {
                let least = row.least_sure.as_ref();
                let sure = least.and_then(ledger::query::PromiseRow::chance).map(chance);
                vec![
                    row.name.clone(),
                    row.open.to_string(),
                    format!("{} of {}", row.kept, row.ended),
                    least.map(|p| p.subject.clone()).unwrap_or_default(),
                    sure.unwrap_or_default(),
                ]
            });
            let header = ["customer", "open", "kept", "least sure", "chance"];
            let lines = table(&header, &cells.collect::<Vec<_>>());
            let values = rows.iter().map(|row| {
                json!({
                    "account": row.id.to_string(), "name": row.name, "calendar": row.calendar,
                    "open": row.open, "kept": row.kept, "ended": row.ended,
                    "least_sure": row.least_sure.as_ref().map(|p| p.number),
                })
            });
            desk.output.answer(&lines, &values.collect());
        }
    }
    Ok(())
}

/// The people at customers.
#[derive(Debug, Subcommand)]
pub(crate) enum Contacts {
    /// Those of a customer, with the links to their own pages
    List {
        /// The customer
        account: String,
    },
    /// Add one
    Add {
        /// The customer
        account: String,
        /// Their name
        name: String,
        /// Where mail reaches them
        #[arg(long)]
        email: Option<String>,
        /// What they are written to in
        #[arg(long, default_value = "en")]
        language: Spoken,
    },
    /// Renew the secret link of one: the links before are dead
    RenewLink {
        /// The customer
        account: String,
        /// Who
        name: String,
    },
}

/// `handslag contacts`
pub(crate) async fn contacts(desk: &Desk, asked: Contacts) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    match asked {
        Contacts::Add { account, name, email, language } => {
            let account = desk.account(&account).await?;
            let input = ContactInput { name: name.clone(), email, language: language.language() };
            let id = service.add_contact(&caller, account.id, input).await?;
            let said = format!("{name} at {} is added.", account.name);
            desk.output.answer(&[said], &json!({ "contact": id.to_string() }));
        }
        Contacts::RenewLink { account, name } => {
            let account = desk.account(&account).await?;
            let contact = desk.contact(account.id, Some(&name)).await?;
            if let Some(contact) = contact {
                service.renew_link(&caller, account.id, contact).await?;
            }
            list_contacts(desk, &account.name, account.id).await?;
        }
        Contacts::List { account } => {
            let account = desk.account(&account).await?;
            list_contacts(desk, &account.name, account.id).await?;
        }
    }
    Ok(())
}

async fn list_contacts(desk: &Desk, name: &str, id: promise::AccountId) -> anyhow::Result<()> {
    let dossier = desk.service().dossier(&desk.caller(), id).await?;
    let cells = dossier.contacts.iter().map(|(row, link)| {
        let email = row.email.clone().unwrap_or_default();
        vec![row.name.clone(), email, row.language.code().to_owned(), format!("/c/{link}")]
    });
    let mut lines = table(&["contact", "mail", "language", "page"], &cells.collect::<Vec<_>>());
    if lines.is_empty() {
        lines.push(format!("{name} has no contacts yet; add one with `handslag contacts add`."));
    }
    let values = dossier.contacts.iter().map(|(row, link)| {
        json!({
            "contact": row.id.to_string(), "name": row.name, "email": row.email,
            "language": row.language.code(), "page": format!("/c/{link}"),
        })
    });
    desk.output.answer(&lines, &values.collect());
    Ok(())
}

/// Our people.
#[derive(Debug, Subcommand)]
pub(crate) enum Members {
    /// All who are here
    List,
    /// Add one
    Add {
        /// Their name
        name: String,
        /// What they may do
        #[arg(long, default_value = "promisor")]
        role: May,
    },
    /// Make the link by which one joins, or comes back after a lost password; it is used once
    Invite {
        /// The member (name or id)
        member: String,
    },
    /// Remove the second factor of one who has lost it and the recovery codes; the password stays
    LiftSecondFactor {
        /// The member (name or id)
        member: String,
    },
    /// Demand a second factor of whoever signs in with a password, or no longer
    SecondFactor {
        /// Whether it is demanded
        switch: Switch,
    },
    /// Show figures about single members to others, or no longer; a works council may have a say in it
    Figures {
        /// Whether they are shown
        switch: Switch,
        /// Why, such as the agreement they rest on; needed to switch them on
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum May {
    /// Look
    Viewer,
    /// Promise
    Promisor,
    /// Promise, and promise below the policy
    Manager,
    /// All of it, and the settings
    Admin,
}

/// `handslag members`
pub(crate) async fn members(desk: &Desk, asked: Members) -> anyhow::Result<()> {
    match asked {
        Members::Add { name, role } => {
            let role = match role {
                May::Viewer => Role::Viewer,
                May::Promisor => Role::Promisor,
                May::Manager => Role::Manager,
                May::Admin => Role::Admin,
            };
            let id = desk.service().add_member(&desk.caller(), &name, role).await?;
            let value = json!({ "member": id.to_string() });
            desk.output.answer(&[format!("{name} is added as {}.", role.code())], &value);
        }
        Members::Invite { member } => {
            let id = desk.member_named(&member)?;
            let link = desk.service().invite(&desk.caller(), id).await?;
            let invitation = desk.service().invitation(link.reveal(), desk.at).await?;
            let expires = invitation.context("the link has ended already")?.expires;
            let url = desk.address(&format!("/join/{}", link.reveal()));
            let name = &desk.us.members[&id].name;
            let until = desk.moment(expires);
            let said = format!("Once, until {until}, this link lets {name} choose a password:");
            let value = json!({ "member": id.to_string(), "link": url, "expires": expires });
            desk.output.answer(&[said, url.clone()], &value);
        }
        Members::LiftSecondFactor { member } => {
            let id = desk.member_named(&member)?;
            desk.service().lift_second_factor(&desk.caller(), id).await?;
            let name = &desk.us.members[&id].name;
            let said = format!(
                "{name} signs in with the password alone, until they set a second factor up again."
            );
            desk.output.answer(&[said], &json!({ "member": id.to_string() }));
        }
        Members::SecondFactor { switch } => {
            let demanded = switch == Switch::On;
            desk.service().demand_second_factor(&desk.caller(), demanded).await?;
            let said = if demanded {
                "Whoever signs in with a password needs a second factor from now on; who has none sets it up first."
            } else {
                "Each member decides for themselves whether they have a second factor."
            };
            desk.output.answer(&[said.to_owned()], &json!({ "second_factor_demanded": demanded }));
        }
        Members::Figures { switch, reason } => {
            let shown = switch == Switch::On;
            desk.service().set_person_figures(&desk.caller(), shown, &reason).await?;
            let said = if shown {
                "Figures about single members are shown to others from now on."
            } else {
                "Figures about a member are shown to that member alone."
            };
            desk.output.answer(&[said.to_owned()], &json!({ "person_figures": shown }));
        }
        Members::List => {
            let here = || desk.us.members.iter().filter(|(_, member)| member.left_at.is_none());
            let cells = here().map(|(_, m)| vec![m.name.clone(), m.role.code().to_owned()]);
            let lines = table(&["member", "role"], &cells.collect::<Vec<_>>());
            let values = here().map(|(id, m)| {
                json!({ "member": id.to_string(), "name": m.name, "role": m.role.code() })
            });
            desk.output.answer(&lines, &values.collect());
        }
    }
    Ok(())
}

/// The teams.
#[derive(Debug, Subcommand)]
pub(crate) enum Teams {
    /// All of them, as history and settings know them
    List,
    /// Set one up, or change it
    Set {
        /// Its name, as the history calls it
        name: String,
        /// The calendar it keeps
        #[arg(long, default_value = FIRST_CALENDAR)]
        calendar: String,
        /// How many things it works on at a time [default: inferred from history]
        #[arg(long)]
        slots: Option<std::num::NonZeroU32>,
        /// Working hours a week of the whole team that are kept free [default: inferred from history]
        #[arg(long, value_parser = reserved)]
        reserved_hours: Option<u32>,
        /// How it takes up work: what is ready first, strictly in order, or in order with a hold on what waits
        #[arg(long, value_enum, default_value = "dispatch")]
        discipline: ByDiscipline,
    },
    /// Note that people of a team are away
    Away {
        /// Its name
        name: String,
        /// The first day, as in 2026-07-06
        #[arg(long, value_name = "DAY")]
        from: Date,
        /// The last day
        #[arg(long, value_name = "DAY")]
        until: Date,
        /// How many people
        #[arg(long, default_value = "1")]
        people: std::num::NonZeroU32,
    },
    /// Take back that people of a team are away
    Back {
        /// Its name
        name: String,
        /// The first day of what was noted
        #[arg(long, value_name = "DAY")]
        from: Date,
    },
}

/// How a team takes up what stands in its queue.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ByDiscipline {
    /// Whoever is free takes the first thing that is ready; what still waits is overtaken
    Dispatch,
    /// In order alone: while the first thing cannot begin, nothing behind it does
    StrictPriority,
    /// In order; what was taken up is held on to while it waits, so that no more is at hand than `--slots`
    WipLimit,
}

impl From<ByDiscipline> for Discipline {
    fn from(by: ByDiscipline) -> Self {
        match by {
            ByDiscipline::Dispatch => Self::Dispatch,
            ByDiscipline::StrictPriority => Self::StrictPriority,
            ByDiscipline::WipLimit => Self::WipLimit,
        }
    }
}

/// Hours a week, as minutes.
fn reserved(text: &str) -> Result<u32, String> {
    let hours = text.replace(',', ".").parse::<f64>().ok();
    let hours = hours.filter(|hours| (0.0..=10_000.0).contains(hours));
    let hours = hours.ok_or("wanted hours a week from 0 to 10000, such as 8 or 12.5")?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let minutes = (hours * 60.0).round() as u32;
    Ok(minutes)
}

/// `handslag teams`
pub(crate) async fn teams(desk: &Desk, asked: Teams) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    if let Teams::Set { name, calendar, slots, reserved_hours, discipline } = asked {
        let discipline = discipline.into();
        let team = Team { calendar, slots, reserved_minutes: reserved_hours, discipline };
        service.set_team(&caller, &name, team).await?;
        desk.look_again().await?;
        desk.output.answer(&[format!("Team {name} is set.")], &json!({ "team": name }));
        return Ok(());
    }
    if let Teams::Away { name, from, until, people } = &asked {
        let absence = Absence { from: *from, until: *until, people: *people };
        service.note_absence(&caller, name, absence).await?;
        desk.look_again().await?;
        let said = format!("Team {name} has {people} fewer from {from} to {until}.");
        desk.output.answer(&[said], &json!({ "team": name, "from": from, "until": until }));
        return Ok(());
    }
    if let Teams::Back { name, from } = &asked {
        service.cancel_absence(&caller, name, *from).await?;
        desk.look_again().await?;
        let said = format!("What was noted of team {name} from {from} on is taken back.");
        desk.output.answer(&[said], &json!({ "team": name, "from": from }));
        return Ok(());
    }
    let world = service.world(caller.organisation, desk.at).await?;
    let views = world.team_views();
    let organisation = service.organisation(caller.organisation).await?;
    let away = |team: &str| organisation.absences.get(team).cloned().unwrap_or_default();
    let line = |team: &TeamView| {
        let habit = team.habit.as_ref().map(|habit| format!("; {}", habit_said(habit)));
        let away = away(&team.name)
            .into_iter()
            .map(|of| format!("; {} away from {} to {}", of.people, of.from, of.until));
        let (habit, away) = (habit.unwrap_or_default(), away.collect::<String>());
        format!("{}: {}{habit}{away}.", team.name, pace_said(team))
    };
    let lines: Vec<String> = views.iter().map(line).collect();
    let values = views.iter().map(|team| {
        json!({
            "team": team.name, "slots": team.slots, "slots_inferred": team.slots_inferred,
            "discipline": team.discipline.code(), "share_percent": team.share_percent, "share_inferred": team.share_inferred,
            "finished": team.finished, "open": team.open, "kinds": team.kinds,
            "habit": team.habit.as_ref().map(habit_value),
            "absences": away(&team.name).iter().map(|of| {
                json!({ "from": of.from, "until": of.until, "people": of.people })
            }).collect::<Vec<_>>(),
        })
    });
    desk.output.answer(&lines, &values.collect());
    Ok(())
}
