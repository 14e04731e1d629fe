//! Texts read: megabytes a second for dates, zones and the whole check, mail by mail from 1 to 100 MB; how much longer one
//! huge letter takes, the first answer of a fresh process, and beside it the same text read by programs of others that look
//! for wording.

mod others;
mod text;

use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use jiff::civil::date;
use language::dates::{self, Reading};
use language::{Checker, Lang, zones};

use super::{milliseconds, rate};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;

/// What the product needs: megabytes a second on one core.
const LEAST_MEGABYTES: f64 = 20.0;
/// What the product needs: milliseconds until a fresh process has answered.
const MOST_MILLISECONDS: f64 = 5.0;
/// How much longer ten times the text may take than ten times as long.
const MOST_BEYOND_LINEAR: f64 = 1.5;
/// Tells a fresh process to answer once to a mail and to print how long that took.
const ANSWER_ONCE: &str = "HANDSLAG_BENCH_ANSWER_ONCE";

/// How much mail is read, mail by mail: mails in one text would count as the reply that each answers, and not be read.
const MEGABYTES: [usize; 3] = [1, 10, 100];
/// How long a letter is that is one text, and one ten times as long.
const LETTER_MEGABYTES: [usize; 2] = [1, 10];
const SEED: u64 = 41;

/// A way to read a text.
type Way = (&'static str, fn(&str, &Reading<'_>) -> usize);

const WAYS: [Way; 3] = [
    ("dates", |text, reading| dates::find(text, reading).len()),
    ("zones", |text, _| zones::of(text).len()),
    ("check", |text, reading| Checker::ours().check(text, reading).statements.len()),
];

fn reading(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), lang)
}

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(machine: &Machine) -> anyhow::Result<Vec<String>> {
    if let Some((lang, mail)) = answering_once() {
        answer_once(lang, mail);
        return Ok(Vec::new());
    }
    let mut missed = first_answer()?;
    for lang in Lang::ALL {
        missed.extend(speed(lang));
    }
    let megabyte = text::mails(Lang::En, 1_000_000, SEED).concat();
    others::compare(machine, &megabyte)?;
    Ok(missed)
}

/// The mail to which this process is to answer once, if that is what it is for.
fn answering_once() -> Option<(Lang, Mail)> {
    let to = std::env::var_os(ANSWER_ONCE)?;
    let (lang, mail) = to.to_str()?.split_once(' ')?;
    let mail = if mail == "Doubtful" { Mail::Doubtful } else { Mail::Usual };
    Some((Lang::of_code(lang)?, mail))
}

/// Megabytes a second for each amount of mail, and how much longer a letter takes that is ten times as long.
fn speed(lang: Lang) -> Vec<String> {
    let mut missed = Vec::new();
    let code = lang.code();
    for megabytes in MEGABYTES {
        let mails = text::mails(lang, megabytes * 1_000_000, SEED);
        for way in WAYS {
            let (name, _) = way;
            let read = best(way, lang, &mails, megabytes);
            say(format_args!(
                "language: {code} {name} {megabytes} MB of mail: {:.1} MB/s, {} found",
                read.megabytes_a_second, read.found
            ));
            if name != "zones" && megabytes == 10 && read.megabytes_a_second < LEAST_MEGABYTES {
                missed.push(format!(
                    "{code} {name}: {:.1} MB/s; wanted {LEAST_MEGABYTES:.0}",
                    read.megabytes_a_second
                ));
            }
        }
    }
    let letters = LETTER_MEGABYTES
        .map(|megabytes| (megabytes, [text::letter(lang, megabytes * 1_000_000, SEED)]));
    for way in WAYS {
        let (name, _) = way;
        let [short, long] =
            letters.each_ref().map(|(megabytes, letter)| best(way, lang, letter, *megabytes));
        let growth = short.megabytes_a_second / long.megabytes_a_second;
        say(format_args!(
            "language: {code} {name} one letter of {} MB: {:.1} MB/s, {} found, {growth:.2} of linear",
            LETTER_MEGABYTES[1], long.megabytes_a_second, long.found
        ));
        if growth > MOST_BEYOND_LINEAR {
            missed.push(format!("{code} {name}: {growth:.2} times as long as linear"));
        }
    }
    missed
}

