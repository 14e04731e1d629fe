//! What people read, in Dutch, Swedish and English; no logic.
//!
//! A text is a key, declared once by its English words in [`en`](mod@en), in the file of its area, and translated in the
//! files of the same name in the other languages. The compiler finds what is missing or has other arguments;
//! `cargo xtask tidy` finds what nobody uses. Dates, numbers and chances have their own forms in each language:
//! [`when`](mod@when) and [`figure`](mod@figure).
//!
//! ```text
//! nav_today = "Today";                                       // a plain text
//! likely(day) = "most likely {day}";                         // with arguments that are shown
//! days(n: i32) => { plural(n, "working day", "working days") };  // with words that follow a number
//! ```

// One entry of the text tables is one step of their macro.
#![recursion_limit = "256"]

#[macro_use]
mod key;

pub mod en;
pub mod figure;
mod nl;
mod sv;
pub mod when;

pub use en::{
    Backtest, Capabilities, Customer, Entrance, Price, Promise, Quote, Setting, Texts, Wording,
};

use crate::en::En;
use crate::nl::Nl;
use crate::sv::Sv;

/// A language that people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
    /// English, as written in Britain.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Nl, Self::Sv, Self::En];

    /// The code used in addresses and stored data (ISO 639-1).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// Finds a language by its [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The tag for the `lang` attribute (BCP 47): English here is British.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Sv => "sv",
            Self::En => "en-GB",
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::Sv => "Svenska",
            Self::En => "English",
        }
    }

    /// Its texts.
    pub const fn texts(self) -> &'static dyn Texts {
        match self {
            Self::Nl => &Nl,
            Self::Sv => &Sv,
            Self::En => &En,
        }
    }
}
