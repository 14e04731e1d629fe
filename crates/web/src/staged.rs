//! Files that were uploaded and wait for a yes, in memory only: a dry run shows them, a second step takes them in. Each
//! waits for the organisation that brought it, and is not there for any other.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use promise::OrganisationId;

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
pub(crate) struct Staged(Mutex<VecDeque<(Place, Arc<StagedFile>)>>);

/// Whose file it is, and under which token it waits.
type Place = (OrganisationId, String);

impl Staged {
    /// Keeps a file under a token, in the place of what was kept under it before.
    pub(crate) fn put(
        &self,
        whose: OrganisationId,
        token: &str,
        file: StagedFile,
    ) -> Arc<StagedFile> {
        let file = Arc::new(file);
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|(place, _)| !is(place, whose, token));
        if files.len() == MOST_FILES {
            files.pop_front();
        }
        files.push_back(((whose, token.to_owned()), Arc::clone(&file)));
        file
    }

    /// The file under a token, if it still waits.
    pub(crate) fn get(&self, whose: OrganisationId, token: &str) -> Option<Arc<StagedFile>> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|(place, _)| is(place, whose, token)).map(|(_, file)| Arc::clone(file))
    }

    /// Lets a file go.
    pub(crate) fn drop(&self, whose: OrganisationId, token: &str) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|(place, _)| !is(place, whose, token));
    }
}

fn is(place: &Place, whose: OrganisationId, token: &str) -> bool {
    place.0 == whose && place.1 == token
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_file_goes_when_too_many_wait() {
        let staged = Staged::default();
        let [us, them] = [1, 2].map(|id| OrganisationId::new(uuid::Uuid::from_u128(id)));
        for token in ["a", "b", "c", "d", "e"] {
            let (name, mapping) = (token.to_owned(), String::new());
            staged.put(us, token, StagedFile { name, bytes: Arc::new([]), mapping });
        }
        assert!(staged.get(us, "a").is_none());
        assert_eq!(staged.get(us, "e").unwrap().name, "e");
        staged.drop(them, "e");
        assert!(staged.get(them, "e").is_none(), "it waits for those who brought it");
        assert_eq!(staged.get(us, "e").unwrap().name, "e");
        staged.drop(us, "e");
        assert!(staged.get(us, "e").is_none());
    }
}
