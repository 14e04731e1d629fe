//! What asks: connections that stay open, each with one request at a time, and no answer taken on trust.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use memchr::memmem;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::bench::Sample;
use crate::machine::Stopwatch;

/// A request, and what its answer must be.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// Its bytes.
    pub(super) bytes: String,
    /// The status of the answer.
    pub(super) status: u16,
    /// What must stand in the answer.
    pub(super) holds: String,
    /// How often it must stand there.
    pub(super) times: usize,
    /// Of which kind it is: kinds are measured apart.
    pub(super) kind: usize,
}

/// Makes the requests, by their numbers.
pub(super) type Asks = Arc<dyn Fn(u64) -> Asked + Send + Sync>;

/// What was measured.
pub(super) struct Loaded {
    /// How long it took.
    pub(super) seconds: f64,
    /// How long the answers of each kind took.
    pub(super) kinds: Vec<Sample>,
}

/// Asks on so many connections for a time.
pub(super) async fn load(
    address: SocketAddr,
    connections: u64,
    span: Duration,
    asks: &Asks,
) -> anyhow::Result<Loaded> {
    let watch = Stopwatch::start();
    let mut all = JoinSet::new();
    for place in 0..connections {
        let numbers = (place..).step_by(usize::try_from(connections)?);
        all.spawn(ask_for(address, numbers, (watch, span), Arc::clone(asks)));
    }
    let mut took: Vec<Vec<Duration>> = Vec::new();
    while let Some(one) = all.join_next().await {
        for (kind, duration) in one?? {
            took.resize_with(took.len().max(kind + 1), Vec::new);
            took[kind].push(duration);
        }
    }
    let seconds = watch.elapsed().as_secs_f64();
    Ok(Loaded { seconds, kinds: took.into_iter().map(Sample::of).collect() })
}

async fn ask_for(
    address: SocketAddr,
    numbers: impl Iterator<Item = u64>,
    (watch, span): (Stopwatch, Duration),
    asks: Asks,
) -> anyhow::Result<Vec<(usize, Duration)>> {
    let mut connection = Connection::open(address).await?;
    let mut took = Vec::new();
    for number in numbers {
        if watch.elapsed() >= span {
            break;
        }
        let asked = asks(number);
        let one = Stopwatch::start();
        let answer = connection.ask(&asked.bytes).await?;
        took.push((asked.kind, one.elapsed()));
        answer.hold_against(&asked)?;
    }
    Ok(took)
}

/// A connection of HTTP/1.1.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    /// What was read; the last answer as long as no other is asked for.
    read: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    status: u16,
    /// Its body.
    pub(super) body: &'a [u8],
}

impl Connection {
    /// Opens one.
    pub(super) async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        // What is sent is sent at once, as browsers do.
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(256 * 1024) })
    }

    /// Sends a request and reads the whole answer.
    pub(super) async fn ask(&mut self, request: &str) -> anyhow::Result<Answer<'_>> {
        self.stream.write_all(request.as_bytes()).await?;
        self.read.clear();
        let head = loop {
            self.more().await?;
            if let Some(end) = memmem::find(&self.read, b"\r\n\r\n") {
                break end + 4;
            }
        };
        let (status, length) = read_head(&self.read[..head])?;
        while self.read.len() < head + length {
            self.more().await?;
        }
        ensure!(self.read.len() == head + length, "an answer is longer than it says");
        Ok(Answer { status, body: &self.read[head..] })
    }

    async fn more(&mut self) -> anyhow::Result<()> {
        let read = self.stream.read_buf(&mut self.read).await?;
        ensure!(read > 0, "the server closed the connection in the midst of an answer");
        Ok(())
    }
}

/// The status, and how long the body is.
fn read_head(head: &[u8]) -> anyhow::Result<(u16, usize)> {
    let head = std::str::from_utf8(head)?;
    let mut lines = head.split("\r\n");
    let first = lines.next().unwrap_or_default();
    let status = first.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    let status = status.with_context(|| format!("{first:?} begins no answer"))?;
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse())
    });
    Ok((status, length.context("an answer does not say how long it is")??))
}

impl Answer<'_> {
    /// Refuses whatever is not the answer that was wanted.
    pub(super) fn hold_against(&self, asked: &Asked) -> anyhow::Result<()> {
        let found = memmem::find_iter(self.body, &asked.holds).count();
        if self.status == asked.status && found == asked.times {
            return Ok(());
        }
        let first = asked.bytes.lines().next().unwrap_or_default();
        let body = String::from_utf8_lossy(&self.body[..self.body.len().min(2000)]);
        bail!(
            "{first} was answered {} with {found} times {:?}; wanted {} with {}: {body}",
            self.status,
            asked.holds,
            asked.status,
            asked.times
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_tells_status_and_length() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n";
        assert_eq!(read_head(head).unwrap(), (200, 12));
        for head in ["HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 x\r\n", "", "HTTP/1.0 200 OK\r\n"] {
            assert!(read_head(head.as_bytes()).is_err(), "{head:?}");
        }
    }

    #[test]
    fn an_answer_passes_only_with_its_status_and_its_rows() {
        let check = |status: u16, body: &str, wanted: bool| {
            let asked = Asked {
                bytes: "GET / HTTP/1.1\r\n\r\n".to_owned(),
                status: 200,
                holds: "<tr>".to_owned(),
                times: 2,
                kind: 0,
            };
            let answer = Answer { status, body: body.as_bytes() };
            assert_eq!(answer.hold_against(&asked).is_ok(), wanted, "{status} {body}");
        };
        check(200, "<tr>a<tr>b", true);
        check(200, "<tr>a", false);
        check(200, "<tr>a<tr>b<tr>c", false);
        check(500, "<tr>a<tr>b", false);
        check(200, "", false);
    }
}
