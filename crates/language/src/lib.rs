//! What a text says of time and of promises, in Dutch, Swedish and English: deadlines and dates, who promises what to whom,
//! and wording that customers should not get.
//!
//! Everything here is pure and total: any text gives an answer, none is rewritten, and the time taken is linear in its
//! length. Places in a text are byte offsets of UTF-8, always at the border of a character.

pub mod detect;
pub mod lang;
pub mod span;
pub mod wording;

pub use lang::Lang;
pub use span::Span;
