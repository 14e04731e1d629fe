//! History and plan in, completion dates with a stated confidence out.
//!
//! # Words
//! *85%* means: of all that is promised this way, 85 in a hundred are there by then. It is a claim about many
//! promises, made from past ones; it is checked by replaying the past ([`backtest`]). *Unfinished work* has lasted
//! at least its age, and says so to the estimator ([`elapsed`]). *Cannot forecast* is an answer.
//!
//! # The trap
//! A history of finished items alone is too rosy: what takes long is still open. An 85% date from finished items
//! was kept 68% of the time on one real tracker (`docs/model/evidence.md`).
//!
//! Pure: no clock, no files, no global randomness. Knows no promise: it can be used on a table alone.

pub mod adaptive;
pub mod arrival;
pub mod backlog;
pub mod backtest;
pub mod calibration;
mod circle;
pub mod claim;
pub mod drift;
pub mod durations;
pub mod effort;
pub mod elapsed;
pub mod engine;
pub mod factor;
pub mod habit;
pub mod history;
mod number;
pub mod plan;
pub mod price;
pub mod random;
pub mod ratio;
pub mod record;
pub mod runs;
pub mod scorecard;
mod shared_people;
pub mod simulate;

pub use arrival::Expected;
pub use backlog::{Backlog, Job, NewWork, Part, Place, lay_out};
pub use calibration::Calibration;
pub use claim::Claim;
pub use durations::Durations;
pub use engine::play;
pub use factor::CommonFactor;
pub use habit::{Habit, habit};
pub use history::{History, TeamFacts, TeamProfile, WorkRecord};
pub use plan::{Absence, Discipline, Effort, Item, Plan, PlanError, Shared, Team, Work};
pub use random::Seed;
pub use runs::{Outcome, Quantile, Runs, Share};
pub use simulate::{Play, simulate};
