//! The use cases, one function each. No SQL, no HTML; the time is an argument.

pub mod replay;
