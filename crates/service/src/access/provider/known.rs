//! What a provider says of itself: its addresses and its keys, kept for an hour.

use std::sync::Arc;

use jiff::Timestamp;
use openidconnect::core::{CoreClientAuthMethod, CoreJwsSigningAlgorithm, CoreProviderMetadata};
use openidconnect::{AuthType, DiscoveryError, TokenUrl};
use tokio::sync::Mutex;

use super::http::{HttpError, Talk};
use super::{Provider, ProviderError};
use crate::access::later;

/// What a provider says of itself is believed for so long.
const KEPT_SECONDS: i64 = 3600;
/// A key that is not among those known is looked for again no more often than this.
const AGAIN_SECONDS: i64 = 60;
/// A provider that did not answer is left alone for so long.
const ALONE_SECONDS: i64 = 10;
/// With which keys a provider may sign. Neither `none` nor a key that both sides share is among them.
const SIGNATURES: [CoreJwsSigningAlgorithm; 2] =
    [CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, CoreJwsSigningAlgorithm::EcdsaP256Sha256];

/// What a provider says of itself.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) metadata: CoreProviderMetadata,
    /// The signatures that both sides take.
    pub(super) signatures: Vec<CoreJwsSigningAlgorithm>,
    pub(super) auth: AuthType,
    since: Timestamp,
}

/// What is kept of it.
#[derive(Debug, Default)]
pub(super) struct Known(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    told: Option<Arc<Told>>,
    failed: Option<(Timestamp, ProviderError)>,
}

impl Told {
    /// Whether a key that is not here may be there by now.
    pub(super) fn may_be_old(&self, at: Timestamp) -> bool {
        at >= later(self.since, AGAIN_SECONDS)
    }

    fn is_fresh(&self, at: Timestamp) -> bool {
        self.since <= at && at < later(self.since, KEPT_SECONDS)
    }
}

impl Provider {
    /// What the provider says of itself, told no longer than an hour ago.
    pub(super) async fn told(
        &self,
        talk: Talk<'_>,
        at: Timestamp,
    ) -> Result<Arc<Told>, ProviderError> {
        self.told_since(talk, at, |told| told.is_fresh(at)).await
    }

    /// What it says now, unless it said that within the last minute.
    pub(super) async fn told_again(
        &self,
        talk: Talk<'_>,
        at: Timestamp,
    ) -> Result<Arc<Told>, ProviderError> {
        self.told_since(talk, at, |told| !told.may_be_old(at)).await
    }

    async fn told_since(
        &self,
        talk: Talk<'_>,
        at: Timestamp,
        will_do: impl Fn(&Told) -> bool,
    ) -> Result<Arc<Told>, ProviderError> {
        // Held while it is asked: a hundred who sign in at once ask once.
        let mut kept = self.known.0.lock().await;
        if let Some(told) = kept.told.as_ref().filter(|told| will_do(told)) {
            return Ok(Arc::clone(told));
        }
        if let Some((since, error)) = &kept.failed
            && *since <= at
            && at < later(*since, ALONE_SECONDS)
        {
            return Err(error.clone());
        }
        match self.ask(talk, at).await {
            Ok(told) => {
                let told = Arc::new(told);
                *kept = Kept { told: Some(Arc::clone(&told)), failed: None };
                Ok(told)
            }
            Err(error) => {
                kept.failed = Some((at, error.clone()));
                Err(error)
            }
        }
    }

    async fn ask(&self, talk: Talk<'_>, at: Timestamp) -> Result<Told, ProviderError> {
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &talk).await;
        let metadata = asked.map_err(|error| no_discovery(why(error)))?;
        let token = metadata.token_endpoint().map(TokenUrl::url);
        let token = token.ok_or_else(|| no_discovery("it names no token endpoint".to_owned()))?;
        for url in [metadata.authorization_endpoint().url(), token] {
            if !talk.may_ask(url) {
                return Err(no_discovery(format!("it names {url}, which is without TLS")));
            }
        }
        let theirs = metadata.id_token_signing_alg_values_supported();
        let signatures: Vec<_> =
            SIGNATURES.into_iter().filter(|one| theirs.contains(one)).collect();
        if signatures.is_empty() {
            return Err(no_discovery("it signs with neither RS256 nor ES256".to_owned()));
        }
        // Without a word on it, a secret is shown in the header (OpenID Connect Discovery 1.0, 3).
        let auth = match metadata.token_endpoint_auth_methods_supported() {
            Some(methods) if !methods.contains(&CoreClientAuthMethod::ClientSecretBasic) => {
                AuthType::RequestBody
            }
            Some(_) | None => AuthType::BasicAuth,
        };
        Ok(Told { metadata, signatures, auth, since: at })
    }
}

fn no_discovery(why: String) -> ProviderError {
    ProviderError::NoAnswer { what: "the discovery document", why }
}

/// Why there is no document, without anything of what came in its place.
fn why(error: DiscoveryError<HttpError>) -> String {
    match error {
        DiscoveryError::Request(error) => error.to_string(),
        DiscoveryError::Response(status, _, _) => format!("the answer has status {status}"),
        DiscoveryError::Parse(error) => format!("{} is not as it should be", error.path()),
        DiscoveryError::Validation(error) => error,
        DiscoveryError::UrlParse(error) => error.to_string(),
        DiscoveryError::Other(_) | _ => "it could not be asked".to_owned(),
    }
}
