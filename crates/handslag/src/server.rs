//! Running the pages: listening with or without TLS, bounds on what comes in, figures on an address of their own, and
//! stopping so that nothing is lost.

mod bound;
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use axum_server::Handle;
use axum_server::accept::Accept;
use axum_server::tls_rustls::RustlsAcceptor;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use web::App;
use web::health::Stopping;
use web::metrics::{self, Metrics, Reading};
use web::request::Running;

use self::bound::Bounded;
use crate::house;
use crate::settings::Settings;

/// Open promises are looked at again this often, besides after every change.
const LOOK_EVERY: Duration = Duration::from_secs(600);
/// How long the head of a request may take, and how long a connection may lie idle.
const HEAD_PATIENCE: Duration = Duration::from_secs(20);
/// The most bytes of a request's head.
const HEAD_BYTES: usize = 64 * 1024;

/// Where it is listened.
pub(crate) async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).await.with_context(|| {
        format!("{listen} cannot be listened on; is handslag running already? Name another port")
    })
}

/// What runs, before it is asked to.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    figures: Option<TcpListener>,
    tls: Option<tls::Certificate>,
    settings: Settings,
}

impl Server {
    /// Reads the certificate and listens; nobody is answered yet.
    pub(crate) async fn listening(settings: &Settings) -> anyhow::Result<Self> {
        let tls = match &settings.tls {
            Some(files) => Some(tls::Certificate::read(files).await?),
            None => None,
        };
        let listener = bind(settings.listen).await?;
        let figures = match settings.metrics_listen {
            Some(listen) => Some(bind(listen).await.context("metrics_listen")?),
            None => None,
        };
        Ok(Self { listener, figures, tls, settings: settings.clone() })
    }

    /// The address of the pages, as a browser on this machine takes it.
    pub(crate) fn address(&self) -> anyhow::Result<String> {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        Ok(format!("{scheme}://{}", self.listener.local_addr()?))
    }

    /// The address of the figures.
    pub(crate) fn figures(&self) -> anyhow::Result<Option<String>> {
        let figures = self.figures.as_ref().map(TcpListener::local_addr).transpose()?;
        Ok(figures.map(|address| format!("http://{address}/metrics")))
    }

    /// Serves until it is asked to stop, and looks around now and then. When it returns, everybody who was let in was
    /// answered, or the limit has passed.
    pub(crate) async fn run(self, app: App) -> anyhow::Result<()> {
        let Self { listener, figures, tls, settings } = self;
        let running = Running {
            site: settings.site(),
            metrics: Metrics::new(),
            ticks: house::ticks(),
            stopping: Stopping::default(),
            request_limit: settings.request_limit,
        };
        let handle = Handle::new();
        let stop_looking = Arc::new(Notify::new());
        let looking =
            tokio::spawn(look_around(app.clone(), running.clone(), Arc::clone(&stop_looking)));
        let figures = figures.map(|listener| {
            let told =
                Figures { app: app.clone(), running: running.clone(), pages: handle.clone() };
            tokio::spawn(serve_figures(listener, told))
        });
        let stopping = tokio::spawn(stop_when_asked(
            running.stopping.clone(),
            handle.clone(),
            Arc::clone(&stop_looking),
            (settings.drain, settings.stop_limit),
        ));
        let pages = web::serving(app.clone(), &running);
        let bounded = Bounded::new(settings.connections);
        let served = match tls {
            Some(certificate) => {
                let config = certificate.config();
                let renewing = tokio::spawn(certificate.read_again_when_asked());
                let acceptor = RustlsAcceptor::new(config).acceptor(bounded);
                let served = serve(listener, pages, acceptor, handle).await;
                renewing.abort();
                served
            }
            None => serve(listener, pages, bounded, handle).await,
        };
        // What was begun is ended: a look at all promises is broken off between two of its steps only.
        stop_looking.notify_one();
        if tokio::time::timeout(settings.stop_limit, looking).await.is_err() {
            tracing::warn!("the look around was broken off: it did not end in time");
        }
        match tokio::time::timeout(settings.stop_limit, app.look_no_more()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "another server waits for its turn"),
            Err(_) => tracing::warn!("another server waits for its turn: the database is slow"),
        }
        stopping.abort();
        if let Some(figures) = figures {
            figures.abort();
        }
        served.context("the server stopped")
    }
}

