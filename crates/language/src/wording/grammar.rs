//! What the patterns of a pack are made of: words, sets of words, and rows of steps, each kind in one place. A pattern is
//! a number or two, and reading a pack asks for little room.

use super::vocabulary::{Symbol, Vocabulary, place};

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// This word, or one that is like it.
    Word(Symbol),
    /// One of the words of the set with this place.
    OneOf(u32),
    /// Up to so many words.
    Gap(u8),
    /// One of the rows of the choice with this place.
    Either(u32),
    /// This row, or nothing.
    Maybe(Row),
    /// The beginning of the sentence.
    Start,
    /// The end of the sentence.
    End,
    /// The marked part begins.
    Open,
    /// The marked part ends.
    Close,
}

/// Steps one after the other: where they stand in a [`Grammar`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row(Stretch);

/// Where things stand that follow each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Stretch {
    from: u32,
    to: u32,
}

impl Stretch {
    /// Of what was added behind so many.
    fn behind<T>(from: usize, all: &[T]) -> Self {
        Self { from: place_of(from), to: place_of(all.len()) }
    }

    /// What stands there.
    #[inline]
    fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.from as usize..self.to as usize).unwrap_or_default()
    }
}

/// A place as it is kept; nothing stands at the last one.
fn place_of(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Some words.
#[derive(Debug)]
struct Set {
    symbols: Stretch,
    /// A bit for each of them, by the lower bits of its number: nearly every word of a text is none of them.
    bits: [u64; 4],
    /// How often one of the words is met in a million, roughly; [`u32::MAX`] if they are not worth looking for.
    met: u32,
}

/// Some words of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordSet<'a> {
    /// Their numbers, in order.
    symbols: &'a [Symbol],
    bits: &'a [u64; 4],
}

impl WordSet<'_> {
    /// Whether a word is one of them.
    #[inline]
    pub(super) fn holds(&self, symbol: Symbol) -> bool {
        let (part, bit) = place(symbol);
        self.bits[part % 4] & bit != 0 && self.symbols.binary_search(&symbol).is_ok()
    }
}

/// Rows of which one is to fit, with what tells quickly that none does.
#[derive(Debug)]
struct Choice {
    rows: Stretch,
    /// How many of the rows, the first ones, may begin with any word.
    others: u32,
    /// The place of the set of what the other rows begin with.
    first: u32,
    /// Words of which one must occur where a row matches; empty where any may do.
    need: Stretch,
    /// How often one of the words is met that the rows are looked for by; [`u32::MAX`] where a row has none.
    met: u32,
    /// How many words a row can pass over.
    width: Width,
}

/// The words and rows of a pack.
#[derive(Debug)]
pub(super) struct Grammar {
    /// The words that the patterns speak of.
    pub(super) vocabulary: Vocabulary,
    items: Vec<Item>,
    sets: Vec<Set>,
    choices: Vec<Choice>,
    /// The rows of the choices.
    rows: Vec<Row>,
    /// The words of the sets, and those that choices need.
    symbols: Vec<Symbol>,
}

/// More words than this are in too many sentences to be asked for.
const MOST_NEEDED: usize = 200;

