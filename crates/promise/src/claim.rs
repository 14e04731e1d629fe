//! Public statements that rest on a capability: where each stands, in which words, and from when to when it was seen.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::code::codes;
use crate::id::CapabilityId;
use crate::words::{Line, TextError, WORDS_CHARS};

/// A sentence as it stands in a public text: one line, its blanks single.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage(String);

impl Passage {
    /// Takes 1 to 4,000 characters; line breaks and runs of blanks become one blank, as on a page.
    ///
    /// # Errors
    /// [`TextError`] when it is empty, too long, or holds other control characters.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let given = text.chars().count();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        if given > WORDS_CHARS {
            return Err(TextError::TooLong { given, most: WORDS_CHARS });
        }
        match text.chars().position(char::is_control) {
            Some(position) => Err(TextError::Control { at: position + 1 }),
            None => Ok(Self(text)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// When the text says that the capability is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimedFor {
    /// Now.
    Now,
    /// At a named time.
    Days {
        /// Its first day; `None` for a deadline.
        first: Option<Date>,
        /// Its last day; `None` where it is said to come after a day.
        last: Option<Date>,
        /// From which day on a reader may count on it: the first day of "from March", the last of "in March".
        counted_on: Option<Date>,
    },
    /// Some day: "coming soon".
    SomeDay,
}

/// The name of when something is said to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimedForName {
    /// Now.
    Now,
    /// At a named time.
    Days,
    /// Some day.
    SomeDay,
}

codes! { ClaimedForName {
    Now = "now",
    Days = "days",
    SomeDay = "some_day",
} }

impl ClaimedFor {
    /// The first and the last day, and the one on which a reader may count, where days are named.
    pub fn days(self) -> (Option<Date>, Option<Date>, Option<Date>) {
        match self {
            Self::Days { first, last, counted_on } => (first, last, counted_on),
            Self::Now | Self::SomeDay => (None, None, None),
        }
    }

    /// Its name.
    pub fn name(self) -> ClaimedForName {
        match self {
            Self::Now => ClaimedForName::Now,
            Self::Days { .. } => ClaimedForName::Days,
            Self::SomeDay => ClaimedForName::SomeDay,
        }
    }
}

/// A public statement as a scan of texts finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundClaim {
    /// Where it stands: an address or the name of a file, as it was given.
    pub place: Line,
    /// The sentence.
    pub words: Passage,
    /// What it rests on.
    pub capability: CapabilityId,
    /// When it says that this is there.
    pub claimed_for: ClaimedFor,
}

/// A public statement and since when it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What was found.
    pub found: FoundClaim,
    /// When it was seen first.
    pub first_seen: Timestamp,
    /// When it was seen last.
    pub last_seen: Timestamp,
    /// When a scan of its place did not find it any more; `None` while it stands.
    pub gone: Option<Timestamp>,
}

/// What happened to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimEvent {
    /// A scan found it.
    Found(FoundClaim),
    /// A later scan found it again, as it was or back again.
    SeenAgain,
    /// A scan of its place did not find it any more.
    Gone,
}

impl ClaimEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Found(_) => "found",
            Self::SeenAgain => "seen_again",
            Self::Gone => "gone",
        }
    }
}

/// A scan is worth an event again after this long: a site that is scanned on every change would fill the log.
const SEEN_AGAIN_AFTER_HOURS: i64 = 24;

impl Claim {
    /// Whether a scan found this very claim: the same words about the same thing at the same place.
    pub fn is(&self, found: &FoundClaim) -> bool {
        self.found == *found
    }

    /// A scan found it again; `None` where that is no news yet.
    pub fn see(&self, at: Timestamp) -> Option<ClaimEvent> {
        let hours = at.duration_since(self.last_seen).as_hours();
        let is_news = self.gone.is_some() || hours >= SEEN_AGAIN_AFTER_HOURS;
        is_news.then_some(ClaimEvent::SeenAgain)
    }

    /// A scan of its place did not find it; `None` where that was known.
    pub fn miss(&self) -> Option<ClaimEvent> {
        self.gone.is_none().then_some(ClaimEvent::Gone)
    }

    /// What is true after one more event.
    ///
    /// # Panics
    /// When the first event is not that it was found.
    #[must_use]
    pub fn evolve(state: Option<Self>, event: &ClaimEvent, at: Timestamp) -> Self {
        if let ClaimEvent::Found(found) = event {
            return Self { found: found.clone(), first_seen: at, last_seen: at, gone: None };
        }
        let mut state = state.expect("a claim begins when it is found");
        match event {
            ClaimEvent::Found(_) => {}
            ClaimEvent::SeenAgain => (state.last_seen, state.gone) = (at, None),
            ClaimEvent::Gone => state.gone = Some(at),
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use uuid::Uuid;

    use super::*;

    fn found() -> FoundClaim {
        FoundClaim {
            place: Line::new("site/index.md").unwrap(),
            words: Passage::new("You get\n  Excel export.").unwrap(),
            capability: CapabilityId::new(Uuid::from_u128(1)),
            claimed_for: ClaimedFor::Now,
        }
    }

    #[test]
    fn a_passage_is_one_line_as_on_a_page() {
        assert_eq!(found().words.as_str(), "You get Excel export.");
        assert_eq!(Passage::new(" \n "), Err(TextError::Empty));
        assert_eq!(Passage::new("a\u{7}b"), Err(TextError::Control { at: 2 }));
        let long = "å".repeat(WORDS_CHARS + 1);
        assert_eq!(Passage::new(&long), Err(TextError::TooLong { given: 4001, most: 4000 }));
    }

    #[test]
    fn a_claim_is_seen_again_gone_once_and_may_come_back() {
        let at = |hour: i64| Timestamp::UNIX_EPOCH + hour.hours();
        let claim = Claim::evolve(None, &ClaimEvent::Found(found()), at(0));
        assert!(claim.is(&found()));
        assert_eq!(claim.see(at(23)), None, "the same day says nothing new");
        let again = claim.see(at(24)).unwrap();
        let claim = Claim::evolve(Some(claim), &again, at(24));
        assert_eq!((claim.first_seen, claim.last_seen), (at(0), at(24)));

        let gone = claim.miss().unwrap();
        let claim = Claim::evolve(Some(claim), &gone, at(30));
        assert_eq!((claim.gone, claim.miss()), (Some(at(30)), None), "it is gone once");
        let back = claim.see(at(31)).unwrap();
        let claim = Claim::evolve(Some(claim), &back, at(31));
        assert_eq!((claim.first_seen, claim.gone), (at(0), None));
    }
}
