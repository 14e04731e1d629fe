//! Why a file is not read.

/// Why a file is not read: what was met, and what is wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is of a kind that is not read.
    #[error("this is {met}, which is not read; wanted {wanted}")]
    Kind {
        /// What it is.
        met: String,
        /// What is read instead.
        wanted: &'static str,
    },
    /// There is more of something than any honest file has.
    #[error("{what} has more than {most}, the most that is read; {advice}")]
    TooMuch {
        /// The file, or the part of it.
        what: &'static str,
        /// The limit, with its unit.
        most: String,
        /// What to do.
        advice: &'static str,
    },
    /// It is broken.
    #[error("{what} cannot be read: {why}; wanted {wanted}")]
    Broken {
        /// The file, or the part of it.
        what: String,
        /// What is wrong with it.
        why: String,
        /// What it should be.
        wanted: &'static str,
    },
}

impl ReadError {
    pub(crate) fn big(what: &'static str, most: usize) -> Self {
        Self::TooMuch {
            what,
            most: format!("{} MB", most >> 20),
            advice: "give a smaller file, or its parts one by one",
        }
    }

    pub(crate) fn many(what: &'static str, most: String) -> Self {
        Self::TooMuch { what, most, advice: "save it anew from the program that made it" }
    }

    pub(crate) fn broken(what: &str, why: &impl ToString, wanted: &'static str) -> Self {
        Self::Broken { what: what.to_owned(), why: why.to_string(), wanted }
    }
}
