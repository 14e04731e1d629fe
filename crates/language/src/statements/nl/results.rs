//! Dutch: what is to happen, whoever does it: promises of ours where nobody else is named.

use super::super::lexicon::{Row, Says};

pub(super) const RESULTS: &[Row] = &[
    (
        Says::WeByTime,
        "is|zijn|bent|ben .. aanwezig|present|paraat|plaatse|thuis|aanspreekbaar",
        "it is there, with a time",
    ),
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
        "ligt|liggen|staat|staan|hangt|hangen|draait|draaien|werkt|werken .. klaar|bij|er|in|op|weer|gereed|live|aan|online|thuis|buiten|erop|erin|opgesteld|ingericht|voor|naast|tegen",
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
    (
        Says::WeByTime,
        "rijdt|rijden|komt|komen|gaat|gaan|staat|staan|ligt|liggen|volgt|volgen|vertrekt|vertrekken|start|starten|hangt|hangen er !niet|geen|op",
        "it comes, with a time",
    ),
    (
        Says::WeByTime,
        "^ ?@weekday ?morgen ?vandaag *s|*en krijgen|ontvangen|gaan|komen|staan|volgen|vertrekken|worden|horen|liggen|zien|vinden",
        "they get it, with a time",
    ),
    (
        Says::WeByTime,
        "is|zijn .. actief|werkend|operationeel|bruikbaar|droog|schoon|warm|leeg|veilig|aangesloten|ingericht|zichtbaar|toegankelijk|compleet|startklaar|gebruiksklaar|afgesloten|ingeregeld|toonbaar",
        "it is done, with a time",
    ),
    (Says::WeByTime, "wacht|wachten op @you", "it waits for the reader, with a time"),
    (
        Says::WeByTime,
        "valt|vallen|ploft|rolt|landt .. mat|deurmat|bus|brievenbus",
        "it comes, with a time",
    ),
    (
        Says::WeByTime,
        "^ ?en ?ook ?dan ?morgen ?vandaag @det|@num|alle|beide|nieuwe ?. . !@fact|@state|@mental|kunt|wilt|zult|niet|met|tot|uit|het|dat *t|@plur",
        "something happens, with a time",
    ),
    (
        Says::WeByTime,
        "!@fact|@state|@mental|kunt|wilt|zult|niet|met|tot|uit|het|dat *t @det|@num|alle|beide .",
        "something happens, with a time",
    ),
    (
        Says::We,
        "^ ?binnenkort ?straks ?later ?snel ?spoedig meer|nadere|verdere|verder hierover|daarover|over|informatie|details|nieuws|bericht ?. ?. $",
        "more is to come",
    ),
    (
        Says::We,
        "^ ?hierover ?daarover ?nadere ?verdere meer|informatie|details|bericht volgt|binnenkort|later|straks|snel",
        "more is to come",
    ),
    (Says::WeByTime, "^ morgen|vanmiddag|vanavond|straks|@weekday|vandaag meer", "more is to come"),
    (
        Says::WeNow,
        "komt|komen .. mee|na|achteraan|nog met|bij|volgende|later|@you|een",
        "it is to come",
    ),
    (Says::WeByTime, "!het|dit|dat|wat|er|@you|@third . is|zijn er", "it is there, with a time"),
    (
        Says::WeByTime,
        "@you wordt|worden|word .. @ptc",
        "something gets done for the reader, with a time",
    ),
    (
        Says::WeByTime,
        "^ ?@det ?verwachte ?geplande ?nieuwe ?volgende ?definitieve @works|leverdatum|levertijd|opleverdatum|startdatum|verzenddatum|aankomst|oplevering|verzending ?: $",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "^ ?@det ?verwachte ?geplande ?nieuwe ?volgende ?definitieve @works|leverdatum|levertijd|opleverdatum|startdatum|aankomst|antwoord|update|reactie|bericht|uitsluitsel|terugkoppeling op|in|om|vanaf|voor|vóór|tussen|uiterlijk|morgen|vandaag|vanmiddag|@weekday|binnen|week|medio|begin|eind|volgt|#",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "^ ?vanaf ?. ?. ?. ?klaar ?gereed ?beschikbaar ?te|om ophalen|halen|afhalen|bekijken|downloaden|leveren|gebruiken",
        "it can be had, with a time",
    ),
    (
        Says::WeByTime,
        "^ te|op halen|te|leveren|vinden|bekijken|downloaden ?halen",
        "it can be had, with a time",
    ),
    (
        Says::Fixed,
        "@you|@us|dat|dit|het|afspraak staat|staan|sta ?er .. genoteerd|gepland|ingepland|agenda|rooster|planning|ingeroosterd",
        "it is fixed, with a time",
    ),
    (
        Says::WeByTime,
        "staat|staan|sta @you|@us ?.. genoteerd|gepland|ingepland|agenda|rooster|planning|ingeroosterd",
        "it is fixed, with a time",
    ),
    (Says::WeByTime, "binnen|terug|klaar|thuis bij @you|jou", "it is with the reader, with a time"),
    (
        Says::WeByTime,
        "^ ?@adv @det ?. . !@fact *t .. @you|@your|ons|onze",
        "something happens for the reader, with a time",
    ),
    (Says::WeByTime, "!@you|@third|het|dat|dit|er|wat . gaat|gaan", "it goes, with a time"),
    (
        Says::WeNow,
        "wordt|worden .. toegestuurd|toegezonden|nagestuurd|nagezonden|doorgestuurd|teruggestort|onderzocht|bekeken",
        "it gets done",
    ),
    (Says::WeAhead, "heb|hebben .. @ptc", "it is done by then"),
    (Says::WeAhead, "is|zijn .. @ptc", "it is done by then"),
    (
        Says::Fixed,
        "heb|hebben|is|zijn|staat|staan .. ingepland|gepland|gereserveerd|geboekt|ingeboekt|vastgelegd|ingeroosterd|vrijgemaakt|voorzien|klaargezet",
        "it is fixed, with a time",
    ),
    (Says::WeByTime, "in huis|mailbox|postvak|inbox|bezit", "it is with the reader, with a time"),
    (Says::WeByTime, "!@you|@third|dat|wat|die . @does", "somebody does it, with a time"),
    (Says::WeByTime, "^ @does !@you|@third|@your", "somebody does it, with a time"),
    (Says::WeByTime, "@det . krijgt|krijgen", "something gets it, with a time"),
    (Says::WeNow, "^ ?@adv wordt|worden @ptc $", "it gets done"),
    (Says::WeByTime, "vertrekt|vertrekken", "it goes, with a time"),
    (Says::WeByTime, "wordt|worden .. *d|*t|*en $", "it gets done, with a time"),
    (Says::WeByTime, "komt|komen .. kant|richting", "it comes, with a time"),
    (Says::WeByTime, "zit|zitten het|dit|alles|hij|ze .. in @your|de", "it is there, with a time"),
    (Says::WeNow, "komt|komen eraan|eraf", "it is coming"),
    (Says::WeNow, "is|zijn onderweg", "it is coming"),
    (
        Says::We,
        "wordt|worden .. geregeld|opgelost|opgepakt|behandeld|verholpen|hersteld|vergoed|gecrediteerd|aangepast|gecorrigeerd",
        "it gets done",
    ),
    (Says::We, "komt|kom .. orde|elkaar|goed $", "it will be all right"),
    (Says::We, "er .. staat|komt|is|zit|staan|komen|belt|rijdt .. @staff", "somebody comes"),
    (Says::We, "staat|komt|is|zit|staan|komen|belt|rijdt er .. @staff", "somebody comes"),
    (Says::We, "dat er .. @staff", "somebody comes"),
];
