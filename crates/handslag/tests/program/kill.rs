//! The server is killed again and again while four writers write: what it acknowledged is there, once.
//!
//! A kill spares the page cache, so this shows that the program recovers, not that it waits for the disk.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};

use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::Store;

const ROUNDS: u32 = 200;
const ROUNDS_ON_A_SERVER: u32 = 20;
const WRITERS: usize = 4;
/// The whole ledger is checked after so many rounds.
const CHECK_EVERY: u32 = 20;
/// A server is killed after one to so many acknowledged writes.
const MOST_WRITES: u64 = 24;

/// One who writes: the write that is to be acknowledged next, and everything that was.
#[derive(Debug)]
struct Writer {
    place: usize,
    /// With what it is let in.
    token: String,
    next: u32,
    /// The account of every acknowledged name.
    acknowledged: BTreeMap<String, String>,
    /// Writes that had to be sent again and had been done already.
    replayed: u32,
}

impl Writer {
    /// Writes until the server is gone. What was not acknowledged is sent again, under the same key, in the next round.
    fn write(&mut self, address: &str, told: &Sender<()>) -> io::Result<()> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        let mut answers = BufReader::new(stream.try_clone()?);
        let mut stream = stream;
        loop {
            let name = format!("customer-{}-{}", self.place, self.next);
            let body = json!({ "name": name, "calendar": "office" }).to_string();
            let request = format!(
                "POST /api/v1/accounts HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\n\
                 Idempotency-Key: {name}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                self.token,
                body.len()
            );
            stream.write_all(request.as_bytes())?;
            let (head, body) = answer(&mut answers)?;
            assert!(head.starts_with("http/1.1 201"), "{head}{body}");
            let body: Value = serde_json::from_str(&body).unwrap();
            assert_eq!(body["name"], *name);
            self.replayed += u32::from(head.contains("idempotency-replayed: true"));
            self.acknowledged.insert(name, body["id"].as_str().unwrap().to_owned());
            self.next += 1;
            if told.send(()).is_err() {
                // The server is being killed; the next write will find it gone.
            }
        }
    }
}

/// Reads an answer: its head in small letters, and its body.
fn answer(from: &mut impl BufRead) -> io::Result<(String, String)> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if from.read_line(&mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let head = head.to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.unwrap().parse().unwrap()];
    from.read_exact(&mut body)?;
    Ok((head, String::from_utf8(body).unwrap()))
}

/// A database, and the folder in which the program works.
struct Place {
    folder: TempDir,
    database: String,
}

fn handslag(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
    command.args(["--database", &place.database]).current_dir(place.folder.path());
    command
}

fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A server that is listening, with its address.
fn serve(place: &Place) -> (Child, String) {
    let mut command = handslag(place);
    command.args(["serve", "--listen", "127.0.0.1:0"]).stderr(Stdio::null());
    let mut server = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("http://").unwrap().to_owned();
    (server, address)
}

/// One life of a server, which ends after so many acknowledged writes.
fn live(place: &Place, writers: &mut [Writer], writes: u64) {
    let (mut server, address) = serve(place);
    let (told, heard) = channel();
    std::thread::scope(|scope| {
        for writer in writers {
            let (told, address) = (told.clone(), &address);
            scope.spawn(move || writer.write(address, &told).unwrap_err());
        }
        drop(told);
        let acknowledged = (0..writes).map_while(|_| heard.recv().ok()).count();
        server.kill().unwrap();
        server.wait().unwrap();
        assert_eq!(u64::try_from(acknowledged), Ok(writes), "the server ended by itself");
    });
}

/// Holds the ledger against what was acknowledged.
fn check(place: &Place, writers: &[Writer]) {
    said(handslag(place).args(["rebuild", "--check"]));
    let listed = said(handslag(place).args(["accounts", "list", "--json"]));
    let listed: Vec<Value> = serde_json::from_str(&listed).unwrap();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let by_name: BTreeMap<String, String> =
        listed.iter().map(|row| (text(row, "name"), text(row, "account"))).collect();
    assert_eq!(by_name.len(), listed.len(), "a name is there twice");
    let ids: BTreeSet<&String> = by_name.values().collect();
    assert_eq!(ids.len(), listed.len(), "an account is there twice");
    for (name, id) in writers.iter().flat_map(|writer| &writer.acknowledged) {
        assert_eq!(by_name.get(name), Some(id), "{name} was acknowledged");
    }
    let most = writers.iter().map(|writer| writer.acknowledged.len() + 1).sum::<usize>();
    assert!(listed.len() <= most, "more is there than was sent");
}

#[test]
fn what_was_acknowledged_outlives_two_hundred_kills() {
    outlives(&Store::sqlite(), ROUNDS);
}

/// Here a kill leaves what was begun to the server, which may end it while the next program writes already.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_of_databases_acknowledged_outlives_kills() {
    if let Some(store) = Store::postgres().await {
        outlives(&store, ROUNDS_ON_A_SERVER);
    }
}

#[expect(clippy::print_stdout, reason = "what hangs on the machine is told, and not judged")]
fn outlives(store: &Store, rounds: u32) {
    let place = &Place { folder: TempDir::new().unwrap(), database: store.url() };
    said(handslag(place).args(["found", "Kornoelje", "--admin", "Anna"]));
    let make = ["tokens", "make", "writer", "--scope", "promise", "--json"];
    let made: Value = serde_json::from_str(&said(handslag(place).args(make))).unwrap();
    let token = made["token"].as_str().unwrap();
    let writer = |place| {
        let (token, acknowledged) = (token.to_owned(), BTreeMap::new());
        Writer { place, token, next: 0, acknowledged, replayed: 0 }
    };
    let mut writers: Vec<Writer> = (0..WRITERS).map(writer).collect();
    let mut luck = 20_260_309_u64;
    for round in 1..=rounds {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        live(place, &mut writers, 1 + (luck >> 33) % MOST_WRITES);
        if round % CHECK_EVERY == 0 {
            check(place, &writers);
        }
    }
    said(handslag(place).arg("rebuild"));
    check(place, &writers);
    // How many kills came between a commit and its answer hangs on the machine; whatever they were, none wrote twice.
    let replayed: u32 = writers.iter().map(|writer| writer.replayed).sum();
    println!("{replayed} writes were answered from memory after a kill");
}
