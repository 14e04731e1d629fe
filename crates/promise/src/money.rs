//! Amounts of money, in whole minor units so that sums are exact.

use std::fmt;
use std::str::FromStr;

use crate::code::codes;

/// An amount of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// Cents, öre, pence.
    pub minor: i64,
    /// The ISO 4217 code.
    pub currency: Currency,
}

/// The currencies of the countries whose holidays are known, and the dollar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    /// Euro.
    Eur,
    /// Swedish krona.
    Sek,
    /// Danish krone.
    Dkk,
    /// Norwegian krone.
    Nok,
    /// Pound sterling.
    Gbp,
    /// US dollar.
    Usd,
}

codes! { Currency {
    Eur = "EUR",
    Sek = "SEK",
    Dkk = "DKK",
    Nok = "NOK",
    Gbp = "GBP",
    Usd = "USD",
} }

/// A text that is no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no amount; wanted like EUR 2500 or SEK 1250.50")]
pub struct MoneyError {
    /// What was given.
    pub given: String,
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads a code and an amount with at most two decimals, after a point or a comma.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || MoneyError { given: text.to_owned() };
        let (code, amount) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let currency = Currency::of_code(&code.to_ascii_uppercase()).ok_or_else(wrong)?;
        let (whole, cents) = amount.trim().split_once(['.', ',']).unwrap_or((amount.trim(), ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(cents) || cents.len() > 2 {
            return Err(wrong());
        }
        let minor = format!("{whole}{cents:0<2}").parse().map_err(|_| wrong())?;
        Ok(Self { minor, currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, cents) = (self.minor / 100, (self.minor % 100).abs());
        write!(f, "{} {whole}", self.currency.code())?;
        if cents == 0 { Ok(()) } else { write!(f, ".{cents:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent() {
        let minor = |text: &str| text.parse::<Money>().map(|m| m.minor).ok();
        assert_eq!(minor("EUR 2500"), Some(250_000));
        assert_eq!(minor("sek 1250,5"), Some(125_050));
        for text in [
            "",
            "2500",
            "EUR",
            "EUR -1",
            "EUR 1.234",
            "EUR 1 000",
            "XXX 5",
            "EUR 99999999999999999999",
        ] {
            assert_eq!(minor(text), None, "{text:?}");
        }
    }

    #[test]
    fn amounts_are_shown_as_they_are_read() {
        for text in ["EUR 2500", "SEK 1250.50", "GBP 0.05"] {
            assert_eq!(text.parse::<Money>().unwrap().to_string(), text);
        }
    }
}
