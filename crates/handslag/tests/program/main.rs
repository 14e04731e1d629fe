//! The program as people run it: what it answers and what it leaves behind.

mod wrong_input;
