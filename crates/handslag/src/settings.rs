//! Configuration: one TOML file, environment variables of the same names, working defaults for everything.
//!
//! What is named on the command line wins over the environment, which wins over the file. [`mod@table`] says what each
//! setting means; the reference is made of it.

mod oidc;
mod table;

use std::fmt;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use ledger::Location;
use serde::Deserialize;
use toml::{Table, Value};
use web::site::{Network, PublicUrl, Site};

pub(crate) use self::oidc::{Oidc, with_providers};
pub(crate) use self::table::{SETTINGS, document};
use self::table::{Setting, Takes};

/// The file that is read when no other is named, if it is there.
pub(crate) const USUAL_FILE: &str = "handslag.toml";
/// The database when none is named.
const USUAL_DATABASE: &str = "handslag.db";
/// The keys of a database that is no file.
const USUAL_KEY_FILE: &str = "handslag.key";
/// Where the server listens when nothing else is said.
const USUAL_LISTEN: &str = "127.0.0.1:4600";

/// Where things are and how the program runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Where the database is.
    pub(crate) database: Location,
    /// Where is read while it does not answer.
    pub(crate) database_read: Option<Location>,
    /// The keys beside it.
    pub(crate) key_file: PathBuf,
    /// Where the server listens.
    pub(crate) listen: SocketAddr,
    /// The address that people use.
    pub(crate) public_url: Option<PublicUrl>,
    /// Whose word on a visitor's address counts.
    pub(crate) trusted_proxies: Vec<Network>,
    /// The certificate with which the program speaks TLS itself.
    pub(crate) tls: Option<Tls>,
    /// Where figures are served.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// How the log is written.
    pub(crate) log_format: LogFormat,
    /// From which level on.
    pub(crate) log_level: LogLevel,
    /// Who else may say who somebody is.
    pub(crate) oidc: Vec<Oidc>,
    /// How many threads simulate.
    pub(crate) threads: NonZeroU32,
    /// How many connections may be open.
    pub(crate) connections: NonZeroU32,
    /// The longest that a request may take.
    pub(crate) request_limit: Duration,
    /// How long the program goes on taking requests once it is asked to stop.
    pub(crate) drain: Duration,
    /// How long requests may go on after that.
    pub(crate) stop_limit: Duration,
}

/// A certificate and its key, as PEM files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tls {
    /// The certificate and those it rests on.
    pub(crate) certificate: PathBuf,
    /// Its private key.
    pub(crate) key: PathBuf,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// From which level on it is logged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogLevel {
    /// What failed.
    Error,
    /// And what may fail soon.
    Warn,
    /// And every request.
    #[default]
    Info,
    /// And more than anybody wants to know.
    Debug,
    /// And even more.
    Trace,
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        })
    }
}

/// What may stand in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    database: Option<String>,
    database_read: Option<String>,
    key_file: Option<PathBuf>,
    listen: Option<String>,
    public_url: Option<String>,
    trusted_proxies: Option<Vec<String>>,
    tls_certificate: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    metrics_listen: Option<String>,
    log_format: Option<LogFormat>,
    log_level: Option<LogLevel>,
    oidc: Option<Vec<Oidc>>,
    threads: Option<NonZeroU32>,
    connections: Option<NonZeroU32>,
    request_seconds: Option<NonZeroU32>,
    drain_seconds: Option<u32>,
    stop_seconds: Option<u32>,
}

/// Settings as they are given in one place: the command line, the environment, a file.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Given(Table);

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names only: secrets may be among the values.
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Given {
    /// A database named on the command line.
    pub(crate) fn database(named: Option<&str>) -> Self {
        Self::default().with("database", named.map(str::to_owned))
    }

    /// An address named on the command line.
    #[must_use]
    pub(crate) fn listening(self, listen: Option<&str>) -> Self {
        self.with("listen", listen.map(str::to_owned))
    }

    fn with(mut self, name: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), Value::String(value));
        }
        self
    }

    /// Takes one that comes first; this one where that says nothing.
    fn under(mut self, first: Self) -> Self {
        self.0.extend(first.0);
        self
    }

    /// What the environment says: `HANDSLAG_DATABASE`, `HANDSLAG_KEY_FILE` and so on.
    fn of_environment(variable: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut given = Table::new();
        for setting in SETTINGS.iter().filter(|one| one.takes != Takes::Tables) {
            let Some(text) = variable(&setting.variable()) else { continue };
            given.insert(setting.name.to_owned(), value_of(setting, &text)?);
            given.clone().try_into::<Shape>().map_err(|error| {
                let why = error.message().to_owned();
                anyhow::anyhow!("{} is {text:?}: {why}", setting.variable())
            })?;
        }
        Ok(Self(given))
    }
}

