//! The fast engine: a network of tasks played tens of thousands of times while somebody waits.
//!
//! [`network`] what is played · [`scenario`] in which order, and what might change · [`course`] the same, laid out for
//! playing · [`bank`] luck without state · [`kernel`] many trials side by side · [`isa`] for which processor ·
//! [`answer`] dates and chances · [`scale`] without keeping trials · [`mod@what_if`] what a change does to everybody ·
//! [`arbiter`] how far the fast rule is off · [`oracle`] the slow players it is held against · [`ctp`] the benchmark
//!
//! A plan of a thousand tasks takes milliseconds for ten thousand trials. What makes it so: all trials take the same
//! path through the code, so that sixty-four of them fill the widest registers there are; nothing is drawn one by one;
//! quantiles are counted, not sorted (`docs/model/engine.md`).

pub mod answer;
pub mod arbiter;
mod bank;
pub mod clock;
mod course;
pub mod ctp;
mod isa;
mod kernel;
pub mod network;
pub mod oracle;
mod plan_course;
mod play;
mod scale;
pub mod scenario;
mod stop;
pub mod what_if;

pub use answer::{Answer, Forecast, Trials, forecast};
pub use course::Course;
pub use isa::Isa;
pub use network::{Class, Factor, Network, NetworkError, Task};
pub use play::play;
pub use scenario::{Change, ChangeError, Scenario};
pub use what_if::{Baseline, Effect, what_if};
