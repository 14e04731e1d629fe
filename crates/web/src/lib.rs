//! Pages for members and customers, and the REST API. No rules: a handler reads what was asked, calls one use case of
//! `service` and renders what came back. Everything works without JavaScript.
//!
//! [`router`] all addresses · [`page`] one module a page · [`say`] what the domain knows, in words · [`drawing`] the
//! promise line and the fan · [`api`] for programs · [`guard`] [`admit`] [`need`] who is let in where · [`audit`] what is noted · [`request`] what
//! happens around every request · [`site`] under which names · [`health`] and [`metrics`] for whoever watches over it

mod admit;
pub mod api;
pub mod app;
mod audit;
pub mod clock;
mod drawing;
mod failure;
mod form;
mod frame;
mod guard;
pub mod health;
pub mod metrics;
pub mod need;
mod offsets;
mod page;
mod reader;
pub mod request;
mod routes;
mod say;
pub mod site;
mod staged;
mod statics;
mod turn;

pub use app::{App, Entrance};
pub use clock::Clock;
pub use need::Need;
pub use request::serving;
pub use routes::{Address, addresses, router};
pub use say::price::{inputs_said, ready_part, ready_sentences, row_said, wish_said};
pub use site::Site;
