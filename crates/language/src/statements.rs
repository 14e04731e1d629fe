//! Who promises what, who asks for what, and what is refused or passed on, in the writer's own words.
//!
//! Rules over the words of each clause speak for a statement or against it; each is a row in the table of its language
//! with its reason, so a writer can be told why. What speaks against a promise: the past, a question, a mere possibility,
//! a negation, a condition (of the clause it stands in only: "if it fails, we come" promises to come), somebody else's
//! words. A third party's promise passed on is not ours, yet worth knowing: our own may hang on it.

mod bits;
mod clause;
mod dictionary;
mod en;
mod lexicon;
mod nl;
mod pattern;
mod readings;
mod shapes;
mod signs;
mod skeleton;
mod small_words;
mod sv;
mod time;
mod weighing;
mod weights;

use self::clause::Clause;
use self::dictionary::Seen;
use self::lexicon::{Lexicon, Room, Says};
pub use self::signs::Signs;
use self::time::{Coming, Times};
pub use self::weighing::{Worded, signs};
pub use self::weights::{Meaning, Scale, Table, Weights};
use crate::dates::{self, Found};
use crate::sentences::{self, Sentence};
use crate::words::{Text, lower_of};
use crate::{Lang, Span, zones};

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// Somebody will do something.
    Commitment,
    /// The reader is asked for something.
    Request,
    /// We will not or cannot do something.
    Refusal,
    /// A third party's promise, told to the reader.
    PassedOn,
}

/// Who is to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// The writer's side.
    Us,
    /// The reader's side.
    Them,
    /// Neither.
    ThirdParty,
}

/// Something that spoke for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// The words that did.
    pub span: Span,
    /// Why, in short English words; a name for the rule.
    pub because: &'static str,
}

/// A sentence, or an item of a list, in which something is promised, asked, refused or passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The whole sentence or item.
    pub span: Span,
    /// What is said.
    pub label: Label,
    /// Who is to act.
    pub who: Who,
    /// Whether the time is missing or says nothing ("soon").
    pub vague: bool,
    /// Whether it hangs on a condition.
    pub conditional: bool,
    /// What spoke for it.
    pub features: Vec<Feature>,
    /// The clauses in which it is said, in order; a time in another clause is of something else.
    pub clauses: Vec<Span>,
}

/// Whether the tables of a language have been made.
pub(crate) fn are_ready(lang: Lang) -> bool {
    Lexicon::is_made(lang)
}

/// Makes the tables of a language, unless they have been.
pub(crate) fn make_ready(lang: Lang) {
    Lexicon::in_language(lang);
}

/// The statements of a text in the writer's own words, in order.
pub fn find(text: &str, reading: &dates::Reading<'_>) -> Vec<Statement> {
    let low = lower_of(text);
    let sentences = sentences::of(Text::of(text, &low), &zones::of(text), reading.lang);
    of_sentences(&sentences, &dates::find(text, reading), reading).0
}

/// The statements of sentences and times that were already found, and how each sentence is worded by the
/// weight of its signs.
pub fn of_sentences(
    sentences: &[Sentence<'_>],
    times: &[Found],
    reading: &dates::Reading<'_>,
) -> (Vec<Statement>, Vec<Worded>) {
    let weights = Weights::in_language(reading.lang);
    let (mut statements, mut worded) = (Vec::new(), Vec::with_capacity(sentences.len()));
    let mut signs = Signs::default();
    let mut frame = None;
    readings::for_each(sentences, times, reading, |place, reading| {
        let sentence = reading.sentence;
        let found = statements.len();
        reading.statements(&mut statements);
        signs.read(&reading, statements.get(found..).unwrap_or_default());
        let weighed = weights.weigh(&signs);
        worded.push(reading.worded(&weighed, sentences.len()));
        let opens = sentence.announces() && sentences.get(place + 1).is_some_and(|next| next.item);
        if opens && !sentence.item {
            frame = reading.frame();
            if frame.is_some() {
                statements.truncate(found);
                return;
            }
        } else if !sentence.item {
            frame = None;
        }
        let Some(frame) = frame else {
            reading.settle(found, &mut statements, &weighed);
            return;
        };
        if frame == (Label::Commitment, Who::Us) {
            // "What we will do: - send you the form" asks for nothing.
            let told = |one: &Statement| one.label == Label::Request && reading.imperative();
            if statements[found..].iter().all(told) {
                statements.truncate(found);
            }
        }
        if statements.len() == found {
            statements.extend(reading.within(frame));
        }
    });
    (statements, worded)
}

/// How many words name a day of the month and nothing else: "on the 13th".
const DAY_ALONE: usize = 3;

/// How many words a clause has at most that does nothing but name a time.
const TIME_ALONE: usize = 7;

/// What a clause says, of whom, whether vaguely, and why.
type Said = (Label, Who, bool, Vec<Feature>);

/// A sentence with its clauses read.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one sentence")]
struct Reading<'a> {
    sentence: &'a Sentence<'a>,
    /// Its words as rules see them.
    seen: &'a [Seen],
    clauses: Vec<Clause<'a>>,
    asks: bool,
    /// The times of all clauses that are no condition and nobody else's words.
    times: Times,
    /// Whether any clause names a time.
    timed: bool,
    /// Whether a clause that tells when names a time: "when you come on Friday".
    told: bool,
    /// Where times were read in it, in order.
    times_at: Vec<Span>,
    /// Whether one of them, or a word, leaves open which day is meant.
    wide: bool,
    /// Whether one of them lies ahead.
    ahead: bool,
}

