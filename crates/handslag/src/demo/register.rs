//! What the company's product does, as its product people answer for it, and what its site says of that.

use anyhow::Context;
use jiff::civil::{Date, DateTime};
use promise::capability::{Answer, OtherName};
use promise::{Chance, Language, Line, MemberId};
use service::Caller;
use service::capabilities::PublicText;

use super::people::{ACCOUNT_MANAGER, People, SWEDISH_ACCOUNT_MANAGER};
use super::story::Story;

/// Who answers for the product.
const PRODUCT: &str = "Jip Waterdrager";

/// What product answers, and on which day and hour.
enum Said {
    There(&'static str),
    Forecast { day: &'static str, percent: u16, ground: &'static str },
    NotPlanned(&'static str),
}

/// Something the product does or is to do.
struct Entry {
    name: &'static str,
    called: &'static [(Language, &'static str)],
    /// By whom and when it was asked for, by the wall clock.
    asked: (&'static str, &'static str),
    /// What was answered, the last one last.
    answers: &'static [(&'static str, Said)],
}

const ALL: &[Entry] = &[
    Entry {
        name: "Excel-export",
        called: &[
            (Language::Nl, "exporteren naar Excel"),
            (Language::Sv, "export till Excel"),
            (Language::En, "export to Excel"),
        ],
        asked: (ACCOUNT_MANAGER, "2025-02-03T10:20"),
        answers: &[
            (
                "2025-02-05T09:10",
                Said::Forecast {
                    day: "2025-04-30",
                    percent: 85,
                    ground: "het eerste deel werkt, twee delen zijn geschat",
                },
            ),
            ("2025-04-22T16:05", Said::There("2025-04-22")),
        ],
    },
    Entry {
        name: "Offline werken",
        called: &[
            (Language::Nl, "werken zonder verbinding"),
            (Language::Sv, "offlineläge"),
            (Language::En, "offline mode"),
        ],
        asked: (ACCOUNT_MANAGER, "2025-11-17T11:45"),
        answers: &[(
            "2025-11-20T14:30",
            Said::Forecast {
                day: "2026-06-30",
                percent: 82,
                ground: "twee van de drie delen zijn klaar",
            },
        )],
    },
    Entry {
        name: "Eenmalig aanmelden",
        called: &[
            (Language::Nl, "single sign-on"),
            (Language::Sv, "samlad inloggning"),
            (Language::En, "single sign-on"),
        ],
        asked: (SWEDISH_ACCOUNT_MANAGER, "2026-02-23T15:40"),
        answers: &[],
    },
    Entry {
        name: "Spraakinvoer",
        called: &[(Language::Sv, "röstinmatning"), (Language::En, "voice input")],
        asked: (SWEDISH_ACCOUNT_MANAGER, "2025-10-06T13:15"),
        answers: &[(
            "2025-10-09T10:00",
            Said::NotPlanned("twee klanten vroegen erom, niemand wil ervoor betalen"),
        )],
    },
    Entry {
        name: "Meldingen per sms",
        called: &[(Language::Sv, "sms-aviseringar"), (Language::En, "text message alerts")],
        asked: (ACCOUNT_MANAGER, "2025-06-02T09:30"),
        answers: &[("2025-06-02T11:20", Said::There("2024-09-01"))],
    },
];

/// Pages of the company's site, and when they were looked through.
const SITE: &[(&str, Language, &str)] = &[
    (
        "https://kornoelje.example/functies",
        Language::Nl,
        "U krijgt de Excel-export bij elk abonnement.\n\nOffline werken is inbegrepen.\n\n\
         Meldingen per sms zijn beschikbaar.\n",
    ),
    (
        "https://kornoelje.example/sv/funktioner",
        Language::Sv,
        "Ni får export till Excel i alla abonnemang.\n\nFrån juli 2026 får ni offlineläge.\n\n\
         Samlad inloggning ingår.\n",
    ),
    (
        "https://kornoelje.example/en/features",
        Language::En,
        "You get export to Excel with every plan.\n\nText message alerts are included.\n",
    ),
];
/// When the site was looked through, by the wall clock.
const LOOKED_AT: &str = "2026-03-02T10:05";

/// Fills the register and looks the site through. Everything of it lies behind, and touches no promise.
pub(super) async fn fill(story: &Story<'_>, people: &People) -> anyhow::Result<()> {
    let service = story.service;
    for entry in ALL {
        let (asker, at) = entry.asked;
        let names = entry.called.iter().map(|(language, name)| {
            Ok(OtherName { language: Some(*language), name: Line::new(name)? })
        });
        let names = names.collect::<anyhow::Result<Vec<_>>>()?;
        let caller = at_wall(story, people.member(asker)?, at)?;
        let id = service.register_capability(&caller, Line::new(entry.name)?, names).await;
        let id = id.with_context(|| entry.name.to_owned())?;
        for (at, said) in entry.answers {
            let caller = at_wall(story, people.member(PRODUCT)?, at)?;
            let answered = service.answer_capability(&caller, id, said.answer()?).await;
            answered.with_context(|| format!("{} at {at}", entry.name))?;
        }
    }
    let pages = SITE.iter().map(|(place, language, words)| {
        let (place, words) = (Line::new(place)?, (*words).to_owned());
        Ok(PublicText { place, words, language: *language })
    });
    let pages = pages.collect::<anyhow::Result<Vec<_>>>()?;
    let caller = at_wall(story, people.member(ACCOUNT_MANAGER)?, LOOKED_AT)?;
    service.scan_claims(&caller, &pages).await?;
    Ok(())
}

impl Said {
    fn answer(&self) -> anyhow::Result<Answer> {
        Ok(match self {
            Self::There(since) => Answer::Exists { since: since.parse::<Date>()? },
            Self::Forecast { day, percent, ground } => Answer::Forecast {
                day: day.parse::<Date>()?,
                chance: Some(Chance::of_percent(*percent)),
                ground: Line::new(ground)?,
            },
            Self::NotPlanned(reason) => Answer::NotPlanned { reason: Line::new(reason)? },
        })
    }
}

/// Somebody, at a time that lies behind.
fn at_wall(story: &Story<'_>, member: MemberId, wall: &str) -> anyhow::Result<Caller> {
    let wall: DateTime = wall.parse()?;
    Ok(Caller { at: story.wall(wall)?, ..story.by_member(member) })
}
