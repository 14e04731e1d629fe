//! The program as people run it: what it answers and what it leaves behind.

mod backtest;
mod backup;
mod claims;
mod clock;
mod domino;
mod invite;
mod kill;
mod kinds;
mod menu;
mod privacy;
mod restore;
mod running;
mod several;
mod wording;
mod wrong_input;
