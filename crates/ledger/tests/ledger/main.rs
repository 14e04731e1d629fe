//! The ledger as a whole: what is written is read, once, in order, whatever goes wrong.

mod backup;
mod capability;
mod copy;
mod erase;
mod golden;
mod identity;
mod lease;
mod list;
mod log;
mod outage;
mod owed;
mod power_cut;
mod receipt;
mod scene;
mod sqlite;
mod store;
