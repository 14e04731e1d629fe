//! Files that were uploaded and wait for a yes, in memory only: a dry run shows them, a second step takes them in.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// So many files wait at most; the oldest one goes first.
const MOST_FILES: usize = 4;

/// A file that waits for a yes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StagedFile {
    /// What it was called.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Arc<[u8]>,
    /// The mapping by which it was last read.
    pub(crate) mapping: String,
}

/// The files that wait.
#[derive(Debug, Default)]
pub(crate) struct Staged(Mutex<VecDeque<(String, Arc<StagedFile>)>>);

impl Staged {
    /// Keeps a file under a token, in the place of what was kept under it before.
    pub(crate) fn put(&self, token: &str, file: StagedFile) -> Arc<StagedFile> {
        let file = Arc::new(file);
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|(of, _)| of != token);
        if files.len() == MOST_FILES {
            files.pop_front();
        }
        files.push_back((token.to_owned(), Arc::clone(&file)));
        file
    }

    /// The file under a token, if it still waits.
    pub(crate) fn get(&self, token: &str) -> Option<Arc<StagedFile>> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|(of, _)| of == token).map(|(_, file)| Arc::clone(file))
    }

    /// Lets a file go.
    pub(crate) fn drop(&self, token: &str) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|(of, _)| of != token);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_file_goes_when_too_many_wait() {
        let staged = Staged::default();
        for token in ["a", "b", "c", "d", "e"] {
            let (name, mapping) = (token.to_owned(), String::new());
            staged.put(token, StagedFile { name, bytes: Arc::new([]), mapping });
        }
        assert!(staged.get("a").is_none());
        assert_eq!(staged.get("e").unwrap().name, "e");
        staged.drop("e");
        assert!(staged.get("e").is_none());
    }
}
