//! Things that wait for each other in a circle: nothing of them can ever begin.

/// The items of one circle, each waiting for the next, if there is any; `after[i]` is what item `i` waits for.
pub(crate) fn circle(after: &[&[usize]]) -> Option<Vec<usize>> {
    let mut waits: Vec<usize> = after.iter().map(|before| before.len()).collect();
    let successors = Successors::of(after.iter().copied());
    let mut free: Vec<usize> = (0..waits.len()).filter(|item| waits[*item] == 0).collect();
    let mut done = 0;
    // Takes away, again and again, what waits for nothing; what is left waits in a circle or behind one.
    while let Some(item) = free.pop() {
        done += 1;
        for next in successors.after(item) {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                free.push(*next);
            }
        }
    }
    (done < after.len()).then(|| follow(after, &waits))
}

/// For each item those that wait for it, one after another in one list.
#[derive(Debug, Clone)]
pub(crate) struct Successors {
    /// Where those of each item begin; and the end of all.
    begins: Vec<usize>,
    items: Vec<usize>,
}

impl Successors {
    /// From what each item waits for.
    pub(crate) fn of<'a>(after: impl ExactSizeIterator<Item = &'a [usize]> + Clone) -> Self {
        let mut begins = vec![0; after.len() + 1];
        for before in after.clone().flatten() {
            begins[*before + 1] += 1;
        }
        for place in 1..begins.len() {
            begins[place] += begins[place - 1];
        }
        let mut next = begins.clone();
        let mut items = vec![0; *begins.last().unwrap_or(&0)];
        for (item, before) in after.enumerate() {
            for before in before {
                items[next[*before]] = item;
                next[*before] += 1;
            }
        }
        Self { begins, items }
    }

    /// Those that wait for an item.
    pub(crate) fn after(&self, item: usize) -> &[usize] {
        &self.items[self.begins[item]..self.begins[item + 1]]
    }
}

/// Follows what waits backwards until an item comes round again.
fn follow(after: &[&[usize]], waits: &[usize]) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut at = waits.iter().position(|count| *count > 0);
    while let Some(item) = at {
        if let Some(begin) = path.iter().position(|seen| *seen == item) {
            return path.split_off(begin);
        }
        path.push(item);
        at = after[item].iter().copied().find(|before| waits[*before] > 0);
    }
    path
}
