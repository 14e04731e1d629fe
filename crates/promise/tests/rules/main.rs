//! The rules of a promise, tried: every move that is allowed, and every move that is not.

mod consequence;
mod fixture;
mod kept;
mod model;
mod offer;
mod table;
