//! What is wrong with a claim and what to do, in the language of the text. Days are written as in ISO 8601, which no reader
//! takes for another one.

use jiff::civil::Date;

use super::{Verdict, When};
use crate::Lang;

/// What to say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub says: String,
    /// What to do instead.
    pub repair: String,
}

impl Said {
    fn new(says: String, repair: &str) -> Self {
        Self { says, repair: repair.to_owned() }
    }
}

impl Verdict<'_> {
    /// What to say of a claim about a capability of that name; `None` where it has a ground.
    pub fn said(&self, name: &str, lang: Lang) -> Option<Said> {
        match self {
            Self::Exists { .. } | Self::InTime { .. } => None,
            Self::TooEarly { day, permille } => Some(too_early(name, *day, *permille, lang)),
            Self::ForecastPassed { day } => Some(forecast_passed(name, *day, lang)),
            Self::Younger { since } => Some(younger(name, *since, lang)),
            Self::NotPlanned { reason } => Some(not_planned(name, reason, lang)),
            Self::Unanswered => Some(unanswered(name, lang)),
            Self::Retired { reason } => Some(retired(name, reason, lang)),
        }
    }
}

fn too_early(name: &str, day: Date, permille: Option<u16>, lang: Lang) -> Said {
    let chance = permille.map(|permille| chance(permille, lang)).unwrap_or_default();
    match lang {
        Lang::Nl => Said::new(
            format!("{name} is er nog niet: de verwachting is {day}{chance}."),
            "Noem die dag of een latere, of laat het weg tot het er is.",
        ),
        Lang::Sv => Said::new(
            format!("{name} finns inte än: den väntas {day}{chance}."),
            "Nämn den dagen eller en senare, eller utelämna det tills det finns.",
        ),
        Lang::En => Said::new(
            format!("{name} is not there yet: it is forecast for {day}{chance}."),
            "Name that day or a later one, or leave it out until it is there.",
        ),
    }
}

/// With which chance, for the end of a sentence; above 95% nobody can honestly say more than that.
fn chance(permille: u16, lang: Lang) -> String {
    let percent = if permille > 950 { ">95".to_owned() } else { (permille / 10).to_string() };
    match lang {
        Lang::Nl => format!(", met een kans van {percent}%"),
        Lang::Sv => format!(", med {percent} % chans"),
        Lang::En => format!(", with a chance of {percent}%"),
    }
}

fn forecast_passed(name: &str, day: Date, lang: Lang) -> Said {
    match lang {
        Lang::Nl => Said::new(
            format!("{name} zou er op {day} zijn, en niemand heeft gezegd dat het er is."),
            "Vraag product hoe het ervoor staat, en laat het tot dan weg.",
        ),
        Lang::Sv => Said::new(
            format!("{name} skulle finnas {day}, och ingen har sagt att den gör det."),
            "Fråga produktansvarig hur det står till, och utelämna det tills dess.",
        ),
        Lang::En => Said::new(
            format!("{name} was to be there on {day}, and nobody has said that it is."),
            "Ask product how it stands, and leave it out until then.",
        ),
    }
}

fn younger(name: &str, since: Date, lang: Lang) -> Said {
    match lang {
        Lang::Nl => Said::new(
            format!("{name} is er pas sinds {since}."),
            "Noem die dag, of zeg niet sinds wanneer het er is.",
        ),
        Lang::Sv => Said::new(
            format!("{name} finns först sedan {since}."),
            "Nämn den dagen, eller säg inte sedan när det finns.",
        ),
        Lang::En => Said::new(
            format!("{name} is only there since {since}."),
            "Name that day, or do not say since when it is there.",
        ),
    }
}

fn not_planned(name: &str, reason: &str, lang: Lang) -> Said {
    match lang {
        Lang::Nl => Said::new(
            format!("{name} is er niet en komt er niet: {reason}"),
            "Haal de bewering weg, of vraag product om een ander antwoord.",
        ),
        Lang::Sv => Said::new(
            format!("{name} finns inte och kommer inte: {reason}"),
            "Ta bort påståendet, eller be produktansvarig om ett annat svar.",
        ),
        Lang::En => Said::new(
            format!("{name} is not there and not planned: {reason}"),
            "Take the claim out, or ask product for another answer.",
        ),
    }
}

fn unanswered(name: &str, lang: Lang) -> Said {
    match lang {
        Lang::Nl => Said::new(
            format!("Of {name} er is, heeft product nog niet gezegd."),
            "Wacht op het antwoord voordat u het belooft.",
        ),
        Lang::Sv => Said::new(
            format!("Om {name} finns har produktansvarig inte svarat på än."),
            "Vänta på svaret innan ni lovar det.",
        ),
        Lang::En => Said::new(
            format!("Whether {name} is there, product has not said yet."),
            "Wait for the answer before you claim it.",
        ),
    }
}

fn retired(name: &str, reason: &str, lang: Lang) -> Said {
    match lang {
        Lang::Nl => Said::new(
            format!("{name} is uit het register gehaald: {reason}"),
            "Haal de bewering weg.",
        ),
        Lang::Sv => {
            Said::new(format!("{name} har tagits ur registret: {reason}"), "Ta bort påståendet.")
        }
        Lang::En => Said::new(
            format!("{name} was taken out of the register: {reason}"),
            "Take the claim out.",
        ),
    }
}

/// What to say of a claim that cannot be true together with another, which stands at `place` and says `other`.
pub fn said_of_differing(name: &str, own: When, place: &str, other: When, lang: Lang) -> Said {
    let (own, other) = (when(own, lang), when(other, lang));
    match lang {
        Lang::Nl => Said::new(
            format!("Hier is {name} er {own}, in {place} {other}."),
            "Noem overal dezelfde dag: die van het register.",
        ),
        Lang::Sv => Said::new(
            format!("Här finns {name} {own}, i {place} {other}."),
            "Nämn samma dag överallt: den i registret.",
        ),
        Lang::En => Said::new(
            format!("Here {name} is there {own}, in {place} {other}."),
            "Name the same day everywhere: the one of the register.",
        ),
    }
}

/// When something is said to be there, for the middle of a sentence.
fn when(when: When, lang: Lang) -> String {
    let by_language = |nl: &str, sv: &str, en: &str| {
        match lang {
            Lang::Nl => nl,
            Lang::Sv => sv,
            Lang::En => en,
        }
        .to_owned()
    };
    let window = match when {
        When::Now => return by_language("nu", "nu", "now"),
        When::SomeDay => return by_language("ooit", "någon gång", "some day"),
        When::Named(window) => window,
    };
    let by = by_language("uiterlijk", "senast", "by");
    let after = by_language("na", "efter", "after");
    match (window.first, window.last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}/{last}"),
        (None, Some(last)) => format!("{by} {last}"),
        (Some(first), None) => format!("{after} {first}"),
        (None, None) => by_language("ooit", "någon gång", "some day"),
    }
}