/// What a variable of the environment says.
fn value_of(setting: &Setting, text: &str) -> anyhow::Result<Value> {
    Ok(match setting.takes {
        Takes::Text => Value::String(text.to_owned()),
        Takes::Number => Value::Integer(text.parse().map_err(|_| {
            anyhow::anyhow!("{} is {text:?}; wanted a whole number from 1 on", setting.variable())
        })?),
        Takes::List => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Value::Array(items.map(|item| Value::String(item.to_owned())).collect())
        }
        Takes::Tables => bail!("{} stands in the file only", setting.name),
    })
}

impl Settings {
    /// Reads the file and the environment under what was named on the command line.
    pub(crate) fn read(
        file: Option<&Path>,
        named: Given,
        variable: impl Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Self> {
        let environment = Given::of_environment(&variable)?;
        let file =
            file.map(Path::to_path_buf).or_else(|| variable("HANDSLAG_CONFIG").map(PathBuf::from));
        let text = match &file {
            Some(path) => {
                let read = std::fs::read_to_string(path);
                read.with_context(|| format!("the configuration {}", path.display()))?
            }
            None => std::fs::read_to_string(USUAL_FILE).unwrap_or_default(),
        };
        let name = file.unwrap_or_else(|| PathBuf::from(USUAL_FILE));
        let unreadable = || format!("the configuration {} cannot be read", name.display());
        // Once for its shape, so that what is wrong is told with its line.
        let told = |error: toml::de::Error| anyhow::anyhow!("{}", told(&error, &text));
        toml::from_str::<Shape>(&text).map_err(told).with_context(unreadable)?;
        let in_file = Given(toml::from_str(&text).map_err(told).with_context(unreadable)?);
        let Given(all) = in_file.under(environment).under(named);
        Self::of(all.try_into()?)
    }

    fn of(given: Shape) -> anyhow::Result<Self> {
        let database = given.database.unwrap_or_else(|| USUAL_DATABASE.to_owned());
        let database: Location = database.parse().context("database")?;
        let database_read: Option<Location> =
            given.database_read.map(|text| text.parse()).transpose().context("database_read")?;
        if database_read.as_ref().is_some_and(|reading| reading.server().is_none())
            || (database_read.is_some() && database.server().is_none())
        {
            bail!(
                "database_read is for a PostgreSQL server that follows another; wanted postgres:// in both"
            );
        }
        let key_file = given.key_file.unwrap_or_else(|| match &database {
            Location::File(path) => {
                let mut name = path.clone().into_os_string();
                name.push(".key");
                PathBuf::from(name)
            }
            Location::Server(_) => PathBuf::from(USUAL_KEY_FILE),
        });
        let listen = address("listen", given.listen.as_deref().unwrap_or(USUAL_LISTEN))?;
        let metrics_listen =
            given.metrics_listen.as_deref().map(|text| address("metrics_listen", text));
        let metrics_listen = metrics_listen.transpose()?;
        if metrics_listen.is_some_and(|metrics| metrics == listen && listen.port() != 0) {
            bail!("metrics_listen is {listen}, as listen is; wanted another port");
        }
        let public_url: Option<PublicUrl> =
            given.public_url.map(|text| text.parse()).transpose().context("public_url")?;
        let tls = match (given.tls_certificate, given.tls_key) {
            (Some(certificate), Some(key)) => Some(Tls { certificate, key }),
            (None, None) => None,
            (Some(_), None) => bail!("tls_certificate is given without tls_key; wanted both"),
            (None, Some(_)) => bail!("tls_key is given without tls_certificate; wanted both"),
        };
        if let Some(url) = public_url.as_ref().filter(|url| tls.is_some() && !url.is_https()) {
            bail!("public_url is {url} though tls_certificate is given; wanted https");
        }
        let networks = given.trusted_proxies.unwrap_or_default();
        let trusted_proxies = networks.iter().map(|text| text.parse()).collect::<Result<_, _>>();
        let trusted_proxies = trusted_proxies.context("trusted_proxies")?;
        let oidc = given.oidc.unwrap_or_default();
        oidc.iter().try_for_each(Oidc::check)?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let cores = u32::try_from(cores).ok().and_then(NonZeroU32::new);
        let seconds = |seconds: u32| Duration::from_secs(seconds.into());
        Ok(Self {
            database,
            database_read,
            key_file,
            listen,
            public_url,
            trusted_proxies,
            tls,
            metrics_listen,
            log_format: given.log_format.unwrap_or_default(),
            log_level: given.log_level.unwrap_or_default(),
            oidc,
            threads: given.threads.or(cores).unwrap_or(NonZeroU32::MIN),
            connections: given.connections.or(NonZeroU32::new(1024)).unwrap_or(NonZeroU32::MIN),
            request_limit: seconds(given.request_seconds.map_or(60, NonZeroU32::get)),
            drain: seconds(given.drain_seconds.unwrap_or(0)),
            stop_limit: seconds(given.stop_seconds.unwrap_or(30)),
        })
    }

    /// How the pages are reached.
    pub(crate) fn site(&self) -> Site {
        Site::new(self.public_url.clone(), self.tls.is_some(), self.trusted_proxies.clone())
    }

    /// What is in force, setting by setting; `-` where nothing is.
    pub(crate) fn in_force(&self) -> Vec<(&'static str, String)> {
        let some = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let path = |path: &Path| path.display().to_string();
        let proxies: Vec<String> = self.trusted_proxies.iter().map(ToString::to_string).collect();
        let providers: Vec<&str> = self.oidc.iter().map(Oidc::name).collect();
        let value = |name: &str| match name {
            "database" => self.database.to_string(),
            "database_read" => some(self.database_read.as_ref().map(ToString::to_string)),
            "key_file" => path(&self.key_file),
            "listen" => self.listen.to_string(),
            "public_url" => some(self.public_url.as_ref().map(ToString::to_string)),
            "trusted_proxies" => some(Some(proxies.join(", ")).filter(|text| !text.is_empty())),
            "tls_certificate" => some(self.tls.as_ref().map(|tls| path(&tls.certificate))),
            "tls_key" => some(self.tls.as_ref().map(|tls| path(&tls.key))),
            "metrics_listen" => some(self.metrics_listen.map(|listen| listen.to_string())),
            "log_format" => self.log_format.to_string(),
            "log_level" => self.log_level.to_string(),
            "oidc" => some(Some(providers.join(", ")).filter(|text| !text.is_empty())),
            "threads" => self.threads.to_string(),
            "connections" => self.connections.to_string(),
            "request_seconds" => self.request_limit.as_secs().to_string(),
            "drain_seconds" => self.drain.as_secs().to_string(),
            "stop_seconds" => self.stop_limit.as_secs().to_string(),
            other => unreachable!("the setting {other} is in the table and has no value"),
        };
        SETTINGS.iter().map(|setting| (setting.name, value(setting.name))).collect()
    }
}

/// What is wrong in a file, by its line and without the line itself: a secret may stand there.
fn told(error: &toml::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}: {}", before.matches('\n').count() + 1, error.message())
}

