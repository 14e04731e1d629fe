//! By which names texts call a capability, so that none is called as another.

use super::{Capability, CapabilityRefusal};
use crate::id::CapabilityId;
use crate::party::Language;
use crate::words::Line;

/// Most other names that one capability has.
pub const MOST_NAMES: usize = 50;

/// How texts call a capability, beside its name in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherName {
    /// In which language; `None` in all of them, as names of products are.
    pub language: Option<Language>,
    /// The name.
    pub name: Line,
}

/// That no capability of the register, but the one that is asked about, is called by one of these names.
///
/// # Errors
/// [`CapabilityRefusal::NameTaken`] with the first that is.
pub fn unmistakable<'a>(
    register: impl IntoIterator<Item = &'a (CapabilityId, Capability)>,
    whose: Option<CapabilityId>,
    name: &Line,
    names: &[OtherName],
) -> Result<(), CapabilityRefusal> {
    let given = || std::iter::once(name).chain(names.iter().map(|other| &other.name));
    for (id, other) in register {
        if Some(*id) == whose {
            continue;
        }
        let taken = other.taken_names();
        if let Some(name) = given().find(|name| taken.contains(&plain(name))) {
            let (name, other) = (name.clone(), other.name.clone());
            return Err(CapabilityRefusal::NameTaken { name, other });
        }
    }
    Ok(())
}

/// That a capability has each of its names once, and not more than are looked for.
pub(super) fn distinct(name: &Line, names: &[OtherName]) -> Result<(), CapabilityRefusal> {
    if names.len() > MOST_NAMES {
        return Err(CapabilityRefusal::TooManyNames { given: names.len() });
    }
    for (place, other) in names.iter().enumerate() {
        // One word may be the name in two languages; the same word twice for one language says nothing.
        let before = names[..place]
            .iter()
            .any(|before| before.language == other.language && alike(&before.name, &other.name));
        if before || (other.language.is_none() && alike(name, &other.name)) {
            return Err(CapabilityRefusal::NamedTwice { name: other.name.clone() });
        }
    }
    Ok(())
}

/// A name without what no reader tells names apart by: capitals, blanks and hyphens.
pub fn plain(name: &Line) -> String {
    let letters = name.as_str().chars().filter(|c| !c.is_whitespace() && *c != '-');
    letters.flat_map(char::to_lowercase).collect()
}

fn alike(one: &Line, other: &Line) -> bool {
    plain(one) == plain(other)
}
