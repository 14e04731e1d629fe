//! Dutch: the rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "wij sturen", "morgen sturen wij".

mod ours;
mod words;

use super::lexicon::{Row, Says, Tables};

pub(super) const TABLES: Tables = Tables {
    classes: words::CLASSES,
    rules: &[ours::OURS, RESULTS, THEIRS, ASKED, AGAINST],
    times: words::TIMES,
};

const RESULTS: &[Row] = &[
    (Says::WeByTime, "wordt|worden .. @ptc", "it gets done, with a time"),
    (Says::WeByTime, "@ptc wordt|worden", "it gets done, with a time"),
    (Says::WeByTime, "zal|zullen .. *en", "it will be, with a time"),
    (
        Says::WeByTime,
        "is|zijn|bent .. klaar|gereed|af|rond|weer|terug|geregeld|opgelost|leverbaar|beschikbaar|online|verholpen|hersteld|afgerond|verwerkt|bereikbaar|voltooid|binnen|bij|gerepareerd|geïnstalleerd|operationeel|vervangen",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "ligt|liggen|staat|staan|draait|werkt .. klaar|bij|er|in|op|weer|gereed|live|aan",
        "it is there, with a time",
    ),
    (
        Says::WeByTime,
        "komt|komen .. aan|er|uit|langs|beschikbaar|online|bij|terug|met",
        "it comes, with a time",
    ),
    (Says::WeByTime, "er .. ligt|staat|is|komt|hangt|zit $", "it is there, with a time"),
    (
        Says::WeByTime,
        "gaat|gaan .. live|uit|online|weg|open|buiten|deur|start|naar",
        "it goes, with a time",
    ),
    (
        Says::WeByTime,
        "@works .. is|vindt|volgt|start|starten|begint|beginnen|plaatsvindt|gebeurt|plaats",
        "work, with a time",
    ),
    (Says::WeByTime, "start|starten|begint|beginnen|volgt|vindt .. @works", "work, with a time"),
    (
        Says::WeByTime,
        "volgt|volgen|verschijnt|verschijnen|arriveert|arriveren",
        "it follows, with a time",
    ),
];

const THEIRS: &[Row] = &[
    (
        Says::They,
        "@you schreef|schreven|zei|zeiden|beloofde|beloofden|meldde|meldden|noemde|noemden|bevestigde|vertelde|mailde .. dat|te|om|@you",
        "what the reader promised",
    ),
    (
        Says::They,
        "schreef|schreven|zei|zeiden|beloofde|beloofden|meldde|bevestigde @you .. dat|te|@you",
        "what the reader promised",
    ),
    (Says::They, "@you gaf|gaven .. aan", "what the reader promised"),
    (Says::They, "@you liet|lieten .. weten", "what the reader promised"),
    (Says::They, "@you zou|zouden", "what the reader was to do"),
    (Says::They, "zou|zouden @you", "what the reader was to do"),
    (
        Says::They,
        "@you heeft|hebt|hebben .. beloofd|toegezegd|aangegeven|bevestigd",
        "what the reader promised",
    ),
    (
        Says::They,
        "fijn|goed|prima|mooi|top|bedankt|dank|super|geweldig dat ?@adv @you",
        "what the reader is to do, welcomed",
    ),
    (
        Says::TheyByTime,
        "@you komen|bezorgt|overhandigt|verstrekt|ondertekent|verzendt|betaalt|levert|stuurt|mailt|belt|komt|brengt|regelt|zorgt|tekent|maakt|betalen|leveren|sturen|mailen|bellen|brengen|regelen|zorgen|tekenen|zult|haalt|halen",
        "what the reader does, with a time",
    ),
    (
        Says::TheyByTime,
        "betaalt|levert|stuurt|mailt|brengt|regelt|zorgt|tekent|betalen|leveren|sturen|brengen|zult|haalt|halen @you",
        "what the reader does, with a time",
    ),
    (
        Says::They,
        "@your collega|team|boekhouding|administratie|afdeling|planner|inkoper|chauffeur|monteur|architect|kantoor .. @does",
        "what the reader's side does",
    ),
    (
        Says::ThirdSaid,
        "@third .. heeft|hebben .. laten|toegezegd|beloofd|bevestigd|gemeld|verzekerd|aangegeven|gezegd !aan",
        "a third party's word",
    ),
    (
        Says::ThirdSaid,
        "@third .. belooft|beloven|zegt|zeggen|meldt|melden|bevestigt|verwacht|verwachten|verzekert|zei|meldde|beloofde|bevestigde|liet",
        "a third party's word",
    ),
    (Says::Third, "@third", "a third party"),
    (Says::Source, "volgens", "somebody's word"),
    (Says::Third, "zij|ze zeggen|beloven|verwachten|melden", "somebody's word"),
    (
        Says::Third,
        "heeft|hebben .. laten weten|gemeld|toegezegd|beloofd|bevestigd",
        "somebody's word",
    ),
];

