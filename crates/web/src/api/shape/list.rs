//! Long lists, a page at a time. A cursor is opaque: it says how far one is, and for which question it holds.

use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::promise::PromiseItem;
use crate::api::body::{Asked, wrong};
use crate::api::problem::Problem;

/// So many entries at most, and so many when nobody asks.
pub(crate) const MOST: u32 = 100;
const USUAL: u32 = 50;

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// How many at most.
    pub(crate) limit: u32,
    /// How many are skipped.
    pub(crate) offset: u32,
    /// What tells the question from others.
    question: u32,
}

impl Part {
    /// Takes `limit` and `cursor`; `question` is everything else that was asked.
    pub(crate) fn take(asked: &mut Asked, question: &str) -> Result<Self, Problem> {
        let digest = Sha256::digest(question.as_bytes());
        let question = u32::from_le_bytes([digest[0], digest[1], digest[2], digest[3]]);
        let in_bounds = |text: &str| text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
        let limit = asked.read("limit", "a whole number from 1 to 100", in_bounds)?;
        let offset = match asked.take("cursor") {
            None => 0,
            Some(cursor) => {
                let offset = offset(&cursor, question);
                offset.ok_or_else(|| {
                    wrong("cursor", &cursor, "the next of a page of the same list, as it came")
                })?
            }
        };
        Ok(Self { limit: limit.unwrap_or(USUAL), offset, question })
    }

    /// This part of a list that is there whole, with how long the list is and the cursor of the next page.
    pub(crate) fn of<'a, T>(&self, list: &'a [T]) -> (&'a [T], u32, Option<String>) {
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let from = count(self.offset).min(list.len());
        let to = from.saturating_add(count(self.limit)).min(list.len());
        let total = u32::try_from(list.len()).unwrap_or(u32::MAX);
        (&list[from..to], total, self.next(total))
    }

    /// The cursor of the next page of a list of `of` entries; `None` on the last one.
    pub(crate) fn next(&self, of: u32) -> Option<String> {
        let offset = self.offset.checked_add(self.limit).filter(|offset| *offset < of)?;
        Some(format!("{:08x}{offset:08x}", self.question))
    }
}

fn offset(cursor: &str, question: u32) -> Option<u32> {
    let hexadecimal = cursor.len() == 16 && cursor.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (of, offset) = cursor.split_at_checked(8).filter(|_| hexadecimal)?;
    let of = u32::from_str_radix(of, 16).ok()?;
    u32::from_str_radix(offset, 16).ok().filter(|_| of == question)
}

/// A page of promises, least sure first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct PromiseList {
    /// The promises.
    pub(crate) items: Vec<PromiseItem>,
    /// How many there are in all.
    #[schema(example = 120)]
    pub(crate) total: u32,
    /// The cursor of the next page; null on the last one.
    #[schema(example = "5d41402a00000032")]
    pub(crate) next: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_holds_for_its_own_list_only() {
        let part = Part { limit: 50, offset: 50, question: 7 };
        let cursor = part.next(101).unwrap();
        assert_eq!(offset(&cursor, 7), Some(100));
        assert_eq!(offset(&cursor, 8), None);
        assert_eq!(part.next(100), None);
    }

    #[test]
    fn other_texts_are_no_cursors() {
        for text in ["", "x", "+000000700000032", "000000070000003", "0000000700000032 "] {
            assert_eq!(offset(text, 7), None, "{text:?}");
        }
    }
}
