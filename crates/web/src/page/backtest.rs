//! Would it have held? The organisation's own past replayed, for people: a sentence, a drawing, and every number behind
//! it. Nothing of a person is shown.

mod beside;
mod groups;
mod levels;
mod over_time;

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forecast::scorecard::Share;
use jiff::Timestamp;
use jiff::civil::Date;
use service::backtest::{Backtest, LEAST, MOST, Matter, Replay};
use service::plan::percent;
use service::{Caller, ServiceError, Wanted};

use super::{Markup, render};
use crate::app::App;
use crate::drawing::share::Seen;
use crate::failure::Failure;
use crate::form::Asked;
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::Voice;

/// Where 85% stands among the levels.
const USUAL: usize = 2;
/// A page waits so long for a replay, and then says how far it is.
const PATIENCE: Duration = Duration::from_secs(4);
/// A share so near to what was said is what was said, whatever chance leaves open.
const NEAR: f64 = 0.02;

#[derive(Template)]
#[template(path = "backtest.html")]
struct Page {
    f: Frame,
    over: Option<String>,
    heading: String,
    said: Vec<String>,
    matters: Vec<Link>,
    sections: Vec<Section>,
    /// Where to go when there is nothing to show.
    next: Option<(&'static str, &'static str)>,
    /// Where the same is looked at again, while the replay goes on.
    again: Option<String>,
}

/// What else can be replayed.
struct Link {
    href: String,
    name: &'static str,
    here: bool,
}

/// A part of the page: what is found, the drawing of it, and its numbers.
#[derive(Default)]
struct Section {
    id: &'static str,
    heading: &'static str,
    note: String,
    said: Vec<String>,
    figure: Option<Markup>,
    is_half: bool,
    caption: Option<&'static str>,
    key: Option<Markup>,
    table: Option<Table>,
    /// Whether the numbers stand open.
    is_open: bool,
    footnote: Option<&'static str>,
}

/// Numbers: the name of a row stands first.
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// `GET /backtest`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let matter = match asked.some("question") {
        None => Matter::Elapsed,
        Some(code) => Matter::of_code(code).ok_or_else(|| ServiceError::Input {
            field: "question",
            given: code.to_owned(),
            wanted: Wanted::Matter,
        })?,
    };
    let voice = &reader.voice;
    let title = voice.t().backtest_title();
    let page = Page {
        f: Frame::of(&reader, title, Place::Quote),
        over: None,
        heading: title.to_owned(),
        said: Vec::new(),
        matters: Vec::new(),
        sections: Vec::new(),
        next: None,
        again: None,
    };
    let page = match replay(&app, &reader.caller(), matter).await? {
        Replay::Done(backtest) => done(voice, &backtest, page),
        Replay::Going(going) => {
            let (passed, of) = going.passed();
            let hundredth = u32::try_from(passed * 100 / of.max(1)).unwrap_or(100);
            let said = voice.t().backtest_going(&voice.lang.percent(hundredth));
            Page { said: vec![said], again: Some(address(matter)), ..page }
        }
    };
    render(&page)
}

/// A replay, when it is done soon enough.
pub(crate) async fn replay(
    app: &App,
    caller: &Caller,
    matter: Matter,
) -> Result<Replay, ServiceError> {
    let mut replay = app.service().backtest(caller, matter).await?;
    if let Replay::Going(going) = &mut replay
        && tokio::time::timeout(PATIENCE, going.ended()).await.is_ok()
    {
        replay = app.service().backtest(caller, matter).await?;
    }
    Ok(replay)
}

fn address(matter: Matter) -> String {
    format!("/backtest?question={}", matter.code())
}

/// The page of a replay that is done.
fn done(voice: &Voice, backtest: &Backtest, page: Page) -> Page {
    let t = voice.t();
    let telling = Telling { voice, backtest };
    let page = Page { over: telling.over(), matters: telling.matters(), ..page };
    if backtest.ended == 0 {
        let (said, next) = match backtest.matter {
            Matter::Promise => (t.backtest_none_promises(), ("/record", t.begin_found_do())),
            Matter::Elapsed | Matter::Remaining | Matter::Effort => {
                (t.backtest_none(), ("/import", t.begin_history_do()))
            }
        };
        return Page { over: None, said: vec![said.to_owned()], next: Some(next), ..page };
    }
    let share = backtest.card.all.shares[USUAL];
    if share.of < LEAST {
        return Page { said: telling.few(share), ..page };
    }
    Page {
        heading: t.backtest_head(&telling.what(), &telling.usual(), &whole(share)),
        said: telling.headline(share),
        sections: telling.sections(),
        ..page
    }
}

/// Tells what a replay was worth.
struct Telling<'a> {
    voice: &'a Voice,
    backtest: &'a Backtest,
}

/// Whether as much held as was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    AsSaid,
    Bold,
    Careful,
}

impl Verdict {
    /// What chance may have done is no fault.
    fn of(share: Share, level: f64) -> Self {
        let (low, high) = share.interval();
        let value = share.value().unwrap_or(level);
        if (low..=high).contains(&level) || (value - level).abs() <= NEAR {
            Self::AsSaid
        } else if value < level {
            Self::Bold
        } else {
            Self::Careful
        }
    }
}

