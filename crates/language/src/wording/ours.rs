//! Our own rules, as the build script leaves them: class by class, each read when a sentence first asks for it.

use std::thread;

use super::Class;
use super::pack::Pack;
use crate::Lang;
use crate::lang::PerLang;

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

/// The packs of each class once they are read.
static READ: [PerLang<Pack>; Class::WEIGHED.len()] =
    [const { PerLang::new() }; Class::WEIGHED.len()];

/// The rules of a class in a language, read when they are first asked for; those of [`Class::Exemption`] are in no pack,
/// and those of times stand in for them.
#[expect(clippy::expect_used, reason = "the packs are compiled in, and a test reads each of them")]
pub(super) fn of((lang, class): (Lang, Class)) -> &'static Pack {
    let place = place(class);
    READ[place].get_or_make(lang, || {
        let written = match lang {
            Lang::Nl => by_class!("nl"),
            Lang::Sv => by_class!("sv"),
            Lang::En => by_class!("en"),
        };
        Pack::compiled_in(written[place]).expect("our own packs are read by a test")
    })
}

/// Reads those packs among some that have not been, two at a time: a first text that is doubtful in many ways would
/// otherwise wait for one after the other.
pub(super) fn read(wanted: impl Iterator<Item = (Lang, Class)>) {
    let is_unread = |(lang, class): &(Lang, Class)| READ[place(*class)].get(*lang).is_none();
    let unread: Vec<(Lang, Class)> = wanted.filter(is_unread).collect();
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

/// The place of a class among those that packs are of.
fn place(class: Class) -> usize {
    Class::WEIGHED.into_iter().position(|known| known == class).unwrap_or_default()
}
