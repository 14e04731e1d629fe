//! Rows of bits of which few are set, and what the words of a clause set in such a row together.

use super::dictionary::Seen;

/// Rows of bits. Only the parts of a row are kept in which any bit is set.
#[derive(Debug, Default)]
pub(super) struct Rows {
    parts: Vec<Part>,
    /// Where each row begins, and at last where the last one ends.
    from: Vec<u32>,
}

/// 64 bits side by side.
#[derive(Debug, Clone, Copy)]
struct Part {
    place: u32,
    bits: u64,
}

impl Rows {
    /// So many rows in which these bits are set, each told with its row, and those that `more` sets.
    pub(super) fn of(
        rows: usize,
        width: usize,
        set: &[(u32, u32)],
        mut more: impl FnMut(usize, &mut [u64]),
    ) -> Self {
        // The bits are put row by row, each list filled from its end, so that its place becomes that of its beginning.
        let mut begins = vec![0_usize; rows + 1];
        for (row, _) in set {
            begins[*row as usize] += 1;
        }
        let mut sum = 0;
        for place in &mut begins {
            sum += *place;
            *place = sum;
        }
        let mut bits = vec![0_u32; set.len()];
        for (row, bit) in set {
            let place = &mut begins[*row as usize];
            *place -= 1;
            bits[*place] = *bit;
        }
        let mut all = Self { parts: Vec::new(), from: Vec::with_capacity(rows + 1) };
        all.from.push(0);
        let mut row = vec![0; width];
        for (place, bounds) in begins.windows(2).enumerate() {
            let of_row = bits.get(bounds[0]..bounds[1]).unwrap_or_default();
            of_row.iter().for_each(|bit| set_bit(&mut row, *bit as usize));
            more(place, &mut row);
            all.push(&mut row);
        }
        all
    }

    /// Takes the bits out of a row of them.
    fn push(&mut self, row: &mut [u64]) {
        for (bits, place) in row.iter_mut().zip(0..).filter(|(bits, _)| **bits != 0) {
            self.parts.push(Part { place, bits: std::mem::take(bits) });
        }
        self.from.push(u32::try_from(self.parts.len()).unwrap_or(u32::MAX));
    }

    #[inline]
    fn row(&self, row: usize) -> &[Part] {
        match self.from.get(row..row + 2) {
            Some([from, to]) => self.parts.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Whether no bit of a row is set.
    pub(super) fn is_empty(&self, row: usize) -> bool {
        self.row(row).is_empty()
    }

    /// Sets the bits of a row in another one.
    #[inline]
    pub(super) fn add_to(&self, row: usize, all: &mut [u64]) {
        for part in self.row(row) {
            if let Some(bits) = all.get_mut(part.place as usize) {
                *bits |= part.bits;
            }
        }
    }

    /// Sets those bits of a row, so many parts further on, that are set in the other row already; the last ones first, so
    /// that none is set by one that was set by this row.
    #[inline]
    fn advance(&self, row: usize, all: &mut [u64], width: usize) {
        for part in self.row(row).iter().rev() {
            let place = part.place as usize;
            let reached = all.get(place).map_or(0, |before| before & part.bits);
            if reached != 0
                && let Some(bits) = all.get_mut(place + width)
            {
                *bits |= reached;
            }
        }
    }
}

/// Sets a bit of a row.
pub(super) fn set_bit(row: &mut [u64], bit: usize) {
    if let Some(part) = row.get_mut(bit / 64) {
        *part |= 1 << (bit % 64);
    }
}

/// Bits that a word, a class or a shape sets.
#[derive(Debug, Default)]
pub(super) struct Bits {
    /// By word number, what its classes and shapes set among them.
    pub(super) words: Rows,
    pub(super) classes: Rows,
    pub(super) shapes: Rows,
}

impl Bits {
    /// Sets all bits of a word in a row of them.
    pub(super) fn add_to(&self, word: &Seen, all: &mut [u64]) {
        self.rows_of(word, |rows, row| rows.add_to(row, all));
    }

    /// Lets each of some words in turn set those of its bits, so many parts further on, that are set already.
    pub(super) fn advance(&self, words: &[Seen], all: &mut [u64], width: usize) {
        for word in words {
            self.rows_of(word, |rows, row| rows.advance(row, all, width));
        }
    }

    #[inline]
    fn rows_of(&self, word: &Seen, mut give: impl FnMut(&Rows, usize)) {
        if let Some(number) = word.number {
            return give(&self.words, number as usize);
        }
        ones(word.classes).for_each(|class| give(&self.classes, class));
        ones(word.shapes).for_each(|shape| give(&self.shapes, shape));
    }
}

/// The places of the bits that are set.
pub(super) fn ones(mut set: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros())?;
        set &= set - 1;
        Some(bit as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hold_what_was_set_in_them() {
        let more = |row, bits: &mut [u64]| set_bit(bits, 64 * row);
        let rows = Rows::of(3, 3, &[(2, 5), (0, 70), (2, 6)], more);
        let row = |row| {
            let mut all = [0; 3];
            rows.add_to(row, &mut all);
            all
        };
        assert_eq!([0, 1, 2, 3].map(row), [[1, 64, 0], [0, 1, 0], [96, 0, 1], [0; 3]]);
    }

    #[test]
    fn bits_advance_from_those_that_are_set() {
        let rows = Rows::of(2, 2, &[(0, 3), (0, 4), (1, 64 + 3), (1, 3)], |_, _| {});
        let mut all = [1 << 3, 0, 0];
        rows.advance(1, &mut all, 1);
        assert_eq!(all, [8, 8, 0], "no word is passed twice");
        rows.advance(0, &mut all, 1);
        rows.advance(1, &mut all, 1);
        assert_eq!(all, [8, 8, 8]);
    }
}
