//! What people wrote or said, checked once where it enters.

use std::fmt;

use crate::id::{ContactId, MemberId};

/// The longest line, in characters: a subject must fit on a letter and in the subject of a mail.
pub const LINE_CHARS: usize = 300;
/// The longest text that is kept of what somebody said, in characters.
pub const WORDS_CHARS: usize = 4000;

/// A text that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("is empty; wanted at least one word")]
    Empty,
    /// Too long.
    #[error("has {given} characters; at most {most} fit")]
    TooLong {
        /// How many were given.
        given: usize,
        /// How many fit.
        most: usize,
    },
    /// A control character, such as a line break in a line.
    #[error("holds a line break or control character at position {at}")]
    Control {
        /// Which character, counted from 1.
        at: usize,
    },
}

/// One line of text: a subject, how both see that it was kept, why nothing is asked in return.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(String);

impl Line {
    /// Takes a text of 1 to 300 characters without line breaks; blanks around it are cut.
    ///
    /// # Errors
    /// [`TextError`] when it is empty, too long, or more than one line.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        check(text, LINE_CHARS, char::is_control)?;
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// Of the organisation.
    Member(MemberId),
    /// Of an account.
    Contact(ContactId),
}

/// What a person wrote or said, kept word for word and as that person's own data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    speaker: Person,
    text: String,
}

impl Words {
    /// Takes a text of 1 to 4,000 characters; blanks around it are cut, line breaks stay.
    ///
    /// # Errors
    /// [`TextError`] when it is empty, too long, or holds control characters other than line breaks and tabs.
    pub fn new(speaker: Person, text: &str) -> Result<Self, TextError> {
        let text = text.trim().replace("\r\n", "\n");
        check(&text, WORDS_CHARS, |c| c.is_control() && c != '\n' && c != '\t')?;
        Ok(Self { speaker, text })
    }

    /// Words whose key was destroyed: that something was said stays known, what it was does not.
    pub fn erased(speaker: Person) -> Self {
        Self { speaker, text: String::new() }
    }

    /// Whether the words were erased.
    pub fn is_erased(&self) -> bool {
        self.text.is_empty()
    }

    /// Whose words these are.
    pub fn speaker(&self) -> Person {
        self.speaker
    }

    /// The text; empty when it was erased.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn check(text: &str, most: usize, is_forbidden: impl Fn(char) -> bool) -> Result<(), TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    let given = text.chars().count();
    if given > most {
        return Err(TextError::TooLong { given, most });
    }
    match text.chars().position(is_forbidden) {
        Some(position) => Err(TextError::Control { at: position + 1 }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(
            Line::new("  De koppeling is klaar ").unwrap().as_str(),
            "De koppeling is klaar"
        );
        assert_eq!(Line::new(" \t "), Err(TextError::Empty));
        assert_eq!(Line::new("one\ntwo"), Err(TextError::Control { at: 4 }));
        assert_eq!(Line::new(&"å".repeat(301)), Err(TextError::TooLong { given: 301, most: 300 }));
        assert!(Line::new(&"å".repeat(300)).is_ok());
    }

    #[test]
    fn words_keep_their_line_breaks() {
        let speaker = Person::Contact(ContactId::new(uuid::Uuid::nil()));
        assert_eq!(
            Words::new(speaker, "Hej,\r\nvi väntar.\n").unwrap().as_str(),
            "Hej,\nvi väntar."
        );
        assert_eq!(Words::new(speaker, "a\u{0}b"), Err(TextError::Control { at: 2 }));
    }
}
