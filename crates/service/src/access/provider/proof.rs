//! Who somebody is by a provider's word: the code they bring is changed for a token, which is held against its keys.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use ledger::access::identity::Identity;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier,
    CoreRequestTokenError,
};
use openidconnect::{
    AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, CsrfToken, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, TokenResponse,
};

use super::flow::Ticket;
use super::http::{HttpError, Talk};
use super::known::Told;
use super::{Provider, ProviderError};

/// How far the provider's clock may be ahead.
const AHEAD_SECONDS: i64 = 300;
/// The most characters of a provider's name for somebody (OpenID Connect Core 1.0, 2).
const SUBJECT_CHARS: usize = 255;

/// Who somebody is by a provider's word.
#[derive(Debug)]
pub(crate) struct Proven {
    pub(crate) identity: Identity,
    /// Their address, if the provider says that it is theirs.
    pub(crate) email: Option<String>,
    /// Until when the provider's word holds, where that is bounded.
    pub(crate) until: Option<Timestamp>,
}

impl Provider {
    /// The address at which a browser asks the provider who somebody is.
    pub(crate) async fn address(
        &self,
        talk: Talk<'_>,
        ticket: &Ticket,
        at: Timestamp,
    ) -> Result<String, ProviderError> {
        let told = self.told(talk, at).await?;
        let client = CoreClient::from_provider_metadata(
            told.metadata.clone(),
            self.client_id.clone(),
            self.client_secret.clone(),
        )
        .set_redirect_uri(redirect(ticket)?);
        let verifier = PkceCodeVerifier::new(ticket.verifier.clone());
        let (state, nonce) = (ticket.state.clone(), ticket.nonce.clone());
        let mut asked = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for value in &self.second_factor {
            asked = asked.add_auth_context_value(AuthenticationContextClass::new(value.clone()));
        }
        if let Some(seconds) = self.seconds() {
            asked = asked.set_max_age(Duration::from_secs(seconds));
        }
        let (url, _, _) = asked.url();
        Ok(url.into())
    }

    /// Who somebody is who comes back with a code.
    pub(crate) async fn prove(
        &self,
        talk: Talk<'_>,
        ticket: &Ticket,
        code: &str,
        at: Timestamp,
    ) -> Result<Proven, ProviderError> {
        let told = self.told(talk, at).await?;
        let token = self.token(talk, &told, ticket, code).await?;
        let nonce = Nonce::new(ticket.nonce.clone());
        match self.checked(&told, &token, &nonce, at) {
            Err(error) if is_unknown_key(&error) && told.may_be_old(at) => {
                // Its keys change now and then.
                let told = self.told_again(talk, at).await?;
                self.checked(&told, &token, &nonce, at)
            }
            checked => checked,
        }
        .map_err(|error| ProviderError::NotProven(error.to_string()))
        .and_then(|claims| self.proven(claims))
    }

    /// Changes the code for a token.
    async fn token(
        &self,
        talk: Talk<'_>,
        told: &Told,
        ticket: &Ticket,
        code: &str,
    ) -> Result<CoreIdToken, ProviderError> {
        let client = CoreClient::from_provider_metadata(
            told.metadata.clone(),
            self.client_id.clone(),
            self.client_secret.clone(),
        )
        .set_auth_type(told.auth.clone())
        .set_redirect_uri(redirect(ticket)?);
        let asked = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| no_token(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(ticket.verifier.clone()))
            .request_async(&talk)
            .await;
        let answer = asked.map_err(refused)?;
        let token = answer.id_token().cloned();
        token.ok_or_else(|| no_token("there is no id_token in the answer".to_owned()))
    }

