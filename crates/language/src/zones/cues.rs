//! Words by which greetings, closing formulas, headers of earlier mails and small print are known, and how they are read.

use std::sync::LazyLock;

use super::lines::Line;
use super::substrings::Parts;
use crate::spelling::is_any_of;

/// First words of a greeting.
const GREETINGS: &[&str] = &[
    "beste",
    "geachte",
    "dag",
    "hoi",
    "hallo",
    "hey",
    "hé",
    "goedemorgen",
    "goedemiddag",
    "goedenavond",
    "goedendag",
    "hej",
    "hejsan",
    "hallå",
    "tjena",
    "morsning",
    "tjo",
    "bästa",
    "kära",
    "god morgon",
    "god dag",
    "godmorgon",
    "dear",
    "hi",
    "hiya",
    "hello",
    "good morning",
    "good afternoon",
    "good evening",
    "morning",
    "afternoon",
];

/// Greetings that stay greetings when the sentence goes on in the same line.
const INLINE: &[&str] =
    &["hoi", "hallo", "hey", "dag", "hej", "hejsan", "hi", "hello", "dear", "beste", "geachte"];

/// Beginnings of closing formulas; up to four words may follow.
const CLOSINGS: &[&str] = &[
    "met vriendelijke groet",
    "vriendelijke groet",
    "met hartelijke groet",
    "hartelijke groet",
    "met beste groet",
    "beste groet",
    "groeten",
    "groetjes",
    "groet",
    "hoogachtend",
    "mvg",
    "m.v.g.",
    "gr.",
    "alvast bedankt",
    "alvast hartelijk dank",
    "bij voorbaat dank",
    "namens het team",
    "met groet",
    "warme groet",
    "fijne dag",
    "fijn weekend",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "vänlig hälsning",
    "bästa hälsningar",
    "hälsningar",
    "hälsning",
    "mvh",
    "m.v.h.",
    "hälsar",
    "med bästa hälsningar",
    "allt gott",
    "tack på förhand",
    "högaktningsfullt",
    "många hälsningar",
    "soliga hälsningar",
    "kind regards",
    "best regards",
    "warm regards",
    "kindest regards",
    "warmest regards",
    "regards",
    "with kind regards",
    "with best wishes",
    "best wishes",
    "all the best",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "sincerely",
    "many thanks",
    "thanks in advance",
    "cheers",
    "warmly",
];

/// Words that make a short line by itself a closing formula, whatever stands around them: "With warmest wishes to you both,".
const CLOSING_NOUNS: &[&str] = &[
    "groet",
    "groeten",
    "groetjes",
    "hoogachtend",
    "hälsning",
    "hälsningar",
    "hälsar",
    "regards",
    "wishes",
    "sincerely",
    "faithfully",
];

/// Closing words that count only when they are the whole line.
const CLOSINGS_ALONE: &[&str] = &[
    "ta",
    "vänligen",
    "best",
    "thanks",
    "thank you",
    "yours",
    "bedankt",
    "dank",
    "dank je",
    "tack",
    "tack!",
    "hartelijks",
    "vriendelijks",
    "liefs",
    "kram",
    "rgds",
    "br",
    "ha det",
    "ha det fint",
];

/// First words of a postscript.
const POSTSCRIPTS: &[&str] = &["ps", "p.s", "ps.", "p.s.", "n.b.", "ps:", "p.s.:", "p.s:"];

/// Names of header lines of mails.
const HEADERS: &[&str] = &[
    "van",
    "verzonden",
    "datum",
    "aan",
    "cc",
    "bcc",
    "onderwerp",
    "från",
    "skickat",
    "datum",
    "till",
    "kopia",
    "ämne",
    "from",
    "sent",
    "date",
    "to",
    "subject",
    "reply-to",
    "importance",
    "urgentie",
    "prioritet",
];

/// Header lines that begin such a block.
const FIRST_HEADERS: &[&str] = &["van", "från", "from", "verzonden", "skickat", "sent"];

