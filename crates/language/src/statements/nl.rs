//! Dutch: the rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "wij sturen", "morgen sturen wij".

mod ours;
mod results;
mod words;

use super::lexicon::{Row, Says, Tables};

pub(super) const TABLES: Tables = Tables {
    classes: words::CLASSES,
    rules: &[ours::OURS, results::RESULTS, THEIRS, ASKED, AGAINST],
    times: words::TIMES,
};

const THEIRS: &[Row] = &[
    (Says::They, "^ dat @you", "what the reader is to do"),
    (
        Says::ThirdSaid,
        "!@our|@staff . belooft|garandeert|verzekert|beweert|claimt|voorspelt",
        "somebody's word",
    ),
    (
        Says::They,
        "horen|lezen|zien|vernemen|begrijpen dat @you",
        "what the reader is to do, taken note of",
    ),
    (
        Says::They,
        "@us lees|lezen|begrijp|begrijpen|noteer|noteren|zie|zien|hoor|horen|verneem|vernemen|begreep|begrepen|vernam|snap .. dat @you",
        "what the reader is to do, taken note of",
    ),
    (
        Says::They,
        "^ afgesproken|overeengekomen is|was|werd ?. dat @you",
        "what the reader is to do, agreed",
    ),
    (Says::They, "zoals @you toezegde|toezegden|beloofde|beloofden|aangaf|schreef", "as promised"),
    (Says::Third, "hun . @does|gaat|gaan|zal|zullen|wordt|worden", "somebody of theirs"),
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
    (
        Says::Source,
        "volgens !plan|planning|afspraak|schema|uw|jullie|je|onze|ons|bestek|tekening|opdracht|offerte|contract",
        "somebody's word",
    ),
    (Says::Third, "zij|ze zeggen|beloven|verwachten|melden", "somebody's word"),
    (
        Says::Third,
        "heeft|hebben .. laten weten|gemeld|toegezegd|beloofd|bevestigd",
        "somebody's word",
    ),
];

