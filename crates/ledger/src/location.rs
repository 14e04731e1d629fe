//! Where a database is: a file on this machine, or a PostgreSQL server by its URL.
//!
//! What is printed of a URL never holds its password.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How long to wait for a server that does not answer at all.
const CONNECT_PATIENCE: Duration = Duration::from_secs(2);
/// How long what was sent may stay without a sign of having arrived.
const SILENCE: Duration = Duration::from_secs(5);
/// How far apart the knocks are on a connection on which nothing comes.
const KNOCK: Duration = Duration::from_secs(2);

/// Where a database is.
#[derive(Debug, Clone)]
pub enum Location {
    /// A file, for SQLite.
    File(PathBuf),
    /// A server, for PostgreSQL.
    Server(Box<Server>),
}

/// A PostgreSQL server and a database on it.
#[derive(Clone)]
pub struct Server {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

/// Why a text names no place of a database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// A URL of something else.
    #[error("{scheme}:// is not known; wanted the path of a file, or postgres://user@host/name")]
    Scheme {
        /// What it begins with.
        scheme: String,
    },
    /// A URL that cannot be read. The URL itself is left out: it may hold a password.
    #[error(
        "the database URL cannot be read: {why}; wanted postgres://user:password@host:5432/name?sslmode=require"
    )]
    Url {
        /// What is wrong with it.
        why: String,
    },
    /// A way of encryption that protects from nobody.
    #[error("sslmode is {given:?}; wanted disable, require or verify-full")]
    SslMode {
        /// What was given.
        given: String,
    },
    /// The certificates of `sslrootcert` cannot be used.
    #[error("the certificates in sslrootcert {path} cannot be used: {why}")]
    RootCertificates {
        /// Which file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
}

impl Location {
    /// The file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }

    /// Whether it is a file that is not there. What a server has only it can say.
    pub fn is_missing(&self) -> bool {
        self.file().is_some_and(|path| !path.exists())
    }

    /// The server, if it is one.
    pub fn server(&self) -> Option<&Server> {
        match self {
            Self::Server(server) => Some(server),
            Self::File(_) => None,
        }
    }
}

impl From<&Path> for Location {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl FromStr for Location {
    type Err = LocationError;

    fn from_str(text: &str) -> Result<Self, LocationError> {
        match text.split_once("://") {
            None => Ok(Self::File(PathBuf::from(text))),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Server(Box::new(text.parse()?))),
            Some((scheme, _)) => Err(LocationError::Scheme { scheme: scheme.to_owned() }),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Server(server) => server.fmt(f),
        }
    }
}

impl PartialEq for Location {
    /// Whether both are the same place; who asks there, and how, is left out.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(path), Self::File(of_other)) => path == of_other,
            (Self::Server(server), Self::Server(of_other)) => server.place() == of_other.place(),
            (Self::File(_), Self::Server(_)) | (Self::Server(_), Self::File(_)) => false,
        }
    }
}

impl Eq for Location {}

impl FromStr for Server {
    type Err = LocationError;

    fn from_str(url: &str) -> Result<Self, LocationError> {
        let (rest, ssl) = take_out(url);
        let mut config: Config = rest.parse().map_err(|e: tokio_postgres::Error| {
            LocationError::Url { why: super::postgres::with_causes(&e) }
        })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(LocationError::Url { why: "it names no host".to_owned() });
        }
        if config.get_user().is_none() {
            return Err(LocationError::Url { why: "it names no user".to_owned() });
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_PATIENCE);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        config.keepalives_idle(SILENCE).keepalives_interval(KNOCK).keepalives_retries(2);
        if config.get_application_name().is_none() {
            config.application_name("handslag");
        }
        // Towards another machine a connection is encrypted, and the server's name checked, unless the URL says no.
        let is_encrypted = match ssl.mode.as_deref() {
            None => !config.get_hosts().iter().all(is_this_machine),
            Some("disable") => false,
            Some("require" | "verify-full") => true,
            Some(given) => return Err(LocationError::SslMode { given: given.to_owned() }),
        };
        config.ssl_mode(if is_encrypted { SslMode::Require } else { SslMode::Disable });
        let tls = is_encrypted.then(|| tls(ssl.root_certificates.as_deref())).transpose()?;
        Ok(Self { config, tls })
    }
}