const ASKED: &[Row] = &[
    (Says::RequestIfAsked, "^ denk|denkt @you .. aan", "asked in the present tense"),
    (
        Says::RequestIfAsked,
        "kunt|kun|kan|kunnen|wilt|wil|willen|zou|zouden|zoudt @you",
        "asked whether the reader can",
    ),
    (
        Says::RequestIfAsked,
        "^ ?en ?@adv reageert|ondertekent|tekent|vult|retourneert|betaalt|controleert|stuur|stuurt|geef|geeft|laat|laten|bel|belt|mail|mailt|neem|neemt|breng|brengt|check|regel|regelt|zet|maak|lever|levert|bevestig|bevestigt|sturen|geven|houd|zorg|zorgt @you",
        "asked in the present tense",
    ),
    (
        Says::RequestIfAsked,
        "^ .. mag|mogen|kan|kunnen @us .. @your|van",
        "asked for something of the reader's",
    ),
    (Says::RequestIfAsked, "kan|kunnen iemand", "asked whether somebody can"),
    (
        Says::Request,
        "graag ontvang|ontvangen|ontvingen|vernemen|verneem|zien|zie @us",
        "asked with graag",
    ),
    (
        Says::Request,
        "@us ontvang|ontvangen|verneem|vernemen|hoor|horen|zien|zie .. graag .. of|wat|welke|wanneer|uw|jullie|je|hoe",
        "asked with graag",
    ),
    (Says::Request, "graag hoor|horen @us .. of|wat|welke|wanneer|hoe", "asked with graag"),
    (
        Says::Request,
        "^ graag uw|jullie|je|een|even|de|het|nog .. @month|@weekday|vóór|voor|uiterlijk|mailen|sturen|doorgeven|bevestigen|akkoord|reactie",
        "asked with graag",
    ),
    (Says::Imperative, "^ ?dus ?en ?dan @imp !@us|@you", "an imperative"),
    (Says::Imperative, "^ ?dus ?en laat .. weten|horen|zien|even", "an imperative"),
    (Says::Request, "alstublieft|a.u.b|aub|svp|s.v.p|alsjeblieft", "please"),
    (Says::Request, "gelieve", "please"),
    (Says::Request, "^ @imp .. graag $", "asked with graag"),
    (
        Says::Imperative,
        "^ ?en stuur|lever|geef|mail|vul|controleer|check|zet|breng|meld|vergeet|teken|bewaar|bevestig je|jullie|uw !de|het|een|die|dat|dit|wel|nog|even|zo|dan|straks|morgen|vandaag|vanmiddag|vanavond|rond|om|voor|vóór|@weekday",
        "an imperative",
    ),
    (
        Says::Request,
        "^ ?en belt|mailt|stuurt|geeft|laat|neemt|meldt|vult|leest u|je dan|gerust|even|graag|eerst",
        "asked in the present tense",
    ),
    (Says::Request, "wordt|worden|bent|is|zijn .. verzocht", "asked in so many words"),
    (
        Says::Request,
        "@us moet|moeten|zou|zouden .. @you|@your .. ontvangen|hebben",
        "we need something",
    ),
    (Says::Request, "@us verzoek|verzoeken|vraag|vragen ?graag @you", "asked in so many words"),
    (Says::Request, "verzoek|verzoeken|vraag|vragen @us @you", "asked in so many words"),
    (Says::Request, "@us heb|hebben .. nodig", "we need something"),
    (Says::Request, "heb|hebben @us .. nodig", "we need something"),
    (Says::Request, "@us mis|missen ?@adv ?nog", "we lack something"),
    (Says::Request, "@you dient|dienen", "what the reader is told to do"),
    (Says::Request, "dient|dienen @you", "what the reader is told to do"),
    (Says::OpensTheirs, "van u|jullie|je .. nodig|hebben|graag", "what is needed of the reader"),
    (Says::OpensTheirs, "nodig|verzoek", "what is needed"),
];