impl Grammar {
    /// Of no patterns, with room for those of a pack as large as each of ours.
    pub(super) fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            items: Vec::with_capacity(1 << 12),
            sets: Vec::with_capacity(1 << 10),
            choices: Vec::with_capacity(1 << 8),
            rows: Vec::with_capacity(1 << 10),
            symbols: Vec::with_capacity(1 << 13),
        }
    }

    /// Adds a row.
    pub(super) fn add(&mut self, items: &[Item]) -> Row {
        let from = self.items.len();
        self.items.extend_from_slice(items);
        Row(Stretch::behind(from, &self.items))
    }

    /// Adds a choice between rows and words; one between words only is looked up at once. The words are put in order.
    pub(super) fn either(&mut self, rows: &[Row], words: &mut [Symbol]) -> Item {
        let words = match words {
            [] => None,
            [word] => Some(Item::Word(*word)),
            words => Some(Item::OneOf(self.set(words))),
        };
        match words {
            Some(words) if rows.is_empty() => words,
            words => {
                let of_words = words.map(|words| self.add(&[words]));
                Item::Either(self.choice(rows, of_words))
            }
        }
    }

    /// Adds a set of words, which are put in order.
    fn set(&mut self, words: &mut [Symbol]) -> u32 {
        words.sort_unstable();
        let from = self.symbols.len();
        let (mut bits, mut met) = ([0; 4], 0_u32);
        for word in words {
            if self.symbols.get(from..).and_then(<[_]>::last) == Some(word) {
                continue;
            }
            let (part, bit) = place(*word);
            bits[part % 4] |= bit;
            met = met.saturating_add(self.vocabulary.met(*word));
            self.symbols.push(*word);
        }
        let symbols = Stretch::behind(from, &self.symbols);
        self.sets.push(Set { symbols, bits, met });
        place_of(self.sets.len() - 1)
    }

    /// Adds a choice.
    fn choice(&mut self, rows: &[Row], more: Option<Row>) -> u32 {
        let all = || rows.iter().copied().chain(more);
        let mut firsts = Vec::new();
        let from = self.rows.len();
        let mut others = 0;
        let mut known = Vec::new();
        for row in all() {
            if self.first(self.of(row), &mut firsts) {
                known.push(row);
            } else {
                others += 1;
                self.rows.push(row);
            }
        }
        self.rows.extend(known);
        let (needed, met, width) = {
            let items = || all().map(|row| self.of(row));
            (
                self.need_of_each(items()),
                items().map(|items| self.met(items)).fold(0, u32::saturating_add),
                Width::of_one(items().map(|items| self.width(items))),
            )
        };
        let first = self.set(&mut firsts);
        let begin = self.symbols.len();
        self.symbols.extend(needed);
        let need = Stretch::behind(begin, &self.symbols);
        let rows = Stretch::behind(from, &self.rows);
        self.choices.push(Choice { rows, others, first, need, met, width });
        place_of(self.choices.len() - 1)
    }

    /// The steps of a row.
    #[inline]
    pub(super) fn of(&self, Row(row): Row) -> &[Item] {
        row.of(&self.items)
    }

    /// The words of the set with this place.
    #[inline]
    pub(super) fn words(&self, set: u32) -> WordSet<'_> {
        self.sets.get(set as usize).map_or(WordSet { symbols: &[], bits: &[0; 4] }, |set| WordSet {
            symbols: set.symbols.of(&self.symbols),
            bits: &set.bits,
        })
    }

    /// The numbers of the words of the set with this place, in order.
    pub(super) fn symbols(&self, set: u32) -> &[Symbol] {
        self.words(set).symbols
    }

    /// The rows of the choice with this place.
    #[inline]
    pub(super) fn rows(&self, choice: u32) -> &[Row] {
        self.choices.get(choice as usize).map_or(&[], |choice| choice.rows.of(&self.rows))
    }

    /// What the rows of a choice begin with: these words, or, in the case of some rows, what they tell.
    #[inline]
    pub(super) fn beginnings(&self, choice: u32) -> (WordSet<'_>, &[Row]) {
        let known = self.choices.get(choice as usize);
        let (first, others) = known.map_or((u32::MAX, 0), |known| (known.first, known.others));
        let others = self.rows(choice).get(..others as usize).unwrap_or_default();
        (self.words(first), others)
    }

    /// How often one of the words is met in a million by which a row is looked for; [`u32::MAX`] where there are none.
    fn met(&self, items: &[Item]) -> u32 {
        items.iter().map(|item| self.met_at(*item)).min().unwrap_or(u32::MAX)
    }

    fn met_at(&self, item: Item) -> u32 {
        let met = match item {
            Item::Word(word) => Some(self.vocabulary.met(word)),
            Item::OneOf(set) => self.sets.get(set as usize).map(|set| set.met),
            Item::Either(choice) => self.choices.get(choice as usize).map(|choice| choice.met),
            Item::Gap(_) | Item::Maybe(_) => None,
            Item::Start | Item::End | Item::Open | Item::Close => None,
        };
        met.unwrap_or(u32::MAX)
    }

    /// Whether a pattern has a word that must occur where it matches.
    pub(super) fn has_anchor(&self, row: Row) -> bool {
        self.met(self.of(row)) < u32::MAX
    }

    /// The place of the step whose words are looked for: those that are met least.
    fn anchor(&self, items: &[Item]) -> Option<usize> {
        let (mut anchor, mut least) = (None, u32::MAX - 1);
        for (at, item) in items.iter().enumerate() {
            let met = self.met_at(*item);
            if met <= least {
                (anchor, least) = (Some(at), met);
            }
        }
        anchor
    }

    /// Words of which one must occur where this step passes; none where any text might do.
    fn need<'a>(&'a self, item: &'a Item) -> &'a [Symbol] {
        match item {
            Item::Word(word) => std::slice::from_ref(word),
            Item::OneOf(set) => self.symbols(*set),
            Item::Either(choice) => {
                let choice = self.choices.get(*choice as usize);
                choice.map_or(&[], |choice| choice.need.of(&self.symbols))
            }
            Item::Gap(_) | Item::Maybe(_) => &[],
            Item::Start | Item::End | Item::Open | Item::Close => &[],
        }
    }

    /// The words of the fewest that each row needs, together; none where a row needs none.
    fn need_of_each<'a>(&'a self, rows: impl Iterator<Item = &'a [Item]>) -> Vec<Symbol> {
        let mut all = Vec::new();
        for row in rows {
            let needs = row.iter().map(|item| self.need(item)).filter(|words| !words.is_empty());
            let fewest = needs.min_by_key(|words| words.len()).unwrap_or_default();
            if fewest.is_empty() || all.len() + fewest.len() > MOST_NEEDED {
                return Vec::new();
            }
            all.extend_from_slice(fewest);
        }
        all
    }

    /// What must occur beside the anchor of a pattern; nothing where it has none.
    pub(super) fn beside(&self, row: Row) -> Beside<'_> {
        let items = self.of(row);
        let Some(at) = self.anchor(items) else { return Beside::default() };
        let (before, rest) = items.split_at(at);
        let (anchor, behind) = (rest.first(), rest.get(1..).unwrap_or_default());
        let words = before.iter().chain(behind).map(|item| self.need(item));
        let mut needs: Vec<&[Symbol]> =
            words.filter(|words| (1..=MOST_NEEDED).contains(&words.len())).collect();
        needs.sort_by_key(|words| words.len());
        let next = behind.iter().find(|item| !matches!(item, Item::Open | Item::Close));
        let is_word = |item: &&Item| matches!(item, Item::Word(_) | Item::OneOf(_));
        let next = next.filter(is_word).filter(|_| anchor.as_ref().is_some_and(is_word));
        Beside { behind: next.map_or(&[], |item| self.need(item)), needs }
    }

    /// Gives the words of which one must occur where a row matches, each with how many words a match holds before it;
    /// false where any text might do.
    pub(super) fn anchors(
        &self,
        row: Row,
        before: Width,
        give: &mut dyn FnMut(Symbol, Width),
    ) -> bool {
        let items = self.of(row);
        let Some(at) = self.anchor(items) else { return false };
        let (passed, rest) = items.split_at(at);
        let reach = before.and(self.width(passed));
        match rest.first() {
            Some(Item::Word(word)) => give(*word, reach),
            Some(Item::OneOf(set)) => self.symbols(*set).iter().for_each(|word| give(*word, reach)),
            Some(Item::Either(choice)) => {
                return self.rows(*choice).iter().all(|row| self.anchors(*row, reach, give));
            }
            Some(Item::Gap(_) | Item::Maybe(_)) | None => return false,
            Some(Item::Start | Item::End | Item::Open | Item::Close) => return false,
        }
        true
    }

    /// Gathers the words that a match can begin with; false where it may be any other.
    fn first(&self, items: &[Item], into: &mut Vec<Symbol>) -> bool {
        for item in items {
            match item {
                Item::Word(word) => {
                    into.push(*word);
                    return true;
                }
                Item::OneOf(set) => {
                    into.extend_from_slice(self.symbols(*set));
                    return true;
                }
                Item::Either(choice) => {
                    let (words, others) = self.beginnings(*choice);
                    into.extend_from_slice(words.symbols);
                    return others.is_empty();
                }
                Item::Maybe(row) if !self.first(self.of(*row), into) => return false,
                Item::Maybe(_) | Item::Start | Item::Open | Item::Close => {}
                Item::Gap(_) | Item::End => return false,
            }
        }
        false
    }

    fn width(&self, items: &[Item]) -> Width {
        let of_item = |item: &Item| match item {
            Item::Word(_) | Item::OneOf(_) => Width::of(1, 1),
            Item::Gap(most) => Width::of(0, u16::from(*most)),
            Item::Either(choice) => {
                self.choices.get(*choice as usize).map_or(Width::default(), |choice| choice.width)
            }
            Item::Maybe(row) => Width::of(0, self.width(self.of(*row)).most),
            Item::Start | Item::End | Item::Open | Item::Close => Width::default(),
        };
        items.iter().map(of_item).fold(Width::default(), Width::and)
    }
}

/// What must occur beside the anchor of a pattern.
#[derive(Debug, Default)]
pub(super) struct Beside<'a> {
    /// What the word right behind the anchor must be, where that is told.
    pub(super) behind: &'a [Symbol],
    /// Words of which one must occur somewhere, the fewest first.
    pub(super) needs: Vec<&'a [Symbol]>,
}

/// How many words a row passes over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Width {
    /// At least.
    pub(super) least: u16,
    /// At most.
    pub(super) most: u16,
}

impl Width {
    pub(super) const fn of(least: u16, most: u16) -> Self {
        Self { least, most }
    }

    const fn and(self, more: Self) -> Self {
        Self {
            least: self.least.saturating_add(more.least),
            most: self.most.saturating_add(more.most),
        }
    }

    /// Of one of these, whichever it is.
    fn of_one(all: impl Iterator<Item = Self>) -> Self {
        let one = |one: Self, other: Self| Self {
            least: one.least.min(other.least),
            most: one.most.max(other.most),
        };
        all.reduce(one).unwrap_or_default()
    }
}
