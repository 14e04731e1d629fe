//! The languages that are read.

/// A language that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nl, Self::Sv, Self::En];

    /// Its code by ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language of a code, with or without a region: `sv`, `en-GB`.
    pub fn of_code(code: &str) -> Option<Self> {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_and_without_a_region() {
        assert_eq!(["nl", "sv-SE", "EN_us"].map(Lang::of_code), Lang::ALL.map(Some));
        assert_eq!(["", "de", "english"].map(Lang::of_code), [None; 3]);
    }
}
