//! Whose words are where in a mail: the writer's own, an earlier mail quoted below or between them, the greeting, the
//! signature, the small print.
//!
//! Only the writer's own words promise anything. The zones cover the whole text, in order and without gaps; blank lines
//! belong to the zone before them. A text that is one sentence is all own words.

mod cues;
mod lines;
mod quotation;
mod substrings;

use self::lines::Line;
use crate::Span;

/// What a stretch of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The writer's own words.
    Own,
    /// An earlier mail, with its header.
    Quoted,
    /// Somebody's words between quotation marks, inside a sentence.
    Quotation,
    /// "Dear Ms Berg,".
    Greeting,
    /// The closing formula and what follows it.
    Signature,
    /// The small print.
    Disclaimer,
    /// Program text, logs, comments of a page.
    Code,
    /// A title, a subject line.
    Heading,
}

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The writer of this text.
    Writer,
    /// Whoever is quoted.
    Other,
    /// Nobody's in particular: small print and program text.
    Nobody,
}

/// A stretch of a text with what it is and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whose words.
    pub owner: Owner,
}

impl Kind {
    /// Whose words such a stretch holds.
    pub const fn owner(self) -> Owner {
        match self {
            Self::Own | Self::Greeting | Self::Signature | Self::Heading => Owner::Writer,
            Self::Quoted | Self::Quotation => Owner::Other,
            Self::Disclaimer | Self::Code => Owner::Nobody,
        }
    }
}

/// The stretches of a text that some of its zones cover; zones that touch make one.
pub(crate) fn runs(zones: &[Zone], is_in: impl Fn(&Zone) -> bool) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut joins = false;
    for zone in zones {
        let is_in = is_in(zone);
        match runs.last_mut() {
            Some(last) if is_in && joins => last.end = zone.span.end,
            _ if is_in => runs.push(zone.span),
            _ => {}
        }
        joins = is_in;
    }
    runs
}

/// The zones of a text, in order, from its first byte to its last.
pub fn of(text: &str) -> Vec<Zone> {
    let lines = lines::of(text);
    let mut kinds = Sorter::new(&lines).sort();
    trailing_name(&lines, &mut kinds);
    let mut zones: Vec<Zone> = Vec::new();
    for (line, kind) in lines.iter().zip(&kinds) {
        push(&mut zones, *kind, line.span);
    }
    let mut split = Vec::with_capacity(zones.len());
    for (place, zone) in zones.iter().enumerate() {
        if zone.kind != Kind::Own {
            push(&mut split, zone.kind, zone.span);
            continue;
        }
        let mut start = zone.span.start;
        let first = zones[..place].iter().all(|zone| zone.kind == Kind::Heading);
        if let Some(end) = first.then(|| cues::inline_greeting(zone.span.of(text))).flatten() {
            push(&mut split, Kind::Greeting, Span::new(start, start + end));
            start += end;
        }
        while start < zone.span.end {
            let comment = comment(text, Span::new(start, zone.span.end));
            quotation::split(text, Span::new(start, comment.start), |kind, span| {
                push(&mut split, kind, span);
            });
            push(&mut split, Kind::Code, comment);
            start = comment.end;
        }
    }
    split
}

/// The first comment of HTML or Markdown in a part of a text; nothing behind the part if none is opened and closed there.
fn comment(text: &str, part: Span) -> Span {
    let (open, close) = ("<!--", "-->");
    let inside = part.of(text);
    let found = inside.find(open).and_then(|begin| {
        let rest = inside.get(begin..)?;
        Some(Span::new(part.start + begin, part.start + begin + rest.find(close)? + close.len()))
    });
    found.unwrap_or(Span::new(part.end, part.end))
}

/// Adds a stretch, to the last zone where it is of the same kind.
fn push(zones: &mut Vec<Zone>, kind: Kind, span: Span) {
    if span.start == span.end {
        return;
    }
    match zones.last_mut() {
        Some(last) if last.kind == kind && kind != Kind::Quotation => last.span.end = span.end,
        _ => zones.push(Zone { span, kind, owner: kind.owner() }),
    }
}

/// A short capitalised last line on its own is a name: a signature without a formula.
fn trailing_name(lines: &[Line<'_>], kinds: &mut [Kind]) {
    let Some(last) =
        (0..lines.len()).rev().find(|&at| !lines[at].blank() && kinds[at] != Kind::Quoted)
    else {
        return;
    };
    let alone = last > 1 && lines[last - 1].blank();
    if kinds[last] == Kind::Own && alone && cues::is_name(lines[last].trimmed) {
        kinds[last] = Kind::Signature;
    }
}

/// Where the reading of the lines stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// In what the writer says.
    Body,
    /// Below a header of an earlier mail that marks no lines: to the end.
    Below,
    /// After the closing formula.
    Signed,
    /// In the small print.
    SmallPrint,
    /// Between fences.
    Fenced,
}

/// Goes once over the lines.
struct Sorter<'a> {
    lines: &'a [Line<'a>],
    kinds: Vec<Kind>,
    state: State,
    greeted: bool,
    spoken: bool,
    quoted: bool,
}

