//! Whether a clause names a time: by words, and by the dates read in the text where they are known.

use jiff::civil::DateTime;

use super::pattern::{Held, Pattern};
use crate::Span;
use crate::dates::Found;

/// A time read in the text that lies ahead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coming {
    pub(super) span: Span,
    /// Whether it is most of a year ahead.
    far: bool,
    /// Whether its day was already this month.
    early: bool,
}

impl Coming {
    /// How many days ahead a day named without a year is, if it could be the one just gone by.
    const FAR: [i64; 2] = [270, 366];

    pub(super) fn of(time: &Found, reference: DateTime) -> Option<Self> {
        time.end.or(time.start).filter(|last| *last >= reference)?;
        let after = |days| reference.date().checked_add(jiff::Span::new().days(days));
        let first = time.start.map(DateTime::date);
        let far = first.is_some_and(|first| {
            after(Self::FAR[0]).is_ok_and(|near| first > near)
                && after(Self::FAR[1]).is_ok_and(|far| first < far)
        });
        let early = first.is_some_and(|first| first.day() < reference.date().day());
        Some(Self { span: time.span, far, early })
    }

    /// Whether a tense of what is done means the one just gone by: "was delivered on the 13th".
    pub(super) const fn just_gone(self, is_more_than_a_day_of_the_month: bool) -> bool {
        self.far || (self.early && !is_more_than_a_day_of_the_month)
    }
}

/// What a clause says of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one clause")]
pub(super) struct Times {
    /// A time to come that can be looked up in a calendar.
    pub(super) named: bool,
    /// "Soon", "as soon as possible".
    pub(super) vague: bool,
    /// What makes a named time vague: "some time in".
    pub(super) blurred: bool,
    /// A time to come by its own words, whatever the tense: "before Friday".
    pub(super) ahead: bool,
    /// A time gone by.
    pub(super) past: bool,
    /// "Every Tuesday", "usually".
    pub(super) often: bool,
}

impl Times {
    /// Takes in a pattern that a clause could fit.
    pub(super) fn try_on(&mut self, held: &Held<'_>, shows: Shows, pattern: &Pattern) {
        let known = match shows {
            Shows::Named => &mut self.named,
            Shows::Vague => &mut self.vague,
            Shows::Blurs => &mut self.blurred,
            Shows::Ahead => &mut self.ahead,
            Shows::Past => &mut self.past,
            Shows::Often => &mut self.often,
        };
        *known = *known || pattern.is_in(held);
    }
}

/// What a pattern of the lexicon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// A time to come.
    Named,
    /// A time that is none.
    Vague,
    /// What makes a named time vague.
    Blurs,
    /// A time to come, whatever the tense.
    Ahead,
    /// A time gone by.
    Past,
    /// Again and again.
    Often,
}
