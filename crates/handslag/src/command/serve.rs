//! `handslag serve` and `handslag demo`: pages and API, for whoever signs in; the demo for whoever is at this machine.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use jiff::Timestamp;
use ledger::Entropy;
use ledger::Location;
use promise::{Actor, Language, Rule};
use service::access::secret::Secret;
use service::accounts::AccountFilter;
use service::{Caller, ServiceError};
use web::{App, Clock, Entrance};

use crate::arguments::Common;
use crate::desk::{present, settings};
use crate::house::{self, House};
use crate::server::{self, Server};
use crate::settings::{Settings, with_providers};
use crate::{demo as company, log, output};

/// Serve the pages and the API.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Where to listen [default: 127.0.0.1:4600]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

/// Show the product at work.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The port on this machine; 0 takes any free one
    #[arg(long, default_value_t = 4600)]
    port: u16,
}

/// From which the demo's ids and luck come.
const DEMO_SEED: [u8; 32] = [9; 32];

/// `handslag serve`
pub(crate) async fn serve(common: &Common, asked: &Serve) -> anyhow::Result<()> {
    let settings = settings(common, asked.listen.as_deref())?;
    log::begin(&settings);
    let mut house = house::open(&settings, present(common)).await?;
    house.service = with_providers(house.service, &settings.oidc).await?;
    server::may_listen(&settings, house.service.anybody_can_sign_in().await?)?;
    let clock = match common.now {
        Some(at) => Clock::standing(at),
        None => Clock::new(house::now),
    };
    let server = Server::listening(&settings).await?;
    let (address, site) = (server.address()?, settings.site());
    let links = set_up_links(&house, clock.now()).await?;
    let app = App::new(house.service, Entrance::SignIn, site.clone(), clock);
    output::line(&address);
    output::line(&format!("The database is {}. Stop with Ctrl-C.", settings.database));
    if let Some(figures) = server.figures()? {
        output::line(&format!("Figures for Prometheus are at {figures}"));
    }
    for (whose, link) in links {
        let path = format!("/join/{}", link.reveal());
        output::line("");
        output::line(&format!("{whose} For one day, and once, this link lets its first admin in:"));
        output::line(&site.link(&path).unwrap_or_else(|| format!("{address}{path}")));
    }
    server.run(app).await
}

/// Links for the first admins of organisations in which nobody can sign in yet.
async fn set_up_links(house: &House, at: Timestamp) -> anyhow::Result<Vec<(String, Secret)>> {
    let service = &house.service;
    let mut organisations = house.organisations().to_vec();
    if organisations.is_empty() {
        organisations.push(house.fresh);
    }
    let mut links = Vec::new();
    for id in organisations {
        if let Some(link) = service.set_up_link(id, at).await? {
            let whose = match service.organisation(id).await {
                Ok(us) => format!("Nobody can sign in to {} yet.", us.name),
                Err(ServiceError::NoOrganisation) => "Nobody runs handslag here yet.".to_owned(),
                Err(error) => return Err(error.into()),
            };
            links.push((whose, link));
        }
    }
    Ok(links)
}

/// `handslag demo`
pub(crate) async fn demo(common: &Common, asked: &Demo) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("no folder for the demo's database")?;
    let settings = Settings {
        database: Location::File(folder.path().join("demo.db")),
        key_file: folder.path().join("demo.db.key"),
        listen: SocketAddr::from(([127, 0, 0, 1], asked.port)),
        public_url: None,
        trusted_proxies: Vec::new(),
        tls: None,
        metrics_listen: None,
        oidc: Vec::new(),
        ..settings(common, None)?
    };
    log::begin(&settings);
    let server = Server::listening(&settings).await?;
    let at: Timestamp = company::NOW.parse().context("the instant of the demo")?;
    // The same company, chances and links at every start; its keys guard nothing but invented promises.
    let luck = Arc::new(Entropy::from_seed(DEMO_SEED));
    let house = house::open_with(luck, &settings, at).await?;
    company::settle_in(&house.service, house.fresh).await?;
    let links = places(&house, at).await?;
    let entrance = Entrance::OpenHouse(house.fresh);
    let app = App::new(house.service, entrance, settings.site(), Clock::standing(at));
    let address = server.address()?;
    output::line(&address);
    for line in introduction(&address, &links) {
        output::line(&line);
    }
    let done = server.run(app).await;
    folder.close().context("the demo's folder could not be cleared away")?;
    done
}

/// Where to look first: what the company needs today, and how a customer in another country sees it.
async fn places(house: &House, at: Timestamp) -> anyhow::Result<Vec<(String, String)>> {
    let by = Actor::Rule(Rule::Time);
    let caller = Caller { organisation: house.fresh, by, at, key: String::new() };
    let mut places = vec![
        ("What needs a word today".to_owned(), "/".to_owned()),
        ("Can we promise?".to_owned(), "/quote".to_owned()),
        ("The customers".to_owned(), "/accounts".to_owned()),
    ];
    let today = house.service.today(&caller).await?;
    if let Some(row) = today.off_plan.first() {
        places.push(("A promise that is off plan".to_owned(), format!("/promises/{}", row.number)));
    }
    let rows = house.service.accounts(&caller, &AccountFilter::default()).await?;
    for row in rows.iter().filter(|row| row.open > 0) {
        let dossier = house.service.dossier(&caller, row.id).await?;
        let swedish = dossier.contacts.iter().find(|(contact, _)| contact.language == Language::Sv);
        if let Some((contact, link)) = swedish {
            let what = format!("The page of {}, {}", contact.name, row.name);
            places.push((what, format!("/c/{link}")));
            break;
        }
    }
    Ok(places)
}

/// What to look at first.
fn introduction(address: &str, links: &[(String, String)]) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        "Kornoelje Software, an invented company. Its clock stands at Monday 9 March 2026, 09:40; move it at the top of"
            .to_owned(),
        "any page. Everything you see is computed from its own history; nothing leaves this machine.".to_owned(),
        String::new(),
    ];
    lines.extend(links.iter().map(|(what, path)| format!("  {what:<44} {address}{path}")));
    lines.extend([String::new(), "Stop with Ctrl-C; the demo leaves nothing behind.".to_owned()]);
    lines
}
