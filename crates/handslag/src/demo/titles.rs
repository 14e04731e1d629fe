//! What the teams of the invented company do all day, who they are, and how their days go.

use jiff::civil::{Date, Weekday};

use super::luck::{along, below, luck};
use super::people::Team;

/// A sort of work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sort {
    /// Its name in the tracker.
    pub(super) kind: &'static str,
    /// How often, of a hundred.
    weight: u32,
    /// What people think it takes, in hours.
    pub(super) hours: &'static [u32],
    /// How often it is urgent.
    pub(super) urgent: f64,
    /// What is done.
    doing: &'static [&'static str],
    /// To what.
    to: &'static [&'static str],
}

const SYSTEMS: &[&str] = &[
    "de boekhouding",
    "het magazijn",
    "de kassa",
    "de meterdienst",
    "het ledenbestand",
    "de webwinkel",
    "de planning",
    "het loonpakket",
    "de weegbrug",
    "de vrachtbrieven",
    "het klantportaal",
    "de bank",
];
const SCREENS: &[&str] = &[
    "het orderscherm",
    "de zoeklijst",
    "het dagoverzicht",
    "de factuur",
    "de instellingen",
    "het rooster",
    "de voorraadlijst",
    "de werkbon",
    "het beginscherm",
    "de bijlagen",
    "de kalender",
    "de rechten",
];

const INTEGRATIES: &[Sort] = &[
    Sort {
        kind: "koppeling",
        weight: 45,
        hours: &[8, 12, 16, 16, 24, 24, 32],
        urgent: 0.03,
        doing: &[
            "Velden bij in de koppeling met",
            "Nieuwe versie van de koppeling met",
            "Foutafhandeling bij",
        ],
        to: SYSTEMS,
    },
    Sort {
        kind: "export",
        weight: 30,
        hours: &[4, 8, 8, 12, 16],
        urgent: 0.04,
        doing: &["Export naar", "Nachtelijk bestand voor", "Controletelling bij"],
        to: SYSTEMS,
    },
    Sort {
        kind: "storing",
        weight: 25,
        hours: &[2, 4, 4, 8],
        urgent: 0.25,
        doing: &["Berichten blijven hangen bij", "Dubbele regels uit", "Time-out op"],
        to: SYSTEMS,
    },
];

const PRODUCT: &[Sort] = &[
    Sort {
        kind: "scherm",
        weight: 40,
        hours: &[8, 8, 12, 16, 24],
        urgent: 0.02,
        doing: &[
            "Filter in",
            "Sneller openen van",
            "Toetsenbordbediening van",
            "Nieuwe indeling van",
        ],
        to: SCREENS,
    },
    Sort {
        kind: "rapportage",
        weight: 30,
        hours: &[4, 8, 12, 16, 20],
        urgent: 0.02,
        doing: &["Kolommen in het rapport bij", "Maandtotalen uit", "Afdruk van"],
        to: SCREENS,
    },
    Sort {
        kind: "onderhoud",
        weight: 30,
        hours: &[4, 6, 8, 12],
        urgent: 0.05,
        doing: &["Bibliotheken bijwerken onder", "Tests voor", "Opruimen van"],
        to: SCREENS,
    },
];

const SUPPORT: &[Sort] = &[
    Sort {
        kind: "inrichting",
        weight: 40,
        hours: &[2, 4, 6, 8],
        urgent: 0.04,
        doing: &["Gebruikers toevoegen aan", "Sjabloon aanpassen in", "Rechten nalopen van"],
        to: SCREENS,
    },
    Sort {
        kind: "migratie",
        weight: 20,
        hours: &[8, 12, 16, 24],
        urgent: 0.02,
        doing: &["Oude gegevens overzetten uit", "Proefmigratie van", "Ontdubbelen van"],
        to: SYSTEMS,
    },
    Sort {
        kind: "storing",
        weight: 40,
        hours: &[1, 2, 2, 4],
        urgent: 0.2,
        doing: &["Foutmelding in", "Leeg scherm bij", "Verkeerde bedragen in"],
        to: SCREENS,
    },
];

/// Who works in a team.
pub(super) fn people(team: Team) -> &'static [&'static str] {
    match team {
        Team::Integraties => &["Jip", "Marit", "Bram", "Wout"],
        Team::Product => &["Oona", "Youssef", "Hanneke", "Daan"],
        Team::Support => &["Thijs", "Roos"],
    }
}

/// How its pieces of work are named.
pub(super) fn prefix(team: Team) -> &'static str {
    match team {
        Team::Integraties => "INT",
        Team::Product => "PRO",
        Team::Support => "SUP",
    }
}

/// How many things it is asked for on a day, besides what was promised.
pub(super) fn rate(team: Team) -> f64 {
    match team {
        Team::Integraties => 0.35,
        Team::Product => 0.55,
        Team::Support => 0.6,
    }
}

fn sorts(team: Team) -> &'static [Sort] {
    match team {
        Team::Integraties => INTEGRATIES,
        Team::Product => PRODUCT,
        Team::Support => SUPPORT,
    }
}

/// A sort of work of a team, as often as it comes.
pub(super) fn sort_of(team: Team, luck: f64) -> Sort {
    let sorts = sorts(team);
    let mut left = f64::from(sorts.iter().map(|sort| sort.weight).sum::<u32>()) * luck;
    for sort in sorts {
        left -= f64::from(sort.weight);
        if left < 0.0 {
            return *sort;
        }
    }
    sorts[0]
}

/// What a piece of such work is called.
pub(super) fn title(sort: &Sort, luck: f64) -> String {
    let all = sort.doing.len() * sort.to.len();
    let place = below(all, luck);
    let (doing, to) = (sort.doing[place % sort.doing.len()], sort.to[place / sort.doing.len()]);
    format!("{doing} {to}")
}

/// The weeks of summer, in which more are away.
const SUMMER: std::ops::RangeInclusive<i8> = 29..=33;

/// Somebody away for longer: who, from when, until when.
const AWAY: [(&str, Date, Date); 1] =
    [("Marit", jiff::civil::date(2026, 2, 9), jiff::civil::date(2026, 3, 13))];

/// A day of somebody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Day {
    /// At work: how much of it goes into recorded work.
    Working(f64),
    /// Not at work today.
    Off,
    /// Away for longer: what was begun is handed over.
    Away,
}

/// How a day of somebody goes.
pub(super) fn day_of(person: &str, day: Date, days: usize) -> Day {
    let week = day.iso_week_date().week();
    let quiet = if SUMMER.contains(&week) { 0.1 } else { 0.025 };
    let year = usize::from(day.year().unsigned_abs());
    let holiday = luck(&format!("{person} off in week {week}"), year) < quiet;
    if holiday || AWAY.iter().any(|(who, from, to)| *who == person && *from <= day && day <= *to) {
        return Day::Away;
    }
    let ill = luck(&format!("{person} ill"), days) < 0.02;
    // Nobody works every day of the week.
    if ill || free_day(person) == Some(day.weekday()) {
        return Day::Off;
    }
    Day::Working(along(
        &[(0.0, 0.45), (0.5, 0.72), (1.0, 0.92)],
        luck(&format!("{person} works"), days),
    ))
}

fn free_day(person: &str) -> Option<Weekday> {
    match person {
        "Marit" => Some(Weekday::Wednesday),
        "Hanneke" | "Roos" => Some(Weekday::Friday),
        _ => None,
    }
}
