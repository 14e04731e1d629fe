//! The words by which a sentence claims something, announces it, or leaves it open, in each language.
//!
//! A cue is words that follow each other: `a|b` is either, `w*` what begins so, `!w` anything but (or nothing), `^` the
//! beginning of the clause.

use std::ops::Range;

use super::Window;
use crate::Lang;
use crate::lang::PerLang;
use crate::words::Word;

/// What a heading, or a sentence that ends in a colon, says of what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// Nothing stands above, or only a heading that says neither.
    None,
    /// A sentence that says neither: what it lists is not claimed by being listed.
    Silent,
    /// That it is there.
    There,
    /// That it is to come.
    Coming(Option<Window>),
    /// That it is no offer of ours: questions, wishes, what others sell, something to read.
    Blocked,
}

impl Frame {
    /// When what stands below is to come.
    pub(super) fn window(self) -> Option<Window> {
        match self {
            Self::Coming(window) => window,
            Self::None | Self::Silent | Self::There | Self::Blocked => None,
        }
    }

    /// As a sentence that announces a list.
    pub(super) fn announced(self) -> Self {
        if self == Self::None { Self::Silent } else { self }
    }
}

/// The words of one language, as they are written down.
struct Table {
    /// It is there, or to be had.
    there: &'static str,
    /// It is there at this moment.
    now: &'static str,
    /// It is to come.
    coming: &'static str,
    /// No claim of ours.
    blocks: &'static str,
    /// A no that holds for the whole clause.
    no: &'static str,
    /// Before such a no: the reader is spared something.
    spares: &'static str,
    /// A no for what follows it at once.
    none: &'static str,
    /// What may stand before the name of a thing that a sentence begins with.
    leads: &'static str,
}

const NL: Table = Table {
    there: "beschikbaar, inbegrepen, inclusief, u krijgt|kunt|kan, krijgt|kunt|kan u, je krijgt|kunt|kan, \
        krijg|kun|kan je, jullie krijgen|kunnen, krijgen|kunnen jullie, biedt, bieden, bied, ondersteunt, ondersteunen, \
        heeft, hebt, hebben, heb, bevat, bevatten, beschikt, beschikken, ingebouwd*, standaard, werkt|werken met, \
        integreert, integreren, koppelt, koppelen, geleverd met, komt|komen met|standaard, dankzij, laat|laten u|je|jullie, zit|zitten er|in, \
        er is|zijn, is|zijn er, levert, leveren, regelt, regelen, voorzien van, gebruik|gebruikt, functies, \
        functionaliteiten, mogelijkheden, wat u|je|wij|we, dit krijgt|krijg, mee, meegeleverd, maakt|maken, doet|doen",
    now: "nu !nog, vandaag, al, reeds, per direct, voortaan, sinds, vanaf vandaag|nu",
    coming: "komt|komen !met|standaard, lanceren, lanceert, gelanceerd, binnenkort, volgt, gepland, van plan, roadmap, \
        verwacht*, introduceren, introduceert, werken|bouwen aan, in ontwikkeling, straks, op komst, zal, zullen, toegevoegd, \
        voegen, uitrollen, uitgerold, in de maak, op de planning, toekomst, toekomstig*",
    blocks: "^ als !enige|eerste|extra|onderdeel|standaard, indien, mits, tenzij, zou, zouden, misschien, wellicht, \
        vragen|vraagt|vroeg|vroegen|gevraagd om|naar, wens*, willen, wil, wilt, nodig, vroeger, voorheen, was, waren, had, hadden, \
        concurrent*, andere|ander pakketten|pakket|systemen|leveranciers|tools|aanbieders, elders, webinar*, blog*, training*, \
        cursus*, workshop*, artikel*, veelgestelde",
    no: "niet !alleen|enkel, nooit",
    spares: "hoef, hoeft, hoeven",
    none: "geen, zonder",
    leads: "met, via, dankzij, onze, ons, de, het, een, nieuwe, nieuw, in, uw, je, ook, alle",
};