impl<'a> Sorter<'a> {
    fn new(lines: &'a [Line<'a>]) -> Self {
        let kinds = Vec::with_capacity(lines.len());
        Self { lines, kinds, state: State::Body, greeted: false, spoken: false, quoted: false }
    }

    fn sort(mut self) -> Vec<Kind> {
        while self.kinds.len() < self.lines.len() {
            let at = self.kinds.len();
            let line = self.lines[at];
            let before = self.kinds.last().copied();
            if line.blank() && self.state != State::Fenced {
                let kind = before.unwrap_or(Kind::Own);
                self.kinds.push(kind);
                continue;
            }
            let (kind, count) = self.read(at, line, before);
            self.spoken |= kind == Kind::Own;
            self.quoted |= kind == Kind::Quoted;
            for _ in 0..count.max(1) {
                self.kinds.push(kind);
            }
        }
        self.kinds.truncate(self.lines.len());
        self.kinds
    }

    /// The kind of this line and how many lines share it.
    fn read(&mut self, at: usize, line: Line<'a>, before: Option<Kind>) -> (Kind, usize) {
        if self.state == State::Fenced {
            if line.fence() {
                self.state = State::Body;
            }
            return (Kind::Code, 1);
        }
        if line.quoted() {
            return (Kind::Quoted, 1);
        }
        if self.state == State::Below {
            return (Kind::Quoted, 1);
        }
        if let Some(found) = self.earlier_mail(at) {
            return found;
        }
        if self.state == State::Body && line.fence() {
            self.state = State::Fenced;
            return (Kind::Code, 1);
        }
        // After quoted lines the writer may go on, also after a signature above them.
        if before == Some(Kind::Quoted) && self.state != State::Body {
            self.state = State::Body;
        }
        if cues::is_postscript(line.trimmed) {
            self.state = State::Body;
            return (Kind::Own, 1);
        }
        match self.state {
            State::Body => self.body(at, line, before),
            State::Signed | State::SmallPrint => self.after_body(at, line),
            State::Below | State::Fenced => (Kind::Quoted, 1),
        }
    }

    /// The header of an earlier mail that begins here.
    fn earlier_mail(&mut self, at: usize) -> Option<(Kind, usize)> {
        let lines = &self.lines[at..];
        if let Some(count) = cues::attribution(lines) {
            let next = lines[count..].iter().find(|line| !line.blank());
            if !next.is_some_and(|line| line.quoted()) {
                self.state = State::Below;
            }
            return Some((Kind::Quoted, count));
        }
        if cues::is_divider(lines[0].trimmed) {
            self.state = State::Below;
            return Some((Kind::Quoted, 1));
        }
        let headers = cues::header_block(lines);
        if headers == 0 {
            return None;
        }
        let own_header = self.kinds.iter().all(|kind| *kind == Kind::Own) && !self.spoken;
        if own_header {
            return Some((Kind::Heading, headers));
        }
        self.state = State::Below;
        Some((Kind::Quoted, headers))
    }

    /// A line of what the writer says.
    fn body(&mut self, at: usize, line: Line<'a>, before: Option<Kind>) -> (Kind, usize) {
        let fresh = at == 0 || self.lines[at - 1].blank();
        let next = self.lines.get(at + 1);
        if self.spoken || self.greeted || self.quoted {
            if line.signature_mark() || cues::is_closing(&line, next) {
                self.state = State::Signed;
                return (Kind::Signature, 1);
            }
        } else if at + 1 == self.lines.len() && at == 0 && cues::is_closing(&line, None) {
            return (Kind::Signature, 1);
        }
        if !self.greeted && !self.spoken && cues::is_greeting(line.trimmed) {
            self.greeted = true;
            return (Kind::Greeting, 1);
        }
        if line.heading(next) || (!self.spoken && cues::is_subject(line.trimmed)) {
            return (Kind::Heading, if line.underlined(next) { 2 } else { 1 });
        }
        if line.code() && (fresh || before == Some(Kind::Code)) {
            return (Kind::Code, 1);
        }
        if fresh && before.is_some() {
            let paragraph = lines::paragraph(&self.lines[at..]);
            if cues::small_print(paragraph.iter().map(|line| line.trimmed)) >= 2 {
                return (Kind::Disclaimer, paragraph.len());
            }
        }
        (Kind::Own, 1)
    }

    /// A line after the closing formula.
    fn after_body(&mut self, at: usize, line: Line<'a>) -> (Kind, usize) {
        if self.state == State::SmallPrint {
            return (Kind::Disclaimer, 1);
        }
        if self.lines[at - 1].blank() {
            let paragraph = lines::paragraph(&self.lines[at..]);
            let long = paragraph.iter().map(|line| line.trimmed.len()).sum::<usize>() > 160;
            if long || cues::small_print(paragraph.iter().map(|line| line.trimmed)) >= 1 {
                self.state = State::SmallPrint;
                return (Kind::Disclaimer, paragraph.len());
            }
        } else if line.trimmed.len() > 120 {
            self.state = State::SmallPrint;
            return (Kind::Disclaimer, 1);
        }
        (Kind::Signature, 1)
    }
}