impl Server {
    /// Connects; the task that serves the connection ends with it.
    pub(crate) async fn connect(&self) -> Result<tokio_postgres::Client, tokio_postgres::Error> {
        // Its error reaches whoever asks on the client.
        match &self.tls {
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                tokio::spawn(async move { connection.await.ok() });
                Ok(client)
            }
            Some(tls) => {
                let (client, connection) = self.config.connect(tls.clone()).await?;
                tokio::spawn(async move { connection.await.ok() });
                Ok(client)
            }
        }
    }

    /// Gives a query up on the server.
    pub(crate) async fn cancel(&self, token: &tokio_postgres::CancelToken) {
        // A query that cannot be given up ends by itself; whoever asked was told.
        let _told = match &self.tls {
            None => token.cancel_query(NoTls).await,
            Some(tls) => token.cancel_query(tls.clone()).await,
        };
    }

    fn place(&self) -> (&[Host], &[u16], Option<&str>) {
        let name = self.config.get_dbname().or_else(|| self.config.get_user());
        (self.config.get_hosts(), self.config.get_ports(), name)
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hosts, ports, name) = self.place();
        write!(f, "postgres://{}@", self.config.get_user().unwrap_or_default())?;
        for (number, host) in hosts.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            let port = ports.get(number).or_else(|| ports.first()).copied().unwrap_or(5432);
            match host {
                Host::Tcp(host) => write!(f, "{comma}{host}:{port}")?,
                #[cfg(unix)]
                Host::Unix(path) => write!(f, "{comma}{}:{port}", path.display())?,
            }
        }
        write!(f, "/{}", name.unwrap_or_default())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the URL says of encryption: tokio-postgres knows fewer words for it than others do.
#[derive(Debug, Default)]
struct Ssl {
    mode: Option<String>,
    root_certificates: Option<String>,
}

fn take_out(url: &str) -> (String, Ssl) {
    let Some((place, query)) = url.split_once('?') else { return (url.to_owned(), Ssl::default()) };
    let mut ssl = Ssl::default();
    let mut others = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some(("sslmode", value)) => ssl.mode = Some(value.to_owned()),
            Some(("sslrootcert", value)) => ssl.root_certificates = Some(value.to_owned()),
            _ => others.push(part),
        }
    }
    let question = if others.is_empty() { "" } else { "?" };
    (format!("{place}{question}{}", others.join("&")), ssl)
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            let address = name.parse::<std::net::IpAddr>();
            name == "localhost" || address.is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// Encryption that checks the server's certificate: against the file that was named, else as browsers do.
fn tls(root_certificates: Option<&str>) -> Result<MakeRustlsConnect, LocationError> {
    let mut roots = RootCertStore::empty();
    match root_certificates {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let wrong =
                |why: String| LocationError::RootCertificates { path: path.to_owned(), why };
            let found = CertificateDer::pem_file_iter(path).map_err(|e| wrong(e.to_string()))?;
            for certificate in found {
                let certificate = certificate.map_err(|e| wrong(e.to_string()))?;
                roots.add(certificate).map_err(|e| wrong(e.to_string()))?;
            }
            if roots.is_empty() {
                return Err(wrong("it holds none".to_owned()));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring speaks every version of TLS that rustls has")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(url: &str) -> Server {
        match url.parse() {
            Ok(Location::Server(server)) => *server,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_path_is_a_file_and_a_url_a_server() {
        assert_eq!("a.db".parse::<Location>().unwrap(), Location::File(PathBuf::from("a.db")));
        for url in ["postgres://u@db/x", "postgresql://u@db:5432/x", "postgres://v:w@db/x"] {
            assert_eq!(server(url).place().2, Some("x"));
        }
        let same = |one: &str, two: &str| {
            one.parse::<Location>().unwrap() == two.parse::<Location>().unwrap()
        };
        assert!(same("postgres://u@db/x", "postgresql://v:w@db/x"));
        assert!(!same("postgres://u@db/x", "postgres://u@db/y"));
        assert!(!same("postgres://u@db/x", "x"));
    }

    #[test]
    fn nothing_that_is_printed_holds_the_password() {
        let url = "postgres://anna:geheim%20woord@db.example:6432/ledger?sslmode=disable";
        let location: Location = url.parse().unwrap();
        for printed in [format!("{location}"), format!("{location:?}"), format!("{location:#?}")] {
            assert!(printed.contains("postgres://anna@db.example:6432/ledger"), "{printed}");
            assert!(!printed.contains("geheim"), "{printed}");
        }
        for wrong in [
            "mysql://anna:geheim@db/x",
            "postgres://anna:geheim@db:port/x",
            "postgres://anna:geheim@db/x?sslmode=prefer",
            "postgres://anna:geheim@db/x?colour=geheim",
            "postgres://anna:geheim@db/x?sslmode=require&sslrootcert=/nowhere.pem",
            "postgres:///x?password=geheim",
        ] {
            let error = wrong.parse::<Location>().unwrap_err();
            assert!(error.to_string().contains("wanted") || error.to_string().contains("nowhere"));
            assert!(!format!("{error} {error:?}").contains("geheim"), "{error}");
        }
    }

    #[test]
    fn towards_another_machine_a_connection_is_encrypted() {
        let check = |url: &str, wanted: bool| {
            assert_eq!(server(url).tls.is_some(), wanted, "{url}");
        };
        check("postgres://u@127.0.0.1/x", false);
        check("postgres://u@localhost/x", false);
        check("postgres://u@%2Frun%2Fpostgresql/x", false);
        check("postgres://u@127.0.0.1/x?sslmode=require", true);
        check("postgres://u@db.example/x", true);
        check("postgres://u@db.example/x?sslmode=verify-full", true);
        check("postgres://u@db.example/x?sslmode=disable&application_name=a", false);
        check("postgres://u@127.0.0.1,db.example/x", true);
    }
}
