//! Times that have two readings, and times that lean on an earlier one.

use jiff::civil::date;
use language::Lang;
use language::check::Checker;
use language::dates::{Reading, find};

use super::value;

#[track_caller]
fn says(lang: Lang, text: &str) -> Vec<String> {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    let doubts = Checker::ours().check(text, &reading).doubts;
    doubts.into_iter().map(|doubt| format!("{}: {}", doubt.span.of(text), doubt.says)).collect()
}

#[track_caller]
fn values(lang: Lang, text: &str) -> Vec<String> {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    find(text, &reading).iter().map(value).collect()
}

#[test]
fn dutch_voor_is_doubtful_and_accents_make_it_sure() {
    assert_eq!(
        says(Lang::Nl, "Graag voor vrijdag antwoord."),
        [
            "voor vrijdag: Dit kan op twee manieren worden gelezen: tot en met donderdag 19 november of tot en met vrijdag 20 november."
        ]
    );
    for sure in [
        "Graag vóór vrijdag antwoord.",
        "Graag vo\u{301}o\u{301}r vrijdag antwoord.",
        "Graag voor vrijdag 12.00 uur antwoord.",
        "Graag voor kerst antwoord.",
        "Graag uiterlijk vrijdag antwoord.",
        "Om half vier bel ik u.",
    ] {
        assert_eq!(says(Lang::Nl, sure), Vec::<String>::new(), "{sure}");
    }
}

#[test]
fn the_next_friday_may_be_tomorrow() {
    assert_eq!(
        says(Lang::Nl, "We komen volgende vrijdag."),
        [
            "volgende vrijdag: Dit kan op twee manieren worden gelezen: vrijdag 20 november of vrijdag 27 november."
        ]
    );
    assert_eq!(
        says(Lang::Sv, "Vi kommer nästa fredag."),
        [
            "nästa fredag: Det här kan läsas på två sätt: fredag 20 november eller fredag 27 november."
        ]
    );
    assert_eq!(
        says(Lang::En, "We'll come next Friday."),
        ["next Friday: This can be read two ways: Friday 20 November or Friday 27 November."]
    );
    for (lang, sure) in [
        (Lang::Nl, "We komen volgende week vrijdag."),
        (Lang::Nl, "We komen volgende maandag."),
        (Lang::Sv, "Vi kommer fredag nästa vecka."),
        (Lang::Sv, "Vi kommer på fredag."),
        (Lang::En, "We'll come on Friday."),
        (Lang::En, "We'll come next Monday."),
    ] {
        assert_eq!(says(lang, sure), Vec::<String>::new(), "{sure}");
    }
}

#[test]
fn the_weekday_of_today_may_be_today() {
    assert_eq!(
        says(Lang::Sv, "Vi ringer på torsdag."),
        [
            "på torsdag: Det här kan läsas på två sätt: torsdag 19 november eller torsdag 26 november."
        ]
    );
}

#[test]
fn two_small_numbers_are_a_date_in_either_order() {
    assert_eq!(
        says(Lang::En, "Please reply by 12/11/2026."),
        [
            "by 12/11/2026: This can be read two ways: up to and including Thursday 12 November or up to and including Friday 11 December."
        ]
    );
    assert_eq!(says(Lang::En, "Please reply by 12/12/2026."), Vec::<String>::new());
    assert_eq!(says(Lang::En, "Please reply by 21/12/2026."), Vec::<String>::new());
    assert_eq!(says(Lang::Nl, "Graag reactie uiterlijk 12/11/2026."), Vec::<String>::new());
}

#[test]
fn what_others_wrote_raises_no_doubt() {
    let text = "We'll be there.\n\n> Can you come next Friday?\n";
    assert_eq!(says(Lang::En, text), Vec::<String>::new());
}

