//! The small export of a team that has never been with us, for the import page: a Dutch spreadsheet with a few rows
//! that cannot be taken.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::super::luck::{along, below, luck, one_of};

/// The lines of the rows that cannot be taken.
pub(super) const BAD_LINES: [u64; 4] = [17, 43, 78, 104];

const KINDS: [(&str, &[&str]); 3] = [
    ("montage", &["Meter plaatsen bij", "Kast vervangen bij", "Zender ophangen bij"]),
    ("onderhoud", &["Jaarbeurt bij", "Filters vervangen bij", "Bekabeling nalopen bij"]),
    ("storing", &["Geen signaal bij", "Vocht in de kast bij", "Verkeerde stand bij"]),
];
const PLACES: [&str; 9] = [
    "de Oude Sluis",
    "hal 4",
    "de Noordkade",
    "gemaal Rietvoorn",
    "de stallen",
    "het ketelhuis",
    "de Turfmarkt",
    "perron 2",
    "de drukkerij",
];
const PEOPLE: [&str; 3] = ["Geert", "Annelies", "Okke"];

/// The file.
pub(super) fn csv() -> String {
    let mut csv = "\
nummer;titel;soort;team;uitvoerder;prioriteit;aangemaakt;gestart;klaar;geschat;besteed\n"
        .to_owned();
    let mut day = date(2025, 7, 1);
    for row in 0..120_usize {
        let lucky = |what: &str| luck(&format!("new team {what}"), row);
        day = later(day, below(3, lucky("comes")));
        let (kind, doing) = one_of(&KINDS, lucky("kind")).unwrap();
        let doing = one_of(doing, lucky("doing")).unwrap();
        let place = one_of(&PLACES, lucky("place")).unwrap();
        let person = one_of(&PEOPLE, lucky("person")).unwrap();
        let estimate = one_of(&[1.5, 2.0, 3.0, 4.0, 6.0, 7.5], lucky("estimate")).unwrap();
        let ratio = along(&[(0.0, 0.5), (0.5, 1.0), (0.85, 1.7), (1.0, 4.0)], lucky("takes"));
        let actual = (estimate * ratio * 4.0).round().max(1.0) / 4.0;
        let begun = later(day, below(5, lucky("waits")));
        let done = later(begun, below(3, lucky("lasts")));
        let open = row > 108 && lucky("open") < 0.7;
        let mut cells = [
            format!("BD-{}", 401 + row),
            format!("{doing} {place}"),
            kind.to_owned(),
            "Buitendienst".to_owned(),
            person.to_owned(),
            if lucky("first") < 0.1 { "1" } else { "2" }.to_owned(),
            written(day),
            written(begun),
            if open { String::new() } else { written(done) },
            comma(estimate),
            if open { String::new() } else { comma(actual) },
        ];
        match row + 2 {
            17 => cells[6] = "31-02-2026".to_owned(),
            43 => cells[8] = "zo snel mogelijk".to_owned(),
            78 => cells[10] = "-3".to_owned(),
            104 => cells[0] = String::new(),
            _ => {}
        }
        writeln!(csv, "{}", cells.join(";")).unwrap();
    }
    csv
}

/// So many working days later.
fn later(day: Date, days: usize) -> Date {
    let is_worked = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut coming = std::iter::successors(Some(day), |day| day.checked_add(1.day()).ok());
    coming.by_ref().filter(is_worked).nth(days).unwrap()
}

fn written(day: Date) -> String {
    format!("{:02}-{:02}-{:04}", day.day(), day.month(), day.year())
}

fn comma(hours: f64) -> String {
    hours.to_string().replace('.', ",")
}
