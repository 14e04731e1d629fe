//! The running server: how it stops, what it logs, whom it lets in, by which certificate.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use serde_json::Value;
use tempfile::TempDir;

/// A server with its folder.
struct Server {
    folder: TempDir,
    child: Child,
    address: String,
    /// What it prints after its address.
    says: Lines<BufReader<ChildStdout>>,
    log: Lines<BufReader<ChildStderr>>,
}

impl Server {
    fn with(settings: &[(&str, &str)]) -> Self {
        Self::within(TempDir::new().unwrap(), settings)
    }

    fn within(folder: TempDir, settings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).current_dir(folder.path());
        command.env("HANDSLAG_LOG_FORMAT", "json");
        for (name, value) in settings {
            command.env(format!("HANDSLAG_{name}"), value);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut says = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = says.next().unwrap().unwrap();
        let (_, address) = address.split_once("://").unwrap();
        let log = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { folder, child, address: address.to_owned(), says, log }
    }

    /// Sends a signal by its name.
    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).unwrap()
    }

    /// Asks on a connection of its own; returns the whole answer.
    fn get(&self, path: &str, headers: &str) -> String {
        get(&self.address, path, headers)
    }

    /// The next line of the log with this message.
    fn logged(&mut self, message: &str) -> Value {
        let lines = self.log.by_ref().map(|line| serde_json::from_str(&line.unwrap()).unwrap());
        let mut found = lines.filter(|line: &Value| line["message"] == message);
        found.next().unwrap_or_else(|| panic!("{message:?} was not logged"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn get(address: &str, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_server_that_is_asked_to_stop_says_so_and_answers_who_is_there() {
    for signal in ["TERM", "INT"] {
        let mut server = Server::with(&[("DRAIN_SECONDS", "600")]);
        assert!(server.get("/readyz", "").ends_with("\r\n\r\nok\n"));
        // Somebody whose request has come in half: the server asks for the rest, so it is at work on it.
        let mut half = server.connect();
        let body = "login=anna&password=wrong-password";
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        half.write_all(head.as_bytes()).unwrap();
        let mut answers = BufReader::new(half.try_clone().unwrap()).lines().map(Result::unwrap);
        assert_eq!(answers.next().unwrap(), "HTTP/1.1 100 Continue");

        server.signal(signal);
        server.logged("stopping");
        let ready = server.get("/readyz", "");
        assert!(
            ready.starts_with("HTTP/1.1 503") && ready.ends_with("\r\n\r\nstopping\n"),
            "{ready}"
        );
        assert!(server.get("/healthz", "").starts_with("HTTP/1.1 200"));
        // Asked again, it waits no longer for others to notice, but still for who is there.
        server.signal(signal);
        half.write_all(body.as_bytes()).unwrap();
        let status = answers.by_ref().find(|line| line.starts_with("HTTP/1.1")).unwrap();
        assert!(!status.contains(" 5"), "{status}");
        assert!(server.child.wait().unwrap().success());
        assert!(TcpStream::connect(&server.address).is_err(), "nobody listens any more");
        // The database was closed in order: nothing is left beside it.
        let left: Vec<_> = std::fs::read_dir(server.folder.path()).unwrap().collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }
}

#[test]
fn the_log_has_the_number_and_the_template_of_a_request_and_no_secret() {
    let mut server = Server::with(&[]);
    let answer = server.get("/c/very-secret?also=secret", "X-Request-Id: trace-12345\r\n");
    assert!(answer.contains("x-request-id: trace-12345\r\n"), "{answer}");
    let line = server.logged("answered");
    assert_eq!((&line["request"], &line["route"]), (&"trace-12345".into(), &"/c/{token}".into()));
    assert_eq!(line["method"], "GET");
    assert!(!line.to_string().contains("secret"), "{line}");
    let answer = server.get("/nowhere", "X-Request-Id: a\"},{\"x\r\n");
    let line = server.logged("answered");
    let id = line["request"].as_str().unwrap();
    assert!(answer.contains(&format!("x-request-id: {id}\r\n")) && !id.contains('"'), "{answer}");
}

#[test]
fn figures_are_served_on_their_own_address_only() {
    let mut server = Server::with(&[("METRICS_LISTEN", "127.0.0.1:0")]);
    server.get("/healthz", "");
    assert!(server.get("/metrics", "").starts_with("HTTP/1.1 404"));
    let told = server.says.by_ref().map(Result::unwrap).find(|line| line.starts_with("Figures"));
    let told = told.unwrap();
    let (_, figures) = told.split_once("http://").unwrap();
    let (figures, path) = figures.split_at(figures.find('/').unwrap());
    let text = get(figures, path, "");
    assert!(text.contains("content-type: application/openmetrics-text"), "{text}");
    for wanted in [
        "handslag_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"2xx\"} 1\n",
        "handslag_process_resident_memory_bytes ",
        "handslag_http_connections ",
        "# EOF\n",
    ] {
        assert!(text.contains(wanted), "no {wanted} in {text}");
    }
    assert!(get(figures, "/readyz", "").starts_with("HTTP/1.1 200"));
    assert!(get(figures, "/", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn one_connection_too_many_is_closed_and_the_others_are_served() {
    let mut server = Server::with(&[("CONNECTIONS", "2")]);
    let mut there = [server.connect(), server.connect()];
    // Once it is answered a connection has its place; one that is only open may get it after the third.
    for stream in &mut there {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        assert_eq!(&status, b"HTTP/1.1 200");
    }
    let mut refused = server.connect();
    let mut bytes = Vec::new();
    assert!(matches!(refused.read_to_end(&mut bytes), Ok(0) | Err(_)), "{bytes:?}");
    server.logged("a connection was closed: as many are open as may be");
    for mut stream in there {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        assert!(rest.contains("HTTP/1.1 200"), "{rest}");
    }
}

fn certificate(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/certificate").join(name)
}

/// Asks by TLS and trusts this certificate alone.
fn get_by_tls(address: &str, trusted: &str, path: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate(trusted)).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let client = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(client, TcpStream::connect(address)?);
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn a_certificate_is_renewed_without_a_new_start() {
    let folder = TempDir::new().unwrap();
    let bring = |name: &str| {
        std::fs::copy(certificate(&format!("{name}.pem")), folder.path().join("c.pem")).unwrap();
        std::fs::copy(certificate(&format!("{name}.key.pem")), folder.path().join("k.pem"))
            .unwrap();
    };
    bring("first");
    let place = folder.path().to_owned();
    let settings = [("TLS_CERTIFICATE", "c.pem"), ("TLS_KEY", "k.pem")];
    let mut server = Server::within(folder, &settings);
    let answer = get_by_tls(&server.address, "first.pem", "/healthz").unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("strict-transport-security: max-age="), "{answer}");
    assert!(get_by_tls(&server.address, "second.pem", "/healthz").is_err(), "another's");

    // Half a renewal is none: the former certificate stays.
    std::fs::copy(certificate("second.pem"), place.join("c.pem")).unwrap();
    server.signal("HUP");
    server.logged("the certificate was not renewed: the former one stays");
    assert!(get_by_tls(&server.address, "first.pem", "/healthz").is_ok());
    std::fs::copy(certificate("second.key.pem"), place.join("k.pem")).unwrap();
    server.signal("HUP");
    server.logged("the certificate was read again");
    assert!(get_by_tls(&server.address, "second.pem", "/healthz").is_ok());
    assert!(get_by_tls(&server.address, "first.pem", "/healthz").is_err(), "the former one");
}
