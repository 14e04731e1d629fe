//! What a text says of time and of promises, in Dutch, Swedish and English: deadlines and dates, who promises what to whom,
//! and wording that customers should not get.
//!
//! Everything here is pure and total: any text gives an answer, none is rewritten, and the time taken is linear in its
//! length. Places in a text are byte offsets of UTF-8, always at the border of a character.

pub mod check;
pub mod claims;
pub mod dates;
pub mod detect;
pub mod doubt;
pub mod lang;
pub mod sentences;
pub mod span;
mod spelling;
pub mod statements;
pub mod steps;
pub mod wording;
pub mod words;
pub mod zones;

pub use check::{Checked, Checker};
pub use lang::Lang;
pub use span::Span;
pub use statements::Statement;
pub use zones::Zone;