impl<'a> Reading<'a> {
    /// Of a sentence with the words that rules see, its times, and those of them that lie ahead.
    fn of(
        sentence: &'a Sentence<'a>,
        seen: &'a [Seen],
        (held, dates): (&[&Found], &[Coming]),
        lexicon: &'a Lexicon,
        room: &mut Room,
    ) -> Self {
        let mut clauses: Vec<Clause<'a>> = Vec::with_capacity(sentence.clauses.len());
        let (mut times, mut timed, mut told) = (Times::default(), false, false);
        let (mut reported, mut sourced, mut opening) = (false, false, true);
        let mut after_ours = false;
        for range in &sentence.clauses {
            let mut clause = Clause::read(sentence, seen, range.clone(), lexicon, room);
            clause.reported = reported;
            let words = &seen[range.clone()];
            let spans = &sentence.words[range.clone()];
            clause.held(dates, |span| {
                let inside = spans.iter().zip(words).filter(|(word, _)| span.holds(word.span));
                let any = |class: u128| inside.clone().any(|(_, word)| word.classes & class != 0);
                (any(lexicon.months), any(lexicon.units) || inside.clone().count() > DAY_ALONE)
            });
            reported |= clause.says(&[Says::Report]) && !clause.condition;
            if clause.says(&[Says::Source]) {
                // "It will be ready in May, according to the paper."
                clauses.iter_mut().for_each(|before| before.sourced = true);
                sourced = true;
            }
            clause.sourced = sourced;
            clause.opening = opening;
            clause.after_ours = after_ours;
            after_ours |= clause.ours;
            opening &= clause.condition || (clause.fits.is_empty() && !clause.ours);
            if let Some(before) = clauses.last_mut() {
                clause.led = before.times.ahead && !before.condition;
                before.followed = clause.times.named && range.len() <= TIME_ALONE && !clause.ours;
            }
            told |= clause.says(&[Says::Tells]) && clause.times.named;
            timed |= clause.times.named || clause.times.vague;
            if !clause.condition && !clause.reported && !clause.says(&[Says::Report]) {
                times.named |= clause.times.named;
                times.vague |= clause.times.vague;
                times.blurred |= clause.times.blurred;
                times.ahead |= clause.times.ahead;
                times.past |= clause.times.past;
                times.often |= clause.times.often;
            }
            clauses.push(clause);
        }
        // "…, do you think?": a question is one from its first word, unless it begins as a statement.
        let asks = sentence.asks();
        if asks {
            let states = seen.first().is_some_and(|word| word.classes & lexicon.states != 0);
            let from = if states { clauses.len().saturating_sub(1).max(1) } else { 0 };
            for clause in clauses.iter_mut().skip(from) {
                clause.reported = true;
            }
            // A question of one clause, whatever it begins with.
            if let [only] = &mut clauses[..] {
                only.reported = true;
            }
        }
        let ahead = !dates.is_empty();
        let times_at = held.iter().map(|time| time.span).collect();
        let wide = held.iter().any(|time| time.is_wide())
            || seen.iter().any(|word| word.classes & lexicon.wide != 0);
        Self { sentence, seen, clauses, asks, times, timed, told, times_at, wide, ahead }
    }

    /// Whether any time was read in it.
    const fn is_dated(&self) -> bool {
        !self.times_at.is_empty()
    }