    /// What a token says, once it is signed by the provider, for this program, for this browser, and of now.
    fn checked<'a>(
        &self,
        told: &Told,
        token: &'a CoreIdToken,
        nonce: &Nonce,
        at: Timestamp,
    ) -> Result<&'a CoreIdTokenClaims, ClaimsVerificationError> {
        let now = SystemTime::UNIX_EPOCH
            + Duration::from_micros(u64::try_from(at.as_microsecond()).unwrap_or_default());
        let latest = at.as_second().saturating_add(AHEAD_SECONDS);
        let earliest = self.seconds().map(|seconds| {
            let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
            at.as_second().saturating_sub(seconds)
        });
        // As one without a secret: a token that is signed with the secret that both sides share is not taken.
        let verifier = CoreIdTokenVerifier::new_public_client(
            self.client_id.clone(),
            self.issuer.clone(),
            told.metadata.jwks().clone(),
        )
        .set_allowed_algs(told.signatures.iter().cloned())
        .set_time_fn(move || now.into())
        .set_auth_time_verifier_fn(move |signed_in| {
            // Where it was asked for, it has to be said (OpenID Connect Core 1.0, 3.1.3.7).
            let Some(earliest) = earliest else { return Ok(()) };
            match signed_in.map(|signed_in| signed_in.timestamp()) {
                None => Err("it does not say when somebody signed in".to_owned()),
                Some(then) if then < earliest => Err("the sign-in is too long ago".to_owned()),
                Some(then) if then > latest => Err("it is of a time to come".to_owned()),
                Some(_) => Ok(()),
            }
        })
        .set_issue_time_verifier_fn(move |issued| {
            let is_ahead = issued.timestamp() > latest;
            if is_ahead { Err("it is of a time to come".to_owned()) } else { Ok(()) }
        });
        let claims = token.claims(&verifier, nonce)?;
        if claims.authorized_party().is_some_and(|party| *party != self.client_id) {
            let other = "it was made for another program".to_owned();
            return Err(ClaimsVerificationError::InvalidAudience(other));
        }
        Ok(claims)
    }

    /// For how many seconds a sign-in there holds.
    fn seconds(&self) -> Option<u64> {
        self.hours.map(|hours| u64::from(hours.get()) * 3600)
    }

    /// Whether what is said of a sign-in tells a second factor, where one is asked for. What is not said is not there.
    fn is_strong(&self, claims: &CoreIdTokenClaims) -> bool {
        let is_one = |said: &str| self.second_factor.iter().any(|wanted| wanted == said);
        let class = claims.auth_context_ref().is_some_and(|class| is_one(class));
        let methods = claims.auth_method_refs().into_iter().flatten();
        self.second_factor.is_empty() || class || methods.into_iter().any(|method| is_one(method))
    }

    fn proven(&self, claims: &CoreIdTokenClaims) -> Result<Proven, ProviderError> {
        if !self.is_strong(claims) {
            return Err(ProviderError::NoSecondFactor(self.second_factor.join(", ")));
        }
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.chars().count() > SUBJECT_CHARS {
            let why = format!("its subject has none, or more than {SUBJECT_CHARS} characters");
            return Err(ProviderError::NotProven(why));
        }
        let is_theirs = claims.email_verified() == Some(true);
        let email = claims.email().filter(|_| is_theirs).map(|email| email.as_str().to_owned());
        let identity =
            Identity { issuer: self.issuer.as_str().to_owned(), subject: subject.to_owned() };
        let until = self.seconds().zip(claims.auth_time()).map(|(seconds, signed_in)| {
            let end = signed_in.timestamp().saturating_add_unsigned(seconds);
            Timestamp::from_second(end).unwrap_or(Timestamp::MAX)
        });
        Ok(Proven { identity, email, until })
    }
}

fn is_unknown_key(error: &ClaimsVerificationError) -> bool {
    matches!(
        error,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)
    )
}

fn redirect(ticket: &Ticket) -> Result<RedirectUrl, ProviderError> {
    let url = RedirectUrl::new(ticket.redirect_uri.clone());
    url.map_err(|error| ProviderError::NoAnswer {
        what: "an address for the way back",
        why: error.to_string(),
    })
}

fn no_token(why: String) -> ProviderError {
    ProviderError::NoAnswer { what: "a token", why }
}

/// Why a code is not changed. Of what the provider says, its word for the kind of error and no more.
fn refused(error: CoreRequestTokenError<HttpError>) -> ProviderError {
    match error {
        RequestTokenError::ServerResponse(told) => {
            let code: String = told.error().as_ref().chars().take(40).collect();
            ProviderError::CodeRefused(code)
        }
        RequestTokenError::Request(error) => no_token(error.to_string()),
        RequestTokenError::Parse(error, _) => {
            no_token(format!("{} of the answer is not as it should be", error.path()))
        }
        RequestTokenError::Other(_) => no_token("the answer is none".to_owned()),
    }
}