const AGAINST: &[Row] = &[
    (Says::Not, "mijn|onze vrouw|man|zoon|dochter|kinderen|moeder|vader", "the family"),
    (Says::Refusal, "beloof|beloven|garandeer|garanderen ?@us niets|niet|geen", "no promise"),
    (Says::Not, "@us neem|nemen aan", "a supposition"),
    (Says::Not, "neem|nemen @us aan", "a supposition"),
    (Says::Not, "heeft|hebt|hebben ?@you tot|recht|gelijk", "the reader's time or right"),
    (Says::Not, "sluit om|op|@weekday", "hours or absence"),
    (Says::Not, "kijk|kijken|kijkt|zie|zien .. uit ?naar $", "courtesy"),
    (Says::Not, "kijk|kijken @us .. naar uit|toe|@you", "courtesy"),
    (Says::Not, "bijgaand|bijgesloten|bijlage", "something sent along"),
    (
        Says::Negated,
        "niet|geen|nooit|niets|niemand|nergens !later|alleen|probleem|zorgen|enkel|@weekday|morgen|vandaag",
        "a negation",
    ),
    (Says::Refusal, "@us kan|kunnen .. niet|geen", "what we cannot do"),
    (Says::Refusal, "kan|kunnen @us .. niet|geen", "what we cannot do"),
    (Says::Refusal, "niet|geen .. beloven|toezeggen|garanderen", "no promise"),
    (Says::Refusal, "lukt .. niet", "what we cannot do"),
    (Says::Not, "@us ?@adv @mental", "a wish, a thought or a possibility"),
    (Says::Not, "@mental @us", "a wish, a thought or a possibility"),
    (Says::Not, "@us .. gaan|ga|gaat .. ervan|vanuit", "a supposition"),
    (Says::Not, "gaan|ga @us er", "a supposition"),
    (Says::Not, "mogelijk|kans|onwaarschijnlijk dat", "a mere possibility"),
    (Says::Not, "misschien|wellicht|eventueel|vermoedelijk|waarschijnlijk", "a mere possibility"),
    (
        Says::Not,
        "kan|zou|zouden|kunnen .. zijn|gebeuren|voorkomen|kunnen|blijken",
        "a mere possibility",
    ),
    (Says::Done, "heb|heeft|hebt|hebben .. @ptc !dat", "already done"),
    (Says::Not, "had|hadden|ben|bent .. @ptc !dat", "already done"),
    (
        Says::Not,
        "is|zijn|was|waren .. geweest|gekomen|binnengekomen|teruggekomen|teruggestuurd|verstuurd|verzonden|aangekomen|gedrukt|gemaakt|geworden|begonnen|besteld|ontvangen|gegaan|vertrokken",
        "already done",
    ),
    (Says::Not, ". zou|zouden !@you", "the past, or not real"),
    (
        Says::AsksFact,
        "^ ?en hoe|wanneer|waarom|waar|wat|wie|welke|hoeveel",
        "a question about a fact",
    ),
    (Says::Not, "was|waren|werd|werden|kwam|kwamen|had|hadden", "the past"),
    (
        Says::Not,
        "afwezig|gesloten|geopend|ziek|verlof|gevestigd|openingstijden",
        "hours or absence",
    ),
    (Says::Not, "op|met|heb|hebben ?. vakantie|vrij", "hours or absence"),
    (
        Says::Not,
        "kantoor|winkel|balie|showroom|loket|magazijn|bedrijf|@us .. open|dicht|vrij",
        "hours or absence",
    ),
    (
        Says::Not,
        "open|dicht .. kantoor|winkel|balie|showroom|loket|magazijn|bedrijf|@us",
        "hours or absence",
    ),
    (Says::Not, "ik|wij|we ben|zijn .. vrij|open|dicht", "hours or absence"),
    (Says::Not, "^ ?de|het|alle @world", "the way of the world"),
    (
        Says::Not,
        "gaat|gaan|vertrekt|vertrekken|begint|beginnen|stijgt|stijgen|daalt|dalen ?de|het|alle @world",
        "the way of the world",
    ),
    (Says::Not, "geldt|gelden|geldig", "a state"),
    (Says::Not, "loopt|lopen .. tot|sinds|vanaf|goed|door", "a state"),
    (Says::Not, "@us zien|zie .. tegemoet|uit|terug", "courtesy"),
    (Says::Not, "zien|zie|spreken|spreek|horen|treffen @us elkaar", "courtesy"),
    (Says::Not, "^ ?graag ?en tot ?. ?. $", "courtesy"),
    (Says::Not, "bedankt|dank|prettige|prettig|fijn|fijne|welkom|gefeliciteerd", "courtesy"),
    (Says::Not, "@us wens|wensen", "courtesy"),
    (Says::Not, "wens|wensen @us|@you", "courtesy"),
    (Says::Not, "woord|term|belofte|beloftes zonder|beloven|belofte", "a word spoken of"),
    (Says::Not, "^ waarom|wanneer|hoe|wie|welke|wat|waar", "a question"),
    (
        Says::Condition,
        "^ ?en ?maar ?ook als|indien|wanneer|mocht|mochten|zodra|tenzij|mits|voordat|nadat|omdat|terwijl|doordat|zolang|stel",
        "a condition",
    ),
    (Says::Report, "^ !zoals .. @said", "somebody's words"),
    (Says::Report, "vraag|kwestie is|blijft|was $", "a question"),
    (Says::Report, "vraag|vragen|kwestie is|blijft|was of|wat|wanneer|hoe|welke", "a question"),
    (Says::Not, "lijkt|leek|leken|lijken @me|het|goed", "a thought"),
    (Says::Report, "weet|weten ?.. niet ?.. of|wanneer|hoe", "not known"),
    (Says::Report, "onduidelijk|onbekend|afwachten|kijken .. of|wanneer|hoe", "not known"),
];
