//! The ledger as a whole: what is written is read, once, in order, whatever goes wrong.

mod backup;
mod erase;
mod golden;
mod log;
mod power_cut;
mod receipt;
mod scene;
mod sqlite;
mod store;