    /// What the list below this sentence is a list of.
    fn frame(&self) -> Option<(Label, Who)> {
        let says = |wanted: Says| self.clauses.iter().any(|clause| clause.says(&[wanted]));
        if says(Says::OpensTheirs) || says(Says::Request) || says(Says::Imperative) {
            return Some((Label::Request, Who::Them));
        }
        let ours = says(Says::OpensOurs) || says(Says::We) || says(Says::WeByTime);
        let against = says(Says::Report) || says(Says::Refusal);
        (ours && !against).then_some((Label::Commitment, Who::Us))
    }

    /// The statement an item makes only because of the words above its list.
    fn within(&self, (label, who): (Label, Who)) -> Option<Statement> {
        let against = self.asks
            || self.times.past
            || self.clauses.iter().any(|clause| {
                clause.says(&[Says::Report, Says::Refusal, Says::Third, Says::Source])
            });
        let feature = Feature { span: self.sentence.span, because: "what its list is said to be" };
        (!against).then(|| Statement {
            span: self.sentence.span,
            label,
            who,
            vague: !self.times.named || self.times.blurred,
            conditional: self.conditional(),
            features: vec![feature],
            clauses: vec![self.sentence.span],
        })
    }

    /// Whether all it asks, it asks by an imperative.
    fn imperative(&self) -> bool {
        self.clauses.iter().all(|clause| !clause.says(&[Says::Request, Says::RequestIfAsked]))
    }

    fn conditional(&self) -> bool {
        self.clauses.iter().any(|clause| clause.condition || clause.says(&[Says::Hinges]))
    }

    /// Adds what the sentence says, one statement a label and actor.
    fn statements(&self, statements: &mut Vec<Statement>) {
        let begin = statements.len();
        let mut said = Vec::new();
        for (place, clause) in self.clauses.iter().enumerate() {
            if clause.says(&[Says::Wish]) && self.hinges_on_the_reader(place) {
                statements.push(self.wish(clause));
                continue;
            }
            self.clause(clause, &mut said);
            for (label, who, vague, features) in said.drain(..) {
                let same = statements[begin..]
                    .iter_mut()
                    .find(|known| known.label == label && known.who == who);
                if let Some(known) = same {
                    known.vague &= vague;
                    known.features.extend(features);
                    known.clauses.push(clause.span);
                } else {
                    let (span, conditional) = (self.sentence.span, self.conditional());
                    let clauses = vec![clause.span];
                    statements.push(Statement {
                        span,
                        label,
                        who,
                        vague,
                        conditional,
                        features,
                        clauses,
                    });
                }
            }
        }
        // Who asks in a sentence does not record the same as the reader's promise.
        let asked = statements[begin..].iter().any(|one| one.label == Label::Request);
        if asked {
            let theirs = |one: &Statement| one.label == Label::Commitment && one.who == Who::Them;
            let kept: Vec<Statement> =
                statements.drain(begin..).filter(|one| !theirs(one)).collect();
            statements.extend(kept);
        }
    }

    /// Whether a clause beside this one is a condition in which the reader is.
    fn hinges_on_the_reader(&self, place: usize) -> bool {
        let beside = [place.checked_sub(1), place.checked_add(1)];
        let mut beside = beside.into_iter().flatten().filter_map(|at| self.clauses.get(at));
        beside.any(|clause| clause.condition && clause.addressed)
    }

    /// What a wish asks for.
    fn wish(&self, clause: &Clause<'_>) -> Statement {
        Statement {
            span: self.sentence.span,
            label: Label::Request,
            who: Who::Them,
            vague: !self.timed,
            conditional: false,
            features: clause.features(Says::Wish.bit()),
            clauses: vec![clause.span],
        }
    }