const ASKED: &[Row] = &[
    (
        Says::Request,
        "@us ontvang|ontvangen|verneem|vernemen|zie graag|gaarne|liefst",
        "asked with graag",
    ),
    (
        Says::Request,
        "ontvang|ontvangen|verneem|vernemen @us ?. ?. graag|gaarne|liefst",
        "asked with graag",
    ),
    (
        Says::RequestIfAsked,
        "^ ?en ?@adv ontvangen|ontvang|krijgen|krijg|horen|hoor @us ?. ?. ?. ?. van|uw|jullie|je|nog|of",
        "asked for something",
    ),
    (
        Says::Request,
        "@us|graag|gaarne vernemen|verneem|horen|hoor|ontvangen|ontvang|zien|zie ?@us graag|gaarne ?nog van|uw|jullie|je|of|welke|welk|wat|wanneer|hoe|op",
        "asked with graag",
    ),
    (
        Says::Request,
        "^ gaarne ?ontvangen ?ontvang ?vernemen ?@us uw|jullie|je|een|even|de|het|nog|per|vóór|voor|uiterlijk",
        "asked with graag",
    ),
    (
        Says::Request,
        "^ ?nog ?alleen ?even ?graag een|uw|jullie|je|het|de|akkoord|akkoordje|handtekening|bevestiging|reactie ?. ?. ?van jouw|uw|jullie|je|u|jou kant|zijde|hand",
        "asked without a verb",
    ),
    (
        Says::RequestIfAsked,
        "^ ?en ?@adv heb|heeft|hebben|hebt @you ?nog ?misschien ?. ?. ?. voor|een|kopie|foto|scan|voorbeeld ons|mij|me|kopie|foto|scan|voorbeeld|voor|van",
        "asked for something",
    ),
    (
        Says::RequestIfAsked,
        "^ ?en ?@adv @asks @you ?. ?even|nog|ons|mij|me|de|het|een|of|uw|je|jullie|ook",
        "asked in the present tense",
    ),
    (
        Says::Imperative,
        "^ ?dus ?en ?dan @bids !ik|wij|we|u|jij|jullie|hij|zij|ze|men|@does",
        "an imperative",
    ),
    (
        Says::Request,
        "moet|moeten|dient|dienen|dienst|graag .. door u|jullie|jou",
        "what the reader is told to do",
    ),
    (
        Says::RequestIfAsked,
        "mogen|mag|zouden|zou|kunnen|kan @us .. ontvangen|hebben|krijgen|weten|vernemen|inzien|lenen",
        "asked for something",
    ),
    (
        Says::RequestIfAsked,
        "zou|is|was het mogelijk|kunnen|lukken .. @you|om",
        "asked whether the reader can",
    ),
    (
        Says::Wish,
        "het|dat zou|is fijn|prettig|handig|mooi|goed|top|helpen|welkom ?. ?zijn",
        "a wish",
    ),
    (
        Says::Wish,
        "zou|zouden|is|zijn het|dat|@us ?. ?. fijn|prettig|handig|helpen|geholpen|dankbaar|erkentelijk",
        "a wish",
    ),
    (Says::Request, "^ ?@adv wees|weest zo vriendelijk|goed|aardig", "please"),
    (
        Says::Request,
        "@us wacht|wachten .. op @your|je|jouw|een|de|het|nog .. @you|@your|van",
        "we wait for something",
    ),
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
    (
        Says::Dated,
        "brief|mail|e-mail|mailtje|bericht|factuur|nota|notulen|rapport|bestelling|order|offerte|aanmaning|herinnering|verslag|melding|klacht|verzoek|besluit van ?maandag ?dinsdag ?woensdag ?donderdag ?vrijdag ?# @month|@weekday|gisteren",
        "a paper named by its day",
    ),
    (
        Says::Dated,
        "brief|mail|e-mail|mailtje|bericht|factuur|nota|notulen|rapport|bestelling|order|offerte|aanmaning|herinnering|verslag|melding|klacht|verzoek van ?de #",
        "a paper named by its day",
    ),
    (
        Says::Report,
        "meent|menen|vindt|vinden|vermoedt|vermoeden|gelooft|geloven|veronderstelt|verwacht|beweren|schrijft|hoopt|vreest dat",
        "somebody's words",
    ),
    (Says::Report, "gerucht|geruchten|verhaal|nieuws gaat|gaan|is|dat", "hearsay"),
    (Says::Report, "^ naar verluidt|horen|zeggen|verwachting", "hearsay"),
    (Says::Not, "zo|aldus staat|stond ?het ?dat in", "a mention"),
    (Says::Not, "@us kijk|kijken ?er ?. ?. ?. uit naar", "courtesy"),
    (Says::Not, "kijk|kijken @us ?er ?. ?. ?. uit naar", "courtesy"),
    (Says::Not, "@us ben|zijn|gaan|blijven .. open|dicht|vrij", "hours or absence"),
    (Says::Not, "ben|zijn|gaan|blijven @us .. open|dicht|vrij", "hours or absence"),
    (
        Says::Not,
        "staat|staan|wordt|worden .. vermeld|genoemd|geschreven|gedrukt|afgedrukt|als",
        "a mention",
    ),
    (
        Says::Not,
        "op|in|volgens de|het|uw|onze factuur|poster|folder|brief|offerte|contract|tekening|agenda|kalender|website|flyer|bon staat|staan",
        "a mention",
    ),
    (Says::Not, "werk|werken @us|we|ik ?. ?. ?. thuis|vanuit", "where we work"),
    (Says::Not, "@us werk|werken ?. ?. ?. ?. thuis|vanuit", "where we work"),
    (
        Says::Not,
        "mevrouw|meneer|mijnheer|dhr|mevr|mw|heer|familie|restaurant|café|hotel|firma|straat|gebouw|project ?de ?van ?der ?het @month|@weekday|morgen",
        "a name",
    ),
    (Says::Not, "van maart|mei|april|augustus @does|werkt|is|zit|heeft", "a name"),
    (
        Says::Not,
        "denkbaar|mogelijk|waarschijnlijk|onzeker|aannemelijk|voorstelbaar|twijfelachtig dat|of",
        "a mere possibility",
    ),
    (Says::AsksFact, "wilt|wil|willen|heeft|hebt|hebben|had @you liever", "a choice"),
    (
        Says::AsksFact,
        "komt|schikt|past het|dat|maandag|dinsdag|woensdag|donderdag|vrijdag ?@you ?. ?. beter|uit|gelegen|liever",
        "a choice",
    ),
    (
        Says::Not,
        "moet|moeten|dient|dienen .. zijn|ingediend|betaald|binnen|aangeleverd",
        "when something is due",
    ),
    (Says::Not, "stijgt|stijgen|daalt|dalen|zakt|zakken", "the way of the world"),
    (Says::Perfect, "is|zijn|heb|hebt|heeft|hebben|bent|ben .. @ptc", "a tense of what is done"),
    (
        Says::Tells,
        "^ ?en ?maar wanneer|zodra|voordat|nadat|totdat|voor|na @us|@you|de|het|uw|onze|jullie",
        "when",
    ),
    (Says::Negated, "aanvaarden|aanvaard ?@us geen", "a negation"),
    (Says::Not, "heet|heten|genaamd|genoemd", "a name"),
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
    (
        Says::Not,
        "mogelijk|kans|onwaarschijnlijk ?is ?groot ?klein ?reëel ?bestaat dat",
        "a mere possibility",
    ),
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
        "kantoor|winkel|balie|showroom|loket|magazijn|bedrijf .. open|dicht|vrij",
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
    (Says::Report, "^ !zoals .. @said !zich|me|mij|ons", "somebody's words"),
    (Says::Report, "vraag|kwestie is|blijft|was $", "a question"),
    (Says::Report, "vraag|vragen|kwestie is|blijft|was of|wat|wanneer|hoe|welke", "a question"),
    (Says::Not, "lijkt|leek|leken|lijken @me|het|goed", "a thought"),
    (Says::Report, "weet|weten ?.. niet ?.. of|wanneer|hoe", "not known"),
    (Says::Report, "onduidelijk|onbekend|afwachten|kijken .. of|wanneer|hoe", "not known"),
];
