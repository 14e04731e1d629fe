//! Asking a provider: over TLS, without following it elsewhere, within seconds and bounds.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use openidconnect::url::{Host, Url};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::{ClientConfig, RootCertStore};

/// The longest that an answer may take.
const LONGEST: Duration = Duration::from_secs(5);
/// The most bytes of an answer: the largest that is known, Entra's keys, has 20,000.
const MOST_BYTES: usize = 512 * 1024;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HttpError {
    #[error("{0}")]
    Failed(String),
    #[error("the answer has more than {MOST_BYTES} bytes")]
    TooLarge,
    #[error("{0} is not to be asked without TLS")]
    Plain(String),
}

impl From<reqwest::Error> for HttpError {
    fn from(error: reqwest::Error) -> Self {
        // The reason stands in what it was caused by.
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            text = format!("{text}: {inner}");
            cause = inner.source();
        }
        Self::Failed(text)
    }
}

/// What asks.
#[derive(Debug, Clone)]
pub(crate) struct Client(reqwest::Client);

impl Client {
    /// A client that trusts the authorities that browsers trust.
    pub(super) fn new() -> Result<Self, String> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config =
            ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
                .with_safe_default_protocol_versions()
                .map_err(|error| error.to_string())?
                .with_root_certificates(roots)
                .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(config)
            // Whoever is asked answers themselves: a redirect could lead to any machine that this one reaches.
            .redirect(reqwest::redirect::Policy::none())
            // The environment is read in one place, and that is not here.
            .no_proxy()
            .timeout(LONGEST)
            .connect_timeout(LONGEST)
            .build();
        client.map(Self).map_err(|error| error.to_string())
    }
}

/// A client that asks one provider.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Talk<'a> {
    pub(super) client: &'a Client,
    /// Whether this provider is on this machine.
    pub(super) is_here: bool,
}

impl Talk<'_> {
    /// Whether an address of the provider's is one that it may have.
    pub(super) fn may_ask(&self, url: &Url) -> bool {
        url.scheme() == "https" || (self.is_here && is_plain_here(url))
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = reqwest::Request::try_from(request)?;
        if !self.may_ask(request.url()) {
            return Err(HttpError::Plain(request.url().to_string()));
        }
        let mut answer = self.client.0.execute(request).await?;
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await? {
            if body.len() + part.len() > MOST_BYTES {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&part);
        }
        let mut response = HttpResponse::new(body);
        *response.status_mut() = answer.status();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Talk<'_> {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether an address is without TLS, and of this machine, so that nobody can listen or answer in its place.
pub(super) fn is_plain_here(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "http" && is_here
}