    /// Adds what one clause says.
    fn clause(&self, clause: &Clause<'_>, said: &mut Vec<Said>) {
        let features = |wanted: &[Says]| clause.features(Says::bits(wanted));
        let any = |wanted: &[Says]| clause.says(wanted);
        let vague = self.vague(clause);
        let deed = self.asks && !any(&[Says::AsksFact]);
        let asked: &[Says] = match (deed, clause.opening) {
            (true, true) => &[Says::Request, Says::RequestIfAsked, Says::Imperative],
            (true, false) => &[Says::Request, Says::RequestIfAsked],
            (false, true) => &[Says::Request, Says::Imperative],
            (false, false) => &[Says::Request],
        };
        let reckon = any(&[Says::Reckon]) && !any(&[Says::Request]) && !self.asks;
        if any(asked) && !reckon && !clause.condition {
            said.push((Label::Request, Who::Them, vague, features(asked)));
        }
        if any(&[Says::They]) && !self.asks && self.timed {
            said.push((Label::Commitment, Who::Them, vague, features(&[Says::They])));
        }
        if any(&[Says::Standing]) && !self.asks {
            let vague = vague && !self.timed;
            said.push((Label::Commitment, Who::Us, vague, features(&[Says::Standing])));
            return;
        }
        if clause.condition || clause.reported {
            return;
        }
        if any(&[Says::ThirdSaid]) && !self.asks && self.timed && said.is_empty() {
            let why = features(&[Says::ThirdSaid, Says::Third]);
            said.push((Label::PassedOn, Who::ThirdParty, vague, why));
            return;
        }
        if any(&[Says::Refusal]) {
            said.push((Label::Refusal, Who::Us, vague, features(&[Says::Refusal])));
            return;
        }
        let fixed = any(&[Says::Fixed]) && clause.times.named && !clause.times.past;
        let done = any(&[Says::Done]) && !clause.times.ahead && !clause.led;
        let fixed = fixed && !clause.gone;
        if clause.gone && any(&[Says::Perfect]) {
            return;
        }
        let against = any(&[Says::Report]) || ((done || any(&[Says::Not])) && !fixed);
        if against && !any(&[Says::Firm]) || !said.is_empty() {
            return;
        }
        self.promise(clause, said);
    }

    /// Whether a clause in which nothing speaks against it promises something.
    fn promise(&self, clause: &Clause<'_>, said: &mut Vec<Said>) {
        let features = |wanted: &[Says]| clause.features(Says::bits(wanted));
        let any = |wanted: &[Says]| clause.says(wanted);
        let vague = self.vague(clause);
        let habit = clause.times.past
            || (clause.times.often && !clause.addressed && !any(&[Says::Regular]));
        let timely = (self.times.named || self.times.vague || self.told) && !habit;
        let pronoun = any(&[Says::Pronoun]) && !clause.after_ours;
        let third = pronoun || any(&[Says::Third, Says::Source]) || clause.sourced;
        if third && !clause.ours {
            if timely || any(&[Says::We, Says::WeByTime]) {
                said.push((
                    Label::PassedOn,
                    Who::ThirdParty,
                    vague,
                    features(&[Says::Third, Says::Source]),
                ));
            }
            return;
        }
        // "You come by on Friday": without a word of us it is the reader who comes.
        let firm = [Says::Firm, Says::We, Says::Terms, Says::Pays, Says::WeNow, Says::Fixed];
        if timely && any(&[Says::TheyByTime]) && !clause.ours && !any(&firm) {
            said.push((Label::Commitment, Who::Them, vague, features(&[Says::TheyByTime])));
            return;
        }
        let mut ours = Says::bits(&[Says::Firm, Says::We, Says::Terms, Says::Pays, Says::Softly]);
        if timely || !habit {
            ours |= Says::WeNow.bit();
        }
        if timely {
            ours |= Says::bits(&[Says::WeByTime, Says::Fixed, Says::Reckon]);
            if !any(&[Says::Bygone]) {
                ours |= Says::Happens.bit();
            }
        }
        if clause.after_ours && !self.asks {
            ours |= Says::Carried.bit();
        }
        if (clause.times.ahead || clause.led) && !clause.times.past {
            ours |= Says::WeAhead.bit();
        }
        // "We no longer charge for it" is a promise, "we do not pay for it" is none.
        if any(&[Says::Negated]) && !any(&[Says::Firm, Says::Terms]) {
            if any(&[Says::We, Says::WeByTime, Says::WeNow]) && clause.ours {
                said.push((Label::Refusal, Who::Us, vague, features(&[Says::Negated])));
            }
        } else if clause.said & ours != 0 {
            said.push((Label::Commitment, Who::Us, vague, clause.features(ours)));
        } else if timely && any(&[Says::TheyByTime]) {
            said.push((Label::Commitment, Who::Them, vague, features(&[Says::TheyByTime])));
        }
    }

    /// Whether what a clause says has no time that can be looked up.
    fn vague(&self, clause: &Clause<'_>) -> bool {
        let any = |wanted: Says| clause.says(&[wanted]);
        if any(Says::Softly) || clause.times.blurred {
            return true;
        }
        if clause.times.named {
            return false;
        }
        if clause.times.vague && !clause.followed {
            return true;
        }
        let terms = any(Says::Terms) || any(Says::Pays);
        !terms && ((!self.times.named && !self.told) || self.times.blurred)
    }
}