#[test]
fn the_same_day_is_the_one_named_before() {
    for (lang, text, expected) in [
        (
            Lang::Nl,
            "We leveren op 3 december en sturen dezelfde dag de factuur.",
            ["2026-12-03..2026-12-04", "2026-12-03..2026-12-04"],
        ),
        (
            Lang::Sv,
            "Leverans den 4 december, faktura samma dag kl. 15.",
            ["2026-12-04..2026-12-05", "2026-12-04T15:00"],
        ),
        (
            Lang::En,
            "The parcel leaves on 1 December and arrives the same week.",
            ["2026-12-01..2026-12-02", "2026-11-30..2026-12-07"],
        ),
    ] {
        assert_eq!(values(lang, text), expected, "{text}");
    }
}

#[test]
fn the_same_day_alone_is_no_date() {
    for (lang, text) in [
        (Lang::Nl, "U krijgt dezelfde dag antwoord."),
        (Lang::Sv, "Ni får svar samma dag."),
        (Lang::En, "You'll get an answer the same day."),
    ] {
        let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
        let found = find(text, &reading);
        let windows: Vec<_> = found.iter().map(|f| (f.anaphoric, f.start, f.end)).collect();
        assert_eq!(windows, [(true, None, None)], "{text}");
    }
}

#[test]
fn a_time_of_day_apart_from_its_day_is_one_of_that_day() {
    for (lang, text, expected) in [
        (
            Lang::Nl,
            "Vrijdag komen we om half vier en om zes uur staat alles warm.",
            vec!["2026-11-20..2026-11-21", "2026-11-20T15:30", "2026-11-20T18:00"],
        ),
        (
            Lang::Sv,
            "På fredag kommer vi kl. 8 och är klara kl. 16.",
            vec!["2026-11-20..2026-11-21", "2026-11-20T08:00", "2026-11-20T16:00"],
        ),
        (
            Lang::En,
            "On 12 December we rig the lights at noon and test the sound at 8 pm.",
            vec!["2026-12-12..2026-12-13", "2026-12-12T12:00", "2026-12-12T20:00"],
        ),
        // The next sentence is of another day.
        (
            Lang::En,
            "The fair opens on 12 December. I will ring you at four.",
            vec!["2026-12-12..2026-12-13", "2026-11-19T16:00"],
        ),
        // Before a day is named nobody knows which it will be.
        (Lang::En, "I will ring you at four.", vec!["2026-11-19T16:00"]),
    ] {
        assert_eq!(values(lang, text), expected, "{text}");
    }
}

#[test]
fn first_thing_is_early_and_no_first_of_a_month() {
    let text = "She brings it over on Thursday, first thing.";
    assert_eq!(values(Lang::En, text), ["2026-11-26..2026-11-27"]);
}

