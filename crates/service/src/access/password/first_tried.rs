//! Passwords that are tried first: the commonest ones, words in our three languages, patterns, and one's own names.
//!
//! `commonest.txt` has the 5,000 commonest passwords of 12 characters or more in `10_million_password_list_top_1M.txt`
//! of [SecLists](https://github.com/danielmiessler/SecLists) (MIT, `commonest-LICENSE.txt`), which counts the ten
//! million that Mark Burnett put into the public domain in 2015: in small letters, in the order of the alphabet.

/// The commonest passwords that are long enough, one a line.
const COMMONEST: &str = include_str!("commonest.txt");

/// The fewest letters that must be left of a password when everything that is known is taken out of it.
const LEAST_OWN: usize = 4;

/// The rows of a keyboard and of the alphabet; a password that runs along them, either way, is no secret.
const RUNS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgbyhnujm",
];

/// Words and sayings that people take when they are told to take a long one; small letters and digits only.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    // English
    "password", "passwords", "passphrase", "mypassword", "thepassword", "newpassword", "oldpassword",
    "yourpassword", "userpassword", "adminpassword", "rootpassword", "testpassword", "defaultpassword",
    "temporarypassword", "companypassword", "strongpassword", "securepassword", "longpassword",
    "goodpassword", "secretpassword", "changepassword", "passwordpassword", "passwordadmin", "passwordtest",
    "thisismypassword", "thisisapassword", "thisispassword", "idontknow", "iforgotmypassword",
    "forgotpassword", "nopassword", "notapassword", "passwordispassword", "enterpassword", "mysecret",
    "topsecret", "secret", "secretsecret", "letmein", "letmeinnow", "letmeinplease", "pleaseletmein",
    "changeme", "changemenow", "changethis", "pleasechangeme", "welcome", "welcomeback", "welcomehome",
    "welcometothejungle", "administrator", "administration", "adminadmin", "adminadminadmin", "superuser",
    "superadmin", "sysadmin", "systemadmin", "rootroot", "rootrootroot", "useruser", "guestguest",
    "testtest", "testtesttest", "testing", "testingtesting", "default", "iloveyou", "iloveyousomuch",
    "iloveyouforever", "iloveyoubaby", "ihateyou", "imissyou", "loveyouforever", "mylove", "lovelove",
    "princess", "sunshine", "sunshinesunshine", "football", "footballfootball", "basketball", "baseball",
    "superman", "batman", "spiderman", "starwars", "maytheforcebewithyou", "dragon", "dragondragon",
    "monkey", "monkeymonkey", "shadow", "master", "mastermaster", "michael", "jennifer", "trustnoone",
    "trustno", "whatever", "computer", "computercomputer", "internet", "google", "facebook", "microsoft",
    "windows", "linkedin", "correcthorsebatterystaple", "correcthorsebattery", "horsebatterystaple",
    "tobeornottobe", "tobeornottobethatisthequestion", "helloworld", "hellohello", "hello", "goodmorning",
    "goodbye", "abracadabra", "opensesame", "onetwothreefour", "onetwothree", "qwertyuiop", "asdfghjkl",
    "zxcvbnm", "qwerty", "qwertyqwerty", "asdfasdf", "asdfasdfasdf", "zxcvzxcv", "liverpoolfc",
    "manchesterunited", "realmadrid", "fcbarcelona", "manchester", "liverpool", "chocolate", "butterfly",
    "elephant", "blinkone", "spring", "summer", "autumn", "winter", "january", "february", "september",
    "october", "november", "december", "monday", "saturday", "company", "office", "business", "customer",
    "thequickbrownfox", "thequickbrownfoxjumpsoverthelazydog", "quickbrownfox", "promise", "handshake",
    "ipromise", "handslag", "handslaghandslag", "incorrect", "access", "accessdenied", "security",
    // Dutch
    "wachtwoord", "wachtwoorden", "mijnwachtwoord", "nieuwwachtwoord", "geheimwachtwoord",
    "wachtwoordwachtwoord", "ditismijnwachtwoord", "sterkwachtwoord", "veiligwachtwoord", "geheim",
    "geheimgeheim", "welkom", "welkomterug", "welkomwelkom", "welkombij", "goedemorgen", "hallohallo",
    "ikhouvanjou", "ikhouvanje", "lekkerding", "nederland", "amsterdam", "rotterdam", "utrecht",
    "eindhoven", "groningen", "feyenoord", "ajaxamsterdam", "hupholland", "voetbal", "lente", "zomer",
    "herfst", "winterwinter", "januari", "februari", "augustus", "oktober", "beheerder", "kantoor",
    "bedrijf", "sinterklaas", "stamppot", "gezelligheid", "poesje", "schatje", "liefje", "fietsen",
    // Swedish
    "losenord", "lösenord", "mittlosenord", "mittlösenord", "nyttlosenord", "nyttlösenord",
    "losenordlosenord", "lösenordlösenord", "hemligt", "hemlighet", "valkommen", "välkommen",
    "valkommentillbaka", "välkommentillbaka", "jagalskardig", "jagälskardig", "godmorgon", "sommar",
    "host", "höst", "sverige", "hejasverige", "stockholm", "goteborg", "göteborg", "malmo", "malmö",
    "fotboll", "hejhej", "hejhejhej", "hejsan", "hejsanhejsan", "administratör", "foretag", "företag",
    "kontoret", "pannkaka", "kanelbulle", "midsommar", "allsvenskan", "alskling", "älskling",
];