const SV: Table = Table {
    there: "tillgänglig*, ingår, inkluder*, inklusive, ni|du får|kan, får|kan ni|du, erbjuder, erbjuds, stöder, stödjer, har, \
        innehåller, inbygg*, som|är standard, fungerar med, integrerar, kopplar, levereras med, tack vare, ger er|dig, \
        låter er|dig, finns, följer med, klarar, hanterar, använd, använder, funktioner, det ingår, det här, detta, kommer med, \
        hjälper, gör, skickar, skapar, sköter",
    now: "nu, redan, idag, i dag, numera, sedan, direkt",
    coming: "kommer !med, kommande, lansera*, snart, planer*, roadmap, färdplan, väntas, introducera*, arbetar|jobbar|bygger på, \
        under utveckling, på gång, rullar|rullas ut, släpper, släpps, lägger|läggs till, framöver, framtid*, ska|skall",
    blocks: "^ om, ifall, skulle, kanske, kunde, efterfråg*, önska*, önskan, önskemål, vill, behöver !inte, tidigare, förr, fanns, \
        hade, konkurrent*, andra|annat system|systemet|verktyg|leverantörer|program, webbinari*, webinar*, blogg*, utbildning*, \
        kurs*, workshop*, artikel*, artiklar, vanliga frågor, frågar|frågat efter|om",
    no: "inte !bara|enbart|minst, ej, aldrig",
    spares: "behöver, behövs, måste",
    none: "ingen, inget, inga, utan !också|även|att",
    leads: "med, via, genom, tack, vare, vår, vårt, våra, den, det, de, en, ett, ny, nya, nytt, i, er, ert, din, ditt, alla, också",
};

const EN: Table = Table {
    there: "available, included, includes, include, including, comes|come with, ships|ship with, you get|can|receive, \
        you 'll|will get|receive, you also get, lets|let|allows|enables|gives you, offers, offer, supports, we support, provides, provide, \
        has, have !to, built-in, built in, as standard, out of the box, works|work with, integrates|integrate with, \
        connects|connect to|with, ready, features, thanks to, use our, with our, what you get, does, handles, makes, creates, sends, \
        there is|are, your own",
    now: "now, today, already, immediately, since",
    coming: "launch, launches, launching, coming, arrives, will !get|receive, we|it|they 'll, planned, we plan, plans to, roadmap, expected, \
        introduce, introducing, introduces, release, releases, releasing, rolling|roll out, adding, add !to, soon, upcoming, going to, \
        working on, in development, in the works, comes in|on|this|next, future",
    blocks: "^ if, unless, whether, could, would, might, ask|asks|asked|asking for|about|us, request*, wish*, want|wants|wanted, \
        need|needs, used to, previously, formerly, was, were, had, competitor*, other|most tools|vendors|systems|suppliers|packages|products, \
        elsewhere, webinar*, blog*, training*, course*, workshop*, article*, frequently",
    no: "not !only|just|least|have|need, no longer, never, nor, cannot",
    spares: "need",
    none: "no, without, lacks, lack",
    leads: "with, via, through, our, the, a, an, new, in, your, thanks, to, also, all, every",
};

/// A part of a cue.
#[derive(Debug)]
enum Part {
    /// The beginning of the clause.
    Start,
    /// One of these words.
    One(Vec<Test>),
    /// None of these words, or the end.
    Not(Vec<Test>),
}

#[derive(Debug)]
enum Test {
    Word(&'static str),
    Begins(&'static str),
}

impl Test {
    fn passes(&self, low: &str) -> bool {
        match self {
            Self::Word(word) => low == *word,
            Self::Begins(stem) => low.starts_with(stem),
        }
    }
}

/// The words of one language, ready.
#[derive(Debug)]
pub(super) struct Cues {
    there: Vec<Vec<Part>>,
    now: Vec<Vec<Part>>,
    coming: Vec<Vec<Part>>,
    blocks: Vec<Vec<Part>>,
    no: Vec<Vec<Part>>,
    spares: Vec<Vec<Part>>,
    none: Vec<Vec<Part>>,
    leads: Vec<Vec<Part>>,
}

fn tests(text: &'static str) -> Vec<Test> {
    let test = |one: &'static str| one.strip_suffix('*').map_or(Test::Word(one), Test::Begins);
    text.split('|').map(test).collect()
}

fn cues(text: &'static str) -> Vec<Vec<Part>> {
    let part = |part: &'static str| match (part, part.strip_prefix('!')) {
        ("^", _) => Part::Start,
        (_, Some(rest)) => Part::Not(tests(rest)),
        (_, None) => Part::One(tests(part)),
    };
    text.split(',').map(|cue| cue.split_whitespace().map(part).collect()).collect()
}

/// Most words of an item or a heading beside the name of a thing, for it to be no more than that name.
const BARE_WORDS: usize = 5;

/// "Hoeft u niet": the no stands at most this many words behind what takes its force.
const SPARES_REACH: usize = 2;

/// A no reaches this many words ahead.
const NONE_REACHES: usize = 2;

impl Cues {
    fn of(table: &Table) -> Self {
        Self {
            there: cues(table.there),
            now: cues(table.now),
            coming: cues(table.coming),
            blocks: cues(table.blocks),
            no: cues(table.no),
            spares: cues(table.spares),
            none: cues(table.none),
            leads: cues(table.leads),
        }
    }

