//! What stands around every page: sign, navigation, as whom one acts, the clock, the foot.

use texts::{Lang, Texts};

use crate::reader::{Reader, Through};
use crate::say::Voice;

/// Where in the navigation a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Today,
    Quote,
    Wording,
    Promises,
    Accounts,
    Import,
    Settings,
    Me,
    Elsewhere,
}

/// An entry of the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) href: &'static str,
    pub(crate) name: &'static str,
    pub(crate) here: bool,
}

/// The clock of the demo, with where it can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClockBar {
    pub(crate) now: String,
}

/// What stands around a page.
pub(crate) struct Frame {
    pub(crate) t: &'static dyn Texts,
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) nav: Vec<Entry>,
    /// As whom one acts.
    pub(crate) me: String,
    /// Whether one can sign out.
    pub(crate) signed_in: bool,
    pub(crate) foot: String,
    pub(crate) clock: Option<ClockBar>,
    /// The key under which the page's forms are done once.
    pub(crate) key: String,
    pub(crate) here: Place,
}

impl Frame {
    /// Around a page for a member.
    pub(crate) fn of(reader: &Reader, title: &str, here: Place) -> Self {
        let voice = &reader.voice;
        let t = voice.t();
        let entry = |href, name, place: Place| Entry { href, name, here: place == here };
        let nav = vec![
            entry("/", t.nav_today(), Place::Today),
            entry("/quote", t.nav_quote(), Place::Quote),
            entry("/wording", t.nav_wording(), Place::Wording),
            entry("/promises", t.nav_promises(), Place::Promises),
            entry("/accounts", t.nav_accounts(), Place::Accounts),
            entry("/import", t.nav_import(), Place::Import),
        ];
        // Every way would lead back to where the second factor is set up.
        let nav = if reader.owes_second_factor { Vec::new() } else { nav };
        let clock = reader.app.clock().is_movable().then(|| ClockBar {
            now: format!("{}, {}", voice.lang.full_day(voice.today()), voice.time(voice.now)),
        });
        Self {
            t,
            lang: voice.lang,
            title: title.to_owned(),
            nav,
            me: reader.name().to_owned(),
            signed_in: matches!(reader.through, Through::Session { .. }),
            foot: t.foot(&reader.organisation.name.as_str(), &voice.time(voice.now)),
            clock,
            key: reader.app.fresh_key(),
            here,
        }
    }

    /// Around a page that stands alone: nobody is known to read it.
    pub(crate) fn alone(voice: &Voice, title: &str) -> Self {
        Self {
            t: voice.t(),
            lang: voice.lang,
            title: title.to_owned(),
            nav: Vec::new(),
            me: String::new(),
            signed_in: false,
            foot: String::new(),
            clock: None,
            key: String::new(),
            here: Place::Elsewhere,
        }
    }
}
