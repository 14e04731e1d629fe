//! Other words put at a place of a text, as the page sends it back.

use language::Span;

use crate::offsets::Offsets;

/// A place as the page sends it back: where it begins and ends, in UTF-16 units.
pub(super) fn place(offsets: &Offsets, span: Span) -> String {
    let (start, end) = offsets.of(span);
    format!("{start} {end}")
}

/// The text with other words at a place, as `start end words`; `None` when that is no place in it.
pub(super) fn put(text: &str, taken: &str) -> Option<String> {
    let offsets = Offsets::in_utf16(text);
    let mut parts = taken.splitn(3, ' ');
    let start = offsets.byte(parts.next()?.parse().ok()?)?;
    let end = offsets.byte(parts.next()?.parse().ok()?)?;
    let words = parts.next()?;
    let (before, after) = (text.get(..start)?, text.get(end..)?);
    (start <= end).then(|| format!("{before}{words}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_browsers_count() {
        let text = "👍 vi löser det snart";
        let at = text.find("snart").expect("there");
        let span = Span::new(at, at + 5);
        assert_eq!(place(&Offsets::in_utf16(text), span), "16 21");
        let put = put(text, "16 21 senast fredag 4 december").expect("a place");
        assert_eq!(put, "👍 vi löser det senast fredag 4 december");
    }

    #[test]
    fn what_is_no_place_changes_nothing() {
        for taken in ["", "x", "1", "1 0 x", "0 999 x", "1 2 in the middle of a letter", "-1 2 x"] {
            assert_eq!(put("👍 ja", taken), None, "{taken}");
        }
        assert_eq!(put("ja", "2 2  nee").as_deref(), Some("ja nee"));
    }
}