    /// The words of a language; made when they are first asked for.
    pub(super) fn in_language(lang: Lang) -> &'static Self {
        static ALL: PerLang<Cues> = PerLang::new();
        let table = match lang {
            Lang::Nl => &NL,
            Lang::Sv => &SV,
            Lang::En => &EN,
        };
        ALL.get_or_make(lang, || Self::of(table))
    }

    /// Whether the words say that something is there, or to be had.
    pub(super) fn says_there(&self, words: &[Word<'_>]) -> bool {
        any(&self.there, words)
    }

    /// Whether they say that it is there at this moment.
    pub(super) fn says_now(&self, words: &[Word<'_>]) -> bool {
        any(&self.now, words)
    }

    /// Whether they say that it is to come.
    pub(super) fn comes(&self, words: &[Word<'_>]) -> bool {
        any(&self.coming, words)
    }

    /// Whether they are no claim of ours, whatever else they say.
    pub(super) fn blocks(&self, words: &[Word<'_>]) -> bool {
        any(&self.blocks, words)
    }

    /// Whether a clause says no to what is named in it at a place.
    pub(super) fn denies(&self, clause: &[Word<'_>], named: Range<usize>) -> bool {
        // "You need not retype": nothing is denied.
        let is_spared =
            |place: usize| any(&self.spares, &clause[place.saturating_sub(SPARES_REACH)..place]);
        let holds = |place: usize| !named.contains(&place) && !is_spared(place);
        if places(&self.no, clause).any(holds) {
            return true;
        }
        // "No extra cost" says no to the cost, "no built-in export" to the export.
        places(&self.none, clause)
            .any(|place| place < named.start && named.start - place <= NONE_REACHES)
    }

    /// Whether a clause begins with what is named in it, and goes on: "With the export you save hours".
    pub(super) fn leads(&self, clause: &[Word<'_>], named: Range<usize>) -> bool {
        let before = clause.get(..named.start).unwrap_or_default();
        let goes_on =
            clause.get(named.end..).is_some_and(|rest| rest.iter().any(|word| !word.mark));
        let only_leads = before
            .iter()
            .enumerate()
            .all(|(place, word)| word.mark || places(&self.leads, before).any(|at| at == place));
        goes_on && only_leads
    }

    /// Whether an item or a heading is hardly more than what is named in it.
    pub(super) fn is_bare(words: &[Word<'_>], named: Range<usize>) -> bool {
        let besides = words.iter().enumerate();
        let besides = besides.filter(|(place, word)| !word.mark && !named.contains(place));
        besides.count() <= BARE_WORDS
    }

    /// What a heading or an announcing sentence says of what stands below it; `ahead` is a time in it that lies ahead.
    pub(super) fn frame(&self, words: &[Word<'_>], ahead: Option<Window>) -> Frame {
        if self.blocks(words) || words.iter().any(|word| word.low == "?") {
            Frame::Blocked
        } else if self.comes(words) || ahead.is_some() {
            Frame::Coming(ahead)
        } else if self.says_there(words) || self.says_now(words) {
            Frame::There
        } else {
            Frame::None
        }
    }
}

fn any(cues: &[Vec<Part>], words: &[Word<'_>]) -> bool {
    places(cues, words).next().is_some()
}

/// The places of a clause at which one of the cues stands.
fn places<'a>(cues: &'a [Vec<Part>], words: &'a [Word<'a>]) -> impl Iterator<Item = usize> + 'a {
    let first = words.iter().position(|word| !word.mark).unwrap_or_default();
    (0..words.len()).filter(move |at| cues.iter().any(|cue| fits(cue, &words[*at..], *at == first)))
}

fn fits(cue: &[Part], words: &[Word<'_>], begins: bool) -> bool {
    let mut words = words.iter();
    cue.iter().all(|part| match part {
        Part::Start => begins,
        Part::One(tests) => {
            words.next().is_some_and(|word| tests.iter().any(|test| test.passes(&word.low)))
        }
        Part::Not(tests) => {
            !words.next().is_some_and(|word| tests.iter().any(|test| test.passes(&word.low)))
        }
    })
}
