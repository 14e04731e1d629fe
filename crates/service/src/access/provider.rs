//! Providers: who else may say who somebody is, by OpenID Connect, such as a company's own directory.
//!
//! [`http`] asks them · [`known`] keeps what they say of themselves · [`proof`] holds what they say of somebody
//! against their keys · [`flow`] is what a browser keeps on its way there and back. Who is let in by it is in
//! [`identity`](super::identity).
//!
//! # Invariants
//! A provider is one that the configuration names. What it answers is bounded, and asked for over TLS, but for a
//! provider on this machine. The time is an argument.

pub mod flow;
mod http;
mod known;
mod proof;

use std::num::NonZeroU16;
use std::sync::Arc;

use openidconnect::{ClientId, ClientSecret, IssuerUrl};
use promise::OrganisationId;

use crate::access::secret::Secret;

pub(crate) use self::proof::Proven;

/// The most characters of a provider's name.
const NAME_CHARS: usize = 40;

/// A provider as the configuration names it.
#[derive(Debug, Clone)]
pub struct ProviderSettings {
    /// What people call it: it stands on the button.
    pub name: String,
    /// The address that names it, as it says itself.
    pub issuer: String,
    /// As what it knows this program.
    pub client_id: String,
    /// What proves that to it; without one, the proof of the key exchange (PKCE) is all there is.
    pub client_secret: Option<Secret>,
    /// The one organisation whose members may use it; all of them without.
    pub organisation: Option<OrganisationId>,
    /// What it says of a sign-in with a second factor (`acr`, or one of `amr`); one of them has to be in what it says,
    /// and nothing is asked for when there is none.
    pub second_factor: Vec<String>,
    /// For so many hours a sign-in there holds; as long as a session of ours does without.
    pub hours: Option<NonZeroU16>,
}

/// Why a provider cannot be used as it is named.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderSettingsError {
    /// Its name makes no address.
    #[error("name is {0:?}; wanted 1 to {NAME_CHARS} characters with a letter or digit among them")]
    Name(String),
    /// Its name is another's too.
    #[error("name is {0:?}; wanted one that no other provider has")]
    NameTwice(String),
    /// The issuer is no address.
    #[error(
        "issuer is {0:?}; wanted an address that begins with https://, as the provider's discovery document says it \
         (http:// for one on this machine only)"
    )]
    Issuer(String),
    /// The client id is missing.
    #[error("client_id is empty; wanted what the provider calls this program")]
    ClientId,
    /// There is no TLS.
    #[error("no TLS to ask providers with: {0}")]
    Tls(String),
}

/// Why a provider's word cannot be taken. Never what it said in words: that may name a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// It cannot be reached, or answers something else than it should.
    #[error("{what} of the provider cannot be had: {why}")]
    NoAnswer {
        /// What was asked for.
        what: &'static str,
        /// What came in its place.
        why: String,
    },
    /// It does not take the code.
    #[error("the provider does not take the code: {0}")]
    CodeRefused(String),
    /// It does not say that somebody gave a second factor.
    #[error("the provider's token tells no second factor; wanted one of {0} as acr or among amr")]
    NoSecondFactor(String),
    /// What it says of somebody does not hold.
    #[error("the provider's token does not hold: {0}")]
    NotProven(String),
}

/// A provider.
#[derive(Debug)]
pub(crate) struct Provider {
    /// Its name in addresses.
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) issuer: IssuerUrl,
    pub(crate) organisation: Option<OrganisationId>,
    second_factor: Vec<String>,
    hours: Option<NonZeroU16>,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    /// Whether it is on this machine, and may be asked without TLS.
    is_here: bool,
    known: known::Known,
}