fn address(name: &str, text: &str) -> anyhow::Result<SocketAddr> {
    text.parse().map_err(|_| {
        anyhow::anyhow!("{name} is {text:?}; wanted an address with a port such as {USUAL_LISTEN}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn everything_has_a_working_default() {
        let settings = Settings::of(Shape::default()).unwrap();
        assert_eq!(settings.database, Location::File("handslag.db".into()));
        assert_eq!(settings.key_file, PathBuf::from("handslag.db.key"));
        assert_eq!(settings.listen.to_string(), "127.0.0.1:4600");
        assert_eq!((settings.metrics_listen, &settings.tls), (None, &None));
        // What the reference says of defaults is what holds.
        for ((name, value), setting) in settings.in_force().iter().zip(SETTINGS) {
            let is_told = setting.usual.starts_with("none") || setting.usual.contains(' ');
            assert!(is_told || setting.usual == value, "{name}: {value}");
        }
    }

    #[test]
    fn a_server_has_its_keys_in_a_file_here_and_its_password_is_not_shown() {
        let url = "postgres://anna:geheim@db.example/ledger";
        let settings = Settings::read(None, Given::database(Some(url)), nothing).unwrap();
        assert_eq!(settings.key_file, PathBuf::from("handslag.key"));
        let shown = format!("{settings:?} {:?}", settings.in_force());
        assert!(shown.contains("postgres://anna@db.example:5432/ledger"), "{shown}");
        assert!(!shown.contains("geheim"), "{shown}");
    }

    #[test]
    fn the_command_line_wins_over_environment_and_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        std::fs::write(&file, "database = \"file.db\"\nlisten = \"127.0.0.1:1\"\nthreads = 3\n")
            .unwrap();
        let variable = |name: &str| (name == "HANDSLAG_LISTEN").then(|| "127.0.0.1:2".to_owned());
        let read = |named| Settings::read(Some(&file), named, variable).unwrap();
        let settings = read(Given::default());
        assert_eq!((settings.listen.port(), settings.threads.get()), (2, 3));
        assert_eq!(settings.database, Location::File("file.db".into()));
        let named = Given::database(Some("named.db")).listening(Some("127.0.0.1:3"));
        let settings = read(named);
        assert_eq!(
            (settings.listen.port(), settings.database),
            (3, Location::File("named.db".into()))
        );
    }

    #[test]
    fn every_setting_is_taken_from_file_and_environment_alike() {
        let examples = [
            ("database", "\"postgres://a@127.0.0.1/x\""),
            ("database_read", "\"postgres://a@127.0.0.1:1/x\""),
            ("key_file", "\"a.key\""),
            ("listen", "\"127.0.0.1:81\""),
            ("public_url", "\"https://a.example\""),
            ("trusted_proxies", "[\"10.0.0.0/8\", \"::1/128\"]"),
            ("tls_certificate", "\"a.pem\""),
            ("tls_key", "\"k.pem\""),
            ("metrics_listen", "\"127.0.0.1:82\""),
            ("log_format", "\"json\""),
            ("log_level", "\"warn\""),
            ("threads", "3"),
            ("connections", "4"),
            ("request_seconds", "5"),
            ("drain_seconds", "7"),
            ("stop_seconds", "6"),
        ];
        // Tables stand in the file only.
        let settings = SETTINGS.iter().filter(|setting| setting.takes != Takes::Tables);
        assert!(settings.map(|setting| setting.name).eq(examples.map(|(name, _)| name)));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        let text: String = examples.map(|(name, value)| format!("{name} = {value}\n")).concat();
        std::fs::write(&file, text).unwrap();
        let from_file = Settings::read(Some(&file), Given::default(), nothing).unwrap();
        std::fs::write(&file, "").unwrap();
        let variable = |name: &str| {
            let (_, value) = examples.iter().find(|(of, _)| {
                name.strip_prefix("HANDSLAG_").is_some_and(|name| name.to_lowercase() == *of)
            })?;
            Some(value.replace(['"', '[', ']'], ""))
        };
        let from_environment = Settings::read(Some(&file), Given::default(), variable).unwrap();
        assert_eq!(from_file, from_environment);
        let told = from_file.in_force();
        assert!(told.iter().all(|(name, value)| value != "-" || *name == "oidc"), "{told:?}");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        let check = |text: &str, wanted: &str| {
            std::fs::write(&file, text).unwrap();
            let error = Settings::read(Some(&file), Given::default(), nothing).unwrap_err();
            let told = format!("{error:#}");
            assert!(told.contains(wanted), "{text:?} gave {told}");
        };
        check("databse = \"a\"", "unknown field `databse`");
        check("threads = 0", "nonzero");
        check("listen = \"4600\"", "wanted an address with a port");
        check("metrics_listen = \"x\"", "metrics_listen is \"x\"");
        check("metrics_listen = \"127.0.0.1:4600\"", "wanted another port");
        check("database = \"mysql://db/x\"", "wanted the path of a file, or postgres://");
        check("database = \"postgres://db/x\"", "it names no user");
        check("database = \"postgres://a@db/x?sslmode=maybe\"", "wanted disable, require");
        check("database_read = \"postgres://a@db/x\"", "wanted postgres:// in both");
        check("listen", "cannot be read");
        check("public_url = \"promises.example.com\"", "wanted a scheme and a name");
        check("trusted_proxies = [\"10.0.0.0/33\"]", "wanted an address and how many");
        check("trusted_proxies = \"10.0.0.0/8\"", "expected a sequence");
        check("tls_certificate = \"a.pem\"", "without tls_key");
        check("tls_key = \"a.pem\"", "without tls_certificate");
        check(
            "tls_certificate = \"a\"\ntls_key = \"b\"\npublic_url = \"http://a\"",
            "wanted https",
        );
        check("log_format = \"xml\"", "unknown variant `xml`");
        check("log_level = \"loud\"", "unknown variant `loud`");
        check("request_seconds = 0", "nonzero");
        let oidc =
            "[[oidc]]\nname = \"Entra ID\"\nissuer = \"https://id.example\"\nclient_id = \"a\"\n";
        check(&format!("{oidc}secret = \"hush\""), "line 5: unknown field `secret`");
        check("[[oidc]]\nname = \"Entra ID\"", "missing field `issuer`");
        check("[oidc]\nname = \"Entra ID\"", "expected a sequence");
        let both = format!("{oidc}client_secret = \"hush\"\nclient_secret_file = \"a\"");
        check(&both, "wanted one of them");
        check(&format!("{oidc}hours = 0"), "nonzero");
        check(&format!("{oidc}second_factor = [\"a b\"]"), "without blanks");
        let variable = |name: &str| (name == "HANDSLAG_THREADS").then(|| "two".to_owned());
        let error = Settings::read(None, Given::default(), variable).unwrap_err();
        assert!(error.to_string().contains("HANDSLAG_THREADS is \"two\""), "{error}");
        let variable = |name: &str| (name == "HANDSLAG_LOG_LEVEL").then(|| "loud".to_owned());
        let error = Settings::read(None, Given::default(), variable).unwrap_err();
        assert!(error.to_string().contains("HANDSLAG_LOG_LEVEL is \"loud\""), "{error}");
    }

    #[test]
    fn no_secret_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        let oidc =
            "[[oidc]]\nname = \"Entra ID\"\nissuer = \"https://id.example\"\nclient_id = \"a\"\n";
        std::fs::write(&file, format!("{oidc}client_secret = \"hush\"\n")).unwrap();
        let settings = Settings::read(Some(&file), Given::default(), nothing).unwrap();
        let mut shown = format!("{settings:?} {:?}", settings.in_force());
        assert!(shown.contains("Entra ID"), "{shown}");
        let given = Given(toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap());
        shown.push_str(&format!("{given:?}"));
        // Neither by what is wrong with it.
        for wrong in
            ["client_secret = \"hush", "client_secret = hush", "client_secret = [\"hush\"]"]
        {
            std::fs::write(&file, format!("{oidc}{wrong}\n")).unwrap();
            let error = Settings::read(Some(&file), Given::default(), nothing).unwrap_err();
            shown.push_str(&format!("{error:?} {error:#}"));
            assert!(format!("{error:#}").contains("line "), "{error:#}");
        }
        assert!(!shown.contains("hush"), "{shown}");
    }

    #[test]
    fn the_reference_is_made_of_the_table() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/configuration.md");
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let wanted =
            "docs/reference/configuration.md is out of date; `cargo xtask docs` writes it anew";
        assert!(kept == document(), "{wanted}");
    }
}