/// Lines that stand above a forwarded or answered mail.
const DIVIDERS: &[&str] = &[
    "original message",
    "oorspronkelijk bericht",
    "originele bericht",
    "doorgestuurd bericht",
    "begin doorgestuurd bericht",
    "begin forwarded message",
    "forwarded message",
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "vidarebefordrat brev",
    "börja vidarebefordrat meddelande",
    "originalmeddelande",
    "forwarded by",
];

/// Ends of a line "On … wrote:", with the words it can begin with.
const WROTE: &[&str] =
    &["wrote:", "schreef:", "skrev:", "geschreven:", "writes:", "schrijft:", "skriver:"];

/// The same with the name after the verb: "Op 3 dec. schreef Jan:".
const WROTE_INSIDE: &[&str] = &["schreef", "heeft", "skrev", "wrote"];

/// First words of such a line.
const WROTE_FIRST: &[&str] = &["op", "on", "den", "am", "le", "på"];

/// Parts of small print.
const SMALL_PRINT: &[&str] = &[
    "disclaimer",
    "vertrouwelijk",
    "uitsluitend bestemd",
    "geadresseerde",
    "bedoelde ontvanger",
    "beoogde ontvanger",
    "rechten worden ontleend",
    "niet voor u bestemd",
    "algemene voorwaarden",
    "aansprakelijk",
    "verwerken persoonsgegevens",
    "privacyverklaring",
    "kvk",
    "btw-nummer nl",
    "confidential",
    "intended recipient",
    "intended solely",
    "intended only",
    "for the addressee",
    "not the addressee",
    "privileged material",
    "sent from my",
    "verzonden vanaf",
    "verstuurd vanaf",
    "skickat från min",
    "received in error",
    "received this email in error",
    "this message in error",
    "legally privileged",
    "unauthorised",
    "unauthorized",
    "registered in england",
    "registered office",
    "monitor email",
    "terms and conditions",
    "privacy notice",
    "accepts no liability",
    "virus",
    "konfidentiel",
    "avsedd mottagare",
    "avsedda mottagaren",
    "endast avsett",
    "avsett endast",
    "avsett för",
    "fått detta av",
    "per abuis",
    "niet de geadresseerde",
    "sekretess",
    "av misstag",
    "felaktigt",
    "behandlar vi personuppgifter",
    "behandlar personuppgifter",
    "personuppgifter",
    "allmänna villkor",
    "integritetspolicy",
    "ansvarar inte",
    "think before you print",
    "denk aan het milieu",
    "tänk på miljön",
];

/// Whether a line is nothing but a greeting.
pub(super) fn is_greeting(line: &str) -> bool {
    let count = line.split_whitespace().take(9).count();
    if count > 8 {
        return false;
    }
    let closed = line.ends_with([',', '!', ':']) || count <= 4;
    if !closed || line.ends_with(['.', '?']) {
        return false;
    }
    let low = line.to_lowercase();
    let open_sentence = line.trim_end_matches([',', '!', ':']).contains([',', '.', '!', '?', ':']);
    let titles = ["mr.", "mrs.", "ms.", "dr.", "dhr.", "mevr.", "mw.", "ir.", "drs.", "st."];
    let dotted = titles.iter().any(|title| low.contains(title));
    let named = line
        .split_whitespace()
        .skip(1)
        .all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()) || is_particle(word));
    let first = GREETINGS.iter().any(|greeting| begins(&low, greeting));
    first && (!open_sentence || dotted) && named
}

