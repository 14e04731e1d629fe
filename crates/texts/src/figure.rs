//! Numbers, chances and amounts in the reader's language.

use crate::Lang;

/// A space that does not break.
const NBSP: char = '\u{a0}';

impl Lang {
    /// A whole number with its thousands apart: `1,250`, `1.250`, `1 250`.
    pub fn number(self, number: i64) -> String {
        let separator = match self {
            Self::Nl => '.',
            Self::Sv => NBSP,
            Self::En => ',',
        };
        let digits = number.unsigned_abs().to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        if number < 0 { format!("−{text}") } else { text }
    }

    /// A count of things: as [`number`](Self::number).
    pub fn count(self, count: usize) -> String {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A number with at most one decimal: `7.5`, `7,5`.
    pub fn decimal(self, number: f64) -> String {
        let text = format!("{number:.1}");
        let text = text.strip_suffix(".0").unwrap_or(&text);
        match self {
            Self::Nl | Self::Sv => text.replace('.', ","),
            Self::En => text.to_owned(),
        }
    }

    /// A small count as a word, larger ones in figures: `two`, `13`.
    pub fn count_word(self, count: usize) -> String {
        const NL: [&str; 13] = [
            "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
            "elf", "twaalf",
        ];
        const SV: [&str; 13] = [
            "inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
            "tolv",
        ];
        const EN: [&str; 13] = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let words = match self {
            Self::Nl => NL,
            Self::Sv => SV,
            Self::En => EN,
        };
        words.get(count).map_or_else(|| self.count(count), |word| (*word).to_owned())
    }

    /// Whole per cents: `85%`, in Swedish `85 %`.
    pub fn percent(self, percent: u32) -> String {
        match self {
            Self::Nl | Self::En => format!("{percent}%"),
            Self::Sv => format!("{percent}{NBSP}%"),
        }
    }

    /// A chance in thousandths as a label: never 0 or 100, `>95%` above and `<5%` below.
    pub fn chance(self, permille: u16) -> String {
        match permille {
            951.. => format!(">{}", self.percent(95)),
            ..=49 => format!("<{}", self.percent(5)),
            _ => self.percent(u32::from(permille + 5) / 10),
        }
    }

    /// A chance in a sentence: Swedish writes `över 95 %` and `under 5 %`.
    pub fn chance_in_words(self, permille: u16) -> String {
        match (self, permille) {
            (Self::Sv, 951..) => format!("över {}", self.percent(95)),
            (Self::Sv, ..=49) => format!("under {}", self.percent(5)),
            _ => self.chance(permille),
        }
    }

    /// An amount in minor units with its ISO code: `SEK 1,250.50`, `€ 1.250,50`, `1 250,50 kr`.
    pub fn money(self, minor: i64, code: &str) -> String {
        let (whole, cents) = (minor / 100, (minor % 100).unsigned_abs());
        let point = match self {
            Self::Nl | Self::Sv => ',',
            Self::En => '.',
        };
        let mut amount = self.number(whole);
        if cents > 0 {
            amount = format!("{amount}{point}{cents:02}");
        }
        match (self, code) {
            (Self::Sv, "SEK") => format!("{amount}{NBSP}kr"),
            (Self::Sv, "EUR") => format!("{amount}{NBSP}euro"),
            (Self::Nl, "EUR") => format!("€{NBSP}{amount}"),
            (Self::En, "EUR") => format!("€{amount}"),
            (Self::En, "GBP") => format!("£{amount}"),
            (Self::Nl | Self::En, _) => format!("{code}{NBSP}{amount}"),
            (Self::Sv, _) => format!("{amount}{NBSP}{code}"),
        }
    }
}

/// A sentence begins with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            Lang::ALL.map(|l| l.number(1_234_567)),
            ["1.234.567", "1\u{a0}234\u{a0}567", "1,234,567"]
        );
        assert_eq!(Lang::En.number(-1200), "−1,200");
        assert_eq!(Lang::En.number(999), "999");
    }

    #[test]
    fn a_chance_is_never_certain() {
        let chances = [0, 49, 50, 846, 950, 951, 1000].map(|p| Lang::En.chance(p));
        assert_eq!(chances, ["<5%", "<5%", "5%", "85%", "95%", ">95%", ">95%"]);
        assert_eq!(Lang::Sv.chance_in_words(990), "över 95\u{a0}%");
        assert_eq!(Lang::Nl.chance_in_words(20), "<5%");
    }

    #[test]
    fn amounts_stand_as_each_country_writes_them() {
        assert_eq!(
            Lang::ALL.map(|l| l.money(125_050, "EUR")),
            ["€\u{a0}1.250,50", "1\u{a0}250,50\u{a0}euro", "€1,250.50"]
        );
        assert_eq!(Lang::Sv.money(250_000, "SEK"), "2\u{a0}500\u{a0}kr");
        assert_eq!(Lang::En.money(250_000, "SEK"), "SEK\u{a0}2,500");
    }
}
