//! Our own rules, as the build script leaves them: class by class, each read when a sentence first asks for it.

use std::sync::OnceLock;

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
    static NL: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    static SV: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    static EN: [OnceLock<Pack>; CLASSES] = [const { OnceLock::new() }; CLASSES];
    let (read, written) = match lang {
        Lang::Nl => (&NL, by_class!("nl")),
        Lang::Sv => (&SV, by_class!("sv")),
        Lang::En => (&EN, by_class!("en")),
    };
    let place = Class::WEIGHED.into_iter().position(|known| known == class).unwrap_or_default();
    let read_now = || Pack::compiled_in(written[place]).expect("our own packs are read by a test");
    read[place].get_or_init(read_now)
}