/// Words in a name or form of address that are written small.
fn is_particle(word: &str) -> bool {
    let word = word.trim_end_matches([',', '!', ':']).to_lowercase();
    let particles = [
        "van",
        "de",
        "der",
        "den",
        "von",
        "af",
        "heer",
        "mevrouw",
        "meneer",
        "mijnheer",
        "en",
        "och",
        "and",
        "allemaal",
        "allen",
        "alla",
        "all",
        "team",
        "du",
        "there",
        "everyone",
        "collega",
        "collega's",
        "klant",
        "kund",
        "customer",
        "relatie",
        "sir",
        "madam",
        "or",
        "of",
        "ter",
        "te",
        "heren",
        "dames",
        "morgon",
        "dag",
        "morning",
        "afternoon",
        "evening",
        "igen",
        "again",
        "mr",
        "mrs",
        "ms",
        "ni",
        "vänner",
        "team",
        "familie",
        "familjen",
        "both",
        "folks",
    ];
    particles.contains(&word.as_str())
}

/// Where a greeting ends that shares its line with a sentence: "Hej Anna, vi …".
pub(super) fn inline_greeting(text: &str) -> Option<usize> {
    let lead = text.len() - text.trim_start().len();
    let mark = text.char_indices().take(60).find(|(_, c)| matches!(c, ',' | '!' | '.' | '\n'))?;
    let head = text.get(lead..mark.0)?;
    let words: Vec<&str> = head.split_whitespace().collect();
    let first = words.first()?.to_lowercase();
    let alone_is_enough = first != "dear" && first != "beste" && first != "geachte";
    let named = words
        .iter()
        .skip(1)
        .all(|word| word.chars().next().is_some_and(char::is_uppercase) || is_particle(word));
    let right_length = (if alone_is_enough { 1 } else { 2 }..=5).contains(&words.len());
    let after = mark.0 + mark.1.len_utf8();
    let goes_on = text.get(after..).is_some_and(|rest| !rest.trim().is_empty());
    (INLINE.contains(&first.as_str()) && named && right_length && mark.1 != '\n' && goes_on)
        .then_some(after)
}

/// A longer line is no closing formula, whatever it begins with.
const LONGEST_CLOSING: usize = 240;

/// Words of a closing formula that is known by its noun alone, or by its beginning with all that may follow.
const LONGEST_FORMULA: usize = 7;

/// No closing words that are the whole line take so many bytes, in capitals or small.
const LONGEST_ALONE: usize = 40;

/// What may stand behind closing words.
const AFTER_CLOSING: [char; 6] = [',', '.', '!', ' ', '-', '–'];

/// Whether a line begins the signature; the next line may be needed to tell.
pub(super) fn is_closing(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    if line.trimmed.len() > LONGEST_CLOSING {
        return false;
    }
    if line.trimmed.split_whitespace().nth(LONGEST_FORMULA).is_some()
        && line.trimmed.trim_end_matches(AFTER_CLOSING).len() > LONGEST_ALONE
    {
        return false;
    }
    let low = line.trimmed.to_lowercase();
    let bare = low.trim_end_matches(AFTER_CLOSING);
    if CLOSINGS_ALONE.contains(&bare) {
        return next.is_none_or(|next| next.trimmed.len() < 40 && !next.trimmed.ends_with('.'));
    }
    if line.trimmed.starts_with(['/', '~', '–', '—'])
        && is_name(&line.trimmed[first_width(line.trimmed)..])
    {
        return true;
    }
    let closes = line.trimmed.ends_with(',')
        || next.is_none_or(|next| next.blank() || is_name(next.trimmed));
    let mut words =
        low.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
    if closes
        && low.split_whitespace().count() <= LONGEST_FORMULA
        && !low.ends_with(['.', '?', ':'])
        && words.any(|word| CLOSING_NOUNS.contains(&word))
    {
        return true;
    }
    CLOSINGS.iter().any(|closing| {
        begins(&low, closing) && {
            let rest = low.get(closing.len()..).unwrap_or_default();
            rest.split_whitespace().count() <= 4 && !rest.trim_end().ends_with('?')
        }
    })
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Whether a line can be a name: one to three capitalised words, no mark at the end.
pub(super) fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..=3).contains(&words.len())
        && words.iter().all(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        })
}

/// No first word of a postscript or of "On … wrote:" takes so many bytes, in capitals or small.
const LONGEST_FIRST: usize = 16;

