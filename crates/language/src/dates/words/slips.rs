//! Slips of the pen in long names of days and months: a letter left out or two in each other's place.

use crate::dates::Direction;
use crate::dates::sense::Sense;

/// Words of deadlines that no slip makes another word of, as it makes "though" of "through".
const DEADLINES: [&str; 2] = ["uiterlijk", "senast"];

/// Shorter words are too near to others.
const SHORTEST: usize = 6;

/// The slips that are read as a word, given its meaning; none where the word is short or another meaning is at stake.
pub(super) fn of(spelling: &str, sense: Sense) -> Vec<String> {
    let letters: Vec<char> = spelling.chars().collect();
    let is_name = matches!(sense, Sense::Weekday(_) | Sense::Month(_));
    let is_deadline = sense == Sense::Direction(Direction::By) && DEADLINES.contains(&spelling);
    let is_word = letters.iter().all(|letter| letter.is_alphabetic());
    if letters.len() < SHORTEST || !is_word || !is_name && !is_deadline {
        return Vec::new();
    }
    let last = letters.len() - 1;
    let without = |at: usize| {
        let kept = letters.iter().enumerate().filter(|(place, _)| *place != at);
        kept.map(|(_, letter)| letter).collect::<String>()
    };
    let swapped = |at: usize| {
        let mut letters = letters.clone();
        letters.swap(at, at + 1);
        letters.into_iter().collect::<String>()
    };
    // The first and the last letter are rarely wrong.
    (1..last).map(without).chain((1..last - 1).map(swapped)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_letters_go_missing_or_change_places() {
        let slips = of("fredag", Sense::Weekday(5));
        assert_eq!(slips.len(), 4 + 3);
        for slip in ["frdag", "fedag", "fredg", "ferdag", "frdeag"] {
            assert!(slips.iter().any(|each| each == slip), "{slip}: {slips:?}");
        }
        assert!(!slips.iter().any(|slip| slip == "freda"), "{slips:?}");
    }

    #[test]
    fn short_words_and_small_words_have_none() {
        assert_eq!(of("mars", Sense::Month(3)), [""; 0]);
        assert_eq!(of("because", Sense::After), [""; 0]);
        assert_eq!(of("through", Sense::Direction(Direction::By)), [""; 0]);
        assert_eq!(of("senast", Sense::Direction(Direction::By)).len(), 7);
    }
}