impl Telling<'_> {
    fn level(&self, level: f64) -> String {
        self.voice.lang.percent(percent(level))
    }

    /// The level at which dates are usually given.
    fn usual(&self) -> String {
        self.level(forecast::backtest::LEVELS[USUAL])
    }

    /// What is said of each case.
    fn what(&self) -> &'static str {
        let t = self.voice.t();
        match self.backtest.matter {
            Matter::Effort => t.backtest_what_hours(),
            Matter::Elapsed | Matter::Remaining | Matter::Promise => t.backtest_what_dates(),
        }
    }

    fn count(&self, count: usize) -> String {
        self.voice.lang.count(count)
    }

    fn percent(&self, share: Share) -> String {
        self.voice.lang.percent(whole(share))
    }

    /// A share of all cases at the usual level; nothing when it is next to none.
    fn part(&self, count: usize) -> Option<String> {
        let all = &self.backtest.card.all;
        let of = all.shares[USUAL].of + all.undefined[USUAL] + all.open[USUAL];
        let share = Share { held: count, of };
        (share.value()? >= 0.005).then(|| self.percent(share))
    }

    fn between(&self, share: Share) -> String {
        let (low, high) = share.interval();
        self.voice.t().backtest_between_of(&percent(low), &percent(high))
    }

    fn of(&self, share: Share) -> String {
        self.voice.t().backtest_of(&self.count(share.held), &self.count(share.of))
    }

    /// Names as they stand in a sentence.
    fn listed(&self, names: &[String]) -> String {
        match names {
            [some @ .., last] if !some.is_empty() => {
                self.voice.t().backtest_and(&some.join(", "), last)
            }
            names => names.concat(),
        }
    }

    /// A month in words.
    fn month(&self, date: Date) -> String {
        format!("{} {}", self.voice.lang.month(date), date.year())
    }

    /// A day in words, with its year.
    fn day(&self, second: i64) -> String {
        let at = Timestamp::from_second(second).unwrap_or_default();
        let date = self.voice.date(at);
        format!("{} {}", date.day(), self.month(date))
    }

    fn over(&self) -> Option<String> {
        let (t, backtest) = (self.voice.t(), self.backtest);
        let (from, to) = backtest.span?;
        let (from, to) = (self.month(self.voice.date(from)), self.month(self.voice.date(to)));
        let count = self.count(backtest.rows);
        Some(match backtest.matter {
            Matter::Elapsed => t.backtest_over_elapsed(&count, &from, &to),
            Matter::Remaining => t.backtest_over_remaining(&count, &from, &to),
            Matter::Effort => t.backtest_over_effort(&count, &from, &to),
            Matter::Promise => t.backtest_over_promise(&count, &from, &to),
        })
    }

    fn matters(&self) -> Vec<Link> {
        let t = self.voice.t();
        let here = self.backtest.matter;
        let shown = |matter: &Matter| *matter == here || self.backtest.offered.contains(matter);
        let links = Matter::ALL.into_iter().filter(shown).map(|matter| Link {
            href: address(matter),
            name: match matter {
                Matter::Elapsed => t.backtest_matter_elapsed(),
                Matter::Remaining => t.backtest_matter_remaining(),
                Matter::Effort => t.backtest_matter_effort(),
                Matter::Promise => t.backtest_matter_promise(),
            },
            here: matter == here,
        });
        let links: Vec<Link> = links.collect();
        if links.len() > 1 { links } else { Vec::new() }
    }

    /// What is said when there is too little for a share.
    fn few(&self, share: Share) -> Vec<String> {
        let (t, level, least) = (self.voice.t(), self.usual(), self.count(LEAST));
        let few = match share.of {
            0 => t.backtest_few_none(&level, &least),
            of => t.backtest_few(&level, &self.count(share.held), &self.count(of), &least),
        };
        std::iter::once(few).chain(self.left_out()).collect()
    }

    fn headline(&self, share: Share) -> Vec<String> {
        let t = self.voice.t();
        let (low, high) = share.interval();
        let (held, of) = (self.count(share.held), self.count(share.of));
        let (low, high) = (percent(low), percent(high));
        let mut said = vec![t.backtest_said(&held, &of, &self.percent(share), &low, &high)];
        let verdict = match Verdict::of(share, forecast::backtest::LEVELS[USUAL]) {
            Verdict::AsSaid => t.backtest_honest(),
            Verdict::Bold => t.backtest_bold(),
            Verdict::Careful => t.backtest_careful(),
        };
        said.push(verdict.to_owned());
        if self.backtest.matter == Matter::Remaining {
            said.push(t.backtest_weekly().to_owned());
        }
        said.extend(self.left_out());
        said
    }

    /// What is not counted, and why.
    fn left_out(&self) -> Vec<String> {
        let (t, backtest) = (self.voice.t(), self.backtest);
        let young = backtest.card.too_young;
        let (older, backwards) = (backtest.older, backtest.backwards);
        let mut said = Vec::new();
        if young > 0 {
            said.push(t.backtest_too_young(young, &self.count(young)));
        }
        if older > 0 {
            said.push(t.backtest_older(&self.count(MOST), &self.count(older + backtest.rows)));
        }
        if backwards > 0 {
            said.push(t.backtest_backwards(backwards, &self.count(backwards)));
        }
        said
    }

    fn sections(&self) -> Vec<Section> {
        let mut sections = vec![self.levels()];
        sections.extend(self.spread());
        sections.extend(self.beside());
        sections.extend(self.groups());
        sections.extend(self.months());
        sections.extend(self.given());
        sections.push(self.drift());
        sections.extend(self.model());
        sections
    }
}

/// A share in whole per cents: all of them only when it is all, none only when it is none.
fn whole(share: Share) -> u32 {
    match share.value().map(percent) {
        Some(0) if share.held > 0 => 1,
        Some(100) if share.held < share.of => 99,
        Some(whole) => whole,
        None => 0,
    }
}

fn seen(share: Share) -> Seen {
    Seen { share: share.value().unwrap_or(0.0), between: share.interval() }
}
