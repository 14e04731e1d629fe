//! Providers as the file names them: who else may say who somebody is.
//!
//! They stand in the file only: a list of tables has no place in the environment, and a secret is better in a file of
//! its own (`client_secret_file`).

use std::fmt;
use std::num::NonZeroU16;
use std::path::PathBuf;

use anyhow::{Context, bail};
use promise::OrganisationId;
use serde::de::{Deserialize, Deserializer, Error};
use service::Service;
use service::access::provider::ProviderSettings;
use service::access::secret::Secret;
use toml::Value;

/// A provider as it is given.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Oidc {
    name: String,
    issuer: String,
    client_id: String,
    client_secret: Option<Hidden>,
    client_secret_file: Option<PathBuf>,
    organisation: Option<String>,
    #[serde(default)]
    second_factor: Vec<String>,
    hours: Option<NonZeroU16>,
}

/// A text that nothing shows.
#[derive(Clone, PartialEq, Eq)]
struct Hidden(String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden")
    }
}

impl<'de> Deserialize<'de> for Hidden {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // By way of any value: the usual error would say what was given.
        let Value::String(text) = Value::deserialize(deserializer)? else {
            return Err(D::Error::custom("wanted a text in quotes"));
        };
        Ok(Self(text))
    }
}

impl Oidc {
    /// What people call it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Looks whether it can be used, as far as the file tells.
    pub(super) fn check(&self) -> anyhow::Result<()> {
        if self.client_secret.is_some() && self.client_secret_file.is_some() {
            bail!(
                "oidc {:?} has client_secret and client_secret_file; wanted one of them",
                self.name
            );
        }
        // The values are sent with blanks between them.
        let is_word = |value: &String| !value.is_empty() && !value.contains(char::is_whitespace);
        if let Some(wrong) = self.second_factor.iter().find(|value| !is_word(value)) {
            bail!(
                "second_factor of oidc {:?} has {wrong:?}; wanted values of acr or amr, without blanks",
                self.name
            );
        }
        Ok(())
    }

    fn secret(&self) -> anyhow::Result<Option<Secret>> {
        if let Some(Hidden(text)) = &self.client_secret {
            return Ok(Some(Secret::new(text.clone())));
        }
        let Some(path) = &self.client_secret_file else { return Ok(None) };
        let text = std::fs::read_to_string(path);
        let text = text.with_context(|| format!("client_secret_file {}", path.display()))?;
        let secret = text.trim();
        if secret.is_empty() {
            bail!("client_secret_file {} is empty; wanted the secret", path.display());
        }
        Ok(Some(Secret::new(secret.to_owned())))
    }

    async fn settled(&self, service: &Service) -> anyhow::Result<ProviderSettings> {
        let organisation = match &self.organisation {
            Some(named) => Some(organisation(service, named).await?),
            None => None,
        };
        Ok(ProviderSettings {
            name: self.name.clone(),
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            client_secret: self.secret()?,
            organisation,
            second_factor: self.second_factor.clone(),
            hours: self.hours,
        })
    }
}

/// The organisation that an id or a name means.
async fn organisation(service: &Service, named: &str) -> anyhow::Result<OrganisationId> {
    let all = service.ledger().organisations().await?;
    if let Ok(id) = named.parse::<OrganisationId>() {
        if all.contains(&id) {
            return Ok(id);
        }
        bail!("organisation is {named}; wanted the id of one in this database");
    }
    let mut found = Vec::new();
    for id in all {
        if service.organisation(id).await?.name.as_str() == named {
            found.push(id);
        }
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => bail!("organisation is {named:?}; wanted the name or id of one in this database"),
        [_, ..] => bail!("organisation is {named:?}, the name of several; wanted the id of one"),
    }
}

/// A service that takes these providers' word.
pub(crate) async fn with_providers(service: Service, given: &[Oidc]) -> anyhow::Result<Service> {
    let mut providers = Vec::new();
    for one in given {
        let settled = one.settled(&service).await;
        providers.push(settled.with_context(|| format!("oidc {:?}", one.name))?);
    }
    service.with_providers(providers).context("oidc")
}
