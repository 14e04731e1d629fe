//! The words by which closed sets are stored and sent: one list for each set, so that nothing can be missing.

/// Gives an enum without fields its `ALL`, `code` and `of_code`.
macro_rules! codes {
    ($name:ident { $($variant:ident = $code:literal,)+ }) => {
        impl $name {
            /// Every one of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in stored and sent data.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// Finds the one with this word.
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

pub(crate) use codes;
