//! Names of the register in a text: whole words, in capitals or not, with the endings of their language, with a blank, a
//! hyphen or nothing between the words of a name.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::Capability;
use crate::{Lang, Span};

/// A place where a capability is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// Which one, by its place in the register.
    pub(super) capability: usize,
    pub(super) span: Span,
}

/// One name, ready to be looked for.
#[derive(Debug)]
struct Name {
    capability: usize,
    /// Where it is looked for; everywhere without one.
    lang: Option<Lang>,
    /// Its words, in lower case.
    words: Vec<String>,
}

/// All names, by the beginning of their first word.
#[derive(Debug)]
pub(super) struct Mentions {
    names: Vec<Name>,
    /// Finds beginnings; none when there are no names, or more than it can hold.
    beginnings: Option<AhoCorasick>,
    /// By beginning: the names that begin so.
    by_beginning: Vec<Vec<usize>>,
}

/// The endings that a word of a name may take on.
fn endings(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &["s", "en", "n", "er", "e", "ers"],
        Lang::Sv => &[
            "en", "et", "n", "t", "s", "er", "ar", "or", "r", "na", "erna", "arna", "orna", "ens",
            "ets", "ers", "ernas", "arnas",
        ],
        Lang::En => &["s", "es"],
    }
}

impl Mentions {
    pub(super) fn of(capabilities: &[Capability]) -> Self {
        let mut names = Vec::new();
        for (place, capability) in capabilities.iter().enumerate() {
            names.extend(name(place, None, &capability.name));
            names.extend(
                capability.names.iter().filter_map(|(lang, text)| name(place, *lang, text)),
            );
        }
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, name) in names.iter().enumerate() {
            groups.entry(stem(&name.words[0])).or_default().push(place);
        }
        let beginnings = AhoCorasick::new(groups.keys()).ok().filter(|_| !groups.is_empty());
        let by_beginning = groups.into_values().collect();
        Self { beginnings, by_beginning, names }
    }

    /// Where the names stand in a text of a language, in order; none overlaps another, and the longest name wins.
    pub(super) fn find(&self, text: &str, lang: Lang) -> Vec<Mention> {
        let Some(beginnings) = &self.beginnings else { return Vec::new() };
        let folded = Folded::of(text);
        let mut found = Vec::new();
        for hit in beginnings.find_overlapping_iter(&folded.low) {
            if !folded.begins_word(hit.start()) {
                continue;
            }
            for place in &self.by_beginning[hit.pattern().as_usize()] {
                let name = &self.names[*place];
                if name.lang.is_some_and(|own| own != lang) {
                    continue;
                }
                if let Some(end) = name.end(&folded.low, hit.start(), lang) {
                    let span = Span::new(folded.place(hit.start()), folded.place(end));
                    found.push(Mention { capability: name.capability, span });
                }
            }
        }
        found.sort_by_key(|one| (one.span.start, Reverse(one.span.end), one.capability));
        let mut end = 0;
        found.retain(|one| {
            let is_free = one.span.start >= end;
            end = if is_free { one.span.end } else { end };
            is_free
        });
        found
    }
}