/// Whether a password is one of those that are tried first.
pub(super) fn is_common(password: &str) -> bool {
    let plain = letters_and_digits(password);
    let spelled = spelled(&plain);
    is_of_the_commonest(password)
        || is_repetition(&plain)
        || is_run(&plain)
        || [plain.as_str(), spelled.as_str()].into_iter().any(|text| {
            let bare = text.trim_matches(|c: char| c.is_ascii_digit());
            WORDS.contains(&text) || WORDS.contains(&bare) || repeated_word(bare)
        })
}

/// Whether a password is on the list, in letters of any size.
fn is_of_the_commonest(password: &str) -> bool {
    let small = password.to_lowercase();
    COMMONEST.lines().any(|common| common == small)
}

/// Whether hardly anything is left of a password without the names in it, digits and signs.
pub(super) fn is_made_of(password: &str, names: &[&str]) -> bool {
    let plain = letters_and_digits(password);
    let mut words: Vec<String> = Vec::new();
    for name in names {
        words.push(letters_and_digits(name));
        // Of an address the name, and of the host what stands before its end.
        let parts = name.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.map(str::to_lowercase));
    }
    words.retain(|word| word.chars().count() >= 3);
    // Longer ones first, so that no part of a name is left over.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let has_name = words.iter().any(|word| plain.contains(word.as_str()));
    let rest = words.iter().fold(plain, |rest, word| rest.replace(word.as_str(), ""));
    has_name && rest.chars().filter(|c| !c.is_ascii_digit()).count() < LEAST_OWN
}

fn letters_and_digits(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || "@$!".contains(*c)).collect()
}

/// A word as it is meant that is spelled with digits and signs for letters.
fn spelled(plain: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    // What trails is a year or a number, not letters.
    let body = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == '!');
    body.chars().map(letter).collect()
}

/// Whether a text is the same few characters over and over.
fn is_repetition(plain: &str) -> bool {
    let chars: Vec<char> = plain.chars().collect();
    (1..=4).any(|period| chars.iter().zip(chars.iter().skip(period)).all(|(a, b)| a == b))
}

/// Whether a text is one of the words more than once.
fn repeated_word(text: &str) -> bool {
    WORDS.iter().any(|word| !text.is_empty() && text.replace(word, "").is_empty())
}

/// Whether a text runs along a keyboard or the alphabet, in at most three goes.
fn is_run(plain: &str) -> bool {
    let mut rest: Vec<char> = plain.chars().collect();
    for _ in 0..3 {
        if rest.is_empty() {
            return true;
        }
        let longest = (1..=rest.len()).rev().find(|length| {
            let part: String = rest[..*length].iter().collect();
            let back: String = rest[..*length].iter().rev().collect();
            RUNS.iter().any(|run| run.contains(&part) || run.contains(&back))
        });
        match longest {
            Some(length) if length >= 4 || length == rest.len() => rest.drain(..length),
            Some(_) | None => return false,
        };
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused() {
        for password in [
            "password1234",
            "Password2026!",
            "P@ssw0rd2026",
            "passwordpassword",
            "Wachtwoord123!",
            "Welkom2026!!",
            "Lösenord2026",
            "correct horse battery staple",
            "123456789012",
            "qwertyuiop12",
            "qwertyuiopasdf",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "abcdefghijklmn",
            "1q2w3e4r5t6y",
            "098765432109",
            "zomerzomer2026",
            "geheimgeheimgeheim",
            "finalfantasy",
            "PolniyPizdec0211",
        ] {
            assert!(is_common(password), "{password:?}");
        }
    }

    #[test]
    fn what_is_long_and_ones_own_is_taken() {
        for password in [
            "drie koffie voor de trein",
            "blå cykel i regnet",
            "zebra-klok-91-tuin",
            "hunter2hunter3hunter4",
            "mijn wachtwoord is een gedicht",
            "kjH7-vmQ2-pXw9",
        ] {
            assert!(!is_common(password), "{password:?}");
        }
    }

    #[test]
    fn names_alone_are_refused() {
        let names = ["ebba.lind@bjorkskatan.se", "Ebba Lind", "Björkskatan Fastigheter AB"];
        for password in [
            "ebbalind2026",
            "Ebba.Lind.1984",
            "björkskatan!!",
            "Björkskatan Fastigheter",
            "lindebba12345",
            "ebba@lindab1",
        ] {
            assert!(is_made_of(password, &names), "{password:?}");
        }
        for password in ["ebba cyklar i regn", "zebra-klok-91-tuin", "fastigheter och kaffe"] {
            assert!(!is_made_of(password, &names), "{password:?}");
        }
        assert!(!is_made_of("zebra-klok-91-tuin", &["", "a", "b c"]));
    }

    #[test]
    fn the_commonest_are_refused_in_letters_of_any_size() {
        let list: Vec<&str> = COMMONEST.lines().collect();
        assert!(list.len() >= 3000 && list.is_sorted(), "{}", list.len());
        for common in list {
            assert!(common.chars().count() >= crate::access::password::LEAST, "{common:?}");
            assert!(is_common(common) && is_common(&common.to_uppercase()), "{common:?}");
        }
    }

    #[test]
    fn the_words_are_as_they_are_looked_for() {
        assert!(WORDS.len() >= 200);
        for word in WORDS {
            assert_eq!(letters_and_digits(word), **word);
        }
    }
}
