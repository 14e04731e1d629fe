//! The languages that are read.

use std::sync::OnceLock;

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

/// One thing for each language, made when it is first asked for.
#[derive(Debug)]
pub(crate) struct PerLang<T>([OnceLock<T>; Lang::ALL.len()]);

impl<T> PerLang<T> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Self([const { OnceLock::new() }; Lang::ALL.len()])
    }

    /// That of a language, if it has been made.
    pub(crate) fn get(&self, lang: Lang) -> Option<&T> {
        self.0[lang as usize].get()
    }

    /// That of a language, which is made so unless it has been.
    pub(crate) fn get_or_make(&self, lang: Lang, make: impl FnOnce() -> T) -> &T {
        self.0[lang as usize].get_or_init(make)
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
