//! Who is who: the people of the invented company, its calendars and teams, its customers and their people.
//!
//! Every name is invented.

use std::collections::BTreeMap;

use calendar::{Calendar, Country};
use jiff::civil::date;
use promise::costs::{Costs, TeamCosts};
use promise::money::Currency;
use promise::party::{Language, Role};
use promise::{AccountId, ContactId, MemberId};
use service::company::{ContactInput, FIRST_CALENDAR, Founding};

use super::story::Story;

/// A team of the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Team {
    /// Joins the customers' systems to ours.
    Integraties,
    /// Builds what everybody uses.
    Product,
    /// Sets customers up, moves their records, mends.
    Support,
}

impl Team {
    /// Every team.
    pub(super) const ALL: [Self; 3] = [Self::Integraties, Self::Product, Self::Support];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Integraties => "Integraties",
            Self::Product => "Product",
            Self::Support => "Support",
        }
    }

    /// Who keeps what is promised of its work.
    pub(super) fn owner(self) -> &'static str {
        match self {
            Self::Integraties => "Jip Waterdrager",
            Self::Product => "Oona Zandvliet",
            Self::Support => "Thijs Vlierboom",
        }
    }
}

/// Who founded the company's ledger.
const FOUNDER: &str = "Marnix Eikhorst";
/// Who gives most of its promises.
pub(super) const ACCOUNT_MANAGER: &str = "Fenna Oldenzand";
/// Who gives those in Swedish.
pub(super) const SWEDISH_ACCOUNT_MANAGER: &str = "Signe Tallmark";

const MEMBERS: [(&str, Role); 6] = [
    (ACCOUNT_MANAGER, Role::Manager),
    ("Jip Waterdrager", Role::Manager),
    (SWEDISH_ACCOUNT_MANAGER, Role::Promisor),
    ("Oona Zandvliet", Role::Promisor),
    ("Thijs Vlierboom", Role::Promisor),
    ("Lotte Kersbergen", Role::Viewer),
];

/// The calendars in which dues towards customers are counted.
const DUTCH: &str = "Nederland";
const SWEDISH: &str = "Sverige";
const BRITISH: &str = "United Kingdom";

/// The zone of the company.
pub(super) const ZONE: &str = "Europe/Amsterdam";

/// The calendar of the company's own office, which is closed between Christmas and New Year.
pub(super) fn office() -> anyhow::Result<Calendar> {
    let closed =
        |year: i16| (date(year, 12, 24).at(0, 0, 0, 0), date(year + 1, 1, 2).at(0, 0, 0, 0));
    let office = Calendar::office(ZONE, Country::Nl)?;
    Ok((2024..=2027).map(closed).fold(office, |office, (from, to)| office.with_closure(from, to)))
}

/// The customers: the company, its contact, and what that contact is written to in.
const CUSTOMERS: [(&str, &str, Language); 40] = [
    ("Appelschuur Fruit", "Berend Schuurman", Language::Nl),
    ("Bramenberg Bouw", "Wietske Dakpan", Language::Nl),
    ("Brombeek Conserven", "Hidde Brombeek", Language::Nl),
    ("Dropveld Drukkers", "Mees Inktvis", Language::Nl),
    ("Eikeldop Kinderopvang", "Sanne Wiegman", Language::Nl),
    ("Hagelslagwerf", "Douwe Cacaoman", Language::Nl),
    ("Kaneelbrug Zorg", "Marijke Kaneel", Language::Nl),
    ("Klaproos Kliniek", "Ruben Klaproos", Language::Nl),
    ("Kwartelmeer Post", "Ilse Zegelaar", Language::Nl),
    ("Mosterdpot Logistiek", "Gijs Laadklep", Language::Nl),
    ("Pepermolen Horeca", "Floor Pannekoek", Language::Nl),
    ("Sleutelbloem Sloten", "Teun Slotemaker", Language::Nl),
    ("Turfpot Tuinen", "Nienke Turfman", Language::Nl),
    ("Waterhoen Waterbeheer", "Sjoerd Peilschaal", Language::Nl),
    ("Wollewei Textiel", "Joke Spinnewiel", Language::Nl),
    ("Zilvervis Visserij", "Arend Schol", Language::Nl),
    ("Zwaanhoek Zuivel", "Anneke Roomboter", Language::Nl),
    ("Ankarflis Verkstad", "Torsten Ankarflis", Language::Sv),
    ("Björkskatan Bryggeri", "Ebba Kvistgren", Language::Sv),
    ("Gröngräs Golf", "Malin Hålmark", Language::Sv),
    ("Kantarell & Co", "Viggo Skogsby", Language::Sv),
    ("Lingonhed Livs", "Tuva Lingonhed", Language::Sv),
    ("Lodjuret Bokhandel", "Alva Bokstedt", Language::Sv),
    ("Nattljus Belysning", "Sixten Lyktberg", Language::Sv),
    ("Rovfågel Optik", "Linnea Synnergren", Language::Sv),
    ("Smultron Data", "Love Bitström", Language::Sv),
    ("Snöbollen Frakt", "Hjalmar Släde", Language::Sv),
    ("Tallkotte Förlag", "Saga Tallkvist", Language::Sv),
    ("Tolvmyra Såg", "Nils Tolvmyr", Language::Sv),
    ("Vindspel Teater", "Astrid Ridånder", Language::Sv),
    ("Åskmoln Kraft", "Edvin Åskmo", Language::Sv),
    ("Fennelworth Foods", "Harriet Fennelworth", Language::En),
    ("Gnomesworth Clocks", "Wilfred Pendle", Language::En),
    ("Harewold Mills", "Oona Fairthorn", Language::En),
    ("Mistlemere Baths", "Prudence Mistle", Language::En),
    ("Ottersby Canals", "Barnaby Lockwood", Language::En),
    ("Ploverdale Ferries", "Maud Gangway", Language::En),
    ("Puddlewick Tramways", "Cecil Railton", Language::En),
    ("Quillfeather & Sons", "Edith Quillfeather", Language::En),
    ("Thimblewick Tailors", "Rufus Thimble", Language::En),
];