/// Serves on a listener until its handle says so.
async fn serve<A>(
    listener: TcpListener,
    pages: Router,
    acceptor: A,
    handle: Handle<SocketAddr>,
) -> anyhow::Result<()>
where
    A: Accept<
            TcpStream,
            axum::middleware::AddExtension<Router, axum::extract::ConnectInfo<SocketAddr>>,
        > + Clone
        + Send
        + Sync
        + 'static,
    A::Stream: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send,
    A::Service:
        axum_server::service::SendService<axum::http::Request<hyper::body::Incoming>> + Send,
    A::Future: Send,
{
    let mut server =
        axum_server::from_tcp(listener.into_std()?)?.acceptor(acceptor).handle(handle).http1_only();
    server.http_builder().http1().header_read_timeout(HEAD_PATIENCE).max_buf_size(HEAD_BYTES);
    server.serve(pages.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}

/// Looks at every open promise again, at once and then at intervals, until it is told to end.
async fn look_around(app: App, running: Running, stop: Arc<Notify>) {
    let mut interval = tokio::time::interval(LOOK_EVERY);
    loop {
        tokio::select! {
            biased;
            () = stop.notified() => return,
            _ = interval.tick() => {}
        }
        let begun = running.ticks.now();
        match app.look_around().await {
            Ok(()) => {
                let took = running.ticks.now().saturating_sub(begun);
                running.metrics.watched(app.now(), took);
            }
            Err(error) => {
                running.metrics.watch_failed();
                tracing::error!(%error, "the look around failed");
            }
        }
    }
}

/// What the figures are made of.
#[derive(Debug, Clone)]
struct Figures {
    app: App,
    running: Running,
    pages: Handle<SocketAddr>,
}

async fn serve_figures(listener: TcpListener, told: Figures) {
    let probes = web::request::probes(&told.app, &told.running);
    let router = Router::new().route("/metrics", get(figures)).with_state(told).merge(probes);
    let few = Bounded::new(std::num::NonZeroU32::new(16).unwrap_or(std::num::NonZeroU32::MIN));
    if let Err(error) = serve(listener, router, few, Handle::new()).await {
        tracing::error!(error = %format!("{error:#}"), "the figures are not served any more");
    }
}

async fn figures(State(told): State<Figures>) -> impl IntoResponse {
    let reading = Reading {
        now: told.app.now(),
        written: told.app.service().ledger().written(),
        resident_bytes: house::resident_bytes(),
        connections: u64::try_from(told.pages.connection_count()).unwrap_or(u64::MAX),
    };
    ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], told.running.metrics.text(reading))
}

/// Waits until somebody asks, and then stops in order: not ready any more, no new connections, what runs is ended.
async fn stop_when_asked(
    stopping: Stopping,
    handle: Handle<SocketAddr>,
    stop_looking: Arc<Notify>,
    (drain, limit): (Duration, Duration),
) {
    let mut asked = Asked::listen();
    asked.wait().await;
    stopping.begin();
    stop_looking.notify_one();
    tracing::info!("stopping");
    if !drain.is_zero() {
        tokio::select! {
            () = asked.wait() => {}
            () = tokio::time::sleep(drain) => {}
        }
    }
    handle.graceful_shutdown(Some(limit));
}

/// Those who may ask the program to stop: whoever presses Ctrl-C, and the service manager.
struct Asked {
    #[cfg(unix)]
    signals: Option<(tokio::signal::unix::Signal, tokio::signal::unix::Signal)>,
}

impl Asked {
    /// Listens from now on.
    fn listen() -> Self {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let signals =
                signal(SignalKind::interrupt()).ok().zip(signal(SignalKind::terminate()).ok());
            Self { signals }
        }
        #[cfg(not(unix))]
        Self {}
    }

    /// Returns when somebody asks.
    async fn wait(&mut self) {
        #[cfg(unix)]
        if let Some((interrupt, terminate)) = &mut self.signals {
            tokio::select! {
                _ = interrupt.recv() => return,
                _ = terminate.recv() => return,
            }
        }
        drop(tokio::signal::ctrl_c().await);
    }
}

/// Refuses an address that another machine could reach, unless whoever comes must sign in and comes by HTTPS.
pub(crate) fn may_listen(settings: &Settings, anybody_can_sign_in: bool) -> anyhow::Result<()> {
    let listen = settings.listen;
    if listen.ip().is_loopback() {
        return Ok(());
    }
    let port = listen.port();
    let told = format!("listen is {listen}, which other machines can reach; wanted");
    if !anybody_can_sign_in {
        bail!(
            "{told} 127.0.0.1:{port} until somebody can sign in: start there, open the link that is printed and set a \
             password"
        );
    }
    let Some(url) = &settings.public_url else {
        bail!(
            "{told} public_url as well, the address that people use: other names are not answered"
        );
    };
    let behind_proxy = url.is_https() && !settings.trusted_proxies.is_empty();
    if settings.tls.is_none() && !behind_proxy {
        bail!(
            "{told} HTTPS as well: tls_certificate and tls_key, or a public_url with https and the proxy that speaks it \
             in trusted_proxies"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Given;

    #[track_caller]
    fn check(file: &str, anybody: bool, wanted: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("c.toml");
        std::fs::write(&path, file).unwrap();
        let settings = Settings::read(Some(&path), Given::default(), |_| None).unwrap();
        let told = may_listen(&settings, anybody).map_err(|error| error.to_string());
        match wanted {
            None => assert_eq!(told, Ok(()), "{file}"),
            Some(text) => assert!(told.as_ref().is_err_and(|e| e.contains(text)), "{told:?}"),
        }
    }

    #[test]
    fn other_machines_are_answered_by_https_once_somebody_can_sign_in() {
        for here in ["127.0.0.1:4600", "[::1]:4600", "127.8.8.8:1"] {
            check(&format!("listen = \"{here}\""), false, None);
        }
        for there in ["0.0.0.0:4600", "[::]:4600", "192.168.1.4:80"] {
            let listen = format!("listen = \"{there}\"\n");
            let tls = "tls_certificate = \"a\"\ntls_key = \"b\"\n";
            let url = "public_url = \"https://a.example\"\n";
            let proxy = "trusted_proxies = [\"10.0.0.1\"]\n";
            check(&format!("{listen}{tls}{url}"), false, Some("until somebody can sign in"));
            check(&listen, true, Some("public_url"));
            check(&format!("{listen}{tls}"), true, Some("public_url"));
            check(&format!("{listen}{url}"), true, Some("HTTPS"));
            let plain = "public_url = \"http://a.example\"\n";
            check(&format!("{listen}{plain}{proxy}"), true, Some("HTTPS"));
            check(&format!("{listen}{url}{proxy}"), true, None);
            check(&format!("{listen}{tls}{url}"), true, None);
        }
    }
}
