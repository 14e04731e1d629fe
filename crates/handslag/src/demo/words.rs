//! What people say in the story when a row has no words of its own, in the language of the customer.

use promise::party::Language;
use promise::renegotiation::Reason;

/// Something said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Why nothing is asked in return.
    NothingInReturn,
    /// Why another date is proposed, before the first has passed.
    MovedInTime,
    /// The same, after it.
    MovedTooLate,
    /// Why a date below the policy is given.
    BelowPolicy,
    /// Why a date is given without a forecast.
    WithoutForecast,
    /// That it is there.
    Delivered,
    /// That it is there now, after something was missing.
    DeliveredAgain,
    /// That it works.
    Thanks,
    /// That something is missing.
    SomethingMissing,
    /// That it is no longer needed.
    Released,
    /// That it will not be.
    Withdrawn,
    /// That the offer is not wanted.
    Declined,
    /// That the offer no longer holds.
    TakenBack,
    /// That an earlier date is wanted.
    OtherDate,
}

/// The words.
pub(super) fn words(said: Said, language: Language) -> &'static str {
    let [nl, sv, en] = in_each(said);
    match language {
        Language::Nl => nl,
        Language::Sv => sv,
        Language::En => en,
    }
}

fn in_each(said: Said) -> [&'static str; 3] {
    match said {
        Said::NothingInReturn => [
            "Hoort bij het onderhoud van dit jaar",
            "Ingår i årets underhåll",
            "Part of this year's maintenance",
        ],
        Said::MovedInTime => [
            "Het werk is groter dan we dachten. Liever nu een andere dag dan straks te laat.",
            "Arbetet är större än vi trodde. Hellre en annan dag nu än en försening sedan.",
            "The work is larger than we thought. Better another day now than a late one then.",
        ],
        Said::MovedTooLate => [
            "De afgesproken dag is voorbij en het is nog niet klaar. Dit is de dag die we nu zien.",
            "Den utlovade dagen har gått och det är inte klart. Det här är dagen vi ser nu.",
            "The day we promised has passed and it is not done. This is the day we see now.",
        ],
        Said::BelowPolicy => [
            "De klant weet dat het krap is en wil deze dag houden.",
            "Kunden vet att det är knappt och vill behålla dagen.",
            "The customer knows it is tight and wants to keep the day.",
        ],
        Said::WithoutForecast => [
            "Het oude systeem hebben we nog niet van binnen gezien; eind april is wat de leverancier ervan zei.",
            "Vi har inte sett det gamla systemet inifrån; dagen är leverantörens.",
            "We have not seen the old system from inside; the day is its maker's.",
        ],
        Said::Delivered => ["Het staat klaar.", "Det är på plats.", "It is there."],
        Said::DeliveredAgain => [
            "Wat ontbrak is er nu ook.",
            "Det som saknades finns nu med.",
            "What was missing is there now too.",
        ],
        Said::Thanks => ["Het werkt, dank.", "Det fungerar, tack.", "It works, thank you."],
        Said::SomethingMissing => [
            "De helft van de regels ontbreekt.",
            "Hälften av raderna saknas.",
            "The passengers of the second deck are missing.",
        ],
        Said::Released => [
            "We stoppen met dit onderdeel; jullie hoeven het niet meer af te maken.",
            "Vi lägger ned den delen; ni behöver inte göra klart.",
            "We are closing that part; no need to finish it.",
        ],
        Said::Withdrawn => [
            "Dit krijgen we niet goed genoeg, en dat zeggen we liever nu.",
            "Vi får det inte bra nog, och säger det hellre nu.",
            "We cannot make this good enough, and would rather say so now.",
        ],
        Said::Declined => [
            "Dat duurt ons te lang.",
            "Det dröjer för länge för oss.",
            "That is too far off for us.",
        ],
        Said::TakenBack => [
            "De aanvraag bleek bij een andere leverancier te liggen.",
            "Ärendet ligger hos en annan leverantör.",
            "This turned out to be with another supplier.",
        ],
        Said::OtherDate => [
            "Kan het een week eerder? Dan begint bij ons het nieuwe rooster.",
            "Går det en vecka tidigare? Då börjar vår nya säsong.",
            "Could it be a week earlier? Our new season starts then.",
        ],
    }
}

/// How both see that usual work was kept.
pub(super) fn acceptance(kind: &str, language: Language) -> &'static str {
    let [nl, sv, en] = match kind {
        "koppeling" => [
            "Een hele werkdag loopt zonder dat iemand iets overtypt.",
            "En hel arbetsdag går utan att någon skriver av något.",
            "A whole working day passes without anybody retyping.",
        ],
        "export" => [
            "Het bestand komt drie dagen achter elkaar volledig aan.",
            "Filen kommer fullständig tre dagar i rad.",
            "The file arrives complete three days in a row.",
        ],
        "rapportage" => [
            "De cijfers van de vorige maand kloppen met de boekhouding.",
            "Förra månadens siffror stämmer med bokföringen.",
            "Last month's figures agree with the books.",
        ],
        "scherm" => [
            "Twee mensen bij ons doen het zonder uitleg.",
            "Två personer hos oss klarar det utan förklaring.",
            "Two people here do it without being shown.",
        ],
        _ => [
            "Een steekproef van twintig stuks klopt.",
            "Ett stickprov om tjugo stämmer.",
            "A sample of twenty is right.",
        ],
    };
    match language {
        Language::Nl => nl,
        Language::Sv => sv,
        Language::En => en,
    }
}

/// Why a date that we move is moved, one cause and another.
pub(super) fn reason(row: usize) -> Reason {
    if row.is_multiple_of(3) { Reason::Capacity } else { Reason::Work }
}
