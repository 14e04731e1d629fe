//! What texts claim of the product and the register does not bear out: in each text, and of one against another.

use document::{Document, Place, Text};
use jiff::civil::Date;
use language::claims::{Claim, Register, differing, said_of_differing};
use language::dates::Reading;
use language::wording::Exemptions;
use language::{Lang, Span};

use super::marks::{Cause, Looked, Mark, mark};

/// The rule for claims that say another time than another place does.
const DIFFER: &str = "claim_dates_differ";

/// A claim, and what is marked when another place says another time.
#[derive(Debug)]
pub(super) struct Claimed {
    claim: Claim,
    lang: Lang,
    mark: Mark,
    /// Why it may say another time, if the text says so.
    exempted: Option<String>,
}

/// Notes the claims of a text, and marks those without a ground.
pub(super) fn look(
    looked: &mut Looked,
    register: &Register,
    (document, text): (&Document, &Text),
    reading: &Reading<'_>,
    is_code: impl Fn(Span) -> bool,
) {
    let exemptions = Exemptions::of(&text.words);
    for claim in register.find(&text.words, reading) {
        let span = claim.mention;
        if is_code(span) {
            continue;
        }
        let verdict = register.judge(&claim, reading.reference.date());
        if let Some(said) = verdict.said(name_of(register, &claim), reading.lang) {
            let severity = if verdict.has_no_excuse() { "error" } else { "warning" };
            let rule = format!("claim_{}", verdict.code());
            let exempted = exemptions.reason(&rule, span).map(str::to_owned);
            let cause = Cause { rule, severity, says: said.says, repair: said.repair };
            let mark = mark(document, text, span, cause);
            match exempted {
                Some(reason) => looked.exempted.push((mark, reason)),
                None => looked.marks.push(mark),
            }
        }
        let (rule, says, repair) = (DIFFER.to_owned(), String::new(), String::new());
        let cause = Cause { rule, severity: "error", says, repair };
        looked.claimed.push(Claimed {
            mark: mark(document, text, span, cause),
            exempted: exemptions.reason(DIFFER, span).map(str::to_owned),
            lang: reading.lang,
            claim,
        });
    }
}

/// Marks claims of all files that cannot be true together; each names the place of another.
pub(super) fn mark_differing(all: &mut [Looked], register: &Register, today: Date) {
    let claimed = all.iter_mut().enumerate().flat_map(|(file, looked)| {
        std::mem::take(&mut looked.claimed).into_iter().map(move |claimed| (file, claimed))
    });
    let claimed: Vec<(usize, Claimed)> = claimed.collect();
    let said = differing(claimed.iter().map(|(_, claimed)| &claimed.claim), today);
    let said: Vec<_> = said
        .into_iter()
        .map(|pair| {
            let ((_, own), (file, other)) = (&claimed[pair.claim], &claimed[pair.other]);
            let place = place_of(&all[*file].file, other.mark.place);
            let (name, other) = (name_of(register, &own.claim), other.claim.when);
            (pair.claim, said_of_differing(name, own.claim.when, &place, other, own.lang))
        })
        .collect();
    let mut said = said.into_iter().peekable();
    for (at, (file, Claimed { mut mark, exempted, .. })) in claimed.into_iter().enumerate() {
        let Some((_, said)) = said.next_if(|(claim, _)| *claim == at) else { continue };
        (mark.says, mark.repair) = (said.says, said.repair);
        match exempted {
            Some(reason) => all[file].exempted.push((mark, reason)),
            None => all[file].marks.push(mark),
        }
    }
    for looked in all {
        looked.marks.sort_by_key(|mark| mark.place);
    }
}

fn name_of<'a>(register: &'a Register, claim: &Claim) -> &'a str {
    register.get(claim.capability).map_or("", |capability| capability.name.as_str())
}

fn place_of(file: &str, place: Place) -> String {
    match place {
        Place::Lines { start, .. } => format!("{file}:{}", start.line),
        Place::Paragraph(number) => format!("{file}, paragraph {number}"),
        Place::Footnote(number) => format!("{file}, footnote {number}"),
    }
}
