//! Which language a text is in.
//!
//! The crate `whichlang` knows neither Danish nor Norwegian and calls them Swedish, so a text that carries their letters or
//! small words is none of ours. A sentence alone is often too short to tell; it then takes the language of its text.

use crate::Lang;

/// Fewer letters than this say nothing.
const SHORTEST: usize = 12;

/// A sentence with fewer letters than this keeps the language of its text unless its small words say otherwise.
const SURE: usize = 40;

/// Small words that one of our languages has and the others do not.
const OURS: [(Lang, &[&str]); 3] = [
    (
        Lang::Nl,
        &[
            "het", "een", "niet", "wij", "ik", "je", "jij", "uw", "voor", "vóór", "zijn", "wordt",
            "worden", "naar", "ook", "maar", "dat", "deze", "geen", "kunt", "kunnen", "hebben",
            "hebt", "heeft", "bij", "onze", "ons", "van", "aan", "wel", "graag", "dit", "zo",
        ],
    ),
    (
        Lang::Sv,
        &[
            "och", "att", "det", "är", "inte", "jag", "ni", "på", "för", "från", "vår", "vårt",
            "våra", "ert", "era", "också", "eller", "ska", "kommer", "så", "när", "till", "av",
            "hos", "blir", "gärna", "mycket", "vi",
        ],
    ),
    (
        Lang::En,
        &[
            "the", "and", "of", "to", "you", "your", "we", "our", "is", "are", "with", "this",
            "that", "not", "have", "will", "be", "it", "for", "from", "can", "please", "i", "on",
        ],
    ),
];

/// Small words of Danish, Norwegian and German that none of ours has.
const THEIRS: [&str; 48] = [
    "ikke", "jeg", "af", "hvad", "og", "hvor", "hvordan", "hvem", "ikkje", "eg", "mig", "dere",
    "oss", "også", "efter", "etter", "meget", "mye", "noget", "noe", "blive", "bliver", "bli",
    "fra", "være", "været", "nej", "uge", "uke", "und", "nicht", "ich", "sie", "wir", "ist", "mit",
    "für", "auf", "das", "ein", "eine", "auch", "werden", "haben", "wird", "oder", "bitte", "bei",
];

/// Words above that Swedish or Dutch has as well: alone they prove nothing.
const SHARED: [&str; 5] = ["mig", "oss", "efter", "bli", "nej"];

/// The language of a text; none where it is too short, or another one.
pub fn of(text: &str) -> Option<Lang> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < SHORTEST {
        return None;
    }
    let words = words(text);
    let code = whichlang::detect_language(text).three_letter_code();
    let named = [("nld", Lang::Nl), ("swe", Lang::Sv), ("eng", Lang::En)];
    let guess = named.into_iter().find(|&(name, _)| name == code).map(|(_, lang)| lang);
    let (best, score) = by_small_words(&words);
    let theirs = foreign(text, &words);
    if theirs > score {
        return None;
    }
    match guess {
        Some(lang) => Some(if score >= 3 && count(&words, lang) == 0 { best } else { lang }),
        // Short texts of ours are at times taken for a neighbour: two small words more settle it.
        None => (score >= 2 && score > 2 * theirs && letters < 4 * SURE).then_some(best),
    }
}

/// The language of a sentence, given that of its text.
pub fn sentence(text: &str, of_text: Option<Lang>) -> Option<Lang> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let own = of(text);
    let Some(around) = of_text else { return own };
    match own {
        Some(lang) if lang == around => Some(lang),
        Some(lang) => {
            let words = words(text);
            let ahead = count(&words, lang) > count(&words, around) + 1;
            Some(if ahead || (letters >= SURE && count(&words, around) == 0) {
                lang
            } else {
                around
            })
        }
        None => {
            let words = words(text);
            let foreign = letters >= SURE && foreign(text, &words) > count(&words, around);
            (!foreign).then_some(around)
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn count(words: &[String], lang: Lang) -> usize {
    let (_, small) = OURS.iter().find(|(each, _)| *each == lang).unwrap_or(&OURS[0]);
    words.iter().filter(|word| small.contains(&word.as_str())).count()
}

/// The language with the most small words, and how many.
fn by_small_words(words: &[String]) -> (Lang, usize) {
    let scored = Lang::ALL.map(|lang| (count(words, lang), lang));
    let (score, lang) = scored.into_iter().max().unwrap_or((0, Lang::En));
    (lang, score)
}

/// How much speaks for Danish, Norwegian or German.
fn foreign(text: &str, words: &[String]) -> usize {
    let letters = text.chars().filter(|c| matches!(c, 'æ' | 'ø' | 'Æ' | 'Ø' | 'ß')).count();
    let small = words
        .iter()
        .filter(|word| THEIRS.contains(&word.as_str()) && !SHARED.contains(&word.as_str()));
    2 * letters + 2 * small.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<Lang>) {
        assert_eq!(of(text), want, "{text}");
    }

    #[test]
    fn our_languages_are_told_apart() {
        check("Wij bellen u morgen terug over de offerte.", Some(Lang::Nl));
        check("Vi ringer er i morgon om offerten.", Some(Lang::Sv));
        check("We will call you back tomorrow about the quote.", Some(Lang::En));
        check("Dat kan helaas niet.", Some(Lang::Nl));
        check("Det går tyvärr inte.", Some(Lang::Sv));
        check("That is not possible.", Some(Lang::En));
    }

    #[test]
    fn neighbours_are_none_of_ours() {
        check("Jeg vender tilbage med et svar i morgen, og det bliver ikke senere.", None);
        check("Vi kan dessverre ikke levere før neste uke.", None);
        check("Hvad koster det, og hvor hurtigt kan I levere?", None);
        check("Wir melden uns morgen bei Ihnen und schicken das Angebot.", None);
        check("Nous vous rappelons demain au sujet de votre commande.", None);
    }

    #[test]
    fn what_is_too_short_is_unknown() {
        for text in ["", "OK", "12-11-2026", "👍👍👍👍👍👍👍👍👍👍👍👍👍👍"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_sentence_keeps_the_language_of_its_text_unless_it_plainly_has_its_own() {
        assert_eq!(sentence("Tot morgen", Some(Lang::Nl)), Some(Lang::Nl));
        assert_eq!(sentence("Service level agreement", Some(Lang::Sv)), Some(Lang::Sv));
        let english = "Please find the invoice for our service attached to this mail.";
        assert_eq!(sentence(english, Some(Lang::Nl)), Some(Lang::En));
        assert_eq!(sentence("OK", None), None);
    }
}
