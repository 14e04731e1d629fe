//! Where a clause shows what a doubtful word before it is: a day stands before a verb and its subject.

use super::parser::Parser;
use crate::Lang;

impl Parser<'_> {
    /// Whether a verb and the pronoun of its subject stand here, as behind a day that heads a clause: `dekken we`,
    /// `dukar vi`. A noun that an ordinal counts has no such pronoun behind it, or only an object: `poging u te bellen`.
    pub(super) fn is_verb_and_subject(&self, at: usize) -> bool {
        const SURE: &[&str] = &["we", "wij", "ik", "hij"];
        const SUBJECT_OR_OBJECT: &[&str] = &["u", "je", "jullie"];
        const SWEDISH: &[&str] = &["vi", "jag", "ni", "du", "han", "hon"];
        let Some(verb) = self.tokens.get(at).filter(|_| self.is_word(at)) else { return false };
        let subject = |words: &[&str]| words.iter().any(|word| self.is(at + 1, word));
        match self.reading.lang {
            Lang::Nl => {
                let may_be_verb = verb.text.ends_with(['t', 'n']) && !verb.text.ends_with("heid");
                subject(SURE) || subject(SUBJECT_OR_OBJECT) && may_be_verb && !self.is(at + 2, "te")
            }
            Lang::Sv => {
                let is_person = verb.text.len() > 5 && verb.text.ends_with("ör");
                let ends = ["r", "de", "te"].iter().any(|ending| verb.text.ends_with(ending));
                subject(SWEDISH) && ends && !is_person
            }
            Lang::En => false,
        }
    }

    /// Whether a short weekday heads a sentence with a verb and its subject behind it: `Za haal ik je op`.
    pub(super) fn heads_clause(&self, at: usize, end: usize) -> bool {
        const SHORT: &[&str] =
            &["ma", "di", "wo", "do", "vr", "za", "mån", "tis", "ons", "tors", "fre", "lör", "sön"];
        SHORT.iter().any(|day| self.is(at, day))
            && at.checked_sub(1).is_none_or(|before| self.ends_sentence(before))
            && self.is_verb_and_subject(end)
    }
}
