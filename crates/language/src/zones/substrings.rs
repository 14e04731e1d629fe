//! Finds any of some short texts inside another, in capitals or small, looking only at every third place: each of them holds, from its first,
//! second or third letter on, three letters that begin at such a place (or two behind any other).

/// The texts looked for, by three of their letters.
#[derive(Debug)]
pub(super) struct Parts {
    /// A bit for each three letters, by [`code`], with which something may be found.
    known: Box<[u64]>,
    /// By those letters, in order: the texts that hold them, and how many letters of each have begun by then.
    found: Vec<(usize, &'static str, usize)>,
}

/// How many letters are looked at together, and how far apart.
const STEP: usize = 3;

/// What stands for a letter: its last five bits.
const LETTERS: usize = 32;

/// The code of three letters.
const fn code(letters: [u8; STEP]) -> usize {
    let [first, second, third] = letters;
    ((first & 31) as usize * LETTERS + (second & 31) as usize) * LETTERS + (third & 31) as usize
}

impl Parts {
    /// Of these, each of three bytes or more.
    pub(super) fn of(parts: &'static [&'static str]) -> Self {
        let mut known = vec![0; LETTERS * LETTERS * LETTERS / 64].into_boxed_slice();
        let mut found = Vec::new();
        for part in parts {
            let bytes = part.as_bytes();
            // A short one is also known by its first two letters behind any other.
            let first = if bytes.len() < 2 * STEP - 1 { 0 } else { 1 };
            for lead in first..first + STEP {
                let letter =
                    |at: usize| match (lead + at).checked_sub(1).and_then(|at| bytes.get(at)) {
                        Some(byte) => *byte..*byte + 1,
                        None => 0..32,
                    };
                for first in letter(0) {
                    for (second, third) in
                        letter(1).flat_map(|one| letter(2).map(move |two| (one, two)))
                    {
                        let code = code([first, second, third]);
                        known[code / 64] |= 1 << (code % 64);
                        found.push((code, *part, lead));
                    }
                }
            }
        }
        found.sort_unstable();
        Self { known, found }
    }

    /// How many of them a text holds, counted up to two.
    pub(super) fn count_to_two(&self, text: &str) -> usize {
        // Each begins with one of these bytes, which are rare and quickly looked for.
        let may = [0xC4, 0xE2].iter().any(|first| text.as_bytes().contains(first));
        if may && text.contains(['\u{130}', '\u{212A}', '\u{212B}']) {
            return self.count_lower(text.to_lowercase().as_bytes());
        }
        self.count_lower(text.as_bytes())
    }

    /// The same for a text none of whose characters becomes one of ours of another length in lower case.
    fn count_lower(&self, bytes: &[u8]) -> usize {
        let mut first = None;
        let (whole, rest) = bytes.as_chunks::<STEP>();
        for (step, letters) in whole.iter().enumerate() {
            if self.may_hold(*letters)
                && self.finds_second(bytes, step * STEP, *letters, &mut first)
            {
                return 2;
            }
        }
        let last = [0, 1].map(|at| rest.get(at).copied().unwrap_or(b' '));
        let last = [last[0], last[1], b' '];
        if self.may_hold(last) && self.finds_second(bytes, whole.len() * STEP, last, &mut first) {
            return 2;
        }
        usize::from(first.is_some())
    }

    /// Whether three letters are part of any text looked for.
    #[inline]
    fn may_hold(&self, letters: [u8; STEP]) -> bool {
        let code = code(letters);
        self.known[code / 64] >> (code % 64) & 1 == 1
    }

    /// Whether another text than the first stands where these letters do; the first that does is put down.
    fn finds_second(
        &self,
        bytes: &[u8],
        at: usize,
        letters: [u8; STEP],
        first: &mut Option<&'static str>,
    ) -> bool {
        let code = code(letters);
        let from = self.found.partition_point(|(known, ..)| *known < code);
        let mut here = self.found[from..].iter().take_while(|each| each.0 == code);
        here.any(|(_, part, lead)| {
            let start = (at + 1).checked_sub(*lead);
            let there = start.and_then(|start| bytes.get(start..start + part.len()));
            let holds = there.is_some_and(|there| is_same(there, part.as_bytes()));
            holds && *first.get_or_insert(part) != *part
        })
    }
}

/// Whether bytes spell a text that is in lower case: letters of ASCII and of Latin-1 may be capitals.
fn is_same(there: &[u8], low: &[u8]) -> bool {
    let mut before = 0;
    there.iter().zip(low).all(|(byte, low)| {
        let is_second = std::mem::replace(&mut before, *byte) == 0xC3;
        let is_capital = is_second && matches!(*byte, 0x80..=0x9E) && *byte != 0x97;
        let byte = if is_capital { *byte | 0x20 } else { byte.to_ascii_lowercase() };
        byte == *low
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_wherever_they_begin() {
        let parts = Parts::of(&["kvk", "virus", "per abuis"]);
        for before in ["", "x", "xx", "xxx", "é"] {
            for (text, wanted) in [("kvk", 1), ("een virus", 1), ("per abuiskvk", 2), ("kv per", 0)]
            {
                for after in ["", " ", "uz"] {
                    let text = format!("{before}{text}{after}");
                    assert_eq!(parts.count_to_two(&text), wanted, "{text}");
                }
            }
        }
        assert_eq!(parts.count_to_two("virus en virus"), 1);
    }

    #[test]
    fn capitals_are_found_too() {
        let parts = Parts::of(&["tänk på", "kvk"]);
        for text in ["TÄNK PÅ", "Tänk på", "\u{212A}vk", "TA\u{308}NK KvK"] {
            assert_eq!(parts.count_to_two(text), 1, "{text}");
        }
        assert_eq!(parts.count_to_two("tãnk på"), 0);
    }
}
