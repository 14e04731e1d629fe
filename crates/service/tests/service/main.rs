//! The use cases on a real ledger: the main road in one walk, and what an import brings besides its rows.

mod access;
mod backtest;
mod capabilities;
mod domino;
mod held;
mod import;
mod own_word;
mod price;
mod privacy;
mod retention;
mod road;
mod scene;
mod teams;
mod ties;
mod watch;
