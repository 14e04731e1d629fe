//! What an address asks of whoever wants something there.
//!
//! Every route names its need ([`crate::routes`]), every operation of the API has one ([`crate::api`]), and one layer
//! holds requests against them ([`crate::admit`]).

use ledger::access::token::Scope;
use promise::Role;

/// What an address asks of whoever wants something there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing: anybody may.
    Nothing,
    /// A secret link, which the handler looks at.
    Link,
    /// A member, also one who has yet to set up the second factor that their organisation demands.
    Known,
    /// A member, who may look.
    Look,
    /// A member who may write drafts.
    Draft,
    /// A member who may promise.
    Promise,
    /// A manager, or a program of one, who answers for product.
    Answer,
    /// A manager, who may promise below the policy and say what a yes costs.
    Manage,
    /// An admin.
    Administer,
}

impl Need {
    /// Whether a member is needed.
    pub fn is_for_members(self) -> bool {
        self >= Self::Known
    }

    /// The least role that will do; `None` when no member is needed.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Nothing | Self::Link => None,
            Self::Known | Self::Look => Some(Role::Viewer),
            Self::Draft | Self::Promise => Some(Role::Promisor),
            Self::Answer | Self::Manage => Some(Role::Manager),
            Self::Administer => Some(Role::Admin),
        }
    }

    /// The least scope with which a program may; `None` when no program may, or none is needed.
    pub fn scope(self) -> Option<Scope> {
        match self {
            Self::Look => Some(Scope::Read),
            Self::Draft => Some(Scope::Draft),
            Self::Promise | Self::Answer => Some(Scope::Promise),
            Self::Nothing | Self::Link | Self::Known | Self::Manage | Self::Administer => None,
        }
    }
}
