//! Exemptions: `handslag: allow RULE because REASON`, in a comment on the line or the one before it.

use std::collections::BTreeMap;

use crate::Span;

/// What announces an exemption.
const MARK: &str = "handslag: allow";

/// An exemption as it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Exemption<'a> {
    /// The words of it, from the mark to the end of the comment.
    pub(super) span: Span,
    /// The lines it covers.
    pub(super) covers: Span,
    /// The rule it names; empty where it names none.
    pub(super) rule: &'a str,
    /// The reason, if it gives one.
    pub(super) reason: Option<&'a str>,
}

/// What a text exempts, with reasons: by the rule it names, in the order of the text.
#[derive(Debug)]
pub struct Exemptions<'a>(BTreeMap<&'a str, Vec<(Span, &'a str)>>);

impl<'a> Exemptions<'a> {
    /// Of a text.
    pub fn of(text: &'a str) -> Self {
        Self::among(&all(text))
    }

    /// Those of exemptions that give a reason.
    pub(super) fn among(all: &[Exemption<'a>]) -> Self {
        let mut by_rule: BTreeMap<&str, Vec<(Span, &str)>> = BTreeMap::new();
        for (each, reason) in all.iter().filter_map(|each| Some((each, each.reason?))) {
            by_rule.entry(each.rule).or_default().push((each.covers, reason));
        }
        Self(by_rule)
    }

    /// Why what a rule marks at a place is exempted, if it is. Only those that may cover the place are looked at.
    pub fn reason(&self, rule: &str, span: Span) -> Option<&'a str> {
        let covers = self.0.get(rule)?;
        let from = covers.partition_point(|(covered, _)| covered.end <= span.start);
        covers.get(from).filter(|(covered, _)| covered.overlaps(span)).map(|(_, reason)| *reason)
    }
}

/// All exemptions of a text. A line is looked through once, however many of them it holds.
pub(super) fn all(text: &str) -> Vec<Exemption<'_>> {
    let line_end = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        from + rest.find('\n').unwrap_or(rest.len())
    };
    let mut found = Vec::new();
    let (mut line, mut next) = (Span::new(0, 0), 0);
    let mut comment_end = 0;
    for start in marks(text) {
        if start >= line.end {
            let before = text.get(line.end..start).and_then(|before| before.rfind('\n'));
            let begin = before.map_or(line.end, |at| line.end + at + 1);
            line = Span::new(begin, line_end(start));
            next = if line.end < text.len() { line_end(line.end + 1) } else { line.end };
        }
        if start >= comment_end {
            let rest = text.get(start..line.end).unwrap_or_default();
            let comment = rest.split("-->").next().unwrap_or(rest);
            crate::steps::add(comment.len());
            comment_end = start + comment.trim_end().len().max(MARK.len());
        }
        found.push(read(text, Span::new(start, comment_end), Span::new(line.start, next)));
    }
    found
}

/// The places of the mark: a colon is rare, and quickly found.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let (name, rest) = MARK.split_at(MARK.find(':').unwrap_or_default());
    let colons = text.match_indices(':').map(|(colon, _)| colon);
    let colons = colons.filter(move |colon| {
        text.get(..*colon).is_some_and(|before| before.ends_with(name))
            && text.get(*colon..).is_some_and(|behind| behind.starts_with(rest))
    });
    colons.map(move |colon| colon - name.len())
}

fn read(text: &str, span: Span, covers: Span) -> Exemption<'_> {
    let said = span.of(text).strip_prefix(MARK).unwrap_or_default().trim_start();
    let (rule, rest) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let reason = rest.trim_start().strip_prefix("because");
    let reason = reason.filter(|reason| reason.starts_with(char::is_whitespace)).map(str::trim);
    Exemption { span, covers, rule, reason: reason.filter(|reason| !reason.is_empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exemption_names_its_rule_and_its_reason() {
        let text = "één\n<!-- handslag: allow vague because the law says so -->\ntwee\ndrie";
        let found = all(text);
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.rule, one.reason), ("vague", Some("the law says so")));
        assert_eq!(one.span.of(text), "handslag: allow vague because the law says so");
        assert!(one.covers.of(text).starts_with("<!--") && one.covers.of(text).ends_with("twee"));
    }

    #[test]
    fn without_a_reason_it_says_so() {
        for text in ["handslag: allow x", "handslag: allow x because", "handslag: allow x as I say"]
        {
            assert_eq!(all(text)[0].reason, None, "{text}");
        }
        assert_eq!(all("handslag: allow")[0].rule, "");
    }
}