/// "PS we bring the ladder".
pub(super) fn is_postscript(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    first.len() <= LONGEST_FIRST && is_any_of(first, POSTSCRIPTS)
}

/// "Subject: …" on its own.
pub(super) fn is_subject(line: &str) -> bool {
    let head = line.char_indices().nth(16).map_or(line, |(end, _)| &line[..end]);
    if !head.contains(':') {
        return false;
    }
    let low = head.to_lowercase();
    ["onderwerp:", "betreft:", "betr.:", "ämne:", "angående:", "subject:", "re:", "concerning:"]
        .iter()
        .any(|head| low.starts_with(head))
}

/// "-----Original Message-----".
pub(super) fn is_divider(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '_' | ' ' | ':' | '='));
    if bare.len() == line.len() || bare.len() > 80 {
        return false;
    }
    let low = bare.to_lowercase();
    (line.starts_with("--") || line.ends_with(':') || bare.len() < line.len())
        && DIVIDERS.iter().any(|divider| low.starts_with(divider))
        && low.len() < 60
}

/// The name of a header line, its colon included, takes no more bytes.
const LONGEST_HEADER: usize = 40;

/// How many header lines of a mail begin here: none, or two and more with one that can come first.
pub(super) fn header_block(lines: &[Line<'_>]) -> usize {
    let header = |line: &Line<'_>| {
        let mut head = line.trimmed.bytes().take(LONGEST_HEADER);
        let name = &line.trimmed[..head.position(|byte| byte == b':')?];
        let name = name.replace('*', "").trim().to_lowercase();
        HEADERS.contains(&name.as_str()).then_some(name)
    };
    if !header(&lines[0]).is_some_and(|name| FIRST_HEADERS.contains(&name.as_str())) {
        return 0;
    }
    let count = lines.iter().take(12).take_while(|line| header(line).is_some()).count();
    if count >= 2 { count } else { 0 }
}

/// How many lines "On … wrote:" takes, where it begins here; it may be broken once or twice.
pub(super) fn attribution(lines: &[Line<'_>]) -> Option<usize> {
    if lines[0].trimmed.len() > 200 {
        return None;
    }
    let first = lines[0].trimmed.split_whitespace().next()?;
    let begins = || first.len() <= LONGEST_FIRST && is_any_of(first, WROTE_FIRST);
    let dated = || lines[0].trimmed.bytes().any(|byte| byte.is_ascii_digit());
    for count in 1..=lines.len().min(3) {
        let last = lines[count - 1].trimmed;
        if last.is_empty() || last.len() > 200 {
            return None;
        }
        if last.ends_with(':') && is_writing(&last.to_lowercase()) {
            let addressed = lines[0].trimmed.contains('@') || dated();
            return addressed.then_some(count);
        }
        if !begins() || !dated() {
            return None;
        }
    }
    None
}

/// Whether a line that ends with a colon, in lower case, says that somebody wrote.
fn is_writing(low: &str) -> bool {
    WROTE.iter().any(|wrote| low.ends_with(wrote))
        || low.split_whitespace().any(|word| WROTE_INSIDE.contains(&word))
}

/// How many different parts of small print a paragraph holds; counted up to two, which is enough for all who ask.
pub(super) fn small_print<'a>(mut lines: impl Iterator<Item = &'a str>) -> usize {
    static PARTS: LazyLock<Parts> = LazyLock::new(|| Parts::of(SMALL_PRINT));
    let Some(first) = lines.next() else { return 0 };
    let Some(second) = lines.next() else { return PARTS.count_to_two(first) };
    let mut joined = String::new();
    for line in [first, second].into_iter().chain(lines) {
        joined.reserve(line.len() + 1);
        joined.push_str(line);
        joined.push(' ');
    }
    PARTS.count_to_two(&joined)
}

/// Whether a text begins with these words and no longer word.
fn begins(low: &str, words: &str) -> bool {
    low.strip_prefix(words)
        .is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
}
