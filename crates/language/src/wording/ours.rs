//! Our own rules, as the build script leaves them: class by class, each read when a sentence first asks for it.

use std::sync::OnceLock;
use std::thread;

use super::Class;
use super::pack::Pack;
use crate::Lang;

/// The rules of each class in a language, in the order of [`Class::WEIGHED`].
macro_rules! by_class {
    ($lang:literal) => {
        [
            include_str!(concat!(env!("OUT_DIR"), "/", $lang, "-vague_time.json")),
            include_str!(concat!(env!("OUT_DIR"), "/", $lang, "-flat_refusal.json")),
            include_str!(concat!(env!("OUT_DIR"), "/", $lang, "-hiding_rules.json")),
            include_str!(concat!(env!("OUT_DIR"), "/", $lang, "-telling_customer.json")),
            include_str!(concat!(env!("OUT_DIR"), "/", $lang, "-absolute_claim.json")),
        ]
    };
}

/// How many packs there are of a language.
const CLASSES: usize = Class::WEIGHED.len();

/// The rules of a class in a language, read when they are first asked for; those of [`Class::Exemption`] are in no pack,
/// and those of times stand in for them.
#[expect(clippy::expect_used, reason = "the packs are compiled in, and a test reads each of them")]
pub(super) fn of((lang, class): (Lang, Class)) -> &'static Pack {
    let written = match lang {
        Lang::Nl => by_class!("nl"),
        Lang::Sv => by_class!("sv"),
        Lang::En => by_class!("en"),
    };
    let read =
        || Pack::compiled_in(written[place(class)]).expect("our own packs are read by a test");
    cell((lang, class)).get_or_init(read)
}

/// Reads those packs among some that have not been, two at a time: a first text that is doubtful in many ways would
/// otherwise wait for one after the other.
pub(super) fn read(wanted: impl Iterator<Item = (Lang, Class)>) {
    let unread: Vec<(Lang, Class)> = wanted.filter(|one| cell(*one).get().is_none()).collect();
    let (here, there) = unread.split_at(unread.len().div_ceil(2));
    let read = |packs: &[(Lang, Class)]| {
        for one in packs {
            of(*one);
        }
    };
    if there.is_empty() {
        return;
    }
    thread::scope(|scope| {
        // Where no thread can be had, they are read when they are asked for.
        let _none_or_one = thread::Builder::new().spawn_scoped(scope, || read(there));
        read(here);
    });
}

/// Where a pack is once it is read.
fn cell((lang, class): (Lang, Class)) -> &'static OnceLock<Pack> {
    static NL: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    static SV: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    static EN: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    let all = match lang {
        Lang::Nl => &NL,
        Lang::Sv => &SV,
        Lang::En => &EN,
    };
    &all[place(class)]
}

/// The place of a class among those that packs are of.
fn place(class: Class) -> usize {
    Class::WEIGHED.into_iter().position(|known| known == class).unwrap_or_default()
}
