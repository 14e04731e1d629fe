//! What is said to somebody who comes in, or cannot.

use ledger::access::token::Scope;
use service::access::AccessError;

use super::Voice;

impl Voice {
    /// Why somebody could not come in, or could not change how they do.
    pub(crate) fn access_error(&self, error: &AccessError) -> String {
        let t = self.t();
        match error {
            AccessError::WrongCredentials => t.access_wrong().to_owned(),
            AccessError::TooManyTries { wait_seconds } => {
                t.access_wait(&t.minutes_count(wait_seconds.div_ceil(60).into()))
            }
            AccessError::WrongCode => t.access_code_wrong().to_owned(),
            AccessError::SignInAgain => t.access_sign_in_again().to_owned(),
            AccessError::SignInOver => t.access_over().to_owned(),
            AccessError::LinkNotValid => t.failed_link_why().to_owned(),
            AccessError::LoginTaken => t.access_taken().to_owned(),
            AccessError::PasswordTooShort { least } => t.access_short(least),
            AccessError::PasswordTooLong { most, .. } => t.access_long(most),
            AccessError::PasswordCommon => t.access_common().to_owned(),
            AccessError::PasswordPersonal => t.access_personal().to_owned(),
            AccessError::SecondFactorDemanded => t.access_second_demanded().to_owned(),
            AccessError::NoSecondFactor => t.access_no_second().to_owned(),
            AccessError::TokenDays { .. } => t.wanted_token_days().to_owned(),
            AccessError::ScopeTooWide { most } => t.access_scope(&self.scope(*most)),
            AccessError::NotAllowed => t.settings_read_only().to_owned(),
            AccessError::LastAdmin => t.access_last_admin().to_owned(),
            AccessError::FlowOver => t.flow_over_why().to_owned(),
            AccessError::NotLetIn { provider, .. } => t.provider_refused(provider),
            AccessError::Provider { provider, .. } => t.provider_broken(provider),
            AccessError::NotLinked { .. } => t.provider_unknown().to_owned(),
            AccessError::IdentityTaken { provider } => t.provider_taken(provider),
            AccessError::OnlyWayIn => t.access_only_way_in().to_owned(),
            AccessError::Service(error) => self.error(error),
        }
    }

    /// How far a token goes.
    pub(crate) fn scope(&self, scope: Scope) -> &'static str {
        let t = self.t();
        match scope {
            Scope::Read => t.scope_read(),
            Scope::Draft => t.scope_draft(),
            Scope::Promise => t.scope_promise(),
        }
    }
}