/// What reading some texts came to.
struct Speed {
    megabytes_a_second: f64,
    found: usize,
}

/// Reads texts one by one; the best of seven, because what else the machine does is no matter of ours.
fn best((_, read): Way, lang: Lang, texts: &[String], megabytes: usize) -> Speed {
    let runs = if megabytes > 10 { 1 } else { 7 };
    let bytes = texts.iter().map(String::len).sum();
    let (mut least, mut found) = (f64::INFINITY, 0);
    for _ in 0..runs {
        let watch = Stopwatch::start();
        found = texts.iter().map(|text| read(text, &reading(lang))).sum();
        least = least.min(watch.elapsed().as_secs_f64());
    }
    Speed { megabytes_a_second: rate(bytes, least) / 1e6, found }
}

/// The first answer of a fresh process, with all tables to be made that it needs; that of the slowest language counts. It
/// takes longer where a text is doubtful in every way, as hardly one is.
fn first_answer() -> anyhow::Result<Vec<String>> {
    let mut slowest: f64 = 0.0;
    for lang in Lang::ALL {
        let [usual, doubtful] =
            [Mail::Usual, Mail::Doubtful].map(|mail| first_answer_to(lang, mail));
        let (usual, doubtful) = (usual?, doubtful?);
        say(format_args!(
            "language: {} first answer of a fresh process in {usual:.1} ms, in {doubtful:.1} ms where rules of all classes are asked",
            lang.code()
        ));
        slowest = slowest.max(usual);
    }
    let packs = Lang::ALL.map(|lang| {
        let file = format!("crates/language/packs/{}.toml", lang.code());
        std::fs::metadata(&file).map_or(0, |found| found.len())
    });
    say(format_args!(
        "language: rules of wording take less than {} kB of the binary",
        packs.iter().sum::<u64>() / 1000
    ));
    Ok((slowest >= MOST_MILLISECONDS)
        .then(|| format!("first answer in {slowest:.1} ms; wanted {MOST_MILLISECONDS:.0}"))
        .into_iter()
        .collect())
}

/// The least of five, in milliseconds.
fn first_answer_to(lang: Lang, mail: Mail) -> anyhow::Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..5 {
        let program = std::env::current_exe()?;
        let mut command = Command::new(program);
        let to = format!("{} {mail:?}", lang.code());
        command.args(["bench", "language"]).env(ANSWER_ONCE, to);
        let output = command.output().context("the first answer of a fresh process")?;
        let printed = String::from_utf8_lossy(&output.stdout);
        let took = printed.lines().next().and_then(|line| line.trim().parse::<f64>().ok());
        least = least.min(took.with_context(|| format!("no time in {printed:?}"))?);
    }
    Ok(least)
}

/// What a fresh process reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mail {
    /// A promise and a time that is none.
    Usual,
    /// Besides, something unlucky of every other class.
    Doubtful,
}

/// Reads a mail and prints how long that took.
fn answer_once(lang: Lang, mail: Mail) {
    let watch = Stopwatch::start();
    let (usual, doubtful) = match lang {
        Lang::Nl => (
            "Beste mevrouw,\n\nWij komen vrijdag om 12.30 uur langs. De offerte volgt zo snel mogelijk.\n",
            "Dat kan niet. Zo zijn de regels. U had dat moeten lezen. Wij leveren altijd het beste.\n",
        ),
        Lang::Sv => (
            "Hej Karin,\n\nVi kommer på fredag kl. 12.30. Offerten kommer så snart som möjligt.\n",
            "Det går inte. Så är reglerna. Det borde du ha läst. Vi levererar alltid det bästa.\n",
        ),
        Lang::En => (
            "Dear Mrs Hall,\n\nWe will come by on Friday at 12.30. The quote will follow as soon as possible.\n",
            "That is not possible. Those are the rules. You should have read that. We always deliver the best.\n",
        ),
    };
    let more = if mail == Mail::Doubtful { doubtful } else { "" };
    let checked = Checker::ours().check(&format!("{usual}{more}"), &reading(lang));
    let took: Duration = watch.elapsed();
    if !checked.statements.is_empty() && !checked.findings.is_empty() {
        say(format_args!("{:.3}", milliseconds(took)));
    }
}
