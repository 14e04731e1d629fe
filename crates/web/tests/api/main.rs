//! The REST API, asked as programs ask it, without a socket. Every answer of every test is held against the document.

#![expect(clippy::unwrap_used, reason = "an answer that lacks what is asked of it ends the test")]

mod backtest;
mod capabilities;
mod document;
mod domino;
mod held;
mod lists;
mod menus;
mod refusals;
mod road;
mod scene;
mod shape;
mod ties;
mod wording;
mod writes;
