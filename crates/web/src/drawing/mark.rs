//! The marks of the states: each has a shape of its own as well as a colour.

/// How something stands, as a mark shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Plan,
    Watch,
    Off,
    Kept,
    Broken,
    Draft,
    Unknown,
    Wait,
}

impl Mark {
    /// The class that gives it its colour.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plan => "is-plan",
            Self::Watch => "is-watch",
            Self::Off => "is-off",
            Self::Kept => "is-kept",
            Self::Broken => "is-broken",
            Self::Draft => "is-draft",
            Self::Unknown => "is-unknown",
            Self::Wait => "is-wait",
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Plan => r#"<circle cx="8" cy="8" r="6.5" fill="currentColor"/>"#,
            Self::Watch => concat!(
                r#"<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/>"#,
                r#"<path d="M8,2.25a5.75,5.75 0 0 1 0,11.5z" fill="currentColor"/>"#
            ),
            Self::Off => r#"<path d="M8,1.2 L15.2,14.4 H0.8Z" fill="currentColor"/>"#,
            Self::Kept => concat!(
                r#"<path d="M2,8.6 l4,4.4 l8,-10.4" fill="none" stroke="currentColor" "#,
                r#"stroke-width="2.25"/>"#
            ),
            Self::Broken => concat!(
                r#"<path d="M2.5,2.5 l11,11 m0,-11 l-11,11" fill="none" stroke="currentColor" "#,
                r#"stroke-width="2.25"/>"#
            ),
            Self::Draft => concat!(
                r#"<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" "#,
                r#"stroke-width="1.5"/>"#
            ),
            Self::Unknown => concat!(
                r#"<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" "#,
                r#"stroke-width="1.5" stroke-dasharray="2.2 2.2"/>"#
            ),
            Self::Wait => concat!(
                r#"<path d="M3,1.75H13 M3,14.25H13 M4,1.75 C4,6 7,6.5 7,8 S4,10 4,14.25 M12,1.75 "#,
                r#"C12,6 9,6.5 9,8 S12,10 12,14.25" fill="none" stroke="currentColor" "#,
                r#"stroke-width="1.5"/>"#
            ),
        }
    }

    /// The mark, hidden from those who hear the page: the word beside it says the same.
    pub(crate) fn svg(self) -> String {
        format!(
            r#"<svg class="mark {}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>"#,
            self.class(),
            self.shape()
        )
    }
}
