//! Things that wait for each other in a circle: nothing of them can ever begin.

/// The items of one circle, each waiting for the next, if there is any; `after[i]` is what item `i` waits for.
pub(crate) fn circle(after: &[&[usize]]) -> Option<Vec<usize>> {
    let mut waits: Vec<usize> = after.iter().map(|before| before.len()).collect();
    let successors = successors(after);
    let mut free: Vec<usize> = (0..waits.len()).filter(|item| waits[*item] == 0).collect();
    let mut done = 0;
    // Takes away, again and again, what waits for nothing; what is left waits in a circle or behind one.
    while let Some(item) = free.pop() {
        done += 1;
        for next in &successors[item] {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                free.push(*next);
            }
        }
    }
    (done < after.len()).then(|| follow(after, &waits))
}

/// For each item those that wait for it.
pub(crate) fn successors(after: &[&[usize]]) -> Vec<Vec<usize>> {
    let mut successors = vec![Vec::new(); after.len()];
    for (item, before) in after.iter().enumerate() {
        for before in *before {
            successors[*before].push(item);
        }
    }
    successors
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
