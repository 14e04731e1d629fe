//! The vocabulary and the rules of a promise between a company and its customer.
//!
//! # Words
//! A *promise* binds the organisation towards an *account*: specific, with a *due*. It is *offered* by a
//! *promisor*, *accepted* by the account, *kept* or broken by its *owner*, and *settled* once, for good. What is
//! asked in return is its *consideration*; what the account binds itself to is a *counter-promise*. The whole
//! list stands in `docs/glossary.md`.
//!
//! # Reading order
//! [`state`] what can be true of a promise · [`command`] what people ask · [`mod@decide`] what is allowed, and which
//! events follow · [`event`] what happened · [`evolve`] how events make a state · [`settle`] when it counts as kept
//! · [`passing`] what the passing of time writes. Beside promises: [`capability`] what the product does, and [`claim`] what
//! is said of it in public.
//!
//! # The trap
//! `decide` refuses, `evolve` never does: an event that was written has happened, and folding the log must give
//! the same state for ever. So every rule that may change lives in `decide`, and its outcome is in the event.
//!
//! Pure: knows no database, no clock, no language, no serde.

pub mod capability;
pub mod claim;
mod code;
pub mod command;
pub mod costs;
pub mod decide;
pub mod event;
pub mod evolve;
pub mod health;
pub mod id;
pub mod money;
pub mod party;
pub mod passing;
pub mod refusal;
pub mod renegotiation;
pub mod settle;
pub mod state;
pub mod team;
pub mod terms;
pub mod tie;
pub mod words;
pub mod work;

pub use command::Command;
pub use decide::{Now, decide};
pub use event::{Actor, Event, Rule, Side, Stamped};
pub use health::{Chance, Health, Policy};
pub use id::{
    AccountId, CapabilityId, ClaimId, ContactId, CounterPromiseId, ForecastId, MemberId,
    OrganisationId, PromiseId, QuoteId, TieId,
};
pub use money::Money;
pub use party::{Language, Role};
pub use refusal::Refusal;
pub use state::{Binding, Promise, State, StateName};
pub use terms::{Draft, Terms};
pub use words::{Line, Person, Words};
