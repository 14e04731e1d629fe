//! The event log and its read models.
//!
//! [`log`] streams, read whole and written at their end · [`chain`] what an event looks like when stored · [`codec`]
//! from and to the rules' own types · [`project`] the rows that pages read · [`seal`] personal data · [`guest`] customers'
//! links · [`keys`] the secrets beside the database · [`access`] who may come in · [`audit`], [`person`], [`erase`],
//! [`retention`] what is owed to people · [`ties`] what promises are tied to outside the company ·
//! [`capability`] what the product does and what is claimed of it · [`lease`] whose turn it is · [`store`], [`location`], [`sqlite`] and [`postgres`] the database itself ·
//! [`backup`] all of it in one file · [`copy`] all of it elsewhere.
//!
//! # Invariants
//! An event is never changed or deleted. Every read model can be made again from the log. Each query exists once.

pub mod access;
pub mod audit;
pub mod backup;
pub mod capability;
pub mod chain;
pub mod codec;
pub mod copy;
mod count;
pub mod entropy;
pub mod erase;
pub mod facts;
pub mod guest;
mod health;
pub mod held;
pub mod input;
pub mod keys;
mod lease;
pub mod location;
pub mod log;
pub mod migrations;
pub mod person;
mod postgres;
mod project;
pub mod query;
pub mod rebuild;
pub mod receipt;
pub mod retention;
pub mod seal;
pub mod sql;
mod sqlite;
pub mod store;
mod table;
pub mod ties;

pub use chain::{Head, Link, Stream};
pub use count::Written;
pub use entropy::Entropy;
pub use health::Unready;
pub use keys::KeyRing;
pub use location::Location;
pub use log::{Batch, Key, Ledger, LedgerError, PromiseTold, Told};
pub use store::{Outcome, StoreError};