#[test]
fn a_time_of_day_is_not_one_of_a_day_gone_by_or_of_a_thing() {
    for (lang, text, expected) in [
        (Lang::Sv, "Ni ringde i går, vi ringer kl. 15.", "2026-11-19T15:00"),
        (Lang::En, "You rang yesterday, and we call at 4 pm.", "2026-11-19T16:00"),
        (Lang::Nl, "Uw mail van 12 december is gelezen, ik bel u om vier uur.", "2026-11-19T16:00"),
        (
            Lang::Nl,
            "De bestelling geplaatst op 3 december bespreken we om drie uur.",
            "2026-11-19T15:00",
        ),
        (Lang::Sv, "Fakturan av den 3 december gås igenom kl. 14.", "2026-11-19T14:00"),
    ] {
        assert_eq!(values(lang, text).last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn a_day_later_is_counted_from_the_day_named_before() {
    for (lang, text, expected) in [
        (Lang::En, "We deliver on 3 December and fit it a day later.", "2026-12-04..2026-12-05"),
        (
            Lang::En,
            "We deliver on 3 December. Two days later you get the bill.",
            "2026-12-05..2026-12-06",
        ),
        (
            Lang::En,
            "The stand goes up on Friday and comes down the day after.",
            "2026-11-21..2026-11-22",
        ),
        (
            Lang::En,
            "The stand goes up on 4 December and comes down a week later.",
            "2026-12-11..2026-12-12",
        ),
        (
            Lang::Nl,
            "We leveren op 3 december en een dag later monteren we.",
            "2026-12-04..2026-12-05",
        ),
        (
            Lang::Nl,
            "We leveren op 3 december. Twee dagen later monteren we.",
            "2026-12-05..2026-12-06",
        ),
        (
            Lang::Nl,
            "We leveren op 3 december en de dag erna monteren we.",
            "2026-12-04..2026-12-05",
        ),
        (
            Lang::Sv,
            "Vi levererar den 3 december och monterar en dag senare.",
            "2026-12-04..2026-12-05",
        ),
        (
            Lang::Sv,
            "Vi levererar den 3 december. Två dagar senare monterar vi.",
            "2026-12-05..2026-12-06",
        ),
        (
            Lang::Sv,
            "Vi levererar den 3 december och monterar dagen efter.",
            "2026-12-04..2026-12-05",
        ),
        // Two sentences on, and with nothing named before, it is counted from today.
        (
            Lang::En,
            "It opens on 3 December. Do come. A week later we call.",
            "2026-11-26..2026-11-27",
        ),
        (Lang::Nl, "Twee weken later monteren we.", "2026-12-03..2026-12-04"),
        // What goes with the word is no end of it.
        (Lang::En, "We deliver on 3 December, the day after you ring.", "2026-12-03..2026-12-04"),
        (Lang::Sv, "Vi levererar den 3 december, dagen efter mässan.", "2026-12-03..2026-12-04"),
    ] {
        assert_eq!(values(lang, text).last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn noon_and_numbers_in_words_are_times_of_the_day_named_before() {
    for (lang, text, expected) in [
        (Lang::En, "Parts are on our van Monday and he fits them at noon.", "2026-11-23T12:00"),
        (
            Lang::En,
            "Parts are on our van Monday and he fits them by noon.",
            "..2026-11-23T12:00 by",
        ),
        (
            Lang::En,
            "Parts are on our van Monday and he fits them before twelve.",
            "..2026-11-23T12:00 before",
        ),
        (
            Lang::Nl,
            "De onderdelen zijn maandag binnen en hij monteert ze voor twaalven.",
            "..2026-11-23T12:00 before",
        ),
        (
            Lang::Sv,
            "Delarna kommer på måndag och han monterar dem före tolv.",
            "..2026-11-23T12:00 before",
        ),
        (
            Lang::En,
            "Parts are on our van Monday and he fits them for twelve.",
            "2026-11-23..2026-11-24",
        ),
    ] {
        assert_eq!(values(lang, text).last().map(String::as_str), Some(expected), "{text}");
    }
    let text = "Of all the people who were at the long table he came before ten.";
    assert_eq!(values(Lang::En, text), Vec::<String>::new());
}

#[test]
fn that_friday_is_the_one_of_the_day_named_before() {
    for (lang, text, expected) in [
        (
            Lang::En,
            "We open on 1 December. That Friday you get the keys.",
            "2026-12-04..2026-12-05",
        ),
        (
            Lang::En,
            "We open in week 50; you get the keys the Friday of that week.",
            "2026-12-11..2026-12-12",
        ),
        (
            Lang::En,
            "We come on 4 December and paint that afternoon.",
            "2026-12-04T12:00..2026-12-04T18:00",
        ),
        (
            Lang::Nl,
            "We komen op 4 december en schilderen die middag.",
            "2026-12-04T12:00..2026-12-04T18:00",
        ),
        (Lang::Nl, "We komen op 1 december en die vrijdag is het klaar.", "2026-12-04..2026-12-05"),
        (
            Lang::Sv,
            "Vi kommer den 4 december och målar samma eftermiddag.",
            "2026-12-04T12:00..2026-12-04T18:00",
        ),
        // "that" joins a clause here, and `die` too.
        (
            Lang::En,
            "We open on 1 December, but I know that Friday suits you.",
            "2026-11-20..2026-11-21",
        ),
        (
            Lang::Nl,
            "We komen op 1 december met de monteur die vrijdag belt.",
            "2026-11-20..2026-11-21",
        ),
    ] {
        assert_eq!(values(lang, text).last().map(String::as_str), Some(expected), "{text}");
    }
}
