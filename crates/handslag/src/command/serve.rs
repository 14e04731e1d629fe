//! `handslag serve` and `handslag demo`: pages and API, on this machine only until there is a sign-in.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;
use jiff::Timestamp;
use ledger::Entropy;
use promise::{Actor, Language, Rule};
use service::access::secret::Secret;
use service::accounts::AccountFilter;
use service::{Caller, ServiceError};
use tokio::net::TcpListener;
use web::{App, Clock, Entrance, Site};

use crate::arguments::Common;
use crate::desk::{present, settings};
use crate::house::{self, House};
use crate::settings::Settings;
use crate::{demo as company, output};

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
/// Open promises are looked at again this often, besides after every change.
const LOOK_EVERY: Duration = Duration::from_secs(600);

/// `handslag serve`
pub(crate) async fn serve(common: &Common, asked: &Serve) -> anyhow::Result<()> {
    log_to_stderr();
    let settings = settings(common, asked.listen.as_deref())?;
    only_here(settings.listen)?;
    let house = house::open(&settings, present(common)).await?;
    let clock = match common.now {
        Some(at) => Clock::standing(at),
        None => Clock::new(house::now),
    };
    let listener = bind(settings.listen).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let links = set_up_links(&house, clock.now()).await?;
    let app = App::new(house.service, Entrance::SignIn, Site::default(), clock);
    output::line(&address);
    output::line(&format!("The database is {}. Stop with Ctrl-C.", settings.database.display()));
    for (whose, link) in links {
        output::line("");
        output::line(&format!("{whose} For one day, and once, this link lets its first admin in:"));
        output::line(&format!("{address}/join/{}", link.reveal()));
    }
    run(listener, app).await
}

/// Links for the first admins of organisations in which nobody can sign in yet.
async fn set_up_links(house: &House, at: Timestamp) -> anyhow::Result<Vec<(String, Secret)>> {
    let service = &house.service;
    let mut organisations = service.ledger().organisations().await?;
    if organisations.is_empty() {
        organisations.push(house.organisation);
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
    log_to_stderr();
    let listener = bind(SocketAddr::from(([127, 0, 0, 1], asked.port))).await?;
    let folder = tempfile::tempdir().context("no folder for the demo's database")?;
    let threads = settings(common, None)?.threads;
    let settings = Settings {
        database: folder.path().join("demo.db"),
        key_file: folder.path().join("demo.db.key"),
        listen: listener.local_addr()?,
        threads,
    };
    let at: Timestamp = company::NOW.parse().context("the instant of the demo")?;
    // The same company, chances and links at every start; its keys guard nothing but invented promises.
    let luck = Arc::new(Entropy::from_seed(DEMO_SEED));
    let house = house::open_with(luck, &settings, at).await?;
    company::settle_in(&house.service, house.organisation).await?;
    let links = places(&house, at).await?;
    let entrance = Entrance::OpenHouse(house.organisation);
    let app = App::new(house.service, entrance, Site::default(), Clock::standing(at));
    let address = format!("http://{}", listener.local_addr()?);
    output::line(&address);
    for line in introduction(&address, &links) {
        output::line(&line);
    }
    let done = run(listener, app).await;
    folder.close().context("the demo's folder could not be cleared away")?;
    done
}

/// Where to look first: what the company needs today, and how a customer in another country sees it.
async fn places(house: &House, at: Timestamp) -> anyhow::Result<Vec<(String, String)>> {
    let by = Actor::Rule(Rule::Time);
    let caller = Caller { organisation: house.organisation, by, at, key: String::new() };
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

/// Refuses every address that another machine could reach.
fn only_here(listen: SocketAddr) -> anyhow::Result<()> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    bail!(
        "listen is {listen}; wanted an address of this machine only, such as 127.0.0.1:{}: there is no sign-in yet, so \
         whoever could reach the server could promise in your name",
        listen.port()
    )
}

async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).await.with_context(|| {
        format!("{listen} cannot be listened on; is handslag running already? Name another port")
    })
}

/// Serves until it is asked to stop, and looks around now and then.
async fn run(listener: TcpListener, app: App) -> anyhow::Result<()> {
    let looking = tokio::spawn(look_around(app.clone()));
    let served = axum::serve(listener, web::router(app)).with_graceful_shutdown(asked_to_stop());
    served.await.context("the server stopped")?;
    looking.abort();
    Ok(())
}

/// Looks at every open promise again, at once and then at intervals.
async fn look_around(app: App) {
    let mut interval = tokio::time::interval(LOOK_EVERY);
    loop {
        interval.tick().await;
        if let Err(error) = app.look_around().await {
            tracing::error!(%error, "the look around failed");
        }
    }
}

/// Returns when Ctrl-C is pressed or the service manager says so.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            drop(interrupted.await);
            return;
        };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}

fn log_to_stderr() {
    let log =
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::INFO);
    // A test may have set one before.
    drop(log.try_init());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_listened_on() {
        for here in ["127.0.0.1:4600", "[::1]:4600", "127.8.8.8:1"] {
            assert!(only_here(here.parse().unwrap()).is_ok(), "{here}");
        }
        for elsewhere in ["0.0.0.0:4600", "[::]:4600", "192.168.1.4:80"] {
            let error = only_here(elsewhere.parse().unwrap()).unwrap_err().to_string();
            assert!(error.contains("no sign-in"), "{error}");
        }
    }
}
