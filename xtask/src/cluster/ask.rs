//! One HTTP request over one connection: enough for Patroni's interface and for pages that are asked in the test.
//!
//! No redirects, no compression, no TLS.

use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A request.
#[derive(Debug, Clone, Default)]
pub(super) struct Request<'a> {
    /// `198.18.77.1:8008`
    pub(super) address: &'a str,
    pub(super) path: &'a str,
    /// Header lines, each without its end.
    pub(super) headers: &'a [String],
    /// With a body it is sent by POST.
    pub(super) body: Option<&'a str>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: String,
    pub(super) body: String,
}

/// Asks, and waits no longer than this for the whole answer.
pub(super) async fn ask(request: &Request<'_>, within: Duration) -> anyhow::Result<Answer> {
    let asked = timeout(within, exchange(request)).await;
    asked
        .ok()
        .unwrap_or_else(|| Err(anyhow::anyhow!("no answer within {within:?}")))
        .with_context(|| format!("{}{}", request.address, request.path))
}

async fn exchange(request: &Request<'_>) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect(request.address).await?;
    stream.write_all(written(request).as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    read(&String::from_utf8_lossy(&answer))
}

fn written(request: &Request<'_>) -> String {
    let method = if request.body.is_some() { "POST" } else { "GET" };
    let mut head = format!("{method} {} HTTP/1.1\r\nHost: {}\r\n", request.path, request.address);
    head.push_str("Connection: close\r\n");
    for header in request.headers {
        head.push_str(header);
        head.push_str("\r\n");
    }
    if let Some(body) = request.body {
        head.push_str(&format!(
            "Content-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        ));
    }
    format!("{head}\r\n{}", request.body.unwrap_or_default())
}

fn read(answer: &str) -> anyhow::Result<Answer> {
    let (head, body) =
        answer.split_once("\r\n\r\n").context("the answer has no end of its head")?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.with_context(|| format!("the answer begins with {head:.40?}"))?;
    let headers = head.to_lowercase();
    let body = if headers.contains("transfer-encoding: chunked") {
        whole(body)?
    } else {
        let length = headers.lines().find_map(|line| line.strip_prefix("content-length: "));
        let is_whole = length.is_none_or(|length| length.parse() == Ok(body.len()));
        ensure!(is_whole, "{} bytes of an answer of {length:?}", body.len());
        body.to_owned()
    };
    Ok(Answer { status, headers, body })
}

/// A body that was sent in pieces, each after its length.
fn whole(mut pieces: &str) -> anyhow::Result<String> {
    let mut body = String::new();
    loop {
        let (length, rest) = pieces.split_once("\r\n").context("a piece has no length")?;
        let length = usize::from_str_radix(length.trim(), 16).context("the length of a piece")?;
        if length == 0 {
            return Ok(body);
        }
        body.push_str(rest.get(..length).context("a piece is cut off")?);
        pieces = rest.get(length + 2..).context("a piece has no end")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_with_a_body_is_a_post() {
        let headers = ["Idempotency-Key: a".to_owned()];
        let request = Request { address: "h:1", path: "/x", headers: &headers, body: Some("{}") };
        let text = written(&request);
        assert!(text.starts_with("POST /x HTTP/1.1\r\nHost: h:1\r\n"), "{text}");
        assert!(text.contains("\r\nIdempotency-Key: a\r\n"), "{text}");
        assert!(text.ends_with("Content-Length: 2\r\n\r\n{}"), "{text}");
        assert!(written(&Request { body: None, ..request }).starts_with("GET /x "));
    }

    #[test]
    fn an_answer_that_is_cut_off_is_none() {
        let answer = read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (200, "ok"));
        assert!(read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok").is_err());
        assert!(read("HTTP/1.1 200 OK\r\nContent-Le").is_err());
        assert!(read("nonsense\r\n\r\n").is_err());
    }

    #[test]
    fn pieces_are_put_together() {
        let head = "HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n";
        let answer = read(&format!("{head}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")).unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (503, "abcde"));
        assert!(read(&format!("{head}3\r\nab")).is_err());
    }
}
