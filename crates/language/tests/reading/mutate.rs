//! A small seeded driver: changes texts at random and keeps those that get answers of a kind not met before.

use std::collections::BTreeSet;

/// What is put into texts: pieces that rules meet, and what breaks naive readers.
const PIECES: &[&str] = &[
    "> ",
    ">> ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\0",
    "\u{a0}",
    "\u{200b}",
    "\u{200f}",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "\u{308}",
    "\u{30a}",
    "\u{1f91d}",
    "\u{1f469}\u{200d}\u{1f527}",
    "\"",
    "'",
    "’",
    "‘",
    "“",
    "”",
    "„",
    "«",
    "»",
    "```",
    "~~~",
    "-- ",
    "---",
    "- ",
    "* ",
    "1. ",
    ".",
    "...",
    "…",
    ",",
    ":",
    ";",
    "!",
    "?",
    "(",
    ")",
    "/",
    "-",
    "–",
    "0",
    "12",
    "31",
    "2026",
    "99999999999",
    "12:30",
    "3/12",
    "29-2-2027",
    "vrijdag",
    "fredag",
    "Friday",
    "morgen",
    "i morgon",
    "tomorrow",
    "voor",
    "senast",
    "by",
    "van",
    "tot",
    "från",
    "till",
    "from",
    "to",
    "half",
    "kwart",
    "över",
    "past",
    "uur",
    "kl.",
    "a.m.",
    "week",
    "v. 49",
    "december",
    "maj",
    "wij",
    "vi",
    "we",
    "will",
    "zullen",
    "ska",
    "niet",
    "inte",
    "not",
    "u moet",
    "ni måste",
    "you must",
    "zo snel mogelijk",
    "så snart som möjligt",
    "as soon as possible",
    "handslag: allow",
    "because",
    "-->",
    "http://a.example/b?c=1#d",
    "Van: a",
    "On 1 May x wrote:",
    "Met vriendelijke groet,",
    "İ",
    "ß",
    "ﬁ",
    "ſ",
];

/// Texts to begin with when there are none.
const SEEDS: &[&str] = &[
    "Beste mevrouw,\n\nWij komen vrijdag om 12.30 uur langs.\n\nMet vriendelijke groet,\nJan",
    "Hej,\n\nVi skickar offerten senast i morgon kl. 9.\n\nMvh\nEva",
    "Hi,\n\nWe will call you back by Friday, as soon as possible.\n\n> earlier words\n",
];

/// Changes texts and tries them.
#[derive(Debug)]
pub(crate) struct Driver {
    state: u64,
    known: BTreeSet<u64>,
    /// Texts with answers of their own.
    pub(crate) texts: Vec<String>,
}

impl Driver {
    /// Begins with these texts.
    pub(crate) fn new(seed: u64, texts: Vec<String>) -> Self {
        let seeds = SEEDS.iter().map(|text| (*text).to_owned());
        Self { state: seed, known: BTreeSet::new(), texts: seeds.chain(texts).collect() }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn text(&mut self) -> String {
        let at = self.below(self.texts.len());
        let mut chars: Vec<char> = self.texts[at].chars().collect();
        for _ in 0..=self.below(6) {
            let at = self.below(chars.len() + 1);
            match self.below(8) {
                0 | 1 => {
                    let until = (at + 1 + self.below(8)).min(chars.len());
                    chars.drain(at.min(until)..until);
                }
                2 => {
                    let until = (at + self.below(40)).min(chars.len());
                    let part = chars[at..until].to_vec();
                    chars.splice(at..at, part);
                }
                3 => {
                    let other = self.below(self.texts.len());
                    let part: Vec<char> = self.texts[other].chars().collect();
                    let (from, count) = (self.below(part.len() + 1), self.below(60));
                    chars.splice(at..at, part.into_iter().skip(from).take(count));
                }
                _ => {
                    let (piece, times) = (PIECES[self.below(PIECES.len())], 1 + self.below(3));
                    chars.splice(at..at, piece.repeat(times).chars());
                }
            }
        }
        chars.truncate(600);
        chars.into_iter().collect()
    }

    /// Tries one changed text; `read` panics where something does not hold, and gives what the answers are like.
    pub(crate) fn step(&mut self, read: impl FnOnce(&str) -> String) -> String {
        let text = self.text();
        let answers = read(&text);
        let hash = answers.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        if self.known.len() < 4000 && answers.len() < 200 && self.known.insert(hash) {
            self.texts.push(text.clone());
        }
        text
    }
}