/// A customer as the ledger knows it.
#[derive(Debug, Clone)]
pub(super) struct Customer {
    /// Which account.
    pub(super) account: AccountId,
    /// Who there.
    pub(super) contact: ContactId,
    /// What they write.
    pub(super) language: Language,
    /// In which dues are counted.
    pub(super) calendar: Calendar,
}

/// Everybody, by name.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Of the company.
    pub(super) members: BTreeMap<&'static str, MemberId>,
    /// Customers.
    pub(super) customers: BTreeMap<&'static str, Customer>,
}

impl People {
    /// A member.
    pub(super) fn member(&self, name: &str) -> anyhow::Result<MemberId> {
        let member = self.members.get(name).copied();
        member.ok_or_else(|| anyhow::anyhow!("{name} does not work here"))
    }

    /// A customer.
    pub(super) fn customer(&self, name: &str) -> anyhow::Result<&Customer> {
        self.customers.get(name).ok_or_else(|| anyhow::anyhow!("{name} is no customer"))
    }

    /// Who gives promises to a customer.
    pub(super) fn promisor(&self, customer: &Customer) -> anyhow::Result<MemberId> {
        match customer.language {
            Language::Sv => self.member(SWEDISH_ACCOUNT_MANAGER),
            Language::Nl | Language::En => self.member(ACCOUNT_MANAGER),
        }
    }
}

/// Founds the company and takes in its people and its customers.
pub(super) async fn move_in(story: &Story<'_>) -> anyhow::Result<People> {
    let service = story.service;
    let founding = Founding {
        name: "Kornoelje Software".to_owned(),
        language: Language::Nl,
        zone: ZONE.to_owned(),
        currency: Currency::Eur,
        country: Country::Nl,
        admin: FOUNDER.to_owned(),
    };
    let mut people = People::default();
    let admin = service.found(&story.by_nobody(), founding).await?;
    people.members.insert(FOUNDER, admin);
    for (name, role) in MEMBERS {
        let member = service.add_member(&story.by_member(admin), name, role).await?;
        people.members.insert(name, member);
    }
    let calendars = [
        (Language::Nl, DUTCH, Calendar::office(ZONE, Country::Nl)?),
        (Language::Sv, SWEDISH, Calendar::office("Europe/Stockholm", Country::Se)?),
        (Language::En, BRITISH, Calendar::office("Europe/London", Country::Gb)?),
    ];
    service.set_calendar(&story.by_member(admin), FIRST_CALENDAR, office()?).await?;
    for (_, name, calendar) in &calendars {
        service.set_calendar(&story.by_member(admin), name, calendar.clone()).await?;
    }
    for team in Team::ALL {
        let caller = story.by_member(admin);
        service
            .set_team(&caller, team.name(), promise::party::Team::of_calendar(FIRST_CALENDAR))
            .await?;
    }
    for (name, contact, language) in CUSTOMERS {
        let Some((_, named, calendar)) = calendars.iter().find(|(of, ..)| *of == language) else {
            continue;
        };
        let account = service.add_account(&story.by_member(admin), name, named).await?;
        let input = ContactInput {
            name: contact.to_owned(),
            email: Some(address(contact, name)),
            language,
        };
        let contact = service.add_contact(&story.by_member(admin), account, input).await?;
        let calendar = calendar.clone();
        people.customers.insert(name, Customer { account, contact, language, calendar });
    }
    Ok(people)
}

/// Says what a yes costs, in euros: an hour, an hour of overtime and of hired hands, and lateness that nobody priced.
pub(super) async fn say_what_a_yes_costs(story: &Story<'_>, people: &People) -> anyhow::Result<()> {
    let of_team = |team: Team| {
        let (hour, overtime_hours) = match team {
            Team::Integraties => (8200, 12),
            Team::Product => (7800, 8),
            Team::Support => (6400, 8),
        };
        let costs = TeamCosts { hour: Some(hour), overtime_minutes: overtime_hours * 60 };
        (team.name().to_owned(), costs)
    };
    let costs = Costs {
        hour: Some(7500),
        hired_hour: Some(11_500),
        loss_per_day: 7500,
        loss_per_breach: 40_000,
        teams: Team::ALL.map(of_team).into(),
        ..Costs::unknown(Currency::Eur)
    };
    let caller = story.by_member(people.member(FOUNDER)?);
    Ok(story.service.set_costs(&caller, costs).await?)
}

/// An address that nobody has: `example` belongs to no one (RFC 2606).
fn address(person: &str, company: &str) -> String {
    let plain = |text: &str| -> String {
        let letters = text.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o");
        let letters = letters.replace(" & ", "-").replace(' ', "-");
        letters.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    };
    let first = person.split(' ').next().unwrap_or(person);
    format!("{}@{}.example", plain(first), plain(company))
}
