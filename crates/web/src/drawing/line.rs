//! The promise line: one promise on one line, from the day it was made over today to the due.
//!
//! Two sizes, one geometry: a row of 120 × 24 px, and the full width of a page. The geometry is that of the design's
//! `PROMISE-LINE.md`; what is drawn is also said, in a title.

mod full;
mod row;
mod title;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use texts::Lang;

use super::ridge::Ridge;
use super::scale::{Fit, Scale};

/// What a line shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Offered or recorded; for a quote the present.
    pub(crate) made: Timestamp,
    /// The instant of the forecast.
    pub(crate) now: Timestamp,
    /// The end of the grain; for a draft the offered due.
    pub(crate) due: Timestamp,
    /// The due in words: `Thursday 12 March`, `week 48`.
    pub(crate) due_words: String,
    /// The due as a label.
    pub(crate) due_label: String,
    /// What is seen of the finish; absent when nothing can be said.
    pub(crate) seen: Option<Hill>,
    /// How it stands.
    pub(crate) shown: Shown,
    /// Whether the due is a fixed date.
    pub(crate) strict: bool,
    /// At most one more date.
    pub(crate) extra: Option<Extra>,
    /// What was seen when it was promised; full size only.
    pub(crate) ghost: Option<[Timestamp; 7]>,
    /// In which zone days are told.
    pub(crate) zone: TimeZone,
    /// In which language.
    pub(crate) lang: Lang,
}

/// A forecast, as far as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hill {
    /// Quantiles at 5, 15, 25, 50, 75, 85 and 95%.
    pub(crate) quantiles: [Timestamp; 7],
    /// The most likely instant.
    pub(crate) likely: Timestamp,
    /// The chance by the due, in thousandths; absent where the history is too short to tell one.
    pub(crate) chance: Option<u16>,
}

/// How a promise stands, as its line shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Still to be kept.
    Open,
    /// Not yet accepted: the due is only proposed.
    Offered,
    /// A date that could be offered.
    Quoted,
    /// Kept.
    Kept {
        /// When it was there.
        delivered: Timestamp,
    },
    /// Delivered too late.
    Late {
        /// When it was there.
        delivered: Timestamp,
    },
    /// It will not be kept.
    Withdrawn,
    /// Let off, or ended by a consequence.
    Ended {
        /// When.
        at: Timestamp,
    },
}

/// One more date on a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Extra {
    /// Which one it is.
    pub(crate) kind: ExtraKind,
    /// When.
    pub(crate) at: Timestamp,
    /// Its chance in thousandths, where it is told.
    pub(crate) chance: Option<u16>,
}

/// Which date an extra one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtraKind {
    /// What the customer wished.
    Wished,
    /// The due before a renegotiation.
    First,
}

impl Line {
    /// The row of 120 × 24 px; `id` must be unique on the page. Without one the drawing is hidden from those who hear
    /// the page: the sentence stands beside it.
    pub(crate) fn row(&self, id: Option<&str>) -> String {
        row::draw(self, id)
    }

    /// The full width of a page; `id` must be unique on the page.
    pub(crate) fn full(&self, id: &str) -> String {
        full::draw(self, id)
    }

    /// What is drawn, in words.
    pub(crate) fn title(&self) -> String {
        title::of(self)
    }

    fn scale(&self, left: f64, width: f64, full: bool) -> Scale {
        let tail = self.hill_shown().map(|hill| {
            let [.., q85, q95] = hill.quantiles;
            // The full drawing leaves some room behind the last quantile.
            let room = if full { q95.duration_since(q85) * 2 / 5 } else { SignedDuration::ZERO };
            q95.checked_add(room).unwrap_or(q95)
        });
        let end = self.ended_at().unwrap_or(self.now.max(tail.unwrap_or(self.now)));
        Scale::fit(Fit { made: self.made, due: self.due, end, left, width })
    }

    /// The hill, while there is something to foresee.
    fn hill_shown(&self) -> Option<&Hill> {
        self.seen.as_ref().filter(|_| !self.is_over())
    }

    /// Whether nothing can be said of what is still ahead.
    fn is_unknown(&self) -> bool {
        self.seen.is_none() && !self.is_over()
    }

    /// When it was delivered or ended.
    fn ended_at(&self) -> Option<Timestamp> {
        match self.shown {
            Shown::Kept { delivered } | Shown::Late { delivered } => Some(delivered),
            Shown::Ended { at } => Some(at),
            Shown::Withdrawn => Some(self.due),
            Shown::Open | Shown::Offered | Shown::Quoted => None,
        }
    }

    fn is_over(&self) -> bool {
        self.ended_at().is_some()
    }

    /// Whether the stroke of the due is broken: not yet, or no longer, a promise.
    fn due_is_broken(&self) -> bool {
        match self.shown {
            Shown::Offered | Shown::Quoted | Shown::Ended { .. } => true,
            Shown::Open | Shown::Kept { .. } | Shown::Late { .. } | Shown::Withdrawn => false,
        }
    }

    /// The day of an instant as a label.
    fn day_label(&self, at: Timestamp) -> String {
        self.lang.short_day(self.zone.to_datetime(at).date())
    }

    /// The day of an instant in words.
    fn day(&self, at: Timestamp) -> String {
        self.lang.day(self.zone.to_datetime(at).date())
    }
}

/// A path along an outline, closed at the foot for an area.
fn path(class: &str, outline: &[(f64, f64)], foot: Option<f64>) -> String {
    drawn(class, outline, &along(outline), foot)
}

/// The way along an outline, as a path has it.
fn along(outline: &[(f64, f64)]) -> String {
    let mut way = String::with_capacity(12 * outline.len());
    for (place, (x, y)) in outline.iter().enumerate() {
        way.push(if place == 0 { 'M' } else { ' ' });
        super::push_tenth(&mut way, *x);
        way.push(',');
        super::push_tenth(&mut way, *y);
    }
    way
}

/// A path whose way is known already.
fn drawn(class: &str, outline: &[(f64, f64)], way: &str, foot: Option<f64>) -> String {
    let (Some(first), Some(last)) = (outline.first(), outline.last()) else { return String::new() };
    let closed = foot.map(|foot| {
        let (right, left) = (super::tenth(last.0), super::tenth(first.0));
        format!(" L{right},{foot} L{left},{foot}Z")
    });
    [r#"<path class=""#, class, r#"" d=""#, way, closed.as_deref().unwrap_or_default(), r#""/>"#]
        .concat()
}

/// The hill in its two parts, the part after the due engraved.
fn hill(ridge: &Ridge, foot: f64, engraving: &str) -> String {
    let (before, after) = (along(&ridge.before), along(&ridge.after));
    [
        drawn("pl-fill", &ridge.before, &before, Some(foot)),
        drawn("pl-late", &ridge.after, &after, Some(foot)),
        drawn(engraving, &ridge.after, &after, Some(foot)),
        drawn("pl-edge", &ridge.before, &before, None),
        drawn("pl-edge-late", &ridge.after, &after, None),
    ]
    .concat()
}