impl Provider {
    fn of(settings: ProviderSettings) -> Result<Self, ProviderSettingsError> {
        let name = settings.name.trim().to_owned();
        let slug = slug(&name);
        if slug.is_empty() || name.chars().count() > NAME_CHARS {
            return Err(ProviderSettingsError::Name(name));
        }
        let wrong = || ProviderSettingsError::Issuer(settings.issuer.clone());
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| wrong())?;
        let is_here = http::is_plain_here(issuer.url());
        let is_plain = issuer.url().query().is_none() && issuer.url().fragment().is_none();
        if !is_plain || !(is_here || issuer.url().scheme() == "https") {
            return Err(wrong());
        }
        if settings.client_id.trim().is_empty() {
            return Err(ProviderSettingsError::ClientId);
        }
        Ok(Self {
            slug,
            name,
            issuer,
            organisation: settings.organisation,
            second_factor: settings.second_factor,
            hours: settings.hours,
            client_id: ClientId::new(settings.client_id),
            client_secret: settings
                .client_secret
                .map(|secret| ClientSecret::new(secret.reveal().to_owned())),
            is_here,
            known: known::Known::default(),
        })
    }

    /// Whether members of an organisation may use it.
    pub(crate) fn is_for(&self, organisation: OrganisationId) -> bool {
        self.organisation.is_none_or(|only| only == organisation)
    }
}

/// A name as it stands in addresses: small letters, digits, hyphens.
fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let words: String = name.chars().map(plain).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Every provider, and what they are asked with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Providers {
    all: Arc<Vec<Provider>>,
    client: Option<http::Client>,
}

impl Providers {
    /// Every provider of a configuration.
    pub(crate) fn of(all: Vec<ProviderSettings>) -> Result<Self, ProviderSettingsError> {
        if all.is_empty() {
            return Ok(Self::default());
        }
        let client = http::Client::new().map_err(ProviderSettingsError::Tls)?;
        let mut providers: Vec<Provider> = Vec::new();
        for settings in all {
            let provider = Provider::of(settings)?;
            if providers.iter().any(|other| other.slug == provider.slug) {
                return Err(ProviderSettingsError::NameTwice(provider.name));
            }
            providers.push(provider);
        }
        Ok(Self { all: Arc::new(providers), client: Some(client) })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.all.iter()
    }

    /// The provider that an address names, with what it is asked with.
    pub(crate) fn named(&self, slug: &str) -> Option<(&Provider, http::Talk<'_>)> {
        let provider = self.all.iter().find(|provider| provider.slug == slug)?;
        let client = self.client.as_ref()?;
        Some((provider, http::Talk { client, is_here: provider.is_here }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(name: &str, issuer: &str) -> ProviderSettings {
        ProviderSettings {
            name: name.to_owned(),
            issuer: issuer.to_owned(),
            client_id: "handslag".to_owned(),
            client_secret: Some(Secret::new("very secret".to_owned())),
            organisation: None,
            second_factor: Vec::new(),
            hours: None,
        }
    }

    #[test]
    fn names_make_addresses() {
        for (name, wanted) in
            [("Entra ID", "entra-id"), ("  Google ", "google"), ("Inlogg (Å2)", "inlogg-2")]
        {
            let provider = Provider::of(settings(name, "https://id.example")).unwrap();
            assert_eq!(provider.slug, wanted);
        }
        for name in ["", "  ", "Åäö", &"a".repeat(41)] {
            let refused = Provider::of(settings(name, "https://id.example")).unwrap_err();
            assert!(matches!(refused, ProviderSettingsError::Name(_)), "{name:?}");
        }
        let twice = ["Keycloak", "keycloak"].map(|name| settings(name, "https://id.example"));
        let refused = Providers::of(twice.into()).unwrap_err();
        assert_eq!(refused, ProviderSettingsError::NameTwice("keycloak".to_owned()));
    }

    #[test]
    fn issuers_are_asked_over_tls_but_on_this_machine() {
        for issuer in [
            "https://login.microsoftonline.com/0d1f/v2.0",
            "https://id.example:8443/realms/a",
            "http://localhost:8080/realms/a",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
        ] {
            assert!(Provider::of(settings("a", issuer)).is_ok(), "{issuer}");
        }
        for issuer in [
            "",
            "id.example",
            "http://id.example",
            "http://localhost.example",
            "ftp://localhost",
            "https://id.example?a=b",
            "https://id.example#a",
        ] {
            let refused = Provider::of(settings("a", issuer)).unwrap_err();
            assert!(matches!(refused, ProviderSettingsError::Issuer(_)), "{issuer}");
        }
    }

    #[test]
    fn nothing_shows_the_secret() {
        let settings = settings("Keycloak", "https://id.example");
        let mut shown = format!("{settings:?}");
        shown.push_str(&format!("{:?}", Providers::of(vec![settings]).unwrap()));
        assert!(!shown.contains("very secret"), "{shown}");
    }
}