/// A name by its words; none where it has no letter or digit.
fn name(capability: usize, lang: Option<Lang>, text: &str) -> Option<Name> {
    let words = text.split(|c: char| c.is_whitespace() || is_hyphen(c));
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    (!words.is_empty()).then_some(Name { capability, lang, words })
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// What all forms of a word begin with: "faktura" makes "fakturor".
fn stem(word: &str) -> &str {
    word.strip_suffix('a').filter(|stem| stem.len() > 3).unwrap_or(word)
}

impl Name {
    /// Where it ends in a text in lower case, if it stands at a place.
    fn end(&self, low: &str, start: usize, lang: Lang) -> Option<usize> {
        let mut at = start;
        let mut words = self.words.iter().peekable();
        while let Some(word) = words.next() {
            let rest = low.get(at..)?;
            let (after, tail) = if let Some(rest) = rest.strip_prefix(word.as_str()) {
                (at + word.len(), leading_letters(rest))
            } else {
                // "Fakturor": the last letter of the name gives way.
                let rest = rest.strip_prefix(stem(word)).filter(|_| lang == Lang::Sv)?;
                let tail = leading_letters(rest);
                matches!(tail, "or" | "orna" | "ors" | "ornas")
                    .then_some((at + stem(word).len(), tail))?
            };
            let is_number = word.ends_with(|c: char| c.is_ascii_digit());
            let is_ended = tail.is_empty() || (!is_number && endings(lang).contains(&tail));
            let Some(next) = words.peek() else {
                return is_ended.then_some(after + tail.len());
            };
            at = if is_ended {
                let after = after + tail.len();
                after + gap(low.get(after..)?)?
            } else {
                // "Excelexport", "faktureringsexport": the words are one in the text.
                let joined = tail.strip_prefix('s').filter(|rest| rest.starts_with(next.as_str()));
                let is_joined = tail.starts_with(next.as_str());
                let skip = if is_joined { 0 } else { joined.map(|_| 1)? };
                after + skip
            };
        }
        None
    }
}

/// The letters and digits that a text begins with.
fn leading_letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// How long the blank or hyphen between two words of a name is; none where something else stands there.
fn gap(rest: &str) -> Option<usize> {
    let after = rest.trim_start_matches(|c: char| c.is_whitespace() || is_hyphen(c));
    let between = rest.get(..rest.len() - after.len())?;
    let hyphens = between.chars().filter(|c| is_hyphen(*c)).count();
    let breaks = between.matches('\n').count();
    (!between.is_empty() && hyphens <= 1 && breaks <= 1).then_some(between.len())
}

/// A text in lower case that knows where its letters came from.
struct Folded {
    low: String,
    /// Of each byte of `low`: where its letter begins in the text; last the end of the text.
    from: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut low = String::with_capacity(text.len());
        let mut from = Vec::with_capacity(text.len() + 1);
        for (place, c) in text.char_indices() {
            low.extend(c.to_lowercase());
            from.resize(low.len(), place);
        }
        from.push(text.len());
        Self { low, from }
    }

    fn place(&self, at: usize) -> usize {
        self.from.get(at).copied().unwrap_or_default()
    }

    fn begins_word(&self, at: usize) -> bool {
        let before = self.low.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Standing;

    fn mentions(names: &[(Option<Lang>, &str)]) -> Mentions {
        let capabilities = names.iter().map(|(lang, name)| Capability {
            name: "?".to_owned(),
            names: vec![(*lang, (*name).to_owned())],
            standing: Standing::Asked,
        });
        Mentions::of(&capabilities.collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(names: &[(Option<Lang>, &str)], lang: Lang, text: &str, wanted: &[&str]) {
        let found = mentions(names).find(text, lang);
        let found: Vec<&str> = found.iter().map(|mention| mention.span.of(text)).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn whole_words_in_any_case_with_a_blank_a_hyphen_or_nothing_between() {
        let names = [(None, "Excel-export")];
        for form in ["Excel export", "EXCEL-EXPORT", "excelexport", "Excel\nexport"] {
            check(&names, Lang::Nl, &format!("Met {form}, ja."), &[form]);
        }
        for none in ["MijnExcel-export", "Excel-exportfunctie", "Excel. Export", "Excel -- export"]
        {
            check(&names, Lang::Nl, &format!("Met {none}, ja."), &[]);
        }
    }

    #[test]
    fn words_take_on_the_endings_of_their_language() {
        check(
            &[(None, "koppeling")],
            Lang::Nl,
            "alle koppelingen en koppelings",
            &["koppelingen", "koppelings"],
        );
        check(
            &[(None, "digital signatur")],
            Lang::Sv,
            "digitala nej, digital signaturen, ja",
            &["digital signaturen"],
        );
        check(
            &[(None, "faktura")],
            Lang::Sv,
            "Fakturor, fakturan och FAKTURORNA",
            &["Fakturor", "fakturan", "FAKTURORNA"],
        );
        check(
            &[(None, "report")],
            Lang::En,
            "reports, reporten and the report's",
            &["reports", "report"],
        );
        check(&[(None, "ISO 9001")], Lang::En, "ISO 90010 is not ISO 9001", &["ISO 9001"]);
    }

    #[test]
    fn a_name_of_one_language_is_no_name_in_another_and_the_longest_wins() {
        check(&[(Some(Lang::Sv), "barn")], Lang::En, "a barn", &[]);
        check(&[(Some(Lang::Sv), "barn")], Lang::Sv, "ett barn", &["barn"]);
        let names = [(None, "export"), (None, "export to Excel")];
        check(&names, Lang::En, "Export to Excel or export", &["Export to Excel", "export"]);
    }

    #[test]
    fn marks_are_part_of_a_name_and_letters_keep_their_place() {
        check(&[(None, ".NET")], Lang::En, "for .NET and net", &[".NET"]);
        check(&[(None, "C++")], Lang::En, "for C, C++ and c", &["C++"]);
        check(&[(None, "-"), (None, "a")], Lang::En, "a - b", &["a"]);
        check(&[(None, "ÅÄÖ-lista")], Lang::Sv, "İİ åäö-listan ẞ", &["åäö-listan"]);
    }
}
